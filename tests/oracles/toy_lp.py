#!/usr/bin/env python3
"""The optimum of data/toy computed a second way: exact fractions, a simplex method of its own, no library, no shared code.

    python3 tests/oracles/toy_lp.py data/toy [case_runner]

Prints "objective <MKRW>" of the base scenario. With a runner (tests/cases) its answer is read too and must agree to 1e-6.

The toy has one typical day of two halves, so each unknown stands for a half (4,380 h) of the year. Figures come from the
package's own tables; only the shape of the model is written here:

    unknowns   wind, solar, coal kept (MW); coal, wind, solar output and the flow of both links in the dark and in the sun
    minimise   annuities + fixed cost of coal + fuel
    balance    at Harbour, Town and Hills, in the dark and in the sun; hydrogen is made evenly (no store holds it)
    limits     availability, links, coal's stock, the cap
"""

import csv
import pathlib
import subprocess
import sys
from fractions import Fraction

HALF = Fraction(4380)


def rows(package, name):
    with open(package / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pick(table, column, **where):
    found = [Fraction(r[column]) for r in table if all(r[k] == v for k, v in where.items())]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} rows for {where}")
    return found[0]


def simplex(cost, equal, right):
    """min cost.x, equal.x = right, x >= 0. Two phases, Bland's rule, exact. Returns the optimum and x."""
    m, n = len(equal), len(cost)
    table = []
    for i in range(m):
        sign = -1 if right[i] < 0 else 1
        table.append([sign * v for v in equal[i]] + [Fraction(int(i == k)) for k in range(m)] + [sign * right[i]])
    basis = [n + i for i in range(m)]

    def reduce(objective, allowed):
        line = list(objective) + [Fraction(0)]
        for i, b in enumerate(basis):
            factor = line[b]
            if factor:
                line = [a - factor * t for a, t in zip(line, table[i])]
        while True:
            entering = next((j for j in range(allowed) if line[j] < 0), None)
            if entering is None:
                return -line[-1]
            ratios = [(table[i][-1] / table[i][entering], basis[i], i) for i in range(m) if table[i][entering] > 0]
            if not ratios:
                raise SystemExit("unbounded")
            leaving = min(ratios)[2]
            pivot = table[leaving][entering]
            table[leaving] = [v / pivot for v in table[leaving]]
            for i in range(m):
                if i != leaving and table[i][entering]:
                    factor = table[i][entering]
                    table[i] = [a - factor * t for a, t in zip(table[i], table[leaving])]
            factor = line[entering]
            line = [a - factor * t for a, t in zip(line, table[leaving])]
            basis[leaving] = entering

    if reduce([Fraction(0)] * n + [Fraction(1)] * m, n + m) != 0:
        raise SystemExit("infeasible")
    for i in range(m):  # artificial columns leave the basis where anything else can stand there
        if basis[i] >= n:
            entering = next((j for j in range(n) if table[i][j] != 0), None)
            if entering is None:
                continue
            pivot = table[i][entering]
            table[i] = [v / pivot for v in table[i]]
            for k in range(m):
                if k != i and table[k][entering]:
                    factor = table[k][entering]
                    table[k] = [a - factor * t for a, t in zip(table[k], table[i])]
            basis[i] = entering
    best = reduce(list(cost) + [Fraction(0)] * m, n)
    x = [Fraction(0)] * n
    for i, b in enumerate(basis):
        if b < n:
            x[b] = table[i][-1]
    return best, x


class Model:
    def __init__(self):
        self.names, self.cost, self.lines = [], [], []

    def unknown(self, name, cost=Fraction(0)):
        self.names.append(name)
        self.cost.append(cost)
        return len(self.names) - 1

    def equal(self, terms, right):
        self.lines.append((dict(terms), Fraction(right)))

    def at_most(self, terms, right):
        slack = self.unknown("slack")
        self.equal(list(terms) + [(slack, Fraction(1))], right)

    def solve(self):
        n = len(self.names)
        matrix = [[terms.get(j, Fraction(0)) for j in range(n)] for terms, _ in self.lines]
        return simplex(self.cost, matrix, [right for _, right in self.lines])


