#include "route_answers.hpp"

#include <algorithm>
#include <charconv>

#include "pipeline/studio/table_text.hpp"
#include "pipeline/wrong_use.hpp"
#include "problems.hpp"

namespace ecumene::server {
namespace {

// A report brings its own script and style: it may use them, and nothing of ours.
constexpr const char* report_policy =
    "sandbox allow-scripts allow-downloads allow-modals allow-popups; default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors "
    "'none'";

}  // namespace

Response file_answer(const std::vector<pipeline::RunFile>& files, const std::string& name, const std::string& of) {
    const auto at = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    if (at == files.end())
        throw pipeline::WrongUse(
            "there is no file '" + name.substr(0, 80) + "' to hand out", "the list of files names them");
    auto response = answer(pipeline::bytes_of(*at), at->type);
    if (name == "report.html") {
        response.headers.emplace_back("Content-Security-Policy", report_policy);
        return response;
    }
    return as_download(std::move(response), of + "-" + at->path.filename().string());
}

Response json_answer(const files::Value& value, int status) {
    return answer(pipeline::compact_json(value), "application/json", status);
}

Response as_download(Response response, const std::string& file_name) {
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file_name + "\"");
    return response;
}

Response table_answer(const Request& request, const Frame& table, const pipeline::TableWords& words) {
    if (request.parameter("format") != "csv") return json_answer(pipeline::table_value(table, words));
    return as_download(
        answer(pipeline::csv_for_spreadsheets(table, words), "text/csv; charset=utf-8"), table.name() + ".csv");
}

pipeline::Filters filters_of(const Request& request, std::initializer_list<std::string_view> not_filters) {
    pipeline::Filters filters;
    for (const auto& [name, value] : request.query)
        if (name != "format" && std::find(not_filters.begin(), not_filters.end(), name) == not_filters.end())
            filters.emplace_back(name, value);
    return filters;
}

int whole_number(const Request& request, const std::string& name, int otherwise) {
    const auto& text = request.parameter(name);
    if (text.empty()) return otherwise;
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size())
        throw pipeline::Refusal(malformed({"'" + name + "' takes a whole number.", name + "에는 정수를 씁니다."}));
    return number;
}

}  // namespace ecumene::server
