#include "pipeline/structure_input.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "files/csv.hpp"
#include "files/text_file.hpp"
#include "pipeline/wrong_use.hpp"
#include "structure/arranged.hpp"
#include "structure/flows/commuting.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using structure::Unit;
using structure::Units;

const std::vector<std::string> origin_names{"origin", "from", "source", "community_live", "home", "o", "origin_code"};
const std::vector<std::string> destination_names{
    "destination", "to", "target", "community_work", "work", "d", "destination_code"};
const std::vector<std::string> value_names{"value", "amount", "flow", "trips", "count", "persons", "trips_per_day"};
const std::vector<std::string> unit_names{"unit", "code", "id", "unit_code", "pro_com", "sigun_cd"};

// A table of the user's: cells as text, columns by any of several names.
class UserTable {
public:
    UserTable(const fs::path& path, Findings& findings)
        : shown_(path.filename().string()),
          table_(files::parse_csv(files::read_text(path, shown_, findings).value_or(""), shown_, findings)) {
        findings.raise_if_errors();
    }

    std::optional<std::size_t> column(const std::vector<std::string>& names) const {
        for (const auto& name : names)
            for (std::size_t c = 0; c < table_.columns(); ++c)
                if (trim(table_.header()[c]) == name) return c;
        return std::nullopt;
    }
    std::size_t needed(const std::vector<std::string>& names) const {
        if (const auto c = column(names)) return *c;
        Findings findings;
        findings.error({.code = "missing_column",
            .file = shown_,
            .row = 1,
            .column = names.front(),
            .message = "there is no column '" + names.front() + "'",
            .remedy = "name one column " + join(names, " or ")});
        throw FindingsError(findings);
    }
    std::size_t rows() const { return table_.rows(); }
    std::size_t row_number(std::size_t row) const { return table_.row_number(row); }
    const std::string& shown() const { return shown_; }
    std::string text(std::size_t row, std::optional<std::size_t> c) const {
        return c ? std::string(trim(table_.cell(row, *c))) : std::string{};
    }
    double number(std::size_t row, std::optional<std::size_t> c, Findings& findings) const {
        const auto written = text(row, c);
        double value = blank;
        if (!written.empty() && (!parse_number(written, value) || value < 0.0))
            findings.error({.code = "bad_number",
                .file = shown_,
                .row = row_number(row),
                .column = table_.header()[*c],
                .message = "'" + written + "' is not a number from zero on",
                .remedy = "write it with digits and a point, without separators"});
        return value;
    }

private:
    std::string shown_;
    files::CsvTable table_;
};

// --- tables of the user ---------------------------------------------------------------------------------------------------

struct ReadFlows {
    structure::FlowOrigin origin;
    struct Row {
        std::string from, to;
        double value{};
        int year{};  // 0: not stated
        std::size_t row{};
    };
    std::vector<Row> rows;
    std::string shown;
};

// One word for a whole table: the first row's; a table that mixes kinds is refused.
std::string one_of(const UserTable& sheet, const std::vector<std::string>& names, const std::string& otherwise) {
    const auto c = sheet.column(names);
    if (!c || sheet.rows() == 0) return otherwise;
    const auto first = sheet.text(0, c);
    for (std::size_t r = 1; r < sheet.rows(); ++r)
        if (sheet.text(r, c) != first && names.front() != "source" && names.front() != "status")
            throw WrongUse(compose("'{}' holds more than one {}: '{}' and '{}'",
                               {sheet.shown(), names.front(), first, sheet.text(r, c)}),
                "keep the rows of one, a table for each");
    return first.empty() ? otherwise : first;
}

