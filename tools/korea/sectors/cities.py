"""Farms, waste, gas network, forest."""
from .rows import ASSUMED, CODES, OIL, GROSS_UP, Works, apportioned, demand, path, stock

# id, English, Korean, group, sector of results, inventory, level, present way, [(route, en, ko, emission left, potential, MKRW per t/year, variable, years to switch)]
ROWS = [
    ("livestock", "livestock", "축산", "farms", "agriculture", ("4A", "4B"), {2018: 1.0, 2024: 1.02, 2025: 1.02, 2030: 1.0, 2050: .88},
     [("livestock_feed", "Low-methane feed and manure to energy", "저메탄 사료·가축분뇨 에너지화", .55, .70, .6, .06, 18)]),
    ("crops", "rice and soils", "경종", "farms", "agriculture", ("4C", "4D", "4F"), {2018: 1.0, 2024: .955, 2025: .95, 2030: .93, 2050: .85},
     [("crops_water", "Intermittent flooding, less fertiliser", "논물관리·비료 저감", .60, .75, .05, .03, 12)]),
    ("landfill", "landfill and waste water", "매립·하폐수", "waste_works", "waste", ("6A", "6B"), {2018: 1.0, 2024: .98, 2025: .97, 2030: .88, 2040: .70, 2050: .55},
     [("landfill_gas", "Landfill gas and sludge to energy", "매립가스·하수 메탄 회수", .30, .80, .35, .02, 10)]),
    ("incineration", "incineration", "소각", "waste_works", "waste", ("6C", "6D"), {2018: 1.0, 2024: .95, 2025: .94, 2030: .88, 2040: .75, 2050: .65},
     [("waste_sorting", "Sorting and recycling before burning", "선별·재활용", .35, .55, .9, .05, 12)]),
    ("gas_network", "gas network and mines", "탈루", "fugitive", "fugitive", ("1B1", "1B2"), {2018: 1.0, 2024: .95, 2025: .95, 2030: .85, 2040: .55, 2050: .30},
     [("leak_repair", "Leak detection and repair", "누출 탐지·보수", .40, .90, .10, .01, 8)])]
# Removal per tonne of 2018: inventory of 2020; 2030 the target of 26.7 Mt less what care adds; 45.6 -> 14 Mt on trend in 2050 (Korea Forest Service 2021)
AGEING = {2018: 1.0, 2020: 37.88 / 40.33, 2030: (26.7 - 2.7) / 41.29, 2050: 14.0 / 45.6}
CARE = {2030: 2.7, 2050: 12.5}      # Mt a year that management, young stands and wood can add (targets 26.7 and 25.3 Mt less the trend)


def build(p):
    for ident, en, ko, group, sector, inventory, level, routes in ROWS:
        kt = apportioned(p, *inventory)
        demand(p, ident, sector, {c: v * 1000 for c, v in kt.items()}, path(level), "t/year", source="gir_inventory_2020;ecumene_sectors", follows="population" if sector == "waste" else None)
        top = max(level.values())
        w = Works(p, ident + "_present", "Present " + en, ko + "(현행)", group, ident, sector, extendable="no", source="gir_inventory_2020")
        w.say("emission", 1, "tCO2eq/t", "reported", "gir_inventory_2020", "By definition of the activity").cost(0, 0, 30, status="assumed", source=ASSUMED, note="No cost is counted")
        stock(p, w.id, {c: v * 1000 * top * 1.02 for c, v in kt.items()}, "t/year", {None: 1.0})
        for rid, ren, rko, left, part, capex, variable, years in routes:
            total = sum(kt.values()) * 1000
            w = Works(p, rid, ren, rko, group, ident, sector, potential="listed", green="yes")
            w.say("emission", left, "tCO2eq/t", "assumed", ASSUMED, "Part left").cost(capex, .03, 20, status="assumed", source=ASSUMED, note="Assumed; no Korean unit cost was read", variable=variable)
            w.pace({2025: part * total / years / 5, 2030: part * total / years, 2050: part * total / years}).room({c: part * v * 1000 for c, v in kt.items()}, note="%.0f %% of the activity of 2018 (assumed)" % (100 * part))
    incineration_ccs(p)
    farm_fuel(p)
    forest(p)


