#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"

namespace ecumene::files {
namespace {

// Builds the tree as the parser meets it, so that depth is bounded before anything deep is built.
// The names of the members are the parser's.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    TreeBuilder(std::string_view text, std::size_t deepest) : text_(text), deepest_(deepest) {}

    bool null() override { return place(Value{}); }
    bool boolean(bool value) override { return place(Value{value}); }
    bool number_integer(number_integer_t value) override { return place(Value{static_cast<std::int64_t>(value)}); }
    bool number_unsigned(number_unsigned_t value) override {
        constexpr auto largest = static_cast<number_unsigned_t>(INT64_MAX);
        return place(value <= largest ? Value{static_cast<std::int64_t>(value)} : Value{static_cast<double>(value)});
    }
    bool number_float(number_float_t value, const string_t&) override {
        return std::isfinite(value) ? place(Value{value}) : refuse("a number is too large");
    }
    bool string(string_t& value) override { return place(Value{std::move(value)}); }
    bool binary(binary_t&) override { return refuse("binary data is not JSON"); }
    bool start_object(std::size_t) override { return open(Value::object()); }
    bool start_array(std::size_t) override { return open(Value::list()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        auto& object = open_.back();
        if (object.value.find(name) != nullptr) return refuse(compose("the key '{}' stands twice", {name}));
        object.key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        line_ = 1 + static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + at_most(position), '\n'));
        return refuse("this is not JSON: a bracket, comma or quote is missing or too many");
    }

    std::optional<Value>& result() { return result_; }
    const std::string& reason() const { return reason_; }
    std::size_t line() const { return line_; }

private:
    struct Open {
        Value value;
        std::string key;
    };

    std::ptrdiff_t at_most(std::size_t position) const {
        return static_cast<std::ptrdiff_t>(std::min(position, text_.size()));
    }

    bool refuse(std::string reason) {
        reason_ = std::move(reason);
        return false;
    }
    bool open(Value container) {
        if (open_.size() >= deepest_) return refuse(compose("it is nested more than {} deep", {deepest_}));
        open_.push_back({std::move(container), {}});
        return true;
    }
    bool close() {
        Value done = std::move(open_.back().value);
        open_.pop_back();
        return place(std::move(done));
    }
    bool place(Value value) {
        if (open_.empty())
            result_ = std::move(value);
        else if (auto& into = open_.back(); into.value.is_object())
            into.value.set(into.key, std::move(value));
        else
            into.value.add(std::move(value));
        return true;
    }

    std::string_view text_;
    std::size_t deepest_;
    std::vector<Open> open_;
    std::optional<Value> result_;
    std::string reason_;
    std::size_t line_{};
};

void append_quoted(std::string& out, const std::string& text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

class JsonWriter {
public:
    explicit JsonWriter(JsonLayout layout) : layout_(layout) {}

    std::string write(const Value& value) {
        append(value);
        return std::move(out_);
    }

private:
    void append(const Value& value) {
        switch (value.kind()) {
            case Value::Kind::null: out_ += "null"; break;
            case Value::Kind::boolean: out_ += value.as_boolean() ? "true" : "false"; break;
            case Value::Kind::integer: out_ += std::to_string(value.as_integer()); break;
            case Value::Kind::number:
                out_ += std::isfinite(value.as_number()) ? shortest(value.as_number()) : "null";
                break;
            case Value::Kind::text: append_quoted(out_, value.as_text()); break;
            case Value::Kind::list: append_list(value.items()); break;
            case Value::Kind::object: append_object(value.members()); break;
        }
    }

    void append_list(const Value::List& items) {
        // Lists of plain values stand on one line: a list of years should not take thirty.
        const bool is_plain =
            std::none_of(items.begin(), items.end(), [](const Value& v) { return v.is_list() || v.is_object(); });
        out_ += '[';
        ++depth_;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out_ += is_plain ? ", " : ",";
            if (!is_plain) new_line();
            append(items[i]);
        }
        --depth_;
        if (!is_plain) new_line();
        out_ += ']';
    }

    void append_object(const Value::Object& members) {
        out_ += '{';
        ++depth_;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0) out_ += ',';
            new_line();
            append_quoted(out_, members[i].key);
            out_ += ": ";
            append(members[i].value);
        }
        --depth_;
        if (!members.empty()) new_line();
        out_ += '}';
    }

    void new_line() {
        if (layout_ == JsonLayout::one_line) return;
        out_ += '\n';
        out_.append(2 * depth_, ' ');
    }

    JsonLayout layout_;
    std::size_t depth_{};
    std::string out_;
};

}  // namespace

Value parse_json(std::string_view text, const std::string& shown, Findings& findings, ValueLimits limits) {
    TreeBuilder builder(text, limits.depth);
    if (text.size() > limits.bytes) {
        findings.error({.code = "too_large",
            .file = shown,
            .row = 0,
            .column = {},
            .message = compose("it has more than {} bytes", {limits.bytes}),
            .remedy = {}});
        return {};
    }
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder) && builder.result())
        return std::move(*builder.result());
    findings.error({.code = "not_json",
        .file = shown,
        .row = builder.line(),
        .column = {},
        .message = builder.reason(),
        .remedy = {}});
    return {};
}

Value read_json(const std::filesystem::path& path, ValueLimits limits) {
    Findings findings;
    const auto text = read_text(path, path.string(), findings, limits.bytes);
    findings.raise_if_errors();
    auto value = parse_json(*text, path.string(), findings, limits);
    findings.raise_if_errors();
    return value;
}

std::string json_text(const Value& value, JsonLayout layout) {
    return JsonWriter(layout).write(value) + (layout == JsonLayout::indented ? "\n" : "");
}

void write_json(const std::filesystem::path& path, const Value& value) {
    write_file(path, json_text(value));
}

}  // namespace ecumene::files
