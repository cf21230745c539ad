#include "pipeline/messages.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/particles.hpp"
#include "embedded/messages.hpp"
#include "files/csv.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::string_view doing = "; while ";

struct Message {
    MessagePattern english;
    std::string korean;
};

// Surest first: a row with many fixed words is asked before one that fits nearly everything.
std::vector<Message> read_messages() {
    Findings findings;
    const auto table = files::parse_csv(std::string(embedded::messages), "messages.csv", findings);
    if (findings.has_errors()) throw Error(ErrorKind::internal, describe(findings.all().front()));
    std::vector<Message> messages;
    for (std::size_t i = 0; i < table.rows(); ++i)
        messages.push_back({MessagePattern(table.cell(i, 0)), std::string(table.cell(i, 1))});
    std::stable_sort(messages.begin(), messages.end(),
        [](const Message& a, const Message& b) { return a.english.letters() > b.english.letters(); });
    return messages;
}

// "{}" in order, "{1}" by number.
std::string filled_in(const std::string& pattern, const std::vector<std::string>& filled) {
    std::string text;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
        if (end == std::string::npos) {
            text += pattern[i];
            continue;
        }
        const auto number = pattern.substr(i + 1, end - i - 1);
        double place = static_cast<double>(next);
        if (number.empty())
            ++next;
        else if (!parse_number(number, place)) {
            text += pattern[i];
            continue;
        }
        const auto at = static_cast<std::size_t>(place);
        if (at < filled.size()) text += filled[at];
        i = end;
    }
    return with_particles(std::move(text));
}

// Names, numbers and lists of them; not words of a sentence.
bool is_name(const std::string& text) {
    for (std::size_t i = text.find(' '); i != std::string::npos; i = text.find(' ', i + 1))
        if (i == 0 || text[i - 1] != ',') return false;
    return true;
}

std::string in_korean(const std::string& sentence) {
    constexpr std::size_t few_letters = 12;
    static const auto messages = read_messages();
    std::vector<std::string> filled;
    for (const auto& message : messages) {
        filled.clear();
        if (!message.english.match(sentence, filled)) continue;
        bool is_sure = true;
        for (auto& part : filled) {
            if (is_name(part)) continue;
            auto korean = in_korean(part);
            // "add {}" must not take "add" from a sentence that no row knows.
            if (message.english.letters() < few_letters && korean == part) is_sure = false;
            part = std::move(korean);
        }
        if (is_sure) return filled_in(message.korean, filled);
    }
    return sentence;
}

}  // namespace

MessagePattern::MessagePattern(std::string_view pattern) {
    std::string piece;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern.substr(i, 2) == "{}") {
            pieces_.push_back(std::exchange(piece, {}));
            ++i;
        } else {
            piece += pattern[i];
        }
    }
    pieces_.push_back(std::move(piece));
}

std::size_t MessagePattern::letters() const {
    std::size_t all = 0;
    for (const auto& piece : pieces_) all += piece.size();
    return all;
}

bool MessagePattern::match(std::string_view sentence, std::vector<std::string>& filled) const {
    if (!sentence.starts_with(pieces_.front())) return false;
    if (pieces_.size() == 1) return sentence == pieces_.front();
    return match_from(1, sentence.substr(pieces_.front().size()), filled);
}

bool MessagePattern::match_from(std::size_t piece, std::string_view rest, std::vector<std::string>& filled) const {
    const auto& wanted = pieces_[piece];
    if (piece + 1 == pieces_.size()) {
        if (!rest.ends_with(wanted)) return false;
        filled.emplace_back(rest.substr(0, rest.size() - wanted.size()));
        return true;
    }
    for (auto at = rest.find(wanted); at != std::string_view::npos; at = rest.find(wanted, at + 1)) {
        filled.emplace_back(rest.substr(0, at));
        if (match_from(piece + 1, rest.substr(at + wanted.size()), filled)) return true;
        filled.pop_back();
    }
    return false;
}

std::string said(const std::string& sentence, Language language) {
    if (language == Language::en || sentence.empty()) return sentence;
    const auto cause = sentence.find(doing);
    if (cause == std::string::npos) return in_korean(sentence);
    // "...; while reading the run": the doings stay in the program's words behind the cause.
    return in_korean(sentence.substr(0, cause)) + " (" + sentence.substr(cause + 2) + ")";
}

std::string described(const Finding& finding, Language language) {
    if (language == Language::en) return describe(finding);
    auto told = finding;
    told.message = said(finding.message, language);
    told.remedy = said(finding.remedy, language);
    std::string place = finding.file;
    if (finding.row > 0) place += compose("{}{}행", {place.empty() ? "" : ", ", finding.row});
    if (!finding.column.empty()) place += compose("{}{} 열", {place.empty() ? "" : ", ", finding.column});
    std::string line = place.empty() ? told.message : place + ": " + told.message;
    if (!told.remedy.empty()) line += " – " + told.remedy;
    return line;
}

}  // namespace ecumene::pipeline
