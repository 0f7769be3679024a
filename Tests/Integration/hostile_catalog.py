"""A catalog whose texts try to become markup, scripts or links, in every place that takes text."""

HOSTILE = [
    "<script>window.stolen = 1</script>", "</script><script>window.stolen = 1</script>", "<img src=x onerror='window.stolen = 1'>",
    '"><svg onload="window.stolen = 1">', "javascript:window.stolen=1", "' onmouseover='window.stolen = 1", "-->", "]]>",
    "\u202egnp.exe", "\u2066hidden\u2069", "&lt;b&gt;", "\u2028window.stolen = 1//", "${window.stolen = 1}", "`; window.stolen = 1; `",
    "https://example.com/", "www.example.com", "ada@example.com", "[x](javascript:window.stolen=1)", "![x](https://example.com/)", "| a | b |",
    "# h", "- l", "1) l", "===", "***", "~~~", "_a_", "**b**", "&#x41;", "back\\slash\\", "x" * 250,
]


def quoted(text):
    """A text as a double-quoted YAML scalar, with everything but plain ASCII escaped."""
    return '"' + "".join(
        c if " " <= c <= "~" and c not in '"\\' else f"\\u{ord(c):04X}" for c in text) + '"'


def hostile(folder):
    lines = [f"catalog: {{ name: hostile, version: 1.0.0, description: {quoted(' '.join(HOSTILE))} }}", "events:"]
    for number, text in enumerate(HOSTILE):
        text = quoted(text)
        lines += [
            f"  event{number}:", f"    description: {text}", f"    owner: {text}",
            f"    deprecated: {{ since: 1.0.0, reason: {text} }}", "    properties:",
            f"      word: {{ type: string, description: {text}, example: {text} }}",
            f"      choice: {{ type: enum, values: [{{ value: {text}, name: given, description: {text} }}], description: {text} }}",
        ]
    lines += ["removed:", f"  gone: {{ reason: {quoted(HOSTILE[0])} }}"]
    (folder / "<b>x&amp;'\".yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
