// Everything the diagnosis computes with: per group and year total, people, per head and per value added.
//
//     const Evidence e = gather(data, "capital", "gross");
//     figure_in(e.groups[0].per_head, 2018)                     // tCO2eq/person
//     const Span s = span_of({&e.groups[0].per_head, &e.groups[1].per_head}, 2000, 2018);  // years both have
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnosis/group_totals.hpp"
#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {

struct ValueAddedSeries {
    std::string measure, prices;
    YearlySeries value;    // MKRW
    YearlySeries per_gva;  // (D5) tCO2eq/MKRW
};

struct GroupSeries {
    RegionGroup group;
    YearlySeries total;                         // (D2) tCO2eq
    YearlySeries people;                        // person
    YearlySeries per_head;                      // (D4) tCO2eq/person
    std::vector<ValueAddedSeries> value_added;  // as many and in the same order for every group
};

struct Evidence {
    std::vector<std::string> regions;
    std::vector<std::string> counted;        // these and the former ones
    std::map<std::string, Bilingual> names;  // of all of them
    EmissionTable emissions;
    RegionalSeries population;  // interpolated between known years
    std::vector<ValueAddedTable> value_added;
    std::vector<GroupSeries> groups;
    GroupSeries all;           // every region
    YearlySeries unallocated;  // emissions of the nation that no region has
};

Evidence gather(const dataset::Dataset& data, const std::string& grouping, const std::string& coverage);

// Regions whose people are counted in a year though their emissions, known in others, are not: they stand in a neighbour's
// figure (D8), so that year cannot be compared among regions.
std::vector<std::string> people_without_emissions(const Evidence& e, int year);

// (D11) The widest span whose ends more than half of the series have; empty if there is none.
struct Span {
    int first{}, last{};
    bool is_empty() const { return first == 0; }
};
Span span_of(const std::vector<const YearlySeries*>& series, int first_year, int last_year);

}  // namespace ecumene::diagnosis
