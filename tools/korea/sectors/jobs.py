"""Jobs per capacity and output, where a figure or an order of magnitude is at hand; exposed works first."""

SOURCE = "ecumene_jobs"
# technology: (parameter, value, unit, status, note)
OUTPUT = [
    (("steel_blast", "steel_blast_ccs", "steel_arc", "steel_hydrogen"), "jobs_output", .6 * 169.4e3 / 63.5e6, "person year/t", "estimated", "Three fifths of 169,400 workers in basic metals over 63.5 Mt"),
    (("cracker", "cracker_electric", "cracker_ccs", "plastic_recycling"), "jobs_output", 191.8e3 / 3 / 17.8e6, "person year/t", "estimated", "A third of 191,800 workers in chemicals over 17.8 Mt"),
    (("kiln", "kiln_waste", "kiln_ccs", "clinker_substitute"), "jobs_output", 117.6e3 * .1 / 39.3e6, "person year/t", "estimated", "A tenth of 117,600 workers in minerals over 39 Mt"),
    (("refinery", "refinery_electric", "refinery_ccs"), "jobs_output", 13.2e3 / 15.86e6, "person year/t", "estimated", "13,200 workers over the activity of 2018"),
    (("coal",), "jobs_operate", 20829 / 40200, "person/MW", "estimated", "20,829 workers of plants, fuel, maintenance and subsidiaries over 40.2 GW"),
    (("gas_cc", "gas_steam", "gas_chp", "gas_cc_new", "gas_ccs", "hydrogen_turbine"), "jobs_operate", .57 * 20829 / 40200, "person/MW", "estimated", "Converting coal to gas keeps 57 % of the jobs (12,714 of 22,306)"),
    (("nuclear", "nuclear_new"), "jobs_operate", .5, "person/MW", "assumed", "Assumed, as coal"),
    (("solar", "solar_self"), "jobs_operate", .2, "person/MW", "assumed", "Order of international reviews"), (("wind_onshore",), "jobs_operate", .3, "person/MW", "assumed", "Order of international reviews"),
    (("wind_offshore",), "jobs_operate", .4, "person/MW", "assumed", "Order of international reviews"), (("electrolyser", "hydrogen_terminal"), "jobs_operate", .1, "person/MW", "assumed", "Assumed"),
    (("solar", "solar_self"), "jobs_build", 6.0, "person year/MW", "assumed", "Order of international reviews, without the making of modules"), (("wind_onshore",), "jobs_build", 4.0, "person year/MW", "assumed", "Order of international reviews"),
    (("wind_offshore",), "jobs_build", 9.0, "person year/MW", "assumed", "Order of international reviews"), (("nuclear_new",), "jobs_build", 12.0, "person year/MW", "assumed", "Order of international reviews"),
    (("battery",), "jobs_build", 1.0, "person year/MW", "assumed", "Assumed"), (("hydrogen_turbine", "gas_cc_new"), "jobs_build", 1.5, "person year/MW", "assumed", "Assumed")]


def build(p):
    for technologies, parameter, value, unit, status, note in OUTPUT:
        for technology in technologies:
            p.add("technology_values", technology=technology, parameter=parameter, value=float(value), unit=unit, status=status, source=SOURCE, note=note)
