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

// A cell in every year of the span, worked out once.
struct CellPath {
    std::string code;
    Bilingual name;
    int first_year{};
    std::vector<CellYear> years;
    const CellYear& in(int year) const { return years[static_cast<std::size_t>(year - first_year)]; }
};

CellPath path_of(
    const std::string& code, const Bilingual& name, const UnitPanel& panel, const std::function<CellYear(int)>& in) {
    CellPath path{.code = code, .name = name, .first_year = panel.first, .years = {}};
    for (int year = panel.first; year <= panel.last; ++year) path.years.push_back(in(year));
    return path;
}

// x / y with 0 / 0 = 0: where nothing is made nothing is emitted, and the limits of D16 take over.
double quotient(double x, double y) {
    if (x == 0.0 && y == 0.0) return 0.0;
    return x / y;
}

LmdiCell between(const CellYear& first, const CellYear& last) {
    return {.first = first.value, .last = last.value, .first_factors = first.factors, .last_factors = last.factors};
}

bool is_known(const std::vector<CellPath>& cells, int year) {
    return std::all_of(cells.begin(), cells.end(), [&](const CellPath& source) {
        const auto& cell = source.in(year);
        return !is_blank(cell.value) && std::none_of(cell.factors.begin(), cell.factors.end(), is_blank);
    });
}

std::vector<int> steps_of(const std::vector<CellPath>& cells, int first, int last, Chaining chaining) {
    std::vector<int> years = {first};
    if (chaining == Chaining::chained)
        for (int year = first + 1; year < last; ++year)
            if (is_known(cells, year)) years.push_back(year);
    years.push_back(last);
    return years;
}

Decomposition step_between(
    const std::vector<CellPath>& cells, int from, int to, std::size_t factors, KayaChange& result) {
    std::vector<LmdiCell> lmdi;
    for (const auto& cell : cells) {
        const auto &first = cell.in(from), &last = cell.in(to);
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

void name_parts(const std::vector<CellPath>& cells, const Decomposition& step, int from, int to, KayaChange& result) {
    if (cells.size() < 2) return;
    for (std::size_t i = 0; i < cells.size(); ++i)
        result.parts.push_back(
            {cells[i].code, cells[i].name, cells[i].in(to).value - cells[i].in(from).value, step.by_cell[i]});
}

double sum_in(const std::vector<CellPath>& cells, int year) {
    double sum = 0.0;
    for (const auto& cell : cells) sum += cell.in(year).value;
    return sum;
}

KayaChange change_in_steps(KayaChange result, const std::vector<CellPath>& cells, const std::vector<std::string>& ids) {
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

// By one step and by a chain of them.
std::vector<KayaChange> changes_over(const UnitPanel& panel, const KayaPlace& place, const char* what,
    const std::vector<CellPath>& cells, const std::vector<std::string>& ids) {
    std::vector<KayaChange> changes;
    for (const auto chaining : {Chaining::fixed_base, Chaining::chained})
        changes.push_back(change_in_steps({.level = place.level,
                                              .place = place.code,
                                              .name = place.name,
                                              .cells = what,
                                              .measure = panel.measure,
                                              .prices = panel.prices,
                                              .chaining = chaining,
                                              .first_year = panel.first,
                                              .last_year = panel.last},
            cells, ids));
    return changes;
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

Bilingual name_of_sector(const std::string& tree, const std::string& code) {
    const auto* sector = SectorTrees::shipped().find(tree, code);
    return sector ? sector->name : Bilingual{code, code};
}

// The whole's part of a sector's factors, one year of it, worked out once for all sectors.
struct WholeYear {
    double people{}, product{};
    std::string status;
};

std::map<int, WholeYear> years_of(const UnitSeries& whole, const UnitPanel& panel) {
    std::map<int, WholeYear> years;
    for (int year = panel.first; year <= panel.last; ++year)
        years[year] = {
            figure_in(whole.people, year).value, figure_in(whole.product, year).value, status_of(whole, year)};
    return years;
}

// E_s = P (G/P) (E_s/G)
CellYear sector_of_whole(const WholeYear& whole, const Figure& emissions) {
    return {emissions.value,
        {whole.people, quotient(whole.product, whole.people), quotient(emissions.value, whole.product)},
        weaker(emissions.status, whole.status)};
}

// E_s = P (G/P) (G_s/G) (E_s/G_s), the homes' factor 1
CellYear sector_with_product(const WholeYear& whole, const Figure& emissions, const Figure& product) {
    return {emissions.value,
        {whole.people, quotient(whole.product, whole.people), quotient(product.value, whole.product),
            quotient(emissions.value, product.value), 1.0},
        weaker(weaker(emissions.status, whole.status), product.status)};
}

// E_h = P (E_h/P)
CellYear sector_of_homes(const WholeYear& whole, const Figure& emissions) {
    return {emissions.value, {whole.people, 1.0, 1.0, 1.0, quotient(emissions.value, whole.people)},
        weaker(emissions.status, whole.status)};
}

}  // namespace

std::vector<KayaChange> kaya_of_units(
    const UnitPanel& panel, const KayaPlace& place, const std::vector<const UnitSeries*>& units) {
    const bool is_single = units.size() == 1;
    std::map<int, double> people;  // of all, once a year
    for (int year = panel.first; year <= panel.last; ++year) people[year] = people_of(units, year);
    std::vector<CellPath> cells;
    cells.reserve(units.size());
    for (const auto* unit : units)
        cells.push_back(path_of(unit->unit.code, unit->unit.name, panel, [&, unit](int year) {
            return is_single ? single_unit(*unit, year) : one_of_units(*unit, people.at(year), year);
        }));
    if (is_single) return changes_over(panel, place, "itself", cells, {"people", "product_per_head", "intensity"});
    return changes_over(
        panel, place, "regions", cells, {"people", "spread_of_people", "product_per_head", "intensity"});
}

std::vector<KayaChange> kaya_of_sectors(
    const UnitPanel& panel, const KayaPlace& place, const UnitSeries& whole, const SectorFigures& sectors) {
    const auto years = years_of(whole, panel);
    const bool by_product = !sectors.product.empty();
    std::vector<CellPath> cells;
    cells.reserve(sectors.emissions.size());
    for (const auto& [code, series] : sectors.emissions) {
        const auto own = sectors.product.find(code);
        const YearlySeries* made = own == sectors.product.end() ? nullptr : &own->second;
        cells.push_back(path_of(code, name_of_sector(sectors.tree, code), panel, [&, &series = series](int year) {
            const Figure emissions = figure_in(series, year);
            if (!by_product) return sector_of_whole(years.at(year), emissions);
            return made ? sector_with_product(years.at(year), emissions, figure_in(*made, year))
                        : sector_of_homes(years.at(year), emissions);
        }));
    }
    if (!by_product) return changes_over(panel, place, "sectors", cells, {"people", "product_per_head", "intensity"});
    return changes_over(panel, place, "sectors", cells,
        {"people", "product_per_head", "industry_mix", "intensity", "intensity_of_homes"});
}

}  // namespace ecumene::diagnosis
