// Small JSON values that answers are made of.
//
//     value.set("title", both(scenario.title));              // {"en": ..., "ko": ...}
//     value.set("seconds", number_or_null(card.seconds));    // null where it is blank
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

inline files::Value both(const Bilingual& text) {
    return files::Value::object().set("en", text.en).set("ko", text.ko);
}

// What both() made, read again.
inline Bilingual both_of(const files::Value& value) {
    return {value.at("en").as_text(), value.at("ko").as_text()};
}

inline files::Value texts_value(const std::vector<std::string>& texts) {
    auto list = files::Value::list();
    for (const auto& text : texts) list.add(text);
    return list;
}

inline files::Value text_or_null(const std::string& text) {
    return text.empty() ? files::Value() : files::Value(text);
}

inline files::Value number_or_null(double number) {
    return is_blank(number) ? files::Value() : files::Value(number);
}

inline files::Value number_or_null(const std::optional<double>& number) {
    return number ? files::Value(*number) : files::Value();
}

}  // namespace ecumene::pipeline
