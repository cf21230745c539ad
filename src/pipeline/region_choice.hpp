// What people write after --region becomes region codes.
//
//     chosen_regions(data, "jeonnam, 광주")        // names in either language, codes, or groups of any grouping
//     chosen_regions(data, "honam")                // every region of that group
//
// Case and spaces do not matter, of 동남권(부울경) either half will do, and a Korean short name where it fits only one region.
// The codes come back in the package's order, each once.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.hpp"

namespace ecumene::pipeline {

// Throws WrongUse for a word that is neither a region nor a group, with what was meant, and for a group without regions.
std::vector<std::string> chosen_regions(const dataset::Dataset& data, const std::string& words);

// "Seoul, Incheon and Gyeonggi" for up to `most` regions, else their number.
Bilingual names_of(const dataset::Dataset& data, const std::vector<std::string>& codes, std::size_t most = 4);

}  // namespace ecumene::pipeline
