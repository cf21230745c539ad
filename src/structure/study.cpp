#include "structure/study.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "structure/flows/gravity.hpp"
#include "structure/linkage/first_passage.hpp"
#include "structure/living_areas/greedy.hpp"
#include "structure/living_areas/merging.hpp"
#include "structure/living_areas/modularity.hpp"
#include "structure/travel_table.hpp"

namespace ecumene::structure {
namespace {

constexpr std::size_t most_links = 60, gravity_limit = 1000;
constexpr std::array methods{std::pair{AreaMethod::optimal, "optimal"}, std::pair{AreaMethod::greedy, "greedy"},
    std::pair{AreaMethod::flow_merging, "flow_merging"}, std::pair{AreaMethod::intramax, "intramax"},
    std::pair{AreaMethod::commuting_zones, "commuting_zones"}, std::pair{AreaMethod::communities, "communities"},
    std::pair{AreaMethod::gravity_communities, "gravity_communities"}};

// What distance explains: gravity without inner flow, calibrated on the flows themselves.
std::vector<double> expected_by_gravity(const Units& units, const FlowTable& flows) {
    if (!units.has_places() || units.size() > gravity_limit) return {};
    Gravity model;
    model.has_inner = false;
    const auto way = great_circle_travel(units, {.detour = 1.0});
    std::vector<double> observed = flows.values();
    for (const Unit i : units.all()) {
        model.origins.push_back(flows.out(i) - flows(i, i));
        model.destinations.push_back(flows.in(i)-flows(i, i));
        observed[i.at() * units.size() + i.at()] = 0.0;
        for (const Unit j : units.all()) model.cost.push_back(std::max(0.1, way.kilometres(i, j)));
    }
    const double mean = mean_cost(observed, model.cost, model.deterrence);
    if (mean <= 0.0) return {};
    std::vector<double> expected;
    try {
        expected = calibrate(model, mean).flows;
    } catch (const Error& e) {
        if (e.kind() != ErrorKind::input) throw;
        return {};  // flows that no gravity model fits: nothing to compare with
    }
    for (const Unit i : units.all()) expected[i.at() * units.size() + i.at()] = flows(i, i);
    return expected;
}

class Studying {
public:
    Studying(const Units& units, const FlowTable& flows, const Adjacency& borders, const StudyRequest& request,
        Progress& progress)
        : units_(units), flows_(flows), sparse_(flows), borders_(borders), progress_(progress) {
        study_.request = request;
    }

    Study run() {
        progress_.stage(
            {"Drawing living areas", "생활권 획정"}, study_.request.method == AreaMethod::optimal ? 60.0 : 1.0);
        study_.partition = divide(study_.request.method);
        if (study_.partition.areas == 0)
            throw Error(ErrorKind::input,
                "communities beyond gravity need units with coordinates (at most 1,000), and flows that distance "
                "explains in part");
        study_.figures = measure(study_.partition, sparse_);
        study_.left_over = units_without_judgement(sparse_);
        progress_.stage({"Comparing methods", "방법 비교"}, 2.0);
        compare();
        progress_.stage({"Redrawing borders from resampled flows", "흐름 재표집으로 경계 확인"}, 2.0);
        resample();
        describe_areas();
        measure_linkage();
        return std::move(study_);
    }

private:
    const TravelToWork& rule() const { return study_.request.rule; }

    Partition divide(AreaMethod method) {
        switch (method) {
            case AreaMethod::optimal: return optimum();
            case AreaMethod::greedy: return greedy_living_areas(sparse_, rule()).partition;
            case AreaMethod::flow_merging: {
                const auto merging = flow_merging(flows_);
                return after(merging, wanted_areas(most_areas_with_inner_flow(merging, sparse_)));
            }
            case AreaMethod::intramax: return after(intramax(flows_), wanted_areas(0));
            case AreaMethod::commuting_zones: return after(commuting_zones(flows_), study_.request.areas);
            case AreaMethod::communities: return communities(flows_, expected_by_totals(flows_)).partition;
            case AreaMethod::gravity_communities: break;
        }
        const auto expected = expected_by_gravity(units_, flows_);
        return expected.empty() ? Partition{} : communities(flows_, expected).partition;
    }

    // As many as asked for; else what the method itself says, if that merges anything; else as many as greedy finds.
    std::size_t wanted_areas(std::size_t own) const {
        if (study_.request.areas > 0) return study_.request.areas;
        return own > 0 && own < units_.size()
                   ? own
                   : static_cast<std::size_t>(greedy_living_areas(sparse_, rule()).partition.areas);
    }

    Partition optimum() {
        auto best = optimal_living_areas(sparse_, borders_, rule(),
            {.contiguity = study_.request.contiguity,
                .columns = {.work = study_.request.work, .seconds = study_.request.seconds}},
            progress_);
        study_.bound = best.bound;
        study_.is_proven = best.is_proven;
        study_.is_cut_short = best.is_cut_short;
        study_.work = best.work;
        study_.is_inner_flow_proven = best.is_inner_flow_proven;
        return std::move(best.partition);
    }

    void compare() {
        for (const auto& [method, name] : methods) {
            if (method == AreaMethod::optimal && method != study_.request.method) continue;  // it takes its time
            auto partition = method == study_.request.method ? study_.partition : divide(method);
            if (partition.areas == 0) continue;
            auto figures = figures_of(method, partition, sparse_, rule());
            figures.likeness = adjusted_rand(partition, study_.partition);
            study_.comparison.push_back(std::move(figures));
        }
    }

