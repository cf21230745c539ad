#!/usr/bin/env python3
"""Check data/korea: every table against schema/package.json, then known national sums.

    python3 tools/korea/check.py [data/korea]
"""
import csv
import json
import math
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
STATUS = {"reported", "derived", "estimated", "modelled", "assumed"}
CAPITAL = {"11", "23", "31"}
# unit: dimension, factor to MW, MWh, t, million KRW ...
DIMENSION = {"W": ("power", 1e-6), "kW": ("power", 1e-3), "MW": ("power", 1), "GW": ("power", 1e3), "TW": ("power", 1e6), "Wh": ("energy", 1e-6), "kWh": ("energy", 1e-3), "MWh": ("energy", 1),
             "J": ("energy", 1 / 3.6e9), "GJ": ("energy", 1 / 3.6), "TJ": ("energy", 1e3 / 3.6), "PJ": ("energy", 1e6 / 3.6), "Gcal": ("energy", 1.163), "ktoe": ("energy", 11630),
             "GWh": ("energy", 1e3), "TWh": ("energy", 1e6), "tCO2eq": ("co2", 1), "ktCO2eq": ("co2", 1e3), "MtCO2eq": ("co2", 1e6), "tCO2": ("co2", 1), "t": ("mass", 1), "kt": ("mass", 1e3), "Mt": ("mass", 1e6),
             "kg": ("mass", 1e-3), "KRW": ("money", 1e-6), "kKRW": ("money", 1e-3), "MKRW": ("money", 1), "BKRW": ("money", 1e3), "TKRW": ("money", 1e6), "hour": ("time", 1), "year": ("year", 1),
             "km": ("length", 1), "Mkm": ("length", 1e6), "Mpkm": ("person_km", 1), "Mtkm": ("tonne_km", 1), "km2": ("area", 1), "person": ("person", 1), "thousand_person": ("person", 1e3), "%": (None, .01), "1": (None, 1)}


def unit(text):
    """(factor, exponents) of a unit such as MKRW/(MW km); None when it is not understood. A slash divides by the next factor only."""
    tokens = re.findall(r"[()/]|[^()/ ]+", text)

    def product(i):
        factor, exponents, sign = 1.0, {}, 1
        while i < len(tokens) and tokens[i] != ")":
            if tokens[i] == "/":
                sign, i = -1, i + 1
                continue
            if tokens[i] == "(":
                inner = product(i + 1)
                if inner is None:
                    return None
                f, x, i = inner
            elif tokens[i] in DIMENSION:
                dimension, f = DIMENSION[tokens[i]]
                x = {dimension: 1} if dimension else {}
            else:
                return None
            factor *= f ** sign
            for k, v in x.items():
                exponents[k] = exponents.get(k, 0) + sign * v
            sign, i = 1, i + 1
        return factor, exponents, i

    found = product(0)
    return found and (found[0], {k: v for k, v in found[1].items() if v})


def same(a, b):
    ua, ub = unit(a), unit(b)
    return ua is not None and ub is not None and ua[1] == ub[1]


def to(value, have, want):
    return float(value) * unit(have)[0] / unit(want)[0]


