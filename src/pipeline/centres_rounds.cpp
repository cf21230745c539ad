#include "pipeline/centres_rounds.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "core/text.hpp"
#include "pipeline/centres_demand.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/sheet.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using structure::Unit;

constexpr const char* planned = "multi-nuclear";
constexpr double krw_per_mkrw = 1e6, kwh_per_mwh = 1e3;

// Where a round's package and run stand for as long as it lasts.
class Workshop {
public:
    Workshop() : path_(fs::temp_directory_path() / compose("ecumene-centres-{}", {static_cast<int>(::getpid())})) {
        fs::remove_all(path_);
    }
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

// MWh a person of each region uses at home and in services at the horizon, as the power sector's demand has it.
std::map<std::string, double> electricity_per_person(const CentresView& view) {
    std::map<std::string, double> people, use;
    const Frame& population = view.data->table("population");
    for (std::size_t r = 0; r < population.rows(); ++r)
        if (population.text(r, "scenario") == "projection" &&
            static_cast<int>(population.number(r, "year")) == view.basis->horizon)
            people[population.text(r, "region")] = population.number(r, "value");
    if (!view.data->has("demand")) return use;
    const Frame& demand = view.data->table("demand");
    for (std::size_t r = 0; r < demand.rows(); ++r) {
        const std::string component = demand.text(r, "component");
        if (demand.text(r, "scenario") != "reference" || demand.text(r, "carrier") != "electricity" ||
            static_cast<int>(demand.number(r, "year")) != view.basis->horizon ||
            (component != "base" && component != "heat"))
            continue;
        const double count = people[demand.text(r, "region")];
        if (count > 0.0) use[demand.text(r, "region")] += demand.number(r, "value") / count;
    }
    return use;
}

class Rounds {
public:
    Rounds(const CentresView& view, const structure::AlternativeOptions& options, const Session& session)
        : view_(view), session_(session), use_(electricity_per_person(view)) {
        out_.assumptions = *view.assumptions;
        out_.options = options;
        alternatives_ = *view.alternatives;
    }

    CentresRounds run(int most) {
        for (int round = 0; round < most && !out_.has_settled && out_.ended.empty(); ++round) turn();
        if (!out_.has_settled && out_.ended.empty()) out_.ended = "the rounds asked for are over";
        return std::move(out_);
    }

private:
    void turn() {
        const Workshop workshop;
        CentresView view = view_;
        view.assumptions = &out_.assumptions;
        view.alternatives = &alternatives_;
        write_demand(workshop.path() / "package", view);
        const Answer made =
            plan({.package = (workshop.path() / "package").string(), .scenario = planned, .overrides = coarse_plan},
                session_);
        const files::Value* folder = made.result.find("folder");
        if (made.status != Status::ok || folder == nullptr) {
            out_.ended = "the plan of the structure was not solved";
            return;
        }
        CentresRound round;
        take_prices(read_run(folder->as_text()), round);
        choose(round);
    }

    // (S57) The price of carbon, weighted with what a kilometre of today's vehicles still emits in a year, is that of the whole time.
    void take_prices(const RunRecord& run, CentresRound& round) {
        round.plan_cost = run.plan.objective;
        const Frame& policies = run.plan.table("policies");
        double price = 0.0;
        int years = 0;
        for (std::size_t r = 0; r < policies.rows(); ++r) {
            if (policies.text(r, "policy") != "carbon_cap") continue;
            const double turned =
                (policies.number(r, "year") - view_.basis->today) / (view_.basis->horizon - view_.basis->today);
            price += policies.number(r, "shadow_price") * (1.0 - (1.0 - out_.assumptions.fleet_2050) * turned);
            ++years;
        }
        round.carbon_price = years > 0 ? krw_per_mkrw * price / years : out_.assumptions.carbon_price;
        out_.assumptions.carbon_price = round.carbon_price;
        std::map<std::string, double> of_region;
        const Frame& prices = run.plan.table("prices");
        for (std::size_t r = 0; r < prices.rows(); ++r)
            if (prices.text(r, "carrier") == "electricity" &&
                static_cast<int>(prices.number(r, "year")) == view_.basis->horizon)
                of_region[prices.text(r, "region")] =
                    use_[prices.text(r, "region")] * prices.number(r, "mean") * kwh_per_mwh / krw_per_mkrw;
        out_.options.price_of_person.clear();
        for (const Unit i : view_.basis->units.all())
            out_.options.price_of_person.push_back(of_region[view_.basis->units[i].region]);
    }

