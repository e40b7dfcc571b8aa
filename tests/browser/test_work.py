"""What an analyst does in a day: cite, filter, share, judge, take back, by pointer and by keys alone."""

import json
from urllib.request import urlopen

import pytest

STORED = "Object.entries(localStorage).filter(([key]) => key.startsWith('network')).map((one) => one[1])"


def asked(base: str, path: str) -> dict:
    """Return what the API says now."""
    with urlopen(f"{base}/api/v1/{path}") as answer:  # noqa: S310 - our own server
        return json.load(answer)


def test_a_citation_opens_its_words_beside_the_line(read_only, wide):
    """The words cited are marked, and the line keeps its place."""
    page = wide.open(f"{read_only.base}/")
    page.locator("a[data-cite]").first.click()
    page.locator("#beside mark").first.wait_for()

    assert page.url.rstrip("/") == read_only.base
    assert page.locator("#beside mark").first.inner_text().strip()
    assert page.locator("a[data-cite][aria-current=true]").count() == 1


def test_a_filter_is_shared_by_link_and_by_every_view(read_only, wide, chromium):
    """Chosen once, it is in the address, and in the rail's links."""
    page = wide.open(f"{read_only.base}/events")
    every = page.locator("tbody tr").count()
    page.locator(".filters summary").click()
    page.select_option("#filter-status", "confirmed")
    page.wait_for_url("**status=confirmed*")
    page.locator(".chip").first.wait_for()
    confirmed = page.locator("tbody tr").count()
    link = page.url

    assert 0 < confirmed < every
    assert "&q=" not in link, "an empty field is no part of a link"
    assert page.locator("tbody .status.confirmed").count() == confirmed
    page.locator("nav#views a:has-text('Timeline')").click()
    wide.ready()
    assert "status=confirmed" in page.url
    context = chromium.new_context()
    other = context.new_page()
    other.goto(link)
    assert other.locator("tbody tr").count() == confirmed
    context.close()
    assert wide.faults == []


def test_a_claim_is_corrected_and_the_correction_undone(desk, wide):
    """The record changes at once, the line says how, and undo brings back what was."""
    page = wide.open(f"{desk.base}/review")
    target = page.locator(".queue > li[data-kind=claim]").first.get_attribute("data-target")
    before = asked(desk.base, f"claims/{target}")["claim"]["type"]
    item = page.locator(f".queue > li[data-target='{target}']")
    item.click(position={"x": 6, "y": 6})
    item.locator("[data-act=correct]").click()
    item.locator("select[name=value]").first.select_option("AID" if before != "AID" else "RETREAT")
    item.locator(".corrections button").first.click()
    page.locator("#changed button:has-text('Undo')").wait_for()

    decided = asked(desk.base, "decisions")["items"][0]
    assert (decided["kind"], decided["target"], decided["undone"]) == ("correct", target, False)
    assert page.locator("#changed li").count() >= 1
    page.locator("#changed button:has-text('Undo')").click()
    page.locator("#changed li:has-text('Undone')").wait_for()
    assert asked(desk.base, f"claims/{target}")["claim"]["type"] == before
    assert any(one["undone"] for one in asked(desk.base, "decisions")["items"])
    assert wide.faults == []


def test_who_has_a_part_is_corrected_in_the_words_of_the_report(desk, wide):
    """A part taken out is out of the record, and undo brings it back; what the report does not say is refused."""
    events = asked(desk.base, "events")["items"]
    claims = [claim for one in events for claim in asked(desk.base, f"events/{one['id']}")["claims"]]
    before = next(one["claim"] for one in claims if len(one["claim"]["participants"]) > 1)
    page = wide.open(f"{desk.base}/events/{before['event']}")
    claim = page.locator(f"article#{before['id']}")
    claim.locator("[data-act=correct]").click()
    form = claim.locator("form:has(input[value=participants])")
    form.locator("input[name=words]").last.fill("words that nobody wrote")
    form.locator("button").click()
    page.locator("#changed li:has-text('does not say')").wait_for()
    form.locator("input[name=words]").last.fill("")
    form.locator("select[name=role]").first.select_option("")
    form.locator("button").click()
    page.locator("#changed button:has-text('Undo')").wait_for()

    assert asked(desk.base, f"claims/{before['id']}")["claim"]["participants"] == before["participants"][1:]
    page.locator("#changed button:has-text('Undo')").click()
    page.locator("#changed li:has-text('Undone')").wait_for()
    assert asked(desk.base, f"claims/{before['id']}")["claim"]["participants"] == before["participants"]


