#!/usr/bin/env python3
"""`ecumene lint` and `ecumene track` from outside: verdicts, both languages, SARIF, the inspection pack."""

import json
import re
import shutil
import unittest
import zipfile

from program import ROOT, Sandbox, complaints, edit, envelope


class Plans(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def plan(self, name="korea-2023", to="mine"):
        folder = self.box.path / to
        shutil.copytree(ROOT / "data" / "plans" / name, folder)
        return folder

    def lint(self, *arguments, date="2026-11-01"):
        return self.box.run("lint", *arguments, "--date", date, "--json")


class Lint(Plans):
    def test_the_national_target_is_forty_or_thirty_per_cent(self):
        answer = self.lint("korea-2021", "korea-2023")
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [])
        cuts = answer.json()["result"]["roll_up"][0]["cuts"]
        self.assertAlmostEqual(cuts["gross_net"], 0.400, places=3)
        self.assertAlmostEqual(cuts["gross_gross"], 0.296, places=3)

    def test_two_versions_are_compared_line_by_line(self):
        (comparison,) = self.lint("korea-2021", "korea-2023").json()["result"]["versions"]
        moved = {line["sector"]: round(line["change"] / 1e6, 1) for line in comparison["lines"] if line["series"] == "target"}
        self.assertEqual((comparison["earlier"], comparison["later"]), ("korea-2021", "korea-2023"))
        self.assertEqual((moved["power"], moved["industry"], moved["credits"], moved["buildings"]), (-4.0, 8.1, -4.0, 0.0))

    def test_an_unlabelled_cut_is_flagged_with_its_place(self):
        folder = self.plan()
        edit(folder / "targets.csv", "whole-2030,total,2018,2030,gross,net", "whole-2030,total,2018,2030,gross,")
        finding = self.lint("mine").finding("A3")
        self.assertEqual((finding["severity"], finding["file"], finding["row"], finding["column"]), ("error", "mine/targets.csv", 2, "target_basis"))
        self.assertIn("29.6 % (gross target) or 40.0 % (net target)", finding["message"])
        korean = self.box.run("lint", "mine", "--date", "2026-11-01", "--lang", "ko")
        self.assertIn("법정 사항", korean.out)
        self.assertIn("mine/targets.csv, 2행", korean.out)

    def test_rules_switch_in_march_2027(self):
        codes = [{f["code"] for f in self.lint("korea-2023", date=date).json()["findings"]} for date in ("2027-03-08", "2027-03-09")]
        self.assertNotIn("P3", codes[0])
        self.assertIn("P3", codes[1])

    def test_a_suppression_is_listed_with_its_reason(self):
        folder = self.plan()
        (folder / "suppressions.csv").write_text("rule,item,reason,by,until\nK1,,table of the release only,typist,\nT1,,table of the release only,typist,\n", encoding="utf-8")
        answer = self.lint("mine")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [])
        self.assertEqual(answer.json()["result"]["suppressed"][0]["suppressed_because"], "table of the release only")
        (folder / "suppressions.csv").write_text("rule,item,reason,by,until\nK1,,,typist,\n", encoding="utf-8")
        self.assertEqual(self.lint("mine").finding("missing_value")["column"], "reason")

    def test_sarif_leads_editors_to_the_row(self):
        folder = self.plan()
        edit(folder / "emissions.csv", "target,waste,2030,9.1", "target,waste,2030,19.1")
        self.box.run("lint", "mine", "--date", "2026-11-01", "--sarif", "plans.sarif")
        run = json.loads((self.box.path / "plans.sarif").read_text(encoding="utf-8"))["runs"][0]
        result = next(r for r in run["results"] if r["ruleId"] == "A1")
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual((place["artifactLocation"]["uri"], place["region"]["startLine"]), ("mine/emissions.csv", 22))
        self.assertIn("A1", {rule["id"] for rule in run["tool"]["driver"]["rules"]})

    def test_wrong_use_is_told_as_such(self):
        for arguments, message in ((["lint", "korea-2032"], "did you mean 'korea-2023'?"), (["lint"], "ecumene lint korea-2023"),
                                   (["lint", "korea-2023", "--date", "2027-02-30"], "2027-02-30"), (["track", "korea-2023"], "inventory.csv")):
            answer = self.box.run(*arguments)
            self.assertEqual(answer.code, 2, answer)
            self.assertIn(message, answer.err)

    def test_a_folder_that_cannot_be_read_is_told_and_not_judged(self):
        folder = self.plan()
        edit(folder / "emissions.csv", "target,waste", "target,wate")
        answer = self.lint("mine")
        self.assertEqual(answer.code, 1)
        self.assertEqual(answer.finding("unknown_sector")["remedy"], "did you mean 'waste'?")
        self.assertEqual(answer.json()["result"]["unreadable"], 1)


