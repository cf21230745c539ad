// PyPSA's NetCDF file: generators_i names the items, generators_p_nom is a column, generators_t_p_max_pu a series over
// snapshots and generators_t_p_max_pu_i, snapshots_objective a weight.
#include <chrono>
#include <cmath>
#include <sstream>

#include "core/text.hpp"
#include "files/netcdf.hpp"
#include "network/cell.hpp"
#include "network/raw_network.hpp"

namespace ecumene::network {
namespace {

using files::NetcdfFile;
using files::NetcdfVariable;

constexpr std::string_view attribute_prefix = "network_";

const files::NetcdfDimension* find_dimension(const NetcdfFile& file, const std::string& name) {
    for (const auto& dimension : file.dimensions)
        if (dimension.name == name) return &dimension;
    return nullptr;
}

// "hours since 2015-01-01 00:00:00": seconds of the unit, and the moment counting begins; zero seconds if it is no time.
struct TimeUnit {
    double seconds{};
    std::chrono::sys_seconds origin{};
};

TimeUnit time_unit(const std::string& unit) {
    static const std::vector<std::pair<std::string, double>> known{
        {"days", 86400.0}, {"hours", 3600.0}, {"minutes", 60.0}, {"seconds", 1.0}};
    std::istringstream words(unit);
    std::string step, since, date, clock;
    words >> step >> since >> date >> clock;
    if (since != "since") return {};
    int year = 0;
    unsigned month = 0, day = 0, hour = 0, minute = 0, second = 0;
    char mark{};
    std::istringstream(date) >> year >> mark >> month >> mark >> day;
    std::istringstream(clock) >> hour >> mark >> minute >> mark >> second;
    const std::chrono::year_month_day on{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!on.ok()) return {};
    TimeUnit found{.origin = std::chrono::sys_days{on} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
                             std::chrono::seconds{second}};
    for (const auto& [word, seconds] : known)
        if (word == step) found.seconds = seconds;
    return found;
}

std::string timestamp(std::chrono::sys_seconds moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{moment - day};
    return compose("{:04d}-{:02d}-{:02d} {:02d}:{:02d}:{:02d}",
        {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
            clock.hours().count(), clock.minutes().count(), clock.seconds().count()});
}

std::vector<std::string> texts_of(const NetcdfVariable& variable) {
    if (!variable.texts.empty()) return variable.texts;
    const auto unit = time_unit(variable.unit);
    std::vector<std::string> texts;
    for (const double value : variable.values) {
        if (unit.seconds > 0.0 && std::isfinite(value)) {
            const std::chrono::seconds passed{static_cast<std::int64_t>(std::llround(value * unit.seconds))};
            texts.push_back(timestamp(unit.origin + passed));
        } else {
            texts.push_back(cell_text(value));
        }
    }
    return texts;
}

RawColumn column_of(const NetcdfVariable& variable, const std::string& name) {
    RawColumn column{.name = name, .is_text = !variable.texts.empty()};
    column.texts = variable.texts;
    column.numbers = variable.values;
    return column;
}

class FileReader {
public:
    FileReader(NetcdfFile file, const std::string& shown) : file_(std::move(file)) { raw_.file = shown; }

    RawNetwork read() {
        const auto* scenarios = find_dimension(file_, "scenarios");
        raw_.has_scenarios = scenarios != nullptr && scenarios->length() > 0;
        read_attributes();
        add_tables();
        for (auto& variable : file_.variables) read_variable(variable);
        return std::move(raw_);
    }

private:
    void read_attributes() {
        for (const auto& [name, text] : file_.attributes) {
            if (name == "crs") raw_.crs = text;
            if (name == "meta") raw_.meta = text;
            if (name.compare(0, attribute_prefix.size(), attribute_prefix) == 0)
                raw_.attributes.emplace_back(name.substr(attribute_prefix.size()), text);
        }
    }

    void add_tables() {
        for (const auto& list : component_lists())
            if (find_dimension(file_, list + "_i") != nullptr)
                raw_.tables.push_back({.list = list, .file = raw_.file, .names = names_along(list + "_i")});
        if (const auto* snapshots = find_dimension(file_, "snapshots"))
            raw_.snapshots.push_back({.list = "snapshots", .file = raw_.file, .names = counted(*snapshots)});
        if (const auto* periods = find_dimension(file_, "investment_periods"))
            raw_.periods.push_back({.list = "investment_periods", .file = raw_.file, .names = counted(*periods)});
    }

    // Names may be numbers, which come as a variable.
    std::vector<std::string> names_along(const std::string& name) const {
        for (const auto& variable : file_.variables)
            if (variable.name == name) return texts_of(variable);
        const auto* dimension = find_dimension(file_, name);
        return dimension == nullptr ? std::vector<std::string>{} : dimension->labels;
    }

    static std::vector<std::string> counted(const files::NetcdfDimension& dimension) {
        if (!dimension.labels.empty()) return dimension.labels;
        std::vector<std::string> names;
        for (std::size_t at = 0; at < dimension.size; ++at) names.push_back(std::to_string(at));
        return names;
    }

    void read_variable(NetcdfVariable& variable) {
        const std::string& name = variable.name;
        if (name == "snapshots") return;
        if (name == "investment_periods") {
            if (!raw_.periods.empty()) raw_.periods.front().names = texts_of(variable);
            return;
        }
        if (read_index(variable, "snapshots_", raw_.snapshots) ||
            read_index(variable, "investment_periods_", raw_.periods))
            return;
        if (name.size() > 2 && name.compare(name.size() - 2, 2, "_i") == 0 && find_dimension(file_, name) != nullptr)
            return;
        if (const auto series = split_list(name, "_t_"); !series.first.empty()) {
            read_series(variable, series);
            return;
        }
        const auto [list, attribute] = split_list(name, "_");
        for (auto& table : raw_.tables)
            if (table.list == list && variable.dimensions == std::vector<std::string>{list + "_i"})
                table.columns.push_back(column_of(variable, attribute));
    }

    // Labels of snapshots may be moments in time; everything else of them is a weight.
    static bool read_index(const NetcdfVariable& variable, const std::string& prefix, std::vector<RawTable>& tables) {
        if (variable.name.compare(0, prefix.size(), prefix) != 0) return false;
        if (tables.empty()) return true;
        const auto column = variable.name.substr(prefix.size());
        const bool is_label = column == "snapshot" || column == "timestep" || column == "period";
        if (is_label)
            tables.front().columns.push_back({.name = column, .is_text = true, .texts = texts_of(variable)});
        else
            tables.front().columns.push_back(column_of(variable, column));
        return true;
    }

    void read_series(NetcdfVariable& variable, const std::pair<std::string, std::string>& what) {
        if (variable.dimensions.size() != 2 || variable.dimensions.front() != "snapshots") return;
        const auto names = names_along(variable.dimensions.back());
        if (names.empty()) return;
        raw_.series.push_back({.list = what.first,
            .attribute = what.second,
            .file = raw_.file,
            .names = names,
            .snapshots = variable.values.size() / names.size(),
            .values = std::move(variable.values)});
    }

    NetcdfFile file_;
    RawNetwork raw_;
};

}  // namespace

RawNetwork read_netcdf_file(const std::filesystem::path& file) {
    return FileReader(files::read_netcdf(file), file.filename().string()).read();
}

}  // namespace ecumene::network
