"""What keeps two acts of one word apart, on invented ones."""

from dataclasses import replace
from datetime import date

import pytest
from telling import Telling

from sourcebook.link import link
from sourcebook.link.acts import Act, acts_of
from sourcebook.link.compatibility import apart, evidence, strangers
from sourcebook.link.parties import shared
from sourcebook.link.phrases import phrase
from sourcebook.link.wording import recurs
from sourcebook.values.claims import ChainLink
from sourcebook.values.kinds import CueKind, EventType, LinkKind, Role

ACTOR, RECIPIENT = Role.ACTOR, Role.RECIPIENT


def acts(*told: Telling) -> tuple[Act, ...]:
    by_id = {one.report.id: one.report for one in told}
    extractions = [one.extraction() for one in told]
    return acts_of(extractions, by_id, link(list(by_id.values()), extractions).entities)


def test_one_sentence_tells_two_deeds_by_two_words() -> None:
    """Who declares one thing and announces another has not said one thing twice."""
    told = Telling("a", "The [t:o:Taborites] declared a republic and announced a war.")
    told.claim("declared", "declare", EventType.STATEMENT, who={"t": ACTOR})
    told.claim("announced", "announce", EventType.STATEMENT, who={"t": ACTOR})

    assert apart(*acts(told)) == "two deeds of one sentence"


def backed(kind: EventType, opening: str) -> tuple[Act, ...]:
    one = Telling("a", f"{opening}The [f:g.:fishermen] backed the [r:x.:old treaty] in spring.")
    two = Telling("b", f"{opening}Some [s:g.:sailors] backed the [d:x.:new strike] by the harbor.")
    one.claim("backed", "back", kind, who={"f": ACTOR, "r": RECIPIENT})
    two.claim("backed", "back", kind, who={"s": ACTOR, "d": RECIPIENT})
    return acts(one, two)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [(EventType.OTHER, "done to others"), (EventType.SUPPORT, "done to others"), (EventType.ASSAULT, None)],
)
def test_a_word_that_tells_little_needs_its_object(kind: EventType, reason: str | None) -> None:
    """To back a treaty is not to back a strike; who is hit may be told in other words."""
    assert apart(*backed(kind, "It rained. " * 100)) == reason


@pytest.mark.parametrize(("kind", "reason"), [(EventType.OTHER, None), (EventType.SUPPORT, "done to others")])
def test_what_reports_open_with_is_their_news(kind: EventType, reason: str | None) -> None:
    """There a misread object is likelier than a second act, except of acts of which a story tells many."""
    assert apart(*backed(kind, "")) == reason


def test_a_noun_is_not_the_verb_of_its_phrase() -> None:
    """A deal with somebody was agreed on, to deal with somebody is another thing; a trade war is no war."""
    assert phrase("deal", " with Orel", "a new ") == "deal"
    assert phrase("deal", " with Orel", "began to ") == "handle"
    assert phrase("war", " between the ports", "in a trade ") == "trade war"


def test_a_verb_with_its_particle_is_another() -> None:
    """Around a pronoun too: who gets a thing out has not got it."""
    assert phrase("get", " it out") == phrase("get", " out the news") == "get out"
    assert phrase("get", " the news") == "get"


def test_fights_of_a_war_need_more_than_their_word() -> None:
    """Of a clash of one day that isn't asked."""
    told = Telling("a", "The [t:o:Taborites] fought. The [t:o:Taborites] clashed.")
    told.claim("fought", "fight", EventType.ASSAULT, who={"t": ACTOR})
    told.claim("clashed", "clash", EventType.ASSAULT, who={"t": ACTOR})

    assert [recurs(act) for act in acts(told)] == [True, False]


def test_what_was_reported_earlier_is_not_the_reports_news() -> None:
    """The report itself sets the two apart."""
    told = Telling(
        "a", "The [t:o:Taborites] held talks. According to earlier reports, the [t:o:Taborites] began talks."
    )
    told.claim("talks", "talk", EventType.CONSULT, who={"t": ACTOR})
    told.claim("talks", "talk", EventType.CONSULT, nth=1, who={"t": ACTOR})
    link_of = ChainLink(told.span("earlier reports"), None, LinkKind.UNKNOWN, True, None, CueKind.SAYS)
    told.claims[1] = replace(told.claims[1], attribution=(link_of,))

    assert apart(*acts(told)) == "reported earlier against news"


def test_a_clash_is_not_what_has_gone_on_since() -> None:
    """An open interval tells a war, a battle lies in it."""
    told = Telling("a", "The [t:o:Taborites] fought on. The [t:o:Taborites] clashed at the bridge.")
    told.claim("fought", "fight", EventType.ASSAULT, who={"t": ACTOR}, days=(date(2029, 10, 12), None))
    told.claim("clashed", "clash", EventType.ASSAULT, who={"t": ACTOR})

    assert apart(*acts(told)) == "a deed against what has gone on since"


@pytest.mark.parametrize(("day", "verdict"), [(1, False), (4, True)])
def test_reports_of_other_days_need_more_than_a_verb_in_common(day: int, verdict: bool) -> None:
    """Lorries that wait and families that wait are two, unless one day's news tells of both."""
    one = Telling("a", "Two [l:x.:lorries] waited at a bridge.", date(2031, 5, 1))
    two = Telling("b", "Many [f:g.:families] waited outside the jail.", date(2031, 5, day))
    one.claim("waited", "wait", EventType.OTHER, who={"l": ACTOR})
    two.claim("waited", "wait", EventType.OTHER, who={"f": ACTOR})

    assert strangers(*acts(one, two)) is verdict


def test_those_whom_a_president_named_do_not_meet_for_him() -> None:
    """Who has a post under somebody stands for the post's body; two leaders known by name are two."""
    words = (
        "[m:p:Mara Vell], [l:p:Lena Orsk]'s envoy, met [k:p:Karel Oye]. The [m:p.:envoy] met the [k:p.:rebel leader]."
    )
    one = Telling("a", words)
    two = Telling("b", "[l:p:Lena Orsk] met [a:p:Anton Brel]. [l:p:Orsk] met the [a:p.:leader] of the [g:o:Guard].")
    post = one.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "k": RECIPIENT})
    one.fact("m", "affiliation", "envoy", post, other="l")
    met = one.claim("met", "meet", EventType.CONSULT, nth=1, who={"m": ACTOR, "k": RECIPIENT})
    other = two.claim("met", "meet", EventType.CONSULT, nth=1, who={"l": ACTOR, "a": RECIPIENT})
    made = {act.id: act for act in acts(one, two)}
    pairs = [(first.entity, second.entity) for first, second in shared(made[met.id].parties, made[other.id].parties)]

    assert not pairs
    assert not evidence(made[met.id], made[other.id], 0.1, one_matter=True).described
