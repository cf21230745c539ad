#include "files/zip_archive.hpp"

#include <minizip/unzip.h>

#include <array>

namespace ecumene::files {
namespace {

constexpr std::size_t longest_name = 512, piece = std::size_t{64} << 10U;
constexpr int exact_case = 1;
constexpr unsigned long encrypted_flag = 1;

}  // namespace

ZipArchive::ZipArchive(const std::filesystem::path& path) : file_(unzOpen64(path.c_str())) {}

ZipArchive::~ZipArchive() {
    if (file_ != nullptr) unzClose(file_);
}

std::vector<ZipPart> ZipArchive::parts(std::size_t most) const {
    std::vector<ZipPart> found;
    for (int state = unzGoToFirstFile(file_); state == UNZ_OK && found.size() < most; state = unzGoToNextFile(file_)) {
        std::array<char, longest_name> name{};
        unz_file_info64 about{};
        if (unzGetCurrentFileInfo64(file_, &about, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
            break;
        found.push_back({.name = name.data(),
            .packed = about.compressed_size,
            .unpacked = about.uncompressed_size,
            .is_encrypted = (about.flag & encrypted_flag) != 0});
    }
    return found;
}

ZipEnd ZipArchive::read(
    const std::string& part, std::size_t most_bytes, const std::function<bool(std::string_view)>& take) const {
    if (unzLocateFile(file_, part.c_str(), exact_case) != UNZ_OK) return ZipEnd::absent;
    if (unzOpenCurrentFile(file_) != UNZ_OK) return ZipEnd::damaged;
    std::vector<char> buffer(piece);
    std::size_t all = 0;
    auto end = ZipEnd::whole;
    while (end == ZipEnd::whole) {
        const int got = unzReadCurrentFile(file_, buffer.data(), static_cast<unsigned>(buffer.size()));
        if (got == 0) break;
        all += got < 0 ? 0 : static_cast<std::size_t>(got);
        if (got < 0)
            end = ZipEnd::damaged;
        else if (all > most_bytes)
            end = ZipEnd::too_large;
        else if (!take({buffer.data(), static_cast<std::size_t>(got)}))
            end = ZipEnd::stopped;
    }
    // Closing checks the sum of the part; a part that was read whole and does not fit its sum is damaged.
    if (unzCloseCurrentFile(file_) == UNZ_CRCERROR && end == ZipEnd::whole) end = ZipEnd::damaged;
    return end;
}

}  // namespace ecumene::files
