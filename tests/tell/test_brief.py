"""A brief says what its cited words say, once, in its place."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from sourcebook.tell import as_lines, brief, check
from sourcebook.tell import lines as module
from sourcebook.tell.views import Brief
from sourcebook.tell.wording import Fragment, Wording
from sourcebook.values.claims import Participant, Trigger
from sourcebook.values.kinds import EventType, Modality, NameKind, Role, Status
from sourcebook.values.links import Entity
from sourcebook.values.reports import Basis, Published
from sourcebook.values.spans import Span
from sourcebook.values.story import Story


def texts_of(told: Brief, key: str) -> list[str]:
    return [line.text for section in told.sections if section.key == key for line in section.lines]


def test_an_anonymous_source_is_named_as_such_and_the_line_says_who_told_whom(vell: Story) -> None:
    (line,) = texts_of(brief(vell), "unconfirmed")

    assert line.startswith("Guild head Ilda Marrow met envoys from Orsenna and Calder in Vell on 3 May 2031, sources")
    assert "told Vell Wire [" in line


def test_a_denial_stands_beside_what_it_denies(vell: Story) -> None:
    line = next(one for one in texts_of(brief(vell), "disputed") if "blockade" in one)

    assert line.startswith("Ilda Marrow also promised to lift the blockade as soon as")
    assert "; but Oren Task denied that the council would lift the blockade [" in line


def test_two_numbers_are_named_with_their_sources(vell: Story) -> None:
    line = next(one for one in texts_of(brief(vell), "disputed") if "delegates" in one)

    assert "12, according to Oren Task [" in line
    assert "; 7, according to Marrow [" in line


def test_the_planned_the_answered_and_the_past_have_their_sections(vell: Story) -> None:
    told = brief(vell)

    assert texts_of(told, "planned")[0].startswith("The talks are planned to resume in Calder")
    assert "did not respond" in texts_of(told, "answers")[0]
    assert texts_of(told, "background")[0].startswith("The council took the port of Vell on 15 August 2030")


def test_a_connective_is_left_out_and_quotation_marks_stay(vell: Story) -> None:
    (line,) = texts_of(brief(vell), "happened")

    assert line.startswith("The talks “were held in a good atmosphere,” Ilda Marrow wrote on her page [")


def test_every_piece_passes_the_checker_against_its_own_citations(vell: Story) -> None:
    told = brief(vell)
    by_number = {one.number: one for one in told.citations}
    pieces = [piece for section in told.sections for line in section.lines for piece in line.pieces]

    assert pieces
    for piece in pieces:
        cited = [by_number[number] for number in piece.citations]
        assert check(piece.text, [w for one in cited for w in one.words], [one.outlet for one in cited]) == ()


def test_numbers_run_from_one_in_the_order_of_reading_and_every_one_resolves(vell: Story) -> None:
    told = brief(vell)
    used = [
        number
        for section in told.sections
        for line in section.lines
        for piece in line.pieces
        for number in piece.citations
    ]

    assert (
        list(dict.fromkeys(used)) == [one.number for one in told.citations] == list(range(1, len(told.citations) + 1))
    )
    texts = {one.id: one.text for one in vell.reports}
    for one in told.citations:
        assert one.claims
        for span, words in zip(one.spans, one.words, strict=True):
            assert span.of(texts[one.report]) == words


def test_a_full_name_is_told_once_and_short_after(vell: Story) -> None:
    text = " ".join(line.sentence for section in brief(vell).sections for line in section.lines)

    assert text.count("Oren Task denied") == 1
    assert "Task" in text


def test_a_line_whose_words_were_swapped_is_refused_and_counted(vell: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The composer is made to lie; the checker, which knows nothing of it, must stop the line."""
    honest = module.verbatim

    def lying(report: str, text: str, span: object, swaps: object = ()) -> Wording:
        return honest(report, text, span, swaps) + Wording((Fragment(" and Joren Calm with 40 men in Brask"),))  # type: ignore[arg-type]

    monkeypatch.setattr(module, "verbatim", lying)
    told = brief(vell)

    assert told.sections == ()
    assert told.refused
    words = " ".join(" ".join(one.why) for one in told.refused)
    assert "Joren" in words
    assert "40" in words
    assert "Brask" in words
    assert any(line.startswith("REFUSED: ") for line in as_lines(told, 80, check=True))


