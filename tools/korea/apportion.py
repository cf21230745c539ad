"""Emissions of 2018 by province and sector, which nobody publishes: a prior for each sector, raked to both published margins.

Every cell keeps its prior, its factor (result over prior) and its result in apportioning.csv. A prior says how a sector would be
spread if nothing else were known; raking (iterative proportional fitting) is the table nearest to it in relative entropy that
meets the published total of each province and of each national sector.
"""
from accounts import FUELS, LEAVES_2020, POWER_2018_KT
from common import CODES, shares

ROUNDS, CLOSE = 20000, 1e-11
ODD = (.5, 2.0)                 # factors outside are flagged
# What the edition of 2022 gives inside two leaves of the edition of 2020, kt CO2eq: row of the table, part of the leaf
PARTS = {"1A2f": {"minerals": [15], "rest": [16, 17, 18, 19, 20]}, "2F": {"chips": [51], "switchgear": [52], "cooling": [53]}}
COKE_SHARE, SITE_SHARE, MOST = .5, .8, 1.25
INLAND = ("11", "22", "24", "25", "29", "33")
# kg CO2 per GJ, lower heating value, and GJ per toe: fuels of homes, services and factories
FUEL_KT_PER_KTOE = {"coal": 98.3 * 41.868e-3, "oil": 71.9 * 41.868e-3, "gas": 56.1 * 41.868e-3}


def build(p):
    targets = sector_totals(p)
    prior = {s: scaled(w, targets[s]) for s, w in priors(p).items()}
    rows = {c: p.facts["ghg"][c, 2018, "gross"] for c in CODES}
    result = rake(prior, rows, targets)
    p.facts["apportioned"], p.facts["apportioning_prior"] = result, prior
    for s in targets:
        for c in CODES:
            before, after = prior[s][c], result[s][c]
            if before > 0:
                factor = after / before
                p.add("apportioning", digits=9, region=c, sector=s.split(".")[0], part=s.partition(".")[2] or "all", year=2018, prior=before, factor=factor, value=after, basis=BASIS[s],
                      flag="wide" if not ODD[0] <= factor <= ODD[1] else "", status="estimated", source="ecumene_apportioning;" + SOURCE[s])
    for leaf in LEAVES_2020:
        for c in CODES:
            value = sum(result[s][c] for s in targets if s.split(".")[0] == leaf)
            if value > 0:
                p.add("emissions", digits=9, region=c, year=2018, ledger="production", coverage="gross", tree="ipcc1996", sector=leaf, gas="all", gwp="sar", value=value, unit="ktCO2eq", status="estimated", source="ecumene_apportioning")


def sector_totals(p):
    """kt CO2eq of each leaf, two of them in parts by the later edition's proportions."""
    found = [r for r in p.korea("ghg", "gir_national_2018_by_source.csv") if r["emission"]]
    leaf = {s: float(r["emission"]) for s, r in zip(LEAVES_2020, found)}
    later = {int(r["row"]): float(r["2018"] or 0) for r in p.korea("demand", "national_inventory_by_source_1990_2020_ktCO2eq.csv")}
    out = {}
    for s, kt in leaf.items():
        if s in PARTS:
            for part, share in shares({name: sum(later[i] for i in rows) for name, rows in PARTS[s].items()}).items():
                out["%s.%s" % (s, part)] = kt * share
        else:
            out[s] = kt
    return out


def scaled(weights, total):
    return {c: v * total for c, v in shares({c: weights.get(c, 0.0) for c in CODES}).items()}


def rake(prior, rows, columns):
    """Iterative proportional fitting: rows are provinces, columns are sectors; ends on exact rows."""
    x = {s: dict(prior[s]) for s in prior}
    gap = sum(rows.values()) - sum(columns.values())
    if abs(gap) > 1:
        raise SystemExit("provinces and sectors of 2018 differ by %.3f kt" % gap)
    rounding = sum(rows.values()) / sum(columns.values())       # the sectors are published to 10 t
    for _ in range(ROUNDS):
        for s in x:
            part = sum(x[s].values())
            x[s] = {c: v * columns[s] * rounding / part for c, v in x[s].items()}
        worst = 0.0
        for c in CODES:
            part = sum(x[s][c] for s in x)
            worst = max(worst, abs(part / rows[c] - 1))
            for s in x:
                x[s][c] *= rows[c] / part
        if worst < CLOSE:
            return x
    raise SystemExit("raking does not settle: %.2g" % worst)


