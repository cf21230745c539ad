#include "pipeline/diagnosis_result.hpp"

#include <string>
#include <utility>
#include <vector>

#include "diagnosis/emissions_profile.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using diagnosis::Figure;
using diagnosis::GroupProfile;
using diagnosis::Profile;
using files::Value;

template <class Items, class Make>
Value list_of(const Items& items, Make make) {
    auto list = Value::list();
    for (const auto& item : items) list.add(make(item));
    return list;
}

Value value_of(const Figure& figure) {
    return Value::object().set("year", figure.year).set("value", figure.value).set("status", figure.status);
}

Value value_of(const diagnosis::Growth& growth) {
    return Value::object()
        .set("first_year", growth.first_year)
        .set("last_year", growth.last_year)
        .set("value", growth.value)
        .set("status", growth.status)
        .set("reason", both(growth.reason));
}

Value value_of(const GroupProfile& group) {
    auto regions = Value::list();
    for (const auto& code : group.regions) regions.add(code);
    auto per_gva = Value::list();
    for (const auto& figure : group.per_gva)
        per_gva.add(Value::object()
                        .set("measure", figure.measure)
                        .set("prices", figure.prices)
                        .set("first", value_of(figure.first))
                        .set("last", value_of(figure.last))
                        .set("growth", value_of(figure.growth)));
    auto value = Value::object();
    value.set("group", group.group)
        .set("name", both(group.name))
        .set("regions", std::move(regions))
        .set("total", value_of(group.total));
    value.set("growth", value_of(group.growth))
        .set("share_first", value_of(group.share.first))
        .set("share_last", value_of(group.share.last));
    value.set("per_head_first", value_of(group.per_capita.first)).set("per_head_last", value_of(group.per_capita.last));
    value.set("per_head_growth", value_of(group.per_capita.growth)).set("per_value_added", std::move(per_gva));
    return value;
}

Value value_of(const diagnosis::Inequality& figure) {
    return Value::object()
        .set("year", figure.year)
        .set("theil", figure.theil)
        .set("between", figure.between)
        .set("within", figure.within)
        .set("gini", figure.gini)
        .set("williamson", figure.williamson)
        .set("status", figure.status)
        .set("reason", both(figure.reason));
}

Value value_of(const diagnosis::PaperComparison& comparison) {
    auto figures = Value::list();
    for (const auto& f : comparison.figures)
        figures.add(Value::object()
                        .set("id", f.id)
                        .set("text", both(f.text))
                        .set("unit", f.unit)
                        .set("published", f.published)
                        .set("published_years", f.published_years)
                        .set("found", f.found)
                        .set("found_years", f.found_years)
                        .set("difference", f.difference)
                        .set("status", f.status)
                        .set("agreement", f.agreement)
                        .set("reason", both(f.reason)));
    return Value::object().set("note", both(comparison.note)).set("figures", std::move(figures));
}

void put_profile(Value& result, const Profile& profile) {
    auto groups = Value::list(), cautions = Value::list(), gaps = Value::list(), sources = Value::list();
    for (const auto& group : profile.groups) groups.add(value_of(group));
    for (const auto& caution : profile.cautions) cautions.add(both(caution.text));
    for (const auto& gap : profile.gaps) gaps.add(Value::object().set("text", both(gap.text)).set("table", gap.table));
    for (const auto& source : profile.sources) sources.add(source);
    auto accounting = Value::object();
    accounting.set("ledger", profile.ledger)
        .set("coverage", profile.accounting.coverage)
        .set("tree", profile.accounting.tree);
    accounting.set("gas", profile.accounting.gas)
        .set("gwp", profile.accounting.gwp)
        .set("basis", profile.accounting.basis);
    result.set("grouping", profile.grouping.empty() ? "region" : profile.grouping)
        .set("first_year", profile.first_year)
        .set("last_year", profile.last_year);
    result.set("ledger", profile.ledger);
    result.set("accounting", std::move(accounting)).set("groups", std::move(groups)).set("all", value_of(profile.all));
    result.set("ratio", Value::object()
                            .set("higher", profile.ratio.higher)
                            .set("lower", profile.ratio.lower)
                            .set("first", value_of(profile.ratio.first))
                            .set("last", value_of(profile.ratio.last))
                            .set("reason", both(profile.ratio.reason)));
    result.set("inequality_first", value_of(profile.inequality_first))
        .set("inequality_last", value_of(profile.inequality_last));
    result.set("cautions", std::move(cautions)).set("gaps", std::move(gaps)).set("sources", std::move(sources));
}

