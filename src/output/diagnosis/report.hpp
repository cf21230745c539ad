// A diagnosis as one HTML file and as pictures with their tables: where emissions are, why they moved, what follows.
//
//     DiagnosisInput input{.settings = data.settings(), .regions = data.regions(), .diagnosis = &full, .by_region = &regions};
//     write_file("report.html", diagnosis_report(input, Language::ko));
//     for (const DiagnosisPicture& p : diagnosis_pictures(input)) write_file(p.name + ".svg", picture_file(p.drawing.wide, ...));
//
// It adds nothing to the diagnosis: it draws, rounds and explains. What the package cannot tell is said in a sentence that
// names the table it would take; there are no empty charts. The same input gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"
#include "dataset/dataset.hpp"
#include "diagnosis/full_diagnosis.hpp"
#include "diagnosis/paper_comparison.hpp"
#include "output/charts/drawing.hpp"
#include "output/data_table.hpp"

namespace ecumene::output {

// Points into what it was made from, which must outlive it.
struct DiagnosisInput {
    dataset::Settings settings;
    std::vector<dataset::Region> regions;
    const diagnosis::FullDiagnosis* diagnosis{};
    const diagnosis::Profile* by_region{};      // the same request, every region by itself
    const diagnosis::PaperComparison* paper{};  // may be null
    const Frame* sources{};                     // sources.csv; may be null
    std::string version{};                      // of the program
};

std::string diagnosis_report(const DiagnosisInput& input, Language language);

struct DiagnosisPicture {
    std::string name;        // words joined by '-', for files
    std::string table_name;  // likewise; pictures of one figure share a table
    Bilingual title, note;
    Drawing drawing;
    DataTable table;
};
std::vector<DiagnosisPicture> diagnosis_pictures(const DiagnosisInput& input);

}  // namespace ecumene::output
