#include "pipeline/diagnose.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/paper_comparison.hpp"
#include "output/quantity.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using diagnosis::Coverage;
using diagnosis::Figure;
using diagnosis::GroupProfile;
using diagnosis::Profile;
using files::Value;
using output::Measure;

constexpr const char* paper_grouping = "capital";

// --- what was asked -------------------------------------------------------------------------------------------------------

int year_in(std::string_view text, const std::string& whole) {
    int year = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (failure != std::errc{} || end != text.data() + text.size() || text.size() != 4)
        throw WrongUse(compose("'{}' is not a span of years", {whole}), "write it as --years 2000-2018");
    return year;
}

void read_years(const std::string& text, diagnosis::Request& wanted) {
    if (text.empty()) return;
    const auto dash = text.find('-');
    const std::string_view all(text);
    wanted.first_year = year_in(trim(all.substr(0, dash)), text);
    wanted.last_year = dash == std::string::npos ? wanted.first_year : year_in(trim(all.substr(dash + 1)), text);
    if (dash == std::string::npos || wanted.last_year <= wanted.first_year)
        throw WrongUse(compose("'{}' is not a span of years", {text}),
            "growth needs two years, the earlier first: --years 2000-2018");
}

Coverage coverage_named(const std::string& name) {
    if (name == "gross") return Coverage::gross;
    if (name == "net") return Coverage::net;
    throw WrongUse(compose("there is no accounting '{}'", {name}),
        "it is gross (without forests and land use) or net (with them)");
}

std::string grouping_named(const std::string& name, const dataset::Dataset& data) {
    auto known = data.groupings();
    const auto has = [&](const std::string& wanted) {
        return std::find(known.begin(), known.end(), wanted) != known.end();
    };
    if (name == "region") return {};
    if (name.empty()) return has(paper_grouping) ? paper_grouping : "";
    if (has(name)) return name;
    known.emplace_back("region");
    const auto meant = did_you_mean(name, known);
    throw WrongUse(compose("the package has no grouping '{}'", {name}),
        meant.empty() ? "the groupings are " + join(known, ", ") : meant);
}

// --- the screen -----------------------------------------------------------------------------------------------------------

std::string percent(double share, int decimals, const Session& session) {
    return session.in(output::plain_number(share, Measure::share, decimals));
}

std::string per_head(const Figure& figure) {
    return is_blank(figure.value) ? "–" : compose("{:.1f}", {figure.value});
}

std::string mark(const std::string& status) {
    const bool is_soft = status == "estimated" || status == "modelled" || status == "assumed";
    return is_soft ? "*" : status == "derived" ? "°" : "";
}

void add_group(Columns& table, const GroupProfile& group, const std::string& name, const Session& session) {
    table.add(
        {name, session.in(output::plain_number(group.total.value, Measure::emissions, 1)) + mark(group.total.status),
            percent(group.growth.value, 2, session), percent(group.share.last.value, 1, session),
            per_head(group.per_capita.last) + mark(group.per_capita.last.status),
            percent(group.per_capita.growth.value, 2, session)});
}

void put_profile(Sheet& sheet, const Profile& profile, const Session& session) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    const auto style = session.style();
    const auto head = [&](const char* en, const char* ko) { return style.faint(session.in({en, ko})); };
    table.add({"", head("total, Mt", "총량, 백만 t"), head("growth, %/yr", "증가율, %/년"), head("share, %", "비중, %"),
        head("t/head", "t/인"), head("growth, %/yr", "증가율, %/년")});
    for (const auto& group : profile.groups) add_group(table, group, session.in(group.name), session);
    if (profile.groups.size() > 1)
        add_group(table, profile.all, style.strong(session.in({"All regions", "전체"})), session);
    for (const auto& line : table.lines(1)) sheet.ready(line);
    sheet.gap();
}

// "real2009" are constant prices of 2009.
Bilingual price_base(const std::string& prices) {
    constexpr std::string_view constant = "real";
    if (prices == "nominal") return {"nominal", "명목"};
    if (prices.rfind(constant, 0) != 0) return {prices, prices};
    const auto year = prices.substr(constant.size());
    return {"prices of " + year, year + "년 불변가격"};
}

