#include "pipeline/diagnosis_folder.hpp"

#include <set>
#include <string>

#include "diagnosis/full_diagnosis.hpp"
#include "output/charts/picture.hpp"
#include "pipeline/report_folder.hpp"

namespace ecumene::pipeline {
namespace {

const ReportFolder& diagnosis_folder() {
    static const ReportFolder folder{"diagnosis.json", "diagnosis", "korea-diagnosis"};
    return folder;
}

void write_pictures(FolderWriter& writer, const output::DiagnosisInput& input) {
    std::set<std::string> tables;
    for (const auto& picture : output::diagnosis_pictures(input)) {
        const auto base = "pictures/" + picture.name;
        for (const auto language : {Language::en, Language::ko})
            writer.text(base + (language == Language::ko ? "-ko.svg" : "-en.svg"),
                output::picture_file(picture.drawing.wide, picture.title, picture.note, language));
        if (tables.insert(picture.table_name).second)
            writer.text("pictures/" + picture.table_name + ".csv", picture.table.csv());
    }
}

}  // namespace

void refuse_foreign_folder(const std::filesystem::path& asked) {
    diagnosis_folder().refuse_foreign(asked);
}

void write_diagnosis(const std::filesystem::path& asked, const output::DiagnosisInput& input,
    const files::Value& result, Language language) {
    diagnosis_folder().write(
        asked,
        [&](FolderWriter& writer) {
            writer.text("report.html", output::diagnosis_report(input, language));
            write_pictures(writer, input);
            for (const auto& table : diagnosis::tables_of(*input.diagnosis))
                if (table.rows() > 0) writer.frame("tables/" + table.name() + ".csv", table);
        },
        result);
}

}  // namespace ecumene::pipeline
