#include "pipeline/studio/run_view.hpp"

#include <system_error>
#include <utility>

#include "core/text.hpp"
#include "dataset/scenario_draft.hpp"
#include "files/text_file.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/plan_facts.hpp"
#include "pipeline/plan_result.hpp"
#include "pipeline/run_exports.hpp"
#include "pipeline/run_scenario.hpp"
#include "pipeline/studio/hours.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

Value years_value(const std::vector<int>& years) {
    auto list = Value::list();
    for (const int year : years) list.add(year);
    return list;
}

dataset::Scenario scenario_now(const std::string& name, const dataset::Dataset& data, const Project& project) {
    return dataset::draft_scenario(data, {.name = name, .own = project.package().own_scenarios}).scenario;
}

Value tables_value(const ShelvedRun& run) {
    auto list = Value::list();
    for (const auto& table : run.record.plan.tables) {
        const auto words = words_of_result(table.name());
        list.add(Value::object()
                     .set("name", table.name())
                     .set("title", both(title_of_result(table.name())))
                     .set("rows", table.rows())
                     .set("about", words.about)
                     .set("key", texts_value(words.key)));
    }
    return list;
}

Value files_value(const ShelvedRun& run) {
    auto list = Value::list();
    for (const auto& file : run_files(run)) {
        std::error_code ignored;
        list.add(Value::object()
                     .set("name", file.name)
                     .set("bytes", static_cast<std::size_t>(fs::file_size(file.path, ignored)))
                     .set("type", file.type)
                     .set("about", both(file.about)));
    }
    return list;
}

Value settings_value(const RunCard& card) {
    Findings findings;
    auto value = files::parse_json(card.inputs.scenario_text, "manifest.json", findings);
    return findings.has_errors() ? Value() : value;
}

Answer answer_of_run(const ShelvedRun& run, const Project& project) {
    const auto data = project.data();
    Answer answer;
    answer.verb = "plan";
    answer.seconds = is_blank(run.card.seconds) ? 0.0 : run.card.seconds;
    const auto scenario = scenario_of_run(run.record, *data, project.package().own_scenarios, answer.findings);
    const auto input = report_input_of(run.record, *data, scenario);
    const output::PlanView view(input);
    const RunEnding ending{.package = project.package().name,
        .scenario = run.card.inputs.scenario,
        .run = run.card.id,
        .folder = shown(run.card.folder, project.session()),
        .is_from_folder = true};
    answer.result = plan_result(run.record, ending, plan_facts(view));
    if (run.record.plan.outcome == planning::Outcome::infeasible) {
        answer.status = Status::infeasible;
        answer.exit = Exit::findings;
    }
    return answer;
}

}  // namespace

Value card_value(const RunCard& card, const dataset::Dataset& data, const Project& project) {
    const auto scenario = scenario_now(card.inputs.scenario, data, project);
    auto value = Value::object();
    value.set("id", card.id).set("scenario", card.inputs.scenario).set("scenario_title", both(scenario.title));
    value.set("title", both(scenario.title)).set("about", both(scenario.about));
    value.set("status", card.outcome == "optimal" ? "ok" : card.outcome).set("outcome", card.outcome);
    value.set("made", card.made).set("finished", card.made).set("years", years_value(card.years));
    value.set("regions", texts_value(card.inputs.regions)).set("foresight", card.is_myopic ? "myopic" : "perfect");
    value.set("objective", number_or_null(card.objective)).set("objective_unit", "MKRW");
    value.set("net_emissions_last", number_or_null(card.last_net_emissions))
        .set("cost_last", number_or_null(card.last_cost));
    value.set("seconds", number_or_null(card.seconds)).set("version", card.inputs.version);
    value.set("package", card.inputs.package_name).set("is_stale", card.inputs.package_digest != data.digest());
    return value;
}

Value runs_value(const RunShelf& shelf, const Project& project) {
    const auto data = project.data();
    auto list = Value::list();
    for (const auto& card : shelf.cards())
        if (card.inputs.package_name == data->settings().name) list.add(card_value(card, *data, project));
    return list;
}

std::string run_json(const ShelvedRun& run, const Project& project) {
    auto answer = answer_of_run(run, project);
    const auto data = project.data();
    const auto card = card_value(run.card, *data, project);
    for (const auto& [key, value] : card.members())
        if (answer.result.find(key) == nullptr) answer.result.set(key, value);
    answer.result.set("scenario_values", settings_value(run.card)).set("tables", tables_value(run));
    answer.result.set("hours", hours_value(run)).set("files", files_value(run));
    return json(answer);
}

Frame run_table(const ShelvedRun& run, const std::string& table, const Filters& filters) {
    if (const auto* found = run.table(table)) return chosen_rows(*found, filters);
    std::vector<std::string> known;
    for (const auto& each : run.record.plan.tables) known.push_back(each.name());
    const auto meant = did_you_mean(table, known);
    throw WrongUse(compose("this run has no table '{}'", {table}), !meant.empty() ? meant
                                                                   : known.empty()
                                                                       ? "no plan was found, so there are none"
                                                                       : "its tables are " + join(known, ", "));
}

std::vector<RunFile> run_files(const ShelvedRun& run) {
    constexpr const char *json_type = "application/json", *csv_type = "text/csv; charset=utf-8";
    std::vector<RunFile> all{
        {"report.html", "text/html; charset=utf-8", {"Report to read and print", "읽고 인쇄하는 보고서"}, {}},
        {"iamc.csv", csv_type, {"IAMC rows for other models", "다른 모형을 위한 IAMC 표"}, {}},
        {"hourly.nc", "application/x-netcdf", {"Every hour of the plan", "계획의 시간별 값"}, {}},
        {"certificate.json", json_type, {"Proof of optimality", "최적성 증명"}, {}},
        {"plan.json", json_type, {"Outcome, size, conflicts", "결과와 규모, 충돌"}, {}},
        {"manifest.json", json_type, {"What went in, with hashes", "투입 자료와 해시"}, {}},
        {"options.json", json_type, {"How it was solved", "풀이 방법"}, {}},
        {"timing.json", json_type, {"How long it took", "걸린 시간"}, {}}};
    for (const auto& table : run.record.plan.tables)
        all.push_back(
            {"tables/" + table.name() + ".csv", csv_type, {"Table " + table.name(), "표 " + table.name()}, {}});
    std::vector<RunFile> there;
    for (auto& file : all) {
        std::error_code ignored;
        file.path = run.card.folder / file.name;
        if (fs::is_regular_file(file.path, ignored)) there.push_back(std::move(file));
    }
    return there;
}

std::string bytes_of(const RunFile& file) {
    return files::read_bytes(file.path);
}

}  // namespace ecumene::pipeline
