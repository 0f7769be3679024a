"""Counts the work that parsers have with inputs of one thing repeated: four times the input may cost hardly more than four times the work.

linear_work.py PROGRAM, where PROGRAM is what run.sh builds. Work is counted in instructions, by callgrind; so it is the same on a busy machine.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

# Bytes of the small input. A catalog is longer, for loading it has a large constant part.
SMALL = 2048
SMALL_CATALOG = 4096
GROWTH = 4
# A constant part makes the growth smaller, a logarithm makes it 4.7 here. The square of the length is over this as soon as it makes a tenth
# of the work for the small input.
BOUND = 5.0


def repeated(unit):
    def text(size):
        unit_bytes = unit.encode()
        return unit_bytes * (size // len(unit_bytes))

    return text


def numbered(line, before=""):
    """As many different lines as fit."""

    def text(size):
        lines, length, number = [before], len(before), 0
        while length < size:
            lines.append(line(number))
            length += len(lines[-1])
            number += 1
        return "".join(lines).encode()

    return text


def event(number):
    letters = "a" * (number % 20)
    return (
        f"  domain_{letters}b{number}_done: {{description: {'the ' * 5}, suppress: {{no-rule-{number}: the a of}}, "
        f"properties: {{p{letters}q{number}: {{type: string, description: a}}}}}}\n"
    )


REPEATED = {
    "yaml": [
        "[", "[a,", "{a", '"', "'", 'a: "\n', "a: '\n", "a: [\n", '- "\\\n', "a\n", "a: b\n  ", " \n", "\n", "#\n", "a ", " a", "- - ",
        "a: |\n", "a: |\n  ", "\\", '"\\', "&a ", "*a ", "a: &a b\n", "? ", ": ", "a: ", "\t", "\r", "\r\n", "---\n", "é", "😀", "\0", "[]",
        "{}", "[],", 'a:\n - "\n', "- [\n", "  - '\n",
    ],
    "lexer": [
        '"\\(', "/* ", "#", '#"', "(", '"""\n', "= /\\/ ", "= /a ", "#/", "`", '"\\#(', '#"""\\#(', "\\", "\\/", '"##',
    ],
    "scan": ["@", "a@", "1.", "1.1.1.", "eyJ-", "eyJ.", "4 ", "sk-", "Bearer ", "ghp_ ", "@a.b@"],
}  # fmt: skip
NUMBERED = {
    "yaml": {"different keys": numbered(lambda number: f"key{number}: 1\n")},
    "rules": {"events that cost time": numbered(event, "events:\n")},
    "format": {"events that cost time": numbered(event, "events:\n")},
}


def inputs(name):
    cases = {repr(unit): repeated(unit) for unit in REPEATED.get(name, [])}
    return cases | NUMBERED.get(name, {})


def instructions(program, name, texts):
    """How many instructions each of the texts takes, in order."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts):
            files.append(os.path.join(folder, f"input-{number:04}"))
            pathlib.Path(files[-1]).write_bytes(text)
        function = "LLVMFuzzerTestOneInput"
        command = ["valgrind", "--quiet", "--tool=callgrind", f"--toggle-collect={function}", f"--dump-after={function}"]
        command += [f"--callgrind-out-file={folder}/counts", program, "-rss_limit_mb=0", *files]
        run = subprocess.run(command, env=os.environ | {"SIGNALBOOK_FUZZER": name}, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{name}: the program ended with {run.returncode}\n{run.stderr[-2000:]}")
        counts = []
        for number in range(1, len(texts) + 1):
            dump = pathlib.Path(folder, f"counts.{number}").read_text()
            counts.append(int(re.search(r"^(?:summary|totals): (\d+)", dump, re.M).group(1)))
        return counts


def main(program):
    failures = []
    for name in sorted(REPEATED.keys() | NUMBERED.keys()):
        cases = inputs(name)
        small = SMALL_CATALOG if name in ("rules", "format") else SMALL
        texts = [text(size) for text in cases.values() for size in (small, GROWTH * small)]
        counts = instructions(program, name, texts)
        growths = {case: counts[2 * i + 1] / counts[2 * i] for i, case in enumerate(cases)}
        worst = max(growths, key=growths.get)
        print(f"{name}: {len(cases)} inputs, {sum(counts):,} instructions, at most {growths[worst]:.2f} times the work, for {worst}")
        failures += [f"{name}: {case}: {growth:.2f} times the work" for case, growth in growths.items() if growth > BOUND]
        if not sum(counts):
            failures.append(f"{name}: nothing was counted")
    if failures:
        sys.exit("\n".join(["four times the input is more than linear work:", *failures]))


main(sys.argv[1])
