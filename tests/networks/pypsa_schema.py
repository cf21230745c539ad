"""Whether a folder of CSV files is a network as PyPSA's own attribute tables describe one.

    complaints(folder, attributes)                     [] if PyPSA would find nothing unknown in it
    attributes_of_pypsa(folder of component_attrs)     the tables PyPSA ships
    attributes_of_ours()                               schema/pypsa_attributes.csv, what the program itself reads by

Looked at: names of files and columns, kinds of values, series over the snapshots and of components that exist, buses, carriers and
types that are named somewhere. Written without the program's own reader.
"""

import csv
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
OF_THE_NETWORK = {"network.csv", "snapshots.csv", "investment_periods.csv", "crs.json", "meta.json"}
PORT = re.compile(r"^(bus|efficiency|p|p_nom_opt)(\d+)$")


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def attributes_of_pypsa(folder):
    """{component list: {attribute: (kind, may be a series, is required)}}"""
    found = {}
    for path in sorted(pathlib.Path(folder).glob("*.csv")):
        found[path.stem] = {row["attribute"]: (kind_of(row["type"], row["unit"]), "series" in row["type"], "required" in row["status"] and row["default"] in ("", "n/a"))
                            for row in rows_of(path)}
    return found


def attributes_of_ours():
    found = {}
    for row in rows_of(ROOT / "schema/pypsa_attributes.csv"):
        found.setdefault(row["component"], {})[row["attribute"]] = (row["kind"], row["varies"] != "static", False)
    return found


def kind_of(words, unit):
    if words in ("string", "boolean", "geometry"):
        return {"string": "text", "boolean": "flag", "geometry": "text"}[words]
    return "flag" if unit == "boolean" else "number"


def known(attributes, name):
    """The attribute, or for another port of a link that of its first."""
    if name in attributes:
        return attributes[name]
    port = PORT.match(name)
    if port is None:
        return None
    word = port.group(1)
    return attributes.get(word, attributes.get(word + "0", attributes.get(word + "1")))


def is_kind(kind, text):
    if kind == "flag":
        return text in ("True", "False", "true", "false", "0", "1")
    if kind == "number":
        try:
            float(text)
        except ValueError:
            return False
    return True


def complaints_of_table(list_name, rows, attributes, names):
    found = []
    for column in rows[0] if rows else []:
        if column == "name":
            continue
        attribute = known(attributes, column)
        if attribute is None:
            found.append(f"{list_name}.csv has a column {column}, which PyPSA does not know")
            continue
        for row in rows:
            if row[column] != "" and not is_kind(attribute[0], row[column]):
                found.append(f"{list_name}.csv, {row['name']}: {column} is {row[column]!r}, not a {attribute[0]}")
    for needed in (name for name, (_, _, is_required) in attributes.items() if is_required):
        if rows and needed not in rows[0]:
            found.append(f"{list_name}.csv lacks {needed}")
    for row in rows:
        for column, value in row.items():
            of = "buses" if re.fullmatch(r"bus\d*", column) else "carriers" if column == "carrier" else None
            if of and value and value not in names.get(of, ()):
                found.append(f"{list_name}.csv, {row['name']}: {column} {value} is in no {of}.csv")
    return found


def complaints_of_series(stem, path, attributes, names, snapshots):
    list_name, _, attribute_name = stem.partition("-")
    attribute = known(attributes.get(list_name, {}), attribute_name)
    if attribute is None:
        return [f"{path.name} holds no attribute PyPSA knows"]
    found = [] if attribute[1] else [f"{path.name}: {attribute_name} does not vary in PyPSA"]
    rows = rows_of(path)
    if len(rows) != snapshots:
        found.append(f"{path.name} has {len(rows)} rows for {snapshots} snapshots")
    for column in list(rows[0])[1:] if rows else []:
        if column not in names.get(list_name, ()):
            found.append(f"{path.name} has a column {column}, which is in no {list_name}.csv")
        found += [f"{path.name}: {row[column]!r} is no number" for row in rows if row[column] and not is_kind("number", row[column])]
    return found


def complaints(folder, attributes):
    folder = pathlib.Path(folder)
    files = {path.name for path in folder.iterdir()}
    tables = {path.stem: rows_of(path) for path in folder.glob("*.csv") if "-" not in path.stem and path.name not in OF_THE_NETWORK}
    names = {list_name: {row["name"] for row in rows} for list_name, rows in tables.items()}
    found = [f"there is no {needed}" for needed in ("network.csv", "snapshots.csv", "buses.csv") if needed not in files]
    found += [f"{name} is no file of a network" for name in sorted(files - OF_THE_NETWORK) if not name.endswith(".csv")]
    for list_name, rows in sorted(tables.items()):
        if list_name not in attributes:
            found.append(f"{list_name}.csv is no list of components")
        else:
            found += complaints_of_table(list_name, rows, attributes[list_name], names)
    snapshots = len(rows_of(folder / "snapshots.csv")) if "snapshots.csv" in files else 0
    for path in sorted(folder.glob("*-*.csv")):
        found += complaints_of_series(path.stem, path, attributes, names, snapshots)
    return found
