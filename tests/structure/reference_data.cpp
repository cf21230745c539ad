#include "reference_data.hpp"

#include <cstdlib>
#include <map>

#include "core/text.hpp"
#include "files/csv.hpp"

namespace ecumene::structure::reference {
namespace {

std::filesystem::path folder() {
    const char* named = std::getenv("ECUMENE_REFERENCE");
    return (named != nullptr ? std::filesystem::path(named) : std::filesystem::path("../shared/data")) / "living_areas";
}

std::string code_of(double number) {
    return shortest(number);
}

std::vector<std::pair<Unit, Unit>> borders_in(const Frame& table, const Units& units) {
    std::vector<std::pair<Unit, Unit>> borders;
    for (std::size_t r = 0; r < table.rows(); ++r)
        borders.emplace_back(*units.find(code_of(table.number(r, "a"))), *units.find(code_of(table.number(r, "b"))));
    return borders;
}

}  // namespace

bool has_reference() {
    return std::filesystem::exists(folder());
}

Frame table(const std::string& path) {
    return files::read_frame(folder() / path, path);
}

Arranged brindisi() {
    Units units;
    const auto communes = table("brindisi_communes.csv");
    for (std::size_t r = 0; r < communes.rows(); ++r)
        units.add({.code = code_of(communes.number(r, "pro_com")), .population = communes.number(r, "pop2001")});
    FlowTable flows(units.size(), {.kind = "commuting", .unit = "person", .year = 2001, .status = "reported"});
    const auto rows = table("brindisi_flows.csv");
    for (std::size_t r = 0; r < rows.rows(); ++r)
        flows.add(*units.find(code_of(rows.number(r, "community_live"))),
            *units.find(code_of(rows.number(r, "community_work"))), rows.number(r, "amount"));
    return arranged(units, flows, adjacency(units.size(), borders_in(table("brindisi_adjacency.csv"), units)));
}

Arranged korea_159() {
    Units units;
    const auto places = table("korea_flowbca/kr_sigun_centroids_area.csv");
    for (std::size_t r = 0; r < places.rows(); ++r)
        units.add({.code = code_of(places.number(r, "sigun_cd")),
            .name = {places.text(r, "sigun_nm"), {}},
            .longitude = places.number(r, "x_epsg5179_m"),
            .latitude = places.number(r, "y_epsg5179_m")});
    FlowTable flows(units.size(), {.kind = "trips", .unit = "trip/d", .status = "modelled", .has_inner = false});
    const auto matrix = table("korea_flowbca/od_sigun_matrix.csv");
    for (std::size_t r = 0; r < matrix.rows(); ++r)
        for (const Unit to : units.all())
            flows.set(*units.find(code_of(matrix.number(r, "sourceunit"))), to, matrix.number(r, units[to].code));
    return arranged(
        units, flows, adjacency(units.size(), borders_in(table("korea_flowbca/kr_sigun_adjacency.csv"), units)));
}

Partition partition_in(const Frame& table, const Units& units, const std::string& unit, const std::string& area) {
    std::vector<int> labels(units.size());
    std::map<std::string, int> number;
    const auto cell = [&](std::size_t r, const std::string& column) {
        for (const auto& c : table.columns())
            if (c.name == column && c.kind == Frame::Kind::number) return code_of(table.number(r, column));
        return table.text(r, column);
    };
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto label = number.try_emplace(cell(r, area), static_cast<int>(number.size())).first->second;
        for (const Unit u : units.all())
            if (units[u].code == cell(r, unit) || units[u].name.en == cell(r, unit)) labels[u.at()] = label;
    }
    return numbered(labels);
}

}  // namespace ecumene::structure::reference
