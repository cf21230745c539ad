#include "output/inspection/agreement_map.hpp"

#include <algorithm>
#include <array>

#include "governance/agreement.hpp"
#include "output/charts/tile_grid.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

const char* const agreement_css =
    ".agrees { --c: var(--p1); --i: var(--ink); } .doubtful { --c: var(--m1); --i: var(--ink); } "
    ".differs { --c: var(--t3); --i: var(--bad); }";

namespace {

using governance::Agreement;
using governance::PlanKind;
using governance::PlanSet;
using governance::Standing;
using governance::Topic;

constexpr int tiles_in_a_row = 12;
constexpr std::array shown_topics{Topic::all, Topic::sums, Topic::cuts, Topic::links};

const char* class_of_standing(Standing standing) {
    if (standing == Standing::agrees) return "agrees";
    return standing == Standing::doubtful ? "doubtful" : "differs";
}

Tile tile_of(const governance::TopicCount& count, const Bilingual& title) {
    const auto standing = count.standing();
    const auto said = governance::standing_words(standing);
    const std::string mark = standing == Standing::agrees     ? "✓"
                             : standing == Standing::doubtful ? "! " + std::to_string(count.warnings)
                                                              : "✗ " + std::to_string(count.errors);
    return {same(mark), class_of_standing(standing), {title.en + ": " + said.en, title.ko + ": " + said.ko}};
}

std::vector<TileKey> keys() {
    return {{"agrees", {"✓ agrees", "✓ 일치"}}, {"doubtful", {"! warnings", "! 주의"}},
        {"differs", {"✗ does not agree, with the number of errors", "✗ 불일치, 오류 수"}},
        {"q-none", {"– no plan here", "– 계획 없음"}}};
}

struct Group {
    Bilingual title;
    std::vector<std::size_t> plans;
    std::vector<TilePlace> places;
    bool is_at_its_place{};
};

TileGrid grid_of(const Group& group, const Agreement& agreement, const PlanSet& plans, const std::string& id) {
    TileGrid grid{.places = group.places, .keys = keys(), .labelled_by = title_id(id)};
    for (const auto topic : shown_topics) {
        TilePanel panel{governance::topic_words(topic)};
        for (const auto at : group.plans)
            panel.tiles[plans[at].region] = tile_of(agreement.of(at, topic), plans[at].title);
        grid.panels.push_back(std::move(panel));
    }
    return grid;
}

// A region that stands nowhere on the map still gets a tile, in rows.
std::vector<TilePlace> in_rows(
    const PlanSet& plans, const std::vector<std::size_t>& some, std::vector<std::string> missing) {
    std::vector<std::string> codes = std::move(missing);
    for (const auto at : some) codes.push_back(plans[at].region);
    std::sort(codes.begin(), codes.end());
    std::vector<TilePlace> places;
    for (std::size_t i = 0; i < codes.size(); ++i)
        places.push_back(
            {codes[i], same(codes[i]), static_cast<int>(i) % tiles_in_a_row, static_cast<int>(i) / tiles_in_a_row});
    return places;
}

class Groups {
public:
    Groups(const governance::Lint& lint, const PlanSet& plans, const std::vector<TilePlace>& places)
        : lint_(lint), plans_(plans), places_(places) {}

    std::vector<Group> all() {
        add_mapped();
        for (const auto& node : lint_.sums.nodes) add_below(node);
        return std::move(groups_);
    }

private:
    bool is_mapped(std::size_t at) const {
        return std::any_of(
            places_.begin(), places_.end(), [&](const TilePlace& place) { return place.code == plans_[at].region; });
    }

    void add_mapped() {
        Group group{
            .title = {"Map of agreement", "정합성 지도"}, .plans = {}, .places = places_, .is_at_its_place = true};
        for (std::size_t at = 0; at < plans_.size(); ++at)
            if (plans_.is_current(at) && plans_[at].kind == PlanKind::carbon && is_mapped(at))
                group.plans.push_back(at);
        if (!group.plans.empty() && have_places(places_)) groups_.push_back(std::move(group));
    }

    void add_below(const governance::RollUpNode& node) {
        std::vector<std::size_t> some;
        for (const auto at : node.below)
            if (!is_mapped(at)) some.push_back(at);
        if (some.empty()) return;
        const auto& title = plans_[node.plan].title;
        groups_.push_back({.title = {"Below " + title.en, title.ko + "의 하위 계획"},
            .plans = some,
            .places = in_rows(plans_, some, node.missing),
            .is_at_its_place = false});
    }

    const governance::Lint& lint_;
    const PlanSet& plans_;
    const std::vector<TilePlace>& places_;
    std::vector<Group> groups_;
};

DataTable count_table(const Group& group, const Agreement& agreement, const PlanSet& plans) {
    std::vector<Title> titles{text_title({"plan", "계획"}, "plan"), text_title({"region", "지역"}, "region"),
        text_title({"standing", "판정"}, "standing")};
    for (const auto topic : governance::topics) {
        const auto name = governance::topic_words(topic);
        titles.push_back(number_title({name.en + ", errors", name.ko + " 오류"}, name.en + "_errors"));
        titles.push_back(number_title({name.en + ", warnings", name.ko + " 주의"}, name.en + "_warnings"));
    }
    DataTable table(titles);
    for (const auto at : group.plans) {
        std::vector<TableCell> cells{word_cell(plans[at].title, plans[at].id), word_cell(same(plans[at].region)),
            word_cell(governance::standing_words(agreement.of(at, Topic::all).standing()))};
        for (const auto topic : governance::topics) {
            cells.push_back(plain_cell(static_cast<double>(agreement.of(at, topic).errors), 0));
            cells.push_back(plain_cell(static_cast<double>(agreement.of(at, topic).warnings), 0));
        }
        table.add(std::move(cells));
    }
    return table;
}

}  // namespace

std::string agreement_map(const governance::Lint& lint, const PlanSet& plans, const std::vector<TilePlace>& places) {
    const Agreement agreement(lint, plans);
    std::string html;
    std::size_t count = 0;
    for (const auto& group : Groups(lint, plans, places).all()) {
        const auto id = "agreement-" + std::to_string(++count);
        html += figure({.id = id,
            .title = group.title,
            .note = group.is_at_its_place
                        ? Bilingual{"Each region about where it lies; the number counts findings.",
                              "지역을 대략의 위치에 놓았습니다. 숫자는 지적의 수입니다."}
                        : Bilingual{"In the order of region codes, not where they lie; the number counts findings.",
                              "지역 코드 순서이며 실제 위치가 아닙니다. 숫자는 지적의 수입니다."},
            .drawing = shown(tile_grid(grid_of(group, agreement, plans, id))),
            .table = count_table(group, agreement, plans)});
    }
    return html;
}

}  // namespace ecumene::output
