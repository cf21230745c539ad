#!/usr/bin/env python3
"""Recomputes the certificate of a solution from the problem alone, with nothing of Ecumene's own code.

    tools/verify_certificate.py plan.mps plan.solution             # exit 1 if a measure is above the tolerance
    tools/verify_certificate.py plan.mps plan.solution --resolve   # and let a second solver find the objective again

The measures are defined in docs/model/solver.md. Needs Python's standard library only; --resolve runs the first of
highs, cbc and clp on the PATH that can solve the problem. Readable names come from plan.names.csv, if it is there.
Exit codes: 0 the certificate holds, 1 it does not (or the objectives differ), 2 the files cannot be read,
77 everything holds, but --resolve found no second program.
"""
import argparse
import csv
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

INFINITY = math.inf
OBJECTIVES_AGREE = 1e-6


class Problem:
    """A linear or mixed-integer programme, minimised, by columns."""

    def __init__(self):
        self.constant = 0.0
        self.row_names, self.row_type, self.row_rhs, self.row_range = [], [], [], {}
        self.cost, self.lower, self.upper, self.is_integer, self.entries = [], [], [], [], []
        self.column_names = []
        self.row_of, self.column_of = {}, {}

    def row_limits(self, i):
        kind, rhs, width = self.row_type[i], self.row_rhs[i], self.row_range.get(i)
        if kind == "N":
            return -INFINITY, INFINITY
        if kind == "E":
            if width is None:
                return rhs, rhs
            return (rhs, rhs + width) if width >= 0 else (rhs + width, rhs)
        if kind == "G":
            return rhs, INFINITY if width is None else rhs + abs(width)
        return -INFINITY if width is None else rhs - abs(width), rhs


class MpsReader:
    """Free MPS, as far as it is written here and by most others."""

    def __init__(self):
        self.problem = Problem()
        self.objective = None
        self.among_integers = False
        self.bounded_above = set()

    def read(self, path):
        section = None
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith("*") or not line.strip():
                    continue
                words = line.split()
                if not line[0].isspace():
                    section = words[0].upper()
                    if section == "ENDATA":
                        break
                    continue
                try:
                    getattr(self, "read_" + section.lower())(words)
                except (AttributeError, KeyError, ValueError, IndexError) as error:
                    raise ValueError(f"{path}, line {number}: cannot read '{line.strip()}' ({error!r})") from None
        if section != "ENDATA":
            raise ValueError(f"{path}: the file is cut off, there is no ENDATA")
        self.close_integer_bounds()
        return self.problem

    def read_rows(self, words):
        kind, name = words[0].upper(), words[1]
        if kind == "N" and self.objective is None:
            self.objective = name
            return
        if kind not in "NELG":
            raise ValueError(f"row type {kind}")
        problem = self.problem
        problem.row_of[name] = len(problem.row_names)
        problem.row_names.append(name)
        problem.row_type.append(kind)
        problem.row_rhs.append(0.0)

    def read_columns(self, words):
        problem = self.problem
        if len(words) == 3 and words[1].strip("'") == "MARKER":
            self.among_integers = words[2].strip("'") == "INTORG"
            return
        j = problem.column_of.get(words[0])
        if j is None:
            j = problem.column_of[words[0]] = len(problem.column_names)
            problem.column_names.append(words[0])
            problem.cost.append(0.0)
            problem.lower.append(0.0)
            problem.upper.append(INFINITY)
            problem.is_integer.append(self.among_integers)
            problem.entries.append([])
        for name, value in zip(words[1::2], words[2::2]):
            if name == self.objective:
                problem.cost[j] += float(value)
            else:
                problem.entries[j].append((problem.row_of[name], float(value)))

    def read_rhs(self, words):
        for name, value in self.named_values(words):
            if name == self.objective:
                self.problem.constant = -float(value)
            else:
                self.problem.row_rhs[self.problem.row_of[name]] = float(value)

    def read_ranges(self, words):
        for name, value in self.named_values(words):
            self.problem.row_range[self.problem.row_of[name]] = float(value)

    @staticmethod
    def named_values(words):
        words = words[1:] if len(words) % 2 else words
        return zip(words[0::2], words[1::2])

    def read_bounds(self, words):
        problem, kind, has_value = self.problem, words[0].upper(), words[0].upper() not in ("FR", "MI", "PL", "BV")
        value = float(words[-1]) if has_value else None
        j = problem.column_of[words[-2] if has_value else words[-1]]
        if kind in ("LO", "LI", "FX"):
            problem.lower[j] = value
        if kind in ("UP", "UI", "FX"):
            problem.upper[j] = value
        if kind in ("MI", "FR"):
            problem.lower[j] = -INFINITY
        if kind in ("PL", "FR"):
            problem.upper[j] = INFINITY
        if kind == "BV":
            problem.lower[j], problem.upper[j] = 0.0, 1.0
        if kind in ("LI", "UI", "BV"):
            problem.is_integer[j] = True
        if kind not in ("LO", "LI", "MI"):
            self.bounded_above.add(j)

    def close_integer_bounds(self):
        """Readers differ on integers without an upper bound; what is written here always gives one."""
        for j, is_integer in enumerate(self.problem.is_integer):
            if is_integer and j not in self.bounded_above:
                print(f"note: integer {self.problem.column_names[j]} has no upper bound in the file; taken as infinite")


