"""links.csv, link_stock.csv, link groups. The AC part derives from OpenStreetMap (ODbL)."""
import math

PEAK = 98.0     # GW, 98.3 in 2023 with self-use solar (11th Basic Plan)
# Of the gas grid, where pipes for hydrogen and CO2 may be laid.
CORRIDORS = (("23", "11"), ("23", "31"), ("31", "11"), ("34", "31"), ("34", "29"), ("29", "25"), ("34", "33"), ("33", "31"), ("34", "35"), ("35", "36"), ("36", "24"), ("36", "38"), ("38", "21"), ("21", "26"),
             ("26", "37"), ("37", "22"), ("37", "33"), ("37", "32"), ("32", "31"))
METRO = {"11": "Seoul", "22": "Daegu", "24": "Gwangju", "25": "Daejeon", "29": "Sejong"}


def build(p):
    place = {r["region"]: (float(r["lat"]), float(r["lon"])) for r in p.rows["regions"]}
    names = p.facts["names"]

    def distance(a, b):
        (la, lo), (lb, lp) = place[a], place[b]
        k = math.pi / 180
        x = (lp - lo) * k * math.cos((la + lb) / 2 * k)
        return round(max(30.0, 6371 * math.hypot(x, (lb - la) * k) * 1.2))

    def link(link_id, technology, a, b, reverse, maximum, first, status, source, note=""):
        p.add("links", link=link_id, technology=technology, origin=a, destination=b, length_km=float(distance(a, b)), reverse=float(reverse), maximum=float(round(maximum)), first_year=first,
              status=status, source=source, note=note)

    def stock(link_id, mw, year, status, source, note=""):
        p.add("link_stock", link=link_id, capacity=float(round(mw)), unit="MW", build_year=year, status=status, source=source, note=note)

    sales = p.facts["sales_2024"]
    total = sum(sales.values())
    rows, into = [], {}
    for r in p.korea("supply", "interprovincial_circuits_and_capacity_proposal.csv"):
        if "HVDC" in ",".join(str(v) for v in r.values()):
            continue
        deliver = float(next(v for k, v in r.items() if k.startswith("deliverable_GW")) or 0)
        extra = float(next(v for k, v in r.items() if k.startswith("extra_154kV")) or 0)
        mw = 1000 * (deliver + extra)
        if mw <= 0:
            continue
        rows.append([r["region_a"], r["region_b"], mw, r])
        for c in (r["region_a"], r["region_b"]):
            into[c] = into.get(c, 0) + mw
    for c in METRO:     # metropolitan cities must be able to import 1.3 times their peak
        floor = 1300 * PEAK * sales[c] / total
        mine = [row for row in rows if c in row[:2]]
        if into[c] < floor:
            max(mine, key=lambda row: row[2])[2] += floor - into[c]
    for a, b, mw, r in rows:
        link_id = "ac_%s_%s" % (a, b)
        note = "%s-%s: circuits 765 kV %s, 345 kV %s, 154 kV %s; may double, at the earliest in 2031" % (names[a][0], names[b][0], r["circuits_765kV"], r["circuits_345kV"], r["circuits_154kV"])
        link(link_id, "ac_line", a, b, 1, mw * 2, 2031, "estimated", "osm_lines", note)
        stock(link_id, mw, 2000, "estimated", "osm_lines", "Transfer capacity, not thermal rating; year nominal, lasts to the end of the plan")
    ac = {(a, b): "ac_%s_%s" % (a, b) for a, b, _, _ in rows}

    for a, b, mw, year, name, source, status in (("34", "31", 1500, 2020, "북당진-고덕 1 (Bukdangjin-Godeok 1)", "grid_limits", "reported"), ("34", "31", 1500, 2024, "북당진-고덕 2 (Bukdangjin-Godeok 2)", "grid_limits", "reported")):
        if year == 2020:
            link("dc_34_31", "hvdc_line", a, b, 1, 3000, None, "reported", source, "Bukdangjin-Godeok")
        stock("dc_34_31", mw, year, status, source, name)
    link("dc_36_39", "hvdc_line", "36", "39", .34, 2000, 2035, "estimated", "grid_limits", "Jeju cables 1-3: 900 MW nominal, 600 MW of import in use; back to the mainland 200 MW firm")
    stock("dc_36_39", 360, 2014, "reported", "grid_limits", "Import capability before cable 3")
    stock("dc_36_39", 240, 2025, "reported", "grid_limits", "Cable 3, 2024-11-29")
    planned = (("32", "31", 4000, 2028, "동해안 1단계 (East coast 1, Singapyeong)"), ("37", "31", 4000, 2030, "동해안 2단계 (East coast 2, Dongseoul)"),
               ("35", "31", 2000, 2031, "서해안 1 (West coast 1)"), ("36", "31", 4000, 2036, "서해안 2-3 (West coast 2-3)"), ("36", "23", 2000, 2038, "서해안 4 (West coast 4)"))
    for a, b, mw, year, name in planned:
        link_id = "dc_%s_%s" % (a, b)
        link(link_id, "hvdc_line", a, b, 1, mw + 8000, 2035, "estimated", "transmission_plan_11", name + "; up to 8 GW more from 2035 (assumed)")
        stock(link_id, mw, year, "estimated", "transmission_plan_11", "Planned; first full year and provinces of the ends estimated")
    for a, b in (("36", "26"), ("36", "38"), ("35", "34"), ("34", "23"), ("37", "22"), ("26", "33"), ("32", "23"), ("36", "24")):
        link("dc_%s_%s" % (a, b), "hvdc_line", a, b, 1, 8000, 2035, "assumed", "ecumene_assumption", "Candidate, no project today")
    for a, b in CORRIDORS:
        link("h2_%s_%s" % (a, b), "hydrogen_pipe", a, b, 1, 20000, 2030, "assumed", "ecumene_assumption", "Candidate along gas corridors; none stands today")
        link("co2_%s_%s" % (a, b), "co2_pipe", a, b, 1, 40e6, 2030, "assumed", "ecumene_assumption", "Candidate along gas corridors; none stands today")

    def group(name, members, en, ko, limits, status, source, note):
        for a, b in members:
            forward = (a, b) in ac
            p.add("link_groups", link_group=name, link=ac.get((a, b)) or ac[b, a], direction="forward" if forward else "backward")
        for year, mw in limits:
            p.add("link_group_limits", link_group=name, year=year, value=float(mw), unit="MW", status=status, source=source, name_en=en, name_ko=ko, note=note)

    group("capital_import", [("32", "31"), ("33", "31"), ("34", "31")], "AC import of the capital region", "수도권 교류 융통", [(2024, 14000), (2035, 16000), (2045, 18000)], "assumed", "grid_limits",
          "Voltage stability, plausible 12-16 GW with Bukdangjin-Godeok; new HVDC comes on top; 2 GW more in 2035 and in 2045 are assumed reinforcements")
    p.add("link_groups", link_group="capital_import", link="dc_34_31", direction="forward")
    group("east_coast", [("32", "31"), ("32", "33"), ("37", "33")], "AC export of the east coast", "동해안 교류 송전", [(2024, 11300), (2045, 13000)], "estimated", "grid_limits",
          "Published 11.0-11.6 GW for Gangwon and Uljin; Uljin cannot be told from Gyeongbuk here, so its line to Chungbuk stands in")
    group("honam_export", [("35", "34"), ("35", "33"), ("35", "38"), ("36", "38")], "AC export of Honam", "호남 교류 송전", [(2024, 8100), (2035, 10000), (2045, 12000)], "assumed", "grid_limits",
          "Sum of circuits; later steps are assumed reinforcements")
