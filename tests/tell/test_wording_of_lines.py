"""By its words a line belongs under one heading: what is to come, what nobody named says, what a writer thinks."""

from dataclasses import replace
from types import ModuleType

import pytest

from sourcebook.tell.ahead import guesses, tells_ahead
from sourcebook.tell.heads import denies, headline_like
from sourcebook.tell.index import index
from sourcebook.tell.leaning import leaning
from sourcebook.tell.lines import tell
from sourcebook.tell.matters import akin, apart, cast, same_visit, subject_of
from sourcebook.tell.opinion import opines, opinion_piece
from sourcebook.tell.sentences import sentences
from sourcebook.tell.unnamed import of_unnamed
from sourcebook.values.claims import Participant, Quantity
from sourcebook.values.kinds import CueKind, EventType, NameKind, Role
from sourcebook.values.spans import Span


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("Marrow said the guild will meet the council on Friday", True),
        ("The guild, led by Ilda Marrow, plans to hold talks in Vell", True),
        ("The council has agreed to open the port", True),
        ("After the strike the guild called for talks", True),
        ("Task must decide next month whether to open the port", True),
        ("Marrow went to Vell to prepare for the talks that are planned there", False),
        ("Marrow told the council that she had scheduled a meeting", False),
        ("Task would bring it up repeatedly, Marrow said", False),
        ("The council's offer was conveyed to Marrow last month", False),
        ("Marrow thought she would have to leave", False),
    ],
)
def test_a_line_tells_what_is_to_come_by_the_verb_that_it_turns_on(words: str, ahead: bool) -> None:
    assert tells_ahead(words) is ahead


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("The guild could be hoping for a late spring", True),
        ("Task may have gambled on the weather", True),
        ("The guild could sail in May, Marrow said", False),
        ("The guild will sail, though it may rain", False),
    ],
)
def test_a_guess_is_a_writers_own_where_nobody_says_so(words: str, guess: bool) -> None:
    assert guesses(words) is guess


@pytest.mark.parametrize(
    ("who", "kind", "unnamed"),
    [
        ("Two people in the guild", NameKind.GROUP, True),
        ("A dock worker", NameKind.PERSON, True),
        ("The harbor master's aides", NameKind.GROUP, True),
        ("The complaint", NameKind.WORK, False),
        ("The governor", NameKind.PERSON, False),
        ("Orsenna's foreign minister", NameKind.PERSON, False),
    ],
)
def test_a_document_and_the_holder_of_a_post_are_not_unnamed(
    stories: ModuleType, who: str, kind: NameKind, unnamed: bool
) -> None:
    make = stories.Maker()
    make.report("r", f"A headline\n{who} said that the envoys met in Vell.", None, None)
    local = make.local("r", who, kind, make.span("r", who), named=False)
    link = stories.said(make.span("r", who), make.span("r", "said"), local, anonymous=True)
    id_ = make.claim("r", "the envoys met in Vell", "met", EventType.CONSULT, attribution=(link,))
    found = index(stories.bare(make))
    assert of_unnamed(found, found.claims[id_], "the envoys met in Vell") is unnamed