ReadFlows read_flows(const fs::path& path, Findings& findings) {
    const UserTable sheet(path, findings);
    ReadFlows read{.origin = {}, .rows = {}, .shown = sheet.shown()};
    const auto from = sheet.needed(origin_names), to = sheet.needed(destination_names),
               value = sheet.needed(value_names);
    read.origin = {.kind = one_of(sheet, {"kind"}, "flow"),
        .unit = one_of(sheet, {"unit"}, "person"),
        .status = one_of(sheet, {"status"}, "reported"),
        .source = one_of(sheet, {"source"}, path.filename().string())};
    const auto year = sheet.column({"year"});
    bool is_told = false;
    const auto tell_of_year = [&](std::size_t row, std::string code, std::string message, std::string remedy) {
        if (std::exchange(is_told, true)) return;
        findings.error({.code = std::move(code),
            .file = sheet.shown(),
            .row = sheet.row_number(row),
            .column = "year",
            .message = std::move(message),
            .remedy = std::move(remedy)});
    };
    for (std::size_t r = 0; r < sheet.rows(); ++r) {
        const double count = sheet.number(r, value, findings);
        double of = sheet.number(r, year, findings);
        if (is_blank(count)) continue;
        if (!is_blank(of) && !(of >= 1.0 && of <= 9999.0 && of == std::floor(of))) {
            tell_of_year(r, "not_a_year", "a year is a whole number of four digits at most", "write it as 2024");
            of = blank;
        } else if (!read.rows.empty() && is_blank(of) != (read.rows.front().year == 0)) {
            tell_of_year(r, "missing_year", "some rows say of which year they are, and some do not",
                "give every row its year, or none");
        }
        read.rows.push_back({sheet.text(r, from), sheet.text(r, to), count, is_blank(of) ? 0 : static_cast<int>(of),
            sheet.row_number(r)});
    }
    return read;
}

Units read_units(const fs::path& path, Findings& findings) {
    const UserTable sheet(path, findings);
    Units units;
    const auto code = sheet.needed(unit_names);
    const auto name_en = sheet.column({"name_en", "name", "com.name", "unit_name", "sigun_nm"}),
               name_ko = sheet.column({"name_ko"});
    const auto region = sheet.column({"region", "region_code", "province"});
    const auto people = sheet.column({"population", "pop", "pop2001", "residents"}),
               workers = sheet.column({"workers"});
    const auto jobs = sheet.column({"jobs"}), lat = sheet.column({"lat", "latitude"});
    const auto lon = sheet.column({"lon", "longitude", "lng"}), area = sheet.column({"area_km2", "area"});
    const auto degrees = [&](std::size_t r, std::optional<std::size_t> c) {
        double value = blank;
        return c && parse_number(sheet.text(r, c), value) ? value : blank;
    };
    for (std::size_t r = 0; r < sheet.rows(); ++r) {
        structure::UnitRecord unit{.code = sheet.text(r, code)};
        unit.name.en = name_en ? sheet.text(r, name_en) : unit.code;
        unit.name.ko = name_ko ? sheet.text(r, name_ko) : unit.name.en;
        unit.region = sheet.text(r, region);
        unit.population = sheet.number(r, people, findings);
        unit.workers = sheet.number(r, workers, findings);
        unit.jobs = sheet.number(r, jobs, findings);
        unit.longitude = degrees(r, lon);
        unit.latitude = degrees(r, lat);
        unit.area_km2 = sheet.number(r, area, findings);
        if (unit.code.empty() || units.find(unit.code))
            findings.error({.code = "bad_unit",
                .file = sheet.shown(),
                .row = sheet.row_number(r),
                .message =
                    unit.code.empty() ? "a unit without a code" : "unit '" + unit.code + "' stands here a second time",
                .remedy = "give every unit one row and a code of its own"});
        else
            units.add(std::move(unit));
    }
    findings.raise_if_errors();
    return units;
}

Units units_of_flows(const ReadFlows& flows) {
    std::set<std::string> codes;
    for (const auto& row : flows.rows) codes.insert({row.from, row.to});
    Units units;
    for (const auto& code : codes)
        if (!code.empty()) units.add({.code = code, .name = {code, code}});
    return units;
}

// Flows of each year the rows are of, ascending.
class YearlyFlows {
public:
    YearlyFlows(std::size_t units, structure::FlowOrigin origin) : units_(units), origin_(std::move(origin)) {}

