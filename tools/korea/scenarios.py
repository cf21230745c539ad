"""ecumene.toml, scenarios/*.toml, datapackage.json."""
import json
import os
from common import CODES, number
from technology import KRW_PER_EUR, EUR_PRICE_RISE

BASE = '''# Defaults; every other scenario holds only what differs.
title = { en = "Reference", ko = "기준" }
about = { en = "Power sector to zero in 2050 at least cost", ko = "2050년 전환부문 배출 0을 최소 비용으로" }

[plan]
years = [2025, 2030, 2035, 2040, 2045, 2050]
foresight = "perfect"
demand = "reference"
population = "projection"
sectors = ["power", "hydrogen"]     # [] plans all of them: see net-zero
discount_rate = 0.045   # social discount rate in use in Korea since 2017 (general knowledge, to be checked)
owner_rate = 0.05       # annuities of builders (assumed)

[time]
resolution = "typical"
days = 14   # with two extreme days the cost has settled (docs/model/time.md); plans of all sectors take 6
extreme_days = 2
step = 3

[policies]
carbon_cap = "power_ndc"
'''

NET_ZERO = '''
[plan]
demand = "sectors"
sectors = []

[time]
days = 6

[policies]
carbon_cap = "%s"
'''
FROM_2030 = "carbon_cap_first_year = 2030\n"       # no such caps are in force before
WHOLE = {   # every sector to net zero: name, titles, about, target, lines of [policies] and below
    "net-zero": ("All sectors to net zero", "전 부문 탄소중립", "All sectors to net zero in 2050 at least cost, people as projected", "전 부문을 2050년까지 최소 비용으로 순배출 0, 인구는 추계대로", "ndc", ""),
    "net-zero-balanced": ("Net zero, balanced population", "탄소중립, 균형 인구", "The capital region's share of people falls to 45 %", "수도권 인구 비중이 45 %로 낮아짐", "ndc", "population"),
    "net-zero-delayed": ("Net zero, delayed", "탄소중립, 지연", "No cap binds before 2040", "2040년 전에는 상한이 없음", "ndc", "carbon_cap_first_year = 2040\n"),
    "net-zero-no-ccs": ("Net zero without capture", "탄소중립, 탄소포집 없음", "No CO2 is stored or shipped abroad", "국내외 탄소 저장 없음", "ndc", "\n[technologies.co2_storage]\nextendable = false\n\n[technologies.co2_export]\nextendable = false\n"),
    "net-zero-no-new-nuclear": ("Net zero, no new nuclear", "탄소중립, 신규 원전 없음", "Only reactors standing or under construction", "기존·건설 중 원전만", "ndc", "\n[technologies.nuclear_new]\nextendable = false\n"),
    "net-zero-high-import-price": ("Net zero, dear imports", "탄소중립, 수입 가격 상승", "Fuels and hydrogen from abroad cost half more", "수입 연료·수소 가격 1.5배", "ndc", "high"),
    "net-zero-low-import-price": ("Net zero, cheap imports", "탄소중립, 수입 가격 하락", "Fuels and hydrogen from abroad cost 30 % less", "수입 연료·수소 가격 0.7배", "ndc", "low"),
    "net-zero-regional-caps": ("Net zero, caps of provinces", "탄소중립, 시·도별 상한", "Every province cuts its own emissions, about three quarters as fast as the nation", "모든 시·도가 국가 감축률의 약 4분의 3을 스스로 감축", "ndc_regions", FROM_2030),
    "net-zero-sector-caps": ("Net zero, sector targets of 2030", "탄소중립, 2030 부문 목표", "The sector targets of the basic plan of 2023 bind in 2030", "2023년 기본계획의 2030 부문 목표를 지킴", "ndc_sectors", FROM_2030),
    "net-zero-job-floor": ("Net zero, jobs kept", "탄소중립, 일자리 하한", "Jobs in planned works of a region fall by no more than 2 % a year", "지역의 계획 대상 일자리 감소를 연 2 % 이내로", "ndc", "job_decline = 0.02\n"),
    "net-zero-credits": ("Net zero with reductions abroad", "탄소중립, 국제감축 허용", "37.5 Mt of reductions abroad may be bought", "국제감축 3,750만 톤 허용", "ndc", "\n[technologies.international_credits]\nextendable = true\n"),
}
BOUGHT = ("hydrogen_import", "gas", "coal", "industry_coal", "oil", "naphtha", "e_fuel")

