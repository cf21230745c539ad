#include "output/pypsa.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "output/plan_view.hpp"

namespace ecumene::output {
namespace {

using network::Component;
using network::Item;
using network::Network;

// Text and number columns of a list that grows item by item.
class ListWriter {
public:
    void begin(const std::string& name) { names_.push_back(name); }
    void set(const std::string& attribute, const std::string& text) { texts_[attribute].push_back(text); }
    void set(const std::string& attribute, double number) { numbers_[attribute].push_back(number); }
    // By snapshot, of the item begun last.
    void set_series(const std::string& attribute, std::vector<double> values) {
        series_[attribute].emplace_back(static_cast<std::int32_t>(names_.size() - 1), std::move(values));
    }

    void write(Network& network, const std::string& list) const {
        Component component(list, names_, false);
        for (const auto& [attribute, texts] : texts_) component.set_texts(attribute, texts);
        for (const auto& [attribute, numbers] : numbers_) component.set_numbers(attribute, numbers);
        for (const auto& [attribute, columns] : series_) {
            network::Series series{.attribute = attribute, .items = {}, .values = {}};
            for (const auto& column : columns) series.items.push_back(Item{column.first});
            for (std::size_t t = 0; t < network.snapshots.size(); ++t)
                for (const auto& column : columns) series.values.push_back(column.second[t]);
            component.set_series(std::move(series));
        }
        network[list] = std::move(component);
    }

private:
    std::vector<std::string> names_;
    std::map<std::string, std::vector<std::string>> texts_;
    std::map<std::string, std::vector<double>> numbers_;
    std::map<std::string, std::vector<std::pair<std::int32_t, std::vector<double>>>> series_;
};

// What is neither made nor used by a technology, and what is told elsewhere.
bool is_dispatch(const std::string& item) {
    return item != "demand" && item != "price" && item != "received" && item != "sent";
}

std::string shown_item(const std::string& item) {
    return item == "charge" || item == "discharge" ? "storage" : item;
}

class PlanNetwork {
public:
    explicit PlanNetwork(const ReportInput& input) : view_(input), network_(network::empty_network()) {}

    Network write() {
        if (view_.table("dispatch").rows() == 0)
            throw Error(ErrorKind::input,
                "this run has no dispatch by snapshot: plans of typical days have it, those of every hour keep theirs "
                "in "
                "hourly.nc");
        network_.name = view_.input().run;
        network_.attributes = {{"name", view_.input().run}, {"pypsa_version", "1.0.0"}, {"srid", "4326"}};
        write_time();
        read_dispatch();
        write_buses();
        write_generators();
        write_links();
        return std::move(network_);
    }

private:
    using Place = std::pair<std::string, std::string>;  // region and item

    std::size_t period_of(double year) const {
        const auto& start = network_.periods.start;
        const auto at = std::find(start.begin(), start.end(), static_cast<int>(year));
        if (at == start.end()) throw Error(ErrorKind::input, "the dispatch of this run has a year its summary lacks");
        return static_cast<std::size_t>(at - start.begin());
    }

    void write_time() {
        const auto& summary = view_.table("summary");
        const auto& snapshots = view_.table("snapshots");
        each_ = snapshots.rows();
        for (std::size_t row = 0; row < summary.rows(); ++row) {
            network_.periods.start.push_back(static_cast<int>(summary.number(row, "year")));
            network_.periods.objective.push_back(summary.number(row, "discount_weight"));
            network_.periods.years.push_back(summary.number(row, "period_years"));
            for (std::size_t t = 0; t < each_; ++t) {
                network_.snapshots.labels.push_back(std::to_string(t));
                network_.snapshots.period.push_back(static_cast<std::int32_t>(row));
                network_.snapshots.objective.push_back(snapshots.number(t, "weight"));
                network_.snapshots.stores.push_back(snapshots.number(t, "hours"));
                network_.snapshots.generators.push_back(snapshots.number(t, "weight"));
            }
        }
    }

    void read_dispatch() {
        const auto& table = view_.table("dispatch");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto at =
                period_of(table.number(row, "year")) * each_ + static_cast<std::size_t>(table.number(row, "snapshot"));
            auto& series = dispatch_[{table.text(row, "region"), shown_item(table.text(row, "item"))}];
            series.resize(network_.snapshots.size(), 0.0);
            if (at < series.size()) series[at] += table.number(row, "value");
        }
    }

    std::vector<double> series_of(const std::string& region, const std::string& item, double factor) const {
        std::vector<double> values(network_.snapshots.size(), 0.0);
        if (const auto found = dispatch_.find({region, item}); found != dispatch_.end()) values = found->second;
        for (double& value : values) value *= factor;
        return values;
    }

    void write_buses() {
        constexpr double per_megawatt_hour = 1000.0;  // KRW/kWh -> KRW/MWh
        ListWriter buses, loads;
        for (const auto& region : view_.regions()) {
            buses.begin(region.code);
            buses.set("carrier", "AC");
            buses.set("x", region.lon);
            buses.set("y", region.lat);
            buses.set("location", view_.region(region.code).en);
            buses.set_series("marginal_price", series_of(region.code, "price", per_megawatt_hour));
            loads.begin(region.code + " demand");
            loads.set("bus", region.code);
            loads.set_series("p_set", series_of(region.code, "demand", 1.0));
        }
        buses.write(network_, "buses");
        loads.write(network_, "loads");
    }

