#include "diagnosis/spread/autocorrelation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace ecumene::diagnosis {
namespace {

constexpr std::size_t fewest_values = 4;
constexpr double rounding_of_draws = 1e-12;  // the same values summed in another order are a tie

using Random = std::mt19937_64;

// A position below `count`, the same on every machine (std::uniform_int_distribution is not). The bias is below 1e-15.
std::size_t draw(Random& random, std::size_t count) {
    return static_cast<std::size_t>(random() % count);
}

std::vector<double> deviations(std::span<const double> values) {
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    std::vector<double> z;
    for (const double value : values) z.push_back(value - mean);
    return z;
}

double squares(const std::vector<double>& z) {
    double sum = 0.0;
    for (const double d : z) sum += d * d;
    return sum;
}

double weight_of(const Neighbourhood& near) {
    double sum = 0.0;
    for (const auto& row : near.weights)
        for (const auto& [place, weight] : row) sum += weight;
    return sum;
}

double lag(const Neighbourhood& near, std::size_t i, const std::vector<double>& z) {
    double sum = 0.0;
    for (const auto& [place, weight] : near.weights[i]) sum += weight * z[place];
    return sum;
}

// (D25)
double global_index(const Neighbourhood& near, const std::vector<double>& z, double sum_of_squares, double weight) {
    double products = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) products += z[i] * lag(near, i, z);
    return static_cast<double>(z.size()) / weight * products / sum_of_squares;
}

// Draws as far out as what was found, on either side; a draw that equals it counts on both.
class Tails {
public:
    Tails(double found, double rounding) : found_(found), rounding_(rounding) {}

    void count(double drawn) {
        if (drawn >= found_ - rounding_) ++above_;
        if (drawn <= found_ + rounding_) ++below_;
        ++draws_;
    }

    // Two-sided, as the side is chosen after looking; what was found counts as one draw.
    double p() const { return std::min(1.0, 2.0 * (1.0 + std::min(above_, below_)) / (1.0 + draws_)); }

private:
    double found_, rounding_;
    int above_{}, below_{}, draws_{};
};

double global_p(
    const Neighbourhood& near, std::vector<double> z, double index, double weight, int draws, Random& random) {
    const double sum_of_squares = squares(z);
    Tails tails(index, rounding_of_draws);
    for (int n = 0; n < draws; ++n) {
        for (std::size_t i = z.size() - 1; i > 0; --i) std::swap(z[i], z[draw(random, i + 1)]);
        tails.count(global_index(near, z, sum_of_squares, weight));
    }
    return tails.p();
}

// The value of the place stays where it is, the others are dealt to its neighbours (Anselin 1995).
double local_p(
    const Neighbourhood& near, const std::vector<double>& z, std::size_t i, double found, int draws, Random& random) {
    std::vector<double> others;
    for (std::size_t j = 0; j < z.size(); ++j)
        if (j != i) others.push_back(z[j]);
    const auto& row = near.weights[i];
    Tails tails(found, rounding_of_draws * squares(z));
    for (int n = 0; n < draws; ++n) {
        double lagged = 0.0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            std::swap(others[k], others[k + draw(random, others.size() - k)]);
            lagged += row[k].second * others[k];
        }
        tails.count(z[i] * lagged);
    }
    return tails.p();
}

Quadrant quadrant_of(double own, double around) {
    if (own >= 0.0) return around >= 0.0 ? Quadrant::high_high : Quadrant::high_low;
    return around >= 0.0 ? Quadrant::low_high : Quadrant::low_low;
}

// (D26)
LocalMoran local_index(
    const Neighbourhood& near, const std::vector<double>& z, std::size_t i, int draws, Random& random) {
    LocalMoran local;
    if (near.weights[i].empty()) return local;
    const double around = lag(near, i, z);
    local.index = z[i] * around / (squares(z) / static_cast<double>(z.size()));
    local.quadrant = quadrant_of(z[i], around);
    if (draws > 0) local.p = local_p(near, z, i, z[i] * around, draws, random);
    return local;
}

Bilingual refusal_of(std::span<const double> values, const Neighbourhood& near) {
    if (values.size() != near.size() || values.size() < fewest_values)
        return {"fewer than four regions have a figure", "값이 있는 지역이 넷 미만임"};
    if (!std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }))
        return {"a region has no figure", "값이 없는 지역이 있음"};
    if (!(squares(deviations(values)) > 0.0)) return {"all regions have the same figure", "모든 지역의 값이 같음"};
    if (!(weight_of(near) > 0.0)) return {"no region has a neighbour", "이웃한 지역이 없음"};
    return {};
}

}  // namespace

const char* id_of(Quadrant quadrant) {
    constexpr const char* ids[] = {"high_high", "low_low", "high_low", "low_high", "island"};
    return ids[static_cast<std::size_t>(quadrant)];
}

Moran moran(std::span<const double> values, const Neighbourhood& neighbourhood, const MoranOptions& options) {
    Moran result;
    result.reason = refusal_of(values, neighbourhood);
    if (!result.reason.en.empty()) return result;
    const auto z = deviations(values);
    const double weight = weight_of(neighbourhood);
    result.index = global_index(neighbourhood, z, squares(z), weight);
    result.expected = -1.0 / (static_cast<double>(values.size()) - 1.0);
    Random random(options.seed);
    if (options.permutations > 0)
        result.p = global_p(neighbourhood, z, result.index, weight, options.permutations, random);
    for (std::size_t i = 0; i < z.size(); ++i)
        result.local.push_back(local_index(neighbourhood, z, i, options.permutations, random));
    return result;
}

}  // namespace ecumene::diagnosis
