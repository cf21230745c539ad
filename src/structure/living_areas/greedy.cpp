#include "structure/living_areas/greedy.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace ecumene::structure {
namespace {

class Regionalisation {
public:
    Regionalisation(const SparseFlows& flows, const TravelToWork& rule)
        : flows_(flows),
          rule_(rule),
          area_of_(flows.units(), nowhere),
          moves_(flows.units()),
          members_(flows.units()),
          totals_(flows.units()),
          validity_(flows.units()),
          to_area_(flows.units()),
          from_area_(flows.units()) {}

    GreedyAreas run() {
        begin();
        while (!queue_.empty() && queue_.begin()->first < 1.0 - validity_tolerance) step();
        for (const Unit unit : found_.aside)
            if (const int area = most_cohesive(unit, nowhere); area != nowhere) join(unit, area);
        finish();
        return std::move(found_);
    }

private:
    void begin() {
        found_.left_over = units_without_judgement(flows_);
        std::vector<char> is_left(flows_.units());
        for (const Unit unit : found_.left_over) is_left[unit.at()] = 1;
        for (const Unit unit : Set<Unit>(flows_.units()))
            if (is_left[unit.at()] == 0) join(unit, unit.pos);
    }

    void step() {
        ++found_.steps;
        const int from = queue_.begin()->second;
        const Unit unit = least_at_home(from);
        leave(unit, from);
        const int area = ++moves_[unit.at()] > most_moves ? nowhere : most_cohesive(unit, from);
        if (area != nowhere && validity_with(unit, area) >= validity_[at(area)])
            join(unit, area);
        else
            found_.aside.push_back(unit);
    }

    // The member with the largest flow into it from outside the area and out of it to anywhere else.
    Unit least_at_home(int area) const {
        Unit worst = members_[at(area)].front();
        double most = -1.0;
        for (const Unit unit : members_[at(area)]) {
            double outward = flows_.out(unit) - flows_.inner(unit);
            for (const auto& [other, value] : flows_.to(unit))
                if (area_of_[other.at()] != area) outward += value;
            if (outward > most) {
                most = outward;
                worst = unit;
            }
        }
        return worst;
    }

    // Fills to_area_ and from_area_ for the areas this unit exchanges flow with, and names them.
    const std::vector<int>& exchanged(Unit unit) {
        for (const int area : touched_) to_area_[at(area)] = from_area_[at(area)] = 0.0;
        touched_.clear();
        const auto gather = [&](SparseFlows::Row row, std::vector<double>& sums) {
            for (const auto& [other, value] : row) {
                const int area = area_of_[other.at()];
                if (area == nowhere || other == unit) continue;
                if (to_area_[at(area)] == 0.0 && from_area_[at(area)] == 0.0) touched_.push_back(area);
                sums[at(area)] += value;
            }
        };
        gather(flows_.from(unit), to_area_);
        gather(flows_.to(unit), from_area_);
        std::sort(touched_.begin(), touched_.end());
        return touched_;
    }

    int most_cohesive(Unit unit, int except) {
        int best = nowhere;
        double greatest = 0.0;
        const AreaFlows alone{flows_.out(unit), flows_.in(unit), flows_.inner(unit)};
        for (const int area : exchanged(unit)) {
            if (area == except) continue;
            const double c = cohesion(to_area_[at(area)], from_area_[at(area)], alone, totals_[at(area)]);
            if (c > greatest) {
                greatest = c;
                best = area;
            }
        }
        return best;
    }

    // Totals of the area if the unit whose exchange was gathered last were in it.
    AreaFlows totals_with(Unit unit, int area) const {
        AreaFlows sum = totals_[at(area)];
        sum.residents += flows_.out(unit);
        sum.workers += flows_.in(unit);
        sum.inner += flows_.inner(unit) + to_area_[at(area)] + from_area_[at(area)];
        return sum;
    }
    double validity_with(Unit unit, int area) const { return validity(totals_with(unit, area), rule_); }

    void join(Unit unit, int area) {
        exchanged(unit);
        const auto sum = totals_with(unit, area);
        auto& list = members_[at(area)];
        queue_.erase({validity_[at(area)], area});
        list.insert(std::lower_bound(list.begin(), list.end(), unit), unit);
        area_of_[unit.at()] = area;
        requeue(area, sum);
    }

    void leave(Unit unit, int area) {
        auto& list = members_[at(area)];
        queue_.erase({validity_[at(area)], area});
        list.erase(std::lower_bound(list.begin(), list.end(), unit));
        area_of_[unit.at()] = nowhere;
        exchanged(unit);
        AreaFlows sum = totals_[at(area)];
        sum.residents -= flows_.out(unit);
        sum.workers -= flows_.in(unit);
        sum.inner -= flows_.inner(unit) + to_area_[at(area)] + from_area_[at(area)];
        requeue(area, list.empty() ? AreaFlows{} : sum);
    }

    void requeue(int area, const AreaFlows& sum) {
        totals_[at(area)] = sum;
        validity_[at(area)] = validity(sum, rule_);
        if (!members_[at(area)].empty()) queue_.insert({validity_[at(area)], area});
    }

    void finish() {
        std::vector<int> labels = area_of_;
        int next = static_cast<int>(flows_.units());
        for (auto& label : labels)
            if (label == nowhere) label = next++;
        found_.partition = numbered(labels);
        std::sort(found_.aside.begin(), found_.aside.end());
    }

    static std::size_t at(int area) { return static_cast<std::size_t>(area); }

    const SparseFlows& flows_;
    const TravelToWork& rule_;
    std::vector<int> area_of_, moves_;
    std::vector<std::vector<Unit>> members_;
    std::vector<AreaFlows> totals_;
    std::vector<double> validity_, to_area_, from_area_;
    std::vector<int> touched_;
    std::set<std::pair<double, int>> queue_;
    GreedyAreas found_;
};

}  // namespace

std::vector<Unit> units_without_judgement(const SparseFlows& flows) {
    std::vector<Unit> found;
    for (const Unit unit : Set<Unit>(flows.units())) {
        const bool is_alone = flows.out(unit) <= flows.inner(unit) && flows.in(unit) <= flows.inner(unit);
        if (flows.out(unit) <= 0.0 || flows.in(unit) <= 0.0 || is_alone) found.push_back(unit);
    }
    return found;
}

GreedyAreas greedy_living_areas(const SparseFlows& flows, const TravelToWork& rule) {
    return Regionalisation(flows, rule).run();
}

}  // namespace ecumene::structure
