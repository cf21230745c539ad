#!/usr/bin/env python3
"""Run folders: the same inputs the same bytes, answered at once, resumed after a kill, whole or not there at all."""

import json
import os
import random
import shutil
import signal
import time
import unittest

from program import Sandbox, digest_of, edit

MYOPIC = ("--scenario", "two-steps", "--foresight", "myopic")
FILES = {"manifest.json", "options.json", "certificate.json", "plan.json", "timing.json", "iamc.csv", "report.html", "hourly.nc"}


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def plan(self, *words, **options):
        answer = self.box.run("plan", "toy", *words, **options)
        return answer

    def planned(self, *words):
        answer = self.plan(*words)
        self.assertEqual(answer.code, 0, answer)
        return answer

    def only_run(self, where="runs"):
        names = self.box.runs(where)
        self.assertEqual(len(names), 1, names)
        return self.box.path / where / names[0]

    def nothing_partial(self, where="runs"):
        folder = self.box.path / where
        left = [p.name for p in folder.iterdir() if "partial" in p.name or p.name.endswith(".lock")] if folder.exists() else []
        self.assertEqual(left, [])


class RunFolder(Case):
    def test_holds_everything_and_nothing_partial(self):
        answer = self.planned()
        run = self.only_run()
        self.assertLessEqual(FILES, {p.name for p in run.iterdir()})
        self.assertIn("summary.csv", {p.name for p in (run / "tables").iterdir()})
        self.assertRegex(run.name, "^[0-9a-f]{12}$")
        self.assertIn(f"runs/{run.name}/report.html", answer.out)
        self.nothing_partial()

    def test_the_manifest_names_the_inputs_and_no_times(self):
        self.planned()
        manifest = json.loads((self.only_run() / "manifest.json").read_text())
        self.assertTrue(manifest["key"].startswith(self.only_run().name))
        files = {entry["file"]: entry["sha256"] for entry in manifest["inputs"]}
        self.assertIn("tables/demand.csv", files)
        self.assertEqual(len(files["regions.csv"]), 64)
        self.assertEqual(manifest["package"]["name"], "toy")
        for name in ("manifest.json", "plan.json", "options.json", "certificate.json"):
            self.assertNotIn("seconds", (self.only_run() / name).read_text())
            self.assertNotIn(str(self.box.path), (self.only_run() / name).read_text())

    # data/toy/README.md: 54,961.6 MKRW a year, a carbon price of 25,000 KRW/t. 2030 stands for five years.
    def test_gives_the_figures_of_the_hand_computation(self):
        result = self.box.run("plan", "toy", "--json").json()["result"]
        year = result["years"][0]
        self.assertAlmostEqual(year["cost"], 54961.6, delta=0.1)
        self.assertAlmostEqual(year["net_emissions"], 420480, delta=1)
        self.assertAlmostEqual(year["carbon_price"], 25000, delta=1)
        solar = next(g for g in result["build_first"]["groups"] if g["group"] == "solar")
        self.assertAlmostEqual(solar["value"], 160, delta=0.01)
        self.assertEqual(result["outcome"], "optimal")
        self.assertLess(result["certificate"]["gap"], 1e-6)

    def test_every_hour_means_each_of_them(self):
        result = self.box.run("plan", "toy", "--hours", "full", "--json").json()["result"]
        self.assertEqual(result["size"]["snapshots"], 8760)
        self.assertEqual(result["time_text"]["en"], "every hour of the year (8760)")
        self.assertLess(result["certificate"]["gap"], 1e-6)

    def test_two_runs_give_the_same_bytes_but_for_timing(self):
        for words in ((), MYOPIC):
            self.planned("--runs", "a", *words)
            self.planned("--runs", "b", *words)
        self.assertEqual(self.box.runs("a"), self.box.runs("b"))
        self.assertEqual(digest_of(self.box.path / "a"), digest_of(self.box.path / "b"))

    def test_language_and_place_do_not_change_a_run(self):
        self.planned("--runs", "a", "--lang", "ko")
        self.planned("--runs", "b", "--lang", "en")
        self.assertEqual(digest_of(self.box.path / "a"), digest_of(self.box.path / "b"))

    def test_the_same_question_is_answered_from_the_folder(self):
        first = self.box.run("plan", "toy", "--json").json()
        before = (self.only_run() / "timing.json").read_bytes()
        second = self.box.run("plan", "toy", "--json").json()
        self.assertFalse(first["result"].pop("from_folder"))
        self.assertTrue(second["result"].pop("from_folder"))
        self.assertEqual(first["result"], second["result"])
        self.assertEqual((self.only_run() / "timing.json").read_bytes(), before)
        self.assertIn("--fresh plans again", self.planned().out)

    def test_fresh_plans_again(self):
        self.planned()
        before = (self.only_run() / "timing.json").stat().st_ino
        self.assertNotIn("--fresh plans again", self.planned("--fresh").out)
        self.assertNotEqual((self.only_run() / "timing.json").stat().st_ino, before)

    def test_a_change_of_the_inputs_is_another_run(self):
        folder = self.box.toy()
        self.assertEqual(self.box.run("plan", "mine").code, 0)
        edit(folder / "tables" / "demand.csv", "175200", "175201")
        self.assertEqual(self.box.run("plan", "mine").code, 0)
        self.assertEqual(self.box.run("plan", "mine", "--set", "unserved=1").code, 1)
        self.assertEqual(len(self.box.runs("mine/runs")), 2)

    def test_runs_of_a_project_stay_in_it(self):
        self.box.toy()
        self.assertEqual(self.box.run("plan", "mine").code, 0)
        self.assertEqual(len(self.box.runs("mine/runs")), 1)
        self.assertFalse((self.box.path / "runs").exists())

    def test_a_broken_folder_is_planned_again(self):
        self.planned()
        good = digest_of(self.only_run())
        (self.only_run() / "plan.json").write_text("{")
        answer = self.planned()
        self.assertIn("planning again", answer.err)
        self.assertEqual(digest_of(self.only_run()), good)

    def test_regions_can_be_chosen(self):
        answer = self.box.run("plan", "toy", "--region", "Town,Harbour", "--scenario", "no-cap", "--json")
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual({row["region"] for row in answer.json()["result"]["borne_per_head"]}, {"A", "B"})

    def test_the_problem_can_be_written(self):
        self.planned("--write-problem", "toy.mps")
        self.assertIn("ROWS", (self.box.path / "toy.mps").read_text())


