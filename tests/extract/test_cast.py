"""Whom and what a report speaks of, on invented news."""

import pytest

from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.infer import Reader
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Passage, PassageKind, Report
from sourcebook.values.spans import Span


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(Reader.load())


def kinds(annotator: Annotator, text: str) -> dict[str, NameKind]:
    whole = Passage(Span(0, len(text)), PassageKind.BODY)
    report = Report(sha256="0" * 64, text=text, passages=(whole,), given_id="a")
    found = extract(report, annotator("a", text, report.published))
    return {one.name: one.kind for one in found.entities}


def test_a_time_is_nobody(annotator: Annotator) -> None:
    """It has a field of its own."""
    assert not any("2029" in name for name in kinds(annotator, "Tomas Reth left Halvek in August 2029."))


def test_an_act_is_of_kind_event(annotator: Annotator) -> None:
    """So that it isn't taken for a thing."""
    found = kinds(annotator, "Tomas Reth crossed the old bridge and criticized the attack on Halvek.")

    assert next(kind for name, kind in found.items() if "attack" in name) is NameKind.EVENT
    assert next(kind for name, kind in found.items() if name.endswith("bridge")) is not NameKind.EVENT


def test_another_name_is_an_alias_on_nobody_s_word(annotator: Annotator) -> None:
    """And of the name right before it alone, not of one in the sentence before."""
    text = "Ilva Taron wrote to the Halvek Courier. The Northern Front, also known as the Second Army, left Halvek."
    whole = Passage(Span(0, len(text)), PassageKind.BODY)
    report = Report(sha256="0" * 64, text=text, passages=(whole,), given_id="a")
    found = extract(report, annotator("a", text, report.published))
    names = {one.id: one.name for one in found.entities}

    assert {(names[one.subject], one.value) for one in found.facts if one.relation == "alias"} == {
        ("Northern Front", "Second Army")
    }
    assert not [one for one in found.claims if "Second Army" in report.words(one.trigger.span) and one.attribution]
