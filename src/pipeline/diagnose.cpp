#include "pipeline/diagnose.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "core/version.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/full_diagnosis.hpp"
#include "diagnosis/paper_comparison.hpp"
#include "output/diagnosis/report.hpp"
#include "pipeline/diagnosis_folder.hpp"
#include "pipeline/diagnosis_ledger.hpp"
#include "pipeline/diagnosis_result.hpp"
#include "pipeline/diagnosis_screen.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

constexpr const char* paper_grouping = "capital";

// --- what was asked -------------------------------------------------------------------------------------------------------

int year_in(std::string_view text, const std::string& whole) {
    int year = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (failure != std::errc{} || end != text.data() + text.size() || text.size() != 4)
        throw WrongUse(compose("'{}' is not a span of years", {whole}), "write it as --years 2000-2018");
    return year;
}

void read_years(const std::string& text, diagnosis::Request& wanted) {
    if (text.empty()) return;
    const auto dash = text.find('-');
    const std::string_view all(text);
    wanted.first_year = year_in(trim(all.substr(0, dash)), text);
    wanted.last_year = dash == std::string::npos ? wanted.first_year : year_in(trim(all.substr(dash + 1)), text);
    if (dash == std::string::npos || wanted.last_year <= wanted.first_year)
        throw WrongUse(compose("'{}' is not a span of years", {text}),
            "growth needs two years, the earlier first: --years 2000-2018");
}

diagnosis::Coverage coverage_named(const std::string& name) {
    if (name == "gross") return diagnosis::Coverage::gross;
    if (name == "net") return diagnosis::Coverage::net;
    throw WrongUse(compose("there is no accounting '{}'", {name}),
        "it is gross (without forests and land use) or net (with them)");
}

std::string grouping_named(const std::string& name, const dataset::Dataset& data) {
    auto known = data.groupings();
    const auto has = [&](const std::string& wanted) {
        return std::find(known.begin(), known.end(), wanted) != known.end();
    };
    if (name == "region") return {};
    if (name.empty()) return has(paper_grouping) ? paper_grouping : "";
    if (has(name)) return name;
    known.emplace_back("region");
    const auto meant = did_you_mean(name, known);
    throw WrongUse(compose("the package has no grouping '{}'", {name}),
        meant.empty() ? "the groupings are " + join(known, ", ") : meant);
}

bool wants_consumption(const std::string& name) {
    if (name == "production") return false;
    if (name == "consumption") return true;
    throw WrongUse(compose("there is no ledger '{}'", {name}),
        "it is production (where emissions are released) or consumption (where their power is used)");
}

diagnosis::Profile on_ledger(const diagnosis::FullDiagnosis& full, bool is_consumption, const std::string& package) {
    if (!is_consumption) return full.profile;
    if (!has_consumption(full.ledgers))
        throw WrongUse(compose("the package '{}' has no consumption ledger", {package}),
            "it takes tables/energy_balance.csv: power made and used by region");
    return on_consumption(full.profile, full.ledgers);
}

// Everything a diagnosis is made of, kept together while report and screen point into it.
struct Diagnosed {
    dataset::Dataset data;
    diagnosis::FullDiagnosis full{};
    diagnosis::Profile by_region{};
    diagnosis::PaperComparison comparison{};
};

Diagnosed diagnosed(const std::filesystem::path& package, const std::string& grouping, diagnosis::Request wanted,
    const Session& session) {
    session.progress->stage({"Reading the package", "자료 읽기"}, 0.0);
    Diagnosed all{.data = dataset::load(package)};
    session.progress->stage({"Diagnosing", "진단"}, 0.5);
    wanted.grouping = grouping_named(grouping, all.data);
    all.full = diagnosis::diagnose_fully(all.data, wanted);
    if (wanted.grouping == paper_grouping) all.comparison = diagnosis::compare_with_paper(all.data);
    wanted.grouping.clear();
    all.by_region = diagnosis::profile(all.data, wanted);
    return all;
}

output::DiagnosisInput report_input(const Diagnosed& all) {
    return {.settings = all.data.settings(),
        .regions = all.data.regions(),
        .diagnosis = &all.full,
        .by_region = &all.by_region,
        .paper = &all.comparison,
        .sources = &all.data.table("sources"),
        .version = std::string(version)};
}

}  // namespace

Answer diagnose(const DiagnoseRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    diagnosis::Request wanted;
    read_years(request.years, wanted);
    wanted.coverage = coverage_named(request.accounting);
    const bool is_consumption = wants_consumption(request.ledger);
    const auto package = find_package(request.package, session.places);
    if (!request.report.empty()) refuse_foreign_folder(request.report);
    const auto all = diagnosed(package.folder, request.grouping, wanted, session);
    const auto shown_profile = on_ledger(all.full, is_consumption, package.name);

    Answer answer;
    answer.verb = "diagnose";
    answer.findings = all.data.findings();
    answer.result = diagnosis_result(all.full, shown_profile, all.comparison);
    answer.result.set("package", package.name);
    if (!request.report.empty()) {
        session.progress->stage({"Writing the report", "보고서 쓰기"}, 0.8);
        write_diagnosis(request.report, report_input(all), answer.result,
            request.language.value_or(report_language(all.data.settings())));
        answer.result.set("report", (request.report / "report.html").string());
    }
    answer.screen = diagnosis_screen({.full = &all.full,
                                         .shown = &shown_profile,
                                         .comparison = &all.comparison,
                                         .title = all.data.settings().title,
                                         .package = request.package,
                                         .report = request.report},
        session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
