#include "pipeline/inspection_document.hpp"

#include <utility>

#include "governance/rules/rule.hpp"

namespace ecumene::pipeline {
namespace {

using files::HwpxKind;
using files::HwpxTable;

constexpr double thousand = 1e3;

std::string kilotonnes(double tonnes) {
    return is_blank(tonnes) ? "–" : grouped(tonnes / thousand, 1);
}

std::string figure(double value) {
    return is_blank(value) ? "–" : grouped(value, 1);
}

class DocumentMaker {
public:
    DocumentMaker(const output::InspectionInput& input, Language language) : input_(input), language_(language) {}

    files::HwpxDocument make() {
        const auto year = std::to_string(input_.track->year);
        document_.title = in(input_.plan->title) + " " + in({"inspection of " + year, year + "년 이행점검"});
        add_council();
        add_emissions();
        add_why();
        add_indicators();
        add_needs();
        add_findings();
        add_gaps();
        document_.add(
            HwpxKind::note, in({"Made by Ecumene " + input_.version +
                                    ". Written anew by each `ecumene track --pack`: save it under another name "
                                    "before you edit it.",
                                "에쿠메네 " + input_.version +
                                    " 작성. `ecumene track --pack`을 실행할 때마다 새로 쓰이므로 고치기 전에 "
                                    "다른 이름으로 저장하십시오."}));
        return std::move(document_);
    }

private:
    const std::string& in(const Bilingual& words) const { return words.in(language_); }
    void heading(const Bilingual& words) { document_.add(HwpxKind::heading, in(words)); }

    std::string standing(bool is_known, bool is_behind) const {
        if (!is_known) return in({"not known", "알 수 없음"});
        return is_behind ? in({"behind", "지연"}) : in({"on the path", "정상"});
    }

    void add_council() {
        heading({"For the council", "의회 요약"});
        for (const auto& sentence : output::inspection_summary(*input_.plan, *input_.track))
            document_.add(HwpxKind::item, in(sentence));
    }

    void add_emissions() {
        heading({"Emissions against the path, kt CO2eq", "배출 실적과 계획 경로(천 t CO2eq)"});
        HwpxTable table{.header = {in({"sector", "부문"}), in({"path", "경로"}), in({"inventory", "실적"}),
                            in({"difference", "차이"}), in({"standing", "판정"})},
            .rows = {},
            .widths = {3, 1.4, 1.4, 1.4, 1.6},
            .is_number = {false, true, true, true, false}};
        const auto add = [&](const governance::SectorTrack& one) {
            table.rows.push_back({in(one.name), kilotonnes(one.planned), kilotonnes(one.actual), kilotonnes(one.gap()),
                standing(one.is_known(), one.is_behind())});
        };
        for (const auto& one : input_.track->sectors) add(one);
        add(input_.track->whole);
        document_.add(std::move(table));
    }

    void add_why() {
        const auto& why = input_.track->why;
        if (is_blank(why.amount)) return;
        heading({"Why it came out differently (LMDI), kt CO2eq", "편차의 원인(LMDI, 천 t CO2eq)"});
        HwpxTable table{.header = {in({"cause", "원인"}), in({"beyond the plan", "계획 대비"})},
            .rows = {{in({"effect of activity", "활동량 효과"}), kilotonnes(why.amount)},
                {in({"effect of emissions per activity", "원단위 효과"}), kilotonnes(why.factor)},
                {in({"not explained", "설명되지 않음"}), kilotonnes(why.unexplained)}},
            .widths = {4, 1.4},
            .is_number = {false, true}};
        for (const auto& [activity, change] : why.by_activity) table.rows.push_back({activity, kilotonnes(change)});
        document_.add(std::move(table));
    }

    void add_indicators() {
        if (input_.track->indicators.empty()) return;
        heading({"Indicators of the measures", "사업 성과지표"});
        HwpxTable table{.header = {in({"indicator", "지표"}), in({"measure", "사업"}), in({"expected", "계획값"}),
                            in({"actual", "실적값"}), in({"unit", "단위"}), in({"standing", "판정"})},
            .rows = {},
            .widths = {2.4, 2.4, 1.2, 1.2, 1, 1.3},
            .is_number = {false, false, true, true, false, false}};
        for (const auto& one : input_.track->indicators)
            table.rows.push_back({one.indicator, one.measure, figure(one.expected), figure(one.actual), one.unit,
                standing(!is_blank(one.progress), one.is_behind)});
        document_.add(std::move(table));
    }

    void add_needs() {
        if (input_.needs.needs == nullptr || input_.needs.needs->empty()) return;
        heading({"What it would take", "필요한 것"});
        for (const auto& need : *input_.needs.needs) {
            document_.add(HwpxKind::body, in(governance::need_words(need)));
            if (need.steps.empty()) continue;
            HwpxTable table{
                .header = {in({"measure", "사업"}), in({"region", "지역"}), in({"thousand KRW a tonne", "톤당 천 원"}),
                    in({"cut, kt", "감축, 천 t"}), in({"in all, kt", "누적, 천 t"})},
                .rows = {},
                .widths = {3, 1.6, 1.4, 1.4, 1.4},
                .is_number = {false, false, true, true, true}};
            for (const auto& step : need.steps)
                table.rows.push_back({in(step.measure.name), in(step.measure.region_name),
                    grouped(step.measure.cost_per_tonne() / thousand, 1), kilotonnes(step.taken),
                    kilotonnes(step.cumulative)});
            document_.add(std::move(table));
            document_.add(HwpxKind::note, in(governance::need_beside(need)));
        }
        document_.add(HwpxKind::note, in(input_.needs.method));
    }

    void add_findings() {
        if (input_.lint == nullptr) return;
        HwpxTable table{.header = {in({"rule", "규칙"}), in({"what does not agree", "내용"}), in({"remedy", "조치"})},
            .rows = {},
            .widths = {0.7, 3.4, 2.6},
            .is_number = {}};
        for (const auto& one : input_.lint->findings)
            if (one.plan == input_.place && !one.is_suppressed())
                table.rows.push_back({one.rule, in(one.message), in(one.remedy)});
        if (table.rows.empty()) return;
        heading({"What does not agree", "정합성 지적"});
        document_.add(std::move(table));
    }

    void add_gaps() {
        if (input_.track->gaps.empty()) return;
        heading({"What cannot be said", "말할 수 없는 것"});
        for (const auto& gap : input_.track->gaps) document_.add(HwpxKind::item, in(gap));
    }

    const output::InspectionInput& input_;
    Language language_;
    files::HwpxDocument document_;
};

}  // namespace

files::HwpxDocument inspection_document(const output::InspectionInput& input, Language language) {
    return DocumentMaker(input, language).make();
}

}  // namespace ecumene::pipeline
