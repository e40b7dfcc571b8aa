"""Which claims tell of one event, on invented ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from telling import Telling

from sourcebook.link import link
from sourcebook.link.acts import Realm, acts_of, realm_of
from sourcebook.link.blocking import pairs
from sourcebook.link.neighbors import Neighbors
from sourcebook.values.claims import ChainLink, Claim, Quantity
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import CueKind, EventType, LinkKind, Modality, Polarity, Role, Tense
from sourcebook.values.links import Happening, Linking

ACTOR, RECIPIENT = Role.ACTOR, Role.RECIPIENT
MAY = date(2031, 5, 3)


def linked(*told: Telling, judgements: Sequence[Judgement] = ()) -> Linking:
    return link([one.report for one in told], [one.extraction() for one in told], judgements)


def of(linking: Linking, claim: Claim) -> Happening:
    (found,) = [one for one in linking.happenings if claim.id in one.claims]
    return found


def capture(name: str, words: str, lemma: str) -> tuple[Telling, Claim]:
    told = Telling(name, f"Fighters of the [t:o:Taborites] {words} [k:l:Karu] on May 3. Nobody fought in {name}.")
    return told, told.claim(words, lemma, EventType.CONTROL, who={"t": ACTOR, "k": RECIPIENT}, days=(MAY, MAY))


def test_one_capture_told_four_times_is_one() -> None:
    """Four reports, two verbs, one day, one town."""
    told = [
        capture("a", "captured", "capture"),
        capture("b", "seized", "seize"),
        capture("c", "captured", "capture"),
        capture("d", "captured", "capture"),
    ]
    linking = linked(*(one for one, _ in told))

    assert len({of(linking, claim).id for _, claim in told}) == 1
    assert all(merge.why for merge in of(linking, told[0][1]).merges)


def test_two_killings_with_different_victims_stay_two() -> None:
    """The same killers, the same day, other victims."""
    one = Telling("a", "The [t:o:Taborites] killed [v:p:Tarek Miri] on May 3.")
    two = Telling("b", "The [t:o:Taborites] killed [v:p:Lena Orsk] on May 3.")
    first = one.claim("killed", "kill", EventType.ASSAULT, who={"t": ACTOR, "v": RECIPIENT}, days=(MAY, MAY))
    second = two.claim("killed", "kill", EventType.ASSAULT, who={"t": ACTOR, "v": RECIPIENT}, days=(MAY, MAY))
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_meetings_with_other_parties_or_days_stay_two() -> None:
    """A leader meets many."""
    one = Telling("a", "[m:p:Tarek Miri] met [p:p:Pavel Orlov]. [m:p:Miri] met [q:p:Ana Ruiz].")
    first = one.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT})
    second = one.claim("met", "meet", EventType.CONSULT, nth=1, who={"m": ACTOR, "q": RECIPIENT})
    two = Telling("b", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] in June.")
    third = two.claim(
        "met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT}, days=(date(2031, 6, 1), date(2031, 6, 30))
    )
    three = Telling("c", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] on May 3.")
    fourth = three.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT}, days=(MAY, MAY))
    linking = linked(one, two, three)

    assert of(linking, first) != of(linking, second)
    assert of(linking, third) != of(linking, fourth)


def test_a_noun_and_a_verb_tell_one_talk() -> None:
    """ "Met", "the talks", "a meeting"."""
    one = Telling("a", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] in [k:l:Vienna] on May 3.")
    two = Telling("b", "The talks of [m:p:Tarek Miri] and [p:p:Pavel Orlov] in [k:l:Vienna] on May 3 went well.")
    who = {"m": ACTOR, "p": RECIPIENT}
    first = one.claim("met", "meet", EventType.CONSULT, who=who, place="k", days=(MAY, MAY))
    second = two.claim("talks", "talks", EventType.CONSULT, who=who, place="k", days=(MAY, MAY))

    assert of(linked(one, two), first) == of(linked(one, two), second)


def test_a_delegation_meets_for_whom_it_acts() -> None:
    """Envoys of one country are not envoys of another."""
    one = Telling("a", "[m:p:Tarek Miri] met [e:g.:envoys] from [i:l:India].")
    two = Telling("b", "[m:p:Tarek Miri] met [e:g.:envoys] from [i:l:Iran].")
    made = [
        told.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "e": RECIPIENT}, of={"e": "i"})
        for told in (one, two)
    ]
    linking = linked(one, two)

    assert of(linking, made[0]) != of(linking, made[1])


def test_a_denial_belongs_to_what_it_denies() -> None:
    """So that the dispute is seen."""
    one, first = capture("a", "captured", "capture")
    two = Telling("b", "The [t:o:Taborites] did not capture [k:l:Karu] on May 3.")
    second = two.claim(
        "capture",
        "capture",
        EventType.CONTROL,
        who={"t": ACTOR, "k": RECIPIENT},
        days=(MAY, MAY),
        polarity=Polarity.NEGATIVE,
    )
    linking = linked(one, two)

    assert of(linking, first) == of(linking, second)


def test_a_plan_is_not_the_event_but_points_to_it() -> None:
    """Planned, held and demanded meetings are three things."""
    who = {"m": ACTOR, "p": RECIPIENT}
    one = Telling("a", "[m:p:Tarek Miri] will meet [p:p:Pavel Orlov].", date(2031, 5, 1))
    plan = one.claim("meet", "meet", EventType.CONSULT, who=who, modality=Modality.PLANNED, tense=Tense.FUTURE)
    two = Telling("b", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] on May 3.", date(2031, 5, 4))
    held = two.claim("met", "meet", EventType.CONSULT, who=who, days=(MAY, MAY))
    three = Telling("c", "[x:g.:Envoys] urged [m:p:Tarek Miri] to meet [p:p:Pavel Orlov].", date(2031, 5, 1))
    asked = three.claim("meet", "meet", EventType.CONSULT, who=who, modality=Modality.DEMANDED)
    early = Telling("d", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] on April 2.", date(2031, 5, 4))
    before = early.claim("met", "meet", EventType.CONSULT, who=who, days=(date(2031, 4, 2), date(2031, 4, 2)))
    linking = linked(one, two, three, early)

    assert len({of(linking, claim).id for claim in (plan, held, asked, before)}) == 4
    assert of(linking, plan).plan_of == of(linking, held).id
    assert of(linking, held).plan_of is None


def test_statements_are_one_only_where_they_say_the_same() -> None:
    """The same speaker says many things."""
    one = Telling("a", "[m:p:Tarek Miri] said the harbor of Karu stays closed until June.")
    two = Telling("b", "[m:p:Tarek Miri] said the harbor of Karu stays closed until June.")
    three = Telling("c", "[m:p:Tarek Miri] said wheat prices had doubled.")
    made = [told.claim("said", "say", EventType.STATEMENT, who={"m": ACTOR}) for told in (one, two, three)]
    linking = linked(one, two, three)

    assert of(linking, made[0]) == of(linking, made[1]) != of(linking, made[2])


def test_every_claim_is_in_exactly_one_happening_whatever_the_order() -> None:
    """A partition, the same for any order, and the same twice."""
    told = [capture("a", "captured", "capture"), capture("b", "seized", "seize"), capture("c", "left", "leave")]
    reports = [one for one, _ in told]
    linking = linked(*reports)

    assert sorted(claim for one in linking.happenings for claim in one.claims) == sorted(c.id for _, c in told)
    assert linked(*reversed(reports)) == linking == linked(*reports)


def test_people_may_part_and_join_happenings() -> None:
    """Decisions outrank rules, by the ids of claims or happenings."""
    one, first = capture("a", "captured", "capture")
    two, second = capture("b", "captured", "capture")
    three, third = capture("c", "left", "leave")
    plain = linked(one, two, three)

    def decided(kind: str, *ids: str) -> Linking:
        made = Judgement("j", "the desk", datetime(2031, 5, 9, tzinfo=UTC), kind, " ".join(ids), "", "")
        return linked(one, two, three, judgements=[made])

    parted = decided("split", of(plain, first).id, second.id)
    joined = decided("merge", of(plain, first).id, of(plain, third).id)
    assert of(plain, first) == of(plain, second)
    assert of(parted, first) != of(parted, second)
    assert of(joined, first) == of(joined, second) == of(joined, third)


def test_two_degrees_in_following_years_are_two() -> None:
    """The day that time zones may shift does not count between years."""
    one = Telling("a", "[m:p:Tarek Miri] obtained a degree in 2015. [m:p:Miri] obtained a degree in 2016.")
    made = [
        one.claim(
            "obtained", "obtain", EventType.LIFE, nth=nth, who={"m": ACTOR}, days=(date(year, 1, 1), date(year, 12, 31))
        )
        for nth, year in enumerate((2015, 2016))
    ]
    linking = linked(one)

    assert of(linking, made[0]) != of(linking, made[1])


def test_a_killing_and_a_death_of_one_victim_are_one_and_of_two_are_two() -> None:
    """Who dies undergoes it, as who is killed does."""
    one = Telling("a", "The [t:o:Taborites] killed [v:p:Tarek Miri] in [k:l:Vienna]. [w:p:Lena Orsk] died too.")
    killed = one.claim("killed", "kill", EventType.ASSAULT, who={"t": ACTOR, "v": RECIPIENT}, place="k")
    died = one.claim("died", "die", EventType.LIFE, who={"w": ACTOR})
    two = Telling("b", "The death of [v:p:Tarek Miri] in [k:l:Vienna] was mourned; [w:p:Orsk] is not named.")
    death = two.claim("death", "death", EventType.LIFE, who={"v": ACTOR}, place="k")
    linking = linked(one, two)

    assert of(linking, killed) == of(linking, death) != of(linking, died)


def test_the_second_round_is_not_the_first() -> None:
    """Which one of several it is told to be keeps them apart, whatever else they share."""
    who = {"m": ACTOR, "p": RECIPIENT}
    one = Telling("a", "The first round of talks of [m:p:Tarek Miri] and [p:p:Pavel Orlov] in [k:l:Vienna] went well.")
    two = Telling("b", "The second round of talks of [m:p:Tarek Miri] and [p:p:Pavel Orlov] in [k:l:Vienna] went well.")
    first, second = (told.claim("talks", "talk", EventType.CONSULT, who=who, place="k") for told in (one, two))
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_talks_and_talks_are_not_one_for_the_word_alone() -> None:
    """A story tells of many: a report that says "talks" and nothing more has not said which."""
    one = Telling("a", "[m:p:Tarek Miri] met [p:p:Pavel Orlov] in [k:l:Karu]. The harbor strike goes on.")
    two = Telling("b", "Talks of unnamed officials were held. The harbor strike in [k:l:Karu] goes on.")
    first = one.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT})
    second = two.claim("Talks", "talk", EventType.CONSULT)
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_a_definite_noun_resumes_what_its_report_told_last() -> None:
    """ "The meeting" is the one before it, and takes nothing else with it."""
    text = "[m:p:Tarek Miri] met [p:p:Pavel Orlov] on May 3. Miri met [q:p:Ana Ruiz] in June."
    text += " An aide confirmed the meeting."
    one = Telling("a", text)
    early = one.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT}, days=(MAY, MAY))
    june = (date(2031, 6, 1), date(2031, 6, 30))
    late = one.claim("met", "meet", EventType.CONSULT, nth=1, who={"m": ACTOR, "q": RECIPIENT}, days=june)
    resumed = one.claim("meeting", "meeting", EventType.CONSULT)
    linking = linked(one)

    assert of(linking, resumed) == of(linking, late)
    assert of(linking, resumed) != of(linking, early)


def test_two_who_reject_reject_two_things() -> None:
    """What is its actor's own act is not another's."""
    one = Telling("a", "The [t:o:Taborites] rejected the accusation of the council in [k:l:Karu].")
    two = Telling("b", "The [t:o:Karu Guard] rejected the accusation of the council in [k:l:Karu].")
    first, second = (told.claim("rejected", "reject", EventType.REJECT, who={"t": ACTOR}) for told in (one, two))
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_a_war_of_old_is_not_the_fighting_of_today() -> None:
    """Dated history, and what is told without a day by a report of years later."""
    who = {"t": ACTOR}
    one = Telling("a", "The [t:o:Taborites] fought in 2001 near [k:l:Karu].", date(2031, 5, 1))
    two = Telling("b", "The [t:o:Taborites] are fighting near [k:l:Karu].", date(2031, 5, 2))
    old = (date(2001, 1, 1), date(2001, 12, 31))
    first = one.claim("fought", "fight", EventType.ASSAULT, who=who, days=old)
    second = two.claim("fighting", "fight", EventType.ASSAULT, who=who)
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_who_leads_a_delegation_meets_for_those_it_stands_for() -> None:
    """One report names the body, the other its delegate: an affiliation that a report tells makes them one side."""
    one = Telling("a", "The [g:o:Karu Council] met [p:p:Pavel Orlov] in [v:l:Vienna] on May 3.")
    two = Telling(
        "b", "[m:p:Tarek Miri], delegate of the [g:o:Karu Council], met [p:p:Pavel Orlov] in [v:l:Vienna] on May 3."
    )
    first = one.claim("met", "meet", EventType.CONSULT, who={"g": ACTOR, "p": RECIPIENT}, place="v", days=(MAY, MAY))
    second = two.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT}, place="v", days=(MAY, MAY))
    two.fact("m", "role", "delegate", second, "g")
    linking = linked(one, two)

    assert of(linking, first) == of(linking, second)


def test_a_phrase_tells_the_verb_that_it_stands_for() -> None:
    """ "Opened fire" is shooting, "took over" seizing."""
    one = Telling("a", "Gunmen of the [t:o:Taborites] opened fire on [v:p:Lena Orsk] on May 3.")
    two = Telling("b", "Gunmen of the [t:o:Taborites] shot [v:p:Lena Orsk] on May 3.")
    who = {"t": ACTOR, "v": RECIPIENT}
    first = one.claim("opened", "open", EventType.ASSAULT, who=who, days=(MAY, MAY))
    second = two.claim("shot", "shoot", EventType.ASSAULT, who=who, days=(MAY, MAY))
    linking = linked(one, two)

    assert of(linking, first) == of(linking, second)


def test_what_somebody_is_charged_with_is_not_told_as_done() -> None:
    """A charge of murder is no second murder, and no first one either."""
    one = Telling("a", "[t:p:Tarek Miri] was charged with murder in [k:l:Karu].")
    two = Telling("b", "[v:p:Lena Orsk] was murdered in [k:l:Karu].")
    first = one.claim("murder", "murder", EventType.ASSAULT)
    second = two.claim("murdered", "murder", EventType.ASSAULT, who={"v": RECIPIENT})
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_a_charge_that_names_the_deed_as_known_tells_of_it() -> None:
    """Whoever is charged with "the murder of" somebody: there was a murder."""
    one = Telling("a", "[t:p:Tarek Miri] was charged with the murder of [v:p:Lena Orsk].")
    murder = one.claim("murder", "murder", EventType.ASSAULT, who={"v": RECIPIENT})

    assert realm_of(murder, one.report) is Realm.HELD


def test_a_headline_with_to_tells_a_plan() -> None:
    """Headlines leave out "is"."""
    one = Telling("a", "Minister Miri to visit Karu")
    visit = replace(one.claim("visit", "visit", EventType.TRAVEL), modality=Modality.HYPOTHETICAL)

    assert realm_of(visit, one.report) is Realm.PLANNED


def toll(name: str, number: float) -> tuple[Telling, Claim]:
    told = Telling(name, f"Fighters killed [v:g.:{number:.0f} guards] in [k:l:Karu] on May 3.")
    killed = told.claim("killed", "kill", EventType.ASSAULT, who={"v": RECIPIENT}, place="k", days=(MAY, MAY))
    (victims,) = killed.participants
    count = Quantity(number, number, number, "guards", victims.span)
    counted = replace(killed, participants=(replace(victims, count=count),))
    told.claims[:] = [counted]
    return told, counted


def test_two_tolls_far_apart_are_of_two_events() -> None:
    """A toll that is mended is near; two killed and three hundred killed are another matter."""
    (one, two), (other, three), (third, many) = toll("a", 2), toll("b", 3), toll("c", 300)

    assert of(linked(one, other), two) == of(linked(one, other), three)
    assert of(linked(one, third), two) != of(linked(one, third), many)


def test_comparing_grows_with_the_acts_and_not_with_their_square() -> None:
    """Three times the reports, at most some three times the pairs, though all tell of one party's meetings."""

    def compared(reports: int) -> int:
        told = [
            Telling(f"r{number:03}", f"[m:p:Tarek Miri] met [p:p:Guest {number} Orlov] in [k:l:Karu].")
            for number in range(reports)
        ]
        for one in told:
            one.claim("met", "meet", EventType.CONSULT, who={"m": ACTOR, "p": RECIPIENT}, place="k")
        extractions = [one.extraction() for one in told]
        by_id = {one.report.id: one.report for one in told}
        entities = link(list(by_id.values()), extractions).entities
        acts = acts_of(extractions, by_id, entities)
        return sum(len(one) for one, _ in pairs(acts, Neighbors(list(by_id.values()), entities)))

    few, many = compared(60), compared(180)
    assert many < 4 * few
    assert many < 180 * 179 / 4


