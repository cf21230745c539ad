#include "pipeline/structure_input.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

std::multiset<std::string> english_names(const structure::Units& units) {
    std::multiset<std::string> names;
    for (const auto unit : units.all()) names.insert(units[unit].name.en);
    return names;
}

TEST(StructureInput, TellsUnitsOfOneNameApartByTheirRegion) {
    const auto names = english_names(units_of_package(dataset::load("data/korea")));
    EXPECT_EQ(names.count("Jung-gu"), 0U);
    EXPECT_EQ(names.count("Jung-gu, Seoul"), 1U);
    EXPECT_EQ(names.count("Jongno-gu"), 1U);  // there is one
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

// A package may have names in one language only, written twice.
TEST(StructureInput, LeavesASingleNameAloneWhereBothLanguagesSayTheSame) {
    const fs::path folder = fs::path(testing::TempDir()) / "one-language";
    fs::remove_all(folder);
    fs::copy("data/korea", folder, fs::copy_options::recursive);
    const fs::path table = folder / "tables" / "units.csv";
    std::string text;
    for (const auto& line : split(files::read_bytes(table), '\n')) {
        auto cells = split(line, ',');
        if (cells.size() > 3 && cells[2] != "name_en") cells[3] = cells[2];
        text += join(cells, ",") + "\n";
    }
    files::write_file(table, text);
    const auto names = english_names(units_of_package(dataset::load(folder)));
    EXPECT_EQ(names.count("Jongno-gu"), 1U);
    EXPECT_EQ(names.count("Jung-gu, Seoul"), 1U);
}

}  // namespace
}  // namespace ecumene::pipeline
