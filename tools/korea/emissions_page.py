"""docs/model/korea-emissions-2018.md: what apportioning did, held against company statements, and how its headlines move with the prior."""
import os

import apportion
from common import CAPITAL, CODES

HEAVY = ("1A1b", "1A1c", "1A2a", "1A2c", "1A2f.minerals", "2A1", "2A2", "2A3", "2B", "2C")
GROUPS = [("power", "Power", ("1A1a",)), ("heavy", "Steel, chemicals, refining, cement", HEAVY), ("other industry", "Other industry and F-gases", ("1A2b", "1A2d", "1A2e", "1A2f.rest", "2A4", "2F.chips", "2F.switchgear", "2F.cooling")),
          ("transport", "Transport", ("1A3a", "1A3b", "1A3c", "1A3d", "1A3e")), ("buildings", "Buildings", ("1A4a", "1A4b", "1A5")), ("farms", "Farms and fishing", ("1A4c", "4A", "4B", "4C", "4D", "4F")), ("waste", "Waste and fugitive", ("1B1", "1B2", "6A", "6B", "6C", "6D"))]


def variants(p):
    """Other defensible or deliberately poor priors; each replaces some sectors."""
    base = apportion.priors(p)
    jobs = {(r["region_code"], r["ksic2"]): float(r["workers"] or 0) for r in p.korea("demand", "employment_by_province_ksic2_2023.csv")}
    keei = {(r["table"], r["item"], r["region_code"]): float(r["ktoe"] or 0) for r in p.korea("supply", "keei_final_energy_by_province_2010_2022_ktoe.csv") if r["year"] == "2018"}
    people = {c: p.facts["population"][c, 2018] for c in CODES}
    large = {r["region_code"]: float(r["tCO2eq"]) for r in p.korea("ghg", "large_emitters_by_province_2011_2020.csv") if r["year"] == "2018"}

    def work(i):
        return {c: jobs.get((c, i), 0.0) for c in CODES}
    fuel = {c: keei["industry_by_source", "Petroleum", c] for c in CODES}
    coal = {c: keei["industry_by_source", "Coal", c] for c in CODES}
    gate = {c: people[c] if c not in CAPITAL else 0.0 for c in CODES}
    gate["23"] = sum(people[c] for c in CAPITAL)
    return [
        ("as published here", {}),
        ("heavy industry by jobs of its branch", {"1A1b": work("C19"), "1A2a": work("C24"), "1A2c": work("C20"), "1A2f.minerals": work("C23"), "2A1": work("C23"), "2C": work("C24"), "2B": work("C20")}),
        ("heavy industry by fuel used", {"1A1b": fuel, "1A2a": coal, "1A2c": fuel, "1A2f.minerals": coal}),
        ("power by company statements", {"1A1a": {c: large[c] if base["1A1a"][c] else 0.0 for c in CODES}}),
        ("homes, services and road by people", {s: people for s in ("1A4a", "1A4b", "1A3b", "1A3e", "1A5")}),
        ("waste of the capital region at the Incheon landfill", {"6A": gate}),
        ("everything but power by people (poor on purpose)", {s: people for s in base if s != "1A1a"}),
    ]


def headlines(p, table):
    people = {c: p.facts["population"][c, 2018] for c in CODES}

    def total(sectors, codes):
        return sum(table[s][c] for s in sectors for c in codes)
    rest = [c for c in CODES if c not in CAPITAL]
    every = list(table)
    def ratio(sectors):
        return (total(sectors, rest) / sum(people[c] for c in rest)) / (total(sectors, CAPITAL) / sum(people[c] for c in CAPITAL))
    return {
        "per head, rest over capital, all sectors": ratio(every),
        "the same without power": ratio([s for s in every if s != "1A1a"]),
        "the same without power and heavy industry": ratio([s for s in every if s != "1A1a" and s not in HEAVY]),
        "share of heavy industry outside the capital region": total(HEAVY, rest) / total(HEAVY, CODES),
        "share of Chungnam in power": table["1A1a"]["34"] / total(["1A1a"], CODES),
        "share of Chungnam, Jeonnam, Gyeongbuk, Ulsan in heavy industry": total(HEAVY, ["34", "36", "37", "26"]) / total(HEAVY, CODES),
        "heavy industry in Jeonnam, of its emissions": total(HEAVY, ["36"]) / total(every, ["36"]),
    }


