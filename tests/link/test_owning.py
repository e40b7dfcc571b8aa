"""Whose things are that pronouns tell of, on invented papers."""

from dataclasses import replace

from telling import Telling

from sourcebook.link import link
from sourcebook.link.owning import owned_phrases
from sourcebook.values.claims import Extraction


def read(told: Telling, owners: dict[str, str]) -> Extraction:
    """Return what a report says; ``owners`` gives pronouns, each once in the text, to local entities."""
    found = told.extraction()
    spans = {told.local(key): told.span(word) for word, key in owners.items()}
    entities = (
        replace(one, spans=tuple(sorted({*one.spans, spans[one.id]}))) if one.id in spans else one
        for one in found.entities
    )
    return replace(found, entities=tuple(entities))


def test_a_pronoun_s_thing_is_its_owner_s() -> None:
    """“His memos” in one report are the Miri memos of another, where the coreference says who he is."""
    one = Telling("a", "[p:p:Tarek Miri] spoke. [m:w.:The Miri memos] are out.")
    two = Telling("b", "[q:p:Lena Orr] met [p:p:Tarek Miri]. [m:w.:His memos] say more.")

    def memos(owner: str) -> int:
        found = link([one.report, two.report], [one.extraction(), read(two, {"His": owner})])
        return sum("memos" in each.name for each in found.entities)

    assert memos("p") == 1
    assert owned_phrases(read(two, {"His": "q"}), two.report) == {"His memos": "Lena Orr's memos"}


def test_an_owner_without_a_name_is_told_by_its_shortest_description() -> None:
    one = Telling("a", "[p:o.:The cabinet] met. [f:g.:Its envoys] left.")

    assert owned_phrases(read(one, {"Its": "p"}), one.report) == {"Its envoys": "cabinet's envoys"}


def test_the_same_words_of_two_owners_are_left_alone() -> None:
    """Which of them a description means can't be told any more."""
    one = Telling("a", "[p:p:Tarek Miri] and [q:p:Lena Orr] met. [m:w.:His memos] are out; so are [n:w.:His memos].")
    found = one.extraction()
    his = [one.span("His", nth) for nth in (0, 1)]
    owners = {one.local("p"): his[0], one.local("q"): his[1]}
    entities = tuple(
        replace(each, spans=(*each.spans, owners[each.id])) if each.id in owners else each for each in found.entities
    )

    assert owned_phrases(replace(found, entities=entities), one.report) == {}
