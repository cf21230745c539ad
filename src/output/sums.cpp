#include "output/sums.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"

namespace ecumene::output {

namespace {

const Frame::Column* find(const Frame& frame, std::string_view name) {
    for (const auto& column : frame.columns())
        if (column.name == name) return &column;
    return nullptr;
}

std::string text_in(const Frame::Column* column, std::size_t row) {
    if (column == nullptr) return {};
    if (column->kind == Frame::Kind::text) return column->texts[row];
    return is_blank(column->numbers[row]) ? std::string{} : shortest(column->numbers[row]);
}

double number_in(const Frame::Column* column, std::size_t row) {
    if (column == nullptr) return blank;
    if (column->kind == Frame::Kind::number) return column->numbers[row];
    double value = blank;
    return parse_number(column->texts[row], value) ? value : blank;
}

}  // namespace

std::string text_at(const Frame& frame, std::size_t row, std::string_view column) {
    return text_in(find(frame, column), row);
}

double number_at(const Frame& frame, std::size_t row, std::string_view column) {
    return number_in(find(frame, column), row);
}

int year_at(const Frame& frame, std::size_t row) {
    const double year = number_at(frame, row, "year");
    return is_blank(year) ? 0 : static_cast<int>(std::lround(year));
}

double Sums::at(const Key& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? 0.0 : found->second;
}

double Sums::greatest() const {
    double greatest = 0;
    for (const auto& [key, value] : values_) greatest = std::max(greatest, value);
    return greatest;
}

Sums sum_by(const Frame& frame, const std::vector<std::string>& keys, std::string_view value, const RowTest& counts) {
    std::vector<const Frame::Column*> columns;
    for (const auto& key : keys) columns.push_back(find(frame, key));
    const auto* values = find(frame, value);
    Sums sums;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        const double number = number_in(values, row);
        if (is_blank(number) || (counts && !counts(row))) continue;
        Sums::Key key;
        for (const auto* column : columns) key.push_back(text_in(column, row));
        sums.add(key, number);
    }
    return sums;
}

}  // namespace ecumene::output
