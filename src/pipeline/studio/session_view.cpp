#include "pipeline/studio/session_view.hpp"

#include <array>
#include <ctime>

#include "core/version.hpp"
#include "pipeline/studio/structure_shelf.hpp"

namespace ecumene::pipeline {
namespace {

std::string local_day() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    std::array<char, 16> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts)};
}

}  // namespace

files::Value session_value(const Project& project, bool can_change, std::size_t most_body) {
    const auto& session = project.session();
    auto value = files::Value::object();
    value.set("version", version).set("language", session.language == Language::ko ? "ko" : "en");
    value.set("package", project.package().name).set("is_bundled", project.package().is_bundled);
    value.set("today", local_day()).set("can_change", can_change);
    value.set("folder", shown(project.scenarios(), session)).set("runs", shown(project.runs(), session));
    auto verbs = files::Value::list();
    for (const char* verb : {"diagnose", "plan"}) verbs.add(verb);
    if (has_units(project))
        for (const char* verb : {"structure", "centres"}) verbs.add(verb);
    value.set("verbs", std::move(verbs));
    value.set("limits", files::Value::object().set("body_bytes", most_body));
    return value;
}

}  // namespace ecumene::pipeline