    void add(int year, Unit from, Unit to, double value) {
        auto& flows = by_year_.try_emplace(year, units_, origin_).first->second;
        flows.add(from, to, value);
        if (from == to && value > 0.0) has_inner_.insert(year);
    }
    void move_into(StructureInput& in) {
        if (by_year_.empty()) by_year_.try_emplace(0, units_, origin_);
        for (auto& [year, flows] : by_year_) {
            flows.origin().year = year;
            flows.origin().has_inner = has_inner_.count(year) > 0;
            in.earlier.push_back(std::move(flows));
        }
        in.flows = std::move(in.earlier.back());
        in.earlier.pop_back();
    }

private:
    std::size_t units_;
    structure::FlowOrigin origin_;
    std::map<int, structure::FlowTable> by_year_;
    std::set<int> has_inner_;
};

void take_flows(StructureInput& in, const ReadFlows& read) {
    const Units& units = in.units;
    if (units.size() > structure::dense_limit)
        throw Error(ErrorKind::limit,
            compose("{} units are more than the {} this program holds", {units.size(), structure::dense_limit}));
    YearlyFlows flows(units.size(), read.origin);
    const auto codes = units.codes();
    std::set<std::string> told;
    for (const auto& row : read.rows) {
        const auto from = units.find(row.from), to = units.find(row.to);
        const auto& unknown = from ? row.to : row.from;
        if ((!from || !to) && told.insert(unknown).second)
            in.findings.error({.code = "unknown_unit",
                .file = read.shown,
                .row = row.row,
                .message = "'" + unknown + "' is no unit",
                .remedy = codes.size() < 5000 ? did_you_mean(unknown, codes) : std::string{}});
        if (from && to) flows.add(row.year, *from, *to, row.value);
    }
    in.findings.raise_if_errors();
    flows.move_into(in);
}

structure::Adjacency read_borders(const fs::path& path, const Units& units, Findings& findings) {
    const UserTable sheet(path, findings);
    const auto a = sheet.needed({"unit", "a", "code", "from"}), b = sheet.needed({"neighbour", "b", "neighbor", "to"});
    std::vector<std::pair<Unit, Unit>> pairs;
    for (std::size_t r = 0; r < sheet.rows(); ++r) {
        const auto first = units.find(sheet.text(r, a)), second = units.find(sheet.text(r, b));
        if (first && second)
            pairs.emplace_back(*first, *second);
        else
            findings.error({.code = "unknown_unit",
                .file = sheet.shown(),
                .row = sheet.row_number(r),
                .message = "'" + sheet.text(r, first ? b : a) + "' is no unit",
                .remedy = did_you_mean(sheet.text(r, first ? b : a), units.codes())});
    }
    findings.raise_if_errors();
    return structure::adjacency(units.size(), pairs);
}

// Units of the table that are now elsewhere.
structure::FlowTable moved(const structure::FlowTable& flows, const std::vector<Unit>& came_from) {
    structure::FlowTable turned(flows.units(), flows.origin());
    for (const Unit i : Set<Unit>(flows.units()))
        for (const Unit j : Set<Unit>(flows.units())) turned.set(i, j, flows(came_from[i.at()], came_from[j.at()]));
    return turned;
}

void put_in_order(StructureInput& in) {
    auto region = structure::arranged(in.units, in.flows, in.borders);
    if (!in.shapes.empty()) {
        std::vector<std::string> shapes;
        for (const Unit unit : region.came_from) shapes.push_back(in.shapes[unit.at()]);
        in.shapes = std::move(shapes);
    }
    for (auto& flows : in.earlier) flows = moved(flows, region.came_from);
    in.units = std::move(region.units);
    in.flows = std::move(region.flows);
    in.borders = std::move(region.borders);
}

void note_years(StructureInput& in) {
    if (in.earlier.empty()) return;
    std::vector<std::string> years;
    for (const auto& flows : in.earlier) years.push_back(std::to_string(flows.origin().year));
    in.notes.push_back(
        {compose("Living areas are drawn from the flows of {}; those of {} are measured on the same areas.",
             {in.flows.origin().year, join(years, ", ")}),
            compose("생활권은 {}년 흐름으로 획정하고, {}년 흐름은 같은 생활권에서 측정합니다.",
                {in.flows.origin().year, join(years, ", ")})});
}

void note_missing_inner(StructureInput& in) {
    if (!in.flows.origin().has_inner)
        in.notes.push_back(
            {"The table counts no flow within units: self-containment of single units is zero and shares are of flow "
             "between units.",
                "이 표에는 단위 내부 통행이 없습니다. 단위 하나의 자족도는 0이며 비율은 단위 사이 통행에 대한 "
                "것입니다."});
}

