// The contract of a plan document: settings and tables, as schema/plan_document.json says.
//
//     plan_schema().find("measures")->column("cut")->canonical.front() == "tCO2eq"
//
// Embedded in the program; a fault in it is a fault of the program.
#pragma once

#include "dataset/schema.hpp"
#include "files/value.hpp"

namespace ecumene::governance {

const dataset::PackageSchema& plan_schema();
// JSON Schema of plan.toml.
const files::Value& plan_settings_schema();

}  // namespace ecumene::governance
