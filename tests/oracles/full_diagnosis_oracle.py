#!/usr/bin/env python3
"""Ledgers, Kaya by LMDI, decoupling, shift-share, quotients, inequality and Moran's I of the bundled Korean package, computed a
second time from its CSV files with nothing but the standard library.

    python3 tests/oracles/full_diagnosis_oracle.py data/korea                   # prints the figures
    python3 tests/oracles/full_diagnosis_oracle.py data/korea <print_full>      # compares them with the program's tables

Written from docs/model/diagnosis.md, not from the program. Exit code 0: all agree; 1: some do not; 77: nothing to compare.
Pseudo p-values are not compared: they depend on the draws. It also checks the method on worked examples of the literature.
"""
import csv
import io
import math
import pathlib
import subprocess
import sys

FIRST, LAST = 2000, 2018
LAST_INDUSTRY, BY_INDUSTRY = 2022, ("shift", "quotient")  # product by industry is there for 2020 and 2022 only
TOLERANCE = 1e-9
SCALE = {"tCO2eq": 1, "ktCO2eq": 1e3, "MtCO2eq": 1e6, "person": 1, "MKRW": 1, "MWh": 1, "GWh": 1e3, "TWh": 1e6, "%": .01, "1": 1}
# rounded headline figures: the chain from production to consumption, and what drove the change
HEADLINES = {("ratio", "production"): 3.29, ("ratio", "national_mix"): 2.55, ("ratio", "average_mix"): 2.55, ("ratio", "marginal"): 2.41}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def canonical(row):
    return float(row["value"]) * SCALE[row["unit"]]


def log_mean(a, b):
    return a if a == b else (a - b) / math.log(a / b)


def lmdi(first, last):
    """[(value, factors)] of both ends, all above zero -> effects."""
    effects = [0.0] * len(first[0][1])
    for (v0, x0), (v1, x1) in zip(first, last):
        weight = log_mean(v1, v0)
        for j, (a, b) in enumerate(zip(x0, x1)):
            effects[j] += weight * math.log(b / a)
    return effects


def tapio(de, dg):
    if abs(dg) < .001:
        return "undefined"
    e = de / dg
    place = 0 if e < 0 else 1 if e < .8 else 2 if e <= 1.2 else 3
    up = ["strong_decoupling", "weak_decoupling", "expansive_coupling", "expansive_negative_decoupling"]
    down = ["strong_negative_decoupling", "weak_negative_decoupling", "recessive_coupling", "recessive_decoupling"]
    return (up if dg > 0 else down)[place]


def theil_between(held, people, group):
    total, heads = sum(held.values()), sum(people.values())
    sums = {}
    for r in held:
        y, p = sums.get(group[r], (0, 0))
        sums[group[r]] = (y + held[r] / total, p + people[r] / heads)
    return sum(y * math.log(y / p) for y, p in sums.values() if y > 0)


def gini(x, p):
    heads = sum(p.values())
    mean = sum(x[r] * p[r] for r in x) / heads
    return sum(p[a] * p[b] * abs(x[a] - x[b]) for a in x for b in x) / heads ** 2 / (2 * mean)


def palma(x, p):
    heads, held = sum(p.values()), sum(x[r] * p[r] for r in x)

    def held_below(share):
        got, people = 0.0, 0.0
        for r in sorted(x, key=lambda r: x[r]):
            take = min(p[r], share * heads - people)
            if take <= 0:
                break
            got, people = got + take * x[r], people + take
        return got / held
    return (1 - held_below(.9)) / held_below(.4)


def moran(x, neighbours):
    mean = sum(x.values()) / len(x)
    z = {r: x[r] - mean for r in x}
    squares = sum(v * v for v in z.values())
    weight = sum(1 for r in x if neighbours[r])
    lag = {r: sum(z[j] for j in neighbours[r]) / len(neighbours[r]) for r in x if neighbours[r]}
    local = {r: z[r] * lag[r] / (squares / len(x)) for r in lag}
    return len(x) / weight * sum(z[r] * lag[r] for r in lag) / squares, local


