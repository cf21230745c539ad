"""stock.csv and potentials.csv."""
import re
from common import CODES, number, shares

END = 2050      # unabated fossil plant without an earlier date closes by then (2050 scenario A)
COAL_EXIT = 2040
CLOSED = ("보령#1", "보령#2", "삼천포#1", "삼천포#2", "호남#1", "호남#2", "울산#4", "울산#5", "울산#6", "제주내연#2", "대구열병합", "SGC에너지#4")
UNDER_CONSTRUCTION = 2027   # gas units listed for 2025-2027 are taken as under construction

# first licence end from the register of licences; 40-year design life where none was read (60 for APR1400)
ROMAN = {"고 리": "Kori", "신고리": "Shin-Kori", "신월성": "Shin-Wolsong", "신한울": "Shin-Hanul", "월 성": "Wolsong", "한 빛": "Hanbit", "한 울": "Hanul", "새울": "Saeul",
         "당진": "Dangjin", "동해": "Donghae", "보령": "Boryeong", "북평": "Bukpyeong", "삼척그린파워": "Samcheok Green", "삼천포": "Samcheonpo", "신보령": "Sinboryeong", "여수": "Yeosu",
         "영흥": "Yeongheung", "태안": "Taean", "하동": "Hadong", "강릉안인": "Gangneung Anin", "삼척": "Samcheok"}
LICENCE = {"Kori 2": 2023, "Kori 3": 2024, "Kori 4": 2025, "Hanbit 1": 2025, "Hanbit 2": 2026, "Wolsong 2": 2026, "Wolsong 3": 2027, "Wolsong 4": 2029, "Hanul 1": 2027, "Hanul 2": 2028,
           "Hanbit 3": 2034, "Hanbit 4": 2035, "Hanul 3": 2037, "Hanul 4": 2038, "Hanbit 5": 2041, "Hanbit 6": 2042, "Hanul 5": 2043, "Hanul 6": 2044, "Shin-Kori 1": 2050, "Shin-Kori 2": 2051,
           "Shin-Wolsong 1": 2051, "Shin-Wolsong 2": 2054}
SOURCED_LICENCE = {"Kori 2", "Kori 3", "Kori 4", "Hanbit 1", "Hanbit 2", "Wolsong 2", "Wolsong 3", "Wolsong 4", "Hanul 1", "Hanul 2"}
STOPPED = {"Kori 2": (2023, 2026), "Kori 3": (2025, 2027), "Kori 4": (2026, 2027)}    # first year without, first year back


def english(name):
    m = re.match(r"(.+?)\s*#\s*(\d+)$", name)
    if m and m.group(1).strip() in ROMAN:
        return ROMAN[m.group(1).strip()], m.group(2)
    return None, None


