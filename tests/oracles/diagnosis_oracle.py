#!/usr/bin/env python3
"""The diagnosis of the bundled Korean package, computed a second time from its CSV files with nothing but the standard library.

    python3 tests/oracles/diagnosis_oracle.py data/korea                    # prints the figures
    python3 tests/oracles/diagnosis_oracle.py data/korea <print_profile>    # compares them with the program's

Written from docs/model/diagnosis.md, not from the program. Exit code 0: all agree; 1: some do not; 77: the package has no
emissions (skipped). Beside the oracle's own figures it checks headline figures computed by hand from the agency's tables
before the package was made.
"""
import csv
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

RELATIVE_TOLERANCE = 1e-9
SKIPPED = 77
NEGLIGIBLE = 0.02    # share of a group's people that may live in regions without a figure (D8)
# What the package must give, rounded as here: (key, decimals, value, factor)
HEADLINES = {
    "gross": [("capital.growth.2000-2018", 2, 2.67, 100), ("rest.growth.2000-2018", 2, 1.91, 100),
              ("rest.per_capita.2015", 1, 20.5, 1), ("rest.per_capita.2016", 1, 20.3, 1),
              ("rest.per_capita.2017", 1, 20.9, 1), ("rest.per_capita.2018", 1, 21.5, 1),
              ("ratio.rest/capital.2015", 2, 3.27, 1), ("ratio.rest/capital.2016", 2, 3.16, 1),
              ("ratio.rest/capital.2017", 2, 3.24, 1), ("ratio.rest/capital.2018", 2, 3.29, 1),
              ("capital.per_grdp_real2009_growth.2000-2017", 1, -1.3, 100), ("rest.per_grdp_real2009_growth.2000-2017", 1, -1.7, 100),
              ("capital.per_grdp_nominal_growth.2010-2018", 1, -3.3, 100), ("rest.per_grdp_nominal_growth.2010-2018", 1, -2.9, 100)],
    "net": [("capital.growth.2000-2018", 2, 2.76, 100), ("rest.growth.2000-2018", 2, 2.35, 100)],
}
# What the program reads of a package; the oracle needs no more.
NEEDED = ["ecumene.toml", "regions.csv", "groups.csv", "sources.csv", "tables/population.csv", "tables/gva.csv", "tables/emissions.csv",
          "scenarios/base.toml"]


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def scale(unit):
    return {"tCO2eq": 1, "ktCO2eq": 1e3, "MtCO2eq": 1e6, "person": 1, "thousand_person": 1e3, "MKRW": 1, "BKRW": 1e3, "TKRW": 1e6}[unit]


def read(path, **wanted):
    series = {}
    for row in rows(path):
        if row["value"] and all(row[column] == value for column, value in wanted.items()):
            series[row["region"], int(row["year"])] = float(row["value"]) * scale(row["unit"])
    return series


def interpolate(series, regions):
    filled = dict(series)
    for region in regions:
        known = sorted(year for r, year in series if r == region)
        for a, b in zip(known, known[1:]):
            for year in range(a + 1, b):
                filled[region, year] = series[region, a] + (series[region, b] - series[region, a]) * (year - a) / (b - a)
    return filled


class Package:
    def __init__(self, folder, coverage):
        folder = pathlib.Path(folder)
        self.groups = {}
        for row in rows(folder / "regions.csv"):
            if row["level"] == "province":
                self.groups[row["region"]] = row["group_capital"]
        self.regions = sorted(self.groups)
        tables = folder / "tables"
        self.emissions = read(tables / "emissions.csv", ledger="production", coverage=coverage, sector="total", gas="all")
        self.people = interpolate(read(tables / "population.csv", scenario="history"), self.regions)
        self.value_added = {(m, p): read(tables / "gva.csv", measure=m, prices=p, industry="total")
                            for m, p in {(r["measure"], r["prices"]) for r in rows(tables / "gva.csv") if r["industry"] == "total"}}

    def members(self, group):
        return [r for r in self.regions if group == "KR" or self.groups[r] == group]

    def counted_from(self, region):
        return min(year for r, year in self.people if r == region)

    def total(self, series, group, year):
        """D2 with D8: None where the sum cannot be told."""
        members = self.members(group)
        known = [series[r, year] for r in members if (r, year) in series]
        if not known:
            return None
        everywhere = [series[r, year] for r in self.regions if (r, year) in series]
        nation = series.get(("KR", year))
        if nation is not None and abs(nation - sum(everywhere)) <= 0.001 * abs(nation):
            return sum(known)
        out = [r for r in members if (r, year) not in series and year >= self.counted_from(r)]
        if any((r, year) not in self.people for r in out):
            return None
        missing = sum(self.people[r, year] for r in out)
        if missing >= NEGLIGIBLE * sum(self.people[r, year] for r in members if (r, year) in self.people):
            return None
        return sum(known)


