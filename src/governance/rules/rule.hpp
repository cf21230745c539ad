// What a rule is: a function that looks at a set of plans and says where they do not agree.
//
//     void sectors_add_up(const RuleRun& run, RuleFindings& out) {
//         for (const auto& plan : run.plans.plans()) ... out.find(plan, {"emissions.csv", row, "value"}, {en, ko}, {en, ko});
//     }
//
// A rule knows its id only through the run, reads its numbers from the version in force and never from the code, and says each
// thing once: for a sector or measure that breaks it in many years it names the worst year and how many there are.
#pragma once

#include <string>
#include <vector>

#include "governance/plan/plan_set.hpp"
#include "governance/plan/roll_up.hpp"
#include "governance/rules/rule_book.hpp"

namespace ecumene::governance {

inline constexpr const char* measures_table = "measures.csv";

struct RulePlace {
    std::string table;  // file of the plan
    std::size_t row{};
    std::string column;
    std::string item{};  // sector, measure, target ... that a suppression may name
};

struct RuleFinding {
    std::string rule;
    Severity severity{Severity::error};
    Force force{Force::recommended};
    std::size_t plan{};
    RulePlace place;
    Bilingual message, remedy;
    double figure{blank};  // by how much, in `unit`
    std::string unit;
    int year{};                      // of the figure; 0: none
    std::string suppressed_because;  // empty: not suppressed
    std::string suppressed_by;
    bool is_suppressed() const { return !suppressed_because.empty(); }
};

struct RuleRun {
    const PlanSet& plans;
    const RollUp& sums;
    const RuleBook& book;
    const RuleVersion& version;
    std::string rule;
    Date day{};
};

struct Measured {
    double figure{blank};
    std::string unit;
    int year{};
};

class RuleFindings {
public:
    RuleFindings(const RuleRun& run, std::vector<RuleFinding>& into) : run_(run), into_(into) {}

    // With the severity and force of the version in force.
    void find(std::size_t plan, RulePlace place, Bilingual message, Bilingual remedy, Measured measured = {});
    // Something milder, such as what could not be judged.
    void find(std::size_t plan, Severity severity, Force force, RulePlace place, Bilingual message, Bilingual remedy,
        Measured measured = {});

private:
    const RuleRun& run_;
    std::vector<RuleFinding>& into_;
};

using RuleFunction = void (*)(const RuleRun& run, RuleFindings& out);

// --- words the rules share ------------------------------------------------------------------------------------------------

// "1.25 Mt", "1.25백만 t"; thousand tonnes and tonnes below that.
Bilingual amount_words(double tonnes);
// "40.0 %" of a share of 1.
std::string percent_words(double share);
// Name of a sector of the plan, the whole and the totals included.
Bilingual sector_words(const PlanDocument& plan, const std::string& sector);
Bilingual series_words(Series series);
Bilingual coverage_words(Coverage coverage);
// "" for one year, " (and 3 other years)" for more.
Bilingual more_years_words(std::size_t others);

// The worst of several years, for rules that say each thing once.
class Worst {
public:
    void look_at(int year, double amount, std::size_t row) {
        ++count_;
        if (count_ > 1 && amount <= amount_) return;
        year_ = year;
        amount_ = amount;
        row_ = row;
    }
    bool is_any() const { return count_ > 0; }
    int year() const { return year_; }
    double amount() const { return amount_; }
    std::size_t row() const { return row_; }
    std::size_t others() const { return count_ - 1; }

private:
    std::size_t count_{}, row_{};
    int year_{};
    double amount_{};
};

}  // namespace ecumene::governance
