#include "structure/centres/travel_outcome.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "core/text.hpp"
#include "structure/centres/centre_plan.hpp"

namespace ecumene::structure {
namespace {

constexpr double rail_from_km = 20.0;

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// Workers of each unit: jobs are the whole, spread over homes by people.
double workers_per_person(const Settlement& settlement) {
    return sum_of(settlement.jobs) / sum_of(settlement.people);
}

// Where the workers of a unit go, by unit: J_j exp(-beta km_ij), as shares.
std::vector<double> shares_of_work(const CentreCase& ask, const Settlement& settlement, std::size_t home, double beta) {
    std::vector<double> shares(ask.units.size(), 0.0);
    double sum = 0.0;
    for (std::size_t j = 0; j < shares.size(); ++j) {
        const double way = ask.kilometres[ask.place(home, j)];
        if (std::isfinite(way)) shares[j] = settlement.jobs[j] * std::exp(-beta * way);
        sum += shares[j];
    }
    for (double& share : shares) share = sum > 0.0 ? share / sum : 0.0;
    return shares;
}

double mean_way_to_work(const CentreCase& ask, const Settlement& settlement, double beta) {
    double kilometres = 0.0;
    for (std::size_t i = 0; i < ask.units.size(); ++i) {
        const std::vector<double> shares = shares_of_work(ask, settlement, i, beta);
        for (std::size_t j = 0; j < shares.size(); ++j)
            if (shares[j] > 0.0) kilometres += settlement.people[i] * shares[j] * ask.kilometres[ask.place(i, j)];
    }
    return kilometres / sum_of(settlement.people);
}

class Count {
public:
    Count(const CentreCase& ask, const TravelModes& modes, TravelOutcome& outcome)
        : ask_(ask), modes_(modes), out_(outcome) {
        out_.pkm_by_band.assign(modes.bands.size(), 0.0);
        out_.pkm_by_mode.assign(modes.names.size(), 0.0);
        out_.pkm_by_tier.assign(ask.tiers.size(), 0.0);
        out_.pkm_of_unit_and_mode.assign(ask.units.size() * modes.names.size(), 0.0);
        out_.minutes.assign(ask.units.size(), 0.0);
    }

    // Trips a year of people of `unit` over so many kilometres, one way. Returns person-kilometres.
    double add(std::size_t unit, double trips, double kilometres) {
        const double pkm = trips * kilometres;
        const std::size_t band = modes_.band_of(kilometres);
        out_.total_pkm += pkm;
        out_.pkm_by_band[band] += pkm;
        for (std::size_t m = 0; m < modes_.names.size(); ++m) {
            const double by_mode = pkm * modes_.bands[band].shares[m];
            out_.pkm_by_mode[m] += by_mode;
            out_.pkm_of_unit_and_mode[unit * modes_.names.size() + m] += by_mode;
            out_.carbon += by_mode * modes_.carbon_per_km[m];
            out_.money += by_mode * modes_.money_per_km[m];
        }
        return pkm;
    }

    void centres(const Settlement& settlement) {
        double trips_of_all = 0.0;
        for (const CentreTier& tier : ask_.tiers) trips_of_all += tier.trips;
        for (std::size_t h = 0; h < ask_.tiers.size(); ++h)
            for (std::size_t i = 0; i < ask_.units.size(); ++i) {
                const std::size_t nearest = nearest_of(i, settlement.centres[h]);
                const double minutes = ask_.minutes[ask_.place(i, nearest)];
                const bool is_reached = std::isfinite(minutes);
                if (trips_of_all > 0.0)
                    out_.minutes[i] +=
                        ask_.tiers[h].trips / trips_of_all * (is_reached ? minutes : ask_.unserved_minutes);
                if (!is_reached) continue;
                const double kilometres = ask_.kilometres[ask_.place(i, nearest)];
                const double pkm = add(i, settlement.people[i] * ask_.tiers[h].trips, kilometres);
                out_.pkm_by_tier[h] += pkm;
                if (h > 0 && kilometres >= rail_from_km) out_.long_centre_pkm += pkm;
            }
    }

    void commuting(const Settlement& settlement, double beta) {
        const double workers = workers_per_person(settlement);
        double commuters = 0.0, minutes = 0.0;
        for (std::size_t i = 0; i < ask_.units.size(); ++i) {
            const std::vector<double> shares = shares_of_work(ask_, settlement, i, beta);
            for (std::size_t j = 0; j < shares.size(); ++j) {
                if (!(shares[j] > 0.0)) continue;
                const double flow = workers * settlement.people[i] * shares[j];
                const std::size_t cell = ask_.place(i, j);
                out_.commuting_pkm += add(i, flow * ask_.commuting.trips, ask_.kilometres[cell]);
                commuters += flow;
                minutes += flow * ask_.minutes[cell];
            }
        }
        if (commuters > 0.0) out_.commuting_minutes = minutes / commuters;
    }

private:
    std::size_t nearest_of(std::size_t unit, const std::vector<std::size_t>& open) const {
        return *std::min_element(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
            return ask_.minutes[ask_.place(unit, a)] < ask_.minutes[ask_.place(unit, b)];
        });
    }

