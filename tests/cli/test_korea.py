#!/usr/bin/env python3
"""The bundled Korea package from end to end: checked, diagnosed, planned, reported, in both languages."""

import sqlite3
import unittest

from program import Sandbox, complaints, envelope


class Korea(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.box = cls.enterClassContext(Sandbox())
        cls.words = ("plan", "korea", "--days", "2", "--extreme-days", "1", "--step", "4")
        cls.planned = cls.box.run(*cls.words, "--json")

    def test_the_package_has_no_errors(self):
        answer = self.box.run("check", "korea", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual([f for f in answer.json()["findings"] if f["severity"] == "error"], [])
        possible = {c["verb"] for c in answer.json()["result"]["capabilities"] if c["possible"]}
        self.assertLessEqual({"diagnose", "plan"}, possible)

    # The bundled inventory: 2000-2018, gross (docs/model/diagnosis.md).
    def test_the_diagnosis_gives_the_gap_of_the_source(self):
        result = self.box.run("diagnose", "korea", "--years", "2000-2018", "--json").json()["result"]
        growth = {g["group"]: g["growth"]["value"] for g in result["groups"]}
        self.assertAlmostEqual(growth["capital"], 0.0267, places=3)
        self.assertAlmostEqual(result["ratio"]["last"]["value"], 3.29, delta=0.03)
        self.assertTrue(any(f["published"] is not None and f["found"] is not None for f in result["paper"]["figures"]))

    def test_every_grouping_gives_a_table(self):
        for grouping in ("capital", "megaregion", "region"):
            for language in ("ko", "en"):
                self.assertEqual(self.box.run("diagnose", "korea", "--groups", grouping, "--lang", language).code, 0)

    def test_the_plan_is_proven_and_keeps_its_cap(self):
        self.assertEqual(self.planned.code, 0, self.planned)
        self.assertEqual(complaints(self.planned.json(), envelope()), [])
        result = self.planned.json()["result"]
        self.assertLess(result["certificate"]["gap"], 1e-4)
        for year in result["years"]:
            if year["cap"] is not None:
                self.assertLessEqual(year["net_emissions"], year["cap"] * (1 + 1e-4) + 1e3)

    # Too few days for its own storage: once no engine had a verdict on this.
    def test_a_small_plan_without_an_answer_is_told_at_once(self):
        answer = self.box.run("plan", "korea", "--region", "honam", "--days", "1", "--json")
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.json()["status"], "infeasible")

    def test_the_closing_screen_fits_eighty_by_forty(self):
        for language in ("ko", "en"):
            answer = self.box.run(*self.words, "--lang", language)
            self.assertEqual(answer.code, 0, answer)
            lines = answer.out.splitlines()
            self.assertLessEqual(len(lines), 40, answer.out)
            wide = [line for line in lines if sum(2 if "가" <= c <= "힣" else 1 for c in line) > 80]
            self.assertEqual(wide, [])

    def test_centres_come_as_layers_of_people_and_of_centres(self):
        answer = self.box.run("centres", "korea", "--output", "out", "--json")
        self.assertEqual(answer.code, 0, answer)
        result = answer.json()["result"]
        multi = next(a for a in result["alternatives"] if a["name"] == "multi-nuclear")
        with sqlite3.connect(self.box.path / "out/centres.gpkg") as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            layers = dict(db.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
            self.assertEqual(layers, {"municipalities": "MULTIPOLYGON", "centres": "POINT"})
            for tier in multi["centres"]:
                count = db.execute("SELECT count(*) FROM centres WHERE structure = 'multi-nuclear' AND tier = ?", (tier["tier"],)).fetchone()[0]
                self.assertEqual(count, len(tier["units"]), tier["tier"])
            trend, chosen = db.execute("SELECT sum(people_trend), sum(people_multi_nuclear) FROM municipalities").fetchone()
        self.assertAlmostEqual(trend, chosen, delta=1.0)
        # By tier and over time: today's catchments, and those of every structure at the horizon.
        tiers = [tier["tier"] for tier in multi["centres"]]
        for rows in (result["today_by_tier"], multi["by_tier"]):
            self.assertEqual([row["level"] for row in rows], tiers)
        self.assertEqual([row["places"] for row in multi["by_tier"]], [len(tier["units"]) for tier in multi["centres"]])
        self.assertEqual({row["year"] for row in multi["by_tier"]}, {result["horizon"]})

    def test_a_region_can_be_planned_alone(self):
        answer = self.box.run("plan", "korea", "--region", "honam", "--days", "2", "--extreme-days", "0", "--step", "6", "--json")
        self.assertIn(answer.code, (0, 1), answer)
        self.assertIn(answer.json()["status"], ("ok", "infeasible"))


if __name__ == "__main__":
    unittest.main()
