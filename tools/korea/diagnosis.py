"""emissions, gva, vehicles, industry sites, sinks, observed."""
from common import CAPITAL, CODES, number

INDUSTRY = {"지역내총생산(시장가격)": ("grdp", "total"), "총부가가치(기초가격)": ("gva", "total"), "농업, 임업 및 어업": ("gva", "A"), "광업": ("gva", "B"), "제조업": ("gva", "C"),
            "전기, 가스, 증기 및 공기 조절 공급업": ("gva", "D"), "건설업": ("gva", "F"), "도매 및 소매업": ("gva", "G"), "운수 및 창고업": ("gva", "H"), "숙박 및 음식점업": ("gva", "I"), "정보통신업": ("gva", "J"),
            "금융 및 보험업": ("gva", "K"), "부동산업": ("gva", "L"), "사업서비스업": ("gva", "MN"), "공공 행정, 국방 및 사회보장 행정": ("gva", "O"), "교육 서비스업": ("gva", "P"), "보건업 및 사회복지 서비스업": ("gva", "Q"), "문화 및 기타서비스업": ("gva", "RS"),
            "음식료품 및 담배제조업": ("gva", "C10-12"), "섬유 의복 및 가죽 제품 제조업": ("gva", "C13-15"), "목재종이인쇄 및 복제업": ("gva", "C16-18"), "석탄 및 석유 화학제품 제조업": ("gva", "C19-22"), "비금속광물 및 금속제품 제조업": ("gva", "C23-25"),
            "전기 전자 및 정밀기기 제조업": ("gva", "C26-28"), "기계 운송장비 및 기타 제품 제조업": ("gva", "C29-33")}
OBSERVED = {"nuclear": ["nuclear"], "coal": ["bituminous", "anthracite"], "gas": ["LNG"], "oil": ["oil"], "hydro": ["hydro"], "solar": ["solar"], "wind_onshore": ["wind"], "bio": ["bio", "other", "waste"], "total": ["total"]}
GAS = {"온실가스": "all", "CO2": "co2", "CH4": "ch4", "N2O": "n2o", "HFCs": "hfc", "PFCs": "pfc", "SF6": "sf6"}
PROVISIONAL_2023 = {"power": 200.4, "industry": 238.9, "buildings": 44.2, "transport": 94.9, "agriculture": 25.0, "waste": 15.6, "fugitive": 5.2}     # Mt, 1996 guidelines, gir_provisional_2024


def build(p):
    emissions(p)
    value_added(p)
    others(p)
    observed(p)


def emissions(p):
    p.facts["ghg"] = {}
    for r in p.korea("ghg", "gir_province_ghg_1990_2018.csv"):
        if not r["ktCO2eq"]:
            continue
        status = "derived" if r["status"].startswith("residual") else "reported"
        p.add("emissions", digits=9, region=r["region_code"], year=r["year"], ledger="production", coverage=r["accounting"], tree="ipcc1996", sector="total", gas="all", gwp="sar", value=float(r["ktCO2eq"]), unit="ktCO2eq",
              status=status, source="gir_regional_2020" if r["region_code"] != "KR" else "gir_inventory_2020")
        p.facts["ghg"][r["region_code"], int(r["year"]), r["accounting"]] = float(r["ktCO2eq"])
    for r in p.korea("ghg", "gir_national_by_gas_1990_2018.csv"):
        gas = GAS.get(r["gas"], r["gas"].lower())
        if gas == "all" or r["accounting"] not in ("gross", "net"):
            continue
        for year in range(1990, 2019):
            value = r[str(year)].strip()
            if value and value not in ("-", "NO", "NE"):
                p.add("emissions", digits=9, region="KR", year=year, ledger="production", coverage=r["accounting"], tree="ipcc1996", sector="total", gas=gas, gwp="sar", value=float(value), unit="ktCO2eq", status="reported", source="gir_inventory_2020")


