#include "barrier/regional_plan.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "barrier/regional_world.hpp"
#include "lp/model.hpp"

namespace ecumene::bench {
namespace {

using Running = Index<struct RunningTag>;

constexpr double unserved_cost = 5.0, boiler_fuel = 0.045, boiler_emissions = 0.22;

struct RunningPlant {
    Year y;
    Hour t;
    Region r;
    Plant k;
};

struct StoreNumbers {
    Plant charger, discharger, room;
    double in, out, keeping;  // shares that are left
    double charge_cost, discharge_cost;
};

// No column for the sun at night.
std::vector<RunningPlant> running_plants(const World& world) {
    std::vector<RunningPlant> out;
    for (const Year y : world.years)
        for (const Hour t : world.hours)
            for (const Region r : world.regions)
                for (const Plant k : Set<Plant>(generators))
                    if (world.availability(k, r, t) > 0) out.push_back({y, t, r, k});
    return out;
}

constexpr Quantity<hour> step{1.0};

// Writes one part of the plan after another; all of them meet in the balances.
class Writer {
public:
    explicit Writer(const World& world)
        : world_(world),
          running_(running_plants(world)),
          power_balance_(hourly_rows<MW>("power_balance")),
          heat_balance_(hourly_rows<MW>("heat_balance")),
          carbon_(model_.constraints<tCO2>("carbon_budget", world.years)),
          capacity_(model_.variables<MW>("capacity", {}, world.years, world.regions, world.plants)) {}

    lp::Problem write() {
        demand();
        plants();
        generation();
        store("battery", {battery_power, battery_power, battery_energy, 0.96, 0.96, 0.9999, 0.0004, 0.0004});
        store("hydrogen", {electrolyser, hydrogen_turbine, hydrogen_store, 0.70, 0.55, 1.0, 0.0003, 0.0008});
        heat();
        shifting();
        charging();
        transmission();
        return std::move(model_).finish();
    }

private:
    template <Dim D>
    lp::Constraints<D, Year, Hour, Region> hourly_rows(const std::string& name) {
        return model_.constraints<D>(name, world_.years, world_.hours, world_.regions);
    }
    template <Dim D>
    lp::Variables<D, Year, Hour, Region> hourly(const std::string& name) {
        return model_.variables<D>(name, {}, world_.years, world_.hours, world_.regions);
    }
    template <class Body>
    void for_each_place(Body body) const {
        for (const Year y : world_.years)
            for (const Hour t : world_.hours)
                for (const Region r : world_.regions) body(y, t, r);
    }
    // What a MW in one hour of the sample costs over the year it stands for.
    Quantity<MKRW_per_MW> running_cost(Year y, double per_hour) const {
        return {world_.discount(y) * world_.hour_weight * per_hour};
    }
    Quantity<MKRW_per_MW> yearly_cost(Year y, double cost) const { return {world_.discount(y) * cost}; }
    std::vector<Year> years_from(Year first, int count) const {
        std::vector<Year> out;
        for (int y = first.pos; y < std::min(world_.years.size(), first.pos + count); ++y) out.push_back({y});
        return out;
    }
    Quantity<hour> weight() const { return {world_.hour_weight}; }

    // A flow that no more than a capacity of its region allows, and the same of a content.
    void limit(const std::string& name, const lp::Variables<MW, Year, Hour, Region>& flow, Plant by) {
        const auto rows = hourly_rows<MW>(name);
        for_each_place(
            [&](Year y, Hour t, Region r) { model_.subject_to(rows(y, t, r), flow(y, t, r) <= capacity_(y, r, by)); });
    }
    void limit(const std::string& name, const lp::Variables<MWh, Year, Hour, Region>& content, Plant by) {
        const auto rows = hourly_rows<MWh>(name);
        for_each_place([&](Year y, Hour t, Region r) {
            model_.subject_to(rows(y, t, r), content(y, t, r) <= step * capacity_(y, r, by));
        });
    }

    void demand();
    void plants();
    void generation();
    void store(const std::string& name, const StoreNumbers& numbers);
    void heat();
    void shifting();
    void charging();
    void transmission();

