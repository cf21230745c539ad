#include "dataset/table_reader.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "dataset/unit_cell.hpp"
#include "files/csv.hpp"

namespace ecumene::dataset {
namespace {

constexpr std::size_t longest_shown = 60;

// A cell of a hostile file may be long; a message is not.
std::string shown(std::string_view cell) {
    if (cell.size() <= longest_shown) return std::string(cell);
    auto end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) --end;
    return std::string(cell.substr(0, end)) + "...";
}

// Units of a table by what is written; most rows repeat the one before.
class KnownUnits {
public:
    const UnitCell& of(const std::string& written, const std::vector<std::string>& wanted) {
        if (last_ != nullptr && last_wanted_ == &wanted && last_written_ == written) return *last_;
        const auto [found, is_new] = known_.try_emplace({&wanted, written});
        if (is_new) found->second = read_unit(written, wanted);
        last_wanted_ = &wanted;
        last_written_ = written;
        last_ = &found->second;
        return *last_;
    }

private:
    std::map<std::pair<const void*, std::string>, UnitCell, std::less<>> known_;
    const std::vector<std::string>* last_wanted_{};
    std::string last_written_;
    const UnitCell* last_{};
};

class TableReader {
public:
    TableReader(const TableSchema& schema, const files::CsvTable& csv, FindingLog& log)
        : schema_(schema), csv_(csv), log_(log) {
        for (std::size_t row = 0; row < csv.rows(); ++row)
            if (!is_blank_row(row)) rows_.push_back(row);
    }

    LoadedTable read() {
        find_columns();
        LoadedTable table{.schema = &schema_,
            .frame = {},
            .rows = {},
            .extra_columns = extra_,
            .is_present = true,
            .is_unreadable = false};
        for (const auto row : rows_) table.rows.push_back(csv_.row_number(row));
        columns_ = schema_.empty_columns();
        for (std::size_t c = 0; c < columns_.size(); ++c) fill_column(schema_.columns[c], columns_[c]);
        for (const auto& name : extra_) columns_.push_back(read_extra(name));
        for (const auto& column : schema_.columns)
            if (column.type == ColumnType::unit) convert(column);
        for (const auto& column : schema_.columns)
            if (column.is_number()) check_range(column);
        table.frame = Frame(schema_.name, std::move(columns_));
        return table;
    }

private:
    Place at(std::size_t i, const std::string& column) const {
        return {schema_.file, csv_.row_number(rows_[i]), column};
    }

    bool is_blank_row(std::size_t row) const {
        for (std::size_t c = 0; c < csv_.columns(); ++c)
            if (!trim(csv_.cell(row, c)).empty()) return false;
        return true;
    }

    std::string_view cell(std::size_t i, const std::string& column) const {
        const auto found = place_.find(column);
        return found == place_.end() ? std::string_view{} : trim(csv_.cell(rows_[i], found->second));
    }

    // Columns

    void find_columns() {
        for (std::size_t c = 0; c < csv_.columns(); ++c) {
            const auto& name = csv_.header()[c];
            if (!name.empty() && !place_.emplace(name, c).second)
                log_.error({schema_.file, 1, name}, "duplicate_column", "the column stands twice", "keep one of them");
        }
        report_missing(report_unknown());
    }

    // Columns that were probably meant to be one of the schema's.
    std::map<std::string, std::string> report_unknown() {
        std::map<std::string, std::string> meant;
        for (const auto& [name, ignored] : place_) {
            if (schema_.column(name) != nullptr) continue;
            if (schema_.name == "regions" && name.starts_with(grouping_prefix)) {
                extra_.push_back(name);
                continue;
            }
            const auto candidate = nearest(name, schema_.column_names());
            if (!candidate.empty() && place_.count(candidate) == 0) meant[candidate] = name;
            if (const auto* known = schema_.column(candidate);
                known != nullptr && !known->is_optional && place_.count(candidate) == 0)
                continue;
            log_.warning({schema_.file, 1, shown(name)}, "unknown_column",
                compose("the column '{}' is not known and is not read", {shown(name)}),
                did_you_mean(name, schema_.column_names()));
        }
        return meant;
    }

