"""Vehicles by kind and drive, railways, flights and ships."""
from common import shares
from .carriers import UNIT_KM as UNIT
from .rows import ASSUMED, CODES, GROSS_UP, OIL, Works, apportioned, demand, eur, path, stock

KM = {2018: 326e3, 2024: 343.127e3, 2025: 345e3, 2030: 350e3, 2035: 349e3, 2040: 345e3, 2045: 337e3, 2050: 326e3}     # Mkm a year, all vehicles
VEHICLES = {"car": 21.197e6, "truck": 3.718e6 + .134e6, "bus": .708e6}      # June 2023
PER_VEHICLE = {"car": 33.6, "truck": 47.0, "bus": 55.0}                     # km a day (assumed), scaled to the total of 2024
EV_2023 = {"car": 411084, "truck": 124463 + 361, "bus": 7992}
CO2 = {"car_petrol": .190, "car_diesel": .200, "car_hybrid": .120, "truck": .55, "bus": .75}      # kg/km before the one factor that meets the inventory
LIFE = {"car": 15, "truck": 14, "bus": 12}
CLOSING = {"car": {2027: .18, 2030: .20, 2033: .20, 2036: .20, 2039: .22}, "truck": {2027: .20, 2030: .22, 2033: .22, 2036: .18, 2038: .18}, "bus": {2027: .24, 2030: .26, 2033: .26, 2036: .24}}
PRICE = {   # EUR of 2020 a vehicle, 2025, 2030, 2050 (DEA); trucks 80 % as cars and 20 % lorries, vans and buses 85 % as cars
    "car": {"combustion": (30800, 31432, 33797), "hybrid": (32800, 33400, 35000), "battery": (32500, 30961, 29624), "fuel_cell": (47000, 41776, 33797)},
    "truck": {"combustion": (50700, 51600, 56300), "battery": (61500, 59100, 56200), "fuel_cell": (70000, 62700, 58600)},
    "bus": {"combustion": (54600, 55150, 57100), "battery": (71000, 68300, 61100), "fuel_cell": (102000, 96400, 64700)}}
RATIO = {"car": {"battery": .215 / .68 * 1.08, "fuel_cell": .215 / .48}, "truck": {"battery": .8755 / 2.1867 * 1.08, "fuel_cell": 1.7064 / 2.1867}, "bus": {"battery": .8585 / 2.0824 * 1.08, "fuel_cell": 1.5899 / 2.0824}}
LHV = .95       # oil, lower over higher heating value
KO = {"car": "승용차", "truck": "화물차", "bus": "승합차", "combustion": "내연기관", "petrol": "휘발유·LPG", "diesel": "경유", "hybrid": "하이브리드", "battery": "전기", "fuel_cell": "수소"}
EN = {"car": "Cars", "truck": "Trucks", "bus": "Vans and buses"}
# Largest yearly building of battery vehicles, million: 0.2 in 2025, aims 4.5 million in 2030, 70 % of sales in 2035
BATTERY_PACE = {"car": {2025: .03, 2030: .65, 2035: 1.25, 2040: 1.7, 2050: 1.8}, "truck": {2025: .006, 2030: .10, 2035: .22, 2040: .32, 2050: .34}, "bus": {2025: .002, 2030: .02, 2035: .05, 2050: .07}}


def build(p):
    road(p)
    others(p)


