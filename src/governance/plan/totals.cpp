#include "governance/plan/totals.hpp"

#include <algorithm>

namespace ecumene::governance {

SectorSum sum_of_sectors(const PlanDocument& plan, const Amounts& amounts, Series series, int year, Coverage coverage) {
    SectorSum sum;
    double value = 0.0;
    for (const auto& sector : plan.sectors) {
        if (coverage == Coverage::gross && sector.role != Role::emission) continue;
        const auto place = amounts.place_of(sector.sector);
        if (!place || amounts.row(series, *place, year) == 0) continue;
        const double figure = amounts.at(series, *place, year);
        ++sum.sectors;
        if (is_blank(figure))
            sum.has_blank = true;
        else
            value += figure;
    }
    if (sum.sectors > 0 && !sum.has_blank) sum.value = value;
    return sum;
}

double total_of(const PlanDocument& plan, const Amounts& amounts, Series series, int year, Coverage coverage) {
    const double stated = amounts.at(series, coverage == Coverage::gross ? total_gross : total_net, year);
    return is_blank(stated) ? sum_of_sectors(plan, amounts, series, year, coverage).value : stated;
}

double total_of(const PlanDocument& plan, Series series, int year, Coverage coverage) {
    return total_of(plan, plan.emissions, series, year, coverage);
}

double cut_between(double base, double target) {
    return is_blank(base) || is_blank(target) || base <= 0.0 ? blank : 1.0 - target / base;
}

double FourBases::at(Coverage base_basis, Coverage target_basis) const {
    return cut_between(base[static_cast<std::size_t>(base_basis)], target[static_cast<std::size_t>(target_basis)]);
}

bool FourBases::is_complete() const {
    return !is_blank(base[0]) && !is_blank(base[1]) && !is_blank(target[0]) && !is_blank(target[1]);
}

FourBases four_bases(const PlanDocument& plan, int base_year, int year) {
    FourBases cuts{.base_year = base_year, .year = year};
    for (const auto coverage : {Coverage::gross, Coverage::net}) {
        cuts.base[static_cast<std::size_t>(coverage)] = total_of(plan, Series::history, base_year, coverage);
        cuts.target[static_cast<std::size_t>(coverage)] = total_of(plan, Series::target, year, coverage);
    }
    return cuts;
}

double rounding_slack(const Basis& basis, std::size_t figures) {
    constexpr double least = 0.5;  // tCO2eq: a plan in whole tonnes
    return std::max(least, 0.5 * basis.rounding * static_cast<double>(figures + 1));
}

}  // namespace ecumene::governance
