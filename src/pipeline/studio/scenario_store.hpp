// The scenarios of a project: listed, read, judged as they are written, saved as the difference to base that they are.
//
//     ScenarioStore store(project);
//     store.check("deep-cut", {.values = tree});            // {valid, findings, differences, values, toml, estimate}
//     store.save("deep-cut", {.toml = text}, expected);     // throws Refusal when somebody changed the file meanwhile
//
// Saved files go to project.scenarios(): for a bundled package that is a folder of the user's. Base is never written, nor a
// scenario a bundled package brings. Safe to use from several threads.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "files/value.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

// A scenario somebody is writing: its text, or its values.
struct ScenarioWriting {
    std::optional<std::string> toml{};
    std::optional<files::Value> values{};
};

class ScenarioStore {
public:
    explicit ScenarioStore(const Project& project) : project_(project) {}

    files::Value list() const;
    // Throws WrongUse if there is none of that name.
    files::Value scenario(const std::string& name) const;
    files::Value check(const std::string& name, const ScenarioWriting& writing) const;
    // `expected`: the digest the file had when it was read; nothing: there was no such file.
    files::Value save(
        const std::string& name, const ScenarioWriting& writing, const std::optional<std::string>& expected);
    void remove(const std::string& name);

private:
    std::filesystem::path own_file(const std::string& name) const;
    std::filesystem::path file_of(const std::string& name) const;  // empty: there is none
    bool is_own(const std::string& name) const;
    void require_writable(const std::string& name) const;

    const Project& project_;
    std::mutex writing_;
};

}  // namespace ecumene::pipeline
