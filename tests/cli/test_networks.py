#!/usr/bin/env python3
"""`ecumene solve`: answers, what is written, and what is said about networks that are not sound."""

import csv
import sys
import unittest

from program import ROOT, Sandbox, complaints, envelope

sys.path.insert(0, str(ROOT / "tests/networks"))
import pypsa_schema  # noqa: E402

SOUND = {
    "buses.csv": "name\nA\n",
    "snapshots.csv": ",snapshot,objective,stores,generators\n0,2030-01-01 00:00:00,1,1,1\n1,2030-01-01 01:00:00,2,1,1\n",
    "generators.csv": "name,bus,p_nom,marginal_cost\ncoal,A,100,10\ngas,A,100,50\n",
    "loads.csv": "name,bus\nload,A\n",
    "loads-p_set.csv": ",load\n0,80\n1,150\n",
}


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def network(self, name="small", **changed):
        folder = self.box.path / name
        folder.mkdir()
        for file, text in {**SOUND, **{key.replace("__", ".").replace("_of_", "-"): text for key, text in changed.items()}}.items():
            if text is not None:
                (folder / file).write_text(text, encoding="utf-8")
        return folder

    def answer(self, *words):
        answer = self.box.run("solve", *words, "--json")
        self.assertEqual(complaints(answer.json(), envelope()), [], words)
        return answer


class Answers(Case):
    def test_objective_prices_and_certificate(self):
        answer = self.answer(self.network())
        self.assertEqual(answer.code, 0, answer)
        result = answer.json()["result"]
        self.assertAlmostEqual(result["objective"], 7800.0)  # 80 * 10 + 2 * (100 * 10 + 50 * 50)
        self.assertEqual(result["constant"], 0)
        self.assertEqual(result["outcome"], "optimal")
        for measure in ("primal", "dual", "gap"):
            self.assertLessEqual(result["certificate"][measure], 1e-6)
        prices = next(t for t in result["tables"] if t["name"] == "buses-marginal_price")
        self.assertEqual([c["name"] for c in prices["columns"]], ["snapshot", "A"])
        self.assertAlmostEqual(prices["rows"][0][1], 10.0)
        self.assertAlmostEqual(prices["rows"][1][1], 50.0)

    def test_the_screen_says_the_objective_and_the_proof_in_both_languages(self):
        folder = self.network()
        for language, words in (("en", ("Objective", "7,800.00", "Proof", "optimal")), ("ko", ("목적함수", "7,800.00", "검증", "최적"))):
            out = self.box.run("solve", folder, "--lang", language).out
            for word in words:
                self.assertIn(word, out)

    def test_the_written_network_solves_to_the_same(self):
        folder = self.network()
        answer = self.box.run("solve", folder, "--output", "solved")
        self.assertEqual(answer.code, 0, answer)
        with open(self.box.path / "solved" / "network.csv", encoding="utf-8") as lines:
            self.assertAlmostEqual(float(next(csv.DictReader(lines))["_objective"]), 7800.0)
        self.assertTrue((self.box.path / "solved" / "generators-p.csv").exists())
        self.assertEqual(pypsa_schema.complaints(self.box.path / "solved", pypsa_schema.attributes_of_ours()), [])
        again = self.answer(self.box.path / "solved").json()["result"]
        self.assertAlmostEqual(again["objective"], 7800.0)

    def test_the_schema_check_sees_what_is_wrong(self):
        folder = self.network(generators__csv="name,bus,p_nom,marginal_costs\ncoal,AA,much,10\n", loads_of_p_set__csv=",load\n0,80\n")
        (folder / "network.csv").write_text("name\nsmall\n", encoding="utf-8")
        self.assertEqual(pypsa_schema.complaints(folder, pypsa_schema.attributes_of_ours()), [
            "generators.csv, coal: p_nom is 'much', not a number",
            "generators.csv has a column marginal_costs, which PyPSA does not know",
            "generators.csv, coal: bus AA is in no buses.csv",
            "loads-p_set.csv has 1 rows for 2 snapshots"])

    def test_a_folder_that_holds_something_is_left_alone(self):
        folder = self.network()
        answer = self.box.run("solve", folder, "--output", folder)
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("not empty", answer.err)
        self.assertEqual({p.name for p in folder.iterdir()}, set(SOUND))

    def test_the_problem_may_be_written_for_other_programs(self):
        answer = self.box.run("solve", self.network(), "--write-problem", "small.mps")
        self.assertEqual(answer.code, 0, answer)
        self.assertTrue((self.box.path / "small.mps").exists())


