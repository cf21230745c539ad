# The outside libraries, all looked for before the build stops, so that one message names everything that is missing.
# Link targets for HIDES: fmt::fmt  nlohmann_json::nlohmann_json  PkgConfig::tomlplusplus  CLI11::CLI11  PkgConfig::netcdf
# PkgConfig::xlsxwriter  PkgConfig::minizip  EXPAT::EXPAT  SQLite::SQLite3  PkgConfig::clp  PkgConfig::cbc  METIS::METIS  BLAS::OpenBLAS  Threads::Threads  Ecumene::highs (if ECUMENE_HAVE_HIGHS)

set(ecumene_missing "")

macro(ecumene_find_package name debian_package)
  find_package(${name} QUIET)
  if(NOT ${name}_FOUND)
    list(APPEND ecumene_missing ${debian_package})
  endif()
endmacro()

macro(ecumene_find_module name debian_package)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(${name} QUIET IMPORTED_TARGET ${name})
  endif()
  if(NOT ${name}_FOUND)
    list(APPEND ecumene_missing ${debian_package})
  endif()
endmacro()

# Libraries that bring neither CMake nor pkg-config files of their own.
macro(ecumene_find_library target library header debian_package)
  string(MAKE_C_IDENTIFIER ecumene_${library} variable)
  find_library(${variable}_library ${library})
  find_path(${variable}_include ${header})
  mark_as_advanced(${variable}_library ${variable}_include)
  if(${variable}_library AND ${variable}_include)
    if(NOT TARGET ${target})
      add_library(${target} UNKNOWN IMPORTED GLOBAL)
      set_target_properties(
        ${target} PROPERTIES IMPORTED_LOCATION "${${variable}_library}" INTERFACE_INCLUDE_DIRECTORIES
                                                                        "${${variable}_include}")
    endif()
  else()
    list(APPEND ecumene_missing ${debian_package})
  endif()
endmacro()

ecumene_find_package(PkgConfig pkg-config)
ecumene_find_package(Threads g++)
ecumene_find_package(fmt libfmt-dev)
ecumene_find_package(nlohmann_json nlohmann-json3-dev)
ecumene_find_package(CLI11 libcli11-dev)
ecumene_find_module(tomlplusplus libtomlplusplus-dev)
ecumene_find_module(netcdf libnetcdf-dev)
ecumene_find_module(xlsxwriter libxlsxwriter-dev)
ecumene_find_module(minizip libminizip-dev)
ecumene_find_package(EXPAT libexpat1-dev)
ecumene_find_package(SQLite3 libsqlite3-dev)
ecumene_find_module(clp coinor-libclp-dev)
ecumene_find_module(cbc coinor-libcbc-dev)
ecumene_find_library(METIS::METIS metis metis.h libmetis-dev)
ecumene_find_library(BLAS::OpenBLAS openblas cblas.h libopenblas-dev)
if(ECUMENE_TESTS)
  ecumene_find_package(GTest libgtest-dev)
endif()
if(ECUMENE_BENCH)
  ecumene_find_package(benchmark libbenchmark-dev)
endif()

if(ecumene_missing)
  list(REMOVE_DUPLICATES ecumene_missing)
  list(JOIN ecumene_missing " " ecumene_missing)
  message(
    FATAL_ERROR
      "Libraries are missing. On Debian 12: apt-get install ${ecumene_missing}\n"
      "Elsewhere install the same libraries, or build in the container that packaging/Containerfile describes.")
endif()

# HiGHS is optional: where it is absent the solver module compiles a stub that says so.
set(ECUMENE_HAVE_HIGHS OFF)
set(highs_dir "${ECUMENE_HIGHS_DIR}")
if(NOT highs_dir)
  if(DEFINED ENV{ECUMENE_CACHE})
    set(highs_dir "$ENV{ECUMENE_CACHE}/highs-1.10.0")
  elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(highs_dir "$ENV{XDG_CACHE_HOME}/ecumene/highs-1.10.0")
  else()
    set(highs_dir "$ENV{HOME}/.cache/ecumene/highs-1.10.0")
  endif()
endif()
if(EXISTS ${highs_dir}/lib/libhighs.so AND NOT "$ENV{ECUMENE_NO_HIGHS}" STREQUAL "1")
  set(ECUMENE_HAVE_HIGHS ON)
  add_library(ecumene_highs SHARED IMPORTED GLOBAL)
  add_library(Ecumene::highs ALIAS ecumene_highs)
  set_target_properties(
    ecumene_highs PROPERTIES IMPORTED_LOCATION ${highs_dir}/lib/libhighs.so INTERFACE_INCLUDE_DIRECTORIES
                                                                            ${highs_dir}/include/highs)
  message(STATUS "HiGHS: ${highs_dir}")
else()
  message(STATUS "HiGHS: absent; the own barrier plans, CLP and CBC have the last word (tools/fetch_highs.sh brings it)")
endif()
