// Every way a problem can be solved here: the backends of this build, each by the methods it has.
#pragma once

#include <algorithm>
#include <cctype>
#include <ostream>
#include <string>
#include <vector>

#include "core/progress.hpp"
#include "solver/solve.hpp"

namespace ecumene::solver::test {

struct Way {
    Backend backend;
    Method method;
    bool solves_integers;
    std::string name;

    Options options() const { return {.backend = backend, .method = method}; }
    friend std::ostream& operator<<(std::ostream& out, const Way& way) { return out << way.name; }
};

inline std::vector<Way> ways() {
    std::vector<Way> list;
    for (const BackendInfo& info : backends()) {
        if (!info.is_available) continue;
        const std::string program = info.name.substr(0, info.name.find(' '));
        list.push_back({info.backend, Method::simplex, info.solves_integers, program + "_simplex"});
        list.push_back({info.backend, Method::interior_point, info.solves_integers, program + "_interior_point"});
    }
    return list;
}

// Remembers what it is told and may call a halt.
class Listener : public Progress {
public:
    enum class Mood { patient, impatient };
    explicit Listener(Mood mood = Mood::patient) : mood_(mood) {}

    void stage(const Bilingual&, double) override {}
    void update(double, std::string_view detail) override { details_.emplace_back(detail); }
    void say(const Bilingual& sentence) override { sentences_.push_back(sentence.en); }
    bool is_cancelled() const override { return mood_ == Mood::impatient; }

    const std::vector<std::string>& details() const { return details_; }
    const std::vector<std::string>& sentences() const { return sentences_; }

private:
    Mood mood_;
    std::vector<std::string> details_, sentences_;
};

}  // namespace ecumene::solver::test
