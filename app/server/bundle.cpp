#include "bundle.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

namespace ecumene::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* first_page = "/index.html";
constexpr std::size_t most_files = 2000;
constexpr std::uintmax_t most_bytes = std::uintmax_t{64} << 20U;

const char* type_of(const fs::path& file) {
    static const std::map<std::string, const char*> types{{".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"}, {".json", "application/json"},
        {".svg", "image/svg+xml"}, {".png", "image/png"}, {".ico", "image/x-icon"}, {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"}, {".webmanifest", "application/manifest+json"}};
    const auto found = types.find(file.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

std::string page_without_bundle() {
    return R"(<!doctype html><html lang="en"><meta charset="utf-8"><title>Ecumene</title>
<h1>Ecumene</h1>
<p>The studio's pages are not built here. In the folder of Ecumene, <code>./dev studio</code> builds them; then reload.</p>
<p lang="ko">스튜디오 화면이 아직 만들어지지 않았습니다. Ecumene 폴더에서 <code>./dev studio</code>를 실행한 뒤 새로 고치십시오.</p>
)";
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool takes_gzip(const Request& request) {
    return request.header("accept-encoding").find("gzip") != std::string::npos;
}

}  // namespace

std::shared_ptr<const Bundle::Files> Bundle::files(bool may_be_new) const {
    const std::lock_guard lock(mutex_);
    std::error_code failure;
    if (files_ && !may_be_new) return files_;
    const auto written = fs::last_write_time(folder_ / "index.html", failure);
    if (files_ && (failure || written == read_at_)) return files_;
    auto found = std::make_shared<Files>();
    std::uintmax_t bytes = 0;
    for (fs::recursive_directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
        std::error_code ignored;
        if (at->is_symlink(ignored) || !at->is_regular_file(ignored)) continue;
        bytes += at->file_size(ignored);
        if (bytes > most_bytes || found->size() >= most_files) break;
        const auto name = "/" + at->path().lexically_relative(folder_).generic_string();
        (*found)[name] = std::make_shared<const std::string>(bytes_of(at->path()));
    }
    read_at_ = written;
    files_ = found;
    return files_;
}

std::optional<Response> Bundle::find(const Request& request) const {
    const bool is_first = request.path == "/" || request.path == first_page;
    const auto all = files(is_first);
    const std::string path = is_first ? first_page : request.path;
    const auto plain = all->find(path);
    if (plain == all->end()) {
        if (!is_first) return {};
        return answer(page_without_bundle(), "text/html; charset=utf-8");
    }
    Response response{.type = type_of(path), .body = plain->second};
    const bool never_changes = path.compare(0, 8, "/assets/") == 0;  // its name holds its hash
    response.headers.emplace_back("Cache-Control", never_changes ? "public, max-age=31536000, immutable" : "no-cache");
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (const auto small = all->find(path + ".gz"); small != all->end() && takes_gzip(request)) {
        response.body = small->second;
        response.headers.emplace_back("Content-Encoding", "gzip");
    }
    return response;
}

}  // namespace ecumene::server
