#!/usr/bin/env python3
"""Certificates are recomputed and objectives found again by programs that share no code with Ecumene.

    verify_certificate_test.py WRITE_EXAMPLES VERIFY_CERTIFICATE

Exit code 77 (skipped) if everything holds but no second program was there to find the objectives again.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

writer, verifier = sys.argv[1:3]
failures = []
skipped = 0


def verify(mps, solution, *options):
    done = subprocess.run([sys.executable, verifier, mps, solution, *options], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def expect(truth, what, output):
    if not truth:
        failures.append(f"{what}\n{output}")


def tampered(text, pattern, change):
    """The first number that the pattern catches, changed."""
    return re.sub(pattern, lambda m: m[1] + repr(change(float(m[2]))), text, count=1, flags=re.MULTILINE)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([writer, folder], check=True)
    problems = sorted(folder.glob("*.mps"))
    expect(len(problems) > 30, "too few examples", str(len(problems)))
    for mps in problems:
        code, output = verify(mps, mps.with_suffix(".solution"), "--resolve")
        skipped += code == 77
        expect(code in (0, 77), f"{mps.stem}: exit {code}", output)

    mps = folder / "DantzigTransport_simplex.mps"
    text = mps.with_suffix(".solution").read_text()
    changes = {
        "primal": tampered(text, r"^(column c[0-9]+ )([1-9].*)$", lambda x: x * 0.999),
        "dual": tampered(text, r"^(row r2 )(.*)$", lambda y: y + 0.01),
        "gap": re.sub(r"^(row r[0-9]+) .*$", r"\1 0", text, flags=re.MULTILINE),
    }
    for what, changed in changes.items():
        expect(changed != text, f"tampering with {what} changed nothing", text)
        forged = folder / f"{what}.solution"
        forged.write_text(changed)
        code, output = verify(mps, forged)
        expect(code == 1, f"a wrong {what} passed with exit {code}", output)
        expect(not re.search(rf"\b{what} [0-9.]+e-(0[6-9]|[1-9][0-9])", output), f"{what} was not blamed", output)

    cut = folder / "cut.mps"
    cut.write_text(mps.read_text()[:300])
    expect(verify(cut, mps.with_suffix(".solution"))[0] == 2, "a file cut off was read", "")

for failure in failures:
    print(failure)
if not failures:
    print(f"{len(problems)} certificates hold" + (f"; {skipped} without a second program (apt-get install coinor-clp)" if skipped else ""))
# Integers without cbc or highs are no reason to call the whole test skipped.
sys.exit(1 if failures else 77 if skipped == len(problems) else 0)
