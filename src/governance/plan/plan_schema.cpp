#include "governance/plan/plan_schema.hpp"

#include "embedded/plan_document_schema.hpp"

namespace ecumene::governance {

const dataset::PackageSchema& plan_schema() {
    static const auto schema = dataset::read_schema(embedded::plan_document_schema, "schema/plan_document.json");
    return schema;
}

const files::Value& plan_settings_schema() {
    static const auto settings = [] {
        Findings findings;
        const auto root = files::parse_json(embedded::plan_document_schema, "schema/plan_document.json", findings);
        findings.raise_if_errors();
        return root.at("settings");
    }();
    return settings;
}

}  // namespace ecumene::governance
