#include "core/particles.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ecumene {
namespace {

// How the syllable before a particle ends; rieul closes it, but takes 로 and not 으로.
enum class Ending { open, closed, rieul };

struct Particle {
    std::string_view both, closed, open, rieul;
};

constexpr std::array<Particle, 6> particles{
    {{"을(를)", "을", "를", "을"}, {"이(가)", "이", "가", "이"}, {"은(는)", "은", "는", "은"},
        {"과(와)", "과", "와", "과"}, {"와(과)", "과", "와", "과"}, {"(으)로", "으로", "로", "로"}}};

constexpr std::size_t hangul_bytes = 3;

// Unicode 15, chapter 3.12: syllables lie in blocks of 28 by their final consonant, the first of each without one.
std::optional<Ending> ending_of_hangul(std::string_view text) {
    constexpr std::uint32_t first = 0xAC00, last = 0xD7A3, finals = 28, rieul = 8;
    if (text.size() < hangul_bytes) return std::nullopt;
    const auto byte = [&](std::size_t from_end) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[text.size() - from_end]));
    };
    if ((byte(3) & 0xF0U) != 0xE0U) return std::nullopt;
    const auto letter = ((byte(3) & 0x0FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(1) & 0x3FU);
    if (letter < first || letter > last) return std::nullopt;
    const auto final = (letter - first) % finals;
    return final == 0 ? Ending::open : final == rieul ? Ending::rieul : Ending::closed;
}

// 영 일 이 삼 사 오 육 칠 팔 구, and 퍼센트.
std::optional<Ending> ending_of_sign(char sign) {
    constexpr std::array<Ending, 10> digits{Ending::closed, Ending::rieul, Ending::open, Ending::closed, Ending::open,
        Ending::open, Ending::closed, Ending::rieul, Ending::rieul, Ending::open};
    if (sign >= '0' && sign <= '9') return digits[static_cast<std::size_t>(sign - '0')];
    if (sign == '%') return Ending::open;
    return std::nullopt;
}

std::string_view without_bracket(std::string_view text) {
    int depth = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        if (text[at] == ')') ++depth;
        if (text[at] == '(' && --depth == 0) return text.substr(0, at);
    }
    return {};
}

std::optional<Ending> ending_of(std::string_view text) {
    while (!text.empty() && (text.back() == ')' || text.back() == '\'' || text.back() == '"'))
        text = text.back() == ')' ? without_bracket(text) : text.substr(0, text.size() - 1);
    if (text.empty()) return std::nullopt;
    if (const auto sign = ending_of_sign(text.back())) return sign;
    return ending_of_hangul(text);
}

}  // namespace

std::string with_particles(std::string text) {
    for (const auto& particle : particles) {
        for (auto at = text.find(particle.both); at != std::string::npos; at = text.find(particle.both, at + 1)) {
            const auto ending = ending_of(std::string_view(text).substr(0, at));
            if (!ending) continue;
            text.replace(at, particle.both.size(),
                *ending == Ending::open     ? particle.open
                : *ending == Ending::closed ? particle.closed
                                            : particle.rieul);
        }
    }
    return text;
}

}  // namespace ecumene
