#include "governance/plan/read_plan.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/references.hpp"
#include "dataset/table_reader.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"
#include "governance/plan/fill_plan.hpp"
#include "governance/plan/plan_schema.hpp"
#include "governance/plan/plan_settings.hpp"
#include "governance/plan/workbook_tables.hpp"

namespace ecumene::governance {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_settings_bytes = std::size_t{1} << 20U;

// Findings of tables name files of the plan; readers of several plans need the folder too.
Findings with_place(const Findings& findings, const PlanDocument& plan) {
    Findings placed;
    for (auto finding : findings.all()) {
        const auto shown = plan.shown(finding.file, finding.row);
        finding.file = finding.file.empty() ? plan.place : shown.file;
        finding.row = shown.row;
        placed.add(std::move(finding));
    }
    return placed;
}

dataset::LoadedTables read_tables(PlanTexts& texts, dataset::FindingLog& log) {
    dataset::LoadedTables tables;
    for (const auto& schema : plan_schema().tables) {
        const auto found = texts.find(schema.file);
        if (found != texts.end()) {
            tables.emplace(schema.name, dataset::read_table(schema, std::move(found->second), log));
            continue;
        }
        tables.emplace(schema.name, dataset::absent_table(schema));
        if (schema.is_required)
            log.error({schema.file, 0, {}}, "missing_table", compose("the table {} is missing", {schema.file}),
                "add it: " + schema.title.en);
    }
    return tables;
}

std::vector<std::string> known_files() {
    std::vector<std::string> names{plan_file};
    for (const auto& table : plan_schema().tables) names.push_back(table.file);
    return names;
}

// A table with a misspelt name would silently not be read.
void report_unknown_files(const fs::path& folder, dataset::FindingLog& log) {
    const auto known = known_files();
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() != ".csv" || std::find(known.begin(), known.end(), name) != known.end()) continue;
        log.warning({name, 0, {}}, "unknown_file", compose("the table '{}' is not known and is not read", {name}),
            did_you_mean(name, known));
    }
}

using Origins = std::map<std::string, TableOrigin, std::less<>>;

ReadPlan read(PlanTexts texts, const std::string& shown, Origins origins, dataset::FindingLog& log) {
    ReadPlan read;
    read.plan.place = shown;
    read.plan.origins = std::move(origins);
    const auto settings = texts.find(plan_file);
    if (settings == texts.end()) {
        log.error({plan_file, 0, {}}, "missing_file", "the file plan.toml is missing",
            "it says which plan this is: id, title, scope, kind, region, first_year, last_year");
    } else {
        Findings findings;
        const auto value = files::parse_toml(settings->second, plan_file, findings);
        log.append(findings);
        if (!findings.has_errors()) read_settings(value, read.plan, log);
    }
    const auto tables = read_tables(texts, log);
    dataset::check_schema_references(tables, log);
    fill_plan(tables, read.plan, log);
    read.findings = with_place(log.finish(), read.plan);
    return read;
}

}  // namespace

bool is_plan_folder(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder / plan_file, ignored);
}

ReadPlan read_plan(const fs::path& folder, const std::string& shown) {
    dataset::FindingLog log;
    PlanTexts texts;
    for (const auto& name : known_files()) {
        const auto path = files::inside(folder, name);
        std::error_code ignored;
        if (!path || !fs::exists(*path, ignored)) continue;
        Findings findings;
        auto text = name == plan_file ? files::read_text(*path, name, findings, most_settings_bytes)
                                      : files::read_text(*path, name, findings);
        log.append(findings);
        // What cannot be read was told once; an empty table in its place tells nothing twice.
        if (text) texts.emplace(name, std::move(*text));
    }
    report_unknown_files(folder, log);
    Origins origins;
    if (std::error_code ignored; fs::exists(folder / mapping_file, ignored)) {
        auto made = workbook_tables(folder);
        log.append(made.findings);
        // A table that was written by hand goes before the sheet.
        for (auto& [name, text] : made.texts)
            if (texts.emplace(name, std::move(text)).second) origins[name] = std::move(made.origins[name]);
    }
    return read(std::move(texts), shown, std::move(origins), log);
}

std::vector<ReadPlan> read_plans(const std::vector<PlanFolder>& folders, int threads) {
    std::vector<ReadPlan> plans(folders.size());
    for_each_part(static_cast<int>(folders.size()), threads, [&](int part) {
        const auto at = static_cast<std::size_t>(part);
        plans[at] = read_plan(folders[at].folder, folders[at].shown);
    });
    return plans;
}

ReadPlan read_plan(PlanTexts texts, const std::string& shown) {
    dataset::FindingLog log;
    return read(std::move(texts), shown, {}, log);
}

}  // namespace ecumene::governance