def test_two_reports_plan_two_meetings_of_the_same_two_parties() -> None:
    """Another word for it, no day or place in common: who means to meet often plans more than one meeting."""
    one = Telling("a", "The [f:o:Orel Front] plans a conference with the [t:o:Taborites] in [k:l:Karu].")
    two = Telling("b", "The [t:o:Taborites] are to talk with the [f:o:Orel Front].")
    who = {"f": ACTOR, "t": RECIPIENT}
    ahead = {"modality": Modality.PLANNED, "tense": Tense.FUTURE}
    first = one.claim("conference", "conference", EventType.CONSULT, who=who, place="k", **ahead)
    second = two.claim("talk", "talk", EventType.CONSULT, who=who, **ahead)
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_turning_an_offer_down_is_not_opposing_who_made_it() -> None:
    """The one is a deed of a day, the other how somebody stands."""
    one = Telling("a", "[m:p:Tarek Miri] turned down the offer of the [t:o:Taborites].")
    two = Telling("b", "[m:p:Tarek Miri] opposes the [t:o:Taborites].")
    who = {"m": ACTOR, "t": RECIPIENT}
    first = one.claim("turned", "turn", EventType.REJECT, who=who)
    second = two.claim("opposes", "oppose", EventType.REJECT, who=who, tense=Tense.ONGOING)
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_what_is_talked_about_is_not_told_as_done() -> None:
    """Talks on forming a council form none."""
    one = Telling("a", "[m:p:Tarek Miri] announced the forming of the [c:o:River Council].")
    two = Telling("b", "[m:p:Tarek Miri] held talks on forming the [c:o:River Council].")
    first = one.claim("forming", "form", EventType.FOUND, who={"m": ACTOR, "c": RECIPIENT})
    second = two.claim("forming", "form", EventType.FOUND, who={"m": ACTOR, "c": RECIPIENT})
    linking = linked(one, two)

    assert of(linking, first) != of(linking, second)


