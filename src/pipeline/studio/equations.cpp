#include "pipeline/studio/equations.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/text.hpp"
#include "embedded/model_diagnosis.hpp"
#include "embedded/model_energy.hpp"
#include "embedded/model_governance.hpp"
#include "embedded/model_network.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::string_view plain_start = "(", bold_start = "**(";

// What stands after "(" or "**(" at the beginning of the line; empty: neither does.
std::string_view after_start(std::string_view line) {
    for (const auto start : {bold_start, plain_start})
        if (line.substr(0, start.size()) == start) return line.substr(start.size());
    return {};
}

// "E15" where the line begins with "(E15)" or "**(E15)**"; else empty.
std::string number_at_start(std::string_view line) {
    const auto rest = after_start(line);
    const auto end = rest.find(')');
    if (end == std::string_view::npos || end < 2 || std::isupper(static_cast<unsigned char>(rest.front())) == 0)
        return {};
    const auto number = rest.substr(0, end);
    const bool is_number = number.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return is_number ? std::string(number) : std::string{};
}

// The words in bold after the number, else its first words.
std::string title_of(std::string_view text) {
    auto rest = text.substr(text.find(')') + 1);
    if (rest.substr(0, 2) == "**") rest.remove_prefix(2);
    rest = trim(rest);
    std::string_view title = rest.substr(0, 2) == "**" ? rest.substr(2, rest.find("**", 2) - 2)
                                                       : rest.substr(0, rest.find_first_of(".:,=\n"));
    while (!title.empty() && (title.back() == '.' || title.back() == ' ')) title.remove_suffix(1);
    return std::string(title);
}

bool ends_equation(std::string_view line) {
    return line.substr(0, 2) == "# " || line.substr(0, 3) == "## ";
}

void read_page(std::string_view text, const std::string& page, std::vector<Equation>& all) {
    Equation* open = nullptr;
    for (const auto& line : split(text, '\n')) {
        const auto number = number_at_start(line);
        if (!number.empty())
            open = &all.emplace_back(Equation{.number = number, .page = page});
        else if (ends_equation(line))
            open = nullptr;
        if (open != nullptr) open->text += line + "\n";
    }
}

std::vector<Equation> read_all() {
    std::vector<Equation> all;
    read_page(embedded::model_energy, "docs/model/energy.md", all);
    read_page(embedded::model_diagnosis, "docs/model/diagnosis.md", all);
    read_page(embedded::model_governance, "docs/model/governance.md", all);
    read_page(embedded::model_network, "docs/model/network.md", all);
    for (auto& equation : all) {
        equation.text = std::string(trim(equation.text));
        equation.title = title_of(equation.text);
    }
    return all;
}

}  // namespace

const std::vector<Equation>& equations() {
    static const auto all = read_all();
    return all;
}

const Equation* equation_numbered(const std::string& number) {
    const auto found =
        std::find_if(equations().begin(), equations().end(), [&](const Equation& e) { return e.number == number; });
    return found == equations().end() ? nullptr : &*found;
}

files::Value equation_value(const Equation& equation) {
    return files::Value::object()
        .set("number", equation.number)
        .set("title", equation.title)
        .set("text", equation.text)
        .set("page", equation.page);
}

}  // namespace ecumene::pipeline
