"""Steel, cement, petrochemicals, refining, heat of factories, process and fluorinated gases."""
from common import shares
from .carriers import LIMESTONE, NAPHTHA, OLEFINS, PLASTIC
from .rows import ASSUMED, CODES, COAL, GAS, GROSS_UP, OIL, Works, apportioned, demand, eur, path, stock, users

HOUR = 8760.0
STEEL = {2018: 72.5, 2024: 63.5, 2025: 63.0, 2030: 63.0, 2035: 62.5, 2040: 62.0, 2045: 61.0, 2050: 60.0}      # Mt, worldsteel to 2024
BLAST_SHARE = 47.7 / 72.5       # 97.7 Mt of the inventory at POSCO's 2.05 t/t
CLINKER = {2018: 24702.06 / 520, 2024: .90 * 22703 / 520, 2025: 38.0, 2030: 37.0, 2040: 35.0, 2050: 33.0}       # Mt: process emissions / 0.52
HVC_PER_ETHYLENE = 5.0 / 2.7    # an electric cracker takes 5.0 MWh/t of ethylene or 2.7 MWh/t of all high-value chemicals
ETHYLENE = {2018: 9.2, 2024: 9.6, 2025: 9.5, 2030: 9.3, 2040: 8.7, 2050: 8.0}
CRACKER = 1.73 * .90 / HVC_PER_ETHYLENE     # t CO2 per t, IPCC 2006 default and its factor for Korea
REFINING = {2018: 1.0, 2024: 1.0, 2025: 1.0, 2030: .93, 2035: .82, 2040: .68, 2045: .55, 2050: .45}
GAS_FURNACE, OIL_FURNACE = .84, .88
CAPTURE_POWER, CAPTURE_GAS = .16, .76 / .90   # MWh per t captured (DEA, gas in higher heating value)


def build(p):
    steel(p)
    cement(p)
    chemicals(p)
    refining(p)
    heat(p)
    gases(p)


def captured(w, share, carbon):
    """Capture of `share` of `carbon` t per unit, with its power and heat; returns the investment per unit of yearly output."""
    t = share * carbon
    w.take("captured_co2", t, "t/t", "assumed", ASSUMED, "%.0f %% of %.3g t" % (100 * share, carbon))
    w.take("electricity", -CAPTURE_POWER * t * GROSS_UP, "MWh/t", "derived", "dea_catalogue", "0.16 MWh per t captured, at generator level")
    return t


