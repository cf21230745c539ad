// A folder of a report: written whole or not at all, and never over what somebody else put there.
//
//     const ReportFolder kind{"diagnosis.json", "diagnosis", "korea-diagnosis"};
//     kind.refuse_foreign(asked);                       // before work begins
//     kind.write(asked, [&](FolderWriter& writer) { writer.text("report.html", html); }, result);
//
// The index file lists what was written; a folder that holds anything an earlier report did not write is left alone.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/frame.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

class FolderWriter {
public:
    explicit FolderWriter(const std::filesystem::path& folder) : folder_(folder) {}

    void text(const std::string& name, std::string_view bytes);
    void frame(const std::string& name, const Frame& frame);
    // A place for what a library writes by name.
    std::filesystem::path prepared(const std::string& name);
    const std::set<std::string>& names() const { return names_; }

private:
    std::filesystem::path folder_;
    std::set<std::string> names_;
};

struct ReportFolder {
    std::string index_file;
    std::string noun;     // "no <noun> wrote this"
    std::string example;  // of a folder's name

    // Throws WrongUse if the folder holds files no such report wrote, is a file, or holds the current folder.
    void refuse_foreign(const std::filesystem::path& asked) const;
    void write(const std::filesystem::path& asked, const std::function<void(FolderWriter&)>& fill,
        const files::Value& result) const;
};

}  // namespace ecumene::pipeline
