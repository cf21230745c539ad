#!/usr/bin/env python3
"""How the program answers: help, versions, wrong use, two languages, the JSON envelope, silence."""

import unittest

from program import Sandbox, complaints, envelope


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def says(self, answer, code, *parts):
        self.assertEqual(answer.code, code, answer)
        for part in parts:
            self.assertIn(part, answer.out + answer.err, answer)


class Help(Case):
    def test_without_a_word_the_overview_teaches(self):
        self.says(self.box.run(), 0, "ecumene plan korea", "check", "diagnose", "export")

    def test_every_verb_has_a_page_with_an_example_in_both_languages(self):
        for verb in ("check", "new", "diagnose", "plan", "report", "export", "version", "help"):
            for language in ("en", "ko"):
                answer = self.box.run("help", verb, "--lang", language)
                self.says(answer, 0, f"ecumene {verb}")
                self.assertEqual(answer.err, "")
                is_korean = any("가" <= c <= "힣" for c in answer.out)
                self.assertEqual(is_korean, language == "ko", answer)

    def test_help_fits_a_terminal(self):
        for verb in ("", "check", "new", "diagnose", "plan", "report", "export", "lint", "track", "solve"):
            for language in ("en", "ko"):
                text = self.box.run("help", *([verb] if verb else []), "--lang", language).out
                wide = [line for line in text.splitlines() if sum(2 if "가" <= c <= "힣" else 1 for c in line) > 80]
                self.assertEqual(wide, [])
                self.assertLessEqual(len(text.splitlines()), 40)

    def test_a_verb_explains_itself(self):
        self.assertEqual(self.box.run("plan", "--help").out, self.box.run("help", "plan").out)

    def test_version_names_the_solvers(self):
        self.says(self.box.run("version"), 0, "ecumene 0.", "clp")
        self.says(self.box.run("--version"), 0, "ecumene 0.")


class WrongUse(Case):
    def test_a_misspelt_verb(self):
        self.says(self.box.run("plam", "toy"), 2, "there is no command 'plam'", "did you mean 'plan'?")

    def test_an_unknown_verb_lists_those_there_are(self):
        self.says(self.box.run("frobnicate"), 2, "there is no command 'frobnicate'", "the commands are check, new, diagnose, structure")

    def test_a_misspelt_option(self):
        self.says(self.box.run("plan", "toy", "--scenaro", "base"), 2, "there is no option '--scenaro' for 'plan'", "did you mean '--scenario'?")

    def test_a_misspelt_global_option(self):
        self.says(self.box.run("check", "toy", "--jsno"), 2, "there is no option '--jsno'", "did you mean '--json'?")

    def test_a_missing_package(self):
        for verb in ("check", "plan", "diagnose"):
            self.says(self.box.run(verb), 2, "the package is missing", f"for example: ecumene {verb} korea")

    def test_a_word_too_many(self):
        self.says(self.box.run("check", "toy", "korea"), 2, "'check' does not know what to do with 'korea'", "ecumene help check")

    def test_an_option_without_its_value(self):
        self.says(self.box.run("plan", "toy", "--scenario"), 2, "--scenario", "ecumene help plan")

    def test_a_number_that_is_none(self):
        self.says(self.box.run("plan", "toy", "--tolerance", "small"), 2, "small", "ecumene help plan")

    def test_an_unknown_language(self):
        self.says(self.box.run("check", "toy", "--lang", "fr"), 2, "there is no language 'fr'", "ko or en")

    def test_an_unknown_package_says_what_was_looked_for(self):
        self.says(self.box.run("check", "toi"), 2, "there is no package 'toi'", "looked for a folder ./toi", "the bundled packages are", "did you mean 'toy'?")

    def test_a_folder_that_is_no_package(self):
        (self.box.path / "photos").mkdir()
        self.says(self.box.run("check", "photos"), 2, "the folder 'photos' is not a data package: it has no ecumene.toml")

    def test_an_unknown_region(self):
        self.says(self.box.run("plan", "toy", "--region", "Harbuor"), 2, "there is no region or group 'Harbuor'", "did you mean 'Harbour'?")

    def test_an_unknown_grouping(self):
        self.says(self.box.run("diagnose", "toy", "--groups", "cost"), 2, "no grouping 'cost'", "did you mean 'coast'?")

    def test_years_the_wrong_way_round(self):
        self.says(self.box.run("diagnose", "toy", "--years", "2018-2000"), 2, "'2018-2000' is not a span of years")
        self.says(self.box.run("diagnose", "toy", "--years", "soon"), 2, "'soon' is not a span of years")

    def test_an_unknown_accounting(self):
        self.says(self.box.run("diagnose", "toy", "--accounting", "nett"), 2, "there is no accounting 'nett'")

    def test_an_unknown_solver(self):
        self.says(self.box.run("plan", "toy", "--solver", "gurobi"), 2, "there is no solver 'gurobi'", "auto, barrier, highs, clp")

    def test_an_unknown_run(self):
        self.says(self.box.run("report", "3f2a"), 2, "there is no run '3f2a'")

    def test_an_unknown_format(self):
        self.says(self.box.run("export", "3f2a", "--format", "pdf"), 2, "there is no export format 'pdf'", "iamc")

    def test_a_problem_file_of_another_kind(self):
        self.says(self.box.run("plan", "toy", "--write-problem", "toy.lp"), 2, "should end in .mps")

    def test_nothing_was_written(self):
        for words in (["plan", "toy", "--solver", "x"], ["plan", "nope"], ["new", "mine", "--from", "nope"]):
            self.assertEqual(self.box.run(*words).code, 2)
        self.assertEqual(list(self.box.path.iterdir()), [])


