"""Reads the Markdown of a hostile catalog as a repository's web page would, by PyPI's markdown-it-py with linkify-it-py.

None of the catalog's texts may become an element or a link, and every one must show as it is.

    python markdown_texts.py path/to/sigbook
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

from hostile_catalog import HOSTILE, hostile
from markdown_it import MarkdownIt

ELEMENTS = {"h1", "h2", "p", "a", "code", "pre", "strong", "em", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
LINK = re.compile(r"(\.\./)?(README|context|glossary|personal-data|domains/[A-Za-z0-9_.-]+)\.md(#[A-Za-z0-9_-]+)?")


def visible(text):
    """A text as it is shown: what hides or reorders is shown by its number."""
    return re.sub("[\u2028\u202a-\u202e\u2066-\u2069]", lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def main(sigbook):
    reader = MarkdownIt("gfm-like", {"html": True})
    with tempfile.TemporaryDirectory() as folder:
        catalog, output = pathlib.Path(folder) / "catalog", pathlib.Path(folder) / "output"
        catalog.mkdir()
        hostile(catalog)
        subprocess.run([sigbook, "docs", "--format", "markdown", "--catalog", str(catalog), "--output", str(output)],
                       check=True, stderr=subprocess.DEVNULL)
        shown = {}
        for file in output.rglob("*.md"):
            page = re.sub("<!--.*?-->", "", reader.render(file.read_text(encoding="utf-8")), count=1, flags=re.DOTALL)
            elements = set(re.findall("<([a-zA-Z0-9]+)", page)) - ELEMENTS
            if elements or "<!" in page:
                sys.exit(f"{file.name} has the elements {elements}")
            for link in re.findall('(?:href|src)="([^"]*)"', page):
                if not LINK.fullmatch(link):
                    sys.exit(f"{file.name} links to {link}")
            shown[file.name] = html.unescape(re.sub("<[^>]+>", "", page))
    for text in HOSTILE:
        # In prose a pair of backticks means code, and is not shown.
        if visible(text).replace("`", "") not in shown["glossary.md"].replace("`", ""):
            sys.exit(f"{text!r} is not shown as it is")
    print(f"{len(HOSTILE)} hostile texts show as they are in Markdown, and none becomes an element or a link")


if __name__ == "__main__":
    main(sys.argv[1])