def steel(p):
    kt = apportioned(p, "1A2a", "1A1c", "2C")
    blast = shares({c: kt[c] if c in ("34", "36", "37") else 0.0 for c in CODES})
    arc = {c: 0.0 for c in CODES}
    for r in p.korea("industry", "heavy_industry_sites_2020.csv"):
        if r["type"] == "steel_EAF":
            arc[r["region_code"]] += 1
    arc = shares(arc)
    total = sum(kt.values()) / 1000
    arc_mt, blast_mt = STEEL[2018] * (1 - BLAST_SHARE), STEEL[2018] * BLAST_SHARE
    arc_gas = .03 * sum(apportioned(p, "1A2a").values()) / 1000 / arc_mt
    coal = (total - arc_gas * arc_mt) / blast_mt
    demand(p, "steel", "industry", users(p, 1e6), path(STEEL), "t/year", source="worldsteel;ecumene_sectors")
    keep = {2040: .15, 2047: .25, None: .60}
    w = Works(p, "steel_blast", "Blast furnace and converter", "고로-전로", "steel_bf", "steel", "industry", extendable="no", source="dea_catalogue")
    w.take("industry_coal", -coal / COAL, "MWh/t", "estimated", "gir_inventory_2020;worldsteel", "Inventory of steel and coke ovens less arc furnaces over %.1f Mt of blast-furnace steel" % blast_mt)
    w.cost({None: eur(9.603e6, HOUR)}, .08, 40, note="DEA counts 14 % a year with labour; 8 % taken")
    w.say("variable_om", eur(1.539 * 97.7), "MKRW/t", "derived", "dea_catalogue", "Ore")
    stock(p, w.id, {c: v * blast_mt * 1e6 for c, v in blast.items()}, "t/year", keep, source="ecumene_apportioning;worldsteel", note="By coal used; relined furnaces last, a part ends in the 2040s (assumed)")
    p.facts["blast"] = {c: v * blast_mt * 1e6 for c, v in blast.items()}
    w = Works(p, "steel_arc", "Electric arc furnace, scrap", "전기로(고철)", "steel_eaf", "steel", "industry", source="dea_catalogue", green="yes", potential="listed")
    w.take("scrap", -1.08, "t/t", "assumed", ASSUMED, "Yield 93 %").take("electricity", -.55 * GROSS_UP, "MWh/t", "assumed", ASSUMED, "0.55 MWh/t, at generator level; taken out of base demand")
    w.take("gas", -arc_gas / GAS, "MWh/t", "derived", "gir_inventory_2020", "3 % of the steel inventory (assumed share)")
    w.cost({None: eur(2.313e6, HOUR)}, .12, 40, note="DEA counts 30 % a year with labour; 12 % taken")
    w.pace({2025: .1e6, 2030: 1.0e6, 2050: 1.5e6}, "Gwangyang 2.5 Mt in 2026")
    stock(p, w.id, {c: v * arc_mt * 1.02e6 for c, v in arc.items()}, "t/year", {None: 1.0}, note="By number of sites")
    p.add("stock", plant="steel_arc_36_gwangyang", name="POSCO Gwangyang EAF", region="36", technology=w.id, capacity=2.5e6, unit="t/year", build_year=2027, close_year=2101, status="reported", source="industry_sites_2025", note="Starts in 2026")
    w.room({c: v * arc_mt * 2e6 + (8e6 if c in ("34", "36", "37") else 0) for c, v in arc.items() if v > 0 or c in ("34", "36", "37")}, note="Twice what stands, and 8 Mt at each coastal works (assumed)")
    w = Works(p, "steel_hydrogen", "Hydrogen reduction and electric furnace", "수소환원제철", "steel_h2", "steel", "industry", source="dea_catalogue", green="yes", potential="listed")
    w.take("hydrogen", -2.1, "MWh/t", "derived", "dea_catalogue", "63 kg a tonne").take("electricity", -1.67 * GROSS_UP, "MWh/t", "derived", "dea_catalogue", "1.03 for the shaft, 0.64 for the furnace, at generator level")
    w.cost({None: eur(5.379e6 + 2.313e6, HOUR)}, .09, 40, note="DEA counts 11 and 30 % a year with labour; 9 % taken")
    w.say("variable_om", eur(1.59 * 97.7 * 1.15), "MKRW/t", "assumed", "dea_catalogue;ecumene_assumption", "Ore of higher grade, 15 % dearer (assumed)")
    w.say("first_build_year", 2030, "year", "assumed", "industry_sites_2025", "Trial 2028, 1 Mt scale in the 2030s (HyREX)")
    w.pace({2025: 0, 2030: .2e6, 2035: 1.2e6, 2040: 2.5e6, 2045: 3e6, 2050: 3e6})
    w.room({c: v * blast_mt * 1.1e6 for c, v in blast.items()}, note="Blast furnace capacity of the site and a tenth")
    w = Works(p, "steel_blast_ccs", "Blast furnace with capture", "고로+탄소포집", "steel_ccs", "steel", "industry", source="dea_catalogue", potential="listed")
    t = captured(w, .60, coal)
    w.take("industry_coal", -coal / COAL, "MWh/t", "estimated", "gir_inventory_2020;worldsteel", "As the blast furnace").take("gas", -CAPTURE_GAS * t, "MWh/t", "derived", "dea_catalogue", "Heat of capture")
    w.cost({None: eur(4.478e6 / 1.17 * t, HOUR) + .25}, .08, 25, note="Capture plant (USD at 1.17 to the EUR) and 0.25 MKRW/t of relining (assumed)")
    w.say("variable_om", eur(1.539 * 97.7), "MKRW/t", "derived", "dea_catalogue", "Ore").say("first_build_year", 2032, "year")
    w.pace({2025: 0, 2030: 0, 2035: .8e6, 2050: 2e6})
    w.room({c: v * blast_mt * .5e6 for c, v in blast.items()}, note="Half of the furnaces have room for it (assumed)")


