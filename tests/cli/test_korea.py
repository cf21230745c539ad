#!/usr/bin/env python3
"""The bundled Korea package from end to end: checked, diagnosed, planned, reported, in both languages."""

import collections
import csv
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


class NetZero(unittest.TestCase):
    """All sectors to net zero, coarse in time: what the plan says of itself closes to 1e-6."""

    @classmethod
    def setUpClass(cls):
        cls.box = cls.enterClassContext(Sandbox())
        cls.answer = cls.box.run("plan", "korea", "--scenario", "net-zero", "--days", "1", "--extreme-days", "0", "--step", "6", "--json")
        if cls.answer.code != 0:
            raise AssertionError(cls.answer)
        cls.result = cls.answer.json()["result"]
        cls.folder = next(cls.box.path.rglob("certificate.json")).parent / "tables"
        cls.summary = {row["year"]: row for row in cls.rows("summary")}

    @classmethod
    def rows(cls, table):
        with open(cls.folder / f"{table}.csv", encoding="utf-8", newline="") as file:
            return [{k: number(v) for k, v in row.items()} for row in csv.DictReader(file)]

    def by_year(self, table, column, counts=lambda row: True):
        sums = collections.defaultdict(float)
        for row in self.rows(table):
            if counts(row):
                sums[row["year"]] += row[column] or 0.0
        return sums

    def assert_same(self, actual, expected, scale):
        for year in self.summary:
            self.assertLess(abs(actual[year] - expected[year]), 1e-6 * scale[year], (year, actual[year], expected[year]))

    def test_it_is_proven_and_keeps_every_cap(self):
        self.assertLess(self.result["certificate"]["gap"], 1e-6)
        highest = max(row["cap"] for row in self.summary.values())
        for year, row in self.summary.items():
            self.assertLessEqual(row["net_emissions"], row["cap"] + 1e-6 * highest, year)
        self.assertEqual({row["year"] for row in self.summary.values()}, {2025, 2030, 2035, 2040, 2045, 2050})

    # To 1e-6 of what the nation turns over of the carrier in that year.
    def test_every_balance_closes(self):
        turnover = collections.defaultdict(float)
        for row in self.rows("balances"):
            turnover[row["carrier"], row["year"]] += sum(abs(row[c] or 0.0) for c in ("produced", "used", "imported", "demand"))
        self.assertGreater(len(turnover), 100)
        for row in self.rows("balances"):
            self.assertLess(abs(row["residual"]), 1e-6 * turnover[row["carrier"], row["year"]] + 1e-6, row)

    def test_no_fossil_carbon_vanishes(self):
        bought = self.by_year("carbon_flow", "value", lambda row: row["side"] == "in")
        found = self.by_year("carbon_flow", "value", lambda row: row["side"] == "out")
        self.assertGreater(min(bought.values()), 1e6)
        self.assert_same(found, bought, bought)

    def test_emissions_by_sector_are_the_nations(self):
        bought = self.by_year("carbon_flow", "value", lambda row: row["side"] == "in")
        net = {year: row["net_emissions"] for year, row in self.summary.items()}
        self.assert_same(self.by_year("emissions", "value"), net, bought)
        self.assert_same(self.by_year("carbon_flow", "value", lambda row: row["kind"] in ("air", "other_gases_and_sinks")), net, bought)
        self.assertGreater(len({row["sector"] for row in self.rows("emissions")}), 7)

    def test_costs_add_up_to_the_objective_and_are_borne(self):
        costs = self.by_year("costs", "value")
        self.assert_same(costs, {year: row["cost"] for year, row in self.summary.items()}, costs)
        discounted = sum(row["discount_weight"] * costs[year] for year, row in self.summary.items())
        self.assertAlmostEqual(discounted / self.result["objective"], 1.0, delta=1e-6)
        self.assert_same(self.by_year("burden", "borne"), self.by_year("burden", "located"), costs)


def number(text):
    try:
        return float(text) if text else None
    except ValueError:
        return text


if __name__ == "__main__":
    unittest.main()
