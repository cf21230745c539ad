#include "barrier/instance.hpp"

#include <cmath>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::bench {
namespace {

std::optional<RegionalSize> size_named(const std::string& word) {
    std::vector<int> counts;
    for (const std::string& part : split(word, 'x')) {
        double count = 0.0;
        if (!parse_number(part, count) || count < 1 || count > 1e6 || count != std::floor(count)) return {};
        counts.push_back(static_cast<int>(count));
    }
    if (counts.size() != 3) return {};
    return RegionalSize{.regions = counts[0], .hours = counts[1], .years = counts[2]};
}

}  // namespace

Instance instance_named(const std::string& word) {
    if (const auto size = size_named(word)) return {word, size, {}};
    const std::filesystem::path file(word);
    if (file.extension() == ".mps") return {file.stem().string(), {}, file};
    throw Error(ErrorKind::input, word + " is neither REGIONSxHOURSxYEARS, such as 17x168x1, nor an .mps file");
}

lp::Problem problem_of(const Instance& instance, unsigned seed) {
    if (!instance.size) return read_mps(instance.file);
    RegionalSize size = *instance.size;
    size.seed = seed;
    return regional_plan(size);
}

}  // namespace ecumene::bench