class Runs(Plans):
    def test_a_run_becomes_plans_that_add_up(self):
        self.box.toy()
        self.assertEqual(self.box.run("plan", "mine", "--quiet").code, 0)
        (run,) = self.box.runs("mine/runs")
        answer = self.box.run("export", run, "--runs", "mine/runs", "--format", "plans", "--output", "plans")
        self.assertEqual(answer.code, 0, answer)
        found = {f["code"] for f in self.lint("plans").json()["findings"] if f["severity"] == "error"}
        self.assertFalse(found & {"A1", "A2", "A3", "A4", "A5", "R1", "X1"}, found)
        self.assertIn("F1", found)  # owners are for people to name

    def test_a_gap_is_answered_from_the_run(self):
        self.box.toy()
        self.assertEqual(self.box.run("plan", "mine", "--quiet").code, 0)
        (run,) = self.box.runs("mine/runs")
        self.assertEqual(self.box.run("export", run, "--runs", "mine/runs", "--format", "plans", "--output", "plans").code, 0)
        for table in (self.box.path / "plans").glob("*/emissions.csv"):
            text = re.sub(r"^(outlook,power,\d+),[^,]+", r"\1,900000", table.read_text(encoding="utf-8"), flags=re.M)
            table.write_text(text, encoding="utf-8")
        answer = self.box.run("lint", "plans", "--date", "2026-11-01", "--run", run, "--runs", "mine/runs", "--report", "plans.html", "--json")
        self.assertEqual(complaints(answer.json(), envelope()), [])
        needs = answer.json()["result"]["needs"]
        self.assertIn("not marginal costs", needs["method"]["en"])
        self.assertTrue(needs["gaps"])
        for need in needs["gaps"]:
            self.assertLessEqual(need["reached"], need["gap"] * (1 + 1e-9))
            costs = [step["cost_per_tonne"] for step in need["steps"]]
            self.assertEqual(costs, sorted(costs))
            self.assertAlmostEqual(sum(step["taken"] for step in need["steps"]), need["reached"], delta=1e-6 * need["gap"])
        # The toy's carbon price by hand (data/toy/README.md) is what solar costs against coal.
        steps = {step["technology"]: step["cost_per_tonne"] for need in needs["gaps"] for step in need["steps"]}
        self.assertAlmostEqual(steps["solar"], 25_000.0, delta=1.0)
        self.assertNotIn("coal", steps)
        screen = self.box.run("lint", "plans", "--date", "2026-11-01", "--run", run, "--runs", "mine/runs", "--lang", "ko")
        self.assertIn("필요한 것", screen.out)
        self.assertIn("What it would take", (self.box.path / "plans.html").read_text(encoding="utf-8"))
        gone = self.box.run("lint", "plans", "--run", "0000")
        self.assertEqual(gone.code, 2, gone)

    def test_plans_that_are_there_are_left_alone(self):
        self.box.toy()
        self.assertEqual(self.box.run("plan", "mine", "--quiet").code, 0)
        (run,) = self.box.runs("mine/runs")
        by_hand = self.plan("korea-2023", "plans/by-hand")
        answer = self.box.run("export", run, "--runs", "mine/runs", "--format", "plans", "--output", "plans")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("not empty", answer.err)
        self.assertTrue((by_hand / "emissions.csv").exists())
        self.assertEqual([p.name for p in (self.box.path / "plans").iterdir()], ["by-hand"])


class Report(Plans):
    def test_the_verdict_can_be_read_in_a_browser(self):
        answer = self.box.run("lint", "korea-2021", "korea-2023", "--date", "2027-06-01", "--report", "plans.html")
        self.assertEqual(answer.code, 1, answer)
        page = (self.box.path / "plans.html").read_text(encoding="utf-8")
        for words in ("Asked for by law", "법정 사항", "−29.6", "149.9", "P3"):
            self.assertIn(words, page)


    def test_provinces_stand_on_a_map(self):
        answer = self.box.run("lint", "korea-2023", "jeonnam-2024", "gyeongnam-2024", "--date", "2027-06-01", "--report", "plans.html")
        self.assertEqual(answer.code, 1, answer)
        page = (self.box.path / "plans.html").read_text(encoding="utf-8")
        for words in ("Map of agreement", "정합성 지도", "tile differs", "no plan here"):
            self.assertIn(words, page)
        self.assertIn("2 / 17", answer.out)
        self.assertIn("jeonnam-2024/emissions.csv", answer.out)


