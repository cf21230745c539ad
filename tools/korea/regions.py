"""regions.csv and groups.csv."""

# code: tile x, tile y of a hand-made tile map (5 x 6, north is up)
TILES = {"23": (0, 0), "11": (1, 0), "31": (2, 0), "32": (3, 0),
         "34": (0, 1), "29": (1, 1), "33": (2, 1), "37": (3, 1),
         "25": (1, 2), "22": (3, 2), "26": (4, 2),
         "35": (1, 3), "38": (3, 3), "21": (4, 3),
         "24": (0, 4), "36": (1, 4), "39": (0, 5)}


def build(p):
    names = {r["kostat_code"]: r for r in p.korea("regions", "provinces_17.csv")}
    facts = {r["code"]: r for r in p.korea("bundle_korea17", "facts_17.csv")}
    p.facts["names"] = {c: (r["name_en"], r["name_ko_short"]) for c, r in names.items()}
    for code in sorted(facts):
        f, n = facts[code], names[code]
        x, y = TILES[code]
        p.add("regions", region=code, level="province", parent="KR", name_en=n["name_en"], name_ko=n["name_ko_full"],
              lat=float(f["lat"]), lon=float(f["lon"]), area_km2=float(f["area_km2"]), tile_x=x, tile_y=y,
              group_capital="capital" if n["capital_region"] == "1" else "rest", group_megaregion=f["megaregion"],
              source="kostat_codes;megaregions_2025")
    p.add("groups", grouping="capital", group="capital", name_en="Capital region", name_ko="수도권", source="kostat_codes")
    p.add("groups", grouping="capital", group="rest", name_en="Rest of the country", name_ko="비수도권", source="kostat_codes")
    for r in p.korea("regions", "megaregions_5pole3special.csv"):
        english = r["name_en"].replace("Gangwon special self-governing province", "Gangwon").replace(
            "Jeonbuk special self-governing province", "Jeonbuk").replace("Jeju special self-governing province", "Jeju")
        p.add("groups", grouping="megaregion", group=r["megaregion_id"], name_en=english, name_ko=r["name_ko"], source="megaregions_2025")