Value gaps_value(const std::vector<diagnosis::Gap>& gaps) {
    return list_of(gaps,
        [](const diagnosis::Gap& gap) { return Value::object().set("text", both(gap.text)).set("table", gap.table); });
}

Value notes_value(const std::vector<Bilingual>& notes) {
    return list_of(notes, [](const Bilingual& note) { return both(note); });
}

// --- why it moved ---------------------------------------------------------------------------------------------------------

Value value_of(const diagnosis::KayaChange& change) {
    auto value = Value::object();
    value.set("level", change.level).set("place", change.place).set("name", both(change.name));
    value.set("cells", change.cells).set("measure", change.measure).set("prices", change.prices);
    value.set("chaining", change.chaining == diagnosis::Chaining::chained ? "chained" : "fixed_base");
    value.set("first_year", change.first_year).set("last_year", change.last_year);
    value.set("first", change.first).set("last", change.last).set("change", change.change());
    value.set("effects", list_of(change.effects, [](const diagnosis::Effect& effect) {
        return Value::object().set("id", effect.id).set("name", both(effect.name)).set("value", effect.value);
    }));
    value.set("status", change.status).set("reason", both(change.reason));
    return value;
}

Value value_of(const diagnosis::DecouplingOf& one) {
    auto value = Value::object();
    value.set("level", one.level).set("place", one.place).set("name", both(one.name));
    value.set("measure", one.measure).set("prices", one.prices);
    value.set("first_year", one.first_year).set("last_year", one.last_year);
    value.set("state", id_of(one.figure.state)).set("state_name", both(name_of(one.figure.state)));
    value.set("elasticity", one.figure.elasticity)
        .set("emissions_change", one.figure.emissions_change)
        .set("product_change", one.figure.product_change);
    value.set("status", one.status).set("reason", both(one.figure.reason));
    return value;
}

Value value_of(const diagnosis::IndustryShift& shift) {
    auto value = Value::object();
    value.set("region", shift.region).set("measure", shift.measure).set("prices", shift.prices);
    value.set("first_year", shift.first_year).set("last_year", shift.last_year);
    value.set("change", shift.parts.change).set("nation", shift.parts.nation);
    value.set("mix", shift.parts.mix).set("own", shift.parts.own).set("without_base", shift.parts.without_base);
    return value;
}

void put_movement(Value& result, const diagnosis::Movement& movement) {
    result.set("lmdi", list_of(movement.changes, [](const auto& one) { return value_of(one); }));
    result.set("decoupling", list_of(movement.decoupling, [](const auto& one) { return value_of(one); }));
    result.set("shift_share", list_of(movement.industries, [](const auto& one) { return value_of(one); }));
    result.set("movement_notes", notes_value(movement.notes)).set("movement_gaps", gaps_value(movement.gaps));
}

// --- ledgers --------------------------------------------------------------------------------------------------------------

Value value_of(const diagnosis::LedgerPlace& place) {
    auto emissions = Value::object(), per_head = Value::object(), statuses = Value::object();
    for (const auto& [ledger, value] : place.emissions) {
        statuses.set(ledger, place.status_of(ledger));
        emissions.set(ledger, value);
        per_head.set(ledger, place.per_head(ledger));
    }
    auto value = Value::object();
    value.set("place", place.code).set("name", both(place.name)).set("people", place.people);
    value.set("made", place.made).set("used", place.used).set("power_emissions", place.power_emissions);
    value.set("emissions", std::move(emissions)).set("per_head", std::move(per_head));
    value.set("status", place.status).set("statuses", std::move(statuses));
    return value;
}