def cement(p):
    site = apportioned(p, "2A1")
    fuel = sum(apportioned(p, "1A2f.minerals").values()) / 1000 / CLINKER[2018]
    share = shares(site)
    mt = path(CLINKER)
    demand(p, "clinker", "industry", users(p, 1e6), mt, "t/year", source="gir_inventory_2020;gir_inventory_2022;ecumene_sectors")
    per = LIMESTONE and .52 / LIMESTONE

    def kiln(ident, en, ko, capex, **more):
        w = Works(p, ident, en, ko, "cement", "clinker", "industry", potential="listed", source="dea_catalogue", **more)
        w.take("limestone", -per, "t/t", "derived", "ipcc_2006", "0.52 t CO2 per t of clinker")
        w.room({c: v * CLINKER[2018] * 1.02e6 for c, v in share.items()}, note="Output of 2018 by process emissions", source="gir_inventory_2020;ecumene_apportioning")
        return w.cost(capex, .04, 30)
    coal = kiln("kiln", "Cement kiln on coal", "시멘트 소성로(석탄)", eur(1.463e6, HOUR), extendable="no")
    coal.take("industry_coal", -fuel / COAL, "MWh/t", "estimated", "gir_inventory_2020;gir_inventory_2022", "Fuel emissions of minerals over clinker, all taken as coal")
    stock(p, "kiln", {c: v * CLINKER[2018] * 1.02e6 for c, v in share.items()}, "t/year", {None: 1.0}, source="gir_inventory_2020;ecumene_apportioning")
    waste = kiln("kiln_waste", "Cement kiln on waste", "시멘트 소성로(폐합성수지)", .03 + .0, green="yes")
    waste.take("waste_fuel", -fuel / COAL, "MWh/t", "assumed", ASSUMED, "The same heat from waste, half of it biogenic")
    waste.pace({2025: 1e6, 2030: 3e6, 2050: 3e6})
    ccs = kiln("kiln_ccs", "Cement kiln with capture", "시멘트 소성로+탄소포집", .03 + eur(3.269e6 * .9 * (.52 + fuel), HOUR), green="yes")
    ccs.take("waste_fuel", -fuel / COAL, "MWh/t", "assumed", ASSUMED, "Waste as fuel")
    t = captured(ccs, .90, .52 + fuel * .17 / COAL)
    ccs.take("gas", -CAPTURE_GAS * t * .8, "MWh/t", "derived", "dea_catalogue", "Heat of capture less the heat it gives back").say("first_build_year", 2031, "year")
    ccs.pace({2025: 0, 2030: 0, 2035: 1.5e6, 2050: 3e6})
    less = Works(p, "clinker_substitute", "Clays, slag and limestone instead of clinker", "혼합재(클링커 대체)", "cement", "clinker", "industry", potential="listed", green="yes")
    less.take("limestone", -.1, "t/t", "assumed", ASSUMED, "Limestone ground in, little of it burnt: counted in full").cost(.06, .04, 30, status="assumed", source=ASSUMED, note="Calciners for clay (assumed)", variable=.035)
    less.pace({2025: .2e6, 2030: 1e6, 2050: 1e6}).room({c: v * CLINKER[2018] * .15e6 for c, v in share.items()}, note="15 % of the clinker of 2018")


