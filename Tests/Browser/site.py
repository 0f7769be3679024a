"""Opens the documentation site in a real browser, from the disk, as a reader would.

Three sites: this repository's catalog, a catalog of 1,000 events, and a hostile one whose texts try to become markup and scripts.
Needs PyPI's playwright and axe-playwright-python, and a Chromium (CHROMIUM, or /usr/bin/chromium).

    python site.py path/to/sigbook [folder for screenshots]
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Integration"))
from hostile_catalog import HOSTILE, hostile  # noqa: E402

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def synthetic(folder, count=1000, size=50):
    for first in range(0, count, size):
        lines = ["catalog: { name: synthetic, version: 1.0.0 }"] if first == 0 else []
        lines.append("events:")
        for number in range(first, min(first + size, count)):
            lines += [
                f"  domain{first // size}_entity{number}_completed:", f"    description: Something of kind {number} came to its end.",
                f"    owner: team-{number % 7}", f"    severity: {'error' if number % 5 == 0 else 'info'}",
                f"    stability: {'development' if number % 9 == 0 else 'stable'}", "    properties:",
                f"      entity_{number}_id: {{ type: string, max_length: 64, description: Which one it was. }}",
                "      method: { type: enum, values: [create, update, delete], description: What was done. }",
                "      status_code: { type: int, minimum: 100, maximum: 599, description: How it ended. }",
                "      duration_ms: { type: duration, unit: ms, description: How long it took. }",
                "      address: { type: ip, sensitivity: personal, handling: hash, description: Where from. }"
                if number % 11 == 0 else "      size_bytes: { type: bytes, unit: B, description: How large it was. }",
                "      error_message: { type: text, max_length: 512, required: false, description: What went wrong. }",
            ]
        (folder / f"domain{first // size}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


class Site:
    """A site in a browser, watched for errors and requests."""

    def __init__(self, browser, folder, **options):
        self.folder = folder
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(300_000)
        self.problems = []
        self.page.on("console", lambda message: self.problems.append(f"console: {message.text}") if message.type != "log" else None)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self.requested)
        self.page.on("requestfailed", lambda request: self.problems.append(f"failed: {request.url}"))

    def requested(self, request):
        prefix = self.folder.as_uri()
        if not request.url.startswith(prefix):
            self.problems.append(f"requested: {request.url}")

    def open(self, path):
        self.page.goto(f"{self.folder.as_uri()}/{path}")
        if path.startswith("events.html"):
            self.page.wait_for_selector("[data-role=explorer]:not([hidden])")
        return self.page

    def paths(self):
        return sorted(str(file.relative_to(self.folder)) for file in self.folder.rglob("*.html"))

    def close(self):
        self.context.close()
        assert not self.problems, self.problems


def results(page):
    return page.locator("[data-role=results] li").count()


def count(page):
    return page.locator("[data-role=count]").inner_text()


def searching(browser, folder):
    site = Site(browser, folder)
    page = site.open("index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.dataset.role") == "search", "/ does not focus the search"
    page.keyboard.type("request_comp")
    page.wait_for_selector("[data-role=panel-results] a")
    assert page.locator("[data-role=panel-count]").inner_text() == "1 event"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.querySelector('code').textContent") == "request_completed"
    page.keyboard.press("Enter")
    page.wait_for_url("**/domains/requests.html#request_completed")
    assert page.locator("article:target h2").inner_text() == "request_completed"

    page = site.open("events.html")
    everything = results(page)
    assert everything == 50 and count(page) == "52 events", (everything, count(page))
    for query, event in [("REQUEST completed", "request_completed"), ("was answered", "request_completed"),
                         ("bundle_version", "bundle_loaded"), ("mutual_tls", "authentication_error")]:
        page.fill("[data-role=search]", query)
        names = page.locator("[data-role=results] code").all_text_contents()
        assert event in names and len(names) < 12, (query, names)
    page.fill("[data-role=search]", "no such thing anywhere")
    assert page.locator("[data-role=nothing]").is_visible() and results(page) == 0
    page.click("[data-role=clear]")
    assert results(page) == everything

    owners = page.locator("[data-role=owner] label")
    owner = owners.filter(has_text="security")
    shown = int(owner.locator(".count").inner_text())
    owner.locator("input").check()
    assert 0 < shown == results(page) < everything, (shown, results(page))
    page.locator("[data-role=privacy] label").filter(has_text="personal").first.locator("input").check()
    assert 0 < results(page) < shown
    page.wait_for_url(lambda url: "owner=security" in url and "privacy=personal" in url)
    address = page.evaluate("location.href")
    narrowed = page.locator("[data-role=results] code").all_text_contents()
    other = Site(browser, folder)
    other.page.goto(address)
    other.page.wait_for_selector("[data-role=explorer]:not([hidden])")
    assert other.page.locator("[data-role=results] code").all_text_contents() == narrowed, "the address does not bring the filters back"
    other.close()

    page = site.open("events.html#q=session")
    page.locator("[data-role=search]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.role") == "search", "arrows do not come back to the search"
    page.keyboard.press("Enter")
    page.wait_for_url("**/domains/sessions.html#session_*")
    page = site.open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop is not the skip link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "site:main"
    site.close()


def looks(browser, folder, screenshots):
    problems = []
    for name, options in {
            "light": {"color_scheme": "light", "viewport": {"width": 1440, "height": 1000}},
            "dark": {"color_scheme": "dark", "viewport": {"width": 1440, "height": 1000}},
            "phone": {"color_scheme": "light", "viewport": {"width": 360, "height": 780}},
    }.items():
        site = Site(browser, folder, **options)
        for path in site.paths():
            page = site.open(path)
            width, scroll = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
            assert scroll <= width, f"{path} is {scroll} wide on a screen of {width}"
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert (ground == "rgb(255, 255, 255)") == (name != "dark"), (name, ground)
            if name != "light" and path.startswith("domains/") and path != "domains/requests.html":
                continue
            axe = Axe().run(page, options={"preload": False})
            grave = [(found["id"], found["nodes"][0]["html"]) for found in axe.response["violations"]
                     if found["impact"] in ("serious", "critical", "moderate")]
            problems += [(name, path, *found) for found in grave]
            if screenshots:
                page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=screenshots / f"{name}-{path.replace('/', '-')}.png")
        if name == "phone":
            page.click("[data-role=menu]")
            assert page.locator(".site-navigation").is_visible()
        if name == "light":
            page.click("[data-role=theme]")
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)", "the toggle does nothing"
            site.open("index.html")
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)", "the choice is forgotten"
        if name == "dark" and screenshots:
            page = site.open("domains/requests.html")
            page.pdf(path=screenshots / "print.pdf")
        site.close()
    assert not problems, problems


def without_script(browser, folder):
    site = Site(browser, folder, java_script_enabled=False)
    page = site.open("domains/requests.html")
    assert page.locator("article").count() == 3 and page.locator(".site-navigation").is_visible()
    page.goto(f"{folder.as_uri()}/events.html")
    assert page.locator("noscript a, main a").count() >= 52
    site.close()


def key_strokes(browser, folder):
    """What a key stroke costs among 1,000 events, in elements that are made: as many as are shown, and not as many as there are.

    The time is printed and not judged, because it depends on what else the machine does.
    """
    site = Site(browser, folder, viewport={"width": 1440, "height": 1000})
    page = site.open("events.html")
    assert count(page) == "1,000 events" and results(page) == 50
    strokes = page.evaluate("""() => {
        const input = document.querySelector("[data-role=search]"), strokes = [];
        const observer = new MutationObserver(() => {});
        observer.observe(document.body, { childList: true, subtree: true });
        for (const query of ["entity99", "something kind 5", "delete", "team domain7 status"]) {
          for (let end = 0; end <= query.length; end += 3) {
            input.value = query.slice(0, end);
            const start = performance.now();
            input.dispatchEvent(new Event("input"));
            document.documentElement.offsetHeight;
            const time = performance.now() - start;
            const made = observer.takeRecords().reduce((sum, record) => sum + record.addedNodes.length, 0);
            strokes.push([made, time]);
          }
        }
        return strokes;
    }""")
    page.fill("[data-role=search]", "entity999")
    assert page.locator("[data-role=results] code").all_text_contents() == ["domain19_entity999_completed"]
    page.fill("[data-role=search]", "")
    page.click("[data-role=more]")
    assert results(page) == 250
    site.close()
    made, times = max(made for made, _ in strokes), sorted(time for _, time in strokes)
    print(f"a key stroke among 1,000 events: {made} elements at most, {times[len(times) // 2]:.1f} ms in the middle of {len(times)}")
    assert 0 < made <= 100, "a key stroke makes more elements than are shown"


def hostility(browser, folder):
    site = Site(browser, folder, viewport={"width": 360, "height": 780})
    for path in site.paths():
        page = site.open(urllib.parse.quote(path))
        assert page.evaluate("window.stolen") is None, f"{path} ran a script of the catalog"
        tags = page.evaluate("[...new Set([...document.querySelectorAll('main *')].map((node) => node.localName))]")
        assert not {"script", "img", "iframe", "object", "b"} & set(tags), (path, tags)
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.href)")
        assert all(link.startswith(folder.as_uri()) for link in links), [x for x in links if not x.startswith(folder.as_uri())]
        text = page.evaluate("document.body.textContent")
        assert not {"\u202e", "\u2066"} & set(text), f"{path} shows characters that reorder others"
        width, scroll = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
        assert scroll <= width, f"{path} is {scroll} wide on a screen of {width}"
    page = site.open("events.html")
    assert page.evaluate("window.stolen") is None
    assert "<script>window.stolen = 1</script>" in page.locator("main").text_content(), "a description is not shown as it is"
    page.fill("[data-role=search]", "</script>")
    assert results(page) == sum("</script>" in text for text in HOSTILE) and page.evaluate("window.stolen") is None
    page.keyboard.press("Escape")
    for box in page.locator("[data-role=owner] input").all():
        page.evaluate("document.querySelector('[data-role=owner]').open = true")
        box.check()
    page.wait_for_url(lambda url: url.count("owner=") == len(HOSTILE))
    page.reload()
    page.wait_for_selector("[data-role=explorer]:not([hidden])")
    assert results(page) == len(HOSTILE) and page.evaluate("window.stolen") is None
    site.close()


def main(sigbook, screenshots=None):
    screenshots = pathlib.Path(screenshots) if screenshots else None
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        work = pathlib.Path(work).resolve()
        sites = {}
        for name, make in {"own": None, "large": synthetic, "hostile": hostile}.items():
            catalog = REPOSITORY / "schema"
            if make:
                catalog = work / f"{name}-catalog"
                catalog.mkdir()
                make(catalog)
            sites[name] = work / name
            subprocess.run([sigbook, "docs", "--catalog", str(catalog), "--output", str(sites[name])], check=True, stderr=subprocess.DEVNULL)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"],
            timeout=300_000)
        searching(browser, sites["own"])
        looks(browser, sites["own"], screenshots)
        without_script(browser, sites["own"])
        key_strokes(browser, sites["large"])
        hostility(browser, sites["hostile"])
        browser.close()
    print("the site works from the disk: search, filters, keyboard, both schemes, a telephone, hostile texts; axe finds nothing grave")


if __name__ == "__main__":
    main(*sys.argv[1:])
