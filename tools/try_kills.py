#!/usr/bin/env python3
"""A plan killed (SIGKILL) at random moments, again and again, must end in the same bytes as one that ran in peace.

    tools/try_kills.py [--kills 100] [--seed 1] [--program build/dev/bin/ecumene]

Plans two regions of Korea over six years, some seconds of work. Every start is killed after a time drawn evenly from what the
peaceful run took, until it comes to an end by itself; then its files are compared, and all begins anew until the kills are
spent. Exit 1 at the first difference. Takes about kills x half of a peaceful run.
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PLAN = ("plan", "korea", "--region", "southeast", "--days", "4", "--step", "2", "--lang", "en")
OFTEN = {"ECUMENE_CHECKPOINT_SECONDS": "0.1"}


def state_of(folder):
    """What a kill found: nothing yet, a plan without a kept solve, one with it, or all but the final name."""
    if list(folder.glob("runs/*.partial/solve.checkpoint")):
        return "in the solve"
    if list(folder.glob("runs/*.partial/*")):
        return "beside the solve"
    return "after the end" if list(folder.glob("runs/????????????")) else "before the solve"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--program", type=pathlib.Path, default=ROOT / "build/dev/bin/ecumene")
    chosen = options.parse_args()
    os.environ["ECUMENE_PROGRAM"] = str(chosen.program.resolve())
    sys.path.insert(0, str(ROOT / "tests/cli"))
    from program import Sandbox, digest_of

    chance = random.Random(chosen.seed)
    with Sandbox() as box:
        begun = time.monotonic()
        calm = box.run(*PLAN, "--runs", "calm", env=OFTEN)
        seconds = time.monotonic() - begun
        if calm.code != 0:
            sys.exit(f"the peaceful run failed: {calm}")
        expected = digest_of(box.path / "calm")
        kills, ends, resumed, where = 0, 0, 0, {}
        while kills < chosen.kills:
            process = box.start(*PLAN, env=OFTEN)
            try:
                _, err = process.communicate(timeout=chance.uniform(0.0, seconds))
            except subprocess.TimeoutExpired:
                process.kill()
                _, err = process.communicate()
                kills += 1
                found = state_of(box.path)
                where[found] = where.get(found, 0) + 1
                resumed += "went on from iteration" in err
                continue
            resumed += "went on from iteration" in err
            if process.returncode != 0:
                sys.exit(f"after {kills} kills a start ended with {process.returncode}: {err}")
            if digest_of(box.path / "runs") != expected:
                sys.exit(f"after {kills} kills the files differ from those of the peaceful run")
            ends += 1
            shutil.rmtree(box.path / "runs")
        left = box.run(*PLAN, env=OFTEN)
        if left.code != 0 or digest_of(box.path / "runs") != expected:
            sys.exit("the last plan did not come to the same end")
    moments = ", ".join(f"{count} {name}" for name, count in sorted(where.items()))
    print(f"{kills} kills ({moments}); {resumed} starts went on in the middle of a solve; {ends + 1} ends, all the same {len(expected)} files")


if __name__ == "__main__":
    main()
