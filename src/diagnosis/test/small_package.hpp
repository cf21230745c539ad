// A package on disk, small enough to compute by hand:
//
//     capital: A        rest: B C        one nation, KR, years 2000-2002
//
//     SmallPackage p("name");
//     p.emission("A", 2000, 100).people("A", 2000, 50);
//     const dataset::Dataset data = p.load();
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"

namespace ecumene::diagnosis {

class SmallPackage {
public:
    explicit SmallPackage(const std::string& name, std::string nation = "KR");

    SmallPackage& emission(const std::string& region, int year, double value, const std::string& status = "reported",
        const std::string& coverage = "gross");
    SmallPackage& people(const std::string& region, int year, double value, const std::string& status = "reported");
    SmallPackage& product(const std::string& region, int year, double value, const std::string& prices = "nominal",
        const std::string& status = "reported");
    SmallPackage& ungrouped(const std::string& region);
    // A row of tables/emissions.csv by sector: gross, production, all gases.
    SmallPackage& sector(const std::string& region, int year, const std::string& sector, double value,
        const std::string& tree = "ipcc1996", const std::string& gwp = "sar");
    SmallPackage& industry(const std::string& region, int year, const std::string& industry, double value);
    // A row of tables/energy_balance.csv in MWh or tCO2eq.
    SmallPackage& power(const std::string& region, int year, const std::string& item, const std::string& value,
        const std::string& carrier = "electricity", const std::string& status = "reported");
    SmallPackage& flow(const std::string& from, const std::string& to, int year, double value);
    SmallPackage& change(int year, const std::string& kind, const std::string& before, const std::string& after);
    SmallPackage& neighbours(const std::string& a, const std::string& b);
    // One more region: level province or former, group of the grouping "capital".
    SmallPackage& region(const std::string& code, const std::string& level, const std::string& group);
    // A line of tables/emissions.csv as it stands.
    SmallPackage& raw_emission(const std::string& line);

    dataset::Dataset load() const;

private:
    std::filesystem::path folder_;
    std::string nation_;
    std::vector<std::string> emissions_, population_, gva_, ungrouped_, power_, flows_, changes_, neighbours_;
    std::vector<std::vector<std::string>> more_regions_;
};

// Emissions 100 -> 121 (A), 300 -> 300 (B), 100 -> 100 (C, derived); people 50 -> 55, 40 -> 40, 40 -> 40 (2001 is not known);
// product, nominal: 1000 -> 1210 (A), 500 -> 1000 (B), 500 -> 600 (C). Units tCO2eq, person, MKRW.
SmallPackage three_regions(const std::string& name);

}  // namespace ecumene::diagnosis
