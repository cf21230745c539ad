"""Carriers, groups, technologies, conversions, costs."""
from common import number

KRW_PER_EUR = 1412.0      # mean of 2023 (KB Financial Group); the mean of 2024 was not read
EUR_PRICE_RISE = 1.20     # euro-area consumer prices 2020 to 2024, rounded (assumed)
EUR = KRW_PER_EUR * EUR_PRICE_RISE / 1e6    # MKRW of 2024 per EUR of 2020

COAL, GAS, OIL = 94.6 * .95 * 3.6 / 1000, 56.1 * .90 * 3.6 / 1000, 77.4 * .95 * 3.6 / 1000    # t CO2 per MWh, higher heating value
CAPTURE = .90

GROUPS = [
    ("nuclear", "Nuclear", "원자력", "#7b3294"), ("coal", "Coal", "석탄", "#3b3b3b"), ("gas", "Gas", "가스", "#b07d4f"),
    ("oil", "Oil", "유류", "#7a1f1f"), ("bio", "Biomass and waste", "바이오·폐기물", "#66852f"), ("fuel_cell", "Fuel cells (gas)", "연료전지", "#d9a6c2"),
    ("hydro", "Hydro and tidal", "수력·조력", "#1f78b4"), ("solar", "Solar", "태양광", "#f2c80f"), ("wind_onshore", "Wind on land", "육상풍력", "#7fd1c7"),
    ("wind_offshore", "Wind at sea", "해상풍력", "#00796b"), ("hydrogen", "Hydrogen turbines and supply", "수소 터빈·공급", "#e7298a"),
    ("storage", "Storage", "저장", "#9e9ac8"), ("electrolysis", "Electrolysis", "수전해", "#56b4e9"), ("co2_storage", "CO2 storage", "이산화탄소 저장", "#a6a6a6"),
    ("grid", "Grid and pipes", "전력망·배관", "#595959"),
]

# id, English, Korean, unit, resolution, scope, balance, carbon, unserved value (MKRW per unit), status, source
CARRIERS = [
    ("electricity", "Electricity", "전력", "MWh", "hour", "region", "equal", 0, 10, "assumed", "ecumene_assumption"),
    ("hydrogen", "Hydrogen", "수소", "MWh", "hour", "region", "equal", 0, 1, "assumed", "ecumene_assumption"),
    ("hydrogen_import", "Imported clean hydrogen (ammonia, liquid)", "수입 청정수소(암모니아·액화)", "MWh", "year", "nation", "equal", 0, None, "assumed", "hydrogen_plan_2021"),
    ("coal", "Coal", "석탄", "MWh", "year", "nation", "equal", COAL, None, "derived", "ipcc_2006"),
    ("gas", "Natural gas", "천연가스", "MWh", "year", "nation", "equal", GAS, None, "derived", "ipcc_2006"),
    ("oil", "Oil", "유류", "MWh", "year", "nation", "equal", OIL, None, "derived", "ipcc_2006"),
    ("biomass", "Biomass", "바이오매스", "MWh", "year", "nation", "equal", 0, None, "assumed", "ipcc_2006"),
    ("waste_fuel", "Waste and by-product fuel", "폐기물·부생연료", "MWh", "year", "nation", "equal", .17, None, "assumed", "ecumene_assumption"),
    ("uranium", "Nuclear fuel", "핵연료", "MWh", "year", "nation", "equal", 0, None, "reported", "ipcc_2006"),
    ("captured_co2", "Captured CO2", "포집 이산화탄소", "t", "year", "region", "equal", 1, None, "reported", "ipcc_2006"),
]

