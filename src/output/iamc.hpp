// A plan in the wide format of the Integrated Assessment Modeling Consortium, as pyam reads it.
//
//     write_frame("iamc.csv", iamc(input));
//     // model,scenario,region,variable,unit,2025,2030,...
//
// Regions are "<nation>|<region>" and the nation alone. Variables follow the common IAMC names: sums over technologies stand
// beside their parts ("Capacity|Electricity|Wind" and "...|Wind|Onshore"). Energy is EJ/yr, capacity GW, emissions Mt CO2/yr,
// money billion KRW of the package's price year,
// investment and additions per year of the period. Trade between regions is net export, +. A blank is no value.
#pragma once

#include <string>

#include "core/frame.hpp"
#include "output/report.hpp"

namespace ecumene::output {

Frame iamc(const ReportInput& input);

// The IAMC name of a technology after "Capacity|Electricity|" and the like: "Solar|PV", "Gas|w/ CCS", "Other" if unknown.
// Read from the words in its code and, failing that, its group's.
std::string iamc_technology(const std::string& technology, const std::string& group);

}  // namespace ecumene::output
