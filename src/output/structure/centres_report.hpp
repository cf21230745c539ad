// The report of structures a region could grow into: what each saves, where its centres are, how sure that is.
//
//     write_file("report.html", centres_report({.title = title, .basis = &basis, ...}, Language::ko));
//
// One HTML file in both languages that needs nothing else. Same input, same bytes.
#pragma once

#include <string>

#include "core/text.hpp"
#include "files/geometry.hpp"
#include "structure/centres/alternatives.hpp"

namespace ecumene::output {

struct CentresReport {
    Bilingual title;
    const structure::Basis* basis{};
    const structure::CentreAssumptions* assumptions{};
    const structure::Alternatives* alternatives{};
    std::vector<files::Polygons> shapes{};  // of units; empty: unknown
    std::string version;
};

std::string centres_report(const CentresReport& report, Language language);

}  // namespace ecumene::output
