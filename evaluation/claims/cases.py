"""Sentences of our own making with the claims that a reader would keep (``data/*.toml``, one file a kind)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sourcebook.values.claims import Claim, Participant
from sourcebook.values.kinds import EventType, Role
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span

LEAD = "Apples were cheap in the southern valleys, traders say. Most orchards lie along the river.\n\n"
"""Stands before every case: a sentence all by itself is no report, and models read it worse than any report."""
DATA = Path(__file__).parent / "data"
FIELDS = frozenset(
    {
        "at", "type", "polarity", "modality", "tense", "actor", "recipient", "participant", "of", "count", "place",
        "time", "background", "answer", "chain",
    }
)  # fmt: skip
SIDES = {"actor": (Role.ACTOR,), "recipient": (Role.RECIPIENT,), "participant": tuple(Role)}


class BadCase(ValueError):
    """A case that can't be used: says the file, the text and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Case:
    """
    A text with what is expected of it.

    Attributes:
        id: Kind and number, from 1.
        published: Day of publication; None where the report has none.
        claims: Expected claims, each a word (``at``) and the fields that are checked.
        absent: Words at which no typed claim may stand.
        held: Whether nobody looks at what fails here: every second case of a kind.
    """

    id: str
    kind: str
    text: str
    published: date | None
    claims: tuple[dict[str, Any], ...]
    absent: tuple[str, ...]
    held: bool

    @property
    def report(self) -> Report:
        """The case as a report."""
        day = Published(self.published, self.published, Basis.GIVEN) if self.published else Published()
        whole = Passage(Span(0, len(self.text)), PassageKind.BODY)
        digest = sha256(self.text.encode()).hexdigest()
        return Report(sha256=digest, text=self.text, passages=(whole,), published=day, given_id=self.id)


def load(folder: Path = DATA) -> list[Case]:
    """
    Return all cases in order of kind and number.

    Raises:
        BadCase: If a word is not exactly once in its text, or a field is not one of ours.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            claims, absent = tuple(case.get("claims", ())), tuple(case.get("absent", ()))
            text = LEAD + case["text"]
            for word in (*(one["at"] for one in claims), *absent):
                if text.count(word) != 1:
                    message = f"{path.name}, case {number}: {word!r} is not once in {text!r}"
                    raise BadCase(message)
            for one in claims:
                if not one.keys() <= FIELDS:
                    message = f"{path.name}, case {number}: no such field: {sorted(one.keys() - FIELDS)}"
                    raise BadCase(message)
            name = f"{path.stem}-{number}"
            found.append(Case(name, path.stem, text, case.get("published"), claims, absent, number % 2 == 0))
    return found


def at(word: str, text: str, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims whose trigger overlaps a word, the typed ones first."""
    start = text.index(word)
    span = Span(start, start + len(word))
    found = [one for one in claims if one.trigger.span.overlaps(span)]
    return sorted(found, key=lambda one: (one.type is EventType.OTHER, one.trigger.span, one.id))


def faults(expected: dict[str, Any], text: str, claims: Sequence[Claim]) -> list[str]:
    """
    Return the fields in which the best claim at a word is not as expected, ``at`` where there is no claim.

    A field's expected values are parted by ``|`` where two readings are defensible. ``actor``, ``recipient`` and
    ``participant`` (whatever its role) list words, and "none" says that there is nobody: each participant of that role
    must hold one of them, and each must be held; ``of`` lists for whom somebody among them acts. ``time`` is the
    interval ("2021-08-01..2021-08-31") or words. ``chain`` lists the sources' words, outermost first.
    """
    found = at(expected["at"], text, claims)
    if not found:
        return ["at"]
    return min((_faults(expected, text, one) for one in found), key=len)


def _faults(expected: dict[str, Any], text: str, claim: Claim) -> list[str]:
    wrong = []
    for name, want in expected.items():
        match name:
            case "at":
                good = True
            case "actor" | "recipient" | "participant":
                sides = [one for one in claim.participants if one.role in SIDES[name]]
                good = _same([] if want == "none" else want, [one.span.of(text) for one in sides])
            case "of":
                good = _same(want, [one.span.of(text) for side in claim.participants for one in side.of])
            case "count":
                good = any(_counts(one, want) for one in claim.participants)
            case "place":
                words = claim.place.span.of(text) if claim.place else "none"
                good = want in words
            case "time":
                good = want in _when(claim, text)
            case "chain":
                words_of = [link.span.of(text) if link.span else "" for link in claim.attribution]
                good = len(want) == len(words_of) and all(
                    one in other for one, other in zip(want, words_of, strict=True)
                )
            case "answer":
                good = bool(claim.attribution) and str(claim.attribution[-1].cue_kind) == want
            case "background":
                good = claim.background == want
            case _:
                good = str(getattr(claim, name)) in want.split("|")
        if not good:
            wrong.append(name)
    return wrong


def _same(want: Sequence[str], words: Sequence[str]) -> bool:
    return len(words) == len(want) and all(any(one in other for other in words) for one in want)


def _counts(one: Participant, want: int) -> bool:
    return one.count is not None and want in (one.count.value, one.count.low)


def _when(claim: Claim, text: str) -> tuple[str, ...]:
    if claim.time is None:
        return ("none",)
    words = claim.time.span.of(text) if claim.time.span else ""
    return (words, f"{claim.time.earliest}..{claim.time.latest}")
