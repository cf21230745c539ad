// Codes of the tables in words, for sentences. A code that is not known stays as it is.
//
//     product_name("grdp", "real2009").ko                // 지역내총생산(2009년 불변)
//     basis_name("ipcc1996@2022", "sar").en              // IPCC 1996 guidelines, edition of 2022, second IPCC report
#pragma once

#include <string>

#include "core/text.hpp"

namespace ecumene::diagnosis {

Bilingual product_name(const std::string& measure, const std::string& prices);
Bilingual tree_name(const std::string& tree);
// A sector tree with its set of warming potentials.
Bilingual basis_name(const std::string& tree, const std::string& gwp);

}  // namespace ecumene::diagnosis
