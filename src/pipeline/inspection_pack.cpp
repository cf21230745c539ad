#include "pipeline/inspection_pack.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "files/atomic.hpp"
#include "pipeline/inspection_document.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::WorkbookSheet;

constexpr std::array<const char*, 8> our_files{"report.html", "inspection-en.xlsx", "inspection-ko.xlsx",
    "inspection-en.hwpx", "inspection-ko.hwpx", "qualitative-en.xlsx", "qualitative-ko.xlsx", "track.json"};

class BookMaker {
public:
    BookMaker(const output::InspectionInput& input, Language language) : input_(input), language_(language) {}

    files::Workbook make() {
        std::vector<WorkbookSheet> sheets{summary(), sectors(), indicators(), why()};
        if (input_.needs.needs != nullptr) sheets.push_back(needs());
        sheets.push_back(findings());
        return {.title = title(), .sheets = std::move(sheets)};
    }

    files::Workbook make_qualitative() { return {.title = title(), .sheets = {qualitative()}}; }

private:
    const std::string& in(const Bilingual& words) const { return words.in(language_); }

    std::string title() const { return in(input_.plan->title) + " " + std::to_string(input_.track->year); }

    WorkbookSheet sheet(const Bilingual& name, const std::vector<std::pair<Bilingual, Bilingual>>& columns) const {
        WorkbookSheet made{.name = in(name), .columns = {}, .rows = {}};
        for (const auto& [title, note] : columns) made.columns.push_back({.name = in(title), .note = in(note)});
        return made;
    }

    std::string standing(bool is_known, bool is_behind) const {
        if (!is_known) return in({"not known", "알 수 없음"});
        return is_behind ? in({"behind", "지연"}) : in({"on the path", "정상"});
    }

    WorkbookSheet summary() const {
        auto made = sheet({"Summary", "요약"}, {{{"For the council", "의회 요약"}, {}}});
        for (const auto& sentence : output::inspection_summary(*input_.plan, *input_.track))
            made.rows.push_back({in(sentence)});
        for (const auto& gap : input_.track->gaps)
            made.rows.push_back({in({"Not said: ", "말할 수 없음: "}) + in(gap)});
        return made;
    }

    WorkbookSheet sectors() const {
        auto made = sheet({"Emissions", "배출 실적"},
            {{{"sector", "부문"}, {}},
                {{"path [tCO2eq]", "경로 [tCO2eq]"},
                    {"targets.csv, straight lines between years", "목표 연도 사이는 직선"}},
                {{"inventory [tCO2eq]", "실적 [tCO2eq]"}, {"inventory.csv", "inventory.csv"}},
                {{"difference [tCO2eq]", "차이 [tCO2eq]"}, {}}, {{"standing", "판정"}, {}}});
        const auto add = [&](const governance::SectorTrack& one) {
            made.rows.push_back(
                {in(one.name), one.planned, one.actual, one.gap(), standing(one.is_known(), one.is_behind())});
        };
        for (const auto& one : input_.track->sectors) add(one);
        add(input_.track->whole);
        return made;
    }

    WorkbookSheet indicators() const {
        auto made = sheet({"Indicators", "성과지표"},
            {{{"indicator", "지표"}, {}}, {{"measure", "사업"}, {}},
                {{"expected", "계획값"}, {"on the line from baseline to target", "기준값과 목표값을 잇는 직선"}},
                {{"actual", "실적값"}, {}}, {{"unit", "단위"}, {}}, {{"standing", "판정"}, {}},
                {{"note", "비고"}, {}}});
        for (const auto& one : input_.track->indicators)
            made.rows.push_back({one.indicator, one.measure, one.expected, one.actual, one.unit,
                standing(!is_blank(one.progress), one.is_behind), one.note});
        return made;
    }

    // What no program can write.
    WorkbookSheet qualitative() const {
        auto made = sheet(
            {"Qualitative", "정성 점검"}, {{{"measure", "사업"}, {}}, {{"owner", "담당"}, {}},
                                              {{"what was done", "추진 실적"}, {"to be written", "직접 작성"}},
                                              {{"what hindered", "애로 사항"}, {"to be written", "직접 작성"}},
                                              {{"what comes next", "향후 계획"}, {"to be written", "직접 작성"}}});
        for (const auto& measure : input_.plan->measures)
            made.rows.push_back(
                {in(measure.name).empty() ? measure.measure : in(measure.name), measure.owner, "", "", ""});
        return made;
    }

    WorkbookSheet why() const {
        auto made = sheet({"Why", "편차 원인"},
            {{{"activity", "활동"}, {}}, {{"beyond the plan [tCO2eq]", "계획 대비 [tCO2eq]"}, {}}});
        const auto& why = input_.track->why;
        if (is_blank(why.amount)) return made;
        made.rows.push_back({in({"effect of activity", "활동량 효과"}), why.amount});
        made.rows.push_back({in({"effect of emissions per activity", "원단위 효과"}), why.factor});
        made.rows.push_back({in({"not explained", "설명되지 않음"}), why.unexplained});
        for (const auto& [activity, change] : why.by_activity) made.rows.push_back({activity, change});
        return made;
    }

