// The same emissions twice: where they are released, and where the power and heat they made are used.
//
//     const TwoLedgers l = two_ledgers(data, {.grouping = "capital", .last_year = 2018});
//     for (const RatioStep& s : l.chain) s.ratio;         // 3.29 by production, 2.55 with the national mix, ...
//     l.groups[0].at("average_mix")                        // tCO2eq
//
// Units: tCO2eq, MWh, tCO2eq/person. Reads tables energy_balance (made, used, emissions, fossil by region and year) and
// energy_flows (observed exchange; without it the exchange is inferred from balances and says so). Both ledgers add up to
// the same nation. A carrier the package has no balance for (heat, in Korea) is a named gap, never zero.
// Only power and heat move: goods and services embodied in trade do not.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"

namespace ecumene::diagnosis {

// The names of the ledgers, in this order wherever all are shown: production, national_mix, average_mix, marginal, given.
// Another than production is there only where the package allows it; "given" are consumption rows of tables/emissions.csv.
struct LedgerName {
    std::string id;
    Bilingual name, meaning;
};
const std::vector<LedgerName>& ledger_names();

struct LedgerPlace {
    std::string code;
    Bilingual name;
    double people{blank};
    double made{blank}, used{blank};          // MWh; use raised to supply
    double power_emissions{blank};            // tCO2eq released by making it here
    std::map<std::string, double> emissions;  // ledger -> tCO2eq
    std::string status;                       // of production
    std::string moved_status;                 // of what moves: modelled, or weaker if what it rests on is (D10)
    std::string given_status;                 // of the package's own consumption rows
    const std::string& status_of(const std::string& ledger) const;
    double at(const std::string& ledger) const;        // blank if not there
    double per_head(const std::string& ledger) const;  // tCO2eq/person
    double net_import() const { return used - made; }  // MWh
};

// One link of the chain from one ledger to the next.
struct RatioStep {
    std::string ledger;
    Bilingual text;  // what was moved, with its figures
    std::string higher, lower;
    double per_head_higher{blank}, per_head_lower{blank};  // tCO2eq/person
    double ratio{blank};
    double moved{};  // tCO2eq that changed side against production
    std::string status;
    double published{blank};  // where a published figure exists
    Bilingual reason;         // of the difference to it
};

struct LedgerYear {
    int year{};
    std::map<std::string, double> ratio;  // ledger -> higher over lower, the same two groups as in the chain
};

struct TwoLedgers {
    int year{};
    std::string coverage;
    std::vector<LedgerPlace> regions, groups;
    LedgerPlace all;
    std::vector<RatioStep> chain;
    std::vector<LedgerYear> over_time;  // every year that allows more than production
    Frame moved;                        // origin, destination, ledger, year, energy (MWh), emissions (tCO2eq), status
    bool is_exchange_observed{};
    std::vector<Bilingual> notes;
    std::vector<Gap> gaps;
    std::vector<std::string> sources;
    bool has_consumption() const { return chain.size() > 1; }

    Frame table() const;  // place, level, ledger, year, emissions, per_head, made, used, power_emissions, status
    Frame chain_table() const;
    Frame years_table() const;  // year, ledger, ratio
};

// last_year 0: the last year with both emissions and a balance; without any, production alone and gaps that say why.
TwoLedgers two_ledgers(const dataset::Dataset& data, const Request& request);

}  // namespace ecumene::diagnosis
