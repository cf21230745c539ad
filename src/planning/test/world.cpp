#include "planning/test/world.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

#include "core/text.hpp"

namespace ecumene::planning {
namespace {

namespace fs = std::filesystem;

bool matches(const Frame& frame, std::size_t row, const Where& where) {
    return std::all_of(where.begin(), where.end(), [&](const auto& condition) {
        for (const auto& column : frame.columns())
            if (column.name == condition.first)
                return column.kind == Frame::Kind::text ? column.texts[row] == condition.second
                                                        : shortest(column.numbers[row]) == condition.second;
        ADD_FAILURE() << frame.name() << " has no column " << condition.first;
        return false;
    });
}

std::vector<std::size_t> matching(const Frame& frame, const Where& where) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < frame.rows(); ++row)
        if (matches(frame, row, where)) rows.push_back(row);
    return rows;
}

std::size_t only_match(const Frame& frame, const Where& where) {
    const auto rows = matching(frame, where);
    std::string wanted = frame.name();
    for (const auto& [column, cell] : where) wanted += " " + column + "=" + cell;
    EXPECT_EQ(rows.size(), 1U) << wanted;
    return rows.empty() ? frame.rows() : rows.front();
}

void expect_balanced(const Plan& plan) {
    const Frame& balances = plan.table("balances");
    for (std::size_t i = 0; i < balances.rows(); ++i) {
        const double moved = balances.number(i, "produced") + balances.number(i, "received") +
                             balances.number(i, "imported") + balances.number(i, "demand");
        EXPECT_LE(std::abs(balances.number(i, "residual")), 1e-6 * (1.0 + moved))
            << balances.text(i, "carrier") << " in " << balances.text(i, "region") << " in "
            << balances.number(i, "year");
    }
}

// No carbon vanishes: through each process, and for the nation what is bought = products + stored + air.
void expect_carbon_closes(const Plan& plan) {
    const Frame& carbon = plan.table("carbon");
    for (std::size_t i = 0; i < carbon.rows(); ++i)
        expect_close(carbon.number(i, "in_products") + carbon.number(i, "stored") + carbon.number(i, "to_air"),
            carbon.number(i, "fossil_in"));
    const Frame& summary = plan.table("summary");
    for (std::size_t i = 0; i < summary.rows(); ++i) {
        const std::string year = shortest(summary.number(i, "year"));
        const double in = total(plan, "carbon_flow", {{"year", year}, {"side", "in"}}, "value");
        expect_close(total(plan, "carbon_flow", {{"year", year}, {"side", "out"}}, "value"), in);
        expect_close(total(plan, "carbon_flow", {{"year", year}, {"kind", "air"}}, "value") +
                         total(plan, "carbon_flow", {{"year", year}, {"side", "beside"}}, "value"),
            summary.number(i, "net_emissions"),
            1e-6 * (1.0 + in) / (1.0 + std::abs(summary.number(i, "net_emissions"))));
    }
}

void expect_costs_add_up(const Plan& plan) {
    const Frame& summary = plan.table("summary");
    double objective = 0.0;
    for (std::size_t i = 0; i < summary.rows(); ++i) {
        const double cost = summary.number(i, "cost");
        objective += cost * summary.number(i, "discount_weight");
        const Where year{{"year", shortest(summary.number(i, "year"))}};
        expect_close(total(plan, "costs", year, "value"), cost);
        double borne = total(plan, "burden", year, "borne");
        expect_close(borne, total(plan, "burden", year, "located"));
        // What no region is charged for is the nation's.
        for (std::size_t k = 0; k < plan.table("costs").rows(); ++k) {
            const auto& region = plan.table("costs").text(k, "region");
            const bool is_region = !matching(plan.table("burden"), {{"region", region}}).empty();
            if (!is_region && matches(plan.table("costs"), k, year)) borne += plan.table("costs").number(k, "value");
        }
        expect_close(borne, cost);
    }
    expect_close(objective, plan.objective);
}

}  // namespace

