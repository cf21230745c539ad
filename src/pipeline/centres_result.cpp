#include "pipeline/centres_result.hpp"

#include "core/text.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/structure_levels.hpp"
#include "pipeline/terminal.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using structure::Alternative;
using structure::Alternatives;
using structure::Unit;

Value list_of(const std::vector<double>& numbers) {
    Value out = Value::list();
    for (const double number : numbers) out.add(number);
    return out;
}

Value centres_of(const CentresView& view, const Alternative& alternative) {
    Value tiers = Value::list();
    for (std::size_t h = 0; h < alternative.plan.centres.size(); ++h) {
        Value units = Value::list();
        for (const std::size_t c : alternative.plan.centres[h]) units.add(view.alternatives->ask.units[c].code);
        tiers.add(Value::object().set("tier", view.alternatives->ask.tiers[h].name).set("units", units));
    }
    return tiers;
}

Frame linkage_table(const CentresView& view) {
    std::vector<Frame::Column> columns{text_column("name")};
    for (auto& column : level_columns()) columns.push_back(std::move(column));
    Frame table("linkage", std::move(columns));
    const auto add = [&](const std::string& name, const std::vector<structure::LevelRow>& rows) {
        for (const structure::LevelRow& row : rows) {
            std::vector<Frame::Cell> cells{name};
            for (auto& cell : level_cells(row)) cells.push_back(std::move(cell));
            table.add(cells);
        }
    };
    add("today", view.alternatives->today_by_tier);
    for (const Alternative& a : view.alternatives->list) add(a.name, a.by_tier);
    return table;
}

Value alternative_value(const CentresView& view, const Alternative& alternative) {
    const AgainstTrend gain = against_trend(*view.alternatives, alternative);
    Value out = Value::object();
    out.set("name", alternative.name)
        .set("chosen", alternative.name != "trend")
        .set("travel_carbon_t", alternative.travel.carbon)
        .set("cumulative_travel_carbon_t", alternative.cumulative_carbon)
        .set("person_km", alternative.travel.total_pkm)
        .set("person_km_by_band", list_of(alternative.travel.pkm_by_band))
        .set("person_km_by_mode", list_of(alternative.travel.pkm_by_mode))
        .set("rail_potential_person_km", alternative.travel.long_centre_pkm)
        .set("mean_minutes", alternative.travel.mean_minutes)
        .set("worst_off_minutes", alternative.travel.worst_off_minutes)
        .set("jobs_in_reach", alternative.jobs_in_reach.mean)
        .set("worst_off_jobs_in_reach", alternative.jobs_in_reach.worst_off)
        .set("density_per_km2", alternative.density)
        .set("land_taken_km2", alternative.land_taken)
        .set("saving_carbon", gain.carbon)
        .set("saving_worst_off_minutes", gain.worst_off_minutes)
        .set("centres", centres_of(view, alternative))
        .set("by_tier", levels_value(alternative.by_tier));
    if (alternative.jobs_in_reach.gini) out.set("gini_jobs_in_reach", *alternative.jobs_in_reach.gini);
    if (alternative.name != "trend")
        out.set("objective_MKRW_per_year", alternative.plan.objective)
            .set("bound_MKRW_per_year", alternative.plan.bound)
            .set("gap", alternative.plan.relative_gap())
            .set("solver", alternative.plan.backend);
    return out;
}

Frame alternatives_table(const CentresView& view) {
    Frame table("alternatives",
        {text_column("name"), number_column("travel_carbon", "tCO2eq/year"),
            number_column("cumulative_travel_carbon", "tCO2eq"), number_column("person_km", "person km/year"),
            number_column("commuting_person_km", "person km/year"), number_column("rail_potential", "person km/year"),
            number_column("mean_minutes", "min"), number_column("worst_off_minutes", "min"),
            number_column("jobs_in_reach", "job"), number_column("worst_off_jobs_in_reach", "job"),
            number_column("gini_jobs_in_reach", "1"), number_column("density", "person/km2"),
            number_column("land_taken", "km2"), number_column("objective", "MKRW/year"),
            number_column("bound", "MKRW/year"), number_column("gap", "1")});
    for (const Alternative& a : view.alternatives->list) {
        const bool is_chosen = a.name != "trend";
        table.add({a.name, a.travel.carbon, a.cumulative_carbon, a.travel.total_pkm, a.travel.commuting_pkm,
            a.travel.long_centre_pkm, a.travel.mean_minutes, a.travel.worst_off_minutes, a.jobs_in_reach.mean,
            a.jobs_in_reach.worst_off, a.jobs_in_reach.gini.value_or(blank), a.density, a.land_taken,
            is_chosen ? a.plan.objective : blank, is_chosen ? a.plan.bound : blank,
            is_chosen ? a.plan.relative_gap() : blank});
    }
    return table;
}

Frame units_table(const CentresView& view) {
    Frame table(
        "units", {text_column("name"), text_column("unit"), text_column("unit_name"), number_column("people", "person"),
                     number_column("jobs", "person"), text_column("tier"), number_column("minutes", "min")});
    const Alternatives& all = *view.alternatives;
    for (const Alternative& a : all.list) {
        std::vector<std::string> tier(all.ask.units.size());
        for (std::size_t h = 0; h < a.plan.centres.size(); ++h)
            for (const std::size_t c : a.plan.centres[h]) tier[c] = all.ask.tiers[h].name;
        for (const Unit i : view.basis->units.all())
            table.add({a.name, view.basis->units[i].code, view.basis->units[i].name.en, a.plan.people[i.at()],
                a.plan.jobs[i.at()], tier[i.at()], a.travel.minutes[i.at()]});
    }
    return table;
}

