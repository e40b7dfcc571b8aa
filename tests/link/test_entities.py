"""Who is who across reports, on invented people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest
from telling import Telling

from sourcebook.link import link
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import EventType, NameKind, Role
from sourcebook.values.links import Entity, Linking


def linked(*told: Telling, judgements: Sequence[Judgement] = ()) -> Linking:
    """Link reports in each of which one claim more has a part for everybody, so that the record lists them."""
    return link([one.report for one in told], [one.extraction(crowded=True) for one in told], judgements)


def of(linking: Linking, told: Telling, key: str) -> Entity:
    return next(one for one in linking.entities if told.local(key) in one.members)


def judged(kind: str, *ids: str, day: int = 1) -> Judgement:
    return Judgement(f"j{day}", "the desk", datetime(2031, 5, day, tzinfo=UTC), kind, " ".join(ids), "", "checked")


def test_a_surname_joins_the_only_full_name_of_its_report() -> None:
    """Second references in news are surnames."""
    one = Telling("a", "[f:p:Tarek Miri] spoke. Later [s:p:Miri] left.")
    linking = linked(one)

    assert of(linking, one, "f") == of(linking, one, "s")
    assert of(linking, one, "f").name == "Tarek Miri"
    assert all(merge.why for merge in of(linking, one, "f").merges)


def test_a_surname_that_two_bear_joins_nobody() -> None:
    """Two people must never be one for sharing a surname."""
    one = Telling("a", "[f:p:Tarek Miri] met [g:p:Lena Miri]. Later [s:p:Miri] left.")
    linking = linked(one)

    assert len({of(linking, one, key).id for key in "fgs"}) == 3
    assert {doubt.entity for doubt in of(linking, one, "s").possibly_same} == {
        of(linking, one, "f").id,
        of(linking, one, "g").id,
    }


def test_father_and_son_stay_two_and_the_surname_is_the_son_s() -> None:
    """The father stands only as a relative; the report speaks of the son."""
    one = Telling("a", "[f:p:Ahmad Miri], son of the late [g:p:Ahmad Shah Miri], spoke. Then [s:p:Miri] left.")
    two = Telling("b", "[f:p:Ahmad Miri] is abroad.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, one, "s") == of(linking, two, "f")
    assert of(linking, one, "g") != of(linking, one, "f")


def test_spellings_and_scripts_across_reports() -> None:
    """One man, three romanizations."""
    one = Telling("a", "[f:p:Osman Mansoor] spoke.")
    two = Telling("b", "[f:p:Usman Mansour] spoke.")
    three = Telling("c", "[f:p:Осман Мансур] spoke.")

    assert len({of(linked(one, two, three), told, "f").id for told in (one, two, three)}) == 1


def test_an_office_and_its_holder_stay_two() -> None:
    """A description alone joins no people across reports."""
    one = Telling("a", "[f:p.:the president] spoke.")
    two = Telling("b", "[f:p.:the president] denied it. [g:p:Ana Ruiz] left.")
    linking = linked(one, two)

    assert len({of(linking, one, "f").id, of(linking, two, "f").id, of(linking, two, "g").id}) == 3


def test_an_acronym_joins_the_name_with_its_initials() -> None:
    """Reports define an acronym once and use it after."""
    one = Telling("a", "The [f:o:Valley Defense Front] ([s:o:VDF]) spoke.")
    two = Telling("b", "The [f:o:VDF] spoke for the [g:o:Valley Defense Front].")
    linking = linked(one, two)

    assert len({of(linking, told, key).id for told, key in ((one, "f"), (one, "s"), (two, "f"), (two, "g"))}) == 1


def test_an_acronym_that_two_names_fit_joins_neither() -> None:
    """Initials prove little alone."""
    one = Telling("a", "The [f:o:Valley Defense Front] fought the [g:o:Village Democratic Forum]. The [s:o:VDF] won.")
    linking = linked(one)

    assert len({of(linking, one, key).id for key in "fgs"}) == 3
    assert len(of(linking, one, "s").possibly_same) == 2


def test_ministries_are_their_country_s() -> None:
    """Demonym, possessive and "of" forms of one ministry; another country's stays apart."""
    one = Telling("a", "The [f:o:Foreign Ministry of Tajikistan] spoke; the [g:o:Uzbek Foreign Ministry] did not.")
    two = Telling("b", "[f:o:Tajik MFA] officials spoke.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, two, "f") != of(linking, one, "g")


def test_a_plural_s_makes_no_other_body() -> None:
    """Reports put the apostrophe where they like."""
    one = Telling("a", "The [f:o:Farmer's Party of Karelia] met.")
    two = Telling("b", "The [f:o:Farmers' Party of Karelia] met.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, two, "f")


def test_a_country_and_its_people_are_two() -> None:
    """The demonym is a group, the country is a place."""
    one = Telling("a", "[f:l:Tajikistan] shut the border. [g:g:Tajiks] protested.")
    linking = linked(one)

    assert of(linking, one, "f").kind is NameKind.PLACE
    assert of(linking, one, "g").kind is NameKind.GROUP
    assert of(linking, one, "f") != of(linking, one, "g")


def test_what_most_reports_take_it_for() -> None:
    """A reading that takes a movement for a place in one report is outvoted."""
    told = [Telling(name, f"The [f:o:Taborites] spoke in {name}. [f:o:Taborites] left.") for name in "abc"]
    odd = Telling("d", "The [f:l:Taborites] spoke.")
    linking = linked(*told, odd)

    assert of(linking, odd, "f").kind is NameKind.ORGANIZATION
    assert of(linking, odd, "f") == of(linking, told[0], "f")


def test_the_order_of_reports_does_not_matter() -> None:
    """Reports arrive in any order; the record is one."""
    told = [
        Telling("a", "[f:p:Tarek Miri] met [g:p:Lena Miri] of the [o:o:Valley Defense Front]."),
        Telling("b", "[s:p:Miri] spoke for the [o:o:VDF]."),
        Telling("c", "[f:p:T. Miri] denied it. The [o:o:Valley Defence Front] left."),
    ]
    found = {repr(linked(*order)) for order in permutations(told)}

    assert len(found) == 1


def test_judgements_outrank_rules_and_can_be_undone() -> None:
    """People decide; undoing is dropping the judgement."""
    one = Telling("a", "[f:p:Tarek Miri] spoke.")
    two = Telling("b", "[f:p:Tarek Miri] spoke.")
    three = Telling("c", "[f:p:Yusuf Haddo] spoke.")
    plain = linked(one, two, three)
    apart = linked(one, two, three, judgements=[judged("different", one.local("f"), two.local("f"))])
    merged = linked(
        one,
        two,
        three,
        judgements=[judged("merge", of(plain, one, "f").id, of(plain, three, "f").id)],
    )

    assert of(plain, one, "f") == of(plain, two, "f")
    assert of(apart, one, "f") != of(apart, two, "f")
    assert of(merged, one, "f") == of(merged, three, "f")
    assert linked(one, two, three, judgements=[]) == plain


def test_the_later_of_two_judgements_counts() -> None:
    """A desk may change its mind."""
    one, two = Telling("a", "[f:p:Tarek Miri] spoke."), Telling("b", "[f:p:Yusuf Haddo] spoke.")
    ids = one.local("f"), two.local("f")
    back = linked(one, two, judgements=[judged("merge", *ids, day=1), judged("different", *ids, day=2)])
    forth = linked(one, two, judgements=[judged("different", *ids, day=1), judged("merge", *ids, day=2)])

    assert of(back, one, "f") != of(back, two, "f")
    assert of(forth, one, "f") == of(forth, two, "f")


def test_facts_of_all_members_are_the_entity_s() -> None:
    """A dossier gathers what every report tells."""
    one = Telling("a", "[f:p:Tarek Miri] leads the [o:o:Valley Defense Front].")
    claim = one.claim("leads", "lead", EventType.OFFICE, who={"f": Role.ACTOR})
    one.fact("f", "role", "leads", claim, "o")
    two = Telling("b", "[f:p:Tarek Miri] was born in Karu.")
    born = two.claim("born", "bear", EventType.LIFE, who={"f": Role.ACTOR})
    two.fact("f", "born", "Karu", born)
    linking = linked(one, two)
    found = of(linking, one, "f").facts

    assert [(fact.relation, fact.value) for fact in found] == [("born", "Karu"), ("role", "leads")]
    assert found[1].entity == of(linking, one, "o").id
    assert {fact.claim for fact in found} == {claim.id, born.id}


@pytest.mark.parametrize("text", ["[f:p:علی رضایی] spoke.", "[f:p:金多朝] spoke.", "[f:o:Фронт] and [g:x:…] spoke."])
def test_any_script_is_linked(text: str) -> None:
    """Reports quote names as they are written."""
    one = Telling("a", text)

    assert len(linked(one).entities) >= 1


def test_every_local_entity_is_in_exactly_one_entity() -> None:
    """Nothing is lost or counted twice."""
    one = Telling("a", "[f:p:Tarek Miri] met [g:p:Lena Miri] and [s:p:Miri] in [l:l:Ouagadougou].")
    two = Telling("b", "[s:p:Miri] met [h:p.:his envoy].")
    members = [member for entity in linked(one, two).entities for member in entity.members]

    assert sorted(members) == sorted([one.local(key) for key in "fgsl"] + [two.local(key) for key in "sh"])


def test_a_surname_far_more_named_than_its_namesake_s_is_the_president_s() -> None:
    """Reports that only say the surname mean whom the others write of all the time, and say so."""
    one = Telling("a", "[f:p:Tarek Miri] spoke. " + "Then [f:p:Tarek Miri] spoke again. " * 3)
    two = Telling("b", "[g:p:Omar Miri] sang.")
    three = Telling("c", "[s:p:Miri] left.")
    linking = linked(one, two, three)

    assert of(linking, one, "f") == of(linking, three, "s") != of(linking, two, "g")
    assert any("far the most" in merge.why for merge in of(linking, three, "s").merges)


def test_a_man_s_pronouns_keep_him_from_a_woman_s_name() -> None:
    """A given name and the pronouns of the lone surname tell that they are two."""
    one = Telling("a", "[s:p:Miri] said [s:p.:he] and [s:p.:his] men would come. [g:p:Helena Miri] stayed.")
    linking = linked(one)

    assert of(linking, one, "s") != of(linking, one, "g")


def test_a_role_alone_is_the_holder_s_whom_the_report_names_so() -> None:
    """Second references in news are offices too."""
    one = Telling("a", "[t:p.:President] and [g:p:Ana Ruiz] spoke. [f:p.:The president] left.")
    spoken = Telling("b", "[g:p.:Norwegian Prime Minister] [g:p:Ana Ruiz] spoke.")
    later = Telling("c", "[f:p.:The Norwegian prime minister] left. [h:p.:The Danish prime minister] stayed.")
    linking = linked(one, spoken, later)

    assert of(linking, later, "f") == of(linking, spoken, "g") != of(linking, later, "h")
    assert of(linking, one, "f") != of(linking, one, "g")
    assert any("prime minister" in merge.why for merge in of(linking, later, "f").merges)


def test_two_of_one_role_leave_the_role_in_doubt() -> None:
    one = Telling(
        "a", "[g:p.:President] [g:p:Ana Ruiz] met [h:p.:President] [h:p:Omar Said]. [f:p.:The president] left."
    )
    linking = linked(one)

    assert len({of(linking, one, key).id for key in "fgh"}) == 3
    assert {doubt.entity for doubt in of(linking, one, "f").possibly_same} == {
        of(linking, one, "g").id,
        of(linking, one, "h").id,
    }


def test_one_crowd_in_two_reports() -> None:
    """“The strikers” of two reports on one story are one group; “the officials” are each report's own."""
    one = Telling("a", "[f:g.:The strikers] sang. [h:g.:The officials] left.")
    two = Telling("b", "[f:g.:the strikers] danced. [h:g.:the officials] stayed.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, two, "f")
    assert of(linking, one, "h") != of(linking, two, "h")


def test_a_name_that_the_reading_missed_is_known_from_the_story() -> None:
    """Where one report's names were not marked, the others' tell that the words are one."""
    one = Telling("a", "[f:p:Tarek Miri] spoke. [f:p:Miri] left.")
    two = Telling("b", "[f:x.:President Miri] denied it. [h:x.:the miri] is a bird.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, two, "f") != of(linking, two, "h")


def test_a_place_that_no_table_knows_is_one_with_its_adjective() -> None:
    """And is called by its own name, however often the adjective stands."""
    one = Telling("a", "The [t:x:Torvanian] army left. [t:x:Torvanian] envoys stayed.")
    two = Telling("b", "The army of [t:l:Torvania] left.")
    linking = linked(one, two)

    assert of(linking, one, "t") == of(linking, two, "t")
    assert of(linking, one, "t").name == "Torvania"


def test_a_people_is_not_the_land_that_it_has_its_name_from() -> None:
    one = Telling("a", "The [g:g:Orvali] delegates came from [l:l:Orval].")
    linking = linked(one)

    assert of(linking, one, "g") != of(linking, one, "l")


def test_a_mention_ends_with_the_name_that_it_is_built_on() -> None:
    """What a clause adds behind it tells of others: a click on a name shows the name."""
    told = Telling("a", "Envoy [p:p:Tomas Reth], who met nobody, left.")
    made = told.extraction(crowded=True)
    wide = told.span("Envoy Tomas Reth, who met nobody")
    (reth,) = [one for one in made.entities if one.id == told.local("p")]
    entities = tuple(replace(one, spans=(wide,)) if one == reth else one for one in made.entities)
    linking = link([told.report], [replace(made, entities=entities)])

    (found,) = [one for one in linking.entities if told.local("p") in one.members]
    assert [told.report.words(one.span) for one in found.mentions] == ["Envoy Tomas Reth"]
