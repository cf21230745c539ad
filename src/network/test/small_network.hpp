// Networks written down in the test: one text for each file, read and solved as a user's would be.
//
//     SmallNetwork small;
//     small.file("buses.csv", "name\nA\n").snapshots(2);
//     const Solved solved = small.solve();
#pragma once

#include <string>

#include "core/findings.hpp"
#include "files/test/scratch_folder.hpp"
#include "network/network.hpp"
#include "solver/certificate.hpp"
#include "solver/solution.hpp"

namespace ecumene::network {

struct Solved {
    Network network;
    solver::Solution solution;
    solver::Certificate certificate;
    double constant{};

    double objective() const { return solution.objective; }
    // Of the item's series of results, in a snapshot.
    double level(
        const std::string& list, const std::string& attribute, const std::string& item, int snapshot = 0) const;
    double figure(const std::string& list, const std::string& attribute, const std::string& item) const;
};

Solved solve(const Network& network);

class SmallNetwork {
public:
    SmallNetwork& file(const std::string& name, const std::string& text);
    // So many, each of the weight in the objective, for stores and for generators.
    SmallNetwork& snapshots(int count, double weight = 1.0);
    std::filesystem::path folder() const { return scratch_.path() / "network"; }

    Network read(Findings& findings) const;
    // Fails the test where the network has errors or no certified optimum.
    Solved solve() const;
    // The one error there is, as one line.
    std::string complaint() const;

private:
    files::ScratchFolder scratch_;
};

}  // namespace ecumene::network
