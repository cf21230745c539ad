#include "pipeline/centres_folder.hpp"

#include "core/version.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "output/structure/centres_report.hpp"
#include "pipeline/centres_demand.hpp"
#include "pipeline/centres_map_file.hpp"
#include "pipeline/structure_input.hpp"

namespace ecumene::pipeline {

void write_centres(
    const std::filesystem::path& folder, const CentresView& view, const files::Value& result, Language language) {
    namespace fs = std::filesystem;
    const fs::path target = fs::path(folder).lexically_normal();
    if (target.has_parent_path()) fs::create_directories(target.parent_path());
    files::StagedFolder staged(target.has_filename() ? target : target.parent_path());
    fs::create_directories(staged.path() / "tables");
    for (const Frame& table : centres_tables(view))
        files::write_frame(staged.path() / "tables" / (table.name() + ".csv"), table);
    files::write_json(staged.path() / "centres.json", result);
    files::write_file(staged.path() / "report.html",
        output::centres_report({.title = view.data->settings().title,
                                   .basis = view.basis,
                                   .assumptions = view.assumptions,
                                   .alternatives = view.alternatives,
                                   .shapes = outlines_of_package(*view.data, view.basis->units),
                                   .version = std::string(version)},
            language));
    if (view.basis->units.has_places()) write_centres_map(staged.path() / "centres.gpkg", view);
    write_demand(staged.path() / "package", view);
    staged.commit();
}

}  // namespace ecumene::pipeline
