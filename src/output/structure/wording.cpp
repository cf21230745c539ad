#include "output/structure/wording.hpp"

#include <cmath>
#include <cstdint>

#include "output/words.hpp"

namespace ecumene::output {

using structure::AreaMethod;

Bilingual method_words(AreaMethod method) {
    switch (method) {
        case AreaMethod::optimal: return {"optimal, proven bound", "최적 (증명된 한계)"};
        case AreaMethod::greedy: return {"greedy, as offices do", "통계청식 단계 획정"};
        case AreaMethod::flow_merging: return {"flow merging (flowbca)", "흐름 병합 (flowbca)"};
        case AreaMethod::intramax: return {"Intramax", "Intramax"};
        case AreaMethod::commuting_zones: return {"commuting zones", "통근권 (commuting zones)"};
        case AreaMethod::communities: return {"communities", "커뮤니티 (모듈성)"};
        case AreaMethod::gravity_communities: break;
    }
    return {"communities beyond gravity", "중력 대비 커뮤니티"};
}

Bilingual flow_words(std::string_view kind) {
    if (kind == "commuting") return {"commuting", "통근"};
    if (kind == "trips") return {"trips", "통행"};
    if (kind == "migration") return {"migration", "이주"};
    if (kind == "freight") return {"freight", "화물"};
    return same(std::string(kind));
}

Bilingual status_words(std::string_view status) {
    const std::string key = "status." + std::string(status);
    return can_say(key) ? say(key) : same(std::string(status));
}

Bilingual verdict_of(const structure::Study& study) {
    const auto count = study.areas.size();
    if (!study.bound)
        return {compose("{} areas; this method does not prove that there cannot be more", {count}),
            compose("{}개; 이 방법은 더 많은 생활권이 없음을 증명하지 않습니다", {count})};
    if (study.is_proven)
        return {compose("{} areas, proven: no division into valid areas has more", {count}),
            compose("{}개, 증명됨: 기준을 지키면서 더 많은 생활권은 없습니다", {count})};
    const auto bound = static_cast<std::int64_t>(std::floor(*study.bound + 1e-6));
    Bilingual verdict{compose("{} areas found; proven that there are at most {}", {count, bound}),
        compose("{}개를 찾음; 많아야 {}개임이 증명됨", {count, bound})};
    if (study.is_cut_short) {
        verdict.en += "; the time limit cut the search short, another machine may find more";
        verdict.ko += "; 시간 제한으로 탐색이 끊겨 다른 기계에서는 더 나올 수 있음";
    }
    return verdict;
}

}  // namespace ecumene::output
