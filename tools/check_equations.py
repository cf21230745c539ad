#!/usr/bin/env python3
"""Compares the equation numbers that the code cites with those that docs/model/*.md define: each must exist in both.

    tools/check_equations.py [ROOT]

Code cites as (E12), (E1, E3), (E4)-(E6) or energy.md#E12, in comments or strings of src/; E of the energy model, D of the
diagnosis, G of governance, N of networks, S of spatial structure. A document defines where a line begins with the number: "(E12) jobs ...", "## E12 Jobs", "**(E12)**", "| E12 |",
or has an anchor <a id="E12">. The words
"not yet in code" on that line excuse an equation that no code builds. Without docs/model there is nothing to compare.
"""
import re
import sys
from pathlib import Path

CITATION = re.compile(r"\(([DEGNS]\d+[a-z]?(?:\s*(?:,|;|and|–|-)\s*[DEGNS]\d+[a-z]?)*)\)|\.md#([DEGNS]\d+[a-z]?)")
DEFINITION = re.compile(r"""^[\s>#*|_-]*(?:<a\s[^>]*>\s*(?:</a>)?\s*)?[*_(]*([DEGNS]\d+[a-z]?)\b[)*_.:|\s]"""
                        r"""|<a\s+(?:id|name)=["']([DEGNS]\d+[a-z]?)["']""")
EXCUSE = "not yet in code"


def base(number):
    return number.rstrip("abcdefghijklmnopqrstuvwxyz")


def cited_numbers(line):
    for found in CITATION.finditer(line):
        yield from re.findall(r"[DEGNS]\d+[a-z]?", found[1] or found[2])


def read_citations(root):
    citations = {}
    for path in sorted(root.glob("src/**/*.[ch]pp")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for equation in cited_numbers(line):
                citations.setdefault(equation, f"{path.relative_to(root)}:{number}")
    return citations


def read_definitions(root):
    definitions, excused = {}, set()
    for path in sorted(root.glob("docs/model/*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = DEFINITION.search(line)
            if not found:
                continue
            equation = found[1] or found[2]
            definitions.setdefault(equation, f"{path.relative_to(root)}:{number}")
            if EXCUSE in line:
                excused.add(equation)
    return definitions, excused


def check(root):
    if not any(root.glob("docs/model/*.md")):
        return []
    citations = read_citations(root)
    definitions, excused = read_definitions(root)
    defined = set(definitions) | {base(equation) for equation in definitions}
    cited = set(citations) | {base(equation) for equation in citations}
    faults = [f"{where}: ({equation}) is cited, but docs/model does not define it"
              for equation, where in citations.items() if equation not in defined and base(equation) not in defined]
    for equation, where in definitions.items():
        if equation in excused and equation in citations:
            faults.append(f'{where}: {equation} is in the code ({citations[equation]}); strike "{EXCUSE}"')
        elif equation not in excused and equation not in cited and base(equation) not in cited:
            faults.append(f'{where}: {equation} is defined, but no code cites it ("{EXCUSE}" on the line excuses it)')
    return faults


if __name__ == "__main__":
    faults = check(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent))
    print("\n".join(faults) if faults else "equations: clean")
    sys.exit(1 if faults else 0)
