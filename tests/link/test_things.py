"""Things without a name, on invented papers."""

import pytest
from telling import Telling
from test_entities import linked, of

from sourcebook.link.things import read_thing

MIRI = "[p:p:Tarek Miri] spoke. "


@pytest.mark.parametrize(
    "words",
    [
        "Miri's memos",
        "The leaked Miri memos",
        "The memos of Tarek Miri",
        "Former Director Miri's memorandums",
        "The memos",
    ],
)
def test_one_thing_by_many_descriptions(words: str) -> None:
    """Whose the memos are tells which; how they came out and what they are called tells nothing."""
    one = Telling("a", MIRI + "[m:w.:The Miri memos] are out.")
    two = Telling("b", MIRI + f"[m:w.:{words}] say more.")
    linking = linked(one, two)

    assert of(linking, one, "m") == of(linking, two, "m")
    assert all(merge.why for merge in of(linking, one, "m").merges)


@pytest.mark.parametrize("words", ["Orr's memos", "A Miri memo", "Other memos", "The Miri tapes", "The secret memos"])
def test_another_thing(words: str) -> None:
    """Another owner, another noun, one among many, or a word that may part them: two."""
    one = Telling("a", MIRI + "[q:p:Lena Orr] left. [m:w.:The Miri memos] are out.")
    two = Telling("b", MIRI + f"[m:w.:{words}] say more.")
    linking = linked(one, two)

    assert of(linking, one, "m") != of(linking, two, "m")


def test_the_one_year_of_a_thing_makes_it_no_other() -> None:
    """Two years would."""
    one = Telling("a", MIRI + "[m:w.:The Miri memos] are out.")
    two = Telling("b", MIRI + "[m:w.:The 2016 memos] say more.")
    three = Telling("c", MIRI + "[m:w.:The 2019 memos] say less.")

    assert of(linked(one, two), one, "m") == of(linked(one, two), two, "m")
    assert of(linked(one, two, three), one, "m") != of(linked(one, two, three), two, "m")


def test_what_stands_for_a_country_owns_what_the_country_owns() -> None:
    """A capital in a report that speaks of it as of the government."""
    one = Telling("a", "[n:l:Norway] wavers. [t:w.:The Norwegian fish treaty] stands.")
    two = Telling("b", "[n:l:Norway] speaks. Others met with [c:l:Oslo] on [t:w.:the fish treaty with Oslo].")
    linking = linked(one, two)

    assert of(linking, two, "c") == of(linking, two, "n")
    assert of(linking, one, "t") == of(linking, two, "t")


def test_two_countries_by_other_words_are_two_countries() -> None:
    """A report that speaks of two speaks of one pair."""
    one = Telling("a", "[f:g.:The two countries] met. [g:g.:Our two nations] agree; [h:g.:both nations] signed.")
    linking = linked(one)

    assert of(linking, one, "f") == of(linking, one, "g") == of(linking, one, "h")


def test_a_thing_alone_is_nobody_s_where_its_owner_is_not_named() -> None:
    """A report that never speaks of Miri may mean any memos."""
    one = Telling("a", MIRI + "[m:w.:The Miri memos] are out.")
    two = Telling("b", "[q:p:Lena Orr] left. [m:w.:The memos] say more.")
    linking = linked(one, two)

    assert of(linking, one, "m") != of(linking, two, "m")


def test_officials_of_one_country_are_each_report_s_own() -> None:
    """Anonymous people told by their country alone may be anybody."""
    one = Telling("a", "[n:l:Norway] shut the border. [f:g.:Norwegian officials] spoke.")
    two = Telling("b", "[n:l:Norway] shut the border. [f:g.:Norwegian officials] spoke.")
    linking = linked(one, two)

    assert of(linking, one, "f") != of(linking, two, "f")
    assert of(linking, one, "n") == of(linking, two, "n")


def test_who_made_it_is_no_owner_unless_named() -> None:
    found = read_thing("the salacious dossier compiled by a former british spy", {})

    assert found is not None
    assert (found.noun, found.owners, found.words) == ("dossier", frozenset(), frozenset({"salacious"}))


def test_a_named_thing_is_what_it_is_described_as() -> None:
    """One report gives the name with the description, another its initials, a third the description alone."""
    one = Telling("a", MIRI + "[m:w:Northern Harbor Pact], [m:w.:the Miri harbor deal], stands.")
    two = Telling("b", MIRI + "[m:w:NHP] falls.")
    three = Telling("c", MIRI + "[m:w.:The Miri harbor deal] stays.")
    linking = linked(one, two, three)

    assert of(linking, one, "m") == of(linking, two, "m") == of(linking, three, "m")


def test_a_list_is_not_its_first_word() -> None:
    """“Nuclear and missile tests” are no nuclear."""
    assert read_thing("the fish and timber treaty", {}) is None


def test_a_place_told_by_capitals_is_named() -> None:
    """Where no report's name was marked, its capitals tell."""
    one = Telling("a", "Envoys met in [h:l.:the Glass House].")
    two = Telling("b", "Envoys left [h:l.:the Glass House]. They like [g:l.:the glass house].")
    linking = linked(one, two)

    assert of(linking, one, "h") == of(linking, two, "h") != of(linking, two, "g")


def test_a_name_told_with_a_number_or_written_small_is_that_name() -> None:
    """“The two Karelias” hold the name that another report gives."""
    one = Telling("a", "[k:l:Karelias] talk on the [v:l:Orel Valley].")
    two = Telling("b", "[k:x.:the two Karelias] talk on [v:l.:the Orel valley].")
    linking = linked(one, two)

    assert of(linking, one, "k") == of(linking, two, "k")
    assert of(linking, one, "v") == of(linking, two, "v")


def test_papers_of_any_kind_are_each_report_s_own() -> None:
    """A bare plural speaks of nothing in particular."""
    one = Telling("a", "[d:w.:Documents] were found.")
    two = Telling("b", "[d:w.:documents] were lost.")
    linking = linked(one, two)

    assert of(linking, one, "d") != of(linking, two, "d")
