// Whatever stands in its files, a package is either read or refused: no crash, no hang, no exception of another kind.
#include <gtest/gtest.h>

#include <random>

#include "core/error.hpp"
#include "dataset/scenario.hpp"
#include "dataset/test/small_package.hpp"

namespace ecumene::dataset {
namespace {

std::string mutated(std::string text, std::mt19937& random) {
    static const std::vector<std::string> pieces{"\"", ",", "\n", "\r\n", "-1e999", "nan", "((((((((((",
        std::string(1, '\0'), "\xBC\xAD", "\xFF", "../../x", "1e308", "[", "{", "=", "=HYPERLINK", ";",
        std::string(3000, 'x'), std::string(300, '('), "\xEF\xBB\xBF", "9999999999999999999", "%n%s", "{}"};
    const auto pick = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    };
    const auto changes = 1 + pick(4);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const auto at = pick(text.size());
        switch (pick(4)) {
            case 0: text.insert(at, pieces[pick(pieces.size())]); break;
            case 1: text.erase(at, 1 + pick(30)); break;
            case 2: text[at] = static_cast<char>(pick(256)); break;
            default: text = text.substr(0, at); break;
        }
    }
    return text;
}

void read_or_refuse(const SmallPackage& package) {
    try {
        const auto data = package.load();
        load_scenario(data, "solar");
        check(package.folder());
    } catch (const FindingsError& error) {
        EXPECT_FALSE(error.findings().all().empty());
        for (const auto& finding : error.findings().all()) EXPECT_LT(describe(finding).size(), 10'000U);
    } catch (const Error& error) {
        EXPECT_NE(error.kind(), ErrorKind::internal) << error.explain();
    }
}

TEST(HostilePackage, IsReadOrRefused) {
    const SmallPackage package;
    const auto files = package.files();
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::mt19937 random(seed);
        const auto& file = files[seed % files.size()];
        const auto original = package.read(file);
        package.write(file, mutated(original, random));
        SCOPED_TRACE(file + ", seed " + std::to_string(seed));
        read_or_refuse(package);
        package.write(file, original);
        if (testing::Test::HasFailure()) return;
    }
}

TEST(HostilePackage, FilesThatAreFoldersOrEmptyAreRefused) {
    for (const auto& file : {"ecumene.toml", "regions.csv", "tables/demand.csv", "tables/series.csv"}) {
        const SmallPackage empty, folder;
        empty.write(file, "");
        read_or_refuse(empty);
        folder.remove(file);
        std::filesystem::create_directory(folder.folder() / file);
        read_or_refuse(folder);
        EXPECT_TRUE(folder.findings().has_errors()) << file;
    }
}

TEST(HostilePackage, AMillionFaultsAreToldInAFewLines) {
    const SmallPackage package;
    std::string ragged = package.read("tables/potentials.csv"), unknown = ragged;
    for (int i = 0; i < 100'000; ++i) {
        ragged += "x\n";
        unknown += compose("r{},{},1,GW,estimated,nobody\n", {i, std::string(200, 'y')});
    }
    package.write("tables/potentials.csv", ragged);
    EXPECT_LT(package.said().size(), 100U);
    package.write("tables/potentials.csv", unknown);
    EXPECT_LT(package.said().size(), 200U);
}

}  // namespace
}  // namespace ecumene::dataset