class Infeasible(Case):
    def test_names_the_policy_and_how_far_it_has_to_give_way(self):
        words = ("--set", "policies.carbon_cap_values.2030=1000", "--set", "policies.unserved_limit=0", "--set", "technologies.solar.extendable=false",
                 "--set", "technologies.wind.extendable=false")
        answer = self.plan(*words)
        self.assertEqual(answer.code, 1, answer)
        self.assertIn("Out of reach", answer.out)
        result = self.plan(*words, "--json").json()
        self.assertEqual(result["status"], "infeasible")
        cap = next(c for c in result["result"]["conflicts"] if c["policy"] == "carbon_cap")
        self.assertGreater(cap["amount"], 0)
        self.assertEqual(cap["unit"], "tCO2eq")
        self.assertEqual(cap["year"], 2030)
        self.assertTrue(cap["sentence"]["ko"])
        self.assertTrue((self.only_run() / "report.html").exists())


class Interrupted(Case):
    def kill_at_random(self, words, tries):
        """SIGKILL at random moments of a plan, then one start that may end."""
        chance = random.Random(7)
        self.planned("--runs", "calm", *words)
        started = time.monotonic()
        self.planned("--runs", "timed", *words)
        length = time.monotonic() - started
        for _ in range(tries):
            process = self.box.start("plan", "toy", *words)
            time.sleep(chance.uniform(0.0, length))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            for name in self.box.runs():
                self.assertEqual(digest_of(self.box.path / "runs" / name), digest_of(self.box.path / "calm" / name), "a final name holds a whole run")
                shutil.rmtree(self.box.path / "runs" / name)
        self.planned(*words)
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))
        self.nothing_partial()

    def test_a_run_killed_at_random_moments_ends_with_the_same_bytes(self):
        self.kill_at_random((), tries=8)

    def test_a_myopic_run_killed_at_random_moments_ends_with_the_same_bytes(self):
        self.kill_at_random(MYOPIC, tries=8)

    def partial_run(self, *words):
        """A plan that had solved everything when the disk was full."""
        answer = self.plan(*words, limit=60_000)
        self.assertEqual(answer.code, 5, answer)
        self.assertEqual(self.box.runs(), [])
        partial = next((self.box.path / "runs").glob("*.partial"))
        return answer, partial

    def test_a_full_disk_names_the_file_and_keeps_what_was_solved(self):
        answer, partial = self.partial_run()
        self.assertIn("cannot write", answer.err)
        self.assertIn("the file is larger than the file size limit", answer.err)
        self.assertEqual([p.name for p in (partial / "stages").iterdir()], ["all.bin"])
        self.assertIn("kept from an earlier run", self.planned().err)
        self.planned("--runs", "calm")
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))
        self.nothing_partial()

    def test_a_myopic_plan_goes_on_at_its_year(self):
        _, partial = self.partial_run(*MYOPIC)
        self.assertEqual(sorted(p.name for p in (partial / "stages").iterdir()), ["2030.bin", "2040.bin"])
        (partial / "stages" / "2040.bin").unlink()
        answer = self.planned(*MYOPIC)
        self.assertIn("stage 2030 was kept", answer.err)
        self.assertNotIn("stage 2040 was kept", answer.err)
        self.planned("--runs", "calm", *MYOPIC)
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))

    def test_a_broken_stage_is_solved_again(self):
        _, partial = self.partial_run(*MYOPIC)
        stage = partial / "stages" / "2030.bin"
        stage.write_bytes(stage.read_bytes()[:-1])
        answer = self.planned(*MYOPIC)
        self.assertNotIn("stage 2030 was kept", answer.err)
        self.planned("--runs", "calm", *MYOPIC)
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))

    def test_a_lock_of_the_living_is_kept_and_of_the_dead_taken(self):
        import fcntl
        self.planned()
        name = self.only_run().name
        shutil.rmtree(self.only_run())
        lock = self.box.path / "runs" / f"{name}.lock"
        with open(lock, "w") as held:
            held.write(f"{os.getpid()}\n")
            held.flush()
            fcntl.flock(held, fcntl.LOCK_EX)
            answer = self.plan()
            self.assertEqual(answer.code, 5, answer)
            self.assertIn(f"process {os.getpid()} is working on this very run", answer.err)
        self.planned()
        self.nothing_partial()