class Findings(Case):
    def test_all_faults_are_told_at_once_with_what_was_meant(self):
        folder = self.network(generators__csv="name,bus,p_nom,marginal_cost\ncoal,AA,100,10\ngas,A,100,50\n",
                              loads__csv="name,bus\nload,B\n")
        answer = self.answer(folder)
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.json()["status"], "findings")
        self.assertEqual([f["code"] for f in answer.json()["findings"]], ["unknown_bus", "unknown_bus"])

    def test_missing_snapshots_are_a_finding(self):
        answer = self.answer(self.network(snapshots__csv=None))
        self.assertEqual(answer.code, 1, answer)
        self.assertIn("no_snapshots", [f["code"] for f in answer.json()["findings"]])

    def test_what_is_not_built_is_refused_by_name(self):
        folder = self.network(generators__csv="name,bus,p_nom,marginal_cost_quadratic\ncoal,A,300,1\n")
        finding = self.answer(folder).finding("not_supported")
        self.assertIn("marginal_cost_quadratic", finding["message"])
        self.assertIn("linear", finding["remedy"])

    def test_no_dispatch_names_what_would_have_to_give_way(self):
        folder = self.network(loads_of_p_set__csv=",load\n0,80\n1,250\n")
        answer = self.answer(folder)
        self.assertEqual(answer.code, 1, answer)
        self.assertEqual(answer.json()["status"], "infeasible")
        self.assertIn("buses_balance[A,2030-01-01 01:00:00]", answer.finding("infeasible")["remedy"])

    def test_a_cut_off_netcdf_is_one_clear_sentence(self):
        file = self.box.path / "cut.nc"
        file.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100))
        answer = self.box.run("solve", file, "--json")
        self.assertEqual(answer.code, 1, answer)
        self.assertIn("cannot read", answer.json()["findings"][0]["message"])

    def test_a_network_that_is_not_there_is_wrong_use(self):
        answer = self.box.run("solve", "nowhere")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("there is no network at nowhere", answer.err)

    def test_no_network_is_wrong_use(self):
        answer = self.box.run("solve")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("ecumene solve", answer.err)


class Plans(Case):
    def test_a_plan_of_typical_days_becomes_a_network_that_solves(self):
        run = self.box.run("plan", "toy", "--json")
        self.assertEqual(run.code, 0, run)
        answer = self.box.run("export", run.json()["result"]["run"], "--format", "pypsa", "--output", "net", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(pypsa_schema.complaints(self.box.path / "net", pypsa_schema.attributes_of_ours()), [])
        result = self.answer(self.box.path / "net").json()["result"]
        self.assertEqual(result["outcome"], "optimal")
        tables = {t["name"]: t for t in result["tables"]}
        power = tables["generators-p"]
        heads = [c["name"] for c in power["columns"]]
        balance = sum(row[k] for row in power["rows"] for k, head in enumerate(heads) if "balance" in head)
        demand = sum(sum(row[2:]) for row in tables["loads-p"]["rows"])
        self.assertGreater(demand, 0)
        self.assertLess(balance, 1e-3 * demand)

    def test_a_format_there_is_not_is_wrong_use(self):
        answer = self.box.run("export", "3f2a", "--format", "pypsaa")
        self.assertEqual(answer.code, 2, answer)
        self.assertIn("iamc, pypsa and plans", answer.err)


if __name__ == "__main__":
    unittest.main()
