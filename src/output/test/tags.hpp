// A reader of HTML just good enough to test with: do the tags balance, and what stands between two of them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::output {

// Empty if every element is closed in order, else what is wrong and where.
inline std::string unbalanced(std::string_view html) {
    const std::vector<std::string> voids{"meta", "br", "hr", "img", "input", "link", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const auto end = html.find('>', at);
        if (end == std::string_view::npos) return "a tag without end at " + std::to_string(at);
        const auto tag = html.substr(at + 1, end - at - 1);
        const bool closes = !tag.empty() && tag.front() == '/', stands_alone = !tag.empty() && tag.back() == '/';
        const std::string name(
            tag.substr(closes ? 1 : 0, tag.find_first_of(" \n/", closes ? 1 : 0) - (closes ? 1 : 0)));
        if (stands_alone || std::find(voids.begin(), voids.end(), name) != voids.end()) continue;
        if (closes) {
            if (open.empty() || open.back() != name)
                return "</" + name + "> at " + std::to_string(at) + " after <" + (open.empty() ? "" : open.back()) +
                       ">";
            open.pop_back();
            continue;
        }
        open.push_back(name);
        if (name == "script" || name == "style") at = html.find("</" + name, at) - 1;  // raw text
    }
    return open.empty() ? std::string{} : "<" + open.back() + "> is never closed";
}

// The inner text of every element of this opening, for elements that do not hold their own kind.
inline std::vector<std::string> pieces(std::string_view html, const std::string& opening, const std::string& closing) {
    std::vector<std::string> found;
    for (std::size_t at = html.find(opening); at != std::string_view::npos; at = html.find(opening, at + 1)) {
        const auto end = html.find(closing, at);
        found.emplace_back(html.substr(at, end == std::string_view::npos ? end : end - at));
    }
    return found;
}

inline std::size_t count(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

}  // namespace ecumene::output
