#include "diagnosis/paper_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/names.hpp"

namespace ecumene::diagnosis {
namespace {

// C. S. Park, "carbon-neutral megacities", section "Characteristics of GHG Emissions and Regions", 2000-2019.
constexpr const char* paper_nation = "KR";
constexpr const char* paper_years = "2000-2019";
constexpr int paper_first_year = 2000, paper_last_year = 2019;
constexpr double paper_growth_capital = 2.8;    // %/year
constexpr double paper_growth_rest = 1.9;       // %/year
constexpr double paper_per_capita_rest = 20.6;  // tCO2eq/person
constexpr double paper_ratio = 3.2;
constexpr double paper_precision = 0.1;

// The two sides of the paper in one profile.
struct Sides {
    Profile profile;
    GroupProfile capital, rest;
};

// Empty where the package has no emissions of that coverage in the paper's years, which is no fault of the package.
std::optional<Profile> profile_if_any(const dataset::Dataset& data, const Request& request) {
    try {
        return profile(data, request);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::input) throw;
        return std::nullopt;
    }
}

std::optional<Sides> sides_of(const dataset::Dataset& data, const PaperRequest& request, Coverage coverage) {
    auto found = profile_if_any(data, {.grouping = request.grouping,
                                          .first_year = paper_first_year,
                                          .last_year = paper_last_year,
                                          .coverage = coverage});
    if (!found) return std::nullopt;
    Sides sides{.profile = std::move(*found), .capital = {}, .rest = {}};
    const auto& groups = sides.profile.groups;
    const auto find = [&](const std::string& code) {
        return std::find_if(groups.begin(), groups.end(), [&](const GroupProfile& g) { return g.group == code; });
    };
    const auto capital = find(request.capital), rest = find(request.rest);
    if (capital == groups.end() || rest == groups.end()) return std::nullopt;
    sides.capital = *capital;
    sides.rest = *rest;
    return sides;
}

// Whether the published figure is what the found one becomes at the precision it was published with.
std::string agreement(double published, double found) {
    if (is_blank(found)) return "unknown";
    return std::abs(std::round(found / paper_precision) * paper_precision - published) < paper_precision / 2 ? "yes"
                                                                                                             : "no";
}

std::string span_text(int first, int last) {
    return first == last ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last);
}

// Two reasons, or the one there is.
Bilingual both(const Bilingual& a, const Bilingual& b) {
    const char* between = a.en.empty() || b.en.empty() ? "" : "; ";
    return {a.en + between + b.en, a.ko + between + b.ko};
}

Bilingual why_series_ends(const Sides& sides) {
    const int last = sides.profile.last_year;
    if (last >= paper_last_year) return {};
    return {compose("the regional series ends in {}, the paper's in {}", {last, paper_last_year}),
        compose("지역별 자료는 {}년에, 논문은 {}년에 끝남", {last, paper_last_year})};
}

// Emissions of the rest that are no reported figures; the capital region's do not rest on them.
Bilingual why_derived(const Sides& sides) {
    Bilingual reasons;
    for (const auto& caution : sides.profile.cautions)
        if (caution.quantity == "emissions" && caution.status != "absent") reasons = both(reasons, caution.text);
    return reasons;
}

Bilingual why(const Sides& sides) {
    return both(why_series_ends(sides), why_derived(sides));
}

PaperFigure number(const char* id, Bilingual text, const char* unit, double published, const Figure& found,
    std::string found_years, Bilingual reason) {
    return {.id = id,
        .text = std::move(text),
        .unit = unit,
        .published = published,
        .published_years = paper_years,
        .found = found.value,
        .found_years = std::move(found_years),
        .difference = found.value - published,
        .status = found.status,
        .agreement = agreement(published, found.value),
        .reason = std::move(reason)};
}

// A claim the paper makes without a number: it holds where `found` is above zero.
PaperFigure direction(
    std::string id, Bilingual text, const char* unit, const Figure& found, std::string found_years, Bilingual reason) {
    return {.id = std::move(id),
        .text = std::move(text),
        .unit = unit,
        .published = blank,
        .published_years = paper_years,
        .found = found.value,
        .found_years = std::move(found_years),
        .difference = blank,
        .status = found.status,
        .agreement = is_blank(found.value) ? "unknown"
                     : found.value > 0.0   ? "yes"
                                           : "no",
        .reason = std::move(reason)};
}

