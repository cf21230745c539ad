"""Hourly series: solar, wind on land and at sea (weather of 2024), load (2021), heat, charging. Hour 1 is 00-01 KST."""
import math
from common import CODES, HOURS, drop_29_february, number

MEAN_WIND = {"32": .2326, "37": .2337, "35": .2159, "38": .1909, "36": .1724, "39": .1971}   # KEPCO, mean 2021-23
OTHER_WIND = .1724          # provinces with tiny fleets: the lowest of the large ones (assumed)
OFFSHORE = ["21", "23", "26", "31", "32", "34", "35", "36", "37", "38", "39"]
OFFSHORE_MEAN = .33         # Tamra 34 % in its first year, fleet about 30 %; new turbines larger (assumed)
MARKET_SHARE = .357         # of commercial solar that sells on the market: 9.66 of 27.1 GW in 2024
MONTHS = [m for m, days in enumerate([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) for _ in range(days * 24)]
TILT = math.radians(30)


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


def hour_ending_to_beginning(values):
    """The figures of KPX are stamped with the end of the hour (their midday is one hour after the sun's)."""
    return values[1:] + values[:1]


def clear_sky(lat, lon, hour):
    """Most a panel facing south at 30 degrees could give in the hour, per unit of capacity."""
    day = hour // 24 + 1
    b = 2 * math.pi * (day - 81) / 365
    declination = math.radians(23.45) * math.sin(b)
    equation = 9.87 * math.sin(2 * b) - 7.53 * math.cos(b) - 1.5 * math.sin(b)
    phi, best = math.radians(lat), 0.0
    for part in (0.0, .25, .5, .75, 1.0):
        solar_time = hour % 24 + part - 9 + lon / 15 + equation / 60
        angle = math.radians(15 * (solar_time - 12))
        height = math.sin(phi) * math.sin(declination) + math.cos(phi) * math.cos(declination) * math.cos(angle)
        if height > 0:
            on_panel = math.sin(phi - TILT) * math.sin(declination) + math.cos(phi - TILT) * math.cos(declination) * math.cos(angle)
            best = max(best, max(0.0, on_panel) + .10 * min(1.0, height * 5))
    return best


def without_batteries(values, lat, lon):
    """Parks with batteries discharge after sunset: cut to the clear sky, then scaled back to the year's mean."""
    mean = sum(values) / len(values)
    ceiling = [min(.9, clear_sky(lat, lon, h)) for h in range(HOURS)]
    cut = [min(v, c) for v, c in zip(values, ceiling)]
    for _ in range(20):
        factor = mean / (sum(cut) / len(cut))
        cut = [min(v * factor, c) for v, c in zip(cut, ceiling)]
    return cut


def build(p):
    solar_rows = p.korea("supply", "solar_cf_hourly_2024_by_province_rescaled.csv")
    wind_rows = p.korea("supply", "wind_hourly_2024_mainland_jeju.csv")
    place = {r["region"]: (float(r["lat"]), float(r["lon"])) for r in p.rows["regions"]}

    def read(rows, column):
        return drop_29_february(hour_ending_to_beginning([min(1.0, max(0.0, float(r[column] or 0))) for r in rows]))

    solar = {c: without_batteries(read(solar_rows, c), *place[c]) for c in CODES}
    p.write_series("solar", CODES, [solar[c] for c in CODES])
    p.add("series", series="solar", file="series/solar.csv", kind="availability", weather_year=2024, status="derived", source="kpx_solar_2024;kepco_statistics",
          note="Moved to the beginning of the hour; discharge of park batteries after sunset cut by a clear-sky ceiling and the year's mean kept.")
    land, jeju = read(wind_rows, "mainland_cf_rescaled"), read(wind_rows, "jeju_cf_rescaled")
    onshore = {c: to_mean(jeju if c == "39" else land, MEAN_WIND.get(c, OTHER_WIND)) for c in CODES}
    p.write_series("wind_onshore", CODES, [onshore[c] for c in CODES])
    p.add("series", series="wind_onshore", file="series/wind_onshore.csv", kind="availability", weather_year=2024, status="derived", source="kpx_solar_2024;kepco_statistics",
          note="One mainland shape and Jeju, brought to each province's mean capacity factor of 2021-2023 by a power law; provinces without a fleet 0.172. Correlation between provinces is overstated, new turbines would do better.")
    top = max(land)
    sea, sea_jeju = to_mean([v / top for v in land], OFFSHORE_MEAN), to_mean(jeju, OFFSHORE_MEAN)
    p.write_series("wind_offshore", OFFSHORE, [sea_jeju if c == "39" else sea for c in OFFSHORE])
    p.add("series", series="wind_offshore", file="series/wind_offshore.csv", kind="availability", weather_year=2024, status="modelled", source="kpx_solar_2024;ecumene_assumption",
          note="The land shapes brought to a mean of 0.33 by a power law: fleet about 0.30, Tamra 0.34 in its first year.")
    p.facts.update(solar_mean={c: sum(v) / HOURS for c, v in solar.items()}, wind_mean={c: sum(v) / HOURS for c, v in onshore.items()}, offshore_mean=OFFSHORE_MEAN)
    load(p, solar)
    heat(p)
    weights = [1.5, 1.4, 1.2, 1.0, .8, .6, .4, .4, .5, .6, .7, .8, .9, .9, .8, .8, .8, 1.0, 1.3, 1.5, 1.6, 1.7, 1.7, 1.6]
    mean = sum(weights) / 24
    p.write_series("ev_charging", ["all"], [[weights[h % 24] / mean for h in range(HOURS)]])
    p.add("series", series="ev_charging", file="series/ev_charging.csv", kind="shape", status="modelled", source="ecumene_shapes", note="Uncontrolled charging after work and at night; flexibility.csv says how much may move.")


def load(p, solar):
    """Market load of 2021, and once the solar it leaves out: outside the market and self-use, mean day of each month (another weather year)."""
    market = [float(r["load_MW"]) for r in p.korea("power", "national_load_hourly_2021.csv")]
    if len(market) != HOURS or abs(max(market) - 91141) > 1 or market.index(max(market)) != (207 * 24 + 17):
        raise SystemExit("load of 2021: the peak is not the official 91,141 MW of 27 July, 17-18 h")
    capacity = {}
    for r in p.korea("power", "renewable_capacity_by_province_monthly_2012_2025.csv"):
        if r["carrier"] == "solar" and r["year_month"].startswith("2021-"):
            capacity[r["region_code"], int(r["year_month"][5:]) - 1] = float(r["MW"] or 0)
    own = {}
    for r in p.korea("supply", "kea_re_statistics_2022_by_province.csv"):
        if r["source_ko"] == "태양광" and r["kind(commercial|self_use|total)"] == "self_use" and r["quantity"] == "capacity_kW":
            own[r["region_code"]] = float(r["value"]) / 1000
    hidden, days = {}, {}
    for h in range(HOURS):
        key = MONTHS[h], h % 24
        hidden[key] = hidden.get(key, 0.0) + sum(solar[c][h] * ((1 - MARKET_SHARE) * capacity[c, key[0]] + own[c]) for c in CODES)
        days[key] = days.get(key, 0) + 1
    total = [market[h] + hidden[MONTHS[h], h % 24] / days[MONTHS[h], h % 24] for h in range(HOURS)]
    mean = sum(total) / HOURS
    p.facts["self_use_capacity"] = own
    p.write_series("load", ["all"], [[v / mean for v in total]])
    p.add("series", series="load", file="series/load.csv", kind="shape", weather_year=2021, status="derived", source="kpx_load_2021;kpx_solar_2024;kpx_epsis_renewables;kea_2022",
          note="Market load of 2021 (558.3 TWh) and %s TWh of solar outside the market and self-use solar, added once; mean 1, peak %s. Not the weather year of solar and wind." % (number((sum(total) - sum(market)) / 1e6, 3), number(max(total) / mean, 4)))


def heat(p):
    at_home = [.8] * 6 + [1.25] * 4 + [.95] * 7 + [1.15] * 6 + [.9]
    values = []
    for h in range(HOURS):
        day, hour = h // 24, h % 24
        t = 12.8 - 14.0 * math.cos(2 * math.pi * (day - 15) / 365) + 4.0 * math.cos(2 * math.pi * (hour - 16) / 24)
        values.append(max(0.0, 15 - t) * at_home[hour])
    mean = sum(values) / HOURS
    p.write_series("heat_pump", ["all"], [[.85 * v / mean + .15 for v in values]])
    p.add("series", series="heat_pump", file="series/heat_pump.csv", kind="shape", status="modelled", source="ecumene_shapes", note="Degree-hours with weights for the hours people are at home, see the source.")