Bilingual measure_name(const diagnosis::PerGva& figure) {
    const bool is_product = figure.measure == "grdp";
    Bilingual name = is_product ? Bilingual{"regional product", "지역내총생산"} : Bilingual{"value added", "부가가치"};
    const auto prices = price_base(figure.prices);
    return {name.en + ", " + prices.en, name.ko + "(" + prices.ko + ")"};
}

void put_intensity(Sheet& sheet, const Profile& profile, const Session& session) {
    if (profile.groups.empty() || profile.groups.front().per_gva.empty()) return;
    const auto style = session.style();
    for (std::size_t k = 0; k < profile.groups.front().per_gva.size(); ++k) {
        const auto& first = profile.groups.front().per_gva[k];
        Columns table({Align::left, Align::right, Align::right});
        const auto years = compose("{}–{}", {first.growth.first_year, first.growth.last_year});
        table.add({style.faint(compose(session.in({"per {}", "{}당"}), {session.in(measure_name(first))})),
            style.faint(session.in({"t per million won", "t/백만 원"})),
            style.faint(compose(session.in({"growth {}, %/yr", "증가율 {}, %/년"}), {years}))});
        for (const auto& group : profile.groups) {
            if (k >= group.per_gva.size()) continue;
            const auto& figure = group.per_gva[k];
            table.add({session.in(group.name),
                is_blank(figure.last.value) ? "–" : compose("{:.3f}", {figure.last.value}) + mark(figure.last.status),
                percent(figure.growth.value, 2, session)});
        }
        for (const auto& line : table.lines(1)) sheet.ready(line);
        sheet.gap();
    }
}

std::string name_of_group(const Profile& profile, const std::string& code, const Session& session) {
    for (const auto& group : profile.groups)
        if (group.group == code) return session.in(group.name);
    return code;
}

void put_gap(Sheet& sheet, const Profile& profile, const Session& session) {
    const auto& ratio = profile.ratio;
    if (!is_blank(ratio.last.value)) {
        auto text = compose(session.in({"{} emits {:.2f} times as much a head as {} in {}",
                                "{3}년 {0}의 1인당 배출은 {2}의 {1:.2f}배"}),
            {name_of_group(profile, ratio.higher, session), ratio.last.value,
                name_of_group(profile, ratio.lower, session), ratio.last.year});
        if (!is_blank(ratio.first.value))
            text +=
                compose(session.in({" ({:.2f} in {})", " ({1}년 {0:.2f}배)"}), {ratio.first.value, ratio.first.year});
        sheet.field({"Gap", "격차"}, text + ".");
    }
    const auto &then = profile.inequality_first, &now = profile.inequality_last;
    if (is_blank(now.theil) && is_blank(now.gini)) return;
    const auto figure = [](double value) { return is_blank(value) ? std::string("–") : compose("{:.3f}", {value}); };
    sheet.field({"Inequality", "불평등"},
        compose(
            session.in(
                {"of emissions a head among regions, {} and {}: Theil {} → {} (between groups {} → {}), Gini {} → {}.",
                    "지역 간 1인당 배출, {}년과 {}년: 타일 {} → {} (권역 간 {} → {}), 지니 {} → {}."}),
            {then.year, now.year, figure(then.theil), figure(now.theil), figure(then.between), figure(now.between),
                figure(then.gini), figure(now.gini)}));
}

std::string agreement_word(const diagnosis::PaperFigure& figure, const Session& session) {
    const auto style = session.style();
    if (figure.agreement == "yes") return style.good(session.in({"agrees", "일치"}));
    if (figure.agreement == "no") return style.warning(session.in({"differs", "차이"}));
    return style.faint(session.in({"no figure", "수치 없음"}));
}

std::string paper_number(double value) {
    return is_blank(value) ? "–" : compose("{:.2f}", {value});
}

std::string short_unit(const std::string& unit, const Session& session) {
    if (unit == "%/year") return session.in({"%/yr", "%/년"});
    if (unit == "tCO2eq/person") return session.in({"t/head", "t/인"});
    return unit == "1" ? std::string{} : unit;
}

