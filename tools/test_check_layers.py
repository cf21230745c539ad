#!/usr/bin/env python3
"""Self test of check_layers.py: each test draws a small tree and names the faults it must find."""
import tempfile
import unittest
from pathlib import Path

from check_layers import check

TOP = "set(ECUMENE_MODULES\n    core files lp planning pipeline) # lowest first\n"
MODULES = {
    "core": "ecumene_module(NAME core SOURCES a.cpp HEADERS a.hpp HIDES fmt::fmt)",
    "files": "ecumene_module(NAME files SOURCES a.cpp USES ecumene::core)",
    "lp": "ecumene_module(NAME lp HEADERS a.hpp USES ecumene::core)",
    "planning": "ecumene_module(NAME planning SOURCES a.cpp USES ecumene::lp TEST_USES ecumene::files)",
}


def faults_in(files, modules=None):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        tree = {"CMakeLists.txt": TOP, **files}
        tree.update({f"src/{name}/CMakeLists.txt": text for name, text in {**MODULES, **(modules or {})}.items()})
        for name, text in tree.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check(root)


class Layers(unittest.TestCase):
    def assert_clean(self, files):
        self.assertEqual(faults_in(files), [])

    def assert_fault(self, files, words, modules=None):
        faults = faults_in(files, modules)
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(words, faults[0])

    def test_declared_module_passes(self):
        self.assert_clean({"src/planning/a.cpp": '#include "lp/a.hpp"\n#include "planning/a.hpp"\n#include <vector>\n'})

    def test_undeclared_lower_module_fails(self):
        self.assert_fault({"src/planning/a.cpp": '#include "core/a.hpp"\n'}, "does not name ecumene::core in USES")

    def test_undeclared_lower_header_only_module_fails(self):
        self.assert_fault({"src/files/a.hpp": '\n#include "lp/a.hpp"\n'}, "src/files/a.hpp:2")

    def test_upper_module_fails(self):
        self.assert_fault({"src/core/a.cpp": '#include "planning/a.hpp"\n'}, "ecumene::planning")

    def test_declaring_an_upper_module_fails(self):
        self.assert_fault({}, "does not lie below", {"lp": "ecumene_module(NAME lp USES ecumene::planning)"})

    def test_only_tests_may_use_test_uses(self):
        self.assert_clean({"src/planning/test/a_test.cpp": '#include "files/a.hpp"\n#include <gtest/gtest.h>\n'})
        self.assert_fault({"src/planning/a.cpp": '#include "files/a.hpp"\n'}, "ecumene::files")

    def test_outside_library_stays_with_its_owner(self):
        self.assert_clean({"src/core/a.cpp": "#include <fmt/format.h>\n"})
        self.assert_fault({"src/lp/a.cpp": "#include <fmt/format.h>\n"}, "hidden by core")
        self.assert_fault({"src/planning/a.cpp": "#include <coin/ClpSimplex.hpp>\n"}, "hidden by solver")
        self.assert_fault({"src/planning/a.cpp": '#include "Highs.h"\n'}, "hidden by solver")

    def test_outside_library_stays_out_of_headers(self):
        self.assert_fault({"src/core/a.hpp": "#include <fmt/format.h>\n"}, ".cpp files only")

    def test_hiding_a_library_of_another_module_fails(self):
        self.assert_fault({}, "hidden by core", {"lp": "ecumene_module(NAME lp HIDES fmt::fmt)"})

    def test_unknown_library_fails(self):
        self.assert_fault({"src/core/a.cpp": "#include <boost/any.hpp>\n"}, "no library we know")

    def test_test_library_outside_tests_fails(self):
        self.assert_fault({"src/core/a.cpp": "#include <gtest/gtest.h>\n"}, "belongs in test/")

    def test_programs_see_pipeline_and_core_only(self):
        self.assert_clean({"app/cli/main.cpp": '#include <CLI/CLI.hpp>\n#include "core/a.hpp"\n#include "pipeline/a.hpp"\n'})
        self.assert_fault({"app/cli/main.cpp": '#include "lp/a.hpp"\n'}, "app sees pipeline and core only")

    def test_include_relative_to_the_file_fails(self):
        self.assert_fault({"src/lp/a.hpp": "", "src/lp/a.cpp": '#include "a.hpp"\n'}, 'write "lp/a.hpp"')


if __name__ == "__main__":
    unittest.main()
