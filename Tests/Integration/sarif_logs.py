"""Reads what `sigbook … --format sarif` writes with models that nobody here wrote, and by the standard's own words.

usage: sarif_logs.py SIGBOOK

Every log is parsed by PyPI's sarif-pydantic, which knows the objects of SARIF 2.1.0 and their types; a member that it does not know is an
error. What models cannot say is checked here, by section of the standard: that indexes, identifiers and places refer to something, that
URIs lead to the files, and that a fix gives the same file whether applied by lines and columns or by bytes.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote

import pydantic
import sarif_pydantic

CATALOG = """# 😀
catalog: { name: demo, version: 1.0.0, "{0} [a](b)": x }
events:
  ping: { description: "Ä 😀 é", sevrity: info, "{1}": x }
  order_placed: { descripton: "😀", severity: Warning }
  ping: { description: Twice. }
  tab:\t{ description: T. }
"""

WHOLE = """catalog: { name: demo, version: 1.0.0 }
events:
  order_placed: { description: P. }
  order_paid: { description: P. }
"""


# Members of the standard that the models do not name.
UNNAMED = {"columnKind"}  # of a run, 3.14.17


def known(model, path="log"):
    """Every member of every object is one that the models name."""
    unknown = set(model.model_extra) - UNNAMED
    assert not unknown, f"{path}: unknown members {sorted(unknown)}"
    for name in type(model).model_fields:
        value = getattr(model, name)
        for index, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, pydantic.BaseModel):
                known(one, f"{path}.{name}[{index}]")


def utf16(text, column):
    """The index in a text of the column in UTF-16 code units, from 1."""
    units = 0
    for index, character in enumerate(text):
        if units == column - 1:
            return index
        units += 2 if ord(character) > 0xFFFF else 1
    assert units == column - 1, f"column {column} is within or behind {text!r}"
    return len(text)


class Log:
    def __init__(self, sigbook, folder, *words):
        done = subprocess.run([sigbook, *words, "--format", "sarif"], cwd=folder, capture_output=True)
        assert done.returncode in (0, 1), done
        assert not done.stderr, done.stderr
        self.folder = folder
        log = json.loads(done.stdout)
        assert log["version"] == "2.1.0"
        assert log["$schema"].endswith("sarif-2.1.0.json")
        known(sarif_pydantic.Sarif.model_validate(log))
        (self.run,) = log["runs"]
        # 3.14.17: "utf16CodeUnits" and "unicodeCodePoints" are all there is.
        assert self.run["columnKind"] == "utf16CodeUnits"
        self.rules = self.run["tool"]["driver"]["rules"]
        # 3.19.23: the identifiers of rules are unique.
        assert len({rule["id"] for rule in self.rules}) == len(self.rules)
        for rule in self.rules:
            assert rule["shortDescription"]["text"] and rule["help"]["text"] and rule["help"]["markdown"], rule
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note"), rule
        self.results = self.run["results"]
        for result in self.results:
            self.check(result)

    def file(self, location):
        # 3.4.4: a relative reference has a base that the run explains.
        assert location["uriBaseId"] in self.run["originalUriBaseIds"]
        # RFC 3986: nothing but what a path may have.
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", location["uri"]), location
        return self.folder / unquote(location["uri"], errors="strict")

    def text(self, physical):
        """What a region covers."""
        region = physical["region"]
        lines = self.file(physical["artifactLocation"]).read_text().split("\n")
        assert 1 <= region["startLine"] <= len(lines), region
        line = lines[region["startLine"] - 1]
        end = lines[region.get("endLine", region["startLine"]) - 1]
        assert "endLine" not in region or region["endLine"] == region["startLine"], "one line at a time here"
        return line[utf16(line, region["startColumn"]) : utf16(end, region["endColumn"])]

    def message(self, message):
        # 3.11.5: what would be a placeholder is doubled; 3.11.6: what would be a link is escaped.
        assert not re.search(r"(?<!\{)\{(\{\{)*\d", message["text"]), message
        assert not re.search(r"(?<!\\)\[[^\]\\]*\]\(", message["text"]), message

    def check(self, result):
        assert self.rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        self.message(result["message"])
        for location in result.get("locations", []):
            self.text(location["physicalLocation"])
        identifiers = [location["id"] for location in result.get("relatedLocations", [])]
        assert len(set(identifiers)) == len(identifiers)
        for location in result.get("relatedLocations", []):
            self.text(location["physicalLocation"])
            self.message(location["message"])
        for fix in result.get("fixes", []):
            self.message(fix["description"])
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    self.apply(change["artifactLocation"], replacement)

    def apply(self, location, replacement):
        data = self.file(location).read_bytes()
        region = replacement["deletedRegion"]
        inserted = replacement["insertedContent"]["text"]
        start = region["byteOffset"]
        by_bytes = data[:start] + inserted.encode() + data[start + region["byteLength"] :]
        lines = data.decode().split("\n")
        first, last = region["startLine"] - 1, region["endLine"] - 1
        head = "\n".join(lines[:first] + [lines[first][: utf16(lines[first], region["startColumn"])]])
        tail = "\n".join([lines[last][utf16(lines[last], region["endColumn"]) :]] + lines[last + 1 :])
        assert (head + inserted + tail).encode() == by_bytes, replacement


def main():
    sigbook = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "schema").mkdir()
        catalog = folder / "schema" / "a b%,ä:1.yaml"
        catalog.write_text(CATALOG)
        log = Log(sigbook, folder, "check")
        covered = [
            (result["ruleId"], log.text(result["locations"][0]["physicalLocation"])) for result in log.results
        ]
        assert ("unknown-key", "sevrity") in covered, covered
        assert ("unknown-key", '"{0} [a](b)"') in covered, covered
        assert ("invalid-value", "Warning") in covered, covered
        assert any(result.get("fixes") for result in log.results)
        assert any(result.get("relatedLocations") for result in log.results)
        count = len(log.results)

        catalog.write_text(WHOLE)
        (folder / "Sources").mkdir()
        (folder / "Sources" / "App.swift").write_text('let face = "😀"; track("order_placed")\n')
        log = Log(sigbook, folder, "status")
        covered = {(result["ruleId"], log.text(result["locations"][0]["physicalLocation"])) for result in log.results}
        assert covered == {
            ("event-not-tracked", "order_placed"),
            ("event-not-tracked", "order_paid"),
            ("event-as-string", '"order_placed"'),
        }, covered
        count += len(log.results)
    print(f"{count} results in 2 logs are what SARIF 2.1.0 asks for")


main()