void put_paper(Sheet& sheet, const diagnosis::PaperComparison& comparison, const Session& session) {
    if (comparison.figures.empty()) return;
    const auto style = session.style();
    sheet.gap();
    sheet.plain(style.strong(session.in({"The source paper beside these data", "원논문 수치와 이 자료의 비교"})));
    constexpr int right_columns = 34;
    Columns table({Align::left, Align::right, Align::right, Align::left, Align::left});
    const auto head = [&](const char* en, const char* ko) { return style.faint(session.in({en, ko})); };
    table.add({"", head("paper", "논문"), head("here", "자료"), "", ""});
    for (const auto& figure : comparison.figures) {
        const auto text = wrap(session.in(figure.text), session.width - right_columns);
        table.add({text.front(), paper_number(figure.published), paper_number(figure.found),
            short_unit(figure.unit, session), agreement_word(figure, session)});
        for (std::size_t i = 1; i < text.size(); ++i) table.add({"  " + text[i], "", "", "", ""});
    }
    for (const auto& line : table.lines(1)) sheet.ready(line);
    for (const auto& figure : comparison.figures)
        if (figure.agreement == "no" && !session.in(figure.reason).empty())
            sheet.plain_item(session.in(figure.text) + ": " + session.in(figure.reason));
}

void put_notes(Sheet& sheet, const Profile& profile, const Session& session) {
    constexpr std::size_t most = 4;
    const auto style = session.style();
    sheet.gap();
    const auto marks = session.in(
        {"° derived, * estimated, modelled or assumed; – no figure", "° 산출, * 추정·모형·가정, – 수치 없음"});
    sheet.plain(style.faint(marks));
    for (std::size_t i = 0; i < std::min(most, profile.cautions.size()); ++i)
        sheet.plain_item(session.in(profile.cautions[i].text));
    if (profile.cautions.size() > most)
        sheet.plain_item(compose(session.in({"… and {} more cautions: --json lists them all",
                                     "… 그 밖에 유의점 {}건: --json으로 모두 볼 수 있습니다"}),
            {profile.cautions.size() - most}));
    for (const auto& gap : profile.gaps)
        sheet.plain_item(session.in(gap.text) +
                         (gap.table.empty() ? std::string{}
                                            : compose(session.in({" ({} would unlock it)", " ({}이(가) 있으면 가능)"}),
                                                  {gap.table})));
}

std::string screen_of(const Profile& profile, const diagnosis::PaperComparison& comparison,
    const dataset::Dataset& data, const Session& session) {
    Sheet sheet(session);
    sheet.title(session.in(data.settings().title),
        compose(session.in({"emissions {}–{}", "온실가스 배출 {}–{}"}), {profile.first_year, profile.last_year}),
        profile.accounting.coverage == "net" ? session.in({"net of forests and land use", "순배출"})
                                             : session.in({"gross", "총배출"}));
    sheet.plain(session.style().faint(session.in(profile.ledger_note)));
    sheet.gap();
    put_profile(sheet, profile, session);
    put_intensity(sheet, profile, session);
    put_gap(sheet, profile, session);
    put_paper(sheet, comparison, session);
    put_notes(sheet, profile, session);
    return sheet.text();
}

// --- the result -----------------------------------------------------------------------------------------------------------

Value both(const Bilingual& text) {
    return Value::object().set("en", text.en).set("ko", text.ko);
}

Value value_of(const Figure& figure) {
    return Value::object().set("year", figure.year).set("value", figure.value).set("status", figure.status);
}

Value value_of(const diagnosis::Growth& growth) {
    return Value::object()
        .set("first_year", growth.first_year)
        .set("last_year", growth.last_year)
        .set("value", growth.value)
        .set("status", growth.status)
        .set("reason", both(growth.reason));
}