class Track(Plans):
    def tracked(self):
        folder = self.plan()
        rows = "".join(f"waste,{year},{17.0 - 0.2 * (year - 2019)},MtCO2eq,reported,release_2023\n" for year in range(2019, 2027))
        (folder / "inventory.csv").write_text("sector,year,value,unit,status,source\n" + rows, encoding="utf-8")
        return folder

    def test_a_year_is_reckoned_against_the_path(self):
        self.tracked()
        answer = self.box.run("track", "mine", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [])
        self.assertEqual(answer.json()["result"]["year"], 2026)

    def test_the_pack_is_whole_and_in_both_languages(self):
        self.tracked()
        answer = self.box.run("track", "mine", "--year", "2026", "--pack", "pack")
        self.assertEqual(answer.code, 0, answer)
        names = sorted(p.name for p in (self.box.path / "pack").iterdir())
        self.assertEqual(names, ["inspection-en.hwpx", "inspection-en.xlsx", "inspection-ko.hwpx", "inspection-ko.xlsx", "qualitative-en.xlsx", "qualitative-ko.xlsx", "report.html", "track.json"])
        with zipfile.ZipFile(self.box.path / "pack" / "qualitative-ko.xlsx") as book:
            self.assertIn("정성 점검", book.read("xl/workbook.xml").decode("utf-8"))
        with zipfile.ZipFile(self.box.path / "pack" / "inspection-ko.hwpx") as document:
            self.assertEqual(document.namelist()[0], "mimetype")
            section = document.read("Contents/section0.xml").decode("utf-8")
            for words in ("의회 요약", "<hp:tbl ", "폐기물"):
                self.assertIn(words, section)
        report = (self.box.path / "pack" / "report.html").read_text(encoding="utf-8")
        self.assertIn("For the council", report)
        self.assertIn("의회 요약", report)
        self.assertEqual(self.box.run("track", "mine", "--pack", "pack").code, 0)  # its own folder is replaced

    def test_what_people_filled_in_is_kept(self):
        self.tracked()
        self.assertEqual(self.box.run("track", "mine", "--pack", "pack").code, 0)
        pack = self.box.path / "pack"
        with zipfile.ZipFile(pack / "inspection-ko.xlsx") as book:
            self.assertNotIn("정성 점검", book.read("xl/workbook.xml").decode("utf-8"))
        (pack / "qualitative-ko.xlsx").write_bytes(b"filled in by hand")
        (pack / "report.html").write_text("old", encoding="utf-8")
        self.assertEqual(self.box.run("track", "mine", "--pack", "pack").code, 0)
        self.assertEqual((pack / "qualitative-ko.xlsx").read_bytes(), b"filled in by hand")
        self.assertIn("For the council", (pack / "report.html").read_text(encoding="utf-8"))
        other = self.box.run("track", "mine", "--year", "2025", "--pack", "pack")
        self.assertEqual(other.code, 2, other)
        self.assertIn("for 2026", other.err)
        for name in ("qualitative-ko.xlsx", "qualitative-en.xlsx"):
            (pack / name).unlink()
        self.assertEqual(self.box.run("track", "mine", "--pack", "pack").code, 2)  # a pack of before, perhaps filled in

    def test_plans_beside_it_that_cannot_be_read_are_told(self):
        self.tracked()
        edit(self.plan("korea-2021", "other") / "emissions.csv", "target,waste", "target,wate")
        answer = self.box.run("track", "mine", "other", "--pack", "pack", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(complaints(answer.json(), envelope()), [])
        self.assertEqual(answer.finding("unknown_sector")["severity"], "warning")
        self.assertIn("other/emissions.csv", (self.box.path / "pack" / "report.html").read_text(encoding="utf-8"))
        self.assertIn("other/emissions.csv", self.box.run("track", "mine", "other").out)

    def test_a_foreign_folder_is_left_alone(self):
        self.tracked()
        (self.box.path / "pack").mkdir()
        (self.box.path / "pack" / "letter.txt").write_text("mine", encoding="utf-8")
        answer = self.box.run("track", "mine", "--pack", "pack")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("letter.txt", answer.err)


if __name__ == "__main__":
    unittest.main()
