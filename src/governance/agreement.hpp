// How each plan stands, rule by rule gathered into topics: what a map of agreement shows.
//
//     const Agreement agreement(found, plans);
//     agreement.of(place, Topic::sums).standing()          // agrees, doubtful (warnings only), differs
//
// Suppressed findings do not count. It adds no judgement of its own.
#pragma once

#include <array>
#include <vector>

#include "governance/lint.hpp"

namespace ecumene::governance {

enum class Standing { agrees, doubtful, differs };
// sums: A1, A2; cuts: A3-A5, P, C; links: R1, X1, T1; contents: what a plan must hold and name (K, F, I, D, E).
enum class Topic { all, sums, cuts, links, contents };
inline constexpr std::array<Topic, 5> topics{Topic::all, Topic::sums, Topic::cuts, Topic::links, Topic::contents};

Topic topic_of(const std::string& rule);
Bilingual topic_words(Topic topic);
Bilingual standing_words(Standing standing);

struct TopicCount {
    std::size_t errors{}, warnings{};
    Standing standing() const {
        if (errors > 0) return Standing::differs;
        return warnings > 0 ? Standing::doubtful : Standing::agrees;
    }
};

class Agreement {
public:
    Agreement(const Lint& lint, const PlanSet& plans);
    const TopicCount& of(std::size_t plan, Topic topic) const { return counts_[plan][static_cast<std::size_t>(topic)]; }

private:
    std::vector<std::array<TopicCount, topics.size()>> counts_;
};

}  // namespace ecumene::governance
