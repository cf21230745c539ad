#include "pipeline/studio/origin.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "dataset/schema.hpp"
#include "output/sums.hpp"
#include "pipeline/studio/equations.hpp"
#include "pipeline/studio/run_view.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

constexpr const char* shared_columns[] = {"region", "technology", "carrier", "link"};

// What of the figure's row narrows a table of the package down.
Filters narrowing(const Frame& input, const Filters& row, const std::string& nation) {
    Filters filters;
    for (const auto& [column, value] : row) {
        const bool is_shared =
            std::find(std::begin(shared_columns), std::end(shared_columns), column) != std::end(shared_columns);
        if (!is_shared || !input.has(column) || value.empty() || value == nation) continue;
        filters.emplace_back(column, value);
        // A row of the nation holds for each of its regions, and a blank one for all.
        if (column == "region") filters.insert(filters.end(), {{column, nation}, {column, ""}});
    }
    return filters;
}

Value source_value(const Frame& sources, const std::string& id) {
    auto value = Value::object();
    value.set("source", id);
    for (std::size_t row = 0; row < sources.rows(); ++row) {
        if (output::text_at(sources, row, "source") != id) continue;
        for (const char* column : {"title", "publisher", "year", "licence", "note"})
            value.set(column, output::text_at(sources, row, column));
        return value;
    }
    return value;
}

Value input_value(const dataset::Dataset& data, const std::string& table, const Filters& row) {
    const auto& whole = data.table(table);
    const auto input = chosen_rows(whole, narrowing(whole, row, data.settings().nation));
    std::map<std::string, std::size_t> by_status;
    std::set<std::string> named;
    for (std::size_t i = 0; i < input.rows(); ++i) {
        if (input.has("status")) ++by_status[output::text_at(input, i, "status")];
        for (const auto& source : split(output::text_at(input, i, "source"), ';'))
            if (const auto id = trim(source); !id.empty()) named.emplace(id);
    }
    auto counted = Value::object();
    for (const auto& [status, count] : by_status) counted.set(status, count);
    auto sources = Value::list();
    for (const auto& id : named) sources.add(source_value(data.table("sources"), id));
    const auto* schema = dataset::package_schema().find(table);
    auto value = Value::object();
    value.set("table", table).set("title", both(schema == nullptr ? Bilingual{table, table} : schema->title));
    value.set("rows", input.rows()).set("by_status", std::move(counted)).set("sources", std::move(sources));
    return value;
}

Value equations_value(const std::vector<std::string>& numbers) {
    auto list = Value::list();
    for (const auto& number : numbers)
        if (const auto* equation = equation_numbered(number)) list.add(equation_value(*equation));
    return list;
}

// The figure itself, where the row names exactly one.
Value figure_value(const Frame& rows, const std::string& column) {
    if (rows.rows() != 1) return {};
    for (const auto& each : rows.columns())
        if (each.name == column && each.kind == Frame::Kind::number && !is_blank(each.numbers.front()))
            return each.numbers.front();
    return {};
}

std::string unit_of(const Frame& table, const TableWords& words, const std::string& column) {
    const auto found = words.columns.find(column);
    if (found != words.columns.end() && !found->second.unit.empty()) return found->second.unit;
    for (const auto& each : table.columns())
        if (each.name == column) return each.unit;
    return {};
}

}  // namespace

Value origin_value(const ShelvedRun& run, const Project& project, const FigureChoice& choice) {
    const auto data = project.data();
    const auto rows = run_table(run, choice.table, choice.row);
    if (!choice.column.empty() && !rows.has(choice.column))
        throw WrongUse(compose("the table '{}' has no column '{}'", {choice.table, choice.column}));
    const auto words = words_of_result(choice.table);
    const auto about = words.columns.find(choice.column);
    auto inputs = Value::list();
    for (const auto& table : words.inputs)
        if (data->has(table)) inputs.add(input_value(*data, table, choice.row));
    auto value = Value::object();
    const bool is_named = about != words.columns.end() && !about->second.name.en.empty();
    value.set("table", choice.table).set("column", choice.column).set("rows", rows.rows());
    value.set("table_title", both(title_of_result(choice.table)));
    value.set("column_name", both(is_named ? about->second.name : name_of_result(choice.column)));
    value.set("unit", unit_of(rows, words, choice.column));
    value.set("about", about == words.columns.end() || about->second.about.empty() ? words.about : about->second.about);
    value.set("value", figure_value(rows, choice.column)).set("equations", equations_value(words.equations));
    value.set("inputs", std::move(inputs)).set("is_stale", run.card.inputs.package_digest != data->digest());
    return value;
}

}  // namespace ecumene::pipeline
