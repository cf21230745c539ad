// MPS files through HiGHS, whose reader takes the dialects of other programs too.
#include <Highs.h>

#include "barrier/instance.hpp"
#include "core/error.hpp"

namespace ecumene::bench {

lp::Problem read_mps(const std::filesystem::path& path) {
    Highs highs;
    highs.setOptionValue("output_flag", false);
    if (highs.readModel(path.string()) == HighsStatus::kError)
        throw Error(ErrorKind::input, "HiGHS cannot read " + path.string());
    HighsLp read = highs.getLp();
    read.ensureColwise();
    lp::Problem out;
    out.cost = read.col_cost_;
    if (read.sense_ == ObjSense::kMaximize)
        for (double& cost : out.cost) cost = -cost;
    out.constant = read.sense_ == ObjSense::kMaximize ? -read.offset_ : read.offset_;
    out.lower = read.col_lower_;
    out.upper = read.col_upper_;
    out.row_lower = read.row_lower_;
    out.row_upper = read.row_upper_;
    out.start.assign(read.a_matrix_.start_.begin(), read.a_matrix_.start_.end());
    out.index.assign(read.a_matrix_.index_.begin(), read.a_matrix_.index_.end());
    out.value = read.a_matrix_.value_;
    out.column_blocks = {{"column", "", 0, {out.columns()}, {{}}}};
    out.row_blocks = {{"row", "", 0, {out.rows()}, {{}}}};
    return out;
}

}  // namespace ecumene::bench
