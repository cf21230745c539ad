#include "files/atomic.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::files {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view partial_mark = ".partial-";

bool is_of_environment(int code) {
    return code == ENOSPC || code == EDQUOT || code == EFBIG || code == EACCES || code == EPERM || code == EROFS ||
           code == EMFILE || code == ENFILE || code == EIO;
}

[[noreturn]] void fail(const fs::path& path, int code) {
    throw Error(is_of_environment(code) ? ErrorKind::environment : ErrorKind::io,
        compose("cannot write {}: {}", {path.string(), reason_in_words(code)}));
}

// Closes what it holds; a file descriptor must not leak when a write fails.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    int close() { return ::close(std::exchange(number_, -1)); }

private:
    int number_;
};

// The process number lets left_overs() tell a killed writer from one still at work.
fs::path staging_path(const fs::path& final_path) {
    static std::atomic<unsigned> counter{0};
    return final_path.parent_path() /
           compose("{}{}{}-{}", {final_path.filename().string(), partial_mark, ::getpid(), counter++});
}

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void flush_to_disk(const fs::path& path, const fs::path& shown) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) fail(shown, errno);
    // Some file systems cannot flush a folder (EINVAL); the rename is then as safe as they make it.
    if (::fsync(file.number()) != 0 && errno != EINVAL) fail(shown, errno);
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void rename_into_place(const fs::path& staged, const fs::path& final_path) {
    if (::rename(staged.c_str(), final_path.c_str()) != 0) fail(final_path, errno);
    flush_to_disk(folder_of(final_path), final_path);
}

void flush_tree(const fs::path& folder, const fs::path& shown) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_symlink()) flush_to_disk(entry.path(), shown);
    flush_to_disk(folder, shown);
}

// Swaps where the system can, so that at no instant the name is missing; else moves the old folder aside first.
void replace_folder(const fs::path& staged, const fs::path& final_path) {
    if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, final_path.c_str(), RENAME_EXCHANGE) == 0) {
        std::error_code ignored;
        fs::remove_all(staged, ignored);
        return;
    }
    const auto old = staging_path(final_path);
    if (::rename(final_path.c_str(), old.c_str()) != 0) fail(final_path, errno);
    if (::rename(staged.c_str(), final_path.c_str()) != 0) {
        const int code = errno;
        ::rename(old.c_str(), final_path.c_str());
        fail(final_path, code);
    }
    std::error_code ignored;
    fs::remove_all(old, ignored);
}

bool is_alive(long process) {
    return process > 0 && (::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

bool is_left_over(const std::string& name) {
    const auto mark = name.rfind(partial_mark);
    if (mark == std::string::npos) return false;
    const auto* digits = name.data() + mark + partial_mark.size();
    long process = 0;
    const auto [end, failure] = std::from_chars(digits, name.data() + name.size(), process);
    return failure != std::errc{} || end == name.data() + name.size() || *end != '-' || !is_alive(process);
}

}  // namespace

std::string reason_in_words(int code) {
    switch (code) {
        case ENOSPC: return "the disk is full";
        case EDQUOT: return "the disk quota is used up";
        case EFBIG: return "the file is larger than the file size limit";
        case EACCES:
        case EPERM: return "permission is missing";
        case EROFS: return "the disk is read-only";
        case ENOENT: return "the folder is not there";
        case ENOTDIR: return "a file stands where a folder is needed";
        case EISDIR: return "a folder stands where a file is needed";
        case ENAMETOOLONG: return "the name is too long";
        case EMFILE:
        case ENFILE: return "too many files are open";
        case EIO: return "the disk reports a fault";
        default: return std::generic_category().message(code);
    }
}

void write_file(const fs::path& path, std::string_view bytes) {
    StagedFile staged(path);
    Descriptor file(::open(staged.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.number() < 0) fail(path, errno);
    write_all(file.number(), bytes, path);
    if (file.close() != 0) fail(path, errno);
    staged.commit();
}

StagedFile::StagedFile(fs::path final_path) : final_(std::move(final_path)), staged_(staging_path(final_)) {}

StagedFile::~StagedFile() {
    if (!is_committed_) ::unlink(staged_.c_str());
}

void StagedFile::commit() {
    flush_to_disk(staged_, final_);
    rename_into_place(staged_, final_);
    is_committed_ = true;
}

StagedFolder::StagedFolder(fs::path final_path, const std::string& staging_name) : final_(std::move(final_path)) {
    // "runs/x/" has an empty last part; the folder meant is runs/x.
    if (!final_.has_filename()) final_ = final_.parent_path();
    staged_ = staging_name.empty() ? staging_path(final_) : folder_of(final_) / staging_name;
    std::error_code failure;
    fs::create_directories(folder_of(final_), failure);
    if (failure) fail(final_, failure.value());
    if (!fs::create_directory(staged_, failure)) fail(staged_, failure ? failure.value() : EEXIST);
}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    if (!is_committed_) fs::remove_all(staged_, ignored);
}

void StagedFolder::commit() {
    flush_tree(staged_, final_);
    if (fs::symlink_status(final_).type() == fs::file_type::not_found)
        rename_into_place(staged_, final_);
    else
        replace_folder(staged_, final_);
    flush_to_disk(folder_of(final_), final_);
    is_committed_ = true;
}

std::vector<fs::path> left_overs(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code failure;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure))
        if (is_left_over(at->path().filename().string())) found.push_back(at->path());
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<fs::path> inside(const fs::path& folder, std::string_view relative) {
    constexpr std::size_t longest_path = 4096;
    if (relative.empty() || relative.size() > longest_path || relative.find('\0') != std::string_view::npos)
        return std::nullopt;
    const fs::path wanted{relative};
    if (wanted.is_absolute() || std::find(wanted.begin(), wanted.end(), "..") != wanted.end()) return std::nullopt;
    std::error_code failure;
    const auto root = fs::weakly_canonical(folder, failure);
    if (failure) return std::nullopt;
    const auto real = fs::weakly_canonical(root / wanted, failure);
    if (failure) return std::nullopt;
    const auto [root_end, ignored] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    if (root_end != root.end()) return std::nullopt;
    return root / wanted;
}

void ignore_file_size_signal() {
    std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace ecumene::files
