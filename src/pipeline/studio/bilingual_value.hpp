// A text in both languages as JSON: {"en": ..., "ko": ...}.
#pragma once

#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

inline files::Value both(const Bilingual& text) {
    return files::Value::object().set("en", text.en).set("ko", text.ko);
}

}  // namespace ecumene::pipeline
