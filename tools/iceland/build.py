#!/usr/bin/env python3
"""Write data/iceland: a small package of another country, from open figures typed here with their sources.

    python3 tools/iceland/build.py [--shared ../shared] [--out data/iceland]

It shows what a package needs at least, and that nothing in the program is Korean. `--shared` is needed for the cost catalogue only.
"""
import argparse
import csv
import json
import math
import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EUR = 1412 * 1.20 / 1e6         # MKRW of 2024 per EUR of 2020, as in data/korea
OIL = 77.4 * .95 * 3.6 / 1000   # t CO2 per MWh of higher heating value
YEARS = [2018, 2019, 2025, 2030, 2035, 2040]
KM = "Mkm"
REGIONS = {     # name, Korean, lat, lon, km2, people 2016, tile
    "SW": ("Capital, Reykjanes and West", "수도권·레이캬네스·서부", 64.15, -21.9, 1062 + 829 + 9554, 213619 + 22509 + 15766, 0, 1),
    "N": ("North and Westfjords", "북부·서부협만", 65.68, -18.1, 9409 + 12737 + 21968, 6883 + 7128 + 29361, 1, 0),
    "SE": ("South and East", "남부·동부", 64.3, -17.0, 22721 + 24526, 12452 + 24811, 1, 1)}
PEOPLE = sum(r[5] for r in REGIONS.values())
TOTAL_KT, INDUSTRY, ENERGY = 4755.0, .43, .40           # 2017, Environment Agency
GENERATION = {"hydro": (13780.0, 1986.0), "geothermal": (5003.0, 665.0), "oil_power": (4.0, 117.0)}     # GWh, MW in 2015
CARS, KM_DAY, PLUG_IN = 267386, 38.0, 7445
FISHING_KT = 433.0
PER_CAR = KM_DAY * 365 / 1e6                            # Mkm a year
CAR_OIL = .21 / OIL * 1000                              # MWh per Mkm at 210 g/km

SOURCES = [
    ("statice_regions", "Population and area of regions", "Statistics Iceland", "2016", "facts", "Eight regions joined to three; population of 1 January 2016."),
    ("nea_2015", "Electricity statistics 2015", "National Energy Authority (Orkustofnun), through Askja Energy", "2016", "facts", "18,798 GWh: hydro 13,780, geothermal 5,003; 1,986, 665, 117 MW; 77 % to energy-intensive industry, 18 % general, 5 % losses. By region ESTIMATED: Karahnjukar (690 MW) in the East, the rest of hydro 85 % in the south and 15 % in the north, geothermal 90 % in the south-west."),
    ("ust_2017", "National inventory 2017", "Environment Agency of Iceland", "2019", "facts", "4,755 kt CO2eq without land use; industry 43 %, energy 40 %; the rest is farms and waste. By region ESTIMATED with people, industry with the power it takes."),
    ("statice_aea", "Emissions of the economy 2017-2019", "Statistics Iceland", "2019", "facts", "Fishing and fish farming 433 kt in 2019."),
    ("transport_2018", "Registered vehicles 2018", "Icelandic Transport Authority, through Iceland Review; Statistics Iceland", "2019", "facts", "267,386 cars; 7,445 plug-in vehicles; about 38 km a day."),
    ("climate_act", "Act No. 70/2012 on Climate Change, as amended", "Althingi", "2021", "facts", "Carbon neutrality no later than 2040. The steps on the way (4.3 Mt in 2025, 3.0 in 2030, 1.5 in 2035) are ASSUMED."),
    ("dea_catalogue", "Technology data", "Danish Energy Agency", "2020-2025", "facts", "European prices of 2020 through PyPSA technology-data; 1 EUR of 2020 = 1,694 KRW of 2024."),
    ("assumption", "Assumptions of this package", "Ecumene", "2026", "CC0", "Each row's note says what is assumed.")]


