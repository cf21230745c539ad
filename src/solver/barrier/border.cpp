#include "solver/barrier/border.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr std::int64_t many_in_column = 40;  // entries; squared they would fill a block of 40 x 40
constexpr std::int64_t hub = 64;             // entries and variable bounds of a capacity that touches a whole year
constexpr std::int64_t hub_row = 4000;       // entries of a row that touches a whole year of hours
constexpr std::int32_t most_free_columns = 2000;

struct Uses {
    std::vector<std::int64_t> terms, variable_bounds;
};

Uses count_uses(const StandardForm& form) {
    Uses uses;
    uses.terms.assign(form.cost.size(), 0);
    uses.variable_bounds.assign(form.cost.size(), 0);
    for (std::int32_t t = 0; t < form.terms.size(); ++t) {
        ++uses.terms[form.terms.column[t]];
        if (form.terms.is_variable_bound(t)) ++uses.variable_bounds[form.terms.share(t).capacity];
    }
    return uses;
}

}  // namespace

Border choose_border(const StandardForm& form) {
    const Uses uses = count_uses(form);
    Border border;
    border.node_of.assign(form.cost.size(), -1);
    for (std::int32_t i = 0; i < form.a.rows; ++i) border.tier.push_back(form.by_rows.count(i) >= hub_row ? 1 : 0);
    std::int32_t free_columns = 0;
    for (std::int32_t j = 0; j < form.a.columns; ++j) {
        const std::int64_t bounds = uses.variable_bounds[j];
        // A column without any bound has no weight to divide by.
        const bool is_free = uses.terms[j] == 0 && bounds == 0 && ++free_columns <= most_free_columns;
        if (bounds == 0 && form.a.count(j) <= many_in_column && !is_free) continue;
        border.node_of[j] = form.a.rows + static_cast<std::int32_t>(border.columns.size());
        border.columns.push_back(j);
        border.tier.push_back(form.a.count(j) + bounds >= hub || is_free ? 1 : 0);
    }
    return border;
}

}  // namespace ecumene::solver::barrier
