"""Runs sigbook as a process: exit statuses, streams, terminals.

usage: command_line.py SIGBOOK
"""

import fcntl
import os
import pathlib
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios

BROKEN = "catalog: { name: demo, version: 1.0.0 }\nevents: { ping: { descripton: Alive. } }\n"
WHOLE = "catalog: { name: demo, version: 1.0.0 }\n"
ESCAPE = "\x1b["


def run(sigbook, folder, *words, **options):
    done = subprocess.run([sigbook, *words], cwd=folder, capture_output=True, text=True, timeout=300, **options)
    return done.returncode, done.stdout, done.stderr


def on_terminal(sigbook, folder, *words, columns=80, **variables):
    """What a terminal shows; both streams go to it."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm"} | variables
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sigbook, *words], cwd=folder, stdin=slave, stdout=slave, stderr=slave, env=environment
    )
    os.close(slave)
    shown = b""
    while select.select([master], [], [], 300)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says that the other end is closed.
            break
        if not part:
            break
        shown += part
    os.close(master)
    process.wait(300)
    return shown.decode().replace("\r\n", "\n")


def main():
    sigbook = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "schema").mkdir()
        catalog = folder / "schema" / "catalog.yaml"

        catalog.write_text(WHOLE)
        status, output, talk = run(sigbook, folder, "check")
        assert (status, output) == (0, "") and talk.startswith("nothing found\n"), (status, output, talk)
        status, output, talk = run(sigbook, folder)
        assert (status, talk) == (0, "") and output.startswith("The command line for signal catalogs"), output
        assert run(sigbook, folder, "--version")[0] == 0

        catalog.write_text(BROKEN)
        status, output, talk = run(sigbook, folder, "check")
        assert status == 1 and talk.startswith("2 errors\n"), (status, talk)
        assert [line.split(":")[:4] for line in output.splitlines()] == [
            ["schema/catalog.yaml", "2", "11", " error"],
            ["schema/catalog.yaml", "2", "19", " error"],
        ], output
        status, output, talk = run(sigbook, folder, "check", "--nonsense")
        assert status == 64 and output == "" and talk.startswith("sigbook: error: "), (status, talk)
        status, output, talk = run(sigbook, folder, "check", "--catalog", "none")
        assert status == 1 and output == "" and talk.startswith("sigbook: error: "), (status, talk)

        # No environment changes what is written where nobody looks.
        for variables in ({}, {"TERM": "xterm", "COLUMNS": "20", "LANG": "tr_TR.UTF-8", "CLICOLOR_FORCE": "1"}):
            assert run(sigbook, folder, "check", env=variables)[1:] == run(sigbook, folder, "check")[1:]
            assert run(sigbook, folder, "help", "check", env=variables) == run(sigbook, folder, "help", "check")

        # Colours on a terminal, unless one of the conventions says no (no-color.org: any value but an empty one).
        assert ESCAPE + "1;31merror:" in on_terminal(sigbook, folder, "check")
        assert ESCAPE + "1;31merror:" in on_terminal(sigbook, folder, "check", NO_COLOR="")
        for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            shown = on_terminal(sigbook, folder, "check", **variables)
            assert ESCAPE not in shown, shown
            assert "\nevents: { ping: { descripton: Alive. } }\n                  ^~~~~~~~~~\n" in shown, shown
        wide, narrow = (on_terminal(sigbook, folder, "help", "check", columns=columns) for columns in (100, 50))
        assert len(narrow.splitlines()) > len(wide.splitlines())
        assert ESCAPE in on_terminal(sigbook, folder, "nonsense")

        # Results that cannot be written are an error, not a silent success.
        if os.path.exists("/dev/full"):
            catalog.write_text(WHOLE)
            with open("/dev/full", "w") as full:
                done = subprocess.run(
                    [sigbook, "check", "--format", "json"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True
                )
            assert done.returncode == 1, done
            assert done.stderr == "sigbook: error: cannot write the results: No space left on device\n", done
    print("the process does what its help says")


main()