def value_added(p):
    def add(code, year, measure, prices, industry, value, status):
        p.add("gva", digits=9, region=code, year=year, measure=measure, prices=prices, industry=industry, value=float(value), unit="MKRW", status=status, source="kostat_grdp")
    for r in p.korea("socio", "grdp_by_industry_2022_nominal.csv"):
        key = INDUSTRY.get(r["industry_ko"].strip())
        if r["region_code"] in CODES and key and r["million_KRW"]:
            add(r["region_code"], 2022, key[0], "nominal", key[1], r["million_KRW"], "reported")
    facts = {r["code"]: r for r in p.korea("bundle_korea17", "facts_17.csv")}
    for c in CODES:
        add(c, 2020, "grdp", "nominal", "total", facts[c]["grdp_2020_MKRW"], "reported")
        add(c, 2020, "gva", "nominal", "total", facts[c]["gva_2020_MKRW"], "reported")
        for column, industry in (("gva_manufacturing_2020_MKRW", "C"), ("gva_agriculture_2020_MKRW", "A"), ("gva_construction_2020_MKRW", "F"), ("gva_transport_storage_2020_MKRW", "H")):
            if facts[c][column]:
                add(c, 2020, "gva", "nominal", industry, facts[c][column], "reported")
    people = p.facts["population"]
    for r in p.korea("socio", "nominal_grdp_per_capita_2010_2023.csv"):
        c, year = r["region_code"], int(r["year"])
        if c in CODES and year not in (2020, 2022) and (c, year) in people and r["thousand_KRW_per_capita"]:
            add(c, year, "grdp", "nominal", "total", float(r["thousand_KRW_per_capita"]) * people[c, year] / 1000, "derived")
    for r in p.korea("socio", "real_grdp_per_capita_2009KRW_1997_2017.csv"):
        c, year = r["region_code"], int(r["year"])
        if (c, year) in people and r["thousand_KRW_per_capita"]:
            # from 2012 Sejong is counted with Chungnam, as in the source
            heads = people[c, year] + (people.get(("29", year), 0) if c == "34" else 0)
            add(c, year, "grdp", "real2009", "total", float(r["thousand_KRW_per_capita"]) * heads / 1000, "derived")


def others(p):
    for r in p.korea("transport", "vehicles_and_ev_by_province_2020_2024.csv"):
        if r["year"] == "2022":
            for drive, column in (("other", "non_ev"), ("electric", "ev")):
                p.add("vehicles", digits=9, region=r["region_code"], kind="all", drive=drive, year=2022, value=float(r[column]), unit="1", status="reported", source="vehicles_2022")
    seen = set()

    def site(site_id, name, region, industry, capacity=None, year=None, status="reported", source="industry_sites_2025", note=""):
        while site_id in seen:
            site_id += "_b"
        seen.add(site_id)
        p.add("industry_sites", site=site_id, name=name, region=region, industry=industry, capacity=capacity, unit="Mt/year" if capacity is not None else None, year=year, status=status, source=source, note=note)

    def slug(text):
        return "".join(ch if ch.isalnum() and ch.isascii() else "_" for ch in text.lower()).strip("_").replace("__", "_")
    for r in p.korea("demand", "industry_capacity_sites.csv"):
        codes = r["region_code"].split(",")
        if len(codes) > 1 or r["industry"] in ("semiconductor", "display"):
            continue
        capacity, status = None, "reported"
        if r["unit"].startswith("Mt") and r["capacity"]:
            capacity = float(r["capacity"])
        elif r["unit"].startswith("kb/d") and r["capacity"]:
            capacity, status = float(r["capacity"]) * .0498, "derived"
        site(slug(r["site"]), "%s (%s)" % (r["site"], r["municipality"]), codes[0], r["industry"], capacity, r["year"] or None, "derived" if r["confidence"].startswith("derived") else status,
             "tcs_2016" if r["industry"] == "cement" else "industry_sites_2025", "%s kb/d" % r["capacity"] if r["unit"].startswith("kb/d") else r["note"])
    for name, region, industry, note in (("POSCO Pohang (포항)", "37", "steel_BF", "Pohang and Gwangyang together made 38.5 Mt in 2023; no official split"), ("POSCO Gwangyang (광양)", "36", "steel_BF", "See Pohang"),
                                         ("Samsung Electronics (화성·평택·기흥)", "31", "semiconductor", "22.4 TWh bought by all sites in 2023"), ("SK hynix Icheon (이천)", "31", "semiconductor", "Icheon and Cheongju 7.98 TWh in 2023"),
                                         ("SK hynix Cheongju (청주)", "33", "semiconductor", "See Icheon"), ("Yongin national complex (용인 국가산단)", "31", "semiconductor", "9 GW planned by 2053"), ("Yongin general complex (용인 일반산단)", "31", "semiconductor", "6 GW planned by 2050"),
                                         ("Samsung Display Asan (아산)", "34", "display", "5.55 TWh in 2023")):
        site(slug(name.split(" (")[0]), name, region, industry, note=note)
    for i, r in enumerate(p.korea("industry", "heavy_industry_sites_2020.csv"), 1):
        if r["type"] == "steel_EAF" or (r["type"] == "cement" and ("한라" in r["site_ko"] or "고려" in r["site_ko"])):
            site("%s_%s_%d" % (r["type"].lower(), r["kostat_code"], i), r["site_ko"], r["region_code"], r["type"], note="Operating in 2020, capacity not found")
    done = set()
    for r in p.korea("forest", "forest_absorption_by_province_2015_2020.csv"):
        for kind, column in (("forest", "natural_forest_tCO2"), ("green_total", "total_green_tCO2")):
            key = r["region_code"], kind, r["year"]
            if r[column] and key not in done:
                done.add(key)
                p.add("sinks", digits=9, region=r["region_code"], kind=kind, year=r["year"], value=float(r[column]), unit="tCO2eq", status="estimated", source="forest_2020")


