#include "pipeline/plan_facts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "output/policy_names.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using output::number_at;
using output::text_at;
using output::year_at;

// Builds below this are rounding of the solver, not plants.
constexpr double least_build = 0.05;  // MW, t/year

std::vector<YearFact> year_facts(const Frame& summary) {
    std::vector<YearFact> facts;
    for (std::size_t i = 0; i < summary.rows(); ++i)
        facts.push_back({.year = year_at(summary, i),
            .net_emissions = number_at(summary, i, "net_emissions"),
            .cap = number_at(summary, i, "cap"),
            .carbon_price = number_at(summary, i, "carbon_price"),
            .cost = number_at(summary, i, "cost"),
            .cost_per_head = number_at(summary, i, "cost_per_head"),
            .clean_share = number_at(summary, i, "clean_share"),
            .unserved = number_at(summary, i, "unserved"),
            .demand = number_at(summary, i, "demand")});
    return facts;
}

int first_build_year(const output::PlanView& view) {
    int first = 0;
    for (const char* name : {"capacity", "flows"}) {
        const Frame& table = view.table(name);
        for (std::size_t i = 0; i < table.rows(); ++i)
            if (number_at(table, i, "built") > least_build && (first == 0 || year_at(table, i) < first))
                first = year_at(table, i);
    }
    return first;
}

double known(double value) {
    return is_blank(value) ? 0.0 : value;
}

void add_place(Build& build, const std::string& code, const Bilingual& name, double amount) {
    const auto at =
        std::find_if(build.places.begin(), build.places.end(), [&](const PlaceAmount& p) { return p.code == code; });
    if (at == build.places.end())
        build.places.push_back({code, name, amount});
    else
        at->amount += amount;
    build.amount += amount;
}

void add_plants(const output::PlanView& view, int year, std::map<std::string, Build>& builds) {
    const Frame& table = view.table("capacity");
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const double built = number_at(table, i, "built");
        if (year_at(table, i) != year || !(built > least_build)) continue;
        const auto technology = text_at(table, i, "technology");
        const auto group = view.group_of(technology);
        const auto unit = text_at(table, i, "unit");
        // A group may hold plants and works: megawatts and tonnes are never added.
        Build& build = builds[group + "/" + unit];
        build.group = group;
        build.name = view.group(group).name;
        build.unit = unit;
        build.investment += known(number_at(table, i, "investment"));
        const auto region = text_at(table, i, "region");
        add_place(build, region, view.region(region), built);
    }
}

void add_links(const output::PlanView& view, int year, std::map<std::string, Build>& builds) {
    const Frame& table = view.table("flows");
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const double built = number_at(table, i, "built");
        if (year_at(table, i) != year || !(built > least_build)) continue;
        const auto technology = text_at(table, i, "technology");
        Build& build = builds["/" + technology];
        build.group = technology;
        build.name = view.technology(technology);
        build.unit = text_at(table, i, "unit");
        build.investment += known(number_at(table, i, "investment"));
        const auto from = text_at(table, i, "origin"), to = text_at(table, i, "destination");
        const auto a = view.region(from), b = view.region(to);
        add_place(build, from + "-" + to, {a.en + "–" + b.en, a.ko + "–" + b.ko}, built);
    }
}

std::vector<Build> builds_of(const output::PlanView& view, int year) {
    std::map<std::string, Build> by_group;
    add_plants(view, year, by_group);
    add_links(view, year, by_group);
    std::vector<Build> builds;
    for (auto& [key, build] : by_group) {
        std::stable_sort(build.places.begin(), build.places.end(),
            [](const PlaceAmount& a, const PlaceAmount& b) { return a.amount > b.amount; });
        builds.push_back(std::move(build));
    }
    std::stable_sort(
        builds.begin(), builds.end(), [](const Build& a, const Build& b) { return a.investment > b.investment; });
    return builds;
}

std::vector<PlaceAmount> borne_in(const output::PlanView& view, int year) {
    std::vector<PlaceAmount> list;
    const Frame& burden = view.table("burden");
    for (std::size_t i = 0; i < burden.rows(); ++i) {
        const double borne = number_at(burden, i, "borne_per_head");
        if (year_at(burden, i) != year || is_blank(borne)) continue;
        const auto region = text_at(burden, i, "region");
        list.push_back({region, view.region(region), borne});
    }
    std::stable_sort(
        list.begin(), list.end(), [](const PlaceAmount& a, const PlaceAmount& b) { return a.amount > b.amount; });
    return list;
}

