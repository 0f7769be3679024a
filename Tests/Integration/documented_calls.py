"""Compiles the Swift calls that the documentation shows, against the Swift that is generated from the same catalog.

    python documented_calls.py path/to/the/build's/folder
"""

import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def main(build):
    calls = [call for file in sorted((REPOSITORY / "Generated/Documentation").rglob("*.md"))
             for call in re.findall(r"```swift\n(.*?)```", file.read_text(encoding="utf-8"), re.DOTALL)]
    events = sum(file.read_text(encoding="utf-8").count(": Signalbook.Event {")
                 for file in (REPOSITORY / "Generated/Swift").glob("*.swift"))
    if not calls or len(calls) != events:
        sys.exit(f"{len(calls)} calls are documented for {events} events")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "Calls.swift"
        source.write_text("import Foundation\nimport Signalbook\n\nfunc track() {\n" + "".join(calls) + "}\n", encoding="utf-8")
        generated = [str(file) for file in sorted((REPOSITORY / "Generated/Swift").glob("*.swift"))]
        command = ["swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-module-name", "Documented",
                   "-I", str(pathlib.Path(build) / "Modules"), str(source)] + generated
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stdout + run.stderr)
    print(f"the documented calls of {len(calls)} events compile")


if __name__ == "__main__":
    main(sys.argv[1])