    // MW of a group of technologies in a region and year.
    std::map<std::pair<Place, int>, double> capacities() const {
        const auto& table = view_.table("capacity");
        std::map<std::pair<Place, int>, double> found;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto& technology = table.text(row, "technology");
            if (!view_.is_power(technology)) continue;
            const auto item =
                view_.kind_of(technology) == TechnologyKind::store ? "storage" : view_.group_of(technology);
            const double capacity = table.number(row, "capacity");
            if (!std::isnan(capacity))
                found[{{table.text(row, "region"), item}, static_cast<int>(table.number(row, "year"))}] += capacity;
        }
        return found;
    }

    void write_generators() {
        const auto capacity = capacities();
        ListWriter generators, carriers;
        std::set<std::string> items{"AC", "balance"};
        for (const auto& [place, series] : dispatch_) {
            if (!is_dispatch(place.second)) continue;
            items.insert(place.second);
            for (std::size_t period = 0; period < network_.periods.size(); ++period)
                add_generator(generators, place, series, period, capacity);
        }
        constexpr double dear = 1e7;  // KRW/MWh: above what demand is worth anywhere
        for (const auto& region : view_.regions())
            for (const double sign : {1.0, -1.0}) {
                generators.begin(region.code + (sign > 0.0 ? " balance" : " balance taken"));
                put(generators, region.code, "balance", {.p_nom = 1e6, .sign = sign, .marginal_cost = dear});
            }
        generators.write(network_, "generators");
        for (const auto& item : items) {
            carriers.begin(item);
            carriers.set("nice_name", item);
        }
        carriers.write(network_, "carriers");
    }

    struct Unit {
        double p_nom{}, p_min_pu{}, sign{1.0}, marginal_cost{};
        int build_year{};
        double lifetime{HUGE_VAL};
    };

    static void put(ListWriter& generators, const std::string& bus, const std::string& carrier, const Unit& unit) {
        generators.set("bus", bus);
        generators.set("carrier", carrier);
        generators.set("p_nom", unit.p_nom);
        generators.set("p_min_pu", unit.p_min_pu);
        generators.set("sign", unit.sign);
        generators.set("marginal_cost", unit.marginal_cost);
        generators.set("build_year", static_cast<double>(unit.build_year));
        generators.set("lifetime", unit.lifetime);
    }

    // One for each year, as a capacity is one number in PyPSA.
    void add_generator(ListWriter& generators, const Place& place, const std::vector<double>& series,
        std::size_t period, const std::map<std::pair<Place, int>, double>& capacity) const {
        const int year = network_.periods.start[period];
        std::vector<double> own(series.size(), 0.0);
        double most = 0.0, least = 0.0;
        for (std::size_t t = period * each_; t < (period + 1) * each_; ++t) {
            own[t] = series[t];
            most = std::max(most, std::abs(series[t]));
            least = std::min(least, series[t]);
        }
        const auto known = capacity.find({place, year});
        const double installed = std::max(most, known == capacity.end() ? 0.0 : known->second);
        if (installed == 0.0) return;
        generators.begin(place.first + " " + place.second + " " + std::to_string(year));
        put(generators, place.first, place.second,
            {.p_nom = installed,
                .p_min_pu = least < 0.0 ? -1.0 : 0.0,
                .build_year = year,
                .lifetime = network_.periods.years[period]});
        generators.set_series("p_set", std::move(own));
    }

    void write_links() {
        const auto& table = view_.table("flows");
        ListWriter links;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto& technology = table.text(row, "technology");
            const double capacity = table.number(row, "capacity");
            if (view_.carrier_of(technology) != view_.electricity() || !(capacity > 0.0)) continue;
            const double year = table.number(row, "year");
            const double moved = table.number(row, "forward") + table.number(row, "backward");
            const double kept = moved > 0.0 ? 1.0 - table.number(row, "losses") / moved : 1.0;
            for (const bool is_there : {true, false}) {
                links.begin(
                    table.text(row, "link") + (is_there ? " " : " back ") + std::to_string(static_cast<int>(year)));
                links.set("bus0", table.text(row, is_there ? "origin" : "destination"));
                links.set("bus1", table.text(row, is_there ? "destination" : "origin"));
                links.set("carrier", "AC");
                links.set("p_nom", capacity);
                links.set("efficiency", kept);
                links.set("build_year", year);
                links.set("lifetime", network_.periods.years[period_of(year)]);
            }
        }
        links.write(network_, "links");
    }

    PlanView view_;
    Network network_;
    std::size_t each_{};  // snapshots of a year
    std::map<Place, std::vector<double>> dispatch_;
};

}  // namespace

network::Network pypsa_network(const ReportInput& input) {
    return PlanNetwork(input).write();
}

}  // namespace ecumene::output
