"""units, unit_borders, unit_shapes, commuting_totals: what living areas and centres rest on.

229 municipalities (2020 borders; districts of cities without a council of their own merged). Jobs are ESTIMATED: the jobs of a
province and activity, spread by the municipalities' value added of that activity. Resident workers are ESTIMATED: all jobs of the
nation by population. No table of commuters by municipality is bundled: the program models flows so that the totals here hold.
"""
import json
import math
import os

ACTIVITY = {  # letter of the jobs table -> activity of the value-added table
    "A": "agriculture", "B": "mining", "C": "manufacturing", "D": "electricity", "E": "electricity", "F": "construction",
    "G": "wholesale", "H": "transportation", "I": "accommodation", "J": "information", "K": "financial",
    "L": "real estate", "M": "professional", "N": "professional", "O": "public administration", "P": "education",
    "Q": "human health", "R": "arts", "S": "arts"}


def build(p):
    master = p.korea("municipal", "municipalities_229_master_2020.csv")
    jobs = jobs_by_unit(p, master)
    people = {row["code"]: float(row["population_2020"]) for row in master}
    rate = sum(jobs.values()) / sum(people.values())
    for row in master:
        unit = row["code"]
        p.add("units", unit=unit, region=row["region_code"], name_en=row["name_en"], name_ko=row["name_ko"],
              lat=float(row["lat"]), lon=float(row["lon"]), area_km2=float(row["area_km2"]), population=people[unit],
              workers=float(round(people[unit] * rate)), jobs=float(round(jobs[unit])), year=2020,
              status="estimated", source="sgis_units_2020;kosis_employment_2023;kosis_grdp_municipal_2020")
    shapes(p, master)
    commuting_totals(p)


def jobs_by_unit(p, master):
    region = {row["code"]: row["region_code"] for row in master}
    value = {}
    for row in p.korea("municipal", "grdp_by_industry_municipal_2010_2015_2020.csv"):
        if row["year"] != "2020" or row["adm2_code"] not in region:
            continue
        for activity in set(ACTIVITY.values()):
            if row["class2"].startswith(activity):
                key = (region[row["adm2_code"]], activity)
                value.setdefault(key, {})[row["adm2_code"]] = max(0.0, float(row["value"] or 0))
    people = {row["code"]: float(row["population_2020"]) for row in master}
    found = dict.fromkeys(region, 0.0)
    for row in p.korea("demand", "employment_by_province_ksic2_2023.csv"):
        province, count = row["region_code"], float(row["workers"] or 0)
        activity = ACTIVITY.get(row["ksic2"][:1])
        weights = value.get((province, activity), {})
        if activity is None or count == 0:
            continue
        if sum(weights.values()) <= 0:  # no value added known: by population
            weights = {unit: people[unit] for unit in region if region[unit] == province}
        total = sum(weights.values())
        for unit, weight in weights.items():
            found[unit] += count * weight / total
    return found


# --- borders and shapes ---------------------------------------------------------------------------------------------------

def shapes(p, master):
    path = os.path.join(p.shared, "data", "korea", "boundaries", "municipalities_2018_topo_simple.json")
    with open(path, encoding="utf-8") as handle:
        topo = json.load(handle)
    arcs = decoded(topo)
    units = {row["code"] for row in master}
    polygons, users = {}, {}
    for geometry in topo["objects"]["skorea_municipalities_2018_geo"]["geometries"]:
        unit = unit_of(geometry["properties"]["code"], units)
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        polygons.setdefault(unit, []).extend(parts)
        for part in parts:
            for ring in part:
                for arc in ring:
                    users.setdefault(arc if arc >= 0 else ~arc, set()).add(unit)
    pairs = sorted({tuple(sorted(pair)) for pair in users.values() if len(pair) == 2})
    for a, b in pairs + FIXED_LINKS:
        p.add("unit_borders", unit=a, neighbour=b, source="sgis_units_2018" if (a, b) in pairs else "ecumene_assumption")
    for unit in sorted(polygons):
        inner = {arc for arc, owners in users.items() if owners == {unit} and count_in(polygons[unit], arc) > 1}
        p.add("unit_shapes", unit=unit, shape=wkt(rings(polygons[unit], inner, arcs)), source="sgis_units_2018")