def growth(first, last, years):
    return (last / first) ** (1 / years) - 1


def inequality(p, year):
    held = {r: p.emissions[r, year] for r in p.regions if (r, year) in p.emissions and (r, year) in p.people}
    people = {r: p.people[r, year] for r in held}
    total, heads = sum(held.values()), sum(people.values())
    y = {r: held[r] / total for r in held}
    q = {r: people[r] / heads for r in held}
    x = {r: held[r] / people[r] for r in held}
    mean = total / heads
    spread = sum(q[a] * q[b] * abs(x[a] - x[b]) for a in held for b in held)
    out = {"williamson": math.sqrt(sum(q[r] * (x[r] - mean) ** 2 for r in held)) / mean, "spread": spread}
    if min(x.values()) >= 0:
        theil = sum(y[r] * math.log(y[r] / q[r]) for r in held if y[r] > 0)
        between = 0
        for group in set(p.groups.values()):
            big_y, big_q = (sum(part[r] for r in held if p.groups[r] == group) for part in (y, q))
            between += big_y * math.log(big_y / big_q)
        out.update(theil=theil, between=between, within=theil - between, gini=spread / (2 * mean))
    return {"%s.%d" % (name, year): value for name, value in out.items()}


def compute(folder, coverage, first, last):
    p = Package(folder, coverage)
    out = {}
    heads = {}
    for group in ("capital", "rest", "KR"):
        def total(year, series=p.emissions, group=group):
            return p.total(series, group, year)
        out["%s.total.%d" % (group, last)] = total(last)
        out["%s.growth.%d-%d" % (group, first, last)] = growth(total(first), total(last), last - first)
        for year in (first, last):
            out["%s.share.%d" % (group, year)] = total(year) / p.total(p.emissions, "KR", year)
        for year in range(first, last + 1):
            people = p.total(p.people, group, year)
            if people is not None:
                heads[group, year] = out["%s.per_capita.%d" % (group, year)] = total(year) / people
        out["%s.per_capita_growth.%d-%d" % (group, first, last)] = growth(heads[group, first], heads[group, last], last - first)
        for (measure, prices), series in p.value_added.items():
            per = {year: total(year) / p.total(series, group, year) for year in range(first, last + 1) if p.total(series, group, year)}
            if not per:
                continue
            a, b = min(per), max(per)
            name = "%s.per_%s_%s" % (group, measure, prices)
            out.update({"%s.%d" % (name, a): per[a], "%s.%d" % (name, b): per[b], "%s_growth.%d-%d" % (name, a, b): growth(per[a], per[b], b - a)})
    for year in range(first, last + 1):
        out["ratio.rest/capital.%d" % year] = heads["rest", year] / heads["capital", year]
    out.update(inequality(p, first))
    out.update(inequality(p, last))
    return out


def copy_needed(folder, to):
    for name in NEEDED:
        target = pathlib.Path(to) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pathlib.Path(folder) / name, target)


def run_program(program, folder, coverage, first, last):
    """On the diagnosis tables alone, so that a fault elsewhere in the package is not taken for one of the diagnosis."""
    with tempfile.TemporaryDirectory() as copy:
        copy_needed(folder, copy)
        answer = subprocess.run([program, copy, "capital", str(first), str(last), coverage], stdout=subprocess.PIPE, check=True, text=True)
    figures = {}
    for line in answer.stdout.splitlines():
        key, value = line.split()[:2]
        figures[key] = float(value)
    return figures


def differences(expected, found):
    for key, value in expected.items():
        if key not in found:
            yield "%s: the program does not give it; the oracle says %.12g" % (key, value)
        elif not math.isclose(value, found[key], rel_tol=RELATIVE_TOLERANCE):
            yield "%s: program %.15g, oracle %.15g" % (key, found[key], value)
    for key, value in found.items():
        if key not in expected and not math.isnan(value):
            yield "%s: the program says %.12g, the oracle has none" % (key, value)


def wrong_headlines(figures, coverage):
    for key, decimals, value, factor in HEADLINES[coverage]:
        if round(figures[key] * factor, decimals) != value:
            yield "%s, %s: %.6g, expected %s" % (coverage, key, figures[key] * factor, value)


def main():
    folder = sys.argv[1]
    if not (pathlib.Path(folder) / "tables" / "emissions.csv").exists():
        print("no emissions in", folder)
        return SKIPPED
    faults, compared = [], 0
    for coverage in ("gross", "net"):
        expected = compute(folder, coverage, 2000, 2018)
        faults += wrong_headlines(expected, coverage)
        if len(sys.argv) < 3:
            for key, value in expected.items():
                print(coverage, key, "%.12g" % value)
            continue
        found = run_program(sys.argv[2], folder, coverage, 2000, 2018)
        faults += ["%s, %s" % (coverage, fault) for fault in differences(expected, found)]
        compared += len(expected)
    print("%d figures compared, %d faults" % (compared, len(faults)))
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
