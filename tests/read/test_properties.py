"""What holds for every text."""

import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.errors import UnreadableInput
from sourcebook.read import Loaded, read_bytes
from sourcebook.read.cleaning import cleaned
from sourcebook.read.days import given_day, is_date_line, stated_days
from sourcebook.read.passages import lines_of, passages_of
from sourcebook.read.wrapping import unwrapped

LAW = settings(deadline=None, max_examples=60)
"""No deadline: the first example loads the libraries."""

LINES = st.sampled_from(
    [
        "Dam holds",
        "Dam at Vell holds for a second night",
        "The dam at Vell held for a second night, its keeper said.",
        "Photo: Jo Roe",
        "LEAVE A REPLY",
        "Your name",
        "An Evening with Ola Brandt on the Vell Dam. The keeper tells of her years there.",
        "By Jo Roe",
        "4 May 2031",
        "  indented: with a colon:",
        "\u200b",
        "***",
        "",
        " \t ",
        "👩‍👩‍👧 met at Sorn",
        "قال المتحدث إن السد صمد.",
    ]
)
PAGES = st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.text(max_size=300))


def check_tiling(text: str, spans: list[tuple[int, int]]) -> None:
    covered = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        covered.update(range(start, end))
        last = end
    assert not "".join(letter for at, letter in enumerate(text) if at not in covered).strip()


@LAW
@given(page=PAGES)
def test_passages_hold_every_word_once_and_in_order(page: str) -> None:
    """A word that no passage holds would never be read; one that two hold would be counted twice."""
    text = cleaned(page)
    found = passages_of(lines_of(text))
    check_tiling(text, [(one.span.start, one.span.end) for one in found])
    items = [one.item for one in found]
    assert items == sorted(items)
    assert set(items) == set(range(max(items, default=-1) + 1))


@LAW
@given(page=st.text(alphabet=st.characters(), max_size=200))
def test_cleaning_settles(page: str) -> None:
    """Cleaned text is clean: NFC, no carriage returns, no controls but tab and line feed, the same when done again."""
    once = cleaned(page)
    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\t\n" for letter in once)


@LAW
@given(page=st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200))
def test_cleaning_loses_no_word(page: str) -> None:
    """Every letter and digit of the input comes out again, in order, composed as NFC has it."""
    before = [letter for letter in unicodedata.normalize("NFC", page) if letter.isalnum()]
    assert [letter for letter in cleaned(page) if letter.isalnum()] == before


@LAW
@given(page=PAGES)
def test_unwrapping_moves_nothing(page: str) -> None:
    after = unwrapped(page)
    assert len(after) == len(page)
    assert after.replace("\n", " ") == page.replace("\n", " ")


@LAW
@given(name=st.sampled_from(["a.txt", "a.md", "a.csv", "a.jsonl"]), data=st.binary(max_size=200))
def test_any_bytes_give_reports_or_errors(name: str, data: bytes) -> None:
    """A file from the wild may hold anything; nothing may escape but values."""
    for one in read_bytes(name, data):
        assert isinstance(one, Loaded | UnreadableInput)
        if isinstance(one, Loaded):
            spans = [(passage.span.start, passage.span.end) for passage in one.report.passages]
            check_tiling(one.report.text, spans)


@LAW
@given(name=st.sampled_from(["a.html", "a.pdf", "a.docx"]), data=st.binary(max_size=300), real=st.booleans())
def test_any_bytes_under_other_names_too(name: str, data: bytes, *, real: bool) -> None:
    heads = {"a.html": b"<html><body><p>", "a.pdf": b"%PDF-1.4\n", "a.docx": b"PK\x03\x04"}
    for one in read_bytes(name, (heads[name] if real else b"") + data):
        assert isinstance(one, Loaded | UnreadableInput)


@LAW
@given(page=PAGES)
def test_the_same_bytes_give_the_same_report(page: str) -> None:
    data = page.encode("utf-8", "surrogatepass")
    first, second = (list(read_bytes("a.txt", data)) for _ in range(2))
    assert [str(one) for one in first] == [str(one) for one in second]
    if isinstance(first[0], Loaded) and isinstance(second[0], Loaded):
        assert first[0].report.id == second[0].report.id


@LAW
@given(title=st.text(max_size=30), text=st.text(max_size=100))
def test_every_json_string_can_be_text(title: str, text: str) -> None:
    """JSON can carry halves of characters, controls and nothing at all."""
    line = json.dumps({"title": title, "text": text}).encode()
    (found,) = read_bytes("a.jsonl", line)
    if isinstance(found, Loaded):
        assert found.original == line
        found.report.text.encode()
    else:
        assert found.place == "line 1"


@LAW
@given(day=st.dates())
def test_iso_days_are_read(day: object) -> None:
    assert given_day(str(day)).day == day


@LAW
@given(line=st.text(max_size=60))
def test_no_line_breaks_the_date_reader(line: str) -> None:
    assert isinstance(is_date_line(line), bool)
    assert len(stated_days([line])) == 2
