#include "core/progress.hpp"

namespace ecumene {
namespace {

class Silent final : public Progress {
public:
    void stage(const Bilingual&, double) override {}
    void update(double, std::string_view) override {}
    void say(const Bilingual&) override {}
};

}  // namespace

Progress& silent() {
    static Silent none;
    return none;
}

}  // namespace ecumene