def test_a_section_is_cut_at_its_limit_and_says_how_many_are_left(vell: Story) -> None:
    told = brief(vell, most=1)

    assert all(len(section.lines) <= 1 for section in told.sections)
    left = {section.key: section.left_out for section in told.sections}
    assert left["disputed"] == 1
    assert left["background"] == 1
    assert any("… and 1 more: sourcebook claims" in line for line in as_lines(told, 100))


def test_the_same_story_in_another_order_gives_the_same_brief(vell: Story) -> None:
    turned = replace(
        vell,
        reports=vell.reports[::-1],
        extractions=vell.extractions[::-1],
        judged=replace(vell.judged, events=vell.judged.events[::-1]),
    )

    assert brief(turned) == brief(vell)


def test_a_lesser_event_of_a_told_sentence_is_not_told_again(vell: Story) -> None:
    event = next(one for one in vell.judged.events if one.id == "event-meeting")
    twin = replace(event, id="event-again", type=EventType.OTHER, responses=())
    doubled = replace(vell, judged=replace(vell.judged, events=(*vell.judged.events, twin)))

    text = "\n".join(line.text for section in brief(doubled).sections for line in section.lines)
    assert text.count("met envoys") == 1


def test_a_page_of_furniture_is_never_told(vell: Story) -> None:
    text = "\n".join(as_lines(brief(vell), 100))

    assert "Please enter" not in text


def test_an_empty_story_gives_an_empty_brief(vell: Story) -> None:
    empty = replace(
        vell,
        extractions=tuple(replace(one, claims=(), facts=()) for one in vell.extractions),
        judged=replace(vell.judged, events=(), conflicts=()),
    )
    told = brief(empty)

    assert told.sections == ()
    assert "The record holds no event that can be told." in as_lines(told, 80)


def test_what_a_machine_set_against_each_other_is_not_told_so_unless_it_shows(vell: Story) -> None:
    """A denial of something else, joined to the meeting by mistake, is not put behind a "but"."""
    denied = next(one for one in vell.judged.events if one.id == "event-blockade").responses[0]
    wrong = [
        replace(one, responses=(*one.responses, denied)) if one.id == "event-meeting" else one
        for one in vell.judged.events
    ]
    told = brief(replace(vell, judged=replace(vell.judged, events=tuple(wrong))))

    (line,) = texts_of(told, "unconfirmed")
    assert "but" not in line


def test_headlines_are_not_told_where_the_text_tells_it_at_length(vell: Story) -> None:
    report = next(one for one in vell.reports if one.id == "c-post")
    extraction = next(one for one in vell.extractions if one.report == "c-post")
    claim = extraction.claims[0]
    start = report.text.index("Talks, again")
    span = Span(start, start + len("Talks, again"))
    headline = replace(
        claim, evidence=(span,), trigger=Trigger(Span(start, start + 5), "talk"), attribution=(), participants=()
    )
    event = replace(vell.judged.events[0], id="event-headline", claims=(headline.id,), responses=(), status="reported")
    more = replace(
        vell,
        extractions=tuple(
            replace(one, claims=(headline, *one.claims)) if one.report == "c-post" else one for one in vell.extractions
        ),
        judged=replace(vell.judged, events=(*vell.judged.events, event)),
    )

    assert all("Talks, again" not in line.sentence for section in brief(more).sections for line in section.lines)


