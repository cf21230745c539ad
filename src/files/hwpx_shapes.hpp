// The shapes of letters, paragraphs and borders that every document of ours has, by number: Contents/header.xml. Internal to hwpx.cpp.
#pragma once

#include <string>
#include <string_view>

namespace ecumene::files::hwpx {

enum Letters { plain_letters, strong_letters, heading_letters, title_letters, quiet_letters };
enum Borders { no_border = 1, no_fill = 2, cell_border = 3, head_border = 4 };
// Paragraphs have the shape of their HwpxKind; those in cells:
inline constexpr int word_cell = 5, number_cell = 6;

inline constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>)";
inline constexpr std::string_view namespaces =
    R"( xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph")"
    R"( xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core")"
    R"( xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf/")";

// Safe inside an XML element or attribute; control characters are dropped, line breaks become spaces.
std::string escaped(std::string_view text);
std::string header_part();

}  // namespace ecumene::files::hwpx