def road(p):
    kind = {k: VEHICLES[k] * PER_VEHICLE[k] * 365 / 1e6 for k in VEHICLES}
    kind = {k: v * KM[2024] / sum(kind.values()) for k, v in kind.items()}      # Mkm of 2024
    per = {k: kind[k] / (VEHICLES[k] * 26.298 / 25.757) for k in kind}          # Mkm a vehicle and year
    national = {int(r["year"]): {d: float(r[d]) for d in ("gasoline", "diesel", "LPG", "hybrid", "elec", "hydrogen")} for r in p.korea("transport", "vehicles_by_fuel_national_2018_2024.csv") if r["sorting"] == "소계"}

    def drives(year):
        """Vehicles of each drive within each kind: trucks and vans not electric are counted as diesel."""
        n, t = national[year], {k: VEHICLES[k] * sum(national[year].values()) / sum(national[2023].values()) for k in VEHICLES}
        ev = {k: n["elec"] * EV_2023[k] / sum(EV_2023.values()) for k in EV_2023}
        diesel = n["diesel"] - sum(t[k] - ev[k] for k in ("truck", "bus"))
        return {"car": {"petrol": n["gasoline"] + n["LPG"], "diesel": diesel, "hybrid": n["hybrid"], "battery": ev["car"], "fuel_cell": n["hydrogen"]},
                "truck": {"diesel": t["truck"] - ev["truck"], "battery": ev["truck"]}, "bus": {"diesel": t["bus"] - ev["bus"], "battery": ev["bus"]}}
    old, new = drives(2018), drives(2024)
    grown = KM[2018] / KM[2024]

    def km(year, count):
        """Mkm by kind and drive: a kind's km go to its drives by number."""
        return {k: {d: kind[k] * (grown if year == 2018 else 1) * n / sum(count[k].values()) for d, n in count[k].items()} for k in count}
    km18, km24 = km(2018, old), km(2024, new)
    rough = sum(km18["car"][d] * CO2["car_" + d] for d in ("petrol", "diesel", "hybrid")) + km18["truck"]["diesel"] * CO2["truck"] + km18["bus"]["diesel"] * CO2["bus"]
    kt = apportioned(p, "1A3b", "1A3e")
    factor = sum(kt.values()) / rough
    print("road: one factor of %.3f on the emissions per km meets the inventory of 2018" % factor)
    by_km = shares(kt)
    p.facts["cars"] = {"per": per, "km24": km24, "vehicles": new}
    for k in ("car", "truck", "bus"):
        demand(p, k + "_km", "transport", {c: v * kind[k] for c, v in by_km.items()}, {y: v / KM[2024] for y, v in path(KM).items()}, UNIT + "/year", source="ts_vehicle_km;ecumene_sectors", follows="population")
        burn = {d: CO2.get("%s_%s" % (k, d), CO2.get(k)) * factor * 1000 / OIL / 1000 * 1000 for d in new[k] if d in ("petrol", "diesel", "hybrid")}     # MWh per Mkm
        mean = burn.get("petrol", burn["diesel"])
        for d in list(new[k]) + ([] if k == "car" else ["fuel_cell"]):
            price = PRICE[k]["battery" if d == "battery" else "fuel_cell" if d == "fuel_cell" else "hybrid" if d == "hybrid" else "combustion"]
            ident = "%s_%s" % (k, d)
            group = {"battery": "battery_vehicle", "fuel_cell": "fuel_cell_vehicle", "hybrid": "hybrid_vehicle"}.get(d, "combustion_vehicle")
            w = Works(p, ident, "%s, %s" % (EN[k], {"petrol": "petrol and LPG", "fuel_cell": "fuel cell"}.get(d, d)), "%s(%s)" % (KO[k], KO[d]), group, k + "_km", "transport", UNIT, extendable="no" if ident == "car_diesel" else "yes",
                      source="molit_vehicle_kinds;dea_catalogue", green="yes" if d in ("battery", "fuel_cell") else None)
            if d in burn:
                w.take("oil", -burn[d], "MWh/" + UNIT, "estimated", "gir_inventory_2020;ts_vehicle_km", "Relative use assumed, one factor for all meets the inventory of 2018")
                if k == "car":
                    w.say("last_build_year", 2039, "year", note="No new combustion cars from 2040: their life would pass 2050")
            elif d == "battery":
                w.take("electricity", -mean * LHV * RATIO[k][d] * GROSS_UP, "MWh/" + UNIT, "derived", "dea_catalogue", "Tank-to-wheel ratio of DEA, charging losses 8 %, at generator level", "ev_charging")
            else:
                w.take("hydrogen", -mean * LHV * RATIO[k][d], "MWh/" + UNIT, "derived", "dea_catalogue", "Tank-to-wheel ratio of DEA")
            one = {y: eur(v) / per[k] for y, v in zip((2025, 2030, 2050), price)}
            w.cost(one, .016 if d in burn else .011, LIFE[k], note="Price of a vehicle over its yearly km")
            w.say("count", 1 / per[k], "year/" + UNIT, "derived", "ts_vehicle_km", "%.0f km a vehicle and year" % (per[k] * 1e6))
            fleet(p, ident, by_km, km18[k].get(d, 0.0), km24[k].get(d, 0.0), CLOSING[k] if d in burn else {2037: .5, 2040: .5})
            if d == "battery":
                w.pace({y: v * 1e6 * per[k] for y, v in BATTERY_PACE[k].items()})
                p.add("flexibility", carrier="electricity", component=ident, kind="shift", step=1, year=2024, share=0.0, value=10.0, unit="KRW/kWh", status="assumed", source=ASSUMED)
                for year, share in ((2030, .15), (2040, .35), (2050, .5)):
                    p.add("flexibility", carrier="electricity", component=ident, kind="shift", step=1, year=year, share=share, value=10.0, unit="KRW/kWh", status="assumed", source=ASSUMED)
            elif d == "fuel_cell":
                w.pace({2025: .0005 * kind[k], 2030: .004 * kind[k], 2035: .01 * kind[k], 2050: .04 * kind[k]})
            elif ident != "car_diesel":
                w.pace({2025: .02 * kind[k], 2030: .09 * kind[k], 2050: .09 * kind[k]})
    p.facts["road_ev_TWh"] = None


