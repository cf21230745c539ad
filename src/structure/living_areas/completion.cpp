#include "structure/living_areas/completion.hpp"

#include <algorithm>

namespace ecumene::structure {
namespace {

class Completion {
public:
    Completion(std::vector<std::vector<Unit>> areas, const AreaSearch& search, const SparseFlows& flows,
        const Adjacency& borders, const TravelToWork& rule)
        : areas_(std::move(areas)),
          search_(search),
          flows_(flows),
          borders_(borders),
          rule_(rule),
          area_of_(flows.units(), nowhere) {
        for (std::size_t a = 0; a < areas_.size(); ++a)
            for (const Unit unit : areas_[a]) area_of_[unit.at()] = static_cast<int>(a);
        for (const Unit unit : Set<Unit>(flows.units()))
            if (area_of_[unit.at()] == nowhere) left_.push_back(unit);
    }

    std::optional<Partition> run() {
        while (!left_.empty())
            if (!place_one_that_fits() && !place_group_by_force()) return std::nullopt;
        if (!mend_areas()) return std::nullopt;
        return numbered(area_of_);
    }

private:
    // Areas a unit could join, by the flow both ways.
    std::vector<std::pair<double, int>> areas_near(Unit unit) const {
        std::vector<double> exchange(areas_.size());
        std::vector<char> is_near(areas_.size(), borders_.empty() ? 1 : 0);
        if (!borders_.empty())
            for (const Unit other : borders_[unit.at()])
                if (area_of_[other.at()] != nowhere) is_near[static_cast<std::size_t>(area_of_[other.at()])] = 1;
        for (const auto row : {flows_.from(unit), flows_.to(unit)})
            for (const auto& [other, value] : row)
                if (area_of_[other.at()] != nowhere) exchange[static_cast<std::size_t>(area_of_[other.at()])] += value;
        std::vector<std::pair<double, int>> near;
        for (std::size_t a = 0; a < areas_.size(); ++a)
            if (is_near[a] != 0 && !areas_[a].empty()) near.emplace_back(-exchange[a], static_cast<int>(a));
        std::sort(near.begin(), near.end());
        return near;
    }

    double validity_with(Unit unit, int area) const {
        auto list = areas_[static_cast<std::size_t>(area)];
        list.push_back(unit);
        return validity(search_.totals(list), rule_);
    }

    bool place_one_that_fits() {
        for (std::size_t k = 0; k < left_.size(); ++k)
            for (const auto& [exchange, area] : areas_near(left_[k]))
                if (validity_with(left_[k], area) >= 1.0 - validity_tolerance) {
                    place(k, area);
                    return true;
                }
        return false;
    }

    // Nothing fits: the unit with most flow to an area joins it all the same; the area is mended later.
    bool place_group_by_force() {
        std::size_t best = left_.size();
        int area = nowhere;
        double most = 1.0;
        for (std::size_t k = 0; k < left_.size(); ++k) {
            const auto near = areas_near(left_[k]);
            if (near.empty() || near.front().first >= most) continue;
            most = near.front().first;
            best = k;
            area = near.front().second;
        }
        if (best == left_.size()) return false;
        place(best, area);
        return true;
    }

    void place(std::size_t k, int area) {
        area_of_[left_[k].at()] = area;
        areas_[static_cast<std::size_t>(area)].push_back(left_[k]);
        left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(k));
    }

    // An area that lost its validity merges with the one it exchanges most with, until none is left.
    bool mend_areas() {
        for (std::size_t a = 0; a < areas_.size();) {
            if (areas_[a].empty() || is_valid(search_.totals(areas_[a]), rule_)) {
                ++a;
                continue;
            }
            const int other = partner(a);
            if (other == nowhere) return false;
            for (const Unit unit : areas_[a]) {
                area_of_[unit.at()] = other;
                areas_[static_cast<std::size_t>(other)].push_back(unit);
            }
            areas_[a].clear();
            a = 0;
        }
        return true;
    }

    int partner(std::size_t a) const {
        std::vector<double> exchange(areas_.size(), 0.0);
        for (const Unit unit : areas_[a])
            for (const auto& [minus, area] : areas_near(unit))
                if (static_cast<std::size_t>(area) != a) exchange[static_cast<std::size_t>(area)] += 1e-9 - minus;
        const auto most = std::max_element(exchange.begin(), exchange.end());
        return most == exchange.end() || *most <= 0.0 ? nowhere : static_cast<int>(most - exchange.begin());
    }

    std::vector<std::vector<Unit>> areas_;
    const AreaSearch& search_;
    const SparseFlows& flows_;
    const Adjacency& borders_;
    const TravelToWork& rule_;
    std::vector<int> area_of_;
    std::vector<Unit> left_;
};

}  // namespace

std::optional<Partition> completed(std::vector<std::vector<Unit>> areas, const AreaSearch& search,
    const SparseFlows& flows, const Adjacency& borders) {
    if (areas.empty()) return std::nullopt;
    return Completion(std::move(areas), search, flows, borders, search.rule()).run();
}

}  // namespace ecumene::structure