Value value_of(const diagnosis::RatioStep& step) {
    auto value = Value::object();
    value.set("ledger", step.ledger).set("text", both(step.text));
    value.set("higher", step.higher).set("lower", step.lower);
    value.set("per_head_higher", step.per_head_higher).set("per_head_lower", step.per_head_lower);
    value.set("ratio", step.ratio).set("moved", step.moved).set("status", step.status);
    value.set("published", step.published).set("reason", both(step.reason));
    return value;
}

Value value_of(const diagnosis::LedgerYear& year) {
    auto ratio = Value::object();
    for (const auto& [ledger, value] : year.ratio) ratio.set(ledger, value);
    return Value::object().set("year", year.year).set("ratio", std::move(ratio));
}

Value value_of(const diagnosis::TwoLedgers& ledgers) {
    auto value = Value::object();
    value.set("year", ledgers.year).set("coverage", ledgers.coverage);
    value.set("exchange_observed", ledgers.is_exchange_observed);
    value.set("chain", list_of(ledgers.chain, [](const auto& step) { return value_of(step); }));
    value.set("regions", list_of(ledgers.regions, [](const auto& place) { return value_of(place); }));
    value.set("groups", list_of(ledgers.groups, [](const auto& place) { return value_of(place); }));
    value.set("all", value_of(ledgers.all));
    value.set("over_time", list_of(ledgers.over_time, [](const auto& year) { return value_of(year); }));
    value.set("notes", notes_value(ledgers.notes)).set("gaps", gaps_value(ledgers.gaps));
    return value;
}

// --- sectors --------------------------------------------------------------------------------------------------------------

Value rows_of(const Frame& frame) {
    auto rows = Value::list();
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        auto value = Value::object();
        for (const auto& column : frame.columns()) {
            if (column.kind == Frame::Kind::number)
                value.set(column.name, column.numbers[row]);
            else
                value.set(column.name, column.texts[row]);
        }
        rows.add(std::move(value));
    }
    return rows;
}

Value value_of(const diagnosis::RegionGpc& one) {
    auto value = Value::object();
    value.set("region", one.region).set("year", one.year);
    value.set("basic", one.totals.basic).set("basic_plus", one.totals.basic_plus);
    value.set("territorial", one.totals.territorial);
    value.set("not_estimated", texts_value(one.totals.not_estimated))
        .set("not_estimated_plus", texts_value(one.totals.not_estimated_plus))
        .set("faults", texts_value(one.totals.faults));
    return value;
}

Value value_of(const diagnosis::SectorAccounts& accounts) {
    auto value = Value::object();
    value.set("year", accounts.year).set("tree", accounts.tree).set("rows", rows_of(accounts.table));
    value.set("gpc", list_of(accounts.gpc, [](const auto& one) { return value_of(one); }));
    value.set("notes", notes_value(accounts.notes)).set("gaps", gaps_value(accounts.gaps));
    return value;
}

// --- inequality -----------------------------------------------------------------------------------------------------------

Value value_of(const diagnosis::InequalityYear& year) {
    auto parts = Value::object();
    for (const auto& part : year.parts) parts.set(part.level, part.value);
    auto value = Value::object();
    value.set("year", year.year).set("regions", year.regions).set("theil", year.theil).set("parts", std::move(parts));
    value.set("gini", year.gini).set("williamson", year.williamson).set("palma", year.palma);
    value.set("spread", year.spread).set("highest_to_lowest", year.highest_to_lowest);
    value.set("highest", year.highest).set("lowest", year.lowest);
    value.set("comparable", year.is_comparable);
    value.set("status", year.status).set("reason", both(year.reason));
    return value;
}

