"""A story of any size, made of values: invented people who meet, accuse and fight in invented places. No model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256

from sourcebook.store.writing import Writing
from sourcebook.values.claims import ChainLink, Claim, Extraction, LocalEntity, Participant, Trigger, When, Where
from sourcebook.values.identity import digest
from sourcebook.values.kinds import (
    Anchor,
    CueKind,
    EventType,
    LinkKind,
    Modality,
    NameKind,
    Polarity,
    Precision,
    Role,
    Status,
    Tense,
)
from sourcebook.values.links import Alias, Entity, Happening, InReport, Linking, Merge, PlaceFacts
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Because, Event, Judged, Origin, Party

ACTS = (
    ("met", "meet", EventType.CONSULT),
    ("accused", "accuse", EventType.ACCUSE),
    ("backed", "back", EventType.SUPPORT),
    ("attacked", "attack", EventType.ASSAULT),
    ("threatened", "threaten", EventType.THREATEN),
)
STATUSES = (Status.REPORTED, Status.CONFIRMED, Status.UNCONFIRMED, Status.DISPUTED, Status.DENIED)
FIRST = "Ada Bram Cira Dorn Elva Finn Gerda Holt Ines Joss Kira Lorn Mara Nils Orla Pell Rhea Sten Tova Ulf".split()
LAST = "Abel Brock Crane Dahl Estin Falk Grove Haber Irvin Jarl".split()
PLACES = [
    f"{head}{tail}" for head in "Ash Birk Carn Dun Elm Fenn Gar Hav Ing Kel".split() for tail in "ford holm by".split()
]
OUTLETS = [f"The {place} Courier" for place in PLACES[:20]]
DAY = date(2031, 1, 1)
MADE = Producer("made", 1)


def name(number: int) -> str:
    """Return one of 200 names of people."""
    return f"{FIRST[number % 20]} {LAST[number // 20 % 10]}"


def day(number: int) -> date:
    """Return the day of an event."""
    return DAY + timedelta(days=number * 7 % 900)


class _Page:
    """A report while it is written: every phrase knows where it stands."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.text = ""
        self.spans: dict[tuple[str, NameKind], list[Span]] = {}

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, words: str, kind: NameKind) -> Span:
        span = self.write(words)
        self.spans.setdefault((words, kind), []).append(span)
        return span

    def local(self, words: str, kind: NameKind) -> str:
        return LocalEntity.identify(self.id, self.spans[words, kind][0])


def reports(count: int, claims: int) -> Iterator[tuple[Report, Extraction, list[int]]]:
    """
    Yield reports with what they say, and of every claim the number of its event.

    Args:
        count: Reports; there are as many events.
        claims: Of one report.
    """
    for number in range(count):
        page = _Page(f"made-{number:05}")
        outlet = OUTLETS[number % len(OUTLETS)]
        page.write(f"News of day {number}\n")
        headline = Span(0, len(page.text) - 1)
        drafts, told = [], []
        for place in range(claims):
            event = (number + place * 37) % count
            told.append(event)
            verb, lemma, kind = ACTS[event % len(ACTS)]
            start = len(page.text)
            actor = page.name(name(event), NameKind.PERSON)
            page.write(" ")
            trigger = page.write(verb)
            page.write(" ")
            other = page.name(name(event * 7 + 3), NameKind.PERSON)
            page.write(" in ")
            where = page.name(PLACES[event % len(PLACES)], NameKind.PLACE)
            page.write(" on ")
            when = page.write(day(event).isoformat())
            clause = Span(start, len(page.text))
            page.write(", ")
            source = page.name(name(number + 11), NameKind.PERSON)
            page.write(" ")
            cue = page.write("said")
            page.write(".\n")
            drafts.append((event, lemma, kind, actor, trigger, other, where, when, clause, source, cue))
        made = []
        for event, lemma, kind, actor, trigger, other, where, when, clause, source, cue in drafts:
            made.append(
                Claim(
                    report=page.id,
                    evidence=(clause,),
                    type=kind,
                    trigger=Trigger(trigger, lemma),
                    polarity=Polarity.POSITIVE,
                    modality=Modality.ASSERTED,
                    tense=Tense.PAST,
                    participants=(
                        Participant(Role.ACTOR, actor, page.local(name(event), NameKind.PERSON)),
                        Participant(Role.RECIPIENT, other, page.local(name(event * 7 + 3), NameKind.PERSON)),
                    ),
                    place=Where(where, page.local(PLACES[event % len(PLACES)], NameKind.PLACE), "clause"),
                    time=When(day(event), day(event), Precision.DAY, when, Anchor.TEXT, "day"),
                    attribution=(
                        ChainLink(
                            source,
                            page.local(name(number + 11), NameKind.PERSON),
                            LinkKind.PERSON,
                            anonymous=False,
                            cue=cue,
                            cue_kind=CueKind.SAYS,
                        ),
                    ),
                    confidence=0.5 + event % 50 / 100,
                )
            )
        locals_ = tuple(
            LocalEntity(
                id=LocalEntity.identify(page.id, spans[0]),
                report=page.id,
                kind=kind,
                name=words,
                named=True,
                names=(words,),
                descriptions=(),
                spans=tuple(spans),
                name_spans=tuple(spans),
            )
            for (words, kind), spans in page.spans.items()
        )
        published = Published.on(DAY + timedelta(days=number % 900), Basis.GIVEN)
        report = Report(
            given_id=page.id,
            path=f"made/{page.id}.txt",
            sha256=sha256(page.text.encode()).hexdigest(),
            text=page.text,
            passages=(
                Passage(headline, PassageKind.HEADLINE),
                Passage(Span(headline.end + 1, len(page.text)), PassageKind.BODY),
            ),
            title=f"News of day {number}",
            outlet=outlet,
            language="en",
            published=published,
        )
        yield report, Extraction(page.id, published, locals_, tuple(made), ()), told


