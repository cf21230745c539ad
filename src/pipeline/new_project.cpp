#include "pipeline/new_project.hpp"

#include <chrono>
#include <optional>
#include <system_error>

#include "core/error.hpp"
#include "dataset/dataset.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "pipeline/package_cut.hpp"
#include "pipeline/region_choice.hpp"
#include "pipeline/run_folder.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/template_workbook.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

void refuse_unless_empty(const fs::path& folder, const Session& session) {
    std::error_code failure;
    if (folder.empty()) throw WrongUse("name the new folder", "ecumene new my-region --from korea");
    const auto kind = fs::status(folder, failure).type();
    if (kind == fs::file_type::not_found) return;
    if (kind != fs::file_type::directory)
        throw WrongUse(compose("{} is there and is not a folder", {shown(folder, session)}), "choose another name");
    if (!fs::is_empty(folder, failure) || failure)
        throw WrongUse(compose("the folder {} is not empty; it was left as it is", {shown(folder, session)}),
            "choose another name, or empty it first");
}

bool ends_with(const std::string& text, std::string_view ending) {
    return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

std::string copied(const InputFile& file, const fs::path& from, const std::optional<PackageCut>& cut) {
    const auto text = files::read_bytes(from / file.path);
    if (!cut) return text;
    if (ends_with(file.path, ".csv")) return cut->csv(file.path, text);
    if (ends_with(file.path, ".geojson")) return cut->geojson(text);
    return text;
}

void copy_package(
    const Package& package, const fs::path& to, const std::optional<PackageCut>& cut, Progress& progress) {
    const auto inputs = input_files(package.folder);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        progress.update(static_cast<double>(i) / static_cast<double>(inputs.size()), inputs[i].path);
        const auto target = to / inputs[i].path;
        fs::create_directories(target.parent_path());
        files::write_file(target, copied(inputs[i], package.folder, cut));
    }
    files::write_file(to / ".gitignore", "# Results and exports can be made again.\nruns/\nexport/\n");
}

std::string screen_of(const NewRequest& request, const Package& package, const dataset::CheckReport& report,
    const std::optional<PackageCut>& cut, const Bilingual& regions, const Session& session) {
    Sheet sheet(session);
    const auto folder = shown(request.folder, session);
    sheet.title(folder, {}, compose(session.in({"from {}", "{}에서 시작"}), {package.name}));
    sheet.field({"Regions", "지역"}, session.in(regions));
    if (cut && cut->share_of_nation() < 1.0)
        sheet.field(
            {}, compose(session.in({"National limits were cut to {:.1f}%, the regions' share of electricity demand; "
                                    "those rows say so.",
                            "국가 한도는 이 지역들의 전력 수요 비중인 {:.1f}%로 줄였고, 해당 행에 적어 두었습니다."}),
                    {100.0 * cut->share_of_nation()}));
    sheet.field(
        {"Holds", "내용"}, compose(session.in({"{} tables, {} rows, {} hourly series", "표 {}개, {}행, 시계열 {}개"}),
                               {report.tables, grouped(static_cast<double>(report.rows)), report.series}));
    sheet.field({}, session.in({"template.xlsx: every table with its columns, units and explanations",
                        "template.xlsx: 모든 표의 열, 단위, 설명"}));
    sheet.gap();
    sheet.field({"Next", "다음"},
        session.in({"edit the tables (a spreadsheet will do), then", "표를 고친 뒤(스프레드시트로 충분합니다)"}));
    sheet.field({}, "ecumene check " + folder);
    sheet.field({}, "ecumene plan " + folder);
    auto text = sheet.text();
    if (!report.findings.all().empty()) text += "\n" + pipeline::screen_of(report.findings, session);
    return text;
}

}  // namespace

Answer new_project(const NewRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto package = find_package(request.from.empty() ? "korea" : request.from, session.places);
    refuse_unless_empty(request.folder, session);
    session.progress->stage({"Reading the package", "자료 읽기"}, 0.0);
    const auto data = dataset::load(package.folder);
    std::optional<PackageCut> cut;
    std::vector<std::string> codes;
    for (const auto& region : data.regions()) codes.push_back(region.code);
    if (!request.regions.empty()) {
        codes = chosen_regions(data, request.regions);
        cut.emplace(data, codes);
    }
    session.progress->stage({"Copying the package", "자료 복사"}, 0.0);
    files::StagedFolder staged(request.folder);
    copy_package(package, staged.path(), cut, *session.progress);
    const auto report = dataset::check(staged.path());
    const auto current = report.findings.has_errors() ? data : dataset::load(staged.path());
    write_template(staged.path() / "template.xlsx", current);
    staged.commit();

    Answer answer;
    answer.verb = "new";
    answer.findings = report.findings;
    auto regions = files::Value::list();
    for (const auto& code : codes) regions.add(code);
    answer.result = files::Value::object();
    answer.result.set("folder", request.folder.string()).set("from", package.name).set("regions", std::move(regions));
    answer.result.set("tables", report.tables)
        .set("rows", report.rows)
        .set("share_of_nation", cut ? cut->share_of_nation() : 1.0);
    answer.screen = screen_of(request, package, report, cut, names_of(data, codes), session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
