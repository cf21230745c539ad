// Little worlds to plan: the toy package copied into a folder of its own, changed row by row, loaded and planned.
//
//     Harbour (A)             Town (B)              Hills (C)
//     coal 150 MW   ===100===  solar may be  ===40===  wind may be
//     load 20 MW     MW link   built here     MW link  built here
//     hydrogen 16 MW           load 100 MW             no load
//
//     World world;
//     world.set("links", {{"link", "hills-town"}}, "maximum", "30").add("potentials", "A,solar,500,MW,assumed,toy,");
//     const Plan plan = world.plan({"policies.carbon_cap_values.2030=1e6"});      // every plan is checked: expect_sound
//     value(plan, "capacity", {{"region", "B"}, {"technology", "solar"}}, "capacity") == 160.0
//
// Cells are edited as text, without quotes. What a test changes stays in its own folder under testing::TempDir().
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "planning/plan.hpp"

namespace ecumene::planning {

// column = text of the cell; numbers as their shortest text
using Where = std::vector<std::pair<std::string, std::string>>;

class World {
public:
    explicit World(const std::filesystem::path& package = "data/toy");
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // A row as it stands in the file; a table that is not there begins with `header`.
    // A row with a header of its own: columns the table lacks are added to it, columns the row lacks stay blank.
    World& merge(const std::string& table, const std::string& header, const std::string& row);
    World& add(const std::string& table, const std::string& row);
    World& begin(const std::string& table, const std::string& header);
    // Every row that matches; a test that changes nothing is a faulty test and fails.
    World& set(const std::string& table, const Where& where, const std::string& column, const std::string& cell);
    World& scale(const std::string& table, const Where& where, const std::string& column, double factor);
    World& remove(const std::string& table, const Where& where);
    World& reverse_rows(const std::string& table);
    // Every cell that is this code, in every table and in the headers of the series.
    World& rename_region(const std::string& code, const std::string& other);
    World& remove_table(const std::string& table);
    // 8760 values; kind is availability or shape.
    World& series(const std::string& name, const std::string& kind, const std::function<double(int hour)>& at);
    // Holds for every plan of this world: "plan.years=[2030,2040]".
    World& setting(const std::string& override);

    std::vector<std::string> tables() const;
    const std::filesystem::path& folder() const { return folder_; }
    dataset::Dataset load() const;
    dataset::Scenario scenario(const dataset::Dataset& data, const std::vector<std::string>& overrides = {},
        const std::string& name = "base") const;

    // Solved and sound (expect_sound).
    Plan plan(const std::vector<std::string>& overrides = {}, const std::string& name = "base") const;
    // Whatever comes out.
    Plan attempt(const std::vector<std::string>& overrides = {}, const std::string& name = "base",
        Stages& stages = no_stages()) const;

private:
    struct Text {
        std::vector<std::string> header;
        std::vector<std::vector<std::string>> rows;
        std::size_t column(const std::string& name) const;
    };
    std::filesystem::path file_of(const std::string& table) const;
    Text read(const std::string& table) const;
    void write(const std::string& table, const Text& content) const;
    World& change(const std::string& table, const Where& where, const std::string& column,
        const std::function<std::string(const std::string&)>& to);

    std::filesystem::path folder_;
    std::vector<std::string> settings_;
};

// Of the rows that match: the only one's value, or the sum of all of them (0 if there is none).
double value(const Plan& plan, const std::string& table, const Where& where, const std::string& column);
double total(const Plan& plan, const std::string& table, const Where& where, const std::string& column);
std::size_t rows_matching(const Plan& plan, const std::string& table, const Where& where);
std::string text(const Plan& plan, const std::string& table, const Where& where, const std::string& column);
// MW of an item of the dispatch table; 0 where it is not listed.
double dispatched(const Plan& plan, const std::string& region, const std::string& item, int snapshot);

// Optimal with its certificate; balances close; costs add up to the objective; what is borne is what is located.
void expect_sound(const Plan& plan);
// |a - b| <= 1e-6 (1 + |b|)
void expect_close(double actual, double expected, double tolerance = 1e-6);

}  // namespace ecumene::planning
