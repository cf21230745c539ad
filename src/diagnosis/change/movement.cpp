#include "diagnosis/change/movement.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "diagnosis/change/industry_panel.hpp"
#include "diagnosis/change/kaya.hpp"
#include "diagnosis/change/sector_series.hpp"
#include "diagnosis/change/unit_series.hpp"
#include "diagnosis/names.hpp"

namespace ecumene::diagnosis {
namespace {

// A place with its units; the nation's and a group's own sums stand in `whole`.
struct Place {
    KayaPlace place;
    std::vector<const UnitSeries*> units;
    UnitSeries whole;
};

YearlySeries sum_of(const std::vector<const UnitSeries*>& units, YearlySeries UnitSeries::*field, int first, int last) {
    YearlySeries sums;
    for (int year = first; year <= last; ++year) {
        Figure sum{.year = year, .value = 0.0, .status = {}};
        for (const auto* unit : units) {
            const Figure part = figure_in(unit->*field, year);
            sum.value += part.value;  // a blank part leaves a blank sum
            sum.status = weaker(sum.status, part.status);
        }
        if (!is_blank(sum.value)) sums[year] = sum;
    }
    return sums;
}

Place place_of(KayaPlace place, std::vector<const UnitSeries*> units, const UnitPanel& panel) {
    Place result{std::move(place), std::move(units), {}};
    result.whole.unit.code = result.place.code;
    result.whole.unit.name = result.place.name;
    for (const auto field : {&UnitSeries::emissions, &UnitSeries::people, &UnitSeries::product})
        result.whole.*field = sum_of(result.units, field, panel.first, panel.last);
    return result;
}

bool lies_in(const UnitSeries& unit, const RegionGroup& group) {
    return std::all_of(unit.unit.regions.begin(), unit.unit.regions.end(), [&](const std::string& region) {
        return std::find(group.regions.begin(), group.regions.end(), region) != group.regions.end();
    });
}

bool touches(const UnitSeries& unit, const RegionGroup& group) {
    return std::any_of(unit.unit.regions.begin(), unit.unit.regions.end(), [&](const std::string& region) {
        return std::find(group.regions.begin(), group.regions.end(), region) != group.regions.end();
    });
}

// Nation, groups (if any were asked for), and every unit.
std::vector<Place> places_of(const UnitPanel& panel, const Evidence& e, const Request& request, Movement& to) {
    std::vector<Place> places;
    std::vector<const UnitSeries*> all;
    for (const auto& unit : panel.units) all.push_back(&unit);
    places.push_back(place_of({"nation", e.all.group.code, e.all.group.name}, all, panel));
    for (const auto& group : e.groups) {
        if (request.grouping.empty()) break;
        std::vector<const UnitSeries*> inside;
        bool is_cut = false;
        for (const auto* unit : all) {
            if (lies_in(*unit, group.group))
                inside.push_back(unit);
            else
                is_cut = is_cut || touches(*unit, group.group);
        }
        if (is_cut)
            to.notes.push_back({compose("{}: not decomposed, a region that split or merged lies across its border",
                                    {group.group.name.en}),
                compose("{}: 분리·통합된 지역이 경계에 걸쳐 있어 분해하지 않음", {group.group.name.ko})});
        else
            places.push_back(place_of({"group", group.group.code, group.group.name}, inside, panel));
    }
    for (const auto* unit : all)
        places.push_back(place_of({"region", unit->unit.code, unit->unit.name}, {unit}, panel));
    return places;
}

void add_kaya(const Place& place, const UnitPanel& panel, Movement& to) {
    for (auto& change : kaya_of_units(panel, place.place, place.units)) to.changes.push_back(std::move(change));
}

void add_decoupling(const Place& place, const UnitPanel& panel, Movement& to) {
    const auto& w = place.whole;
    const Figure e0 = figure_in(w.emissions, panel.first), e1 = figure_in(w.emissions, panel.last),
                 g0 = figure_in(w.product, panel.first), g1 = figure_in(w.product, panel.last);
    to.decoupling.push_back({place.place.level, place.place.code, place.place.name, panel.measure, panel.prices,
        panel.first, panel.last, decoupling_of(e0.value, e1.value, g0.value, g1.value),
        weaker(weaker(e0.status, e1.status), weaker(g0.status, g1.status))});
    to.product.push_back({place.place.level, place.place.code, panel.measure, panel.prices, growth_between(g0, g1)});
}

using ProductByRegion = std::map<std::string, SeriesBySector>;

// Product of industries by region (and the nation), of the measure and prices of the panel.
ProductByRegion product_by_region(const dataset::Dataset& data, const UnitPanel& panel) {
    const Frame& table = data.table("gva");
    const auto &regions = table.texts("region"), &industries = table.texts("industry"),
               &measures = table.texts("measure"), &prices = table.texts("prices"), &statuses = table.texts("status");
    const auto &years = table.numbers("year"), &values = table.numbers("value");
    ProductByRegion product;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (industries[row] != "total" && measures[row] == panel.measure && prices[row] == panel.prices &&
            !is_blank(values[row])) {
            const int year = static_cast<int>(years[row]);
            product[regions[row]][industries[row]][year] = {
                .year = year, .value = values[row], .status = statuses[row]};
        }
    return product;
}

bool knows_ends(const YearlySeries& series, int first, int last) {
    return series.count(first) && series.count(last);
}

// Sectors with a figure at both ends; the others are named by their codes.
SeriesBySector comparable(const SeriesBySector& all, const UnitPanel& panel, std::vector<std::string>& left_out) {
    SeriesBySector kept;
    for (const auto& [code, series] : all) {
        if (knows_ends(series, panel.first, panel.last))
            kept.emplace(code, series);
        else
            left_out.push_back(code);
    }
    return kept;
}

// Only if every sector that has product at all has it at both ends; else the finer factors would cover part of the whole.
SeriesBySector product_of_sectors(const SeriesBySector& all, const SeriesBySector& emissions, const UnitPanel& panel) {
    SeriesBySector kept;
    for (const auto& [code, series] : all)
        if (emissions.count(code)) {
            if (!knows_ends(series, panel.first, panel.last)) return {};
            kept.emplace(code, series);
        }
    return kept;
}

using BySectorOfRegions = std::map<std::string, SeriesBySector>;

struct PartialSum {
    Figure figure;
    int regions{};
};

// Years in which a region has a figure for any sector at all.
std::set<int> years_of(const SeriesBySector& sectors) {
    std::set<int> years;
    for (const auto& [code, series] : sectors)
        for (const auto& [year, figure] : series) years.insert(year);
    return years;
}

// How many figures a sum over the place needs in each year: one of every region, but for pieces of a unit that were not
// counted apart that year.
std::map<int, int> needed_figures(const Place& place, const BySectorOfRegions& regions, const UnitPanel& panel) {
    std::map<int, int> needed;
    for (const auto* unit : place.units)
        for (const auto& region : unit->unit.regions) {
            const auto found = regions.find(region);
            const auto known = found == regions.end() ? std::set<int>{} : years_of(found->second);
            for (int year = panel.first; year <= panel.last; ++year)
                if (unit->unit.regions.size() == 1 || known.count(year)) ++needed[year];
        }
    return needed;
}

// Sectors of a place: its own rows, else the sum of its regions where every one has the figure.
SeriesBySector sectors_of(const Place& place, const BySectorOfRegions& regions, const UnitPanel& panel) {
    if (const auto own = regions.find(place.place.code); own != regions.end()) return own->second;
    std::map<std::string, std::map<int, PartialSum>> sums;
    for (const auto* unit : place.units)
        for (const auto& region : unit->unit.regions)
            if (const auto found = regions.find(region); found != regions.end())
                for (const auto& [code, series] : found->second)
                    for (const auto& [year, figure] : series) {
                        auto& sum = sums[code][year];
                        sum.figure = {year, (sum.regions > 0 ? sum.figure.value : 0.0) + figure.value,
                            weaker(sum.figure.status, figure.status)};
                        ++sum.regions;
                    }
    const auto needed = needed_figures(place, regions, panel);
    SeriesBySector result;
    for (const auto& [code, years] : sums) {
        auto& series = result[code];  // even without a year: what is left out is named by its code
        for (const auto& [year, sum] : years)
            if (const auto n = needed.find(year); n != needed.end() && n->second == sum.regions)
                series[year] = sum.figure;
    }
    return result;
}

class SectorChanges {
public:
    SectorChanges(const dataset::Dataset& data, const std::string& coverage)
        : table_(read_sectors(data, coverage, TreeChoice::most_years)) {}

