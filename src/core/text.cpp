#include "core/text.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace ecumene {

std::string compose(std::string_view pattern, std::initializer_list<Argument> arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& argument : arguments)
        std::visit([&](const auto& value) { store.push_back(value); }, argument.value());
    return fmt::vformat(pattern, store);
}

std::string grouped(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const auto point = std::min(digits.find('.'), digits.size());
    for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    const bool is_zero = digits.find_first_not_of("0.,") == std::string::npos;
    return value < 0 && !is_zero ? "-" + digits : digits;
}

std::string shortest(double value) {
    return fmt::format("{}", value == 0.0 ? 0.0 : value);
}

std::string duration(double seconds) {
    if (seconds < 10.0) return fmt::format("{:.1f} s", seconds);
    const auto whole = static_cast<long>(std::lround(seconds));
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts.begin(), parts.end(), separator));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (true) {
        const auto end = text.find(separator, start);
        parts.emplace_back(trim(text.substr(start, end == std::string_view::npos ? end : end - start)));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool parse_number(std::string_view text, double& value) {
    const bool has_plus = !text.empty() && text.front() == '+';
    if (has_plus) text.remove_prefix(1);
    if (has_plus && !text.empty() && text.front() == '-') return false;
    double number = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return false;
    value = number;
    return true;
}

namespace {

// Edits that turn one word into the other; two neighbours changing places count as one (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
            const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (is_swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest_compared = 200;
    if (word.empty() || word.size() > longest_compared) return {};
    std::string best;
    std::size_t best_distance = std::string_view::npos;
    for (const auto& candidate : candidates) {
        const auto distance = edit_distance(word, candidate);
        if (distance < best_distance && 3 * distance <= std::max<std::size_t>(candidate.size(), 3)) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const auto candidate = nearest(word, candidates);
    return candidate.empty() ? std::string{} : "did you mean '" + candidate + "'?";
}

}  // namespace ecumene
