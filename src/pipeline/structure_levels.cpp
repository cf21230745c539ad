#include "pipeline/structure_levels.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace ecumene::pipeline {
namespace {

using structure::LevelRow;
using structure::Partition;
using structure::Unit;

struct Level {
    std::string name;
    Partition places;
};

// Units by a word each; nothing where one has none or all have the same.
std::optional<Partition> grouped_by(const std::vector<std::string>& words) {
    std::map<std::string, int> number;
    std::vector<int> labels;
    for (const auto& word : words) {
        if (word.empty()) return std::nullopt;
        labels.push_back(number.try_emplace(word, static_cast<int>(number.size())).first->second);
    }
    if (number.size() < 2) return std::nullopt;
    return structure::numbered(labels);
}

std::vector<std::string> regions_of(const structure::Units& units) {
    std::vector<std::string> regions;
    for (const Unit unit : units.all()) regions.push_back(units[unit].region);
    return regions;
}

std::vector<std::string> megaregions_of(const structure::Units& units, const dataset::Dataset& data) {
    std::map<std::string, std::string> of_region;
    for (const auto& region : data.regions())
        if (const auto group = region.groups.find("megaregion"); group != region.groups.end())
            of_region[region.code] = group->second;
    std::vector<std::string> megaregions;
    for (const auto& region : regions_of(units)) megaregions.push_back(of_region[region]);
    return megaregions;
}

// People of regions by year, where every region the units lie in has a figure.
std::map<int, std::map<std::string, double>> people_of_regions(
    const structure::Units& units, const dataset::Dataset& data) {
    std::map<int, std::map<std::string, double>> people;
    if (!data.has("population")) return people;
    const Frame& rows = data.table("population");
    for (const char* scenario : {"projection", "history"})  // what was counted stands above what was projected
        for (std::size_t r = 0; r < rows.rows(); ++r)
            if (rows.text(r, "scenario") == scenario)
                people[static_cast<int>(rows.number(r, "year"))][rows.text(r, "region")] = rows.number(r, "value");
    const auto needed = regions_of(units);
    for (auto year = people.begin(); year != people.end();) {
        const bool is_whole = std::all_of(
            needed.begin(), needed.end(), [&](const std::string& region) { return year->second.count(region) > 0; });
        year = is_whole ? std::next(year) : people.erase(year);
    }
    return people;
}

class Levels {
public:
    Levels(const StructureInput& in, const Partition& areas, const dataset::Dataset* data) : in_(in), data_(data) {
        levels_.push_back({"unit", structure::every_unit_by_itself(in.units.size())});
        levels_.push_back({"living_area", areas});
        first_upper_ = levels_.size();
        if (auto regions = grouped_by(regions_of(in.units))) levels_.push_back({"region", std::move(*regions)});
        if (data == nullptr) return;
        if (auto megaregions = grouped_by(megaregions_of(in.units, *data)))
            levels_.push_back({"megaregion", std::move(*megaregions)});
    }

    std::vector<LevelRow> rows() {
        for (std::size_t level = 0; level < levels_.size(); ++level) {
            for (const auto& flows : in_.earlier) measure(level, flows);
            measure(level, in_.flows);
            count_units(level);
        }
        if (data_ != nullptr) count_regions();
        std::vector<LevelRow> list;
        for (auto& [place, row] : rows_) list.push_back(std::move(row));
        return list;
    }

private:
    LevelRow& row(std::size_t level, int year) {
        auto& found = rows_[{level, year}];
        found.level = levels_[level].name;
        found.year = year;
        found.places = static_cast<std::size_t>(levels_[level].places.areas);
        return found;
    }

    void measure(std::size_t level, const structure::FlowTable& flows) {
        row(level, flows.origin().year).by_flows = structure::measure_level(flows, levels_[level].places);
    }

    // People of units, where they are known of every one.
    void count_units(std::size_t level) {
        const auto& places = levels_[level].places;
        std::vector<double> people(static_cast<std::size_t>(places.areas));
        for (const Unit unit : in_.units.all()) {
            if (is_blank(in_.units[unit].population)) return;
            people[static_cast<std::size_t>(places.area_of[unit.at()])] += in_.units[unit].population;
        }
        row(level, in_.people_year).people = structure::size_measures(people);
    }