    bool is_empty() const { return table_.tree.empty(); }
    const std::string& tree() const { return table_.tree; }

    void add(const Place& place, const UnitPanel& panel, const ProductByRegion& product_of, Movement& to) {
        std::vector<std::string> left_out;
        const auto emissions = comparable(sectors_of(place, table_.regions, panel), panel, left_out);
        if (emissions.empty()) return;
        if (!left_out.empty())
            to.notes.push_back(
                {compose("{}: sectors {} have no figure in {} or {} and are not in the decomposition by sector",
                     {place.place.name.en, join(left_out, ", "), panel.first, panel.last}),
                    compose("{}: {} 부문은 {}년이나 {}년 값이 없어 부문별 분해에서 뺌",
                        {place.place.name.ko, join(left_out, ", "), panel.first, panel.last})});
        note_edition(place, emissions, panel, to);
        const auto product = product_of_sectors(sectors_of(place, product_of, panel), emissions, panel);
        for (auto& change : kaya_of_sectors(panel, place.place, place.whole, {table_.tree, emissions, product}))
            to.changes.push_back(std::move(change));
    }

private:
    // Sectors of another edition or with gaps do not add up to the total of the same place.
    void note_edition(const Place& place, const SeriesBySector& emissions, const UnitPanel& panel, Movement& to) const {
        double sum = 0.0;
        for (const auto& [code, series] : emissions) sum += figure_in(series, panel.last).value;
        const double total = figure_in(place.whole.emissions, panel.last).value;
        if (std::abs(sum - total) <= rounding_of_parts * total) return;
        to.notes.push_back(
            {compose("{}: the sectors ({}) sum to {:.1f} Mt in {}, the total is {:.1f} Mt: the decomposition "
                     "by sector is of the sectors' sum",
                 {place.place.name.en, tree_name(table_.tree).en, sum * per_million, panel.last, total * per_million}),
                compose("{}: {}년 부문({}) 합은 {:.1f} Mt, 총량은 {:.1f} Mt: 부문별 분해는 부문 합에 대한 것임",
                    {place.place.name.ko, panel.last, tree_name(table_.tree).ko, sum * per_million,
                        total * per_million})});
    }

