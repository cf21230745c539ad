#include "output/diagnosis/view.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "output/plan_view.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

Bilingual status_word(const std::string& status) {
    const auto key = "status." + status;
    return can_say(key) ? say(key) : same(status);
}

Bilingual tree_name(const std::string& tree) {
    const auto key = "d.tree." + tree;
    return can_say(key) ? say(key) : same(tree);
}

Bilingual gwp_name(const std::string& gwp) {
    const auto key = "d.gwp." + gwp;
    return can_say(key) ? say(key) : same(gwp);
}

std::string file_word(const std::string& text) {
    std::string word;
    for (const char c : text) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_plain)
            word += c;
        else if (!word.empty() && word.back() != '-')
            word += '-';
    }
    return word;
}

DiagnosisView::DiagnosisView(const DiagnosisInput& input) : input_(input) {
    std::set<std::string> compared;
    for (const auto& group : input.by_region->groups) {
        names_[group.group] = short_name(group.name);
        compared.insert(group.group);
    }
    for (const auto& group : profile().groups) names_.emplace(group.group, group.name);
    std::vector<dataset::Region> regions;
    for (const auto& region : input.regions)
        if (compared.count(region.code) > 0) regions.push_back(region);
    tiles_ = places_of(regions);
    read(input.by_region->series);
    read(profile().series);
}

void DiagnosisView::read(const Frame& series) {
    std::set<int> years(years_.begin(), years_.end());
    for (std::size_t row = 0; row < series.rows(); ++row) {
        const int year = year_at(series, row);
        years.insert(year);
        figures_[{text_at(series, row, "group"), year}] = {
            number_at(series, row, "total"), number_at(series, row, "per_capita")};
    }
    years_.assign(years.begin(), years.end());
}

Bilingual DiagnosisView::place(const std::string& code) const {
    const auto found = names_.find(code);
    if (found != names_.end()) return found->second;
    return code == input_.settings.nation || code == profile().all.group ? say("d.all") : same(code);
}

Bilingual DiagnosisView::place(const std::string& code, const Bilingual& given) const {
    const auto parts = split(code, '+');
    const bool are_known =
        std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return names_.count(part) > 0; });
    if (!are_known) return given.en.empty() ? place(code) : given;
    std::vector<Bilingual> names;
    names.reserve(parts.size());
    for (const auto& part : parts) names.push_back(place(part));
    return listed(names);
}

double DiagnosisView::total(const std::string& place, int year) const {
    const auto found = figures_.find({place, year});
    return found == figures_.end() ? blank : found->second.total;
}

double DiagnosisView::per_head(const std::string& place, int year) const {
    const auto found = figures_.find({place, year});
    return found == figures_.end() ? blank : found->second.per_head;
}

std::vector<int> DiagnosisView::some_years(std::size_t most) const {
    std::vector<int> with_figures;
    for (const int year : years_)
        if (!is_blank(per_head(profile().all.group, year))) with_figures.push_back(year);
    if (with_figures.size() <= most) return with_figures;
    std::vector<int> chosen;
    const double step = static_cast<double>(with_figures.size() - 1) / static_cast<double>(most - 1);
    for (std::size_t i = 0; i < most; ++i)
        chosen.push_back(with_figures[static_cast<std::size_t>(std::lround(step * static_cast<double>(i)))]);
    return chosen;
}

}  // namespace ecumene::output
