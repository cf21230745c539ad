#include "pipeline/report_folder.hpp"

#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;

// What an earlier report says it wrote; empty if there was none.
std::set<std::string> files_listed(const fs::path& folder, const std::string& index_file) {
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

void FolderWriter::text(const std::string& name, std::string_view bytes) {
    files::write_file(prepared(name), bytes);
}

void FolderWriter::frame(const std::string& name, const Frame& frame) {
    files::write_frame(prepared(name), frame);
}

fs::path FolderWriter::prepared(const std::string& name) {
    names_.insert(name);
    auto path = folder_ / name;
    fs::create_directories(path.parent_path());
    return path;
}

void ReportFolder::refuse_foreign(const fs::path& asked) const {
    const auto folder = normal(asked);
    if (!fs::exists(folder)) return;
    if (!fs::is_directory(folder))
        throw WrongUse(compose("'{}' is a file", {folder.string()}), "name a folder: --report " + example);
    if (holds_current(folder))
        throw WrongUse(
            compose("'{}' is the current folder or holds it; a report needs a folder of its own", {asked.string()}),
            "name a folder: --report " + example);
    const auto another = "name a new folder: --report " + folder.string() + "-2";
    const auto ours = files_listed(folder, index_file);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory() && !entry.is_symlink()) continue;
        const auto name = entry.path().lexically_relative(folder).generic_string();
        if (name != index_file && ours.count(name) == 0)
            throw WrongUse(compose("the folder '{}' holds '{}', which no {} wrote; it was left as it is",
                               {folder.string(), name, noun}),
                another);
        if (name == index_file && ours.empty())
            throw WrongUse(compose("the folder '{}' holds a {} that cannot be read; it was left as it is",
                               {folder.string(), index_file}),
                another);
    }
}

void ReportFolder::write(
    const fs::path& asked, const std::function<void(FolderWriter&)>& fill, const Value& result) const {
    refuse_foreign(asked);
    const auto folder = normal(asked);
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path());
    files::StagedFolder staged(folder);
    FolderWriter writer(staged.path());
    fill(writer);
    auto names = Value::list();
    for (const auto& name : writer.names()) names.add(name);
    auto index = Value::object();
    index.set("files", std::move(names)).set("result", result);
    files::write_json(staged.path() / index_file, index);
    staged.commit();
}

}  // namespace ecumene::pipeline