def test_the_newest_reports_tell_what_is_new(vell: Story) -> None:
    """The other reports are made a month older: what the Wire alone tells is new, what was told before is not."""
    older = tuple(
        one if one.id == "a-wire" else replace(one, published=Published.on(date(2031, 4, 2), Basis.GIVEN))
        for one in vell.reports
    )
    told = brief(replace(vell, reports=older))

    assert next(one.key for one in told.sections) == "new"
    assert any("good atmosphere" in one for one in texts_of(told, "new"))
    assert all("15 August 2030" not in one for one in texts_of(told, "new"))
    assert all(section.key != "new" for section in brief(vell).sections)


def test_an_answer_says_what_it_is_about(vell: Story) -> None:
    """ "This" is told by the words that were answered, quoted with their own number."""
    report = next(one for one in vell.reports if one.id == "a-wire")
    extraction = next(one for one in vell.extractions if one.report == "a-wire")
    words = "A council spokesman, Oren Task, did not respond to questions about the talks"
    changed = report.text.replace("questions about the talks", "questions about this now.")
    assert len(changed) == len(report.text)
    told = brief(
        replace(vell, reports=tuple(replace(one, text=changed) if one is report else one for one in vell.reports))
    )

    (line,) = texts_of(told, "answers")
    assert words[:40] in line
    assert "this is about “" in line
    assert extraction.claims


