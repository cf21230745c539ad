#!/usr/bin/env python3
"""Set runs of the all-sector plan beside published figures: docs/model/korea-net-zero.md.

    python3 tools/korea/compare.py NAME=RUN_FOLDER [--beside NAME=RUN_FOLDER ...] [--package data/korea] [--out docs/model/korea-net-zero.md]

The run is compared in full; scenarios `--beside` it stand in the last table, held against the first of them. The page says how fine in time each is. Published figures stand in published.csv with their
source; nothing in the page is typed by hand but the explanations.
"""
import argparse
import csv
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
KWH_PER_KG = 33.33
RENEWABLE = ("solar", "solar_self", "wind_onshore", "wind_offshore", "hydro", "tidal", "bio")
SECTORS = ("power", "industry", "buildings", "transport", "agriculture", "waste", "fugitive", "forest", "capture", "credits")
STEEL = {"steel_blast": "blast furnace", "steel_arc": "electric arc", "steel_hydrogen": "hydrogen", "steel_blast_ccs": "blast furnace with capture"}
ROAD = ("car_", "truck_", "bus_")
GROWTH = ((2025, 2030, 1.5), (2031, 2040, .7), (2041, 2050, .1))       # KDI 2025, % a year


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def number(text):
    return float(text) if text not in ("", None) else 0.0


class Run:
    """The tables of one run, summed over regions."""

    def __init__(self, name, folder, package):
        self.name, self.folder = name, folder
        t = {n: read(os.path.join(folder, "tables", n + ".csv")) for n in ("summary", "generation", "capacity", "emissions", "balances", "costs")}
        self.carrier = {r["technology"]: r["carrier"] for r in read(os.path.join(package, "technologies.csv"))}
        self.sector = {r["technology"]: r.get("sector") or "power" for r in read(os.path.join(package, "technologies.csv"))}
        self.years = [int(r["year"]) for r in t["summary"]]
        self.summary = {int(r["year"]): r for r in t["summary"]}
        self.made, self.stands, self.count, self.air, self.use, self.bought = {}, {}, {}, {}, {}, {}
        for r in t["generation"]:
            key = r["technology"], r["carrier"], int(r["year"])
            self.made[key] = self.made.get(key, 0) + number(r["value"])
        for r in t["capacity"]:
            key = r["technology"], int(r["year"])
            self.stands[key] = self.stands.get(key, 0) + number(r["capacity"])
            self.count[key] = self.count.get(key, 0) + number(r.get("count"))
        for r in t["emissions"]:
            sector = self.sector.get(r["technology"], "power")
            key = ("power" if sector == "hydrogen" else sector), int(r["year"])
            self.air[key] = self.air.get(key, 0) + number(r["value"])
        for r in t["balances"]:
            key = r["carrier"], int(r["year"])
            self.use[key] = self.use.get(key, 0) + number(r["used"]) + number(r["demand"])
            self.bought[key] = self.bought.get(key, 0) + number(r["imported"])

    def twh(self, year, technologies=None):
        return sum(v for (t, c, y), v in self.made.items() if c == "electricity" and y == year and v > 0 and self.sector.get(t) in ("power", "hydrogen") and (technologies is None or t in technologies)) / 1e6

    def gw(self, year, technologies):
        return sum(self.stands.get((t, year), 0) for t in technologies) / 1000

    def activity(self, technology, year):
        return abs(self.made.get((technology, self.carrier.get(technology), year), 0.0))

    def vehicles(self, year, drives):
        return sum(v for (t, y), v in self.count.items() if y == year and t.startswith(ROAD) and t.split("_", 1)[1] in drives) / 1e6

    def figure(self, indicator, item, year):
        """The plan's figure for a published one, in its unit; None when the plan has none for that year."""
        if year not in self.years:
            return None
        if indicator == "emissions":
            return self.air.get((item, year), 0) / 1e6
        if indicator == "generation":
            return self.twh(year, {"total": None, "renewable": RENEWABLE, "nuclear": ("nuclear", "nuclear_new"), "hydrogen": ("hydrogen_turbine",)}[item])
        if indicator == "capacity":
            return self.gw(year, RENEWABLE)
        if indicator == "stored":
            return sum(self.activity(t, year) for t in ("co2_storage", "co2_export")) / 1e6
        if indicator == "hydrogen":
            return (self.use if item == "use" else self.bought).get(("hydrogen" if item == "use" else "hydrogen_import", year), 0) / 1e6 / KWH_PER_KG
        if indicator == "vehicles":
            return self.vehicles(year, ("battery", "fuel_cell"))
        if indicator == "carbon price":
            return number(self.summary[year]["carbon_price"]) / 1000
        if indicator == "share":
            if item == "steel by hydrogen":
                old = ("steel_blast", "steel_blast_ccs", "steel_hydrogen")
                return 100 * self.activity("steel_hydrogen", year) / max(1.0, sum(self.activity(t, year) for t in old))
            if item == "battery and fuel cell vehicles":
                return 100 * self.vehicles(year, ("battery", "fuel_cell")) / max(1e-9, self.vehicles(year, ("battery", "fuel_cell", "petrol", "diesel", "hybrid")))
            kind = ("nuclear", "nuclear_new") if item.startswith("nuclear") else RENEWABLE
            return 100 * self.twh(year, kind) / self.twh(year)
        if indicator == "cost":
            return 100 * number(self.summary[year]["cost"]) / product(year)
        return None