Value value_of(const GroupProfile& group) {
    auto regions = Value::list();
    for (const auto& code : group.regions) regions.add(code);
    auto per_gva = Value::list();
    for (const auto& figure : group.per_gva)
        per_gva.add(Value::object()
                        .set("measure", figure.measure)
                        .set("prices", figure.prices)
                        .set("first", value_of(figure.first))
                        .set("last", value_of(figure.last))
                        .set("growth", value_of(figure.growth)));
    auto value = Value::object();
    value.set("group", group.group)
        .set("name", both(group.name))
        .set("regions", std::move(regions))
        .set("total", value_of(group.total));
    value.set("growth", value_of(group.growth))
        .set("share_first", value_of(group.share.first))
        .set("share_last", value_of(group.share.last));
    value.set("per_head_first", value_of(group.per_capita.first)).set("per_head_last", value_of(group.per_capita.last));
    value.set("per_head_growth", value_of(group.per_capita.growth)).set("per_value_added", std::move(per_gva));
    return value;
}

Value value_of(const diagnosis::Inequality& figure) {
    return Value::object()
        .set("year", figure.year)
        .set("theil", figure.theil)
        .set("between", figure.between)
        .set("within", figure.within)
        .set("gini", figure.gini)
        .set("williamson", figure.williamson)
        .set("status", figure.status)
        .set("reason", both(figure.reason));
}

Value value_of(const diagnosis::PaperComparison& comparison) {
    auto figures = Value::list();
    for (const auto& f : comparison.figures)
        figures.add(Value::object()
                        .set("id", f.id)
                        .set("text", both(f.text))
                        .set("unit", f.unit)
                        .set("published", f.published)
                        .set("published_years", f.published_years)
                        .set("found", f.found)
                        .set("found_years", f.found_years)
                        .set("difference", f.difference)
                        .set("status", f.status)
                        .set("agreement", f.agreement)
                        .set("reason", both(f.reason)));
    return Value::object().set("note", both(comparison.note)).set("figures", std::move(figures));
}

Value result_of(const Profile& profile, const diagnosis::PaperComparison& comparison) {
    auto groups = Value::list(), cautions = Value::list(), gaps = Value::list(), sources = Value::list();
    for (const auto& group : profile.groups) groups.add(value_of(group));
    for (const auto& caution : profile.cautions) cautions.add(both(caution.text));
    for (const auto& gap : profile.gaps) gaps.add(Value::object().set("text", both(gap.text)).set("table", gap.table));
    for (const auto& source : profile.sources) sources.add(source);
    auto accounting = Value::object();
    accounting.set("ledger", profile.ledger)
        .set("coverage", profile.accounting.coverage)
        .set("tree", profile.accounting.tree);
    accounting.set("gas", profile.accounting.gas)
        .set("gwp", profile.accounting.gwp)
        .set("basis", profile.accounting.basis);
    auto result = Value::object();
    result.set("grouping", profile.grouping.empty() ? "region" : profile.grouping)
        .set("first_year", profile.first_year)
        .set("last_year", profile.last_year);
    result.set("accounting", std::move(accounting)).set("groups", std::move(groups)).set("all", value_of(profile.all));
    result.set("ratio", Value::object()
                            .set("higher", profile.ratio.higher)
                            .set("lower", profile.ratio.lower)
                            .set("first", value_of(profile.ratio.first))
                            .set("last", value_of(profile.ratio.last))
                            .set("reason", both(profile.ratio.reason)));
    result.set("inequality_first", value_of(profile.inequality_first))
        .set("inequality_last", value_of(profile.inequality_last));
    result.set("paper", value_of(comparison))
        .set("cautions", std::move(cautions))
        .set("gaps", std::move(gaps))
        .set("sources", std::move(sources));
    return result;
}

}  // namespace

Answer diagnose(const DiagnoseRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    diagnosis::Request wanted;
    read_years(request.years, wanted);
    wanted.coverage = coverage_named(request.accounting);
    const auto package = find_package(request.package, session.places);
    session.progress->stage({"Reading the package", "자료 읽기"}, 0.0);
    const auto data = dataset::load(package.folder);
    wanted.grouping = grouping_named(request.grouping, data);
    const auto profile = diagnosis::profile(data, wanted);
    const auto comparison =
        wanted.grouping == paper_grouping ? diagnosis::compare_with_paper(data) : diagnosis::PaperComparison{};

    Answer answer;
    answer.verb = "diagnose";
    answer.findings = data.findings();
    answer.result = result_of(profile, comparison);
    answer.result.set("package", package.name);
    answer.screen = screen_of(profile, comparison, data, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
