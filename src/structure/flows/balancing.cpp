#include "structure/flows/balancing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::structure {
namespace {

void refuse_unequal_sums(const std::vector<double>& origins, const std::vector<double>& destinations) {
    const double leaving = std::accumulate(origins.begin(), origins.end(), 0.0);
    const double arriving = std::accumulate(destinations.begin(), destinations.end(), 0.0);
    if (std::abs(leaving - arriving) > 1e-9 * std::max(leaving, arriving))
        throw Error(ErrorKind::input,
            compose("what leaves ({}) and what arrives ({}) in all units are not the same", {leaving, arriving}));
}

double factor(double wanted, double reached, const char* side, std::size_t unit) {
    if (wanted <= 0.0) return 0.0;
    if (reached <= 0.0)
        throw Error(ErrorKind::input,
            compose("unit {} has {} to {}, and no other unit can be reached", {unit + 1, wanted, side}));
    return wanted / reached;
}

}  // namespace

Balanced balance(const std::vector<double>& weights, const std::vector<double>& origins,
    const std::vector<double>& destinations, const BalanceOptions& options, const Balanced* start) {
    refuse_unequal_sums(origins, destinations);
    const std::size_t n = origins.size();
    Balanced b;
    b.rows.assign(n, 1.0);
    b.columns = start != nullptr ? start->columns : std::vector<double>(destinations.size(), 1.0);
    std::vector<double> arriving(destinations.size());
    for (b.rounds = 0; b.rounds < options.rounds; ++b.rounds) {
        std::fill(arriving.begin(), arriving.end(), 0.0);
        b.error = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            const double* row = weights.data() + i * arriving.size();
            const double reached = std::inner_product(b.columns.begin(), b.columns.end(), row, 0.0);
            if (b.rounds > 0 && origins[i] > 0.0)
                b.error = std::max(b.error, std::abs(b.rows[i] * reached / origins[i] - 1.0));
            b.rows[i] = factor(origins[i], reached, "send", i);
            for (std::size_t j = 0; j < arriving.size(); ++j) arriving[j] += b.rows[i] * row[j];
        }
        if (b.rounds > 0 && b.error <= options.tolerance) break;
        for (std::size_t j = 0; j < arriving.size(); ++j)
            b.columns[j] = factor(destinations[j], arriving[j], "receive", j);
    }
    return b;
}

}  // namespace ecumene::structure
