#include "pipeline/run_folder.hpp"

#include <algorithm>
#include <system_error>

#include "core/digest.hpp"
#include "core/error.hpp"
#include "core/version.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"
#include "pipeline/plan_record.hpp"
#include "pipeline/run_exports.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

bool is_left_out(const fs::path& relative) {
    const auto first = relative.begin()->string();
    return first == "runs" || first == "export" ||
           std::any_of(relative.begin(), relative.end(),
               [](const fs::path& part) { return !part.empty() && part.string().front() == '.'; });
}

std::vector<std::string> texts_of(const Value& value) {
    std::vector<std::string> list;
    for (const auto& item : value.items()) list.push_back(item.as_text());
    return list;
}

std::vector<std::string> stage_names(const RunRecord& record) {
    std::vector<std::string> names;
    if (!record.is_myopic) return {"all"};
    for (const int year : record.years) names.push_back(std::to_string(year));
    return names;
}

Value manifest_value(const RunRecord& record) {
    auto years = Value::list();
    for (const int year : record.years) years.add(year);
    auto inputs = Value::list();
    for (const auto& file : record.files) inputs.add(Value::object().set("file", file.path).set("sha256", file.sha256));
    auto package = Value::object();
    package.set("name", record.inputs.package_name).set("digest", record.inputs.package_digest);
    package.set("title", Value::object().set("en", record.package_title.en).set("ko", record.package_title.ko));
    auto scenario = Value::object();
    scenario.set("name", record.inputs.scenario)
        .set("foresight", record.is_myopic ? "myopic" : "perfect")
        .set("years", std::move(years));
    scenario.set("text", record.inputs.scenario_text);
    auto value = Value::object();
    value.set("format", 1).set("key", record.key.hex).set("created_by", "ecumene " + record.inputs.version);
    value.set("version", record.inputs.version).set("package", std::move(package)).set("scenario", std::move(scenario));
    value.set("regions", texts_value(record.inputs.regions)).set("inputs", std::move(inputs));
    return value;
}

Value options_value(const RunInputs& inputs) {
    auto value = Value::object();
    value.set("backend", inputs.backend)
        .set("method", inputs.method)
        .set("tolerance", inputs.tolerance)
        .set("threads", inputs.threads);
    return value;
}

Value timing_value(const RunTiming& timing) {
    auto value = Value::object();
    value.set("total_seconds", timing.total_seconds).set("planning_seconds", timing.planning_seconds);
    value.set("expected_seconds", timing.expected_seconds)
        .set("solves_found_from_an_earlier_start", timing.stages_found);
    return value;
}

RunInputs inputs_of(const Value& manifest, const Value& options) {
    RunInputs inputs;
    inputs.version = manifest.at("version").as_text();
    inputs.package_name = manifest.at("package").at("name").as_text();
    inputs.package_digest = manifest.at("package").at("digest").as_text();
    inputs.scenario = manifest.at("scenario").at("name").as_text();
    inputs.scenario_text = manifest.at("scenario").at("text").as_text();
    inputs.regions = texts_of(manifest.at("regions"));
    inputs.backend = options.at("backend").as_text();
    inputs.method = options.at("method").as_text();
    inputs.tolerance = options.at("tolerance").as_number();
    inputs.threads = static_cast<int>(options.at("threads").as_integer());
    return inputs;
}

}  // namespace

std::vector<InputFile> input_files(const fs::path& package_folder) {
    std::vector<InputFile> found;
    for (const auto& entry : fs::recursive_directory_iterator(package_folder)) {
        const auto relative = fs::path(entry.path()).lexically_relative(package_folder);
        if (!entry.is_regular_file() || is_left_out(relative)) continue;
        found.push_back({relative.generic_string(), sha256(files::read_bytes(entry.path()))});
    }
    std::sort(found.begin(), found.end(), [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return found;
}

Language report_language(const dataset::Settings& settings) {
    return settings.currency == "KRW" ? Language::ko : Language::en;
}

void write_run(const fs::path& folder, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario, const RunTiming& timing) {
    fs::create_directories(folder / "tables");
    for (const auto& table : record.plan.tables) files::write_frame(folder / "tables" / (table.name() + ".csv"), table);
    files::write_json(folder / "plan.json", plan_value(record.plan));
    files::write_json(folder / "certificate.json", certificate_value(record.plan, stage_names(record)));
    files::write_json(folder / "options.json", options_value(record.inputs));
    write_hourly(folder, record.plan);
    write_iamc(folder / "iamc.csv", record, data, scenario);
    write_report(folder / "report.html", record, data, scenario, report_language(data.settings()));
    files::write_json(folder / "timing.json", timing_value(timing));
    files::write_json(folder / "manifest.json", manifest_value(record));
}

RunRecord read_run(const fs::path& folder) {
    const auto manifest = files::read_json(folder / "manifest.json");
    RunRecord record;
    record.inputs = inputs_of(manifest, files::read_json(folder / "options.json"));
    record.key = {manifest.at("key").as_text()};
    const auto& title = manifest.at("package").at("title");
    record.package_title = {title.at("en").as_text(), title.at("ko").as_text()};
    for (const auto& file : manifest.at("inputs").items())
        record.files.push_back({file.at("file").as_text(), file.at("sha256").as_text()});
    record.is_myopic = manifest.at("scenario").at("foresight").as_text() == "myopic";
    for (const auto& year : manifest.at("scenario").at("years").items())
        record.years.push_back(static_cast<int>(year.as_integer()));
    record.plan = plan_of(files::read_json(folder / "plan.json"), files::read_json(folder / "certificate.json"));
    for (auto& table : record.plan.tables)
        table = files::read_frame(folder / "tables" / (table.name() + ".csv"), table.name(), &table);
    return record;
}

}  // namespace ecumene::pipeline