# id, English, Korean, kind, group, carrier, resolution, extendable, clean, profile, seasonal, keeps_carbon, potential, source
TECHNOLOGIES = [
    ("nuclear", "Nuclear, existing and under construction", "원자력(기존·건설 중)", "process", "nuclear", "electricity", "hour", "no", "yes", "", "", "", "unlimited", "kpx_epsis_units;nuclear_licences"),
    ("nuclear_new", "Nuclear, new", "신규 원자력", "process", "nuclear", "electricity", "hour", "yes", "yes", "", "", "", "listed", "basic_plan_11"),
    ("coal", "Coal, existing", "석탄(기존)", "process", "coal", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units;kepco_statistics"),
    ("gas_cc", "Gas combined cycle, existing", "가스복합(기존)", "process", "gas", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units"),
    ("gas_steam", "Gas steam, existing", "가스기력(기존)", "process", "gas", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units"),
    ("gas_chp", "Gas heat and power, existing", "가스 열병합(기존)", "process", "gas", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units"),
    ("gas_cc_new", "Gas combined cycle, new", "신규 가스복합", "process", "gas", "electricity", "hour", "yes", "no", "", "", "", "unlimited", "gesi_costs"),
    ("gas_ccs", "Gas combined cycle with capture, new", "신규 가스복합+탄소포집", "process", "gas", "electricity", "hour", "yes", "no", "", "", "", "unlimited", "dea_catalogue"),
    ("oil_steam", "Oil and diesel, existing", "유류·내연(기존)", "process", "oil", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units"),
    ("hydro", "Hydro", "수력", "process", "hydro", "electricity", "hour", "no", "yes", "", "", "", "unlimited", "kpx_epsis_renewables"),
    ("tidal", "Tidal", "조력", "process", "hydro", "electricity", "hour", "no", "yes", "", "", "", "unlimited", "kpx_epsis_renewables"),
    ("bio", "Biomass", "바이오", "process", "bio", "electricity", "hour", "no", "yes", "", "", "", "unlimited", "kpx_epsis_renewables"),
    ("waste", "Waste and by-product fuel", "폐기물·기타", "process", "bio", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_units"),
    ("fuel_cell", "Fuel cells on gas, existing", "연료전지(기존, 가스)", "process", "fuel_cell", "electricity", "hour", "no", "no", "", "", "", "unlimited", "kpx_epsis_renewables"),
    ("solar", "Solar, ground", "태양광(발전사업)", "process", "solar", "electricity", "hour", "yes", "yes", "solar", "", "", "listed", "kpx_epsis_renewables"),
    ("solar_self", "Solar, roofs and self-use", "태양광(자가용·지붕)", "process", "solar", "electricity", "hour", "yes", "yes", "solar", "", "", "listed", "kea_2022"),
    ("wind_onshore", "Wind on land", "육상풍력", "process", "wind_onshore", "electricity", "hour", "yes", "yes", "wind_onshore", "", "", "listed", "kpx_epsis_renewables"),
    ("wind_offshore", "Wind at sea", "해상풍력", "process", "wind_offshore", "electricity", "hour", "yes", "yes", "wind_offshore", "", "", "listed", "re_potential"),
    ("hydrogen_turbine", "Hydrogen turbine", "수소 터빈", "process", "hydrogen", "electricity", "hour", "yes", "no", "", "", "", "unlimited", "dea_catalogue"),
    ("hydrogen_terminal", "Hydrogen import terminal", "수소 인수기지", "process", "hydrogen", "hydrogen", "hour", "yes", "no", "", "", "", "listed", "ecumene_assumption"),
    ("electrolyser", "Electrolyser", "수전해", "process", "electrolysis", "hydrogen", "hour", "yes", "no", "", "", "", "unlimited", "gesi_costs"),
    ("co2_storage", "CO2 storage under the sea", "해저 이산화탄소 저장", "process", "co2_storage", "captured_co2", "year", "yes", "no", "", "", "yes", "listed", "kccs_2021"),
    ("battery", "Battery", "배터리", "store", "storage", "electricity", "hour", "yes", "no", "", "no", "", "unlimited", "dea_catalogue"),
    ("pumped_hydro", "Pumped hydro", "양수", "store", "storage", "electricity", "hour", "no", "no", "", "no", "", "unlimited", "kepco_statistics;pumped_plans"),
    ("hydrogen_store", "Hydrogen tanks and rock caverns", "수소 저장(탱크·암반)", "store", "storage", "hydrogen", "hour", "yes", "no", "", "yes", "", "listed", "dea_catalogue"),
    ("ac_line", "AC line", "교류 송전선", "link", "grid", "electricity", "hour", "yes", "no", "", "", "", "unlimited", "osm_lines"),
    ("hvdc_line", "HVDC line", "초고압직류 송전", "link", "grid", "electricity", "hour", "yes", "no", "", "", "", "unlimited", "transmission_plan_11"),
    ("hydrogen_pipe", "Hydrogen pipe", "수소 배관", "link", "grid", "hydrogen", "hour", "yes", "no", "", "", "", "unlimited", "ehb_2021"),
    ("co2_pipe", "CO2 pipe", "이산화탄소 배관", "link", "grid", "captured_co2", "year", "yes", "no", "", "", "", "unlimited", "dea_catalogue"),
]

GAS_CCS_USE = 1 / .47
CONVERSIONS = [
    # technology, carrier, value, unit, status, source, note
    ("nuclear", "uranium", -1 / .36, "assumed", "ecumene_assumption", "36 % of heat"), ("nuclear_new", "uranium", -1 / .36, "assumed", "ecumene_assumption", "36 % of heat"),
    ("coal", "coal", -1 / .387, "derived", "kepco_statistics", "Gross efficiency 38.7 %, higher heating value (bituminous 38.8, anthracite 34.1 in 2023)"),
    ("gas_cc", "gas", -1 / .47, "derived", "kepco_statistics", "Gross, higher heating value: combined cycle of KEPCO companies 46.5, others 49.4 % in 2023"),
    ("gas_steam", "gas", -1 / .354, "reported", "kepco_statistics", "Gas steam, gross, 2023"),
    ("gas_chp", "gas", -1 / .49, "derived", "kepco_statistics", "Other companies, mostly heat and power: 49.4 % gross in 2023; heat sold is not credited"),
    ("gas_cc_new", "gas", -1 / (.59 * .90), "derived", "dea_catalogue", "59 % of lower heating value (2040) times 0.90"),
    ("gas_ccs", "gas", -GAS_CCS_USE, "assumed", "dea_catalogue;ecumene_assumption", "New combined cycle less 6 points for capture"),
    ("gas_ccs", "captured_co2", CAPTURE * GAS_CCS_USE * GAS, "assumed", "ecumene_assumption", "90 % of the carbon"),
    ("oil_steam", "oil", -1 / .37, "derived", "kepco_statistics", "Internal combustion, gross, 2023"),
    ("bio", "biomass", -1 / .35, "assumed", "ecumene_assumption", "Pellet boilers and co-firing"),
    ("waste", "waste_fuel", -1 / .25, "assumed", "ecumene_assumption", ""),
    ("fuel_cell", "gas", -1 / .45, "assumed", "ecumene_assumption", "Higher heating value: phosphoric acid 38 %, solid oxide 50 %"),
    ("hydrogen_turbine", "hydrogen", -1 / .58, "derived", "dea_catalogue", "Combined cycle, lower heating value"),
    ("hydrogen_terminal", "hydrogen_import", -1.0, "assumed", "hydrogen_price", "The price is of hydrogen delivered, losses of cracking inside"),
    ("electrolyser", "electricity", -1.50, "derived", "dea_catalogue", "66.7 % of lower heating value: between 62 (2030) and 70 % (2050)"),
]

GESI_YEARS = {"2025": 2025, "2030": 2030, "2040": 2040, "2050": 2050}


def build(p):
    for order, (group, en, ko, colour) in enumerate(GROUPS, 1):
        p.add("technology_groups", group=group, name_en=en, name_ko=ko, colour=colour, order=order)
    for c in CARRIERS:
        unit = c[3]
        p.add("carriers", carrier=c[0], name_en=c[1], name_ko=c[2], unit=unit, resolution=c[4], scope=c[5], balance=c[6], carbon=float(c[7]), carbon_unit="tCO2eq/" + unit,
              unserved_value=None if c[8] is None else float(c[8]), unserved_unit=None if c[8] is None else "MKRW/" + unit, status=c[9], source=c[10])
    mains = {}
    for t in TECHNOLOGIES:
        p.add("technologies", technology=t[0], name_en=t[1], name_ko=t[2], kind=t[3], group=t[4], carrier=t[5], resolution=t[6], extendable=t[7], clean=t[8],
              profile=t[9], seasonal=t[10], keeps_carbon=t[11], potential=t[12], source=t[13])
        if t[3] == "process":
            mains[t[0]] = t[5]
    for technology, carrier in mains.items():
        main = -1.0 if technology == "co2_storage" else 1.0
        p.add("conversions", technology=technology, carrier=carrier, value=main, unit="t/t" if carrier == "captured_co2" else "MWh/MWh", status="reported", source="ecumene_assumption",
              note="One tonne stored is one unit of activity" if main < 0 else "Main product: one unit of activity")
    for technology, carrier, value, status, source, note in CONVERSIONS:
        p.add("conversions", technology=technology, carrier=carrier, value=value, unit="t/MWh" if carrier == "captured_co2" else "MWh/MWh", status=status, source=source, note=note)
    values(p)


def values(p):
    gesi = {r["technology"]: r for r in p.korea("supply", "gesi_unit_costs_2025_2050_KRW.csv")}
    dea = {}
    for year in (2025, 2030, 2035, 2040, 2045, 2050):
        for r in p.technology("costs_%d.csv" % year):
            dea[r["technology"], r["parameter"], year] = float(r["value"] or "nan")

    def add(technology, parameter, value, unit, status, source, note="", year=None):
        p.add("technology_values", technology=technology, parameter=parameter, year=year, value=float(value), unit=unit, status=status, source=source, note=note)

    def korean(technology, row, factor=1.0, flat=False, fixed=True, note=""):
        """GESI: KRW/kW to kKRW/kW."""
        for text, year in GESI_YEARS.items():
            if flat and year != 2025:
                continue
            add(technology, "investment", float(gesi[row][text + "_capex"]) / 1000 * factor, "kKRW/kW", "estimated", "gesi_costs", note, None if flat else year)
            if fixed:
                add(technology, "fixed_om", float(gesi[row][text + "_fixed_om"]) / 1000, "kKRW/kW/year", "estimated", "gesi_costs", "", None if flat else year)

    def european(technology, row, parameter, target, unit, scale, note="", years=(2025, 2030, 2040, 2050), extra=1.0):
        for year in years:
            add(technology, target, dea[row, parameter, year] * EUR * scale * extra, unit, "derived", "dea_catalogue", note, year)

    life = {"nuclear": 60, "nuclear_new": 60, "coal": 40, "gas_cc": 30, "gas_steam": 40, "gas_chp": 30, "gas_cc_new": 30, "gas_ccs": 30, "oil_steam": 40, "hydro": 80, "tidal": 80,
            "bio": 30, "waste": 30, "fuel_cell": 20, "solar": 25, "solar_self": 25, "wind_onshore": 25, "wind_offshore": 27, "hydrogen_turbine": 30, "hydrogen_terminal": 30,
            "electrolyser": 25, "co2_storage": 30, "battery": 20, "pumped_hydro": 80, "hydrogen_store": 30, "ac_line": 40, "hvdc_line": 40, "hydrogen_pipe": 50, "co2_pipe": 50}
    for technology, years in life.items():
        add(technology, "life", years, "year", "assumed", "dea_catalogue;ecumene_assumption", "Rounded from the catalogue; licences and dated closures stand in the stock table")

    # availability and must-run
    add("nuclear", "availability", .838, "1", "reported", "kaif_2024", "Capacity factor 2024; KEPCO 83.6 % in 2023")
    add("nuclear_new", "availability", .838, "1", "assumed", "kaif_2024", "As the fleet")
    add("nuclear", "minimum_load", .5, "1", "assumed", "ecumene_assumption", "Output lowered on spring holidays only; deeper following is not practised")
    add("nuclear_new", "minimum_load", .5, "1", "assumed", "ecumene_assumption", "As the fleet")
    add("coal", "availability", .85, "1", "assumed", "ecumene_assumption", "Outages. The seasonal fine-dust limits and the yearly self-limit stand as a limit on coal bought (imports.csv)")
    for technology in ("gas_cc", "gas_steam", "gas_chp", "gas_cc_new", "gas_ccs", "hydrogen_turbine", "oil_steam"):
        add(technology, "availability", .90, "1", "assumed", "ecumene_assumption", "Planned and forced outages of a tenth")
    add("gas_chp", "minimum_load", .25, "1", "modelled", "kepco_statistics;ecumene_assumption", "Half of the mean output of 2023 (52 % of capacity) taken as led by heat, the same all year: district heat itself is not in this package")
    add("fuel_cell", "availability", .66, "1", "derived", "kepco_statistics", "6.16 TWh of 1.07 GW in 2023")
    add("fuel_cell", "minimum_load", .60, "1", "modelled", "ecumene_assumption", "Runs on support outside the market, not on the market price")
    add("hydro", "availability", .233, "1", "derived", "kepco_statistics", "3.72 TWh of 1.82 GW in 2023, flat: no monthly inflow was found")
    add("tidal", "availability", .19, "1", "derived", "kea_2022", "0.424 TWh of 0.256 GW in 2022, flat: tides are not modelled")
    add("bio", "availability", .642, "1", "derived", "kepco_statistics", "10.19 TWh of 1.81 GW in 2023")
    add("waste", "availability", .605, "1", "derived", "kepco_statistics", "2.43 TWh of 0.46 GW in 2023")
    add("electrolyser", "availability", .97, "1", "assumed", "ecumene_assumption", "")
    add("hydrogen_terminal", "availability", .95, "1", "assumed", "ecumene_assumption", "")

    # investment and fixed cost
    korean("solar", "Solar PV(> 100MW)")
    korean("solar_self", "Solar PV(< 100MW)")
    korean("wind_onshore", "Onshore Wind")
    korean("wind_offshore", "Offshore Wind (Fixed)", note="Fixed foundations; floating parks of the east coast would cost about half more")
    korean("pumped_hydro", "Pumped Storage Hydropower", flat=True)
    korean("nuclear", "Nuclear", flat=True)
    korean("nuclear_new", "Nuclear", flat=True, note="Value of 2025 held flat")
    korean("coal", "Coal (유연탄)", flat=True)
    for technology in ("gas_cc", "gas_steam", "gas_chp", "gas_cc_new"):
        korean(technology, "LNG", flat=True, note="Value of 2025 held flat")
    korean("hydrogen_turbine", "LNG", factor=1.15, flat=True, note="Gas combined cycle and 15 % for hydrogen (assumed)")
    korean("gas_ccs", "LNG", factor=2.0, flat=True, note="Twice a combined cycle: capture plant (assumed)")
    korean("electrolyser", "Electrolyzer (PEM) 100MW", factor=1.5, fixed=False, note="Per kW of hydrogen: 1.5 x the cost per kW of electricity")
    add("electrolyser", "fixed_om", 34.985 * 1.5, "kKRW/kW/year", "estimated", "gesi_costs", "Per kW of hydrogen")
    korean("fuel_cell", "Fuel Cell (SOFC-CHP) 2.5MW_e", flat=True, fixed=False)
    add("fuel_cell", "fixed_om", 0, "kKRW/kW/year", "assumed", "ecumene_assumption", "Paid by support contracts to the end of life, so left out")
    for technology in ("hydro", "tidal"):
        add(technology, "investment", 2888.5 * EUR * 1000, "kKRW/kW", "derived", "dea_catalogue", "Hydro")
        add(technology, "fixed_om", 28.9 * EUR * 1000, "kKRW/kW/year", "derived", "dea_catalogue", "1 % of investment a year")
    for technology in ("bio", "waste"):
        add(technology, "investment", 2950.8 * EUR * 1000, "kKRW/kW", "derived", "dea_catalogue", "Biomass steam")
        add(technology, "fixed_om", 2950.8 * .0453 * EUR * 1000, "kKRW/kW/year", "derived", "dea_catalogue", "4.53 % of investment a year")
    add("oil_steam", "investment", 606 * EUR * 1000, "kKRW/kW", "derived", "dea_catalogue", "Open cycle turbine")
    add("oil_steam", "fixed_om", 10.8 * EUR * 1000, "kKRW/kW/year", "derived", "dea_catalogue", "Open cycle turbine")
    add("hydrogen_terminal", "investment", 300, "kKRW/kW", "assumed", "ecumene_assumption", "Berth, tanks and send-out per kW of hydrogen; cracking is in the import price")
    add("hydrogen_terminal", "fixed_om", 9, "kKRW/kW/year", "assumed", "ecumene_assumption", "3 % a year")
    add("co2_storage", "investment", .6, "MKRW/(t/year)", "assumed", "kccs_2021", "A quarter of the East Sea pilot (2.95 trillion KRW for 1.2 Mt a year with capture)")
    add("co2_storage", "fixed_om", .018, "MKRW/t", "assumed", "ecumene_assumption", "3 % of investment a year, per t/year of capacity")
    add("co2_storage", "variable_om", 20, "kKRW/t", "assumed", "ecumene_assumption", "From the shore on, by ship or pipe")
    add("co2_storage", "total_limit", 730, "Mt", "reported", "kccs_2021", "Promising structures of the Gunsan and Ulleung basins")
    european("battery", "battery inverter", "investment", "investment", "MKRW/MW", 1000, "Inverter")
    european("battery", "battery storage", "investment", "investment_energy", "MKRW/MWh", 1000, "Cells and racks")
    for year in (2025, 2030, 2040, 2050):
        add("battery", "fixed_om", dea["battery inverter", "FOM", year] / 100 * dea["battery inverter", "investment", year] * EUR * 1000, "MKRW/MW/year", "derived", "dea_catalogue", "", year)
    add("battery", "efficiency_charge", .96, "1", "derived", "dea_catalogue", "Inverter and cells, one way")
    add("battery", "efficiency_discharge", .96, "1", "derived", "dea_catalogue", "")
    add("battery", "standing_loss", .00004, "1/hour", "assumed", "ecumene_assumption", "About 3 % a month")
    add("pumped_hydro", "duration", 6, "hour", "reported", "kpx_epsis_units", "")
    add("pumped_hydro", "efficiency_charge", .876, "1", "derived", "kepco_statistics", "Square root of 76.8 %: 3.784 of 4.925 TWh in 2023")
    add("pumped_hydro", "efficiency_discharge", .876, "1", "derived", "kepco_statistics", "")
    add("hydrogen_store", "investment", 50, "kKRW/kW", "assumed", "ecumene_assumption", "Compression and send-out")
    european("hydrogen_store", "hydrogen storage tank type 1 including compressor", "investment", "investment_energy", "MKRW/MWh", 1000, "Tanks with compressor: Korea has no salt; lined rock caverns may be cheaper")
    add("hydrogen_store", "efficiency_charge", .98, "1", "assumed", "ecumene_assumption", "Compression")
    add("hydrogen_store", "efficiency_discharge", 1, "1", "assumed", "ecumene_assumption", "")

    # links: capacity is transfer capacity, so cost per km is divided by it
    line345, line500 = float(gesi["Transmission lines 345kV"]["2025_capex"]), float(gesi["Transmission lines 500kV"]["2025_capex"])
    upkeep = 1.088
    add("ac_line", "investment_per_km", line345 / 1e6 / 1800 * upkeep, "MKRW/(MW km)", "derived", "gesi_costs", "345 kV double circuit, 1.8 GW deliverable; upkeep of 0.5 % a year over 40 years added as 8.8 %")
    add("hvdc_line", "investment_per_km", line500 / 1e6 / 4000 * upkeep, "MKRW/(MW km)", "derived", "gesi_costs", "500 kV, 4 GW; upkeep added as 8.8 %")
    european("hvdc_line", "HVDC inverter pair", "investment", "investment", "MKRW/MW", 1000, "Converter pair", years=(2025, 2030, 2040, 2050))
    add("hvdc_line", "fixed_om", 640 * .015 * EUR * 1000, "MKRW/MW/year", "derived", "dea_catalogue", "1.5 % of the converters a year")
    add("ac_line", "loss_per_km", .00003, "1/km", "estimated", "kepco_statistics", "0.3 % per 100 km; the rest of the losses is in the gross demand")
    add("hvdc_line", "loss_per_km", .00003, "1/km", "estimated", "ecumene_assumption", "")
    add("hvdc_line", "loss", .012, "1", "assumed", "ecumene_assumption", "Two converter stations")
    add("hydrogen_pipe", "investment_per_km", dea["H2 (g) pipeline", "investment", 2030] * EUR * 1.3, "MKRW/(MW km)", "derived", "ehb_2021", "Upkeep of about 2 % a year over 50 years added as 30 %")
    add("co2_pipe", "investment_per_km", dea["CO2 pipeline", "investment", 2030] / 8760 * EUR * 1.3, "MKRW/(t/year)/km", "derived", "dea_catalogue", "12-inch pipe on land, full all year; upkeep added as 30 % as for hydrogen")
    add("hydrogen_pipe", "loss_per_km", .00002, "1/km", "derived", "dea_catalogue", "Compression, 1.9 % per 1,000 km")

    # running cost
    for technology, eur in (("gas_cc", 5.61), ("gas_steam", 5.61), ("gas_chp", 5.61), ("gas_cc_new", 5.48), ("gas_ccs", 9.0), ("hydrogen_turbine", 5.48), ("oil_steam", 6.01), ("bio", 2.8), ("wind_onshore", 1.8)):
        add(technology, "variable_om", eur * EUR * 1e3, "kKRW/MWh", "derived" if technology != "gas_ccs" else "assumed", "dea_catalogue", "")
    add("coal", "variable_om", 4.10 * EUR * 1e3, "kKRW/MWh", "derived", "lazard_2023", "")
    for technology in ("nuclear", "nuclear_new"):
        add(technology, "variable_om", 4.459 * EUR * 1e3, "kKRW/MWh", "derived", "lazard_2023", "")
    for technology, km2 in (("solar", .010), ("wind_onshore", .005)):
        add(technology, "land", km2, "km2/MW", "assumed", "ecumene_assumption", "Land taken up, not the area between turbines")

    # building pace, national, MW a year
    paces = {
        "solar": (700, 6000, 10000, 14000, 16000, 18000), "solar_self": (100, 1500, 2500, 3500, 4000, 4500), "wind_onshore": (20, 600, 1000, 1500, 1500, 1500),
        "wind_offshore": (0, 600, 2500, 3500, 4000, 4500), "nuclear_new": (0, 0, 140, 560, 560, 560), "gas_cc_new": (0, 2500, 3000, 3000, 3000, 3000), "gas_ccs": (0, 0, 500, 1500, 2000, 2000),
        "hydrogen_turbine": (0, 200, 2500, 5000, 7000, 8000), "hydrogen_terminal": (0, 2000, 6000, 12000, 16000, 20000), "electrolyser": (0, 400, 2000, 4000, 6000, 8000),
        "battery": (60, 2000, 6000, 10000, 14000, 16000), "hydrogen_store": (0, 500, 2000, 4000, 6000, 8000)}
    for technology, row in paces.items():
        add(technology, "build_pace", 0, "MW/year", "assumed", "ecumene_pace", "Base year: the stock is given", 2024)
        for year, value in zip((2025, 2030, 2035, 2040, 2045, 2050), row):
            add(technology, "build_pace", value, "MW/year", "assumed", "ecumene_pace", "National", year)
    for year, value in ((2024, 0), (2025, 0), (2030, .4), (2035, 1.5), (2040, 3), (2050, 4)):
        add("co2_storage", "build_pace", value * 1e6, "t/year/year", "assumed", "ecumene_pace", "National; government aim about 4-5 Mt a year in 2030-31", year)