class Tables:
    def __init__(self):
        with open(os.path.join(ROOT, "schema", "package.json"), encoding="utf-8") as handle:
            self.specs = {t["name"]: t for t in json.load(handle)["tables"]}
        self.rows = {}

    def add(self, table, **cells):
        known = {c["name"] for c in self.specs[table]["columns"]}
        wrong = set(cells) - known
        if wrong:
            raise SystemExit("table %s has no column %s" % (table, ", ".join(sorted(wrong))))
        self.rows.setdefault(table, []).append({k: "" if v is None else ("%.7g" % v if isinstance(v, float) else str(v)) for k, v in cells.items()})

    def write(self, out):
        for name, rows in self.rows.items():
            columns = [c["name"] for c in self.specs[name]["columns"] if not c.get("optional") or any(r.get(c["name"]) for r in rows)]
            path = os.path.join(out, self.specs[name]["file"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as handle:
                writer = csv.DictWriter(handle, columns, restval="", extrasaction="ignore", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def places(t):
    for source, title, publisher, year, licence, note in SOURCES:
        t.add("sources", source=source, title=title, publisher=publisher, year=year, licence=licence, note=note)
    for code, (en, ko, lat, lon, km2, people, x, y) in REGIONS.items():
        t.add("regions", region=code, level="province", parent="IS", name_en=en, name_ko=ko, lat=lat, lon=lon, area_km2=float(km2), tile_x=x, tile_y=y, source="statice_regions")
        for year in (2016,):
            t.add("population", region=code, year=year, scenario="history", value=float(people), unit="person", status="reported", source="statice_regions")
        for year in YEARS:
            t.add("population", region=code, year=year, scenario="projection", value=people * 1.008 ** (year - 2016), unit="person", status="assumed", source="statice_regions;assumption")
    for sector, share, what in (("2", INDUSTRY, "reported"), ("1", ENERGY, "reported"), ("total", 1.0, "reported")):
        t.add("emissions", region="IS", year=2017, ledger="production", coverage="gross", tree="ipcc2006", sector=sector, gas="all", gwp="ar4", value=TOTAL_KT * share, unit="ktCO2eq", status=what, source="ust_2017")


CARRIERS = [("electricity", "Electricity", "전력", "MWh", "hour", "region", "equal", 0, 10), ("oil", "Oil", "유류", "MWh", "year", "nation", "equal", OIL, None), ("captured_co2", "Captured CO2", "포집 이산화탄소", "t", "year", "nation", "equal", 1, None),
            ("metals", "Aluminium and ferroalloys, activity of 2017", "알루미늄·합금철 활동", "t", "year", "region", "equal", 0, None), ("car_km", "Car travel", "승용차 주행", KM, "year", "region", "equal", 0, None),
            ("engines", "Fishing, lorries, machines, activity of 2017", "어선·화물·기계 활동", "t", "year", "region", "equal", 0, None), ("farms", "Farms and waste, activity of 2017", "농업·폐기물 활동", "t", "year", "region", "equal", 0, None),
            ("land", "Wetlands and woods", "습지·산림", "t", "year", "region", "at_least", 0, None)]
GROUPS = [("hydro", "Hydro", "수력", "#1f78b4"), ("geothermal", "Geothermal", "지열", "#d95f02"), ("oil", "Oil", "유류", "#7a1f1f"), ("grid", "Grid", "전력망", "#595959"), ("industry", "Metals", "금속", "#8da0cb"), ("combustion_vehicle", "Combustion", "내연기관", "#7f7f7f"),
          ("battery_vehicle", "Batteries and clean fuel", "전기·청정연료", "#17becf"), ("farms", "Farms and waste", "농업·폐기물", "#8c564b"), ("forest", "Wetlands and woods", "습지·산림", "#006d2c"), ("co2_storage", "CO2 in basalt", "현무암 저장", "#a6a6a6")]


class Technology:
    def __init__(self, t, ident, en, ko, group, carrier, sector, unit, resolution="year", extendable="yes", clean="no", kind="process", potential="unlimited", keeps=None, source="assumption", green=None):
        self.t, self.id, self.unit, self.resolution = t, ident, unit, resolution
        t.add("technologies", technology=ident, name_en=en, name_ko=ko, kind=kind, group=group, carrier=carrier, resolution=resolution, extendable=extendable, clean=clean, keeps_carbon=keeps, potential=potential, sector=sector, green=green, source=source)
        if kind == "process":
            self.take(carrier, -1 if keeps else 1, "%s/%s" % (unit, unit), "reported", "Takes one unit" if keeps else "Main product")

    def take(self, carrier, value, unit, status="assumed", note="", series=None, source="assumption"):
        self.t.add("conversions", technology=self.id, carrier=carrier, value=float(value), unit=unit, series=series, status=status, source=source, note=note)
        return self

    def say(self, note="", status="assumed", source="assumption", **values):
        for parameter, value in values.items():
            per_hour = self.resolution == "hour"
            unit = {"investment": "MKRW/MW" if per_hour else "MKRW/(%s/year)" % self.unit, "fixed_om": "MKRW/(MW year)" if per_hour else "MKRW/" + self.unit, "variable_om": "MKRW/" + self.unit, "life": "year", "availability": "1", "minimum_load": "1",
                    "build_pace": "MW/year" if per_hour else "%s/year/year" % self.unit, "emission": "tCO2eq/" + self.unit, "first_build_year": "year", "last_build_year": "year", "count": "year/" + self.unit, "investment_per_km": "MKRW/(MW km)", "loss_per_km": "1/km"}[parameter]
            for year, v in (value.items() if isinstance(value, dict) else [(None, value)]):
                self.t.add("technology_values", technology=self.id, parameter=parameter, year=year, value=float(v), unit=unit, status=status, source=source, note=note)
        return self

    def stand(self, by_region, unit, closing=((None, 1.0),), source="assumption"):
        for region, value in by_region.items():
            for year, part in closing:
                if value * part > 0:
                    self.t.add("stock", plant="%s_%s_%s" % (self.id, region, year or "stays"), region=region, technology=self.id, capacity=float(value * part), unit=unit, build_year=2010, close_year=year or 2101, status="estimated", source=source)
        return self

    def room(self, by_region, unit, note, source="assumption"):
        for region, value in by_region.items():
            self.t.add("potentials", region=region, technology=self.id, value=float(value), unit=unit, status="assumed", source=source, note=note)
        return self


def share(weights):
    total = sum(weights.values())
    return {k: v / total for k, v in weights.items()}


def technologies(t, dea):
    for order, (group, en, ko, colour) in enumerate(GROUPS, 1):
        t.add("technology_groups", group=group, name_en=en, name_ko=ko, colour=colour, order=order)
    for c, en, ko, unit, resolution, scope, balance, carbon, unserved in CARRIERS:
        t.add("carriers", carrier=c, name_en=en, name_ko=ko, unit=unit, resolution=resolution, scope=scope, balance=balance, carbon=float(carbon), carbon_unit="tCO2eq/" + (unit if unit in ("MWh", "t") else "t"), unserved_value=None if unserved is None else float(unserved),
              unserved_unit=None if unserved is None else "MKRW/" + unit, status="derived", source="assumption")
    people = share({r: v[5] for r, v in REGIONS.items()})
    power = share({"SW": .67, "N": .0, "SE": .33})
    hydro, geo, oil_power = GENERATION["hydro"], GENERATION["geothermal"], GENERATION["oil_power"]
    say = {"status": "derived", "source": "dea_catalogue"}
    w = Technology(t, "hydro", "Hydro", "수력", "hydro", "electricity", "power", "MWh", "hour", clean="yes", potential="listed", source="nea_2015")
    w.say("13,780 GWh of 1,986 MW, and a twelfth more: reservoirs follow the load, and plants of after 2015 were not read", "estimated", "nea_2015", availability=hydro[0] * 1e3 / (hydro[1] * 8760) * 13 / 12).say("DEA hydro", investment=dea["hydro", "investment"] * EUR * 1e3, fixed_om=.01 * dea["hydro", "investment"] * EUR * 1e3, life=80, **say).say("National", build_pace={2018: 0, 2019: 20, 2025: 60, 2040: 60})
    rest = hydro[1] - 690
    w.stand({"SE": 690 + .85 * rest, "N": .15 * rest}, "MW", source="nea_2015").room({"SE": (690 + .85 * rest) * 1.3, "N": .15 * rest * 1.6}, "MW", "A third more (assumed; technical potential is far larger)")
    w = Technology(t, "geothermal", "Geothermal", "지열", "geothermal", "electricity", "power", "MWh", "hour", clean="yes", potential="listed", source="nea_2015")
    w.say("5,003 GWh of 665 MW", "derived", "nea_2015", availability=geo[0] * 1e3 / (geo[1] * 8760)).say("4,000 EUR/kW for steam fields at hand (assumed)", investment=4000 * EUR * 1e3, fixed_om=80 * EUR * 1e3, life=30)
    w.say("National", build_pace={2018: 0, 2019: 20, 2025: 60, 2040: 80}).stand({"SW": .9 * geo[1], "N": .1 * geo[1]}, "MW", source="nea_2015").room({"SW": 1200, "N": 400}, "MW", "About two and a half times what stands (assumed)")
    w = Technology(t, "oil_power", "Oil engines", "유류 발전", "oil", "electricity", "power", "MWh", "hour", extendable="no", source="nea_2015")
    w.take("oil", -1 / .35, "MWh/MWh", "assumed", "35 %").say(availability=.9, life=40, fixed_om=10.0).stand({r: oil_power[1] * s for r, s in people.items()}, "MW", source="nea_2015")
    line = Technology(t, "line", "Power line", "송전선", "grid", "electricity", "power", "MWh", "hour", kind="link")
    line.say("345 kV cost of data/korea", investment_per_km=4.4, loss_per_km=.00005, life=40)
    for ident, a, b, km, mw in (("sw_se", "SW", "SE", 250, 1500), ("n_se", "N", "SE", 300, 200), ("sw_n", "SW", "N", 330, 150)):
        t.add("links", link=ident, technology="line", origin=a, destination=b, length_km=km, reverse=1, maximum=float(2 * mw), first_year=2026, status="assumed", source="assumption", note="Capacity assumed; the south-west takes most of its power from the southern rivers")
        t.add("link_stock", link=ident, capacity=float(mw), unit="MW", build_year=2000, close_year=2101, status="assumed", source="assumption", note="Assumed")

    kt = TOTAL_KT * INDUSTRY
    metals = {r: kt * 1000 * s for r, s in power.items() if s}
    w = Technology(t, "carbon_anodes", "Carbon anodes and coke", "탄소전극·코크스", "industry", "metals", "industry", "t", extendable="no", source="ust_2017").say("By definition of the activity", "reported", "ust_2017", emission=1).say(investment=0, fixed_om=0, life=40)
    w.stand({r: v * 1.02 for r, v in metals.items()}, "t/year", source="ust_2017")
    w = Technology(t, "inert_anodes", "Inert anodes", "불활성 전극", "industry", "metals", "industry", "t", potential="listed", green="yes").say("Not yet at scale", emission=.10, investment=.9, fixed_om=.02, life=30, first_build_year=2032, build_pace={2018: 0, 2030: 60e3, 2040: 250e3})
    w.take("electricity", -.6, "MWh/t", "assumed", "More power than with carbon anodes").room(metals, "t/year", "All smelters")
    w = Technology(t, "capture_smelters", "Capture at smelters", "제련소 포집", "industry", "metals", "industry", "t", potential="listed", green="yes").say("Thin gas: dearer than cement", investment=1.6, fixed_om=.08, life=25, first_build_year=2027, build_pace={2018: 0, 2025: 0, 2030: 100e3, 2040: 250e3}).say("By definition of the activity", "reported", "ust_2017", emission=1)
    w.take("captured_co2", .8, "t/t", "assumed", "80 % captured").take("electricity", -.8, "MWh/t", "assumed", "Power and heat by heat pump").room(metals, "t/year", "All smelters")
    w = Technology(t, "basalt", "CO2 in basalt", "현무암 저장", "co2_storage", "captured_co2", "capture", "t", keeps="yes", potential="listed").say("As at Hellisheidi (assumed)", investment=.15, fixed_om=.01, variable_om=.03, life=30, build_pace={2018: 0, 2025: 50e3, 2040: 300e3}).room({"SW": 3e6, "SE": 2e6}, "t/year", "Assumed")

    driven = {r: CARS * PER_CAR * s for r, s in people.items()}
    plugged = PLUG_IN / CARS
    w = Technology(t, "car_oil", "Cars, petrol and diesel", "내연기관 승용차", "combustion_vehicle", "car_km", "transport", KM, source="transport_2018").take("oil", -CAR_OIL, "MWh/" + KM, "assumed", "210 g CO2 per km")
    w.say("DEA", investment=31432 * EUR / PER_CAR, fixed_om=.016 * 31432 * EUR / PER_CAR, life=15, **say).say(build_pace={2018: 0, 2019: 300, 2025: 400, 2040: 400}, last_build_year=2029, note="New combustion cars end in 2030 by the plan of 2018").say("38 km a day", count=1 / PER_CAR)
    w.stand({r: v * (1 - plugged) * 1.03 for r, v in driven.items()}, KM + "/year", ((2024, .3), (2029, .4), (2034, .3)), "transport_2018")
    w = Technology(t, "car_battery", "Cars, battery", "전기 승용차", "battery_vehicle", "car_km", "transport", KM, source="transport_2018", green="yes").take("electricity", -CAR_OIL * .95 * .215 / .68 * 1.08, "MWh/" + KM, "derived", "Tank-to-wheel ratio and 8 % charging losses", source="dea_catalogue")
    w.say("DEA", investment=30961 * EUR / PER_CAR, fixed_om=.009 * 30961 * EUR / PER_CAR, life=15, **say).say(build_pace={2018: 0, 2019: 40, 2025: 250, 2040: 400}).say("38 km a day", count=1 / PER_CAR)
    w.stand({r: v * plugged * 1.03 for r, v in driven.items()}, KM + "/year", ((2034, 1.0),), "transport_2018")
    engines_kt = TOTAL_KT * ENERGY - CARS * PER_CAR * (1 - plugged) * CAR_OIL * OIL / 1000
    if engines_kt < FISHING_KT:
        raise SystemExit("cars leave less than fishing alone emits")
    engines = {r: engines_kt * 1000 * s for r, s in people.items()}
    w = Technology(t, "engines_oil", "Boats, lorries and machines on oil", "어선·화물·기계(유류)", "combustion_vehicle", "engines", "transport", "t", extendable="no", source="statice_aea").take("oil", -1 / OIL, "MWh/t", "derived", "One tonne of CO2").say(investment=0, fixed_om=0, life=30)
    w.stand({r: v * 1.05 for r, v in engines.items()}, "t/year", source="ust_2017")
    w = Technology(t, "engines_clean", "Batteries and electric fuels made at home", "전기·전기연료", "battery_vehicle", "engines", "transport", "t", potential="listed", green="yes").take("electricity", -1.3 / OIL, "MWh/t", "assumed", "Half direct, half through fuels")
    w.say("Beyond the present way", investment=3.0, fixed_om=.05, life=20, build_pace={2018: 0, 2019: 1e3, 2025: 30e3, 2040: 120e3}).room(engines, "t/year", "All of it")

    farm_kt = TOTAL_KT * (1 - INDUSTRY - ENERGY)
    rural = share({"SW": .25, "N": .40, "SE": .35})
    farms = {r: farm_kt * 1000 * s for r, s in rural.items()}
    Technology(t, "farms_present", "Farms and waste as now", "농업·폐기물(현행)", "farms", "farms", "agriculture", "t", extendable="no", source="ust_2017").say("By definition of the activity", "reported", "ust_2017", emission=1).say(investment=0, fixed_om=0, life=30).stand({r: v * 1.02 for r, v in farms.items()}, "t/year", source="ust_2017")
    Technology(t, "farms_better", "Feed, manure and landfill gas", "사료·분뇨·매립가스", "farms", "farms", "agriculture", "t", potential="listed", green="yes").say("Assumed", emission=.5, investment=.6, fixed_om=.03, variable_om=.05, life=20, build_pace={2018: 0, 2025: 30e3, 2040: 60e3}).room({r: .7 * v for r, v in farms.items()}, "t/year", "Seven tenths")
    Technology(t, "wetlands", "Wetlands and woods restored", "습지·산림 복원", "forest", "land", "forest", "t", potential="listed", green="yes").say("Assumed: 0.5 MKRW per tonne a year", emission=-1, investment=.5, fixed_om=.01, life=60, build_pace={2018: 0, 2025: 30e3, 2040: 90e3}).room({"SW": 2e5, "N": 5e5, "SE": 6e5}, "t/year", "Assumed")

    gwh = sum(v[0] for v in GENERATION.values()) + 11
    for year in YEARS:
        grow = 1.008 ** max(0, year - 2019)      # no plant built since 2015 was read, so no growth before
        for r in REGIONS:
            for component, part, weight, series in (("industry", .77 * 1.05, power[r], None), ("general", 1 - .77 * 1.05, people[r], "general_load")):
                value = gwh * 1e3 * part * weight * (grow if component == "general" else 1)
                if value > 0:
                    t.add("demand", carrier="electricity", region=r, scenario="reference", component=component, year=year, value=value, unit="MWh/year", series=series, status="estimated" if year < 2020 else "assumed", source="nea_2015")
            for carrier, level, unit, follow in (("metals", metals.get(r, 0), "t/year", 1), ("car_km", driven[r], KM + "/year", grow), ("engines", engines[r], "t/year", 1), ("farms", farms[r], "t/year", 1)):
                if level > 0:
                    t.add("demand", carrier=carrier, region=r, scenario="reference", component=carrier, year=year, value=level * min(follow, 1.03 if year == 2018 else 9), unit=unit, status="estimated" if year < 2020 else "assumed", source="ust_2017;transport_2018")
    for year in (2018, 2040):
        t.add("imports", carrier="oil", quantity="price", year=year, value=90.0, unit="KRW/kWh", status="assumed", source="assumption", note="As oil in data/korea")


def targets(t):
    path = {2017: TOTAL_KT / 1000, 2019: 5.2, 2025: 4.3, 2030: 3.0, 2035: 1.5, 2040: 0.0}
    notes = {2019: "No cap was in force: it does not bind", 2040: "Neutral no later than 2040", 2017: "Level of the inventory"}
    for year, mt in path.items():
        t.add("targets", target="neutral_2040", scope="all", region="IS", year=year, value=mt, unit="MtCO2eq", basis="inventory of 2017, without land use; sinks restored count", status="reported" if year in (2017, 2040) else "assumed",
              source="ust_2017" if year == 2017 else "climate_act", note=notes.get(year, "On the way: assumed"))

def shapes(t, out):
    values = []
    for h in range(8760):
        day, hour = h // 24, h % 24
        values.append((1 + .12 * math.cos(2 * math.pi * (day - 10) / 365)) * (1 + .18 * math.sin(2 * math.pi * (hour - 9) / 24)))
    mean = sum(values) / len(values)
    os.makedirs(os.path.join(out, "series"), exist_ok=True)
    with open(os.path.join(out, "series", "general_load.csv"), "w", encoding="utf-8", newline="") as handle:
        handle.write("hour,all\n" + "".join("%d,%.4f\n" % (h + 1, v / mean) for h, v in enumerate(values)))
    t.add("series", series="general_load", file="series/general_load.csv", kind="shape", status="modelled", source="assumption", note="Modelled: a yearly cosine of 12 % and a daily one of 18 %; no hourly load was read. Industry, four fifths of the load, is flat.")


def texts(out):
    os.makedirs(os.path.join(out, "scenarios"), exist_ok=True)
    with open(os.path.join(out, "ecumene.toml"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write('format = 1\nname = "iceland"\n\n[title]\nen = "Iceland: three regions"\nko = "아이슬란드 세 지역"\n\n[package]\nnation = "IS"\nbase_year = 2018\ncurrency = "KRW"\nprice_year = 2024\ndefault_scenario = "base"\n'
                     'inventory_basis = "national inventory of 2017, without land use and international transport"\n')
    with open(os.path.join(out, "scenarios", "base.toml"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write('title = { en = "Neutral in 2040", ko = "2040년 탄소중립" }\nabout = { en = "All sectors to zero by 2040 at least cost", ko = "전 부문을 2040년까지 최소 비용으로 순배출 0" }\n\n[plan]\nyears = [2019, 2025, 2030, 2035, 2040]\nforesight = "perfect"\ndemand = "reference"\npopulation = "projection"\n'
                     'discount_rate = 0.04\nowner_rate = 0.05\n\n[time]\nresolution = "typical"\ndays = 4\nextreme_days = 1\nstep = 3\n\n[policies]\ncarbon_cap = "neutral_2040"\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"))
    parser.add_argument("--out", default=os.path.join(ROOT, "data", "iceland"))
    args = parser.parse_args()
    dea = {}
    with open(os.path.join(args.shared, "data", "technology", "costs_2030.csv"), encoding="utf-8") as handle:
        for r in csv.DictReader(handle):
            if r["value"]:
                dea[r["technology"], r["parameter"]] = float(r["value"])
    t = Tables()
    places(t)
    technologies(t, dea)
    targets(t)
    shapes(t, args.out)
    t.write(args.out)
    texts(args.out)


if __name__ == "__main__":
    main()