def build(p):
    used = set()

    def add(plant, name, region, technology, mw, build, close, status, source, note=""):
        base, n = plant, 2
        while plant in used:
            plant, n = "%s-%d" % (base, n), n + 1
        used.add(plant)
        p.add("stock", plant=plant, name=name, region=region, technology=technology, capacity=float(mw), unit="MW", build_year=build, close_year=close, status=status, source=source, note=note)

    skipped = []
    small = {}
    for i, r in enumerate(p.korea("power", "generators_2024.csv"), 1):
        name, code, carrier, kind = r["name"].strip(), r["region_code"], r["carrier"], r["type"]
        year, mw = int(float(r["build_year"])), float(r["p_nom_MW"])
        close = int(r["close_year"]) if r["close_year"] else None
        if carrier in ("solar", "wind", "fuelcell", "bio", "hydro", "ocean", "H2") or name in CLOSED:
            continue
        if not code:
            skipped.append(name)
            continue
        if carrier == "nuclear":
            unit, n = english(name)
            nuclear(add, unit, n, name, code, year, mw)
            continue
        if carrier == "diesel":
            small[code] = small.get(code, 0) + mw
            continue
        if carrier == "waste" or carrier == "miscellaneous":
            add("waste_%s" % code, name.split("_")[0] if carrier == "miscellaneous" else "폐기물 " + p.facts["names"][code][1] + " (Waste, %s)" % p.facts["names"][code][0], code, "waste", mw, year if carrier != "waste" else 2015, END, "reported", "kpx_epsis_units", "" if carrier != "waste" else "Build year estimated")
            continue
        if year > (2025 if carrier in ("bituminous", "anthracite") else UNDER_CONSTRUCTION):
            skipped.append(name)
            continue
        note = "Under construction" if year > 2024 else ""
        status = "reported"
        if carrier in ("bituminous", "anthracite", "IGCC"):
            technology, slug = "coal", "coal"
            if close is None:
                close, status, note = COAL_EXIT, "estimated", "No date in the plan: closed by the coal exit of 2040"
            if name == "태안#1":
                close, note = 2026, "Closed on 2025-12-31"
            if name == "보령#3":
                mw = 550.0
            if carrier == "IGCC":
                year, note = 2016, note + "; gasification, official figures count it as new energy"
        elif carrier == "LNG" and name not in ("대산 GT", "대산 ST"):
            technology = "gas_steam" if kind == "ST" else "gas_chp" if kind == "CHP" or "열병합" in name or "안양" in name else "gas_cc"
            slug = technology
            if close is None:
                natural = max(year + 30, 2031)
                close = min(natural, END)
                status = "estimated"
                note = (note + "; " if note else "") + ("Closes after 30 years" if natural <= END else "Closes by 2050: no unabated fossil power in scenario A") + (" (older units kept to 2030)" if natural == 2031 and year + 30 < 2031 else "")
        else:
            technology, slug = ("gas_cc", "gas_cc") if carrier == "oil" else ("oil_steam", "oil")
            if carrier == "oil":
                note = "Jeju combined cycle, on gas as KEPCO counts it"
            if close is None:
                close, status, note = 2040, "estimated", (note + "; " if note else "") + "Close year estimated"
        unit, n = english(name)
        add("%s_%03d" % (slug, i), "%s (%s %s)" % (name, unit, n) if unit else name, code, technology, mw, year, close, status, "kpx_epsis_units" if technology != "coal" else "kpx_epsis_units;coal_exit_2040" if close == COAL_EXIT else "kpx_epsis_units", note)
    for name, en, code, mw, year in (("고성하이#1", "Goseong Hai 1", "38", 1040, 2021), ("고성하이#2", "Goseong Hai 2", "38", 1040, 2021), ("신서천#1", "Sinseocheon 1", "34", 1018, 2021)):
        add("coal_" + en.lower().replace(" ", "_"), "%s (%s)" % (name, en), code, "coal", mw, year, COAL_EXIT, "reported", "kepco_statistics;coal_exit_2040", "In KEPCO's plant table of 2023, absent from the register")
    for code in sorted(small):
        add("oil_islands_" + code, "섬 내연 (Island diesel)", code, "oil_steam", small[code], 2000, 2045, "derived", "kpx_epsis_units", "Sum of small units, years estimated")
    p.facts["skipped_plants"] = skipped

    # renewables: yearly classes from the growth of capacity
    data = {}
    for r in p.korea("power", "renewable_capacity_by_province_monthly_2012_2025.csv"):
        if r["year_month"].endswith("-12") and int(r["year_month"][:4]) <= 2024:
            data[r["carrier"], r["region_code"], int(r["year_month"][:4])] = float(r["MW"] or 0)
    total = {}
    for carrier, technology, ko, en in (("solar", "solar", "태양광", "Solar"), ("wind", "wind_onshore", "육상풍력", "Wind on land"), ("fuelcell", "fuel_cell", "연료전지", "Fuel cells"),
                                        ("bio", "bio", "바이오", "Biomass"), ("hydro", "hydro", "수력", "Hydro"), ("ocean", "tidal", "조력", "Tidal")):
        for code in CODES:
            last = data.get((carrier, code, 2024), 0.0)
            # pilot parks at sea are listed apart
            sea = {"35": 60.0, "36": 34.5, "39": 30.0}.get(code, 0.0) if carrier == "wind" else 0.0
            last -= sea
            if last <= .05:
                continue
            cohorts, running = {}, 0.0
            if carrier in ("hydro", "ocean"):
                cohorts[1985 if carrier == "hydro" else 2011] = last
            else:
                previous = 0.0
                for year in range(2012, 2025):
                    value = data.get((carrier, code, year), previous)
                    cohorts[year] = max(0.0, value - previous)
                    previous = max(previous, value)
                scale = last / sum(cohorts.values())
                cohorts = {y: v * scale for y, v in cohorts.items()}
                merged = {}
                for y, v in cohorts.items():    # classes: to 2012, then three-year steps
                    key = 2010 if y <= 2012 else 2014 if y <= 2015 else 2017 if y <= 2018 else 2020 if y <= 2021 else 2023
                    merged[key] = merged.get(key, 0.0) + v
                cohorts = merged
            for year, mw in sorted(cohorts.items()):
                if mw > .05:
                    add("%s_%s_%d" % (technology, code, year), "%s %s %d (%s, %s)" % (ko, p.facts["names"][code][1], year, en, p.facts["names"][code][0]), code, technology, mw, year,
                        END if technology == "fuel_cell" and year + 20 > END else None, "derived", "kpx_epsis_renewables", "Sum of a build class; year is its middle")
            total[technology, code] = last
    for code, mw, year, name in (("39", 30, 2018, "탐라 (Tamra)"), ("35", 60, 2020, "서남권 실증 (South-west pilot)"), ("36", 34.5, 2020, "영광 (Yeonggwang)"), ("39", 100, 2025, "한림 (Hallim)")):
        add("wind_offshore_%s_%d" % (code, year), name, code, "wind_offshore", mw, year, None, "estimated", "re_potential", "0.23 GW at sea in May 2025 is published; the split by park is general knowledge")
        total["wind_offshore", code] = total.get(("wind_offshore", code), 0) + mw
    for code in CODES:
        mw = p.facts["self_use_capacity"][code]
        add("solar_self_" + code, "자가용 태양광 %s (Self-use solar, %s)" % (p.facts["names"][code][1], p.facts["names"][code][0]), code, "solar_self", mw, 2018, None, "reported", "kea_2022", "State of 2022; build year estimated")
    # stores
    fix = {"청평": "31"}
    for r in p.korea("power", "pumped_storage_2024.csv"):
        name, year = r["name"], int(r["build_year"])
        code = next((c for k, c in fix.items() if name.startswith(k)), r["region_code"])
        add("pumped_" + re.sub(r"\W+", "_", name), name, code, "pumped_hydro", float(r["p_nom_MW"]), year, 2100, "reported", "kepco_statistics" if year < 2025 else "pumped_plans", "" if year < 2025 else "Planned, site decided; year from the plan")
    for code, mw, year, note in (("39", 65, 2025, "4 hours, tender of 2023"), ("36", 523, 2027, "6 hours, tender of July 2025"), ("39", 40, 2027, "6 hours, tender of July 2025")):
        add("battery_%s_%d" % (code, year), "장주기 배터리 %s (Battery, %s)" % (p.facts["names"][code][1], p.facts["names"][code][0]), code, "battery", mw, year, None, "reported", "storage_tenders", note + ", energy capacity not carried; first year estimated")
    p.facts["renewable_stock"] = total
    potentials(p, total)


