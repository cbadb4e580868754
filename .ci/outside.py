"""Reads one page in every format with other people's parsers and holds the formats against each other."""

import csv
import json
import sys

name = sys.argv[1]


def cell(value):
    """A value of JSON as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, int):
        return str(value)
    return value


def tables(tree):
    """The rows of every table that pandoc found: a list of counts of cells."""
    found = []

    def walk(node):
        if isinstance(node, dict):
            if node.get("t") == "Table":
                _, _, _, head, bodies, _ = node["c"]
                rows = head[1] + [row for body in bodies for row in body[2] + body[3]]
                found.append([len(row[1]) for row in rows])
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(tree["blocks"])
    return found


records = json.load(open(f"{name}.json", encoding="utf-8"))
records = records if isinstance(records, list) else [records]
lines = [json.loads(line) for line in open(f"{name}.jsonl", encoding="utf-8")]
assert records == lines, f"{name}: JSON and JSON Lines differ"

for format, dialect in (("csv", csv.excel), ("tsv", csv.excel_tab)):
    rows = list(csv.DictReader(open(f"{name}.{format}", encoding="utf-8", newline=""), dialect=dialect))
    assert len(rows) == len(records), f"{name}: {format} has {len(rows)} rows, JSON {len(records)}"
    for row, record in zip(rows, records):
        assert set(row) == set(record), f"{name}: {format} has other keys than JSON"
        for key, value in row.items():
            # A text that a spreadsheet would run is written behind an apostrophe.
            assert value.removeprefix("'") == cell(record[key]).removeprefix("'"), f"{name}: {key}: {value!r}"

for side in ("markdown", "html"):
    pages = tables(json.load(open(f"{name}.pandoc-{side}", encoding="utf-8")))
    assert pages or len(records) < 2 or "cite" in name, f"{name}: pandoc sees no table in {side}"
    for rows in pages:
        assert len(set(rows)) == 1, f"{name}: a table of {side} has rows of {sorted(set(rows))} cells"

print(f"{name.rsplit('/', 1)[-1]}: {len(records)} records")
