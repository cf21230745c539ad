#!/usr/bin/env python3
"""`ecumene structure`: a bare flow table, the report folder with its GeoPackage, and what is wrong in tables."""

import json
import sqlite3
import unittest

from program import Sandbox, complaints, envelope

# Two towns of two units each, an island that keeps to itself, and a unit nobody works in.
FLOWS = """origin,destination,value
a,a,6000
a,b,2500
b,a,3000
b,b,4000
c,c,7000
c,d,1500
d,c,2500
d,d,3000
b,c,300
d,a,200
e,e,40
f,a,10
"""
UNITS = """unit,name_en,name_ko,population,lat,lon
a,Alpha,알파,20000,36.0,127.0
b,Beta,베타,15000,36.0,127.1
c,Gamma,감마,19000,36.0,127.5
d,Delta,델타,12000,36.0,127.6
e,Island,섬,90,35.5,127.3
f,Farm,농장,30,36.1,127.0
"""


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())
        self.write("flows.csv", FLOWS)
        self.write("units.csv", UNITS)

    def write(self, name, text):
        (self.box.path / name).write_text(text, encoding="utf-8")

    def result(self, *words):
        answer = self.box.run("structure", *words, "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [], words)
        return answer.json()["result"]

    def areas(self, result):
        return sorted(sorted(area["units"]) for area in result["areas"])


class BareTable(Case):
    def test_gives_areas_with_a_proof(self):
        result = self.result("flows.csv", "--units", "units.csv")
        self.assertEqual(result["method"], "optimal")
        self.assertEqual(result["parameters"]["min_size"], 1000)
        self.assertEqual(result["count"], len(result["areas"]))
        self.assertEqual(result["bound"], result["count"])
        self.assertTrue(result["proven"])
        self.assertEqual(set(result["left_over"]), {"e", "f"})
        inner = sum(float(r.split(",")[2]) for r in FLOWS.splitlines()[1:]
                    if any(set(r.split(",")[:2]) <= set(units) for units in self.areas(result)))
        self.assertEqual(result["internal_flow"], inner)

    def test_needs_no_units_table(self):
        with_names = self.result("flows.csv", "--units", "units.csv")
        self.assertEqual(self.areas(self.result("flows.csv")), self.areas(with_names))

    def test_does_not_depend_on_the_order_of_rows(self):
        head, *rows = FLOWS.strip().splitlines()
        self.write("turned.csv", "\n".join([head, *reversed(rows)]) + "\n")
        there, back = self.result("flows.csv"), self.result("turned.csv")
        self.assertEqual(there["areas"], back["areas"])

    def test_every_method_answers(self):
        for method in ("greedy", "flow-merging", "intramax", "commuting-zones", "communities", "gravity-communities"):
            result = self.result("flows.csv", "--units", "units.csv", "--method", method)
            self.assertEqual(sorted(u for units in self.areas(result) for u in units), list("abcdef"), method)
            self.assertFalse(result["proven"])
            self.assertIsNone(result["bound"])

    def test_has_a_screen_in_both_languages(self):
        for language, word in (("en", "areas, proven"), ("ko", "증명됨")):
            answer = self.box.run("structure", "flows.csv", "--lang", language)
            self.assertIn(word, answer.out)


class Report(Case):
    def test_writes_page_tables_and_a_geopackage_that_reads_back(self):
        answer = self.box.run("structure", "flows.csv", "--units", "units.csv", "--report", "out")
        self.assertEqual(answer.code, 0, answer)
        folder = self.box.path / "out"
        listed = json.loads((folder / "structure.json").read_text())["files"]
        for name in listed:
            self.assertTrue((folder / name).is_file(), name)
        page = (folder / "report.html").read_text(encoding="utf-8")
        self.assertIn("알파", page)
        self.assertNotIn("http://", page.replace("http://www.w3.org", ""))
        with sqlite3.connect(folder / "structure.gpkg") as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
            layers = dict(db.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
            self.assertEqual(layers, {"links": "LINESTRING", "cores": "POINT"})
            count = db.execute("SELECT count(*) FROM cores").fetchone()[0]
            blob = db.execute("SELECT geom FROM cores LIMIT 1").fetchone()[0]
            self.assertEqual(bytes(blob[:2]), b"GP")
            self.assertEqual(db.execute("SELECT count(*) FROM layer_styles WHERE useAsDefault").fetchone()[0], 2)
        self.assertEqual(count, len(json.loads((folder / "structure.json").read_text())["result"]["areas"]))

    def test_leaves_a_foreign_folder_alone(self):
        (self.box.path / "mine").mkdir()
        self.write("mine/notes.txt", "keep")
        answer = self.box.run("structure", "flows.csv", "--report", "mine")
        self.assertEqual(answer.code, 2, answer)
        self.assertEqual((self.box.path / "mine/notes.txt").read_text(), "keep")

    def test_same_input_same_bytes(self):
        for name in ("one", "two"):
            self.box.run("structure", "flows.csv", "--units", "units.csv", "--report", name)
        for name in ("report.html", "structure.gpkg", "tables/areas.csv"):
            self.assertEqual((self.box.path / "one" / name).read_bytes(), (self.box.path / "two" / name).read_bytes(), name)


class WhatIsWrong(Case):
    def test_unknown_unit_is_named_with_its_row(self):
        self.write("bad.csv", FLOWS + "a,gamma,5\n")
        answer = self.box.run("structure", "bad.csv", "--units", "units.csv", "--json")
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.finding("unknown_unit")["row"], 14)

    def test_a_value_that_is_no_number_is_named(self):
        self.write("bad.csv", FLOWS.replace("6000", "6,000".replace(",", "'")))
        answer = self.box.run("structure", "bad.csv", "--json")
        self.assertEqual(answer.finding("bad_number")["row"], 2)

    def test_a_missing_column_is_named(self):
        self.write("bad.csv", "a,b\n1,2\n")
        answer = self.box.run("structure", "bad.csv", "--json")
        self.assertEqual(answer.finding("missing_column")["column"], "origin")

    def test_unknown_method_rule_and_package(self):
        for words in (("flows.csv", "--method", "gredy"), ("flows.csv", "--rule", "eu"), ("flows.csv", "--min-sc", "60"), ("toy",)):
            answer = self.box.run("structure", *words)
            self.assertEqual(answer.code, 2, answer)


if __name__ == "__main__":
    unittest.main()