void put_inequality(Value& result, const diagnosis::InequalityPath& path) {
    auto inequality = Value::object();
    inequality.set("coverage", path.coverage).set("nesting", texts_value(path.nesting));
    inequality.set("years", list_of(path.years, [](const auto& year) { return value_of(year); }));
    inequality.set("left_out", both(path.left_out)).set("gaps", gaps_value(path.gaps));
    result.set("inequality", std::move(inequality));
    auto moran = Value::object();
    moran.set("index", path.moran.index).set("expected", path.moran.expected).set("p", path.moran.p);
    moran.set("neighbourhood", path.neighbourhood).set("reason", both(path.moran.reason));
    moran.set("local", list_of(path.local, [](const diagnosis::RegionMoran& one) {
        auto value = Value::object();
        value.set("region", one.region).set("value", one.value).set("index", one.figure.index);
        value.set("p", one.figure.p).set("quadrant", id_of(one.figure.quadrant));
        return value;
    }));
    result.set("moran", std::move(moran));
}

// --- conditions -----------------------------------------------------------------------------------------------------------

Value value_of(const diagnosis::Indicator& indicator) {
    auto value = Value::object();
    value.set("id", indicator.id).set("name", both(indicator.name)).set("unit", indicator.unit);
    value.set("formula", both(indicator.formula)).set("year", indicator.year);
    value.set("direction", indicator.direction == diagnosis::Direction::harder ? "harder" : "easier");
    value.set("sources", texts_value(indicator.sources));
    return value;
}

Value value_of(const diagnosis::Conditions& conditions) {
    auto value = Value::object();
    value.set("indicators", list_of(conditions.indicators, [](const auto& one) { return value_of(one); }));
    value.set("values", list_of(conditions.values, [](const diagnosis::IndicatorValue& one) {
        auto figure = Value::object();
        figure.set("region", one.region).set("indicator", one.indicator).set("value", one.value);
        figure.set("score", one.score).set("status", one.status);
        return figure;
    }));
    value.set("gaps", gaps_value(conditions.gaps));
    return value;
}

Value value_of(const diagnosis::RegionType& type) {
    auto value = Value::object();
    value.set("id", type.id).set("text", both(type.text)).set("regions", texts_value(type.regions));
    value.set("marks", list_of(type.marks, [](const diagnosis::TypeMark& mark) {
        return Value::object().set("indicator", mark.indicator).set("score", mark.score);
    }));
    return value;
}

Value value_of(const diagnosis::Typology& typology) {
    auto value = Value::object();
    value.set("types", list_of(typology.types, [](const auto& type) { return value_of(type); }));
    value.set("indicators", texts_value(typology.indicators)).set("left_out", texts_value(typology.left_out));
    value.set("tried", list_of(typology.clustering.tried, [](const diagnosis::GroupCount& count) {
        auto tried = Value::object();
        tried.set("groups", count.groups).set("silhouette", count.silhouette);
        tried.set("gap", count.gap).set("gap_error", count.gap_error);
        return tried;
    }));
    value.set("structured", typology.clustering.is_structured);
    value.set("justification", both(typology.justification)).set("reason", both(typology.reason));
    return value;
}

Value value_of(const diagnosis::Unlockable& one) {
    auto value = Value::object();
    value.set("result", one.result).set("name", both(one.name)).set("is_there", one.is_there);
    value.set("missing", list_of(one.missing, [](const diagnosis::MissingTable& missing) {
        return Value::object().set("table", missing.table).set("what", both(missing.what));
    }));
    return value;
}

}  // namespace

Value diagnosis_result(const diagnosis::FullDiagnosis& diagnosis, const diagnosis::Profile& shown,
    const diagnosis::PaperComparison& comparison) {
    auto result = Value::object();
    put_profile(result, shown);
    result.set("paper", value_of(comparison));
    result.set("ledgers", value_of(diagnosis.ledgers)).set("trees", value_of(diagnosis.sectors));
    put_movement(result, diagnosis.movement);
    put_inequality(result, diagnosis.inequality);
    result.set("conditions", value_of(diagnosis.conditions)).set("typology", value_of(diagnosis.typology));
    result.set("unlock", list_of(diagnosis.unlock, [](const auto& one) { return value_of(one); }));
    return result;
}

}  // namespace ecumene::pipeline
