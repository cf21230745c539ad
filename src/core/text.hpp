// Small text helpers: composing messages, numbers as people read them, "did you mean", two languages.
//
//     compose("{} of {} rows, {:.1f} %", {good, all, 100.0 * share});     // fmt's format language
//     grouped(1234567.8, 1) == "1,234,567.8"
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ecumene {

// What may stand in a composed message.
class Argument {
public:
    template <std::integral T>
    Argument(T value) : value_(static_cast<std::int64_t>(value)) {}
    Argument(double value) : value_(value) {}
    Argument(const char* value) : value_(std::string(value)) {}
    Argument(std::string_view value) : value_(std::string(value)) {}
    Argument(std::string value) : value_(std::move(value)) {}
    const std::variant<std::int64_t, double, std::string>& value() const { return value_; }

private:
    std::variant<std::int64_t, double, std::string> value_;
};

std::string compose(std::string_view pattern, std::initializer_list<Argument> arguments);

// 1,234,567.8
std::string grouped(double value, int decimals = 0);
// Shortest decimal text that reads back to the same double.
std::string shortest(double value);
// "4 min 10 s", "3.2 s"
std::string duration(double seconds);

std::string join(std::span<const std::string> parts, std::string_view separator);
std::vector<std::string> split(std::string_view text, char separator);
std::string_view trim(std::string_view text);
// A whole finite number; false for anything else (nan, inf and trailing text included).
bool parse_number(std::string_view text, double& value);

// The candidate nearest in spelling (edit distance at most a third of its length), or empty.
std::string nearest(std::string_view word, std::span<const std::string> candidates);
// "did you mean 'x'?" or empty.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

enum class Language { en, ko };

// The same words in both languages of the program.
struct Bilingual {
    std::string en;
    std::string ko;
    const std::string& in(Language language) const { return language == Language::ko ? ko : en; }
};

}  // namespace ecumene
