"""Heat of buildings and district heat by province."""
from common import shares
from .rows import CODES, GAS, GROSS_UP, OIL, Works, apportioned, demand, eur, path, stock

GAS_BOILER, OIL_BOILER = .83, .80       # of higher heating value, yearly
MWH = 11.63                             # per toe
# Floor per head grows, new floor is tight and old floor goes: heat wanted, 2018 = 1; trend of the basic plan of 2023 not read
HEAT = {2018: 1.0, 2024: .97, 2025: .965, 2030: .94, 2035: .90, 2040: .86, 2045: .82, 2050: .78}
CLOSING = {2027: .12, 2030: .22, 2033: .22, 2036: .22, 2040: .22}
SAVED_M2, RENOVATION = .040, .30        # MWh saved per m2 and year, MKRW per m2


def build(p):
    keei = {(r["table"], r["item"], r["region_code"]): float(r["ktoe"] or 0) for r in p.korea("supply", "keei_final_energy_by_province_2010_2022_ktoe.csv") if r["year"] == "2018"}
    homes, services = apportioned(p, "1A4b"), apportioned(p, "1A4a", "1A5")
    gas_part = {}
    for c in CODES:
        gas = keei["residential_commercial_by_source", "Citygas1", c] * 56.1
        other = keei["residential_commercial_by_source", "Petroleum", c] * 71.9 + keei["residential_commercial_by_source", "Coal", c] * 98.3
        gas_part[c] = gas / (gas + other)
    district = {c: keei["heat_by_sector", "total", c] * MWH * 1000 for c in CODES}
    home_share = .87        # 2,621 of 2,682 ktoe are residential and commercial; apartments take most
    path_ = path(HEAT)
    peak = {}
    for use, kt, ko in (("home", homes, "주택"), ("service", services, "상업·공공")):
        en = "homes" if use == "home" else "services"
        by_gas = {c: kt[c] * 1000 * gas_part[c] / GAS * GAS_BOILER for c in CODES}
        by_oil = {c: kt[c] * 1000 * (1 - gas_part[c]) / OIL * OIL_BOILER for c in CODES}
        by_district = {c: district[c] * (home_share if use == "home" else 1 - home_share) for c in CODES}
        want = {c: by_gas[c] + by_oil[c] + by_district[c] for c in CODES}
        peak[use] = want
        carrier = "heat_" + use
        demand(p, carrier, "buildings", want, path_, "MWh/year", source="ecumene_sectors;keei_regional_2023", follows="population")
        full = 1 / 2300 if use == "home" else 1 / 1900      # MW per MWh a year: a heating system runs some 2,000 full hours
        w = Works(p, "gas_boiler_" + use, "Gas boilers of " + en, ko + " 가스보일러", "boiler", carrier, "buildings", "MWh", source="dea_catalogue")
        w.take("gas", -1 / GAS_BOILER, "MWh/MWh", "assumed", "ecumene_assumption", "83 % of higher heating value over the year")
        w.cost({2025: eur(396, 1e-3) * full, 2050: eur(359, 1e-3) * full}, .067, 15, note="Per kW times full hours")
        w.pace({2025: .01 * sum(want.values()), 2030: .06 * sum(want.values()), 2050: .06 * sum(want.values())})
        stock(p, w.id, {c: v * 1.01 for c, v in by_gas.items()}, "MWh/year", CLOSING, note="Heat of 2018 by gas; a boiler lasts some 15 years")
        w = Works(p, "oil_boiler_" + use, "Oil, LPG and coal boilers of " + en, ko + " 유류보일러", "boiler", carrier, "buildings", "MWh", extendable="no", source="dea_catalogue")
        w.take("oil", -1 / OIL_BOILER, "MWh/MWh", "assumed", "ecumene_assumption", "80 % of higher heating value; briquettes are counted as oil")
        w.cost(eur(208, 1e-3) * full, .02, 20)
        stock(p, w.id, {c: v * 1.01 for c, v in by_oil.items()}, "MWh/year", CLOSING, note="Heat of 2018 by oil, LPG and coal")
        w = Works(p, "heat_pump_" + use, "Heat pumps of " + en, ko + " 히트펌프", "heat_pump", carrier, "buildings", "MWh", potential="listed", green="yes", source="dea_catalogue")
        w.take("electricity", -GROSS_UP / 3.0, "MWh/MWh", "assumed", "ecumene_assumption", "Seasonal factor 3.0 (DEA air-water 3.6-3.8, less for floor heating in colder winters), at generator level", "heat")
        w.cost({2025: eur(1190, 1e-3) * full, 2030: eur(1135, 1e-3) * full, 2050: eur(1015, 1e-3) * full}, .03, 18, note="Air to water, per kW times full hours")
        total = sum(want.values())
        w.pace({2025: .002 * total, 2030: .02 * total, 2035: .05 * total, 2040: .07 * total, 2050: .08 * total}, "Aim of 3.5 million units by 2035 is about a tenth of homes")
        w.room({c: .95 * v for c, v in want.items()}, note="All but a twentieth of the heat of 2018")
        w = Works(p, "district_" + use, "District heat of " + en, ko + " 지역난방", "district", carrier, "buildings", "MWh", potential="listed", source="dea_catalogue")
        w.take("district_heat", -1 / .90, "MWh/MWh", "assumed", "ecumene_assumption", "A tenth is lost in the pipes", "heat")
        w.cost(eur(250, 1e-3) * full, .01, 40, status="assumed", source="ecumene_assumption", note="Substation and pipes, 250 EUR/kW (assumed)")
        w.pace({2025: .002 * total, 2030: .006 * total, 2050: .01 * total})
        w.room({c: 1.6 * v for c, v in by_district.items()}, note="Where district heat stands today, at most 60 % more")
        stock(p, w.id, {c: v * 1.20 for c, v in by_district.items()}, "MWh/year", {None: 1.0}, note="Heat of 2018 (KEEI) and a fifth for growth since (3,068 ktoe in 2022)")
        w = Works(p, "renovation_" + use, "Renovation of " + en, ko + " 그린리모델링", "renovation", carrier, "buildings", "MWh", potential="listed", green="yes")
        w.cost(RENOVATION / SAVED_M2, 0.0, 40, status="assumed", source="ecumene_assumption", note="300,000 KRW/m2 saves 40 kWh/m2 a year (assumed; no Korean unit cost was read)")
        w.say("count", 1 / SAVED_M2, "year/MWh", note="Square metres renovated per MWh saved a year")
        w.pace({2025: .001 * total, 2030: .008 * total, 2050: .012 * total})
        w.room({c: .30 * v for c, v in want.items()}, note="Three tenths of the heat of 2018: 54 % of dwellings are over 30 years old")
    plants(p, district)


