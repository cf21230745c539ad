// From what a reader found to a Network: cells become numbers by the schema's kinds, blanks its defaults.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "core/text.hpp"
#include "network/cell.hpp"
#include "network/raw_network.hpp"

namespace ecumene::network {
namespace {

constexpr std::size_t most_faults_listed = 50;

std::size_t row_of(const RawTable& table, std::size_t at) {
    return at < table.rows.size() ? table.rows[at] : 0;
}

const RawColumn* find_column(const RawTable& table, std::string_view name) {
    for (const auto& column : table.columns)
        if (column.name == name) return &column;
    return nullptr;
}

bool is_before_version_1(const RawNetwork& raw) {
    for (const auto& [name, value] : raw.attributes)
        if (name == "pypsa_version") return value.compare(0, 2, "0.") == 0;
    return false;
}

class Assembler {
public:
    Assembler(RawNetwork raw, Findings& findings)
        : raw_(std::move(raw)), findings_(findings), network_(empty_network(is_before_version_1(raw_))) {}

    Network assemble() {
        if (!holds_buses()) {
            error("no_network", raw_.file, 0, {}, "there are no buses here, so this is no PyPSA network",
                "name a folder with buses.csv and the other tables, or a .nc file that PyPSA wrote");
            return std::move(network_);
        }
        if (raw_.has_scenarios)
            error("not_supported", raw_.file, 0, {},
                "the network is stochastic, with scenarios, which this program does not build",
                "write out one scenario, n.get_scenario(name) in PyPSA, and solve that");
        network_.crs = std::move(raw_.crs);
        network_.meta = std::move(raw_.meta);
        for (const auto& [name, value] : raw_.attributes)
            if (name == "name") network_.name = value;
        network_.attributes = raw_.attributes;
        read_periods();
        read_snapshots();
        for (auto& table : raw_.tables) read_table(table);
        for (auto& series : raw_.series) read_series(series);
        return std::move(network_);
    }

private:
    void error(std::string code, const std::string& file, std::size_t row, const std::string& column,
        std::string message, std::string remedy = {}) {
        if (++faults_ > most_faults_listed) return;
        findings_.error({.severity = Severity::error,
            .code = std::move(code),
            .file = file,
            .row = row,
            .column = column,
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

    void note(std::string code, const std::string& file, std::string message, std::string remedy = {}) {
        findings_.note({.severity = Severity::note,
            .code = std::move(code),
            .file = file,
            .row = 0,
            .column = {},
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

    bool holds_buses() const {
        return std::any_of(raw_.tables.begin(), raw_.tables.end(),
            [](const RawTable& table) { return table.list == "buses" && !table.names.empty(); });
    }

    // --- time -----------------------------------------------------------------------------------------------------------

    std::vector<double> weights(const RawTable& table, std::string_view name) {
        const auto* column = find_column(table, name);
        if (column == nullptr) column = find_column(table, "weightings");  // PyPSA before 0.18
        if (column == nullptr) return std::vector<double>(table.names.size(), 1.0);
        auto values = numbers_of(table, *column, 1.0);
        for (std::size_t at = 0; at < values.size(); ++at)
            if (!std::isfinite(values[at]) || values[at] < 0.0)
                error("bad_weight", table.file, row_of(table, at), column->name,
                    compose("the weight {} of a snapshot is below zero or no number", {cell_text(values[at])}));
        return values;
    }

    bool whole_year(const std::string& text, int& year) const {
        double number = 0.0;
        constexpr double most = 1e6;  // an int holds it
        if (!parse_cell(text, number) || !(std::abs(number) <= most) || number != std::floor(number)) return false;
        year = static_cast<int>(number);
        return true;
    }

    void read_periods() {
        if (raw_.periods.empty()) return;
        const auto& table = raw_.periods.front();
        for (std::size_t at = 0; at < table.names.size(); ++at) {
            int year = 0;
            if (!whole_year(table.names[at], year))
                error("bad_period", table.file, row_of(table, at), {},
                    compose("the investment period '{}' is no year", {table.names[at]}), "write it as 2030");
            else if (!network_.periods.start.empty() && year <= network_.periods.start.back())
                error("bad_period", table.file, row_of(table, at), {},
                    compose("the investment period {} does not follow {}", {year, network_.periods.start.back()}),
                    "order the periods by year, each once");
            network_.periods.start.push_back(year);
        }
        network_.periods.objective = weights(table, "objective");
        network_.periods.years = weights(table, "years");
    }

    void read_snapshots() {
        auto& snapshots = network_.snapshots;
        if (raw_.snapshots.empty() || raw_.snapshots.front().names.empty()) {
            if (!raw_.series.empty())
                error("no_snapshots", raw_.file, 0, {}, "there are series but no snapshots they could belong to",
                    "add snapshots.csv with one row for each row of the series");
            snapshots.labels = {"now"};
            snapshots.objective = snapshots.stores = snapshots.generators = {1.0};
            return;
        }
        const auto& table = raw_.snapshots.front();
        const auto* label = find_column(table, "timestep");
        if (label == nullptr) label = find_column(table, "snapshot");
        snapshots.labels = label == nullptr ? table.names : label->texts;
        snapshots.objective = weights(table, "objective");
        snapshots.stores = weights(table, "stores");
        snapshots.generators = weights(table, "generators");
        if (const auto* period = find_column(table, "period"); period != nullptr)
            read_period_of_snapshots(table, *period);
    }

    void read_period_of_snapshots(const RawTable& table, const RawColumn& column) {
        auto& periods = network_.periods;
        for (std::size_t at = 0; at < column.texts.size(); ++at) {
            int year = 0;
            const bool is_year = whole_year(column.texts[at], year);
            const auto found = std::find(periods.start.begin(), periods.start.end(), year);
            if (!is_year || found == periods.start.end()) {
                error("unknown_period", table.file, row_of(table, at), column.name,
                    compose("the period '{}' of a snapshot is not in investment_periods", {column.texts[at]}),
                    "add it to investment_periods.csv");
                network_.snapshots.period.push_back(0);
                continue;
            }
            const auto place = static_cast<std::int32_t>(found - periods.start.begin());
            if (!network_.snapshots.period.empty() && place < network_.snapshots.period.back())
                error("period_order", table.file, row_of(table, at), column.name,
                    "the snapshots of an earlier period stand behind those of a later one",
                    "order snapshots by period");
            network_.snapshots.period.push_back(place);
        }
    }

    // --- columns --------------------------------------------------------------------------------------------------------

    std::vector<double> numbers_of(const RawTable& table, const RawColumn& column, double blank_value) {
        std::vector<double> values = column.numbers;
        if (column.is_text) {
            values.assign(table.names.size(), blank_value);
            for (std::size_t at = 0; at < column.texts.size(); ++at)
                if (!parse_cell(column.texts[at], values[at]))
                    error("not_a_number", table.file, row_of(table, at), column.name,
                        compose("'{}' is not a number", {std::string_view(column.texts[at]).substr(0, 60)}),
                        "write a number, or leave the cell blank for the default");
        }
        values.resize(table.names.size(), blank_value);
        for (double& value : values)
            if (std::isnan(value)) value = blank_value;
        return values;
    }

    static std::vector<std::string> texts_of(
        const RawColumn& column, std::size_t count, const std::string& blank_value) {
        std::vector<std::string> texts = column.texts;
        if (!column.is_text)
            for (const double value : column.numbers) texts.push_back(cell_text(value));
        texts.resize(count);
        for (auto& text : texts)
            if (text.empty() || text == "nan") text = blank_value;
        return texts;
    }

    static bool is_all_numbers(const RawColumn& column) {
        double ignored = 0.0;
        return !column.is_text || std::all_of(column.texts.begin(), column.texts.end(),
                                      [&](const std::string& text) { return parse_cell(text, ignored); });
    }

    void check_names(const RawTable& table) {
        std::set<std::string_view> seen;
        for (std::size_t at = 0; at < table.names.size(); ++at) {
            if (table.names[at].empty())
                error("no_name", table.file, row_of(table, at), "name", "a row has no name", "give it one");
            else if (!seen.insert(table.names[at]).second)
                error("double_name", table.file, row_of(table, at), "name",
                    compose("the name '{}' stands twice in {}", {table.names[at], table.list}),
                    "give every row a name of its own");
        }
    }

    void read_table(RawTable& table) {
        check_names(table);
        Component component(table.list, table.names, network_.is_before_version_1);
        std::vector<std::string> custom;
        for (const auto& column : table.columns) {
            const auto* known = find_attribute(table.list, column.name);
            if (known == nullptr) {
                custom.push_back(column.name);
                component.set_column(custom_column(table, column));
            } else if (known->kind == Kind::text) {
                component.set_texts(column.name, texts_of(column, table.names.size(), known->default_text));
            } else {
                component.set_column({.attribute = column.name,
                    .kind = known->kind,
                    .numbers = numbers_of(table, column, component.default_of(*known))});
            }
        }
        if (!custom.empty())
            note("custom_column", table.file,
                compose("{} kept aside, not used: {}", {custom.size() == 1 ? "a custom column of " + table.list + " is"
                                                                           : "custom columns of " + table.list + " are",
                                                           join(custom, ", ")}));
        network_[table.list] = std::move(component);
    }

    Column custom_column(const RawTable& table, const RawColumn& column) {
        if (is_all_numbers(column))
            return {.attribute = column.name,
                .kind = Kind::number,
                .numbers = numbers_of(table, column, std::numeric_limits<double>::quiet_NaN())};
        return {.attribute = column.name, .kind = Kind::text, .texts = texts_of(column, table.names.size(), {})};
    }

    // --- series ---------------------------------------------------------------------------------------------------------

    void read_series(RawSeries& raw) {
        const auto* known = find_attribute(raw.list, raw.attribute);
        if (known == nullptr)
            note("custom_series", raw.file,
                compose(
                    "the series '{}' of {} is not known to PyPSA: kept aside, not used", {raw.attribute, raw.list}));
        else if (known->kind == Kind::text || known->varies == Varies::fixed)
            return error("fixed_attribute", raw.file, 0, {},
                compose("'{}' of {} does not vary in time", {raw.attribute, raw.list}),
                compose("move it to a column of {}.csv", {raw.list}));
        if (raw.snapshots != network_.snapshots.size())
            return error(raw.snapshots < network_.snapshots.size() ? "missing_snapshots" : "surplus_snapshots",
                raw.file, 0, {},
                compose("the series '{}' of {} has {} rows, but there are {} snapshots",
                    {raw.attribute, raw.list, raw.snapshots, network_.snapshots.size()}),
                "give every snapshot one row");
        keep_series(raw, known);
    }

    void keep_series(const RawSeries& raw, const Attribute* known) {
        auto& component = network_[raw.list];
        Series series{.attribute = raw.attribute, .items = {}, .values = {}};
        std::vector<std::size_t> kept;
        for (std::size_t at = 0; at < raw.names.size(); ++at) {
            const auto item = component.find(raw.names[at]);
            if (item) {
                series.items.push_back(*item);
                kept.push_back(at);
            } else {
                error("unknown_item", raw.file, 1, raw.names[at],
                    compose("there is a series for '{}', which is not in {}", {raw.names[at], raw.list}),
                    did_you_mean(raw.names[at], component.names()));
            }
        }
        series.values.reserve(kept.size() * raw.snapshots);
        for (std::size_t row = 0; row < raw.snapshots; ++row)
            for (const auto at : kept) series.values.push_back(raw.values[row * raw.names.size() + at]);
        if (known != nullptr && known->use != Use::result && !std::isnan(component.default_of(*known)))
            check_unknowns(raw, component, series);
        component.set_series(std::move(series));
    }

    void check_unknowns(const RawSeries& raw, const Component& component, const Series& series) {
        for (std::size_t at = 0; at < series.values.size(); ++at) {
            if (!std::isnan(series.values[at])) continue;
            const auto row = at / series.items.size();
            return error("unknown_value", raw.file, 0, component.name(series.items[at % series.items.size()]),
                compose("'{}' of {} is blank in snapshot {}",
                    {raw.attribute, component.label(series.items[at % series.items.size()]),
                        network_.snapshots.labels[row]}),
                "fill in a number for every snapshot");
        }
    }

    RawNetwork raw_;
    Findings& findings_;
    Network network_;
    std::size_t faults_{};
};

}  // namespace

Network assemble(RawNetwork raw, Findings& findings) {
    return Assembler(std::move(raw), findings).assemble();
}

}  // namespace ecumene::network
