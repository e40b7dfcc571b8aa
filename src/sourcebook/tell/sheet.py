"""Texts with their marks as one HTML page, for people who would rather look; no script, no network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.tell.boxes import Box, drawn
from sourcebook.values.kinds import EventType, Modality, Polarity
from sourcebook.values.marks import Annotation, AttributionMark, EventMark, TimeMark
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

SHOWN = 140
"""Most characters of a content that the list beside the text repeats."""
CONTENT, MENTION, SOURCE, CUE, NAME, TIME, EVENT = range(7)
"""Ranks: which mark is drawn outside of which, where they stand on the same words."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution in the list beside the text; ``number`` is "2.1" for the first one inside the second."""

    number: str
    look: str
    source: str
    does: str
    content: str
    inner: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list beside the text: what, and what is known of it."""

    look: str
    what: str
    facts: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One text as it is laid out. ``paragraphs`` are the kind of passage and the marked words."""

    head: str
    meta: str
    paragraphs: tuple[tuple[str, Markup], ...]
    said: tuple[Saying, ...]
    chains: tuple[Line, ...]
    times: tuple[Line, ...]
    events: tuple[Line, ...]


def sheet_page(texts: Sequence[tuple[Report, Annotation]]) -> str:
    """
    Return the texts with their marks as one page of HTML.

    Numbers join who says something to what is said, "2.1" standing inside "2"; the pointer on one mention of somebody
    lights up the others. All of it is done by the style sheet. What comes from a text is escaped, and the page's policy
    lets nothing run. The same texts and marks give the same page.
    """
    drawings = [_drawing(report, annotation, f"t{place}") for place, (report, annotation) in enumerate(texts)]
    style = files("sourcebook.tell").joinpath("templates", "sheet.css").read_text(encoding="utf-8")
    style += "\n".join(sorted({rule for drawing in drawings for rule in _lights(drawing)}))
    environment = Environment(
        loader=PackageLoader("sourcebook.tell", "templates"), autoescape=True, undefined=StrictUndefined
    )
    title = drawings[0].head if len(drawings) == 1 else f"{len(drawings)} texts"
    print_ = b64encode(sha256(style.encode()).digest()).decode()
    return environment.get_template("sheet.html.j2").render(
        title=title,
        drawings=drawings,
        style=Markup(style),  # noqa: S704 - our own file, and class names of ours
        policy=f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{print_}'",
    )


def _lights(drawing: Drawing) -> Iterator[str]:
    """Yield the rules that light up all of a group where the pointer is on one of it."""
    groups = [one.look for one in drawing.chains]
    waiting = list(drawing.said)
    while waiting:
        one = waiting.pop()
        groups.append(one.look)
        waiting += one.inner
    for look in groups:
        yield f"body:has(.{look}:hover) .{look}{{background:var(--hit)}}"


def _drawing(report: Report, annotation: Annotation, name: str) -> Drawing:
    text = report.text
    numbers = _numbers(annotation.attributions)
    boxes = [*_said(annotation, numbers, text, name), *_entities(annotation, name)]
    boxes += [_time(one) for one in annotation.times]
    cues = [one.cue for one in annotation.attributions if one.cue is not None]
    boxes += [_event(one, text, told=any(one.span.overlaps(cue) for cue in cues)) for one in annotation.events]
    stem = PurePosixPath(report.path).name if report.path else report.id
    head = report.title or stem
    published = report.published.day
    known = (report.outlet, published.isoformat() if published else "", stem)
    return Drawing(
        head,
        " · ".join(one for one in known if one and one != head),
        tuple(_paragraphs(report, boxes)),
        _sayings(annotation, numbers, text, name),
        tuple(_chains(annotation, text, name)),
        tuple(Line("time", one.span.of(text), _told(one)) for one in annotation.times),
        tuple(
            Line("event", one.lemma or one.span.of(text), _facts(one, text)) for one in annotation.events if one.type
        ),
    )


def _paragraphs(report: Report, boxes: Sequence[Box]) -> Iterator[tuple[str, Markup]]:
    start = 0
    ordered = sorted(boxes, key=lambda box: box.span)
    for line in report.text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = Span(start, end)
            yield (
                report.kind_at(start).value,
                drawn(report.text, here, [one for one in ordered if one.span.overlaps(here)]),
            )
        start = end + 1