def nuclear(add, unit, n, name, code, year, mw):
    full = "%s %s" % (unit, n)
    if unit == "Shin-Kori" and n in ("3", "4"):
        full = "Saeul %d" % (int(n) - 2)
    if full in ("Shin-Kori 1", "Shin-Kori 2"):
        code = "21"     # Gijang, Busan
    slug = "nuclear_" + full.lower().replace(" ", "_").replace("-", "_")
    label = "%s (%s)" % (name, full)
    if full not in LICENCE:
        note = "60-year licence"
        if year > 2024:
            note = "Under construction, 60-year licence" if full.startswith("Saeul") else "Construction permit of 2024, 60-year licence"
        add(slug, label, code, "nuclear", mw, year, year + 60, "reported", "kpx_epsis_units;nuclear_licences", note)
        return
    end = LICENCE[full] + 20
    status = "derived" if full in SOURCED_LICENCE else "estimated"
    note = "Licence end %d and 20 years of continued operation (policy assumed)" % LICENCE[full]
    if full in STOPPED:
        stop, back = STOPPED[full]
        add(slug, label, code, "nuclear", mw, year, stop, "reported", "nuclear_licences", "Stopped at the end of its licence")
        add(slug + "_continued", label + " 계속운전", code, "nuclear", mw, back, end, "derived" if full == "Kori 2" else "estimated", "nuclear_licences", note + ("; granted to 2033-04 so far" if full == "Kori 2" else "; return in %d estimated" % back))
    else:
        add(slug, label, code, "nuclear", mw, year, end, status, "kpx_epsis_units;nuclear_licences", note)