def fleet(p, ident, by_km, then, now, closing):
    """Vehicles on the road in 2018 and in 2024, in yearly km; a hundredth to spare."""
    source, note = "molit_vehicle_kinds;vehicles_2022;ts_vehicle_km", "By drive of the nation, province by road emissions"
    stock(p, ident, {c: v * min(then, now) * 1.01 for c, v in by_km.items()}, UNIT + "/year", closing, source=source, note=note)
    if now > then:      # joined between the two years; 2025 has a tenth more
        stock(p, ident + "_new", {c: v * (now - then) * 1.03 for c, v in by_km.items()}, UNIT + "/year", {y + 2: v for y, v in closing.items()}, source=source, note=note + "; joined since 2018", technology=ident, built=2021)
    else:
        stock(p, ident + "_gone", {c: v * (then - now) * 1.01 for c, v in by_km.items()}, UNIT + "/year", {2021: 1.0}, source=source, note=note + "; left since 2018", technology=ident)


def others(p):
    for ident, en, ko, sector, level, routes in (
            ("rail", "Diesel trains", "디젤열차", "1A3c", {2018: 1.0, 2024: .80, 2030: .65, 2050: .5}, [("rail_electric", "Electrified lines", "전철화", {"electricity": .30 * GROSS_UP}, 12.0, 50)]),
            ("air", "Aircraft", "항공기", "1A3a", {2018: 1.0, 2024: 1.0, 2030: 1.05, 2050: 1.0}, []),
            ("ship", "Ships", "선박", "1A3d", {2018: 1.0, 2024: .98, 2030: 1.0, 2050: .95}, [("ship_hydrogen", "Ships on hydrogen and ammonia", "수소·암모니아 선박", {"hydrogen": .92}, 2.5, 25)])):
        kt = apportioned(p, sector)
        demand(p, ident, "transport", {c: v * 1000 for c, v in kt.items()}, path(level), "t/year", source="gir_inventory_2020;ecumene_sectors")
        top = max(level.values())
        w = Works(p, ident + "_oil", en, ko, "rail_air_ship", ident, "transport", extendable="no", source="gir_inventory_2020")
        w.take("oil", -1 / OIL, "MWh/t", "derived", "ipcc_2006", "One tonne of CO2 of 2018").cost(0, 0, 30, status="assumed", source=ASSUMED, note="No cost is counted")
        stock(p, w.id, {c: v * 1000 * top * 1.01 for c, v in kt.items()}, "t/year", {None: 1.0})
        for rid, ren, rko, takes, capex, life in routes:
            w = Works(p, rid, ren, rko, "rail_air_ship", ident, "transport", potential="listed", green="yes")
            for carrier, ratio in takes.items():
                w.take(carrier, -ratio / OIL, "MWh/t", "assumed", ASSUMED, "Share of the fuel it replaces")
            w.cost(capex, .01, life, status="assumed", source=ASSUMED, note="Beyond the present way (assumed)").pace({2025: .01 * sum(kt.values()) * 1000, 2050: .08 * sum(kt.values()) * 1000}).room({c: v * 1000 for c, v in kt.items()})
    w = Works(p, "synthetic_oil", "Synthetic fuel for engines", "합성연료 혼합", "rail_air_ship", "oil", "transport", "MWh", source=ASSUMED)
    w.take("e_fuel", -1, "MWh/MWh", "assumed", ASSUMED, "Takes the place of oil: the carbon burnt later is counted there, and taken off here").cost(0, 0, 30, status="assumed", source=ASSUMED, note="No cost beyond the price of the fuel")
    w.pace({2025: 1e5, 2030: 3e6, 2050: 20e6})
