// Writing so that nothing partial is ever found under a final name: write beside, flush to disk, rename.
//
//     write_file("runs/x/manifest.json", text);                    // the old file stays until the new one is whole
//     StagedFolder run("runs/x");                                   // built as runs/x.partial-<process>-<number>
//     write_file(run.path() / "summary.csv", summary);
//     run.commit();                                                 // now, and only now, runs/x is there
//
// A process that is killed leaves only names holding ".partial-", which left_overs() finds. Paths from outside must pass
// inside(). Not done here: locking between processes that write the same name; the last one to rename wins.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ecumene::files {

// Errors: ErrorKind::environment when the disk is full, a quota or size limit is met or permission is missing;
// ErrorKind::io for anything else. The message names the file and the reason in words.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// A file some library must write by name: it is given path(), then commit() renames it. Removed unless committed.
class StagedFile {
public:
    explicit StagedFile(std::filesystem::path final_path);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    const std::filesystem::path& path() const { return staged_; }
    void commit();

private:
    std::filesystem::path final_;
    std::filesystem::path staged_;
    bool is_committed_{};
};

// A folder that appears whole or not at all. An earlier folder of that name is replaced by commit().
class StagedFolder {
public:
    // The staging folder stands beside the final one; `staging_name` chooses its name, else one is made.
    explicit StagedFolder(std::filesystem::path final_path, const std::string& staging_name = {});
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    const std::filesystem::path& path() const { return staged_; }
    void commit();

private:
    std::filesystem::path final_;
    std::filesystem::path staged_;
    bool is_committed_{};
};

// Files and folders directly in `folder` that a process which no longer runs left behind.
std::vector<std::filesystem::path> left_overs(const std::filesystem::path& folder);

// The path of `relative` if it stays in `folder`; empty if it is absolute, climbs with "..", holds a NUL, or leads out
// through a symbolic link. The file need not exist.
std::optional<std::filesystem::path> inside(const std::filesystem::path& folder, std::string_view relative);

// Why the system refused to write, for messages: "the disk is full". `code` is errno's.
std::string reason_in_words(int code);

// Without this a write beyond the process's file size limit kills the program; with it the write fails and is reported.
void ignore_file_size_signal();

}  // namespace ecumene::files
