#include "governance/plan/plan_document.hpp"

#include <algorithm>

namespace ecumene::governance {
namespace {

constexpr std::size_t all_series = 3;

// Adds what is stated; blank as long as nothing was.
void add_stated(double& sum, double value) {
    if (is_blank(value)) return;
    sum = is_blank(sum) ? value : sum + value;
}

template <class Item, class Key>
const Item* named(const std::vector<Item>& items, Key Item::*key, std::string_view wanted) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.*key == wanted; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

void Amounts::make_room_for(int year) {
    if (year >= first_year_ && year <= last_year_) return;
    const bool is_empty = last_year_ < first_year_;
    const int first = is_empty ? year : std::min(first_year_, year),
              last = is_empty ? year : std::max(last_year_, year);
    const auto width = static_cast<std::size_t>(last - first) + 1;
    for (auto& figures : figures_) {
        std::vector<Figure> wider(all_series * width);
        const auto old_width = figures.size() / all_series;
        for (std::size_t s = 0; s < all_series; ++s)
            for (std::size_t y = 0; y < old_width; ++y)
                wider[s * width + y + static_cast<std::size_t>(first_year_ - first)] = figures[s * old_width + y];
        figures = std::move(wider);
    }
    first_year_ = first;
    last_year_ = last;
}

void Amounts::set(Series series, const std::string& sector, int year, double value, std::size_t row) {
    make_room_for(year);
    const auto width = static_cast<std::size_t>(last_year_ - first_year_) + 1;
    const auto [found, is_new] = place_.try_emplace(sector, sectors_.size());
    if (is_new) {
        sectors_.push_back(sector);
        figures_.emplace_back(all_series * width);
    }
    figures_[found->second][static_cast<std::size_t>(series) * width + static_cast<std::size_t>(year - first_year_)] = {
        value, row};
}

const Amounts::Figure* Amounts::find(Series series, std::size_t sector, int year) const {
    if (year < first_year_ || year > last_year_) return nullptr;
    const auto width = static_cast<std::size_t>(last_year_ - first_year_) + 1;
    return &figures_[sector][static_cast<std::size_t>(series) * width + static_cast<std::size_t>(year - first_year_)];
}

std::optional<std::size_t> Amounts::place_of(std::string_view sector) const {
    const auto found = place_.find(sector);
    if (found == place_.end()) return std::nullopt;
    return found->second;
}

double Amounts::at(Series series, std::size_t sector, int year) const {
    const auto* figure = find(series, sector, year);
    return figure == nullptr ? blank : figure->value;
}

std::size_t Amounts::row(Series series, std::size_t sector, int year) const {
    const auto* figure = find(series, sector, year);
    return figure == nullptr ? 0 : figure->row;
}

double Amounts::at(Series series, std::string_view sector, int year) const {
    const auto place = place_of(sector);
    return place ? at(series, *place, year) : blank;
}

std::size_t Amounts::row(Series series, std::string_view sector, int year) const {
    const auto place = place_of(sector);
    return place ? row(series, *place, year) : 0;
}

std::vector<int> Amounts::years(Series series) const {
    std::vector<int> found;
    for (int year = first_year_; year <= last_year_; ++year)
        for (std::size_t sector = 0; sector < sectors_.size(); ++sector)
            if (row(series, sector, year) != 0) {
                found.push_back(year);
                break;
            }
    return found;
}

double MeasureYear::all_money() const {
    double sum = blank;
    for (const double part : money) add_stated(sum, part);
    return sum;
}

const MeasureYear* Measure::find(int year) const {
    const auto found = std::lower_bound(
        years.begin(), years.end(), year, [](const MeasureYear& one, int wanted) { return one.year < wanted; });
    return found == years.end() || found->year != year ? nullptr : &*found;
}

double Measure::cut(int year) const {
    const auto* found = find(year);
    return found == nullptr ? blank : found->cut;
}

double Measure::all_cuts() const {
    double sum = blank;
    for (const auto& year : years) add_stated(sum, year.cut);
    return sum;
}

double Measure::all_money() const {
    double sum = blank;
    for (const auto& year : years) add_stated(sum, year.all_money());
    return sum;
}

int Measure::first_year_of_effect() const {
    for (const auto& year : years)
        if (year.cut > 0.0) return year.year;
    return 0;
}

ShownPlace PlanDocument::shown(const std::string& table, std::size_t row) const {
    ShownPlace shown{table, row};
    if (const auto origin = origins.find(table); origin != origins.end()) {
        shown.file = origin->second.file;
        shown.row = row < origin->second.rows.size() ? origin->second.rows[row] : 0;
    }
    if (!place.empty()) shown.file = place + "/" + shown.file;
    return shown;
}

const PlanSector* PlanDocument::sector(std::string_view code) const {
    return named(sectors, &PlanSector::sector, code);
}

const Measure* PlanDocument::measure(std::string_view code) const {
    return named(measures, &Measure::measure, code);
}

const Indicator* PlanDocument::indicator(std::string_view code) const {
    return named(indicators, &Indicator::indicator, code);
}

}  // namespace ecumene::governance