class New(Case):
    def test_copies_a_package_that_checks_and_plans(self):
        self.says(self.box.run("new", "mine", "--from", "toy"), 0, "template.xlsx", "ecumene plan mine")
        self.says(self.box.run("check", "mine"), 0)
        self.says(self.box.run("plan", "mine"), 0, "mine/runs/")
        self.assertTrue((self.box.path / "mine" / ".gitignore").exists())

    def test_cuts_to_regions_and_scales_national_limits(self):
        answer = self.box.run("new", "mine", "--from", "toy", "--regions", "Town,Hills", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertAlmostEqual(answer.json()["result"]["share_of_nation"], 100 / 120)
        self.assertNotIn("harbour", (self.box.path / "mine/tables/links.csv").read_text().lower())
        self.assertIn("350400", (self.box.path / "mine/tables/targets.csv").read_text())

    def test_a_part_of_korea_checks_and_diagnoses(self):
        for name, regions in (("three", "21,26,38"), ("two", "21,26"), ("west", "honam"), ("middle", "충청권")):
            with self.subTest(regions):
                self.says(self.box.run("new", name, "--from", "korea", "--regions", regions), 0, f"ecumene plan {name}")
                checked = self.box.run("check", name, "--json")
                self.assertEqual(checked.code, 0, checked)
                self.assertEqual([f for f in checked.json()["findings"] if f["severity"] == "error"], [])
                self.says(self.box.run("diagnose", name, "--groups", "region", "--report", f"{name}-diagnosis"), 0)
                self.says(self.box.run("diagnose", name), 0)

    def test_the_template_is_a_workbook(self):
        self.box.run("new", "mine", "--from", "toy")
        import zipfile
        with zipfile.ZipFile(self.box.path / "mine" / "template.xlsx") as book:
            text = book.read("xl/workbook.xml").decode()
        for table in ("columns", "regions", "demand", "technologies"):
            self.assertIn(f'name="{table}"', text)

    def test_leaves_a_folder_that_is_not_empty_alone(self):
        (self.box.path / "mine").mkdir()
        (self.box.path / "mine" / "thesis.txt").write_text("years of work")
        self.says(self.box.run("new", "mine", "--from", "toy"), 2, "the folder mine is not empty; it was left as it is")
        self.assertEqual([p.name for p in (self.box.path / "mine").iterdir()], ["thesis.txt"])

    def test_an_empty_folder_will_do(self):
        (self.box.path / "mine").mkdir()
        self.says(self.box.run("new", "mine", "--from", "toy"), 0)


class Languages(Case):
    def is_korean(self, answer):
        return any("가" <= c <= "힣" for c in answer.out + answer.err)

    def test_the_option_goes_before_the_variable_and_the_variable_before_the_locale(self):
        self.assertFalse(self.is_korean(self.box.run("help")))
        self.assertTrue(self.is_korean(self.box.run("help", env={"LANG": "ko_KR.UTF-8"})))
        self.assertFalse(self.is_korean(self.box.run("help", env={"LANG": "ko_KR.UTF-8", "ECUMENE_LANG": "en"})))
        self.assertTrue(self.is_korean(self.box.run("help", "--lang", "ko", env={"ECUMENE_LANG": "en"})))

    def test_screens_come_in_both(self):
        for words in (["check", "toy"], ["diagnose", "toy", "--groups", "coast"], ["plan", "toy"]):
            for language in ("en", "ko"):
                answer = self.box.run(*words, "--lang", language)
                self.assertEqual(answer.code, 0, answer)
                self.assertGreater(len(answer.out.splitlines()), 5)
        self.assertIn("목표", self.box.run("plan", "toy", "--lang", "ko").out)
        self.assertIn("Target", self.box.run("plan", "toy", "--lang", "en").out)


class Json(Case):
    CALLS = (["check", "toy"], ["plan", "toy"], ["diagnose", "toy", "--groups", "coast"], ["version"], ["help", "plan"], ["check", "nope"], ["paln"],
             ["plan", "toy", "--region", "X"], ["plan", "toy", "--set", "policies.carbon_cap_values.2030=-1e9"], ["report", "none"])

    def test_every_answer_is_one_document_in_the_envelope(self):
        for words in self.CALLS:
            answer = self.box.run(*words, "--json")
            self.assertEqual(complaints(answer.json(), envelope()), [], words)
            self.assertNotEqual(answer.json()["version"], "")

    def test_the_exit_code_fits_the_status(self):
        for words in self.CALLS:
            answer = self.box.run(*words, "--json")
            fits = {"ok": {0}, "findings": {1}, "infeasible": {1}, "limit": {3}, "cancelled": {130}, "error": {1, 2, 4, 5}}
            self.assertIn(answer.code, fits[answer.json()["status"]], words)

    def test_wrong_use_is_a_finding_with_its_remedy(self):
        finding = self.box.run("plan", "kore", "--json").finding("wrong_use")
        self.assertEqual(finding["remedy"], "did you mean 'korea'?")


class Silence(Case):
    def test_quiet_says_nothing_when_all_is_well(self):
        for words in (["plan", "toy"], ["check", "toy"], ["diagnose", "toy"]):
            answer = self.box.run(*words, "--quiet")
            self.assertEqual((answer.code, answer.out, answer.err), (0, "", ""), words)

    def test_quiet_still_tells_errors(self):
        answer = self.box.run("plan", "nope", "--quiet")
        self.assertEqual(answer.code, 2)
        self.assertIn("there is no package 'nope'", answer.err)

    def test_quiet_json_is_the_document_alone(self):
        answer = self.box.run("plan", "toy", "--quiet", "--json")
        self.assertEqual(answer.err, "")
        self.assertEqual(answer.json()["status"], "ok")

    def test_no_colours_where_there_is_no_terminal(self):
        for words in (["plan", "toy"], ["check", "toy"], ["plan", "nope"]):
            answer = self.box.run(*words)
            self.assertNotIn("\033", answer.out + answer.err)


if __name__ == "__main__":
    unittest.main()
