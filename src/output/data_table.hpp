// The table behind a figure: shown rounded in both languages, downloaded exact in canonical units.
//
//     DataTable table({text_title(say("region"), "region"), number_title(say("capacity"), "capacity_MW")});
//     table.add({word_cell(name, code), number_cell(12340, Measure::power, 1)});
//     table.html();   table.csv();                    // the CSV opens in a spreadsheet (UTF-8 with mark)
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"
#include "output/quantity.hpp"

namespace ecumene::output {

struct Title {
    Bilingual shown;
    std::string raw;  // the CSV column, unit included: "capacity_MW"
    bool is_number{};
};
Title text_title(Bilingual shown, std::string raw);
Title number_title(Bilingual shown, std::string raw);

struct TableCell {
    Bilingual shown;
    std::string raw;
    std::string css_class;  // shading, such as "q3"
};
TableCell word_cell(Bilingual shown, std::string raw = {}, std::string css_class = {});
TableCell number_cell(double value, Measure measure, int decimals, std::string css_class = {});
TableCell plain_cell(double value, int decimals);
TableCell year_cell(int year);

class DataTable {
public:
    DataTable() = default;
    explicit DataTable(std::vector<Title> titles, std::string css_class = {})
        : titles_(std::move(titles)), css_class_(std::move(css_class)) {}
    // Too many or too few cells are a fault of the program.
    void add(std::vector<TableCell> cells);
    // A total under the rows.
    void add_total(std::vector<TableCell> cells);

    bool is_empty() const { return rows_.empty(); }
    std::size_t rows() const { return rows_.size(); }
    // `caption_id`: the element that names the table.
    std::string html(std::string_view caption_id) const;
    std::string csv() const;

private:
    std::string row_html(const std::vector<TableCell>& cells) const;

    std::vector<Title> titles_;
    std::string css_class_;
    std::vector<std::vector<TableCell>> rows_;
    std::vector<std::vector<TableCell>> totals_;
};

}  // namespace ecumene::output
