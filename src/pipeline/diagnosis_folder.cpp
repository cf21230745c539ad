#include "pipeline/diagnosis_folder.hpp"

#include <set>
#include <string>

#include "core/error.hpp"
#include "diagnosis/full_diagnosis.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "output/charts/picture.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

constexpr const char* index_file = "diagnosis.json";

// What an earlier diagnosis says it wrote; empty if there was none.
std::set<std::string> files_listed(const fs::path& folder) {
    std::set<std::string> listed;
    if (!fs::exists(folder / index_file)) return listed;
    try {
        const auto index = files::read_json(folder / index_file);
        if (const auto* names = index.find("files"); names != nullptr && names->is_list())
            for (const auto& name : names->items()) listed.insert(name.as_text());
    } catch (const Error&) {
        return {};  // changed by hand: then nothing in the folder is known to be ours
    }
    return listed;
}

class FolderWriter {
public:
    explicit FolderWriter(const fs::path& folder) : folder_(folder) {}

    void text(const std::string& name, std::string_view bytes) { files::write_file(prepared(name), bytes); }
    void frame(const std::string& name, const Frame& frame) { files::write_frame(prepared(name), frame); }
    const std::set<std::string>& names() const { return names_; }

private:
    fs::path prepared(const std::string& name) {
        names_.insert(name);
        auto path = folder_ / name;
        fs::create_directories(path.parent_path());
        return path;
    }

    fs::path folder_;
    std::set<std::string> names_;
};

void write_pictures(FolderWriter& writer, const output::DiagnosisInput& input) {
    std::set<std::string> tables;
    for (const auto& picture : output::diagnosis_pictures(input)) {
        const auto base = "pictures/" + picture.name;
        for (const auto language : {Language::en, Language::ko})
            writer.text(base + (language == Language::ko ? "-ko.svg" : "-en.svg"),
                output::picture_file(picture.drawing.wide, picture.title, picture.note, language));
        if (tables.insert(picture.table_name).second)
            writer.text("pictures/" + picture.table_name + ".csv", picture.table.csv());
    }
}

// The same folder without "./", "x/.." and a last slash, of which no name can be made.
fs::path normal(const fs::path& folder) {
    const auto path = folder.lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

// The current folder, or one that holds it, cannot be replaced under whoever works there.
bool holds_current(const fs::path& folder) {
    const auto inside = fs::current_path().lexically_relative(fs::weakly_canonical(folder));
    return !inside.empty() && *inside.begin() != "..";
}

}  // namespace

void refuse_foreign_folder(const fs::path& asked) {
    const auto folder = normal(asked);
    if (!fs::exists(folder)) return;
    if (!fs::is_directory(folder))
        throw WrongUse(compose("'{}' is a file", {folder.string()}), "name a folder: --report korea-diagnosis");
    if (holds_current(folder))
        throw WrongUse(
            compose("'{}' is the current folder or holds it; a report needs a folder of its own", {asked.string()}),
            "name a folder: --report korea-diagnosis");
    const auto another = "name a new folder: --report " + folder.string() + "-2";
    const auto ours = files_listed(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory() && !entry.is_symlink()) continue;
        const auto name = entry.path().lexically_relative(folder).generic_string();
        if (name != index_file && ours.count(name) == 0)
            throw WrongUse(compose("the folder '{}' holds '{}', which no diagnosis wrote; it was left as it is",
                               {folder.string(), name}),
                another);
        if (name == index_file && ours.empty())
            throw WrongUse(compose("the folder '{}' holds a diagnosis.json that cannot be read; it was left as it is",
                               {folder.string()}),
                another);
    }
}

void write_diagnosis(
    const fs::path& asked, const output::DiagnosisInput& input, const Value& result, Language language) {
    refuse_foreign_folder(asked);
    const auto folder = normal(asked);
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path());
    files::StagedFolder staged(folder);
    FolderWriter writer(staged.path());
    writer.text("report.html", output::diagnosis_report(input, language));
    write_pictures(writer, input);
    for (const auto& table : diagnosis::tables_of(*input.diagnosis))
        if (table.rows() > 0) writer.frame("tables/" + table.name() + ".csv", table);
    auto names = Value::list();
    for (const auto& name : writer.names()) names.add(name);
    auto index = Value::object();
    index.set("files", std::move(names)).set("result", result);
    files::write_json(staged.path() / index_file, index);
    staged.commit();
}

}  // namespace ecumene::pipeline
