#include "governance/plan/date.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "core/text.hpp"

namespace ecumene::governance {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day calendar_day(Date date) {
    return chrono::year(date.year) / static_cast<int>(date.month) / static_cast<int>(date.day);
}

Date date_of(chrono::year_month_day day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
        static_cast<int>(static_cast<unsigned>(day.day()))};
}

// Digits only: a sign or a space is no part of a date.
bool read_digits(std::string_view text, int& value) {
    value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        value = value * 10 + (c - '0');
    }
    return !text.empty();
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    constexpr std::size_t length = 10, first_dash = 4, second_dash = 7;
    if (text.size() != length || text[first_dash] != '-' || text[second_dash] != '-') return std::nullopt;
    Date date;
    if (!read_digits(text.substr(0, 4), date.year) || !read_digits(text.substr(5, 2), date.month) ||
        !read_digits(text.substr(8, 2), date.day))
        return std::nullopt;
    if (!calendar_day(date).ok()) return std::nullopt;
    return date;
}

std::string date_text(Date date) {
    return compose("{:04d}-{:02d}-{:02d}", {date.year, date.month, date.day});
}

Date months_later(Date date, int months) {
    auto moved = calendar_day(date) + chrono::months(months);
    if (!moved.ok()) moved = moved.year() / moved.month() / chrono::last;
    return date_of(moved);
}

Date days_later(Date date, int days) {
    return date_of(chrono::sys_days(calendar_day(date)) + chrono::days(days));
}

int days_between(Date first, Date second) {
    const chrono::sys_days from = calendar_day(first), to = calendar_day(second);
    return static_cast<int>((to - from).count());
}

Date today() {
    constexpr int first_year = 1900;
    const auto now = std::time(nullptr);
    std::tm local{};
    tzset();  // localtime_r() need not look at TZ
    if (localtime_r(&now, &local) == nullptr) return date_of(chrono::floor<chrono::days>(chrono::system_clock::now()));
    return {local.tm_year + first_year, local.tm_mon + 1, local.tm_mday};
}

}  // namespace ecumene::governance
