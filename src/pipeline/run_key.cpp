#include "pipeline/run_key.hpp"

#include "core/digest.hpp"
#include "core/text.hpp"

namespace ecumene::pipeline {

RunKey run_key(const RunInputs& inputs) {
    Digest digest;
    digest.add_field(inputs.version);
    digest.add_field(inputs.package_digest);
    digest.add_field(inputs.scenario_text);
    digest.add_field(join(inputs.regions, ","));
    digest.add_field(inputs.backend);
    digest.add_field(inputs.method);
    digest.add_field(shortest(inputs.tolerance));
    digest.add_field(std::to_string(inputs.threads));
    return {digest.hex()};
}

}  // namespace ecumene::pipeline
