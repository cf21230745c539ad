// Phrases of how it runs and who pays: days, prices, burden, binding rules, conflicts.
#include "output/words.hpp"

namespace ecumene::output {

const std::vector<Phrase>& detail_phrases() {
    static const std::vector<Phrase> phrases{
        {"dispatch.title", "How the days run", "하루 운영"},
        {"dispatch.lead",
            "The plan was made with {0} days that stand for the year. Each is drawn from midnight to midnight.",
            "이 계획은 1년을 대표하는 {0}개의 날로 만들었습니다. 각 그림은 자정부터 자정까지입니다."},
        {"dispatch.figure", "Generation, storage and demand", "발전·저장·수요"},
        {"dispatch.note",
            "Above the axis: what runs and discharges; below: what charges or is used to make hydrogen. The line is "
            "demand.",
            "축 위는 발전과 방전, 아래는 충전과 수소 생산입니다. 선은 수요입니다."},
        {"dispatch.hour", "From hour", "시작 시각"},
        {"dispatch.imported", "From abroad", "해외 조달"},
        {"dispatch.discharge", "Discharge", "방전"},
        {"dispatch.received", "From other regions", "다른 지역에서 받음"},
        {"dispatch.shifted", "Shifted demand", "수요 이동"},
        {"dispatch.cut", "Demand given up", "수요 절감"},
        {"dispatch.unserved", "Unserved", "공급 부족"},
        {"dispatch.charge", "Charging", "충전"},
        {"dispatch.sent", "To other regions", "다른 지역으로 보냄"},
        {"day.typical", "typical; stands for {0} days", "대표일, {0}일을 대신함"},
        {"day.peak_residual", "kept as it is: highest demand left after sun and wind",
            "그대로 둔 날: 태양광·풍력을 뺀 수요가 가장 큼"},
        {"day.low_renewables", "kept as it is: least sun and wind", "그대로 둔 날: 태양광·풍력이 가장 적음"},

        {"prices.title", "Prices", "가격"},
        {"prices.lead",
            "What one more kWh costs where and when, weighted by demand. These are marginal values of the plan, not "
            "tariffs.",
            "지역과 시기별로 1kWh를 더 쓰는 데 드는 비용(수요 가중 평균)입니다. 계획의 한계가치이며 요금이 아닙니다."},
        {"prices.figure", "Mean price of electricity [won/kWh]", "전력 평균 한계가격 [원/kWh]"},
        {"prices.spread", "In {0} electricity is dearest in {1} ({2}) and cheapest in {3} ({4}).",
            "{0}년 가장 비싼 지역은 {1}({2}), 가장 싼 지역은 {3}({4})입니다."},
        {"carbon.title", "Price of carbon by year", "연도별 탄소 가격"},
        {"carbon.note", "What allowing one tonne more would save in that year: the shadow price of the cap.",
            "그해 1톤을 더 허용할 때 줄어드는 비용, 곧 상한의 잠재가격입니다."},

        {"carbon.edge",
            "No column for {0}: there the cap is at the edge of what is possible and its shadow price is no price.",
            "{0}년은 상한이 실현 가능한 한계에 있어 잠재가격을 가격으로 볼 수 없으므로 그리지 않았습니다."},
        {"burden.title", "Who pays", "누가 부담하나"},
        {"burden.lead",
            "Two ledgers. Located: the cost of what stands in a region. Borne: that cost, plus imports and minus "
            "exports at the local price, "
            "with the rent of full links halved between their ends.",
            "두 가지 장부로 봅니다. 소재 비용은 지역 안에 있는 설비의 비용, 부담액은 여기에 지역 가격으로 계산한 "
            "유입을 더하고 유출을 뺀 뒤 혼잡 수입을 양쪽이 반씩 나눈 "
            "값입니다."},
        {"burden.figure", "Cost per head and year: located and borne [{0}]",
            "1인당 연간 비용: 소재 비용과 부담액 [{0}]"},
        {"burden.note",
            "The figure at the right is what is borne. Money below zero: the region earns more from exports than its "
            "plants cost.",
            "오른쪽 숫자는 부담액입니다. 0보다 작으면 유출 수입이 설비 비용보다 큽니다."},
        {"burden.located", "Located", "소재 비용"},
        {"burden.imports", "Imports", "유입"},
        {"burden.exports", "Exports", "유출"},
        {"burden.congestion", "Rent received", "혼잡 수입"},
        {"burden.borne", "Borne", "부담액"},
        {"burden.located_per_head", "Located per head", "1인당 소재 비용"},
        {"burden.borne_per_head", "Borne per head", "1인당 부담액"},
        {"burden.key_pays", "borne, more than located", "부담액, 소재 비용보다 큼"},
        {"burden.key_gains", "borne, less than located", "부담액, 소재 비용보다 작음"},
        {"burden.located_is", "located {0}", "소재 비용 {0}"},
        {"burden.borne_is", "borne {0}", "부담액 {0}"},
        {"burden.named", "{0} ({1})", "{0}({1})"},
        {"burden.extremes", "In {0} the people of {1} bear most ({2} a head and year), those of {3} least ({4}).",
            "{0}년 1인당 부담액은 {1}에서 가장 크고({2}/년), {3}에서 가장 작습니다({4}/년)."},
        {"burden.payers", "Trade adds most to the burden of {0}.", "지역 간 거래로 부담이 가장 많이 느는 곳: {0}."},
        {"burden.gainers", "It takes most off that of {0}.", "가장 많이 주는 곳: {0}."},

        {"policies.title", "The rules that bind", "계획을 제약한 규칙"},
        {"policies.lead",
            "A rule binds when the plan would be cheaper without it. Its shadow price says what one unit more would "
            "save in a year.",
            "그 규칙이 없다면 비용이 줄어들 때 제약이 작용한다고 합니다. 잠재가격은 한 단위를 더 허용할 때 1년에 "
            "줄어드는 비용입니다."},
        {"policies.none", "No rule binds: without them the least-cost plan would be the same.",
            "작용하는 제약이 없습니다. 규칙이 없어도 최소비용 계획은 같습니다."},
        {"policies.figure", "{0} rules bind; those with the most at stake first", "작용한 제약 {0}건, 영향이 큰 순서"},
        {"policy.limit", "Limit", "한도"},
        {"policy.activity", "Reached", "실현값"},
        {"policy.price", "Shadow price [million won per unit]", "잠재가격 [백만 원/단위]"},
        {"policy.carbon_cap", "Carbon cap", "배출 상한"},
        {"policy.carbon_budget", "Carbon budget", "누적 배출 한도"},
        {"policy.self_reliance", "Self-reliance floor", "자립률 하한"},
        {"policy.link_group", "Joint limit: {0}", "합산 한도: {0}"},
        {"policy.build_pace", "Building pace: {0}", "건설 속도: {0}"},
        {"policy.potential", "Potential: {0}", "입지 한계: {0}"},
        {"policy.total_limit", "Total limit: {0}", "총량 한도: {0}"},
        {"policy.unserved_limit", "Limit on unserved demand: {0}", "공급 부족 한도: {0}"},
        {"policy.says", "In {1} it reaches its limit of {2}; one unit more would save {3}.",
            "{1}년 한도 {2}에 닿았고, 한 단위를 완화하면 {3}의 비용이 줄어듭니다."},
        {"policy.carbon_cap.says",
            "Most is at stake in {1}: emissions reach the cap of {2}, and the last tonne costs {3} to avoid.",
            "영향이 가장 큰 {1}년에는 배출량이 상한 {2}에 닿고, 마지막 1톤을 줄이는 비용은 {3}입니다."},
        {"policy.carbon_budget.says", "All {2} are used. One tonne more would save {3}, discounted to the first year.",
            "{2} 전부를 씁니다. 더 허용하면 {3}(첫해 현재가치)의 비용이 줄어듭니다."},
        {"policy.self_reliance.says",
            "Most is at stake in {1}: {0} must make {2} of clean electricity itself, and the last kWh costs {3} more "
            "than one taken from elsewhere.",
            "영향이 가장 큰 {1}년에는 무탄소 전력 {2} 이상을 지역에서 만들어야 하고, 마지막 1kWh는 받아 쓸 때보다 {3} "
            "더 듭니다."},
        {"policy.link_group.says",
            "Most is at stake in {1}: the flow reaches {2}. Room for more would save {3} in that year.",
            "영향이 가장 큰 {1}년에는 흐름이 {2}에 닿습니다. 한도를 늘리면 그해 {3}의 비용이 줄어듭니다."},
        {"policy.build_pace.says",
            "Most is at stake in {1}: as much is built as can be, {2}. Building more would save {3} over the plan.",
            "영향이 가장 큰 {1}년에는 지을 수 있는 최대치 {2}까지 짓습니다. 더 지으면 계획 전체에서 {3}의 비용이 "
            "줄어듭니다."},
        {"policy.potential.says", "Most is at stake in {1}: all {2} are used. More sites would save {3}.",
            "영향이 가장 큰 {1}년에는 {2} 전부를 씁니다. 입지가 늘면 {3}의 비용이 줄어듭니다."},
        {"policy.total_limit.says",
            "All {2} are used over the plan. More room would save {3}, discounted to the first year.",
            "계획 기간에 {2} 전부를 씁니다. 한도를 늘리면 {3}(첫해 현재가치)의 비용이 줄어듭니다."},
        {"policy.unserved_limit.says", "In {1} at most {2} may go unserved; allowing more would save {3}.",
            "{1}년 공급 부족은 최대 {2}이며, 더 허용하면 {3}의 비용이 줄어듭니다."},

        {"outcome.infeasible", "There is no plan: the rules cannot all be kept at once.",
            "계획이 성립하지 않습니다. 모든 제약을 동시에 지킬 수 없습니다."},
        {"outcome.limit", "There is no finished plan: a limit of time or memory was reached.",
            "시간 또는 메모리 한도에 닿아 계획을 끝내지 못했습니다."},
        {"outcome.cancelled", "There is no finished plan: the run was stopped.",
            "실행이 중단되어 계획을 끝내지 못했습니다."},
        {"outcome.failed", "There is no plan: the solver did not find an answer that can be trusted.",
            "믿을 수 있는 해를 찾지 못했습니다."},
        {"outcome.detail", "The solver says: {0}", "풀이기의 보고: {0}"},
        {"conflicts.title", "What would have to give way", "완화해야 할 제약"},
        {"conflicts.note",
            "The least that the rules together would have to move for a plan to exist. Other ways of sharing this may "
            "exist.",
            "계획이 성립하도록 제약들을 모두 합해 가장 적게 완화한 결과입니다. 나누는 방법은 다를 수 있습니다."},
        {"conflicts.amount", "By how much", "완화량"},
    };
    return phrases;
}

}  // namespace ecumene::output
