#include "structure/access/equity.hpp"

#include <numeric>

#include "core/error.hpp"
#include "structure/centres/centre_plan.hpp"

namespace ecumene::structure {

AccessEquity access_equity(const std::vector<double>& access, const std::vector<double>& people,
    const std::vector<std::size_t>& group, double share) {
    if (people.size() != access.size() || (!group.empty() && group.size() != access.size()))
        throw Error(ErrorKind::input, "access: people and groups need one value for each unit");
    std::vector<Holding> holdings;
    std::vector<double> lack;  // the least access is the greatest lack
    for (std::size_t i = 0; i < access.size(); ++i) {
        holdings.push_back({.value = access[i], .people = people[i], .group = group.empty() ? 0 : group[i]});
        lack.push_back(-access[i]);
    }
    const double all = std::accumulate(people.begin(), people.end(), 0.0);
    AccessEquity equity;
    if (all > 0.0) equity.mean = std::inner_product(access.begin(), access.end(), people.begin(), 0.0) / all;
    equity.worst_off = -mean_of_worst_off(lack, people, share);
    equity.gini = gini(holdings);
    equity.theil = theil(holdings);
    return equity;
}

}  // namespace ecumene::structure
