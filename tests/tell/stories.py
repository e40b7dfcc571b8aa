"""A small story made by hand: invented people, places and outlets, every row with the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256

from sourcebook.values.claims import (
    Acting,
    ChainLink,
    Claim,
    Extraction,
    LocalEntity,
    LocalFact,
    Participant,
    Quantity,
    Trigger,
    When,
    Where,
)
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import (
    Anchor,
    ConflictField,
    ConflictState,
    CueKind,
    EventType,
    LinkKind,
    Modality,
    NameKind,
    Polarity,
    Precision,
    Role,
    Stance,
    Status,
    Tense,
)
from sourcebook.values.links import Alias, Entity, Fact, Happening, InReport, Linking, Merge, PlaceFacts, PossiblySame
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Because, Conflict, Event, Judged, Origin, Party, Response, Side
from sourcebook.values.story import Story

WIRE = """Envoys in Vell
Guild head Ilda Marrow met envoys from Orsenna and Calder in Vell on 3 May 2031, sources close to Marrow told Vell Wire.
She also promised to lift the blockade as soon as the council accepts free elections.
However, the talks “were held in a good atmosphere,” Marrow wrote on her page.
A council spokesman, Oren Task, did not respond to questions about the talks.
The council took the port of Vell on 15 August 2030, when the old governor fled.
Leave a comment
Please enter your name"""

COURIER = """Seven delegates and twelve
The guild sent 12 delegates to the talks in Vell, Oren Task told the Orsenna Courier on Tuesday.
Task denied that the council would lift the blockade.
The talks are planned to resume in Calder in June 2031.
Ilda Marrow, born in 1989, is the daughter of the guild's founder Harl Marrow."""

POST = """Talks, again
The guild sent 7 delegates to the talks in Vell, according to Marrow.
<script>alert('x')</script> & the council took the port of Vell on 15 August 2030 without a shot."""


@dataclass
class Maker:
    """Finds words in a report and makes rows of them."""

    reports: dict[str, Report] = field(default_factory=dict)
    entities: dict[str, list[LocalEntity]] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    facts: dict[str, list[LocalFact]] = field(default_factory=dict)

    def report(self, id_: str, text: str, outlet: str | None, day: date | None) -> None:
        passages = []
        start = 0
        for place, line in enumerate(text.split("\n")):
            kind = PassageKind.HEADLINE if place == 0 else PassageKind.BODY
            if line.startswith(("Leave", "Please")):
                kind = PassageKind.FURNITURE
            passages.append(Passage(Span(start, start + len(line)), kind))
            start += len(line) + 1
        self.reports[id_] = Report(
            given_id=id_,
            path=f"reports/{id_}.txt",
            sha256=sha256(text.encode()).hexdigest(),
            text=text,
            passages=tuple(passages),
            title=text.split("\n", maxsplit=1)[0],
            outlet=outlet,
            language="en",
            published=Published() if day is None else Published.on(day, Basis.GIVEN),
        )
        self.entities[id_], self.claims[id_], self.facts[id_] = [], [], []

    def span(self, report: str, words: str, nth: int = 0) -> Span:
        text = self.reports[report].text
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def local(self, report: str, name: str, kind: NameKind, *mentions: Span, named: bool = True) -> str:
        spans = tuple(sorted(mentions))
        words = [self.reports[report].words(one) for one in spans]
        pronouns = {"she", "he", "her", "it", "they", "She", "He", "They"}
        names = tuple(one for one, word in zip(spans, words, strict=True) if named and word not in pronouns)
        forms = sorted({word for word in words if word not in pronouns}, key=lambda one: (-len(one), one))
        made = LocalEntity(
            id=LocalEntity.identify(report, spans[0]),
            report=report,
            kind=kind,
            name=name,
            named=named,
            names=tuple(forms) if named else (),
            descriptions=() if named else tuple(forms),
            spans=spans,
            name_spans=names,
        )
        self.entities[report].append(made)
        return made.id

    def claim(self, report: str, evidence: str, trigger: str, type_: EventType, **more: object) -> str:
        span = self.span(report, evidence)
        start = self.reports[report].text.index(trigger, span.start)
        base = Claim(
            report=report,
            evidence=(span,),
            type=type_,
            trigger=Trigger(Span(start, start + len(trigger)), trigger),
            polarity=Polarity.POSITIVE,
            modality=Modality.ASSERTED,
            tense=Tense.PAST,
            confidence=0.8,
        )
        made = replace(base, **more)  # type: ignore[arg-type]
        self.claims[report].append(made)
        return made.id