def test_two_names_are_merged_and_parted_again(desk, wide):
    """One entity fewer, then as many as before."""
    entities = asked(desk.base, "entities?size=200")
    people = [one for one in entities["items"] if one["kind"] == "person" and one["named"]]
    page = wide.open(f"{desk.base}/people/{people[0]['id']}")
    page.locator("input[name=with]").fill(f"{desk.base}/people/{people[-1]['id']}")
    page.locator("form:has(input[name=with]) button").click()
    page.locator("#changed button:has-text('Undo')").wait_for()

    assert asked(desk.base, "entities")["total"] == entities["total"] - 1
    page.locator("#changed button:has-text('Undo')").click()
    page.locator("#changed li:has-text('Undone')").wait_for()
    assert asked(desk.base, "entities")["total"] == entities["total"]


def test_review_needs_no_pointer(desk, wide):
    """j, k, a, u, ?, g and a letter."""
    page = wide.open(f"{desk.base}/review")
    second = page.locator(".queue > li").nth(1).get_attribute("data-target")
    page.keyboard.press("j")
    assert page.locator(".queue > li[aria-current=true]").get_attribute("data-target") == second
    page.keyboard.press("k")
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.keyboard.press("Escape")
    one = page.locator(".queue > li[aria-current=true]")
    pair = one.locator("[data-act=different]").count() == 1
    page.keyboard.press("d" if pair else "a")
    page.locator("#changed li").first.wait_for()
    assert len(asked(desk.base, "decisions")["items"]) == 1
    page.keyboard.press("u")
    page.locator("#changed li:has-text('Undone')").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.wait_for_url("**/events")
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=bridge*")
    assert wide.faults == []


def test_what_is_typed_into_a_note_decides_nothing(desk, wide):
    """A key that opens a form puts the typing into it; each u takes back one decision more; Escape shuts."""
    page = wide.open(f"{desk.base}/review")
    for _ in range(2):
        page.keyboard.press("n")
        page.keyboard.type("ask again")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        wide.ready()
    assert [one["kind"] for one in asked(desk.base, "decisions")["items"]] == ["note", "note"]
    for left in (1, 0):
        with page.expect_navigation():
            page.keyboard.press("u")
        wide.ready()
        notes = [one for one in asked(desk.base, "decisions")["items"] if one["kind"] == "note"]
        assert sum(not one["undone"] for one in notes) == left
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    assert page.locator(".queue details[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.queue > li[aria-current=true]')")
    assert wide.faults == []


def test_the_timeline_goes_from_event_to_event_by_keys(read_only, wide):
    """What is chosen is said, and Enter opens it."""
    page = wide.open(f"{read_only.base}/timeline")
    page.locator(".timeline canvas").focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("[aria-live=polite].away").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/event-*")

    assert page.locator("h1").inner_text() in said


def test_the_network_stands_where_it_stood(read_only, wide):
    """The second visit remembers the first."""
    page = wide.open(f"{read_only.base}/network")
    kept = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('network')).map((one) => one[1])"
    )
    wide.open(f"{read_only.base}/network")
    again = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('network')).map((one) => one[1])"
    )

    assert kept
    assert kept == again
    page.locator(".network ~ section button").first.click()
    page.locator("#beside blockquote").first.wait_for()
    assert page.locator("#beside blockquote").first.inner_text().strip()


def test_words_chosen_in_a_report_become_a_claim(desk, wide):
    """By selection; the claim is in the record, made by a person."""
    report = asked(desk.base, "reports?size=1")["items"][0]["id"]
    before = asked(desk.base, f"reports/{report}")
    page = wide.open(f"{desk.base}/reports/{report}")
    page.evaluate(
        "() => { const pieces = document.querySelectorAll('.report p:nth-of-type(2) [data-start]');"
        " const range = document.createRange(); range.setStartBefore(pieces[0]);"
        " range.setEndAfter(pieces[Math.min(3, pieces.length - 1)]); const chosen = getSelection();"
        " chosen.removeAllRanges(); chosen.addRange(range); }"
    )
    page.locator("button.maker").click()
    words = page.locator("dialog#maker [data-words]").inner_text()
    page.locator("dialog#maker button.go").click()
    page.locator("#changed li").first.wait_for()

    made = asked(desk.base, "decisions")["items"][0]
    value = json.loads(made["value"])
    assert made["kind"] == "claim"
    assert " ".join(before["text"][value["start"] : value["end"]].split()) == " ".join(words.split())
    assert len(asked(desk.base, f"reports/{report}")["claims"]) == len(before["claims"]) + 1


@pytest.mark.parametrize(("what", "form"), [("events", "csv"), ("record", "record")])
def test_an_export_is_downloaded_and_read(read_only, wide, what, form):
    """As its form's own reader reads it."""
    page = wide.open(f"{read_only.base}/export")
    box = page.locator(f"form:has(input[name=what][value={what}])")
    box.locator("select[name=to]").select_option(form)
    with page.expect_download() as coming:
        box.locator("button").click()
    content = coming.value.path().read_bytes()

    if form == "csv":
        assert len(content.decode("utf-8-sig").splitlines()) > asked(read_only.base, "events?size=1")["total"]
    else:
        assert json.loads(content)["events"]
