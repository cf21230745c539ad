// Colours that can be seen: the package's colours, moved until they stand out from the page in light and in dark.
//
//     contrast("#ffffff", "#767676") > 4.5
//     visible("#ffe066", "#ffffff", 3.0)      // darker, same hue, contrast at least 3
//     ink_on("#0f766e") == "#ffffff"          // the text colour with more contrast
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecumene::output {

inline constexpr std::string_view light_page = "#ffffff";
inline constexpr std::string_view dark_page = "#14181b";

// Contrast ratio of WCAG 2.2, 1 .. 21. A text that is no #rrggbb counts as mid grey.
double contrast(std::string_view a, std::string_view b);
std::string visible(std::string_view colour, std::string_view page, double least);
std::string ink_on(std::string_view colour);
// A colour of its own for the n-th group that the package gave none.
std::string spare_colour(std::size_t n);

// Style rules for classes g0, g1, ...: --c the fill, --i the ink on it; light, dark and print.
std::string palette_css(const std::vector<std::string>& colours);

}  // namespace ecumene::output
