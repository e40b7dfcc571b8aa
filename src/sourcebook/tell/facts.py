"""A fact of a dossier in words that stand alone: a post, a place, a name, or the sentence that tells it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from sourcebook.tell.index import Index, first_mention
from sourcebook.tell.resolving import PRONOUNS
from sourcebook.tell.wording import Fragment, Wording, verbatim
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim
from sourcebook.values.links import Entity, Fact, InReport
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_ARTICLE = regex.compile(r"(?:the|an?|his|her|its|their)\s+", regex.IGNORECASE)
_POST = regex.compile(
    r"\b(?:appointed|named|elected|re-?elected|nominated|designated|promoted|sworn in|declared (?:himself|herself)|"
    r"became|become|becomes|serve[sd]?|serving|worked|works)\b"
    r"(?:\s+(?:as|to|to be))?\s+(?:the\s+|an?\s+|his\s+|her\s+)?"
    r"(?P<post>\p{L}[\p{L}\p{M}’'\-]*(?:\s+(?!in\b|on\b|at\b|since\b|after\b|before\b|when\b|while\b|by\b|last\b|and\b|"
    r"who\b|which\b|that\b)[\p{L}\p{M}’'\-]+){0,9})",
    regex.IGNORECASE,
)
"""A post behind the word that gives it, up to where time, place or another clause begins."""

_OWN = frozenset({"to", "become", "be"})
"""What stands in no post: a clause does."""

_NAME = regex.compile(r"\p{Lu}(?:\p{Lu}|\.\p{Lu}|\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu})")
"""What keeps its capital where a value begins: "CIA Director", "C.I.A. director", "Central Harbor Agency director"."""

_LED = regex.compile(r"(?P<word>led|headed|chaired|commanded|governed|run) by\b", regex.IGNORECASE)
_FINITE = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|be|been|who|which|that|and|but|he|she|they)\b|"
    r"\b\p{L}{3,}(?:ed|ing)\b.*\b(?:by|in|on|from|to)\b",
    regex.IGNORECASE,
)
"""Words that make of a value a clause: they are told as the sentence that they stand in."""

_LONGEST = 90
"""Unit: code points. What is longer is no value."""

PLACES = frozenset({"whereabouts", "based in"})


@dataclass(frozen=True, slots=True)
class Value:
    """
    What a fact says.

    Attributes:
        words: None where only the whole sentence tells it.
        key: The same for values that say one thing.
        labelled: Whether the relation's name must stand before the words.
    """

    words: Wording | None
    key: tuple[str, ...]
    labelled: bool


def value_of(found: Index, entity: Entity, fact: Fact, claim: Claim) -> Value:
    """Return the fact's value in words of its report."""
    report = found.reports[claim.report]
    span = _span(found, entity, fact, claim)
    other = found.entities.get(fact.entity) if fact.entity is not None else None
    if fact.relation in PLACES:
        if claim.place is None:
            return Value(None, (), labelled=False)
        place = found.entity(claim.place.local)
        key = ("place", place.id if place is not None else report.words(claim.place.span).casefold())
        return Value(verbatim(report.id, report.text, claim.place.span), key, labelled=False)
    text = report.words(span)
    led = _LED.match(text)
    if led is not None:
        body = _before(found, report, span)
        if body is None:
            return Value(None, (), labelled=False)
        words = verbatim(report.id, report.text, Span(span.start, span.start + led.end("word")))
        return Value(words + ": " + verbatim(report.id, report.text, body), stems(report.words(body)), labelled=False)
    post = _POST.search(text) if fact.relation in {"role", "affiliation"} else None
    if post is not None and not _OWN.intersection(post["post"].casefold().split()):
        span = Span(span.start + post.start("post"), span.start + post.end("post"))
        return _plain(found, report.id, span, labelled=False)
    article = _ARTICLE.match(text)
    span = Span(span.start + (0 if article is None else article.end()), span.end)
    text = report.words(span)
    own = {part.casefold() for part in entity.name.split()}
    bare = set(text.casefold().split()) <= own | PRONOUNS
    if fact.relation == "founder" and other is not None and other.named and other.id != entity.id:
        named = first_mention(other, other.name, report.id, found)
        if named is not None:
            words = verbatim(named.report, found.reports[named.report].text, named.span)
            return Value(Wording((Fragment("founder of "),)) + words, ("founder", other.id), labelled=False)
    clause = fact.relation != "born" and _FINITE.search(text) is not None
    fragment = fact.relation == "role" and bool(own & set(stemless(text)))
    if bare or clause or fragment or len(text) > _LONGEST:
        return Value(None, (), labelled=False)
    plain = _plain(found, report.id, span, labelled=not _says_itself(fact.relation, text))
    if other is not None and other.named and other.id != entity.id and fact.relation in {"parent", "child"}:
        return Value(plain.words, (fact.relation, other.id), plain.labelled)
    return plain


def _before(found: Index, report: Report, span: Span) -> Span | None:
    """Return the body that is named right before a span ("the Front, led by")."""
    gap = len(report.text[: span.start]) - len(report.text[: span.start].rstrip(" ,(–—-"))
    return next(
        (
            name
            for local in found.locals_in.get(report.id, ())
            for name in local.name_spans
            if span.start - gap <= name.end <= span.start
        ),
        None,
    )


def stemless(text: str) -> tuple[str, ...]:
    """Return a text's words without capitals and possessive endings."""
    return tuple(one.removesuffix("’s").removesuffix("'s").strip(".,;:()").casefold() for one in text.split())


def _plain(found: Index, report: str, span: Span, *, labelled: bool) -> Value:
    words = verbatim(report, found.reports[report].text, span)
    if found.opens_plainly(report, span, described=True) and not _NAME.match(words.text):
        words = words.lowered()
    return Value(words, tuple(sorted(set(stems(words.text)))), labelled)


def _says_itself(relation: str, text: str) -> bool:
    """Tell whether a value names its relation ("born in 1989", "son of")."""
    held = set(stems(text))
    kin = {"parent": {"son", "daughter"}, "child": {"father", "mother"}, "role": set(), "alias": set()}
    return stem(relation) in held or bool(kin.get(relation, {relation}) & held) or relation in {"role", "alias"}


def _span(found: Index, entity: Entity, fact: Fact, claim: Claim) -> Span:
    """Return where the value stands."""
    for member in entity.members:
        for row in found.facts.get(member, ()):
            if row.claim == fact.claim and row.relation == fact.relation and row.value == fact.value:
                return row.span
    return claim.evidence[0] if claim.evidence else claim.trigger.span


def places_of(value: Value, claim: Claim) -> tuple[InReport, ...]:
    """Return what the value rests on: its own words and the claim's clause."""
    own = () if value.words is None else value.words.places
    return (*own, *(InReport(claim.report, one) for one in claim.evidence[:1]))
