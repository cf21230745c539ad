#include "files/netcdf.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>

#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

NetcdfFile small_file() {
    NetcdfFile file;
    file.attributes = {{"title", "Load"}};
    file.dimensions = {{.name = "region", .labels = {"11", "부산", ""}}, {.name = "hour", .labels = {}, .size = 2}};
    file.variables = {{.name = "load",
                          .unit = "MW",
                          .long_name = "load of a region",
                          .dimensions = {"region", "hour"},
                          .values = {1.5, 2.5, 3.5, std::nan(""), 5.5, 6.5},
                          .precision = Precision::float32},
        {.name = "price",
            .unit = "KRW/kWh",
            .long_name = "",
            .dimensions = {"hour"},
            .values = {0.1, 0.2},
            .precision = Precision::float64}};
    return file;
}

TEST(Netcdf, ComesBackAsItWasWritten) {
    const ScratchFolder scratch;
    write_netcdf(scratch.path() / "a.nc", small_file());
    const auto same = read_netcdf(scratch.path() / "a.nc");
    ASSERT_EQ(same.dimensions.size(), 2U);
    EXPECT_EQ(same.dimensions[0].labels, (std::vector<std::string>{"11", "부산", ""}));
    EXPECT_EQ(same.dimensions[1].length(), 2U);
    ASSERT_EQ(same.variables.size(), 2U);
    EXPECT_EQ(same.variables[0].values[4], 5.5);
    EXPECT_TRUE(std::isnan(same.variables[0].values[3]));
    EXPECT_EQ(same.variables[0].unit, "MW");
    EXPECT_EQ(same.variables[0].dimensions, (std::vector<std::string>{"region", "hour"}));
    EXPECT_EQ(same.variables[1].values[0], 0.1) << "float64 keeps every bit";
    EXPECT_EQ(same.attributes.front().second, "Load");
}

TEST(Netcdf, HasTheSameBytesForTheSameContent) {
    const ScratchFolder scratch;
    write_netcdf(scratch.path() / "a.nc", small_file());
    write_netcdf(scratch.path() / "b.nc", small_file());
    EXPECT_EQ(scratch.bytes_of("a.nc"), scratch.bytes_of("b.nc"));
    EXPECT_EQ(scratch.entries(), 2U);
}

TEST(Netcdf, MayBeCompressed) {
    const ScratchFolder scratch;
    auto file = small_file();
    file.dimensions[1].size = 20'000;
    file.variables.resize(1);
    file.variables[0].values.assign(60'000, 1.0);
    write_netcdf(scratch.path() / "a.nc", file);
    write_netcdf(scratch.path() / "b.nc", file, {.deflate = 4});
    EXPECT_LT(scratch.bytes_of("b.nc").size() * 4, scratch.bytes_of("a.nc").size());
    EXPECT_EQ(read_netcdf(scratch.path() / "b.nc").variables[0].values, file.variables[0].values);
}

TEST(Netcdf, RefusesValuesThatDoNotFillTheirDimensions) {
    const ScratchFolder scratch;
    auto file = small_file();
    file.variables[1].values.pop_back();
    try {
        write_netcdf(scratch.path() / "a.nc", file);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "variable price has 1 values, its dimensions need 2");
    }
    EXPECT_EQ(scratch.entries(), 0U);
}

TEST(Netcdf, AFullDiskLeavesNothingUnderTheName) {
    const ScratchFolder scratch;
    auto file = small_file();
    file.dimensions[1].size = 100'000;
    file.variables.resize(1);
    file.variables[0].values.assign(300'000, 1.0);
    const auto child = ::fork();
    if (child == 0) {
        ignore_file_size_signal();
        const rlimit limit{.rlim_cur = 50'000, .rlim_max = 50'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_netcdf(scratch.path() / "a.nc", file);
        } catch (const Error& error) {
            ::_exit(error.message().find("cannot write") == 0 ? 0 : 2);
        }
        ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(scratch.entries(), 0U);
}

TEST(Netcdf, SaysThatAFileIsNone) {
    const ScratchFolder scratch;
    try {
        read_netcdf(scratch.put("a.nc", "not a grid"));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_NE(error.message().find("cannot read"), std::string::npos);
    }
}

}  // namespace
}  // namespace ecumene::files
