# How everything is compiled: the language, warnings, sanitizers and where programs land.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON) # target all_verify_interface_header_sets: every header compiles alone
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

find_program(ECUMENE_CCACHE ccache)
mark_as_advanced(ECUMENE_CCACHE)
if(ECUMENE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ECUMENE_CCACHE})
endif()

# Private to our own targets; what other people's headers contain is not ours to warn about.
add_library(ecumene_options INTERFACE)
target_compile_options(
  ecumene_options
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
            $<$<BOOL:${ECUMENE_WERROR}>:-Werror>)
target_include_directories(ecumene_options INTERFACE ${PROJECT_BINARY_DIR}/generated)

# What nearly every file includes of the standard library, read once: it saves a fifth of a first build. Only in the release preset: a
# file that forgets an include must be noticed by the others.
function(ecumene_precompile target)
  if(NOT ECUMENE_PRECOMPILE)
    return()
  endif()
  if(NOT TARGET ecumene_precompiled)
    file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cpp "")
    add_library(ecumene_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(ecumene_precompiled PRIVATE ecumene_options)
    target_precompile_headers(
      ecumene_precompiled PRIVATE <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <limits> <map> <numeric> <optional> <set>
                                  <span> <string> <string_view> <utility> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM ecumene_precompiled)
endfunction()

# A dozen files compiled as one: what they include and instantiate alike is compiled once, which more than halves a first build.
# Only in the release preset, for the same reason, and so that one changed file is one file to compile. Names in anonymous
# namespaces are therefore unique in their module; a file that cannot be so bundled has SKIP_UNITY_BUILD_INCLUSION.
function(ecumene_bundle target)
  if(ECUMENE_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  endif()
endfunction()

# On every target, libraries and tests alike: a half-instrumented program reports faults it does not have.
if(ECUMENE_SANITIZE)
  # gcc 12 sees uninitialised reads in <regex> once it is instrumented; the sanitizers themselves would see real ones.
  add_compile_options(-fsanitize=${ECUMENE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${ECUMENE_SANITIZE})
endif()
