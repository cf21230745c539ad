#include "files/netcdf.hpp"

#include <gtest/gtest.h>
#include <netcdf.h>
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

// Written by the library itself: what other programs put into their files.
TEST(Netcdf, ReadsWholeNumbersAndTextsOfOtherPrograms) {
    const ScratchFolder scratch;
    int file = 0, dimension = 0, names = 0, kinds = 0, flags = 0, counts = 0;
    ASSERT_EQ(nc_create((scratch.path() / "a.nc").c_str(), NC_NETCDF4, &file), NC_NOERR);
    nc_def_dim(file, "bus_i", 2, &dimension);
    nc_def_var(file, "bus_i", NC_STRING, 1, &dimension, &names);
    nc_def_var(file, "bus_kind", NC_STRING, 1, &dimension, &kinds);
    nc_def_var(file, "bus_flag", NC_BYTE, 1, &dimension, &flags);
    nc_def_var(file, "bus_count", NC_INT64, 1, &dimension, &counts);
    const char* name_texts[] = {"서울", "Busan"};
    const char* kind_texts[] = {"AC", ""};
    const signed char flag_values[] = {1, 0};
    const long long count_values[] = {4000000000LL, -1};
    nc_put_var_string(file, names, name_texts);
    nc_put_var_string(file, kinds, kind_texts);
    nc_put_var_schar(file, flags, flag_values);
    nc_put_var_longlong(file, counts, count_values);
    const int identifier = 4326;
    nc_put_att_int(file, NC_GLOBAL, "srid", NC_INT, 1, &identifier);
    ASSERT_EQ(nc_close(file), NC_NOERR);

    const auto read = read_netcdf(scratch.path() / "a.nc");
    EXPECT_EQ(read.dimensions.front().labels, (std::vector<std::string>{"서울", "Busan"}));
    ASSERT_EQ(read.variables.size(), 3U);
    EXPECT_EQ(read.variables[0].texts, (std::vector<std::string>{"AC", ""}));
    EXPECT_EQ(read.variables[1].values, (std::vector<double>{1.0, 0.0}));
    EXPECT_EQ(read.variables[2].values, (std::vector<double>{4e9, -1.0}));
    EXPECT_EQ(read.attributes.front(), (std::pair<std::string, std::string>{"srid", "4326"}));
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