def product(year, package=os.path.join(ROOT, "data", "korea")):
    """GRDP of 2022 in MKRW, grown at KDI's rates (1.5 % from 2023 on): real money of 2022."""
    value = sum(float(r["value"]) for r in read(os.path.join(package, "tables", "gva.csv")) if r["year"] == "2022" and r["measure"] == "grdp" and r["industry"] == "total" and r["prices"] == "nominal")
    for y in range(2023, year + 1):
        value *= 1 + next((g for a, b, g in GROWTH if a <= y <= b), 1.5) / 100
    return value


def text(value, digits=1):
    return "–" if value is None else "%.*f" % (digits, value)


def beside(run, published):
    out = ["| study | figure | year | published | plan | |", "|---|---|---|---|---|---|"]
    for r in published:
        year, low, high = int(r["year"]), float(r["low"]), float(r["high"])
        mine = run.figure(r["indicator"], r["item"], year)
        if mine is None:
            verdict = "no such year or figure in the plan"
        else:
            wide = max(.1 * max(abs(low), abs(high)), .5)
            verdict = "within" if low - wide <= mine <= high + wide else "**%s**" % ("above" if mine > high else "below")
        out.append("| %s | %s, %s, %s | %d | %s | %s | %s |" % (r["study"], r["indicator"], r["item"], r["unit"], year, text(low) if low == high else "%s–%s" % (text(low), text(high)), text(mine), verdict + (" (%s)" % r["note"] if r["note"] else "")))
    return out


def by_year(run, title, rows, unit):
    out = ["", "## " + title, "", "| %s | %s |" % (unit, " | ".join(str(y) for y in run.years)), "|---" * (len(run.years) + 1) + "|"]
    for label, values in rows:
        if any(abs(v or 0) > 5e-3 for v in values):
            out.append("| %s | %s |" % (label, " | ".join(text(v, 2 if max(abs(x or 0) for x in values) < 10 else 1) for v in values)))
    return out


def resolution(run):
    """How fine in time a run is, as its manifest says."""
    with open(os.path.join(run.folder, "manifest.json"), encoding="utf-8") as handle:
        time = json.loads(json.load(handle)["scenario"]["text"])
    return "%d typical and %d extreme days at %d-hour steps" % (time["days"], time["extreme_days"], time["step"])


