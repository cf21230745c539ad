// What the program asks of the system around it.
//
//     prepare_process();                        // once, at the start of main
//     open_for_the_user("runs/x/report.html");  // false if there is nothing here to open it with
#pragma once

#include <filesystem>

namespace ecumene::pipeline {

// A write beyond a file size limit becomes an error that is told, instead of killing the program.
void prepare_process();

// Hands a file to the desktop (xdg-open) and does not wait for it.
bool open_for_the_user(const std::filesystem::path& file);

}  // namespace ecumene::pipeline
