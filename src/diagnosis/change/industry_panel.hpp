// Product of industries by region at two years, made comparable, for shift-share and location quotients.
//
//     const IndustryYears y = industry_years(data);      // y.panel, y.first_year, y.last_year, y.notes
//
// Unit: MKRW. Only industries every region has in both years; what the total has beyond them is "rest". An industry inside
// another of the list (C10-12 in C) is left out. The series with most years is read; prices are never mixed.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/change/shift_share.hpp"

namespace ecumene::diagnosis {

struct IndustryYears {
    std::string measure, prices;
    int first_year{}, last_year{};  // 0: there are no two years
    IndustryPanel panel;
    std::vector<Bilingual> notes;
    Frame quotients;  // of the last year: region, industry, year, measure, prices, value, quotient
};

IndustryYears industry_years(const dataset::Dataset& data, int first_year, int last_year);

}  // namespace ecumene::diagnosis