    void choose(CentresRound& round) {
        structure::Alternative* held = nullptr;
        for (structure::Alternative& a : alternatives_.list)
            if (a.name == planned) held = &a;
        if (held == nullptr) return;
        const structure::Round next =
            structure::choose_again(*view_.basis, out_.assumptions, out_.options, held->plan, *session_.progress);
        if (!next.chosen.has_answer() || std::isnan(next.cost_of_held)) {
            out_.ended = "no structure meets its limits at these prices";
            return;
        }
        round.cost_of_held = next.cost_of_held;
        round.cost = next.chosen.objective;
        round.bound = next.chosen.bound;
        round.carbon = next.travel.carbon;
        round.gap = (round.cost_of_held - round.bound) / round.cost_of_held;
        for (std::size_t i = 0; i < held->plan.people.size(); ++i)
            round.moved += 0.5 * std::abs(held->plan.people[i] - next.chosen.people[i]);
        out_.has_settled = round.gap <= out_.options.solver.relative_gap;
        out_.list.push_back(round);
        held->plan = next.chosen;
        held->travel = next.travel;
    }

    const CentresView& view_;
    const Session& session_;
    std::map<std::string, double> use_;
    structure::Alternatives alternatives_;
    CentresRounds out_;
};

}  // namespace

CentresRounds run_rounds(
    const CentresView& view, const structure::AlternativeOptions& options, int most, const Session& session) {
    const auto& list = view.alternatives->list;
    if (std::none_of(list.begin(), list.end(), [](const structure::Alternative& a) { return a.name == planned; })) {
        CentresRounds none;
        none.assumptions = *view.assumptions;
        none.options = options;
        none.ended = "there is no multi-nuclear structure to plan";
        return none;
    }
    return Rounds(view, options, session).run(most);
}

files::Value rounds_result(const CentresRounds& rounds) {
    files::Value list = files::Value::list();
    for (const CentresRound& round : rounds.list)
        list.add(files::Value::object()
                     .set("carbon_price_KRW_per_t", round.carbon_price)
                     .set("plan_cost_MKRW", round.plan_cost)
                     .set("cost_of_planned_MKRW_per_year", round.cost_of_held)
                     .set("cost_chosen_anew_MKRW_per_year", round.cost)
                     .set("bound_MKRW_per_year", round.bound)
                     .set("gap", round.gap)
                     .set("moved_people", round.moved)
                     .set("travel_carbon_t", round.carbon));
    return files::Value::object()
        .set("settled", rounds.has_settled)
        .set("ended", rounds.ended)
        .set("resolution", join(coarse_plan, ", "))
        .set("list", std::move(list));
}

std::string rounds_screen(const CentresRounds& rounds, const Session& session) {
    Sheet sheet(session);
    for (std::size_t k = 0; k < rounds.list.size(); ++k) {
        const CentresRound& round = rounds.list[k];
        sheet.plain(session.in(
            {compose(
                 "Round {}: carbon at {:.0f} KRW/t; the structure planned costs at most {:.3f} % more than the best "
                 "at these prices; {:.0f} thousand people live elsewhere in the next",
                 {k + 1, round.carbon_price, 100.0 * round.gap, round.moved / 1e3}),
                compose("{}회: 탄소 {:.0f}원/t, 계획한 구조는 이 가격의 최선보다 많아야 {:.3f} % 비쌈, 다음 구조에서 "
                        "{:.0f}천 명이 다른 곳에 거주",
                    {k + 1, round.carbon_price, 100.0 * round.gap, round.moved / 1e3})}));
    }
    sheet.plain(session.in(
        rounds.has_settled
            ? Bilingual{"Structure and plan agree: no structure is better by more than the gap of the choice.",
                  "구조와 계획이 서로 맞음: 선택의 간격을 넘어 더 나은 구조가 없음."}
            : Bilingual{"Structure and plan do not agree yet: " + rounds.ended + ".",
                  "구조와 계획이 아직 서로 맞지 않음: " + rounds.ended + "."}));
    return sheet.text();
}

}  // namespace ecumene::pipeline
