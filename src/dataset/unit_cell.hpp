// A unit as it stands in a row, brought to the canonical unit its column wants.
//
//     UnitCell cell = read_unit("GWh/year", {"MWh/year", "t/year"});
//     cell.factor == 1000; cell.canonical == "MWh/year"
//     UnitCell bad = read_unit("GWh", {"MWh/year"});      // bad.message, bad.remedy
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecumene::dataset {

struct UnitCell {
    double factor{1.0};
    std::string canonical;
    // Empty if all is well.
    std::string code, message, remedy;

    bool is_good() const { return code.empty(); }
};

UnitCell read_unit(std::string_view written, const std::vector<std::string>& wanted);

// Whether two unit texts are of one dimension; false if either is no unit.
bool is_same_dimension(std::string_view one_unit, std::string_view other_unit);

}  // namespace ecumene::dataset
