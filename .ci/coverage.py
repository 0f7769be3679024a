"""Fails if the tests run less than a share of the lines of a target.

usage: coverage.py PERCENT PROFILES PRODUCTS

PROFILES is the folder of the files that the instrumented programs left, PRODUCTS that of the programs.
"""

import collections
import json
import pathlib
import shutil
import subprocess
import sys

# Measures, and is run by hand.
EXCEPTIONS = {"Examples/Benchmarks": "is run by hand"}


def main():
    wanted, profiles, products = float(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    # Those of the toolchain: another version of LLVM does not read its counts.
    toolchain = pathlib.Path(shutil.which("swift")).resolve().parent
    merged = profiles / "all.profdata"
    raw = sorted(profiles.glob("*.profraw"))
    subprocess.run([toolchain / "llvm-profdata", "merge", "-sparse", "-failure-mode=all", *raw, "-o", merged], check=True)
    programs = [products / "signalbookPackageTests.xctest"]
    programs += [products / name for name in ("generate-signals", "sigbook", "quickstart", "crash-victim")]
    objects = [word for program in programs[1:] for word in ("-object", program)]
    command = [toolchain / "llvm-cov", "export", "-summary-only", f"-instr-profile={merged}", programs[0], *objects]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    lines = collections.defaultdict(lambda: [0, 0])
    sources = pathlib.Path("Sources").resolve()
    for file in report["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if sources not in path.parents:
            continue
        target = "/".join(path.relative_to(sources).parts[:2])
        lines[target][0] += file["summary"]["lines"]["covered"]
        lines[target][1] += file["summary"]["lines"]["count"]

    failed = []
    folders = (folder for wing in sources.iterdir() for folder in wing.iterdir())
    targets = ("/".join(folder.relative_to(sources).parts) for folder in folders if any(folder.rglob("*.swift")))
    for target in sorted(targets):
        covered, count = lines[target]
        share = 100 * covered / count if count else 0
        note = EXCEPTIONS.get(target, "")
        if share < wanted and not note:
            failed.append(target)
        print(f"{share:6.1f} % of {count:6} lines  {target}  {note}")
    if failed:
        sys.exit(f"less than {wanted:g} % of the lines are run by tests: " + ", ".join(failed))


if __name__ == "__main__":
    main()
