"""One event as the rules of standing look at it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.doubts import Doubts, doubts
from sourcebook.judge.lineage import Lineage
from sourcebook.judge.matter import speaks_of
from sourcebook.judge.parties import Sides
from sourcebook.judge.roots import Root, Sort
from sourcebook.judge.weight import Weight, answer, bare_weight, weigh
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import Role

_PLANNING = frozenset({"plan", "plans", "planned", "planning", "intend", "intends", "intended", "intention", "would"})
"""Words by which what is denied is a plan, though the act itself stands in the past ("that a meeting was planned")."""

_AHEAD = (Weight.PLANNED, Weight.PROMISED, Weight.CONDITIONAL)
_AGAINST = frozenset({Weight.NEGATED, Weight.DENIED, Weight.PLAN_DENIED, Weight.REFUSED})


@dataclass(frozen=True, slots=True)
class Hearing:
    """
    One event, opened for the rules.

    Attributes:
        rejected: Its claims that a person rejected in review; they are in none of the other fields.
        by_weight: Its claims by the part that they play, in reading order.
        withdrawn: Claims that their own origin took back, or said otherwise later.
        roots: By claim id, where its chain begins.
        voices: By root, the first of the roots that speak for the same side.
        parties: Ids of the entities that take part in it.
        clash: Claims of this event and of another one whose outcome excludes it; empty where none does.
        fallen: Claims that say that the thing planned here did not happen, told of another event.
        doubts: Pairs of named sources that together confirm nothing.
    """

    rejected: tuple[Claim, ...]
    by_weight: dict[Weight, tuple[Claim, ...]]
    withdrawn: tuple[Claim, ...]
    roots: dict[str, Root]
    voices: dict[Root, Root]
    parties: frozenset[str]
    sides: Sides
    clash: tuple[Claim, ...] = ()
    fallen: tuple[Claim, ...] = ()
    doubts: Doubts = frozenset()

    def of(self, *weights: Weight) -> tuple[Claim, ...]:
        """Return the claims that play one of these parts."""
        return tuple(claim for weight in weights for claim in self.by_weight.get(weight, ()))

    @property
    def supporting(self) -> tuple[Claim, ...]:
        """Claims that the event happened; where none says so, claims that it is ahead."""
        return self.of(Weight.HELD) or self.of(*_AHEAD)

    @property
    def opposing(self) -> tuple[Claim, ...]:
        """
        Claims against ``supporting``: that it didn't happen, or, where it is ahead, that it will not.

        That a planned thing did not happen is no word against the plan.
        """
        if self.of(Weight.HELD):
            return self.of(Weight.DENIED, Weight.NEGATED)
        if self.of(*_AHEAD):
            return self.of(Weight.DENIED, Weight.PLAN_DENIED, Weight.REFUSED)
        return self.of(Weight.DENIED, Weight.PLAN_DENIED)

    def named(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return those of the claims whose root is a named source, or an outlet or report in its own voice."""
        return tuple(one for one in claims if self.roots[one.id].sort in {Sort.NAMED, Sort.OUTLET, Sort.REPORT})

    def sources(self, claims: Iterable[Claim]) -> dict[Root, tuple[Claim, ...]]:
        """
        Return the named sources of the claims, one a side, each with its claims.

        An outlet in its own voice is none: it does not say where it knows it from, so it may rest on the other.
        """
        found: dict[Root, list[Claim]] = {}
        for claim in self.named(claims):
            root = self.roots[claim.id]
            if root.sort is not Sort.NAMED:
                continue
            same = next((one for one in found if self.voices[one] == self.voices[root]), root)
            found.setdefault(same, []).append(claim)
        return {root: tuple(group) for root, group in found.items()}

    def apart(self, one: Root, other: Root) -> bool:
        """Tell whether two named sources speak for two sides, and what they say can be of one act."""
        return self.voices[one] != self.voices[other] and frozenset({one, other}) not in self.doubts

    def voice(self, claim: Claim) -> Root:
        """Return the first of the roots that speak for the side of the claim's own root."""
        return self.voices[self.roots[claim.id]]


