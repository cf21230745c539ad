// Everything the diagnosis has to say about a package, in one value.
//
//     const FullDiagnosis d = diagnose_fully(data, {.grouping = "capital", .coverage = Coverage::gross});
//     d.ledgers.chain, d.movement.changes, d.inequality.years, d.typology.types
//     for (const Frame& table : tables_of(d)) ...              // every chart has its table
//
// What cannot be said is blank with a reason, and `unlock` names the table that would. Units: see each part.
#pragma once

#include <vector>

#include "core/frame.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/change/movement.hpp"
#include "diagnosis/condition/indicators.hpp"
#include "diagnosis/condition/typology.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/ledgers/two_ledgers.hpp"
#include "diagnosis/spread/inequality_path.hpp"
#include "diagnosis/trees/sector_accounts.hpp"
#include "diagnosis/unlock.hpp"

namespace ecumene::diagnosis {

struct FullDiagnosis {
    Profile profile;
    TwoLedgers ledgers;
    SectorAccounts sectors;
    Movement movement;
    InequalityPath inequality;
    Conditions conditions;
    Typology typology;
    std::vector<Unlockable> unlock;
};

// Throws as profile() does.
FullDiagnosis diagnose_fully(const dataset::Dataset& data, const Request& request);

// Named as the run's tables: diagnosis_series, diagnosis_ledgers, diagnosis_ledger_chain, diagnosis_kaya, ...
std::vector<Frame> tables_of(const FullDiagnosis& diagnosis);

}  // namespace ecumene::diagnosis
