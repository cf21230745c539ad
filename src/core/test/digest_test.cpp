#include "core/digest.hpp"

#include <gtest/gtest.h>

namespace ecumene {
namespace {

// Examples of FIPS 180-4, as published by NIST.
TEST(Digest, AgreesWithThePublishedExamples) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, DoesNotCareHowBytesArrive) {
    for (const std::size_t length : {55u, 56u, 63u, 64u, 65u, 200u}) {
        const std::string text(length, 'x');
        Digest digest;
        for (const char c : text) digest.add(std::string_view(&c, 1));
        EXPECT_EQ(digest.hex(), sha256(text)) << length;
    }
}

TEST(Digest, MayGoOnAfterItWasRead) {
    Digest digest;
    digest.add("ab");
    EXPECT_EQ(digest.hex(), sha256("ab"));
    digest.add("c");
    EXPECT_EQ(digest.hex(), sha256("abc"));
}

TEST(Digest, FieldsDoNotRunIntoOneAnother) {
    Digest one, other;
    one.add_field("ab");
    one.add_field("c");
    other.add_field("a");
    other.add_field("bc");
    EXPECT_NE(one.hex(), other.hex());
}

}  // namespace
}  // namespace ecumene
