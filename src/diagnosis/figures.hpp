// Figures with a year and a status, and the little arithmetic that keeps both: what the diagnosis is made of.
//
//     const Figure per_head = over(emissions.at(2018), people.at(2018));   // weakest status of the two
//     const Growth g = growth_between(figure_in(emissions, 2000), figure_in(emissions, 2018));
//
// (Dn): docs/model/diagnosis.md. A blank value is unknown and stays so through every operation; it is never zero.
#pragma once

#include <map>
#include <string>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::diagnosis {

inline constexpr double per_million = 1e-6;  // of tonnes, of MWh: Mt, TWh

// A figure of one year.
struct Figure {
    int year{};
    double value{blank};
    std::string status{};  // reported, derived, estimated, modelled, assumed; empty when blank
};

// Mean compound yearly growth, (last/first)^(1/years) - 1.
struct Growth {
    int first_year{}, last_year{};
    double value{blank};  // 1/year
    std::string status{};
    Bilingual reason{};  // why it is blank; empty otherwise
};

using YearlySeries = std::map<int, Figure>;

// The status further from a reported figure (D10).
const std::string& weaker(const std::string& a, const std::string& b);

// The figure of that year, or a blank one.
Figure figure_in(const YearlySeries& series, int year);

// a / b, both of one year; blank unless both are known and b is above zero.
Figure over(const Figure& a, const Figure& b);
YearlySeries over(const YearlySeries& a, const YearlySeries& b);

// (D1) Blank, with the reason, unless both figures are known and above zero and the years differ.
Growth growth_between(const Figure& first, const Figure& last);

// (D9) Fills years between two known ones along the straight line, as "derived" or weaker; never beyond the ends.
YearlySeries interpolated(const YearlySeries& series);

// The same series between two years, these included.
YearlySeries within(const YearlySeries& series, int first_year, int last_year);

}  // namespace ecumene::diagnosis
