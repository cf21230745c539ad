// The equations of docs/model as the program carries them, by number.
//
//     const Equation* burden = equation_numbered("E15");      // null: there is none of that number
//     burden->title == "Burden";   burden->page == "docs/model/energy.md"
#pragma once

#include <string>
#include <vector>

#include "files/value.hpp"

namespace ecumene::pipeline {

struct Equation {
    std::string number{}, title{};
    std::string text{};  // Markdown, as written
    std::string page{};
};

const std::vector<Equation>& equations();
const Equation* equation_numbered(const std::string& number);
files::Value equation_value(const Equation& equation);

}  // namespace ecumene::pipeline
