// A record table: named columns of text or numbers, rows in a fixed order. What modules hand to one another and what
// run folders keep. A number may be blank (unknown), which is not zero.
//
//     Frame cost("costs", {text_column("region"), number_column("year"), number_column("value", "MKRW")});
//     cost.add({"11", 2030, 17.5});
//     cost.number(0, "value") == 17.5
#pragma once

#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ecumene {

inline constexpr double blank = std::numeric_limits<double>::quiet_NaN();
inline bool is_blank(double value) {
    return std::isnan(value);
}

class Frame {
public:
    enum class Kind { text, number };
    struct Column {
        std::string name;
        Kind kind{Kind::text};
        std::string unit;
        std::vector<std::string> texts;
        std::vector<double> numbers;
    };
    // What one cell is added as.
    class Cell {
    public:
        Cell(const char* text) : value_(std::string(text)) {}
        Cell(std::string text) : value_(std::move(text)) {}
        Cell(double number) : value_(number) {}
        Cell(int number) : value_(static_cast<double>(number)) {}
        const std::variant<std::string, double>& value() const { return value_; }

    private:
        std::variant<std::string, double> value_;
    };

    Frame() = default;
    Frame(std::string name, std::vector<Column> columns);

    const std::string& name() const { return name_; }
    const std::vector<Column>& columns() const { return columns_; }
    std::size_t rows() const { return rows_; }
    bool has(std::string_view column) const;

    // Appends a row; a cell of the wrong kind, or too many or too few cells, is a fault of the program.
    void add(std::initializer_list<Cell> cells);
    void add(const std::vector<Cell>& cells);

    // Errors: ErrorKind::internal for a column that is not there or of the other kind.
    const std::vector<std::string>& texts(std::string_view column) const;
    const std::vector<double>& numbers(std::string_view column) const;
    const std::string& text(std::size_t row, std::string_view column) const { return texts(column)[row]; }
    double number(std::size_t row, std::string_view column) const { return numbers(column)[row]; }

private:
    const Column& find(std::string_view column, Kind kind) const;
    void append(std::size_t column, const Cell& cell);

    std::string name_;
    std::vector<Column> columns_;
    std::size_t rows_{};
};

Frame::Column text_column(std::string name);
Frame::Column number_column(std::string name, std::string unit = {});

}  // namespace ecumene
