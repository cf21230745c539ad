#include "solver/mps.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "core/error.hpp"
#include "solver/positions.hpp"

namespace ecumene::solver {
namespace {

// ---- files ----------------------------------------------------------------------------------------------------------

// Text that gets its final name only when all of it is on the disk.
class TextFile {
public:
    explicit TextFile(std::filesystem::path path) : path_(std::move(path)), partial_(path_) {
        partial_ += ".partial";
        stream_.open(partial_, std::ios::binary | std::ios::trunc);
        if (!stream_) fail("cannot be opened for writing");
    }
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;
    ~TextFile() {
        if (is_done_) return;
        stream_.close();
        std::error_code ignored;
        std::filesystem::remove(partial_, ignored);
    }

    TextFile& operator<<(std::string_view text) {
        stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
        return *this;
    }
    // The shortest text that reads back to the same double.
    TextFile& operator<<(double number) {
        if (std::isinf(number)) return *this << (number > 0 ? "inf" : "-inf");
        std::array<char, 32> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        return *this << std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }
    TextFile& operator<<(std::int32_t number) { return *this << std::string_view(std::to_string(number)); }

    void finish() {
        stream_.close();
        if (!stream_) fail("cannot be written completely (disk full?)");
        std::error_code error;
        std::filesystem::rename(partial_, path_, error);
        if (error) fail("cannot be given its name: " + error.message());
        is_done_ = true;
    }

private:
    [[noreturn]] void fail(const std::string& what) const { throw Error(ErrorKind::io, path_.string() + " " + what); }

