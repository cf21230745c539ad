"""targets.csv on one basis: 1996 guidelines, 2018 = 727.6 gross, 686.3 net."""
from common import CODES

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
    for year in (2024, 2025):
        add("ndc", "all", year, 686.3, n, "assumed", "gir_inventory_2020", "No cap is in force: the level of 2018 stands in, so that the given stock of the first year is not bound")
    add("ndc", "all", 2030, 474.1, n, "derived", "ndc_2030", "Without 37.5 Mt of international reductions; published: -40.0 % of 727.6 gross", 436.6, "MtCO2eq, gross base, net target with international reductions")
    for year, cut, published in ((2035, .53, 348.9), (2040, .69, None), (2045, .84, None)):
        add("ndc", "all", year, 686.3 * (1 - cut), n, "derived", "ndc_2035;framework_act_2026" if year == 2035 else "framework_act_2026", "Lower end of the legal range, per cent of 2018 net on this basis",
            published, "MtCO2eq, 2006 guidelines, net of 742.3" if published else "")
    add("ndc", "all", 2050, 0, n, "reported", "framework_act_2026")
    sectors(p, n)


SECTORS_2030 = {"power": (269.6, 145.9), "industry": (260.5, 230.7), "buildings": (52.1, 35.0), "transport": (98.1, 61.0), "agriculture": (24.7, 18.0), "waste": (17.1, 9.1), "fugitive": (5.6, 3.9)}
REGIONAL = {2030: .20, 2035: .38, 2040: .52, 2045: .66}     # of a province's own net emissions of 2018: about three quarters of the national cut

def sectors(p, basis):
    """The same national caps with the sector targets of 2030 beside them, and with caps of provinces beside them; neither is in force before 2030 (scenarios)."""
    national = [dict(r) for r in p.rows["targets"] if r["target"] == "ndc"]
    for name in ("ndc_sectors", "ndc_regions"):
        for r in national:
            p.rows["targets"].append({**r, "target": name})
    for sector, (base, cap) in SECTORS_2030.items():
        p.add("targets", target="ndc_sectors", scope=sector, region="KR", year=2030, value=float(cap), unit="MtCO2eq", basis="1996 guidelines, sector, gross", status="reported", source="ndc_2030",
              note="Basic plan of 2023, from %.1f Mt in 2018; 8.4 Mt of hydrogen, -11.2 of CCUS, -26.7 of sinks and -37.5 abroad stand apart" % base)
    for c in CODES:
        net = p.facts["ghg"][c, 2018, "net"] / 1000
        p.add("targets", target="ndc_regions", scope="all", region=c, year=2018, value=net, unit="MtCO2eq", basis=basis, status="derived" if c == "32" else "reported", source="gir_regional_2020", note="Base of the cut")
        for year, cut in REGIONAL.items():
            p.add("targets", target="ndc_regions", scope="all", region=c, year=year, value=100 * cut, unit="%", base_year=2018, basis=basis, status="assumed", source="ecumene_assumption", note="Every province cuts about three quarters of what the nation does, against its own 2018; no such caps are law")