def toy_optimum(package):
    values = rows(package, "tables/technology_values.csv")
    conversions = rows(package, "tables/conversions.csv")
    demand = rows(package, "tables/demand.csv")
    link_stock = rows(package, "tables/link_stock.csv")

    def annuity(technology):  # no interest
        return pick(values, "value", technology=technology, parameter="investment") / pick(
            values, "value", technology=technology, parameter="life")

    def load(carrier, region):
        return pick(demand, "value", carrier=carrier, region=region, year="2025") / (2 * HALF)

    fuel = -pick(conversions, "value", technology="coal", carrier="coal")
    fuel_price = pick(rows(package, "tables/imports.csv"), "value", carrier="coal", quantity="price") / 1000  # KRW/kWh
    carbon = pick(rows(package, "tables/carriers.csv"), "carbon", carrier="coal")
    cap = pick(rows(package, "tables/targets.csv"), "value", target="toy_cap", year="2030")
    wind_runs = pick(values, "value", technology="wind", parameter="availability")
    sun = rows(package, "series/sun.csv")
    sunny = {0: sum(Fraction(r["all"]) for r in sun[:12]) / 12, 1: sum(Fraction(r["all"]) for r in sun[12:24]) / 12}
    hydrogen = load("hydrogen", "A")
    electrolysis = -hydrogen * pick(conversions, "value", technology="electrolyser", carrier="electricity")
    loads = {"A": load("electricity", "A") + electrolysis, "B": load("electricity", "B"), "C": Fraction(0)}

    m = Model()
    wind = m.unknown("wind MW", annuity("wind"))
    solar = m.unknown("solar MW", annuity("solar"))
    kept = m.unknown("coal MW", pick(values, "value", technology="coal", parameter="fixed_om"))
    burnt = []
    for half in (0, 1):
        coal = m.unknown("coal", HALF * fuel * fuel_price)
        wind_output, solar_output = m.unknown("wind"), m.unknown("solar")
        flows = {link: (m.unknown(link), m.unknown(link)) for link in ("harbour-town", "hills-town")}
        burnt.append((coal, HALF * fuel * carbon))
        m.at_most([(coal, 1), (kept, -1)], 0)
        m.at_most([(wind_output, 1), (wind, -wind_runs)], 0)
        m.at_most([(solar_output, 1), (solar, -sunny[half])], 0)
        for link, (there, back) in flows.items():
            capacity = pick(link_stock, "capacity", link=link)
            m.at_most([(there, 1)], capacity)
            m.at_most([(back, 1)], capacity)
        (a_there, a_back), (c_there, c_back) = flows["harbour-town"], flows["hills-town"]
        m.equal([(coal, 1), (a_there, -1), (a_back, 1)], loads["A"])
        m.equal([(solar_output, 1), (a_there, 1), (a_back, -1), (c_there, 1), (c_back, -1)], loads["B"])
        m.equal([(wind_output, 1), (c_there, -1), (c_back, 1)], loads["C"])
    m.at_most([(kept, 1)], pick(rows(package, "tables/stock.csv"), "capacity", technology="coal"))
    m.at_most(burnt, cap)
    m.lines = [({j: Fraction(v) for j, v in terms.items()}, right) for terms, right in m.lines]
    best, x = m.solve()
    return best + hydrogen * annuity("electrolyser"), dict(zip(m.names[:3], x[:3]))


def main():
    package = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "data/toy")
    objective, capacities = toy_optimum(package)
    print(f"objective {float(objective)}")
    for name, capacity in capacities.items():
        print(f"{name} {float(capacity)}")
    if len(sys.argv) < 3:
        return 0
    said = subprocess.run([sys.argv[2], "--objective", str(package), "base"], check=True, capture_output=True, text=True).stdout
    other = float(said.split()[-1])
    print(f"program {other}")
    return 0 if abs(other - float(objective)) <= 1e-6 * (1 + abs(float(objective))) else 1


if __name__ == "__main__":
    sys.exit(main())
