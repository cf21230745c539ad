#include "network/cell.hpp"

#include <charconv>
#include <cmath>
#include <limits>

#include "core/text.hpp"

namespace ecumene::network {

bool parse_cell(std::string_view text, double& value) {
    text = trim(text);
    const char* const end = text.data() + text.size();
    double read = 0.0;
    if (const auto [stop, failure] = std::from_chars(text.data(), end, read);
        !text.empty() && failure == std::errc{} && stop == end) {
        value = read;  // "inf" and "nan" too
        return true;
    }
    if (text.empty() || text == "NaN" || text == "None" || text == "n/a") {
        value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    if (text == "True" || text == "true" || text == "TRUE") {
        value = 1.0;
        return true;
    }
    if (text == "False" || text == "false" || text == "FALSE") {
        value = 0.0;
        return true;
    }
    return false;
}

std::string cell_text(double value) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0.0 ? "inf" : "-inf";
    return shortest(value);
}

}  // namespace ecumene::network