    std::filesystem::path path_, partial_;
    std::ofstream stream_;
    bool is_done_{};
};

// ---- MPS ------------------------------------------------------------------------------------------------------------

constexpr std::string_view objective_row = "objective";

// A row as MPS says it: its type, right-hand side and, where it has two different limits, their distance.
struct RowForm {
    char type{'N'};
    double right{};
    double range{};
};

RowForm form_of(double lower, double upper) {
    if (lower == upper) return {'E', lower, 0.0};
    if (!std::isfinite(lower) && !std::isfinite(upper)) return {};
    if (!std::isfinite(lower)) return {'L', upper, 0.0};
    if (!std::isfinite(upper)) return {'G', lower, 0.0};
    // The far limit is computed by the reader, so it is the larger one, where rounding is relative to its own size.
    return std::abs(lower) <= std::abs(upper) ? RowForm{'G', lower, upper - lower} : RowForm{'L', upper, upper - lower};
}

void write_rows(TextFile& file, const lp::Problem& problem) {
    file << "ROWS\n N " << objective_row << "\n";
    for (std::int32_t i = 0; i < problem.rows(); ++i) {
        const char type = form_of(problem.row_lower[at(i)], problem.row_upper[at(i)]).type;
        file << " " << std::string_view(&type, 1) << " r" << i << "\n";
    }
}

void write_entry(TextFile& file, std::int32_t column, double value) {
    file << " c" << column << " " << objective_row << " " << value << "\n";
}

void write_column(TextFile& file, const lp::Problem& problem, std::int32_t j) {
    const std::int64_t first = problem.start[at(j)], last = problem.start[at(j) + 1];
    if (problem.cost[at(j)] != 0.0 || first == last) write_entry(file, j, problem.cost[at(j)]);
    for (std::int64_t e = first; e < last; ++e)
        file << " c" << j << " r" << problem.index[at(e)] << " " << problem.value[at(e)] << "\n";
}

void write_columns(TextFile& file, const lp::Problem& problem) {
    file << "COLUMNS\n";
    bool among_integers = false;
    std::int32_t markers = 0;
    const auto mark = [&](bool integers) {
        if (integers == among_integers) return;
        file << " m" << markers++ << " 'MARKER' " << (integers ? "'INTORG'" : "'INTEND'") << "\n";
        among_integers = integers;
    };
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        mark(is_integer(problem, j));
        write_column(file, problem, j);
    }
    mark(false);
}

void write_right_hand_sides(TextFile& file, const lp::Problem& problem) {
    file << "RHS\n";
    if (problem.constant != 0.0) file << " RHS " << objective_row << " " << -problem.constant << "\n";
    for (std::int32_t i = 0; i < problem.rows(); ++i) {
        const RowForm form = form_of(problem.row_lower[at(i)], problem.row_upper[at(i)]);
        if (form.right != 0.0) file << " RHS r" << i << " " << form.right << "\n";
    }
}

void write_ranges(TextFile& file, const lp::Problem& problem) {
    file << "RANGES\n";
    for (std::int32_t i = 0; i < problem.rows(); ++i) {
        const RowForm form = form_of(problem.row_lower[at(i)], problem.row_upper[at(i)]);
        if (form.range != 0.0) file << " RNG r" << i << " " << form.range << "\n";
    }
}

void write_bound(TextFile& file, std::string_view type, std::int32_t column) {
    file << " " << type << " BND c" << column << "\n";
}

void write_bound(TextFile& file, std::string_view type, std::int32_t column, double value) {
    file << " " << type << " BND c" << column << " " << value << "\n";
}

// Readers differ on the default bounds of integers and on negative upper bounds, so those are spelt out.
void write_bounds_of(TextFile& file, std::int32_t j, double lower, double upper, bool integer) {
    if (lower == upper) return write_bound(file, "FX", j, lower);
    if (!std::isfinite(lower) && !std::isfinite(upper)) return write_bound(file, "FR", j);
    if (!std::isfinite(lower))
        write_bound(file, "MI", j);
    else if (lower != 0.0 || upper < 0.0)
        write_bound(file, "LO", j, lower);
    if (std::isfinite(upper))
        write_bound(file, "UP", j, upper);
    else if (integer)
        write_bound(file, "PL", j);
}

void write_bounds(TextFile& file, const lp::Problem& problem) {
    file << "BOUNDS\n";
    for (std::int32_t j = 0; j < problem.columns(); ++j)
        write_bounds_of(file, j, problem.lower[at(j)], problem.upper[at(j)], is_integer(problem, j));
}

// ---- names ----------------------------------------------------------------------------------------------------------

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

void write_names(const lp::Problem& problem, const std::filesystem::path& path) {
    TextFile file(path);
    file << "short,name,unit\n";
    for (std::int32_t j = 0; j < problem.columns(); ++j)
        file << "c" << j << "," << in_quotes(problem.column_name(j)) << "," << in_quotes(problem.column_unit(j))
             << "\n";
    for (std::int32_t i = 0; i < problem.rows(); ++i)
        file << "r" << i << "," << in_quotes(problem.row_name(i)) << "," << in_quotes(problem.row_unit(i)) << "\n";
    file.finish();
}

}  // namespace

std::filesystem::path names_path(const std::filesystem::path& mps_path) {
    return std::filesystem::path(mps_path).replace_extension(".names.csv");
}

void write_mps(const lp::Problem& problem, const std::filesystem::path& path) {
    TextFile file(path);
    file << "NAME ecumene FREE\n";
    write_rows(file, problem);
    write_columns(file, problem);
    write_right_hand_sides(file, problem);
    write_ranges(file, problem);
    write_bounds(file, problem);
    file << "ENDATA\n";
    file.finish();
    write_names(problem, names_path(path));
}

void write_solution(const std::filesystem::path& path, const Solution& solution) {
    TextFile file(path);
    file << "termination " << name_of(solution.termination.reason) << "\n";
    file << "objective " << solution.objective << "\nbound " << solution.bound << "\n";
    for (std::size_t j = 0; j < solution.values.size(); ++j)
        file << "column c" << static_cast<std::int32_t>(j) << " " << solution.values[j] << "\n";
    for (std::size_t i = 0; i < solution.duals.size(); ++i)
        file << "row r" << static_cast<std::int32_t>(i) << " " << solution.duals[i] << "\n";
    file.finish();
}

}  // namespace ecumene::solver
