// A tree of values written as TOML that people edit further: plain values first, then one [table] after another.
//
//     write_file("scenarios/mine.toml", toml_text(differences));
//
// What parse_toml() reads of it is the same tree. Title and about, objects of plain texts, stand in one line; null is left out.
// Errors: ErrorKind::internal for a list that holds objects.
#pragma once

#include <string>

#include "files/value.hpp"

namespace ecumene::files {

std::string toml_text(const Value& object);

}  // namespace ecumene::files
