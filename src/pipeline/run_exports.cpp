#include "pipeline/run_exports.hpp"

#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "files/netcdf.hpp"
#include "network/write_network.hpp"
#include "output/from_plan.hpp"
#include "output/iamc.hpp"
#include "output/pypsa.hpp"

namespace ecumene::pipeline {
namespace {

files::NetcdfDimension dimension_of(const planning::Plan& plan, const std::string& name) {
    const auto labels = plan.hourly_labels.find(name);
    if (labels == plan.hourly_labels.end())
        throw Error(ErrorKind::internal, compose("the hourly dimension '{}' has no labels", {name}));
    return {.name = name, .labels = labels->second};
}

bool is_known(const files::NetcdfFile& file, const std::string& dimension) {
    for (const auto& known : file.dimensions)
        if (known.name == dimension) return true;
    return false;
}

}  // namespace

output::ReportInput report_input_of(
    const RunRecord& record, const dataset::Dataset& data, const dataset::Scenario& scenario) {
    return output::report_input(data, scenario, record.plan, record.key.name());
}

void write_hourly(const std::filesystem::path& folder, const planning::Plan& plan) {
    if (plan.hourly.empty()) return;
    files::NetcdfFile file;
    file.attributes = {{"title", "hourly results of a plan"}, {"Conventions", "CF-1.8"}};
    for (const auto& array : plan.hourly) {
        for (const auto& dimension : array.dimensions)
            if (!is_known(file, dimension)) file.dimensions.push_back(dimension_of(plan, dimension));
        file.variables.push_back({.name = array.name,
            .unit = array.unit,
            .long_name = array.about,
            .dimensions = array.dimensions,
            .values = {array.values.begin(), array.values.end()}});
    }
    files::write_netcdf(folder / "hourly.nc", file, {.deflate = 1});
}

void write_iamc(const std::filesystem::path& file, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario) {
    files::write_frame(file, output::iamc(report_input_of(record, data, scenario)));
}

void write_pypsa(const std::filesystem::path& folder, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario) {
    network::write_csv_folder(folder, output::pypsa_network(report_input_of(record, data, scenario)));
}

void write_report(const std::filesystem::path& file, const RunRecord& record, const dataset::Dataset& data,
    const dataset::Scenario& scenario, Language language) {
    files::write_file(file, output::html_report(report_input_of(record, data, scenario), language));
}

}  // namespace ecumene::pipeline
