#include "diagnosis/spread/inequality_path.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/inequality.hpp"
#include "diagnosis/cautions.hpp"
#include "diagnosis/group_series.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr std::size_t nearest = 4;  // centres that count as neighbours where no table says who touches whom
constexpr const char* finer_grouping = "megaregion";

// A region with its figures of one year.
struct RegionOfYear {
    const dataset::Region* region{};
    Holding holding;  // tCO2eq/person, person
    std::string status;
};

std::vector<RegionOfYear> places_in(const Evidence& e, const std::vector<dataset::Region>& regions, int year) {
    std::vector<RegionOfYear> places;
    for (const auto& region : regions) {
        const Figure people = e.population.in(region.code, year);
        const Figure per_head = over(e.emissions.series.in(region.code, year), people);
        if (!is_blank(per_head.value))
            places.push_back({&region, {.value = per_head.value, .people = people.value, .group = 0}, per_head.status});
    }
    return places;
}

std::vector<Holding> holdings_of(const std::vector<RegionOfYear>& places) {
    std::vector<Holding> holdings;
    holdings.reserve(places.size());
    for (const auto& place : places) holdings.push_back(place.holding);
    return holdings;
}

// Regions outside every group of a grouping are a group together.
std::string group_of(const dataset::Region& region, const std::string& grouping) {
    const auto found = region.groups.find(grouping);
    return found == region.groups.end() ? std::string{} : found->second;
}

bool nests(const std::vector<dataset::Region>& regions, const std::string& fine, const std::string& coarse) {
    std::map<std::string, std::string> parent;
    for (const auto& region : regions)
        if (parent.emplace(group_of(region, fine), group_of(region, coarse)).first->second != group_of(region, coarse))
            return false;
    return true;
}

std::vector<std::string> nesting_of(
    const dataset::Dataset& data, const std::vector<dataset::Region>& regions, const std::string& grouping) {
    const auto known = data.groupings();
    const bool has_finer = std::find(known.begin(), known.end(), finer_grouping) != known.end();
    std::vector<std::string> nesting;
    if (!grouping.empty()) nesting.push_back(grouping);
    if (has_finer && grouping != finer_grouping && (grouping.empty() || nests(regions, finer_grouping, grouping)))
        nesting.emplace_back(finer_grouping);
    return nesting;
}

std::vector<std::vector<std::size_t>> levels_of(
    const std::vector<RegionOfYear>& places, const std::vector<std::string>& nesting) {
    std::vector<std::vector<std::size_t>> levels;
    for (const auto& grouping : nesting) {
        std::map<std::string, std::size_t> numbers;
        auto& level = levels.emplace_back();
        for (const auto& place : places)
            level.push_back(numbers.emplace(group_of(*place.region, grouping), numbers.size()).first->second);
    }
    return levels;
}

void add_theil(const std::vector<RegionOfYear>& places, const std::vector<Holding>& holdings,
    const std::vector<std::string>& nesting, InequalityYear& to) {
    const auto whole = theil(holdings);
    if (!whole) return;
    to.theil = whole->total;
    const auto parts = nested_theil(holdings, levels_of(places, nesting));
    for (std::size_t l = 0; l < parts.size(); ++l)
        to.parts.push_back({l < nesting.size() ? nesting[l] : "region", parts[l]});
}

void add_ends(const std::vector<RegionOfYear>& places, InequalityYear& to) {
    const auto [least, most] = std::minmax_element(places.begin(), places.end(),
        [](const RegionOfYear& a, const RegionOfYear& b) { return a.holding.value < b.holding.value; });
    to.lowest = least->region->code;
    to.highest = most->region->code;
    if (least->holding.value > 0.0) to.highest_to_lowest = most->holding.value / least->holding.value;
}

InequalityYear year_of(const std::vector<RegionOfYear>& places, const std::vector<std::string>& nesting, int year) {
    InequalityYear result{.year = year, .regions = places.size()};
    if (places.size() < 2) {
        result.reason = {"fewer than two regions have a figure per head", "1인당 값이 있는 지역이 둘 미만임"};
        return result;
    }
    for (const auto& place : places) result.status = weaker(result.status, place.status);
    const auto holdings = holdings_of(places);
    add_theil(places, holdings, nesting, result);
    result.gini = gini(holdings).value_or(blank);
    result.palma = palma(holdings).value_or(blank);
    result.williamson = williamson(holdings).value_or(blank);
    result.spread = mean_difference(holdings).value_or(blank);
    add_ends(places, result);
    if (is_blank(result.gini))
        result.reason = {
            "Theil, Gini and Palma have no meaning where a region's figure is negative: compare gross "
            "emissions, or the spread",
            "음(-)의 값이 있는 지역이 있으면 타일·지니·팔마 지수를 정의할 수 없음: 총배출량 또는 평균 격차로 비교"};
    return result;
}

std::vector<std::pair<std::size_t, std::size_t>> touching_among(
    const dataset::Dataset& data, const std::vector<RegionOfYear>& places) {
    std::map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < places.size(); ++i) position[places[i].region->code] = i;
    const Frame& table = data.table("neighbours");
    const auto &regions = table.texts("region"), &neighbours = table.texts("neighbour");
    std::vector<std::pair<std::size_t, std::size_t>> touching;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (position.count(regions[row]) && position.count(neighbours[row]))
            touching.emplace_back(position[regions[row]], position[neighbours[row]]);
    return touching;
}

Neighbourhood neighbourhood_of(
    const dataset::Dataset& data, const std::vector<RegionOfYear>& places, std::string& name) {
    const auto touching = touching_among(data, places);
    if (!touching.empty()) {
        name = "adjacency";
        return of_adjacency(places.size(), touching);
    }
    std::vector<Centre> centres;
    centres.reserve(places.size());
    for (const auto& place : places) centres.push_back({place.region->lat, place.region->lon});
    name = compose("{} nearest centres", {nearest});
    return nearest_neighbours(centres, nearest);
}

