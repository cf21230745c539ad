"""Storage and export of captured CO2, capture from air, credits."""
from .rows import ASSUMED, GROSS_UP, Works, eur


def build(p):
    w = Works(p, "co2_export", "CO2 shipped abroad", "이산화탄소 해외 저장", "co2_storage", "captured_co2", "capture", keeps="yes", potential="listed", source=ASSUMED)
    w.cost(.25, .03, 30, status="assumed", source=ASSUMED, note="Liquefaction, tanks and berth (assumed)", variable=.085)
    w.pace({2025: 0, 2030: .2e6, 2035: 2e6, 2050: 4e6}).room({c: 20e6 for c in ("26", "34", "36", "37")}, note="At the industrial ports (assumed)", source=ASSUMED)
    w = Works(p, "air_capture", "Capture from air", "직접공기포집", "removal", "captured_co2", "capture", potential="unlimited", green="yes", source="dea_catalogue")
    w.take("electricity", -(.55 + 1.6 / 3.0) * GROSS_UP, "MWh/t", "derived", "dea_catalogue", "0.55 MWh of power and 1.6 MWh of heat by heat pump, at generator level")
    w.cost({2025: eur(7.54e6, 8000), 2050: eur(5.03e6, 8000)}, .05, 20).say("first_build_year", 2036, "year").pace({2025: 0, 2035: .2e6, 2040: .8e6, 2050: 2e6})
    w = Works(p, "international_credits", "Reductions abroad", "국제감축", "removal", "credits", "credits", extendable="no", source="ndc_2030")
    w.say("emission", -1, "tCO2eq/t", "reported", "ndc_2030", "Off unless a scenario allows them; reported apart").cost(0, 0, 30, status="assumed", source=ASSUMED, note="Bought by the tonne", variable=.05)
    w.room({"31": 37.5e6}, note="37.5 Mt of the target for 2030; the province is a place of account", status="reported", source="ndc_2030")
    w.pace({2025: 0, 2030: 7.5e6, 2050: 7.5e6})
