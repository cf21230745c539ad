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


METHODS = ("optimal", "greedy", "flow-merging", "intramax", "commuting-zones", "communities", "gravity-communities")
# What every answer holds, and of what kind.
PROMISED = {"method": str, "parameters": dict, "areas": list, "count": int, "bound": (int, type(None)), "proven": bool,
            "modularity": (int, float), "internal_flow": (int, float)}


def flows_of(text):
    return [(origin, destination, float(value)) for origin, destination, value in (row.split(",")[:3] for row in text.splitlines()[1:])]


def internal_flow(flows, areas):
    area_of = {unit: k for k, units in enumerate(areas) for unit in units}
    return sum(value for origin, destination, value in flows if area_of[origin] == area_of[destination])


def modularity(flows, areas):
    """(S4), from its formula."""
    total = sum(value for *_, value in flows)
    expected = sum(sum(v for o, _, v in flows if o in units) * sum(v for _, d, v in flows if d in units) for units in areas)
    return internal_flow(flows, areas) / total - expected / total ** 2


class Promised(Case):
    """The keys another program may count on, from a package and from a bare table, by every method."""

    def package(self):
        """data/toy with the units and flows of this file."""
        folder = self.box.toy("towns")
        head = "unit,region,name_en,name_ko,lat,lon,area_km2,population,workers,jobs,year,status,source"
        rows = []
        for row in UNITS.splitlines()[1:]:
            unit, name_en, name_ko, population, lat, lon = row.split(",")
            region = {"a": "A", "b": "A", "c": "B", "d": "B"}.get(unit, "C")
            rows.append(f"{unit},{region},{name_en},{name_ko},{lat},{lon},10,{population},,,2020,assumed,toy")
        self.write("towns/tables/units.csv", "\n".join([head, *rows]) + "\n")
        flows = [f"{o},{d},commuting,2020,{v:g},person,assumed,toy" for o, d, v in flows_of(FLOWS)]
        self.write("towns/tables/unit_flows.csv", "\n".join(["origin,destination,kind,year,value,unit,status,source", *flows]) + "\n")
        return folder

    def check(self, result, method):
        for name, kind in PROMISED.items():
            self.assertIn(name, result, method)
            self.assertIsInstance(result[name], kind, f"{method}: {name}")
        self.assertEqual(result["method"], method.replace("-", "_"))
        self.assertEqual({k: result["parameters"][k] for k in ("min_size", "min_sc", "target_size", "target_sc")},
                         {"min_size": 1000, "min_sc": 0.6, "target_size": 10000, "target_sc": 0.75})
        areas = [area["units"] for area in result["areas"]]
        self.assertEqual(sorted(unit for units in areas for unit in units), list("abcdef"), method)
        for area in result["areas"]:
            self.assertIn(area["id"], area["units"], method)
        self.assertEqual(result["count"], len(areas), method)
        self.assertAlmostEqual(result["internal_flow"], internal_flow(flows_of(FLOWS), areas), msg=method)
        self.assertAlmostEqual(result["modularity"], modularity(flows_of(FLOWS), areas), msg=method)
        if method == "optimal":
            self.assertGreaterEqual(result["bound"], result["count"])
        else:
            self.assertIsNone(result["bound"], method)
            self.assertFalse(result["proven"], method)

    def test_stand_in_every_answer(self):
        package = self.package()
        for method in METHODS:
            bare = self.result("flows.csv", "--units", "units.csv", "--method", method)
            packed = self.result(package, "--method", method)
            self.check(bare, method)
            self.check(packed, method)
            for name in PROMISED:
                self.assertEqual(bare[name], packed[name], f"{method}: {name}")

    def test_tell_the_parameters_that_were_asked_for(self):
        asked = {"min_size": 500, "min_sc": 0.5, "target_size": 4000, "target_sc": 0.7}
        words = [word for name, value in asked.items() for word in ("--" + name.replace("_", "-"), str(value))]
        for method in ("optimal", "greedy"):
            result = self.result("flows.csv", "--method", method, *words)
            self.assertEqual({k: result["parameters"][k] for k in asked}, asked)


