// Workbooks made part by part, sound and hostile.
//
//     MadeArchive archive(path);  archive.add("xl/workbook.xml", text);   // closed with it
//     make_workbook(path, sheet_xml, shared_xml);
#pragma once

#include <filesystem>
#include <string>

namespace ecumene::files {

class MadeArchive {
public:
    explicit MadeArchive(const std::filesystem::path& path);
    ~MadeArchive();
    MadeArchive(const MadeArchive&) = delete;
    MadeArchive& operator=(const MadeArchive&) = delete;

    void add(const std::string& name, const std::string& bytes);

private:
    void* file_;
};

// What makes it a workbook, with one sheet named 배출 that is still to be added.
void add_frame(MadeArchive& archive);
void make_workbook(const std::filesystem::path& path, const std::string& sheet, const std::string& shared = {});

}  // namespace ecumene::files
