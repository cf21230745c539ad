"""How sectors write their rows: one call per route, stock and demand by province."""
from common import CODES, YEARS
from demand import GROSS_UP
from technology import COAL, EUR, GAS, OIL

__all__ = ["ACTIVE", "CODES", "COAL", "EUR", "GAS", "GROSS_UP", "OIL", "YEARS", "Works", "apportioned", "demand", "eur", "stock"]
ACTIVE = [2018, 2024] + YEARS
SCENARIO = "sectors"
ASSUMED = "ecumene_assumption"


def eur(value, unit=1.0):
    """EUR of 2020 to MKRW of 2024; `unit` divides (1000 for a kW, hours for a capacity per hour)."""
    return value * EUR / unit


def apportioned(p, *sectors):
    """kt CO2eq of 2018 by province, over sectors or their parts."""
    table = p.facts["apportioned"]
    return {c: sum(table[s][c] for s in table for want in sectors if s == want or s.split(".")[0] == want) for c in CODES}


class Works:
    """One technology and everything said of it."""

    def __init__(self, p, ident, en, ko, group, carrier, sector, unit="t", kind="process", resolution="year", extendable="yes", clean="no", profile=None, seasonal=None, keeps=None, potential="unlimited", source=ASSUMED, green=None):
        self.p, self.id, self.unit = p, ident, unit
        p.add("technologies", technology=ident, name_en=en, name_ko=ko, kind=kind, group=group, carrier=carrier, resolution=resolution, extendable=extendable, clean=clean, profile=profile, seasonal=seasonal,
              keeps_carbon=keeps, potential=potential, sector=sector, green=green, source=source)
        self.main = carrier
        if kind == "process":
            self.take(carrier, -1.0 if keeps else 1.0, "%s/%s" % (unit, unit), "reported", ASSUMED, "Takes one unit" if keeps else "Main product: one unit of activity")

    def take(self, carrier, value, unit, status, source, note="", series=None):
        self.p.add("conversions", technology=self.id, carrier=carrier, value=float(value), unit=unit, series=series, status=status, source=source, note=note)
        return self

    def say(self, parameter, value, unit, status="assumed", source=ASSUMED, note="", year=None):
        points = value.items() if isinstance(value, dict) else [(year, value)]
        for when, v in points:
            self.p.add("technology_values", technology=self.id, parameter=parameter, year=when, value=float(v), unit=unit, status=status, source=source, note=note)
        return self

    def cost(self, investment, fixed_share, life, status="derived", source="dea_catalogue", note="", variable=None):
        """Investment in MKRW per unit of yearly capacity; `fixed_share` of it a year."""
        per = "MKRW/(%s/year)" % self.unit
        points = investment if isinstance(investment, dict) else {None: investment}
        self.say("investment", points, per, status, source, note)
        self.say("fixed_om", {y: v * fixed_share for y, v in points.items()}, "MKRW/%s" % self.unit, status, source, "%.3g %% of investment a year" % (100 * fixed_share))
        if variable:
            self.say("variable_om", variable, "MKRW/%s" % self.unit, "assumed", ASSUMED, note)
        return self.say("life", life, "year", "derived" if status == "derived" else "assumed", source, "")

    def pace(self, points, note="National"):
        """Largest yearly building; the base year builds nothing, 2025 a fifth of a year (see ecumene_pace)."""
        return self.say("build_pace", {2024: 0, **points}, "%s/year/year" % self.unit, "assumed", "ecumene_pace", note)

    def room(self, by_province, unit=None, note="", status="estimated", source="ecumene_apportioning"):
        for c, v in by_province.items():
            if v > 0:
                self.p.add("potentials", region=c, technology=self.id, value=float(v), unit=unit or "%s/year" % self.unit, status=status, source=source, note=note)
        return self


def stock(p, plant, by_province, unit, closing, status="estimated", source="ecumene_apportioning", note="", technology=None, built=2010):
    """Capacity standing since before 2018. `closing`: share of it that goes in each year; None lasts."""
    for c, v in by_province.items():
        for year, share in closing.items():
            if v * share > 0:
                p.add("stock", plant="%s_%s_%s" % (plant, c, year or "stays"), region=c, technology=technology or plant, capacity=float(v * share), unit=unit, build_year=built, close_year=year or 2101, status=status, source=source, note=note)


def demand(p, carrier, component, by_province, path, unit, status="assumed", source="ecumene_sectors", follows=None, scenario=SCENARIO, series=None):
    """`by_province` shares or levels times `path` {year: national factor}."""
    for year in ACTIVE:
        for c, v in by_province.items():
            if v > 0:
                p.add("demand", digits=7, carrier=carrier, region=c, scenario=scenario, component=component, year=year, value=float(v * path[year]), unit=unit, series=series, follows=follows,
                      status="estimated" if year <= 2024 else status, source=source)


def users(p, whole):
    """Goods of the nation are paid for where products are made and used: by gross regional product."""
    from common import shares
    product = {r["region"]: float(r["value"]) for r in p.rows["gva"] if (r["measure"], r["year"], r["prices"], r["industry"]) == ("grdp", "2022", "nominal", "total") and r["region"] in CODES}
    return {c: v * whole for c, v in shares(product).items()}


def path(points):
    """Straight lines between the years of `points`, for every year the package speaks of."""
    from common import at
    return {y: at(points, y) for y in ACTIVE}