class Korea:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        t = folder / "tables"
        self.group, self.megaregion = {}, {}
        for r in rows(folder / "regions.csv"):
            self.group[r["region"]], self.megaregion[r["region"]] = r["group_capital"], r["group_megaregion"]
        self.regions = list(self.group)
        self.e, self.sector = {}, {}
        for r in rows(t / "emissions.csv"):
            if r["coverage"] == "gross" and r["gas"] == "all" and r["ledger"] == "production":
                if r["sector"] == "total":
                    self.e[r["region"], int(r["year"])] = canonical(r)
                elif r["tree"] == "ipcc1996@2022":
                    self.sector[r["sector"], int(r["year"])] = canonical(r)
        self.p = {}
        for r in rows(t / "population.csv"):
            if r["scenario"] == "history":
                self.p[r["region"], int(r["year"])] = canonical(r)
        for region in self.regions:     # D9
            known = sorted(y for r, y in self.p if r == region)
            for a, b in zip(known, known[1:]):
                for y in range(a + 1, b):
                    self.p[region, y] = self.p[region, a] + (self.p[region, b] - self.p[region, a]) * (y - a) / (b - a)
        self.g, self.industry = {}, {}
        for r in rows(t / "gva.csv"):
            key = (r["region"], int(r["year"]))
            if r["industry"] == "total" and r["measure"] == "grdp":
                self.g.setdefault(r["prices"], {})[key] = canonical(r)
            if r["measure"] == "gva":
                self.industry.setdefault(r["industry"], {})[key] = canonical(r)
        self.power = {}
        for r in rows(t / "energy_balance.csv"):
            self.power[r["item"], r["region"], int(r["year"])] = canonical(r)
        self.neighbours = {r: set() for r in self.regions}
        for r in rows(t / "neighbours.csv"):
            self.neighbours[r["region"]].add(r["neighbour"])
            self.neighbours[r["neighbour"]].add(r["region"])

    def members(self, group):
        return [r for r in self.regions if group == "KR" or self.group[r] == group]

    def units(self):
        """Sejong with Chungnam (D15)."""
        return [("29+34", ["29", "34"])] + [(r, [r]) for r in self.regions if r not in ("29", "34")]

    def unit(self, series, members, year):
        found = [series[r, year] for r in members if (r, year) in series]
        return sum(found) if found else None


def ledgers(k, out):
    year = 2018
    made = {r: k.power["made", r, year] for r in k.regions}
    used = {r: k.power["used", r, year] for r in k.regions}
    scale = sum(made.values()) / sum(used.values())     # D12
    used = {r: v * scale for r, v in used.items()}
    burnt = {r: k.power["emissions", r, year] for r in k.regions}
    fossil = {r: k.power["fossil", r, year] for r in k.regions}
    surplus = {r: made[r] - used[r] for r in k.regions if made[r] > used[r]}
    deficit = {r: used[r] - made[r] for r in k.regions if used[r] > made[r]}
    pool = sum(surplus.values())
    national = sum(burnt.values()) / sum(made.values())
    sent = {"national_mix": {r: s * national for r, s in surplus.items()},                            # D14a
            "average_mix": {r: s * burnt[r] / made[r] for r, s in surplus.items()},                   # D14
            "marginal": {r: min(s * burnt[r] / fossil[r] if fossil[r] else 0, burnt[r]) for r, s in surplus.items()}}   # D14b
    heads = {g: sum(k.p[r, year] for r in k.members(g)) for g in ("capital", "rest")}
    for ledger in ("production", "national_mix", "average_mix", "marginal"):
        e = {r: k.e[r, year] for r in k.regions}
        if ledger != "production":
            carried = sum(sent[ledger].values())
            for r in surplus:
                e[r] -= sent[ledger][r]
            for r in deficit:
                e[r] += carried * deficit[r] / pool
        for r in k.regions:
            out["ledger", r, ledger] = e[r]
        per_head = {g: sum(e[r] for r in k.members(g)) / heads[g] for g in heads}
        out["ratio", ledger] = per_head["rest"] / per_head["capital"]


