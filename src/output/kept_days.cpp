#include "output/kept_days.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "output/quantity.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

struct Date {
    int month{}, day{};  // from 1
};

// Of a year of 365 days: packages drop 29 February.
Date date_of(int day_of_year) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Date date{1, day_of_year + 1};
    for (const int length : lengths) {
        if (date.day <= length) break;
        date.day -= length;
        ++date.month;
    }
    return date;
}

// 0 is Sunday (Sakamoto's rule).
int weekday_of(int year, const Date& date) {
    constexpr std::array<int, 12> shift{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int y = date.month < 3 ? year - 1 : year;
    return (y + y / 4 - y / 100 + y / 400 + shift[static_cast<std::size_t>(date.month - 1)] + date.day) % 7;
}

// The year of the first demand shape that tells one, for weekdays follow demand; 0 if none does.
int shape_year(const PlanView& view) {
    const auto& series = view.package("series");
    for (std::size_t row = 0; row < series.rows(); ++row) {
        const double year = number_at(series, row, "weather_year");
        if (text_at(series, row, "kind") == "shape" && !is_blank(year)) return static_cast<int>(year);
    }
    return 0;
}

Bilingual day_name(int day_of_year, int year) {
    constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::array<std::string_view, 7> en{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
        ko{"일", "월", "화", "수", "목", "금", "토"};
    const auto date = date_of(day_of_year);
    Bilingual name{compose("{} {}", {date.day, months[static_cast<std::size_t>(date.month - 1)]}),
        compose("{}월 {}일", {date.month, date.day})};
    if (year > 0) {
        const auto weekday = static_cast<std::size_t>(weekday_of(year, date));
        name = {std::string(en[weekday]) + " " + name.en, name.ko + " (" + std::string(ko[weekday]) + ")"};
    }
    return name;
}

Bilingual reason(const std::string& extreme, double days) {
    const auto count = same(grouped(days, days == std::floor(days) ? 0 : 1));
    const auto key = "day." + (extreme.empty() ? std::string("typical") : extreme);
    return say(can_say(key) ? key : "day.typical", {count});
}

}  // namespace

std::vector<KeptDay> kept_days(const PlanView& view) {
    if (view.is_every_hour()) return {};
    const auto& t = view.table("snapshots");
    std::map<double, std::vector<std::size_t>> by_period;  // first hour of the period -> rows in order
    std::map<std::string, double> first_hour;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto period = text_at(t, row, "period");
        const double hour = number_at(t, row, "first_hour");
        const auto found = first_hour.find(period);
        if (found == first_hour.end() || hour < found->second) first_hour[period] = hour;
    }
    for (std::size_t row = 0; row < t.rows(); ++row) by_period[first_hour[text_at(t, row, "period")]].push_back(row);

    std::vector<KeptDay> days;
    for (auto& [hour, rows] : by_period) {
        std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
            return number_at(t, a, "first_hour") < number_at(t, b, "first_hour");
        });
        KeptDay day{.period = text_at(t, rows.front(), "period"), .step = number_at(t, rows.front(), "hours")};
        double weight = 0;
        for (const auto row : rows) {
            day.snapshots.push_back(text_at(t, row, "snapshot"));
            weight += number_at(t, row, "weight");
        }
        day.days = weight / 24.0;
        day.name = day_name(static_cast<int>((hour - 1) / 24), shape_year(view));
        day.why = reason(text_at(t, rows.front(), "extreme"), day.days);
        days.push_back(std::move(day));
    }
    return days;
}

}  // namespace ecumene::output
