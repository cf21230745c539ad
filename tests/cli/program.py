"""Runs the built program in folders of its own, and reads what it says.

    with Sandbox() as box:
        answer = box.run("plan", box.toy(), "--json")
        answer.code, answer.out, answer.err, answer.json()

The program is $ECUMENE_PROGRAM, the repository $ECUMENE_ROOT; ctest sets both.
"""

import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("ECUMENE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = pathlib.Path(os.environ.get("ECUMENE_PROGRAM", ROOT / "build/dev/bin/ecumene"))
PATIENCE = 600  # seconds


class Answer:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def json(self):
        return json.loads(self.out)

    def finding(self, code):
        """The first finding of that code, or None."""
        return next((f for f in self.json()["findings"] if f["code"] == code), None)

    def __str__(self):
        return f"exit {self.code}\n--- out\n{self.out}\n--- err\n{self.err}"


class Sandbox:
    """A working folder that is thrown away."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="ecumene-cli-")
        self.path = pathlib.Path(self._folder.name)
        return self

    def __exit__(self, *_):
        for path in self.path.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        self._folder.cleanup()

    def environment(self, **extra):
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
        return {**kept, "LANG": "C.UTF-8", "ECUMENE_DATA": str(ROOT / "data"), **extra}

    def start(self, *arguments, env=None, folder=None, limit=None, memory=None):
        def prepare():
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if memory is not None:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

        return subprocess.Popen([str(PROGRAM), *map(str, arguments)], cwd=folder or self.path, env=self.environment(**(env or {})), text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=prepare)

    def run(self, *arguments, **options):
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=PATIENCE)
        return Answer(process.returncode, out, err)

    def toy(self, name="mine"):
        """A copy of data/toy to break."""
        folder = self.path / name
        shutil.copytree(ROOT / "data" / "toy", folder)
        return folder

    def runs(self, where="runs"):
        """Names of finished runs; what a kill leaves beside them has other names."""
        folder = self.path / where
        return sorted(p.name for p in folder.glob("*") if re.fullmatch("[0-9a-f]{12}", p.name)) if folder.exists() else []


def edit(path, old, new, count=1):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def digest_of(folder):
    """{relative path: sha256} of everything but timing.json."""
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file() and p.name != "timing.json"}


def envelope():
    """What every `--json` answer is."""
    return json.loads((ROOT / "schema" / "answer.json").read_text(encoding="utf-8"))


_KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def _is_kind(value, kind):
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, _KINDS[kind])


def complaints(value, schema, root=None, where="$"):
    """What of a small part of JSON Schema a value breaks: type, enum, const, minimum, required, properties, items, $ref, all/any of, if-then."""
    root = root if root is not None else schema
    if schema is True or schema == {}:
        return []
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].lstrip("#/").split("/"):
            target = target[part]
        return complaints(value, target, root, where)
    found = []
    kinds = schema.get("type")
    if kinds is not None and not any(_is_kind(value, k) for k in ([kinds] if isinstance(kinds, str) else kinds)):
        return [f"{where} is no {kinds}: {value!r:.60}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where} is not one of {schema['enum']}: {value!r}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{where} is not {schema['const']!r}")
    for word in ("anyOf", "oneOf"):
        if word in schema and all(complaints(value, s, root, where) for s in schema[word]):
            found.append(f"{where} fits nothing of {word}")
    for part in schema.get("allOf", []):
        found += complaints(value, part, root, where)
    if "if" in schema and not complaints(value, schema["if"], root, where):
        found += complaints(value, schema.get("then", {}), root, where)
    if "minimum" in schema and _is_kind(value, "number") and value < schema["minimum"]:
        found.append(f"{where} is below {schema['minimum']}: {value}")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{where} lacks {name}" for name in schema.get("required", []) if name not in value]
        if schema.get("additionalProperties") is False:
            found += [f"{where} has an unknown {name}" for name in value if name not in known]
        for name, part in known.items():
            if name in value:
                found += complaints(value[name], part, root, f"{where}.{name}")
        if isinstance(schema.get("additionalProperties"), dict):
            for name in value.keys() - known.keys():
                found += complaints(value[name], schema["additionalProperties"], root, f"{where}.{name}")
        if "propertyNames" in schema:
            for name in value:
                found += complaints(name, schema["propertyNames"], root, f"{where}.{name} (name)")
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        for i, item in enumerate(value):
            found += complaints(item, schema["items"], root, f"{where}[{i}]")
    return found


if not PROGRAM.exists():
    sys.exit(f"there is no program at {PROGRAM}: build it first, or set ECUMENE_PROGRAM")
