// A diagnosis as a folder people open and programs read.
//
//     write_diagnosis("korea-diagnosis", full, input, result, Language::ko);
//
//     report.html        both languages, needs nothing else
//     pictures/          every drawing as <name>-en.svg and <name>-ko.svg, its table as <figure>.csv
//     tables/            every table of the diagnosis, full precision
//     diagnosis.json     the result of --json, and the list of files
//
// The folder appears whole or not at all. An earlier diagnosis of that name is replaced; a folder that holds anything else is
// left alone.
#pragma once

#include <filesystem>

#include "core/text.hpp"
#include "files/value.hpp"
#include "output/diagnosis/report.hpp"

namespace ecumene::pipeline {

// Throws WrongUse if the folder holds files no diagnosis wrote, is a file, or holds the current folder.
void refuse_foreign_folder(const std::filesystem::path& asked);

void write_diagnosis(const std::filesystem::path& asked, const output::DiagnosisInput& input,
    const files::Value& result, Language language);

}  // namespace ecumene::pipeline
