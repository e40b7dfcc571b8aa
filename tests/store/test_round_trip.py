"""Values in, the same values out."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.store import Store, open_store
from sourcebook.store.codec import read, written
from sourcebook.values.claims import Claim, Extraction, Quantity
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Passage, PassageKind, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Judged

st.register_type_strategy(
    Span, st.builds(lambda start, size: Span(start, start + size), st.integers(0, 9), st.integers(1, 9))
)
st.register_type_strategy(str, st.text(max_size=3))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**62), 2**62))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)).map(lambda when: when.replace(fold=0)))

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
KINDS = (Report, Annotation, Claim, Extraction, Linking, Judged, Judgement)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=10, suppress_health_check=SLOW, deadline=None)
@given(data=st.data())
def test_any_value_comes_back_equal(kind: type, data: st.DataObject) -> None:
    """A value that changes on its way through the store would change its identifier or the record."""
    value = data.draw(st.from_type(kind))

    assert repr(read(written(value), kind)) == repr(value)


@settings(max_examples=8, suppress_health_check=SLOW, deadline=None)
@given(st.data())
def test_the_store_gives_back_what_was_kept(data: st.DataObject) -> None:
    """The same through the database, with identifiers that the values refer to each other by."""
    report = replace(data.draw(st.from_type(Report)), text="The dam held overnight, he said.")
    original = data.draw(st.binary(max_size=99))
    annotation = replace(data.draw(st.from_type(Annotation)), report=report.id)
    extraction = replace(data.draw(st.from_type(Extraction)), report=report.id)
    linking, judged = data.draw(st.from_type(Linking)), data.draw(st.from_type(Judged))

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:{Path(folder) / 'story.db'}", create=True)
        with store.writing() as unit:
            unit.call_it("The dam")
            unit.add_report(report, original, "text/plain")
            unit.keep_annotation(annotation, Producer("annotate", 1, "m"))
            unit.keep_extraction(extraction, Producer("extract", 2))
            unit.keep_whole(linking, judged, version="1", annotator="m", producers=[Producer("judge", 3)])
        with store.reading() as shelf:
            story = shelf.story()

            assert shelf.annotation(report.id) == annotation
            assert shelf.original(report.id).content == original
            assert shelf.ledger.marks() == {report.id: {Producer("annotate", 1, "m"), Producer("extract", 2)}}

    assert (story.reports, story.extractions, story.linking, story.judged) == (
        (report,),
        (extraction,),
        linking,
        judged,
    )
    assert [one.id for one in story.extractions[0].claims] == [one.id for one in extraction.claims]


def test_a_whole_number_that_should_be_a_fraction_keeps_its_claim_id(store: Store) -> None:
    """Identifiers are made of ``repr``: 7 and 7.0 are two, so whoever extracts must write fractions."""
    assert repr(read(written(Quantity(7.0, None, None, "members", Span(0, 1))), Quantity).value) == "7.0"


def test_judgements_come_back_in_the_order_that_they_were_made(store: Store) -> None:
    """Undoing is a later row."""
    made = [
        Judgement(str(number), "an editor", datetime(2031, 5, 4, tzinfo=UTC), "note", "x", "", "")
        for number in (3, 1, 2)
    ]

    for one in made:
        with store.writing() as unit:
            unit.add_judgement(one)

    with store.reading() as shelf:
        assert shelf.judgements() == tuple(made)


@given(st.text(max_size=40))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_for_the_search_answers(store: Store, words: str) -> None:
    """Quotation marks, operators, zero bytes: all of it is words."""
    with store.reading() as shelf:
        assert shelf.search(words) == ((), ())


def report(text: str, **given: str) -> Report:
    return Report(sha256="0" * 64, text=text, passages=(Passage(Span(0, len(text)), PassageKind.BODY),), **given)


def test_reports_are_found_by_their_words_without_accents(store: Store) -> None:
    """Who searches rarely types the accents."""
    one = report("The dam at Évora held.", path="a.txt")
    with store.writing() as unit:
        unit.add_report(one, b"", "text/plain")
        unit.add_report(report("Nothing held.", path="b.txt"), b"", "text/plain")

    with store.reading() as shelf:
        found, _ = shelf.search("evora HELD")

    assert [(one.report, one.snippet) for one in found] == [(one.id, "The dam at Évora held.")]
