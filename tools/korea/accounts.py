"""energy_balance, emissions by sector, region_changes, neighbours, region_facts: what the two ledgers and the conditions rest on."""
from common import CODES

# Sub-sources of the inventory that stand for a leaf of the tree ipcc1996, by their row in the edition of 2022.
LEAVES_2022 = {5: "1A1a", 6: "1A1b", 7: "1A1c", 9: "1A2a", 10: "1A2b", 11: "1A2c", 12: "1A2d", 13: "1A2e", 14: "1A2f", 22: "1A3a", 23: "1A3b", 24: "1A3c", 25: "1A3d", 26: "1A3e", 28: "1A4a", 29: "1A4b", 30: "1A4c", 31: "1A5",
               33: "1B1", 34: "1B2", 39: "2A1", 40: "2A2", 41: "2A3", 42: "2A4", 43: "2B", 44: "2C", 48: "2E", 50: "2F", 55: "4A", 62: "4B", 70: "4C", 73: "4D", 76: "4F", 96: "6A", 99: "6B", 102: "6C", 103: "6D"}
# The same, in the order of the rows of 2018 in the edition of 2020.
LEAVES_2020 = ["1A1a", "1A1b", "1A1c", "1A2a", "1A2b", "1A2c", "1A2d", "1A2e", "1A2f", "1A3a", "1A3b", "1A3c", "1A3d", "1A3e", "1A4a", "1A4b", "1A4c", "1A5", "1B1", "1B2",
               "2A1", "2A2", "2A3", "2A4", "2B", "2C", "2F", "4A", "4B", "4C", "4D", "4F", "6A", "6B", "6C", "6D"]
# kg CO2 per GJ of higher heating value (2006 guidelines x 0.95 or 0.90), gross efficiency of 2018 (KEPCO).
FUELS = {"bituminous": (94.6 * .95, .3903), "anthracite": (98.3 * .95, .3575), "LNG": (56.1 * .90, .4765), "oil": (77.4 * .95, .3744)}
FOUNDED = {"26": 1998, "29": 2012}      # first year counted apart
POWER_2018_KT = 269570.99               # 1A1a, edition of 2020


def build(p):
    sectors(p)
    balance(p)
    changes(p)
    neighbours(p)
    facts(p)


def sectors(p):
    def add(year, tree, sector, value, source):
        p.add("emissions", digits=9, region="KR", year=year, ledger="production", coverage="gross", tree=tree, sector=sector, gas="all", gwp="sar", value=float(value), unit="ktCO2eq", status="reported", source=source)
    found = [r for r in p.korea("ghg", "gir_national_2018_by_source.csv") if r["emission"]]
    if len(found) != len(LEAVES_2020):
        raise SystemExit("the inventory of 2018 has %d sources, %d expected" % (len(found), len(LEAVES_2020)))
    for sector, r in zip(LEAVES_2020, found):
        add(2018, "ipcc1996", sector, r["emission"], "gir_inventory_2020")
    for r in p.korea("demand", "national_inventory_by_source_1990_2020_ktCO2eq.csv"):
        if int(r["row"]) in LEAVES_2022:
            for year in range(1990, 2021):
                if r[str(year)]:
                    add(year, "ipcc1996@2022", LEAVES_2022[int(r["row"])], r[str(year)], "gir_inventory_2022")
            if int(r["row"]) == 5:
                p.facts["power_kt"] = {year: float(r[str(year)]) for year in range(1990, 2021)}


def balance(p):
    def add(item, region, year, value, unit, status, source):
        p.add("energy_balance", digits=9, carrier="electricity", item=item, region=region, year=year, value=float(value), unit=unit, status=status, source=source)
    for r in p.korea("power", "generation_consumption_by_province_1991_2021_GWh.csv"):
        code, year = r["region_code"], int(r["year"])
        if r["GWh"] and year >= FOUNDED.get(code, 0):
            add({"generation": "made", "consumption": "used"}[r["type"]], code, year, r["GWh"], "GWh", "reported", "kesis_electricity")
    burnt = {}
    for r in p.korea("supply", "kepco_capacity_generation_by_province_source_2018_2023.csv"):
        if r["year"] == "2018" and r["region_code"] in CODES and r["source"] in FUELS and r["generation_GWh"]:
            burnt[r["region_code"], r["source"]] = float(r["generation_GWh"])
    kt = {c: sum(gwh * FUELS[fuel][0] * 3.6 / FUELS[fuel][1] / 1000 for (code, fuel), gwh in burnt.items() if code == c) for c in CODES}
    raised = POWER_2018_KT / sum(kt.values())
    print("power emissions of 2018: prior %.1f Mt, raised by %.4f" % (sum(kt.values()) / 1000, raised))
    for c in CODES:
        add("fossil", c, 2018, sum(gwh for (code, _), gwh in burnt.items() if code == c), "GWh", "reported", "kepco_statistics")
        add("emissions", c, 2018, kt[c] * raised, "ktCO2eq", "estimated", "ecumene_power_emissions")
    for year, value in sorted(p.facts["power_kt"].items()):
        add("emissions", "KR", year, POWER_2018_KT if year == 2018 else value, "ktCO2eq", "reported", "gir_inventory_2020" if year == 2018 else "gir_inventory_2022")


def changes(p):
    for year, old, new, note in ((1998, "38", "26", "Ulsan left Gyeongnam on 15 July 1997; emissions are counted apart from 1998"), (2013, "34", "29", "Sejong was founded on 1 July 2012, mostly from Yeongi in Chungnam; emissions are counted apart from 2013; parts of Gongju and of Cheongwon (Chungbuk) are neglected")):
        p.add("region_changes", year=year, kind="split", old=old, new=new, source="admin_changes", note=note)


def neighbours(p):
    names = {"Seoul": "11", "Busan": "21", "Daegu": "22", "Incheon": "23", "Gwangju": "24", "Daejeon": "25", "Ulsan": "26", "Sejong": "29", "Gyeonggi-do": "31", "Gangwon-do": "32", "Chungcheongbuk-do": "33", "Chungcheongnam-do": "34", "Jeollabuk-do": "35",
             "Jeollanam-do": "36", "Gyeongsangbuk-do": "37", "Gyeongsangnam-do": "38", "Jeju": "39"}
    pairs = set()
    for r in p.korea("socio", "migest_korea_gravity_2012_2020.csv"):
        a, b = names[r["orig"]], names[r["dest"]]
        if r["contig"] == "1" and a < b:
            pairs.add((a, b))
    for a, b in sorted(pairs):
        p.add("neighbours", region=a, neighbour=b, source="kostat_borders")


def facts(p):
    names = {"Seoul": "11", "Incheon": "23", "Gwangju": "24", "Daejeon": "25", "Sejong": "29", "Chungbuk": "33", "Chungnam": "34", "Jeonnam": "36"}
    for r in p.korea("demand", "fiscal_independence.csv"):
        if r["region"] in names and int(r["year"]) >= 2018:
            p.add("region_facts", region=names[r["region"]], fact="fiscal_independence", year=r["year"], value=float(r["pct"]), unit="%", status="reported", source="mois_fiscal")
    short = dict(zip("서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주".split(), CODES))
    aged = {c: 0.0 for c in CODES}
    for r in p.korea("socio", "municipalities_2023.csv"):
        aged[short[r["province_ko"]]] += float(r["age65plus"])
    for c in CODES:
        p.add("region_facts", digits=9, region=c, fact="people_65", year=2023, value=aged[c], unit="person", status="derived", source="kostat_age_2023")