    WorkbookSheet needs() const {
        auto made = sheet({"What it would take", "필요한 것"},
            {{{"gap", "격차"}, {}}, {{"measure", "사업"}, {}}, {{"region", "지역"}, {}},
                {{"cost [KRW/tCO2eq]", "톤당 비용 [원/tCO2eq]"}, input_.needs.method},
                {{"cut taken [tCO2eq]", "감축량 [tCO2eq]"}, {}}, {{"in all [tCO2eq]", "누적 [tCO2eq]"}, {}},
                {{"investment [MKRW]", "투자 [백만 원]"}, {}}});
        if (input_.needs.needs == nullptr) return made;
        for (const auto& need : *input_.needs.needs) {
            if (need.steps.empty())
                made.rows.push_back({in(governance::need_words(need)), "", "", blank, blank, blank, blank});
            for (const auto& step : need.steps)
                made.rows.push_back({in(need.gap.why), in(step.measure.name), in(step.measure.region_name),
                    step.measure.cost_per_tonne(), step.taken, step.cumulative, step.investment});
        }
        return made;
    }

    WorkbookSheet findings() const {
        auto made = sheet({"Findings", "정합성 지적"},
            {{{"rule", "규칙"}, {}}, {{"law or practice", "법정·권고"}, {}}, {{"table", "표"}, {}}, {{"row", "행"}, {}},
                {{"what does not agree", "내용"}, {}}, {{"remedy", "조치"}, {}}});
        if (input_.lint == nullptr) return made;
        for (const auto& one : input_.lint->findings)
            if (one.plan == input_.place && !one.is_suppressed())
                made.rows.push_back({one.rule,
                    in(one.force == governance::Force::statutory ? Bilingual{"statutory", "법정"}
                                                                 : Bilingual{"recommended", "권고"}),
                    one.place.table, static_cast<double>(one.place.row), in(one.message), in(one.remedy)});
        return made;
    }

    const output::InspectionInput& input_;
    Language language_;
};

// What people wrote beside the measures of one plan and year is no answer for another.
void refuse_other_pack(const fs::path& folder, const output::InspectionInput& input) {
    const auto refuse = [&](const std::string& what) {
        throw WrongUse(compose("the folder '{}' holds {}; it was left as it is", {folder.string(), what}),
            "name a new folder: --pack " + folder.string() + "-2");
    };
    if (!fs::exists(folder / "qualitative-en.xlsx") && !fs::exists(folder / "qualitative-ko.xlsx"))
        refuse("a pack without the workbooks to be filled in by hand");
    std::string plan;
    std::int64_t year = 0;
    try {
        const auto earlier = files::read_json(folder / "track.json");
        plan = earlier.at("plan").as_text();
        year = earlier.at("year").as_integer();
    } catch (const Error&) {
        refuse("a pack whose track.json cannot be read");
    }
    if (plan != input.plan->id || year != input.track->year) refuse(compose("the pack of '{}' for {}", {plan, year}));
}

// False where there is nothing to replace.
bool refuse_foreign(const fs::path& folder) {
    if (!fs::exists(folder)) return false;
    if (!fs::is_directory(folder))
        throw WrongUse(compose("'{}' is a file", {folder.string()}), "name a folder: --pack pack-2027");
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (std::find(our_files.begin(), our_files.end(), name) == our_files.end())
            throw WrongUse(compose("the folder '{}' holds '{}', which no pack holds; it was left as it is",
                               {folder.string(), name}),
                "name a new folder: --pack " + folder.string() + "-2");
    }
    return !fs::is_empty(folder);
}

// Written once: from then on it belongs to those who fill it in.
void write_or_keep(const fs::path& earlier, const fs::path& staged, const files::Workbook& book) {
    if (fs::exists(earlier))
        fs::copy_file(earlier, staged);
    else
        files::write_workbook(staged, book);
}

}  // namespace

files::Workbook inspection_workbook(const output::InspectionInput& input, Language language) {
    return BookMaker(input, language).make();
}

files::Workbook qualitative_workbook(const output::InspectionInput& input, Language language) {
    return BookMaker(input, language).make_qualitative();
}

void write_pack(
    const fs::path& folder, const output::InspectionInput& input, const files::Value& result, Language language) {
    auto pack = folder.lexically_normal();
    if (!pack.has_filename()) pack = pack.parent_path();
    if (refuse_foreign(pack)) refuse_other_pack(pack, input);
    if (pack.has_parent_path()) fs::create_directories(pack.parent_path());
    files::StagedFolder staged(pack);
    files::write_file(staged.path() / "report.html", output::inspection_report(input, language));
    files::write_workbook(staged.path() / "inspection-en.xlsx", inspection_workbook(input, Language::en));
    files::write_workbook(staged.path() / "inspection-ko.xlsx", inspection_workbook(input, Language::ko));
    files::write_hwpx(staged.path() / "inspection-en.hwpx", inspection_document(input, Language::en));
    files::write_hwpx(staged.path() / "inspection-ko.hwpx", inspection_document(input, Language::ko));
    for (const auto& [name, of] :
        {std::pair{"qualitative-en.xlsx", Language::en}, {"qualitative-ko.xlsx", Language::ko}})
        write_or_keep(pack / name, staged.path() / name, qualitative_workbook(input, of));
    files::write_json(staged.path() / "track.json", result);
    staged.commit();
}

}  // namespace ecumene::pipeline
