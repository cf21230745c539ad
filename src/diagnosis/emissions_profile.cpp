#include "diagnosis/emissions_profile.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/inequality.hpp"
#include "diagnosis/cautions.hpp"
#include "diagnosis/group_series.hpp"

namespace ecumene::diagnosis {
namespace {

template <class Pick>
std::vector<const YearlySeries*> each(const std::vector<GroupSeries>& groups, Pick pick) {
    std::vector<const YearlySeries*> series;
    for (const auto& group : groups) series.push_back(&pick(group));
    return series;
}

Span years_of(const Evidence& evidence, const Request& request) {
    const int first = request.first_year > 0 ? request.first_year : first_calendar_year;
    const int last = request.last_year > 0 ? request.last_year : last_calendar_year;
    if (first > last)
        throw Error(ErrorKind::input, compose("the first year, {}, comes after the last, {}", {first, last}));
    const Span span = span_of(
        each(evidence.groups, [](const GroupSeries& g) -> const YearlySeries& { return g.total; }), first, last);
    if (span.is_empty())
        throw Error(ErrorKind::input, compose("the package has no {} production emissions (sector total, gas all) for "
                                              "its regions in {}-{}: tables/emissions.csv "
                                              "would need them",
                                          {name_of(request.coverage), first, last}));
    return span;
}

// The years each kind of figure is compared over, the same for every group.
struct Spans {
    Span total, per_head;
    std::vector<Span> per_gva;
};

Spans spans_of(const Evidence& e, Span total) {
    Spans spans{.total = total, .per_head = {}, .per_gva = {}};
    const auto common = [&](auto pick) { return span_of(each(e.groups, pick), total.first, total.last); };
    spans.per_head = common([](const GroupSeries& g) -> const YearlySeries& { return g.per_head; });
    for (std::size_t i = 0; i < e.value_added.size(); ++i)
        spans.per_gva.push_back(
            common([i](const GroupSeries& g) -> const YearlySeries& { return g.value_added[i].per_gva; }));
    return spans;
}

std::vector<Figure> figures_within(const YearlySeries& series, Span span) {
    std::vector<Figure> figures;
    for (const auto& [year, figure] : within(series, span.first, span.last)) figures.push_back(figure);
    return figures;
}

Growth growth_over(const YearlySeries& series, Span span) {
    return span.is_empty() ? Growth{.reason = {"there are no figures", "값이 없음"}}
                           : growth_between(figure_in(series, span.first), figure_in(series, span.last));
}

PerCapita per_capita_of(const GroupSeries& group, Span span) {
    return {.first = figure_in(group.per_head, span.first),
        .last = figure_in(group.per_head, span.last),
        .by_year = figures_within(group.per_head, span),
        .growth = growth_over(group.per_head, span)};
}

GroupProfile profile_of(const GroupSeries& group, const GroupSeries& all, const Spans& spans) {
    GroupProfile p;
    p.group = group.group.code;
    p.name = group.group.name;
    p.regions = group.group.regions;
    p.total = figure_in(group.total, spans.total.last);
    p.growth = growth_over(group.total, spans.total);
    // (D3)
    const auto share_in = [&](int year) { return over(figure_in(group.total, year), figure_in(all.total, year)); };
    p.share = {.first = share_in(spans.total.first), .last = share_in(spans.total.last)};
    p.per_capita = per_capita_of(group, spans.per_head);
    for (std::size_t i = 0; i < group.value_added.size(); ++i) {
        const auto& series = group.value_added[i];
        const Span span = spans.per_gva[i];
        if (span.is_empty()) continue;  // a gap says so
        p.per_gva.push_back({.measure = series.measure,
            .prices = series.prices,
            .first = figure_in(series.per_gva, span.first),
            .last = figure_in(series.per_gva, span.last),
            .growth = growth_over(series.per_gva, span)});
    }
    return p;
}

// (D6)
Ratio ratio_of(const Evidence& e, Span span) {
    const GroupSeries* higher = nullptr;
    const GroupSeries* lower = nullptr;
    const auto last = [&](const GroupSeries& group) { return figure_in(group.per_head, span.last).value; };
    for (const auto& group : e.groups) {
        if (is_blank(last(group))) continue;
        if (!higher || last(group) > last(*higher)) higher = &group;
        if (!lower || last(group) < last(*lower)) lower = &group;
    }
    Ratio ratio;
    if (higher == lower) {
        ratio.reason = {"fewer than two groups have a figure per head", "1인당 값이 있는 권역이 둘 미만임"};
        return ratio;
    }
    ratio.higher = higher->group.code;
    ratio.lower = lower->group.code;
    const YearlySeries series = over(higher->per_head, lower->per_head);
    ratio.first = figure_in(series, span.first);
    ratio.last = figure_in(series, span.last);
    ratio.by_year = figures_within(series, span);
    if (is_blank(ratio.last.value))
        ratio.reason = {
            "a ratio has no meaning over a figure that is zero or negative", "분모가 0 이하이면 비율을 정의할 수 없음"};
    return ratio;
}

// One holding per region that has both figures; regions outside every group are a group of their own.
std::vector<Holding> holdings_in(const Evidence& e, int year, std::string& status) {
    std::vector<Holding> holdings;
    for (const auto& region : e.regions) {
        const Figure per_head = over(e.emissions.series.in(region, year), e.population.in(region, year));
        if (is_blank(per_head.value)) continue;
        const auto holds = [&](const GroupSeries& g) {
            return std::find(g.group.regions.begin(), g.group.regions.end(), region) != g.group.regions.end();
        };
        const auto group = std::find_if(e.groups.begin(), e.groups.end(), holds) - e.groups.begin();
        holdings.push_back({per_head.value, e.population.in(region, year).value, static_cast<std::size_t>(group)});
        status = weaker(status, per_head.status);
    }
    return holdings;
}

// (D7)
Inequality inequality_in(const Evidence& e, int year) {
    Inequality result;
    result.year = year;
    const auto holdings = holdings_in(e, year, result.status);
    result.regions = holdings.size();
    if (holdings.size() < 2) {
        result.reason = {"fewer than two regions have a figure per head", "1인당 값이 있는 지역이 둘 미만임"};
        return result;
    }
    if (const auto parts = theil(holdings)) {
        result.theil = parts->total;
        result.between = parts->between;
        result.within = parts->within;
    } else {
        result.reason = {
            "Theil and Gini have no meaning where a region's figure is negative: compare gross emissions, or the "
            "spread",
            "음(-)의 값이 있는 지역이 있으면 타일·지니 지수를 정의할 수 없음: 총배출량 또는 평균 격차로 비교"};
    }
    result.gini = gini(holdings).value_or(blank);
    result.williamson = williamson(holdings).value_or(blank);
    result.spread = mean_difference(holdings).value_or(blank);
    return result;
}

// The span less years at its ends in which regions cannot be compared; all of it where there is no other.
Span comparable_among_regions(const Evidence& e, Span span) {
    Span inside = span;
    while (inside.first <= inside.last && !people_without_emissions(e, inside.first).empty()) ++inside.first;
    while (inside.first <= inside.last && !people_without_emissions(e, inside.last).empty()) --inside.last;
    return inside.first <= inside.last ? inside : span;
}

Frame series_frame(const Evidence& e, Span span) {
    Frame frame("diagnosis_series",
        {text_column("group"), number_column("year"), number_column("total", "tCO2eq"), number_column("share", "1"),
            number_column("population", "person"), number_column("per_capita", "tCO2eq/person"), text_column("status"),
            text_column("population_status")});
    const auto add = [&](const GroupSeries& group) {
        for (const auto& [year, total] : within(group.total, span.first, span.last)) {
            const Figure people = figure_in(group.people, year);
            frame.add({group.group.code, year, total.value, over(total, figure_in(e.all.total, year)).value,
                people.value, figure_in(group.per_head, year).value, total.status, people.status});
        }
    };
    for (const auto& group : e.groups) add(group);
    add(e.all);
    return frame;
}

Frame intensity_frame(const Evidence& e, Span span) {
    Frame frame("diagnosis_intensity",
        {text_column("group"), text_column("measure"), text_column("prices"), number_column("year"),
            number_column("value_added", "MKRW"), number_column("per_gva", "tCO2eq/MKRW"), text_column("status")});
    const auto add = [&](const GroupSeries& group) {
        for (const auto& series : group.value_added)
            for (const auto& [year, figure] : within(series.per_gva, span.first, span.last))
                frame.add({group.group.code, series.measure, series.prices, year, figure_in(series.value, year).value,
                    figure.value, figure.status});
    };
    for (const auto& group : e.groups) add(group);
    add(e.all);
    return frame;
}

std::vector<std::string> sources_of(const Evidence& e) {
    std::set<std::string> sources = e.emissions.series.sources;
    sources.insert(e.population.sources.begin(), e.population.sources.end());
    for (const auto& table : e.value_added) sources.insert(table.series.sources.begin(), table.series.sources.end());
    return {sources.begin(), sources.end()};
}

Bilingual production_note() {
    return {
        "Production ledger: emissions count where they are released, power plants where they stand. By consumption, "
        "with power and "
        "heat counted at their users, the gap between regions differs; the two ledgers must not be mixed.",
        "생산 기준: 배출은 배출된 곳에서, 발전소는 그 소재지에서 계상함. 전력·열을 쓰는 곳에서 계상하는 소비 "
        "기준으로는 지역 간 격차가 달라지며, 두 기준을 섞어 쓸 수 없음."};
}

}  // namespace

std::string name_of(Coverage coverage) {
    return coverage == Coverage::gross ? "gross" : "net";
}

Profile profile(const dataset::Dataset& data, const Request& request) {
    const Evidence evidence = gather(data, request.grouping, name_of(request.coverage));
    const Span years = years_of(evidence, request);
    const Spans spans = spans_of(evidence, years);

    Profile result;
    result.grouping = request.grouping;
    result.first_year = years.first;
    result.last_year = years.last;
    for (const auto& group : evidence.groups) result.groups.push_back(profile_of(group, evidence.all, spans));
    result.all = profile_of(evidence.all, evidence.all, spans);
    result.ratio = ratio_of(evidence, spans.per_head);
    const Span compared = comparable_among_regions(evidence, spans.per_head.is_empty() ? years : spans.per_head);
    result.inequality_first = inequality_in(evidence, compared.first);
    result.inequality_last = inequality_in(evidence, compared.last);
    result.ledger = "production";
    result.ledger_note = production_note();
    result.accounting = {.coverage = name_of(request.coverage),
        .tree = evidence.emissions.basis.tree,
        .gas = "all",
        .gwp = evidence.emissions.basis.gwp,
        .basis = data.settings().inventory_basis};
    result.cautions = cautions_of(evidence, years);
    result.gaps = gaps_of(data, evidence, request, years);
    result.sources = sources_of(evidence);
    result.series = series_frame(evidence, years);
    result.intensity = intensity_frame(evidence, years);
    return result;
}

}  // namespace ecumene::diagnosis
