// One part of the diagnosis report while it is written: sentences, charts with their tables, and what is missing.
//
//     Chapter chapter("inequality", say("d.inequality.title"), say("d.inequality.lead"));
//     chapter.finding(text);
//     chapter.chart({.id = "lorenz", .title = ..., .drawing = lines(curve), .table = table});
//     chapter.lacks(path.gaps);                   // a sentence for each, with the table that would unlock it
//     chapter.html();   chapter.pictures();
#pragma once

#include <string>
#include <vector>

#include "diagnosis/emissions_profile.hpp"
#include "output/diagnosis/report.hpp"
#include "output/figure.hpp"

namespace ecumene::output {

struct ChapterChart {
    std::string id;
    Bilingual title;
    Bilingual note{};
    Drawing drawing{};  // empty: the table alone, open
    DataTable table{};
    std::string legend{};
    TablePlace place{TablePlace::folded};
    std::string css_class{};
};

// Drawings of which one is seen at a time; all share a table.
struct ChapterPanel {
    std::vector<std::pair<std::string, std::string>> place;  // dimension, value: as panel() of figure.hpp takes it
    std::string picture_name;                                // joined to the figure's id
    Bilingual picture_title;
    Drawing drawing;
    std::string text{};  // markup instead of a drawing: why there is none
};

class Chapter {
public:
    Chapter(std::string id, Bilingual title, Bilingual lead)
        : id_(std::move(id)), title_(std::move(title)), lead_(std::move(lead)) {}

    void finding(const Bilingual& text);
    void note(const Bilingual& text);
    void markup(std::string_view html);
    // Charts written until the end of the pair stand side by side where there is room.
    void begin_pair() { body_ += "<div class=\"grid two\">"; }
    void end_pair() { body_ += "</div>"; }
    void lacks(const Bilingual& text);
    void lacks(const std::vector<diagnosis::Gap>& gaps);
    // Without a drawing the table stands open; without either nothing is shown.
    void chart(ChapterChart chart);
    // `chosen` is the value of each dimension shown first.
    void panels(const ChapterChart& frame, const std::string& controls, const std::vector<ChapterPanel>& panels,
        const std::vector<std::pair<std::string, std::string>>& chosen);

    const std::string& id() const { return id_; }
    const std::vector<DiagnosisPicture>& pictures() const { return pictures_; }
    // Empty if nothing was written.
    std::string html() const;

private:
    std::string id_;
    Bilingual title_, lead_;
    std::string body_;
    std::vector<DiagnosisPicture> pictures_;
};

// With a capital and a full stop.
Bilingual as_sentence(Bilingual text);
// "… (tables/gva.csv would unlock it)"
Bilingual gap_text(const diagnosis::Gap& gap);

}  // namespace ecumene::output
