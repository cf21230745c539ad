#!/usr/bin/env python3
"""Holds schema/messages.csv against the sources: every sentence told to users has its Korean, and no row is out of use.

    tools/check_messages.py            lists what is missing or idle, ends with 1 if there is any
    tools/check_messages.py --list     every sentence found in the sources
"""

import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Sentences are told by findings, errors of the user's or the machine's making, and remedies.
TELLS = re.compile(
    r"(?:\b(?:error|warning|note|refuse|tell|refused|fail|damaged|report_unknown|report_parameter)|\bWrongUse|\bRefusal|\bthrow Error"
    r"|\bError\s*\(\s*ErrorKind::(?:input|environment|io|limit)|\.message\s*=|\.remedy\s*=|\breturn compose|\bhelp_hint)\s*(?=[({=,]|\()"
)
FOLDERS = ("src/dataset", "src/files", "src/network", "src/governance/plan", "src/planning", "src/pipeline", "app/cli")
# XML parts, words of screens that are given in both languages, commands and lines of settings as examples, faults of the program.
SKIPPED = {"hwpx.cpp", "hwpx_shapes.cpp", "lint_screen.cpp", "plan_screen.cpp", "progress_display.cpp"}
EXAMPLE = re.compile(r"^(?:ecumene [a-z]+ |\w+ = )")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
KOREAN = re.compile("[가-힣]")


def balanced(text, start):
    """The text from `start` to the end of its statement or bracket."""
    depth = 0
    i = start
    while i < len(text):
        c = text[i]
        if c == '"':
            i = LITERAL.match(text, i).end()
            continue
        if c in "({[":
            depth += 1
        elif c in ")}]":
            depth -= 1
            if depth < 0:
                break
        elif c == ";" and depth <= 0:
            break
        elif c == "," and depth == 0:
            break
        i += 1
    return text[start:i]


def joined(piece):
    """Adjacent literals are one."""
    return re.sub(r'"\s+"', "", piece)


def sentences():
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.cpp")):
            if "/test/" in str(path) or path.name in SKIPPED:
                continue
            text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8")).replace("'\"'", "' '")
            for match in TELLS.finditer(text):
                told = joined(balanced(text, match.end()))
                # Given in both languages where it is told, or a fault of the program.
                if KOREAN.search(told) or "ErrorKind::internal" in told:
                    continue
                for literal in LITERAL.findall(told):
                    words = literal.replace('\\"', '"')
                    if " " in words.strip() and not KOREAN.search(words) and not EXAMPLE.match(words) and re.search("[a-z]{2}", words):
                        found.setdefault(words, str(path.relative_to(ROOT)))
    return found


def plain(pattern):
    return re.sub(r"\{[^}]*\}", "{}", pattern)


def main():
    found = sentences()
    if "--list" in sys.argv:
        for words, path in found.items():
            print(f"{path}\t{words}")
        return 0
    with (ROOT / "schema" / "messages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {plain(row["en"]) for row in rows}
    missing = [f"{path}: {words}" for words, path in found.items()
               if plain(words) not in known and not any(plain(words).strip() in one for one in known)]
    faults = [f"no Korean for {one}" for one in missing]
    faults += [f"places differ: {row['en']}" for row in rows if row["en"].count("{") < len(set(re.findall(r"\{\d*\}", row["ko"])))]
    faults += [f"no Korean letters: {row['en']}" for row in rows if not KOREAN.search(row["ko"])]
    for fault in faults:
        print(f"messages: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