def potentials(p, stock):
    facts = {r["code"]: r for r in p.korea("bundle_korea17", "facts_17.csv")}
    metro = {"11", "21", "22", "23", "24", "25", "26"}
    area = {c: float(f["area_km2"]) for c, f in facts.items()}
    forest = {c: float(f["forest_ha_2020"]) / 100 for c, f in facts.items()}
    floor = {}
    for r in p.korea("demand", "derived_residential_floor_area_by_province.csv"):
        floor[r["region_code"]] = float(r["residential_floor_Mm2_estimate"])
    jobs = {}
    for r in p.korea("demand", "employment_by_province_ksic2_2023.csv"):
        if r["region_code"] in area and r["ksic2"].startswith("C"):
            jobs[r["region_code"]] = jobs.get(r["region_code"], 0) + float(r["workers"])
    p.facts["floor"], p.facts["manufacturing_jobs"] = floor, jobs

    def put(code, technology, value, unit, source, note):
        p.add("potentials", digits=4, region=code, technology=technology, value=float(value), unit=unit, status="estimated", source=source, note=note)

    open_land = shares({c: (area[c] - forest[c]) * (.3 if c in metro else 1) for c in CODES})
    installed = shares({c: stock.get(("solar", c), 0) for c in CODES})
    roofs_home, roofs_work = shares(floor), shares(jobs)
    hills = shares({c: 0 if c in metro or c == "29" else forest[c] for c in CODES})
    wind = shares({c: stock.get(("wind_onshore", c), 0) for c in CODES})
    p.facts["potential"] = {}
    for c in CODES:
        ground = max(280 * (.5 * open_land[c] + .5 * installed[c]), stock.get(("solar", c), 0) / 1000 * 1.1)
        roof = 120 * (.5 * roofs_home[c] + .5 * roofs_work[c])
        land = max(30 * (.5 * hills[c] + .5 * wind[c]), stock.get(("wind_onshore", c), 0) / 1000)
        if c == "39":
            land = min(land, 1.5)
        put(c, "solar", ground, "GW", "re_potential", "Half by land without forest, half by installed solar")
        put(c, "solar_self", max(roof, p.facts["self_use_capacity"][c] / 1000), "GW", "re_potential", "Half by floor area of homes, half by manufacturing jobs")
        p.facts["potential"][c] = {"solar": ground, "solar_self": roof, "wind_onshore": land, "wind_offshore": 0.0}
        if land > .001:
            put(c, "wind_onshore", land, "GW", "re_potential", "Half by forest, half by installed wind; Jeju held to 1.5 GW")
    for c, gw, note in (("36", 30, "Plan of the province for 2035; 21.3 GW licensed"), ("23", 7, "2.5 GW licensed, 4.5 in preparation"), ("35", 6, "South-west park 2.4 GW and more"), ("26", 9, "Floating parks off Ulsan"),
                        ("34", 5, ""), ("39", 4, ""), ("37", 3, "Floating"), ("38", 3, ""), ("21", 2, ""), ("32", 2, "Floating"), ("31", .5, "")):
        put(c, "wind_offshore", gw, "GW", "re_potential", note or "Assumed beyond today's licences")
        p.facts["potential"][c]["wind_offshore"] = gw
    for c, gw, note in (("37", 3.5, "Room beside Hanul and Wolsong"), ("26", 2.8, "Room beside Saeul"), ("21", 1.4, "Kori")):
        put(c, "nuclear_new", gw, "GW", "basic_plan_11", note + "; sites of the two reactors and the SMR of the 11th plan were not decided in the sources")
    for c, gw in (("23", 10), ("31", 10), ("34", 20), ("36", 25), ("26", 20), ("37", 15), ("32", 8), ("35", 8), ("38", 15), ("21", 4), ("39", 1)):
        put(c, "hydrogen_terminal", gw, "GW", "ecumene_assumption", "Ports with gas, oil or chemical berths")
    for c, gwh in (("23", 1500), ("31", 1500), ("34", 3000), ("35", 1500), ("36", 4000), ("26", 3000), ("37", 2000), ("32", 1500), ("38", 2000), ("21", 500), ("39", 100)):
        put(c, "hydrogen_store", gwh, "GWh", "ecumene_assumption", "Coastal and industrial provinces only")
    for c, mt, note in (("35", 18.0, "Gunsan basin 0.54 Gt over 30 years"), ("26", 6.4, "Ulleung basin 0.19 Gt over 30 years, through the East Sea gas field")):
        put(c, "co2_storage", mt, "Mt/year", "kccs_2021", note)
