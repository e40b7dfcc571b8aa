"""Every view, as somebody sees it: drawn, without faults, readable by everybody, on a phone too."""

import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.conftest import SECRET

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

VIEWS = (
    "/",
    "/events",
    "/timeline",
    "/map",
    "/network",
    "/sources",
    "/reports",
    "/people",
    "/conflicts",
    "/review",
    "/ask?q=Where+were+the+talks+held%3F",
    "/export",
)


def first(base: str, what: str) -> str:
    """Return the id of the first row of a list."""
    with urlopen(f"{base}/api/v1/{what}?size=1") as answer:  # noqa: S310 - our own server
        return json.load(answer)["items"][0]["id"]


def views(base: str) -> list[str]:
    """Return every address worth opening."""
    event, report, entity = (first(base, what) for what in ("events", "reports", "entities"))
    return [*VIEWS, f"/events/{event}", f"/sources/{event}", f"/reports/{report}#s0-12", f"/people/{entity}"]


def serious(page) -> list[tuple[str, list]]:
    """Return what axe finds on a page that matters."""
    assert AXE.is_file(), "axe-core is not there: 'make frontend' installs it"
    page.evaluate(AXE.read_text())
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [
        (one["id"], [node["target"] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


def test_every_view_opens_without_a_fault(read_only, wide):
    """No error on the console, a heading, the view marked in the rail."""
    for view in views(read_only.base):
        page = wide.open(read_only.base + view)
        assert page.locator("h1").inner_text().strip(), view
        assert page.locator("nav#views [aria-current=page]").count() == 1, view
        assert wide.faults == [], view


def test_axe_finds_nothing_serious(read_only, themed):
    """In light and in dark, on every view."""
    for view in views(read_only.base):
        bad = serious(themed.open(read_only.base + view))
        assert bad == [], (view, bad)


def test_a_phone_shows_everything_without_scrolling_sideways(read_only, phone):
    """At 390 pixels."""
    for view in views(read_only.base):
        page = phone.open(read_only.base + view)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    assert phone.faults == []


def test_a_finger_hits_every_control(read_only, phone):
    """44 pixels high (WCAG 2.5.5); links in a line of words are as high as the line."""
    small = (
        "() => [...document.querySelectorAll('button, .button, summary, select, main input, .rail nav a, .shelf a')]"
        ".map((one) => one.closest('label:has([type=checkbox], [type=radio])') ?? one)"
        ".filter((one) => { const { width, height } = one.getBoundingClientRect();"
        " return width > 1 && height > 0 && height < 43.5 && one.checkVisibility() && !one.closest('.ends'); })"
        ".map((one) => one.outerHTML.slice(0, 120))"
    )
    for view in views(read_only.base):
        page = phone.open(read_only.base + view)
        assert page.evaluate(small) == [], view


def test_islands_draw_what_the_record_holds(read_only, wide):
    """Timeline and network cover their canvas, the relay graph has boxes, the reader marks."""
    for view in ("/timeline", "/network"):
        page = wide.open(read_only.base + view)
        colors = page.evaluate(
            "() => { const one = document.querySelector('.island canvas');"
            " const data = one.getContext('2d').getImageData(0, 0, one.width, one.height).data; const seen = new Set();"
            " for (let at = 0; at < data.length; at += 40) seen.add(data.slice(at, at + 3).join());"
            " return seen.size; }"
        )
        assert colors > 5, view
    page = wide.open(f"{read_only.base}/sources/{first(read_only.base, 'events')}")
    assert page.locator(".relay rect").count() >= 1
    page = wide.open(f"{read_only.base}/reports/{first(read_only.base, 'reports')}")
    assert page.locator(".report [class*=m-]").count() > 5


def test_pages_hold_without_script(read_only, chromium):
    """Lists, filters, the brief and the reader need none."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for view in views(read_only.base):
        answer = page.goto(read_only.base + view)
        assert answer.status == 200, view
        assert page.locator("h1").count() == 1, view
    page.goto(f"{read_only.base}/events")
    page.fill("input[name=q]", "prisoners")
    page.click("button:has-text('Search')")
    page.wait_for_url("**q=prisoners**")
    assert 0 < page.locator("tbody tr").count() < 40
    context.close()


@pytest.mark.parametrize("path", ["/events/none", "/reports/none", "/people/none", "/nowhere", "/events?status=sure"])
def test_what_is_not_there_is_said_in_words(read_only, wide, path):
    """With a way back, not as JSON."""
    page = wide.page
    page.goto(read_only.base + path)

    assert page.locator("h1").inner_text() in {"Not here", "That did not work"}
    assert page.locator("a.button").get_attribute("href") == "/"


def test_who_logs_in_sees_the_desk_and_a_reader_is_told_what_is_not_theirs(guarded, themed):
    """By keys alone; wrong words are told beside the form, refusals on a page with a way back."""
    page = themed.page
    page.goto(f"{guarded.base}/events")
    assert page.url == f"{guarded.base}/login"
    assert serious(page) == []
    page.keyboard.type("ida")
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    page.locator("[role=alert]:has-text('fit')").wait_for()
    page.fill("input[name=name]", "ida")
    page.fill("input[name=password]", SECRET)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{guarded.base}/")
    assert page.locator("[data-act]").count() == 0
    page.evaluate("() => document.querySelector('form[action=\"/logout\"]').setAttribute('action', '/decide')")
    page.locator("button:has-text('Log out')").click()
    page.locator("h1:has-text('Not yours to do')").wait_for()
    assert serious(page) == []
    assert page.locator("a.button").get_attribute("href") == "/"


def test_a_province_is_an_area_of_the_map_and_opens_by_keys(read_only, wide):
    """Found by the coordinates of its middle; nothing of it is drawn as a spot."""
    upper = {"id": "x", "name": "Upper", "precision": "division", "lat": 35.4, "lon": 69.7, "country": "AFG"}
    upper |= {"iso": "004", "admin1": "Upper", "count": 1, "events": [first(read_only.base, "events")]}
    answer = {"places": [upper], "placeless": []}
    wide.page.route("**/api/v1/map*", lambda route: route.fulfill(json=answer))
    page = wide.open(f"{read_only.base}/map")
    area = page.locator(".map path.area")
    assert area.count() == 1
    assert area.get_attribute("aria-label") == "Upper: 1 event"
    assert "country" not in area.get_attribute("class")
    assert page.locator(".map circle.spot").count() == 0
    area.focus()
    page.keyboard.press("Enter")
    page.locator("#beside h2:has-text('Upper')").wait_for()
    assert wide.faults == []


def test_hostile_text_stays_text(hostile, wide):
    """Wherever a report's words are shown, they are shown and not run."""
    for view in views(hostile.base):
        page = wide.open(hostile.base + view)
        assert page.evaluate("window.taken") is None, view
        assert page.locator("main script, main img, main svg[onload]").count() == 0, view
    page = wide.open(f"{hostile.base}/reports/{first(hostile.base, 'reports')}")
    assert "window.taken = 2" in page.locator(".report").inner_text()
    assert wide.faults == []
