#include "output/plan_view.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "output/palette.hpp"
#include "output/quantity.hpp"
#include "output/sums.hpp"

namespace ecumene::output {

namespace {

const Frame& found_or_empty(const TableLookup& lookup, std::string_view name) {
    static const Frame empty;
    const Frame* found = lookup ? lookup(name) : nullptr;
    return found == nullptr ? empty : *found;
}

Bilingual name_at(const Frame& frame, std::size_t row) {
    Bilingual name{text_at(frame, row, "name_en"), text_at(frame, row, "name_ko")};
    if (name.en.empty()) name.en = name.ko;
    if (name.ko.empty()) name.ko = name.en;
    return name;
}

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// "충청북도" becomes "충북", "서울특별시" "서울": the short forms Koreans use. Other names stay as they are.
std::string short_korean(const std::string& name) {
    constexpr std::size_t letter = 3;  // bytes of a Hangul syllable
    std::string stem = name;
    for (const std::string_view end : {"특별자치도", "특별자치시", "특별시", "광역시", "도", "시"}) {
        if (stem.size() > end.size() + letter && ends_with(stem, end)) {
            stem.resize(stem.size() - end.size());
            break;
        }
    }
    const bool is_half = stem.size() == 3 * letter && (ends_with(stem, "북") || ends_with(stem, "남"));
    return is_half ? stem.substr(0, letter) + stem.substr(2 * letter) : stem;
}

}  // namespace

Bilingual short_name(const Bilingual& name) {
    return {name.en, short_korean(name.ko)};
}

PlanView::PlanView(const ReportInput& input) : input_(input) {
    read_years();
    read_regions();
    read_technologies();
    const auto& snapshots = table("snapshots");
    double hours = 0;
    for (std::size_t row = 0; row < snapshots.rows(); ++row) hours += number_at(snapshots, row, "hours");
    is_every_hour_ = snapshots.rows() > 0 && hours > 8759.5;
}

const Frame& PlanView::table(std::string_view name) const {
    return found_or_empty(input_.plan, name);
}

const Frame& PlanView::package(std::string_view name) const {
    return found_or_empty(input_.package, name);
}

void PlanView::read_years() {
    std::set<int> years;
    for (const auto name : {"summary", "capacity"}) {
        const auto& frame = table(name);
        for (std::size_t row = 0; row < frame.rows(); ++row) years.insert(year_at(frame, row));
        if (!years.empty()) break;
    }
    years_.assign(years.begin(), years.end());
}

std::vector<std::string> PlanView::year_texts() const {
    std::vector<std::string> texts;
    for (const int year : years_) texts.push_back(std::to_string(year));
    return texts;
}

void PlanView::read_regions() {
    std::set<std::string> planned;
    for (const auto name : {"burden", "capacity"}) {
        const auto& frame = table(name);
        for (std::size_t row = 0; row < frame.rows(); ++row) planned.insert(text_at(frame, row, "region"));
        if (!planned.empty()) break;
    }
    for (const auto& region : input_.regions) {
        region_names_[region.code] = short_name(region.name);
        if (planned.count(region.code) > 0 && region.code != input_.settings.nation) regions_.push_back(region);
    }
    for (const auto& group : input_.groups) region_names_.emplace(group.code, group.name);
}

Bilingual PlanView::region(const std::string& code) const {
    const auto found = region_names_.find(code);
    if (found != region_names_.end()) return found->second;
    if (code == input_.settings.nation || code.empty()) return {"Nation", "전국"};
    return same(code);
}

void PlanView::read_technologies() {
    const auto& carriers = package("carriers");
    electricity_ = "electricity";
    for (std::size_t row = 0; row < carriers.rows(); ++row) {  // else the first carrier that balances hour by hour
        if (text_at(carriers, row, "carrier") == "electricity") break;
        if (row + 1 == carriers.rows()) electricity_ = text_at(carriers, 0, "carrier");
    }

    const auto& rows = package("technologies");
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto kind = text_at(rows, row, "kind");
        const bool holds_power = text_at(rows, row, "carrier") == electricity_;
        Technology technology{name_at(rows, row), text_at(rows, row, "group"), text_at(rows, row, "carrier"),
            text_at(rows, row, "sector"), TechnologyKind::converter};
        if (kind == "link")
            technology.kind = TechnologyKind::link;
        else if (holds_power)
            technology.kind = kind == "store" ? TechnologyKind::store : TechnologyKind::plant;
        technologies_[text_at(rows, row, "technology")] = technology;
    }

    const auto& groups = package("technology_groups");
    std::vector<std::size_t> order(groups.rows());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return number_at(groups, a, "order") < number_at(groups, b, "order"); });
    for (const auto row : order) {
        const auto colour = text_at(groups, row, "colour");
        const auto n = groups_.size();
        groups_.push_back({text_at(groups, row, "group"), name_at(groups, row),
            colour.empty() ? spare_colour(n) : colour, "g" + std::to_string(n)});
    }
    const auto known = [&](const std::string& code) {
        return std::any_of(groups_.begin(), groups_.end(), [&](const TechnologyGroup& g) { return g.code == code; });
    };
    for (auto& [code, technology] : technologies_) {  // a technology without a group is one of its own
        if (technology.group.empty()) technology.group = code;
        if (known(technology.group)) continue;
        const auto n = groups_.size();
        groups_.push_back({technology.group, technology.name, spare_colour(n), "g" + std::to_string(n)});
    }
}

std::string PlanView::group_of(const std::string& technology) const {
    const auto found = technologies_.find(technology);
    return found == technologies_.end() ? technology : found->second.group;
}

const TechnologyGroup& PlanView::group(const std::string& code) const {
    static const TechnologyGroup unknown{"", {"Other", "기타"}, "#808890", "g-other"};
    for (const auto& group : groups_)
        if (group.code == code) return group;
    return unknown;
}

Bilingual PlanView::technology(const std::string& code) const {
    const auto found = technologies_.find(code);
    return found == technologies_.end() ? same(code) : found->second.name;
}

TechnologyKind PlanView::kind_of(const std::string& technology) const {
    const auto found = technologies_.find(technology);
    return found == technologies_.end() ? TechnologyKind::plant : found->second.kind;
}

std::string PlanView::carrier_of(const std::string& technology) const {
    const auto found = technologies_.find(technology);
    return found == technologies_.end() ? std::string{} : found->second.carrier;
}

std::string PlanView::sector_of(const std::string& technology) const {
    const auto found = technologies_.find(technology);
    return found == technologies_.end() ? std::string{} : found->second.sector;
}

bool PlanView::is_power(const std::string& technology) const {
    const auto kind = kind_of(technology);
    return kind == TechnologyKind::plant || kind == TechnologyKind::store;
}

}  // namespace ecumene::output