class Solution:
    def __init__(self, problem, path):
        self.termination, self.bound = "", math.nan
        self.values = [None] * len(problem.column_names)
        self.duals = [None] * len(problem.row_names)
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                words = line.split()
                try:
                    self.take(problem, words)
                except (KeyError, ValueError, IndexError) as error:
                    raise ValueError(f"{path}, line {number}: cannot read '{line.strip()}' ({error!r})") from None
        if None in self.values:
            raise ValueError(f"{path}: no value for {problem.column_names[self.values.index(None)]}")
        self.has_duals = None not in self.duals
        if not self.has_duals and any(dual is not None for dual in self.duals):
            raise ValueError(f"{path}: no dual for {problem.row_names[self.duals.index(None)]}")

    def take(self, problem, words):
        if not words:
            return
        if words[0] == "termination":
            self.termination = words[1]
        elif words[0] == "bound":
            self.bound = float(words[1])
        elif words[0] == "column":
            self.values[problem.column_of[words[1]]] = float(words[2])
        elif words[0] == "row":
            self.duals[problem.row_of[words[1]]] = float(words[2])
        elif words[0] != "objective":  # recomputed, not believed
            raise ValueError(words[0])


class Worst:
    """The largest violation: relative for the measure, absolute with its name for people."""

    def __init__(self):
        self.relative, self.amount, self.name = 0.0, 0.0, ""

    def see(self, violation, size, name):
        if not violation <= 0.0:  # a number that is none is a violation, too
            violation = INFINITY if math.isnan(violation) else violation
            self.relative = max(self.relative, violation / (1.0 + size) if violation < INFINITY else INFINITY)
            if violation > self.amount:
                self.amount, self.name = violation, name


def see_bounds(worst, value, lower, upper, size, name):
    if math.isnan(value):
        worst.see(value, size, name)
    if value < lower:
        worst.see(lower - value, max(abs(lower), size), name)
    if value > upper:
        worst.see(value - upper, max(abs(upper), size), name)


def primal_worst(problem, values):
    worst = Worst()
    terms = [[] for _ in problem.row_names]
    for j, x in enumerate(values):
        see_bounds(worst, x, problem.lower[j], problem.upper[j], abs(x), problem.column_names[j])
        for i, a in problem.entries[j]:
            terms[i].append(a * x)
    for i, parts in enumerate(terms):
        lower, upper = problem.row_limits(i)
        see_bounds(worst, math.fsum(parts), lower, upper, max(map(abs, parts), default=0.0), problem.row_names[i])
    return worst


def dual_side(problem, duals):
    """The worst reduced cost that points at an infinite bound, and the dual objective."""
    worst, terms = Worst(), [problem.constant]

    def bound_term(reduced, lower, upper, size, name):
        bound = lower if reduced > 0 else upper
        if reduced == 0.0:
            return
        if math.isfinite(bound) and math.isfinite(reduced):
            terms.append(reduced * bound)
        else:
            worst.see(abs(reduced), size, name)

    for i, y in enumerate(duals):
        bound_term(y, *problem.row_limits(i), abs(y), problem.row_names[i])
    for j, entries in enumerate(problem.entries):
        parts = [problem.cost[j]] + [-a * duals[i] for i, a in entries]
        bound_term(math.fsum(parts), problem.lower[j], problem.upper[j], max(map(abs, parts)), problem.column_names[j])
    return worst, math.fsum(terms)