def priors(p):
    """Weight of every province in every sector. The basis of each stands in BASIS."""
    keei = {(r["table"], r["item"], r["region_code"]): float(r["ktoe"] or 0) for r in p.korea("supply", "keei_final_energy_by_province_2010_2022_ktoe.csv") if r["year"] == "2018"}
    jobs = {(r["region_code"], r["ksic2"]): float(r["workers"] or 0) for r in p.korea("demand", "employment_by_province_ksic2_2023.csv")}
    facts = {r["code"]: r for r in p.korea("bundle_korea17", "facts_17.csv")}
    people = {c: p.facts["population"][c, 2018] for c in CODES}

    def used(table, item):
        return {c: keei.get((table, item, c), 0.0) for c in CODES}

    def work(*industries):
        return {c: sum(jobs.get((c, i), 0.0) for i in industries) for c in CODES}

    def mix(*parts):
        """Shares of several keys, weighted."""
        keys = [(w, shares(k)) for w, k in parts]
        return {c: sum(w * k.get(c, 0.0) for w, k in keys) for c in CODES}

    def burnt(table, coal, oil, gas):
        return {c: FUEL_KT_PER_KTOE["coal"] * keei.get((table, coal, c), 0) + FUEL_KT_PER_KTOE["oil"] * keei.get((table, oil, c), 0) + FUEL_KT_PER_KTOE["gas"] * keei.get((table, gas, c), 0) for c in CODES}

    power = power_prior(p)
    steel_coal = {c: keei["industry_by_source", "Coal", c] if c in ("34", "36", "37") else 0.0 for c in CODES}
    arc = {c: 0.0 for c in CODES}
    for r in p.korea("industry", "heavy_industry_sites_2020.csv"):
        if r["type"] == "steel_EAF":
            arc[r["region_code"]] += 1
    refinery, ethylene, cement = capacity_2018(p)
    homes_and_services = burnt("residential_commercial_by_source", "Coal", "Petroleum", "Citygas1")
    service_jobs = work("I55", "I56", "G46", "G47", "P85", "Q86", "Q87", "L68", "S96", "R91", "K64", "J62", "M71")
    per_head = {c: service_jobs[c] / people[c] for c in CODES}
    mean = sum(service_jobs.values()) / sum(people.values())
    part = {c: min(.9, .31 * per_head[c] / mean) for c in CODES}          # 15.1 of 48.9 Mt are commercial
    public = burnt("public_by_source", "Coal", "Petroleum", "Citygas1")
    paddy, dry, livestock, farming = farm_keys(p, facts, jobs)
    road = road_key(p, {c: keei["transport_by_source", "Petroleum", c] * 71.9 + keei["transport_by_source", "Citygas", c] * 56.1 for c in CODES})
    sales = {r["region_code"]: float(r["sales_GWh"]) for r in p.korea("supply", "kepco_sales_by_province_2006_2023_GWh.csv") if r["region_code"] in CODES and r["year"] == "2018"}
    coal_power = power_prior(p, ("bituminous", "anthracite"))
    steel = mix((.97, steel_coal), (.03, arc))
    chemicals = mix((SITE_SHARE, ethylene), (1 - SITE_SHARE, work("C20")))
    limestone = mix((COKE_SHARE, steel_coal), (1 - COKE_SHARE, coal_power))
    return {
        "1A1a": power, "1A1b": refinery, "1A1c": steel_coal, "1A2a": steel, "1A2b": work("C24"), "1A2c": chemicals, "1A2d": work("C17", "C18"), "1A2e": work("C10", "C11", "C12"),
        "1A2f.minerals": cement_fuel(keei, cement), "1A2f.rest": mix((.7, used("industry_by_source", "Gas1")), (.3, work("C13", "C25", "C26", "C28", "C29", "C30", "C31", "F41"))),
        "1A3a": work("H51"), "1A3b": road, "1A3c": {c: float(facts[c]["area_km2"]) ** .5 * people[c] ** .5 for c in CODES}, "1A3d": {c: v if c not in INLAND else 0.0 for c, v in work("H50").items()}, "1A3e": road,
        "1A4a": {c: homes_and_services[c] * part[c] + public[c] for c in CODES}, "1A4b": {c: homes_and_services[c] * (1 - part[c]) for c in CODES}, "1A4c": farming, "1A5": public,
        "1B1": work("B05"), "1B2": used("final_by_source", "gas"),
        "2A1": cement, "2A2": mix((.5, cement), (.5, steel_coal)), "2A3": limestone, "2A4": work("C23"), "2B": chemicals, "2C": steel,
        "2F.chips": work("C26"), "2F.switchgear": sales, "2F.cooling": people,
        "4A": livestock, "4B": livestock, "4C": paddy, "4D": dry, "4F": dry, "6A": people, "6B": people, "6C": mix((.5, people), (.5, work("E38", "C20", "C24"))), "6D": people}


