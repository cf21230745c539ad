#include "pipeline/studio/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "core/text.hpp"
#include "pipeline/studio/run_view.hpp"
#include "pipeline/studio/scenario_words.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

// Tables of moments, not of results: they are compared as pictures, not row by row.
const std::set<std::string> not_compared{"dispatch", "snapshots", "periods"};
// Below this share of a column's greatest figure a difference is the solver's rounding.
constexpr double rounding = 1e-6;

using Key = std::vector<std::string>;

std::string cell_text(const Frame::Column& column, std::size_t row) {
    if (column.kind == Frame::Kind::text) return column.texts[row];
    return is_blank(column.numbers[row]) ? std::string{} : shortest(column.numbers[row]);
}

// The schema's key; a table it does not know is keyed by its texts and its year.
std::vector<std::string> key_columns(const Frame& table, const TableWords& words) {
    std::vector<std::string> key;
    for (const auto& name : words.key)
        if (table.has(name)) key.push_back(name);
    if (!key.empty()) return key;
    for (const auto& column : table.columns())
        if (column.kind == Frame::Kind::text || column.name == "year") key.push_back(column.name);
    return key;
}

// The number columns of a table lined up over the runs: one row for each key any of them has.
class LineUp {
public:
    LineUp(const Runs& runs, const std::string& name, const Filters& filters) : words_(words_of_result(name)) {
        for (const auto& run : runs) tables_.push_back(run_table(*run, name, filters));
        keys_ = key_columns(tables_.front(), words_);
        for (const auto& column : tables_.front().columns())
            if (column.kind == Frame::Kind::number && !is_key(column.name)) values_.push_back(column.name);
        for (std::size_t run = 0; run < tables_.size(); ++run) read(run);
    }

    std::size_t rows() const { return order_.size(); }
    std::size_t runs() const { return tables_.size(); }
    const std::vector<std::string>& values() const { return values_; }
    const TableWords& words() const { return words_; }
    const Frame& first() const { return tables_.front(); }
    const std::vector<std::string>& keys() const { return keys_; }
    const Key& key(std::size_t row) const { return order_[row]; }

    double at(std::size_t row, std::size_t value, std::size_t run) const {
        return figures_[(row * values_.size() + value) * runs() + run];
    }
    // Blank beside a figure counts as nothing at all: what is not built has no row.
    double difference(std::size_t row, std::size_t value, std::size_t run) const {
        const double a = at(row, value, 0), b = at(row, value, run);
        if (is_blank(a) && is_blank(b)) return blank;
        return (is_blank(b) ? 0.0 : b) - (is_blank(a) ? 0.0 : a);
    }

    // Greatest difference of the row, as a share of the greatest figure its column holds.
    std::vector<double> weights() const {
        std::vector<double> scale(values_.size()), weights(rows());
        for (std::size_t row = 0; row < rows(); ++row)
            for (std::size_t v = 0; v < values_.size(); ++v)
                for (std::size_t run = 0; run < runs(); ++run)
                    if (const double x = std::abs(at(row, v, run)); x > scale[v]) scale[v] = x;
        for (std::size_t row = 0; row < rows(); ++row)
            for (std::size_t v = 0; v < values_.size(); ++v)
                for (std::size_t run = 1; run < runs(); ++run)
                    if (const double d = std::abs(difference(row, v, run));
                        scale[v] > 0.0 && d / scale[v] > weights[row])
                        weights[row] = d / scale[v];
        return weights;
    }

private:
    bool is_key(const std::string& column) const {
        return std::find(keys_.begin(), keys_.end(), column) != keys_.end();
    }

    void read(std::size_t run) {
        const auto& table = tables_[run];
        std::vector<const Frame::Column*> keys, values;
        for (const auto& name : keys_) keys.push_back(find(table, name));
        for (const auto& name : values_) values.push_back(find(table, name));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            Key key;
            for (const auto* column : keys) key.push_back(column == nullptr ? std::string{} : cell_text(*column, row));
            const auto [at, is_new] = position_.emplace(key, order_.size());
            if (is_new) {
                order_.push_back(key);
                figures_.resize(order_.size() * values_.size() * runs(), blank);
            }
            for (std::size_t v = 0; v < values.size(); ++v)
                if (values[v] != nullptr && values[v]->kind == Frame::Kind::number)
                    figures_[(at->second * values_.size() + v) * runs() + run] = values[v]->numbers[row];
        }
    }

    static const Frame::Column* find(const Frame& table, const std::string& name) {
        for (const auto& column : table.columns())
            if (column.name == name) return &column;
        return nullptr;
    }

    TableWords words_;
    std::vector<Frame> tables_;
    std::vector<std::string> keys_, values_;
    std::map<Key, std::size_t> position_;
    std::vector<Key> order_;
    std::vector<double> figures_;  // row, value, run
};

// --- the whole ------------------------------------------------------------------------------------------------------------

Value parsed_settings(const RunCard& card) {
    Findings findings;
    return files::parse_json(card.inputs.scenario_text, "manifest.json", findings);
}

// A run keeps its settings without the tables they stand in; the words are looked for in each.
SettingWords words_of_kept(const std::string& key) {
    for (const char* table : {"plan.", "time.", "policies."})
        if (auto words = words_of_setting(table + key); words.title.en != table + key) return words;
    return words_of_setting(key);
}

