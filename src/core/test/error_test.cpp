#include "core/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ecumene {
namespace {

TEST(Error, SaysWhatAndWhile) {
    Error error(ErrorKind::io, "cannot write manifest.json: disk full");
    error.add_context("writing the run folder");
    error.add_context("planning");
    EXPECT_EQ(error.explain(), "cannot write manifest.json: disk full; while writing the run folder; while planning");
    EXPECT_EQ(std::string(error.what()), "cannot write manifest.json: disk full");
    EXPECT_EQ(error.kind(), ErrorKind::io);
}

TEST(Error, KnowsWhereItWasMade) {
    const Error error(ErrorKind::internal, "x");
    EXPECT_NE(std::string(error.where().file_name()).find("error_test.cpp"), std::string::npos);
    EXPECT_GT(error.where().line(), 0u);
}

TEST(Error, TakesContextWhileItTravels) {
    try {
        try {
            throw Error(ErrorKind::limit, "too large");
        } catch (Error& error) {
            error.add_context("building");
            throw;
        }
    } catch (const Error& error) {
        EXPECT_EQ(error.explain(), "too large; while building");
        EXPECT_EQ(error.context().size(), 1u);
    }
}

}  // namespace
}  // namespace ecumene