def plants(p, district):
    hours = 3200
    have = {c: v / .90 for c, v in district.items() if v > 0}
    w = Works(p, "district_chp", "District heat from combined heat and power", "열병합 열", "district", "district_heat", "power", "MWh", resolution="hour", extendable="no", source="kepco_statistics")
    w.take("gas", -.45, "MWh/MWh", "assumed", "ecumene_assumption", "Gas for the power lost to heat (a fifth of the heat) and part of the boilers beside it; the plant itself stands as gas_chp")
    w.say("fixed_om", 0, "MKRW/(MW year)", note="Paid by the power plant").say("life", 30, "year").say("availability", .95, "1")
    for c, v in have.items():
        p.add("stock", plant="district_chp_" + c, region=c, technology=w.id, capacity=float(v * 1.25 / hours), unit="MW", build_year=2010, close_year=2045, status="estimated", source="keei_regional_2023;ecumene_assumption", note="Heat of 2018 and a quarter, at 3,200 full hours")
    for ident, en, ko, fuel, use, capex, fixed, life, note in (
            ("district_boiler", "Gas boilers of district heat", "지역난방 가스보일러", "gas", 1 / .94, 66.8, .038, 25, ""), ("district_heat_pump", "Large heat pumps", "대형 히트펌프", "electricity", GROSS_UP / 3.2, 1144, .0023, 25, "Sea, river and waste heat; factor 3.2 (DEA)"),
            ("district_electrode", "Electrode boilers", "전극보일러", "electricity", GROSS_UP / .99, 80, .017, 20, "")):
        w = Works(p, ident, en, ko, "district", "district_heat", "buildings", "MWh", resolution="hour", potential="listed", source="dea_catalogue")
        w.take(fuel, -use, "MWh/MWh", "derived", "dea_catalogue", note)
        w.say("investment", eur(capex, 1e-3), "MKRW/MW", "derived", "dea_catalogue").say("fixed_om", eur(capex, 1e-3) * fixed, "MKRW/(MW year)", "derived", "dea_catalogue").say("life", life, "year", "derived", "dea_catalogue")
        w.say("availability", .97, "1").say("build_pace", {2024: 0, 2025: 200, 2030: 1000, 2050: 2500}, "MW/year", "assumed", "ecumene_pace", "National")
        for c, v in have.items():
            p.add("potentials", region=c, technology=ident, value=float(v * 2.2 / hours), unit="MW", status="estimated", source="ecumene_assumption", note="Where district heat stands today")
        if ident == "district_boiler":
            for c, v in have.items():
                p.add("stock", plant="district_boiler_" + c, region=c, technology=ident, capacity=float(v * 1.2 / hours), unit="MW", build_year=2010, close_year=2045, status="estimated", source="keei_regional_2023;ecumene_assumption", note="Peak boilers beside the plants (assumed)")
    w = Works(p, "heat_tank", "Heat tanks and pits", "축열조", "district", "district_heat", "buildings", "MWh", kind="store", resolution="hour", seasonal="no", potential="unlimited", source="dea_catalogue")
    w.say("investment_energy", {2025: eur(1.45, 1e-3), 2050: eur(1.14, 1e-3)}, "MKRW/MWh", "derived", "dea_catalogue", "Water pit; tanks cost more").say("investment", .01, "MKRW/MW").say("fixed_om", .0001, "MKRW/(MW year)").say("life", 30, "year", "derived", "dea_catalogue")
    w.say("efficiency_charge", 1, "1").say("efficiency_discharge", .97, "1").say("standing_loss", .000078, "1/hour", "derived", "dea_catalogue")
    w.say("build_pace", {2024: 0, 2025: 100, 2030: 1000, 2050: 3000}, "MW/year", "assumed", "ecumene_pace", "National")
    p.facts["district_heat"] = have
    p.facts["heat_share"] = shares(have)
