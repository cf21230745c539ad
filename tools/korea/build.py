#!/usr/bin/env python3
"""Write the bundled package data/korea from figures collected in a folder beside the repository.

    python3 tools/korea/build.py [--shared ../shared] [--out data/korea] [--docs docs/model]

The CSVs it writes are committed; Ecumene needs neither this script nor the folder. Same input, same bytes.
It ends with an error when a check (check.py) fails.
"""
import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import accounts
import apportion
import base_year_page
import check
import common
import demand
import diagnosis
import emissions_page
import links
import paces
import plants
import regions
import scenarios
import sectors
import series
import sources
import structure
import targets
import technology


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", default=os.path.join(common.ROOT, "..", "shared"))
    parser.add_argument("--out", default=os.path.join(common.ROOT, "data", "korea"))
    parser.add_argument("--docs", help="write the pages of docs/model that are made of figures into this folder")
    args = parser.parse_args()
    p = common.Package(args.shared, args.out)
    for topic in (sources, regions, series, technology, plants, paces, demand, links, diagnosis, targets, accounts, apportion, sectors, structure):
        topic.build(p)
    p.write()
    scenarios.build(p)
    scenarios.datapackage(p)
    if args.docs:
        emissions_page.build(p, args.docs)
        base_year_page.build(p, args.docs)
    if check.run(args.out):
        sys.exit(1)


if __name__ == "__main__":
    main()
