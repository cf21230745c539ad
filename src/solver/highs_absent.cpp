// Stands in for highs.cpp where HiGHS was not found when the program was built.
#include "core/error.hpp"
#include "solver/backend.hpp"

namespace ecumene::solver {
namespace {

class AbsentHighs : public Engine {
public:
    BackendInfo info() const override {
        return {Backend::highs, "highs", false,
            "not found when the program was built: the barrier, CLP and CBC solve without it", true};
    }
    std::int64_t simplex_pays_below() const override { return 0; }
    Solution run(const Task&, Watch&) const override {
        throw Error(ErrorKind::solver, "HiGHS is not part of this build; tools/fetch_highs.sh brings it");
    }
};

}  // namespace

const Engine& highs_engine() {
    static const AbsentHighs engine;
    return engine;
}

}  // namespace ecumene::solver