    void report_missing(const std::map<std::string, std::string>& meant) {
        for (const auto& column : schema_.columns) {
            if (column.is_optional || place_.count(column.name) != 0) continue;
            const auto found = meant.find(column.name);
            log_.error({schema_.file, 1, column.name}, "missing_column",
                compose("the column '{}' is missing", {column.name}),
                found == meant.end()
                    ? "add the column"
                    : compose("the column '{}' was probably meant: rename it", {shown(found->second)}));
        }
    }

    // Cells

    Frame::Column read_extra(const std::string& name) {
        auto column = text_column(name);
        for (std::size_t i = 0; i < rows_.size(); ++i) column.texts.emplace_back(cell(i, name));
        return column;
    }

    void fill_column(const ColumnSchema& schema, Frame::Column& column) {
        const auto place = place_.find(schema.name);
        const bool is_given = place != place_.end();
        (schema.is_number() ? column.numbers.reserve(rows_.size()) : column.texts.reserve(rows_.size()));
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto text = is_given ? trim(csv_.cell(rows_[i], place->second)) : std::string_view{};
            if (text.empty() && is_given && !schema.is_optional && !is_judged_with_units(schema))
                report_blank(i, schema);
            if (schema.is_number())
                column.numbers.push_back(text.empty() ? blank : read_number(i, schema, text));
            else
                column.texts.push_back(read_text(i, schema, text));
        }
    }

    // A missing unit is told together with the units that would do.
    static bool is_judged_with_units(const ColumnSchema& schema) { return schema.type == ColumnType::unit; }

    void report_blank(std::size_t i, const ColumnSchema& schema) {
        if (schema.type == ColumnType::status)
            log_.error(at(i, schema.name), "missing_status", "the row has no status",
                "write one of " + join(statuses(), ", "));
        else if (schema.type == ColumnType::source)
            log_.error(at(i, schema.name), "missing_source", "the row has no source",
                "name a source of sources.csv; several are separated by ';'");
        else if (schema.is_number())
            log_.error(at(i, schema.name), "missing_value", compose("{} is blank", {schema.name}),
                "blank means unknown, not zero: write the number, or leave the row out");
        else
            log_.error(at(i, schema.name), "missing_value", compose("{} is blank", {schema.name}), "fill it in");
    }

    double read_number(std::size_t i, const ColumnSchema& schema, std::string_view text) {
        double value = blank;
        if (!parse_number(text, value)) {
            report_no_number(i, schema, text);
            return blank;
        }
        if (schema.type != ColumnType::number && value != std::floor(value)) {
            log_.error(at(i, schema.name), "not_whole",
                compose("{} must be a whole number, not {}", {schema.name, shown(text)}));
            return blank;
        }
        return value;
    }

    void report_no_number(std::size_t i, const ColumnSchema& schema, std::string_view text) {
        std::string without_commas(text);
        without_commas.erase(std::remove(without_commas.begin(), without_commas.end(), ','), without_commas.end());
        double value = 0.0;
        std::string remedy = "write a plain decimal number such as 12.5, or leave the cell blank if it is unknown";
        if (without_commas.size() < text.size() && parse_number(without_commas, value))
            remedy = compose("write {} without separators of thousands", {without_commas});
        const bool is_infinite =
            text == "inf" || text == "-inf" || text == "nan" || text == "NaN" || text == "Infinity";
        log_.error(at(i, schema.name), is_infinite ? "not_finite" : "not_a_number",
            compose(is_infinite ? "{} is '{}', which is not a finite number" : "{} is '{}', which is not a number",
                {schema.name, shown(text)}),
            remedy);
    }

    std::string read_text(std::size_t i, const ColumnSchema& schema, std::string_view text) {
        const bool is_choice = schema.type == ColumnType::choice || schema.type == ColumnType::status;
        if (is_choice && !text.empty() &&
            std::find(schema.choices.begin(), schema.choices.end(), text) == schema.choices.end()) {
            const auto hint = did_you_mean(text, schema.choices);
            log_.error(at(i, schema.name), "bad_choice",
                compose("{} is '{}'; it must be one of {}", {schema.name, shown(text), join(schema.choices, ", ")}),
                hint);
        }
        if (schema.type == ColumnType::id && text.find_first_of(" \t\n") != std::string_view::npos)
            log_.error(at(i, schema.name), "bad_id",
                compose("{} is '{}'; a name of this kind has no spaces", {schema.name, shown(text)}), "use '_' or '-'");
        return std::string(text);
    }

