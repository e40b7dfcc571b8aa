"""Where the chains of one event begin: the root of every claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sourcebook.judge.casebook import Casebook
from sourcebook.judge.roots import Chain, Names, Outlet, Root, Sort, own_voice, printed, read_chain
from sourcebook.judge.versions import is_outdated
from sourcebook.judge.weight import Weight, answer, weigh
from sourcebook.judge.wording import shared_wording
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import LinkKind, Stance


@dataclass(frozen=True, slots=True)
class Lineage:
    """
    The roots of one event's claims.

    Attributes:
        roots: By claim id.
        loops: By root, the outlets along a circular relay that its claims passed through.
    """

    roots: dict[str, Root]
    loops: dict[Root, tuple[str, ...]]


def trace(book: Casebook, claims: Sequence[Claim]) -> Lineage:
    """
    Return the root of every claim of one event.

    An outlet that is cited leads on to what its own claims of the event rest on: those that hold it, of a claim that
    holds it, those against it, of one against it. Copies speak with the voice of the earliest of them, and claims that
    share their wording share their root.
    """
    ordered = sorted(claims, key=lambda claim: (book.day(claim) or date.max, claim.report, claim.evidence, claim.id))
    names = dict(book.outlets)
    leanings: dict[str, list[Chain]] = {}
    for claim in ordered:
        leanings.setdefault(_leaning(claim), []).append(read_chain(book, claim, names))
    roots: dict[str, Root] = {}
    loops: dict[Root, tuple[str, ...]] = {}
    for chains in leanings.values():
        _trace_alike(book, chains, names, roots, loops)
    return _folded(book, ordered, roots, loops)


def _leaning(claim: Claim) -> str:
    """Return whether a claim is for its event, against it, or neither."""
    weight = weigh(claim)
    if weight in {Weight.NEGATED, Weight.DENIED, Weight.PLAN_DENIED, Weight.REFUSED}:
        return "against"
    return "neither" if weight in {Weight.ANSWER, Weight.RETRACTED} else "for"


def _trace_alike(
    book: Casebook, told: Sequence[Chain], names: Names, roots: dict[str, Root], loops: dict[Root, tuple[str, ...]]
) -> None:
    """Add the roots and circles of claims that lean one way."""
    passing = {chain.outlets[-1] for chain in told if chain.root is not None}
    chains = [
        replace(chain, outlets=(*chain.outlets, chain.root.key), root=None)
        if chain.root is not None and chain.root.sort is Sort.NAMED and chain.root.key in passing
        else chain
        for chain in told
    ]
    attributed: dict[str, Chain] = {}
    for chain in chains:
        if chain.claim.attribution and not is_outdated(book, chain.claim):
            attributed.setdefault(chain.claim.report, chain)
    behind: dict[Outlet, list[Root]] = {}
    cites: dict[Outlet, list[Outlet]] = {}
    for chain in chains:
        for one, other in pairwise(chain.outlets):
            cites.setdefault(one, []).append(other)
        if chain.root is not None:
            behind.setdefault(chain.outlets[-1], []).append(chain.root)
        elif len(chain.outlets) == 1 and chain.claim.report not in attributed:
            behind.setdefault(chain.outlets[0], []).append(own_voice(book, chain.outlets[0], chain.claim.report, names))
    for chain in chains:
        leading = attributed.get(chain.claim.report, chain) if not chain.claim.attribution else chain
        root = leading.root or _resolve(book, leading, behind, cites, names)
        roots[chain.claim.id] = root
        if circle := _circle(leading.outlets, cites):
            loops[root] = tuple(printed(book, outlet, names) for outlet in circle)


def _resolve(
    book: Casebook, chain: Chain, behind: dict[Outlet, list[Root]], cites: dict[Outlet, list[Outlet]], names: Names
) -> Root:
    """Follow the outlet that ends a chain to what stands behind it; a circle with nothing behind is its own root."""
    seen: list[Outlet] = []
    waiting = [chain.outlets[-1]]
    while waiting:
        outlet = waiting.pop(0)
        if outlet in seen:
            continue
        seen.append(outlet)
        if outlet in behind:
            return min(behind[outlet], key=lambda root: (root.sort, behind[outlet].index(root)))
        waiting.extend(cites.get(outlet, ()))
    circle = _circle(chain.outlets, cites)
    if circle:
        label = " → ".join(printed(book, outlet, names) for outlet in (*circle, circle[0]))
        return Root(Sort.LOOP, tuple(word for outlet in circle for word in (*outlet, "|")), label, LinkKind.OUTLET)
    return own_voice(book, seen[-1], None, names)


def _circle(outlets: Iterable[Outlet], cites: dict[Outlet, list[Outlet]]) -> tuple[Outlet, ...]:
    """Return the outlets of a circular relay that a chain runs into, from the smallest on; empty where none."""
    for start in outlets:
        paths: list[tuple[Outlet, ...]] = [(start,)]
        seen = {start}
        while paths:
            path = paths.pop(0)
            for cited in sorted(set(cites.get(path[-1], ()))):
                if cited == start:
                    turn = path.index(min(path))
                    return path[turn:] + path[:turn]
                if cited not in seen:
                    seen.add(cited)
                    paths.append((*path, cited))
    return ()


def _folded(
    book: Casebook, ordered: Sequence[Claim], roots: dict[str, Root], loops: dict[Root, tuple[str, ...]]
) -> Lineage:
    """Let claims that share their wording share the best of their roots."""
    parent: dict[Root, Root] = {root: root for root in roots.values()}

    def top(root: Root) -> Root:
        while parent[root] != root:
            root = parent[root]
        return root

    telling = [one for one in ordered if (found := answer(one)) is None or found[1] is Stance.CONFIRMS]
    for one, other in shared_wording(
        [(claim, book.originals[claim.report], book.evidence(claim)) for claim in telling]
    ):
        first, second = top(roots[one.id]), top(roots[other.id])
        both_named = first.sort is Sort.NAMED and second.sort is Sort.NAMED
        if first != second and (not both_named or (one.quote and other.quote)):
            # the earlier of two roots of one sort keeps the name: ``ordered`` runs by day
            if first.sort <= second.sort:
                parent[second] = first
            else:
                parent[first] = second
    called: dict[Root, list[Root]] = {}
    for root in roots.values():
        called.setdefault(root, []).append(root)
    best = {root: _called_best(same) for root, same in called.items()}
    return Lineage(
        {claim: best[top(root)] for claim, root in roots.items()},
        {best[top(root)]: circle for root, circle in loops.items()},
    )


def _called_best(same: Sequence[Root]) -> Root:
    """Return a root as it is called most fully: the longest label, and a kind that says something."""
    label = max((one.label for one in same), key=lambda words: (len(words), words))
    kinds = [one.kind for one in same]
    kind = max(kinds, key=lambda one: (one is not LinkKind.UNKNOWN, kinds.count(one), one.value))
    return Root(same[0].sort, same[0].key, label, kind)
