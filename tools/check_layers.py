#!/usr/bin/env python3
"""Refuses includes that break the layers of ARCHITECTURE.md.

    tools/check_layers.py [ROOT]

- A module includes only modules named in USES of its ecumene_module(); its tests also those in TEST_USES.
- USES names only modules that stand earlier in ECUMENE_MODULES of the top CMakeLists.txt.
- app/ sees pipeline and core only.
- An outside library is included by .cpp files of the module that hides it, and by nobody else.

Exit code 1 and one line for each fault: file:line: what, and what to do about it.
"""
import re
import sys
from pathlib import Path

# Who hides what: module (or folder), the headers, the CMake targets.
HIDDEN = [
    ("core", r"fmt/|tbb/|oneapi/tbb", r"fmt::|TBB::"),
    ("files", r"nlohmann/|toml\+\+/|toml\.hpp$|netcdf|xlsxwriter|sqlite3|minizip/|zlib\.h$|expat\.h$",
     r"nlohmann_json::|PkgConfig::(tomlplusplus|netcdf|xlsxwriter|minizip)|EXPAT::|SQLite::"),
    ("geo", r"geos|proj(\.h|/)", r"GEOS::|PROJ::"),
    ("solver", r"[Hh]ighs|interfaces/highs|lp_data/H|Clp|Cbc|Osi|Coin|coin/|metis|cblas|lapack|cholmod|amd\.h",
     r"Ecumene::highs|PkgConfig::(clp|cbc)|METIS::|BLAS::|LAPACK::"),
    ("app/cli", r"CLI/", r"CLI11::"),
    ("app/server", r"httplib", r"httplib::|PkgConfig::cpp-httplib"),
]
TEST_LIBRARIES = r"gtest/|gmock/"
# The standard library has no dot and no slash; C and POSIX headers that we take as given are named here.
GIVEN = re.compile(r"^[a-z_0-9]+$|^sys/[a-z_]+\.h$|^(unistd|fcntl|poll|signal|spawn|termios|pthread|dirent|time|errno|"
                   r"cxxabi|execinfo|langinfo|locale|wchar|dlfcn|pwd|link|elf|ftw|stdio|stdlib|string|math)\.h$")
APP_SEES = {"core", "pipeline"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
WORDS = {"NAME", "SOURCES", "HEADERS", "USES", "HIDES", "TEST_USES"}


class Module:
    def __init__(self, name, lists, cmake):
        self.name, self.cmake = name, cmake
        self.uses = {strip_namespace(word) for word in lists["USES"]}
        self.test_uses = {strip_namespace(word) for word in lists["TEST_USES"]}
        self.hides = lists["HIDES"]


def strip_namespace(target):
    return target.removeprefix("ecumene::").removeprefix("ecumene_")


def without_comments(cmake_text):
    return re.sub(r"#[^\n]*", "", cmake_text)


def read_order(root):
    text = without_comments((root / "CMakeLists.txt").read_text(encoding="utf-8"))
    return re.search(r"set\(ECUMENE_MODULES\s+([^)]*)\)", text)[1].split()


def read_modules(root):
    modules = {}
    for cmake in sorted((root / "src").glob("*/CMakeLists.txt")):
        for call in re.finditer(r"ecumene_module\(([^)]*)\)", without_comments(cmake.read_text(encoding="utf-8"))):
            lists, current = {word: [] for word in WORDS}, None
            for word in call[1].split():
                if word in WORDS:
                    current = word
                elif current:
                    lists[current].append(word)
            if lists["NAME"]:
                modules[lists["NAME"][0]] = Module(lists["NAME"][0], lists, cmake)
    return modules


def owner_of_header(header):
    return next((owner for owner, headers, _ in HIDDEN if re.match(headers, header)), None)


def owner_of_target(target):
    return next((owner for owner, _, targets in HIDDEN if re.match(targets, target)), None)


def check_declarations(root, order, modules):
    rank = {name: place for place, name in enumerate(order)}
    for module in modules.values():
        where = module.cmake.relative_to(root)
        if module.name not in rank:
            yield f"{where}: module {module.name} is not in ECUMENE_MODULES of the top CMakeLists.txt"
            continue
        for used in sorted(module.uses):
            if used not in rank:
                yield f"{where}: {module.name} uses {used}, which is no module"
            elif rank[used] >= rank[module.name]:
                yield f"{where}: {module.name} may not use {used}, which does not lie below it"
        for target in module.hides:
            owner = owner_of_target(target)
            if owner and owner != module.name:
                yield f"{where}: {target} is hidden by {owner}; use what {owner} offers"


def check_outside_library(header, path, owner_here, in_test):
    owner = owner_of_header(header)
    if re.match(TEST_LIBRARIES, header):
        return None if in_test else "the test library belongs in test/"
    if owner is None:
        if GIVEN.match(header):
            return None
        return f"<{header}> is of no library we know; add it to HIDDEN in tools/check_layers.py with its one owner"
    if owner != owner_here:
        return f"<{header}> is hidden by {owner}; use what {owner} offers"
    if path.suffix == ".hpp":
        return f"<{header}> may be included by .cpp files only, so that nobody who includes this header needs it"
    return None


def check_own_include(header, path, root, order, modules, owner_here, in_test):
    first = header.split("/")[0]
    if first == "embedded":
        return "embedded texts may be included by .cpp files only" if path.suffix == ".hpp" else None
    if first in order or (root / "src" / first).is_dir():
        if first == owner_here:
            return None
        if owner_here.startswith("app/"):
            return None if first in APP_SEES else f"app sees pipeline and core only, not {first}"
        module = modules.get(owner_here)
        if module is None:
            return None  # its CMakeLists.txt is not written yet
        if first in module.uses or (in_test and first in module.test_uses):
            return None
        lists = "USES or TEST_USES" if in_test else "USES"
        return f"{owner_here} includes {header} but does not name ecumene::{first} in {lists}"
    if owner_of_header(header):
        return check_outside_library(header, path, owner_here, in_test)
    if (in_test or owner_here.startswith("app/")) and (path.parent / header).is_file():
        return None
    # The command line starts the server; a test of the server reaches for what it tests.
    if owner_here in {"app/cli", "app/server"} and header.startswith("server/") and (root / "app" / header).is_file():
        return None
    return f'write "{owner_here}/{header}"' if (path.parent / header).is_file() else f'there is no "{header}" under src/'


def check_includes(root, order, modules):
    for path in sorted([*root.glob("src/**/*.[ch]pp"), *root.glob("app/**/*.[ch]pp")]):
        parts = path.relative_to(root).parts
        if len(parts) < 3:
            continue
        owner_here = parts[1] if parts[0] == "src" else f"app/{parts[1]}"
        in_test = "test" in parts[2:-1]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            if found[1] == "<":
                fault = check_outside_library(found[2], path, owner_here, in_test)
            else:
                fault = check_own_include(found[2], path, root, order, modules, owner_here, in_test)
            if fault:
                yield f"{path.relative_to(root)}:{number}: {fault}"


def check(root):
    order = read_order(root)
    modules = read_modules(root)
    return [*check_declarations(root, order, modules), *check_includes(root, order, modules)]


if __name__ == "__main__":
    faults = check(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent))
    print("\n".join(faults) if faults else "layers: clean")
    sys.exit(1 if faults else 0)
