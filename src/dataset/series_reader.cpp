#include "dataset/series_reader.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "dataset/region_names.hpp"
#include "files/csv.hpp"

namespace ecumene::dataset {
namespace {

class SeriesReader {
public:
    SeriesReader(const SeriesFile& described, const files::CsvTable& csv, const LoadedTable& regions, FindingLog& log)
        : described_(described), csv_(csv), regions_(regions), log_(log) {}

    std::optional<Series> read() {
        check_hours();
        Series series{.is_availability = described_.kind == SeriesKind::availability, .by_region = {}};
        for (std::size_t c = 0; c < csv_.columns() && is_good_; ++c) {
            const auto& name = csv_.header()[c];
            if (name == "hour" || !is_known(name)) continue;
            if (!series.by_region.emplace(name, read_column(c)).second)
                error(1, name, "duplicate_column", "the column stands twice");
        }
        if (is_good_ && series.by_region.empty())
            error(1, {}, "missing_column", "the series has no column of values",
                "name columns by region codes, or one column 'all'");
        return is_good_ ? std::optional(std::move(series)) : std::nullopt;
    }

private:
    void error(
        std::size_t row, const std::string& column, std::string code, std::string message, std::string remedy = {}) {
        is_good_ = false;
        log_.error({described_.file, row, column}, std::move(code), std::move(message), std::move(remedy));
    }

    void check_hours() {
        const auto& header = csv_.header();
        const auto hour = static_cast<std::size_t>(std::find(header.begin(), header.end(), "hour") - header.begin());
        if (hour == header.size()) {
            error(1, "hour", "missing_column", "the column 'hour' is missing", "add hours 1 to 8760");
            return;
        }
        if (csv_.rows() != hours_of_year)
            error(0, {}, "wrong_length",
                compose("the series has {} hours, a year has {}", {csv_.rows(), hours_of_year}),
                csv_.rows() == hours_of_year + 24 ? "leave 29 February out" : "give every hour of one year");
        for (std::size_t row = 0; row < csv_.rows() && is_good_; ++row) {
            double value = 0.0;
            if (parse_number(trim(csv_.cell(row, hour)), value) && value == static_cast<double>(row + 1)) continue;
            error(csv_.row_number(row), "hour", "wrong_hour",
                compose("the hour is '{}', {} should stand here", {csv_.cell(row, hour), row + 1}),
                "hours run from 1 to 8760 without a gap");
        }
    }

    bool is_known(const std::string& column) {
        if (column == "all" || !regions_.is_present) return true;
        const auto& codes = regions_.frame.texts("region");
        if (std::find(codes.begin(), codes.end(), column) != codes.end()) return true;
        error(1, column, "unknown_reference", compose("the column '{}' is no region of regions.csv", {column}),
            meant_entry(column, regions_.frame, "region"));
        return false;
    }

    std::vector<double> read_column(std::size_t c) {
        constexpr double rounding = 1e-9;
        const bool is_availability = described_.kind == SeriesKind::availability;
        std::vector<double> values(csv_.rows());
        for (std::size_t row = 0; row < csv_.rows(); ++row) {
            const auto cell = csv_.cell(row, c);
            auto& value = values[row];
            if (!parse_number(cell, value) && !parse_number(trim(cell), value))
                refuse(row, c, "not_a_number", "is not a finite number");
            else if (value < 0.0)
                refuse(row, c, "out_of_range", "is negative");
            else if (is_availability && value > 1.0 + rounding)
                refuse(row, c, "out_of_range", "is above 1: availability is a share of capacity");
            else if (is_availability)
                value = std::min(value, 1.0);
        }
        if (!is_availability) normalise(values, csv_.header()[c]);
        return values;
    }

    void refuse(std::size_t row, std::size_t c, const char* code, const char* why) {
        error(csv_.row_number(row), csv_.header()[c], code, compose("'{}' {}", {csv_.cell(row, c).substr(0, 40), why}));
    }

    void normalise(std::vector<double>& values, const std::string& column) {
        const double sum = std::accumulate(values.begin(), values.end(), 0.0);
        if (!(sum > 0.0) || sum > 1e300) {
            if (is_good_)
                error(0, column, "empty_shape", "the shape does not sum to a positive number",
                    "a shape says how a year's amount falls on its hours");
            return;
        }
        for (auto& value : values) value /= sum;
    }

    const SeriesFile& described_;
    const files::CsvTable& csv_;
    const LoadedTable& regions_;
    FindingLog& log_;
    bool is_good_{true};
};

}  // namespace

std::optional<Series> read_series(
    const SeriesFile& described, std::string text, const LoadedTable& regions, FindingLog& log) {
    Findings findings;
    const auto csv = files::parse_csv(
        std::move(text), described.file, findings, {.rows = 100'000, .columns = 2'000, .cells = 20'000'000});
    log.append(findings);
    if (findings.has_errors()) return std::nullopt;
    return SeriesReader(described, csv, regions, log).read();
}

}  // namespace ecumene::dataset
