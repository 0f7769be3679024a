"""Formats every text of the YAML corpus of YAMLLiteTests, and the project's own catalog, by `sigbook fmt`, and compares what
ruamel.yaml, a parser of YAML 1.2, makes of each before and after.

    python3 Tests/Integration/formatted_meaning.py SIGBOOK

Needs `pip install ruamel.yaml`. Ends with 1 when anything differs, or when formatting once more changes anything.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from yaml_meaning import CORPUS, loader, meaning


def same(first, second):
    """Whether two meanings are the same, the order of keys aside."""
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(same(value, second[key]) for key, value in first.items())
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(same, first, second))
    return type(first) is type(second) and first == second


def main():
    sigbook = pathlib.Path(sys.argv[1]).resolve()
    load = loader()
    texts = [path.read_bytes() for path in sorted(CORPUS.glob("*.yaml"))]
    texts += [path.read_bytes() for path in sorted((CORPUS.parents[3] / "schema").glob("*.yaml"))]
    examples = json.loads((CORPUS / "generated.json").read_text(encoding="utf-8"))
    texts += [example["text"].encode() for example in examples]
    wrong = changed = 0
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder, f"{number:05}.yaml") for number in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_bytes(text)
        # Together these files are no catalog; formatting does not ask for one.
        subprocess.run([sigbook, "fmt", "--catalog", folder], check=True, capture_output=True)
        for file, text in zip(files, texts):
            formatted = file.read_bytes()
            changed += formatted != text
            if not same(meaning(load(text)), meaning(load(formatted))):
                print(f"formatting changed the meaning of\n{text.decode()}\nwhich became\n{formatted.decode()}")
                wrong += 1
        again = subprocess.run([sigbook, "fmt", "--check", "--catalog", folder], capture_output=True)
        if again.returncode != 0:
            print(f"formatting once more changes\n{again.stdout.decode()[:2000]}")
            wrong += 1
    assert changed > 100, "hardly anything was formatted"
    print(f"formatted_meaning: {len(texts)} texts, {changed} formatted, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
