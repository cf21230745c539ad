#include "output/diagnosis/shades.hpp"

#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/scale.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

constexpr std::size_t classes = 5;

Bilingual bound(double end) {
    return figure_text(end, end == std::floor(end) ? 0 : end * 10 == std::floor(end * 10) ? 1 : 2);
}

}  // namespace

std::string Shades::class_of(double value) const {
    if (is_blank(value)) return "q-none";
    return "q" + std::to_string(output::class_of(std::max(value, 0.0), ends_));
}

std::vector<TileKey> Shades::keys() const {
    std::vector<TileKey> keys;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
        const bool is_last = i + 1 == ends_.size();
        const auto text = i == 0    ? say("d.key.up_to", {bound(ends_[0]), unit_})
                          : is_last ? say("d.key.above", {bound(ends_[i - 1]), unit_})
                                    : say("d.key.between", {bound(ends_[i - 1]), bound(ends_[i]), unit_});
        keys.push_back({"q" + std::to_string(i), text});
    }
    return keys;
}

Shades shades_of(std::vector<double> values, const Bilingual& unit) {
    values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return is_blank(v); }), values.end());
    std::sort(values.begin(), values.end());
    const double usual = values.empty() ? 1.0 : values[(values.size() - 1) * 9 / 10];
    return {round_classes(usual, classes), unit};
}

std::string score_class(double score) {
    if (is_blank(score)) return "q-none";
    const double size = std::abs(score);
    return (score >= 0 ? "m" : "p") + std::string(size < 0.5 ? "0" : size < 1.25 ? "1" : "2");
}

std::vector<TileKey> score_keys() {
    return {{"p2", say("d.key.much_easier")}, {"p1", say("d.key.easier")}, {"p0", say("d.key.little_easier")},
        {"m0", say("d.key.little_harder")}, {"m1", say("d.key.harder")}, {"m2", say("d.key.much_harder")}};
}

}  // namespace ecumene::output
