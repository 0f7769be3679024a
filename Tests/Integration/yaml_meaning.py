"""Compares the YAML corpus of YAMLLiteTests with what ruamel.yaml, a parser of YAML 1.2, makes of it.

    python3 Tests/Integration/yaml_meaning.py            verifies; exit code 1 when anything differs
    python3 Tests/Integration/yaml_meaning.py --write    writes the .json files anew

Needs `pip install ruamel.yaml`; without it, it says so and ends with 0.
"""

import json
import pathlib
import sys

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "Catalog" / "YAMLLiteTests" / "Corpus"


def loader():
    """A loader of the core schema: ruamel's, less the timestamps, which YAML 1.2 has not."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor

    class Constructor(SafeConstructor):
        pass

    Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda self, node: self.construct_scalar(node))

    def load(data):
        yaml = YAML(typ="safe", pure=True)
        yaml.Constructor = Constructor
        return yaml.load(data)

    return load


def meaning(value):
    """The value as JSON, with numbers as objects so that their kind stays certain."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return {"$integer": str(value)}
    if isinstance(value, float):
        return {"$double": repr(float(value))}
    if isinstance(value, str):
        # ruamel leaves the halves of a surrogate pair as they are.
        return value.encode("utf-16", "surrogatepass").decode("utf-16")
    if isinstance(value, list):
        return [meaning(item) for item in value]
    if isinstance(value, dict):
        return {key: meaning(item) for key, item in value.items()}
    raise TypeError(f"{type(value)} is no value of the core schema")


def main():
    try:
        load = loader()
    except ImportError:
        print("yaml_meaning: ruamel.yaml is not installed; nothing verified")
        return 1
    write = "--write" in sys.argv[1:]
    wrong = 0
    count = 0
    for path in sorted(CORPUS.glob("*.yaml")):
        text = json.dumps(meaning(load(path.read_bytes())), indent=1, ensure_ascii=False) + "\n"
        target = path.with_suffix(".json")
        if write:
            target.write_text(text, encoding="utf-8")
        elif target.read_text(encoding="utf-8") != text:
            print(f"{target.name} is not what ruamel.yaml makes of {path.name}")
            wrong += 1
        count += 1
    for example in json.loads((CORPUS / "generated.json").read_text(encoding="utf-8")):
        if meaning(load(example["text"].encode())) != example["meaning"]:
            print(f"generated.json: {example['text']!r} means something else to ruamel.yaml")
            wrong += 1
        count += 1
    print(f"yaml_meaning: {count} texts, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
