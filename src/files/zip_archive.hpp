// A zip archive read part by part, never unpacked to disk and never beyond its bounds. Internal to `files`.
//
//     ZipArchive archive("plan.xlsx");
//     archive.read("xl/workbook.xml", limit, [&](std::string_view bytes) { parser.feed(bytes); return true; });
//
// Sizes told by the archive are not believed: bytes are counted as they come.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::files {

struct ZipPart {
    std::string name;
    std::size_t packed{}, unpacked{};  // as the archive says
    bool is_encrypted{};
};

enum class ZipEnd { whole, absent, too_large, damaged, stopped };

class ZipArchive {
public:
    explicit ZipArchive(const std::filesystem::path& path);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    bool is_open() const { return file_ != nullptr; }
    // At most `most` of them.
    std::vector<ZipPart> parts(std::size_t most) const;
    // `take` gets the bytes in pieces and says whether to go on.
    ZipEnd read(
        const std::string& part, std::size_t most_bytes, const std::function<bool(std::string_view)>& take) const;

private:
    void* file_;
};

}  // namespace ecumene::files