World::World(const fs::path& package) {
    std::string name = testing::TempDir() + "ecumene-world-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    fs::copy(package, folder_, fs::copy_options::recursive);
}

World::~World() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::size_t World::Text::column(const std::string& name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    EXPECT_NE(found, header.end()) << name;
    return found == header.end() ? 0 : static_cast<std::size_t>(found - header.begin());
}

fs::path World::file_of(const std::string& table) const {
    const fs::path top = folder_ / (table + ".csv");
    return fs::exists(top) ? top : folder_ / "tables" / (table + ".csv");
}

World::Text World::read(const std::string& table) const {
    std::ifstream in(file_of(table));
    EXPECT_TRUE(in) << table;
    Text result;
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty()) continue;
        if (result.header.empty())
            result.header = split(line, ',');
        else
            result.rows.push_back(split(line, ','));
    }
    return result;
}

void World::write(const std::string& table, const Text& content) const {
    std::ofstream out(file_of(table));
    out << join(content.header, ",") << "\n";
    for (const auto& row : content.rows) out << join(row, ",") << "\n";
}

World& World::begin(const std::string& table, const std::string& header) {
    if (!fs::exists(file_of(table))) std::ofstream(file_of(table)) << header << "\n";
    return *this;
}

World& World::add(const std::string& table, const std::string& row) {
    auto content = read(table);
    content.rows.push_back(split(row, ','));
    EXPECT_EQ(content.rows.back().size(), content.header.size()) << table << ": " << row;
    write(table, content);
    return *this;
}

World& World::merge(const std::string& table, const std::string& header, const std::string& row) {
    begin(table, header);
    auto content = read(table);
    const auto names = split(header, ','), cells = split(row, ',');
    EXPECT_EQ(cells.size(), names.size()) << table << ": " << row;
    for (const auto& name : names)
        if (std::find(content.header.begin(), content.header.end(), name) == content.header.end()) {
            content.header.push_back(name);
            for (auto& other : content.rows) other.emplace_back();
        }
    std::vector<std::string> merged(content.header.size());
    for (std::size_t i = 0; i < std::min(cells.size(), names.size()); ++i) merged[content.column(names[i])] = cells[i];
    content.rows.push_back(std::move(merged));
    write(table, content);
    return *this;
}

World& World::change(const std::string& table, const Where& where, const std::string& column,
    const std::function<std::string(const std::string&)>& to) {
    auto content = read(table);
    const auto target = content.column(column);
    bool changed = false;
    for (auto& row : content.rows) {
        const bool is_meant = std::all_of(where.begin(), where.end(),
            [&](const auto& condition) { return row[content.column(condition.first)] == condition.second; });
        if (!is_meant) continue;
        row[target] = to(row[target]);
        changed = true;
    }
    EXPECT_TRUE(changed) << table << " has no such row";
    write(table, content);
    return *this;
}

World& World::set(const std::string& table, const Where& where, const std::string& column, const std::string& cell) {
    return change(table, where, column, [&](const std::string&) { return cell; });
}

World& World::scale(const std::string& table, const Where& where, const std::string& column, double factor) {
    return change(table, where, column, [&](const std::string& cell) { return shortest(std::stod(cell) * factor); });
}

World& World::remove(const std::string& table, const Where& where) {
    auto content = read(table);
    const auto before = content.rows.size();
    std::erase_if(content.rows, [&](const std::vector<std::string>& row) {
        return std::all_of(where.begin(), where.end(),
            [&](const auto& condition) { return row[content.column(condition.first)] == condition.second; });
    });
    EXPECT_LT(content.rows.size(), before) << table << " has no such row";
    write(table, content);
    return *this;
}

World& World::reverse_rows(const std::string& table) {
    auto content = read(table);
    std::reverse(content.rows.begin(), content.rows.end());
    write(table, content);
    return *this;
}

World& World::rename_region(const std::string& code, const std::string& other) {
    for (const auto& table : tables()) {
        auto content = read(table);
        for (auto& row : content.rows) std::replace(row.begin(), row.end(), code, other);
        write(table, content);
    }
    return *this;
}