Frame travel_table(const CentresView& view) {
    Frame table("travel", {text_column("name"), text_column("band"), number_column("person_km", "person km/year")});
    const Alternatives& all = *view.alternatives;
    for (const Alternative& a : all.list)
        for (std::size_t b = 0; b < all.modes.bands.size(); ++b) {
            const double end = all.modes.bands[b].up_to_km;
            const std::string from = b == 0 ? "0" : shortest(all.modes.bands[b - 1].up_to_km);
            table.add({a.name, from + (end < structure::unlimited ? "-" + shortest(end) : "+") + " km",
                a.travel.pkm_by_band[b]});
        }
    return table;
}

Frame sensitivity_table(const CentresView& view) {
    Frame table("sensitivity", {text_column("assumption"), number_column("factor", "1"), text_column("name"),
                                   number_column("saving_carbon", "1"), number_column("saving_worst_off_minutes", "1"),
                                   number_column("cores")});
    for (const structure::SensitivityRow& row : view.alternatives->sensitivity)
        table.add({row.assumption, row.factor, row.alternative, row.carbon_saving, row.minutes_saving,
            static_cast<double>(row.cores)});
    return table;
}

Frame assumptions_table(const CentresView& view) {
    Frame table("assumptions", {text_column("assumption"), number_column("value"), text_column("unit"),
                                   text_column("about"), text_column("ground")});
    for (const structure::Assumption& assumption : structure::assumptions())
        table.add({assumption.name, view.assumptions->*assumption.value, assumption.unit, assumption.about.en,
            assumption.ground});
    return table;
}

}  // namespace

AgainstTrend against_trend(const Alternatives& alternatives, const Alternative& alternative) {
    const Alternative& trend = alternatives.of("trend");
    return {1.0 - alternative.travel.carbon / trend.travel.carbon,
        1.0 - alternative.travel.mean_minutes / trend.travel.mean_minutes,
        1.0 - alternative.travel.worst_off_minutes / trend.travel.worst_off_minutes,
        alternative.jobs_in_reach.worst_off / trend.jobs_in_reach.worst_off - 1.0};
}

Value centres_result(const CentresView& view) {
    const Alternatives& all = *view.alternatives;
    Value list = Value::list(), sensitivity = Value::list(), assumed = Value::object();
    for (const Alternative& alternative : all.list) list.add(alternative_value(view, alternative));
    for (const structure::SensitivityRow& row : all.sensitivity)
        sensitivity.add(Value::object()
                            .set("assumption", row.assumption)
                            .set("factor", row.factor)
                            .set("name", row.alternative)
                            .set("saving_carbon", row.carbon_saving)
                            .set("saving_worst_off_minutes", row.minutes_saving)
                            .set("cores", static_cast<std::int64_t>(row.cores)));
    for (const structure::Assumption& assumption : structure::assumptions())
        assumed.set(assumption.name, view.assumptions->*assumption.value);
    return Value::object()
        .set("package", view.package)
        .set("units", static_cast<int>(view.basis->units.size()))
        .set("living_areas", view.basis->areas.areas)
        .set("horizon", view.basis->horizon)
        .set("today_by_tier", levels_value(all.today_by_tier))
        .set("alternatives", list)
        .set("sensitivity", sensitivity)
        .set("assumptions", assumed);
}

std::vector<Frame> centres_tables(const CentresView& view) {
    return {alternatives_table(view), units_table(view), travel_table(view), linkage_table(view),
        sensitivity_table(view), assumptions_table(view)};
}

std::string centres_screen(const CentresView& view, const std::filesystem::path& output, const Session& session) {
    const Alternatives& all = *view.alternatives;
    Sheet sheet(session);
    sheet.title(session.in(view.data->settings().title), session.in({compose("structures of {}", {view.basis->horizon}),
                                                             compose("{}년 공간구조", {view.basis->horizon})}));
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right});
    const auto head = [&](const char* en, const char* ko) { return session.style().faint(session.in({en, ko})); };
    table.add({head("Structure", "구조"), head("Mt/year", "Mt/년"), head("change", "변화"), head("minutes", "분"),
        head("change", "변화"), head("cores", "핵심거점"), head("gap", "간격")});
    for (const Alternative& a : all.list) {
        const AgainstTrend gain = against_trend(all, a);
        const bool is_trend = a.name == "trend";
        const auto change = [&](double saved) { return is_trend ? "" : compose("{:+.1f} %", {-100.0 * saved}); };
        table.add({session.in(a.title), compose("{:.1f}", {a.travel.carbon / 1e6}), change(gain.carbon),
            compose("{:.0f}", {a.travel.worst_off_minutes}), change(gain.worst_off_minutes),
            is_trend ? "" : std::to_string(a.plan.centres.back().size()),
            is_trend ? "" : compose("{:.2f} %", {100.0 * a.plan.relative_gap()})});
    }
    for (const auto& line : table.lines(1)) sheet.ready(line);
    sheet.gap();
    sheet.plain(session.in(
        {"Travel carbon a year and the mean minutes of the worst-off fifth of people to the centres they need, against "
         "trend. Homes' commuting, trips and jobs are modelled; every assumption is listed and varied.",
            "연간 통행 탄소와 하위 20 % 주민의 평균 거점 도달시간, 추세 대비. 통근·통행·일자리는 모형값이며 모든 "
            "가정과 민감도를 "
            "함께 제시합니다."}));
    if (!output.empty())
        sheet.plain(compose("{}  ·  ecumene plan {} --scenario multi-nuclear",
            {shown(output / "report.html", session), shown(output / "package", session)}));
    return sheet.text();
}

}  // namespace ecumene::pipeline
