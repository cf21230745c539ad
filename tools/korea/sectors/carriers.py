"""Carriers, legend groups and imports of the sectors."""
from common import at
from .rows import COAL, OIL

UNIT_KM = "Mkm"       # million vehicle-km
NAPHTHA, OLEFINS, PLASTIC, LIMESTONE = 3.26, 3.2, 3.2, .44     # t CO2 per t
# id, English, Korean, unit, resolution, scope, balance, carbon, unserved MKRW, source
CARRIERS = [
    ("industry_coal", "Coal of industry", "산업용 석탄", "MWh", "year", "nation", "equal", COAL, None, "ipcc_2006"),
    ("e_fuel", "Synthetic fuel, imported", "수입 합성연료", "MWh", "year", "nation", "equal", 0, None, "ecumene_assumption"),
    ("naphtha", "Naphtha", "나프타", "t", "year", "nation", "equal", NAPHTHA, None, "ipcc_2006"),
    ("plastic_waste", "Plastic waste", "폐플라스틱", "t", "year", "nation", "equal", PLASTIC, None, "ecumene_assumption"),
    ("olefins", "Olefins and aromatics", "올레핀·방향족", "t", "year", "nation", "equal", OLEFINS, None, "ecumene_assumption"),
    ("limestone", "Limestone", "석회석", "t", "year", "nation", "equal", LIMESTONE, None, "ipcc_2006"),
    ("scrap", "Steel scrap", "고철", "t", "year", "nation", "equal", 0, None, "ecumene_assumption"),
    ("steel", "Crude steel", "조강", "t", "year", "nation", "equal", 0, None, "worldsteel"),
    ("clinker", "Cement clinker", "클링커", "t", "year", "nation", "equal", 0, None, "gir_inventory_2020"),
    ("heat_low", "Steam and heat of industry below 200 C", "산업 저온열", "MWh", "year", "region", "equal", 0, None, "keei_regional_2023"),
    ("heat_high", "Heat of industry above 200 C", "산업 고온열", "MWh", "year", "region", "equal", 0, None, "keei_regional_2023"),
    ("refined", "Refining, activity of 2018", "정유 활동", "t", "year", "nation", "equal", 0, None, "ecumene_apportioning"),
    ("chips", "Chips and displays, activity of 2018", "반도체·디스플레이 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("cooling", "Cooling equipment, activity of 2018", "냉매 사용 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("switchgear", "Switchgear, activity of 2018", "중전기기 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("lime", "Lime, limestone use, other processes, activity of 2018", "석회·기타 공정 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("heat_home", "Heat of homes", "주택 난방·온수", "MWh", "year", "region", "equal", 0, None, "keei_regional_2023"),
    ("heat_service", "Heat of services and public buildings", "상업·공공 난방·온수", "MWh", "year", "region", "equal", 0, None, "keei_regional_2023"),
    ("district_heat", "District heat", "지역난방", "MWh", "hour", "region", "at_least", 0, 1, "keei_regional_2023"),
    ("car_km", "Car travel", "승용차 주행", UNIT_KM, "year", "region", "equal", 0, None, "ts_vehicle_km"),
    ("bus_km", "Bus and van travel", "승합차 주행", UNIT_KM, "year", "region", "equal", 0, None, "ts_vehicle_km"),
    ("truck_km", "Truck travel", "화물차 주행", UNIT_KM, "year", "region", "equal", 0, None, "ts_vehicle_km"),
    ("rail", "Diesel railway, activity of 2018", "철도(디젤) 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("air", "Domestic flights, activity of 2018", "국내항공 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("ship", "Domestic shipping, activity of 2018", "국내해운 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("livestock", "Livestock, activity of 2018", "축산 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("crops", "Rice and soils, activity of 2018", "경종 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("farm_fuel", "Farm and fishing fuel, activity of 2018", "농림어업 연료 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("landfill", "Landfill and waste water, activity of 2018", "매립·하폐수 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("incineration", "Incineration, activity of 2018", "소각 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("gas_network", "Gas network and mines, activity of 2018", "탈루 활동", "t", "year", "region", "equal", 0, None, "ecumene_apportioning"),
    ("credits", "Reductions abroad", "국제감축", "t", "year", "nation", "at_least", 0, None, "ndc_2030"),
    ("forest_sink", "Forest removals of 2018", "산림 흡수(2018년)", "t", "year", "region", "at_least", 0, None, "gir_regional_2020"),
]
GROUPS = [
    ("heat_pump", "Heat pumps", "히트펌프", "#4daf4a"), ("boiler", "Boilers and furnaces", "보일러·가열로", "#a65628"), ("district", "District heat", "지역난방", "#ff7f00"), ("renovation", "Renovation", "그린리모델링", "#ffcc66"),
    ("steel_bf", "Steel, blast furnace", "철강 고로", "#4d4d4d"), ("steel_eaf", "Steel, electric arc", "철강 전기로", "#8da0cb"), ("steel_h2", "Steel, hydrogen", "수소환원제철", "#1b9e77"), ("steel_ccs", "Steel, blast furnace with capture", "고로+포집", "#999999"),
    ("cement", "Cement", "시멘트", "#bdb76b"), ("chemicals", "Petrochemicals", "석유화학", "#fb9a99"), ("refining", "Refining", "정유", "#b15928"), ("process_gases", "Process and fluorinated gases", "공정·불소가스", "#cab2d6"),
    ("electric_heat", "Electric and hydrogen heat of industry", "산업 전기·수소 가열", "#33a02c"),
    ("combustion_vehicle", "Combustion vehicles", "내연기관차", "#7f7f7f"), ("hybrid_vehicle", "Hybrids", "하이브리드", "#bcbd22"), ("battery_vehicle", "Battery vehicles", "전기차", "#17becf"), ("fuel_cell_vehicle", "Fuel cell vehicles", "수소차", "#e377c2"),
    ("rail_air_ship", "Rail, air, ships", "철도·항공·해운", "#9467bd"), ("farms", "Farms", "농축수산", "#8c564b"), ("waste_works", "Waste", "폐기물", "#c49c94"), ("fugitive", "Gas network and mines", "탈루", "#dbdb8d"),
    ("forest", "Forest", "산림", "#006d2c"), ("removal", "Capture from air, credits", "직접포집·국제감축", "#636363"),
]


def build(p):
    first = max(int(r["order"]) for r in p.rows["technology_groups"])
    for order, (group, en, ko, colour) in enumerate(GROUPS, first + 1):
        p.add("technology_groups", group=group, name_en=en, name_ko=ko, colour=colour, order=order)
    for ident, en, ko, unit, resolution, scope, balance, carbon, unserved, source in CARRIERS:
        p.add("carriers", carrier=ident, name_en=en, name_ko=ko, unit=unit, resolution=resolution, scope=scope, balance=balance, carbon=float(carbon), carbon_unit="tCO2eq/" + (unit if unit in ("MWh", "t") else "t"),
              unserved_value=None if unserved is None else float(unserved), unserved_unit=None if unserved is None else "MKRW/" + unit, status="derived" if carbon else "reported", source=source)
    imports(p)


def imports(p):
    def add(carrier, quantity, points, unit, note, source="ecumene_assumption"):
        for year, value in points.items():
            p.add("imports", carrier=carrier, quantity=quantity, year=year, value=float(value), unit=unit, status="assumed", source=source, note=note)
    oil, coal = {}, {}
    for r in p.rows["imports"]:
        if r["quantity"] == "price" and r["carrier"] in ("oil", "coal"):
            (oil if r["carrier"] == "oil" else coal)[int(r["year"])] = float(r["value"])
    add("industry_coal", "price", {y: 1.3 * v for y, v in coal.items()}, "KRW/kWh", "Coal of power plants plus 30 % for coking coal (assumed)", "kpx_fuel_cost;ecumene_assumption")
    add("naphtha", "price", {y: .75 * v * 13.0 for y, v in oil.items()}, "kKRW/t", "13.0 MWh/t of higher heating value at 75 % of the price of oil of power plants (assumed)", "kpx_fuel_cost;ecumene_assumption")
    add("plastic_waste", "price", {2018: 100, 2050: 200}, "kKRW/t", "Collected and sorted (assumed)")
    add("plastic_waste", "limit", {2018: 0, 2025: .1e6, 2030: .6e6, 2040: 1.8e6, 2050: 3e6}, "t/year", "Recycled to feedstock; about a third of plastic waste by 2050 (assumed)")
    add("limestone", "price", {2018: 10, 2050: 10}, "kKRW/t", "Quarried beside the kilns (assumed)")
    add("scrap", "price", {2018: 450, 2050: 450}, "kKRW/t", "Assumed")
    add("scrap", "limit", {2018: 30e6, 2024: 26e6, 2030: 27e6, 2050: 34e6}, "t/year", "Domestic scrap and imports; the stock of steel in use grows older (assumed)")
    add("e_fuel", "price", {2018: 500, 2025: 450, 2030: 350, 2040: 220, 2050: 165}, "KRW/kWh", "Imported hydrogen at 60 % efficiency and captured carbon (assumed); no official price exists")
    add("e_fuel", "limit", {2018: 0, 2025: 0, 2030: 1e6, 2035: 8e6, 2040: 25e6, 2050: 80e6}, "MWh/year", "Assumed")