    static constexpr double rounding_of_parts = 1e-5;
    SectorTable table_;
};

Bilingual lacking_names(const UnitPanel& panel) {
    std::vector<std::string> english, korean;
    for (const auto& series : panel.units)
        if (std::find(panel.lacking.begin(), panel.lacking.end(), series.unit.code) != panel.lacking.end()) {
            english.push_back(series.unit.name.en);
            korean.push_back(series.unit.name.ko);
        }
    return {join(english, ", "), join(korean, ", ")};
}

void add_panel(const dataset::Dataset& data, const UnitPanel& panel, const Evidence& e, const Request& request,
    SectorChanges& sectors, Movement& to) {
    to.notes.insert(to.notes.end(), panel.notes.begin(), panel.notes.end());
    if (!panel.lacking.empty()) {
        const auto name = product_name(panel.measure, panel.prices);
        const auto places = lacking_names(panel);
        to.notes.push_back(
            {compose("{}: no figure at an end for {}: these, and what they belong to, are not decomposed",
                 {name.en, places.en}),
                compose("{}: {} 값이 처음이나 끝에 없어, 이들과 그 상위는 분해하지 않음", {name.ko, places.ko})});
    }
    const auto product = product_by_region(data, panel);
    for (const auto& place : places_of(panel, e, request, to)) {
        add_kaya(place, panel, to);
        sectors.add(place, panel, product, to);
        add_decoupling(place, panel, to);
    }
}

// Years as they are said where none fit: "between 2000 and 2018", or nothing where all years were asked for.
Bilingual span_of(const Request& request) {
    if (request.first_year > 0 && request.last_year > 0)
        return {compose(" between {} and {}", {request.first_year, request.last_year}),
            compose("{}~{}년에 ", {request.first_year, request.last_year})};
    if (request.first_year > 0)
        return {compose(" from {} on", {request.first_year}), compose("{}년 이후 ", {request.first_year})};
    if (request.last_year > 0)
        return {compose(" up to {}", {request.last_year}), compose("{}년까지 ", {request.last_year})};
    return {};
}

// The package may have the years that were not asked for (D11).
void add_industry_gaps(const dataset::Dataset& data, const Request& request, bool has_quotients, Movement& to) {
    const auto span = span_of(request);
    const auto others = industry_years(data, first_calendar_year, last_calendar_year);
    Bilingual there;
    if (others.first_year > 0)
        there = {compose("; {} and {} have", {others.first_year, others.last_year}),
            compose(" ({}년과 {}년에는 있음)", {others.first_year, others.last_year})};
    to.gaps.push_back(
        {{compose("no shift-share: no two years{} have product by industry for the regions{}", {span.en, there.en}),
             compose("변화할당 분석 없음: {}산업별 생산이 있는 해가 둘이 되지 않음{}", {span.ko, there.ko})},
            "tables/gva.csv"});
    if (!has_quotients)
        to.gaps.push_back(
            {{compose("no location quotients: no year{} has product by industry for the regions", {span.en}),
                 compose("입지계수 없음: {}산업별 생산이 있는 해가 없음", {span.ko})},
                "tables/gva.csv"});
}

void add_industries(const dataset::Dataset& data, const Request& request, int first, int last, Movement& to) {
    auto years = industry_years(data, first, last);
    to.quotients = std::move(years.quotients);
    to.notes.insert(to.notes.end(), years.notes.begin(), years.notes.end());
    if (years.first_year == 0) add_industry_gaps(data, request, years.last_year > 0, to);
    if (years.first_year == 0) return;
    const auto parts = shift_share(years.panel);
    for (std::size_t r = 0; r < parts.size(); ++r) {
        Bilingual name;
        for (const auto& region : data.regions())
            if (region.code == years.panel.regions[r]) name = region.name;
        to.industries.push_back(
            {years.panel.regions[r], name, years.measure, years.prices, years.first_year, years.last_year, parts[r]});
    }
}

void add_gaps(const Evidence& e, const SectorChanges& sectors, Movement& to) {
    const bool has_constant =
        std::any_of(to.changes.begin(), to.changes.end(), [](const KayaChange& k) { return k.prices != "nominal"; });
    if (to.changes.empty())
        to.gaps.push_back({{"why emissions moved cannot be told: no product of regions in two years with emissions",
                               "배출 변화의 원인을 알 수 없음: 배출량과 함께 있는 생산 자료가 두 해가 되지 않음"},
            "tables/gva.csv"});
    else if (!has_constant)
        to.gaps.push_back({{"only current prices: inflation stands in the effects of product and of intensity",
                               "경상가격뿐: 물가상승이 생산 효과와 집약도 효과에 들어 있음"},
            "tables/gva.csv"});
    if (sectors.is_empty())
        to.gaps.push_back(
            {{"no decomposition by sector: emissions have totals only", "부문별 분해 없음: 배출량이 총량뿐임"},
                "tables/emissions.csv"});
    else if (std::none_of(to.changes.begin(), to.changes.end(),
                 [](const KayaChange& k) { return k.cells == "sectors" && k.level == "region"; }))
        to.gaps.push_back({{"no decomposition by sector within regions: sectors are given for the nation only",
                               "지역별 부문 분해 없음: 부문 자료가 전국뿐임"},
            "tables/emissions.csv"});
    if (e.population.by_region.empty())
        to.gaps.push_back(
            {{"no Kaya factors: people are not known", "카야 요인 없음: 인구를 알 수 없음"}, "tables/population.csv"});
}

// One sentence once, however many panels say it.
void keep_each_once(std::vector<Bilingual>& notes) {
    std::set<std::string> seen;
    notes.erase(
        std::remove_if(notes.begin(), notes.end(), [&](const Bilingual& note) { return !seen.insert(note.en).second; }),
        notes.end());
}

}  // namespace

const char* id_of(Chaining chaining) {
    return chaining == Chaining::chained ? "chained" : "fixed_base";
}

Movement movement_of(const dataset::Dataset& data, const Request& request) {
    const Evidence e = gather(data, request.grouping, name_of(request.coverage));
    const int first = request.first_year > 0 ? request.first_year : first_calendar_year;
    const int last = request.last_year > 0 ? request.last_year : last_calendar_year;
    Movement result;
    SectorChanges sectors(data, name_of(request.coverage));
    for (const auto& table : e.value_added) {
        const auto panel = unit_panel(data, e, table, first, last);
        if (panel.first == 0) continue;
        result.first_year = result.first_year == 0 ? panel.first : std::min(result.first_year, panel.first);
        result.last_year = std::max(result.last_year, panel.last);
        add_panel(data, panel, e, request, sectors, result);
    }
    add_industries(data, request, first, last, result);
    add_gaps(e, sectors, result);
    keep_each_once(result.notes);
    return result;
}

Frame Movement::kaya_table() const {
    Frame frame(
        "diagnosis_kaya", {text_column("level"), text_column("place"), text_column("cells"), text_column("measure"),
                              text_column("prices"), text_column("chaining"), number_column("first_year"),
                              number_column("last_year"), text_column("effect"), number_column("value", "tCO2eq"),
                              text_column("status"), text_column("reason_en"), text_column("reason_ko")});
    for (const auto& k : changes) {
        const auto add = [&](const std::string& effect, double value) {
            frame.add({k.level, k.place, k.cells, k.measure, k.prices, diagnosis::id_of(k.chaining), k.first_year,
                k.last_year, effect, value, k.status, k.reason.en, k.reason.ko});
        };
        add("first", k.first);
        for (const auto& effect : k.effects) add(effect.id, effect.value);
        add("last", k.last);
    }
    return frame;
}

Frame Movement::kaya_parts_table() const {
    Frame frame("diagnosis_kaya_parts",
        {text_column("level"), text_column("place"), text_column("cells"), text_column("measure"),
            text_column("prices"), text_column("cell"), text_column("name_en"), text_column("name_ko"),
            text_column("effect"), number_column("value", "tCO2eq")});
    for (const auto& k : changes)
        for (const auto& part : k.parts) {
            const auto add = [&](const std::string& effect, double value) {
                frame.add({k.level, k.place, k.cells, k.measure, k.prices, part.code, part.name.en, part.name.ko,
                    effect, value});
            };
            add("change", part.change);
            for (std::size_t j = 0; j < k.effects.size(); ++j) add(k.effects[j].id, part.effects[j]);
        }
    return frame;
}

Frame Movement::decoupling_table() const {
    Frame frame("diagnosis_decoupling",
        {text_column("level"), text_column("place"), text_column("measure"), text_column("prices"),
            number_column("first_year"), number_column("last_year"), number_column("emissions_change", "1"),
            number_column("product_change", "1"), number_column("elasticity", "1"), text_column("state"),
            text_column("status"), text_column("reason_en"), text_column("reason_ko")});
    for (const auto& d : decoupling)
        frame.add({d.level, d.place, d.measure, d.prices, d.first_year, d.last_year, d.figure.emissions_change,
            d.figure.product_change, d.figure.elasticity, diagnosis::id_of(d.figure.state), d.status,
            d.figure.reason.en, d.figure.reason.ko});
    return frame;
}

Frame Movement::shift_share_table() const {
    Frame frame("diagnosis_shift_share",
        {text_column("region"), text_column("measure"), text_column("prices"), number_column("first_year"),
            number_column("last_year"), number_column("change", "MKRW"), number_column("nation", "MKRW"),
            number_column("mix", "MKRW"), number_column("own", "MKRW"), number_column("without_base", "MKRW")});
    for (const auto& i : industries)
        frame.add({i.region, i.measure, i.prices, i.first_year, i.last_year, i.parts.change, i.parts.nation,
            i.parts.mix, i.parts.own, i.parts.without_base});
    return frame;
}

}  // namespace ecumene::diagnosis
