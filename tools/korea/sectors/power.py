"""Electricity that no route of a sector takes: the base demand of the all-sector plan, and heat by the hour of every province."""
import math

from common import CODES, HOURS, YEARS
from demand import NATIONAL
from .rows import SCENARIO

# Heating degree days of 2010 below 65 F, Korea Meteorological Administration (in Fahrenheit days); Sejong as Chungnam
DEGREE_DAYS_F = {"21": 3613.46, "33": 5656.1, "34": 5173.7, "22": 4272.26, "25": 5030.6, "37": 4906.76, "31": 5616.92, "24": 4223.3, "38": 4426.7, "32": 5313.83, "23": 5073.26, "35": 4679.6, "39": 2823.08, "36": 4193.42, "11": 5348.12, "26": 4141.94, "29": 5173.7}
SWING, DAILY, BASE = 14.0, 4.0, 15.0
AT_HOME = [.8] * 6 + [1.25] * 4 + [.95] * 7 + [1.15] * 6 + [.9]


def build(p):
    heat_series(p)
    taken = {c: 0.0 for c in CODES}       # TWh of 2024 that routes now count themselves
    use = {(r["technology"], r["carrier"]): -float(r["value"]) for r in p.rows["conversions"]}
    for r in p.rows["stock"]:
        if r["technology"] in ("steel_arc", "car_battery", "truck_battery", "bus_battery") and int(r["build_year"]) <= 2024 < int(r["close_year"]):
            running = 1 / 1.03 if r["technology"] != "steel_arc" else 63.5 / 72.5 / 1.02
            taken[r["region"]] += float(r["capacity"]) * running * use[r["technology"], "electricity"] / 1e6
    base = p.facts["demand"]
    print("electricity of arc furnaces and vehicles taken out of base demand: %.1f TWh" % sum(taken.values()))
    own = sum(base["electricity", c, "base", 2024] for c in CODES)
    for year in [2018, 2024] + YEARS:
        for component in ("base", "data_centre"):
            for c in CODES:
                twh = base["electricity", c, component, max(year, 2024)]
                if component == "base":
                    twh -= taken[c] * (1 if year <= 2024 else NATIONAL["base"][year] / own)
                p.add("demand", digits=7, carrier="electricity", region=c, scenario=SCENARIO, component=component, year=year, value=float(twh * 1e6), unit="MWh/year", series="load" if component == "base" else None,
                      status="derived" if year == 2024 else "assumed", source="ecumene_demand;ecumene_sectors")
    for share, year in ((0.0, 2024), (.05, 2030), (.15, 2050)):
        for use_ in ("home", "service"):
            p.add("flexibility", carrier="electricity", component="heat_pump_" + use_, kind="shift", step=1, year=year, share=share, value=10.0, unit="KRW/kWh", status="assumed", source="ecumene_assumption")


def heat_series(p):
    """A yearly cosine with a daily swing whose mean gives a province its degree days; degree-hours below 15 C, and 15 % flat for hot water."""
    columns = []
    for c in CODES:
        low, high = 5.0, 22.0
        for _ in range(60):
            mean = (low + high) / 2
            low, high = (mean, high) if degree_days(mean) > DEGREE_DAYS_F[c] / 1.8 else (low, mean)
        values = [max(0.0, BASE - temperature(mean, h)) * AT_HOME[h % 24] for h in range(HOURS)]
        level = sum(values) / HOURS
        columns.append([.85 * v / level + .15 for v in values])
    p.write_series("heat", CODES, columns)
    p.add("series", series="heat", file="series/heat.csv", kind="shape", status="modelled", source="kma_degree_days;ecumene_shapes", note="Modelled, no hourly temperature: yearly cosine of 14 C and daily swing of 4 C whose mean meets the heating degree days of 2010 of each province; degree-hours below 15 C with weights for the hours people are at home, 15 % flat for hot water.")


def temperature(mean, hour):
    return mean - SWING * math.cos(2 * math.pi * (hour // 24 - 15) / 365) + DAILY * math.cos(2 * math.pi * (hour % 24 - 16) / 24)


def degree_days(mean):
    return sum(max(0.0, 18.33 - (mean - SWING * math.cos(2 * math.pi * (d - 15) / 365))) for d in range(365))


