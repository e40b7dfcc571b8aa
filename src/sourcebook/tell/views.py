"""What the stage hands out for a brief: plain values that a door can print or write as JSON."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.values.kinds import Status
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """
    The words that something rests on.

    Attributes:
        number: As it is printed, from 1, in the order of reading.
        outlet: What to call the report: outlet, else title, else id.
        day: The report's day in words; ``undated`` where it is not known.
        spans: In reading order, all in this report.
        words: The words of every span, same order.
        claims: Ids of the claims that rest on them here.
    """

    number: int
    report: str
    outlet: str
    day: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line and the numbers of the citations that hold all its words."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """
    One sentence of a brief.

    Attributes:
        pieces: Read one after the other; a full stop follows the last.
        event: Id of the event that it tells.
        when: The event's time in words, empty where it has none; compiled from the row and not part of the sentence.
        status: How the event stands.
        origins: To how many origins the claims fall that the line cites.
    """

    pieces: tuple[Piece, ...]
    event: str
    when: str
    status: Status
    origins: int

    @property
    def text(self) -> str:
        """The sentence with its citation numbers in square brackets, each after the words that it holds."""
        parts = [piece.text + "".join(f" [{number}]" for number in piece.citations) for piece in self.pieces]
        return "".join(parts) + "."

    @property
    def sentence(self) -> str:
        """The sentence without its citation numbers."""
        return "".join(piece.text for piece in self.pieces) + "."


@dataclass(frozen=True, slots=True)
class Section:
    """
    Lines of one kind.

    Attributes:
        key: ``happened``, ``disputed``, ``planned``, ``unconfirmed``, ``answers`` or ``background``.
        left_out: Events of this kind that are not told here.
        more: The command that lists them.
    """

    key: str
    title: str
    lines: tuple[Line, ...]
    left_out: int
    more: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was not printed: its words, what they say beyond the cited ones, and the claim."""

    text: str
    why: tuple[str, ...]
    claim: str


@dataclass(frozen=True, slots=True)
class Brief:
    """
    What a story's reports say, in one to two screens.

    Attributes:
        scope: What it was compiled from, one sentence.
        sections: Only those that have lines.
        citations: By number.
        refused: Lines that the checker did not let pass.
    """

    title: str
    scope: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """The spans that a piece rests on, before numbers are given: one report's spans and the claims told."""

    report: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...]

    @property
    def places(self) -> tuple[InReport, ...]:
        """The spans with their report."""
        return tuple(InReport(self.report, span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A cited line of a timeline or dossier.

    Attributes:
        when: In words; empty where no time is known.
        id: Of the event or claim behind it.
        note: Status of the event, or what the line is.
    """

    pieces: tuple[Piece, ...]
    when: str
    id: str
    note: str

    @property
    def text(self) -> str:
        """The sentence with its citation numbers."""
        parts = [piece.text + "".join(f" [{number}]" for number in piece.citations) for piece in self.pieces]
        return "".join(parts) + "."


@dataclass(frozen=True, slots=True)
class Timeline:
    """
    A story in the order of time.

    Attributes:
        held: What is told as past or present, oldest first.
        planned: What is told as to come, oldest first, undated last.
        undated: What has no time, in the order of reports.
    """

    title: str
    held: tuple[Entry, ...]
    planned: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """
    One row of a list of claims.

    Attributes:
        who: The chain, outermost first: ``The Courier ← Vell Wire ← a source in the guild``.
        what: The words that it rests on, its clause.
        participants: ``role: words (name)``.
        place: Words, with the place's name where it is known; empty where none.
        status: Of its event; empty where it belongs to none.
        note: Where the question fits several entities: which.
    """

    id: str
    report: str
    outlet: str
    who: str
    what: str
    type: str
    mode: str
    participants: tuple[str, ...]
    place: str
    time: str
    polarity: str
    modality: str
    event: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Lines of a dossier that belong together."""

    key: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """
    Everything that the reports say of somebody or something.

    Attributes:
        name: The fullest form found.
        within: Of a place: what it lies in, near to far.
        note: Other entities that the question fits too, or that may be the same.
        chapters: Names, roles, relations, life, whereabouts, words of theirs, what is said of them, events.
    """

    id: str
    kind: str
    name: str
    within: tuple[str, ...]
    note: str
    chapters: tuple[Chapter, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """
    Words in their sentences.

    Attributes:
        parts: The text in order; True marks the words that something rests on.
    """

    report: str
    outlet: str
    day: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of any kind: its fields in words, and what they rest on."""

    kind: str
    id: str
    rows: tuple[tuple[str, str], ...]
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A row that answers a question.

    Attributes:
        words: The report's words that answer: the place, time, number or those who did it; empty where the line is all.
        pieces: The line, as a brief would have it.
        claim: Id of the claim; ``event`` of its event, empty where it belongs to none.
        status: How the event stands; empty where there is none.
        because: The rules that gave the status (``docs/judging.md``).
        when: The claim's time in words; empty where it has none.
        who: The chain, outermost first.
    """

    words: str
    pieces: tuple[Piece, ...]
    claim: str
    event: str
    status: str
    because: str
    when: str
    who: str
    polarity: str
    modality: str

    @property
    def text(self) -> str:
        """The sentence with its citation numbers."""
        parts = [piece.text + "".join(f" [{number}]" for number in piece.citations) for piece in self.pieces]
        return "".join(parts) + "."


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What the record answers.

    Attributes:
        understood: How the question was read, a part each.
        answers: Best first, one for each event; empty where the record does not hold it.
        left_out: Events that answer too and are not listed.
        nothing: Why there are no answers, one sentence; empty where there are some.
    """

    question: str
    understood: tuple[str, ...]
    answers: tuple[Answer, ...]
    left_out: int
    nothing: str
    citations: tuple[Citation, ...]