def render(p):
    names, result, prior = p.facts["names"], p.facts["apportioned"], p.facts["apportioning_prior"]
    rows = {c: p.facts["ghg"][c, 2018, "gross"] for c in CODES}
    columns = apportion.sector_totals(p)
    base = apportion.priors(p)
    out = ["# Emissions of 2018 by province and sector: how they were estimated", "",
           "Written by `tools/korea/build.py`; no figure here is typed by hand. The table itself is `data/korea/tables/apportioning.csv`: prior, factor and result of every cell.", "",
           "No open inventory by province **and** sector exists. A prior for each sector is raked (iterative proportional fitting) to the published total of",
           "each province and of each national sector, so both margins are met and the table stays as near to the prior as they allow. All cells are *estimated*.",
           "1996 guidelines, edition of 2020, gross, direct emissions (no power bought).", "",
           "## By province and group, Mt CO₂eq", "",
           "| province | " + " | ".join(g[1] for g in GROUPS) + " | total | published |", "|---" * (len(GROUPS) + 3) + "|"]
    for c in CODES:
        out.append("| %s | %s | %.1f | %.1f |" % (names[c][0], " | ".join("%.1f" % (sum(result[s][c] for s in g[2]) / 1000) for g in GROUPS), sum(result[s][c] for s in result) / 1000, rows[c] / 1000))
    out.append("| Korea | %s | %.1f | %.1f |" % (" | ".join("%.1f" % (sum(result[s][c] for s in g[2] for c in CODES) / 1000) for g in GROUPS), sum(sum(result[s].values()) for s in result) / 1000, sum(rows.values()) / 1000))
    factors = [(result[s][c] / prior[s][c], s, c) for s in result for c in CODES if prior[s][c] > 0]
    wide = [f for f in factors if not apportion.ODD[0] <= f[0] <= apportion.ODD[1]]
    heavy_weight = sum(result[s][c] for f, s, c in factors if .9 <= f <= 1.1) / sum(rows.values())
    low, high = min(factors), max(factors)
    out += ["", "## How far the prior had to bend", "",
            "%d cells have a prior. Factors run from %.2f (%s, %s) to %.2f (%s, %s); %d lie outside 0.5–2. %.0f %% of all emissions stand in cells that moved by a tenth or less." %
            (len(factors), low[0], names[low[2]][0], low[1], high[0], names[high[2]][0], high[1], len(wide), 100 * heavy_weight), "",
            "| province | prior, Mt | published, Mt | published / prior |", "|---|---|---|---|"]
    for c in CODES:
        before = sum(prior[s][c] for s in prior)
        out.append("| %s | %.1f | %.1f | %.2f%s |" % (names[c][0], before / 1000, rows[c] / 1000, rows[c] / before, " (miss)" if abs(rows[c] / before - 1) > .15 else ""))
    out += ["", "A *miss* is a province whose published total is more than 15 % from what the priors say together: there the sectors are least certain.",
            "Below 1: less was counted there than plants, fuel and people suggest; above 1: more.", "",
            "## Beside the statements of large emitters (2018)", "",
            "Companies under the target and trading schemes state direct emissions **and** those of power bought, so the two cannot agree; what can be seen is whether a province's",
            "power, industry and process emissions are of the size its companies state.", "",
            "| province | power, industry, processes here, Mt | stated by companies, Mt | here / stated |", "|---|---|---|---|"]
    large = {r["region_code"]: float(r["tCO2eq"]) / 1e6 for r in p.korea("ghg", "large_emitters_by_province_2011_2020.csv") if r["year"] == "2018"}
    for c in CODES:
        mine = sum(result[s][c] for s in result if s[:3] in ("1A1", "1A2") or s[0] == "2") / 1000
        out.append("| %s | %.1f | %.1f | %.2f |" % (names[c][0], mine, large[c], mine / large[c]))
    over = [names[c][0] for c in CODES if large[c] * 1000 > rows[c]]
    out += ["", "A ratio below 1 is expected: statements hold bought power and steam, and much more of it where little is generated (Seoul, Daejeon). Statements above the published total of all sectors: %s." % (", ".join(over) or "none"), "",
            "## How the headlines move with the prior", "", "Each row replaces some priors, keeps the others, and rakes again to the same published totals.", ""]
    found = []
    for label, change in variants(p):
        table = apportion.rake({s: apportion.scaled(change.get(s, base[s]), columns[s]) for s in base}, rows, columns)
        found.append((label, headlines(p, table)))
    keys = list(found[0][1])
    out += ["| prior | " + " | ".join(keys) + " |", "|---" * (len(keys) + 1) + "|"]
    for label, h in found:
        out.append("| %s | %s |" % (label, " | ".join("%.2f" % h[k] for k in keys)))
    out += ["", "What holds whatever the prior: the gap of all sectors (it rests on published totals alone). What rests on the prior: which sector explains it. Sectors whose prior is jobs or people",
            "(small industry, F-gases, waste, air and sea transport, whose jobs sit at head offices) should be read as shares of the nation, not as measurements of a province.", ""]
    return "\n".join(out)


def build(p, folder):
    with open(os.path.join(folder, "korea-emissions-2018.md"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write(render(p))