def test_who_says_i_is_whoever_says_so_further_out(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report("r", "A headline\n“I knew that the envoys met in Vell,” Oren Task said.", None, None)
    task = make.local("r", "Oren Task", NameKind.PERSON, make.span("r", "Oren Task"))
    outer = stories.said(make.span("r", "Oren Task"), make.span("r", "said"), task)
    inner = stories.said(make.span("r", "I"), make.span("r", "knew"), None, anonymous=True)
    id_ = make.claim("r", "the envoys met in Vell", "met", EventType.CONSULT, attribution=(outer, inner))
    found = index(stories.bare(make))
    assert not of_unnamed(found, found.claims[id_], "the envoys met in Vell")


def test_a_column_is_known_by_its_first_person(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report("news", "A headline\n“I am glad,” Task said. “We won, I think, and we will stay.”", None, None)
    make.report("column", "A headline\nI doubt it. We must ask why. As I wrote before, the port is shut.", None, None)
    assert [opinion_piece(make.reports[one]) for one in ("news", "column")] == [False, True]


def test_a_writers_judgement_is_no_news_unless_somebody_says_so(stories: ModuleType) -> None:
    make = stories.Maker()
    body = "Task sued the guild, in what appears to be a desperate attempt to stay."
    make.report("r", f"A headline\n{body}", None, None)
    make.claim("r", body, "sued", EventType.ACCUSE)
    (claim,) = make.claims["r"]
    report = make.reports["r"]
    assert opines(report, claim, body)
    assert not opines(report, claim, "Task sued the guild over the port")


def test_a_denial_by_the_way_is_not_what_a_sentence_turns_on(stories: ModuleType) -> None:
    make = stories.Maker()
    body = "Oren Task, who has denied the charges, attacked the guild on Monday."
    make.report("r", f"A headline\n{body}", None, None)
    link = stories.said(make.span("r", "Oren Task"), make.span("r", "denied"), None, cue_kind=CueKind.DENIES)
    by_the_way = make.claim("r", "the charges", "charges", EventType.ACCUSE, attribution=(link,))
    make.claim("r", body, "attacked", EventType.ACCUSE)
    found = index(stories.bare(make))
    assert not denies(found, found.claims[by_the_way])


def test_a_headline_that_opens_with_its_source_is_one_too(stories: ModuleType) -> None:
    make = stories.Maker()
    first = "Task claims guild did not meet envoys"
    make.report("r", f"A headline\n{first}\nThe guild met envoys in Vell on Monday.", None, None)
    link = stories.said(make.span("r", "Task"), make.span("r", "claims"), None)
    id_ = make.claim("r", "guild did not meet envoys", "meet", EventType.CONSULT, attribution=(link,))
    found = index(stories.bare(make))
    assert headline_like(found, found.claims[id_])


def test_a_message_shown_beside_its_quotation_is_not_the_reports_own_word(stories: ModuleType) -> None:
    make = stories.Maker()
    words = "The envoys met in Vell on Monday and it went well."
    make.report("r", f'A headline\n{words}\n"{words}" Marrow wrote.', None, None)
    id_ = make.claim("r", "The envoys met in Vell on Monday", "met", EventType.CONSULT)
    found = index(stories.bare(make))
    assert tell(found, found.claims[id_]) is None


def test_he_is_not_who_is_named_behind_him(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report("r", "A headline\nJoren Calm came to Vell. He has hoped to meet with Joren.", None, None)
    text = make.reports["r"].text
    name, he = make.span("r", "Joren Calm"), make.span("r", "He")
    assert he.of(text) == "He"
    make.local("r", "Joren Calm", NameKind.PERSON, name, he)
    id_ = make.claim("r", "He has hoped to meet with Joren", "meet", EventType.CONSULT)
    found = index(stories.bare(make))
    told = tell(found, found.claims[id_])
    assert told is None or not told.words.text.startswith("Joren Calm has")


def test_a_part_between_semicolons_is_told_alone(stories: ModuleType) -> None:
    make = stories.Maker()
    body = "The envoys from Orsenna met in Vell on Monday; the market was closed for the day."
    make.report("r", f"A headline\n{body}", None, None)
    id_ = make.claim("r", "The envoys", "met", EventType.CONSULT)
    found = index(stories.bare(make))
    told = tell(found, found.claims[id_])
    assert told is not None
    assert told.words.text == "The envoys from Orsenna met in Vell on Monday"


def test_one_visit_in_two_wordings_is_one(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report(
        "r", "A headline\nIlda Marrow met Oren Task.\nIlda Marrow's trip to Oren Task came to light.", None, None
    )
    at = make.span
    ilda = make.local("r", "Ilda Marrow", NameKind.PERSON, at("r", "Ilda Marrow"), at("r", "Ilda Marrow", 1))
    task = make.local("r", "Oren Task", NameKind.PERSON, at("r", "Oren Task"), at("r", "Oren Task", 1))
    both = (
        Participant(Role.ACTOR, at("r", "Ilda Marrow"), ilda),
        Participant(Role.RECIPIENT, at("r", "Oren Task"), task),
    )
    alone = (Participant(Role.ACTOR, at("r", "Ilda Marrow", 1), ilda),)
    to_him = (*alone, Participant(Role.RECIPIENT, at("r", "Oren Task", 1), task))
    about = (Participant(Role.ACTOR, at("r", "Ilda Marrow's trip to Oren Task"), None),)
    met = make.claim("r", "Ilda Marrow met Oren Task", "met", EventType.CONSULT, participants=both)
    trip = make.claim("r", "Ilda Marrow's trip to Oren Task", "trip", EventType.TRAVEL, participants=to_him)
    came = make.claim("r", "Ilda Marrow's trip to Oren Task came to light", "came", EventType.OTHER, participants=about)
    found = index(stories.bare(make))
    assert same_visit(found, found.claims[met], found.claims[trip])
    assert [one.id for one in subject_of(found, found.claims[came])] == [trip]
    without = replace(found.claims[trip], participants=alone)
    assert not same_visit(found, found.claims[met], without)


def test_alike_words_of_other_times_numbers_or_outcomes_are_apart(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report("r", "A headline\nThree boats sank.\nFour boats sank.", None, None)
    one = make.claim("r", "Three boats sank", "sank", EventType.OTHER)
    two = make.claim("r", "Four boats sank", "sank", EventType.OTHER)
    found = index(stories.bare(make))
    first, second = found.claims[one], found.claims[two]
    assert not apart(found, first, second)
    three = Quantity(3, 3, 3, "boats", make.span("r", "Three boats"))
    four = Quantity(4, 4, 4, "boats", make.span("r", "Four boats"))
    assert apart(found, replace(first, quantities=(three,)), replace(second, quantities=(four,)))
    early, late = stories.day(2031, 5, 3), stories.day(2031, 5, 4)
    assert apart(found, replace(first, time=early), replace(second, time=late))
    assert apart(found, replace(first, type=EventType.AGREE), replace(second, type=EventType.REJECT))


def test_who_is_told_by_a_pronoun_alone_is_not_seen_to_be_the_same(stories: ModuleType) -> None:
    make = stories.Maker()
    make.report("r", "A headline\nThe Harbor League began an operation.", None, None)
    make.report("s", "A headline\nThe council ended its operation.", None, None)
    league = make.span("r", "The Harbor League")
    its = make.span("s", "its")
    ids = [make.local("r", "Harbor League", NameKind.ORGANIZATION, league)]
    ids.append(make.local("s", "Harbor League", NameKind.ORGANIZATION, its))
    began = make.claim(
        "r",
        "The Harbor League began an operation",
        "operation",
        EventType.ASSAULT,
        participants=(Participant(Role.ACTOR, league, ids[0]),),
    )
    ended = make.claim(
        "s", "its operation", "operation", EventType.ASSAULT, participants=(Participant(Role.ACTOR, its, ids[1]),)
    )
    story = stories.bare(make)
    whole = replace(story.linking.entities[0], members=tuple(ids))
    found = index(replace(story, linking=replace(story.linking, entities=(whole,))))
    assert cast(found, found.claims[began]) == cast(found, found.claims[ended])
    assert not akin(found, found.claims[began], found.claims[ended])


def test_a_sentence_with_articles_is_no_headline_though_it_opens_with_its_source(stories: ModuleType) -> None:
    make = stories.Maker()
    first = "Vell Wire says the guild of Ilda Marrow plans to meet the envoys"
    make.report("r", f"A headline\n{first}.\nThe guild met envoys in Vell on Monday.", None, None)
    link = stories.said(make.span("r", "Vell Wire"), make.span("r", "says"), None)
    id_ = make.claim("r", first, "meet", EventType.CONSULT, attribution=(link,))
    found = index(stories.bare(make))
    assert not headline_like(found, found.claims[id_])


def test_an_object_is_not_who_acts_in_its_own_clause(stories: ModuleType) -> None:
    """Whom "it" means stands in a sentence before, though the coreference says the guild."""
    make = stories.Maker()
    make.report("r", "A headline\nMarrow called on the guild to answer it.", None, None)
    report = make.reports["r"]
    at = report.text.index(" it.") + 1
    make.local("r", "the guild", NameKind.ORGANIZATION, make.span("r", "the guild"), Span(at, at + 2))
    found = index(stories.bare(make))
    (base,) = (one for one in sentences(report) if report.words(one).startswith("Marrow"))
    assert [report.words(one) for one in leaning(found, report, base)] == ["it"]
