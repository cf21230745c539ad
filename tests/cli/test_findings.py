#!/usr/bin/env python3
"""Broken copies of the toy: every message says what is wrong, where, and how to mend it, in both languages, and nothing is planned."""

import unittest

from program import Sandbox, edit


class Broken(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())
        self.folder = self.box.toy()

    def change(self, file, old, new):
        edit(self.folder / file, old, new)

    def finds(self, message, remedy="", file="", row=0, column=""):
        """check and plan both end with 1, tell the same and write nothing."""
        answer = self.box.run("check", "mine", "--json")
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.json()["status"], "findings")
        found = [f for f in answer.json()["findings"] if message in f["message"]]
        self.assertTrue(found, answer)
        finding = found[0]
        self.assertEqual((finding["severity"], finding["file"], finding["row"], finding["column"]), ("error", file, row, column))
        self.assertIn(remedy, finding["remedy"])
        for korean in self.box.run("check", "mine", "--json", "--lang", "ko").json()["findings"]:
            self.assertRegex(korean["message"], "[가-힣]")
            if korean["remedy"]:
                self.assertRegex(korean["remedy"], "[가-힣]")
        planned = self.box.run("plan", "mine")
        self.assertEqual(planned.code, 1, planned)
        told = " ".join(planned.err.split())
        self.assertIn(message, told)
        self.assertIn(remedy, told)
        self.assertEqual(planned.out, "")
        self.assertFalse((self.folder / "runs").exists())

    def test_a_wrong_unit(self):
        self.change("tables/demand.csv", "MWh/year", "GhW/year")
        self.finds("'GhW/year' is not a unit", "did you mean 'GW/year'?", "tables/demand.csv", 2, "unit")

    def test_a_unit_of_something_else(self):
        self.change("tables/demand.csv", "MWh/year", "MW")
        self.finds("'MW' measures something else than MWh/year", "write a unit that converts to MWh/year", "tables/demand.csv", 2, "unit")

    def test_a_missing_column(self):
        self.change("tables/demand.csv", "carrier,region,scenario", "carrier,regoin,scenario")
        self.finds("the column 'region' is missing", "the column 'regoin' was probably meant", "tables/demand.csv", 1, "region")

    def test_an_unknown_region(self):
        self.change("tables/demand.csv", "electricity,A,", "electricity,Q,")
        self.finds("region 'Q' is not in regions.csv", "", "tables/demand.csv", 2, "region")

    def test_a_negative_demand(self):
        self.change("tables/demand.csv", "175200", "-175200")
        self.finds("value is -175200; it cannot be negative", "", "tables/demand.csv", 2, "value")

    def test_a_file_that_was_cut_off(self):
        path = self.folder / "tables" / "demand.csv"
        path.write_bytes(path.read_bytes()[:-25])
        self.finds("the file was cut off", "fetch or save the file again", "tables/demand.csv", 7)

    def test_cp949_text(self):
        path = self.folder / "regions.csv"
        path.write_bytes(path.read_text(encoding="utf-8").encode("cp949"))
        self.finds("the text is CP949 (EUC-KR), not UTF-8", "save it as UTF-8", "regions.csv")

    def test_all_faults_are_told_at_once(self):
        self.change("tables/demand.csv", "175200", "-175200")
        self.change("tables/links.csv", "harbour-town,line,A,B", "harbour-town,line,A,Z")
        answer = self.box.run("check", "mine", "--json")
        files = {f["file"] for f in answer.json()["findings"] if f["severity"] == "error"}
        self.assertLessEqual({"tables/demand.csv", "tables/links.csv"}, files)

    def test_the_screen_counts_and_speaks_both_languages(self):
        self.change("tables/demand.csv", "175200", "-175200")
        self.assertIn("1 error", self.box.run("check", "mine").out)
        korean = self.box.run("check", "mine", "--lang", "ko").out
        self.assertIn("오류 1건", korean)
        self.assertIn("tables/demand.csv, 2행, value 열", korean)

    def test_a_misspelt_key_of_a_scenario(self):
        answer = self.box.run("plan", "mine", "--set", "policies.carbon_budjet=1e6")
        self.assertEqual(answer.code, 1, answer)
        self.assertIn("carbon_budget", answer.err)

    def test_an_unknown_scenario_lists_those_there_are(self):
        answer = self.box.run("plan", "mine", "--scenario", "bsae")
        self.assertEqual(answer.code, 1, answer)
        self.assertIn("there is no scenario 'bsae'", answer.err)
        self.assertIn("base", answer.err)

    def test_the_broken_files_stay_as_they_were(self):
        self.change("tables/demand.csv", "175200", "-175200")
        before = {p: p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}
        self.box.run("plan", "mine")
        self.box.run("check", "mine")
        self.assertEqual({p: p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}, before)


if __name__ == "__main__":
    unittest.main()
