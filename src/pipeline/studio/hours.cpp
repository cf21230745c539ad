#include "pipeline/studio/hours.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <system_error>

#include "core/text.hpp"
#include "files/netcdf.hpp"
#include "output/sums.hpp"
#include "pipeline/studio/table_view.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::NetcdfFile;
using files::Value;

static_assert(std::endian::native == std::endian::little, "hours are sent as they lie in memory");

constexpr const char* file_name = "hourly.nc";
constexpr const char* price_item = "price";
constexpr const char* demand_item = "demand";

// Arrays of one carrier: year, region, item, snapshot.
struct CarrierHours {
    const files::NetcdfVariable* variable{};
    std::vector<std::string> years{}, regions{}, items{};
    std::size_t snapshots{};

    double at(std::size_t year, std::size_t region, std::size_t item, std::size_t snapshot) const {
        return variable->values[((year * regions.size() + region) * items.size() + item) * snapshots + snapshot];
    }
};

bool has_hours(const ShelvedRun& run) {
    std::error_code ignored;
    return fs::is_regular_file(run.card.folder / file_name, ignored);
}

// The last file read is kept: a page asks for one region after another.
std::shared_ptr<const NetcdfFile> hourly_file(const ShelvedRun& run) {
    static std::mutex mutex;
    static std::string kept_name;
    static std::shared_ptr<const NetcdfFile> kept;
    const auto name = (run.card.folder / file_name).string() + run.card.made;
    const std::lock_guard lock(mutex);
    if (!kept || name != kept_name) {
        kept.reset();
        kept = std::make_shared<const NetcdfFile>(files::read_netcdf(run.card.folder / file_name));
        kept_name = name;
    }
    return kept;
}

const files::NetcdfDimension* dimension_named(const NetcdfFile& file, const std::string& name) {
    for (const auto& dimension : file.dimensions)
        if (dimension.name == name) return &dimension;
    return nullptr;
}

bool is_hourly(const files::NetcdfVariable& variable) {
    return variable.dimensions.size() == 4 && variable.dimensions[2] == variable.name + "_item";
}

std::vector<std::string> carriers_of(const NetcdfFile& file) {
    std::vector<std::string> names;
    for (const auto& variable : file.variables)
        if (is_hourly(variable)) names.push_back(variable.name);
    return names;
}

CarrierHours carrier_hours(const NetcdfFile& file, const std::string& carrier) {
    for (const auto& variable : file.variables) {
        if (variable.name != carrier || !is_hourly(variable)) continue;
        CarrierHours hours{.variable = &variable};
        hours.years = dimension_named(file, variable.dimensions[0])->labels;
        hours.regions = dimension_named(file, variable.dimensions[1])->labels;
        hours.items = dimension_named(file, variable.dimensions[2])->labels;
        hours.snapshots = dimension_named(file, variable.dimensions[3])->length();
        return hours;
    }
    throw WrongUse(
        compose("this run has no hours of '{}'", {carrier}), "it has those of " + join(carriers_of(file), ", "));
}

std::size_t position(const std::vector<std::string>& labels, const std::string& wanted, const std::string& what) {
    const auto at = std::find(labels.begin(), labels.end(), wanted);
    if (at == labels.end())
        throw WrongUse(compose("this run has no hours of {} {}", {what, wanted}), "it has " + join(labels, ", "));
    return static_cast<std::size_t>(at - labels.begin());
}

