// Answers several groups of routes give: a value as JSON, a table as JSON or CSV, a file to keep.
#pragma once

#include <filesystem>
#include <string>

#include "message.hpp"
#include "pipeline/studio/run_view.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::server {

Response json_answer(const files::Value& value, int status = 200);
// As JSON, or as CSV to keep where the request says format=csv.
Response table_answer(const Request& request, const Frame& table, const pipeline::TableWords& words);
// One of the files that may be handed out: a report to look at, shut in a sandbox; all else to keep. Throws WrongUse.
Response file_answer(const std::vector<pipeline::RunFile>& files, const std::string& name, const std::string& of);
Response as_download(Response response, const std::string& file_name);
// What of the query says which rows are wanted: everything but the names the studio itself takes.
pipeline::Filters filters_of(const Request& request, std::initializer_list<std::string_view> not_filters = {});
// Of a year or another whole number; throws a Refusal. `otherwise` where it is absent.
int whole_number(const Request& request, const std::string& name, int otherwise);

}  // namespace ecumene::server
