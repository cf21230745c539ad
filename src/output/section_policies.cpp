// Which rules hold the plan back, and what one unit more of each would save.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/frame.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/policy_names.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

constexpr std::size_t told = 10;  // sentences; the table holds the rest

struct Policy {
    std::string code, region, unit;
    int year{};
    double limit{}, shadow_price{}, worth{};  // worth: MKRW a year, price times limit; ranks rules of different units
};

// Binding rules, those of one name and region together; the one with most at stake first, in the group and among groups.
std::vector<std::vector<Policy>> binding_policies(const PlanView& view) {
    const auto& t = view.table("policies");
    std::map<std::pair<std::string, std::string>, std::vector<Policy>> groups;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const double price = std::abs(number_at(t, row, "shadow_price"));
        if (text_at(t, row, "binds") != "yes" || is_blank(price) || price < 1e-9) continue;
        const bool is_not_yet =
            policy_kind(text_at(t, row, "policy")) == "build_pace" && number_at(t, row, "limit") <= 0;
        if (is_not_yet) continue;  // a technology before its first year is no rule to argue about
        Policy p{text_at(t, row, "policy"), text_at(t, row, "region"), text_at(t, row, "unit"), year_at(t, row),
            number_at(t, row, "limit"), price, 0};
        p.worth = price * std::max(1.0, std::abs(is_blank(p.limit) ? 0.0 : p.limit));
        groups[{p.code, p.region}].push_back(std::move(p));
    }
    const auto by_worth = [](const Policy& a, const Policy& b) { return a.worth > b.worth; };
    std::vector<std::vector<Policy>> out;
    for (auto& [key, group] : groups) {
        std::stable_sort(group.begin(), group.end(), by_worth);
        out.push_back(std::move(group));
    }
    std::stable_sort(
        out.begin(), out.end(), [&](const auto& a, const auto& b) { return by_worth(a.front(), b.front()); });
    return out;
}

// The limit in the unit people use for it.
Bilingual limit_text(const Policy& p) {
    if (p.unit == "1") return amount(p.limit, Measure::share);
    for (const char* known : {"tCO2eq", "t", "MWh", "MW", "Mkm", "Mpkm", "Mtkm", "km2"})
        if (p.unit == known || p.unit == known + std::string("/year")) return amount(p.limit, measure_of(p.unit));
    return same(grouped(p.limit, 0) + " " + p.unit);
}

// The shadow price per unit people think in: a tonne, a kWh, a kW.
Bilingual price_text(const Policy& p) {
    const double won = p.shadow_price * 1e6;
    const auto per = [&](double value, const std::string& en, const std::string& ko) {
        return Bilingual{
            grouped(value, value < 10 ? 1 : 0) + " won/" + en, grouped(value, value < 10 ? 1 : 0) + "원/" + ko};
    };
    const auto for_each = [&](double value, const std::string& en, const std::string& ko) {
        const auto won_text = grouped(value, value < 10 ? 1 : 0);
        return Bilingual{won_text + " won for each " + en, ko + "당 " + won_text + "원"};
    };
    if (p.unit == "tCO2eq") return amount(won, Measure::carbon_price);
    if (p.unit == "MWh") return per(won / 1e3, "kWh", "kWh");
    if (p.unit == "MW")
        return {grouped(won / 1e6, won < 1e7 ? 1 : 0) + " thousand won/kW",
            grouped(won / 1e7, won < 1e8 ? 1 : 0) + "만 원/kW"};
    if (p.unit == "t") return amount(won, Measure::carbon_price);
    if (p.unit == "MWh/year") return for_each(won / 1e3, "kWh a year", "연간 kWh");
    if (p.unit == "t/year") return for_each(won, "t a year", "연간 톤");
    if (p.unit == "Mkm/year") return for_each(won / 1e6, "km a year", "연간 km");
    if (p.unit == "km2") return per(won / 1e2, "ha", "ha");
    return per(won, p.unit, p.unit);
}

Bilingual name_of(const PlanView& view, const std::string& code) {
    const auto name = policy_name(view, code);
    return name.en.empty() ? same(code) : name;
}

std::string years_of(std::vector<Policy> group) {
    std::sort(group.begin(), group.end(), [](const Policy& a, const Policy& b) { return a.year < b.year; });
    std::vector<std::string> years;
    for (const auto& p : group)
        if (p.year > 0) years.push_back(std::to_string(p.year));
    return join(years, ", ");
}

std::string told_rule(const PlanView& view, const std::vector<Policy>& group) {
    const auto& p = group.front();
    const auto name = name_of(view, p.code), region = view.region(p.region);
    const bool is_national = p.region.empty() || p.region == view.input().settings.nation;
    const Bilingual title = is_national ? name : Bilingual{name.en + ", " + region.en, name.ko + ", " + region.ko};
    const auto key = "policy." + policy_kind(p.code) + ".says";
    const auto text =
        say(can_say(key) ? key : "policy.says", {region, same(std::to_string(p.year)), limit_text(p), price_text(p)});
    const auto years = years_of(group);
    return element("b", {}, words(title)) + (years.empty() ? "" : " · " + escape(years)) + "<br/>" +
           element("span", {{"class", "quiet"}}, words(text));
}

DataTable policy_table(const PlanView& view) {
    DataTable table(
        {text_title(say("policy"), "policy"), text_title(say("region"), "region"), text_title(say("year"), "year"),
            number_title(say("policy.limit"), "limit"), number_title(say("policy.activity"), "activity"),
            text_title(say("unit"), "unit"), number_title(say("policy.price"), "shadow_price_MKRW_per_unit")});
    const auto& t = view.table("policies");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        if (text_at(t, row, "binds") != "yes") continue;
        const auto code = text_at(t, row, "policy"), region = text_at(t, row, "region");
        const double limit = number_at(t, row, "limit"), activity = number_at(t, row, "activity"),
                     price = std::abs(number_at(t, row, "shadow_price"));
        table.add({word_cell(name_of(view, code), code), word_cell(view.region(region), region),
            year_cell(year_at(t, row)), plain_cell(limit, limit < 10 ? 2 : 0), plain_cell(activity, limit < 10 ? 2 : 0),
            word_cell(same(text_at(t, row, "unit"))), plain_cell(price, price < 1 ? 4 : 1)});
    }
    return table;
}

}  // namespace

std::string policies_section(const PlanView& view) {
    if (view.table("policies").rows() == 0) return {};
    const auto binding = binding_policies(view);
    if (binding.empty()) return section("policies", say("policies.title"), say("policies.none"), "");
    std::string list;
    for (std::size_t i = 0; i < std::min(told, binding.size()); ++i)
        list += element("li", {}, told_rule(view, binding[i]));
    return section("policies", say("policies.title"), say("policies.lead"),
        figure({.id = "policies",
            .title = say("policies.figure", {same(std::to_string(binding.size()))}),
            .drawing = element("ol", {{"class", "sentences"}}, list),
            .table = policy_table(view)}));
}

}  // namespace ecumene::output
