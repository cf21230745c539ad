// Phrases of how sure it is: base-year check, estimates, certificate, method, sources, limits.
#include "output/words.hpp"

namespace ecumene::output {

const std::vector<Phrase>& method_phrases() {
    static const std::vector<Phrase> phrases{
        {"check.title", "Does the model meet the facts?", "실적과 맞는가"},
        {"check.lead",
            "The plan's year {0} beside official figures of the nearest year. A model year is not a record: figures of "
            "other years differ for good reasons too.",
            "계획의 {0}년 값을 가장 가까운 해의 공식 통계와 나란히 놓았습니다. 연도가 다르면 실제로 달라진 부분도 "
            "차이에 들어갑니다."},
        {"check.all", "All {0} figures are within their tolerance.", "{0}개 수치가 모두 허용 오차 안에 있습니다."},
        {"check.some", "{1} of {0} figures are within their tolerance, {2} are not; these are listed first.",
            "{0}개 수치 중 {1}개가 허용 오차 안에, {2}개가 밖에 있습니다. 벗어난 것부터 적었습니다."},
        {"check.nation", "Of the {0} national figures {1} are within.",
            "전국 지표 {0}개 중 {1}개가 허용 오차 안에 있습니다."},
        {"check.figure", "Model and official figures", "모형과 공식 통계"},
        {"check.note", "Difference: model over official, minus one.", "차이: 모형값 ÷ 공식값 − 1."},
        {"check.indicator", "Figure", "지표"},
        {"check.item", "Of", "항목"},
        {"check.model", "Model", "모형"},
        {"check.official", "Official", "공식"},
        {"check.official_year", "Year", "통계 연도"},
        {"check.difference", "Difference", "차이"},
        {"check.tolerance", "Tolerance", "허용 오차"},
        {"check.within", "Within", "판정"},
        {"check.yes", "✓ within", "✓ 안"},
        {"check.no", "✗ outside", "✗ 밖"},
        {"check.generation", "Generation", "발전량"},
        {"check.capacity", "Capacity", "설비용량"},
        {"check.sales", "Electricity used", "전력 사용량"},
        {"check.emissions", "Emissions", "배출량"},
        {"check.net_import", "Net import", "순유입"},
        {"check.peak", "Peak demand", "최대 수요"},

        {"estimates.title", "What the answer leans on", "추정값의 영향"},
        {"estimates.lead",
            "How far the total cost of the plan moves when an input rises by 10 %, and how much of that input is "
            "estimated rather than reported.",
            "입력값이 10% 오를 때 계획의 총비용이 얼마나 바뀌는지, 그 입력값 중 보고값이 아닌 추정값이 얼마인지 보여 "
            "줍니다."},
        {"estimates.figure", "Change of total cost for +10 %", "입력 10% 증가 시 총비용 변화"},
        {"estimates.note",
            "First order, from the plan's dual values: good for small changes. A large change would alter the plan "
            "itself; run a scenario for that.",
            "쌍대값에서 얻은 1차 근사로, 작은 변화에 맞습니다. 큰 변화는 계획 자체를 바꾸므로 시나리오로 다시 풀어야 "
            "합니다."},
        {"estimates.input", "Input", "입력"},
        {"estimates.share", "Change of total cost", "총비용 변화"},
        {"estimates.change", "Change, discounted", "변화액(현재가치)"},
        {"estimates.estimated", "Estimated share of rows", "추정값 비중"},
        {"estimates.is_estimated", "{0} of the rows are estimated, modelled or assumed",
            "입력 행의 {0}가 추정·모형·가정값"},
        {"estimates.is_reported", "{0} of the rows are reported or derived", "입력 행의 {0}가 보고·산출값"},
        {"estimates.key_estimated", "estimated, modelled or assumed", "추정·모형·가정"},
        {"estimates.key_reported", "reported or derived", "보고·산출"},
        {"input.demand", "Demand: {0}", "수요: {0}"},
        {"input.investment", "{0}: investment cost", "{0}: 투자비"},
        {"input.operation", "{0}: operating cost", "{0}: 운영비"},
        {"input.import_price", "{0}: import price", "{0}: 수입 가격"},
        {"input.price", "{0}: price", "{0}: 가격"},
        {"input.potential", "{0}: potential", "{0}: 입지 한계"},
        {"input.availability", "{0}: hours of sun, wind or running", "{0}: 이용 가능 시간"},
        {"input.subject.links", "Links between regions", "지역 간 연계선"},

        {"proof.title", "How sure is the answer?", "최적성 증명"},
        {"proof.lead",
            "A certificate checks the finished answer on the problem as written, outside the solver: does it keep "
            "every rule, and could any plan be cheaper?",
            "증명은 풀이기 밖에서 원래 문제로 다시 계산합니다. 모든 제약을 지키는지, 더 싼 계획이 있을 수 있는지를 "
            "봅니다."},
        {"proof.figure", "Certificate", "증명 수치"},
        {"proof.note",
            "All three are relative and should be at most 1e-6. Primal: the worst broken rule. Dual: the worst price "
            "that is off. Gap: cost minus its lower bound.",
            "세 값 모두 상대값이며 1e-6 이하여야 합니다. 원문제: 가장 크게 어긴 제약, 쌍대문제: 가장 크게 어긋난 가격, "
            "간격: 비용과 하한의 차이."},
        {"proof.optimal", "Optimal, proven", "최적, 증명됨"},
        {"proof.exploring", "Near-optimal, for exploring", "근사 최적, 탐색용"},
        {"proof.none", "Not proven", "증명 없음"},
        {"proof.optimal_text", "all measures are within 1e-6.", "모든 값이 1e-6 이하입니다."},
        {"proof.exploring_text",
            "all measures are within 1e-4, not within 1e-6: fit to compare scenarios, not to quote as the optimum.",
            "모든 값이 1e-4 이하이나 1e-6을 넘습니다. 시나리오 비교에는 쓸 수 있으나 최적값으로 인용할 수는 없습니다."},
        {"proof.none_text", "treat the figures as a draft.", "수치를 초안으로 다루어야 합니다."},
        {"proof.no_violation", "none", "없음"},
        {"proof.stage", "Solve", "풀이"},
        {"proof.all_years", "all years", "전체 연도"},
        {"proof.primal", "Primal", "원문제"},
        {"proof.dual", "Dual", "쌍대문제"},
        {"proof.gap", "Gap", "간격"},
        {"proof.objective", "Objective", "목적함수값"},
        {"proof.backend", "Solved by", "풀이기"},
        {"proof.worst_primal", "Worst broken rule", "가장 크게 어긴 제약"},
        {"proof.worst_dual", "Worst price", "가장 크게 어긋난 가격"},

        {"method.model", "Model", "모형"},
        {"method.model_text",
            "One linear programme chooses what to build and how to run it in all regions and years together, at least "
            "discounted cost, so that every balance and rule holds.",
            "모든 지역과 연도의 건설과 운영을 한 번에 정하는 선형계획으로, 수급과 제약을 모두 지키며 할인된 총비용을 "
            "최소로 합니다."},
        {"method.time", "Time", "시간 해상도"},
        {"method.every_hour",
            "{0}. Every hour of the year was dispatched, so the cost is that of a plan that works in the weather year "
            "used; other years differ.",
            "{0}. 1년의 모든 시간을 운영했으므로, 비용은 사용한 기상 연도에서 실제로 작동하는 계획의 값입니다. 다른 "
            "해는 다를 수 있습니다."},
        {"method.typical_days",
            "{0}. Kept days stand for the year. The certificate proves the optimum of this shortened year only. For "
            "the whole year the cost is neither an upper nor a "
            "lower bound: an upper bound would need every hour dispatched with these capacities, and that was not done "
            "here.",
            "{0}. 고른 날들이 1년을 대신합니다. 증명은 이렇게 줄인 1년의 최적만 보증합니다. 1년 전체에 대해서는 상한도 "
            "하한도 아닙니다. 상한이 되려면 이 설비로 모든 시간을 "
            "운영해 보아야 하는데, 여기서는 하지 않았습니다."},
        {"method.foresight", "Foresight", "전망"},
        {"method.perfect", "Perfect: all years are decided together, knowing what comes.",
            "완전 전망: 앞으로의 조건을 모두 알고 전체 연도를 함께 정합니다."},
        {"method.myopic", "Myopic: year by year, knowing only that year; what was built stays.",
            "근시안: 그해 조건만 알고 차례로 정하며, 지은 설비는 이어집니다."},
        {"method.cost", "Cost", "비용"},
        {"method.cost_text",
            "Annuities of new plants and links, fixed and variable operation, fuel and imports, demand shifted, given "
            "up or unserved. No taxes, no tariffs, no sunk cost.",
            "신규 설비와 연계선의 연금, 고정·변동 운영비, 연료와 수입, 이동·절감·부족 수요의 비용. 세금과 요금, "
            "매몰비용은 없습니다."},
        {"method.verify", "Verify it yourself", "직접 검증하기"},
        {"method.verify_text",
            "Plan again with --write-problem plan.mps and solve that file with any other program that reads MPS: its "
            "optimum must equal the objective above.",
            "--write-problem plan.mps를 붙여 다시 실행한 뒤, MPS를 읽는 다른 프로그램으로 그 파일을 풀면 위의 "
            "목적함수값과 같아야 합니다."},
        {"method.equations", "Equations", "수식"},
        {"method.equations_text", "Every equation has a number and stands in docs/model of the program.",
            "모든 수식은 번호와 함께 프로그램의 docs/model에 있습니다."},

        {"sources.title", "Limits and sources", "한계와 출처"},
        {"sources.figure", "Sources ({0})", "출처 ({0}건)"},
        {"source.title", "Title", "제목"},
        {"source.publisher", "Publisher", "발행처"},
        {"source.licence", "Licence", "이용 조건"},
        {"status.title", "What the status of a figure means", "수치의 상태"},
        {"status.reported", "reported", "보고"},
        {"status.reported.means", "as published by the source", "출처가 발표한 값 그대로"},
        {"status.derived", "derived", "산출"},
        {"status.derived.means", "computed from published figures by a stated formula",
            "발표된 값에서 밝힌 식으로 계산"},
        {"status.estimated", "estimated", "추정"},
        {"status.estimated.means", "apportioned or filled in by a stated rule, as no one publishes it",
            "발표되지 않아 밝힌 규칙으로 나누거나 채움"},
        {"status.modelled", "modelled", "모형"},
        {"status.modelled.means", "result of another model", "다른 모형의 결과"},
        {"status.assumed", "assumed", "가정"},
        {"status.assumed.means", "set for this study; change it and see", "이 연구에서 정한 값, 바꾸어 볼 수 있음"},
        {"limits.title", "What this plan does not hold", "이 계획에 없는 것"},
        {"limits.power",
            "Only supply of electricity and hydrogen is planned. Industry, transport and buildings enter as demand, "
            "not as decisions.",
            "전력과 수소 공급만 계획합니다. 산업, 수송, 건물은 결정 대상이 아니라 수요로 들어옵니다."},
        {"limits.sectors",
            "How much is made, travelled and lived in is given: it does not answer to prices, and no mode takes from "
            "another.",
            "생산량, 이동량, 연면적은 주어진 값입니다. 가격에 따라 줄거나 다른 수단으로 옮겨 가지 않습니다."},
        {"limits.freight", "Goods of the nation change hands at one price: no freight between regions.",
            "전국 단위 재화는 한 가격으로 거래되며 지역 간 운송은 없습니다."},
        {"limits.stock", "Investment in plants that stand today is sunk: costs are not electricity bills.",
            "기존 설비의 투자비는 매몰비용이므로, 여기의 비용은 전기요금이 아닙니다."},
        {"limits.weather", "One year of weather and demand shapes stands for all; rare years are not tested.",
            "한 해의 기상과 수요 형상이 모든 해를 대신하며, 드문 해는 시험하지 않았습니다."},
        {"limits.network",
            "A region is one point and a link carries up to its limit: no voltage, no grid inside regions.",
            "지역은 한 점이고 연계선은 한도까지 흐릅니다. 전압과 지역 내 전력망은 없습니다."},
        {"limits.behaviour",
            "No market power, permits or public acceptance; building pace and potentials stand in for them.",
            "시장지배력, 인허가, 수용성은 없고 건설 속도와 입지 한계가 이를 대신합니다."},
        {"limits.jobs_direct",
            "Jobs are direct ones of building, running and making; other trades and prices do not follow.",
            "일자리는 건설·운영·생산의 직접 고용만 셉니다. 다른 업종과 물가에 미치는 영향은 없습니다."},
        {"limits.jobs", "No effect on jobs, prices of other goods or land is counted.",
            "일자리, 다른 재화의 가격, 토지에 미치는 영향은 계산하지 않았습니다."},
    };
    return phrases;
}

}  // namespace ecumene::output
