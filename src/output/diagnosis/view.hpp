// The diagnosis as its report reads it: names, and figures by place and year.
//
//     const DiagnosisView view(input);
//     view.place("36").ko == "전남";   view.per_head("36", 2018);   view.some_years(4)
#pragma once

#include <map>
#include <string>
#include <vector>

#include "output/diagnosis/report.hpp"
#include "output/tile_map.hpp"

namespace ecumene::output {

// "reported", "보고"; empty for none. Sector trees and sets of warming potentials by their usual name.
Bilingual status_word(const std::string& status);
Bilingual tree_name(const std::string& tree);
Bilingual gwp_name(const std::string& gwp);
// A word for file names: letters, digits and hyphens only, others become a hyphen.
std::string file_word(const std::string& text);

class DiagnosisView {
public:
    explicit DiagnosisView(const DiagnosisInput& input);

    const DiagnosisInput& input() const { return input_; }
    const diagnosis::FullDiagnosis& full() const { return *input_.diagnosis; }
    const diagnosis::Profile& profile() const { return full().profile; }

    // Short name of a region or group; a code nobody named stays a code.
    Bilingual place(const std::string& code) const;
    // Likewise, of one region or of several joined by '+'; where they are unknown, the name a computation gave.
    Bilingual place(const std::string& code, const Bilingual& given) const;
    const std::vector<TilePlace>& tiles() const { return tiles_; }  // of regions that are compared
    bool has_map() const { return have_places(tiles_); }
    bool is_by_region() const { return profile().grouping.empty(); }

    // tCO2eq and tCO2eq/person by the production ledger; blank where there is none.
    double total(const std::string& place, int year) const;
    double per_head(const std::string& place, int year) const;
    const std::vector<int>& years() const { return years_; }
    // Up to `most` of them, the first and the last among them, evenly between.
    std::vector<int> some_years(std::size_t most) const;

private:
    struct Figures {
        double total{blank}, per_head{blank};
    };
    void read(const Frame& series);

    const DiagnosisInput& input_;
    std::map<std::string, Bilingual> names_;
    std::vector<TilePlace> tiles_;
    std::map<std::pair<std::string, int>, Figures> figures_;
    std::vector<int> years_;
};

}  // namespace ecumene::output
