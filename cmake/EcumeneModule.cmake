# ecumene_module(
#   NAME core                        the folder's name; the target is ecumene::core
#   SOURCES units.cpp ...            relative to the folder; none: a header-only module
#   HEADERS units.hpp ...            included as "core/units.hpp"; each must compile alone
#   USES ecumene::lower ...          the modules it may include, all of them lower (tools/check_layers.py reads this)
#   HIDES fmt::fmt ...               outside libraries, used in .cpp files of this module only
#   TEST_USES ecumene::other ...)    what the tests need on top
#
# test/*_test.cpp become one program <name>_tests and one ctest entry of that name, labels unit, quick and <name>. It runs in
# the root of the repository, so that data/toy and the like can be opened; what it writes belongs in testing::TempDir().
function(ecumene_module)
  cmake_parse_arguments(PARSE_ARGV 0 MODULE "" "NAME" "SOURCES;HEADERS;USES;HIDES;TEST_USES")
  if(MODULE_UNPARSED_ARGUMENTS OR NOT MODULE_NAME)
    message(FATAL_ERROR "ecumene_module(${MODULE_NAME}): cannot read ${MODULE_UNPARSED_ARGUMENTS}")
  endif()
  foreach(used IN LISTS MODULE_USES)
    if(NOT TARGET ${used})
      message(FATAL_ERROR "${MODULE_NAME} may not use ${used}: it is no module below ${MODULE_NAME} (see ARCHITECTURE.md)")
    endif()
  endforeach()

  set(target ecumene_${MODULE_NAME})
  if(MODULE_SOURCES)
    add_library(${target} STATIC ${MODULE_SOURCES})
    set(visibility PUBLIC)
    target_link_libraries(${target} PUBLIC ${MODULE_USES} PRIVATE ecumene_options ${MODULE_HIDES})
    ecumene_precompile(${target})
    ecumene_bundle(${target})
  else()
    add_library(${target} INTERFACE)
    set(visibility INTERFACE)
    target_link_libraries(${target} INTERFACE ${MODULE_USES})
  endif()
  add_library(ecumene::${MODULE_NAME} ALIAS ${target})
  target_sources(${target} ${visibility} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${MODULE_HEADERS})

  if(ECUMENE_TESTS)
    ecumene_add_unit_tests()
  endif()
endfunction()

# The module's tests, in the scope of ecumene_module().
function(ecumene_add_unit_tests)
  file(GLOB tests CONFIGURE_DEPENDS test/*_test.cpp)
  if(NOT tests)
    return()
  endif()
  file(GLOB helpers CONFIGURE_DEPENDS test/*.cpp)
  add_executable(${MODULE_NAME}_tests ${helpers})
  target_link_libraries(
    ${MODULE_NAME}_tests PRIVATE ecumene::${MODULE_NAME} ecumene_options ${MODULE_TEST_USES} GTest::gtest_main GTest::gmock)
  add_test(
    NAME ${MODULE_NAME}_tests
    COMMAND ${MODULE_NAME}_tests --gtest_brief=1
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${MODULE_NAME}_tests PROPERTIES LABELS "unit;quick;${MODULE_NAME}" TIMEOUT 300)
endfunction()

# tools/test_*.py: the self tests of the checks.
function(ecumene_add_tool_tests)
  if(NOT ECUMENE_TESTS)
    return()
  endif()
  find_package(Python3 QUIET COMPONENTS Interpreter)
  file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/test_*.py)
  foreach(test IN LISTS tests)
    if(Python3_FOUND)
      cmake_path(GET test STEM name)
      add_test(NAME tools.${name} COMMAND ${Python3_EXECUTABLE} ${test})
      set_tests_properties(tools.${name} PROPERTIES LABELS "unit;quick;tools" TIMEOUT 60)
    endif()
  endforeach()
endfunction()
