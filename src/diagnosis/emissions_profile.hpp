// What emissions are and where: growth, share, per head and per value added of every group of regions, set side by side.
//
//     Profile p = profile(data, {.grouping = "capital", .first_year = 2000, .last_year = 2018, .coverage = Coverage::gross});
//     p.groups[0].growth.value              // 0.0267: 2.67 % a year
//     p.groups[1].per_capita.last.value     // 21.5 tCO2eq/person
//     p.ratio.last.value                    // 3.29, p.ratio.higher over p.ratio.lower
//
// Units: totals tCO2eq; per head tCO2eq/person; per value added tCO2eq/MKRW; growth 1/year (compound); shares and
// ratios 1. A blank value (NaN) is a figure that could not be had: `reason` then says why and `gaps` what would unlock it.
// Every figure names its years and carries the weakest status of what it rests on. Formulas: docs/model/diagnosis.md.
//
// Production ledger only: emissions count where they leave the stack, power plants where they stand. Nothing is
// extrapolated; a population missing between two known years is interpolated and called "derived". A region without a
// figure counts as part of a neighbour only where that can be told (docs/model/diagnosis.md, D8); it is named in `cautions`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/figures.hpp"

namespace ecumene::diagnosis {

enum class Coverage { gross, net };      // without or with land use, land-use change and forestry
std::string name_of(Coverage coverage);  // as the tables have it

// What an open end of a request reaches to.
inline constexpr int first_calendar_year = 1900, last_calendar_year = 2200;

struct Request {
    std::string grouping{};  // of regions.csv (`group_<grouping>`); empty: every region by itself
    int first_year{};        // 0: the first year more than half of the groups have a figure for
    int last_year{};         // 0: the last such year; years beyond the figures are moved inwards, and `gaps` says so
    Coverage coverage{Coverage::gross};
};

struct Share {
    Figure first, last;  // of the sum of all regions
};

struct PerCapita {
    Figure first, last;           // tCO2eq/person, of the years that `growth` covers
    std::vector<Figure> by_year;  // every year of the request that has one
    Growth growth;
};

// Nominal and constant prices are never mixed: one of these for each measure and price base that has years in common with
// the emissions. All groups are compared over the same years: the widest span whose ends more than half of the groups have.
struct PerGva {
    std::string measure;  // gva or grdp
    std::string prices;   // nominal, real2009, ...
    Figure first, last;   // tCO2eq/MKRW, of the years that `growth` covers
    Growth growth;
};

struct GroupProfile {
    std::string group;  // code; a region's code when there is no grouping
    Bilingual name;
    std::vector<std::string> regions;  // codes
    Figure total;                      // tCO2eq in the last year
    Growth growth;                     // of the total
    Share share;
    PerCapita per_capita;
    std::vector<PerGva> per_gva;
};

// Emissions per head of the group that has most over the group that has least in the last year.
struct Ratio {
    std::string higher, lower;  // groups
    Figure first, last;
    std::vector<Figure> by_year;  // the same two groups
    Bilingual reason;             // why it is blank; empty otherwise
};

// Inequality of emissions per head among regions in one year, weighted by population (core/inequality.hpp).
struct Inequality {
    int year{};
    double theil{blank}, between{blank}, within{blank};  // theil = between + within the groups
    double gini{blank};
    double williamson{blank};
    double spread{
        blank};  // tCO2eq/person: how far apart two people's figures are on average; has a meaning for net too
    std::size_t regions{};  // that have both figures
    std::string status;
    Bilingual reason;  // why a measure is blank; empty otherwise
};

// What the figures count and by which rules.
struct Accounting {
    std::string coverage;  // gross or net
    std::string tree;      // sector tree
    std::string gas;       // all
    std::string gwp;       // GWP set
    std::string basis;     // inventory basis of the package
};

// Figures within the years of the request that are not reported, or not there.
struct Caution {
    std::string quantity;              // emissions, population, "grdp nominal", ...
    std::string status;                // of the figures; "absent": there is none
    std::vector<std::string> regions;  // codes, all with the same status in the same years
    std::vector<int> years;
    Bilingual text;  // one sentence
};

// Something that could not be said.
struct Gap {
    Bilingual text;     // what, and why
    std::string table;  // that would unlock it: "tables/population.csv"
};

struct Profile {
    std::string grouping;
    int first_year{}, last_year{};
    std::vector<GroupProfile> groups;  // in the package's order
    GroupProfile all;                  // the sum of all regions; its share is 1
    Ratio ratio;
    Inequality inequality_first, inequality_last;
    std::string ledger;  // production
    Bilingual ledger_note;
    Accounting accounting;
    std::vector<Caution> cautions;
    std::vector<Gap> gaps;
    std::vector<std::string> sources;  // sources.source of every figure used

    // group, year, total (tCO2eq), share (1), population (person), per_capita (tCO2eq/person), status, population_status
    Frame series;
    // group, measure, prices, year, value_added (MKRW), per_gva (tCO2eq/MKRW), status
    Frame intensity;
};

// Throws ErrorKind::input for a grouping the package does not have, years the wrong way round, or a package without
// emissions in the years asked. Cost: one pass over three tables.
Profile profile(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
