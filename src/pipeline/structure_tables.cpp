#include "pipeline/structure_tables.hpp"

#include <string>

#include "pipeline/structure_levels.hpp"

namespace ecumene::pipeline {
namespace {

using structure::Unit;

Frame methods_table(const structure::Study& study) {
    Frame table("methods", {text_column("method"), number_column("areas"), number_column("valid"),
                               number_column("internal_share", "1"), number_column("modularity", "1"),
                               number_column("mean_self_containment", "1"), number_column("likeness", "1")});
    for (const auto& one : study.comparison)
        table.add({std::string(name_of(one.method)), one.partition.areas, one.valid, one.internal_share, one.modularity,
            one.mean_self_containment, one.likeness});
    return table;
}

Frame levels_table(const structure::Study& study) {
    Frame table("levels", level_columns());
    for (const auto& row : study.levels) table.add(level_cells(row));
    return table;
}

double known_or_blank(double value) {
    return value > 0.0 ? value : blank;
}

}  // namespace

Frame areas_table(const structure::Study& study, const StructureInput& input) {
    Frame table(
        "areas", {text_column("area"), text_column("name_en"), text_column("name_ko"), number_column("units"),
                     number_column("population", "person"), number_column("residents"), number_column("workers"),
                     number_column("internal_flow"), number_column("self_containment", "1"),
                     number_column("validity", "1"), text_column("is_living_area"), number_column("stability", "1"),
                     number_column("dominance", "1"), number_column("in_strength"), number_column("out_strength"),
                     text_column("main_destination"), text_column("leads"), number_column("steps_to", "step")});
    for (const auto& area : study.areas) {
        const auto& core = input.units[area.core];
        const auto& to = area.standing.main_destination;
        table.add({core.code, core.name.en, core.name.ko, static_cast<double>(area.units.size()),
            known_or_blank(area.population), area.flows.residents, area.flows.workers, area.flows.inner,
            area.flows.self_containment(), area.validity, area.is_living_area ? "yes" : "no", area.stability,
            area.standing.dominance, area.standing.in_strength, area.standing.out_strength,
            to ? input.units[study.areas[to->at()].core].code : "", area.standing.is_terminal ? "yes" : "no",
            area.steps_to.value_or(blank)});
    }
    return table;
}

Frame units_table(const structure::Study& study, const StructureInput& input) {
    Frame table(
        "units", {text_column("unit"), text_column("name_en"), text_column("name_ko"), text_column("region"),
                     text_column("area"), number_column("population", "person"), number_column("residents"),
                     number_column("workers"), number_column("internal_flow"), number_column("stability", "1")});
    for (const Unit unit : input.units.all()) {
        const auto& record = input.units[unit];
        const auto& area = study.areas[static_cast<std::size_t>(study.partition.area_of[unit.at()])];
        table.add({record.code, record.name.en, record.name.ko, record.region, input.units[area.core].code,
            record.population, input.flows.out(unit), input.flows.in(unit), input.flows(unit, unit),
            study.unit_stability.empty() ? blank : study.unit_stability[unit.at()]});
    }
    return table;
}

Frame links_table(const structure::Study& study, const StructureInput& input) {
    Frame table("links",
        {text_column("a"), text_column("b"), number_column("flow"), number_column("a_to_b"), number_column("b_to_a")});
    for (const auto& link : study.links)
        table.add({input.units[study.areas[link.from.at()].core].code, input.units[study.areas[link.to.at()].core].code,
            link.value, study.between(link.from, link.to), study.between(link.to, link.from)});
    return table;
}

std::vector<Frame> structure_tables(const structure::Study& study, const StructureInput& input) {
    return {areas_table(study, input), units_table(study, input), links_table(study, input), methods_table(study),
        levels_table(study)};
}

Frame megaregion_table(const MegaregionView& view) {
    Frame table("megaregions",
        {text_column("megaregion"), text_column("name_en"), text_column("name_ko"), number_column("own_share", "1"),
            number_column("linkage", "1"), number_column("most_with_other", "1"), text_column("holds_together")});
    for (std::size_t m = 0; m < view.groups.size(); ++m) {
        const auto& figures = view.test.megaregions[m];
        table.add({view.groups[m], view.group_names[m].en, view.group_names[m].ko, figures.own_share, figures.linkage,
            figures.most_with_other,
            figures.is_alone         ? "single"
            : figures.holds_together ? "yes"
                                     : "no"});
    }
    return table;
}

}  // namespace ecumene::pipeline