def chemicals(p):
    site = shares(apportioned(p, "1A2c"))
    crackers = shares({c: site[c] if c in ("26", "34", "36") else 0.0 for c in CODES})
    hvc = {y: v * HVC_PER_ETHYLENE for y, v in path(ETHYLENE).items()}
    demand(p, "olefins", "industry", users(p, 1e6), hvc, "t/year", source="industry_sites_2025;ecumene_sectors")
    full = hvc[2024] * 1.03e6

    def cracker(ident, en, ko, naphtha, capex, fixed=.03, **more):
        w = Works(p, ident, en, ko, "chemicals", "olefins", "industry", potential="listed", source="dea_catalogue", **more)
        w.take("naphtha", -naphtha, "t/t", "derived", "ipcc_2006", "Carbon of the products and what is burnt")
        w.room({c: v * full * 1.1 for c, v in crackers.items()}, note="Output of 2024 and a tenth", source="industry_sites_2025;ecumene_apportioning")
        return w.cost(capex, fixed, 30)
    cracker("cracker", "Naphtha cracker", "나프타 분해", (OLEFINS + CRACKER) / NAPHTHA, .9, extendable="no")
    stock(p, "cracker", {c: v * full for c, v in crackers.items()}, "t/year", {2040: .2, 2048: .3, None: .5}, source="industry_sites_2025;ecumene_apportioning")
    w = cracker("cracker_electric", "Electric cracker", "전기가열 분해로", (OLEFINS + .05) / NAPHTHA, 1.4 * 1500 * 1.35e-3 / HVC_PER_ETHYLENE, green="yes")
    w.take("electricity", -2.7 * GROSS_UP, "MWh/t", "derived", "dea_catalogue", "At generator level; fuel gas goes back to the feed").say("first_build_year", 2031, "year")
    w.pace({2025: 0, 2030: 0, 2035: .7e6, 2050: 1.5e6})
    w = cracker("cracker_ccs", "Naphtha cracker with capture", "나프타 분해+탄소포집", (OLEFINS + CRACKER) / NAPHTHA, .35 + eur(3.254e6 / 1.17 * .85 * CRACKER, HOUR), .05, green="yes")
    t = captured(w, .85, CRACKER)
    w.take("gas", -CAPTURE_GAS * t, "MWh/t", "derived", "dea_catalogue", "Heat of capture").say("first_build_year", 2031, "year").pace({2025: 0, 2030: 0, 2035: .7e6, 2050: 1.5e6})
    w = Works(p, "plastic_recycling", "Recycling of plastic to feedstock", "폐플라스틱 화학적 재활용", "chemicals", "olefins", "industry", potential="listed", green="yes")
    w.take("plastic_waste", -1.20, "t/t", "assumed", ASSUMED, "A sixth is burnt for heat").cost(2.4, .05, 20, status="assumed", source=ASSUMED, note="Pyrolysis and upgrading (assumed)")
    w.pace({2025: .02e6, 2030: .15e6, 2050: .3e6}).room({c: v * 3e6 for c, v in crackers.items()}, note="By crackers", source="industry_sites_2025")
    assert PLASTIC * 1.20 >= OLEFINS


def refining(p):
    kt = apportioned(p, "1A1b")
    demand(p, "refined", "industry", users(p, 1000 * sum(kt.values())), path(REFINING), "t/year", source="gir_inventory_2020;ecumene_sectors")
    fuel = 1 / OIL
    w = Works(p, "refinery", "Refinery", "정유", "refining", "refined", "industry", extendable="no")
    w.take("oil", -fuel, "MWh/t", "derived", "ipcc_2006", "One tonne of CO2 of 2018 as refinery fuel").cost(.3, .02, 50, status="assumed", source=ASSUMED, note="Stands; cost of heaters only (assumed)")
    stock(p, w.id, {c: v * 1030 for c, v in kt.items()}, "t/year", {None: 1.0})
    w = Works(p, "refinery_electric", "Refinery with electric heat and clean hydrogen", "정유(전기가열·청정수소)", "refining", "refined", "industry", potential="listed", green="yes")
    w.take("oil", -.25 * fuel, "MWh/t", "assumed", ASSUMED, "A quarter stays: coke burnt off catalysts").take("electricity", -.55 * fuel * .9 * GROSS_UP, "MWh/t", "assumed", ASSUMED, "55 % of the heat, at generator level")
    w.take("hydrogen", -.20 * fuel * .9, "MWh/t", "assumed", ASSUMED, "A fifth of the fuel is for hydrogen").cost(.9, .03, 30, status="assumed", source=ASSUMED, note="Electric heaters and boilers (assumed)")
    w.say("first_build_year", 2030, "year").pace({2025: 0, 2030: .3e6, 2035: .8e6, 2050: 1e6}).room({c: v * 1000 for c, v in kt.items()})
    w = Works(p, "refinery_ccs", "Refinery with capture", "정유+탄소포집", "refining", "refined", "industry", potential="listed", green="yes")
    w.take("oil", -fuel, "MWh/t", "derived", "ipcc_2006", "")
    t = captured(w, .65, 1.0)
    w.take("gas", -CAPTURE_GAS * t, "MWh/t", "derived", "dea_catalogue", "Heat of capture").cost(.3 + eur(4.478e6 / 1.17 * t, HOUR), .05, 25).say("first_build_year", 2031, "year")
    w.pace({2025: 0, 2030: 0, 2035: .8e6, 2050: 1e6}).room({c: v * 1000 for c, v in kt.items()})