def page(run, scenarios, published, package):
    ys = run.years
    names = {r["technology"]: r["name_en"] for r in read(os.path.join(package, "technologies.csv"))}
    out = ["# Korea to net zero, beside published figures", "",
           "Written by `tools/korea/compare.py` from run folders; published figures and their sources stand in `tools/korea/published.csv`. *Within* means inside the published range or a tenth of it.",
           "Inventory basis: 1996 guidelines, 2018 = 727.6 Mt gross, 686.3 net. Run: `ecumene plan korea --scenario %s`, %s." % (run.name, resolution(run)), "",
           "## Beside published figures", ""] + beside(run, published)
    out += by_year(run, "Emissions by sector, Mt CO₂eq", [(s, [run.air.get((s, y), 0) / 1e6 for y in ys]) for s in SECTORS] + [("net", [number(run.summary[y]["net_emissions"]) / 1e6 for y in ys]), ("cap", [number(run.summary[y]["cap"]) / 1e6 for y in ys])], "sector")
    out += by_year(run, "Generation, TWh", [(n, [run.twh(y, t) for y in ys]) for n, t in (("nuclear", ("nuclear", "nuclear_new")), ("coal", ("coal",)), ("gas", ("gas_cc", "gas_steam", "gas_chp", "gas_cc_new", "fuel_cell")), ("gas with capture", ("gas_ccs",)), ("solar", ("solar", "solar_self")), ("wind", ("wind_onshore", "wind_offshore")), ("hydrogen", ("hydrogen_turbine",)), ("other", ("hydro", "tidal", "bio", "waste", "oil_steam")))] + [("total", [run.twh(y) for y in ys])], "source")
    out += by_year(run, "Steel by route, Mt", [(STEEL[t], [run.activity(t, y) / 1e6 for y in ys]) for t in STEEL], "route")
    out += by_year(run, "Vehicles by drive, million", [(d.replace("_", " "), [run.vehicles(y, (d,)) for y in ys]) for d in ("petrol", "diesel", "hybrid", "battery", "fuel_cell")], "drive")
    heat = ("gas_boiler", "oil_boiler", "heat_pump", "district", "renovation")
    out += by_year(run, "Heat of buildings, TWh", [(names.get(h + "_home", h).replace(" of homes", ""), [sum(run.activity(h + u, y) for u in ("_home", "_service")) / 1e6 for y in ys]) for h in heat], "supply")
    out += by_year(run, "Hydrogen, Mt", [("used", [run.figure("hydrogen", "use", y) for y in ys]), ("imported", [run.figure("hydrogen", "imports", y) for y in ys])], "")
    out += by_year(run, "CO₂ put away, Mt", [("under the sea", [run.activity("co2_storage", y) / 1e6 for y in ys]), ("shipped abroad", [run.activity("co2_export", y) / 1e6 for y in ys]), ("captured from air", [run.activity("air_capture", y) / 1e6 for y in ys])], "")
    out += by_year(run, "Cost", [("cost a year, trillion KRW", [number(run.summary[y]["cost"]) / 1e6 for y in ys]), ("share of GDP, %", [run.figure("cost", "", y) for y in ys]), ("carbon price, thousand KRW/t", [number(run.summary[y]["carbon_price"]) / 1000 for y in ys])], "")
    out += ["", "Cost holds annuities of new works, vehicles, boilers and plants, upkeep, fuels and imports; what stands today is sunk, taxes are left out. Vehicles and fuel would be bought",
            "without a target too, so the share of GDP is the cost of energy, mobility and heavy industry, not of climate policy. GDP: product of 2022 at KDI's rates of 2025.", ""]
    if scenarios:
        last, first = ys[-1], scenarios[0]
        fine = sorted({resolution(r) for r in scenarios})
        out += ["## Scenarios side by side, %d" % last, "", "With %s: hold them against one another, not against the tables above." % " or ".join(fine), "", "| | " + " | ".join(r.name for r in scenarios) + " |", "|---" * (len(scenarios) + 1) + "|"]
        base = total_cost(first)
        rows = [("cost of all years, discounted, trillion KRW", lambda r: total_cost(r) / 1e6), ("the same against %s, %%" % first.name, lambda r: 100 * (total_cost(r) / base - 1)), ("carbon price, thousand KRW/t", lambda r: number(r.summary[last]["carbon_price"]) / 1000),
                ("generation, TWh", lambda r: r.twh(last)), ("nuclear, TWh", lambda r: r.twh(last, ("nuclear", "nuclear_new"))), ("hydrogen used, Mt", lambda r: r.figure("hydrogen", "use", last)), ("hydrogen bought, Mt", lambda r: r.figure("hydrogen", "imports", last)),
                ("steel by hydrogen, Mt", lambda r: r.activity("steel_hydrogen", last) / 1e6), ("CO₂ put away, Mt", lambda r: r.figure("stored", "", last)), ("battery vehicles, million", lambda r: r.vehicles(last, ("battery",))),
                ("emissions of all years, Gt", lambda r: sum(number(r.summary[y]["net_emissions"]) * number(r.summary[y]["period_years"]) for y in r.years) / 1e9)]
        for label, value in rows:
            out.append("| %s | %s |" % (label, " | ".join(text(value(r), 1) for r in scenarios)))
        out.append("")
    notes = os.path.join(HERE, "compare_notes.md")
    if os.path.exists(notes):
        with open(notes, encoding="utf-8") as handle:
            out += handle.read().splitlines()
    return "\n".join(out).rstrip() + "\n"


def total_cost(run):
    return sum(number(run.summary[y]["cost"]) * number(run.summary[y]["discount_weight"]) for y in run.years)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("run", metavar="NAME=RUN_FOLDER")
    parser.add_argument("--beside", nargs="*", default=[], metavar="NAME=RUN_FOLDER")
    parser.add_argument("--package", default=os.path.join(ROOT, "data", "korea"))
    parser.add_argument("--out", default=os.path.join(ROOT, "docs", "model", "korea-net-zero.md"))
    args = parser.parse_args()
    run, *scenarios = [Run(*r.split("=", 1), args.package) for r in [args.run, *args.beside]]
    written = page(run, scenarios, read(os.path.join(HERE, "published.csv")), args.package)
    with open(args.out, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(written)
    print("%s: %d lines, %d scenarios side by side" % (args.out, written.count("\n"), len(scenarios)))


if __name__ == "__main__":
    sys.exit(main())
