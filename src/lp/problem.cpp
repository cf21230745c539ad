#include "lp/problem.hpp"

#include <algorithm>

namespace ecumene::lp {
namespace {

const Block* block_of(const std::vector<Block>& blocks, std::int32_t position) {
    auto after = std::upper_bound(
        blocks.begin(), blocks.end(), position, [](std::int32_t p, const Block& b) { return p < b.first; });
    return after == blocks.begin() ? nullptr : &*std::prev(after);
}

std::string name_of(const std::vector<Block>& blocks, std::int32_t position, char anonymous) {
    const Block* block = block_of(blocks, position);
    if (!block) return anonymous + std::to_string(position);
    if (block->sizes.empty()) return block->name;
    std::int64_t offset = position - block->first;
    std::string inside;
    for (std::size_t d = block->sizes.size(); d-- > 0;) {
        const std::int64_t at = offset % block->sizes[d];
        offset /= block->sizes[d];
        const bool labelled = d < block->labels.size() && !block->labels[d].empty();
        inside = (labelled ? block->labels[d][static_cast<std::size_t>(at)] : std::to_string(at)) +
                 (inside.empty() ? "" : ",") + inside;
    }
    return block->name + "[" + inside + "]";
}

const std::string& unit_of(const std::vector<Block>& blocks, std::int32_t position) {
    static const std::string none;
    const Block* block = block_of(blocks, position);
    return block ? block->unit : none;
}

}  // namespace

bool Problem::has_integers() const {
    return std::any_of(is_integer.begin(), is_integer.end(), [](char flag) { return flag != 0; });
}

std::string Problem::column_name(std::int32_t column) const {
    return name_of(column_blocks, column, 'x');
}

std::string Problem::row_name(std::int32_t row) const {
    return name_of(row_blocks, row, 'r');
}

const std::string& Problem::column_unit(std::int32_t column) const {
    return unit_of(column_blocks, column);
}

const std::string& Problem::row_unit(std::int32_t row) const {
    return unit_of(row_blocks, row);
}

}  // namespace ecumene::lp