def joined(made: Sequence[tuple[Report, Extraction, list[int]]]) -> tuple[Linking, Judged]:
    """Return what linking and judging would find, at once: one name is one entity, one number one event."""
    members: dict[tuple[str, NameKind], list[LocalEntity]] = {}
    claims: dict[int, list[Claim]] = {}
    for _, extraction, told in made:
        for local in extraction.entities:
            members.setdefault((local.name, local.kind), []).append(local)
        for claim, event in zip(extraction.claims, told, strict=True):
            claims.setdefault(event, []).append(claim)
    entities = tuple(sorted((_entity(*key, rows) for key, rows in members.items()), key=lambda one: one.id))
    home = {local: one.id for one in entities for local in one.members}
    events, happenings = [], []
    for number, rows in claims.items():
        ids = tuple(one.id for one in rows)
        name_ = digest("event", min(ids))
        why = tuple(Merge(ids[0], other, "same act, day and parties") for other in ids[1:])
        happenings.append(Happening(name_, rows[0].type, ids, why))
        first = rows[0]
        verb = ACTS[number % len(ACTS)][0]
        origin = Origin(
            name(number + 11), LinkKind.PERSON, ids, tuple(dict.fromkeys(one.report for one in rows)), independent=True
        )
        events.append(
            Event(
                id=name_,
                type=first.type,
                title=f"{name(number)} {verb} {name(number * 7 + 3)}",
                claims=ids,
                participants=tuple(
                    Party(one.role, home[one.local or ""], InReport(first.report, one.span))
                    for one in first.participants
                ),
                place=first.place,
                place_report=first.report,
                time=first.time,
                time_report=first.report,
                status=STATUSES[number % len(STATUSES)],
                origins=(origin,),
                responses=(),
                because=(Because("named-origin", ids),),
            )
        )
    happenings.sort(key=lambda one: one.id)
    events.sort(key=lambda one: one.id)
    return Linking(entities, tuple(happenings)), Judged(tuple(events), ())


def _entity(words: str, kind: NameKind, rows: list[LocalEntity]) -> Entity:
    ids = tuple(sorted(one.id for one in rows))
    places = tuple(InReport(one.report, span) for one in rows for span in one.spans)
    facts = None
    if kind is NameKind.PLACE:
        number = PLACES.index(words)
        facts = PlaceFacts(30.0 + number, 10.0 + number, "settlement", "AFG", ("Middle", "Afghanistan"), "made")
    return Entity(digest("entity", ids[0]), kind, words, True, (Alias(words, places),), places, ids, (), facts)


def keep(
    unit: Writing,
    made: Sequence[tuple[Report, Extraction, list[int]]],
    linking: Linking,
    judged: Judged,
    by: tuple[Producer, Producer] = (MADE, MADE),
) -> None:
    """
    Put a made story into a store that is open for writing.

    Args:
        by: Who is said to have linked and judged it; the desk does anew what others than its own stages did.
    """
    unit.call_it("made")
    for report, extraction, _ in made:
        unit.add_report(report, report.text.encode(), "text/plain")
        unit.keep_extraction(extraction, MADE)
    unit.keep_whole(linking, judged, version="0", annotator="none", producers=(MADE, MADE, *by))