    const CentreCase& ask_;
    const TravelModes& modes_;
    TravelOutcome& out_;
};

void check(const CentreCase& ask, const TravelModes& modes, const Settlement& settlement) {
    if (const std::string fault = ask.complaint(); !fault.empty())
        throw Error(ErrorKind::input, "travel of a structure: " + fault);
    if (const std::string fault = modes.complaint(); !fault.empty())
        throw Error(ErrorKind::input, "travel of a structure: " + fault);
    const std::size_t units = ask.units.size();
    if (settlement.people.size() != units || settlement.jobs.size() != units ||
        settlement.centres.size() != ask.tiers.size())
        throw Error(ErrorKind::input, "travel of a structure: people, jobs and centres do not fit its units and tiers");
    for (std::size_t h = 0; h < ask.tiers.size(); ++h)
        if (settlement.centres[h].empty())
            throw Error(ErrorKind::input,
                compose("travel of a structure: there is no centre of the tier {}", {ask.tiers[h].name}));
}

}  // namespace

double deterrence_of_today(const CentreCase& ask, const Settlement& today, double mean_kilometres) {
    double low = 0.0, high = 2.0;
    if (mean_way_to_work(ask, today, low) < mean_kilometres || mean_way_to_work(ask, today, high) > mean_kilometres)
        throw Error(ErrorKind::input,
            compose("no strength of deterrence gives a mean way to work of {} km: between {} and {} km "
                    "can be had with these units",
                {mean_kilometres, mean_way_to_work(ask, today, high), mean_way_to_work(ask, today, low)}));
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = (low + high) / 2.0;
        (mean_way_to_work(ask, today, middle) > mean_kilometres ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

FlowTable commuting_of(const CentreCase& ask, const Settlement& settlement, double beta) {
    FlowTable flows(ask.units.size(), {.kind = "commuting",
                                          .unit = "person",
                                          .status = "modelled",
                                          .source = "homes, jobs and the mean way to work"});
    const double workers = workers_per_person(settlement);
    for (const Unit i : Set<Unit>(ask.units.size())) {
        const std::vector<double> shares = shares_of_work(ask, settlement, i.at(), beta);
        for (const Unit j : Set<Unit>(ask.units.size()))
            flows.set(i, j, workers * settlement.people[i.at()] * shares[j.at()]);
    }
    return flows;
}

// (S56) price of one more person in i: (J/P) trips sum_j s_ij c_ij; of one more job in j: sum_i O_i trips s_ij (c_ij - mean_i) / J_j.
CommutingPrices commuting_prices(const CentreCase& ask, const Settlement& settlement, double beta) {
    const std::size_t units = ask.units.size();
    const double workers = workers_per_person(settlement);
    CommutingPrices prices{std::vector<double>(units, 0.0), std::vector<double>(units, 0.0)};
    for (std::size_t i = 0; i < units; ++i) {
        const std::vector<double> shares = shares_of_work(ask, settlement, i, beta);
        std::vector<double> price(units, 0.0);
        double mean = 0.0;
        for (std::size_t j = 0; j < units; ++j) {
            if (!(shares[j] > 0.0)) continue;
            const std::size_t cell = ask.place(i, j);
            price[j] = ask.commuting.trips * ask.price_of_trip(ask.kilometres[cell], ask.minutes[cell]);
            mean += shares[j] * price[j];
        }
        prices.person[i] = workers * mean;
        for (std::size_t j = 0; j < units; ++j)
            if (shares[j] > 0.0)
                prices.job[j] += workers * settlement.people[i] * shares[j] * (price[j] - mean) / settlement.jobs[j];
    }
    return prices;
}

// (S53) person-kilometres = sum_h people_i trips_h km(i, nearest centre) + sum_ij O_i s_ij trips km_ij, s_ij = J_j exp(-beta km) as a
// share; (S54) carbon = sum over modes of the share at that distance times emission of a kilometre.
TravelOutcome travel_of(const CentreCase& ask, const TravelModes& modes, const Settlement& settlement, double beta) {
    check(ask, modes, settlement);
    TravelOutcome outcome;
    Count count(ask, modes, outcome);
    count.centres(settlement);
    if (ask.commuting.is_counted && sum_of(settlement.jobs) > 0.0) count.commuting(settlement, beta);
    const double people = sum_of(settlement.people);
    if (people > 0.0)
        outcome.mean_minutes =
            std::inner_product(outcome.minutes.begin(), outcome.minutes.end(), settlement.people.begin(), 0.0) / people;
    outcome.worst_off_minutes = mean_of_worst_off(outcome.minutes, settlement.people, ask.floor.share);
    return outcome;
}

}  // namespace ecumene::structure