BASIS = {
    "1A1a": "generation by source 2018 x fuel factor / efficiency", "1A1b": "crude capacity of refineries", "1A1c": "coal used by industry in the provinces with blast furnaces",
    "1A2a": "97 % coal used by industry in the provinces with blast furnaces, 3 % arc furnace sites", "1A2b": "jobs in basic metals", "1A2c": "80 % ethylene capacity of 2018, 20 % jobs in chemicals",
    "1A2d": "jobs in paper and print", "1A2e": "jobs in food, drink, tobacco", "1A2f.minerals": "75 % coal used by industry in the provinces with kilns, 25 % cement output of 2016",
    "1A2f.rest": "70 % gas used by industry, 30 % jobs in manufacturing without steel, chemicals, minerals", "1A3a": "jobs in air transport", "1A3b": "oil and gas used by transport, at most 1.25 times the share of vehicles (airports and ports)",
    "1A3c": "root of area times people", "1A3d": "jobs in water transport, provinces with ports", "1A3e": "as road", "1A4a": "fuel of homes and services by the share of service jobs, and public fuel",
    "1A4b": "fuel of homes and services less the commercial part", "1A4c": "farmed area and fishing jobs", "1A5": "fuel of the public sector and others", "1B1": "jobs in coal mining", "1B2": "gas used",
    "2A1": "cement output of 2016 by site", "2A2": "half cement, half steel coal", "2A3": "half steel coal, half coal power (lime in furnaces and scrubbers)", "2A4": "jobs in minerals (glass)", "2B": "as chemicals", "2C": "as steel",
    "2F.chips": "jobs in electronic components", "2F.switchgear": "electricity sales", "2F.cooling": "people", "4A": "value added of farming less crops by area", "4B": "as enteric fermentation", "4C": "paddy area",
    "4D": "cropland", "4F": "cropland", "6A": "people", "6B": "people", "6C": "half people, half jobs in waste, chemicals and metals", "6D": "people"}
SOURCE = {s: "kepco_statistics" if s == "1A1a" else "industry_sites_2025" if s in ("1A1b", "1A2c", "2B") else "tcs_2016" if s in ("2A1",) else
          "kostat_cropland" if s in ("4C", "4D", "4F", "1A4c") else "kostat_population" if s in ("1A3c", "2F.cooling", "6A", "6B", "6D") else "kepco_statistics" if s == "2F.switchgear" else
          "kostat_jobs_2023" if s in ("1A2b", "1A2d", "1A2e", "1A3a", "1A3d", "1B1", "2A4", "2F.chips", "6C") else "kostat_grdp" if s in ("4A", "4B") else "keei_regional_2023" for s in BASIS}


