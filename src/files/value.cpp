#include "files/value.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::files {
namespace {

[[noreturn]] void wrong_kind(Value::Kind wanted, const Value& value) {
    throw Error(ErrorKind::input, compose("{} is needed where {} stands", {in_words(wanted), in_words(value.kind())}));
}

}  // namespace

std::string in_words(Value::Kind kind) {
    switch (kind) {
        case Value::Kind::null: return "nothing";
        case Value::Kind::boolean: return "true or false";
        case Value::Kind::integer: return "a whole number";
        case Value::Kind::number: return "a number";
        case Value::Kind::text: return "a text";
        case Value::Kind::list: return "a list";
        case Value::Kind::object: return "a table of keys";
    }
    return {};
}

// Not in the header: there a Member is not yet complete.
Value::Value(bool value) : data_(value) {}
Value::Value(int value) : data_(static_cast<std::int64_t>(value)) {}
Value::Value(std::int64_t value) : data_(value) {}
Value::Value(std::size_t value) : data_(static_cast<std::int64_t>(value)) {}
Value::Value(double value) : data_(value) {}
Value::Value(const char* value) : data_(std::string(value)) {}
Value::Value(std::string_view value) : data_(std::string(value)) {}
Value::Value(std::string value) : data_(std::move(value)) {}

Value Value::list() {
    return list(List{});
}

Value Value::list(List items) {
    Value value;
    value.data_ = std::move(items);
    return value;
}

Value Value::object() {
    Value value;
    value.data_ = Object{};
    return value;
}

bool Value::as_boolean() const {
    if (!is_boolean()) wrong_kind(Kind::boolean, *this);
    return std::get<bool>(data_);
}

std::int64_t Value::as_integer() const {
    if (!is_integer()) wrong_kind(Kind::integer, *this);
    return std::get<std::int64_t>(data_);
}

double Value::as_number() const {
    if (is_integer()) return static_cast<double>(std::get<std::int64_t>(data_));
    if (!is_number()) wrong_kind(Kind::number, *this);
    return std::get<double>(data_);
}

const std::string& Value::as_text() const {
    if (!is_text()) wrong_kind(Kind::text, *this);
    return std::get<std::string>(data_);
}

const Value::List& Value::items() const {
    if (!is_list()) wrong_kind(Kind::list, *this);
    return std::get<List>(data_);
}

const Value::Object& Value::members() const {
    if (!is_object()) wrong_kind(Kind::object, *this);
    return std::get<Object>(data_);
}

const Value* Value::find(std::string_view key) const {
    if (!is_object()) return nullptr;
    const auto& all = std::get<Object>(data_);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Member& m) { return m.key == key; });
    return found == all.end() ? nullptr : &found->value;
}

Value* Value::find(std::string_view key) {
    return const_cast<Value*>(std::as_const(*this).find(key));
}

const Value& Value::at(std::string_view key) const {
    const auto* found = find(key);
    if (found == nullptr) throw Error(ErrorKind::input, compose("the key '{}' is missing", {key}));
    return *found;
}

Value& Value::set(std::string_view key, Value value) {
    if (is_null()) data_ = Object{};
    if (!is_object()) wrong_kind(Kind::object, *this);
    if (auto* found = find(key)) {
        *found = std::move(value);
    } else {
        std::get<Object>(data_).push_back({std::string(key), std::move(value)});
    }
    return *this;
}

Value& Value::add(Value item) {
    if (is_null()) data_ = List{};
    if (!is_list()) wrong_kind(Kind::list, *this);
    std::get<List>(data_).push_back(std::move(item));
    return *this;
}

}  // namespace ecumene::files
