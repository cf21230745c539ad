#include "files/text_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::files {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

bool is_between(std::uint8_t value, int low, int high) {
    return value >= low && value <= high;
}

// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), 0 if there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto lead = byte_at(bytes, at);
    if (lead < 0x80) return 1;
    const std::size_t length = is_between(lead, 0xC2, 0xDF)   ? 2U
                               : is_between(lead, 0xE0, 0xEF) ? 3U
                               : is_between(lead, 0xF0, 0xF4) ? 4U
                                                              : 0U;
    if (length == 0 || at + length > bytes.size()) return 0;
    const auto second = byte_at(bytes, at + 1);
    const int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (!is_between(second, low, high)) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (!is_between(byte_at(bytes, at + i), 0x80, 0xBF)) return 0;
    return length;
}

// Most text is ASCII: eight bytes at a time are passed over before looking closer.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::uint64_t word = 0;
    while (at + sizeof word <= bytes.size()) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high_bits) != 0) break;
        at += sizeof word;
    }
    return at;
}

bool is_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while ((at = skip_ascii(bytes, at)) < bytes.size()) {
        const auto length = sequence_length(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

// Without a mark, UTF-16 of mostly Latin text shows as every second byte being zero.
bool is_utf16(std::string_view bytes) {
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return true;
    const auto sample = bytes.substr(0, 4096);
    const auto zeros = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\0'));
    return sample.size() >= 4 && zeros * 3 > sample.size() && zeros * 3 < sample.size() * 2;
}

// CP949 (EUC-KR and its extension): lead 0x81..0xFE, trail a letter or 0x81..0xFE. A file cut within a letter still counts.
bool is_cp949(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto lead = byte_at(bytes, at);
        if (lead == 0) return false;
        if (lead < 0x80) continue;
        if (!is_between(lead, 0x81, 0xFE)) return false;
        if (at + 1 == bytes.size()) return true;
        const auto trail = byte_at(bytes, ++at);
        if (!is_between(trail, 0x41, 0x5A) && !is_between(trail, 0x61, 0x7A) && !is_between(trail, 0x81, 0xFE))
            return false;
    }
    return true;
}

class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path)
        : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
    ~OpenFile() {
        if (number_ >= 0) ::close(number_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

[[noreturn]] void fail(ErrorKind kind, const std::filesystem::path& path, const std::string& reason) {
    throw Error(kind, compose("cannot read {}: {}", {path.string(), reason}));
}

std::size_t regular_size(const OpenFile& file, const std::filesystem::path& path, std::size_t size_limit) {
    if (file.number() < 0 && (errno == ENOENT || errno == ENOTDIR)) fail(ErrorKind::input, path, "it is not there");
    if (file.number() < 0)
        fail(ErrorKind::io, path, errno == EACCES ? "permission is missing" : std::generic_category().message(errno));
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) fail(ErrorKind::io, path, std::generic_category().message(errno));
    if (!S_ISREG(about.st_mode)) fail(ErrorKind::input, path, "it is not a file");
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size > size_limit)
        fail(ErrorKind::input, path,
            compose("it has {} MB, more than the limit of {} MB", {size >> 20U, size_limit >> 20U}));
    return size;
}

Finding not_utf8(Encoding encoding, const std::string& shown) {
    const std::string remedy = "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
    const std::string message = encoding == Encoding::cp949   ? "the text is CP949 (EUC-KR), not UTF-8"
                                : encoding == Encoding::utf16 ? "the text is UTF-16, not UTF-8"
                                                              : "the file is not UTF-8 text";
    return {.code = "encoding", .file = shown, .row = 0, .column = {}, .message = message, .remedy = remedy};
}

}  // namespace

std::string read_bytes(const std::filesystem::path& path, std::size_t size_limit) {
    const OpenFile file(path);
    std::string bytes(regular_size(file, path, size_limit), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(ErrorKind::io, path, std::generic_category().message(errno));
        if (got == 0) break;  // someone shortened it meanwhile
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Encoding recognise(std::string_view bytes) {
    // A zero byte is valid UTF-8 but no text: look for UTF-16 first.
    if (is_utf16(bytes)) return Encoding::utf16;
    if (bytes.find('\0') != std::string_view::npos) return Encoding::unknown;
    if (is_utf8(bytes)) return Encoding::utf8;
    return is_cp949(bytes) ? Encoding::cp949 : Encoding::unknown;
}

std::optional<std::string> read_text(
    const std::filesystem::path& path, const std::string& shown, Findings& findings, std::size_t size_limit) {
    std::string bytes;
    try {
        bytes = read_bytes(path, size_limit);
    } catch (const Error& error) {
        findings.error({.code = "unreadable_file",
            .file = shown,
            .row = 0,
            .column = {},
            .message = error.message(),
            .remedy = {}});
        return std::nullopt;
    }
    const auto encoding = recognise(bytes);
    if (encoding != Encoding::utf8) {
        findings.add(not_utf8(encoding, shown));
        return std::nullopt;
    }
    if (std::string_view(bytes).substr(0, 3) == byte_order_mark) bytes.erase(0, 3);
    return bytes;
}

}  // namespace ecumene::files
