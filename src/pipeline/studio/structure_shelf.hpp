// What `structure` and `centres` say of the package: made once, in a thread of its own, kept as long as the package stays as it is.
//
//     StructureShelf shelf(project);
//     const auto study = shelf.ask(SpatialVerb::structure);    // begins it, or says how far it is, or gives the answer
//     study.is_done ? study.json : "ask again";
//
// Both take about a minute of Korea, so nobody waits in a request. One is made at a time. Answers lie in
// <runs>/studio-<package>-<verb>.json for the next studio; they are made again when the package or the program has changed.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "pipeline/answer.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

enum class SpatialVerb { structure, centres };
// Whether the package has what both need: units.
bool has_units(const Project& project);

class StructureShelf {
public:
    struct Study {
        bool is_done{};
        std::string
            json{};  // the answer of the verb; until then {verb, stage, share, detail, expected_seconds, stage_started}
    };

    explicit StructureShelf(const Project& project);
    // Cancels what is being made.
    ~StructureShelf();
    StructureShelf(const StructureShelf&) = delete;
    StructureShelf& operator=(const StructureShelf&) = delete;

    // Throws what the verb threw, as long as the package stays as it was then.
    Study ask(SpatialVerb verb);

private:
    class Listener;
    enum class State { absent, wanted, being_made, done, failed };
    struct Kept {
        State state{State::absent};
        std::string stamp{}, json{};  // of the package it is of
        std::exception_ptr failure{};
        Bilingual stage{};
        double share{-1.0}, expected_seconds{};
        std::string detail{}, stage_started{};
    };

    Kept& of(SpatialVerb verb) { return kept_[static_cast<std::size_t>(verb)]; }
    std::filesystem::path file_of(SpatialVerb verb) const;
    void work();
    std::string made(SpatialVerb verb, Progress& progress) const;
    static std::string progress_json(SpatialVerb verb, const Kept& kept);
    std::string read_back(SpatialVerb verb) const;  // empty: there is none of this package
    void keep(SpatialVerb verb, const std::string& json, const std::string& digest) const;

    const Project& project_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::array<Kept, 2> kept_;
    std::atomic<bool> is_stopping_{false};
    std::thread worker_;
};

}  // namespace ecumene::pipeline
