"""Where the chains of one event begin: the root of every claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from itertools import pairwise

from sourcebook.judge.casebook import Casebook, outlet_words, words_of
from sourcebook.judge.versions import is_outdated
from sourcebook.judge.weight import Weight, answer, weigh
from sourcebook.judge.wording import shared_wording
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.kinds import CueKind, LinkKind, NameKind, Stance

_BODIES = frozenset({NameKind.ORGANIZATION, NameKind.GROUP})
"""Kinds of entities that are known without a proper name: "the army", "the government"."""

_INDEFINITE = frozenset(
    {(word,) for word in ("a", "an", "some", "several", "one", "two", "three", "many", "other")} | {()}
)

_SOURCES = frozenset({"source", "sources", "insider", "insiders"})

_REPORTS = frozenset({"report", "reports", "article", "dispatch", "broadcast", "bulletin"})

_OUTLETS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})

Outlet = tuple[str, ...]
"""An outlet by its compared name; a report whose outlet is unknown stands for itself as ``("", report id)``."""


Names = dict[Outlet, str]
"""What outlets are called in print; grows while chains are read."""


class Sort(IntEnum):
    """What a root is. Where two roots turn out to be one, the lower sort gives the name."""

    NAMED = 0
    UNNAMED = 1
    OUTLET = 2
    REPORT = 3
    LOOP = 4


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """
    Where a chain begins. Two are one by sort and key, whatever a claim calls them.

    Attributes:
        key: An entity id, the compared name of an outlet, or the source's words; never shown.
        label: In the reports' words.
        kind: As the chain gives it.
    """

    sort: Sort
    key: tuple[str, ...]
    label: str = field(compare=False)
    kind: LinkKind = field(compare=False)


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


@dataclass(frozen=True, slots=True)
class _Chain:
    """A claim's outlets from the report's own inwards, and the root behind them; None where an outlet ends it."""

    claim: Claim
    outlets: tuple[Outlet, ...]
    root: Root | None


def trace(book: Casebook, claims: Sequence[Claim]) -> Lineage:
    """
    Return the root of every claim of one event.

    An outlet that is cited leads on to what its own claims of the event rest on: those that hold it, of a claim that
    holds it, those against it, of one against it. Copies speak with the voice of the earliest of them, and claims that
    share their wording share their root.
    """
    ordered = sorted(claims, key=lambda claim: (book.day(claim) or date.max, claim.report, claim.evidence, claim.id))
    names = dict(book.outlets)
    leanings: dict[str, list[_Chain]] = {}
    for claim in ordered:
        leanings.setdefault(_leaning(claim), []).append(_chain(book, claim, names))
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
    book: Casebook, told: Sequence[_Chain], names: Names, roots: dict[str, Root], loops: dict[Root, tuple[str, ...]]
) -> None:
    """Add the roots and circles of claims that lean one way."""
    passing = {chain.outlets[-1] for chain in told if chain.root is not None}
    chains = [
        replace(chain, outlets=(*chain.outlets, chain.root.key), root=None)
        if chain.root is not None and chain.root.sort is Sort.NAMED and chain.root.key in passing
        else chain
        for chain in told
    ]
    attributed: dict[str, _Chain] = {}
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
            behind.setdefault(chain.outlets[0], []).append(_voice(book, chain.outlets[0], chain.claim.report, names))
    for chain in chains:
        leading = attributed.get(chain.claim.report, chain) if not chain.claim.attribution else chain
        root = leading.root or _resolve(book, leading, behind, cites, names)
        roots[chain.claim.id] = root
        if circle := _circle(leading.outlets, cites):
            loops[root] = tuple(_printed(book, outlet, names) for outlet in circle)


def _chain(book: Casebook, claim: Claim, names: Names) -> _Chain:
    """Read a claim's attribution from the outside in."""
    outlets = [book.outlet(claim.report) or ("", book.originals[claim.report])]
    links = [] if is_outdated(book, claim) else list(claim.attribution)  # its earlier version is the outlet's own word
    if links and links[-1].cue_kind is CueKind.NO_RESPONSE:
        links.pop()  # silence is told by who asked
    while links and (outlet := _as_outlet(book, claim, links[0])) is not None:
        names.setdefault(outlet, book.words(claim, links[0].span) if links[0].span is not None else " ".join(outlet))
        if outlet != outlets[-1]:
            outlets.append(outlet)
        links.pop(0)
    if len(outlets) > 1 and links and _is_its_report(book, claim, links[-1]):
        links.pop()
    if len(links) > 1:
        teller = _source(book, claim, links[-2], outlets[-1], names)
        inner = _source(book, claim, links[-1], outlets[-1], names)
        if teller.sort is Sort.NAMED and inner.sort is Sort.UNNAMED and links[-2].local != links[-1].local:
            names.setdefault(teller.key, teller.label)
            outlets.append(teller.key)  # whoever tells of an unnamed source passes on, whatever he is
    return _Chain(claim, tuple(outlets), _source(book, claim, links[-1], outlets[-1], names) if links else None)


