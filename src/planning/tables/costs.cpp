// Where the money goes: every term of (E17) as a line with its region, item and component.
#include "planning/tables/plan_tables.hpp"

namespace ecumene::planning {
namespace {

class CostBook {
public:
    CostBook(const Answer& a, Year y) : a_(a), s_(a.system), d_(a.model.decisions), y_(y) {}

    std::vector<CostLine> lines() {
        add_sites();
        add_works();
        add_depots();
        add_links();
        add_demand();
        add_traded_rest();
        return std::move(lines_);
    }

private:
    void add(const std::string& region, const std::string& item, const char* component, double value) {
        if (value != 0.0) lines_.push_back({region, item, component, value});
    }

    double annuities(const Asset& asset, auto built_in) const {
        double total = s_.inherited_annuity(asset, y_);
        for (const Year v : s_.years)
            if (s_.is_alive(asset, v, y_)) total += asset.annuity[v.at()] * built_in(v);
        return total;
    }

    void add_fuels(const auto& process, double activity, const std::string& region, const std::string& item) {
        for (const auto& [market, eta] : process.yearly) {
            const double price = s_.yearly[s_.market[market.at()].carrier.at()].price[y_.at()];
            if (is_blank(price)) continue;
            add(region, item, "fuel", -eta * activity * price);
            booked_[market.at()] += -eta * activity;
        }
    }

    void add_sites() {
        for (const Site k : s_.sites) {
            const SiteData& site = s_.site[k.at()];
            const auto& region = s_.code(site.region);
            const auto& item = s_.technology_of(site).id;
            add(region, item, "annuity", annuities(site, [&](Year v) { return a_(d_.built(k, v)); }));
            add(region, item, "fixed", site.fixed_om[y_.at()] * a_(d_.capacity(k, y_)));
            add(region, item, "variable", site.variable_om[y_.at()] * a_(d_.output(k, y_)));
            add_fuels(site, a_(d_.output(k, y_)), region, item);
        }
    }

    void add_works() {
        for (const Works w : s_.works) {
            const WorksData& works = s_.work[w.at()];
            const auto& region = s_.code(works.region);
            const auto& item = s_.technology_of(works).id;
            add(region, item, "annuity", annuities(works, [&](Year v) { return a_(d_.works_built(w, v)); }));
            add(region, item, "fixed", works.fixed_om[y_.at()] * a_(d_.works_capacity(w, y_)));
            add(region, item, "variable", works.variable_om[y_.at()] * a_(d_.works_activity(w, y_)));
            add_fuels(works, a_(d_.works_activity(w, y_)), region, item);
        }
    }

    void add_depots() {
        for (const Depot k : s_.depots) {
            const DepotData& depot = s_.depot[k.at()];
            const auto& region = s_.code(depot.region);
            const auto& item = s_.technology_of(depot).id;
            double annuity = annuities(depot, [&](Year v) { return a_(d_.power_built(k, v)); });
            double fixed = depot.fixed_om[y_.at()] * a_(d_.power(k, y_));
            fixed += depot.energy_fixed_om[y_.at()] * a_(d_.energy(k, y_));
            for (const Year v : s_.years)
                if (s_.is_alive(depot, v, y_))
                    annuity +=
                        depot.energy_annuity[v.at()] *
                        (depot.duration > 0.0 ? depot.duration * a_(d_.power_built(k, v)) : a_(d_.energy_built(k, v)));
            add(region, item, "annuity", annuity);
            add(region, item, "fixed", fixed);
            add(region, item, "variable",
                depot.variable_om[y_.at()] * a_.yearly([&](Snapshot h) { return a_(d_.discharge(k, y_, h)); }));
        }
    }

    // A link's cost is halved between its ends.
    void add_link(const auto& link, double annuity, double moved, double capacity) {
        for (const Region end : {link.origin, link.destination}) {
            add(s_.code(end), link.id, "annuity", 0.5 * annuity);
            add(s_.code(end), link.id, "fixed", 0.5 * link.fixed_om[y_.at()] * capacity);
            add(s_.code(end), link.id, "variable", 0.5 * link.variable_om[y_.at()] * moved);
        }
    }

    void add_links() {
        for (const Link l : s_.links) {
            const LinkData& link = s_.link[l.at()];
            add_link(link, annuities(link, [&](Year v) { return a_(d_.link_built(l, v)); }),
                a_.yearly([&](Snapshot h) { return a_(d_.forward(l, y_, h)) + a_(d_.backward(l, y_, h)); }),
                a_(d_.link_capacity(l, y_)));
        }
        for (const Route l : s_.routes)
            add_link(s_.route[l.at()], annuities(s_.route[l.at()], [&](Year v) { return a_(d_.route_built(l, v)); }),
                a_(d_.route_forward(l, y_)) + a_(d_.route_backward(l, y_)), a_(d_.route_capacity(l, y_)));
    }

    void add_demand() {
        for (const Region r : s_.regions) {
            const auto& region = s_.code(r);
            for (const HourlyCarrier c : s_.hourly_carriers) {
                const auto& carrier = s_.hourly_ids[c.at()];
                add(region, carrier, "unserved",
                    s_.unserved_value(c).value * a_.yearly([&](Snapshot h) { return a_(d_.unserved(c, r, y_, h)); }));
                add(region, carrier, "shift",
                    s_.shift_cost(c, y_).value * a_.yearly([&](Snapshot h) { return a_(d_.shift_up(c, r, y_, h)); }));
                const double price = s_.hourly_import_price[c.at()][y_.at()];
                if (!is_blank(price))
                    add(region, carrier, "import",
                        price * a_.yearly([&](Snapshot h) { return a_(d_.imported(c, r, y_, h)); }));
            }
            for (const CutStep step : s_.cut_steps)
                add(region, s_.cut_step[step.at()].component, "cut",
                    s_.cut_step[step.at()].value[y_.at()] *
                        a_.yearly([&](Snapshot h) { return a_(d_.cut(step, r, y_, h)); }));
        }
    }

    // Final demand for what is bought, by the region that wants it; what is left over (thrown away) is the market's own.
    void add_traded_rest() {
        for (const Market k : s_.markets) {
            const MarketData& market = s_.market[k.at()];
            const YearlyCarrierData& carrier = s_.yearly[market.carrier.at()];
            const double price = carrier.price[y_.at()], missing = a_(d_.missing(k, y_)),
                         wanted = market.demand[y_.at()];
            for (const Region r : s_.regions) {
                if (market.region.pos >= 0 && market.region != r) continue;
                const double demand = carrier.demand[r.at()][y_.at()];
                if (demand <= 0.0) continue;
                const double missed = missing * demand / wanted;
                if (!is_blank(carrier.unserved_value))
                    add(s_.code(r), carrier.id, "unserved", carrier.unserved_value * missed);
                if (is_blank(price)) continue;
                add(s_.code(r), carrier.id, "fuel", price * (demand - missed));
                booked_[k.at()] += demand - missed;
            }
            if (!is_blank(price))
                add(s_.place_of(k), carrier.id, "fuel", price * (a_(d_.bought(k, y_)) - booked_[k.at()]));
        }
    }

    const Answer& a_;
    const System& s_;
    const Decisions& d_;
    Year y_;
    std::map<std::size_t, double> booked_;  // by market, units paid for
    std::vector<CostLine> lines_;
};

}  // namespace

std::vector<CostLine> cost_lines(const Answer& a, Year y) {
    return CostBook(a, y).lines();
}

}  // namespace ecumene::planning
