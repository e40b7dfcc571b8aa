"""What a report tells of somebody in passing: titles, appositions, kinship, lives, other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import Claim, LocalEntity, LocalFact, Participant
from sourcebook.values.kinds import EventType, Modality, NameKind, Polarity, Role
from sourcebook.values.spans import Span

DOWN = frozenset({"son", "daughter", "child", "grandson", "granddaughter", "nephew", "niece"})
"""Kin nouns whose genitive is the elder: "son of X" tells a parent."""

LIFESPAN = re.compile(r"\s*\((?:born\s+)?([12]\d{3})(?:\s*[-–]\s*([12]\d{3}))?\)")
ALIAS = re.compile(
    r",?\s+\(?(?:(?:which|who|that)\s+)?(?:(?:is|was|are|were|has been)\s+)?"
    r"(?:also|better|formerly|otherwise|commonly)\s+(?:known|called|referred to)\s+as\b",
    re.IGNORECASE,
)
"""What stands right behind a name whose other name follows."""
DASH = re.compile(r"\s*[-–—]")
ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Za-z.&-]{1,9})\s*\)")


@dataclass(frozen=True, slots=True)
class Told:
    """
    A fact told by an apposition or title, not by a verb of its own.

    Attributes:
        subject: Head token of the one it is told of.
        trigger: Token of the noun that tells it.
        value: The words.
        object: Head token of the other side, None where there is none.
        type: The claim's type.
    """

    subject: int
    relation: str
    trigger: int
    value: Span
    object: int | None
    type: EventType


def told_in_passing(reading: Reading) -> Iterator[Told]:
    """Yield what appositions, titles and possessives tell, in reading order."""
    tree = reading.tree
    seen: set[tuple[int, int]] = set()
    for index in range(len(tree.tokens)):
        for child in tree.of(index, "appos"):
            for subject, noun in ((index, child), (child, index)):
                if _described(reading, subject, noun):
                    for one in tree.conjuncts(noun):
                        told = _noun(reading, subject, one)
                        if told is not None and (subject, one) not in seen:
                            seen.add((subject, one))
                            yield told
    for name in reading.annotation.names:
        if name.kind is not NameKind.PERSON:
            continue
        inside = reading.tokens_in(name.span)
        title = _title(reading, inside.start) if inside else None
        bearer = reading.top(name.span)
        if title and bearer is not None and (bearer, title[-1]) not in seen:
            owner = next((one for one in title if reading.name_kind(one) in OWNING), None)
            owner = tree.first(title[-1], "nmod:poss") if owner is None else owner
            seen.add((bearer, title[-1]))
            yield Told(bearer, "role", title[-1], tree.stretch(title), owner, EventType.OFFICE)


def _described(reading: Reading, subject: int, noun: int) -> bool:
    """Tell whether a noun beside a name describes it: it is no name or acronym itself, and no place holds an office."""
    kind, token = reading.name_kind(subject), reading.tree.tokens[noun]
    if kind is None or noun in reading.name_at or reading.words(token.span).isupper():
        return False
    return kind is not NameKind.PLACE or token.lemma.lower() not in noun_class("role")


def once(reading: Reading, cast: Cast, told: Iterable[Told]) -> Iterator[Told]:
    """
    Yield the titles of a report each once: a bearer's longest words for it, where they first stand.

    "Mayor Vell" after "Osk mayor Mara Vell" tells nothing new.
    """
    found = list(told)
    words = [(one.relation, cast.at(one.subject), set(reading.words(one.value).casefold().split())) for one in found]
    for place, (one, (relation, bearer, own)) in enumerate(zip(found, words, strict=True)):
        others = (
            (at, other)
            for at, (kind, whose, other) in enumerate(words)
            if at != place and kind == relation and whose == bearer
        )
        if one.type is not EventType.OFFICE or not any(
            own < other or (own == other and at < place) for at, other in others
        ):
            yield one


OWNING = (NameKind.ORGANIZATION, NameKind.PLACE, NameKind.GROUP)


def _title(reading: Reading, first: int) -> list[int]:
    """Return the tokens of the title that stands right before a name ("Sarn council spokesman"), else none."""
    tree = reading.tree
    taken: list[int] = []
    at = first - 1
    while at >= 0 and first - at <= 9 and tree.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT", "NUM"):
        token = tree.tokens[at]
        if token.pos == "PUNCT" and token.lemma not in ("-", "‑"):
            break
        if token.pos == "PART" and token.lemma not in ("'s", "'", "’s", "’"):
            break
        taken.insert(0, at)
        at -= 1
    while taken and tree.tokens[taken[0]].pos in ("PART", "PUNCT"):
        taken.pop(0)
    if not taken or tree.tokens[taken[-1]].lemma.lower() not in noun_class("role"):
        return []
    sentence = reading.sentence_of(tree.tokens[first].span.start)
    return [one for one in taken if sentence is None or tree.tokens[one].span.start >= sentence.start]


def _noun(reading: Reading, subject: int, noun: int) -> Told | None:
    """Return what the noun ``noun`` tells of ``subject`` beside it."""
    tree = reading.tree
    lemma = tree.tokens[noun].lemma.lower()
    other = next(
        (
            one
            for one in tree.of(noun, "nmod")
            if tree.tokens[one].dep == "nmod:poss"
            or set(tree.cases(one)) & {"of", "for", "to", "in"}
            or (one > noun and noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].lemma == "of")
        ),
        None,
    ) or next((one for one in tree.of(noun, "compound", "amod") if reading.name_kind(one) in OWNING), None)
    value = tree.phrase_span(noun)
    if lemma in noun_class("kin"):
        if other is None:
            return None
        return Told(
            subject,
            "parent" if lemma in DOWN else "child" if lemma in ("father", "mother") else "kin",
            noun,
            value,
            other,
            EventType.STATE,
        )
    if lemma == "capital" and other is not None:
        return Told(subject, "capital of", noun, value, other, EventType.STATE)
    if lemma in ("founder", "co-founder"):
        return Told(subject, "founder", noun, value, other, EventType.OFFICE)
    if lemma in noun_class("role"):
        return Told(subject, "role", noun, value, other, EventType.OFFICE)
    return None


def facts_of_claims(reading: Reading, cast: Cast, claims: dict[int, Claim]) -> Iterator[LocalFact]:
    """Yield the dossier lines that claims with a verb of their own tell. ``claims`` is by trigger token."""
    for index, claim in sorted(claims.items()):
        if claim.polarity is Polarity.NEGATIVE:
            continue
        actors = [one for one in claim.participants if one.role is not Role.RECIPIENT and _known(cast, one)]
        recipients = [one for one in claim.participants if one.role is Role.RECIPIENT and _known(cast, one)]
        lemma = claim.trigger.lemma.lower()
        clause = claim.evidence[0]
        if claim.type is EventType.LIFE:
            relation = {"bear": "born", "birth": "born", "die": "died", "death": "died"}.get(lemma)
            if relation is None and _studies(reading, index):
                relation = "education"
            if relation is not None:
                for one in (actors if relation == "education" else [*actors, *recipients])[:1]:
                    yield LocalFact(
                        one.local or "", relation, reading.words(clause), clause, None, claim.time, claim.id
                    )
        elif claim.type is EventType.OFFICE and reading.tree.tokens[index].pos == "VERB":
            holders = (recipients if lemma in PUT_IN_OFFICE and recipients else actors)[:1]
            held = {one.local for one in holders}
            other = next((one.local for one in (*recipients, *actors) if one.local not in held), None)
            value = _post(reading, index) or _deed(reading, index) or clause
            for one in holders:
                yield LocalFact(one.local or "", "role", reading.words(value), value, other, claim.time, claim.id)
        elif claim.type is EventType.FOUND and claim.modality is Modality.ASSERTED:
            for one in actors if _organized(cast, claim) else ():
                object_ = recipients[0].local if recipients else None
                yield LocalFact(
                    one.local or "", "founder", reading.words(clause), clause, object_, claim.time, claim.id
                )
        elif claim.type is EventType.TRAVEL and claim.place is not None:
            for one in actors:
                yield LocalFact(
                    one.local or "",
                    "whereabouts",
                    reading.words(clause),
                    clause,
                    claim.place.local,
                    claim.time,
                    claim.id,
                )
        elif claim.type is EventType.STATE and actors:
            yield from _state(reading, cast, index, claim, actors[0].local or "")


def _post(reading: Reading, verb: int) -> Span | None:
    """Return the words of the post that a verb of office gives or takes ("declared himself the caretaker head")."""
    tree = reading.tree
    for noun in tree.of(verb, "xcomp", "obl", "obj"):
        cases = set(tree.cases(noun))
        if tree.tokens[noun].lemma.lower() in noun_class("role") and (not cases or "as" in cases):
            return tree.phrase_span(noun)
    return None


def _deed(reading: Reading, verb: int) -> Span | None:
    """Return a verb of office with what belongs to it alone ("stepped down"), without its subject and other clauses."""
    tree = reading.tree

    def skip(child: int) -> bool:
        return tree.dep(child) in (
            "nsubj",
            "mark",
            "advcl",
            "ccomp",
            "conj",
            "cc",
            "parataxis",
            "punct",
            "csubj",
            "aux",
        )

    return tree.stretch(tree.below(verb, skip)) if tree.dep(verb) in ("ccomp", "advcl", "conj", "acl") else None


def _organized(cast: Cast, claim: Claim) -> bool:
    """Tell whether what is founded is an organization."""
    made = [
        cast.called(one.local) for one in claim.participants if one.role is Role.RECIPIENT and one.local is not None
    ]
    return any(one is not None and one.kind in (NameKind.ORGANIZATION, NameKind.GROUP) for one in made)


def _known(cast: Cast, one: Participant) -> bool:
    """Tell whether a participant is somebody or something with a name: only these have a dossier."""
    called = cast.called(one.local) if one.local is not None else None
    return called is not None and called.named


PUT_IN_OFFICE = frozenset(
    "appoint elect name nominate dismiss remove replace reelect re-elect designate depose promote swear".split()
)


def _studies(reading: Reading, index: int) -> bool:
    clause = reading.tree.clause_of(index)
    words = {reading.tree.tokens[one].lemma.lower() for one in reading.tree.below(clause)}
    return bool(
        words & {"degree", "university", "college", "school", "graduate", "study", "diploma", "academy", "doctorate"}
    )


def _state(reading: Reading, cast: Cast, index: int, claim: Claim, subject: str) -> Iterator[LocalFact]:
    tree = reading.tree
    lemma = tree.tokens[index].lemma.lower()
    clause = claim.evidence[0]
    if lemma in ("base", "locate", "headquarter") and claim.place is not None:
        yield LocalFact(subject, "based in", reading.words(clause), clause, claim.place.local, claim.time, claim.id)
        return
    if claim.place is not None and claim.place.span.overlaps(tree.tokens[index].span):
        yield LocalFact(subject, "whereabouts", reading.words(clause), clause, claim.place.local, claim.time, claim.id)
        return
    for noun in tree.conjuncts(index):
        told = _noun(reading, index, noun)
        if told is not None:
            other = cast.at(told.object) if told.object is not None else None
            yield LocalFact(subject, told.relation, reading.words(told.value), told.value, other, claim.time, claim.id)


def _dateline(text: str, place: Span, end: int) -> bool:
    """Tell whether a name and its bracket open a paragraph with a dash behind: "BRASK (WN) - "."""
    ahead = text[: place.start].rpartition("\n")[2].strip(" ,")
    return (not ahead or ahead.isupper()) and DASH.match(text, end) is not None


def other_names(reading: Reading, entity: LocalEntity) -> Iterator[tuple[str, Span]]:
    """Yield (relation, span of the words) for lives and acronyms in brackets right after an entity's names."""
    for span in entity.name_spans:
        lived = LIFESPAN.match(reading.text, span.end)
        if lived is not None and entity.kind is NameKind.PERSON:
            yield "born", Span(*lived.span(1))
            if lived.group(2):
                yield "died", Span(*lived.span(2))
        short = ACRONYM.match(reading.text, span.end)
        if short is not None and entity.kind is not NameKind.PERSON and not _dateline(reading.text, span, short.end()):
            yield "alias", Span(*short.span(1))
        known = ALIAS.match(reading.text, span.end)
        if known is not None:
            after = next(
                (name.span for name in reading.annotation.names if 0 <= name.span.start - known.end() <= 6), None
            )
            if after is not None:
                yield "alias", after
