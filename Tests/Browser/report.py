"""Opens a page of `sigbook report` in a browser: it must show everything, run nothing, and ask for nothing.

    report.py SIGBOOK [--screenshots FOLDER]

Needs PyPI's playwright and a chromium, by default Debian's; CHROMIUM names another.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

HOSTILE = '<script>document.title = "owned"</script><img src="http://192.0.2.1/x" onerror="document.title=1">'
CATALOG = """
catalog: { name: shop, version: 1.0.0 }
context:
  session_id: { type: string, description: Which session., role: session }
events:
  order_placed:
    description: An order was placed.
    properties:
      took_ms: { type: duration, unit: ms, description: How long it took. }
      note: { type: text, required: false, description: Words. }
  order_shipped: { description: An order was sent. }
  order_failed:
    description: An order failed.
    severity: error
    properties:
      error_type: { type: string, max_length: 1024, description: The class. }
"""


def recording():
    """Some hours of orders, with hostile names and values among them."""
    for number in range(2000):
        minute, second = divmod(number * 7 % 14400, 60)
        record = {
            "timestamp": f"2026-01-01T{8 + minute // 60:02}:{minute % 60:02}:{second:02}.000000Z",
            "event": "order_placed",
            "severity": "info",
            "catalog": "shop/1.0.0",
            "session_id": f"s-{number // 3}",
        }
        if number % 3 == 1:
            record["event"] = "order_shipped"
        elif number % 50 == 2:
            record |= {"event": "order_failed", "severity": "error", "error_type": HOSTILE}
        else:
            record |= {"took_ms": 1.5 + number % 97, "note": HOSTILE}
        if number % 400 == 3:
            record["event"] = HOSTILE
        if number % 500 == 0:
            record[HOSTILE] = 1
        yield json.dumps(record) + "\n"


def check(condition, what):
    """Ends the run unless the condition holds."""
    if not condition:
        sys.exit(f"report.py: {what}")


def open_page(browser, page_path, scheme, width):
    """Opens the page; what it asked for and said, too."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(300_000)
    requests, messages = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(page_path.as_uri())
    check(requests == [page_path.as_uri()], f"the page asked for {requests}")
    check(not messages, f"the browser said {messages}")
    return page


def check_page(page, width):
    """What must be on the page, whatever its size."""
    check(page.title() == "Recording report: shop", f"the title is {page.title()!r}")
    check(page.locator("script, img, iframe, object, link").count() == 0, "a value became an element")
    text = page.locator("body").inner_text()
    check('<script>document.title = "owned"</script>' in text, "a hostile name is not shown as it is")
    for heading in ("Events over time", "Events by name", "Durations", "Errors", "Sessions", "Findings", "Personal data"):
        check(page.get_by_role("heading", name=heading, exact=True).count() == 1, f"no heading {heading!r}")
    for title in ("Events over time", "Events by name", "Durations", "Funnel of sessions"):
        chart = page.locator(f'svg[role="img"]:visible:has(> title:text-is("{title}"))')
        check(chart.count() == 1, f"{chart.count()} charts {title!r} are visible")
        box = chart.bounding_box()
        check(box["width"] > width / 3 and box["height"] > 40, f"the chart {title!r} is {box}")
        check(chart.locator("rect, circle").count() > 2, f"the chart {title!r} is empty")
        check(len(chart.locator("> desc").text_content()) > 20, f"the chart {title!r} has no description")
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    check(overflow <= 0, f"the page is {overflow} pixels wider than the window of {width}")
    contrast = page.evaluate(
        """() => [...document.querySelectorAll('p, dt, dd span, td, th, h2, .badge')].map(element => {
            const luminance = color => {
              const canvas = document.createElement('canvas').getContext('2d');
              canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
                .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            };
            let ground = element;
            while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
            const [dark, light] = [getComputedStyle(element).color, getComputedStyle(ground || document.body).backgroundColor]
              .map(luminance).sort((a, b) => a - b);
            return (light + 0.05) / (dark + 0.05);
        }).reduce((least, ratio) => Math.min(least, ratio), 21)"""
    )
    check(contrast >= 4.5, f"text has a contrast of {contrast:.2f} only")


def main():
    sigbook = os.path.abspath(sys.argv[1])
    shots = pathlib.Path(sys.argv[3]) if sys.argv[2:3] == ["--screenshots"] else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        (folder / "catalog.yaml").write_text(CATALOG)
        (folder / "a.jsonl").write_text("".join(recording()))
        arguments = [sigbook, "report", "a.jsonl", "--catalog", "catalog.yaml", "--output", "page.html"]
        subprocess.run(arguments, cwd=folder, check=True, stderr=subprocess.DEVNULL)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"],
            timeout=300_000,
        )
        for scheme, width in (("light", 1180), ("dark", 1180), ("light", 360)):
            page = open_page(browser, folder / "page.html", scheme, width)
            check_page(page, width)
            page.locator("summary").first.click()
            check(page.locator("details[open] td").count() > 10, "a folded table does not open")
            page.locator("summary").first.click()
            if shots:
                page.screenshot(path=shots / f"report-{scheme}-{width}.png", full_page=True)
        page = open_page(browser, folder / "page.html", "dark", 1180)
        page.emulate_media(media="print")
        check(page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "paper is not white")
        check(page.locator("details:visible").count() == 0, "folded tables are printed")
        check(page.pdf(format="A4").startswith(b"%PDF"), "the page cannot be printed")
        browser.close()
    print("report.py: the page shows all, runs nothing and asks for nothing; light, dark, narrow and on paper")


main()
