// A plan as one HTML file that explains itself: both languages, light and dark, print and small screens, no network.
//
//     ReportInput input = report_input(data, scenario, plan);      // output/from_plan.hpp
//     input.run = "3f9a1c";
//     write_file(folder / "report.html", html_report(input, Language::ko));
//
// The text language is the one shown first; a button turns to the other. The same input gives the same bytes. Tables that
// are missing leave their part of the report out. The report adds nothing to the plan: it sums, rounds and explains.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "planning/plan.hpp"
#include "solver/certificate.hpp"

namespace ecumene::output {

// A table by name; null when there is none. Must stay valid while the report is written.
using TableLookup = std::function<const Frame*(std::string_view name)>;

// The proof of one solve: a certificate and who solved what.
struct Proof {
    std::string stage;    // "all", or the year of a myopic step
    std::string backend;  // "highs 1.10.0 ipm"
    solver::Certificate certificate;
};

struct ReportInput {
    dataset::Settings settings;
    std::vector<dataset::Region> regions;
    std::vector<dataset::Group> groups;
    TableLookup
        package;  // tables of schema/package.json: technologies, technology_groups, carriers, links, sources, series ...
    TableLookup plan;  // tables of schema/results.json
    std::string scenario;
    Bilingual title, about;
    std::string run;      // key of the run folder
    std::string version;  // of the program
    planning::Outcome outcome{planning::Outcome::failed};
    std::string detail;  // what the solver said
    std::vector<Proof> proofs;
    std::vector<planning::Conflict> conflicts;
    Bilingual time_text;
    bool is_myopic{};
};

std::string html_report(const ReportInput& input, Language language);

}  // namespace ecumene::output
