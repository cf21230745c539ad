#include "structure/centres/centre_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/error.hpp"
#include "structure/centres/centre_model.hpp"

namespace ecumene::structure {
namespace {

class Reader {
public:
    Reader(const CentreCase& ask, const CentreSets& sets, const CentreVariables& v, const std::vector<double>& values)
        : ask_(ask), sets_(sets), v_(v), values_(values) {}

    void read(CentrePlan& plan) const {
        for (const Place i : Set<Place>(ask_.units.size())) {
            plan.people.push_back(value(v_.people(i)));
            plan.jobs.push_back(value(v_.jobs(i)));
            plan.minutes.push_back(minutes_of(i));
        }
        for (std::size_t tier = 0; tier < ask_.tiers.size(); ++tier) {
            plan.centres.push_back(centres_of(tier));
            plan.serves.emplace_back();
            for (const Place i : Set<Place>(ask_.units.size()))
                plan.serves.back().push_back(server_of(sets_.needs_of[i.at()][tier]));
        }
    }

private:
    template <Dim D>
    double value(lp::Variable<D> variable) const {
        return values_[static_cast<std::size_t>(variable.column)];
    }
    std::vector<std::size_t> centres_of(std::size_t tier) const {
        std::vector<std::size_t> open;
        for (const Site s : sets_.sites_of_tier[tier])
            if (value(v_.is_open(s)) > 0.5) open.push_back(sets_.sites[s.at()].place.at());
        return open;
    }
    std::optional<std::size_t> server_of(Need need) const {
        std::optional<std::size_t> server;
        double most = 1e-6;
        for (const Route r : sets_.needs[need.at()].routes)
            if (value(v_.share(r)) > most) {
                most = value(v_.share(r));
                server = sets_.sites[sets_.routes[r.at()].site.at()].place.at();
            }
        return server;
    }
    double minutes_of(Place place) const {
        const double trips = trips_of_all(ask_);
        double minutes = 0.0;
        for (const Need n : sets_.needs_of[place.at()]) {
            double of_tier = ask_.unserved_minutes * value(v_.unserved(n));
            for (const Route r : sets_.needs[n.at()].routes)
                of_tier += sets_.routes[r.at()].minutes * value(v_.share(r));
            minutes += trips > 0.0 ? ask_.tiers[sets_.needs[n.at()].tier].trips / trips * of_tier : 0.0;
        }
        return minutes;
    }

    const CentreCase& ask_;
    const CentreSets& sets_;
    const CentreVariables& v_;
    const std::vector<double>& values_;
};

}  // namespace

double CentrePlan::relative_gap() const {
    return std::max(0.0, objective - bound) / std::max(std::abs(objective), 1e-9);
}

double mean_of_worst_off(const std::vector<double>& minutes, const std::vector<double>& people, double share) {
    std::vector<std::size_t> order(minutes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return minutes[a] > minutes[b]; });
    const double wanted = share * std::accumulate(people.begin(), people.end(), 0.0);
    double counted = 0.0, sum = 0.0;
    for (const std::size_t i : order) {
        const double taken = std::min(people[i], wanted - counted);
        counted += taken;
        sum += taken * minutes[i];
    }
    return counted > 0.0 ? sum / counted : 0.0;
}

CentrePlan choose_centres(const CentreCase& ask, const CentreOptions& options, Progress& progress) {
    if (const std::string fault = ask.complaint(); !fault.empty())
        throw Error(ErrorKind::input, "choosing centres: " + fault);
    const CentreSets sets(ask);
    CentreModel model(ask, sets);
    const CentreVariables variables = model.variables();
    const lp::Problem problem = std::move(model).finish();
    const solver::Solution solution = solver::solve(problem, options.solver, progress);

    CentrePlan plan;
    plan.termination = solution.termination;
    plan.backend = solution.backend;
    plan.rows = problem.rows();
    plan.columns = problem.columns();
    plan.binaries = static_cast<std::int64_t>(sets.sites.size());
    plan.objective = solution.objective;
    plan.bound = solution.bound;
    if (!solution.has_values()) return plan;
    Reader(ask, sets, variables, solution.values).read(plan);
    std::vector<double> today;
    for (const CentreUnit& unit : ask.units) today.push_back(unit.people.today);
    plan.worst_off_minutes = mean_of_worst_off(plan.minutes, today, ask.floor.share);
    return plan;
}

}  // namespace ecumene::structure
