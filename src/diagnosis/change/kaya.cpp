#include "diagnosis/change/kaya.hpp"

#include <algorithm>
#include <functional>

#include "diagnosis/change/lmdi.hpp"
#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::diagnosis {
namespace {

const Effect& word_for(const std::string& id) {
    static const std::map<std::string, Effect> words = {{"people", {"people", {"people", "인구"}, 0.0}},
        {"spread_of_people", {"spread_of_people", {"where people live", "인구 분포"}, 0.0}},
        {"product_per_head", {"product_per_head", {"product per head", "1인당 생산"}, 0.0}},
        {"industry_mix", {"industry_mix", {"mix of industries", "산업 구조"}, 0.0}},
        {"intensity", {"intensity", {"emissions per product", "배출 집약도"}, 0.0}},
        {"intensity_of_homes", {"intensity_of_homes", {"emissions per head of homes", "가정의 1인당 배출"}, 0.0}}};
    return words.at(id);
}

// The value and factors of one cell in one year; a blank anywhere is unknown.
struct CellYear {
    double value{blank};
    std::vector<double> factors;
    std::string status;
};

struct CellSource {
    std::string code;
    Bilingual name;
    std::function<CellYear(int)> in;
};

// x / y with 0 / 0 = 0: where nothing is made nothing is emitted, and the limits of D16 take over.
double quotient(double x, double y) {
    if (x == 0.0 && y == 0.0) return 0.0;
    return x / y;
}

LmdiCell between(const CellYear& first, const CellYear& last) {
    return {.first = first.value, .last = last.value, .first_factors = first.factors, .last_factors = last.factors};
}

bool is_known(const std::vector<CellSource>& cells, int year) {
    return std::all_of(cells.begin(), cells.end(), [&](const CellSource& source) {
        const auto cell = source.in(year);
        return !is_blank(cell.value) && std::none_of(cell.factors.begin(), cell.factors.end(), is_blank);
    });
}

std::vector<int> steps_of(const std::vector<CellSource>& cells, int first, int last, Chaining chaining) {
    std::vector<int> years = {first};
    if (chaining == Chaining::chained)
        for (int year = first + 1; year < last; ++year)
            if (is_known(cells, year)) years.push_back(year);
    years.push_back(last);
    return years;
}

Decomposition step_between(
    const std::vector<CellSource>& cells, int from, int to, std::size_t factors, KayaChange& result) {
    std::vector<LmdiCell> lmdi;
    for (const auto& cell : cells) {
        const auto first = cell.in(from), last = cell.in(to);
        lmdi.push_back(between(first, last));
        result.status = weaker(result.status, weaker(first.status, last.status));
    }
    return decompose(lmdi, factors);
}

void name_effects(const std::vector<std::string>& ids, const std::vector<double>& values, KayaChange& result) {
    for (std::size_t j = 0; j < ids.size(); ++j) {
        result.effects.push_back(word_for(ids[j]));
        result.effects.back().value = values[j];
    }
}

void name_parts(const std::vector<CellSource>& cells, const Decomposition& step, int from, int to, KayaChange& result) {
    if (cells.size() < 2) return;
    for (std::size_t i = 0; i < cells.size(); ++i)
        result.parts.push_back(
            {cells[i].code, cells[i].name, cells[i].in(to).value - cells[i].in(from).value, step.by_cell[i]});
}

double sum_in(const std::vector<CellSource>& cells, int year) {
    double sum = 0.0;
    for (const auto& cell : cells) sum += cell.in(year).value;
    return sum;
}

KayaChange change_over(KayaChange result, const std::vector<CellSource>& cells, const std::vector<std::string>& ids) {
    result.first = sum_in(cells, result.first_year);
    result.last = sum_in(cells, result.last_year);
    const auto years = steps_of(cells, result.first_year, result.last_year, result.chaining);
    std::vector<double> effects(ids.size(), 0.0);
    for (std::size_t i = 0; i + 1 < years.size(); ++i) {
        const auto step = step_between(cells, years[i], years[i + 1], ids.size(), result);
        if (step.is_refused()) {
            result.reason = step.refusal;
            return result;
        }
        for (std::size_t j = 0; j < ids.size(); ++j) effects[j] += step.effects[j];
        if (result.chaining == Chaining::fixed_base) name_parts(cells, step, years[i], years[i + 1], result);
    }
    name_effects(ids, effects, result);
    return result;
}

KayaChange described(const UnitPanel& panel, const KayaPlace& place, const char* cells, Chaining chaining) {
    return {.level = place.level,
        .place = place.code,
        .name = place.name,
        .cells = cells,
        .measure = panel.measure,
        .prices = panel.prices,
        .chaining = chaining,
        .first_year = panel.first,
        .last_year = panel.last};
}

std::string status_of(const UnitSeries& unit, int year) {
    return weaker(figure_in(unit.emissions, year).status,
        weaker(figure_in(unit.people, year).status, figure_in(unit.product, year).status));
}

double people_of(const std::vector<const UnitSeries*>& units, int year) {
    double people = 0.0;
    for (const auto* unit : units) people += figure_in(unit->people, year).value;
    return people;
}

// E = P (G/P) (E/G)
CellYear single_unit(const UnitSeries& unit, int year) {
    const double e = figure_in(unit.emissions, year).value, p = figure_in(unit.people, year).value,
                 g = figure_in(unit.product, year).value;
    return {e, {p, quotient(g, p), quotient(e, g)}, status_of(unit, year)};
}

// E_i = P (P_i/P) (G_i/P_i) (E_i/G_i)
CellYear one_of_units(const UnitSeries& unit, double all_people, int year) {
    auto cell = single_unit(unit, year);
    cell.factors.insert(cell.factors.begin(), all_people);
    cell.factors[1] = quotient(cell.factors[1], all_people);
    return cell;
}

Bilingual name_of_sector(const std::string& code) {
    for (const auto& tree : SectorTrees::shipped().trees())
        if (const auto* sector = SectorTrees::shipped().find(tree, code)) return sector->name;
    return {code, code};
}

// E_s = P (G/P) (E_s/G)
CellYear sector_of_whole(const UnitSeries& whole, const YearlySeries& emissions, int year) {
    const Figure e = figure_in(emissions, year);
    const double p = figure_in(whole.people, year).value, g = figure_in(whole.product, year).value;
    return {e.value, {p, quotient(g, p), quotient(e.value, g)}, weaker(e.status, status_of(whole, year))};
}

// E_s = P (G/P) (G_s/G) (E_s/G_s), the homes' factor 1
CellYear sector_with_product(
    const UnitSeries& whole, const YearlySeries& emissions, const YearlySeries& product, int year) {
    auto cell = sector_of_whole(whole, emissions, year);
    const double g = figure_in(whole.product, year).value;
    const Figure own = figure_in(product, year);
    cell.factors = {cell.factors[0], cell.factors[1], quotient(own.value, g), quotient(cell.value, own.value), 1.0};
    cell.status = weaker(cell.status, own.status);
    return cell;
}

// E_h = P (E_h/P)
CellYear sector_of_homes(const UnitSeries& whole, const YearlySeries& emissions, int year) {
    auto cell = sector_of_whole(whole, emissions, year);
    cell.factors = {cell.factors[0], 1.0, 1.0, 1.0, quotient(cell.value, cell.factors[0])};
    return cell;
}

}  // namespace

