#include "pipeline/structure_result.hpp"

#include <cmath>
#include <utility>

#include "pipeline/structure_levels.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using structure::Unit;

Value parameters(const structure::StudyRequest& request) {
    const auto& rule = request.rule;
    return Value::object()
        .set("min_size", rule.min_size)
        .set("min_sc", rule.min_sc)
        .set("target_size", rule.target_size)
        .set("target_sc", rule.target_sc)
        .set("form", rule.form == structure::ValidityForm::linear ? "linear" : "hyperbolic")
        .set("contiguous",
            request.method == structure::AreaMethod::optimal && request.contiguity == structure::Contiguity::required);
}

Value area_value(const structure::LivingArea& area, const structure::Study& study, const structure::Units& units) {
    const auto& to = area.standing.main_destination;
    const Value main_destination = to ? Value(units[study.areas[to->at()].core].code) : Value();
    auto codes = Value::list();
    for (const Unit unit : area.units) codes.add(units[unit].code);
    auto value = Value::object();
    value.set("id", units[area.core].code)
        .set("units", std::move(codes))
        .set("name", both(units[area.core].name))
        .set("residents", area.flows.residents)
        .set("workers", area.flows.workers);
    value.set("population", area.population > 0.0 ? Value(area.population) : Value())
        .set("internal_flow", area.flows.inner)
        .set("self_containment", area.flows.self_containment())
        .set("validity", area.validity)
        .set("valid", area.is_living_area)
        .set("stability", area.stability)
        .set("dominance", area.standing.dominance);
    const auto& standing = area.standing;
    value.set("in_strength", standing.in_strength)
        .set("out_strength", standing.out_strength)
        .set("main_destination", main_destination)
        .set("leads", standing.is_terminal)
        .set("steps_to", number_or_null(area.steps_to));
    return value;
}

Value flows_value(const structure::FlowTable& flows) {
    const auto& origin = flows.origin();
    return Value::object()
        .set("kind", origin.kind)
        .set("unit", origin.unit)
        .set("year", origin.year > 0 ? Value(origin.year) : Value())
        .set("status", origin.status)
        .set("source", origin.source)
        .set("total", flows.total())
        .set("has_inner", origin.has_inner);
}

Value comparison(const structure::Study& study) {
    auto list = Value::list();
    for (const auto& one : study.comparison)
        list.add(Value::object()
                     .set("method", std::string(name_of(one.method)))
                     .set("count", one.partition.areas)
                     .set("valid", one.valid)
                     .set("internal_share", one.internal_share)
                     .set("modularity", one.modularity)
                     .set("mean_self_containment", one.mean_self_containment)
                     .set("likeness", one.likeness));
    return list;
}

Value sizes(const structure::SizeMeasures& of) {
    return Value::object()
        .set("rank_size_slope", number_or_null(of.slope))
        .set("evenness", number_or_null(of.evenness))
        .set("primacy", number_or_null(of.primacy));
}

Value links(const structure::Study& study, const structure::Units& units) {
    auto list = Value::list();
    for (const auto& link : study.links)
        list.add(Value::object()
                     .set("a", units[study.areas[link.from.at()].core].code)
                     .set("b", units[study.areas[link.to.at()].core].code)
                     .set("value", link.value));
    return list;
}

}  // namespace

Value structure_result(const structure::Study& study, const StructureInput& input) {
    auto areas = Value::list(), left = Value::list(), notes = Value::list();
    for (const auto& area : study.areas) areas.add(area_value(area, study, input.units));
    for (const Unit unit : study.left_over) left.add(input.units[unit].code);
    for (const auto& note : input.notes) notes.add(both(note));
    auto result = Value::object();
    result.set("method", std::string(name_of(study.request.method)))
        .set("parameters", parameters(study.request))
        .set("areas", std::move(areas))
        .set("count", static_cast<std::int64_t>(study.areas.size()))
        // More areas than this there cannot be.
        .set("bound", study.bound ? Value(static_cast<std::int64_t>(std::floor(*study.bound + 1e-6))) : Value())
        .set("proven", study.is_proven)
        .set("modularity", study.figures.modularity)
        .set("internal_flow", study.figures.internal_flow)
        .set("internal_share", study.figures.internal_share);
    result.set("internal_flow_proven", study.is_inner_flow_proven)
        .set("work", study.work)
        .set("cut_short", study.is_cut_short)
        .set("units", input.units.size())
        .set("left_over", std::move(left))
        .set("flows", flows_value(input.flows))
        .set("notes", std::move(notes))
        .set("comparison", comparison(study));
    result.set("stability",
        study.unit_stability.empty()
            ? Value()
            : Value::object().set("draws", study.request.draws).set("mean_adjusted_rand", study.mean_rand));
    result.set("polycentricity", Value::object()
                                     .set("people", sizes(study.people))
                                     .set("jobs", sizes(study.jobs))
                                     .set("functional", number_or_null(study.functional)));
    result.set("levels", levels_value(study.levels)).set("links", links(study, input.units));
    return result;
}

Value megaregions_result(const structure::MegaregionTest& test, const std::vector<std::string>& regions,
    const std::vector<std::string>& groups) {
    auto list = Value::list(), places = Value::list(), by_flows = Value::list();
    for (std::size_t m = 0; m < groups.size(); ++m)
        list.add(Value::object()
                     .set("megaregion", groups[m])
                     .set("own_share", test.megaregions[m].own_share)
                     .set("linkage", test.megaregions[m].linkage)
                     .set("most_with_other", test.megaregions[m].most_with_other)
                     .set("is_single_region", test.megaregions[m].is_alone)
                     .set("holds_together", test.megaregions[m].holds_together));
    for (std::size_t r = 0; r < regions.size(); ++r)
        places.add(Value::object()
                       .set("region", regions[r])
                       .set("own_share", test.regions[r].own_share)
                       .set("own_linkage", test.regions[r].own_linkage)
                       .set("strongest_with", groups[static_cast<std::size_t>(test.regions[r].wants)])
                       .set("strongest_linkage", test.regions[r].best_linkage));
    for (const auto& group : members(test.by_flows)) {
        auto codes = Value::list();
        for (const Unit region : group) codes.add(regions[region.at()]);
        by_flows.add(std::move(codes));
    }
    auto value = Value::object();
    value.set("megaregions", std::move(list)).set("regions", std::move(places)).set("by_flows", std::move(by_flows));
    value.set("likeness", test.likeness)
        .set("policy_modularity", test.policy_modularity)
        .set("flow_modularity", test.flow_modularity);
    return value;
}

}  // namespace ecumene::pipeline
