// What the program asks of the system around it.
//
//     prepare_process();                        // once, at the start of main
//     open_for_the_user("runs/x/report.html");  // false if there is nothing here to open it with
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace ecumene::pipeline {

// A write beyond a file size limit becomes an error that is told, instead of killing the program.
void prepare_process();

// Bytes of memory the system could still give this program; the largest number there is where it does not say.
std::int64_t memory_at_hand();

// Hands a file to the desktop (xdg-open) and does not wait for it.
bool open_for_the_user(const std::filesystem::path& file);
// The same of an address, in a browser.
bool open_address_for_the_user(const std::string& address);

}  // namespace ecumene::pipeline
