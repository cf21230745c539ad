// Dispatch hour by hour, by region and technology group.
#include <algorithm>

#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

constexpr const char* fixed_items[] = {
    "imported", "discharge", "charge", "received", "sent", "shifted", "cut", "unserved", "demand", "price"};

std::vector<std::string> groups_touching(const System& s, HourlyCarrier carrier) {
    std::vector<std::string> groups;
    const auto add = [&](const ProcessData& process, HourlyCarrier c, double eta) {
        const auto& group = s.technology_of(process).group;
        if (c == carrier && eta != 0.0 && std::find(groups.begin(), groups.end(), group) == groups.end())
            groups.push_back(group);
    };
    for (const auto& site : s.site)
        for (const auto& [c, eta] : site.hourly) add(site, c, eta);
    for (const auto& works : s.work)
        for (const auto& [pattern, eta] : works.hourly) add(works, s.pattern[pattern.at()].carrier, eta);
    std::sort(groups.begin(), groups.end());
    return groups;
}

}  // namespace

HourlyItems hourly_items(const Answer& a, HourlyCarrier carrier, Year y) {
    const System& s = a.system;
    const auto& d = a.model.decisions;
    HourlyItems result;
    result.items = groups_touching(s, carrier);
    const std::size_t groups = result.items.size();
    for (const char* item : fixed_items) result.items.emplace_back(item);
    result.values.assign(s.region_data.size(),
        std::vector<std::vector<double>>(result.items.size(), std::vector<double>(s.time.snapshots.size())));
    const auto item_at = [&](std::size_t fixed) { return groups + fixed; };
    const auto add = [&](Region r, std::size_t item, Snapshot h, double value) {
        result.values[r.at()][item][h.at()] += value;
    };
    const auto add_process = [&](const ProcessData& process, Snapshot h, double amount) {
        const auto group = std::find(result.items.begin(), result.items.end(), s.technology_of(process).group);
        add(process.region, static_cast<std::size_t>(group - result.items.begin()), h, amount);
    };
    for (const Site k : s.sites)
        for (const auto& [c, eta] : s.site[k.at()].hourly)
            if (c == carrier)
                for (const Snapshot h : s.snapshots) add_process(s.site[k.at()], h, eta * a(d.activity(k, y, h)));
    for (const Works w : s.works)
        for (const auto& [p, eta] : s.work[w.at()].hourly)
            if (s.pattern[p.at()].carrier == carrier)
                for (const Snapshot h : s.snapshots)
                    add_process(s.work[w.at()], h, s.pattern[p.at()].shape[h.at()] * eta * a(d.works_activity(w, y)));
    for (const Snapshot h : s.snapshots) {
        for (const Depot k : s.depots) {
            if (s.depot[k.at()].carrier != carrier) continue;
            add(s.depot[k.at()].region, item_at(1), h, a(d.discharge(k, y, h)));
            add(s.depot[k.at()].region, item_at(2), h, -a(d.charge(k, y, h)));
        }
        for (const Link l : s.links) {
            const LinkData& link = s.link[l.at()];
            if (link.carrier != carrier) continue;
            const double there = a(d.forward(l, y, h)), back = a(d.backward(l, y, h));
            add(link.destination, item_at(3), h, (1.0 - link.loss) * there);
            add(link.origin, item_at(3), h, (1.0 - link.loss) * back);
            add(link.origin, item_at(4), h, -there);
            add(link.destination, item_at(4), h, -back);
        }
        for (const Region r : s.regions) {
            add(r, item_at(0), h, a(d.imported(carrier, r, y, h)));
            add(r, item_at(5), h, a(d.shift_down(carrier, r, y, h)) - a(d.shift_up(carrier, r, y, h)));
            add(r, item_at(7), h, a(d.unserved(carrier, r, y, h)));
            add(r, item_at(8), h, s.demand(carrier, r, y, h).value);
            add(r, item_at(9), h, 1000.0 * a.price(carrier, r, y, h));
            for (const CutStep step : s.cut_steps)
                if (s.cut_step[step.at()].carrier == carrier) add(r, item_at(6), h, a(d.cut(step, r, y, h)));
        }
    }
    return result;
}

void PlanTables::add_hourly(const Answer& a, Year y) {
    const System& s = a.system;
    for (const HourlyCarrier c : s.hourly_carriers) {
        const auto& carrier = s.hourly_ids[c.at()];
        const auto items = hourly_items(a, c, y);
        hourly_labels_[carrier + "_item"] = items.items;
        auto array =
            std::find_if(hourly_.begin(), hourly_.end(), [&](const HourlyArray& h) { return h.name == carrier; });
        if (array == hourly_.end()) {
            hourly_.push_back({carrier, "MW",
                "balance of " + carrier + " by item; positive feeds the region; demand MW; price KRW/kWh",
                {"year", "region", carrier + "_item", "snapshot"}, {}});
            array = std::prev(hourly_.end());
        }
        for (const auto& region : items.values)
            for (const auto& item : region)
                for (const double value : item) array->values.push_back(static_cast<float>(value));
        if (c != s.electricity || s.time.is_full) continue;
        for (const Region r : s.regions)
            for (std::size_t i = 0; i < items.items.size(); ++i)
                for (const Snapshot h : s.snapshots) {
                    const double value = items.values[r.at()][i][h.at()];
                    if (std::abs(value) > 1e-3)
                        frame("dispatch").add({s.calendar_year(y), h.pos, s.code(r), items.items[i], value});
                }
    }
}

}  // namespace ecumene::planning
