// What a package allows: which verbs can run on it, and which tables would unlock them or more of them.
#include <algorithm>

#include "dataset/dataset.hpp"
#include "dataset/loader.hpp"
#include "dataset/schema.hpp"

namespace ecumene::dataset {
namespace {

// Without these a verb has nothing to work on; its other tables (`enables` in the schema) only widen it.
const std::map<std::string, std::vector<std::string>>& necessary_tables() {
    static const std::map<std::string, std::vector<std::string>> tables{
        {"diagnose", {"emissions"}},
        {"structure", {"units"}},
        {"plan", {"carriers", "technologies", "technology_groups", "conversions", "technology_values", "demand"}},
    };
    return tables;
}

bool has_rows(const LoadedTables& tables, const std::string& name) {
    return tables.at(name).frame.rows() > 0;
}

Capability capability(const std::string& verb, const LoadedTables& tables) {
    Capability found{.verb = verb, .is_possible = true, .missing = {}};
    const auto& necessary = necessary_tables().at(verb);
    for (const auto& schema : package_schema().tables) {
        const bool is_necessary = std::find(necessary.begin(), necessary.end(), schema.name) != necessary.end();
        const bool is_useful = std::find(schema.enables.begin(), schema.enables.end(), verb) != schema.enables.end();
        if (!(is_necessary || is_useful) || has_rows(tables, schema.name)) continue;
        found.missing.push_back(schema.file);
        if (is_necessary) found.is_possible = false;
    }
    return found;
}

// What a plan is made into can be had wherever there is a plan.
Capability following(const std::string& verb, const Capability& plan, bool is_possible_otherwise) {
    return {.verb = verb,
        .is_possible = plan.is_possible && is_possible_otherwise,
        .missing = plan.is_possible ? std::vector<std::string>{} : plan.missing};
}

void require_scenario(Capability& plan, const Settings& settings, const std::filesystem::path& folder) {
    const auto file = "scenarios/" + settings.default_scenario + ".toml";
    std::error_code ignored;
    if (!settings.default_scenario.empty() && std::filesystem::is_regular_file(folder / file, ignored)) return;
    plan.is_possible = false;
    plan.missing.push_back(settings.default_scenario.empty() ? "scenarios/*.toml" : file);
}

void count_rows(const LoadedTables& tables, CheckReport& report) {
    for (const auto& status : statuses()) report.rows_by_status[status] = 0;
    for (const auto& [name, table] : tables) {
        if (!table.is_present) continue;
        ++report.tables;
        report.rows += table.frame.rows();
        if (table.schema->column("status") == nullptr) continue;
        for (const auto& status : table.frame.texts("status"))
            if (const auto counted = report.rows_by_status.find(status); counted != report.rows_by_status.end())
                ++counted->second;
    }
}

}  // namespace

CheckReport check(const std::filesystem::path& folder) {
    Loader loader(folder);
    loader.run();
    CheckReport report;
    report.findings = loader.findings();
    count_rows(loader.tables(), report);
    report.series = loader.series_count();
    auto plan = capability("plan", loader.tables());
    require_scenario(plan, loader.data().settings(), folder);
    report.capabilities = {capability("diagnose", loader.tables()), plan, following("assess", plan, true),
        following("cooperate", plan, loader.data().regions().size() > 1), capability("structure", loader.tables())};
    return report;
}

}  // namespace ecumene::dataset
