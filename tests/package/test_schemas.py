#!/usr/bin/env python3
"""The schemas and the bundled packages, read by another program than ours.

Needs only Python 3.11; where the package jsonschema is installed, scenario files and answers are judged by it too.
Where the program is built (ECUMENE_PROGRAM, else build/dev/bin/ecumene), its answers are held against schema/answer.json.
"""

import csv
import json
import os
import pathlib
import subprocess
import tomllib
import unittest

try:
    import jsonschema
except ImportError:
    jsonschema = None

ROOT = pathlib.Path(os.environ.get("ECUMENE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = pathlib.Path(os.environ.get("ECUMENE_PROGRAM") or ROOT / "build/dev/bin/ecumene")
PACKAGES = sorted(path.parent for path in (ROOT / "data").glob("*/ecumene.toml"))


def schema(name):
    return json.loads((ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8"))


def complaints(instance, rules):
    return [f"{'.'.join(map(str, e.path))}: {e.message}" for e in jsonschema.Draft202012Validator(rules).iter_errors(instance)]


class PackageContract(unittest.TestCase):
    def test_keys_and_references_name_columns_that_there_are(self):
        tables = {t["name"]: {c["name"]: c for c in t["columns"]} for t in schema("package")["tables"]}
        for table in schema("package")["tables"]:
            columns = tables[table["name"]]
            for name in table["key"]:
                self.assertIn(name, columns, table["name"])
            for column in columns.values():
                where = f"{table['name']}.{column['name']}"
                if column["type"] == "reference":
                    to_table, to_column = column["to"].split(".")
                    self.assertIn(to_column, tables[to_table], where)
                if "of" in column:
                    self.assertIn(column["of"], columns, where)
                if "canonical_by" in column:
                    self.assertIn(column["canonical_by"]["column"], columns, where)

    def test_bundled_tables_have_their_columns_and_unique_keys(self):
        for package in PACKAGES:
            for table in schema("package")["tables"]:
                file = package / table["file"]
                if not file.exists():
                    self.assertFalse(table["required"], file)
                    continue
                with file.open(encoding="utf-8", newline="") as lines:
                    rows = list(csv.DictReader(lines))
                    header = rows[0].keys() if rows else []
                for column in table["columns"]:
                    if rows and not column.get("optional"):
                        self.assertIn(column["name"], header, file)
                keys = [tuple(row.get(k) or "" for k in table["key"]) for row in rows]
                self.assertEqual(len(keys), len(set(keys)), f"{file}: a key stands twice")

    def test_bundled_rows_name_known_sources(self):
        for package in PACKAGES:
            with (package / "sources.csv").open(encoding="utf-8", newline="") as lines:
                known = {row["source"] for row in csv.DictReader(lines)}
            for table in schema("package")["tables"]:
                file = package / table["file"]
                if table["name"] == "sources" or not file.exists() or not any(c["name"] == "source" for c in table["columns"]):
                    continue
                with file.open(encoding="utf-8", newline="") as lines:
                    for number, row in enumerate(csv.DictReader(lines), start=2):
                        for source in row["source"].split(";"):
                            self.assertIn(source.strip(), known, f"{file}, row {number}")


class PlanContract(unittest.TestCase):
    def test_tables_of_plans_have_keys_and_references_that_there_are(self):
        tables = {t["name"]: {c["name"] for c in t["columns"]} for t in schema("plan_document")["tables"]}
        for table in schema("plan_document")["tables"]:
            self.assertLessEqual(set(table["key"]), tables[table["name"]], table["name"])
            for column in table["columns"]:
                if column["type"] == "reference":
                    to_table, to_column = column["to"].split(".")
                    self.assertIn(to_column, tables[to_table], table["name"])

    def test_versions_of_a_rule_follow_each_other_without_gap_or_overlap(self):
        laws = {law["law"] for law in schema("plan_rules")["laws"]}
        for rule in schema("plan_rules")["rules"]:
            versions = rule["versions"]
            for earlier, later in zip(versions, versions[1:]):
                self.assertEqual(earlier["until"], later["from"], rule["rule"])
            self.assertNotIn("until", versions[-1], rule["rule"])
            self.assertLessEqual({v["law"] for v in versions}, laws, rule["rule"])
            self.assertTrue(rule["en"] and rule["ko"], rule["rule"])

    def test_bundled_plans_name_known_sources_and_no_invented_place(self):
        for plan in sorted((ROOT / "data" / "plans").glob("*/plan.toml")):
            settings = tomllib.loads(plan.read_text(encoding="utf-8"))
            self.assertNotIn("invented", settings["plan"]["id"])
            with (plan.parent / "sources.csv").open(encoding="utf-8", newline="") as lines:
                known = {row["source"] for row in csv.DictReader(lines)}
            for table in ("emissions.csv", "targets.csv"):
                with (plan.parent / table).open(encoding="utf-8", newline="") as lines:
                    for number, row in enumerate(csv.DictReader(lines), start=2):
                        self.assertIn(row["source"], known, f"{plan.parent / table}, row {number}")


@unittest.skipUnless(jsonschema, "the Python package jsonschema is not installed")
class JsonSchemas(unittest.TestCase):
    def test_are_themselves_sound(self):
        for name in ("scenario", "answer"):
            jsonschema.Draft202012Validator.check_schema(schema(name))

    def test_accept_every_bundled_scenario(self):
        for package in PACKAGES:
            for file in sorted((package / "scenarios").glob("*.toml")):
                self.assertEqual(complaints(tomllib.loads(file.read_text(encoding="utf-8")), schema("scenario")), [], file)

    def test_refuse_what_the_program_refuses(self):
        for bad in ({"plan": {"yeers": [2030]}}, {"plan": {"years": 2030}}, {"time": {"step": 5}}, {"plan": {"discount_rate": 4.5}},
                    {"policies": {"self_reliance": {"soon": 0.5}}}, {"scale": {"potential.solar": -1}}, {"years": [2030]}):
            self.assertNotEqual(complaints(bad, schema("scenario")), [], bad)

    @unittest.skipUnless(PROGRAM.is_file(), "the program is not built")
    def test_describe_the_answers_of_the_program(self):
        for arguments in (["check", "toy"], ["check", "korea"], ["diagnose", "korea"], ["check", "nowhere"], ["lint", "korea-2021", "korea-2023"]):
            run = subprocess.run([PROGRAM, *arguments, "--json"], capture_output=True, text=True, timeout=300, cwd=ROOT,
                                 env={**os.environ, "ECUMENE_DATA": str(ROOT / "data")}, check=False)
            self.assertEqual(complaints(json.loads(run.stdout), schema("answer")), [], arguments)


if __name__ == "__main__":
    unittest.main()
