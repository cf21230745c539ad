// Structures as layers of a GeoPackage, which QGIS opens: where people and jobs are today and in every structure, and the centres.
//
//     write_centres_map("centres.gpkg", view);
//
//     municipalities   people_today, people_trend, people_multi_nuclear ..., jobs alike; outlines, or points where none are known
//     centres          a point for each centre of a structure: name, tier, unit, people who use it
#pragma once

#include <filesystem>

#include "pipeline/centres_result.hpp"

namespace ecumene::pipeline {

void write_centres_map(const std::filesystem::path& path, const CentresView& view);

}  // namespace ecumene::pipeline
