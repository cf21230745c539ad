#include "dataset/region_names.hpp"

#include <algorithm>
#include <vector>

#include "core/text.hpp"

namespace ecumene::dataset {
namespace {

std::string hint(const Frame& table, const std::string& key, std::size_t row) {
    const auto& code = table.text(row, key);
    return table.has("name_en") ? compose("did you mean '{}' ({})?", {code, table.text(row, "name_en")})
                                : compose("did you mean '{}'?", {code});
}

// "서울" stands for 서울특별시 as "Seoul" does for Seoul Metropolitan City.
bool is_beginning_of(std::string_view written, std::string_view name) {
    constexpr std::size_t shortest_beginning = 4;
    return written.size() >= shortest_beginning && name.substr(0, written.size()) == written;
}

}  // namespace

std::string meant_entry(std::string_view written, const Frame& table, const std::string& key) {
    // Spelling is compared with every entry: worth it for people's tables, not for a hostile one.
    constexpr std::size_t most_compared = 5'000;
    if (table.rows() > most_compared) return {};
    for (const auto* column : {"name_en", "name_ko"}) {
        if (!table.has(column)) continue;
        const auto& names = table.texts(column);
        const auto found = std::find_if(
            names.begin(), names.end(), [&](const std::string& name) { return is_beginning_of(written, name); });
        if (found != names.end()) return hint(table, key, static_cast<std::size_t>(found - names.begin()));
    }
    for (const auto* column : {"name_en", "name_ko"}) {
        if (!table.has(column)) continue;
        const auto& names = table.texts(column);
        // Codes are short: a name near in spelling tells more than a code near in spelling, but not for a code.
        const auto near = written.size() > 3 ? nearest(written, names) : std::string{};
        const auto found = std::find(names.begin(), names.end(), near);
        if (!near.empty() && found != names.end())
            return hint(table, key, static_cast<std::size_t>(found - names.begin()));
    }
    return did_you_mean(written, table.texts(key));
}

}  // namespace ecumene::dataset