class Levels(Case):
    def level(self, result, name, year=None):
        return next(row for row in result["levels"] if row["level"] == name and row["year"] == year)

    def test_measure_units_and_areas_from_a_bare_table(self):
        result = self.result("flows.csv", "--units", "units.csv", "--method", "greedy")
        flows, areas = flows_of(FLOWS), [area["units"] for area in result["areas"]]
        total = sum(value for *_, value in flows)
        unit, area = self.level(result, "unit"), self.level(result, "living_area")
        self.assertEqual((unit["places"], area["places"]), (6, len(areas)))
        self.assertAlmostEqual(unit["internal_share"], sum(v for o, d, v in flows if o == d) / total)
        self.assertAlmostEqual(area["internal_share"], internal_flow(flows, areas) / total)
        self.assertAlmostEqual(area["jobs"]["primacy"], max(sum(v for _, d, v in flows if d in units) for units in areas) / total)
        # a, b, c and d hang together both ways; nobody reaches e, and nobody comes to f.
        self.assertEqual(unit["first_passage_places"], 4)
        self.assertGreater(unit["first_passage_steps"], 3)

    def test_measure_every_year_on_the_areas_of_the_last(self):
        head, *rows = FLOWS.strip().splitlines()
        later = [f"{row},2020" for row in rows]
        # Ten years before, half as many went between the two pairs of towns.
        before = [f"{o},{d},{v / 2 if o + d in ('bc', 'da') else v:g},2010" for o, d, v in flows_of(FLOWS)]
        self.write("years.csv", "\n".join([head + ",year", *later, *before]) + "\n")
        result = self.result("years.csv", "--units", "units.csv")
        self.assertEqual(result["flows"]["year"], 2020)
        self.assertEqual(self.areas(result), self.areas(self.result("flows.csv", "--units", "units.csv")))
        total = sum(v for *_, v in flows_of(FLOWS))
        leaving = total * (1 - self.level(result, "living_area", 2020)["internal_share"])
        earlier = self.level(result, "living_area", 2010)["internal_share"]
        self.assertAlmostEqual(leaving, 510)  # 300 + 200 + 10 of f
        self.assertAlmostEqual(earlier, 1 - 260 / (total - 250))
        self.assertIsNone(self.level(result, "unit", 2010)["people"])
        self.assertIsNotNone(self.level(result, "unit", 2020)["people"])

    def test_refuses_a_year_here_and_none_there(self):
        self.write("mixed.csv", "origin,destination,value,year\na,b,5,2020\nb,a,4,\n")
        answer = self.box.run("structure", "mixed.csv", "--json")
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.finding("missing_year")["row"], 3)

    def test_refuses_what_is_no_year(self):
        for year in ("2020.5", "1e20", "0", "-3"):
            self.write("odd.csv", f"origin,destination,value,year\na,b,5,2020\nb,a,4,{year}\n")
            answer = self.box.run("structure", "odd.csv", "--json")
            self.assertEqual(answer.code, 1, answer)
            self.assertEqual(answer.finding("not_a_year")["row"], 3)

    def test_of_a_package_reach_up_to_its_regions_and_through_its_population(self):
        result = self.result(Promised.package(self), "--method", "greedy")
        region = self.level(result, "region", 2020)
        self.assertEqual(region["places"], 3)
        self.assertAlmostEqual(region["internal_share"], 1 - 510 / sum(v for *_, v in flows_of(FLOWS)))
        years = {row["year"] for row in result["levels"] if row["level"] == "region"}
        self.assertIn(2000, years)
        self.assertNotIn("internal_share", self.level(result, "region", 2000))


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

    def test_of_a_package_with_outlines_shows_before_and_after(self):
        package = Promised.package(self)
        self.write("towns/tables/unit_shapes.csv", "unit,shape,source\n" + "".join(
            f'{unit},"MULTIPOLYGON((({k} 36,{k + 1} 36,{k + 1} 37,{k} 37,{k} 36)))",toy\n' for k, unit in enumerate("abcdef", 126)))
        answer = self.box.run("structure", package, "--report", "out")
        self.assertEqual(answer.code, 0, answer)
        with sqlite3.connect(self.box.path / "out/structure.gpkg") as db:
            layers = dict(db.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
            self.assertEqual(layers, {"regions": "MULTIPOLYGON", "living_areas": "MULTIPOLYGON", "units": "MULTIPOLYGON",
                                      "links": "LINESTRING", "cores": "POINT"})
            self.assertEqual(dict(db.execute("SELECT region, units FROM regions")), {"A": 2, "B": 2, "C": 2})
        page = (self.box.path / "out/report.html").read_text(encoding="utf-8")
        self.assertIn("이전: 행정구역", page)
        self.assertIn("수준별·연도별", page)

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
