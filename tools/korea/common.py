"""Shared functions: reading inputs, collecting rows, writing CSV exactly as schema/package.json says."""
import csv
import json
import os

CODES = ["11", "21", "22", "23", "24", "25", "26", "29", "31", "32", "33", "34", "35", "36", "37", "38", "39"]
CAPITAL = ["11", "23", "31"]
YEARS = [2025, 2030, 2035, 2040, 2045, 2050]
HOURS = 8760

UNLESS_USED = {"notation", "quality"}    # optional columns that are written only where a row has one

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCHEMA = os.path.join(ROOT, "schema", "package.json")


def number(value, digits=6):
    """Shortest plain decimal text of a number with at most `digits` significant digits."""
    value = float(value)
    if value == 0:
        return "0"
    text = "%.*g" % (digits, value)
    if "e" in text:
        text = "%.12f" % float(text) if abs(value) < 1 else "%.0f" % float(text)
        if "." in text:
            text = text.rstrip("0").rstrip(".")
    return text


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


class Package:
    """Rows of every table, keyed as in the schema; figures come from `shared`."""

    def __init__(self, shared, out):
        self.shared, self.out = shared, out
        with open(SCHEMA, encoding="utf-8") as handle:
            self.schema = json.load(handle)
        self.tables = {t["name"]: t for t in self.schema["tables"]}
        self.rows = {name: [] for name in self.tables}
        self.facts = {}     # figures one topic hands to another

    def korea(self, *parts):
        return read(os.path.join(self.shared, "data", "korea", *parts))

    def technology(self, name):
        return read(os.path.join(self.shared, "data", "technology", name))

    def add(self, table, digits=6, **cells):
        known = {c["name"] for c in self.tables[table]["columns"]}
        extra = [c for c in cells if c not in known and not (table == "regions" and c.startswith("group_"))]
        if extra:
            raise SystemExit("table %s has no column %s" % (table, ", ".join(extra)))
        row = {}
        for name, value in cells.items():
            row[name] = "" if value is None else number(value, digits) if isinstance(value, float) else str(value)
        self.rows[table].append(row)

    def columns(self, table):
        names = [c["name"] for c in self.tables[table]["columns"] if c["name"] not in UNLESS_USED or any(r.get(c["name"]) for r in self.rows[table])]
        if table == "regions":
            names[-1:-1] = ["group_capital", "group_megaregion"]
        return names

    def write(self):
        for name, table in self.tables.items():
            if not self.rows[name]:
                continue
            path = os.path.join(self.out, table["file"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as handle:
                writer = csv.DictWriter(handle, self.columns(name), restval="", lineterminator="\n")
                writer.writeheader()
                writer.writerows(self.rows[name])

    def write_series(self, name, columns, values):
        """values: one list of 8760 per column."""
        os.makedirs(os.path.join(self.out, "series"), exist_ok=True)
        for column, v in zip(columns, values):
            if len(v) != HOURS:
                raise SystemExit("series %s, column %s has %d hours" % (name, column, len(v)))
        with open(os.path.join(self.out, "series", name + ".csv"), "w", encoding="utf-8", newline="") as handle:
            handle.write(",".join(["hour"] + columns) + "\n")
            for h in range(HOURS):
                handle.write(",".join([str(h + 1)] + [number(round(v[h], 4), 8) for v in values]) + "\n")


def drop_29_february(values):
    """8784 hours of 2024 to 8760."""
    if len(values) != 8784:
        raise SystemExit("expected 8784 hours of 2024, found %d" % len(values))
    return values[:59 * 24] + values[60 * 24:]


def shares(weights):
    total = sum(weights.values())
    return {k: v / total for k, v in weights.items()}


def at(points, year):
    """Straight line between the years of `points`, flat outside."""
    years = sorted(points)
    if year <= years[0]:
        return points[years[0]]
    for a, b in zip(years, years[1:]):
        if year <= b:
            return points[a] + (points[b] - points[a]) * (year - a) / (b - a)
    return points[years[-1]]
