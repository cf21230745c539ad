"""targets.csv on one basis: 1996 guidelines, 2018 = 727.6 gross, 686.3 net."""

RATIO = 269.6 / 283.0       # power sector of 2018, 1996 against 2006 guidelines


def build(p):
    def add(target, scope, year, mt, basis, status, source, note="", published=None, published_basis=""):
        p.add("targets", target=target, scope=scope, region="KR", year=year, value=float(mt), unit="MtCO2eq", basis=basis, published_value=None if published is None else float(published),
              published_basis=published_basis, status=status, source=source, note=note)

    b = "1996 guidelines, power sector, gross base and target"
    now = 218.34 * RATIO
    add("power_ndc", "power", 2018, 269.6, b, "reported", "gir_inventory_2020", "Base of the target")
    add("power_ndc", "power", 2024, now, b, "derived", "gir_provisional_2025", "No cap was in force: the level itself", 218.34, "MtCO2eq, 2006 guidelines")
    add("power_ndc", "power", 2025, now, b, "assumed", "gir_provisional_2025", "No more than in 2024; the yearly path of the basic plan of 2023 was not read")
    add("power_ndc", "power", 2030, 145.9, b, "reported", "ndc_2030", "", 145.9, "MtCO2eq, 1996 guidelines")
    p35 = 283.0 * (1 - .688) * RATIO
    add("power_ndc", "power", 2035, p35, b, "derived", "ndc_2035", "Lower end of -68.8...-75.3 %, converted by 269.6/283.0", 88.3, "MtCO2eq, 2006 guidelines")
    for year, share in ((2040, 2 / 3), (2045, 1 / 3)):
        add("power_ndc", "power", year, p35 * share, b, "assumed", "ndc_2035;cnc_2050", "Straight line from 2035 to zero in 2050")
    add("power_ndc", "power", 2050, 0, b, "reported", "cnc_2050", "Scenario A", 0, "MtCO2eq, 1996 guidelines")
    n = "1996 guidelines, all sectors, net base and net target"
    add("ndc", "all", 2018, 686.3, n, "reported", "gir_inventory_2020")
    add("ndc", "all", 2030, 474.1, n, "derived", "ndc_2030", "Without 37.5 Mt of international reductions; published: -40.0 % of 727.6 gross", 436.6, "MtCO2eq, gross base, net target with international reductions")
    for year, cut, published in ((2035, .53, 348.9), (2040, .69, None), (2045, .84, None)):
        add("ndc", "all", year, 686.3 * (1 - cut), n, "derived", "ndc_2035;framework_act_2026" if year == 2035 else "framework_act_2026", "Lower end of the legal range, per cent of 2018 net on this basis",
            published, "MtCO2eq, 2006 guidelines, net of 742.3" if published else "")
    add("ndc", "all", 2050, 0, n, "reported", "framework_act_2026")
