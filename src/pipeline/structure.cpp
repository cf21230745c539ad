#include "pipeline/structure.hpp"

#include <chrono>
#include <map>
#include <utility>

#include "dataset/dataset.hpp"
#include "pipeline/structure_folder.hpp"
#include "pipeline/structure_input.hpp"
#include "pipeline/structure_levels.hpp"
#include "pipeline/structure_result.hpp"
#include "pipeline/structure_screen.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr const char* policy_grouping = "megaregion";

// --- what was asked -------------------------------------------------------------------------------------------------------

structure::AreaMethod method_of(const std::string& name) {
    std::string plain = name;
    for (auto& c : plain)
        if (c == '-') c = '_';
    if (const auto method = structure::method_named(plain)) return *method;
    const auto known = structure::method_names();
    const auto meant = did_you_mean(plain, known);
    throw WrongUse(
        compose("there is no method '{}'", {name}), meant.empty() ? "the methods are " + join(known, ", ") : meant);
}

structure::TravelToWork rule_of(const StructureRequest& request) {
    structure::TravelToWork rule;
    if (request.rule == "uk")
        rule = structure::uk_rule();
    else if (request.rule != "istat")
        throw WrongUse(compose("there is no rule '{}'", {request.rule}),
            "it is istat (1,000/10,000, 60/75 %) or uk (3,500/25,000, 66.7/75 %)");
    rule.min_size = request.min_size.value_or(rule.min_size);
    rule.target_size = request.target_size.value_or(rule.target_size);
    rule.min_sc = request.min_sc.value_or(rule.min_sc);
    rule.target_sc = request.target_sc.value_or(rule.target_sc);
    if (request.form == "linear")
        rule.form = structure::ValidityForm::linear;
    else if (request.form == "hyperbolic")
        rule.form = structure::ValidityForm::hyperbolic;
    else if (!request.form.empty())
        throw WrongUse(compose("there is no form '{}'", {request.form}), "it is hyperbolic or linear");
    if (const auto complaint = rule.complaint(); !complaint.empty())
        throw WrongUse(complaint, "shares are written as .6, not 60");
    return rule;
}

structure::StudyRequest study_request(const StructureRequest& request) {
    structure::StudyRequest wanted;
    wanted.method = method_of(request.method);
    wanted.rule = rule_of(request);
    if (request.contiguous != "yes" && request.contiguous != "no")
        throw WrongUse(compose("--contiguous is yes or no, not '{}'", {request.contiguous}),
            "--contiguous no lets areas lie apart");
    wanted.contiguity = request.contiguous == "yes" ? structure::Contiguity::required : structure::Contiguity::free;
    wanted.areas = request.areas;
    wanted.draws = request.draws;
    wanted.seconds = request.seconds;
    if (request.work && *request.work < 1)
        throw WrongUse(
            compose("--work {} is no work", {*request.work}), "it counts steps of the search, such as 500000");
    wanted.work = request.work.value_or(wanted.work);
    return wanted;
}

// --- what it is asked of --------------------------------------------------------------------------------------------------

bool is_flow_table(const std::string& source) {
    return source.size() > 4 && source.substr(source.size() - 4) == ".csv" && fs::is_regular_file(source);
}

struct Source {
    StructureInput input;
    std::optional<dataset::Dataset> data;
    std::string package;
};

Source read_source(const StructureRequest& request, const Session& session) {
    session.progress->stage({"Reading", "자료 읽기"}, 0.5);
    Source source;
    if (is_flow_table(request.source)) {
        source.input = structure_of_tables(request.source, request.units, request.borders);
        return source;
    }
    const auto package = find_package(request.source, session.places);
    source.package = package.name;
    source.data = dataset::load(package.folder);
    source.input = structure_of_package(*source.data, request.flows);
    return source;
}

// The test of policy's megaregions, where the package draws them and units say in which region they lie.
std::optional<MegaregionView> megaregions_of(const Source& source) {
    if (!source.data) return std::nullopt;
    std::map<std::string, int> group_number, region_number;
    MegaregionView view;
    for (const auto& group : source.data->groups())
        if (group.grouping == policy_grouping) {
            group_number[group.code] = static_cast<int>(view.groups.size());
            view.groups.push_back(group.code);
            view.group_names.push_back(group.name);
        }
    structure::Partition policy{.area_of = {}, .areas = static_cast<int>(view.groups.size())};
    for (const auto& region : source.data->regions()) {
        const auto at = region.groups.find(policy_grouping);
        if (at == region.groups.end() || group_number.count(at->second) == 0) continue;
        region_number[region.code] = static_cast<int>(view.regions.size());
        policy.area_of.push_back(group_number[at->second]);
        view.regions.push_back(region.code);
        view.region_names.push_back(region.name);
    }
    if (view.regions.size() < 3 || view.groups.size() < 2) return std::nullopt;
    structure::Partition by_region{.area_of = {}, .areas = static_cast<int>(view.regions.size())};
    for (const auto unit : source.input.units.all()) {
        const auto at = region_number.find(source.input.units[unit].region);
        if (at == region_number.end()) return std::nullopt;
        by_region.area_of.push_back(at->second);
    }
    view.test = structure::test_megaregions(structure::between_areas(source.input.flows, by_region), policy);
    return view;
}

}  // namespace

Answer structure(const StructureRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto wanted = study_request(request);
    if (!request.report.empty()) refuse_foreign_structure_folder(request.report);
    const auto source = read_source(request, session);
    auto study = structure::study_structure(
        source.input.units, source.input.flows, source.input.borders, wanted, *session.progress);
    study.levels = structure_levels(source.input, study.partition, source.data ? &*source.data : nullptr);
    const auto megaregions = megaregions_of(source);

    Answer answer;
    answer.verb = "structure";
    answer.findings = source.input.findings;
    answer.result = structure_result(study, source.input);
    if (!source.package.empty()) answer.result.set("package", source.package);
    if (megaregions)
        answer.result.set(
            "megaregions", megaregions_result(megaregions->test, megaregions->regions, megaregions->groups));
    if (!request.report.empty()) {
        session.progress->stage({"Writing the report", "보고서 쓰기"}, 0.8);
        write_structure(request.report, study, source.input, megaregions, answer.result,
            request.language.value_or(session.language));
        answer.result.set("report", (request.report / "report.html").string());
    }
    answer.screen = structure_screen({.study = &study,
                                         .input = &source.input,
                                         .megaregions = &megaregions,
                                         .source = request.source,
                                         .report = request.report},
        session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