Bilingual subject_name(const output::PlanView& view, const std::string& subject) {
    const Frame& carriers = view.package("carriers");
    for (std::size_t i = 0; i < carriers.rows(); ++i)
        if (text_at(carriers, i, "carrier") == subject)
            return {text_at(carriers, i, "name_en"), text_at(carriers, i, "name_ko")};
    const auto key = "input.subject." + subject;
    return output::can_say(key) ? output::say(key) : view.technology(subject);
}

// "solar.investment" in the words the report uses for it.
Bilingual influence_name(const output::PlanView& view, const std::string& input) {
    if (auto policy = output::policy_name(view, input); !policy.en.empty()) return policy;
    const auto dot = input.rfind('.');
    if (dot == std::string::npos) return subject_name(view, input);
    const auto first = input.substr(0, dot), second = input.substr(dot + 1);
    if (first == "demand") return output::say("input.demand", {subject_name(view, second)});
    const auto key = "input." + second;
    return output::can_say(key) ? output::say(key, {subject_name(view, first)}) : output::same(input);
}

std::vector<Influence> influences_of(const output::PlanView& view) {
    const Frame& sensitivity = view.table("sensitivity");
    std::vector<Influence> list;
    for (std::size_t i = 0; i < sensitivity.rows(); ++i) {
        const auto input = text_at(sensitivity, i, "input");
        list.push_back({input, influence_name(view, input), number_at(sensitivity, i, "share"),
            number_at(sensitivity, i, "estimated_share")});
    }
    std::stable_sort(list.begin(), list.end(),
        [](const Influence& a, const Influence& b) { return std::abs(known(a.share)) > std::abs(known(b.share)); });
    return list;
}

Value places_value(const std::vector<PlaceAmount>& places) {
    auto list = Value::list();
    for (const auto& place : places)
        list.add(Value::object().set("region", place.code).set("name", both(place.name)).set("value", place.amount));
    return list;
}

}  // namespace

PlanFacts plan_facts(const output::PlanView& view) {
    PlanFacts facts;
    facts.years = year_facts(view.table("summary"));
    facts.build_year = first_build_year(view);
    if (facts.build_year != 0) facts.builds = builds_of(view, facts.build_year);
    for (const auto& build : facts.builds) facts.investment += build.investment;
    if (!facts.years.empty()) facts.borne_per_head = borne_in(view, facts.years.back().year);
    facts.influences = influences_of(view);
    return facts;
}

Value value_of(const PlanFacts& facts) {
    auto years = Value::list();
    for (const auto& y : facts.years) {
        auto entry = Value::object();
        entry.set("year", y.year)
            .set("net_emissions", y.net_emissions)
            .set("cap", y.cap)
            .set("carbon_price", y.carbon_price);
        entry.set("cost", y.cost)
            .set("cost_per_head", y.cost_per_head)
            .set("clean_share", y.clean_share)
            .set("unserved", y.unserved);
        years.add(std::move(entry));
    }
    auto builds = Value::list();
    for (const auto& build : facts.builds) {
        auto entry = Value::object();
        entry.set("group", build.group).set("name", both(build.name)).set("value", build.amount);
        entry.set("unit", build.unit).set("investment", build.investment);
        entry.set("places", places_value(build.places));
        builds.add(std::move(entry));
    }
    auto influences = Value::list();
    for (const auto& influence : facts.influences)
        influences.add(Value::object()
                           .set("input", influence.input)
                           .set("name", both(influence.name))
                           .set("share", influence.share)
                           .set("estimated_share", influence.estimated_share));
    auto value = Value::object();
    value.set("years", std::move(years));
    value.set("build_first", Value::object()
                                 .set("year", facts.build_year)
                                 .set("investment", facts.investment)
                                 .set("groups", std::move(builds)));
    value.set("borne_per_head", places_value(facts.borne_per_head)).set("influences", std::move(influences));
    return value;
}

}  // namespace ecumene::pipeline
