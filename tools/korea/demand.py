"""population.csv (with the projection), demand.csv, flexibility.csv, imports.csv."""
from common import CAPITAL, CODES, YEARS, at, shares

GROSS_UP = 1 / ((1 - .0199 - .0140) * (1 - .0357))      # distribution, most of transmission, own use (KEPCO 2023)
NATIONAL = {    # TWh at gross level; base of 2024 is computed from sales
    "base": {2025: 597, 2030: 606, 2035: 600, 2040: 590, 2045: 567, 2050: 544},
    "industry": {2024: 0, 2025: .5, 2030: 13, 2035: 38, 2040: 85, 2045: 138, 2050: 190},
    "heat": {2024: 0, 2025: .5, 2030: 4, 2035: 17, 2040: 27, 2045: 36, 2050: 45},
    "transport": {2024: 0, 2025: 1, 2030: 10, 2035: 25, 2040: 45, 2045: 63, 2050: 79.6},
    "data_centre": {2024: 0, 2025: 1, 2030: 12, 2035: 28, 2040: 48, 2045: 65, 2050: 80},
}
DATA_CENTRE = {"31": .60, "36": .10, "33": .08, "34": .05, "11": .05, "23": .05, "37": .04, "32": .03}
HYDROGEN = {"industry": {2024: 0, 2025: 0, 2030: .2, 2035: .7, 2040: 1.5, 2045: 2.5, 2050: 3.5},
            "transport": {2024: 0, 2025: 0, 2030: .1, 2035: .3, 2040: .5, 2045: .75, 2050: 1.0}}     # Mt
KWH_PER_KG = 33.33
CAPITAL_2050 = .45      # of all people, in the balanced future
STEEL = {"34": 12.0, "37": 16.4, "36": 22.1}            # blast furnaces, Mt
ETHYLENE = {"36": 6.415, "34": 4.775, "26": 3.542}      # Mt, with S-Oil Shaheen


def build(p):
    population(p)
    demand(p)
    imports(p)


def population(p):
    def add(code, year, scenario, value, status, source):
        p.add("population", digits=9, region=code, year=year, scenario=scenario, value=float(round(value)), unit="person", status=status, source=source)

    history = {}
    for r in p.korea("socio", "population_midyear_province_1970_2010.csv"):
        if int(r["year"]) >= 1990:
            history[r["region_code"], int(r["year"])] = float(r["population"])
    by_name = {"Seoul": "11", "Busan": "21", "Daegu": "22", "Incheon": "23", "Gwangju": "24", "Daejeon": "25", "Ulsan": "26", "Sejong": "29", "Gyeonggi-do": "31", "Gangwon-do": "32",
               "Chungcheongbuk-do": "33", "Chungcheongnam-do": "34", "Jeollabuk-do": "35", "Jeollanam-do": "36", "Gyeongsangbuk-do": "37", "Gyeongsangnam-do": "38", "Jeju": "39"}
    for r in p.korea("socio", "migest_korea_gravity_2012_2020.csv"):
        if r["orig"] == r["dest"] and r["orig_pop"]:
            history[by_name[r["orig"]], int(r["year"])] = float(r["orig_pop"]) * 1e6
    short = {ko: c for c, (en, ko) in p.facts["names"].items()}
    for r in p.korea("socio", "municipalities_2023.csv"):
        code = short[r["province_ko"]]
        history[code, 2023] = history.get((code, 2023), 0) + float(r["population"] or 0)
    for (code, year), value in sorted(history.items()):
        if value:
            add(code, year, "history", value, "reported", "kostat_population")
    p.facts["population"] = history

    base = {"11": 9420, "21": 3300, "26": 1110, "29": 380, "31": 13690}
    end = {"11": 7930, "21": 2450, "26": 830, "29": 540, "31": 13810}
    change = {"22": -580, "24": -290, "35": -330, "36": -280, "37": -460, "38": -690}
    known = sum(base.values())
    weight = shares({c: history[c, 2023] for c in CODES if c not in base})
    for c, w in weight.items():
        base[c] = (51670 - known) * w
    for c, d in change.items():
        end[c] = base[c] + d
    end["25"] = base["25"] * .85
    rest = [c for c in CODES if c not in end]
    left = 46270 - sum(end.values())
    for c in rest:
        end[c] = left * base[c] / sum(base[r] for r in rest)
    p.facts["projection"] = {}
    for year in [2024] + YEARS:
        t = ((year - 2022) / 30) ** 1.5
        row = {c: base[c] + (end[c] - base[c]) * t for c in CODES}
        row["31"] = at({2022: 13690, 2038: 14520, 2052: 13810}, year)
        scale = (51670 + (46270 - 51670) * t - row["31"]) / (sum(row.values()) - row["31"])
        for c in CODES:
            value = row[c] * (1 if c == "31" else scale)
            p.facts["projection"][c, year] = value * 1000
            add(c, year, "projection", value * 1000, "estimated", "kostat_projection_2024")
    balanced(p, add)


