"""Judges a value by the part of JSON Schema that schema/studio_api.json uses; complaints are lines, none means it fits."""

import re

KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_kind(value, kind):
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, KINDS[kind])


def complaints(value, schema, root, where="answer"):
    if "$ref" in schema:
        found = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return complaints(value, found, root, where)
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(is_kind(value, kind) for kind in kinds):
        return [f"{where} is {value!r:.60}, not {' or '.join(kinds)}"]
    bad = []
    if "enum" in schema and value not in schema["enum"]:
        bad.append(f"{where} is {value!r:.60}, none of {schema['enum']}")
    if "const" in schema and value != schema["const"]:
        bad.append(f"{where} is {value!r:.60}, not {schema['const']!r}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        bad.append(f"{where} is {value!r:.60}, which does not fit {schema['pattern']}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        bad += [f"{where}.{name} is not there" for name in schema.get("required", []) if name not in value]
        others = schema.get("additionalProperties", True)
        for name, item in value.items():
            if name in known:
                bad += complaints(item, known[name], root, f"{where}.{name}")
            elif others is False:
                bad.append(f"{where}.{name} is not known")
            elif isinstance(others, dict):
                bad += complaints(item, others, root, f"{where}.{name}")
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value[:200]):
            bad += complaints(item, schema["items"], root, f"{where}[{number}]")
    return bad
