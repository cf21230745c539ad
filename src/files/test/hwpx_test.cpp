// A document of Hancom Office: the package as KS X 6101 asks for it, every number that is named defined, words safe.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "files/hwpx.hpp"
#include "files/test/scratch_folder.hpp"
#include "files/text_file.hpp"
#include "files/xml_reader.hpp"
#include "files/zip_archive.hpp"

namespace ecumene::files {
namespace {

using testing::HasSubstr;

HwpxDocument small_document() {
    HwpxDocument document{.title = "2027년 이행점검 <가 & 나>"};
    document.add(HwpxKind::heading, "배출 실적");
    document.add(HwpxKind::item, "건물 34.1\n둘째 줄");
    document.add(HwpxTable{.header = {"부문", "실적"},
        .rows = {{"건물", "34.1"}, {"수송", "50.0"}},
        .widths = {3, 1},
        .is_number = {false, true}});
    return document;
}

std::string part_of(const std::filesystem::path& path, const std::string& part) {
    std::string bytes;
    const auto end = ZipArchive(path).read(part, 1U << 20U, [&](std::string_view piece) {
        bytes += piece;
        return true;
    });
    EXPECT_EQ(end, ZipEnd::whole) << part;
    return bytes;
}

std::set<std::string> numbers(const std::string& text, const std::string& pattern) {
    std::set<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.insert((*at)[1]);
    return found;
}

class Hwpx : public testing::Test {
protected:
    Hwpx() { write_hwpx(path_, small_document()); }
    ScratchFolder folder_;
    std::filesystem::path path_{folder_.path() / "inspection.hwpx"};
};

TEST_F(Hwpx, BeginsWithItsMimetypeUnpacked) {
    const auto parts = ZipArchive(path_).parts(20);
    ASSERT_GE(parts.size(), 9U);
    EXPECT_EQ(parts[0].name, "mimetype");
    EXPECT_EQ(parts[0].packed, parts[0].unpacked);
    EXPECT_EQ(part_of(path_, "mimetype"), "application/hwp+zip");
    // A reader finds the type at a fixed place of the file: 30 bytes of local header, then the name, then the text.
    EXPECT_EQ(read_bytes(path_).substr(30, 27), "mimetypeapplication/hwp+zip");
}

TEST_F(Hwpx, NamesOnlyPartsThatAreThere) {
    std::set<std::string> there;
    for (const auto& part : ZipArchive(path_).parts(20)) there.insert(part.name);
    for (const auto& named : numbers(part_of(path_, "Contents/content.hpf"), "href=\"([^\"]+)\""))
        EXPECT_EQ(there.count(named), 1U) << named;
    for (const auto& named : numbers(part_of(path_, "META-INF/container.xml"), "full-path=\"([^\"]+)\""))
        EXPECT_EQ(there.count(named), 1U) << named;
}

TEST_F(Hwpx, UsesOnlyShapesItDefines) {
    const auto header = part_of(path_, "Contents/header.xml"), section = part_of(path_, "Contents/section0.xml");
    const auto defined = [&](const char* element) {
        return numbers(header, std::string("<hh:") + element + " id=\"([0-9]+)\"");
    };
    const auto used = [&](const std::string& text, const char* attribute) {
        return numbers(text, std::string(attribute) + "=\"([0-9]+)\"");
    };
    for (const auto& id : used(section, "charPrIDRef")) EXPECT_EQ(defined("charPr").count(id), 1U) << id;
    for (const auto& id : used(section, "paraPrIDRef")) EXPECT_EQ(defined("paraPr").count(id), 1U) << id;
    for (const auto& id : used(section, "styleIDRef")) EXPECT_EQ(defined("style").count(id), 1U) << id;
    for (const auto& id : used(header + section, "borderFillIDRef"))
        EXPECT_EQ(defined("borderFill").count(id), 1U) << id;
    EXPECT_EQ(defined("numbering").count("1"), 1U);
}

TEST_F(Hwpx, KeepsWordsAndTheShapeOfTheTable) {
    const auto section = part_of(path_, "Contents/section0.xml");
    EXPECT_THAT(section, HasSubstr("2027년 이행점검 &lt;가 &amp; 나&gt;"));
    EXPECT_THAT(section, HasSubstr("건물 34.1 둘째 줄"));
    EXPECT_THAT(section, HasSubstr("rowCnt=\"3\" colCnt=\"2\""));
    EXPECT_EQ(numbers(section, "(colAddr=\"[0-9]\" rowAddr=\"[0-9]\")").size(), 6U);
    EXPECT_EQ(numbers(section, "(<hp:p id=\"[0-9]+\")").size(),
        10U);  // each its own number: title, heading, item, table and six cells
}

TEST_F(Hwpx, TheSameContentGivesTheSameBytes) {
    write_hwpx(folder_.path() / "again.hwpx", small_document());
    EXPECT_EQ(read_bytes(path_), read_bytes(folder_.path() / "again.hwpx"));
}

TEST(HwpxFile, AFolderThatIsNotThereIsTold) {
    EXPECT_THROW(write_hwpx(testing::TempDir() + "/no/such/folder/x.hwpx", small_document()), Error);
}

}  // namespace
}  // namespace ecumene::files
