#!/usr/bin/env python3
"""`ecumene diagnose`: the screen, the report with its pictures and tables, both ledgers, and packages that hold little."""

import csv
import json
import unittest
import xml.etree.ElementTree as xml

from program import Sandbox, complaints, digest_of, envelope

SVG = "{http://www.w3.org/2000/svg}"


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def result(self, *words):
        answer = self.box.run("diagnose", *words, "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [], words)
        return answer.json()["result"]


class Report(Case):
    def write(self, package="toy", *words):
        answer = self.box.run("diagnose", package, "--report", "out", *words)
        self.assertEqual(answer.code, 0, answer)
        return self.box.path / "out"

    def test_holds_both_languages_and_needs_nothing_else(self):
        page = (self.write() / "report.html").read_text(encoding="utf-8")
        for part in ("Where emissions are and why they moved", "배출은 어디에 있고 왜 변했나"):
            self.assertIn(part, page)
        for loaded in ("src=", "@import", "url(", "<link", 'href="http'):
            self.assertNotIn(loaded, page)

    def test_opens_in_the_language_asked_for(self):
        for language in ("ko", "en"):
            folder = self.write("toy", "--lang", language)
            self.assertIn(f'<html lang="{language}"', (folder / "report.html").read_text(encoding="utf-8")[:200])

    def test_every_picture_is_valid_svg_in_each_language_with_its_table(self):
        pictures = self.write("korea") / "pictures"
        names = {p.name[:-len("-en.svg")] for p in pictures.glob("*-en.svg")}
        self.assertLessEqual({"per-head-map", "per-head-slopes", "ledger-chain", "decoupling", "lorenz", "theil", "conditions"}, names)
        tables = {p.stem for p in pictures.glob("*.csv")}
        for name in names:
            self.assertTrue(any(name == t or name.startswith(t + "-") for t in tables), name)
            for language in ("en", "ko"):
                root = xml.parse(pictures / f"{name}-{language}.svg").getroot()
                self.assertEqual(root.tag, SVG + "svg")
                text = "".join(root.find(SVG + "g").itertext()) + (root.findtext(SVG + "text") or "")
                if language == "ko":
                    self.assertTrue(any("가" <= c <= "힣" for c in text), name)

    def test_pictures_keep_their_figures_in_the_table(self):
        pictures = self.write("toy") / "pictures"
        with open(pictures / "per-head-slopes.csv", encoding="utf-8") as file:
            rows = {(r["place"], r["year"]): float(r["per_head_tCO2eq"]) for r in csv.DictReader(file)}
        self.assertAlmostEqual(rows["A", "2018"], 10.0)
        self.assertIn("10.0 Harbour", (pictures / "per-head-slopes-en.svg").read_text(encoding="utf-8"))

    def test_the_same_input_gives_the_same_bytes(self):
        first = digest_of(self.write())
        self.assertEqual(digest_of(self.write()), first)

    def test_an_earlier_diagnosis_is_replaced_without_left_overs(self):
        self.write("korea")
        self.write("toy")
        index = json.loads((self.box.path / "out" / "diagnosis.json").read_text(encoding="utf-8"))
        there = {str(p.relative_to(self.box.path / "out")) for p in (self.box.path / "out").rglob("*") if p.is_file()}
        self.assertEqual(there, set(index["files"]) | {"diagnosis.json"})

    def test_a_folder_with_anything_else_is_left_alone(self):
        folder = self.write()
        (folder / "thesis.txt").write_text("years of work")
        answer = self.box.run("diagnose", "toy", "--report", "out")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("'thesis.txt', which no diagnosis wrote", answer.err)
        self.assertTrue((folder / "report.html").exists())
        self.assertEqual((folder / "thesis.txt").read_text(), "years of work")

    def test_a_file_of_that_name_is_left_alone(self):
        (self.box.path / "out").write_text("mine")
        answer = self.box.run("diagnose", "toy", "--report", "out")
        self.assertEqual(answer.code, 2, answer)
        self.assertEqual((self.box.path / "out").read_text(), "mine")

    def test_the_current_folder_is_left_alone(self):
        inside = self.box.path / "my"
        inside.mkdir()
        for words in (".", "./", "..", "../my/", "../my/../my", inside):
            answer = self.box.run("diagnose", "toy", "--report", words, folder=inside)
            self.assertEqual(answer.code, 2, answer)
            told = " ".join(answer.err.split())
            self.assertIn(f"'{words}' is the current folder or holds it; a report needs a folder of its own", told)
        self.assertEqual(list(self.box.path.iterdir()), [inside])
        self.assertEqual(list(inside.iterdir()), [])

    def test_a_last_slash_does_not_matter(self):
        inside = self.box.path / "my"
        inside.mkdir()
        for words in ("../out/", "../out", "./../my/../out//"):
            answer = self.box.run("diagnose", "toy", "--report", words, folder=inside)
            self.assertEqual(answer.code, 0, answer)
            self.assertTrue((self.box.path / "out" / "report.html").exists())
        self.assertEqual({p.name for p in self.box.path.iterdir()}, {"my", "out"})

    def test_nothing_is_written_unasked(self):
        self.assertEqual(self.box.run("diagnose", "toy").code, 0)
        self.assertEqual(list(self.box.path.iterdir()), [])

    def test_open_needs_a_report(self):
        answer = self.box.run("diagnose", "toy", "--open")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("--report korea-diagnosis", answer.err)


class Screen(Case):
    def test_fits_one_terminal_screen_in_both_languages(self):
        for language in ("en", "ko"):
            lines = self.box.run("diagnose", "korea", "--lang", language).out.splitlines()
            wide = [line for line in lines if sum(2 if "가" <= c <= "힣" else 1 for c in line) > 80]
            self.assertEqual(wide, [])
            self.assertLessEqual(len(lines), 46, "\n".join(lines))

    def test_no_column_is_cut(self):
        for words in (["--groups", "megaregion"], ["--groups", "region"], ["--groups", "megaregion", "--ledger", "consumption"]):
            for language in ("en", "ko"):
                out = self.box.run("diagnose", "korea", *words, "--lang", language).out
                rows = out.split("\n\n")[0].splitlines()[2:]
                self.assertEqual([row for row in rows if "…" in row], [], out)

    def test_says_why_and_by_which_ledger(self):
        out = self.box.run("diagnose", "korea", "--years", "2000-2018").out
        for part in ("Why", "Decoupling", "production 3.29", "2.55", "Neighbours", "Conditions", "--report korea-diagnosis"):
            self.assertIn(part, out)


class Ledgers(Case):
    def test_consumption_counts_power_where_it_is_used(self):
        made, used = self.result("korea"), self.result("korea", "--ledger", "consumption")
        self.assertEqual((made["ledger"], used["ledger"]), ("production", "consumption"))
        self.assertEqual(used["accounting"]["ledger"], "consumption")
        self.assertAlmostEqual(made["ratio"]["last"]["value"], 3.29, delta=0.01)
        self.assertAlmostEqual(used["ratio"]["last"]["value"], 2.55, delta=0.01)
        for result in (made, used):
            self.assertAlmostEqual(sum(g["total"]["value"] for g in result["groups"]), result["all"]["total"]["value"], delta=1)
        self.assertIsNone(used["groups"][0]["growth"]["value"])
        self.assertNotEqual(used["groups"][0]["growth"]["reason"]["en"], "")

    def test_a_package_without_a_balance_names_the_table(self):
        answer = self.box.run("diagnose", "toy", "--ledger", "consumption")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("tables/energy_balance.csv", answer.err)

    def test_an_unknown_ledger(self):
        answer = self.box.run("diagnose", "toy", "--ledger", "use")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("there is no ledger 'use'", answer.err)


class Figures(Case):
    def test_effects_sum_to_the_change(self):
        for change in self.result("korea")["lmdi"]:
            if change["effects"]:
                total = sum(e["value"] for e in change["effects"])
                gross = sum(abs(e["value"]) for e in change["effects"]) or 1
                self.assertLess(abs(total - change["change"]) / gross, 1e-9, change["place"])

    def test_every_grouping_coverage_and_package_keeps_to_the_schema(self):
        for words in (["korea", "--groups", "region"], ["korea", "--groups", "megaregion"], ["korea", "--accounting", "net"],
                      ["korea", "--ledger", "consumption"], ["toy"], ["toy", "--groups", "coast"]):
            self.result(*words)


class Little(Case):
    """Packages that hold next to nothing still say what they can and name what they lack."""

    def without(self, *tables):
        folder = self.box.toy()
        for table in tables:
            (folder / "tables" / f"{table}.csv").unlink()
        return folder

    def test_no_people(self):
        self.without("population")
        out = self.box.run("diagnose", "mine", "--report", "out")
        self.assertEqual(out.code, 0, out)
        page = (self.box.path / "out" / "report.html").read_text(encoding="utf-8")
        self.assertIn("tables/population.csv", page)
        self.assertNotIn("per-head-slopes", page)

    def test_no_product(self):
        self.without("gva")
        result = self.result("mine")
        self.assertEqual(result["decoupling"], [])
        self.assertTrue(any(m["table"] == "tables/gva.csv" for u in result["unlock"] for m in u["missing"]))

    def test_one_year(self):
        folder = self.box.toy()
        path = folder / "tables" / "emissions.csv"
        rows = path.read_text().splitlines()
        path.write_text("\n".join([rows[0]] + [r for r in rows[1:] if ",2018," in r]) + "\n")
        answer = self.box.run("diagnose", "mine", "--report", "out", "--lang", "ko")
        self.assertEqual(answer.code, 0, answer)


if __name__ == "__main__":
    unittest.main()
