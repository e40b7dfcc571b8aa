"""What is demanded by a noun that tells no act: "called for an inclusive council"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.extract.speakers import Speakers
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import ChainLink, Claim, Participant, Trigger
from sourcebook.values.kinds import CueKind, EventType, Modality, Polarity, Role, Tense

ASKED_BY = {
    "call": frozenset({"for"}),
    "press": frozenset({"for"}),
    "push": frozenset({"for"}),
    "appeal": frozenset({"for"}),
    "demand": frozenset({""}),
    "advocate": frozenset({""}),
}
"""Verbs of asking, with the prepositions of what is asked for; "" is their object."""


def demanded(reading: Reading, cast: Cast, claims: Mapping[int, Claim]) -> Iterator[tuple[int, Claim]]:
    """
    Yield what requests ask for by a noun that makes no claim yet, with the noun's token.

    That it is asked for has a claim of its own; that it should be is another, told by who asks.
    """
    tree, speakers = reading.tree, Speakers(reading, cast)
    for verb, claim in sorted(claims.items()):
        allowed = ASKED_BY.get(tree.tokens[verb].lemma.lower(), frozenset())
        said = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.POSITIVE
        if claim.type is not EventType.REQUEST or not allowed or not said:
            continue
        for one in tree.of(verb, "obl", "obj"):
            cases = set(tree.cases(one)) or {""}
            if cases & allowed and one > verb and one not in claims and _made(reading, one):
                yield one, _wish(reading, cast, speakers, claim, one)


def _made(reading: Reading, noun: int) -> bool:
    """Tell whether a noun names a body or state of affairs that can be brought about, and no name."""
    tree = reading.tree
    plain = tree.tokens[noun].pos == "NOUN" and noun not in reading.name_at
    return plain and tree.tokens[noun].lemma.lower() not in noun_class("person") and not any(tree.of(noun, "acl"))


def _wish(reading: Reading, cast: Cast, speakers: Speakers, claim: Claim, noun: int) -> Claim:
    tree = reading.tree
    span = tree.phrase_span(noun)
    links = list(claim.attribution)
    asking = next((one for one in claim.participants if one.role is Role.ACTOR), None)
    if asking is not None:
        kind, anonymous = speakers.kind_of(asking.span, reading.top(asking.span), asking.local, frozenset())
        links.append(ChainLink(asking.span, asking.local, kind, anonymous, claim.trigger.span, CueKind.DEMANDS))
    return Claim(
        report=claim.report,
        evidence=claim.evidence,
        type=EventType.OTHER,
        trigger=Trigger(tree.tokens[noun].span, tree.tokens[noun].lemma),
        participants=(Participant(Role.RECIPIENT, span, cast.at(noun)),),
        polarity=Polarity.POSITIVE,
        modality=Modality.DEMANDED,
        tense=Tense.FUTURE,
        attribution=tuple(links),
        quote=reading.quoted(tree.tokens[noun].span),
        confidence=claim.confidence,
        missing=("actor: none in the clause",),
    )