def balanced(p, add):
    """The other future: the capital region's share of people falls from 2025 to CAPITAL_2050 instead of rising; inside and outside as projected."""
    people = p.facts["projection"]
    start = sum(people[c, 2025] for c in CAPITAL) / sum(people[c, 2025] for c in CODES)
    for year in [2024] + YEARS:
        nation, inside = sum(people[c, year] for c in CODES), sum(people[c, year] for c in CAPITAL)
        share = inside / nation if year <= 2025 else start + (CAPITAL_2050 - start) * (year - 2025) / 25
        for c in CODES:
            add(c, year, "balanced", people[c, year] * (share * nation / inside if c in CAPITAL else (1 - share) * nation / (nation - inside)), "assumed", "ecumene_balanced")


def demand(p):
    sales = {r["region_code"]: float(r["MWh"]) / 1e6 for r in p.korea("power", "electricity_demand_by_province_MWh.csv")}
    p.facts["sales_2024"] = sales
    own = {}
    for r in p.korea("supply", "kea_re_statistics_2022_by_province.csv"):
        if r["source_ko"] == "태양광" and r["kind(commercial|self_use|total)"] == "self_use" and r["quantity"] == "generation_MWh":
            own[r["region_code"]] = float(r["value"]) / 1e6
    base = {c: sales[c] * GROSS_UP + own[c] for c in CODES}
    factory, total = {}, {}
    for r in p.korea("supply", "kepco_sales_by_province_use_2023_GWh.csv"):
        if r["use_ko"].startswith("6.") or r["use_ko"].startswith("5."):
            factory[r["region_code"]] = factory.get(r["region_code"], 0) + float(r["sales_GWh"])
        if r["use_en"] == "Total":
            total[r["region_code"]] = float(r["sales_GWh"])
    keei = {}
    for r in p.korea("supply", "keei_final_energy_by_province_2010_2022_ktoe.csv"):
        if r["year"] == "2022" and r["region_code"] in CODES:
            keei[r["table"], r["item"], r["region_code"]] = float(r["ktoe"] or 0)
    vehicles = {r["region_code"]: float(r["total_as_given"]) for r in p.korea("transport", "vehicles_and_ev_by_province_2020_2024.csv") if r["year"] == "2022"}
    p.facts["vehicles"] = vehicles
    key = {
        "industry": shares({c: keei["industry_by_source", "Coal", c] + keei["industry_by_source", "Gas1", c] + .3 * keei["industry_by_source", "Petroleum", c] for c in CODES}),
        "heat": shares({c: keei["residential_commercial_by_source", "Citygas1", c] + keei["residential_commercial_by_source", "Petroleum", c] for c in CODES}),
        "transport": shares(vehicles), "data_centre": DATA_CENTRE}
    shape = {"base": "load", "heat": "heat_pump", "transport": "ev_charging"}
    p.facts["demand"] = {}

    def add(carrier, code, component, year, twh, status, source, series=None):
        p.add("demand", digits=7, carrier=carrier, region=code, scenario="reference", component=component, year=year, value=float(twh * 1e6), unit="MWh/year", series=series, status=status, source=source)
        p.facts["demand"][carrier, code, component, year] = twh

    people = p.facts["projection"]
    for year in [2024] + YEARS:
        weights = {c: base[c] * (factory[c] / total[c] + (1 - factory[c] / total[c]) * people[c, year] / people[c, 2024]) for c in CODES}
        part = shares(weights)
        for c in CODES:
            if year == 2024:
                add("electricity", c, "base", year, base[c], "derived", "kepco_sales_2024;kepco_statistics;kea_2022;ecumene_demand", "load")
            else:
                add("electricity", c, "base", year, NATIONAL["base"][year] * part[c], "assumed", "ecumene_demand;basic_plan_11;cnc_2050", "load")
        for component in ("industry", "heat", "transport", "data_centre"):
            for c in CODES:
                add("electricity", c, component, year, NATIONAL[component][year] * key[component].get(c, 0), "assumed", "ecumene_demand;cnc_2050", shape.get(component))
    steel, ethylene = shares(STEEL), shares(ETHYLENE)
    for year in [2024] + YEARS:
        for c in CODES:
            to_industry = .7 * steel.get(c, 0) + .3 * ethylene.get(c, 0)
            for component, part in (("industry", to_industry), ("transport", key["transport"][c])):
                if part > 0:
                    add("hydrogen", c, component, year, HYDROGEN[component][year] * KWH_PER_KG * part, "assumed", "ecumene_hydrogen;hydrogen_plan_2021")

    def bend(component, kind, step, year, share, value):
        p.add("flexibility", carrier="electricity", component=component, kind=kind, step=step, year=year, share=float(share), value=float(value), unit="KRW/kWh", status="assumed", source="ecumene_assumption")
    for year, share in ((2024, 0), (2025, .05), (2030, .15), (2040, .35), (2050, .5)):
        bend("transport", "shift", 1, year, share, 10)
    for year, share in ((2024, 0), (2030, .05), (2050, .15)):
        bend("heat", "shift", 1, year, share, 10)
        bend("data_centre", "shift", 1, year, share / 2, 20)
    for step, (share, value) in enumerate(((.02, 500), (.03, 1500), (.05, 4000)), 1):
        for year in (2024, 2050):
            bend("base", "cut", step, year, share, value)