    // Units

    Frame::Column& named(const std::string& name) {
        return *std::find_if(columns_.begin(), columns_.end(), [&](const Frame::Column& c) { return c.name == name; });
    }

    const std::vector<std::string>* wanted_units(const ColumnSchema& number, std::size_t i) {
        if (number.canonical_by.empty()) return &number.canonical;
        const auto found = number.canonical_units.find(named(number.canonical_by).texts[i]);
        return found == number.canonical_units.end() ? nullptr : &found->second;
    }

    // The first number column that says what it wants decides; others of the row share its factor.
    void convert(const ColumnSchema& unit) {
        const ColumnSchema* leader = nullptr;
        std::vector<Frame::Column*> measured;
        for (const auto& column : schema_.columns) {
            if (schema_.unit_of(column) != &unit) continue;
            measured.push_back(&named(column.name));
            if (leader == nullptr && !(column.canonical.empty() && column.canonical_by.empty())) leader = &column;
        }
        if (leader == nullptr || (place_.count(unit.name) == 0 && !unit.is_optional)) return;
        KnownUnits known;
        auto& texts = named(unit.name).texts;
        const auto& leading = named(leader->name).numbers;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const auto* wanted = wanted_units(*leader, i);
            const bool is_unmeasured = is_blank(leading[i]) && unit.is_optional;
            if (wanted == nullptr || (texts[i].empty() && is_unmeasured)) continue;
            const auto& cell = known.of(texts[i], *wanted);
            if (!cell.is_good()) {
                log_.error(at(i, unit.name), cell.code, cell.message, cell.remedy);
                continue;
            }
            texts[i] = cell.canonical;
            for (auto* column : measured) column->numbers[i] *= cell.factor;
        }
    }

    void check_range(const ColumnSchema& schema) {
        constexpr double first_year = 1900, last_year = 2200;
        const double minimum = schema.type == ColumnType::year ? first_year : schema.minimum;
        const double maximum = schema.type == ColumnType::year ? last_year : schema.maximum;
        const auto& numbers = named(schema.name).numbers;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] < minimum)
                log_.error(at(i, schema.name), "out_of_range",
                    minimum == 0.0 ? compose("{} is {}; it cannot be negative", {schema.name, cell(i, schema.name)})
                                   : compose("{} is {}; the least possible is {}",
                                         {schema.name, cell(i, schema.name), shortest(minimum)}));
            if (numbers[i] > maximum)
                log_.error(at(i, schema.name), "out_of_range",
                    compose("{} is {}; the greatest possible is {}",
                        {schema.name, cell(i, schema.name), shortest(maximum)}));
            // A unit may carry a number beyond what a double holds.
            if (std::isinf(numbers[i]))
                log_.error(at(i, schema.name), "not_finite", compose("{} is too large in its unit", {schema.name}));
        }
    }

    const TableSchema& schema_;
    const files::CsvTable& csv_;
    FindingLog& log_;
    std::vector<std::size_t> rows_;
    std::map<std::string, std::size_t> place_;
    std::vector<std::string> extra_;
    std::vector<Frame::Column> columns_;
};

}  // namespace

LoadedTable absent_table(const TableSchema& schema) {
    return {.schema = &schema,
        .frame = Frame(schema.name, schema.empty_columns()),
        .rows = {},
        .extra_columns = {},
        .is_present = false,
        .is_unreadable = false};
}

LoadedTable read_table(const TableSchema& schema, std::string text, FindingLog& log) {
    Findings findings;
    const auto csv = files::parse_csv(std::move(text), schema.file, findings);
    log.append(findings);
    if (csv.columns() == 0) return absent_table(schema);
    return TableReader(schema, csv, log).read();
}

}  // namespace ecumene::dataset
