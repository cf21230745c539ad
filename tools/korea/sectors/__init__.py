"""Sectors beyond power: carriers, technologies, stock, demand. One file a sector; `build` of each adds rows to the package.

Two rules hold everywhere. Activities without a physical measure by province are written in t, where one t is what emitted one tonne
of CO2eq in 2018 (apportioning.csv). Electricity taken by a route is what it takes beyond the present way of doing things, at
generator level; what the present way takes stands in the base demand.
"""
from . import buildings, carbon, carriers, cities, industry, jobs, power, transport


def build(p):
    for part in (carriers, buildings, industry, transport, cities, carbon, power, jobs):
        part.build(p)
