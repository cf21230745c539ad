// What a studio is open on: one package, where its scenarios and runs lie, and its data as it is now.
//
//     Project project(session, "korea");               // throws WrongUse if there is no such package
//     const auto data = project.data();                // read once, and again when a file of the package has changed
//
// Safe to use from several threads; what data() gave stays whole while it is held.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "dataset/dataset.hpp"
#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

class Project {
public:
    Project(Session session, const std::string& package);

    const Package& package() const { return package_; }
    // As it was named, for a verb that looks it up again.
    const std::string& argument() const { return argument_; }
    const Session& session() const { return session_; }
    // Where its runs are, and where a scenario that is saved goes.
    std::filesystem::path runs() const { return session_.runs_of(package_); }
    std::filesystem::path scenarios() const;

    // Throws as dataset::load() does while the package has errors.
    std::shared_ptr<const dataset::Dataset> data() const;
    // Changes when a file of the package does.
    std::string stamp() const;

private:
    Session session_;
    std::string argument_;
    Package package_;
    mutable std::mutex mutex_;
    mutable std::string read_stamp_;
    mutable std::shared_ptr<const dataset::Dataset> data_;
};

}  // namespace ecumene::pipeline