def test_a_refused_line_is_told_in_quotation_marks(vell: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The composer puts in a wrong name where it swaps; the report's own sentence is quoted in its place."""
    honest = module.verbatim

    def lying(report: str, text: str, span: Span, swaps: object = ()) -> Wording:
        made = honest(report, text, span, swaps)  # type: ignore[arg-type]
        return made + Wording((Fragment(" with Joren Calm"),)) if swaps else made

    monkeypatch.setattr(module, "verbatim", lying)
    told = brief(vell)

    assert told.refused
    assert all("Joren" not in line.sentence for section in told.sections for line in section.lines)


def made(stories: ModuleType, *reports: tuple[str, str, EventType]) -> Brief:
    """Return the brief of reports of one sentence each: its words, the word for the act, the type."""
    make = stories.Maker()
    for place, (words, trigger, type_) in enumerate(reports):
        id_ = f"r{place}"
        make.report(id_, f"Vell\n{words}.\nThe market was quiet.", None, None)
        make.claim(id_, words, trigger, type_)
    return brief(stories.bare(make))


def lines_of(told: Brief) -> list[str]:
    return [line.text for section in told.sections for line in section.lines]


def test_one_piece_of_news_is_told_once(stories: ModuleType) -> None:
    """Two reports tell it in much the same words, though nothing joined their events: one line, which cites its own."""
    told = made(
        stories,
        ("The harbor guild sued the council of Vell on Friday over the new toll", "sued", EventType.ACCUSE),
        (
            "The harbor guild filed a lawsuit on Friday against the council of Vell over its toll",
            "filed",
            EventType.OTHER,
        ),
    )
    (line,) = lines_of(told)
    assert "[1]" in line
    assert "also" not in line
    assert [section.left_out for section in told.sections] == [1]


def test_two_reports_that_quote_the_same_words_are_cited_together(stories: ModuleType) -> None:
    told = made(
        stories,
        ("“The old lock will be shut until the ice is gone,” the harbor office wrote", "shut", EventType.OTHER),
        ("On Monday the office said “the old lock will be shut until the ice is gone”", "shut", EventType.OTHER),
    )
    (line,) = lines_of(told)
    assert "; also [2]" in line


def meetings(stories: ModuleType, *reports: tuple[str, str], joined: bool = False) -> Brief:
    """Return the brief of reports of one sentence each, of Marrow's meeting with the one named, all held in Vell."""
    make = stories.Maker()
    for place, (words, other) in enumerate(reports):
        id_ = f"r{place}"
        make.report(id_, f"Vell\n{words}.\nThe market was quiet.", None, None)
        parts = []
        for name, role in (("Ilda Marrow", Role.ACTOR), (other, Role.RECIPIENT)):
            span = make.span(id_, name)
            parts.append(Participant(role, span, make.local(id_, name, NameKind.PERSON, span)))
        make.claim(id_, words, "met", EventType.CONSULT, participants=tuple(parts))
    story = stories.bare(make)
    first: dict[str, Entity] = {}
    for one in story.linking.entities:
        known = first.get(one.name)
        first[one.name] = one if known is None else replace(known, members=known.members + one.members)
    events = story.judged.events
    if joined:
        events = (replace(events[0], claims=tuple(claim for one in events for claim in one.claims)),)
    linking = replace(story.linking, entities=tuple(first.values()))
    return brief(replace(story, linking=linking, judged=replace(story.judged, events=events)))


def test_meetings_with_different_people_are_lines_of_their_own(stories: ModuleType) -> None:
    told = meetings(
        stories,
        ("Ilda Marrow met Oren Task for talks on the toll of the harbor on Friday evening", "Oren Task"),
        ("Ilda Marrow met Joren Calm for talks on the toll of the harbor on Friday evening", "Joren Calm"),
    )
    assert len(lines_of(told)) == 2
    assert not any("also" in one for one in lines_of(told))


@pytest.mark.parametrize("joined", [True, False])
def test_only_what_was_joined_is_cited_as_the_same(stories: ModuleType, *, joined: bool) -> None:
    told = meetings(
        stories,
        ("Ilda Marrow met Oren Task for talks on the toll of the harbor on Friday evening", "Oren Task"),
        ("On Friday Ilda Marrow met Oren Task in the old lighthouse", "Oren Task"),
        joined=joined,
    )
    (line,) = lines_of(told)
    assert ("; also [2]" in line) is joined


def test_what_reports_tell_apart_is_told_apart(stories: ModuleType) -> None:
    told = made(
        stories,
        ("The harbor guild sued the council of Vell on Friday over the new toll", "sued", EventType.ACCUSE),
        ("The council of Vell closed the upper market after the winter storm", "closed", EventType.OTHER),
    )
    assert len(lines_of(told)) == 2


def test_the_news_that_reports_open_with_comes_first(stories: ModuleType) -> None:
    told = made(
        stories,
        ("The envoys of Orsenna visited the old lighthouse with the mayor", "visited", EventType.CONSULT),
        ("The harbor guild closed every gate of the northern canal on Friday", "closed", EventType.CONSULT),
        ("Every gate of the northern canal was closed on Friday by boatmen", "closed", EventType.CONSULT),
    )
    assert "canal" in lines_of(told)[0]


def test_a_line_stands_in_the_section_that_its_sentence_is_about(stories: ModuleType) -> None:
    """The summit is planned; that the offer was passed on is not."""
    make = stories.Maker()
    words = "The guild passed on the offer of a summit in Vell last month"
    make.report("r", f"Vell\n{words}.", None, None)
    make.claim("r", words, "passed", EventType.OTHER)
    make.claim("r", "of a summit in Vell", "summit", EventType.CONSULT, modality=Modality.PLANNED)
    story = stories.bare(make)
    planned = tuple(
        replace(one, status=Status.PLANNED) if one.type is EventType.CONSULT else one for one in story.judged.events
    )
    told = brief(replace(story, judged=replace(story.judged, events=planned)))
    assert [section.key for section in told.sections] == ["happened"]


def test_a_headline_in_the_short_present_is_not_told(stories: ModuleType) -> None:
    told = made(stories, ("Guild sues council over the toll of Vell", "sues", EventType.ACCUSE))
    assert lines_of(told) == []


def test_opinions_come_only_where_there_is_little_else(stories: ModuleType) -> None:
    told = made(
        stories,
        ("Guild delegates met the envoys in Vell on Friday", "met", EventType.CONSULT),
        ("The council banned every boat from the canal on Monday", "banned", EventType.COERCE),
        ("Orsenna closed its border with the upper valley in May", "closed", EventType.COERCE),
        ("“The toll met its purpose,” said Ada Lund, a professor at the Institute of Tolls", "met", EventType.CONSULT),
    )
    assert all("professor" not in line for line in lines_of(told))
