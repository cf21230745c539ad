// A package of two regions, small enough to read, made in a folder of its own. Tests change one thing and load it.
//
//     SmallPackage package;
//     package.replace("tables/demand.csv", "GWh/year", "GWh");
//     EXPECT_THAT(package.said(), Contains("tables/demand.csv, row 2, column unit: ..."));
//
//        11 Seoul ----wire---- 26 Busan
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/findings.hpp"
#include "dataset/dataset.hpp"

namespace ecumene::dataset {

class SmallPackage {
public:
    SmallPackage();
    ~SmallPackage();
    SmallPackage(const SmallPackage&) = delete;
    SmallPackage& operator=(const SmallPackage&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    std::string read(const std::string& file) const;
    void write(const std::string& file, std::string_view bytes) const;
    // The first occurrence; a test that replaces nothing is a faulty test and fails.
    void replace(const std::string& file, std::string_view what, std::string_view with) const;
    void append(const std::string& file, std::string_view row) const;
    void remove(const std::string& file) const;

    Dataset load() const { return dataset::load(folder_); }
    // Every finding of check(), as describe() tells it.
    std::vector<std::string> said() const;
    Findings findings() const;
    std::vector<std::string> files() const;

private:
    std::filesystem::path folder_;
};

// The findings of a scenario that must not load.
std::vector<std::string> said_of_scenario(
    const Dataset& data, const std::string& name, const std::vector<std::string>& overrides = {});

}  // namespace ecumene::dataset
