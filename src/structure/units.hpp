// The units a spatial structure is made of (municipalities, districts, grid cells) and who borders whom.
//
//     Units units;
//     units.add({.code = "31010", .name = {"Suwon", "수원시"}, .region = "31", .population = 1.19e6, .longitude = 127.0, .latitude = 37.3});
//     units[Unit{0}].code;      units.find("31010");
//
// People, jobs and resident workers are counts; a count that is not known is blank (core/frame.hpp), which is not zero. Area km²,
// coordinates WGS84 degrees (blank: unknown). Codes are unique. Order never matters to a result: ties are settled by code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "core/index.hpp"
#include "core/text.hpp"

namespace ecumene::structure {

using Unit = Index<struct UnitTag>;

inline Unit unit_at(std::size_t position) {
    return Unit{static_cast<std::int32_t>(position)};
}

struct UnitRecord {
    std::string code{};
    Bilingual name{};
    std::string region{};       // the region of the package it lies in; empty: unknown
    double population{blank};   // residents
    double workers{blank};      // residents with work
    double jobs{blank};         // people who work here
    double longitude{blank};    // degrees
    double latitude{blank};     // degrees
    double area_km2{blank};     // land
    std::string jobs_status{};  // reported, estimated, ...; empty: no jobs
};

class Units {
public:
    // Throws Error input for a code that is there already or is empty.
    Unit add(UnitRecord record);

    const UnitRecord& operator[](Unit unit) const { return records_[unit.at()]; }
    UnitRecord& operator[](Unit unit) { return records_[unit.at()]; }
    Set<Unit> all() const { return Set<Unit>(records_.size()); }
    std::size_t size() const { return records_.size(); }
    std::optional<Unit> find(std::string_view code) const;
    std::vector<std::string> codes() const;
    bool has_places() const;    // every unit has coordinates
    double population() const;  // of all; blanks count nothing

private:
    std::vector<UnitRecord> records_;
    std::vector<std::size_t> by_code_;
};

// Who borders whom: neighbours of each unit, ascending, both ways. Empty: unknown, and nothing is held to be contiguous or not.
using Adjacency = std::vector<std::vector<Unit>>;

Adjacency adjacency(std::size_t units, const std::vector<std::pair<Unit, Unit>>& borders);
// Parts of `members` that hang together, each ascending, ordered by first member. Without borders (empty adjacency): one part.
std::vector<std::vector<Unit>> connected_parts(const std::vector<Unit>& members, const Adjacency& borders);

}  // namespace ecumene::structure
