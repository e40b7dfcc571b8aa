"""A state by its government and its capital; the states are real, the news is not."""

from telling import Telling
from test_entities import linked, of

from sourcebook.values.kinds import EventType, NameKind, Role


def test_a_government_is_its_country() -> None:
    """What the Norwegian government does, Norway does; a former government is another."""
    one = Telling("a", "[f:l:Norway] shut the border. [g:o.:The Norwegian government] spoke.")
    two = Telling("b", "[g:o.:The Norwegian government] left. [h:o.:The former Norwegian government] sang.")
    three = Telling("c", "[h:o.:The Norwegian regime] toppled in May wants to return.")
    linking = linked(one, two, three)

    assert of(linking, one, "f") == of(linking, one, "g") == of(linking, two, "g")
    assert of(linking, one, "f") not in (of(linking, two, "h"), of(linking, three, "h"))
    assert of(linking, one, "g").kind is NameKind.PLACE
    assert of(linking, one, "g").name == "Norway"
    assert any("government" in merge.why for merge in of(linking, one, "f").merges)


def test_a_ruler_s_country_is_the_one_that_he_rules() -> None:
    """“The country” may stand beside; another's country is not it."""
    one = Telling("a", "[f:l:Norway] slept. [t:p.:Norwegian President] [t:p:Omar Said] left [g:l.:Said's country]; "
                  "[g:l.:the country] slept. [q:p:Ana Ruiz] likes [h:l.:Ruiz's country].")  # fmt: skip
    linking = linked(one)

    assert of(linking, one, "g") == of(linking, one, "f") != of(linking, one, "h")


def test_a_capital_that_acts_is_its_country() -> None:
    """Somebody who rejects an offer is no town."""
    one = Telling("a", "[f:l:Norway] made an offer. [g:l:Copenhagen] rejected it, said [d:l:Denmark].")
    one.claim("rejected", "reject", EventType.REJECT, who={"g": Role.ACTOR})
    linking = linked(one)

    assert of(linking, one, "g") == of(linking, one, "d") != of(linking, one, "f")


def test_a_capital_where_something_happens_is_a_town() -> None:
    """“In Copenhagen” is a place, whoever else acts there."""
    one = Telling("a", "[d:l:Denmark] met envoys in [g:l:Copenhagen]. [g:l:Copenhagen] slept.")
    one.claim("slept", "sleep", EventType.OTHER, who={"g": Role.ACTOR})
    linking = linked(one)

    assert of(linking, one, "g") != of(linking, one, "d")


def test_a_capital_that_falls_is_a_town() -> None:
    one = Telling("a", "[d:l:Denmark] was at war. Then [g:l:Copenhagen] fell to the rebels.")
    one.claim("fell", "fall", EventType.RETREAT, who={"g": Role.ACTOR})
    linking = linked(one)

    assert of(linking, one, "g") != of(linking, one, "d")


def test_whose_government_it_is_now() -> None:
    """The government of whoever rules is the country's; that of whoever ruled before is another."""
    one = Telling("a", "[f:l:Norway] spoke. [t:p.:Norwegian Prime Minister] [t:p:Ana Ruiz] left. "
                  "[o:p.:Former Norwegian Prime Minister] [o:p:Omar Said] stayed.")  # fmt: skip
    two = Telling("b", "[g:o.:The Ruiz administration] sang. [h:o.:The Said administration] slept.")
    linking = linked(one, two)

    assert of(linking, two, "g") == of(linking, one, "f") != of(linking, two, "h")
    assert of(linking, one, "t") != of(linking, one, "f")


def test_spellings_are_told_once() -> None:
    """Capitals and articles make no other name."""
    one = Telling("a", "[f:o:The League] spoke. [f:o:the League] left. Then [f:o:the League] and [f:o:LEAGUE] sang.")
    linking = linked(one)

    assert [(alias.text, len(alias.places)) for alias in of(linking, one, "f").aliases] == [("the League", 4)]