def imports(p):
    def add(carrier, quantity, year, value, unit, status, source, note=""):
        p.add("imports", carrier=carrier, quantity=quantity, year=year, value=float(value), unit=unit, status=status, source=source, note=note)

    sums = {}
    for r in p.korea("power", "fuel_cost_monthly.csv"):
        key = r["carrier"], int(r["snapshot"].split("/")[-1])
        sums.setdefault(key, []).append(float(r["fuelcost_t"]))
    for carrier, row, efficiency in (("coal", "bituminous", .388), ("gas", "LNG", .47), ("oil", "oil", .37), ("uranium", "nuclear", .36)):
        yearly = {y: sum(sums[row, y]) / len(sums[row, y]) * efficiency for y in range(2018, 2026)}
        note = "Fuel cost per kWh generated times %.1f %% efficiency" % (efficiency * 100)
        add(carrier, "price", 2024, yearly[2024], "KRW/kWh", "derived", "kpx_fuel_cost", note)
        add(carrier, "price", 2025, yearly[2025], "KRW/kWh", "derived", "kpx_fuel_cost", note + "; January to September")
        mean = sum(yearly[y] for y in range(2018, 2025)) / 7
        for year in (2030, 2050):
            add(carrier, "price", year, mean, "KRW/kWh", "assumed", "kpx_fuel_cost", "Mean of 2018-2024 held flat")
    for year in (2024, 2050):
        add("biomass", "price", year, 30, "KRW/kWh", "assumed", "ecumene_assumption", "Wood pellets less the renewable certificate: low enough that existing plant runs, as it does")
        add("biomass", "limit", year, 30e6, "MWh/year", "assumed", "ecumene_assumption", "Fuel of the existing plant")
        add("waste_fuel", "price", year, 0, "KRW/kWh", "assumed", "ecumene_assumption", "No price: it must be got rid of")
        add("coal", "limit", year, 437e6, "MWh/year", "modelled", "motie_2024;ecumene_assumption",
            "Coal burnt in 2024 (167.2 TWh generated and gasification, 38.7 %). Stands for fine-dust limits, the yearly self-limit and east-coast constraints, without which least cost would burn far more")
    for year, krw, mt in ((2024, 6000, 0), (2025, 6000, 0), (2029, 5200, 0), (2030, 5000, .5), (2035, 4000, 3), (2040, 3000, 8), (2045, 2750, 15), (2050, 2500, 22.9)):
        add("hydrogen_import", "price", year, krw / KWH_PER_KG, "KRW/kWh", "assumed", "hydrogen_price", "%d KRW/kg delivered" % krw)
        add("hydrogen_import", "limit", year, mt * KWH_PER_KG * 1e6, "MWh/year", "assumed", "hydrogen_plan_2021" if year == 2050 else "ecumene_assumption", "%g Mt" % mt)
