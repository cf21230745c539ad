#!/usr/bin/env python3
"""Ctrl-C, limits and kills on a plan that takes long enough to be interrupted (part of the Korea package)."""

import signal
import subprocess
import time
import unittest

from program import Sandbox, digest_of

# A plan of some seconds a year on a laptop, year by year.
LONG = ("plan", "korea", "--region", "southeast", "--days", "6", "--step", "2", "--foresight", "myopic", "--set", "policies.carbon_cap=")
LONGER = ("plan", "korea", "--days", "6", "--step", "1")


class Case(unittest.TestCase):
    def setUp(self):
        self.box = self.enterContext(Sandbox())

    def stages(self):
        return sorted(p.name for p in self.box.path.glob("runs/*.partial/stages/*.bin"))

    def wait_for_a_stage(self, process, patience=240):
        until = time.monotonic() + patience
        while time.monotonic() < until and process.poll() is None:
            if self.stages():
                return
            time.sleep(0.05)
        out, err = process.communicate()
        self.fail(f"no stage was finished in time: {out}{err}")


class Cancelled(Case):
    def test_an_interrupt_ends_with_130_and_leaves_no_final_name(self):
        for sent in (signal.SIGINT, signal.SIGTERM):
            process = self.box.start(*LONGER)
            time.sleep(4.0)
            process.send_signal(sent)
            out, err = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 130, out + err)
            self.assertIn("the plan was cancelled; nothing is lost", err)
            self.assertIn("run the same command again", " ".join(err.split()))
            self.assertEqual(self.box.runs(), [])
            self.assertEqual(list(self.box.path.glob("runs/*.lock")), [])

    def test_the_answer_says_cancelled_in_json(self):
        process = self.box.start(*LONGER, "--json", "--quiet")
        time.sleep(4.0)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=120)
        self.assertIn('"status": "cancelled"', out)

    def test_a_second_interrupt_quits_at_once(self):
        process = self.box.start(*LONGER)
        time.sleep(4.0)
        process.send_signal(signal.SIGINT)
        time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=5)
        self.assertEqual(process.returncode, 130)

    def test_progress_is_told_as_lines(self):
        process = self.box.start(*LONGER, "--lang", "en")
        time.sleep(15.0)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
        lines = [line for line in err.splitlines() if "%" in line]
        self.assertTrue(lines, err)
        self.assertLessEqual(len(lines), 4, "at most one line in ten seconds")
        self.assertNotIn("\r", err)


class TooLarge(Case):
    def test_a_plan_that_cannot_fit_is_refused_before_it_begins(self):
        answer = self.box.run("plan", "korea", "--region", "southeast", "--hours", "full", "--lang", "en", memory=1_500_000_000)
        self.assertEqual(answer.code, 3, answer)
        told = " ".join((answer.out + answer.err).split())
        self.assertRegex(told, r"the plan needs about \d+ GB of memory and [12] GB are free")
        self.assertIn("--foresight myopic", told)
        self.assertEqual(self.box.runs(), [])


class Resumed(Case):
    def test_a_cancelled_and_killed_myopic_plan_goes_on_to_the_same_bytes(self):
        process = self.box.start(*LONG)
        self.wait_for_a_stage(process)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        kept = self.stages()
        self.assertTrue(kept)
        process = self.box.start(*LONG)
        time.sleep(0.7)  # the whole plan takes some four seconds
        process.send_signal(signal.SIGKILL)
        process.communicate()
        answer = self.box.run(*LONG)
        self.assertEqual(answer.code, 0, answer)
        self.assertIn(f"stage {kept[0].removesuffix('.bin')} was kept", answer.err)
        self.assertEqual(self.box.run(*LONG, "--runs", "calm").code, 0)
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))
        self.assertEqual(self.stages(), [])

    def test_a_killed_solve_goes_on_in_the_middle_to_the_same_bytes(self):
        middle = ("plan", "korea", "--region", "southeast", "--days", "4", "--step", "2")
        often = {"ECUMENE_CHECKPOINT_SECONDS": "0.1"}
        rest, kills, resumed, told = 0.5, 0, 0, ""
        while kills < 40:
            process = self.box.start(*middle, env=often)
            try:
                _, err = process.communicate(timeout=rest)
                told += err
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                told += process.communicate()[1]  # the end may be told already, and only the cleaning up be cut off
                kills += 1
                resumed += bool(list(self.box.path.glob("runs/*.partial/solve.checkpoint")))
                rest *= 1.1  # so that every start gets further, however slow the machine
        else:
            self.fail("no start came to an end")
        self.assertEqual(process.returncode, 0, err)
        self.assertGreater(resumed, 0)
        self.assertRegex(told, r"an interrupted solve went on from iteration \d+")
        self.assertEqual(self.box.run(*middle, "--runs", "calm").code, 0)
        self.assertEqual(digest_of(self.box.path / "runs"), digest_of(self.box.path / "calm"))
        self.assertEqual(list(self.box.path.glob("runs/*.partial")), [])


class Limit(Case):
    def test_a_time_limit_ends_with_3_and_says_what_to_do(self):
        answer = self.box.run(*LONGER, "--time-limit", "1")
        self.assertEqual(answer.code, 3, answer)
        self.assertIn("a limit was reached before the plan was proven", answer.err)
        self.assertIn("give a longer --time-limit", answer.err)
        self.assertEqual(self.box.runs(), [])


if __name__ == "__main__":
    unittest.main()
