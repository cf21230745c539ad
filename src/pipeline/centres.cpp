#include "pipeline/centres.hpp"

#include <charconv>
#include <chrono>
#include <optional>

#include "dataset/dataset.hpp"
#include "pipeline/centres_basis.hpp"
#include "pipeline/centres_folder.hpp"
#include "pipeline/centres_result.hpp"
#include "pipeline/centres_rounds.hpp"
#include "pipeline/target_folder.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

constexpr double wanted_gap = 2e-3;  // of the choice's cost; what is reached is reported

void set_one(structure::CentreAssumptions& assumptions, const std::string& setting) {
    const auto sign = setting.find('=');
    const std::string name = setting.substr(0, sign);
    std::vector<std::string> known;
    for (const structure::Assumption& assumption : structure::assumptions()) {
        known.push_back(assumption.name);
        if (assumption.name != name) continue;
        double value = 0.0;
        const std::string text = sign == std::string::npos ? "" : setting.substr(sign + 1);
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || failure != std::errc{} || end != text.data() + text.size() || !(value >= 0.0))
            throw WrongUse(
                compose("'{}' gives {} no number", {setting, name}), "write it as --set carbon_price=200000");
        assumptions.*assumption.value = value;
        return;
    }
    const auto meant = did_you_mean(name, known);
    throw WrongUse(
        compose("there is no assumption '{}'", {name}), meant.empty() ? "they are " + join(known, ", ") : meant);
}

}  // namespace

Answer centres(const CentresRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    structure::CentreAssumptions assumptions;
    for (const std::string& setting : request.settings) set_one(assumptions, setting);
    if (!request.output.empty()) refuse_filled_folder(request.output);
    const auto package = find_package(request.package, session.places);
    session.progress->stage({"Reading the package", "자료 읽기"}, 0.0);
    const dataset::Dataset data = dataset::load(package.folder);
    const structure::Basis basis = centres_basis(data, assumptions);
    if (request.rounds < 0) throw WrongUse("--rounds counts from 0", "such as --rounds 5");
    structure::AlternativeOptions options{.solver = {.relative_gap = wanted_gap}};
    options.with_sensitivity = request.rounds == 0;
    structure::Alternatives alternatives = structure::make_alternatives(basis, assumptions, options, *session.progress);
    std::optional<CentresRounds> rounds;
    if (request.rounds > 0) {
        rounds =
            run_rounds({&data, &basis, &assumptions, &alternatives, package.name}, options, request.rounds, session);
        assumptions = rounds->assumptions;
        options = rounds->options;
        options.with_sensitivity = true;
        alternatives = structure::make_alternatives(basis, assumptions, options, *session.progress);
    }

    Answer answer;
    answer.verb = "centres";
    answer.findings = data.findings();
    const CentresView view{&data, &basis, &assumptions, &alternatives, package.name};
    answer.result = centres_result(view);
    if (rounds) answer.result.set("rounds", rounds_result(*rounds));
    if (session.progress->is_cancelled()) {
        answer.status = Status::cancelled;
        answer.exit = Exit::cancelled;
        return answer;
    }
    if (!request.output.empty()) {
        session.progress->stage({"Writing the folder", "폴더 쓰기"}, 0.8);
        write_centres(request.output, view, answer.result, request.language.value_or(session.language));
        answer.result.set("folder", request.output.string());
    }
    answer.screen = centres_screen(view, request.output, session);
    if (rounds) answer.screen += rounds_screen(*rounds, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