Figure percent(const Growth& growth) {
    return {.year = growth.last_year, .value = 100.0 * growth.value, .status = growth.status};
}

Figure less(const Figure& a, const Figure& b) {
    return {.year = a.year, .value = a.value - b.value, .status = weaker(a.status, b.status)};
}

std::string list(const std::vector<Figure>& figures, int decimals) {
    constexpr std::size_t most = 4;
    const std::size_t skipped = figures.size() > most ? figures.size() - most : 0;
    std::vector<std::string> parts;
    for (std::size_t i = skipped; i < figures.size(); ++i)
        parts.push_back(compose("{} ({})", {grouped(figures[i].value, decimals), figures[i].year}));
    return join(parts, ", ");
}

Bilingual without_year(const std::vector<Figure>& figures, int decimals) {
    const auto values = list(figures, decimals);
    return {compose("the paper does not name the year of this figure; the package gives {}", {values}),
        compose("논문은 이 값의 연도를 밝히지 않음; 자료의 값은 {}", {values})};
}

void add_growth(const Sides& sides, std::vector<PaperFigure>& to) {
    const auto& coverage = sides.profile.accounting.coverage;
    const bool is_gross = coverage == "gross";
    const Bilingual in_coverage{is_gross ? "gross" : "net", is_gross ? "총배출량" : "순배출량"};
    const Bilingual unnamed{"the paper does not say gross or net", "논문은 총배출량인지 순배출량인지 밝히지 않음"};
    const auto add = [&](const char* id, const GroupProfile& group, double published, const char* en, const char* ko,
                         const Bilingual& reason) {
        const auto& growth = group.growth;
        auto figure =
            number(id, {compose("{}, {}", {en, in_coverage.en}), compose("{} ({})", {ko, in_coverage.ko})}, "%/year",
                published, percent(growth), span_text(growth.first_year, growth.last_year), both(reason, unnamed));
        figure.id += "_" + coverage;
        to.push_back(std::move(figure));
    };
    add("growth_capital", sides.capital, paper_growth_capital, "mean yearly growth of emissions, capital region",
        "수도권 배출량 연평균 증가율", why_series_ends(sides));
    add("growth_rest", sides.rest, paper_growth_rest, "mean yearly growth of emissions, elsewhere",
        "비수도권 배출량 연평균 증가율", why(sides));
}

void add_per_capita(const Sides& sides, std::vector<PaperFigure>& to) {
    const auto& rest = sides.rest.per_capita;
    to.push_back(number("per_capita_rest", {"emissions per head outside the capital region", "비수도권 1인당 배출량"},
        "tCO2eq/person", paper_per_capita_rest, rest.last, span_text(rest.last.year, rest.last.year),
        both(why(sides), without_year(rest.by_year, 1))));
    const auto& ratio = sides.profile.ratio;
    const bool is_rest_higher = ratio.higher == sides.rest.group;
    to.push_back(number("ratio",
        {"emissions per head elsewhere over the capital region", "1인당 배출량의 비수도권/수도권 비"}, "1", paper_ratio,
        is_rest_higher ? ratio.last : Figure{.year = ratio.last.year}, span_text(ratio.last.year, ratio.last.year),
        both(why(sides), without_year(is_rest_higher ? ratio.by_year : std::vector<Figure>{}, 2))));
    const Figure ahead = less(percent(rest.growth), percent(sides.capital.per_capita.growth));
    to.push_back(direction("per_capita_growth",
        {"emissions per head grow faster outside the capital region (difference of growth rates)",
            "1인당 배출량 증가율은 비수도권이 더 높음 (증가율 차)"},
        "%/year", ahead, span_text(rest.growth.first_year, rest.growth.last_year), why(sides)));
}

