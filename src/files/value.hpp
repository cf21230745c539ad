// One tree of values for JSON and TOML, with an ordered object and the line each value stood on.
//
//     Value manifest = Value::object();
//     manifest.set("objective", 1.5).set("years", Value::list({2030, 2050}));
//     write_json("runs/x/manifest.json", manifest);
//     double objective = read_json("runs/x/manifest.json").at("objective").as_number();
//
// Objects keep the order they were given in (TOML: the order of the file), so the same tree gives the same bytes.
// Numbers are written as their shortest text; not-a-number becomes null. Depth and size are bounded on reading.
// Not done here: TOML dates (they come as text), comments, writing TOML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/findings.hpp"

namespace ecumene::files {

class Value {
public:
    using List = std::vector<Value>;
    struct Member;
    using Object = std::vector<Member>;
    enum class Kind { null, boolean, integer, number, text, list, object };

    Value() = default;
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(std::size_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string_view value);
    Value(std::string value);
    static Value list();
    static Value list(List items);
    static Value object();

    Kind kind() const { return static_cast<Kind>(data_.index()); }
    bool is_null() const { return kind() == Kind::null; }
    bool is_boolean() const { return kind() == Kind::boolean; }
    bool is_integer() const { return kind() == Kind::integer; }
    // Integers are numbers too.
    bool is_number() const { return kind() == Kind::number || is_integer(); }
    bool is_text() const { return kind() == Kind::text; }
    bool is_list() const { return kind() == Kind::list; }
    bool is_object() const { return kind() == Kind::object; }

    // Errors: ErrorKind::input when the value is of another kind, saying which was wanted.
    bool as_boolean() const;
    std::int64_t as_integer() const;
    double as_number() const;
    const std::string& as_text() const;
    const List& items() const;
    const Object& members() const;

    // The member, or null if it is not there (or this is no object).
    const Value* find(std::string_view key) const;
    Value* find(std::string_view key);
    // Errors: ErrorKind::input if it is not there.
    const Value& at(std::string_view key) const;

    // Sets or replaces a member; a null value becomes an object, as a new list does with add().
    Value& set(std::string_view key, Value value);
    Value& add(Value item);

    // Where it stood in the file, from 1; 0 if not known.
    std::size_t line() const { return line_; }
    void set_line(std::size_t line) { line_ = line; }

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> data_;
    std::size_t line_{};
};

struct Value::Member {
    std::string key;
    Value value;
};

// "a whole number", "a text", ... for messages.
std::string in_words(Value::Kind kind);

struct ValueLimits {
    std::size_t bytes{std::size_t{64} << 20U};
    std::size_t depth{64};
};

// Every fault is one finding under the name `shown`; then the value is null.
Value parse_json(std::string_view text, const std::string& shown, Findings& findings, ValueLimits limits = {});
Value parse_toml(std::string_view text, const std::string& shown, Findings& findings, ValueLimits limits = {});
Value read_toml(
    const std::filesystem::path& path, const std::string& shown, Findings& findings, ValueLimits limits = {});
// Throws FindingsError.
Value read_json(const std::filesystem::path& path, ValueLimits limits = {});

enum class JsonLayout { indented, one_line };
std::string json_text(const Value& value, JsonLayout layout = JsonLayout::indented);
void write_json(const std::filesystem::path& path, const Value& value);

}  // namespace ecumene::files
