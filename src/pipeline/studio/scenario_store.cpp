#include "pipeline/studio/scenario_store.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/digest.hpp"
#include "core/error.hpp"
#include "dataset/scenario_draft.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "files/toml_text.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/process.hpp"
#include "pipeline/studio/problem.hpp"
#include "pipeline/studio/scenario_words.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"
#include "planning/plan.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

constexpr const char* base_name = "base";
constexpr std::size_t most_bytes = 200'000;

bool is_scenario_name(const std::string& name) {
    constexpr std::size_t longest = 60;
    return !name.empty() && name.size() <= longest && name.front() != '-' &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos;
}

std::string bytes_if_there(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) ? files::read_bytes(file, most_bytes) : std::string{};
}

std::string toml_of(const ScenarioWriting& writing) {
    if (writing.toml) return *writing.toml;
    return writing.values && writing.values->is_object() ? files::toml_text(*writing.values) : std::string{};
}

// Each setting of the layer beside what base says of it.
Value differences_value(const Value& layer, const Value& base) {
    auto value = Value::object();
    for (const auto& [key, setting] : flat_settings(layer)) {
        const auto words = words_of_setting(key);
        const auto* under = setting_at(base, key);
        auto entry = Value::object();
        entry.set("base", under == nullptr ? Value() : *under).set("value", setting);
        entry.set("title", both(words.title)).set("unit", words.unit.empty() ? Value() : Value(words.unit));
        value.set(key, std::move(entry));
    }
    return value;
}

Value or_empty(const Value& tree) {
    return tree.is_object() ? tree : Value::object();
}

Value estimate_value(const dataset::Dataset& data, const dataset::Scenario& scenario) {
    try {
        const auto estimate = planning::estimate(data, scenario);
        auto value = Value::object();
        value.set("seconds", estimate.seconds).set("unknowns", static_cast<std::size_t>(estimate.size.columns));
        value.set("bytes", estimate.bytes).set("fits", estimate.bytes < static_cast<double>(memory_at_hand()));
        value.set("time_text", both(estimate.time_text));
        return value;
    } catch (const Error&) {
        return {};  // the plan itself will say what the package lacks
    }
}

Refusal taken_by_package(const std::string& name) {
    return Refusal({.word = "conflict",
        .status = 409,
        .title = {"This name is taken", "이미 쓰는 이름입니다"},
        .detail = {compose("The package brings a scenario '{}', which stays as it is.", {name}),
            compose("자료에 이미 '{}' 시나리오가 있어 그대로 둡니다.", {name})},
        .remedy = {"Save under another name.", "다른 이름으로 저장하십시오."}});
}

Refusal changed_meanwhile(const std::string& name) {
    return Refusal({.word = "conflict",
        .status = 409,
        .title = {"Somebody else changed it", "다른 곳에서 바뀌었습니다"},
        .detail = {compose("The scenario '{}' is no longer what this page read.", {name}),
            compose("'{}' 시나리오가 이 화면에서 읽은 뒤에 바뀌었습니다.", {name})},
        .remedy = {"Read it again, or save under another name.", "다시 읽거나 다른 이름으로 저장하십시오."}});
}

}  // namespace

fs::path ScenarioStore::own_file(const std::string& name) const {
    return project_.scenarios() / (name + ".toml");
}

bool ScenarioStore::is_own(const std::string& name) const {
    std::error_code ignored;
    return name != base_name && is_scenario_name(name) && fs::is_regular_file(own_file(name), ignored);
}

fs::path ScenarioStore::file_of(const std::string& name) const {
    std::error_code ignored;
    if (!is_scenario_name(name)) return {};
    for (const auto& file : {own_file(name), project_.package().folder / "scenarios" / (name + ".toml")})
        if (fs::is_regular_file(file, ignored)) return file;
    return {};
}

void ScenarioStore::require_writable(const std::string& name) const {
    if (!is_scenario_name(name))
        throw WrongUse(compose("'{}' is no name for a scenario", {name.substr(0, 80)}),
            "small letters, digits and - make one, at most 60 of them");
    if (name == base_name) throw taken_by_package(name);
    std::error_code ignored;
    const bool is_brought = project_.package().is_bundled &&
                            fs::exists(project_.package().folder / "scenarios" / (name + ".toml"), ignored);
    if (is_brought) throw taken_by_package(name);
}

