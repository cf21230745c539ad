#include "dataset/scenario.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/region_names.hpp"
#include "dataset/scenario_draft.hpp"
#include "dataset/schema.hpp"
#include "dataset/value_check.hpp"
#include "embedded/scenario_schema.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {
namespace {

using files::Value;

constexpr const char* base_name = "base";

const Value& scenario_schema() {
    static const Value schema = [] {
        Findings findings;
        auto value = files::parse_json(embedded::scenario_schema, "schema/scenario.json", findings);
        if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
        return value;
    }();
    return schema;
}

std::string file_of(const std::string& name) {
    return "scenarios/" + name + ".toml";
}

// Reading layers

// [scale] keys hold dots; written without quotes they arrive as tables within tables.
void flatten_into(Value& flat, const Value& nested, const std::string& path) {
    for (const auto& [key, value] : nested.members()) {
        const auto place = path.empty() ? key : path + "." + key;
        if (value.is_object())
            flatten_into(flat, value, place);
        else
            flat.set(place, value);
    }
}

void flatten_scale(Value& layer) {
    auto* scale = layer.find("scale");
    if (scale == nullptr || !scale->is_object()) return;
    Value flat = Value::object();
    flat.set_line(scale->line());
    flatten_into(flat, *scale, "");
    *scale = std::move(flat);
}

void overlay(Value& base, const Value& above) {
    for (const auto& [key, value] : above.members()) {
        auto* below = base.find(key);
        if (below != nullptr && below->is_object() && value.is_object())
            overlay(*below, value);
        else
            base.set(key, value);
    }
}

// A layer that names a target means it: values a lower layer set instead of a target no longer hold.
void drop_replaced_cap(Value& base, const Value& above) {
    const auto* policies = above.find("policies");
    auto* below = base.find("policies");
    if (policies == nullptr || below == nullptr || policies->find("carbon_cap") == nullptr ||
        policies->find("carbon_cap_values") != nullptr)
        return;
    if (below->find("carbon_cap_values") != nullptr) below->set("carbon_cap_values", Value::object());
}

// "policies.carbon_cap=power_ndc" is TOML but for the quotes a shell has eaten.
Value parse_override(const std::string& text, FindingLog& log) {
    const std::string shown = "override '" + text.substr(0, 80) + "'";
    Findings findings;
    auto value = files::parse_toml(text, shown, findings, {.bytes = 10'000, .depth = 16});
    if (!findings.has_errors()) return value;
    const auto equals = text.find('=');
    if (equals != std::string::npos) {
        Findings again;
        const auto quoted = text.substr(0, equals + 1) + '"' + std::string(trim(text.substr(equals + 1))) + '"';
        value = files::parse_toml(quoted, shown, again, {.bytes = 10'000, .depth = 16});
        if (!again.has_errors()) return value;
    }
    log.error(
        {shown}, "not_an_override", "it cannot be read as key=value", "write for instance policies.carbon_budget=5e8");
    return {};
}

class LayerReader {
public:
    LayerReader(const Dataset& data, const ScenarioSource& source, FindingLog& log)
        : data_(data), source_(source), log_(log) {}

    // Base, the scenario itself, the overrides.
    void read(const std::string& name, ScenarioDraft& draft) {
        draft.tree = Value::object();
        if (name != base_name && !file_for(base_name).empty()) add(draft.tree, parsed(base_name), file_of(base_name));
        draft.layer = parsed(name);
        add(draft.tree, draft.layer, file_of(name));
        for (const auto& text : source_.overrides)
            add(draft.tree, parse_override(text, log_), "override '" + text.substr(0, 80) + "'");
    }

private:
    static constexpr files::ValueLimits limits{.bytes = 1'000'000, .depth = 16};

    // Empty when there is none.
    std::filesystem::path file_for(const std::string& name) const {
        const bool is_plain = name.find('/') == std::string::npos && name.find('\\') == std::string::npos;
        std::error_code ignored;
        if (!is_plain) return {};
        if (!source_.own.empty())
            if (const auto path = files::inside(source_.own, name + ".toml");
                path && std::filesystem::exists(*path, ignored))
                return *path;
        const auto path = files::inside(data_.folder(), file_of(name));
        return path && std::filesystem::exists(*path, ignored) ? *path : std::filesystem::path{};
    }

    Value parsed(const std::string& name) {
        Findings findings;
        Value value;
        if (source_.text && name != base_name) {
            value = files::parse_toml(*source_.text, file_of(name), findings, limits);
        } else {
            const auto file = file_for(name);
            if (file.empty()) {
                report_absent(name);
                return {};
            }
            value = files::read_toml(file, file_of(name), findings, limits);
        }
        log_.append(findings);
        return value;
    }

    void add(Value& all, Value layer, const std::string& file) {
        if (!layer.is_object()) return;
        flatten_scale(layer);
        // Each layer is judged by itself, so that a finding names the file and line it stands in.
        FindingLog layer_log;
        check_value(layer, scenario_schema(), file, layer_log);
        const auto findings = layer_log.finish();
        log_.append(findings);
        if (findings.has_errors()) return;
        drop_replaced_cap(all, layer);
        overlay(all, layer);
    }

    void report_absent(const std::string& name) {
        const auto names = scenario_names(data_, source_.own);
        const auto hint = did_you_mean(name, names);
        log_.error({file_of(name)}, "unknown_scenario", compose("there is no scenario '{}'", {name}),
            !hint.empty()   ? hint
            : names.empty() ? "the package has no scenarios"
                            : "there are " + join(names, ", "));
    }

    const Dataset& data_;
    const ScenarioSource& source_;
    FindingLog& log_;
};

// From the tree to the settings; the tree has been judged, so kinds are as the schema says.

class SettingsOf {
public:
    explicit SettingsOf(const Value& root) : root_(root) {}

    const Value* find(std::string_view table, std::string_view key) const {
        const auto* found = root_.find(table);
        return found == nullptr ? nullptr : found->find(key);
    }
    void text(std::string_view table, std::string_view key, std::string& into) const {
        if (const auto* value = find(table, key)) into = value->as_text();
    }
    void number(std::string_view table, std::string_view key, double& into) const {
        if (const auto* value = find(table, key)) into = value->as_number();
    }
    void whole(std::string_view table, std::string_view key, int& into) const {
        if (const auto* value = find(table, key)) into = static_cast<int>(value->as_integer());
    }
    Bilingual bilingual(std::string_view table) const {
        Bilingual words;
        text(table, "en", words.en);
        text(table, "ko", words.ko);
        return words;
    }

private:
    const Value& root_;
};

std::map<int, double> by_year(const Value* table) {
    std::map<int, double> values;
    if (table == nullptr) return values;
    for (const auto& [key, value] : table->members()) {
        int year = 0;
        std::from_chars(key.data(), key.data() + key.size(), year);
        values[year] = value.as_number();
    }
    return values;
}

void read_plan(const SettingsOf& settings, Scenario& scenario) {
    if (const auto* years = settings.find("plan", "years"))
        for (const auto& year : years->items()) scenario.years.push_back(static_cast<int>(year.as_integer()));
    if (const auto* regions = settings.find("plan", "regions"))
        for (const auto& region : regions->items()) scenario.regions.push_back(region.as_text());
    if (const auto* sectors = settings.find("plan", "sectors"))
        for (const auto& sector : sectors->items()) scenario.sectors.push_back(sector.as_text());
    if (const auto* foresight = settings.find("plan", "foresight"))
        scenario.foresight = foresight->as_text() == "myopic" ? Foresight::myopic : Foresight::perfect;
    settings.text("plan", "demand", scenario.demand);
    settings.text("plan", "population", scenario.population);
    settings.text("plan", "demand_population", scenario.demand_population);
    settings.number("plan", "discount_rate", scenario.discount_rate);
    settings.number("plan", "owner_rate", scenario.owner_rate);
}

void read_time(const SettingsOf& settings, TimeSettings& time) {
    if (const auto* resolution = settings.find("time", "resolution")) time.is_full = resolution->as_text() == "full";
    settings.whole("time", "days", time.days);
    settings.whole("time", "extreme_days", time.extreme_days);
    settings.whole("time", "step", time.step);
}

void read_policies(const SettingsOf& settings, Scenario& scenario) {
    settings.text("policies", "carbon_cap", scenario.carbon_cap);
    settings.whole("policies", "carbon_cap_first_year", scenario.carbon_cap_first_year);
    settings.number("policies", "carbon_budget", scenario.carbon_budget);
    settings.number("policies", "adequacy_margin", scenario.adequacy_margin);
    settings.number("policies", "job_decline", scenario.job_decline);
    if (const auto* sectors = settings.find("policies", "job_decline_sectors"))
        for (const auto& [sector, share] : sectors->members()) scenario.job_decline_sectors[sector] = share.as_number();
    settings.number("policies", "unserved_limit", scenario.unserved_limit);
    scenario.carbon_cap_values = by_year(settings.find("policies", "carbon_cap_values"));
    scenario.self_reliance = by_year(settings.find("policies", "self_reliance"));
    if (const auto* regions = settings.find("policies", "self_reliance_regions"))
        for (const auto& [region, years] : regions->members()) scenario.self_reliance_regions[region] = by_year(&years);
}

void read_changes(const Value& root, Scenario& scenario) {
    if (const auto* technologies = root.find("technologies"))
        for (const auto& [name, change] : technologies->members()) {
            const auto* extendable = change.find("extendable");
            const auto year = [&values = change](const char* key) {
                const auto* found = values.find(key);
                return found == nullptr ? 0 : static_cast<int>(found->as_integer());
            };
            scenario.technologies[name] = {.has_extendable = extendable != nullptr,
                .extendable = extendable != nullptr && extendable->as_boolean(),
                .first_build_year = year("first_build_year"),
                .last_build_year = year("last_build_year")};
        }
    if (const auto* scale = root.find("scale"))
        for (const auto& [key, factor] : scale->members()) scenario.scale[key] = factor.as_number();
}

Scenario scenario_of(const Value& root, const std::string& name) {
    const SettingsOf settings(root);
    Scenario scenario;
    scenario.name = name;
    scenario.title = settings.bilingual("title");
    scenario.about = settings.bilingual("about");
    read_plan(settings, scenario);
    read_time(settings, scenario.time);
    read_policies(settings, scenario);
    read_changes(root, scenario);
    return scenario;
}

// What a scenario says about the package

std::vector<std::string> distinct(const std::vector<std::string>& texts) {
    const std::set<std::string> sorted(texts.begin(), texts.end());
    return {sorted.begin(), sorted.end()};
}

bool is_in(const std::vector<std::string>& texts, std::string_view wanted) {
    return std::find(texts.begin(), texts.end(), wanted) != texts.end();
}

class ScenarioCheck {
public:
    ScenarioCheck(const Dataset& data, const Scenario& scenario, FindingLog& log)
        : data_(data), scenario_(scenario), file_(file_of(scenario.name)), log_(log) {}

    void run() {
        check_years();
        check_listed("policies.carbon_cap", scenario_.carbon_cap, "targets", "target");
        check_listed("plan.demand", scenario_.demand, "demand", "scenario");
        check_listed("plan.population", scenario_.population, "population", "scenario");
        check_listed("plan.demand_population", scenario_.demand_population, "population", "scenario");
        for (const auto& sector : scenario_.sectors) check_sector("plan.sectors", sector);
        for (const auto& [sector, ignored] : scenario_.job_decline_sectors)
            check_sector("policies.job_decline_sectors", sector);
        for (const auto& [region, ignored] : scenario_.self_reliance_regions)
            check_region("policies.self_reliance_regions", region);
        for (const auto& region : scenario_.regions) check_region("plan.regions", region);
        for (const auto& [technology, ignored] : scenario_.technologies)
            check_listed("technologies", technology, "technologies", "technology");
        for (const auto& [key, ignored] : scenario_.scale) check_scale(key);
    }

private:
    void error(const std::string& key, std::string code, std::string message, std::string remedy = {}) {
        log_.error({file_, 0, key}, std::move(code), std::move(message), std::move(remedy));
    }

    void check_years() {
        const auto& years = scenario_.years;
        if (years.empty())
            error("plan.years", "missing_key", "the plan has no years", "add years = [2030, 2040, 2050] below [plan]");
        for (std::size_t i = 1; i < years.size(); ++i)
            if (years[i] <= years[i - 1])
                error("plan.years", "wrong_years",
                    compose("{} stands after {}; years must ascend", {years[i], years[i - 1]}));
    }

    // Empty means none. A table that is absent is the package's matter, not the scenario's.
    void check_listed(const std::string& key, const std::string& word, const char* table, const char* column) {
        if (word.empty() || !data_.has(table)) return;
        const auto known = distinct(data_.table(table).texts(column));
        if (is_in(known, word)) return;
        const auto hint = did_you_mean(word, known);
        error(key, "unknown_reference",
            compose("{} '{}' is not in {}", {column, word, package_schema().find(table)->file}),
            !hint.empty()        ? hint
            : known.size() <= 12 ? "there are " + join(known, ", ")
                                 : std::string{});
    }

    void check_sector(const std::string& key, const std::string& sector) {
        const auto& known = package_schema().find("technologies")->column("sector")->choices;
        if (is_in(known, sector)) return;
        const auto hint = did_you_mean(sector, known);
        error(key, "unknown_reference", compose("there is no sector '{}'", {sector}),
            hint.empty() ? "there are " + join(known, ", ") : hint);
    }

    void check_region(const std::string& key, const std::string& region) {
        const auto& regions = data_.table("regions");
        if (is_in(regions.texts("region"), region)) return;
        error(key, "unknown_reference", compose("region '{}' is not in regions.csv", {region}),
            meant_entry(region, regions, "region"));
    }

    void check_scale(const std::string& key) {
        const auto parts = split(key, '.');
        const auto place = "scale." + key;
        if (parts.size() == 3 && parts[0] == "imports" && (parts[2] == "price" || parts[2] == "limit"))
            check_listed(place, parts[1], "imports", "carrier");
        else if ((parts.size() == 3 && parts[0] == "technology" && is_parameter(parts[2])) ||
                 (parts.size() == 2 && (parts[0] == "potential" || parts[0] == "stock")))
            check_listed(place, parts[1], "technologies", "technology");
        else if ((parts.size() == 2 || parts.size() == 3) && parts[0] == "demand") {
            check_listed(place, parts[1], "demand", "carrier");
            if (parts.size() == 3) check_listed(place, parts[2], "demand", "component");
        } else {
            report_form(place, key, parts);
        }
    }

    static std::vector<std::string> parameters() {
        return package_schema().find("technology_values")->column("parameter")->choices;
    }
    static bool is_parameter(const std::string& word) { return is_in(parameters(), word); }

    void report_form(const std::string& place, const std::string& key, const std::vector<std::string>& parts) {
        static const std::vector<std::string> forms{"imports.<carrier>.price", "imports.<carrier>.limit",
            "technology.<id>.<parameter>", "demand.<carrier>", "demand.<carrier>.<component>", "potential.<technology>",
            "stock.<technology>"};
        std::string hint;
        if (parts.size() == 3 && parts[0] == "technology") hint = did_you_mean(parts[2], parameters());
        if (hint.empty())
            hint = did_you_mean(
                parts[0], std::vector<std::string>{"imports", "technology", "demand", "potential", "stock"});
        error(place, "unknown_key", compose("'{}' is nothing that can be scaled", {key}),
            hint.empty() ? "known are " + join(forms, ", ") : hint);
    }

    const Dataset& data_;
    const Scenario& scenario_;
    std::string file_;
    FindingLog& log_;
};

Value year_table(const std::map<int, double>& values) {
    Value table = Value::object();
    for (const auto& [year, value] : values) table.set(std::to_string(year), value);
    return table;
}

Value list_of(const std::vector<std::string>& texts) {
    Value list = Value::list();
    for (const auto& text : texts) list.add(text);
    return list;
}

}  // namespace

std::string Scenario::canonical() const {
    Value year_list = Value::list();
    for (const int year : years) year_list.add(year);
    Value by_region = Value::object(), changes = Value::object(), factors = Value::object(),
          job_sectors = Value::object(), windows = Value::object();
    for (const auto& [region, values] : self_reliance_regions) by_region.set(region, year_table(values));
    for (const auto& [id, change] : technologies)
        if (change.has_extendable) changes.set(id, change.extendable);
    for (const auto& [id, change] : technologies)
        if (change.first_build_year > 0 || change.last_build_year > 0)
            windows.set(id, Value::list().add(change.first_build_year).add(change.last_build_year));
    for (const auto& [sector, share] : job_decline_sectors) job_sectors.set(sector, share);
    for (const auto& [key, factor] : scale) factors.set(key, factor);

    Value text = Value::object();
    text.set("years", std::move(year_list)).set("foresight", foresight == Foresight::myopic ? "myopic" : "perfect");
    text.set("demand", demand)
        .set("population", population)
        .set("demand_population", demand_population)
        .set("discount_rate", discount_rate)
        .set("owner_rate", owner_rate);
    text.set("full", time.is_full).set("step", time.step);
    // With every hour there are no typical days to choose.
    if (!time.is_full) text.set("days", time.days).set("extreme_days", time.extreme_days);
    text.set("carbon_cap", carbon_cap)
        .set("carbon_cap_values", year_table(carbon_cap_values))
        .set("carbon_cap_first_year", carbon_cap_first_year)
        .set("carbon_budget", carbon_budget)
        .set("adequacy_margin", adequacy_margin)
        .set("job_decline", job_decline)
        .set("job_decline_sectors", std::move(job_sectors));
    text.set("self_reliance", year_table(self_reliance))
        .set("self_reliance_regions", std::move(by_region))
        .set("unserved_limit", unserved_limit);
    text.set("extendable", std::move(changes))
        .set("build_years", std::move(windows))
        .set("scale", std::move(factors))
        .set("regions", list_of(regions))
        .set("sectors", list_of(sectors));
    return files::json_text(text);
}

ScenarioDraft draft_scenario(const Dataset& data, const ScenarioSource& source) {
    const auto& chosen = source.name.empty() ? data.settings().default_scenario : source.name;
    ScenarioDraft draft;
    FindingLog log;
    LayerReader(data, source, log).read(chosen, draft);
    draft.findings = log.finish();
    if (draft.findings.has_errors()) return draft;
    draft.scenario = scenario_of(draft.tree, chosen);
    FindingLog checks;
    ScenarioCheck(data, draft.scenario, checks).run();
    draft.findings.append(checks.finish());
    return draft;
}

Scenario load_scenario(const Dataset& data, const ScenarioSource& source) {
    auto draft = draft_scenario(data, source);
    draft.findings.raise_if_errors();
    return std::move(draft.scenario);
}

Scenario load_scenario(const Dataset& data, const std::string& name, const std::vector<std::string>& overrides) {
    return load_scenario(data, {.name = name, .overrides = overrides});
}

std::vector<std::string> scenario_names(const Dataset& data, const std::filesystem::path& own) {
    std::set<std::string> names;
    for (const auto& folder : {data.folder() / "scenarios", own}) {
        std::error_code failure;
        if (folder.empty()) continue;
        for (std::filesystem::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure))
            if (at->path().extension() == ".toml") names.insert(at->path().stem().string());
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> scenario_names(const Dataset& data) {
    return scenario_names(data, {});
}

}  // namespace ecumene::dataset
