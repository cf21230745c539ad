// Prints every table of a full diagnosis as CSV, each under a line "# name", for comparison with tests/oracles.
//
//     print_diagnosis data/korea capital 2000 2018 gross
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/error.hpp"
#include "core/findings.hpp"
#include "diagnosis/full_diagnosis.hpp"
#include "files/csv.hpp"

namespace {

using namespace ecumene;
using namespace ecumene::diagnosis;

void print_words(const FullDiagnosis& d) {
    const auto say = [](const char* what, const Bilingual& text) {
        std::printf("# %s: %s | %s\n", what, text.en.c_str(), text.ko.c_str());
    };
    for (const auto& note : d.ledgers.notes) say("ledgers", note);
    for (const auto& note : d.movement.notes) say("movement", note);
    for (const auto& note : d.sectors.notes) say("sectors", note);
    say("typology", d.typology.justification);
    for (const auto& type : d.typology.types) say(type.id.c_str(), type.text);
    for (const auto* gaps :
        {&d.profile.gaps, &d.ledgers.gaps, &d.movement.gaps, &d.sectors.gaps, &d.inequality.gaps, &d.conditions.gaps})
        for (const auto& gap : *gaps) say(("gap " + gap.table).c_str(), gap.text);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 6) throw Error(ErrorKind::input, "print_diagnosis <package> <grouping>|- <first> <last> gross|net");
        const std::string grouping = argv[2];
        const auto d = diagnose_fully(
            dataset::load(argv[1]), {.grouping = grouping == "-" ? "" : grouping,
                                        .first_year = std::atoi(argv[3]),
                                        .last_year = std::atoi(argv[4]),
                                        .coverage = std::string(argv[5]) == "net" ? Coverage::net : Coverage::gross});
        for (const auto& table : tables_of(d))
            std::printf("# %s\n%s", table.name().c_str(), files::csv_text(table).c_str());
        print_words(d);
        return 0;
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all())
            if (finding.severity == Severity::error) std::fprintf(stderr, "%s\n", describe(finding).c_str());
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    }
    return 1;
}
