#include "diagnosis/change/shift_share.hpp"

#include "core/error.hpp"
#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::diagnosis {
namespace {

std::vector<double> sums_by_industry(const std::vector<double>& values, std::size_t industries) {
    std::vector<double> sums(industries, 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) sums[i % industries] += values[i];
    return sums;
}

double sum_of(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return sum;
}

// Growth of every industry in the nation, and of the nation; a rate that is not there is told by `has`.
struct Growths {
    double nation{};
    std::vector<double> industry;
    std::vector<bool> has;
};

Growths growths_of(const IndustryPanel& panel) {
    const auto first = sums_by_industry(panel.first, panel.industries.size());
    const auto last = sums_by_industry(panel.last, panel.industries.size());
    Growths growths;
    const double all = sum_of(first);
    growths.nation = all > 0.0 ? sum_of(last) / all - 1.0 : 0.0;
    for (std::size_t s = 0; s < first.size(); ++s) {
        growths.has.push_back(first[s] > 0.0);
        growths.industry.push_back(first[s] > 0.0 ? last[s] / first[s] - 1.0 : 0.0);
    }
    return growths;
}

void add_industry(double first, double last, std::size_t s, const Growths& growths, ShiftShare& to) {
    to.change += last - first;
    if (!growths.has[s]) {
        to.own += last;
        to.without_base += last;
        return;
    }
    to.nation += first * growths.nation;
    to.mix += first * (growths.industry[s] - growths.nation);
    to.own += last - first * (1.0 + growths.industry[s]);
}

}  // namespace

std::vector<ShiftShare> shift_share(const IndustryPanel& panel) {
    const std::size_t industries = panel.industries.size();
    const std::size_t cells = panel.regions.size() * industries;
    if (panel.first.size() != cells || panel.last.size() != cells)
        throw Error(ErrorKind::internal, compose("a panel of {} regions and {} industries needs {} cells",
                                             {panel.regions.size(), industries, cells}));
    const Growths growths = growths_of(panel);
    std::vector<ShiftShare> result(panel.regions.size());
    for (std::size_t r = 0; r < panel.regions.size(); ++r)
        for (std::size_t s = 0; s < industries; ++s)
            add_industry(panel.first[r * industries + s], panel.last[r * industries + s], s, growths, result[r]);
    return result;
}

std::vector<double> location_quotient(const std::vector<double>& values, std::size_t regions, std::size_t industries) {
    const auto nation = sums_by_industry(values, industries);
    const double all = sum_of(nation);
    std::vector<double> quotients(values.size(), blank);
    for (std::size_t r = 0; r < regions; ++r) {
        double own = 0.0;
        for (std::size_t s = 0; s < industries; ++s) own += values[r * industries + s];
        for (std::size_t s = 0; s < industries; ++s)
            if (own > 0.0 && nation[s] > 0.0)
                quotients[r * industries + s] = values[r * industries + s] / own / (nation[s] / all);
    }
    return quotients;
}

}  // namespace ecumene::diagnosis
