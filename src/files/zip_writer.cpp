#include "files/zip_writer.hpp"

#include <minizip/zip.h>

#include "core/error.hpp"

namespace ecumene::files {

ZipWriter::ZipWriter(const std::filesystem::path& path)
    : path_(path), file_(zipOpen64(path.c_str(), APPEND_STATUS_CREATE)) {
    if (file_ == nullptr) fail();
}

ZipWriter::~ZipWriter() {
    if (file_ != nullptr) zipClose(file_, nullptr);
}

void ZipWriter::fail() const {
    throw Error(ErrorKind::io, "cannot write " + path_.string());
}

void ZipWriter::add(const std::string& part, std::string_view bytes, Packing packing) {
    zip_fileinfo about{};
    about.tmz_date = {.tm_sec = 0, .tm_min = 0, .tm_hour = 0, .tm_mday = 1, .tm_mon = 0, .tm_year = 1980};
    const int method = packing == Packing::stored ? 0 : Z_DEFLATED;
    if (zipOpenNewFileInZip(
            file_, part.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, method, Z_DEFAULT_COMPRESSION) != ZIP_OK)
        fail();
    if (!bytes.empty() && zipWriteInFileInZip(file_, bytes.data(), static_cast<unsigned>(bytes.size())) != ZIP_OK)
        fail();
    if (zipCloseFileInZip(file_) != ZIP_OK) fail();
}

void ZipWriter::close() {
    void* const file = file_;
    file_ = nullptr;
    if (zipClose(file, nullptr) != ZIP_OK) fail();
}

}  // namespace ecumene::files
