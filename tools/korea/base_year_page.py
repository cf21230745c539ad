"""docs/model/korea-sectors-base-year.md: emissions by sector that follow from activity, stock and factors of the package, beside the inventory."""
import os

from accounts import POWER_2018_KT
from apportion import power_prior
from common import at
from diagnosis import PROVISIONAL_2023

# Leaves of the inventory behind each sector of the plan
SECTORS = {"power": ("1A1a",), "industry": ("1A1b", "1A1c", "1A2a", "1A2b", "1A2c", "1A2d", "1A2e", "1A2f", "2A1", "2A2", "2A3", "2A4", "2B", "2C", "2E", "2F"), "buildings": ("1A4a", "1A4b", "1A5"), "transport": ("1A3a", "1A3b", "1A3c", "1A3d", "1A3e"),
           "agriculture": ("1A4c", "4A", "4B", "4C", "4D", "4F"), "waste": ("6A", "6B", "6C", "6D"), "fugitive": ("1B1", "1B2")}
NET_2006 = 651.4 / 742.3      # 2024 over 2018, net, 2006 guidelines


def account(p, year):
    """Mt by sector: every carrier's demand shared by what stands, in proportion to capacity."""
    carbon = {r["carrier"]: float(r["carbon"]) for r in p.rows["carriers"]}
    kinds = {r["technology"]: r for r in p.rows["technologies"]}
    flow, direct = {}, {}
    for r in p.rows["conversions"]:
        flow[r["technology"]] = flow.get(r["technology"], 0.0) - float(r["value"]) * carbon[r["carrier"]]
    for r in p.rows["technology_values"]:
        if r["parameter"] == "emission":
            direct.setdefault(r["technology"], {})[int(r["year"] or year)] = float(r["value"])
    stands, wanted = {}, {}
    for r in p.rows["stock"]:
        if kinds[r["technology"]].get("sector") and int(r["build_year"]) <= year < int(r["close_year"] or 9999):
            key = kinds[r["technology"]]["carrier"], r["technology"]
            stands[key] = stands.get(key, 0.0) + float(r["capacity"])
    for r in p.rows["demand"]:
        if r["scenario"] == "sectors" and int(r["year"]) == year:
            wanted[r["carrier"]] = wanted.get(r["carrier"], 0.0) + float(r["value"])
    out = {}
    for (carrier, technology), capacity in stands.items():
        if carrier == "district_heat":
            continue        # its gas is counted with power
        whole = sum(v for (c, _), v in stands.items() if c == carrier)
        activity = wanted.get(carrier, whole) * capacity / whole
        each = flow[technology] + (at(direct[technology], year) if technology in direct else 0.0)
        sector = kinds[technology]["sector"]
        out[sector] = out.get(sector, 0.0) + activity * each / 1e6
    return out