    void count_regions() {
        const auto regions = regions_of(in_.units);
        for (const auto& [year, of_region] : people_of_regions(in_.units, *data_))
            for (std::size_t level = first_upper_; level < levels_.size(); ++level) {
                std::map<std::string, int> place_of;
                for (const Unit unit : in_.units.all())
                    place_of[regions[unit.at()]] = levels_[level].places.area_of[unit.at()];
                std::vector<double> people(static_cast<std::size_t>(levels_[level].places.areas));
                for (const auto& [region, place] : place_of)
                    people[static_cast<std::size_t>(place)] += of_region.at(region);
                row(level, year).people = structure::size_measures(people);
            }
    }

    const StructureInput& in_;
    const dataset::Dataset* data_;
    std::vector<Level> levels_;
    std::size_t first_upper_{};  // of the levels that regions make up
    std::map<std::pair<std::size_t, int>, LevelRow> rows_;
};

files::Value or_null(const std::optional<double>& value) {
    return value ? files::Value(*value) : files::Value();
}

files::Value sizes_value(const structure::SizeMeasures& of) {
    return files::Value::object()
        .set("rank_size_slope", or_null(of.slope))
        .set("evenness", or_null(of.evenness))
        .set("primacy", or_null(of.primacy));
}

}  // namespace

files::Value levels_value(const std::vector<LevelRow>& rows) {
    auto list = files::Value::list();
    for (const auto& row : rows) {
        auto value = files::Value::object();
        value.set("level", row.level)
            .set("year", row.year > 0 ? files::Value(row.year) : files::Value())
            .set("places", row.places)
            .set("people", row.people ? sizes_value(*row.people) : files::Value());
        if (row.by_flows) {
            const auto& m = *row.by_flows;
            value.set("residents", sizes_value(m.residents))
                .set("jobs", sizes_value(m.jobs))
                .set("internal_share", m.internal_share)
                .set("functional", or_null(m.functional))
                .set("first_passage_steps", m.first_passage ? files::Value(m.first_passage->steps) : files::Value())
                .set("first_passage_places", m.first_passage ? files::Value(m.first_passage->places) : files::Value())
                .set("leading", m.leading)
                .set("largest_dominance", or_null(m.dominance));
        }
        list.add(std::move(value));
    }
    return list;
}

std::vector<Frame::Column> level_columns() {
    std::vector<Frame::Column> columns{text_column("level"), number_column("year"), number_column("places")};
    for (const char* what : {"people", "residents", "jobs"})
        for (const char* measure : {"rank_size_slope", "evenness", "primacy"})
            columns.push_back(number_column(std::string(what) + "_" + measure, "1"));
    for (const char* share : {"internal_share", "functional"}) columns.push_back(number_column(share, "1"));
    columns.push_back(number_column("first_passage", "step"));
    columns.push_back(number_column("first_passage_places"));
    columns.push_back(number_column("leading"));
    columns.push_back(number_column("largest_dominance", "1"));
    return columns;
}

std::vector<Frame::Cell> level_cells(const LevelRow& row) {
    std::vector<Frame::Cell> cells{
        row.level, row.year > 0 ? static_cast<double>(row.year) : blank, static_cast<double>(row.places)};
    const auto put = [&](const std::optional<double>& value) { cells.emplace_back(value.value_or(blank)); };
    const auto put_sizes = [&](const structure::SizeMeasures& of) {
        for (const auto& value : {of.slope, of.evenness, of.primacy}) put(value);
    };
    put_sizes(row.people.value_or(structure::SizeMeasures{}));
    const bool has_flows = row.by_flows.has_value();
    const auto m = row.by_flows.value_or(structure::LevelMeasures{});
    put_sizes(m.residents);
    put_sizes(m.jobs);
    put(has_flows ? std::optional(m.internal_share) : std::nullopt);
    put(m.functional);
    put(m.first_passage ? std::optional(m.first_passage->steps) : std::nullopt);
    put(m.first_passage ? std::optional(static_cast<double>(m.first_passage->places)) : std::nullopt);
    put(has_flows ? std::optional(static_cast<double>(m.leading)) : std::nullopt);
    put(m.dominance);
    return cells;
}

std::vector<LevelRow> structure_levels(const StructureInput& in, const Partition& areas, const dataset::Dataset* data) {
    return Levels(in, areas, data).rows();
}

}  // namespace ecumene::pipeline