def heat(p):
    """Heat of factories: fuel emissions of every industry but steel, cement, cracking and refining."""
    chem = apportioned(p, "1A2c")
    crackers = shares({c: chem[c] if c in ("26", "34", "36") else 0.0 for c in CODES})
    burnt = CRACKER * ETHYLENE[2018] * HVC_PER_ETHYLENE * 1000
    chem = {c: chem[c] - crackers[c] * burnt for c in CODES}
    light, rest = apportioned(p, "1A2d", "1A2e"), apportioned(p, "1A2b", "1A2f.rest")
    keei = {r["region_code"]: float(r["ktoe"] or 0) * 56.1 * .041868 for r in p.korea("supply", "keei_final_energy_by_province_2010_2022_ktoe.csv") if r["year"] == "2018" and r["table"] == "industry_by_source" and r["item"] == "Gas1"}
    level = {"low": {2018: 1.0, 2024: .97, 2025: .97, 2030: .97, 2035: .95, 2040: .92, 2045: .89, 2050: .86}, "high": {2018: 1.0, 2024: .94, 2025: .94, 2030: .93, 2035: .90, 2040: .86, 2045: .82, 2050: .79}}
    for kind, ko, kt in (("low", "저온", {c: .9 * chem[c] + light[c] + .4 * rest[c] for c in CODES}), ("high", "고온", {c: .1 * chem[c] + .6 * rest[c] for c in CODES})):
        part = {c: min(.95, keei[c] / (chem[c] + light[c] + rest[c])) for c in CODES}
        by_gas = {c: kt[c] * 1000 * part[c] / GAS * GAS_FURNACE for c in CODES}
        by_oil = {c: kt[c] * 1000 * (1 - part[c]) / OIL * OIL_FURNACE for c in CODES}
        want = {c: by_gas[c] + by_oil[c] for c in CODES}
        total, carrier = sum(want.values()), "heat_" + kind
        demand(p, carrier, "industry", want, path(level[kind]), "MWh/year", source="ecumene_apportioning;ecumene_sectors")
        full = 1 / 6000.0
        en = "Heat of industry, " + kind + " temperature: "

        def route(ident, name, name_ko, group, carriers, capex, fixed, life, pace=None, room=None, source="dea_catalogue", **more):
            w = Works(p, ident + "_" + kind, en + name, "산업 %s열: %s" % (ko, name_ko), group, carrier, "industry", "MWh", potential="listed" if room else "unlimited", source=source, **more)
            for taken, value, note in carriers:
                w.take(taken, -value, "MWh/MWh", "assumed", ASSUMED, note)
            w.cost(capex, fixed, life)
            if pace:
                w.pace({y: v * total for y, v in pace.items()})
            if room:
                w.room({c: room * v for c, v in want.items()}, note="%.0f %% of the heat of 2018" % (100 * room))
            return w
        closing = {2028: .15, 2032: .2, 2036: .2, 2041: .2, 2046: .25}
        w = route("gas_furnace", "gas", "가스", "boiler", [("gas", 1 / GAS_FURNACE, "84 % of higher heating value")], eur(57.6, 1e-3) * full, .04, 25, {2025: .01, 2030: .05, 2050: .05})
        stock(p, w.id, {c: v * 1.01 for c, v in by_gas.items()}, "MWh/year", closing)
        w = route("oil_furnace", "oil and by-product gas", "유류·부생가스", "boiler", [("oil", 1 / OIL_FURNACE, "88 % of higher heating value")], eur(57.6, 1e-3) * full, .04, 25, extendable="no")
        stock(p, w.id, {c: v * 1.01 for c, v in by_oil.items()}, "MWh/year", closing)
        route("electric_heat", "electric", "전기", "electric_heat", [("electricity", GROSS_UP * (1 / .99 if kind == "low" else 1 / .95), "At generator level")], eur(88.6 if kind == "low" else 350, 1e-3) * full, .015, 25, {2025: .001, 2030: .01, 2035: .03, 2050: .05}, .8 if kind == "low" else .6, green="yes")
        route("hydrogen_heat", "hydrogen", "수소", "electric_heat", [("hydrogen", 1 / .92, "92 % of lower heating value")], eur(75, 1e-3) * full, .04, 25, {2025: 0, 2030: .002, 2035: .02, 2050: .04}, 1.0, green="yes")
        route("biomass_heat", "biomass", "바이오매스", "boiler", [("biomass", 1 / .89, "DEA")], eur(720, 1e-3) * full, .061, 25, {2025: .001, 2030: .004, 2050: .008}, .25, green="yes")
        if kind == "low":
            route("industrial_heat_pump", "heat pumps", "고온 히트펌프", "heat_pump", [("electricity", GROSS_UP / 2.8, "DEA 2.7-3.2, at generator level")], {2025: eur(1000, 1e-3) * full, 2050: eur(886, 1e-3) * full}, .01, 20, {2025: .001, 2030: .008, 2035: .025, 2050: .03}, .40, green="yes")


