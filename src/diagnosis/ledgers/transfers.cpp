#include "diagnosis/ledgers/transfers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "diagnosis/group_totals.hpp"

namespace ecumene::diagnosis {
namespace {

// Observed flows and balances of a region may differ by this share of what it makes and uses before it is told.
constexpr double balance_tolerance = 0.02;

// (D8) for one quantity and year: the regions sum to the nation's own figure, or hardly anyone lives where it is not known.
bool is_covered(const RegionalSeries& quantity, const RegionalSeries& population,
    const std::vector<std::string>& regions, int year) {
    double sum = 0.0, people = 0.0, left_out = 0.0;
    for (const auto& region : regions) {
        const double value = quantity.in(region, year).value, here = population.in(region, year).value;
        if (!is_blank(here)) people += here;
        if (is_blank(value)) left_out += here;  // unknown people leave an unknown share
        if (!is_blank(value)) sum += value;
    }
    const double nation = figure_in(quantity.nation, year).value;
    if (std::abs(nation - sum) <= rounding_of_totals * std::abs(nation)) return true;
    return left_out == 0.0 || left_out < negligible_people * people;
}

bool has_all(const RegionalSeries& series, const std::vector<std::string>& regions, int year) {
    return std::all_of(regions.begin(), regions.end(),
        [&](const std::string& region) { return !is_blank(series.in(region, year).value); });
}

// A region with one of made and used but not the other: neither can be taken for zero.
std::string half_known(const EnergyTables& tables, const std::vector<std::string>& regions, int year) {
    for (const auto& region : regions)
        if (is_blank(tables.made.in(region, year).value) != is_blank(tables.used.in(region, year).value)) return region;
    return {};
}

std::vector<std::string> regions_with_balance(
    const EnergyTables& tables, const std::vector<std::string>& regions, int year) {
    std::vector<std::string> known;
    for (const auto& region : regions)
        if (!is_blank(tables.made.in(region, year).value)) known.push_back(region);
    return known;
}

double zero_if_blank(double value) {
    return is_blank(value) ? 0.0 : value;
}

PowerNode node_of(const EnergyTables& tables, const std::string& region, int year) {
    PowerNode node{.made = tables.made.in(region, year).value,
        .used = tables.used.in(region, year).value,
        .emissions = zero_if_blank(tables.emissions.in(region, year).value),
        .marginal = 0.0};
    const double fossil = tables.fossil.in(region, year).value;
    if (fossil > 0.0) node.marginal = node.emissions / fossil;
    return node;
}

std::vector<PowerFlow> observed_flows(const EnergyTables& tables, const std::vector<std::string>& regions, int year) {
    std::vector<PowerFlow> flows;
    const auto found = tables.flows.find(year);
    if (found == tables.flows.end()) return flows;
    const auto place = [&](const std::string& region) {
        return static_cast<std::size_t>(std::find(regions.begin(), regions.end(), region) - regions.begin());
    };
    for (const auto& flow : found->second) {
        const std::size_t from = place(flow.origin), to = place(flow.destination);
        if (from < regions.size() && to < regions.size()) flows.push_back({from, to, flow.energy.value});
    }
    return flows;
}

// What a region keeps by the flows should be what it uses.
void note_unbalanced(const std::vector<PowerFlow>& flows, Transfers& to) {
    std::vector<double> kept(to.nodes.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = to.nodes[i].made;
    for (const auto& flow : flows) {
        kept[flow.from] -= flow.energy;
        kept[flow.to] += flow.energy;
    }
    std::vector<std::string> off;
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (std::abs(kept[i] - to.nodes[i].used) > balance_tolerance * std::max(to.nodes[i].made, to.nodes[i].used))
            off.push_back(to.regions[i]);
    if (off.empty()) return;
    const auto places = join(off, ", ");
    to.notes.push_back({compose("the observed flows and the balances differ by more than 2 % in {}: what is left there "
                                "counts as used there",
                            {places}),
        compose("관측된 이동량과 수급이 {}에서 2 % 넘게 다르며, 남는 양은 그 지역에서 쓴 것으로 봄", {places})});
}

void keep(const std::string& ledger, Tracing tracing, Transfers& to) {
    std::vector<double> arrived(to.regions.size(), 0.0);
    for (const auto& moved : tracing.moved) {
        arrived[moved.from] -= moved.emissions;
        arrived[moved.to] += moved.emissions;
    }
    to.net.emplace(ledger, std::move(arrived));
    to.moved.emplace(ledger, std::move(tracing.moved));
}

void note_status(const EnergyTables& tables, int year, Transfers& to) {
    for (const auto& region : to.regions)
        for (const auto* series : {&tables.made, &tables.used, &tables.emissions})
            to.status = weaker(to.status, series->in(region, year).status);
}

void trace(const EnergyTables& tables, int year, Transfers& to) {
    const auto observed = observed_flows(tables, to.regions, year);
    to.is_observed = !observed.empty();
    const auto flows = to.is_observed ? observed : inferred_exchange(to.nodes);
    if (to.is_observed) note_unbalanced(observed, to);
    const bool by_region = has_all(tables.emissions, to.regions, year);
    double total = 0.0, made = 0.0;
    for (const auto& node : to.nodes) {
        total += node.emissions;
        made += node.made;
    }
    if (!by_region) {
        const Figure nation = figure_in(tables.emissions.nation, year);
        total = nation.value;
        to.status = weaker(to.status, nation.status);
    }
    if (is_blank(total)) return;
    to.mean_intensity = total / made;
    keep("national_mix", trace_national_mix(to.nodes, total), to);
    if (!by_region) return;
    keep("average_mix", trace_average_mix(to.nodes, flows), to);
    if (has_all(tables.fossil, to.regions, year)) keep("marginal", trace_marginal(to.nodes, flows), to);
}

}  // namespace

Transfers transfers_of(
    const EnergyTables& tables, const RegionalSeries& population, const std::vector<std::string>& regions, int year) {
    Transfers result;
    if (const auto region = half_known(tables, regions, year); !region.empty()) {
        result.notes.push_back({compose("{} has only one of made and used in {}: a blank is not zero", {region, year}),
            compose("{}의 {}년 생산과 소비 중 하나만 있음: 빈칸은 0이 아님", {region, year})});
        return result;
    }
    if (!is_covered(tables.made, population, regions, year) || !is_covered(tables.used, population, regions, year))
        return result;
    result.regions = regions_with_balance(tables, regions, year);
    for (std::size_t i = 0; i < result.regions.size(); ++i) result.place[result.regions[i]] = i;
    std::vector<PowerNode> nodes;
    double made = 0.0, used = 0.0;
    for (const auto& region : result.regions) {
        nodes.push_back(node_of(tables, region, year));
        made += nodes.back().made;
        used += nodes.back().used;
    }
    if (!(made > 0.0) || !(used > 0.0)) return result;
    result.raised = made / used;
    result.nodes = scaled_to_supply(nodes);
    note_status(tables, year, result);
    trace(tables, year, result);
    return result;
}

}  // namespace ecumene::diagnosis
