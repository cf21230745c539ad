#include "structure/units.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"

namespace ecumene::structure {

Unit Units::add(UnitRecord record) {
    if (record.code.empty()) throw Error(ErrorKind::input, "a unit has no code");
    const auto place = std::lower_bound(by_code_.begin(), by_code_.end(), record.code,
        [&](std::size_t at, const std::string& code) { return records_[at].code < code; });
    if (place != by_code_.end() && records_[*place].code == record.code)
        throw Error(ErrorKind::input, compose("there are two units '{}'", {record.code}));
    by_code_.insert(place, records_.size());
    records_.push_back(std::move(record));
    return Unit{static_cast<std::int32_t>(records_.size() - 1)};
}

std::optional<Unit> Units::find(std::string_view code) const {
    const auto place = std::lower_bound(by_code_.begin(), by_code_.end(), code,
        [&](std::size_t at, std::string_view wanted) { return records_[at].code < wanted; });
    if (place == by_code_.end() || records_[*place].code != code) return std::nullopt;
    return Unit{static_cast<std::int32_t>(*place)};
}

std::vector<std::string> Units::codes() const {
    std::vector<std::string> codes;
    codes.reserve(records_.size());
    for (const auto& record : records_) codes.push_back(record.code);
    return codes;
}

bool Units::has_places() const {
    return std::none_of(records_.begin(), records_.end(),
        [](const UnitRecord& record) { return is_blank(record.longitude) || is_blank(record.latitude); });
}

double Units::population() const {
    double sum = 0.0;
    for (const auto& record : records_)
        if (!is_blank(record.population)) sum += record.population;
    return sum;
}

Adjacency adjacency(std::size_t units, const std::vector<std::pair<Unit, Unit>>& borders) {
    Adjacency neighbours(units);
    for (const auto& [a, b] : borders) {
        if (a == b) continue;
        neighbours[a.at()].push_back(b);
        neighbours[b.at()].push_back(a);
    }
    for (auto& list : neighbours) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return neighbours;
}

std::vector<std::vector<Unit>> connected_parts(const std::vector<Unit>& members, const Adjacency& borders) {
    if (borders.empty() && !members.empty()) return {members};
    std::vector<char> is_open(borders.size(), 0);
    for (const Unit unit : members) is_open[unit.at()] = 1;
    std::vector<std::vector<Unit>> parts;
    for (const Unit first : members) {
        if (is_open[first.at()] == 0) continue;
        std::vector<Unit> part{first};
        is_open[first.at()] = 0;
        for (std::size_t k = 0; k < part.size(); ++k)
            for (const Unit next : borders[part[k].at()])
                if (is_open[next.at()] != 0) {
                    is_open[next.at()] = 0;
                    part.push_back(next);
                }
        std::sort(part.begin(), part.end());
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace ecumene::structure