def render(p):
    inventory = {}
    for r in p.rows["emissions"]:
        if r["region"] == "KR" and r["gas"] == "all" and r["sector"] != "total" and r["tree"] in ("ipcc1996", "ipcc1996@2022"):
            inventory[r["tree"], int(r["year"]), r["sector"]] = float(r["value"]) / 1000
    def published(tree, year, sector):
        return sum(inventory.get((tree, year, leaf), 0.0) for leaf in SECTORS[sector])
    mine18, mine24 = account(p, 2018), account(p, 2024)
    mine18["power"] = sum(power_prior(p).values()) / 1000
    out = ["# Korea's sectors: the base years beside the inventory", "",
           "Written by `tools/korea/build.py`; no figure here is typed by hand. Activity and stock of the package times its factors, every carrier's demand shared by what stands in proportion to capacity.",
           "`ecumene plan korea --scenario hindcast-2024-sectors` lets the plan choose among what stands instead; [korea-base-year](korea-base-year.md) has its power sector.", "",
           "## 2018, edition of 2020 (the basis of the caps), Mt CO₂eq", "", "| sector | package | inventory | difference | ±5 % |", "|---|---|---|---|---|"]
    whole = [0.0, 0.0]
    for s in SECTORS:
        official = published("ipcc1996", 2018, s)
        gap = mine18[s] / official - 1
        whole = [whole[0] + mine18[s], whole[1] + official]
        out.append("| %s | %.1f | %.1f | %+.1f %% | %s |" % (s, mine18[s], official, 100 * gap, "yes" if abs(gap) <= .05 else "**no**"))
    out += ["| all, gross | %.1f | %.1f | %+.1f %% | %s |" % (whole[0], whole[1], 100 * (whole[0] / whole[1] - 1), "yes" if abs(whole[0] / whole[1] - 1) <= .05 else "**no**"),
            "| forest | %.1f | %.1f | | |" % (mine18["forest"], (p.facts["ghg"]["KR", 2018, "net"] - p.facts["ghg"]["KR", 2018, "gross"]) / 1000), "",
            "By province the total of 2018 is met exactly: it is what the cells are raked to (`korea-emissions-2018.md`). Power here is generation by source times factors, before the one factor of %.3f that meets the inventory." % (POWER_2018_KT / 1000 / mine18["power"]), "",
            "## 2024 beside 2023, the newest year published by sector on this basis (provisional, September 2024), Mt CO₂eq", "", "| sector | package, 2024 | published, 2023 | difference | ±5 % | inventory, 2020 | difference |", "|---|---|---|---|---|---|---|"]
    for s in SECTORS:
        if s == "power":
            continue
        newest, older = PROVISIONAL_2023[s], published("ipcc1996@2022", 2020, s)
        gap = mine24[s] / newest - 1
        out.append("| %s | %.1f | %.1f | %+.1f %% | %s | %.1f | %+.1f %% |" % (s, mine24[s], newest, 100 * gap, "yes" if abs(gap) <= .05 else "**miss**", older, 100 * (mine24[s] / older - 1)))
    power24 = 218.34 * 269.6 / 283.0
    gross = sum(mine24[s] for s in SECTORS if s != "power") + power24
    ratio = 727.633 / 732.86
    out += ["", "The sum of 2024 with the published level of power (218.34 Mt on the 2006 guidelines, %.1f here) is %.1f Mt gross; published 638.97 Mt on the 1996 guidelines in an edition with 732.86 Mt for 2018, so %.1f on ours: %+.1f %%." % (power24, gross, 638.97 * ratio, 100 * (gross / (638.97 * ratio) - 1)),
            "Net %.1f; published net of 2024 (2006 guidelines) scaled by its own 2018: %.1f." % (gross + mine24["forest"], NET_2006 * 686.3), "",
            "A year lies between package and publication, and the publication counts sectors as the target of 2030 does, not by leaves of the inventory.", "",
            "- **buildings**: heat of 2024 is that of 2018 less 3 % (assumed path, a year of usual weather); 2018 was cold, and the release of 2023 names a mild winter and dearer gas. Left as it is: a plan heats in usual winters.",
            "- **waste**: what was buried and burnt in 2018 is led to 2024 by an assumed path (-2 and -5 %); the release of 2023 says that less and less is buried.",
            "- **fugitive**: the target of 2030 counts %.1f Mt for 2018, the inventory's edition %.1f: another boundary, not another year." % (5.6, published("ipcc1996", 2018, "fugitive")),
            "- **transport** of 2024 and 2025 is above 2018 (98.1 Mt): vehicles drove 343 billion km in 2024 and 326 in 2018. So a limit at the level of 2018 is missed in 2025 by what stands; no such limit is in force, and scenarios with sector targets begin in 2030.", "",
            "The split of 2024 by sector was published on the 2006 guidelines for power and industry only; industry there (285.9 Mt) holds gases and uses the older guidelines leave out and cannot be converted sector by sector.", ""]
    return "\n".join(out)


def build(p, folder):
    with open(os.path.join(folder, "korea-sectors-base-year.md"), "w", encoding="utf-8", newline="\n") as handle:
        handle.write(render(p))
