"""Holds the SARIF of `check` against its schema, and the places of SARIF, rdjson and workflow commands against each other."""

import json
import re
import sys
from urllib.parse import unquote

import jsonschema

work = sys.argv[1]


def text_of(path):
    return open(f"{work}/drafts/{path}", encoding="utf-8", newline="").read()


def cut(lines, begin, end):
    """What stands between two places, each a line and how much of it stands before; both from 0."""
    if begin[0] == end[0]:
        return lines[begin[0]][begin[1] : end[1]]
    return lines[begin[0]][begin[1] :] + b"".join(lines[begin[0] + 1 : end[0]]) + lines[end[0]][: end[1]]


def sarif():
    whole = json.load(open(f"{work}/faults.sarif", encoding="utf-8"))
    schema = json.load(open(f"{work}/schema/sarif-schema.json", encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(whole)
    for result in whole["runs"][0]["results"]:
        rule = whole["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"], result
        place = result["locations"][0]["physicalLocation"]
        path, region = unquote(place["artifactLocation"]["uri"]), place["region"]
        lines = [line.encode("utf-16-le") for line in text_of(path).splitlines(keepends=True)]
        begin = region["startLine"] - 1, 2 * (region["startColumn"] - 1)
        end = region["endLine"] - 1, 2 * (region["endColumn"] - 1)
        yield result["ruleId"], path, cut(lines, begin, end).decode("utf-16-le")


def rdjson():
    for fault in json.load(open(f"{work}/faults.rdjson", encoding="utf-8"))["diagnostics"]:
        path, place = fault["location"]["path"], fault["location"]["range"]
        lines = text_of(path).encode().splitlines(keepends=True)
        begin, end = ((place[side]["line"] - 1, place[side]["column"] - 1) for side in ("start", "end"))
        yield fault["code"]["value"], path, cut(lines, begin, end).decode()


def commands():
    for line in open(f"{work}/faults.github", encoding="utf-8"):
        word, properties = re.match("::(error|warning|notice) (.*?)::", line).groups()
        found = dict(pair.split("=", 1) for pair in properties.split(","))
        path = unquote(found["file"])
        lines = text_of(path).splitlines(keepends=True)
        if "col" in found:
            begin, end = int(found["col"]) - 1, int(found["endColumn"]) - 1
            yield found["title"], path, lines[int(found["line"]) - 1][begin:end]
        else:
            yield found["title"], path, None


ours = list(sarif())
assert ours and ours == list(rdjson()), "SARIF and rdjson point at different places"
for one, other in zip(ours, commands(), strict=True):
    assert one[:2] == other[:2] and other[2] in (None, one[2]), f"{one} is {other} as a command"
print(f"faults: {len(ours)} in three formats")
