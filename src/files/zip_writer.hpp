// A zip archive written part by part. Internal to `files`.
//
//     ZipWriter archive(path);
//     archive.add("mimetype", "application/hwp+zip", ZipWriter::Packing::stored);
//     archive.close();
//
// The same parts give the same bytes: the time of every part is 1 January 1980. Errors: ErrorKind::io.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace ecumene::files {

class ZipWriter {
public:
    enum class Packing { stored, deflated };

    explicit ZipWriter(const std::filesystem::path& path);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    void add(const std::string& part, std::string_view bytes, Packing packing = Packing::deflated);
    // An archive that is not closed is not whole.
    void close();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path path_;
    void* file_;
};

}  // namespace ecumene::files