SIMPLE = {
    "no-new-nuclear": ('title = { en = "No new nuclear", ko = "신규 원전 없음" }\nabout = { en = "Only reactors standing or under construction", ko = "기존·건설 중 원전만" }\n\n[technologies.nuclear_new]\nextendable = false\n'),
    "high-import-price": ('title = { en = "Dear imports", ko = "수입 가격 상승" }\nabout = { en = "Hydrogen, gas and coal from abroad cost half more", ko = "수입 수소·가스·석탄 가격 1.5배" }\n\n[scale]\n"imports.hydrogen_import.price" = 1.5\n"imports.gas.price" = 1.5\n"imports.coal.price" = 1.5\n'),
    "low-import-price": ('title = { en = "Cheap imports", ko = "수입 가격 하락" }\nabout = { en = "Hydrogen, gas and coal from abroad cost 30 % less", ko = "수입 수소·가스·석탄 가격 0.7배" }\n\n[scale]\n"imports.hydrogen_import.price" = 0.7\n"imports.gas.price" = 0.7\n"imports.coal.price" = 0.7\n'),
    "cheap-renewables": ('title = { en = "Cheap renewables", ko = "재생에너지 비용 하락" }\nabout = { en = "Solar, wind and batteries cost 25 % less", ko = "태양광·풍력·배터리 투자비 25 % 하락" }\n\n[scale]\n"technology.solar.investment" = 0.75\n"technology.solar_self.investment" = 0.75\n"technology.wind_onshore.investment" = 0.75\n"technology.wind_offshore.investment" = 0.75\n"technology.battery.investment" = 0.75\n'),
}