class NoPlaceToWrite(Case):
    def test_a_runs_folder_that_may_not_be_written_is_named(self):
        locked = self.box.path / "locked"
        locked.mkdir()
        locked.chmod(0o555)
        if os.getuid() == 0:
            locked = "/proc"  # root may write everywhere else
        answer = self.plan("--runs", f"{locked}/runs")
        self.assertEqual(answer.code, 5, answer)
        told = " ".join(answer.err.split())
        self.assertIn(f"{locked}/runs", told)
        self.assertIn("--runs DIR puts them elsewhere", told)

    def test_a_file_where_the_runs_should_be(self):
        (self.box.path / "runs").write_text("mine")
        answer = self.plan()
        self.assertEqual(answer.code, 5, answer)
        self.assertEqual((self.box.path / "runs").read_text(), "mine")


class StoredRuns(Case):
    def test_the_report_is_written_again_in_either_language(self):
        self.planned()
        run = self.only_run()
        original = (run / "report.html").read_bytes()
        (run / "report.html").unlink()
        answer = self.box.run("report", run.name[:4])
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual((run / "report.html").read_bytes(), original)
        self.assertEqual(self.box.run("report", run.name, "--lang", "en", "--output", "en.html").code, 0)
        self.assertIn('lang="en"', (self.box.path / "en.html").read_text())

    def test_iamc_goes_to_the_export_folder(self):
        self.planned()
        answer = self.box.run("export", self.only_run().name, "--format", "iamc")
        self.assertEqual(answer.code, 0, answer)
        exported = self.box.path / "export" / f"{self.only_run().name}-iamc.csv"
        self.assertEqual(exported.read_bytes(), (self.only_run() / "iamc.csv").read_bytes())
        self.assertTrue(exported.read_text().startswith("model,scenario,region,variable,unit,2030"))

    def test_a_package_that_changed_since_is_told(self):
        folder = self.box.toy()
        self.assertEqual(self.box.run("plan", "mine").code, 0)
        edit(folder / "tables" / "demand.csv", "175200", "175201")
        answer = self.box.run("report", f"mine/runs/{self.box.runs('mine/runs')[0]}")
        self.assertEqual(answer.code, 0, answer)
        self.assertIn("the package has changed since this run", answer.out)


if __name__ == "__main__":
    unittest.main()