def observed(p):
    def add(indicator, region, item, year, value, unit, status, source):
        p.add("observed", digits=8, indicator=indicator, region=region, item=item, year=year, value=float(value), unit=unit, status=status, source=source)
    data = {}
    for r in p.korea("supply", "kepco_capacity_generation_by_province_source_2018_2023.csv"):
        key = ("KR" if r["region_code"] == "00" else r["region_code"], r["source"], int(r["year"]))
        data[key] = (float(r["capacity_MW"] or 0), float(r["generation_GWh"] or 0))
    gross = {}
    for year in range(2018, 2024):
        for region in ["KR"] + CODES:
            for item, parts in OBSERVED.items():
                found = [data[region, s, year] for s in parts if (region, s, year) in data]
                if not found or (item != "total" and not any(a or b for a, b in found)):
                    continue
                add("generation", region, item, year, sum(f[1] for f in found), "GWh", "reported", "kepco_statistics")
                if item == "total":
                    gross[region, year] = found[0][1]
                add("capacity", region, item, year, sum(f[0] for f in found), "MW", "reported", "kepco_statistics")
    for item, twh in (("nuclear", 188.8), ("coal", 167.2), ("gas", 167.2), ("total", 595.6)):
        add("generation", "KR", item, 2024, twh, "TWh", "reported", "motie_2024")
    for item, gw in (("nuclear", 26.1), ("coal", 40.2), ("gas", 46.3), ("total", 153.1)):
        add("capacity", "KR", item, 2024, gw, "GW", "reported", "motie_2024")
    add("capacity", "KR", "solar", 2024, 27.095, "GW", "reported", "kpx_epsis_renewables")
    add("capacity", "KR", "wind_onshore", 2024, 2.248, "GW", "reported", "kpx_epsis_renewables")
    sales = {}
    for r in p.korea("supply", "kepco_sales_by_province_2006_2023_GWh.csv"):
        if r["region_code"] in CODES and int(r["year"]) >= 2018:
            sales[r["region_code"], int(r["year"])] = float(r["sales_GWh"])
    for c in CODES:
        sales[c, 2024] = p.facts["sales_2024"][c] * 1000
    for year in range(2018, 2025):
        for c in CODES:
            add("sales", c, "total", year, sales[c, year], "GWh", "reported", "kepco_sales_2024" if year == 2024 else "kepco_statistics")
        add("sales", "KR", "total", year, sum(sales[c, year] for c in CODES), "GWh", "reported", "kepco_sales_2024" if year == 2024 else "kepco_statistics")
    for year in range(2018, 2024):      # gross generation less own use against sales with losses
        for region, members in [("capital", CAPITAL), ("rest", [c for c in CODES if c not in CAPITAL])]:
            net = sum(sales[c, year] for c in members) / (1 - .0353) - sum(gross[c, year] for c in members) * (1 - .0357)
            add("net_import", region, "total", year, net, "GWh", "derived", "kepco_statistics")
    add("emissions", "KR", "power", 2018, 269.6, "MtCO2eq", "reported", "gir_inventory_2020")
    for sector, mt in PROVISIONAL_2023.items():
        add("emissions", "KR", sector, 2023, mt, "MtCO2eq", "reported", "gir_provisional_2024")
    add("emissions", "KR", "power", 2024, 218.34 * 269.6 / 283.0, "MtCO2eq", "derived", "gir_provisional_2025")
    for year, gw in ((2018, 92.5), (2019, 90.3), (2020, 89.1), (2021, 91.1), (2022, 94.5), (2023, 93.6)):
        add("peak", "KR", "total", year, gw, "GW", "reported", "kepco_statistics")