def build(p):
    folder = os.path.join(p.out, "scenarios")
    os.makedirs(folder, exist_ok=True)

    def write(name, text):
        with open(os.path.join(folder, name + ".toml"), "w", encoding="utf-8", newline="\n") as handle:
            handle.write(text)

    write("base", BASE)
    for name, text in SIMPLE.items():
        write(name, text)
    for name, (en, ko, about, about_ko, target, more) in WHOLE.items():
        write(name, whole(en, ko, about, about_ko, target, more))
    growing = [r for r in p.rows["technologies"] if r["extendable"] == "yes"]
    extendable = sorted(r["technology"] for r in growing if not r.get("sector"))
    write("hindcast-2024-sectors", 'title = { en = "Hindcast of 2024, all sectors", ko = "2024년 재현, 전 부문" }\nabout = { en = "What stood in 2024 run for one year, to set beside official figures", ko = "2024년 설비를 한 해 운전해 공식 통계와 비교" }\n\n'
          '[plan]\nyears = [2024]\ndemand = "sectors"\nsectors = []\n\n[time]\ndays = 6\n\n[policies]\ncarbon_cap = ""\n' + "".join("\n[technologies.%s]\nextendable = false\n" % t for t in sorted(r["technology"] for r in growing)))
    write("hindcast-2024", 'title = { en = "Hindcast of 2024", ko = "2024년 재현" }\nabout = { en = "The stock of 2024 run for one year, to set beside official figures", ko = "2024년 설비를 한 해 운전해 공식 통계와 비교" }\n\n'
          '[plan]\nyears = [2024]\n\n[time]\ndays = 6\n\n[policies]\ncarbon_cap = ""\n' + "".join("\n[technologies.%s]\nextendable = false\n" % t for t in extendable))
    # self-reliance: the wish, but no region more than 70 % of what its potential can yield by then
    wish = {2030: .20, 2040: .40, 2050: .60}
    lines, p.facts["floors"] = [], {}
    for c in CODES:
        floors = {}
        for year, share in wish.items():
            reachable = .7 * clean(p, c, year) / demand(p, c, year)
            floors[year] = share if reachable >= share else int(reachable * 100) / 100
        p.facts["floors"][c] = floors
        if any(floors[y] < wish[y] for y in wish):
            lines.append('\n[policies.self_reliance_regions."%s"]   # %s\n' % (c, p.facts["names"][c][0]) + "".join('"%d" = %s\n' % (y, number(v)) for y, v in floors.items()))
    write("self-reliance", 'title = { en = "Self-reliance", ko = "지역 자립" }\nabout = { en = "Every region makes a growing share of its own clean power", ko = "모든 지역이 청정전력 자급률을 높임" }\n\n[policies.self_reliance]\n'
          + "".join('"%d" = %s\n' % (y, number(v)) for y, v in wish.items()) + "\n# Regions without the room for it: 70 % of what their potential yields by that year.\n" + "".join(lines).lstrip("\n"))

    with open(os.path.join(p.out, "ecumene.toml"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write('''format = 1
name = "korea"

[title]
en = "Korea: 17 provinces"
ko = "대한민국 17개 시·도"

[package]
nation = "KR"
base_year = 2024
currency = "KRW"
price_year = 2024
default_scenario = "base"
inventory_basis = "1996 IPCC guidelines (GIR edition of 2020): 2018 = 727.6 Mt gross, 686.3 Mt net, power sector 269.6 Mt. Targets on the 2006 guidelines are converted: per cent of 2018 net apply to 686.3 Mt; power-sector levels by 269.6/283.0."

[exchange]
krw_per_eur = %s
eur_price_rise_2020_2024 = %s
note = "1,412 KRW/EUR is the mean of 2023 (KB Financial Group); the mean of 2024 was not read. European costs in EUR of 2020 are first raised by 20 %% (euro-area consumer prices 2020-2024, rounded, assumed), then converted: 1 EUR of 2020 = 1,694 KRW of 2024. Costs in KRW are used as they are."
''' % (number(KRW_PER_EUR), number(EUR_PRICE_RISE)))


def whole(en, ko, about, about_ko, target, more):
    text = 'title = { en = "%s", ko = "%s" }\nabout = { en = "%s", ko = "%s" }\n' % (en, ko, about, about_ko) + NET_ZERO % target
    if more == "population":
        return text.replace("sectors = []\n", 'sectors = []\npopulation = "balanced"\n')
    if more in ("high", "low"):
        return text + "\n[scale]\n" + "".join('"imports.%s.price" = %s\n' % (c, 1.5 if more == "high" else .7) for c in BOUGHT)
    return text + more


def clean(p, c, year):
    """TWh of clean power a province could make: a growing part of its potential, nuclear that stands, hydro."""
    part = {2030: .25, 2040: .65, 2050: 1.0}[year]
    pot = p.facts["potential"][c]
    twh = part * 8.76 * ((pot["solar"] + pot["solar_self"]) * p.facts["solar_mean"][c] + pot["wind_onshore"] * p.facts["wind_mean"][c] + pot["wind_offshore"] * p.facts["offshore_mean"] * (part if year < 2050 else 1))
    for r in p.rows["stock"]:
        if r["region"] == c and int(r["build_year"]) <= year < int(r["close_year"] or 9999):
            twh += float(r["capacity"]) * 8.76e-3 * {"nuclear": .838, "hydro": .233, "tidal": .19}.get(r["technology"], 0)
    return twh


def demand(p, c, year):
    return sum(v for (carrier, code, _, y), v in p.facts["demand"].items() if carrier == "electricity" and code == c and y == year)


def datapackage(p):
    kinds = {"number": "number", "integer": "integer", "year": "year"}
    resources = []
    for name, table in p.tables.items():
        if not p.rows[name]:
            continue
        fields = []
        for column in p.columns(name):
            spec = next((c for c in table["columns"] if c["name"] == column), {"name": column, "type": "id"})
            field = {"name": column, "type": kinds.get(spec["type"], "string")}
            unit = spec.get("unit") or spec.get("canonical")
            words = [w for w in (spec.get("about"), "unit: " + unit if spec.get("unit") else "canonical unit: " + unit + ", see the unit column" if unit else None) if w]
            if words:
                field["description"] = "; ".join(words)
            limits = {k: spec[k] for k in ("minimum", "maximum") if k in spec}
            if "choices" in spec:
                limits["enum"] = spec["choices"]
            if not spec.get("optional") and column in table["key"]:
                limits["required"] = True
            if limits:
                field["constraints"] = limits
            fields.append(field)
        resource = {"name": name.replace("_", "-"), "path": table["file"], "title": table["en"], "title_ko": table["ko"], "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                    "schema": {"fields": fields, "primaryKey": table["key"], "missingValues": [""]}}
        if name in ("links", "link_stock", "link_groups"):
            resource["licenses"] = [{"name": "ODbL-1.0", "title": "Open Database License 1.0", "path": "https://opendatacommons.org/licenses/odbl/1-0/"}]
        resources.append(resource)
    for r in p.rows["series"]:
        with open(os.path.join(p.out, r["file"]), encoding="utf-8") as handle:
            header = handle.readline().strip().split(",")
        resources.append({"name": "series-" + r["series"].replace("_", "-"), "path": r["file"], "title": "Hourly series " + r["series"], "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                          "schema": {"fields": [{"name": h, "type": "integer" if h == "hour" else "number"} for h in header], "primaryKey": ["hour"]}})
    out = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "korea", "title": "Korea: 17 provinces", "title_ko": "대한민국 17개 시·도",
           "description": "Figures with their original agency; estimates and assumptions marked row by row. See README.md.",
           "version": "1.0.0", "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 for the arrangement; figures are facts of the agencies in sources.csv", "path": "https://creativecommons.org/licenses/by/4.0/"}],
           "sources": [{"title": r["title"], "publisher": r["publisher"], "version": r["year"]} for r in p.rows["sources"]], "resources": resources}
    with open(os.path.join(p.out, "datapackage.json"), "w", encoding="utf-8", newline="\n") as handle:
        json.dump(out, handle, ensure_ascii=False, indent=1)
        handle.write("\n")
