"""The hand-checked sample of claims: offsets and verdicts, no words of the corpora (``labels.csv``)."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.extract.confidence import features
from sourcebook.read import Loaded, read_paths
from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.kinds import EventType, Modality, Polarity
from sourcebook.values.marks import Annotation
from sourcebook.values.reports import Passage, PassageKind, Report
from sourcebook.values.spans import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
LABELS = Path(__file__).parent / "labels.csv"


@dataclass(frozen=True, slots=True)
class Label:
    """
    What a reader says of a word that a claim was made of.

    Attributes:
        document: Path below the shared folder.
        digest: First 16 digits of the SHA-256 of the report's text, so that other texts count for nothing.
        span: The word.
        types: Types that a reader would give it; none where a reader would make no claim of it.
        modalities: Those that a reader would accept.
        right: Whether the participants of the reading that was checked are right.
        participants: That reading's participants, as :func:`fingerprint` writes them.
    """

    document: str
    digest: str
    span: Span
    types: frozenset[EventType]
    polarity: Polarity
    modalities: frozenset[Modality]
    right: bool
    participants: str


def load(path: Path = LABELS) -> list[Label]:
    """Return the labels in the order of documents and offsets."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Label(
                row["document"],
                row["digest"],
                Span(int(row["start"]), int(row["end"])),
                frozenset(EventType(one) for one in row["types"].split("|") if one),
                Polarity(row["polarity"]),
                frozenset(Modality(one) for one in row["modality"].split("|")),
                row["who"] == "right",
                row["participants"],
            )
            for row in csv.DictReader(stream)
        ]


def fingerprint(claim: Claim) -> str:
    """Return a claim's participants as the labels write them."""
    return ";".join(f"{one.role}:{one.span.start}-{one.span.end}" for one in claim.participants)


def digest_of(text: str) -> str:
    """
    Return the digest that a label knows a report's text by.

    >>> digest_of("The dam held.")
    'c54da47a44129903'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a label says of the claim that stands at its word today.

    Attributes:
        event: Whether a reader would make a claim of it at all.
        type: Whether a reader would type it so.
        mood: Whether polarity and modality are a reader's.
        who: Whether the participants are right; None where they are not those that were checked.
        features: What the claim's confidence is read off.
    """

    label: Label
    claim: Claim
    event: bool
    type: bool
    mood: bool
    who: bool | None
    features: tuple[float, ...]

    @property
    def right(self) -> bool:
        """Whether nothing that was checked is wrong."""
        return self.event and self.type and self.mood and self.who is not False


def judge(label: Label, extraction: Extraction, annotation: Annotation) -> Verdict | None:
    """Return the verdict on the typed claim at a label's word; None where there is none."""
    here = [one for one in extraction.claims if one.trigger.span == label.span and one.type is not EventType.OTHER]
    if not here:
        return None
    claim = here[0]
    event = next((one for one in annotation.events if one.span == label.span and one.type is claim.type), None)
    same = fingerprint(claim) == label.participants
    return Verdict(
        label,
        claim,
        bool(label.types),
        claim.type in label.types,
        claim.polarity is label.polarity and claim.modality in label.modalities,
        label.right if same else None,
        features(claim, event),
    )


def read(
    labels: Sequence[Label], annotator: Annotator, shared: Path = SHARED
) -> Iterator[tuple[Label, Extraction, Annotation]]:
    """Yield each label with what its report says; labels of a report whose text has changed are passed over."""
    for document in sorted({one.document for one in labels}):
        report = _report(shared / document)
        own = [one for one in labels if one.document == document and one.digest == digest_of(report.text)]
        if not own:
            continue
        furniture = tuple(one.span for one in report.passages if one.kind is PassageKind.FURNITURE)
        annotation = annotator(report.id, report.text, report.published, furniture)
        found = extract(report, annotation)
        for label in own:
            yield label, found, annotation


def _report(path: Path) -> Report:
    if "polnear" in path.parts:
        text = path.read_text(encoding="utf-8")
        whole = Passage(Span(0, len(text)), PassageKind.BODY)
        return Report(
            sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, passages=(whole,), given_id=path.stem
        )
    [loaded] = read_paths([path])
    if not isinstance(loaded, Loaded):
        raise loaded
    return loaded.report