KayaChange kaya_of_units(
    const UnitPanel& panel, const KayaPlace& place, const std::vector<const UnitSeries*>& units, Chaining chaining) {
    const bool is_single = units.size() == 1;
    auto result = described(panel, place, is_single ? "itself" : "regions", chaining);
    std::vector<CellSource> cells;
    std::map<int, double> people;  // of all, once a year
    for (int year = panel.first; year <= panel.last; ++year) people[year] = people_of(units, year);
    for (const auto* unit : units)
        cells.push_back({unit->unit.code, unit->unit.name, [unit, is_single, &people](int year) {
                             return is_single ? single_unit(*unit, year) : one_of_units(*unit, people.at(year), year);
                         }});
    if (is_single) return change_over(std::move(result), cells, {"people", "product_per_head", "intensity"});
    return change_over(std::move(result), cells, {"people", "spread_of_people", "product_per_head", "intensity"});
}

KayaChange kaya_of_sectors(const UnitPanel& panel, const KayaPlace& place, const UnitSeries& whole,
    const SeriesBySector& emissions, const SeriesBySector& product, Chaining chaining) {
    auto result = described(panel, place, "sectors", chaining);
    std::vector<CellSource> cells;
    for (const auto& [code, series] : emissions) {
        const auto own = product.find(code);
        const YearlySeries* made = own == product.end() ? nullptr : &own->second;
        cells.push_back({code, name_of_sector(code), [&whole, &series = series, made, &product](int year) {
                             if (product.empty()) return sector_of_whole(whole, series, year);
                             return made ? sector_with_product(whole, series, *made, year)
                                         : sector_of_homes(whole, series, year);
                         }});
    }
    if (product.empty()) return change_over(std::move(result), cells, {"people", "product_per_head", "intensity"});
    return change_over(
        std::move(result), cells, {"people", "product_per_head", "industry_mix", "intensity", "intensity_of_homes"});
}

}  // namespace ecumene::diagnosis