def gases(p):
    """Gases that are no carbon of a carrier: the present way emits one, the abated way a part."""
    lime = apportioned(p, "2A2", "2A3", "2A4", "2B")
    rows = [
        # id, English, Korean, kt, level, route (en, ko), emission left, MKRW per t/year, variable MKRW per t, first year, years to switch
        ("chips", "chips and displays", "반도체·디스플레이", apportioned(p, "2F.chips"), {2018: 1.0, 2024: .90, 2025: .92, 2030: 1.05, 2040: 1.25, 2050: 1.35}, "Burners and new gases", "가스 처리·대체", .10, .25, .02, 2025, 8),
        ("cooling", "cooling equipment", "냉매", apportioned(p, "2F.cooling"), {2018: 1.0, 2024: .70, 2025: .70, 2030: .75, 2040: .80, 2050: .80}, "Refrigerants of low warming", "저GWP 냉매", .15, .20, .01, 2025, 12),
        ("switchgear", "switchgear", "중전기기", apportioned(p, "2F.switchgear"), {2018: 1.0, 2024: .93, 2025: .93, 2030: .95, 2050: 1.0}, "Switchgear without SF6", "SF6-free 기기", .05, .40, 0, 2025, 15),
        ("lime", "lime and other processes", "석회·기타 공정", lime, {2018: 1.0, 2024: .93, 2025: .92, 2030: .88, 2040: .72, 2050: .55}, None, None, None, None, None, None, None)]
    for ident, en, ko, kt, level, route, route_ko, left, capex, variable, first, years in rows:
        demand(p, ident, "industry", {c: v * 1000 for c, v in kt.items()}, path(level), "t/year", source="gir_inventory_2020;gir_inventory_2022;ecumene_sectors")
        top = max(level.values())
        w = Works(p, ident + "_present", "Present " + en, ko + "(현행)", "process_gases", ident, "industry", extendable="no" if route else "yes", source="gir_inventory_2020")
        w.say("emission", 1, "tCO2eq/t", "reported", "gir_inventory_2020", "By definition of the activity").cost(0, 0, 30, status="assumed", source=ASSUMED, note="No cost is counted")
        stock(p, w.id, {c: v * 1000 * top * 1.01 for c, v in kt.items()}, "t/year", {None: 1.0})
        if not route:
            w.pace({2025: 1e6, 2050: 1e6})
            w = Works(p, "lime_ccs", "Lime kilns with capture", "석회로+탄소포집", "process_gases", "lime", "industry", potential="listed", green="yes")
            w.say("emission", 1, "tCO2eq/t", "reported", "gir_inventory_2020", "By definition of the activity")
            t = captured(w, .60, 1.0)
            w.take("gas", -CAPTURE_GAS * t, "MWh/t", "derived", "dea_catalogue", "Heat of capture").cost(eur(3.269e6 * t, HOUR), .03, 25).say("first_build_year", 2033, "year").pace({2025: 0, 2030: 0, 2035: .2e6, 2050: .4e6})
            w.room({c: v * 600 for c, v in kt.items()}, note="Where the stacks are large (assumed)")
            continue
        total = sum(kt.values()) * 1000 * top
        w = Works(p, ident + "_abated", route, route_ko, "process_gases", ident, "industry", potential="listed", green="yes")
        w.say("emission", left, "tCO2eq/t", "assumed", ASSUMED, "Part left").cost(capex, .03, 15, status="assumed", source=ASSUMED, note="Assumed; published costs of Korean plants were not read", variable=variable or None)
        w.say("first_build_year", first, "year").pace({2025: total / years / 5, 2030: total / years, 2050: total / years}).room({c: v * 1000 * top for c, v in kt.items()})