// --- a package ------------------------------------------------------------------------------------------------------------

structure::Adjacency borders_of(const dataset::Dataset& data, const Units& units) {
    const Frame& rows = data.table("unit_borders");
    std::vector<std::pair<Unit, Unit>> pairs;
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        const auto a = units.find(rows.text(r, "unit")), b = units.find(rows.text(r, "neighbour"));
        if (a && b) pairs.emplace_back(*a, *b);
    }
    return pairs.empty() ? structure::Adjacency{} : structure::adjacency(units.size(), pairs);
}

std::vector<std::string> shapes_of(const dataset::Dataset& data, const Units& units) {
    const Frame& rows = data.table("unit_shapes");
    if (rows.rows() == 0) return {};
    std::vector<std::string> shapes(units.size());
    for (std::size_t r = 0; r < rows.rows(); ++r)
        if (const auto unit = units.find(rows.text(r, "unit"))) shapes[unit->at()] = rows.text(r, "shape");
    return shapes;
}

// The first kind of the table; others are another study's matter. False: the package has no flows.
bool take_flows_of_package(StructureInput& in, const dataset::Dataset& data) {
    const Frame& rows = data.table("unit_flows");
    if (rows.rows() == 0) return false;
    YearlyFlows flows(in.units.size(), {.kind = rows.text(0, "kind"),
                                           .unit = rows.text(0, "unit"),
                                           .status = rows.text(0, "status"),
                                           .source = rows.text(0, "source")});
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        if (rows.text(r, "kind") != rows.text(0, "kind")) continue;
        const auto from = in.units.find(rows.text(r, "origin")), to = in.units.find(rows.text(r, "destination"));
        if (from && to && !is_blank(rows.number(r, "value")))
            flows.add(static_cast<int>(rows.number(r, "year")), *from, *to, rows.number(r, "value"));
    }
    flows.move_into(in);
    return true;
}

structure::CommutingTotals totals_of(const dataset::Dataset& data) {
    const Frame& rows = data.table("commuting_totals");
    structure::CommutingTotals totals{.mean_km = 0.0};
    for (std::size_t r = 0; r < rows.rows(); ++r) {
        totals.year = std::max(totals.year, static_cast<int>(rows.number(r, "year")));
        totals.source = rows.text(r, "source");
        if (rows.text(r, "measure") == "mean_distance")
            totals.mean_km = rows.number(r, "value");
        else
            totals.shares.push_back({rows.text(r, "origin"), rows.text(r, "destination"), rows.number(r, "value")});
    }
    if (totals.mean_km <= 0.0)
        throw WrongUse("the package has no flows between units and no mean way to work to model them by",
            "add tables/unit_flows.csv, give --flows FILE, or add mean_distance to tables/commuting_totals.csv");
    return totals;
}

void model_flows(StructureInput& in, const dataset::Dataset& data) {
    const auto totals = totals_of(data);
    auto model = structure::modelled_commuting(in.units, totals);
    in.flows = std::move(model.flows);
    const bool is_near = std::abs(model.mean_km / totals.mean_km - 1.0) < 0.1;
    in.notes.push_back(
        {compose(
             "Flows are MODELLED, not counted: doubly constrained gravity, exponential, {:.3f} per km; {} published "
             "shares of commuters between regions met within {:.1f} points.",
             {model.beta, totals.shares.size(), 100.0 * model.worst_miss}),
            compose("흐름은 관측이 아니라 모형값입니다: 이중제약 중력모형, 지수형, km당 {:.3f}; 지역 간 통근 비율 "
                    "공표값 {}개를 {:.1f}%p 안에서 맞춤.",
                {model.beta, totals.shares.size(), 100.0 * model.worst_miss})});
    in.notes.push_back(
        {compose("The mean way to work is {:.1f} km in the model and {:.2f} km as published (one way): {}.",
             {model.mean_km, totals.mean_km,
                 is_near ? "they agree" : "they do not agree, and neither is bent to the other"}),
            compose("평균 통근거리(편도)는 모형 {:.1f} km, 공표 {:.2f} km: {}.",
                {model.mean_km, totals.mean_km, is_near ? "서로 맞음" : "서로 맞지 않으며 억지로 맞추지 않음"})});
    in.notes.push_back({"Give a counted table with --flows FILE (origin, destination, value), and it is taken instead.",
        "관측 표가 있으면 --flows FILE(origin, destination, value)로 주십시오. 그 표를 대신 씁니다."});
}