def certify(problem, solution):
    """Measures by name, and the two worst violations."""
    primal = primal_worst(problem, solution.values)
    cost = math.fsum(c * x for c, x in zip(problem.cost, solution.values))
    objective, dual, integrality = cost + problem.constant, Worst(), 0.0
    if any(problem.is_integer):
        whole = (x for x, flag in zip(solution.values, problem.is_integer) if flag)
        integrality, dual_objective = max(abs(x - round(x)) for x in whole), solution.bound
    elif solution.has_duals:
        dual, dual_objective = dual_side(problem, solution.duals)
    else:
        dual.relative, dual_objective = INFINITY, -INFINITY
    gap = abs(objective - dual_objective) / (1.0 + abs(cost))
    measures = {"primal": primal.relative, "dual": dual.relative, "gap": gap, "integrality": integrality}
    return measures, objective, dual_objective, primal, dual


def readable_names(mps_path):
    path = pathlib.Path(mps_path).with_suffix(".names.csv")
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as lines:
        return {row["short"]: (row["name"], row["unit"]) for row in csv.DictReader(lines)}


def described(worst, names):
    name, unit = names.get(worst.name, (worst.name, ""))
    return f"{worst.amount:.3g} {unit} at {name}" if worst.name else "none"


# ---- the second program ----


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def number_after(pattern, text):
    found = re.findall(pattern + r"\s*:?\s*([-+]?\d[\d.eE+-]*)", text, flags=re.IGNORECASE)
    return float(found[-1]) if found else None


def objective_by_highs(mps, folder):
    return number_after(r"Objective value", run(["highs", mps], folder))


def objective_by_cbc(mps, folder):
    """From the solution file: the screen shows too few digits."""
    run(["cbc", mps, "-ratioGap", "0", "-solve", "-solution", "answer"], folder)
    answer = pathlib.Path(folder, "answer")
    return number_after(r"objective value", answer.read_text(encoding="utf-8")) if answer.exists() else None


def objective_by_clp(mps, folder):
    run(["clp", mps, "-primalTolerance", "1e-9", "-dualTolerance", "1e-9", "-dualsimplex", "-solution", "answer"], folder)
    answer = pathlib.Path(folder, "answer")
    return number_after(r"Objective value", answer.read_text(encoding="utf-8")) if answer.exists() else None


def resolve(problem, mps_path):
    """Name and objective of the first program that can, or (None, None)."""
    programs = [("highs", objective_by_highs), ("cbc", objective_by_cbc)]
    if not any(problem.is_integer):
        programs.append(("clp", objective_by_clp))
    for name, objective_by in programs:
        if shutil.which(name):
            with tempfile.TemporaryDirectory() as folder:
                return name, objective_by(str(pathlib.Path(mps_path).resolve()), folder)
    return None, None


def compare(problem, objective, mps_path, allowed_gap):
    """0, 1 or 77, and says which."""
    name, second = resolve(problem, mps_path)
    if name is None:
        print("second program: none of highs, cbc, clp on the PATH can solve this (Debian: apt-get install coinor-clp)")
        return 77
    if second is None:
        print(f"second program: {name} gave no objective")
        return 1
    difference = abs(second - objective) / (1.0 + abs(objective))
    agrees = difference <= allowed_gap
    print(f"second program: {name} finds {second:.10g}, {difference:.1e} away: {'agrees' if agrees else 'DIFFERS'}")
    return 0 if agrees else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("problem", help="free MPS")
    parser.add_argument("solution", help="the solution file written beside it")
    parser.add_argument("--tolerance", type=float, default=1e-6, help="1e-6 is called optimal, 1e-4 exploring")
    parser.add_argument("--resolve", action="store_true", help="solve again with a second program")
    arguments = parser.parse_args()
    try:
        problem = MpsReader().read(arguments.problem)
        solution = Solution(problem, arguments.solution)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2

    measures, objective, dual_objective, primal, dual = certify(problem, solution)
    names = readable_names(arguments.problem)
    holds = all(measure <= arguments.tolerance for measure in measures.values())
    print(f"{len(problem.row_names)} rows, {len(problem.column_names)} columns, {sum(map(len, problem.entries))} entries")
    print(f"objective {objective:.10g}, proven from below {dual_objective:.10g}")
    print("  ".join(f"{name} {measure:.1e}" for name, measure in measures.items()))
    print(f"largest primal violation: {described(primal, names)}")
    print(f"largest dual violation: {described(dual, names)}")
    print(f"the certificate {'holds' if holds else 'DOES NOT HOLD'} at {arguments.tolerance:g}")
    if not holds:
        return 1
    if not arguments.resolve:
        return 0
    return compare(problem, objective, arguments.problem, max(OBJECTIVES_AGREE, measures["gap"]))


if __name__ == "__main__":
    sys.exit(main())
