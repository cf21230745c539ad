#include "made_archive.hpp"

#include <minizip/zip.h>

namespace ecumene::files {

MadeArchive::MadeArchive(const std::filesystem::path& path) : file_(zipOpen64(path.c_str(), APPEND_STATUS_CREATE)) {}

MadeArchive::~MadeArchive() {
    zipClose(file_, nullptr);
}

void MadeArchive::add(const std::string& name, const std::string& bytes) {
    constexpr int method = 8, level = 9, large_files = 1;  // deflate
    const zip_fileinfo about{};
    zipOpenNewFileInZip64(file_, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, method, level, large_files);
    zipWriteInFileInZip(file_, bytes.data(), static_cast<unsigned>(bytes.size()));
    zipCloseFileInZip(file_);
}

void add_frame(MadeArchive& archive) {
    archive.add("xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='배출' sheetId='1' r:id='rId1'/></sheets></workbook>");
    archive.add("xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
}

void make_workbook(const std::filesystem::path& path, const std::string& sheet, const std::string& shared) {
    MadeArchive archive(path);
    add_frame(archive);
    if (!shared.empty()) archive.add("xl/sharedStrings.xml", shared);
    archive.add("xl/worksheets/sheet1.xml", sheet);
}

}  // namespace ecumene::files