def incineration_ccs(p):
    kt = apportioned(p, "6C", "6D")
    w = Works(p, "incineration_ccs", "Incineration with capture", "소각+탄소포집", "waste_works", "incineration", "waste", potential="listed", green="yes")
    w.say("emission", 1, "tCO2eq/t", "reported", "gir_inventory_2020", "By definition of the activity").take("captured_co2", .80, "t/t", "assumed", ASSUMED, "80 % captured").take("electricity", -.3 * GROSS_UP, "MWh/t", "assumed", "dea_catalogue;ecumene_assumption", "Power and lost output")
    w.cost(1.2, .05, 25, status="assumed", source=ASSUMED, note="Small plants: about twice the cost of cement (assumed)").say("first_build_year", 2033, "year").pace({2025: 0, 2030: 0, 2035: .15e6, 2050: .3e6}).room({c: v * 500 for c, v in kt.items()}, note="Half, at the larger plants (assumed)")


def farm_fuel(p):
    kt = apportioned(p, "1A4c")
    level = {2018: 1.0, 2024: 1.1, 2025: 1.1, 2030: 1.05, 2050: .9}
    demand(p, "farm_fuel", "agriculture", {c: v * 1000 for c, v in kt.items()}, path(level), "t/year", source="gir_inventory_2022;ecumene_sectors")
    w = Works(p, "farm_oil", "Farm machines, greenhouses and boats on oil", "농기계·시설·어선(유류)", "farms", "farm_fuel", "agriculture", extendable="no", source="gir_inventory_2020")
    w.take("oil", -1 / OIL, "MWh/t", "derived", "ipcc_2006", "One tonne of CO2 of 2018").cost(0, 0, 20, status="assumed", source=ASSUMED, note="No cost is counted")
    stock(p, w.id, {c: v * 1000 * 1.12 for c, v in kt.items()}, "t/year", {None: 1.0})
    w = Works(p, "farm_electric", "Electric machines and greenhouse heat pumps", "전기 농기계·시설 히트펌프", "farms", "farm_fuel", "agriculture", potential="listed", green="yes")
    w.take("electricity", -.35 / OIL * GROSS_UP, "MWh/t", "assumed", ASSUMED, "A third of the energy").cost(2.0, .02, 15, status="assumed", source=ASSUMED, note="Beyond the present way (assumed)")
    w.pace({2025: .01e6, 2030: .12e6, 2050: .2e6}).room({c: v * 800 for c, v in kt.items()}, note="Four fifths: boats are harder")


def forest(p):
    ghg = p.facts["ghg"]
    sink = {c: max(0.0, (ghg[c, 2018, "gross"] - ghg[c, 2018, "net"]) * 1000) for c in CODES}
    whole = sum(sink.values())
    nation = (ghg["KR", 2018, "gross"] - ghg["KR", 2018, "net"]) * 1000
    print("forest: sinks of provinces %.2f Mt, of the nation %.2f Mt" % (whole / 1e6, nation / 1e6))
    w = Works(p, "forest_standing", "Standing forest", "기존 산림", "forest", "forest_sink", "forest", extendable="no", source="gir_regional_2020;forest_strategy_2021")
    age = {y: v for y, v in path(AGEING).items()}
    w.say("emission", {y: -v * nation / whole for y, v in age.items()}, "tCO2eq/t", "estimated", "gir_inventory_2022;forest_strategy_2021", "Falls as trees age: 45.6 to 14 Mt by 2050 on trend").say("minimum_load", 1, "1", note="It grows whatever is planned")
    w.cost(0, 0, 200, status="assumed", source=ASSUMED, note="No cost is counted")
    stock(p, w.id, sink, "t/year", {None: 1.0}, status="derived", source="gir_regional_2020", note="Gross less net of 2018")
    w = Works(p, "forest_care", "Young stands, management and wood in use", "숲가꾸기·조림·목재이용", "forest", "forest_sink", "forest", potential="listed", green="yes")
    w.say("emission", -1, "tCO2eq/t", "assumed", "forest_strategy_2021", "Removal beyond the trend").cost(.9, .02, 60, status="assumed", source=ASSUMED, note="0.9 MKRW per tonne a year (assumed; no Korean unit cost was read)")
    w.pace({2025: .1e6, 2030: .5e6, 2050: .55e6}).room({c: v / whole * CARE[2050] * 1e6 for c, v in sink.items()}, note="By the sinks of 2018; the nation's targets less the trend", source="forest_strategy_2021;cnc_2050")
