"""What the desk asks of the stages. The real ones stand in ``table``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sourcebook.errors import UnreadableInput
from sourcebook.values.claims import Extraction
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.standing import Judged


class Loaded(Protocol):
    """What ``read`` gives for one report."""

    @property
    def report(self) -> Report:
        """The report as it was read."""
        ...

    @property
    def original(self) -> bytes:
        """The bytes that it was read from."""
        ...

    @property
    def media_type(self) -> str:
        """What the bytes are (``text/html``)."""
        ...

    @property
    def notes(self) -> Sequence[str]:
        """What the user should know of the reading, a line each."""
        ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """
    A file that holds one report, or a table of many.

    Attributes:
        path: As the user named it.
        fingerprint: Gives what tells whether the file would give the same reports as before; cheaper than reading it.
        reports: Reads it.
    """

    path: str
    fingerprint: Callable[[], str]
    reports: Callable[[], Iterable[Loaded | UnreadableInput]]


@dataclass(frozen=True, slots=True)
class Annotate:
    """
    Marks on one report.

    Attributes:
        producer: Names the model too: another model is another producer.
        begin: Has the model begin to read a report while the caller does something else; gives what waits for the
            marks.
    """

    producer: Producer
    begin: Callable[[Report], Callable[[], Annotation]]


@dataclass(frozen=True, slots=True)
class Extract:
    """What one report says."""

    producer: Producer
    run: Callable[[Report, Annotation], Extraction]


@dataclass(frozen=True, slots=True)
class Link:
    """What is one thing across reports. Reports and extractions come in order of report id."""

    producer: Producer
    run: Callable[[Sequence[Report], Sequence[Extraction], Sequence[Judgement]], Linking]


@dataclass(frozen=True, slots=True)
class Judge:
    """What stands."""

    producer: Producer
    run: Callable[[Sequence[Report], Sequence[Extraction], Linking, Sequence[Judgement]], Judged]


@dataclass(frozen=True, slots=True)
class Stages:
    """
    All stages after reading, in order.

    Attributes:
        annotator: Model id and checksum, as the record names it.
    """

    annotator: str
    annotate: Annotate
    extract: Extract
    link: Link
    judge: Judge

    @property
    def producers(self) -> tuple[Producer, ...]:
        """Who makes the values, in order of the stages."""
        return (self.annotate.producer, self.extract.producer, self.link.producer, self.judge.producer)