    const World& world_;
    const std::vector<RunningPlant> running_;
    lp::Model model_;
    lp::Constraints<MW, Year, Hour, Region> power_balance_, heat_balance_;
    lp::Constraints<tCO2, Year> carbon_;
    lp::Variables<MW, Year, Region, Plant> capacity_;
};

// What has to be met; what is not costs more than anything else.
void Writer::demand() {
    const auto unserved = hourly<MW>("unserved");
    for_each_place([&](Year y, Hour t, Region r) {
        const Quantity<MW> load{world_.load(y, r, t)}, heat{world_.heat(r, t)};
        model_.set_bounds(power_balance_(y, t, r), load, load);
        model_.set_bounds(heat_balance_(y, t, r), heat, heat);
        model_.bound(unserved(y, t, r), {0.0}, load);
        model_.add_to(power_balance_(y, t, r), unserved(y, t, r));
        model_.minimise(running_cost(y, unserved_cost) * unserved(y, t, r));
    });
    for (const Year y : world_.years) model_.set_bounds(carbon_(y), {-lp::infinity}, {world_.carbon_budget(y)});
}

// capacity[y] = existing[y] + what was built within its life
void Writer::plants() {
    const auto built = model_.variables<MW>("built", {}, world_.years, world_.regions, world_.plants);
    const auto standing = model_.constraints<MW>("standing", world_.years, world_.regions, world_.plants);
    for (const Year y : world_.years)
        for (const Region r : world_.regions)
            for (const Plant k : world_.plants) {
                const Quantity<MW> existing{world_.existing(k, r, y)};
                model_.set_bounds(standing(y, r, k), existing, existing);
                model_.bound(capacity_(y, r, k), {0.0}, {world_.most(k, r, y)});
                model_.add_to(standing(y, r, k), capacity_(y, r, k));
                model_.minimise(yearly_cost(y, numbers_of(k).upkeep) * capacity_(y, r, k));
                for (const Year later : years_from(y, life_of(k))) {
                    model_.add_to(standing(later, r, k), -built(y, r, k));
                    model_.minimise(yearly_cost(later, world_.price(k, r, y)) * built(y, r, k));
                }
            }
}

void Writer::generation() {
    const Set<Running> outputs(running_.size());
    const auto output = model_.variables<MW>("generation", {}, outputs);
    const auto limit = model_.constraints<MW>("generation_limit", outputs);
    const auto harvest = model_.constraints<MWh>("biomass_harvest", world_.years, world_.regions);
    for (const Year y : world_.years)
        for (const Region r : world_.regions)
            model_.set_bounds(harvest(y, r), {-lp::infinity},
                {numbers_of(biomass).potential * world_.share[r.at()] * hours_of_year * 0.35});
    for (const Running i : outputs) {
        const auto [y, t, r, k] = running_[i.at()];
        const PlantNumbers& plant = numbers_of(k);
        model_.add_to(power_balance_(y, t, r), output(i));
        model_.subject_to(limit(i), output(i) <= world_.availability(k, r, t) * capacity_(y, r, k));
        if (plant.emissions > 0)
            model_.add_to(carbon_(y), Quantity<tCO2_per_MWh>{plant.emissions} * (weight() * output(i)));
        if (k == biomass) model_.add_to(harvest(y, r), weight() * output(i));
        const double local = 1 + 0.01 * std::sin(0.7 * r.pos + k.pos);
        model_.minimise(running_cost(y, plant.fuel * local) * output(i));
    }
}

// A store of electricity: what it holds, and how much goes in and out.
void Writer::store(const std::string& name, const StoreNumbers& numbers) {
    const auto charge = hourly<MW>(name + "_charge"), discharge = hourly<MW>(name + "_discharge");
    const auto content = hourly<MWh>(name + "_content");
    const auto level = hourly_rows<MWh>(name + "_level");
    for_each_place([&](Year y, Hour t, Region r) {
        model_.subject_to(level(y, t, r),
            content(y, t, r) - numbers.keeping * content(y, world_.before(t), r) ==
                numbers.in * (step * charge(y, t, r)) - (1 / numbers.out) * (step * discharge(y, t, r)));
        model_.add_to(power_balance_(y, t, r), discharge(y, t, r) - charge(y, t, r));
        model_.minimise(running_cost(y, numbers.charge_cost) * charge(y, t, r));
        model_.minimise(running_cost(y, numbers.discharge_cost) * discharge(y, t, r));
    });
    limit(name + "_charge_limit", charge, numbers.charger);
    limit(name + "_discharge_limit", discharge, numbers.discharger);
    limit(name + "_content_limit", content, numbers.room);
}

void Writer::heat() {
    const auto pump = hourly<MW>("heat_pump"), fire = hourly<MW>("boiler");
    for_each_place([&](Year y, Hour t, Region r) {
        model_.add_to(power_balance_(y, t, r), -pump(y, t, r));
        model_.add_to(heat_balance_(y, t, r), world_.heat_pump_yield(r, t) * pump(y, t, r) + fire(y, t, r));
        model_.add_to(carbon_(y), Quantity<tCO2_per_MWh>{boiler_emissions} * (weight() * fire(y, t, r)));
        model_.minimise(running_cost(y, 0.0005) * pump(y, t, r) + running_cost(y, boiler_fuel) * fire(y, t, r));
    });
    limit("heat_pump_limit", pump, heat_pump);
    limit("boiler_limit", fire, boiler);
}

// Demand that comes earlier or later; what is owed or saved up fades.
void Writer::shifting() {
    const auto more = hourly<MW>("demand_added"), less = hourly<MW>("demand_put_off");
    const auto ahead = hourly<MWh>("demand_ahead");
    const auto level = hourly_rows<MWh>("demand_level");
    for_each_place([&](Year y, Hour t, Region r) {
        const Quantity<MW> most{0.06 * world_.load(y, r, t)};
        const Quantity<MWh> furthest{0.12 * world_.peak(y) * world_.share[r.at()]};
        model_.bound(more(y, t, r), {0.0}, most);
        model_.bound(less(y, t, r), {0.0}, most);
        model_.bound(ahead(y, t, r), -furthest, furthest);
        model_.add_to(power_balance_(y, t, r), less(y, t, r) - more(y, t, r));
        model_.subject_to(level(y, t, r),
            ahead(y, t, r) - 0.98 * ahead(y, world_.before(t), r) == step * more(y, t, r) - step * less(y, t, r));
        model_.minimise(running_cost(y, 0.004) * more(y, t, r) + running_cost(y, 0.004) * less(y, t, r));
    });
}

// Cars drive by day and charge where they stand.
void Writer::charging() {
    const auto charge = hourly<MW>("car_charge");
    const auto content = hourly<MWh>("car_content");
    const auto level = hourly_rows<MWh>("car_level");
    for_each_place([&](Year y, Hour t, Region r) {
        const double cars = world_.cars(y) * world_.share[r.at()];
        model_.bound(charge(y, t, r), {0.0}, {3.2 * cars * world_.plugged_in(t)});
        model_.bound(content(y, t, r), {1.5 * cars}, {14 * cars});
        model_.add_to(power_balance_(y, t, r), -charge(y, t, r));
        model_.subject_to(
            level(y, t, r), content(y, t, r) - content(y, world_.before(t), r) - 0.93 * (step * charge(y, t, r)) ==
                                Quantity<MWh>{-world_.driving(y, r, t)});
        model_.minimise(running_cost(y, 0.0002) * charge(y, t, r));
    });
}

void Writer::transmission() {
    constexpr double standing_today = 2.0, most = 25.0, security = 0.97;
    const auto line = model_.variables<MW>("line", {.upper = most}, world_.years, world_.links);
    const auto built = model_.variables<MW>("line_built", {}, world_.years, world_.links);
    const auto standing = model_.constraints<MW>("line_standing", world_.years, world_.links);
    const auto flow = model_.variables<MW>("flow", {}, world_.years, world_.hours, world_.links, world_.ways);
    const auto limit = model_.constraints<MW>("flow_limit", world_.years, world_.hours, world_.links, world_.ways);
    for (const Year y : world_.years)
        for (const Link l : world_.links) {
            model_.set_bounds(standing(y, l), {standing_today}, {standing_today});
            model_.add_to(standing(y, l), line(y, l));
            model_.minimise(yearly_cost(y, 0.6) * line(y, l));
            for (const Year later : years_from(y, world_.years.size())) {
                model_.add_to(standing(later, l), -built(y, l));
                model_.minimise(yearly_cost(later, 0.11 * world_.length(l) + 4) * built(y, l));
            }
        }
    for (const Year y : world_.years)
        for (const Hour t : world_.hours)
            for (const Link l : world_.links)
                for (const Way way : world_.ways) {
                    const auto sent = flow(y, t, l, way);
                    model_.subject_to(limit(y, t, l, way), sent <= security * line(y, l));
                    model_.add_to(power_balance_(y, t, world_.start_of(l, way)), -sent);
                    model_.add_to(power_balance_(y, t, world_.end_of(l, way)), (1 - world_.loss(l)) * sent);
                    model_.minimise(running_cost(y, 0.0003) * sent);
                }
}

}  // namespace

lp::Problem regional_plan(const RegionalSize& size) {
    const World world(size);
    return Writer(world).write();
}

}  // namespace ecumene::bench
