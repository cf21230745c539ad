// How long a full diagnosis takes: a random package of 400 regions, 20 years and 30 sectors (about 270,000 rows), and the same
// at fractions of its regions; reading the package by itself, and each part of the diagnosis.
//
//     build/release/bin/diagnosis_full                    # 50, 100, 200, 400 regions
//     build/release/bin/diagnosis_full 400 20 30          # one size: regions, years, sectors
//
// Seconds are of the processor, so that other programs on the machine do not count; one thread does it all. The package is
// written to the system's folder for temporary files and removed. Every figure is drawn with a fixed seed.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "core/findings.hpp"
#include "core/text.hpp"
#include "diagnosis/full_diagnosis.hpp"

namespace {

using namespace ecumene;
namespace fs = std::filesystem;

struct Size {
    int regions{400}, years{20}, sectors{30};
};

constexpr int first_year = 2001, regions_per_group = 10;

// Leaves of IPCC 2006, so that every sector has a name and a crossing.
const std::vector<const char*> leaves = {"1A1a", "1A1b", "1A1c", "1A2a", "1A2b", "1A2c", "1A2d", "1A2e", "1A2f", "1A2g",
    "1A2h", "1A2i", "1A2j", "1A2k", "1A2l", "1A2m", "1A3a", "1A3b", "1A3c", "1A3d", "1A3e", "1A4a", "1A4b", "1A4c",
    "1B1", "1B2", "2A1", "2B", "2C", "4A"};

class Writer {
public:
    Writer(fs::path folder, Size size) : folder_(std::move(folder)), size_(size), random_(400) {}

    void write() {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "tables");
        fs::create_directories(folder_ / "scenarios");
        text("ecumene.toml",
            "format = 1\nname = \"bench\"\n[title]\nen = \"Bench\"\nko = \"시험\"\n[package]\nnation = "
            "\"N\"\nbase_year = 2020\ncurrency = \"KRW\"\nprice_year = 2020\ndefault_scenario = "
            "\"base\"\ninventory_basis = \"ipcc2006\"\n");
        text("scenarios/base.toml", "years = [2030]\n");
        text("sources.csv", "source,title,publisher,year,licence,note\ns,Random figures,Bench,2020,none,\n");
        places();
        emissions();
        society();
        power();
    }

private:
    void text(const char* name, const std::string& content) { std::ofstream(folder_ / name) << content; }
    double draw(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random_); }
    std::string region(int r) const { return compose("R{}", {r}); }

    void places() {
        std::ofstream regions(folder_ / "regions.csv"), groups(folder_ / "groups.csv");
        regions << "region,level,parent,name_en,name_ko,lat,lon,area_km2,group_large,group_megaregion,source\n";
        groups << "grouping,group,name_en,name_ko,source\n";
        for (int r = 0; r < size_.regions; ++r) {
            const int fine = r / regions_per_group, coarse = fine / 4;
            regions << compose("{},province,N,Region {},지역 {},{},{},1000,L{},M{},s\n",
                {region(r), r, r, shortest(draw(34, 38)), shortest(draw(126, 130)), coarse, fine});
            if (r % regions_per_group == 0) groups << compose("megaregion,M{},M {},권역 {},s\n", {fine, fine, fine});
            if (r % (4 * regions_per_group) == 0)
                groups << compose("large,L{},L {},대권역 {},s\n", {coarse, coarse, coarse});
        }
    }

    void emissions() {
        std::ofstream file(folder_ / "tables/emissions.csv");
        file << "region,year,ledger,coverage,tree,sector,gas,gwp,value,unit,status,source\n";
        for (int r = 0; r < size_.regions; ++r)
            for (int y = 0; y < size_.years; ++y) {
                double total = 0.0;
                for (int s = 0; s < size_.sectors; ++s) {
                    const double value = draw(1e4, 1e6);
                    total += value;
                    line(file, r, y, leaves[static_cast<std::size_t>(s) % leaves.size()], value);
                }
                line(file, r, y, "total", total);
            }
    }

    void line(std::ofstream& file, int r, int y, const char* sector, double value) const {
        file << compose("{},{},production,gross,ipcc2006,{},all,ar5,{},tCO2eq,reported,s\n",
            {region(r), first_year + y, sector, shortest(value)});
    }

    void society() {
        std::ofstream people(folder_ / "tables/population.csv"), gva(folder_ / "tables/gva.csv");
        people << "region,year,scenario,value,unit,status,source\n";
        gva << "region,year,measure,prices,industry,value,unit,status,source\n";
        for (int r = 0; r < size_.regions; ++r)
            for (int y = 0; y < size_.years; ++y) {
                people << compose(
                    "{},{},history,{},person,reported,s\n", {region(r), first_year + y, shortest(draw(1e5, 1e6))});
                for (const auto* industry : {"total", "A", "C"})
                    gva << compose("{},{},gva,real2015,{},{},MKRW,reported,s\n",
                        {region(r), first_year + y, industry,
                            shortest(industry[0] == 't' ? draw(4e6, 9e6) : draw(1e6, 2e6))});
            }
    }

    void power() {
        std::ofstream file(folder_ / "tables/energy_balance.csv");
        file << "carrier,item,region,year,value,unit,status,source\n";
        for (int r = 0; r < size_.regions; ++r)
            for (int y = 0; y < size_.years; ++y)
                for (const auto* item : {"made", "used", "fossil", "emissions"})
                    file << compose("electricity,{},{},{},{},{},reported,s\n",
                        {item, region(r), first_year + y, shortest(draw(1e4, 1e6)),
                            std::string(item) == "emissions" ? "tCO2eq" : "MWh"});
    }

    fs::path folder_;
    Size size_;
    std::mt19937_64 random_;
};

double seconds(const std::function<void()>& work) {
    const std::clock_t begun = std::clock();
    work();
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

void measure(Size size) {
    const fs::path folder = fs::temp_directory_path() / "ecumene_bench_diagnosis";
    Writer(folder, size).write();
    const diagnosis::Request request{.grouping = "large"};
    dataset::Dataset data;
    const double reading = seconds([&] { data = dataset::load(folder); });
    const double profile = seconds([&] { diagnosis::profile(data, request); });
    const double ledgers = seconds([&] { diagnosis::two_ledgers(data, request); });
    const double sectors = seconds([&] { diagnosis::sector_accounts(data, request); });
    const double movement = seconds([&] { diagnosis::movement_of(data, request); });
    const double inequality = seconds([&] { diagnosis::inequality_path(data, request); });
    const double types = seconds([&] { diagnosis::typology_of(diagnosis::conditions_of(data, request)); });
    diagnosis::FullDiagnosis full;
    const double all = seconds([&] { full = diagnosis::diagnose_fully(data, request); });
    const double tables = seconds([&] { diagnosis::tables_of(full); });
    std::printf(
        "%7d %5d %7d | read %5.2f | profile %5.2f ledgers %5.2f sectors %5.2f change %5.2f inequality %5.2f types "
        "%5.2f | "
        "all %5.2f, tables %5.2f s\n",
        size.regions, size.years, size.sectors, reading, profile, ledgers, sectors, movement, inequality, types, all,
        tables);
    fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        std::printf("regions years sectors\n");
        if (argc == 4)
            measure({std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3])});
        else
            for (const int regions : {50, 100, 200, 400}) measure({.regions = regions});
        return 0;
    } catch (const FindingsError& error) {
        for (const auto& finding : error.findings().all()) std::fprintf(stderr, "%s\n", describe(finding).c_str());
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    }
    return 1;
}
