// Judges a value tree by a JSON Schema: the part of draft 2020-12 that schema/scenario.json uses.
//
//     check_value(scenario, schema, {"scenarios/base.toml", "policies"}, log);
//
// Known: type, enum, minimum, maximum, minLength, minItems, maxItems, items, properties, additionalProperties,
// propertyNames with a pattern, $ref into $defs. Anything else in a schema is documentation.
#pragma once

#include <string>

#include "dataset/finding_log.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {

// Findings name `file`, the line of the value and its dotted key.
void check_value(const files::Value& value, const files::Value& schema, const std::string& file, FindingLog& log);

}  // namespace ecumene::dataset
