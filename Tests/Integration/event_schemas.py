"""Checks real records against the JSON Schemas that `sigbook export` makes of their events.

Runs the quickstart, and applies to each line of its log the schema of the line's event, by PyPI's jsonschema. Then spoils lines in
ways that a producer might, and expects every one to be refused. The examples of the documentation are held to the same schemas.

    python event_schemas.py path/to/sigbook path/to/quickstart
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator


def spoiled(record, schema):
    """What may go wrong with a record: a name for each, and the record."""
    for key in schema["required"]:
        yield f"without {key}", {name: value for name, value in record.items() if name != key}
    yield "with a field of no catalog", record | {"unheard_of": 1}
    yield "under another name", record | {"event": record["event"] + "x"}
    for key in record:
        yield f"with an object as {key}", record | {key: {}}
    for key, value in record.items():
        rules = schema["properties"][key]
        if "minimum" in rules and isinstance(value, (int, float)):
            yield f"with {key} too small", record | {key: rules["minimum"] - 1}
        if "maximum" in rules and isinstance(value, (int, float)):
            yield f"with {key} too large", record | {key: rules["maximum"] + 1}
        if rules.get("type") == "string" and "maxLength" in rules:
            yield f"with {key} too long", record | {key: "x" * (rules["maxLength"] + 1)}
        if "enum" in rules:
            yield f"with no value of {key}", record | {key: "none of them"}
    if "user_id" in record:
        yield "with a person in the clear", record | {"user_id": "ada@example.com"}


def main(sigbook, quickstart):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        log = folder / "signals.jsonl"
        subprocess.run([quickstart, "--output", str(log)], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([sigbook, "export", "--output", str(folder / "schemas")], check=True, stderr=subprocess.DEVNULL)
        schemas = {}
        for file in (folder / "schemas").iterdir():
            schema = json.loads(file.read_bytes())
            Draft202012Validator.check_schema(schema)
            schemas[schema["title"]] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        subprocess.run([sigbook, "docs", "--format", "markdown", "--output", str(folder / "docs")], check=True, stderr=subprocess.DEVNULL)
        examples = [json.loads(text) for file in (folder / "docs").rglob("*.md")
                    for text in re.findall(r"```json\n(.*?)```", file.read_text(encoding="utf-8"), re.DOTALL)]
        for example in examples:
            for error in schemas[example["event"]].iter_errors(example):
                sys.exit(f"the example of {example['event']}: {error.json_path}: {error.message}")
        if len(examples) != len(schemas):
            sys.exit(f"{len(examples)} examples for {len(schemas)} events")
        seen, refused = collections.Counter(), 0
        for line in log.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            validator = schemas[record["event"]]
            for error in validator.iter_errors(record):
                sys.exit(f"{error.json_path}: {error.message}\n{line}")
            seen[record["event"]] += 1
            if seen[record["event"]] > 2:
                continue
            for name, wrong in spoiled(record, validator.schema):
                if validator.is_valid(wrong):
                    sys.exit(f"a record {name} passes: {json.dumps(wrong)}")
                refused += 1
    if len(seen) < 20:
        sys.exit(f"only {len(seen)} kinds of events were seen: this checks too little")
    print(f"{seen.total()} records of {len(seen)} events and {len(examples)} examples keep to their schemas; {refused} spoiled ones do not")


if __name__ == "__main__":
    main(*sys.argv[1:])
