"""
Honest small stages: a sentence is a claim that something is so, the same words are one happening.

They let the desk be tested for what is its own: order, transactions, what is done again and what is not.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sourcebook.desk.stages import Annotate, Extract, Judge, Link, Parcel, Stages
from sourcebook.errors import UnreadableInput
from sourcebook.values.claims import Claim, Extraction, Trigger
from sourcebook.values.identity import digest
from sourcebook.values.judgements import Judgement
from sourcebook.values.kinds import EventType, Modality, Polarity, Status, Tense
from sourcebook.values.links import Happening, Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Because, Event, Judged


@dataclass(frozen=True)
class Loaded:
    report: Report
    original: bytes
    media_type: str = "text/plain"
    notes: tuple[str, ...] = ()


def load(folder: Path, prefix: str = "") -> Iterator[Parcel]:
    """Every file of a folder."""
    for path in sorted(folder.iterdir()):
        yield Parcel(
            prefix + path.name,
            lambda path=path: hashlib.sha256(path.read_bytes()).hexdigest(),
            lambda path=path: read(path, prefix + path.name),
        )


def read(path: Path, name: str) -> Iterator[Loaded | UnreadableInput]:
    """A ``.rows`` file has a report a line; elsewhere a file is one, and empty is a fault. ``id: x|`` gives the id."""
    content = path.read_text()
    if not content:
        yield UnreadableInput(name, "", "is empty")
    elif path.suffix == ".rows":
        for number, line in enumerate(content.splitlines(), 1):
            yield one(line, f"{name}#{number}") if line else UnreadableInput(name, f"line {number}", "is empty")
    else:
        yield one(content, name)


def one(content: str, name: str) -> Loaded:
    given, bar, text = content.rpartition("|")
    return Loaded(
        Report(
            sha256=hashlib.sha256(content.encode(errors="replace")).hexdigest(),
            text=text,
            passages=(),
            path=name,
            given_id=given.removeprefix("id: ") if bar else None,
        ),
        content.encode(errors="replace"),
    )


ANNOTATE = Producer("annotate", 1, "fake-1")


def annotate(report: Report) -> Annotation:
    spans, start = [], 0
    for part in report.text.split("."):
        if part.strip():
            spans.append(Span(start + len(part) - len(part.lstrip()), start + len(part)))
        start += len(part) + 1
    return Annotation(report.id, ANNOTATE, sentences=tuple(spans))


def extract(report: Report, annotation: Annotation) -> Extraction:
    claims = [
        Claim(
            report=report.id,
            evidence=(span,),
            type=EventType.STATE,
            trigger=Trigger(span, span.of(report.text)),
            polarity=Polarity.POSITIVE,
            modality=Modality.ASSERTED,
            tense=Tense.PAST,
        )
        for span in annotation.sentences
    ]
    return Extraction(report.id, report.published, (), tuple(claims), ())


def link(reports: Sequence[Report], extractions: Sequence[Extraction], judgements: Sequence[Judgement]) -> Linking:
    groups: dict[str, list[str]] = {}
    for one in extractions:
        for claim in one.claims:
            groups.setdefault(claim.trigger.lemma, []).append(claim.id)
    happenings = [Happening(digest("event", min(ids)), EventType.STATE, tuple(sorted(ids))) for ids in groups.values()]
    return Linking((), tuple(sorted(happenings, key=lambda one: one.id)))


def judge(
    reports: Sequence[Report], extractions: Sequence[Extraction], linking: Linking, judgements: Sequence[Judgement]
) -> Judged:
    return Judged(
        tuple(
            Event(
                id=one.id,
                type=one.type,
                title="",
                claims=one.claims,
                participants=(),
                place=None,
                place_report=None,
                time=None,
                time_report=None,
                status=Status.CONFIRMED if len(one.claims) > 1 else Status.REPORTED,
                origins=(),
                responses=(),
                because=(Because("counted", one.claims),),
            )
            for one in linking.happenings
        ),
        (),
    )


def annotating(run: Callable[[Report], Annotation]) -> Annotate:
    """The stage that marks reports so, once their marks are waited for."""
    return Annotate(ANNOTATE, lambda report: partial(run, report))


STAGES = Stages(
    annotator="fake-1",
    annotate=annotating(annotate),
    extract=Extract(Producer("extract", 1), extract),
    link=Link(Producer("link", 1), link),
    judge=Judge(Producer("judge", 1), judge),
)


def with_version(stages: Stages, stage: str, version: int) -> Stages:
    """The same stages, one of them in another version."""
    changed = getattr(stages, stage)
    return replace(stages, **{stage: replace(changed, producer=replace(changed.producer, version=version))})
