#include "pipeline/studio/diagnosis_shelf.hpp"

#include <cstdlib>

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/csv.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

constexpr std::size_t most_kept = 24;

fs::path new_folder() {
    auto name = (fs::temp_directory_path() / "ecumene-studio-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw Error(ErrorKind::environment,
            "cannot make a folder for temporary files in " + fs::temp_directory_path().string());
    return name;
}

std::string name_for(const DiagnoseRequest& request) {
    return join(std::vector<std::string>{request.grouping, request.years, request.accounting, request.ledger}, "|");
}

const char* type_of(const fs::path& file) {
    const auto ending = file.extension();
    if (ending == ".html") return "text/html; charset=utf-8";
    if (ending == ".svg") return "image/svg+xml";
    return ending == ".csv" ? "text/csv; charset=utf-8" : "application/json";
}

}  // namespace

DiagnosisShelf::DiagnosisShelf(const Project& project) : project_(project), folder_(new_folder()) {}

DiagnosisShelf::~DiagnosisShelf() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

const DiagnosisShelf::Made& DiagnosisShelf::made(const DiagnoseRequest& request) {
    const auto stamp = project_.stamp();
    const auto name = name_for(request);
    const auto found = made_.find(name);
    if (found != made_.end() && found->second.stamp == stamp) return found->second;
    if (made_.size() >= most_kept) made_.clear();
    auto asked = request;
    asked.package = project_.argument();
    asked.report = folder_ / ("diagnosis-" + std::to_string(made_.size()));
    std::error_code ignored;
    fs::remove_all(asked.report, ignored);
    auto answer = diagnose(asked, project_.session());
    answer.result.set("report", Value());  // where it lies is the studio's own matter
    return made_.insert_or_assign(name, Made{stamp, pipeline::json(answer), asked.report}).first->second;
}

std::string DiagnosisShelf::json(const DiagnoseRequest& request) {
    const std::lock_guard lock(mutex_);
    return made(request).json;
}

std::vector<RunFile> DiagnosisShelf::files(const DiagnoseRequest& request) {
    const std::lock_guard lock(mutex_);
    const auto& folder = made(request).folder;
    std::vector<RunFile> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto name = entry.path().lexically_relative(folder).generic_string();
        all.push_back({name, type_of(entry.path()), {name, name}, entry.path()});
    }
    std::sort(all.begin(), all.end(), [](const RunFile& a, const RunFile& b) { return a.name < b.name; });
    return all;
}

Value DiagnosisShelf::tables(const DiagnoseRequest& request) {
    auto list = Value::list();
    for (const auto& file : files(request))
        if (file.name.compare(0, 7, "tables/") == 0)
            list.add(Value::object()
                         .set("name", file.path.stem().string())
                         .set("rows", files::read_frame(file.path, "").rows()));
    return list;
}

Frame DiagnosisShelf::table(const DiagnoseRequest& request, const std::string& name, const Filters& filters) {
    std::vector<std::string> known;
    for (const auto& file : files(request)) {
        if (file.name.compare(0, 7, "tables/") != 0) continue;
        if (file.path.stem() == name) return chosen_rows(files::read_frame(file.path, name), filters);
        known.push_back(file.path.stem().string());
    }
    const auto meant = did_you_mean(name, known);
    throw WrongUse(compose("the diagnosis has no table '{}'", {name.substr(0, 80)}),
        meant.empty() ? "its tables are " + join(known, ", ") : meant);
}

}  // namespace ecumene::pipeline
