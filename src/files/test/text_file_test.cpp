#include "files/text_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/error.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

std::string first_line(const Findings& findings) {
    return findings.all().empty() ? "" : describe(findings.all().front());
}

TEST(TextFile, IsReadWithoutItsByteOrderMark) {
    const ScratchFolder scratch;
    Findings findings;
    const auto text = read_text(scratch.put("a.csv", "\xEF\xBB\xBFregion\n서울\n"), "a.csv", findings);
    EXPECT_EQ(text, "region\n서울\n");
    EXPECT_TRUE(findings.all().empty());
}

TEST(TextFile, NamesCp949) {
    const ScratchFolder scratch;
    Findings findings;
    // 서울 in CP949
    EXPECT_FALSE(read_text(scratch.put("a.csv", "region,name_ko\n11,\xBC\xAD\xBF\xEF\n"), "a.csv", findings));
    EXPECT_EQ(first_line(findings),
        "a.csv: the text is CP949 (EUC-KR), not UTF-8 - save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
}

TEST(TextFile, NamesUtf16WithAndWithoutMark) {
    using std::string_literals::operator""s;
    EXPECT_EQ(recognise("\xFF\xFEr\0e\0g\0"s), Encoding::utf16);
    EXPECT_EQ(recognise("r\0e\0g\0i\0o\0n\0"s), Encoding::utf16);
    const ScratchFolder scratch;
    Findings findings;
    EXPECT_FALSE(read_text(scratch.put("a.csv", "\xFF\xFEr\0e\0"s), "a.csv", findings));
    EXPECT_EQ(first_line(findings),
        "a.csv: the text is UTF-16, not UTF-8 - save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")");
}

TEST(TextFile, TellsUtf8FromWhatOnlyLooksLikeIt) {
    EXPECT_EQ(recognise(""), Encoding::utf8);
    EXPECT_EQ(recognise("plain"), Encoding::utf8);
    EXPECT_EQ(recognise("\xF0\x9F\x8C\x8F"), Encoding::utf8);
    EXPECT_NE(recognise("\xC0\xAF"), Encoding::utf8) << "overlong";
    EXPECT_NE(recognise("\xED\xA0\x80"), Encoding::utf8) << "surrogate";
    EXPECT_NE(recognise("\xF4\x90\x80\x80"), Encoding::utf8) << "beyond Unicode";
    EXPECT_EQ(recognise("\xFF\xFF\xFF"), Encoding::unknown);
}

TEST(TextFile, LargerThanItsBoundIsAFinding) {
    const ScratchFolder scratch;
    Findings findings;
    EXPECT_FALSE(read_text(scratch.put("a.csv", std::string(3U << 20U, 'x')), "a.csv", findings, 1U << 20U));
    EXPECT_NE(first_line(findings).find("it has 3 MB, more than the limit of 1 MB"), std::string::npos)
        << first_line(findings);
}

TEST(TextFile, ThatIsNotThereIsAFinding) {
    Findings findings;
    EXPECT_FALSE(read_text("/nowhere/a.csv", "a.csv", findings));
    EXPECT_EQ(first_line(findings), "a.csv: cannot read /nowhere/a.csv: it is not there");
}

TEST(TextFile, APipeIsNotAFile) {
    const ScratchFolder scratch;
    const auto pipe = scratch.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    try {
        read_bytes(pipe);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "cannot read " + pipe.string() + ": it is not a file");
    }
}

}  // namespace
}  // namespace ecumene::files
