// Flows without a parameter: the radiation model (Simini and others 2012), with the correction for a finite country (Masucci
// and others 2013).
//
//     std::vector<double> flows = radiation(trips_out, population, kilometres);
//
// (S9) T_ij = O_i / (1 - m_i/M) · m_i m_j / ((m_i + s_ij)(m_i + m_j + s_ij)), s_ij the people nearer to i than j, without i and j.
// Only what leaves a unit meets it: rows sum to O_i, columns to what follows. Equal distances count as nearer in the order of units.
#pragma once

#include <vector>

namespace ecumene::structure {

std::vector<double> radiation(
    const std::vector<double>& origins, const std::vector<double>& people, const std::vector<double>& distance);

}  // namespace ecumene::structure
