// Prints a profile as "key value" lines with every digit, for comparison with tests/oracles/diagnosis_oracle.py.
//
//     print_profile data/korea capital 2000 2018 gross
//     print_profile data/korea - 2000 2018 net           # every region by itself
//     print_profile data/korea paper                     # the comparison with the source paper
//     print_profile data/korea cautions capital 2000 2018 gross
#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/error.hpp"
#include "core/findings.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/paper_comparison.hpp"

namespace {

using namespace ecumene;
using namespace ecumene::diagnosis;

void line(const std::string& key, double value, const std::string& note = {}) {
    std::printf("%s %.17g %s\n", key.c_str(), value, note.c_str());
}

void line(const std::string& key, const Figure& figure) {
    line(key + "." + std::to_string(figure.year), figure.value, figure.status);
}

void line(const std::string& key, const Growth& growth) {
    line(key + "." + std::to_string(growth.first_year) + "-" + std::to_string(growth.last_year), growth.value,
        growth.status);
}

void print(const GroupProfile& group) {
    const std::string name = group.group + ".";
    line(name + "total", group.total);
    line(name + "growth", group.growth);
    line(name + "share", group.share.first);
    line(name + "share", group.share.last);
    for (const auto& figure : group.per_capita.by_year) line(name + "per_capita", figure);
    line(name + "per_capita_growth", group.per_capita.growth);
    for (const auto& per : group.per_gva) {
        const std::string series = name + "per_" + per.measure + "_" + per.prices;
        line(series, per.first);
        if (per.last.year != per.first.year) line(series, per.last);
        line(series + "_growth", per.growth);
    }
}

void print(const Inequality& inequality) {
    const std::string year = "." + std::to_string(inequality.year);
    line("theil" + year, inequality.theil, inequality.reason.en);
    line("between" + year, inequality.between);
    line("within" + year, inequality.within);
    line("gini" + year, inequality.gini);
    line("williamson" + year, inequality.williamson);
    line("spread" + year, inequality.spread);
}

void print(const Profile& p) {
    for (const auto& group : p.groups) print(group);
    print(p.all);
    for (const auto& figure : p.ratio.by_year) line("ratio." + p.ratio.higher + "/" + p.ratio.lower, figure);
    print(p.inequality_first);
    print(p.inequality_last);
}

void print_words(const Profile& p) {
    std::printf("%s, %s, %s, %s, %s; basis: %s\n", p.ledger.c_str(), p.accounting.coverage.c_str(),
        p.accounting.tree.c_str(), p.accounting.gas.c_str(), p.accounting.gwp.c_str(), p.accounting.basis.c_str());
    std::printf("%s\n%s\n", p.ledger_note.en.c_str(), p.ledger_note.ko.c_str());
    for (const auto& caution : p.cautions)
        std::printf("caution: %s\n         %s\n", caution.text.en.c_str(), caution.text.ko.c_str());
    for (const auto& gap : p.gaps)
        std::printf("gap: %s [%s]\n     %s\n", gap.text.en.c_str(), gap.table.c_str(), gap.text.ko.c_str());
    for (const auto& source : p.sources) std::printf("source: %s\n", source.c_str());
}

void print(const PaperComparison& comparison) {
    std::printf("%s\n", comparison.note.en.c_str());
    for (const auto& f : comparison.figures)
        std::printf(
            "%-28s published %6.2f (%s)  found %8.4f (%s) %-9s  difference %7.3f %-14s agrees: %-7s %s | %s | %s\n",
            f.id.c_str(), f.published, f.published_years.c_str(), f.found, f.found_years.c_str(), f.status.c_str(),
            f.difference, f.unit.c_str(), f.agreement.c_str(), f.text.en.c_str(), f.reason.en.c_str(),
            f.reason.ko.c_str());
}

Request request_from(char** argv) {
    const std::string grouping = argv[0];
    return {.grouping = grouping == "-" ? "" : grouping,
        .first_year = std::atoi(argv[1]),
        .last_year = std::atoi(argv[2]),
        .coverage = std::string(argv[3]) == "net" ? Coverage::net : Coverage::gross};
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 3) throw Error(ErrorKind::input, "print_profile <package> <grouping>|- <first> <last> gross|net");
        const auto data = dataset::load(argv[1]);
        const std::string what = argv[2];
        if (what == "paper") print(compare_with_paper(data));
        if (what == "cautions" && argc == 7) print_words(profile(data, request_from(argv + 3)));
        if (what != "paper" && what != "cautions" && argc == 6) print(profile(data, request_from(argv + 2)));
        return 0;
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all())
            if (finding.severity == Severity::error) std::fprintf(stderr, "%s\n", describe(finding).c_str());
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    }
    return 1;
}