def kaya(k, out):
    for prices, first, last in (("real2009", 2000, 2017), ("nominal", 2010, 2018)):
        g = k.g[prices]
        years = [y for y in range(first, last + 1) if all(k.unit(g, m, y) is not None for _, m in k.units())]
        for place, level in (("KR", "nation"), ("capital", "group"), ("rest", "group")):
            units = [(u, m) for u, m in k.units() if place == "KR" or k.group[m[-1]] == place]

            def cells(year, units=units, g=g):
                heads = sum(k.unit(k.p, m, year) for _, m in units)
                result = []
                for _, m in units:
                    e, p, v = (k.unit(s, m, year) for s in (k.e, k.p, g))
                    result.append((e, [heads, p / heads, v / p, e / v]))
                return result
            names = ["people", "spread_of_people", "product_per_head", "intensity"]
            chained = [0.0] * 4
            for a, b in zip(years, years[1:]):
                chained = [x + y for x, y in zip(chained, lmdi(cells(a), cells(b)))]
            for name, x, y in zip(names, lmdi(cells(first), cells(last)), chained):
                out["kaya", level, place, "regions", prices, "fixed_base", name] = x
                out["kaya", level, place, "regions", prices, "chained", name] = y
            e0, e1 = (sum(k.unit(k.e, m, y) for _, m in units) for y in (first, last))
            g0, g1 = (sum(k.unit(g, m, y) for _, m in units) for y in (first, last))
            out["elasticity", level, place, prices] = (e1 / e0 - 1) / (g1 / g0 - 1)
            out["state", level, place, prices] = tapio(e1 / e0 - 1, g1 / g0 - 1)
        sectors = sorted({s for s, _ in k.sector if (s, first) in k.sector and (s, last) in k.sector})

        def by_sector(year, g=g, sectors=sectors):
            heads = sum(k.unit(k.p, m, year) for _, m in k.units())
            product = sum(k.unit(g, m, year) for _, m in k.units())
            return [(k.sector[s, year], [heads, product / heads, k.sector[s, year] / product]) for s in sectors]
        # sectors that fall to zero take the limit: the whole change belongs to intensity
        a, b = by_sector(first), by_sector(last)
        alive = [i for i in range(len(a)) if a[i][0] > 0 and b[i][0] > 0]
        effects = lmdi([a[i] for i in alive], [b[i] for i in alive])
        effects[2] += sum(b[i][0] - a[i][0] for i in range(len(a)) if i not in alive)
        for name, x in zip(["people", "product_per_head", "intensity"], effects):
            out["kaya", "nation", "KR", "sectors", prices, "fixed_base", name] = x


def industries(k, out):
    base = [i for i in ("A", "C", "F", "H")]
    value = {}
    for year in (2020, 2022):
        for r in k.regions:
            for i in base:
                value[r, i, year] = k.industry[i][r, year]
            value[r, "rest", year] = k.industry["total"][r, year] - sum(k.industry[i][r, year] for i in base)
    names = base + ["rest"]
    growth = {i: sum(value[r, i, 2022] for r in k.regions) / sum(value[r, i, 2020] for r in k.regions) - 1 for i in names}
    nation = sum(k.industry["total"][r, 2022] for r in k.regions) / sum(k.industry["total"][r, 2020] for r in k.regions) - 1
    for r in k.regions:
        out["shift", r, "nation"] = sum(value[r, i, 2020] * nation for i in names)
        out["shift", r, "mix"] = sum(value[r, i, 2020] * (growth[i] - nation) for i in names)
        out["shift", r, "own"] = sum(value[r, i, 2022] - value[r, i, 2020] * (1 + growth[i]) for i in names)
    total = k.industry["total"]
    for i in ("C", "C19-22"):
        share = sum(k.industry[i][r, 2022] for r in k.regions) / sum(total[r, 2022] for r in k.regions)
        for r in k.regions:
            out["quotient", r, i] = k.industry[i][r, 2022] / total[r, 2022] / share


def inequality(k, out):
    for year in range(FIRST, LAST + 1):
        held = {r: k.e[r, year] for r in k.regions if (r, year) in k.e and (r, year) in k.p}
        people = {r: k.p[r, year] for r in held}
        x = {r: held[r] / people[r] for r in held}
        one, two, all_ = (theil_between(held, people, g) for g in (k.group, k.megaregion, {r: r for r in held}))
        out["unequal", year, "theil"] = all_
        out["unequal", year, "theil_between_capital"] = one
        out["unequal", year, "theil_between_megaregion"] = two - one
        out["unequal", year, "theil_between_region"] = all_ - two
        out["unequal", year, "gini"] = gini(x, people)
        out["unequal", year, "palma"] = palma(x, people)
    index, local = moran(x, k.neighbours)
    out["moran", "all"] = index
    for r, value in local.items():
        out["moran", r] = value