// Korea has six places called Jung-gu: names that stand more than once say their region too.
void tell_apart(structure::Units& units, const dataset::Dataset& data) {
    std::map<std::string, int> times_en, times_ko;
    for (const Unit unit : units.all()) {
        ++times_en[units[unit].name.en];
        ++times_ko[units[unit].name.ko];
    }
    std::map<std::string, Bilingual> region_names;
    for (const auto& region : data.regions()) region_names[region.code] = region.name;
    for (const Unit unit : units.all()) {
        auto& name = units[unit].name;
        const auto region = region_names.find(units[unit].region);
        if (region == region_names.end() || (times_en[name.en] < 2 && times_ko[name.ko] < 2)) continue;
        name = {name.en + ", " + region->second.en, region->second.ko + " " + name.ko};
    }
}

}  // namespace

structure::Units units_of_package(const dataset::Dataset& data) {
    structure::Units units;
    const Frame& rows = data.table("units");
    for (std::size_t r = 0; r < rows.rows(); ++r)
        units.add({.code = rows.text(r, "unit"),
            .name = {rows.text(r, "name_en"), rows.text(r, "name_ko")},
            .region = rows.text(r, "region"),
            .population = rows.number(r, "population"),
            .workers = rows.number(r, "workers"),
            .jobs = rows.number(r, "jobs"),
            .longitude = rows.number(r, "lon"),
            .latitude = rows.number(r, "lat"),
            .area_km2 = rows.number(r, "area_km2"),
            .jobs_status = rows.text(r, "status")});
    tell_apart(units, data);
    return units;
}

std::vector<files::Polygons> outlines_of_package(const dataset::Dataset& data, const structure::Units& units) {
    std::vector<files::Polygons> outlines;
    for (const auto& shape : shapes_of(data, units))
        outlines.push_back(shape.empty() ? files::Polygons{} : files::parse_multipolygon(shape));
    return outlines;
}

StructureInput structure_of_package(const dataset::Dataset& data, const fs::path& own_flows) {
    if (data.table("units").rows() == 0)
        throw WrongUse(
            "the package '" + data.settings().name + "' has no units (municipalities) to draw living areas of",
            "add tables/units.csv, or give a bare flow table: ecumene structure flows.csv");
    StructureInput in{.title = data.settings().title,
        .units = units_of_package(data),
        .flows = {},
        .earlier = {},
        .people_year = static_cast<int>(data.table("units").number(0, "year")),
        .borders = {},
        .shapes = {},
        .notes = {},
        .findings = data.findings(),
        .digest = data.digest()};
    in.borders = borders_of(data, in.units);
    in.shapes = shapes_of(data, in.units);
    if (!own_flows.empty())
        take_flows(in, read_flows(own_flows, in.findings));
    else if (!take_flows_of_package(in, data))
        model_flows(in, data);
    note_years(in);
    note_missing_inner(in);
    put_in_order(in);
    return in;
}

StructureInput structure_of_tables(const fs::path& flows, const fs::path& units, const fs::path& borders) {
    StructureInput in;
    const auto read = read_flows(flows, in.findings);
    in.findings.raise_if_errors();
    in.title = {flows.stem().string(), flows.stem().string()};
    in.units = units.empty() ? units_of_flows(read) : read_units(units, in.findings);
    if (in.units.size() == 0)
        throw WrongUse("'" + flows.string() + "' holds no flows", "it needs rows of origin, destination, value");
    take_flows(in, read);
    in.people_year = in.flows.origin().year;
    note_years(in);
    if (!borders.empty()) in.borders = read_borders(borders, in.units, in.findings);
    note_missing_inner(in);
    put_in_order(in);
    return in;
}

}  // namespace ecumene::pipeline