def _is_its_report(book: Casebook, claim: Claim, link: ChainLink) -> bool:
    """Tell whether a link is only the report of an outlet that the chain names ("the report said")."""
    entity = book.entity(link.local)
    if entity is not None and entity.named:
        return False
    words = words_of(book.words(claim, link.span)) if link.span is not None else ()
    return link.kind is LinkKind.DOCUMENT or (words[:1] == ("the",) and words[-1] in _REPORTS)


def _as_outlet(book: Casebook, claim: Claim, link: ChainLink) -> Outlet | None:
    """Return the outlet that a link names; None where it names none."""
    entity = book.entity(link.local) if link.kind in _OUTLETS else None
    names = [entity.name, *(alias.text for alias in entity.aliases)] if entity is not None else []
    if link.span is not None:
        names.append(book.words(claim, link.span))
    compared = [outlet_words(name) for name in names]
    for name in compared:
        if name in book.outlets:
            return name
    if link.kind not in _OUTLETS or link.anonymous or not compared:
        return None
    for name in compared:
        longer = [outlet for outlet in book.outlets if name and outlet[: len(name)] == name]
        if len(longer) == 1:
            return longer[0]
    return compared[0] or None


def _source(book: Casebook, claim: Claim, link: ChainLink, teller: Outlet, names: Names) -> Root:
    """Return the root that the innermost source is: named, or unnamed and known only by who tells of it."""
    entity = book.entity(link.local)
    words = book.words(claim, link.span) if link.span is not None else ""
    if not _SOURCES.isdisjoint(words_of(words)):
        return Root(Sort.UNNAMED, ("unnamed", *teller), words, link.kind)  # whoever else the phrase names
    definite = entity is not None and entity.kind in _BODIES and words_of(words)[:1] not in _INDEFINITE
    if not link.anonymous and entity is not None and (entity.named or definite):
        return Root(Sort.NAMED, ("entity", entity.id), entity.name, link.kind)
    if not link.anonymous and any(word[0].isupper() for word in words.split()[1:]):
        return Root(Sort.NAMED, ("words", words.casefold()), words, link.kind)
    return Root(Sort.UNNAMED, ("unnamed", *teller), words or _printed(book, teller, names), link.kind)


def _voice(book: Casebook, outlet: Outlet, report: str | None, names: Names) -> Root:
    """Return the root that an outlet's own voice is."""
    if outlet[:1] != ("",):
        return Root(Sort.OUTLET, ("outlet", *outlet), _printed(book, outlet, names), LinkKind.OUTLET)
    named = book.reports[report or outlet[1]]
    return Root(Sort.REPORT, ("report", outlet[1]), named.title or named.path or named.id, LinkKind.UNKNOWN)


def _printed(book: Casebook, outlet: Outlet, names: Names) -> str:
    """Return an outlet's name as it is printed."""
    if outlet[:1] == ("",):
        report = book.reports[outlet[1]]
        return report.title or report.path or report.id
    return names[outlet]


def _resolve(
    book: Casebook, chain: _Chain, behind: dict[Outlet, list[Root]], cites: dict[Outlet, list[Outlet]], names: Names
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
        label = " → ".join(_printed(book, outlet, names) for outlet in (*circle, circle[0]))
        return Root(Sort.LOOP, tuple(word for outlet in circle for word in (*outlet, "|")), label, LinkKind.OUTLET)
    return _voice(book, seen[-1], None, names)


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
