// How much each input matters: the change of the objective for +10 % of it, first order, from shadow prices.
#pragma once

#include <map>
#include <string>

#include "core/frame.hpp"
#include "dataset/dataset.hpp"
#include "planning/tables/answer.hpp"

namespace ecumene::planning {

class Sensitivity {
public:
    void add(const Answer& answer);
    // With the share of the input's rows that are estimated, modelled or assumed.
    Frame table(const dataset::Dataset& data, double objective) const;

private:
    struct Line {
        double change{};     // MKRW, discounted, for +10 %
        std::string source;  // package table the input stands in
        std::string key;     // text the table's rows are filtered by; empty: all rows
    };
    void book(const std::string& input, const char* table, const std::string& key, double change);
    void add_technologies(const Answer& a);
    void add_demand(const Answer& a);
    void add_policies(const Answer& a);

    std::map<std::string, Line> lines_;
};

}  // namespace ecumene::planning
