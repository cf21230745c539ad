"""build_paces.csv: no region takes more than twice its share of what the nation may build in a year."""
TIMES_ITS_SHARE = 2
SPREAD = ("solar", "solar_self", "wind_onshore")


def build(p):
    national, room = {}, {}
    for r in p.rows["technology_values"]:
        if r["parameter"] == "build_pace":
            national.setdefault(r["technology"], []).append((int(r["year"]), float(r["value"])))
    for r in p.rows["potentials"]:
        if r["technology"] in SPREAD:
            room.setdefault(r["technology"], {})[r["region"]] = float(r["value"])
    for technology in SPREAD:
        whole = sum(room[technology].values())
        for region, potential in room[technology].items():
            share = min(1.0, TIMES_ITS_SHARE * potential / whole)
            for year, pace in national[technology]:
                p.add("build_paces", digits=4, region=region, technology=technology, year=year, value=share * pace, unit="MW/year", status="assumed", source="ecumene_regional_pace",
                      note="%.3g %% of the national pace" % (100 * share))
