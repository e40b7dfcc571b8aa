"""What the record opens a file for, on invented reports."""

from dataclasses import replace
from datetime import UTC, datetime

from telling import Telling

from sourcebook.link import link
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import EventType, NameKind, Role


def names(*told: Telling, judgements: tuple[Judgement, ...] = ()) -> set[str]:
    found = link([one.report for one in told], [one.extraction() for one in told], judgements)
    return {one.name for one in found.entities}


def test_words_inside_a_phrase_are_no_entity() -> None:
    """Nothing could be shown of them but these words."""
    assert names(Telling("a", "[f:p:Tarek Miri] spoke of [g:x.:some tower] far away.")) == {"Tarek Miri"}


def test_a_name_that_the_reading_missed_is_listed() -> None:
    """Capitals inside a sentence tell; at its beginning they tell nothing."""
    one = Telling("a", "[f:x.:Rain] fell, [g:p:Tarek Miri] told [h:x.:Orelpress], and [i:x.:the Tower] fell.")

    assert names(one) == {"Tarek Miri", "Orelpress", "the Tower"}


def test_what_has_a_part_is_listed_though_told_once() -> None:
    """A source without a name says something: that must be found from it."""
    one = Telling("a", "[f:p.:a guard] said it.")
    one.claim("said", "say", EventType.STATEMENT, who={"f": Role.ACTOR})

    assert names(one) == {"a guard"}


def test_what_two_reports_tell_is_listed() -> None:
    """One report that comes back to a tower tells no more of it than that it is there."""
    one = Telling("a", "[f:w.:the Miri memos] and [g:x.:the tower]; then [g:x.:that tower]. [h:p:Tarek Miri] left.")
    two = Telling("b", "Of [f:w.:Miri's memos] [h:p:Tarek Miri] said nothing.")

    assert names(one, two) == {"the Miri memos", "Tarek Miri"}


def test_pronouns_alone_are_nobody() -> None:
    """No other report can tell of "they"; the claim keeps the word."""
    one = Telling("a", "[f:x.:They] left, and [f:x.:they] came. [g:p:Tarek Miri] saw it.")
    one.claim("left", "leave", EventType.TRAVEL, who={"f": Role.ACTOR})
    read = one.extraction()
    pronouns = replace(read, entities=tuple(replace(each, descriptions=()) for each in read.entities))
    found = link([one.report], [pronouns])

    assert [each.name for each in found.entities] == ["Tarek Miri"]
    assert len(found.happenings) == 1


def test_an_act_told_once_stands_among_the_events() -> None:
    """It has a claim of its own; its file would hold nothing else."""
    one = Telling("a", "[p:p:Tarek Miri] spoke of [t:x.:the trip to Orel] and of [u:x.:a tower].")
    one.claim("trip", "trip", EventType.TRAVEL, who={"p": Role.ACTOR})
    one.claim("spoke", "speak", EventType.STATEMENT, who={"p": Role.ACTOR, "t": Role.RECIPIENT, "u": Role.RECIPIENT})
    read = one.extraction()
    kinds = {one.local("t"): NameKind.EVENT}
    acts = tuple(replace(each, kind=kinds.get(each.id, each.kind)) for each in read.entities)
    found = link([one.report], [replace(read, entities=acts)])

    assert {each.name for each in found.entities} == {"Tarek Miri", "a tower"}


def test_what_somebody_decided_about_stays() -> None:
    """A person saw more in it than the rules do."""
    one = Telling("a", "[f:p:Tarek Miri] spoke of [g:x.:some tower].")
    made = Judgement(
        "j1", "the desk", datetime(2031, 5, 1, tzinfo=UTC), "different", f"{one.local('f')} {one.local('g')}", "", ""
    )

    assert names(one, judgements=(made,)) == {"Tarek Miri", "some tower"}