std::vector<std::size_t> region_positions(const CarrierHours& hours, const std::vector<std::string>& wanted) {
    std::vector<std::size_t> positions(wanted.empty() ? hours.regions.size() : wanted.size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    for (std::size_t i = 0; i < wanted.size(); ++i) positions[i] = position(hours.regions, wanted[i], "region");
    return positions;
}

// Snapshots in the true order of the year, and what there is to say of its days.
std::vector<std::size_t> order_of_year(const ShelvedRun& run, HourTable& table) {
    const Frame *snapshots = run.table("snapshots"), *periods = run.table("periods");
    std::vector<std::size_t> order;
    if (snapshots == nullptr || periods == nullptr || snapshots->rows() == 0) return order;
    table.step = output::number_at(*snapshots, 0, "hours");
    std::map<int, std::vector<std::size_t>> of_period;
    for (std::size_t row = 0; row < snapshots->rows(); ++row) {
        const int period = static_cast<int>(output::number_at(*snapshots, row, "period"));
        auto& list = of_period[period];
        if (list.empty()) table.kept_because.emplace_back(period, output::text_at(*snapshots, row, "extreme"));
        list.push_back(row);
    }
    for (std::size_t row = 0; row < periods->rows(); ++row) {
        table.periods.push_back(static_cast<int>(output::number_at(*periods, row, "period")));
        const auto& list = of_period[table.periods.back()];
        order.insert(order.end(), list.begin(), list.end());
    }
    return order;
}

class Filler {
public:
    Filler(const CarrierHours& hours, std::size_t year, std::vector<std::size_t> regions)
        : hours_(hours), year_(year), regions_(std::move(regions)) {
        const auto at = std::find(hours.items.begin(), hours.items.end(), demand_item);
        demand_ = static_cast<std::size_t>(at - hours.items.begin());
    }

    double sum(std::size_t item, std::size_t snapshot) const {
        double total = 0.0;
        for (const auto region : regions_) total += hours_.at(year_, region, item, snapshot);
        return total;
    }

    // A region without demand in that hour counts with the others' plain mean.
    double mean_price(std::size_t item, std::size_t snapshot) const {
        double weighted = 0.0, weight = 0.0;
        if (demand_ < hours_.items.size())
            for (const auto region : regions_) {
                const double demand = hours_.at(year_, region, demand_, snapshot);
                weighted += demand * hours_.at(year_, region, item, snapshot);
                weight += demand;
            }
        return weight > 0.0 ? weighted / weight : sum(item, snapshot) / static_cast<double>(regions_.size());
    }

private:
    const CarrierHours& hours_;
    std::size_t year_, demand_;
    std::vector<std::size_t> regions_;
};

Value header_value(const HourTable& hours) {
    auto periods = Value::list();
    for (const int period : hours.periods) periods.add(period);
    auto kept = Value::object();
    for (const auto& [period, why] : hours.kept_because) kept.set(std::to_string(period), why);
    auto value = Value::object();
    value.set("carrier", hours.carrier).set("year", hours.year).set("regions", texts_value(hours.regions));
    value.set("region", hours.regions.size() == 1 ? Value(hours.regions.front()) : Value());
    value.set("items", texts_value(hours.items)).set("step", hours.step).set("points", hours.points);
    value.set("unit", "MW").set("price_unit", "KRW/kWh");
    value.set("periods", std::move(periods)).set("kept", std::move(kept));
    return value;
}

}  // namespace

HourTable hours_of(const ShelvedRun& run, const HourChoice& choice) {
    if (!has_hours(run)) throw WrongUse("this run has no hours: no plan was found");
    const auto file = hourly_file(run);
    const auto hours = carrier_hours(*file, choice.carrier);
    const auto year = choice.year == 0 ? hours.years.front() : std::to_string(choice.year);
    HourTable table{.carrier = choice.carrier};
    table.year = std::stoi(year);
    table.items = hours.items;
    const Filler filler(hours, position(hours.years, year, "year"), region_positions(hours, choice.regions));
    table.regions = choice.regions.empty() ? hours.regions : choice.regions;
    const auto order = order_of_year(run, table);
    table.points = order.size();
    table.values.reserve(order.size() * table.items.size());
    for (std::size_t item = 0; item < table.items.size(); ++item)
        for (const auto snapshot : order)
            table.values.push_back(static_cast<float>(
                table.items[item] == price_item ? filler.mean_price(item, snapshot) : filler.sum(item, snapshot)));
    return table;
}

std::string packed(const HourTable& hours) {
    auto header = files::json_text(header_value(hours), files::JsonLayout::one_line);
    constexpr std::size_t alignment = 4;
    header.resize((header.size() + alignment - 1) / alignment * alignment, ' ');
    const auto length = static_cast<std::uint32_t>(header.size());
    const std::size_t bytes = hours.values.size() * sizeof(float);
    std::string all(sizeof length + header.size() + bytes, '\0');
    std::memcpy(all.data(), &length, sizeof length);
    std::memcpy(all.data() + sizeof length, header.data(), header.size());
    if (bytes > 0) std::memcpy(all.data() + sizeof length + header.size(), hours.values.data(), bytes);
    return all;
}

Value hours_value(const ShelvedRun& run) {
    if (!has_hours(run)) return {};
    const auto file = hourly_file(run);
    const auto carriers = carriers_of(*file);
    if (carriers.empty()) return {};
    const auto hours = carrier_hours(*file, carriers.front());
    HourTable year;
    const auto order = order_of_year(run, year);
    auto years = Value::list();
    for (const auto& label : hours.years) years.add(std::stoi(label));
    auto value = Value::object();
    value.set("kind", year.periods.size() > 1 ? "typical" : "full").set("years", std::move(years));
    value.set("regions", texts_value(hours.regions)).set("carriers", texts_value(carriers));
    value.set("points", order.size()).set("step", year.step).set("unit", "MW");
    return value;
}

}  // namespace ecumene::pipeline
