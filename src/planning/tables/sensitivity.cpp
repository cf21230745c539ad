#include "planning/tables/sensitivity.hpp"

#include <algorithm>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

constexpr double step = 0.1;

bool is_guess(const std::string& status) {
    return status == "estimated" || status == "modelled" || status == "assumed";
}

// Share of a table's rows (those that hold `key` in any text column; all if empty) that are not reported or derived.
double estimated_share(const dataset::Dataset& data, const std::string& table, const std::string& key) {
    if (!data.has(table)) return blank;
    const Frame& t = data.table(table);
    if (!t.has("status")) return blank;
    double rows = 0.0, guesses = 0.0;
    for (std::size_t i = 0; i < t.rows(); ++i) {
        const bool matches =
            key.empty() || std::any_of(t.columns().begin(), t.columns().end(), [&](const Frame::Column& c) {
                return c.kind == Frame::Kind::text && c.texts[i] == key;
            });
        if (!matches) continue;
        rows += 1.0;
        guesses += is_guess(t.text(i, "status")) ? 1.0 : 0.0;
    }
    return rows > 0.0 ? guesses / rows : blank;
}

// c - A'y of one column.
double reduced_cost(const Answer& a, std::int32_t column) {
    const lp::Problem& p = a.model.problem;
    double value = p.cost[static_cast<std::size_t>(column)];
    for (auto q = p.start[static_cast<std::size_t>(column)]; q < p.start[static_cast<std::size_t>(column) + 1]; ++q)
        value -= p.value[static_cast<std::size_t>(q)] * a.dual(p.index[static_cast<std::size_t>(q)]);
    return value;
}

// The value of more room for what stands within its potential.
double value_of_room(const Answer& a, std::int32_t capacity, double potential) {
    return std::isfinite(potential) ? std::min(0.0, reduced_cost(a, capacity)) * potential : 0.0;
}

}  // namespace

void Sensitivity::book(const std::string& input, const char* table, const std::string& key, double change) {
    auto& line = lines_[input];
    line.change += step * change;
    line.source = table;
    line.key = key;
}

void Sensitivity::add_technologies(const Answer& a) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    for (const Year y : s.years) {
        for (const auto& line : cost_lines(a, y)) {
            const double discounted = s.discount[y.at()] * line.value;
            const auto is_named = [&](const auto& l) { return l.id == line.item; };
            const bool is_link = std::any_of(s.link.begin(), s.link.end(), is_named) ||
                                 std::any_of(s.route.begin(), s.route.end(), is_named);
            if (line.component == "annuity")
                book(is_link ? "links.investment" : line.item + ".investment", "technology_values",
                    is_link ? "" : line.item, discounted);
            if (line.component == "fixed" || line.component == "variable")
                book(is_link ? "links.operation" : line.item + ".operation", "technology_values",
                    is_link ? "" : line.item, discounted);
            if (line.component == "import") book(line.item + ".import_price", "imports", line.item, discounted);
        }
        for (const Market k : s.markets) {
            const YearlyCarrierData& carrier = s.yearly[s.market[k.at()].carrier.at()];
            if (!is_blank(carrier.price[y.at()]))
                book(carrier.id + ".price", "imports", carrier.id,
                    s.discount[y.at()] * carrier.price[y.at()] * a(d.bought(k, y)));
        }
        for (const Site k : s.sites) {
            const SiteData& site = s.site[k.at()];
            const auto& technology = s.technology_of(site).id;
            book(technology + ".potential", "potentials", technology,
                value_of_room(a, d.capacity(k, y).column, site.potential));
            double availability = 0.0;
            for (const Snapshot h : s.snapshots)
                availability += a.dual(a.model.balances.activity_limit(k, y, h).row) * s.availability(k, h).value *
                                a(d.capacity(k, y));
            if (site.has_profile) book(technology + ".availability", "series", "", availability);
        }
        for (const Works w : s.works) {
            const auto& technology = s.technology_of(s.work[w.at()]).id;
            book(technology + ".potential", "potentials", technology,
                value_of_room(a, d.works_capacity(w, y).column, s.work[w.at()].potential));
        }
        for (const Depot k : s.depots) {
            const DepotData& depot = s.depot[k.at()];
            const auto& technology = s.technology_of(depot).id;
            book(technology + ".potential", "potentials", technology,
                value_of_room(a, d.power(k, y).column, depot.potential) +
                    value_of_room(a, d.energy(k, y).column, depot.energy_potential));
        }
    }
}

void Sensitivity::add_demand(const Answer& a) {
    const System& s = a.system;
    for (const HourlyCarrier c : s.hourly_carriers) {
        double value = 0.0;
        for (const Region r : s.regions)
            for (const Year y : s.years)
                for (const Snapshot h : s.snapshots)
                    value += a.dual(a.model.balances.hourly(c, r, y, h).row) * s.demand(c, r, y, h).value;
        book("demand." + s.hourly_ids[c.at()], "demand", s.hourly_ids[c.at()], value);
    }
    for (const Market k : s.markets) {
        const auto& carrier = s.yearly_ids[s.market[k.at()].carrier.at()];
        double value = 0.0;
        for (const Year y : s.years)
            value += a.dual(a.model.balances.yearly(k, y).row) * s.market[k.at()].demand[y.at()];
        if (value != 0.0) book("demand." + carrier, "demand", carrier, value);
    }
}

void Sensitivity::add_policies(const Answer& a) {
    for (const auto& policy : a.model.policies.rows) {
        if (policy.is_reliability) continue;
        const char* table = policy.policy.starts_with("carbon_cap")   ? "targets"
                            : policy.policy.starts_with("land:")      ? "land"
                            : policy.policy.starts_with("link_group") ? "link_group_limits"
                                                                      : "technology_values";
        book(policy.policy, table, "", a.dual(policy.row) * (policy.limit + policy.limit_moved_by(a.solution.values)));
    }
}

void Sensitivity::add(const Answer& a) {
    add_technologies(a);
    add_demand(a);
    add_policies(a);
}

Frame Sensitivity::table(const dataset::Dataset& data, double objective) const {
    Frame frame("sensitivity", {text_column("input"), number_column("change", "MKRW"), number_column("share", "1"),
                                   number_column("estimated_share", "1")});
    std::vector<std::pair<std::string, Line>> sorted(lines_.begin(), lines_.end());
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const auto& a, const auto& b) { return std::abs(a.second.change) > std::abs(b.second.change); });
    for (const auto& [input, line] : sorted) {
        if (std::abs(line.change) < 1e-7 * std::abs(objective)) continue;
        frame.add({input, line.change, objective != 0.0 ? line.change / objective : blank,
            estimated_share(data, line.source, line.key)});
    }
    return frame;
}

}  // namespace ecumene::planning
