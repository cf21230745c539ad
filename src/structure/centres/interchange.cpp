#include "structure/centres/interchange.hpp"

#include <algorithm>

namespace ecumene::structure {
namespace {

constexpr double least_share_gained = 1e-9;  // relative; below it a swap is noise and could go round in circles

// The nearest and second nearest open site of each client, as places in `open`.
struct Service {
    std::vector<std::size_t> nearest;
    std::vector<double> first, second;
};

Service service_of(const PMedian& problem, const std::vector<std::size_t>& open) {
    Service service{std::vector<std::size_t>(problem.clients), std::vector<double>(problem.clients, infinite),
        std::vector<double>(problem.clients, infinite)};
    for (std::size_t i = 0; i < problem.clients; ++i)
        for (std::size_t k = 0; k < open.size(); ++k) {
            const double cost = problem.at(i, open[k]);
            if (cost < service.first[i]) {
                service.second[i] = service.first[i];
                service.first[i] = cost;
                service.nearest[i] = k;
            } else {
                service.second[i] = std::min(service.second[i], cost);
            }
        }
    return service;
}

struct Swap {
    std::size_t place{}, site{};
    double gain{};
};

// What the best swap that opens `site` saves: clients it attracts, less what those lose whose site closes.
Swap best_swap_for(const PMedian& problem, const Service& service, std::size_t site, std::vector<double>& loss) {
    std::fill(loss.begin(), loss.end(), 0.0);
    double attracted = 0.0;
    for (std::size_t i = 0; i < problem.clients; ++i) {
        const double cost = problem.at(i, site);
        if (cost < service.first[i])
            attracted += service.first[i] - cost;
        else
            loss[service.nearest[i]] += std::min(cost, service.second[i]) - service.first[i];
        // A client that the new site attracts loses nothing when its old one closes.
    }
    const auto least = std::min_element(loss.begin(), loss.end());
    return {static_cast<std::size_t>(least - loss.begin()), site, attracted - *least};
}

Swap best_swap(const PMedian& problem, const std::vector<std::size_t>& open) {
    const Service service = service_of(problem, open);
    std::vector<char> is_open(problem.sites, 0);
    for (const std::size_t site : open) is_open[site] = 1;
    std::vector<double> loss(open.size());
    Swap best;
    for (std::size_t site = 0; site < problem.sites; ++site) {
        if (is_open[site]) continue;
        const Swap swap = best_swap_for(problem, service, site, loss);
        if (swap.gain > best.gain) best = swap;
    }
    return best;
}

}  // namespace

double cost_of(const PMedian& problem, const std::vector<std::size_t>& open) {
    double total = 0.0;
    for (std::size_t i = 0; i < problem.clients; ++i) {
        double least = infinite;
        for (const std::size_t site : open) least = std::min(least, problem.at(i, site));
        total += least;
    }
    return total;
}

std::vector<std::size_t> nearest_open(const PMedian& problem, const std::vector<std::size_t>& open) {
    std::vector<std::size_t> served_by(problem.clients, open.front());
    for (std::size_t i = 0; i < problem.clients; ++i)
        for (const std::size_t site : open)
            if (problem.at(i, site) < problem.at(i, served_by[i])) served_by[i] = site;
    return served_by;
}

Opening interchange(const PMedian& problem, std::vector<std::size_t> open) {
    double cost = cost_of(problem, open);
    for (;;) {
        const Swap swap = best_swap(problem, open);
        if (!(swap.gain > least_share_gained * (1.0 + cost))) break;
        open[swap.place] = swap.site;
        cost = cost_of(problem, open);
    }
    std::sort(open.begin(), open.end());
    return {std::move(open), cost};
}

}  // namespace ecumene::structure
