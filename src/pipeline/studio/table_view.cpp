#include "pipeline/studio/table_view.hpp"

#include <algorithm>
#include <set>

#include "core/text.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

const Frame::Column& column_named(const Frame& table, const std::string& name) {
    std::vector<std::string> known;
    for (const auto& column : table.columns()) {
        if (column.name == name) return column;
        known.push_back(column.name);
    }
    const auto meant = did_you_mean(name, known);
    throw WrongUse(compose("the table '{}' has no column '{}'", {table.name(), name}),
        meant.empty() ? "its columns are " + join(known, ", ") : meant);
}

// What one column has to be: any of some texts, or of some numbers. A text that is no number fits no number.
struct Wanted {
    const Frame::Column* column{};
    std::set<std::string> texts{};
    std::set<double> numbers{};

    bool fits(std::size_t row) const {
        if (column->kind == Frame::Kind::text) return texts.count(column->texts[row]) > 0;
        return numbers.count(column->numbers[row]) > 0;
    }
};

std::vector<Wanted> wanted_of(const Frame& table, const Filters& filters) {
    std::vector<Wanted> all;
    for (const auto& [name, value] : filters) {
        const auto* column = &column_named(table, name);
        auto at = std::find_if(all.begin(), all.end(), [&](const Wanted& w) { return w.column == column; });
        if (at == all.end()) at = all.insert(all.end(), Wanted{.column = column});
        double number = 0.0;
        at->texts.insert(value);
        if (parse_number(value, number)) at->numbers.insert(number);
    }
    return all;
}

Value cells_value(const Frame::Column& column) {
    Value::List cells;
    if (column.kind == Frame::Kind::text) {
        cells.reserve(column.texts.size());
        for (const auto& text : column.texts) cells.emplace_back(text);
    } else {
        cells.reserve(column.numbers.size());
        for (const double number : column.numbers) cells.push_back(is_blank(number) ? Value() : Value(number));
    }
    return Value::list(std::move(cells));
}

Value column_value(const Frame::Column& column, const TableWords& words) {
    const auto found = words.columns.find(column.name);
    const auto said = found == words.columns.end() ? ColumnWords{} : found->second;
    auto value = Value::object();
    value.set("name", column.name).set("kind", column.kind == Frame::Kind::text ? "text" : "number");
    value.set("unit", text_or_null(said.unit.empty() ? column.unit : said.unit));
    value.set("about", text_or_null(said.about));
    value.set("title", both(said.name.en.empty() ? Bilingual{column.name, column.name} : said.name));
    return value;
}

}  // namespace

Frame rows_at(const Frame& table, const std::vector<std::size_t>& positions) {
    std::vector<Frame::Column> columns;
    for (const auto& column : table.columns()) {
        const bool is_text = column.kind == Frame::Kind::text;
        auto& chosen =
            columns.emplace_back(is_text ? text_column(column.name) : number_column(column.name, column.unit));
        for (const auto row : positions) {
            if (is_text)
                chosen.texts.push_back(column.texts[row]);
            else
                chosen.numbers.push_back(column.numbers[row]);
        }
    }
    return {table.name(), std::move(columns)};
}

Frame chosen_rows(const Frame& table, const Filters& filters) {
    if (filters.empty()) return table;
    const auto wanted = wanted_of(table, filters);
    std::vector<std::size_t> positions;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (std::all_of(wanted.begin(), wanted.end(), [&](const Wanted& w) { return w.fits(row); }))
            positions.push_back(row);
    return rows_at(table, positions);
}

Value table_value(const Frame& table, const TableWords& words) {
    auto columns = Value::list();
    auto data = Value::object();
    for (const auto& column : table.columns()) {
        columns.add(column_value(column, words));
        data.set(column.name, cells_value(column));
    }
    auto value = Value::object();
    value.set("name", table.name());
    value.set("title", both(words.title.en.empty() ? Bilingual{table.name(), table.name()} : words.title));
    value.set("about", text_or_null(words.about)).set("key", texts_value(words.key));
    value.set("rows", table.rows()).set("columns", std::move(columns)).set("data", std::move(data));
    value.set("equations", texts_value(words.equations)).set("inputs", texts_value(words.inputs));
    return value;
}

}  // namespace ecumene::pipeline