void add_share(const Sides& sides, std::vector<PaperFigure>& to) {
    const auto& share = sides.capital.share;
    to.push_back(direction("share_capital",
        {"the capital region's share of the nation rises", "수도권의 전국 대비 비중이 증가함"}, "1",
        less(share.last, share.first), span_text(share.first.year, share.last.year), why(sides)));
}

// The paper: both fell, the capital region faster. Every series the package has is shown, whatever it says.
void add_per_gva(const Sides& sides, std::vector<PaperFigure>& to) {
    for (std::size_t i = 0; i < sides.rest.per_gva.size(); ++i) {
        const auto& capital = sides.capital.per_gva[i];
        const auto& rest = sides.rest.per_gva[i];
        const Figure slower = less(percent(rest.growth), percent(capital.growth));
        Bilingual reason{"the sign depends on the series and the years: the paper names neither prices nor measure",
            "부호는 자료와 기간에 따라 달라짐: 논문은 가격 기준과 지표를 밝히지 않음"};
        if (!is_blank(slower.value)) {
            reason.en += compose("; {:+.1f} %/year in the capital region, {:+.1f} elsewhere",
                {100.0 * capital.growth.value, 100.0 * rest.growth.value});
            reason.ko += compose("; 수도권 연 {:+.1f} %, 비수도권 연 {:+.1f} %",
                {100.0 * capital.growth.value, 100.0 * rest.growth.value});
        }
        const auto product = product_name(rest.measure, rest.prices);
        to.push_back(direction("per_gva_" + rest.measure + "_" + rest.prices,
            {compose("emissions per {} fall more slowly outside the capital region (difference of growth rates)",
                 {product.en}),
                compose("{} 대비 배출량 감소율은 비수도권이 더 낮음 (증가율 차)", {product.ko})},
            "%/year", slower, span_text(rest.growth.first_year, rest.growth.last_year), reason));
    }
}

}  // namespace

PaperComparison compare_with_paper(const dataset::Dataset& data, const PaperRequest& request) {
    PaperComparison comparison;
    const auto groupings = data.groupings();
    if (data.settings().nation != paper_nation ||
        std::find(groupings.begin(), groupings.end(), request.grouping) == groupings.end()) {
        comparison.note = {
            compose(
                "the paper is about Korea, the capital region against the rest: this package has no such grouping '{}'",
                {request.grouping}),
            compose("논문은 한국의 수도권·비수도권에 관한 것이나, 이 자료에는 '{}' 구분이 없음", {request.grouping})};
        return comparison;
    }
    const auto gross = sides_of(data, request, Coverage::gross);
    if (!gross) {
        comparison.note = {compose("the grouping '{}' has no groups '{}' and '{}', or no gross emissions in 2000-2019",
                               {request.grouping, request.capital, request.rest}),
            compose("'{}' 구분에 '{}'와 '{}' 권역이 없거나, 2000-2019년 총배출량이 없음",
                {request.grouping, request.capital, request.rest})};
        return comparison;
    }
    auto& figures = comparison.figures;
    add_growth(*gross, figures);
    if (const auto net = sides_of(data, request, Coverage::net)) add_growth(*net, figures);
    add_share(*gross, figures);
    add_per_capita(*gross, figures);
    add_per_gva(*gross, figures);
    comparison.note = {
        "published figures stand as printed, the package's as computed; neither is adjusted to the other",
        "논문의 값은 발표된 그대로, 자료의 값은 계산된 그대로이며 서로 맞추지 않음"};
    return comparison;
}

Frame PaperComparison::table() const {
    Frame frame(
        "paper_comparison", {text_column("id"), text_column("text_en"), text_column("text_ko"), text_column("unit"),
                                number_column("published"), text_column("published_years"), number_column("found"),
                                text_column("found_years"), number_column("difference"), text_column("agreement"),
                                text_column("status"), text_column("reason_en"), text_column("reason_ko")});
    for (const auto& f : figures)
        frame.add({f.id, f.text.en, f.text.ko, f.unit, f.published, f.published_years, f.found, f.found_years,
            f.difference, f.agreement, f.status, f.reason.en, f.reason.ko});
    return frame;
}

}  // namespace ecumene::diagnosis
