#include "network/test/small_network.hpp"

#include "network/network_model.hpp"
#include "network/read_network.hpp"
#include "network/results.hpp"
#include "solver/solve.hpp"

namespace ecumene::network {

double Solved::level(
    const std::string& list, const std::string& attribute, const std::string& item, int snapshot) const {
    return network[list].profile(attribute)(*network[list].find(item), Snapshot{snapshot});
}

double Solved::figure(const std::string& list, const std::string& attribute, const std::string& item) const {
    return network[list].numbers(attribute)[network[list].find(item)->at()];
}

Solved solve(const Network& network) {
    const auto model = build_model(network);
    Solved solved{.network = {}, .solution = solver::solve(model.problem, {.relative_gap = 1e-9}), .certificate = {}};
    solved.certificate = solver::certify(model.problem, solved.solution);
    EXPECT_EQ(solved.solution.termination.reason, solver::Reason::optimal) << solved.solution.termination.detail;
    EXPECT_TRUE(solved.certificate.holds(1e-6));
    solved.constant = model.constant;
    if (solved.solution.has_values()) solved.network = with_results(network, model, solved.solution);
    return solved;
}

SmallNetwork& SmallNetwork::file(const std::string& name, const std::string& text) {
    scratch_.put("network/" + name, text);
    return *this;
}

SmallNetwork& SmallNetwork::snapshots(int count, double weight) {
    std::string text = ",snapshot,objective,stores,generators\n";
    for (int t = 0; t < count; ++t) {
        const auto number = std::to_string(t), each = std::to_string(weight);
        text += number + "," + number + "," + each + "," + each + "," + each + "\n";
    }
    return file("snapshots.csv", text);
}

Network SmallNetwork::read(Findings& findings) const {
    return read_network(folder(), findings);
}

Solved SmallNetwork::solve() const {
    Findings findings;
    const auto network = read(findings);
    EXPECT_FALSE(findings.has_errors()) << (findings.all().empty() ? "" : describe(findings.all().front()));
    return network::solve(network);
}

std::string SmallNetwork::complaint() const {
    Findings findings;
    read(findings);
    EXPECT_EQ(findings.count(Severity::error), 1U);
    for (const auto& finding : findings.all())
        if (finding.severity == Severity::error) return describe(finding);
    return {};
}

}  // namespace ecumene::network
