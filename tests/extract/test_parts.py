"""Who, when and where of a claim, on invented news."""

from datetime import date

import pytest

from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.infer import Reader
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Role
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(Reader.load())


class Told:
    """The claims of one text, by the word for the act."""

    def __init__(self, annotator: Annotator, text: str) -> None:
        self.text = text
        published = Published.on(date(2031, 5, 9), Basis.GIVEN)
        whole = Passage(Span(0, len(text)), PassageKind.BODY)
        report = Report(sha256="0" * 64, text=text, passages=(whole,), given_id="a", published=published)
        found = extract(report, annotator("a", text, published))
        self.claims: dict[str, Claim] = {one.trigger.span.of(text): one for one in found.claims}

    def parts(self, act: str, role: Role) -> list[str]:
        return [one.span.of(self.text) for one in self.claims[act].participants if one.role is role]


def test_who_says_so_and_where_he_is_is_no_part_of_the_act(annotator: Annotator) -> None:
    told = Told(annotator, "Three guards were killed in a clash in Tesk on May 4, according to the police in Halvek.")

    place = told.claims["killed"].place
    assert told.parts("killed", Role.ACTOR) == []
    assert place is not None
    assert place.span.of(told.text) == "Tesk"


def test_what_troops_are_accused_of_is_done_by_the_troops(annotator: Annotator) -> None:
    told = Told(annotator, "Ilva Taron accused Torvanian troops of crossing the river and attacking the post.")

    assert told.parts("crossing", Role.ACTOR) == ["Torvanian troops"]
    assert told.parts("attacking", Role.ACTOR) == ["Torvanian troops"]


def test_what_happened_in_a_war_happened_then(annotator: Annotator) -> None:
    told = Told(annotator, "In 2009 the two countries fought a war in which about 700 people died.")

    when = told.claims["died"].time
    assert when is not None
    assert when.earliest == date(2009, 1, 1)
    assert told.claims["died"].background


def test_that_somebody_is_about_to_act_is_no_state_of_his(annotator: Annotator) -> None:
    told = Told(annotator, "Ilva Taron denied that the finance minister is about to resign.")

    assert "resign" in told.claims
    assert EventType.STATE not in {one.type for one in told.claims.values()}


def test_his_office_is_not_the_parliament_s(annotator: Annotator) -> None:
    """Two offices are two, whatever the chain of mentions says."""
    text = (
        "The Diet’s office said that one deputy had voted twice. President Ottmar Reil will meet the leaders of the "
        "parties on Saturday, his office said."
    )
    published = Published.on(date(2031, 5, 9), Basis.GIVEN)
    report = Report(sha256="0" * 64, text=text, passages=(), given_id="a", published=published)
    found = extract(report, annotator("a", text, published))

    office = next(one for one in found.entities if any("his office" in span.of(text) for span in one.spans))
    assert all("Diet" not in span.of(text) for span in office.spans)