def literature():
    """Worked examples that stand in print or follow from it in a line; the functions above must give them."""
    # Moran (1950) on a chequerboard is -1.
    board = {(i, j): (i + j) % 2 for i in range(4) for j in range(4)}
    near = {(i, j): [c for c in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)) if c in board] for i, j in board}
    assert abs(moran(board, near)[0] + 1) < 1e-12
    # Gini of 1..n people in a row is (n - 1) / 3n ... (n^2 - 1)/(3 n (n + 1)) = (n - 1)/(3 n)
    assert abs(gini({i: float(i) for i in range(1, 11)}, {i: 1.0 for i in range(1, 11)}) - 9 / 30) < 1e-12
    # Cobham and Sumner (2013): top tenth over bottom four tenths; 1..10 give 10/10.
    assert abs(palma({i: float(i) for i in range(1, 11)}, {i: 1.0 for i in range(1, 11)}) - 1) < 1e-12
    # Tapio (2005), figure 2: the bounds of his eight states.
    assert [tapio(a, b) for a, b in ((-1, 1), (.5, 1), (1, 1), (2, 1), (1, -1), (-.5, -1), (-1, -1), (-2, -1))] == [
        "strong_decoupling", "weak_decoupling", "expansive_coupling", "expansive_negative_decoupling",
        "strong_negative_decoupling", "weak_negative_decoupling", "recessive_coupling", "recessive_decoupling"]
    # Ang (2005): the parts sum to the change, whatever the panel.
    first, last = [(6.0, [2.0, 3.0]), (5.0, [5.0, 1.0])], [(14.0, [7.0, 2.0]), (2.0, [4.0, .5])]
    assert abs(sum(lmdi(first, last)) - 5.0) < 1e-12


def compute(folder):
    k, out = Korea(folder), {}
    for part in (ledgers, kaya, industries, inequality):
        part(k, out)
    return out


def tables_of(text):
    tables = {}
    for block in text.split("\n# "):
        name, _, body = block.lstrip("# ").partition("\n")
        if "," in body.split("\n")[0] and ":" not in name:
            tables[name] = list(csv.DictReader(io.StringIO(body)))
    return tables


def number(text):
    return float(text) if text else math.nan


def found_in(tables):
    out = {}
    for r in tables["diagnosis_ledgers"]:
        if r["level"] == "region":
            out["ledger", r["place"], r["ledger"]] = number(r["emissions"])
    for r in tables["diagnosis_ledger_chain"]:
        out["ratio", r["ledger"]] = number(r["ratio"])
    for r in tables["diagnosis_kaya"]:
        out["kaya", r["level"], r["place"], r["cells"], r["prices"], r["chaining"], r["effect"]] = number(r["value"])
    for r in tables["diagnosis_decoupling"]:
        out["elasticity", r["level"], r["place"], r["prices"]] = number(r["elasticity"])
        out["state", r["level"], r["place"], r["prices"]] = r["state"]
    for r in tables.get("diagnosis_shift_share", []):
        for part in ("nation", "mix", "own"):
            out["shift", r["region"], part] = number(r[part])
    for r in tables.get("diagnosis_quotients", []):
        out["quotient", r["region"], r["industry"]] = number(r["quotient"])
    for r in tables["diagnosis_inequality"]:
        out["unequal", int(r["year"]), r["measure"]] = number(r["value"])
    for r in tables["diagnosis_moran"]:
        out["moran", r["region"]] = number(r["index"])
    return out


def found_by(program, folder, last):
    answer = subprocess.run([program, folder, "capital", str(FIRST), str(last), "gross"], stdout=subprocess.PIPE, check=True, text=True)
    return found_in(tables_of("\n" + answer.stdout))


def agrees(a, b, key):
    if isinstance(a, str):
        return a == b
    # what moves is rounded to 1/1024 t on each of at most 72 links
    slack = 0.1 if key[0] == "ledger" else 1e-3 if key[0] in ("kaya", "shift") else 0.0
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=slack)


def main():
    folder = sys.argv[1]
    if not (pathlib.Path(folder) / "tables" / "energy_balance.csv").exists():
        print("no energy balance in", folder)
        return 77
    literature()
    expected = compute(folder)
    faults = ["%s: %.6g, expected %s" % (key, expected[key], value) for key, value in HEADLINES.items() if round(expected[key], 2) != value]
    if len(sys.argv) < 3:
        for key, value in expected.items():
            print(*key, value)
    else:
        found = found_by(sys.argv[2], folder, LAST)
        if any(key[0] in BY_INDUSTRY for key in found):
            faults.append("product by industry of years that were not asked for")
        later = found_by(sys.argv[2], folder, LAST_INDUSTRY)
        found.update({key: value for key, value in later.items() if key[0] in BY_INDUSTRY})
        for key, value in expected.items():
            if key not in found:
                faults.append("%s: the program does not give it; the oracle says %s" % (key, value))
            elif not agrees(value, found[key], key):
                faults.append("%s: program %s, oracle %s" % (key, found[key], value))
    print("%d figures compared, %d faults" % (len(expected), len(faults)))
    print("\n".join(faults[:40]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
