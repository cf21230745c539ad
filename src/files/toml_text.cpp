#include "files/toml_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::files {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            case '\r': out += "\\r"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                    out += compose("\\u{:04x}", {static_cast<int>(c)});
                else
                    out += c;
        }
    }
    return out + "\"";
}

// Years are written with quotes, as the bundled scenarios do.
std::string key_text(const std::string& key) {
    const auto is_bare = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-'; };
    const bool starts_bare = !key.empty() && std::isalpha(static_cast<unsigned char>(key.front())) != 0;
    return starts_bare && std::all_of(key.begin(), key.end(), is_bare) ? key : quoted(key);
}

std::string number_text(double value) {
    auto text = shortest(value);
    if (std::isfinite(value) && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string inline_text(const Value& value);

std::string list_text(const Value& list) {
    std::string out = "[";
    for (const auto& item : list.items()) {
        if (item.is_object()) throw Error(ErrorKind::internal, "a list of tables is not written as TOML");
        if (item.is_null()) continue;
        out += (out.size() > 1 ? ", " : "") + inline_text(item);
    }
    return out + "]";
}

std::string inline_text(const Value& value) {
    switch (value.kind()) {
        case Value::Kind::boolean: return value.as_boolean() ? "true" : "false";
        case Value::Kind::integer: return std::to_string(value.as_integer());
        case Value::Kind::number: return number_text(value.as_number());
        case Value::Kind::text: return quoted(value.as_text());
        case Value::Kind::list: return list_text(value);
        case Value::Kind::null:
        case Value::Kind::object: break;
    }
    std::string out = "{ ";
    for (const auto& [key, member] : value.members())
        out += (out.size() > 2 ? ", " : "") + key_text(key) + " = " + inline_text(member);
    return out + " }";
}

bool is_words(const Value& value) {
    if (!value.is_object() || value.members().empty()) return false;
    return std::all_of(
        value.members().begin(), value.members().end(), [](const Value::Member& m) { return m.value.is_text(); });
}

void write_table(const Value& table, const std::string& path, std::string& out) {
    const bool is_top = path.empty();
    std::string plain;
    for (const auto& [key, value] : table.members())
        if (!value.is_null() && (!value.is_object() || (is_top && is_words(value))))
            plain += key_text(key) + " = " + inline_text(value) + "\n";
    if (!plain.empty()) {
        if (!is_top) out += (out.empty() ? "[" : "\n[") + path + "]\n";
        out += plain;
    }
    for (const auto& [key, value] : table.members())
        if (value.is_object() && !(is_top && is_words(value)))
            write_table(value, (is_top ? "" : path + ".") + key_text(key), out);
}

}  // namespace

std::string toml_text(const Value& object) {
    std::string out;
    write_table(object, {}, out);
    return out;
}

}  // namespace ecumene::files
