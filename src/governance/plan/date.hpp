// A calendar day, as laws and procedures name it.
//
//     *parse_date("2027-03-09") < Date{2027, 6, 30}
//     months_later({2027, 8, 31}, 6) == Date{2028, 2, 29}      // the last day where the month is shorter
//
// Proleptic Gregorian calendar; no time of day, no zones.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ecumene::governance {

struct Date {
    int year{}, month{}, day{};
    friend constexpr auto operator<=>(Date, Date) = default;
};

// "2027-03-09"; empty for anything else, days that are not in the calendar included.
std::optional<Date> parse_date(std::string_view text);
std::string date_text(Date date);
Date months_later(Date date, int months);
Date days_later(Date date, int days);
// Days from the first to the second, negative where the second is earlier.
int days_between(Date first, Date second);
// By the clock of the machine, in universal time.
Date today();

}  // namespace ecumene::governance