def open_hearing(
    book: Casebook, sides: Sides, claims: Sequence[Claim], lineage: Lineage, answers: Sequence[Claim] = ()
) -> Hearing:
    """
    Sort an event's claims by the part that they play; ``claims`` in reading order, rejected ones too.

    ``answers`` are told of another happening, have no content of their own, and answer this event.
    """
    counted = [claim for claim in claims if claim.id not in book.rejected]
    played = {claim.id: weigh(claim) for claim in counted}
    for claim in counted:
        if played[claim.id] is Weight.DENIED and not _PLANNING.isdisjoint(words_of(book.evidence(claim))):
            played[claim.id] = Weight.PLAN_DENIED
    ahead = Weight.HELD not in played.values() and any(weight in _AHEAD for weight in played.values())
    _set_aside(book, sides, counted, played)
    played |= {claim.id: bare_weight(claim, ahead=ahead) for claim in answers}
    heard = [*counted, *answers]
    withdrawn = _withdrawn(book, heard, played, lineage.roots)
    by_weight: dict[Weight, list[Claim]] = {}
    for claim in heard:
        if claim not in withdrawn:
            by_weight.setdefault(played[claim.id], []).append(claim)
    return Hearing(
        rejected=tuple(claim for claim in claims if claim.id in book.rejected),
        by_weight={weight: tuple(group) for weight, group in by_weight.items()},
        withdrawn=withdrawn,
        roots=lineage.roots,
        voices=_voices(sides, lineage.roots.values()),
        parties=_parties(book, counted),
        sides=sides,
        doubts=doubts(book, sides, by_weight.get(Weight.HELD, ()), lineage.roots),
    )


def _set_aside(book: Casebook, sides: Sides, claims: Sequence[Claim], played: dict[str, Weight]) -> None:
    """Count what is said against an event for nothing where others tell it and it speaks of another act."""
    telling = [one for one in claims if played[one.id] in {Weight.HELD, *_AHEAD}]
    for one in claims if telling else ():
        if played[one.id] in _AGAINST and not speaks_of(book, sides, one, telling):
            played[one.id] = Weight.ANSWER


def _voices(sides: Sides, roots: Iterable[Root]) -> dict[Root, Root]:
    """Group the roots that speak for one side under the first of them."""
    found: dict[Root, Root] = {}
    for root in sorted(set(roots)):
        first = root
        if root.key[0] == "entity":
            known = (one for one in found.values() if one.key[0] == "entity")
            first = next((one for one in known if sides.together(one.key[1], root.key[1])), root)
        found[root] = first
    return found


def _parties(book: Casebook, claims: Iterable[Claim]) -> frozenset[str]:
    """Return the entities that take part, without those that only answer."""
    roles = (Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT)
    told = (claim for claim in claims if weigh(claim) is not Weight.ANSWER)
    locals_of = (one.local for claim in told for one in claim.participants if one.role in roles)
    return frozenset(book.owners[local] for local in locals_of if local in book.owners)


def _withdrawn(
    book: Casebook, claims: Sequence[Claim], played: dict[str, Weight], roots: dict[str, Root]
) -> tuple[Claim, ...]:
    """Return claims that their root retracted, and those against which the same root spoke later."""
    plain = {Weight.HELD: 1, Weight.NEGATED: -1, Weight.DENIED: -1}
    taken = {roots[claim.id] for claim in claims if played[claim.id] is Weight.RETRACTED}
    last: dict[tuple[Root, int], Claim] = {}
    for claim in claims:
        sign = plain.get(played[claim.id])
        if sign is not None:
            key = roots[claim.id], sign
            if key not in last or book.later(claim, last[key]):
                last[key] = claim
    found = []
    for claim in claims:
        weight, root = played[claim.id], roots[claim.id]
        if root in taken and weight is not Weight.RETRACTED and answer(claim) is None:
            found.append(claim)
        elif weight in plain and root.sort is Sort.NAMED:
            against = last.get((root, -plain[weight]))
            if against is not None and book.later(against, claim):
                found.append(claim)
    return tuple(found)
