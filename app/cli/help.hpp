// What `ecumene help` teaches: for every verb what it does, its options and examples, in both languages.
//
//     help_text("plan", Language::ko)      // the page of one verb
//     help_text("", Language::en)          // the overview
//
// Throws pipeline::WrongUse for a verb there is not.
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"

namespace ecumene::cli {

std::vector<std::string> verb_names();
std::string help_text(const std::string& verb, Language language);

}  // namespace ecumene::cli