def test_what_somebody_calls_for_is_not_told_as_done() -> None:
    """A call for the founding of a council, and its founding; but talks that a call is about were held."""
    one = Telling("a", "[m:p:Tarek Miri] called for the founding of the [c:o:River Council] after the talks with Karu.")
    founding = one.claim("founding", "found", EventType.FOUND, who={"c": RECIPIENT})
    talks = one.claim("talks", "talk", EventType.CONSULT, who={"m": ACTOR})
    cue = one.span("called for")
    link_ = ChainLink(one.span("Tarek Miri"), one.local("m"), LinkKind.PERSON, False, cue, CueKind.DEMANDS)

    assert realm_of(replace(founding, attribution=(link_,)), one.report) is Realm.DEMANDED
    assert realm_of(replace(talks, attribution=(link_,)), one.report) is Realm.HELD
    assert realm_of(founding, one.report) is Realm.HELD


def test_an_event_of_many_claims_is_joined_all_the_same() -> None:
    """Beyond the members that are checked one by one, too."""
    told = [capture(f"r{number:02}", "captured", "capture") for number in range(60)]
    linking = linked(*(one for one, _ in told))

    assert len({of(linking, claim).id for _, claim in told}) == 1


def test_one_named_man_is_not_many() -> None:
    """And may be one of a few whom another report counts."""
    told = Telling("z", "Fighters killed [v:p:Tarek Miri] in [k:l:Karu] on May 3.")
    killed = told.claim("killed", "kill", EventType.ASSAULT, who={"v": RECIPIENT}, place="k", days=(MAY, MAY))
    (one, two), (other, many) = toll("a", 2), toll("b", 187)
    linking = linked(told, one, other)

    assert of(linking, killed) == of(linking, two)
    assert of(linking, killed) != of(linking, many)
