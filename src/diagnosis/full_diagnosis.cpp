#include "diagnosis/full_diagnosis.hpp"

namespace ecumene::diagnosis {

FullDiagnosis diagnose_fully(const dataset::Dataset& data, const Request& request) {
    FullDiagnosis d;
    d.profile = profile(data, request);
    d.ledgers = two_ledgers(data, request);
    d.sectors = sector_accounts(data, request);
    d.movement = movement_of(data, request);
    d.inequality = inequality_path(data, request);
    d.conditions = conditions_of(data, request);
    d.typology = typology_of(d.conditions);
    d.unlock = unlockable_results(data);
    return d;
}

std::vector<Frame> tables_of(const FullDiagnosis& d) {
    std::vector<Frame> tables = {d.profile.series, d.profile.intensity, d.ledgers.table(), d.ledgers.chain_table(),
        d.ledgers.years_table(), d.ledgers.moved, d.sectors.table, d.sectors.gpc_table(), d.movement.kaya_table(),
        d.movement.kaya_parts_table(), d.movement.decoupling_table(), d.movement.shift_share_table(),
        d.movement.quotients, d.inequality.table(), d.inequality.local_table(), d.inequality.lorenz,
        d.conditions.table(), d.conditions.indicator_table(), d.typology.table(), d.typology.counts_table(),
        unlock_table(d.unlock)};
    std::vector<Frame> kept;
    for (auto& table : tables)
        if (table.rows() > 0) kept.push_back(std::move(table));
    return kept;
}

}  // namespace ecumene::diagnosis
