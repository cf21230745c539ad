// A calm page for a terminal: a title, a rule, and labelled paragraphs in one straight column.
//
//     Sheet sheet(session);
//     sheet.title("Korea", "reference", "3f2a91c04b7d");
//     sheet.field({"Target", "목표"}, "reached in every year");
//     sheet.lines(columns.lines(0));                       // below it, in the same column
//     std::cout << sheet.text();
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

class Sheet {
public:
    explicit Sheet(const Session& session) : session_(session) {}

    // What it is about, what of it, and a short text at the right; where there is no room the first is cut.
    void title(std::string_view about, std::string_view what, std::string_view right = {});
    // An empty label continues the paragraph above.
    void field(const Bilingual& label, std::string_view text);
    // One of a list under the last label.
    void item(std::string_view text);
    // Ready-made lines under the last label; a line that is too wide is cut.
    void lines(const std::vector<std::string>& ready);
    // A ready-made line over the whole width, cut where it is too wide.
    void ready(std::string_view line);
    // A paragraph over the whole width, without a label; and one of a list.
    void plain(std::string_view text);
    void plain_item(std::string_view text);
    // What was found, errors first, and a gap; nothing if there is nothing.
    void findings(const Findings& found);
    void gap();

    int text_width() const { return session_.width - label_width; }
    std::string text() const { return text_; }

private:
    static constexpr int label_width = 13;

    void add(std::string_view label, std::string_view line);

    const Session& session_;
    std::string text_;
};

}  // namespace ecumene::pipeline
