// A plan small enough to add up by hand: two regions, two years, one kept day of two steps.
#pragma once

#include <map>
#include <string>

#include "output/report.hpp"

namespace ecumene::output {

class SmallWorld {
public:
    SmallWorld();
    ReportInput input() const;
    Frame& table(const std::string& name) { return plan_.at(name); }

private:
    std::map<std::string, Frame, std::less<>> package_, plan_;
};

}  // namespace ecumene::output