def day(year: int, month: int, number: int, span: Span | None = None) -> When:
    one = date(year, month, number)
    return When(one, one, Precision.DAY, span, Anchor.TEXT, "a full date")


def said(span: Span | None, cue: Span | None, local: str | None, **more: object) -> ChainLink:
    link = ChainLink(span, local, LinkKind.PERSON, False, cue, CueKind.SAYS)
    return replace(link, **more)  # type: ignore[arg-type]


def story() -> Story:
    """Return a story of three reports with every kind of row in it."""
    make = Maker()
    make.report("a-wire", WIRE, "Vell Wire", date(2031, 5, 5))
    make.report("b-courier", COURIER, "Orsenna Courier", date(2031, 5, 7))
    make.report("c-post", POST, None, None)
    at = make.span

    ilda_a = make.local(
        "a-wire",
        "Ilda Marrow",
        NameKind.PERSON,
        at("a-wire", "Ilda Marrow"),
        at("a-wire", "She"),
        at("a-wire", "Marrow", 1),
        at("a-wire", "Marrow", 2),
        Span(at("a-wire", "her page").start, at("a-wire", "her page").start + 3),
    )
    vell_a = make.local("a-wire", "Vell", NameKind.PLACE, at("a-wire", "Vell", 1), at("a-wire", "Vell", 3))
    orsenna_a = make.local("a-wire", "Orsenna", NameKind.PLACE, at("a-wire", "Orsenna"))
    calder_a = make.local("a-wire", "Calder", NameKind.PLACE, at("a-wire", "Calder"))
    envoys_a = make.local("a-wire", "envoys", NameKind.GROUP, at("a-wire", "envoys"), named=False)
    sources_a = make.local(
        "a-wire", "sources close to Marrow", NameKind.GROUP, at("a-wire", "sources close to Marrow"), named=False
    )
    council_a = make.local("a-wire", "The council", NameKind.ORGANIZATION, at("a-wire", "The council"), named=False)
    task_a = make.local("a-wire", "Oren Task", NameKind.PERSON, at("a-wire", "Oren Task"))
    guild_b = make.local("b-courier", "The guild", NameKind.ORGANIZATION, at("b-courier", "The guild"), named=False)
    task_b = make.local(
        "b-courier", "Oren Task", NameKind.PERSON, at("b-courier", "Oren Task"), at("b-courier", "Task", 1)
    )
    ilda_b = make.local("b-courier", "Ilda Marrow", NameKind.PERSON, at("b-courier", "Ilda Marrow"))
    harl_b = make.local("b-courier", "Harl Marrow", NameKind.PERSON, at("b-courier", "Harl Marrow"))
    vell_b = make.local("b-courier", "Vell", NameKind.PLACE, at("b-courier", "Vell"))
    guild_c = make.local("c-post", "The guild", NameKind.ORGANIZATION, at("c-post", "The guild"), named=False)
    ilda_c = make.local("c-post", "Marrow", NameKind.PERSON, at("c-post", "Marrow"))

    met = make.claim(
        "a-wire",
        "Guild head Ilda Marrow met envoys from Orsenna and Calder in Vell on 3 May 2031",
        "met",
        EventType.CONSULT,
        mode="meet",
        participants=(
            Participant(Role.ACTOR, at("a-wire", "Ilda Marrow"), ilda_a),
            Participant(
                Role.RECIPIENT,
                at("a-wire", "envoys"),
                envoys_a,
                of=(Acting(at("a-wire", "Orsenna"), orsenna_a), Acting(at("a-wire", "Calder"), calder_a)),
            ),
        ),
        place=Where(at("a-wire", "Vell", 1), vell_a, "clause"),
        time=day(2031, 5, 3, at("a-wire", "3 May 2031")),
        attribution=(
            said(at("a-wire", "sources close to Marrow"), at("a-wire", "told Vell Wire"), sources_a, anonymous=True),
        ),
    )
    lift = make.claim(
        "a-wire",
        "to lift the blockade as soon as the council accepts free elections",
        "lift",
        EventType.CONCEDE,
        modality=Modality.CONDITIONAL,
        tense=Tense.FUTURE,
        participants=(Participant(Role.ACTOR, at("a-wire", "She"), ilda_a),),
        attribution=(said(at("a-wire", "She"), at("a-wire", "promised"), ilda_a, cue_kind=CueKind.PROMISES),),
    )
    mood = make.claim(
        "a-wire",
        "the talks “were held in a good atmosphere,”",
        "held",
        EventType.CONSULT,
        attribution=(said(at("a-wire", "Marrow", 2), at("a-wire", "wrote on her page"), ilda_a),),
        quote=True,
    )
    silent = make.claim(
        "a-wire",
        "A council spokesman, Oren Task, did not respond to questions about the talks",
        "respond",
        EventType.STATEMENT,
        polarity=Polarity.NEGATIVE,
        participants=(Participant(Role.ACTOR, at("a-wire", "Oren Task"), task_a),),
    )
    took_a = make.claim(
        "a-wire",
        "The council took the port of Vell on 15 August 2030",
        "took",
        EventType.CONTROL,
        background=True,
        participants=(Participant(Role.ACTOR, at("a-wire", "The council"), council_a),),
        time=day(2030, 8, 15, at("a-wire", "15 August 2030")),
    )
    twelve = make.claim(
        "b-courier",
        "The guild sent 12 delegates to the talks in Vell",
        "sent",
        EventType.CONSULT,
        participants=(Participant(Role.ACTOR, at("b-courier", "The guild"), guild_b),),
        place=Where(at("b-courier", "Vell"), vell_b, "clause"),
        quantities=(Quantity(12, 12, 12, "delegates", at("b-courier", "12 delegates")),),
        attribution=(
            said(at("b-courier", "Oren Task"), at("b-courier", "told the Orsenna Courier on Tuesday"), task_b),
        ),
    )
    denied = make.claim(
        "b-courier",
        "the council would lift the blockade",
        "lift",
        EventType.CONCEDE,
        modality=Modality.CONDITIONAL,
        attribution=(said(at("b-courier", "Task", 1), at("b-courier", "denied"), task_b, cue_kind=CueKind.DENIES),),
    )
    resume = make.claim(
        "b-courier",
        "The talks are planned to resume in Calder in June 2031",
        "resume",
        EventType.CONSULT,
        modality=Modality.PLANNED,
        tense=Tense.FUTURE,
        time=When(
            date(2031, 6, 1), date(2031, 6, 30), Precision.MONTH, at("b-courier", "June 2031"), Anchor.TEXT, "month"
        ),
    )
    born = make.claim(
        "b-courier",
        "Ilda Marrow, born in 1989, is the daughter of the guild's founder Harl Marrow",
        "born",
        EventType.LIFE,
        background=True,
        participants=(Participant(Role.ACTOR, at("b-courier", "Ilda Marrow"), ilda_b),),
    )
    seven = make.claim(
        "c-post",
        "The guild sent 7 delegates to the talks in Vell",
        "sent",
        EventType.CONSULT,
        participants=(Participant(Role.ACTOR, at("c-post", "The guild"), guild_c),),
        quantities=(Quantity(7, 7, 7, "delegates", at("c-post", "7 delegates")),),
        attribution=(said(at("c-post", "Marrow"), at("c-post", "according to"), ilda_c),),
    )
    took_c = make.claim(
        "c-post",
        "the council took the port of Vell on 15 August 2030 without a shot",
        "took",
        EventType.CONTROL,
        background=True,
        time=day(2030, 8, 15, at("c-post", "15 August 2030")),
    )
    born_year = When(
        date(1989, 1, 1), date(1989, 12, 31), Precision.YEAR, at("b-courier", "1989"), Anchor.TEXT, "a year"
    )
    make.facts["b-courier"] += [
        LocalFact(ilda_b, "born", "1989", at("b-courier", "1989"), None, born_year, born),
        LocalFact(ilda_b, "parent", "Harl Marrow", at("b-courier", "Harl Marrow"), harl_b, None, born),
    ]

    everyone = {local.id: local for rows in make.entities.values() for local in rows}

    def entity(id_: str, *members: str, place: PlaceFacts | None = None, facts: tuple[Fact, ...] = ()) -> Entity:
        rows = [everyone[one] for one in members]
        mentions = sorted(InReport(row.report, span) for row in rows for span in row.spans)
        forms: dict[str, list[InReport]] = {}
        for row in rows:
            for span in row.name_spans:
                forms.setdefault(make.reports[row.report].words(span), []).append(InReport(row.report, span))
        return Entity(
            id=id_,
            kind=rows[0].kind,
            name=rows[0].name,
            named=rows[0].named,
            aliases=tuple(Alias(text, tuple(places)) for text, places in sorted(forms.items())),
            mentions=tuple(mentions),
            members=tuple(members),
            merges=(Merge(members[0], members[1], "same full name"),) if len(members) > 1 else (),
            place=place,
            facts=facts,
            possibly_same=(PossiblySame("entity-harl", "same surname"),) if id_ == "entity-ilda" else (),
        )

    entities = (
        entity("entity-calder", calder_a),
        entity("entity-council", council_a),
        entity("entity-envoys", envoys_a),
        entity("entity-guild", guild_b, guild_c),
        entity("entity-harl", harl_b),
        entity(
            "entity-ilda",
            ilda_a,
            ilda_b,
            ilda_c,
            facts=(
                Fact("born", "1989", None, born_year, born),
                Fact("parent", "Harl Marrow", "entity-harl", None, born),
                Fact("whereabouts", "Vell", "entity-vell", day(2031, 5, 3, at("a-wire", "3 May 2031")), met),
            ),
        ),
        entity("entity-orsenna", orsenna_a),
        entity("entity-sources", sources_a),
        entity("entity-task", task_a, task_b),
        entity("entity-vell", vell_a, vell_b, place=PlaceFacts(41.5, 2.25, "settlement", None, ("Orsenna",), "known")),
    )
    origin = Origin("sources close to Marrow", LinkKind.UNKNOWN, (met,), ("a-wire",), None)
    named = Origin("Oren Task", LinkKind.OFFICIAL, (twelve,), ("b-courier",), True)

    def event(id_: str, type_: EventType, status: Status, *claims: str, **more: object) -> Event:
        base = Event(
            id=id_,
            type=type_,
            title=id_.removeprefix("event-"),
            claims=claims,
            participants=(),
            place=None,
            place_report=None,
            time=None,
            time_report=None,
            status=status,
            origins=(),
            responses=(),
            because=(Because("one-named-origin", claims[:1]),),
        )
        return replace(base, **more)  # type: ignore[arg-type]

    task_where = InReport("a-wire", at("a-wire", "Oren Task"))
    events = (
        event(
            "event-meeting",
            EventType.CONSULT,
            Status.UNCONFIRMED,
            met,
            participants=(Party(Role.ACTOR, "entity-ilda", InReport("a-wire", at("a-wire", "Ilda Marrow"))),),
            place=Where(at("a-wire", "Vell", 1), vell_a, "clause"),
            place_report="a-wire",
            time=day(2031, 5, 3, at("a-wire", "3 May 2031")),
            time_report="a-wire",
            origins=(origin,),
            responses=(Response("entity-task", task_where, Stance.NO_RESPONSE, silent),),
        ),
        event("event-mood", EventType.CONSULT, Status.REPORTED, mood),
        event("event-silence", EventType.STATEMENT, Status.REPORTED, silent),
        event(
            "event-port",
            EventType.CONTROL,
            Status.REPORTED,
            took_a,
            took_c,
            time=day(2030, 8, 15, at("a-wire", "15 August 2030")),
            time_report="a-wire",
        ),
        event("event-delegates", EventType.CONSULT, Status.REPORTED, twelve, seven, origins=(named,)),
        event(
            "event-blockade",
            EventType.CONCEDE,
            Status.DENIED,
            lift,
            denied,
            responses=(
                Response("entity-task", InReport("b-courier", at("b-courier", "Task", 1)), Stance.DENIES, denied),
            ),
        ),
        event(
            "event-resume",
            EventType.CONSULT,
            Status.PLANNED,
            resume,
            time=When(
                date(2031, 6, 1), date(2031, 6, 30), Precision.MONTH, at("b-courier", "June 2031"), Anchor.TEXT, "m"
            ),
            time_report="b-courier",
            plan_of=None,
        ),
        event("event-birth", EventType.LIFE, Status.REPORTED, born),
    )
    conflicts = (
        Conflict(
            "conflict-delegates",
            "event-delegates",
            ConflictField.NUMBER,
            (Side("12", (twelve,)), Side("7", (seven,))),
            ConflictState.OPEN,
            "different counts of delegates",
        ),
    )
    linking = Linking(
        entities,
        tuple(
            Happening(
                one.id.replace("event", "happening"),
                one.type,
                one.claims,
                tuple(Merge(one.claims[0], other, "same act and day") for other in one.claims[1:]),
            )
            for one in events
        ),
        copies=(("a-wire", "c-post"),),
    )
    return Story(
        title="Vell talks",
        version="0.1.0",
        annotator="reader-1 0123abcd",
        reports=tuple(make.reports.values()),
        extractions=tuple(
            Extraction(
                one,
                make.reports[one].published,
                tuple(make.entities[one]),
                tuple(make.claims[one]),
                tuple(make.facts[one]),
            )
            for one in make.reports
        ),
        linking=linking,
        judged=Judged(tuple(sorted(events, key=lambda one: one.id)), conflicts),
        judgements=(
            Judgement(
                "judgement-1",
                "ed",
                datetime(2031, 5, 8, 12, tzinfo=UTC),
                "note",
                "event-meeting",
                '"call Task again"',
                "unanswered",
            ),
        ),
    )


