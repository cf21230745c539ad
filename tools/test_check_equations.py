#!/usr/bin/env python3
"""Self test of check_equations.py."""
import tempfile
import unittest
from pathlib import Path

from check_equations import check


def faults_in(code, document):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "src/planning").mkdir(parents=True)
        (root / "src/planning/a.cpp").write_text(code, encoding="utf-8")
        if document is not None:
            (root / "docs/model").mkdir(parents=True)
            (root / "docs/model/energy.md").write_text(document, encoding="utf-8")
        return check(root)


class Equations(unittest.TestCase):
    def test_numbers_in_both_pass(self):
        document = '(E1) balance\n## E2 Stock\n**(E3)** link\n| E4 | store |\n<a id="E5"></a>\n### (E6) Jobs\n'
        self.assertEqual(faults_in("// (E1)  (E2, E3)\n// (E4)\n// energy.md#E5\n// (E6)\n", document), [])

    def test_cited_but_not_defined_fails(self):
        faults = faults_in("\n// (E1) (E7)\n", "(E1) balance\n")
        self.assertEqual(faults, ["src/planning/a.cpp:2: (E7) is cited, but docs/model does not define it"])

    def test_defined_but_not_cited_fails(self):
        self.assertIn("energy.md:2: E2 is defined", faults_in("// (E1)\n", "(E1) balance\n(E2) stock\n")[0])

    def test_excused_equation_passes_until_it_is_built(self):
        document = "(E1) balance\n(E2) stock, not yet in code\n"
        self.assertEqual(faults_in("// (E1)\n", document), [])
        self.assertIn("strike", faults_in("// (E1) (E2)\n", document)[0])

    def test_mention_in_running_text_is_no_definition(self):
        self.assertEqual(faults_in("// (E1)\n", "(E1) balance\nas in (E9) elsewhere\n"), [])

    def test_part_of_an_equation_counts_as_the_equation(self):
        self.assertEqual(faults_in("// (E1a)\n", "(E1) balance\n"), [])

    def test_nothing_to_compare_without_documents(self):
        self.assertEqual(faults_in("// (E1)\n", None), [])


if __name__ == "__main__":
    unittest.main()
