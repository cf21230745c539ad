// The finished runs of a project: the list, and one run read whole.
//
//     RunShelf shelf(project);
//     for (const RunCard& card : shelf.cards()) ...        // newest first; what cannot be read is left out and told
//     const auto run = shelf.run("3f2a91c04b7d");          // throws WrongUse if there is none of that name
//
// A run folder never changes, so what was read is kept: cards of all, and the last few runs whole. Safe to use from several
// threads.
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "pipeline/run_folder.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

// What a list shows of a run without reading its tables.
struct RunCard {
    std::string id;
    std::filesystem::path folder;
    RunInputs inputs;
    std::vector<int> years;
    bool is_myopic{};
    std::string outcome;  // optimal, infeasible, ...
    double objective{blank};
    double last_net_emissions{blank};  // tCO2eq
    double last_cost{blank};           // MKRW a year
    double seconds{blank};
    std::string made;  // UTC, "2026-11-28T10:31:07Z"
};

struct ShelvedRun {
    RunCard card;
    RunRecord record;
    const Frame* table(const std::string& name) const;
};

class RunShelf {
public:
    explicit RunShelf(const Project& project) : project_(project) {}

    std::vector<RunCard> cards() const;
    std::shared_ptr<const ShelvedRun> run(const std::string& id) const;

private:
    struct Marked {
        std::int64_t mark{};  // of the manifest: a run made again is read again
        RunCard card;
    };
    RunCard card_of(const std::filesystem::path& folder) const;

    static constexpr std::size_t kept_whole = 6;

    const Project& project_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, Marked> cards_;
    mutable std::list<std::shared_ptr<const ShelvedRun>> runs_;  // last used first
};

// Names of run folders: twelve hexadecimal digits.
bool is_run_id(const std::string& text);

}  // namespace ecumene::pipeline
