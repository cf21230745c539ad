// Refusals of the server itself, and any problem as an answer.
#pragma once

#include <exception>
#include <string>

#include "message.hpp"
#include "pipeline/studio/problem.hpp"

namespace ecumene::server {

Response problem_answer(const pipeline::Problem& problem, const Request& request);
Response problem_answer(std::exception_ptr thrown, const Request& request);

pipeline::Problem no_such_path();
pipeline::Problem wrong_method(const std::string& allowed);
pipeline::Problem foreign_host(const std::string& host);
pipeline::Problem foreign_origin(const std::string& origin);
pipeline::Problem no_token();
pipeline::Problem too_large(std::size_t most);
pipeline::Problem not_json();
pipeline::Problem malformed(const Bilingual& detail);
pipeline::Problem no_length();
pipeline::Problem too_many_streams(std::size_t most);

}  // namespace ecumene::server
