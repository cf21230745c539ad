// A plan as the report reads it: years, regions, names, groups of technologies, and tables that are empty when absent.
//
//     const PlanView view(input);
//     view.years().back();   view.region("36").ko;   view.group_of("solar_utility")
//     view.table("capacity").rows()
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/report.hpp"

namespace ecumene::output {

struct TechnologyGroup {
    std::string code;
    Bilingual name;
    std::string colour;
    std::string css_class;  // g0, g1 ...
};

enum class TechnologyKind { plant, store, link, converter };  // a converter makes something else than electricity

// A region's name as people write it where room is short: "전남" for "전라남도". English names stay as they are.
Bilingual short_name(const Bilingual& name);

class PlanView {
public:
    explicit PlanView(const ReportInput& input);

    const ReportInput& input() const { return input_; }
    const Frame& table(std::string_view name) const;
    const Frame& package(std::string_view name) const;

    const std::vector<int>& years() const { return years_; }
    std::vector<std::string> year_texts() const;
    // Regions the plan knows, in the package's order.
    const std::vector<dataset::Region>& regions() const { return regions_; }
    Bilingual region(const std::string& code) const;
    const std::vector<TechnologyGroup>& groups() const { return groups_; }
    // The group a technology is drawn in, or its own code where it has none.
    std::string group_of(const std::string& technology) const;
    const TechnologyGroup& group(const std::string& code) const;
    Bilingual technology(const std::string& code) const;
    TechnologyKind kind_of(const std::string& technology) const;
    // What it makes, holds or moves; empty if unknown.
    std::string carrier_of(const std::string& technology) const;
    // Where its emissions are counted; empty: power.
    std::string sector_of(const std::string& technology) const;
    // Makes, stores or moves electricity: its capacity is power.
    bool is_power(const std::string& technology) const;
    const std::string& electricity() const { return electricity_; }

    // False where typical days stand for the year.
    bool is_every_hour() const { return is_every_hour_; }

private:
    void read_years();
    void read_regions();
    void read_technologies();

    struct Technology {
        Bilingual name;
        std::string group, carrier, sector;
        TechnologyKind kind{TechnologyKind::plant};
    };
    const ReportInput& input_;
    std::vector<int> years_;
    std::vector<dataset::Region> regions_;
    std::map<std::string, Bilingual> region_names_;
    std::vector<TechnologyGroup> groups_;
    std::map<std::string, Technology> technologies_;
    std::string electricity_;
    bool is_every_hour_{};
};

}  // namespace ecumene::output
