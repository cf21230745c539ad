// `ecumene version`: which program this is, who solves for it, and where its data lies.
//
//     std::cout << about(session).screen;
#pragma once

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

Answer about(const Session& session);

}  // namespace ecumene::pipeline
