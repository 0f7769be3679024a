"""Compares the verdict of our reader on catalog files with that of the JSON Schema of the language.

The files are those of catalog_language.txt, with the verdicts they must get, and every combination of a type with a key,
where the two must agree whatever the verdict. The schema is applied by PyPI's check-jsonschema.

    python catalog_schema.py folder/of/the/products
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HEADER = "catalog: {name: c, version: 1.0.0}\n"
TYPES = ["string", "text", "int", "double", "bool", "enum, values: [a, b]", "timestamp", "duration, unit: ms",
         "bytes, unit: KiB", "uuid", "url", "ip"] + [
             f"list, items: {item}" for item in ("string", "text", "int", "double", "bool")]
KEYS = ["", "unit: s", "unit: MB", "unit: items", "unit: 5", "values: [x]", "open: true", "items: int", "items: uuid", "minimum: 1",
        "maximum: 2.5", "max_length: 8", "max_items: 8", "pattern: a+", "sensitivity: public", "sensitivity: secret"] + [
            f"handling: {handling}" for handling in ("hash", "redact", "mask", "truncate", "drop", "remove")] + [
                "handling: truncate, max_length: 8", "sensitivity: personal, handling: drop"]


def cases():
    """Names, expected verdicts (None: whatever both say) and texts."""
    corpus = pathlib.Path(__file__).with_name("catalog_language.txt").read_text(encoding="utf-8")
    for block in corpus.split("\n=== ")[1:]:
        title, text = block.split("\n", 1)
        verdict, name = title.split(": ", 1)
        yield name, verdict, text if "catalog:" in text or '"catalog":' in text else HEADER + text
    for kind in TYPES:
        for key in KEYS:
            # A key given twice is a mistake of another kind.
            if key and key.split(":")[0] in kind:
                continue
            fields = ", ".join(filter(None, [f"type: {kind}", "description: D.", key]))
            yield (f"an event's {fields}", None,
                   f"{HEADER}events: {{e: {{description: D., properties: {{a: {{{fields}}}}}}}}}\n")
            yield f"the context's {fields}", None, f"{HEADER}context: {{a: {{{fields}}}}}\n"


def main(products):
    sigbook, generator = pathlib.Path(products) / "sigbook", pathlib.Path(products) / "generate-signals"
    mistakes = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        schema = folder / "schema.json"
        schema.write_bytes(subprocess.run([sigbook, "schema"], check=True, capture_output=True).stdout)
        files, ours = {}, {}
        for number, (name, verdict, text) in enumerate(cases()):
            file = folder / f"{number}.yaml"
            file.write_text(text, encoding="utf-8")
            files[str(file)] = (name, verdict)
            run = subprocess.run([generator, "--output", str(folder / "out"), str(file)], capture_output=True)
            if run.returncode not in (0, 1):
                sys.exit(f"generate-signals ended with {run.returncode} on {name!r}: {run.stderr.decode()}")
            ours[str(file)] = run.returncode == 0
        checker = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema)]
        report = json.loads(subprocess.run(checker + list(files), capture_output=True).stdout)
        refused = {problem["filename"] for problem in report.get("errors", [])}
        refused |= {problem["filename"] for problem in report.get("parse_errors", [])}
        for file, (name, verdict) in files.items():
            wanted = {"accepted": (True, True), "refused": (False, False), "beyond": (False, True)}.get(verdict)
            got = (ours[file], file not in refused)
            if got != (wanted or (got[0], got[0])):
                words = ["refuses", "accepts"]
                mistakes.append(f"{verdict or 'both alike'}: {name}: the reader {words[got[0]]} it, the schema {words[got[1]]} it")
    if mistakes:
        sys.exit("\n".join(mistakes))
    accepted = sum(ours.values())
    if accepted < 100 or len(ours) - accepted < 100:
        sys.exit(f"only {accepted} of {len(ours)} files were accepted: this compares too little")
    print(f"{len(files)} catalog files: the reader accepts {accepted}, and the schema agrees wherever it can")


if __name__ == "__main__":
    main(sys.argv[1])