    // The optimum is drawn again by its quick relative: the same rule, one step after another, from the optimum's own areas.
    void resample() {
        if (study_.request.draws < 1) return;
        const auto& method = study_.request.method;
        const auto redraw = [&](const SparseFlows& drawn) {
            if (method == AreaMethod::greedy || method == AreaMethod::optimal)
                return greedy_living_areas(drawn, rule()).partition;
            FlowTable table(units_.size());
            for (const Unit i : units_.all())
                for (const auto& [j, value] : drawn.from(i)) table.set(i, j, value);
            const auto areas = static_cast<std::size_t>(study_.partition.areas);
            if (method == AreaMethod::flow_merging) return after(flow_merging(table), areas);
            if (method == AreaMethod::intramax) return after(intramax(table), areas);
            if (method == AreaMethod::commuting_zones) return after(commuting_zones(table), 0);
            return communities(table, expected_by_totals(table)).partition;
        };
        const auto of =
            method == AreaMethod::optimal ? greedy_living_areas(sparse_, rule()).partition : study_.partition;
        auto firm = border_stability(sparse_, of, redraw, {.draws = study_.request.draws});
        study_.unit_stability = std::move(firm.of_unit);
        study_.mean_rand = firm.mean_rand;
    }

    void describe_areas() {
        const auto lists = members(study_.partition);
        for (std::size_t a = 0; a < lists.size(); ++a)
            study_.areas.push_back(described(lists[a], study_.figures.areas[a]));
        std::stable_sort(study_.areas.begin(), study_.areas.end(),
            [](const LivingArea& a, const LivingArea& b) { return a.flows.residents > b.flows.residents; });
        std::vector<int> labels(units_.size());
        for (std::size_t a = 0; a < study_.areas.size(); ++a)
            for (const Unit unit : study_.areas[a].units) labels[unit.at()] = static_cast<int>(a);
        study_.partition = {.area_of = labels, .areas = static_cast<int>(study_.areas.size())};
        study_.figures = measure(study_.partition, sparse_);
    }

    LivingArea described(const std::vector<Unit>& list, const AreaFlows& flows) const {
        LivingArea area{.core = list.front(), .units = list, .flows = flows};
        area.validity = validity(flows, rule());
        area.is_living_area = is_valid(flows, rule());
        double firm = 0.0;
        for (const Unit unit : list) {
            if (sparse_.in(unit) > sparse_.in(area.core)) area.core = unit;
            if (!is_blank(units_[unit].population)) area.population += units_[unit].population;
            if (!study_.unit_stability.empty()) firm += study_.unit_stability[unit.at()];
        }
        if (!study_.unit_stability.empty()) area.stability = firm / static_cast<double>(list.size());
        return area;
    }

    void measure_linkage() {
        study_.between = between_areas(flows_, study_.partition);
        const auto standing = standings(study_.between);
        const auto steps = steps_to(flow_chain(study_.between), study_.between);
        // Residents of the flows where people are not known of every unit: the two are not to be mixed.
        bool has_people = true;
        for (const Unit unit : units_.all()) has_people = has_people && !is_blank(units_[unit].population);
        std::vector<double> people, jobs;
        for (std::size_t a = 0; a < study_.areas.size(); ++a) {
            study_.areas[a].standing = standing[a];
            study_.areas[a].steps_to = steps[a];
            people.push_back(has_people ? study_.areas[a].population : study_.areas[a].flows.residents);
            jobs.push_back(study_.areas[a].flows.workers);
        }
        study_.people = size_measures(people);
        study_.jobs = size_measures(jobs);
        study_.functional = functional_polycentricity(study_.between);
        study_.links = strongest_links(study_.between, most_links);
    }

    const Units& units_;
    const FlowTable& flows_;
    SparseFlows sparse_;
    const Adjacency& borders_;
    Progress& progress_;
    Study study_;
};

}  // namespace

std::string_view name_of(AreaMethod method) {
    for (const auto& [known, name] : methods)
        if (known == method) return name;
    return {};
}

std::optional<AreaMethod> method_named(std::string_view name) {
    for (const auto& [method, known] : methods)
        if (name == known) return method;
    return std::nullopt;
}

std::vector<std::string> method_names() {
    std::vector<std::string> names;
    for (const auto& [method, name] : methods) names.emplace_back(name);
    return names;
}

MethodFigures figures_of(
    AreaMethod method, const Partition& partition, const SparseFlows& flows, const TravelToWork& rule) {
    const auto figures = measure(partition, flows);
    MethodFigures found{.method = method, .partition = partition};
    for (const auto& area : figures.areas) {
        found.valid += is_valid(area, rule) ? 1 : 0;
        found.mean_self_containment += area.self_containment() / static_cast<double>(figures.areas.size());
    }
    found.internal_share = figures.internal_share;
    found.modularity = figures.modularity;
    return found;
}

Study study_structure(const Units& units, const FlowTable& flows, const Adjacency& borders, const StudyRequest& request,
    Progress& progress) {
    return Studying(units, flows, borders, request, progress).run();
}

}  // namespace ecumene::structure