Value ScenarioStore::list() const {
    const auto data = project_.data();
    const auto& own = project_.package().own_scenarios;
    auto list = Value::list();
    for (const auto& name : dataset::scenario_names(*data, own)) {
        const auto draft = dataset::draft_scenario(*data, {.name = name, .own = own});
        auto entry = Value::object();
        entry.set("name", name).set("title", both(draft.scenario.title)).set("about", both(draft.scenario.about));
        entry.set("own", is_own(name)).set("base", name == base_name);
        entry.set("default", name == data->settings().default_scenario);
        entry.set("valid", !draft.findings.has_errors());
        list.add(std::move(entry));
    }
    return list;
}

Value ScenarioStore::scenario(const std::string& name) const {
    const auto data = project_.data();
    const auto& own = project_.package().own_scenarios;
    const auto file = file_of(name);
    if (file.empty()) {
        const auto known = dataset::scenario_names(*data, own);
        const auto meant = did_you_mean(name, known);
        throw WrongUse(compose("there is no scenario '{}'", {name.substr(0, 80)}),
            meant.empty() ? "there are " + join(known, ", ") : meant);
    }
    const auto text = bytes_if_there(file);
    const auto draft = dataset::draft_scenario(*data, {.name = name, .own = own});
    const auto base = dataset::draft_scenario(*data, {.name = base_name, .own = own});
    auto value = Value::object();
    value.set("name", name).set("title", both(draft.scenario.title)).set("about", both(draft.scenario.about));
    value.set("own", is_own(name)).set("base", name == base_name).set("file", shown(file, project_.session()));
    value.set("toml", text).set("digest", sha256(text)).set("values", or_empty(draft.tree));
    value.set("layer", or_empty(draft.layer));
    value.set("differences", name == base_name ? Value::object() : differences_value(draft.layer, base.tree));
    value.set("findings", findings_value(draft.findings)).set("valid", !draft.findings.has_errors());
    return value;
}

Value ScenarioStore::check(const std::string& name, const ScenarioWriting& writing) const {
    const auto data = project_.data();
    const auto& own = project_.package().own_scenarios;
    const auto toml = toml_of(writing);
    const auto draft = dataset::draft_scenario(*data, {.name = name.empty() ? "new" : name, .own = own, .text = toml});
    const auto base = dataset::draft_scenario(*data, {.name = base_name, .own = own});
    const bool is_valid = !draft.findings.has_errors();
    auto value = Value::object();
    value.set("valid", is_valid).set("findings", findings_value(draft.findings));
    value.set("differences", differences_value(draft.layer, base.tree)).set("values", or_empty(draft.tree));
    value.set("toml", toml).set("estimate", is_valid ? estimate_value(*data, draft.scenario) : Value());
    return value;
}

Value ScenarioStore::save(
    const std::string& name, const ScenarioWriting& writing, const std::optional<std::string>& expected) {
    require_writable(name);
    const auto toml = toml_of(writing);
    const auto data = project_.data();
    dataset::draft_scenario(*data, {.name = name, .own = project_.package().own_scenarios, .text = toml})
        .findings.raise_if_errors();
    {
        const std::lock_guard lock(writing_);
        const auto file = own_file(name);
        const auto now = bytes_if_there(file);
        const bool is_there = is_own(name);
        if (is_there != expected.has_value() || (is_there && sha256(now) != *expected)) throw changed_meanwhile(name);
        fs::create_directories(file.parent_path());
        files::write_file(file, toml);
    }
    return scenario(name);
}

void ScenarioStore::remove(const std::string& name) {
    require_writable(name);
    const std::lock_guard lock(writing_);
    if (!is_own(name)) throw WrongUse(compose("there is no scenario '{}' of your own", {name}));
    fs::remove(own_file(name));
}

}  // namespace ecumene::pipeline