def load(folder, path):
    with open(os.path.join(folder, path), encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        return reader.fieldnames, list(reader)


def tables(folder, schema, bad):
    data = {}
    for table in schema["tables"]:
        path = os.path.join(folder, table["file"])
        if os.path.exists(path):
            data[table["name"]] = load(folder, table["file"])
        elif table.get("required"):
            bad("missing table %s" % table["name"])
    ids = {}
    for name, (header, rows) in data.items():
        for column in header:
            ids["%s.%s" % (name, column)] = {r[column] for r in rows}
    for table in schema["tables"]:
        name = table["name"]
        if name not in data:
            continue
        header, rows = data[name]
        specs = {c["name"]: c for c in table["columns"]}
        for column in specs:
            if column not in header and not specs[column].get("optional"):
                bad("%s: column %s missing" % (name, column))
        for column in header:
            if column not in specs and not (name == "regions" and column.startswith("group_")):
                bad("%s: unknown column %s" % (name, column))
        seen = set()
        for number, row in enumerate(rows, 2):
            where = "%s line %d" % (table["file"], number)
            key = tuple(row[k] for k in table["key"])
            if key in seen:
                bad("%s: key %s twice" % (where, key))
            seen.add(key)
            for column, spec in specs.items():
                value = row.get(column) or ""
                if value == "":
                    if not spec.get("optional"):
                        bad("%s: %s is blank" % (where, column))
                    continue
                kind = spec["type"]
                if kind in ("number", "integer", "year"):
                    try:
                        x = float(value)
                    except ValueError:
                        bad("%s: %s = %s is no number" % (where, column, value))
                        continue
                    if not math.isfinite(x) or (kind != "number" and x != int(x)) or x < spec.get("minimum", -math.inf) or x > spec.get("maximum", math.inf) or (kind == "year" and not 1900 <= x <= 2200):
                        bad("%s: %s = %s out of range" % (where, column, value))
                elif kind == "choice":
                    choices = spec.get("choices")
                    if spec.get("choices_from") == "canonical_by":
                        choices = list(specs["value"]["canonical_by"]["units"])
                    if value not in choices:
                        bad("%s: %s = %s is not one of %s" % (where, column, value, choices))
                elif kind == "reference" and value not in ids.get(spec["to"], ()):
                    bad("%s: %s = %s is not in %s" % (where, column, value, spec["to"]))
                elif kind == "status" and value not in STATUS:
                    bad("%s: status %s" % (where, value))
                elif kind == "source":
                    for source in value.split(";"):
                        if source not in ids["sources.source"]:
                            bad("%s: source %s unknown" % (where, source))
                elif kind == "id" and re.search(r"\s", value):
                    bad("%s: %s = '%s' holds a space" % (where, column, value))
                elif kind == "unit":
                    of = specs[spec.get("of", "value" if "value" in specs else "capacity")]
                    if "canonical_by" in of:
                        wanted = of["canonical_by"]["units"][row[of["canonical_by"]["column"]]]
                    else:
                        wanted = [of.get("canonical", "1")] + of.get("alternatives", [])
                    if not any(same(value, w) for w in wanted):
                        bad("%s: unit %s is not one of %s" % (where, value, wanted))
            if row.get("status") in ("assumed", "estimated", "modelled") and "note" in specs and not row.get("note"):
                noted = any(s["note"] for s in data["sources"][1] if s["source"] in row["source"].split(";"))
                if not noted:
                    bad("%s: %s without a note" % (where, row["status"]))
    groups = {(g["grouping"], g["group"]) for g in data["groups"][1]}
    for row in data["regions"][1]:
        for column, value in row.items():
            if column.startswith("group_") and (column[6:], value) not in groups:
                bad("regions: %s = %s unknown" % (column, value))
    tiles = [(r["tile_x"], r["tile_y"]) for r in data["regions"][1]]
    if len(set(tiles)) != len(tiles):
        bad("two regions on one tile")
    for row in data["series"][1]:
        header, rows = load(folder, row["file"])
        if [r["hour"] for r in rows] != [str(h) for h in range(1, 8761)]:
            bad("%s: hours are not 1..8760" % row["file"])
        for column in header[1:]:
            if column != "all" and column not in ids["regions.region"]:
                bad("%s: column %s" % (row["file"], column))
            values = [float(r[column]) for r in rows]
            if not all(math.isfinite(v) and v >= 0 and (row["kind"] == "shape" or v <= 1) for v in values):
                bad("%s: column %s out of range" % (row["file"], column))
        for r in data["technologies"][1]:
            if r["profile"] == row["series"] and r["potential"] == "listed":
                for q in data["potentials"][1]:
                    if q["technology"] == r["technology"] and q["region"] not in header and "all" not in header:
                        bad("%s: no column for %s" % (row["file"], q["region"]))
    allowed = {"KR"} | ids["regions.region"] | ids["groups.group"]
    for row in data["observed"][1]:
        if row["region"] not in allowed or row["item"] not in ids["technology_groups.group"] | {"total"} | ({"power"} | {t["sector"] for t in data["technologies"][1]} if row["indicator"] == "emissions" else set()):
            bad("observed: %s %s" % (row["region"], row["item"]))
    for row in data["emissions"][1]:
        if row["region"] not in {"KR"} | ids["regions.region"]:
            bad("emissions: region %s" % row["region"])
    kinds = {r["technology"]: r for r in data["technologies"][1]}
    for row in data["conversions"][1]:
        if row["carrier"] == kinds[row["technology"]]["carrier"] and abs(float(row["value"])) != 1:
            bad("conversions: main carrier of %s is not 1" % row["technology"])
    # potential must hold what stands in any year
    room = {(r["technology"], r["region"]): r for r in data["potentials"][1]}
    standing = {}
    for row in data["stock"][1]:
        kind = kinds[row["technology"]]
        if kind["kind"] == "process" and kind["potential"] == "listed":
            standing.setdefault((row["technology"], row["region"]), []).append(row)
    for key, plants in standing.items():
        have = max(sum(to(r["capacity"], r["unit"], plants[0]["unit"]) for r in plants if int(r["build_year"]) <= int(q["build_year"]) < int(r["close_year"] or 9999)) for q in plants)
        if key not in room or to(room[key]["value"], room[key]["unit"], plants[0]["unit"]) < have * .999:
            bad("potential of %s in %s is below its stock of %.0f %s" % (key[0], key[1], have, plants[0]["unit"]))
    return {name: rows for name, (_, rows) in data.items()}


def sums(d, bad, say):
    def near(what, value, low, high, digits=2):
        say("%-58s %12.*f  (%g ... %g)%s" % (what, digits, value, low, high, "" if low <= value <= high else "  <-- FAILS"))
        if not low <= value <= high:
            bad("%s = %.4f, expected %g ... %g" % (what, value, low, high))

    group = {r["technology"]: r["group"] for r in d["technologies"]}
    gw = {}
    sector = {r["technology"]: r.get("sector") for r in d["technologies"]}
    for r in d["stock"]:
        if int(r["build_year"]) <= 2024 and int(r["close_year"] or 9999) > 2024 and r["unit"] == "MW" and not sector[r["technology"]]:
            gw[group[r["technology"]]] = gw.get(group[r["technology"]], 0) + float(r["capacity"]) / 1000
    # Kori 2 stands in the official 26.05 GW but is stopped
    near("Stock 2024, nuclear in service, GW (26.05 less Kori 2)", gw["nuclear"], 25.3, 25.5)
    near("Stock 2024, coal with gasification, GW", gw["coal"], 39.9, 40.8)
    near("Stock 2024, gas, GW", gw["gas"], 45.9, 46.8)
    near("Stock 2024, solar with self-use, GW (27.1 + 3.3)", gw["solar"], 30.2, 30.6)
    near("Stock 2024, wind, GW", gw["wind_onshore"] + gw["wind_offshore"], 2.2, 2.3)
    near("Stock 2024, pumped hydro, GW", gw["storage"], 4.65, 4.75)
    near("Stock 2024, total, GW", sum(gw.values()), 150, 160)
    twh = {}
    for r in d["demand"]:
        if r["carrier"] == "electricity" and r["scenario"] == "reference":
            twh[r["year"]] = twh.get(r["year"], 0) + to(r["value"], r["unit"], "TWh/year")
    near("Gross demand 2024 with self-use solar, TWh", twh["2024"], 590, 605)
    near("Gross demand 2035, TWh", twh["2035"], 700, 715)
    near("Gross demand 2050 without electrolysis, TWh", twh["2050"], 920, 960)
    e = {(r["region"], int(r["year"]), r["coverage"]): float(r["value"]) / 1000 for r in d["emissions"] if r["gas"] == "all" and r["sector"] == "total"}
    regions = [r["region"] for r in d["regions"]]

    def part(year, coverage, capital):
        return sum(e.get((c, year, coverage), 0) for c in regions if (c in CAPITAL) == capital)
    near("GHG 2018 gross, Mt", e["KR", 2018, "gross"], 727.6, 727.7)
    near("GHG 2018 net, Mt", e["KR", 2018, "net"], 686.3, 686.4)
    for year in (1990, 2000, 2010, 2018):
        near("GHG %d, provinces less nation, Mt" % year, part(year, "gross", True) + part(year, "gross", False) - e["KR", year, "gross"], -.01, .01, 4)
    for coverage, want in (("gross", (2.67, 1.91)), ("net", (2.76, 2.35))):
        for capital, target in ((True, want[0]), (False, want[1])):
            rate = ((part(2018, coverage, capital) / part(2000, coverage, capital)) ** (1 / 18) - 1) * 100
            near("Growth 2000-2018 %s, %s, %%/year" % (coverage, "capital" if capital else "rest"), rate, target - .005, target + .005)
    apportioned(d, near, e)
    people = {(r["region"], int(r["year"])): float(r["value"]) for r in d["population"] if r["scenario"] == "history"}
    for year, rest, ratio in ((2015, 20.5, 3.27), (2016, 20.3, 3.16), (2017, 20.9, 3.24), (2018, 21.5, 3.29)):
        a = part(year, "gross", False) * 1e6 / sum(people[c, year] for c in regions if c not in CAPITAL)
        b = part(year, "gross", True) * 1e6 / sum(people[c, year] for c in CAPITAL)
        near("Per head %d, rest, t" % year, a, rest - .05, rest + .05)
        near("Per head %d, rest / capital" % year, a / b, ratio - .005, ratio + .005)
    future = {}
    for r in d["population"]:
        if r["scenario"] == "projection":
            future[r["year"]] = future.get(r["year"], 0) + float(r["value"]) / 1e6
    near("Population 2050, million", future["2050"], 46.2, 48)
    grdp = sum(float(r["value"]) for r in d["gva"] if r["year"] == "2022" and r["measure"] == "grdp" and r["industry"] == "total" and r["prices"] == "nominal") / 1e6
    near("GRDP 2022, trillion KRW", grdp, 2165, 2166.5)
    target = {(r["target"], r["year"]): float(r["value"]) for r in d["targets"]}
    near("Power cap 2030, Mt", target["power_ndc", "2030"], 145.9, 145.9)
    feasibility(d, twh, near, say)


def apportioned(d, near, total):
    """Both margins of the table of 2018, and that it is what emissions.csv says."""
    province, sector, cell = {}, {}, {}
    for r in d["apportioning"]:
        kt = float(r["value"])
        province[r["region"]] = province.get(r["region"], 0) + kt
        cell[r["region"], r["sector"]] = cell.get((r["region"], r["sector"]), 0) + kt
        sector[r["sector"]] = sector.get(r["sector"], 0) + kt
    published = {r["sector"]: float(r["value"]) for r in d["emissions"] if r["region"] == "KR" and r["year"] == "2018" and r["tree"] == "ipcc1996" and r["sector"] != "total" and r["gas"] == "all"}
    listed = {(r["region"], r["sector"]): float(r["value"]) for r in d["emissions"] if r["region"] != "KR" and r["sector"] != "total"}
    near("Apportioned 2018: worst province, relative", max(abs(province[c] / (total[c, 2018, "gross"] * 1000) - 1) for c in province), 0, 1e-7, 9)
    near("Apportioned 2018: worst sector, relative", max(abs(sector[s] / published[s] - 1) for s in published), 0, 1e-6, 9)
    near("Apportioned 2018: worst cell beside emissions.csv, kt", max(abs(v - listed[k]) for k, v in cell.items()), 0, 1e-3, 6)
    near("Apportioned 2018: cells with a factor outside 0.5-2", sum(r["flag"] == "wide" for r in d["apportioning"]), 0, 10, 0)


def feasibility(d, twh, near, say):
    """Could clean energy meet the demand of 2050? Potentials and pace, stock that still stands, hydrogen allowed in."""
    means = {"solar": .147, "solar_self": .142, "wind_onshore": .20, "wind_offshore": .33, "nuclear_new": .838}
    potential, pace = {}, {}
    for r in d["potentials"]:
        if r["technology"] in means:
            potential[r["technology"]] = potential.get(r["technology"], 0) + to(r["value"], r["unit"], "MW")
    for r in d["technology_values"]:
        if r["parameter"] == "build_pace" and r["technology"] in means and int(r["year"]) >= 2025:
            pace[r["technology"]] = pace.get(r["technology"], 0) + 5 * to(r["value"], r["unit"], "MW/year")
    lives = {r["technology"]: float(r["value"]) for r in d["technology_values"] if r["parameter"] == "life"}
    total = 0.0
    for technology, mean in means.items():
        gw = potential[technology] / 1000
        built = sum(5 * to(r["value"], r["unit"], "MW/year") for r in d["technology_values"] if r["parameter"] == "build_pace" and r["technology"] == technology
                    and int(r["year"]) >= 2025 and 2050 - int(r["year"]) < lives[technology]) / 1000
        use = min(gw, built)
        say("  2050 %-14s potential %6.1f GW, pace lets %6.1f GW stand, %6.1f TWh" % (technology, gw, built, use * mean * 8.76))
        total += use * mean * 8.76
    old = sum(float(r["capacity"]) for r in d["stock"] if r["technology"] == "nuclear" and int(r["build_year"]) <= 2050 < int(r["close_year"] or 9999)) / 1000
    hydro = sum(float(r["capacity"]) for r in d["stock"] if r["technology"] == "hydro") / 1000
    total += old * .838 * 8.76 + hydro * .233 * 8.76
    hydrogen = max(to(r["value"], r["unit"], "TWh/year") for r in d["imports"] if r["carrier"] == "hydrogen_import" and r["quantity"] == "limit")
    need = sum(to(r["value"], r["unit"], "TWh/year") for r in d["demand"] if r["carrier"] == "hydrogen" and r["year"] == "2050" and r["scenario"] == "reference")
    say("  2050 nuclear standing %.1f GW; hydrogen allowed in %.0f TWh, wanted outside power %.0f TWh" % (old, hydrogen, need))
    near("2050 clean energy without imports / demand", total / twh["2050"], .8, 3)
    near("2050 with imported hydrogen in turbines / demand", (total + (hydrogen - need) * .58) / twh["2050"], 1.2, 3)


def run(folder):
    with open(os.path.join(ROOT, "schema", "package.json"), encoding="utf-8") as handle:
        schema = json.load(handle)
    errors = []
    data = tables(folder, schema, errors.append)
    if not errors:
        sums(data, errors.append, print)
    size = sum(os.path.getsize(os.path.join(base, f)) for base, _, files in os.walk(folder) for f in files)
    if size > 6.5e6:
        errors.append("package is %.1f MB" % (size / 1e6))
    for e in errors[:40]:
        print("error: " + e, file=sys.stderr)
    print("%s: %d tables, %.1f MB, %d errors" % (folder, len(data), size / 1e6, len(errors)))
    return len(errors)


if __name__ == "__main__":
    sys.exit(1 if run(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "data", "korea")) else 0)