World& World::remove_table(const std::string& table) {
    EXPECT_TRUE(fs::remove(file_of(table))) << table;
    return *this;
}

World& World::series(const std::string& name, const std::string& kind, const std::function<double(int hour)>& at) {
    const std::string file = "series/" + name + ".csv";
    std::ofstream out(folder_ / file);
    out << "hour,all\n";
    for (int hour = 0; hour < 8760; ++hour) out << hour + 1 << "," << shortest(at(hour)) << "\n";
    const auto content = read("series");
    const bool is_listed =
        std::any_of(content.rows.begin(), content.rows.end(), [&](const auto& row) { return row.front() == name; });
    return is_listed ? *this : add("series", name + "," + file + "," + kind + ",,assumed,toy,");
}

World& World::setting(const std::string& override) {
    settings_.push_back(override);
    return *this;
}

std::vector<std::string> World::tables() const {
    std::vector<std::string> names;
    for (const auto& folder : {folder_, folder_ / "tables"})
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".csv") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

dataset::Dataset World::load() const {
    try {
        return dataset::load(folder_);
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all())
            if (finding.severity == Severity::error) ADD_FAILURE() << describe(finding);
        throw;
    }
}

dataset::Scenario World::scenario(
    const dataset::Dataset& data, const std::vector<std::string>& overrides, const std::string& name) const {
    auto all = settings_;
    all.insert(all.end(), overrides.begin(), overrides.end());
    return dataset::load_scenario(data, name, all);
}

Plan World::attempt(const std::vector<std::string>& overrides, const std::string& name, Stages& stages) const {
    const auto data = load();
    return make_plan(data, scenario(data, overrides, name), {}, stages);
}

Plan World::plan(const std::vector<std::string>& overrides, const std::string& name) const {
    auto result = attempt(overrides, name);
    expect_sound(result);
    return result;
}

double value(const Plan& plan, const std::string& table, const Where& where, const std::string& column) {
    const Frame& frame = plan.table(table);
    const auto row = only_match(frame, where);
    return row < frame.rows() ? frame.number(row, column) : blank;
}

double total(const Plan& plan, const std::string& table, const Where& where, const std::string& column) {
    const Frame& frame = plan.table(table);
    double sum = 0.0;
    for (const auto row : matching(frame, where)) sum += frame.number(row, column);
    return sum;
}

std::size_t rows_matching(const Plan& plan, const std::string& table, const Where& where) {
    return matching(plan.table(table), where).size();
}

std::string text(const Plan& plan, const std::string& table, const Where& where, const std::string& column) {
    const Frame& frame = plan.table(table);
    const auto row = only_match(frame, where);
    return row < frame.rows() ? frame.text(row, column) : std::string{};
}

double dispatched(const Plan& plan, const std::string& region, const std::string& item, int snapshot) {
    return total(
        plan, "dispatch", {{"region", region}, {"item", item}, {"snapshot", std::to_string(snapshot)}}, "value");
}

void expect_sound(const Plan& plan) {
    std::string why = plan.detail;
    for (const auto& conflict : plan.conflicts) why += "\n" + conflict.sentence.en;
    EXPECT_EQ(plan.outcome, Outcome::optimal) << why;
    if (plan.outcome != Outcome::optimal) return;
    EXPECT_FALSE(plan.certificates.empty());
    for (const auto& certificate : plan.certificates) {
        EXPECT_LE(certificate.primal, 1e-6);
        EXPECT_LE(certificate.dual, 1e-6);
        EXPECT_LE(certificate.gap, 1e-6);
    }
    expect_balanced(plan);
    expect_costs_add_up(plan);
    expect_carbon_closes(plan);
}

void expect_close(double actual, double expected, double tolerance) {
    EXPECT_NEAR(actual, expected, tolerance * (1.0 + std::abs(expected)));
}

}  // namespace ecumene::planning
