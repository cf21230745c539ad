#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"

namespace ecumene::files {
namespace {

std::size_t line_of(const toml::node& node) {
    return static_cast<std::size_t>(node.source().begin.line);
}

template <class Date>
std::string written(const Date& date) {
    std::ostringstream out;
    out << date;
    return out.str();
}

// Turns the library's tree into ours; too deep a tree is cut and reported.
class Converter {
public:
    Converter(const std::string& shown, Findings& findings, std::size_t deepest)
        : shown_(shown), findings_(findings), deepest_(deepest) {}

    Value convert(const toml::node& node, std::size_t depth) {
        Value value = depth > deepest_  ? too_deep(node)
                      : node.is_table() ? table(*node.as_table(), depth)
                      : node.is_array() ? array(*node.as_array(), depth)
                                        : scalar(node);
        value.set_line(line_of(node));
        return value;
    }

private:
    // The library sorts keys by name; the file's own order is wanted.
    Value table(const toml::table& table, std::size_t depth) {
        std::vector<std::pair<std::string, const toml::node*>> members;
        for (const auto& [key, node] : table) members.emplace_back(std::string(key.str()), &node);
        std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
            const auto &first = a.second->source().begin, &second = b.second->source().begin;
            return first.line != second.line ? first.line < second.line : first.column < second.column;
        });
        Value object = Value::object();
        for (const auto& [key, node] : members) object.set(key, convert(*node, depth + 1));
        return object;
    }

    Value array(const toml::array& array, std::size_t depth) {
        Value list = Value::list();
        for (const auto& node : array) list.add(convert(node, depth + 1));
        return list;
    }

    Value scalar(const toml::node& node) {
        if (const auto* text = node.as_string()) return Value{text->get()};
        if (const auto* whole = node.as_integer()) return Value{static_cast<std::int64_t>(whole->get())};
        if (const auto* truth = node.as_boolean()) return Value{truth->get()};
        if (const auto* number = node.as_floating_point()) return finite(number->get(), node);
        if (const auto* date = node.as_date()) return Value{written(date->get())};
        if (const auto* time = node.as_time()) return Value{written(time->get())};
        if (const auto* moment = node.as_date_time()) return Value{written(moment->get())};
        return {};
    }

    Value finite(double number, const toml::node& node) {
        if (std::isfinite(number)) return Value{number};
        return refuse(node, "not_finite", "the number is not finite");
    }

    Value too_deep(const toml::node& node) {
        return refuse(node, "too_deep", compose("it is nested more than {} deep", {deepest_}));
    }

    Value refuse(const toml::node& node, const char* code, std::string message) {
        findings_.error({.code = code,
            .file = shown_,
            .row = line_of(node),
            .column = {},
            .message = std::move(message),
            .remedy = {}});
        return {};
    }

    const std::string& shown_;
    Findings& findings_;
    std::size_t deepest_;
};

}  // namespace

Value parse_toml(std::string_view text, const std::string& shown, Findings& findings, ValueLimits limits) {
    if (text.size() > limits.bytes) {
        findings.error({.code = "too_large",
            .file = shown,
            .row = 0,
            .column = {},
            .message = compose("it has more than {} bytes", {limits.bytes}),
            .remedy = {}});
        return {};
    }
    try {
        const toml::table root = toml::parse(text);
        return Converter(shown, findings, limits.depth).convert(root, 0);
    } catch (const toml::parse_error& error) {
        findings.error({.code = "not_toml",
            .file = shown,
            .row = static_cast<std::size_t>(error.source().begin.line),
            .column = {},
            .message = compose("this is not TOML: {}", {error.description()}),
            .remedy = "texts stand in \"quotes\", tables in [brackets]"});
        return {};
    }
}

Value read_toml(const std::filesystem::path& path, const std::string& shown, Findings& findings, ValueLimits limits) {
    const auto text = read_text(path, shown, findings, limits.bytes);
    return text ? parse_toml(*text, shown, findings, limits) : Value{};
}

}  // namespace ecumene::files