def bare(make: Maker) -> Story:
    """Return a story of the maker's reports: every local entity an entity, every claim an event of its own."""
    locals_ = [one for rows in make.entities.values() for one in rows]
    entities = tuple(
        Entity(
            id=one.id.replace("local", "entity"),
            kind=one.kind,
            name=one.name,
            named=one.named,
            aliases=tuple(
                Alias(make.reports[one.report].words(span), (InReport(one.report, span),)) for span in one.name_spans
            ),
            mentions=tuple(InReport(one.report, span) for span in one.spans),
            members=(one.id,),
        )
        for one in locals_
    )
    claims = [one for rows in make.claims.values() for one in rows]
    happenings = tuple(Happening("happening" + one.id[5:], one.type, (one.id,)) for one in claims)
    events = tuple(
        Event(
            id="event" + one.id[5:],
            type=one.type,
            title=one.trigger.lemma,
            claims=(one.id,),
            participants=(),
            place=None,
            place_report=None,
            time=one.time,
            time_report=one.report,
            status=Status.REPORTED,
            origins=(),
            responses=(),
            because=(),
        )
        for one in claims
    )
    return Story(
        title="bare",
        version="0.1.0",
        annotator="none",
        reports=tuple(make.reports.values()),
        extractions=tuple(
            Extraction(
                one,
                make.reports[one].published,
                tuple(make.entities[one]),
                tuple(make.claims[one]),
                tuple(make.facts[one]),
            )
            for one in make.reports
        ),
        linking=Linking(entities, happenings),
        judged=Judged(events, ()),
    )