Value settings_value(const Runs& runs) {
    std::vector<std::map<std::string, Value>> of_run;
    std::set<std::string> keys;
    for (const auto& run : runs) {
        auto& settings = of_run.emplace_back();
        for (auto& [key, value] : flat_settings(parsed_settings(run->card))) {
            keys.insert(key);
            settings[key] = std::move(value);
        }
    }
    auto list = Value::list();
    for (const auto& key : keys) {
        auto values = Value::list();
        std::set<std::string> different;
        for (auto& settings : of_run) {
            different.insert(files::json_text(settings[key]));
            values.add(settings[key]);
        }
        if (different.size() < 2) continue;
        const auto words = words_of_kept(key);
        list.add(Value::object()
                     .set("key", key)
                     .set("title", both(words.title))
                     .set("unit", words.unit.empty() ? Value() : Value(words.unit))
                     .set("values", std::move(values)));
    }
    return list;
}

Value indicator_value(const LineUp& summary, std::size_t row, std::size_t v) {
    auto values = Value::list(), differences = Value::list(), relatives = Value::list();
    const double first = summary.at(row, v, 0);
    for (std::size_t run = 0; run < summary.runs(); ++run) {
        const double difference = summary.difference(row, v, run);
        values.add(number_or_null(summary.at(row, v, run)));
        differences.add(number_or_null(difference));
        relatives.add(is_blank(first) || first == 0.0 ? Value() : number_or_null(difference / std::abs(first)));
    }
    const auto& column = summary.values()[v];
    const auto words = summary.words().columns.find(column);
    const bool is_known = words != summary.words().columns.end();
    double year = blank;
    parse_number(summary.key(row).front(), year);
    auto value = Value::object();
    value.set("indicator", column).set("name", both(name_of_result(column)));
    value.set("unit", is_known ? words->second.unit : std::string{}).set("year", number_or_null(year));
    value.set("values", std::move(values)).set("difference", std::move(differences));
    value.set("relative", std::move(relatives));
    return value;
}

// Every figure of the summary that is a result, greatest relative difference first.
Value headline_value(const Runs& runs) {
    static const std::set<std::string> no_results{"discount_weight", "period_years", "population"};
    const auto all_have =
        std::all_of(runs.begin(), runs.end(), [](const auto& run) { return run->table("summary") != nullptr; });
    if (!all_have) return Value::list();
    const LineUp summary(runs, "summary", {});
    std::vector<std::pair<double, Value>> entries;
    for (std::size_t v = 0; v < summary.values().size(); ++v) {
        if (no_results.count(summary.values()[v]) > 0) continue;
        for (std::size_t row = 0; row < summary.rows(); ++row) {
            double greatest = 0.0;
            const double base = std::abs(summary.at(row, v, 0));
            for (std::size_t run = 1; run < summary.runs(); ++run) {
                const double difference = std::abs(summary.difference(row, v, run));
                if (difference > 0.0) greatest = std::max(greatest, base > 0.0 ? difference / base : 1.0);
            }
            entries.emplace_back(greatest, indicator_value(summary, row, v));
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    auto list = Value::list();
    for (auto& [weight, entry] : entries) list.add(std::move(entry));
    return list;
}

Value tables_value(const Runs& runs) {
    std::vector<std::pair<std::size_t, Value>> entries;
    for (const auto& table : runs.front()->record.plan.tables) {
        const auto& name = table.name();
        const bool all_have =
            std::all_of(runs.begin(), runs.end(), [&](const auto& run) { return run->table(name) != nullptr; });
        if (!all_have || not_compared.count(name) > 0) continue;
        const LineUp lined(runs, name, {});
        const auto weights = lined.weights();
        const auto differing = static_cast<std::size_t>(
            std::count_if(weights.begin(), weights.end(), [](double w) { return w > rounding; }));
        entries.emplace_back(differing, Value::object()
                                            .set("name", name)
                                            .set("title", both(title_of_result(name)))
                                            .set("about", lined.words().about)
                                            .set("rows", lined.rows())
                                            .set("differing", differing));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    auto list = Value::list();
    for (auto& [differing, entry] : entries) list.add(std::move(entry));
    return list;
}

}  // namespace

Value comparison_value(const Runs& runs, const Project& project) {
    const auto data = project.data();
    auto cards = Value::list();
    for (const auto& run : runs) cards.add(card_value(run->card, *data, project));
    auto value = Value::object();
    value.set("runs", std::move(cards)).set("settings", settings_value(runs));
    value.set("headline", headline_value(runs)).set("tables", tables_value(runs));
    return value;
}

ComparedTable compared_table(const Runs& runs, const std::string& table, const Filters& filters) {
    const LineUp lined(runs, table, filters);
    const auto weights = lined.weights();
    std::vector<std::size_t> order(lined.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });

    std::vector<Frame::Column> columns;
    for (std::size_t k = 0; k < lined.keys().size(); ++k) {
        auto& column = columns.emplace_back(text_column(lined.keys()[k]));
        for (const auto row : order) column.texts.push_back(lined.key(row)[k]);
    }
    TableWords words = lined.words();
    words.key = lined.keys();
    for (std::size_t v = 0; v < lined.values().size(); ++v) {
        const auto& name = lined.values()[v];
        const auto said = words.columns[name];
        const auto add = [&](const std::string& ending, auto&& figure) {
            auto& column = columns.emplace_back(number_column(name + ending));
            for (const auto row : order) column.numbers.push_back(figure(row));
            words.columns[column.name] = said;
        };
        for (std::size_t run = 0; run < lined.runs(); ++run)
            add("." + std::to_string(run + 1), [&](std::size_t row) { return lined.at(row, v, run); });
        for (std::size_t run = 1; run < lined.runs(); ++run)
            add(".difference." + std::to_string(run + 1),
                [&](std::size_t row) { return lined.difference(row, v, run); });
    }
    return {Frame(table, std::move(columns)), std::move(words)};
}

}  // namespace ecumene::pipeline
