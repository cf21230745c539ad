// Which results the package allows, and which tables would unlock the others.
//
//     for (const Unlockable& u : unlockable_results(data)) u.is_there ? ... : u.missing;   // "tables/energy_balance.csv: ..."
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"

namespace ecumene::diagnosis {

struct MissingTable {
    std::string table;  // tables/gva.csv
    Bilingual what;     // the rows or columns it would need
};

struct Unlockable {
    std::string result;  // growth, per_head, kaya_region, kaya_sector, consumption_ledger, heat_ledger, gpc, ...
    Bilingual name;
    bool is_there{};
    std::vector<MissingTable> missing;  // all of them would be needed; empty if it is there
};

std::vector<Unlockable> unlockable_results(const dataset::Dataset& data);
Frame unlock_table(const std::vector<Unlockable>& results);  // result, is_there, table, what_en, what_ko

}  // namespace ecumene::diagnosis