def _numbers(attributions: Sequence[AttributionMark]) -> list[str]:
    """Return each attribution's number: "1", "2", and "2.1" for the first inside the second."""
    found: list[str] = [""] * len(attributions)
    counts: Counter[str] = Counter()

    def number(place: int) -> str:
        if not found[place]:
            parent = attributions[place].parent
            before = "" if parent is None else f"{number(parent)}."
            counts[before] += 1
            found[place] = f"{before}{counts[before]}"
        return found[place]

    for place in range(len(attributions)):
        number(place)
    return found


def _said(annotation: Annotation, numbers: Sequence[str], text: str, name: str) -> Iterator[Box]:
    for place, one in enumerate(annotation.attributions):
        look, number = f"{name}a{place}", numbers[place]
        who = _who(one, text)
        for part, span in enumerate(one.content):
            yield Box(span, CONTENT, f"content {look}", f"{number}: {who} {one.cue_kind}", "" if part else number)
        if one.source is not None:
            yield Box(one.source, SOURCE, f"source {look}", f"source of {number}", after=number)
        if one.cue is not None:
            yield Box(one.cue, CUE, f"cue {look}", f"cue of {number}: {one.cue_kind}")


def _who(one: AttributionMark, text: str) -> str:
    return "nobody named" if one.source is None else " ".join(one.source.of(text).split())


def _entities(annotation: Annotation, name: str) -> Iterator[Box]:
    sizes = Counter(one.chain for one in annotation.mentions)
    for one in annotation.mentions:
        if sizes[one.chain] > 1:
            yield Box(one.span, MENTION, f"mention {name}c{one.chain}", f"one of {sizes[one.chain]} mentions")
    for named in annotation.names:
        yield Box(named.span, NAME, f"name {named.kind}", named.kind)


def _time(one: TimeMark) -> Box:
    return Box(one.span, TIME, "time", f"{_told(one)}; {one.basis}", after=one.value)


def _told(one: TimeMark) -> str:
    if one.earliest is None and one.latest is None:
        days = "days unknown"
    elif one.earliest == one.latest:
        days = str(one.earliest)
    else:
        days = f"{one.earliest or 'open'} to {one.latest or 'open'}"
    return f"{one.kind} {one.value}: {days}"


def _event(one: EventMark, text: str, *, told: bool) -> Box:
    """Return an event's box; a statement whose words are ``told`` as a cue needs no label more."""
    bare = one.type is None or (told and one.type is EventType.STATEMENT)
    return Box(
        one.span, EVENT, "event untyped" if bare else "event", _facts(one, text), after="" if bare else str(one.type)
    )


def _facts(one: EventMark, text: str) -> str:
    facts = [str(one.type or "no type")]
    if one.mode:
        facts.append(one.mode)
    if one.polarity is Polarity.NEGATIVE:
        facts.append("not")
    if one.modality is not Modality.ASSERTED:
        facts.append(one.modality)
    facts += [f"{role.role}: {' '.join(role.span.of(text).split())}" for role in one.roles]
    return " · ".join(facts)


def _sayings(annotation: Annotation, numbers: Sequence[str], text: str, name: str) -> tuple[Saying, ...]:
    def inside(parent: int | None) -> tuple[Saying, ...]:
        return tuple(
            Saying(numbers[place], f"{name}a{place}", _who(one, text), one.cue_kind, _short(one, text), inside(place))
            for place, one in enumerate(annotation.attributions)
            if one.parent == parent
        )

    return inside(None)


def _short(one: AttributionMark, text: str) -> str:
    words = " … ".join(" ".join(span.of(text).split()) for span in one.content)
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def _chains(annotation: Annotation, text: str, name: str) -> Iterator[Line]:
    """Yield who and what is mentioned more than once, the most mentioned first, by the longest of its names."""
    chains: dict[int, list[Span]] = {}
    for one in annotation.mentions:
        chains.setdefault(one.chain, []).append(one.span)
    named = {one.span for one in annotation.names}
    for chain, spans in sorted(chains.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if len(spans) > 1:
            words = [" ".join(span.of(text).split()) for span in spans]
            names = [word for word, span in zip(words, spans, strict=True) if span in named]
            head = max(names or words, key=len)
            others = dict.fromkeys(word for word in words if word != head)
            yield Line(f"{name}c{chain}", head, " · ".join([f"{len(spans)} mentions", *others]))
