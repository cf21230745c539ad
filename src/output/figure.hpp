// A figure of the report: title, drawing, legend, and always the table behind it with its download.
//
//     figure({.id = "capacity", .title = say("capacity.title"), .drawing = svg, .legend = swatches, .table = table})
//
// A switcher shows one panel of several (a year, a measure). Without JavaScript the first choice made here stays shown,
// and the table holds the rest.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "output/data_table.hpp"

namespace ecumene::output {

enum class TablePlace { folded, open };  // behind a "Table" line, or shown as part of the figure

struct Figure {
    std::string id;
    Bilingual title;
    Bilingual note{};
    std::string controls{};
    std::string drawing{};
    std::string legend{};
    DataTable table{};
    TablePlace place{TablePlace::folded};
    std::string css_class{};
};
std::string figure(const Figure& figure);
// The id of a figure's title, which names its drawings.
std::string title_id(std::string_view figure_id);

struct Choice {
    std::string key;
    Bilingual name;
};
// Buttons that choose along one dimension ("year") of a panel set ("map").
std::string switcher(std::string_view set, std::string_view dimension, const Bilingual& label,
    const std::vector<Choice>& choices, std::string_view chosen);
// One panel of a set; `place` is its value along each dimension. Hidden unless it is the chosen one.
std::string panel(std::string_view set, const std::vector<std::pair<std::string, std::string>>& place, bool is_chosen,
    std::string_view inner);
std::vector<Choice> year_choices(const std::vector<int>& years);

struct LegendItem {
    std::string css_class;  // g0, line, cap ...
    Bilingual name;
    Bilingual value{};
    std::string item_class{};
};
std::string legend(const std::vector<LegendItem>& items);

// One figure in large letters, in a <dl class="cards">.
std::string card(const Bilingual& label, const Bilingual& value, const Bilingual& small);
std::string paragraph(const Bilingual& text, std::string_view css_class = {});
std::string section(std::string_view id, const Bilingual& title, const Bilingual& lead, std::string_view inner);

}  // namespace ecumene::output
