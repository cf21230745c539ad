#include "diagnosis/full_diagnosis.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "diagnosis/test/small_package.hpp"

namespace ecumene::diagnosis {
namespace {

const Request by_capital{.grouping = "capital"};

const Unlockable& result(const std::vector<Unlockable>& all, const std::string& id) {
    return *std::find_if(all.begin(), all.end(), [&](const Unlockable& u) { return u.result == id; });
}

TEST(FullDiagnosis, SaysWhatItCanOfAPackageWithEmissionsAlone) {
    SmallPackage p("full_bare");
    p.emission("A", 2000, 100).emission("B", 2000, 300).emission("C", 2000, 100);
    const auto d = diagnose_fully(p.load(), by_capital);
    EXPECT_NEAR(d.profile.all.total.value, 500.0, 1e-12);
    EXPECT_TRUE(d.movement.changes.empty());
    EXPECT_TRUE(d.inequality.years.empty());
    EXPECT_TRUE(d.conditions.indicators.empty());
    EXPECT_FALSE(d.typology.reason.en.empty());
    EXPECT_TRUE(result(d.unlock, "groups").is_there);
    EXPECT_FALSE(result(d.unlock, "per_head").is_there);
    EXPECT_EQ(result(d.unlock, "per_head").missing.front().table, "tables/population.csv");
    EXPECT_EQ(result(d.unlock, "growth").missing.front().what.en, "a second year");
}

TEST(FullDiagnosis, EveryTableOfKoreaHasRowsAndAName) {
    const auto d =
        diagnose_fully(dataset::load("data/korea"), {.grouping = "capital", .first_year = 2000, .last_year = 2022});
    std::set<std::string> names;
    for (const auto& table : tables_of(d)) {
        EXPECT_GT(table.rows(), 0U) << table.name();
        EXPECT_EQ(table.name().rfind("diagnosis_", 0), 0U) << table.name();
        names.insert(table.name());
    }
    EXPECT_EQ(names.size(), 21U);
    EXPECT_FALSE(result(d.unlock, "ledger_heat").is_there);
    EXPECT_TRUE(result(d.unlock, "ledger_average_mix").is_there);
}

TEST(FullDiagnosis, TheilPartsSumInEveryYearOfKorea) {
    const auto path = inequality_path(dataset::load("data/korea"), {.grouping = "capital"});
    EXPECT_EQ(path.nesting, (std::vector<std::string>{"capital", "megaregion"}));
    for (const auto& year : path.years) {
        double sum = 0.0;
        for (const auto& part : year.parts) sum += part.value;
        EXPECT_NEAR(sum, year.theil, 1e-12) << year.year;
    }
}

TEST(FullDiagnosis, NegativeNetEmissionsLeaveSpreadAndNoTheil) {
    SmallPackage p("full_negative");
    p.emission("A", 2000, -100, "reported", "net")
        .emission("B", 2000, 300, "reported", "net")
        .emission("C", 2000, 100, "reported", "net");
    p.people("A", 2000, 10).people("B", 2000, 10).people("C", 2000, 10);
    const auto path = inequality_path(p.load(), {.grouping = "capital", .coverage = Coverage::net});
    ASSERT_EQ(path.years.size(), 1U);
    EXPECT_TRUE(is_blank(path.years[0].theil));
    EXPECT_TRUE(is_blank(path.years[0].palma));
    EXPECT_FALSE(is_blank(path.years[0].spread));
    EXPECT_FALSE(path.years[0].reason.ko.empty());
}

TEST(FullDiagnosis, AYearWithPeopleWhoseEmissionsStandElsewhereIsNotCompared) {
    auto p = three_regions("full_apart");
    p.region("D", "province", "rest");
    p.people("D", 2000, 10).people("D", 2001, 10).people("D", 2002, 10).emission("D", 2001, 30).emission("D", 2002, 30);
    const auto d = diagnose_fully(p.load(), by_capital);
    EXPECT_FALSE(d.inequality.years.front().is_comparable);
    EXPECT_EQ(d.inequality.first().year, 2001);
    EXPECT_EQ(d.inequality.last().year, 2002);
    EXPECT_EQ(d.profile.inequality_first.year, 2001);
    EXPECT_NE(d.inequality.left_out.en.find("2000, when people of Region D"), std::string::npos);
}

TEST(FullDiagnosis, ABlankSectorIsUnknownAndSaysSo) {
    auto p = three_regions("full_blank");
    p.sector("A", 2002, "1A1a", 100).raw_emission("A,2002,production,gross,ipcc1996,1A3b,all,sar,,tCO2eq,reported,s");
    const auto accounts = sector_accounts(p.load(), by_capital);
    const auto& sectors = accounts.table.texts("sector");
    EXPECT_EQ(std::count(sectors.begin(), sectors.end(), "1A3b"), 0);
    EXPECT_TRUE(std::any_of(accounts.notes.begin(), accounts.notes.end(),
        [](const Bilingual& n) { return n.en.find("unknown, not zero") != std::string::npos; }));
}

TEST(FullDiagnosis, PartsThatDoNotMakeTheTotalAreUnallocated) {
    auto p = three_regions("full_parts");
    p.sector("A", 2002, "1A1a", 100);  // the total says 121
    const auto accounts = sector_accounts(p.load(), by_capital);
    ASSERT_FALSE(accounts.notes.empty());
    EXPECT_NE(accounts.notes.front().en.find("unallocated"), std::string::npos);
}

TEST(FullDiagnosis, GpcRowsOfAnotherCoverageOrLedgerAreNotAdded) {
    SmallPackage p("full_gpc");
    p.sector("A", 2002, "I.1.1", 100, "gpc").emission("A", 2002, 100);
    p.raw_emission("A,2002,production,net,gpc,I.1.1,all,sar,90,tCO2eq,reported,s");
    p.raw_emission("A,2002,consumption,gross,gpc,I.1.1,all,sar,150,tCO2eq,reported,s");
    p.raw_emission("A,2002,production,gross,gpc,IV.1.1,all,sar,,tCO2eq,reported,s");
    const auto accounts = sector_accounts(p.load(), by_capital);
    ASSERT_EQ(accounts.gpc.size(), 1U);
    EXPECT_EQ(accounts.gpc[0].totals.basic, 100.0);
    EXPECT_TRUE(accounts.gpc[0].totals.faults.empty());
    EXPECT_EQ(accounts.gpc_table().text(0, "not_estimated_plus"), "IV.1.1");
}

TEST(FullDiagnosis, KoreanPlanSectorsOf2018AsPublished) {
    // First national basic plan (2023), 2018: power 269.6, buildings 52.1, transport 98.1, agriculture 24.7, waste 17.1 Mt.
    const auto accounts = sector_accounts(dataset::load("data/korea"), {.grouping = "capital", .last_year = 2018});
    const auto mt = [&](const std::string& sector) {
        for (std::size_t row = 0; row < accounts.table.rows(); ++row)
            if (accounts.table.text(row, "region") == "KR" && accounts.table.text(row, "tree") == "korea_plan" &&
                accounts.table.text(row, "sector") == sector)
                return accounts.table.number(row, "value") / 1e6;
        return blank;
    };
    EXPECT_NEAR(mt("power"), 269.6, 0.05);
    EXPECT_NEAR(mt("buildings"), 52.1, 0.05);
    EXPECT_NEAR(mt("transport"), 98.1, 0.05);
    EXPECT_NEAR(mt("agriculture"), 24.7, 0.05);
    EXPECT_NEAR(mt("waste"), 17.1, 0.05);
    // 1.1 Mt stand between industry (published 260.5) and fugitive and other (5.6); together they agree.
    EXPECT_NEAR(mt("industry") + mt("fugitive"), 260.5 + 5.6, 0.1);
}

TEST(FullDiagnosis, DuplicatedRowsAreAnErrorInWords) {
    auto p = three_regions("full_duplicate");
    p.emission("A", 2002, 999);
    EXPECT_THROW(p.load(), FindingsError);
}

TEST(FullDiagnosis, TwoGwpSetsOfTotalsAreNeverMixed) {
    SmallPackage p("full_gwp");
    for (const auto* region : {"A", "B", "C"}) p.emission(region, 2000, 100).people(region, 2000, 10);
    p.raw_emission("A,2001,production,gross,ipcc1996,total,all,ar5,500,tCO2eq,reported,s");
    const auto d = diagnose_fully(p.load(), by_capital);
    EXPECT_EQ(d.profile.last_year, 2000);
    EXPECT_TRUE(std::any_of(d.profile.gaps.begin(), d.profile.gaps.end(),
        [](const Gap& g) { return g.text.en.find("fifth IPCC report") != std::string::npos; }));
}

TEST(Typology, KoreaHasItsReasonsAndEveryProvince) {
    const auto d = typology_of(conditions_of(dataset::load("data/korea"), {.grouping = "capital"}));
    std::size_t members = 0;
    for (const auto& type : d.types) members += type.regions.size();
    EXPECT_EQ(members, 17U);
    EXPECT_FALSE(d.justification.ko.empty());
    EXPECT_EQ(d.clustering.tried.size(), 6U);
}

TEST(Conditions, ScoresAreTurnedSoThatAboveZeroIsHarder) {
    auto p = three_regions("conditions_scores");
    const auto c = conditions_of(p.load(), by_capital);
    for (std::size_t i = 0; i < c.indicators.size(); ++i) {
        double sum = 0.0;
        for (std::size_t r = 0; r < c.regions.size(); ++r) sum += c.at(r, i).score;
        EXPECT_NEAR(sum, 0.0, 1e-12) << c.indicators[i].id;
    }
    // B has most per head (7.5 against 2.2 and 2.5) and most product per head: harder by level, easier by product.
    const auto score = [&](const char* id) {
        for (std::size_t i = 0; i < c.indicators.size(); ++i)
            if (c.indicators[i].id == id) return c.at(1, i).score;
        return blank;
    };
    EXPECT_GT(score("level"), 0.0);
    EXPECT_LT(score("product"), 0.0);
}

}  // namespace
}  // namespace ecumene::diagnosis
