"""Hourly series of 2024: solar, wind on land and at sea, load, heat, charging."""
import math
from common import CODES, HOURS, drop_29_february, number

MEAN_WIND = {"32": .2326, "37": .2337, "35": .2159, "38": .1909, "36": .1724, "39": .1971}   # KEPCO, mean 2021-23
OTHER_WIND = .1724          # provinces with tiny fleets: the lowest of the large ones (assumed)
OFFSHORE = ["21", "23", "26", "31", "32", "34", "35", "36", "37", "38", "39"]
OFFSHORE_MEAN = .33         # Tamra 34 % in its first year, fleet about 30 %; new turbines larger (assumed)


def to_mean(values, mean):
    """Raise a 0..1 shape to the power that gives it the wanted mean: monotone, stays within 0..1."""
    low, high = .05, 5.0
    for _ in range(60):
        power = (low + high) / 2
        if sum(v ** power for v in values) / len(values) > mean:
            low = power
        else:
            high = power
    return [v ** power for v in values]


def build(p):
    solar_rows = p.korea("supply", "solar_cf_hourly_2024_by_province_rescaled.csv")
    wind_rows = p.korea("supply", "wind_hourly_2024_mainland_jeju.csv")
    solar = {c: drop_29_february([min(1.0, max(0.0, float(r[c] or 0))) for r in solar_rows]) for c in CODES}
    p.write_series("solar", CODES, [solar[c] for c in CODES])
    p.add("series", series="solar", file="series/solar.csv", kind="availability", weather_year=2024, status="derived", source="kpx_solar_2024;kepco_statistics",
          note="Clipped at 0.90 for 7-39 hours a year; discharge of batteries shows after sunset in Gangwon and Gyeongbuk.")
    land = drop_29_february([min(1.0, max(0.0, float(r["mainland_cf_rescaled"] or 0))) for r in wind_rows])
    jeju = drop_29_february([min(1.0, max(0.0, float(r["jeju_cf_rescaled"] or 0))) for r in wind_rows])
    onshore = {c: to_mean(jeju if c == "39" else land, MEAN_WIND.get(c, OTHER_WIND)) for c in CODES}
    p.write_series("wind_onshore", CODES, [onshore[c] for c in CODES])
    p.add("series", series="wind_onshore", file="series/wind_onshore.csv", kind="availability", weather_year=2024, status="derived", source="kpx_solar_2024;kepco_statistics",
          note="One mainland shape and Jeju, brought to each province's mean capacity factor of 2021-2023 by a power law; provinces without a fleet 0.172. Correlation between provinces is overstated, new turbines would do better.")
    top = max(land)
    sea, sea_jeju = to_mean([v / top for v in land], OFFSHORE_MEAN), to_mean(jeju, OFFSHORE_MEAN)
    p.write_series("wind_offshore", OFFSHORE, [sea_jeju if c == "39" else sea for c in OFFSHORE])
    p.add("series", series="wind_offshore", file="series/wind_offshore.csv", kind="availability", weather_year=2024, status="modelled", source="kpx_solar_2024;ecumene_assumption",
          note="The land shapes brought to a mean of 0.33 by a power law: fleet about 0.30, Tamra 0.34 in its first year.")

    # Load: market load + solar outside the market + self-use solar, each added once.
    load = drop_29_february([float(r["load_MW"]) for r in p.korea("power", "national_load_hourly_2024.csv")])
    months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    month_of = [m for m, days in enumerate(months) for _ in range(days * 24)]
    capacity = {}
    for r in p.korea("power", "renewable_capacity_by_province_monthly_2012_2025.csv"):
        if r["carrier"] == "solar" and r["year_month"].startswith("2024-"):
            capacity[r["region_code"], int(r["year_month"][5:]) - 1] = float(r["MW"] or 0)
    member = {r["region_code"]: float(r["p_nom_MW"]) for r in p.korea("power", "generators_2024.csv") if r["carrier"] == "solar"}
    own = {}
    for r in p.korea("supply", "kea_re_statistics_2022_by_province.csv"):
        if r["source_ko"] == "태양광" and r["kind(commercial|self_use|total)"] == "self_use" and r["quantity"] == "capacity_kW":
            own[r["region_code"]] = float(r["value"]) / 1000
    total, added = [], 0.0
    for h in range(HOURS):
        extra = sum(solar[c][h] * (max(0.0, capacity[c, month_of[h]] - member.get(c, 0.0)) + own[c]) for c in CODES)
        added += extra
        total.append(load[h] + extra)
    mean = sum(total) / HOURS
    p.facts.update(self_use_capacity=own, load_peak=max(total), load_mean=mean, load_added=added,
                   solar_mean={c: sum(v) / HOURS for c, v in solar.items()}, wind_mean={c: sum(v) / HOURS for c, v in onshore.items()},
                   offshore_mean=OFFSHORE_MEAN)
    p.write_series("load", ["all"], [[v / mean for v in total]])
    p.add("series", series="load", file="series/load.csv", kind="shape", weather_year=2024, status="derived", source="kpx_load_2024;kpx_solar_2024;kpx_epsis_renewables;kea_2022",
          note="Market load plus solar outside the market (%s TWh with self-use solar); mean 1." % number(added / 1e6, 3))
    heat = []
    for h in range(HOURS):
        day, hour = h // 24, h % 24
        t = 12.8 - 14.0 * math.cos(2 * math.pi * (day - 15) / 365) + 4.0 * math.cos(2 * math.pi * (hour - 15) / 24)
        heat.append(max(0.0, 15 - t))
    mean = sum(heat) / HOURS
    p.write_series("heat_pump", ["all"], [[.85 * v / mean + .15 for v in heat]])
    p.add("series", series="heat_pump", file="series/heat_pump.csv", kind="shape", status="modelled", source="ecumene_shapes", note="Degree-hours, see the source.")
    weights = [1.5, 1.4, 1.2, 1.0, .8, .6, .4, .4, .5, .6, .7, .8, .9, .9, .8, .8, .8, 1.0, 1.3, 1.5, 1.6, 1.7, 1.7, 1.6]
    mean = sum(weights) / 24
    p.write_series("ev_charging", ["all"], [[weights[h % 24] / mean for h in range(HOURS)]])
    p.add("series", series="ev_charging", file="series/ev_charging.csv", kind="shape", status="modelled", source="ecumene_shapes", note="Uncontrolled charging after work and at night; flexibility.csv says how much may move.")