# Bridges and ferries that tie islands to where they belong; the borders file knows land only.
FIXED_LINKS = [("21010", "21040"), ("21020", "21040"), ("23010", "23320"), ("23310", "31230"), ("36400", "36460"), ("36400", "36470"),
               ("37010", "37430"), ("38050", "38090"), ("38060", "38350"), ("38350", "38360")]


def unit_of(code, units):
    code = {"23030": "23090"}.get(code, code)  # Nam-gu of Incheon became Michuhol-gu in 2018
    if code in units:
        return code
    merged = code[:4] + "0"
    if merged in units:
        return merged
    raise SystemExit("municipality %s of the borders is no unit" % code)


def decoded(topo):
    (sx, sy), (tx, ty) = topo["transform"]["scale"], topo["transform"]["translate"]
    found = []
    for arc in topo["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        found.append(thinned(line, 0.003))
    return found


def thinned(line, tolerance):
    """Douglas and Peucker, arc by arc, so that neighbours keep the same border."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = math.hypot(bx - ax, by - ay)
    def off(point):
        x, y = point
        if length == 0:
            return math.hypot(x - ax, y - ay)
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
    far = max(range(1, len(line) - 1), key=lambda k: off(line[k]))
    if off(line[far]) <= tolerance:
        return [line[0], line[-1]]
    return thinned(line[:far + 1], tolerance)[:-1] + thinned(line[far:], tolerance)


def count_in(parts, arc):
    return sum((a if a >= 0 else ~a) == arc for part in parts for ring in part for a in ring)


def rings(parts, inner, arcs):
    """Outlines of a unit whose districts are merged: arcs between its own districts go, the rest is chained into rings."""
    if not inner:
        return [[points(ring, arcs) for ring in part] for part in parts]
    left = [a for part in parts for ring in part for a in ring if (a if a >= 0 else ~a) not in inner]
    ends = lambda a: (arcs[a][0], arcs[a][-1]) if a >= 0 else (arcs[~a][-1], arcs[~a][0])
    found = []
    while left:
        ring = [left.pop(0)]
        while ends(ring[0])[0] != ends(ring[-1])[1]:
            after = next((k for k, a in enumerate(left) if ends(a)[0] == ends(ring[-1])[1]), None)
            if after is None:
                break
            ring.append(left.pop(after))
        found.append([points(ring, arcs)])
    return found


def points(ring, arcs):
    line = []
    for arc in ring:
        piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        line.extend(piece if not line else piece[1:])
    thin = []
    for x, y in line:
        point = (round(x, 3), round(y, 3))
        if not thin or point != thin[-1]:
            thin.append(point)
    return thin


def wkt(polygons):
    def ring(line):
        if line[0] != line[-1]:
            line = line + [line[0]]
        return "(" + ",".join("%g %g" % point for point in line) + ")"
    whole = [[r for r in part if len(r) >= 4] for part in polygons]
    return "MULTIPOLYGON(" + ",".join("(" + ",".join(ring(r) for r in part) + ")" for part in whole if part) + ")"


# --- published totals -----------------------------------------------------------------------------------------------------

def commuting_totals(p):
    names = {"Seoul": "11", "Incheon": "23", "Daejeon": "25", "Sejong": "29", "Gyeonggi": "31", "Chungnam": "34"}
    source = "kostat_commuting_2024"
    for row in p.korea("demand", "commuting_checks.csv"):
        value = float(row["value"])
        if row["metric"] == "two_way_distance" and row["area"] == "Korea" and row["year"] == "2024":
            p.add("commuting_totals", measure="mean_distance", origin="", destination="", year=2024, value=value / 2,
                  unit="km", status="derived", source=source)
        if row["metric"] == "work_in_own_province" and row["year"] == "2023":
            p.add("commuting_totals", measure="share", origin=names[row["area"]], destination=names[row["area"]], year=2023,
                  value=value / 100, unit="1", status="reported", source=source)
        if row["metric"] == "flow_share":
            origin, destination = row["area"].split(">")
            p.add("commuting_totals", measure="share", origin=names[origin], destination=names[destination], year=2023,
                  value=value / 100, unit="1", status="reported", source=source)
