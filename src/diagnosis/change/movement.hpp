// Why emissions moved between two years: Kaya factors by LMDI for nation, groups and regions, decoupling, and industry mix.
//
//     const Movement m = movement_of(data, {.grouping = "capital", .first_year = 2000, .last_year = 2017});
//     for (const KayaChange& k : m.changes) k.effects;               // tCO2eq, sum to k.change()
//     for (const DecouplingOf& d : m.decoupling) d.figure.state;
//
// Units: emissions and effects tCO2eq; product MKRW. Product in constant prices where the package has it; a decomposition
// with current prices is made as well and named so, never mixed: with current prices inflation stands in the intensity
// effect with a minus sign. Regions that split or merged between the years are one unit (bridge/region_bridge.hpp), named in
// `notes`. Where a region has no figure, the decompositions it belongs to are refused with the reason, never filled.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/change/decoupling.hpp"
#include "diagnosis/change/shift_share.hpp"
#include "diagnosis/emissions_profile.hpp"

namespace ecumene::diagnosis {

enum class Chaining { fixed_base, chained };  // one step between the ends, or the sum of yearly steps

const char* id_of(Chaining chaining);  // "fixed_base", "chained"

struct Effect {
    std::string id;  // people, spread_of_people, product_per_head, industry_mix, intensity, intensity_of_homes
    Bilingual name;
    double value{};  // tCO2eq
};

// The same effects of one region or sector inside the whole, fixed base.
struct CellEffects {
    std::string code;
    Bilingual name;
    double change{};              // tCO2eq
    std::vector<double> effects;  // tCO2eq, in the order of the whole's effects
};

struct KayaChange {
    std::string level;  // nation, group, region
    std::string place;  // code; a bridged unit is "29+34"
    Bilingual name;
    std::string cells;            // regions, sectors, itself: what the sum runs over
    std::string measure, prices;  // gva or grdp; real2009, nominal, ...
    Chaining chaining{Chaining::fixed_base};
    int first_year{}, last_year{};
    double first{blank}, last{blank};  // tCO2eq
    std::vector<Effect> effects{};     // sum to change(); empty where refused
    std::vector<CellEffects> parts{};  // of each cell, where there are several
    std::string status{};
    Bilingual reason{};  // why refused; empty otherwise
    double change() const { return last - first; }
};

struct DecouplingOf {
    std::string level, place;
    Bilingual name;
    std::string measure, prices;
    int first_year{}, last_year{};
    Decoupling figure;
    std::string status;
};

struct IndustryShift {
    std::string region;
    Bilingual name;
    std::string measure, prices;
    int first_year{}, last_year{};
    ShiftShare parts;  // MKRW
};

// Growth of product of a group over the same years as the emissions, in each price base by itself.
struct ProductGrowth {
    std::string level, place, measure, prices;
    Growth growth;
};

struct Movement {
    int first_year{}, last_year{};
    std::vector<KayaChange> changes;       // fixed base and chained, for each price base; nation, groups, regions
    std::vector<DecouplingOf> decoupling;  // likewise
    std::vector<ProductGrowth> product;
    std::vector<IndustryShift> industries;
    std::vector<Bilingual> notes;  // bridges, moved years
    std::vector<Gap> gaps;

    // level, place, cells, measure, prices, chaining, first_year, last_year, effect, value, status; first and last as effects
    Frame kaya_table() const;
    Frame kaya_parts_table() const;  // level, place, cells, measure, prices, cell, effect, value
    Frame decoupling_table() const;
    Frame shift_share_table() const;
    // region, industry, year, measure, prices, value, quotient
    Frame quotients;
};

// Throws ErrorKind::input as profile() does. Blank years: the widest span both emissions and product have.
Movement movement_of(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