void add_moran(const dataset::Dataset& data, const std::vector<RegionOfYear>& places, InequalityPath& to) {
    std::vector<double> values;
    values.reserve(places.size());
    for (const auto& place : places) values.push_back(place.holding.value);
    to.moran = moran(values, neighbourhood_of(data, places, to.neighbourhood));
    for (std::size_t i = 0; i < to.moran.local.size(); ++i)
        to.local.push_back({places[i].region->code, values[i], to.moran.local[i]});
}

void add_lorenz(const std::vector<RegionOfYear>& places, int year, Frame& to) {
    int position = 0;
    for (const auto& point : lorenz(holdings_of(places))) {
        to.add({year, position, position == 0 ? "" : places[point.holding].region->code, point.people, point.held});
        ++position;
    }
}

std::vector<int> years_within(const Evidence& e, const Request& request) {
    std::set<int> years;
    for (const auto& [region, series] : e.emissions.series.by_region)
        for (const auto& [year, figure] : series)
            if (year >= request.first_year && (request.last_year == 0 || year <= request.last_year)) years.insert(year);
    return {years.begin(), years.end()};
}

// Marks the years that cannot be compared and says of which regions.
void tell_left_out(const Evidence& e, InequalityPath& to) {
    std::vector<int> years;
    std::vector<std::string> regions;
    for (auto& year : to.years) {
        const auto apart = people_without_emissions(e, year.year);
        if (apart.empty()) continue;
        year.is_comparable = false;
        years.push_back(year.year);
        for (const auto& region : apart)
            if (std::find(regions.begin(), regions.end(), region) == regions.end()) regions.push_back(region);
    }
    if (years.empty()) return;
    const auto places = places_text(regions, e);
    const auto when = years_text(years);
    to.left_out = {
        compose("Not compared: {}, when people of {} are counted apart but emissions stand in a neighbour's.",
            {when, places.en}),
        compose(
            "비교에서 뺀 해: {}년. {}의 인구는 따로 세지만 배출량은 이웃 지역 값에 들어 있습니다.", {when, places.ko})};
}

void add_gaps(const dataset::Dataset& data, InequalityPath& to) {
    if (to.years.empty())
        to.gaps.push_back({{"no inequality: emissions and people of at least two regions in one year are not there",
                               "불평등 지표 없음: 같은 해의 배출량과 인구가 있는 지역이 둘 미만임"},
            "tables/population.csv"});
    if (!data.has("neighbours"))
        to.gaps.push_back({{"neighbours are taken by distance of centres: no table says which regions touch",
                               "이웃은 중심점 거리로 정함: 맞닿은 지역을 알려주는 자료가 없음"},
            "tables/neighbours.csv"});
}

}  // namespace

InequalityPath inequality_path(const dataset::Dataset& data, const Request& request) {
    const Evidence e = gather(data, request.grouping, name_of(request.coverage));
    const auto regions = compared_regions(data);
    InequalityPath result;
    result.coverage = name_of(request.coverage);
    result.nesting = nesting_of(data, regions, request.grouping);
    result.lorenz =
        Frame("diagnosis_lorenz", {number_column("year"), number_column("position"), text_column("region"),
                                      number_column("people_share", "1"), number_column("held_share", "1")});
    std::map<int, std::vector<RegionOfYear>> places;
    for (const int year : years_within(e, request))
        if (auto in_year = places_in(e, regions, year); in_year.size() > 1) places[year] = std::move(in_year);
    for (const auto& [year, in_year] : places) result.years.push_back(year_of(in_year, result.nesting, year));
    tell_left_out(e, result);
    if (!places.empty()) {
        const int first = result.first().year, last = result.last().year;
        add_lorenz(places.at(first), first, result.lorenz);
        if (last > first) add_lorenz(places.at(last), last, result.lorenz);
        add_moran(data, places.at(last), result);
    }
    add_gaps(data, result);
    return result;
}

const InequalityYear& InequalityPath::first() const {
    const auto found = std::find_if(years.begin(), years.end(), [](const auto& year) { return year.is_comparable; });
    return found == years.end() ? years.front() : *found;
}

const InequalityYear& InequalityPath::last() const {
    const auto found = std::find_if(years.rbegin(), years.rend(), [](const auto& year) { return year.is_comparable; });
    return found == years.rend() ? years.back() : *found;
}

Frame InequalityPath::table() const {
    Frame frame("diagnosis_inequality",
        {number_column("year"), text_column("measure"), number_column("value"), text_column("status")});
    for (const auto& year : years) {
        const auto add = [&](const std::string& measure, double value) {
            if (!is_blank(value)) frame.add({year.year, measure, value, year.status});
        };
        add("theil", year.theil);
        for (const auto& part : year.parts) add("theil_between_" + part.level, part.value);
        add("gini", year.gini);
        add("williamson", year.williamson);
        add("palma", year.palma);
        add("spread", year.spread);
        add("highest_to_lowest", year.highest_to_lowest);
    }
    return frame;
}

Frame InequalityPath::local_table() const {
    Frame frame("diagnosis_moran", {text_column("region"), number_column("value", "tCO2eq/person"),
                                       number_column("index", "1"), number_column("p", "1"), text_column("quadrant")});
    if (!is_blank(moran.index)) frame.add({"all", blank, moran.index, moran.p, neighbourhood});
    for (const auto& one : local)
        frame.add({one.region, one.value, one.figure.index, one.figure.p, id_of(one.figure.quadrant)});
    return frame;
}

}  // namespace ecumene::diagnosis