def road_key(p, fuel):
    """Fuel of transport, but no more than MOST times a province's share of vehicles: where ports and airports are, it holds ship and jet fuel."""
    vehicles = shares({r["region_code"]: float(r["total_as_given"]) for r in p.korea("transport", "vehicles_and_ev_by_province_2020_2024.csv") if r["year"] == "2022"})
    fuel = shares(fuel)
    return {c: min(fuel[c], MOST * vehicles[c]) for c in CODES}


def power_prior(p, only=None):
    out = {c: 0.0 for c in CODES}
    for r in p.korea("supply", "kepco_capacity_generation_by_province_source_2018_2023.csv"):
        if r["year"] == "2018" and r["region_code"] in CODES and r["source"] in FUELS and r["generation_GWh"] and (only is None or r["source"] in only):
            factor, efficiency = FUELS[r["source"]]
            out[r["region_code"]] += float(r["generation_GWh"]) * factor * 3.6 / efficiency / 1000
    return out


def capacity_2018(p):
    """kb/d of refineries, Mt of ethylene standing in 2018, Mt of cement made in 2016; by province."""
    later = ("Shaheen", "GS Caltex MFC", "HD Hyundai Chemical")          # started after 2018 (2026, 2021, 2021)
    refinery, ethylene, cement = {}, {}, {}
    for r in p.korea("demand", "industry_capacity_sites.csv"):
        into = {"refinery": refinery, "ethylene": ethylene, "cement": cement}.get(r["industry"])
        if into is None or not r["capacity"] or any(name in r["site"] for name in later):
            continue
        codes = r["region_code"].split(",")
        for c in codes:
            into[c] = into.get(c, 0.0) + float(r["capacity"]) / len(codes)
    known = sum(cement.values())
    for c in ("32", "36"):      # Halla (Gangneung) and Korea Cement (Jangseong): output not disclosed, the mean of the known nine plants
        cement[c] = cement.get(c, 0.0) + known / 9 * (1 if c == "32" else .25)
    return refinery, ethylene, cement


def cement_fuel(keei, cement):
    coal = shares({c: keei["industry_by_source", "Coal", c] if c in ("32", "33") else 0.0 for c in CODES})
    kiln = shares({c: cement.get(c, 0.0) for c in CODES})
    return {c: .75 * coal[c] + .25 * kiln[c] for c in CODES}


def farm_keys(p, facts, jobs):
    """Paddy and cropland (kha; the provinces not read share what is left of the nation by value added of farming), livestock, farm fuel."""
    read = {"36": "Jeonnam", "37": "Gyeongbuk", "34": "Chungnam", "35": "Jeonbuk", "31": "Gyeonggi", "38": "Gyeongnam", "32": "Gangwon", "33": "Chungbuk"}
    area = {}
    for r in sorted(p.korea("demand", "cropland_kha.csv"), key=lambda r: r["year"]):
        for column in ("paddy", "dry", "total"):
            if r[column]:
                area[r["region"], column] = float(r[column])
    value = {c: float(facts[c]["gva_agriculture_2020_MKRW"] or 0) for c in CODES}
    out = {}
    for column in ("paddy", "dry"):
        known = {c: area[name, column] for c, name in read.items() if (name, column) in area}
        left = area["Korea", column] - sum(known.values())
        weight = shares({c: value[c] for c in CODES if c not in known and not (column == "paddy" and c == "39")})
        out[column] = {c: known.get(c, left * weight.get(c, 0.0)) for c in CODES}
    crop = {c: out["paddy"][c] + out["dry"][c] for c in CODES}
    area_share, value_share = shares(crop), shares(value)
    livestock = {c: max(.25 * value_share[c], 2 * value_share[c] - area_share[c]) for c in CODES}
    fishing = shares({c: jobs.get((c, "A03"), 0.0) for c in CODES})
    return out["paddy"], crop, livestock, {c: .6 * area_share[c] + .4 * fishing[c] for c in CODES}
