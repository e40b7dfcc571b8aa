"""Reading one chain: its outlets from the report inwards, and the root behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import PurePosixPath

from sourcebook.judge.casebook import Casebook, outlet_words, words_of
from sourcebook.judge.versions import is_outdated
from sourcebook.judge.weight import answer
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.kinds import CueKind, LinkKind, NameKind, Stance
from sourcebook.values.reports import Report

_BODIES = frozenset({NameKind.ORGANIZATION, NameKind.GROUP})
"""Kinds of entities that are known without a proper name: "the army", "the government"."""

_INDEFINITE = frozenset(
    {(word,) for word in ("a", "an", "some", "several", "one", "two", "three", "many", "other")} | {()}
)

_SOURCES = frozenset({"source", "sources", "insider", "insiders"})

_REPORTS = frozenset({"report", "reports", "article", "dispatch", "broadcast", "bulletin"})

_AGENCY = frozenset({"news", "press", "wire", "agency", "service"})
"""Words that a news agency's name is often told without."""

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
class Chain:
    """A claim's outlets from the report's own inwards, and the root behind them; None where an outlet ends it."""

    claim: Claim
    outlets: tuple[Outlet, ...]
    root: Root | None


def read_chain(book: Casebook, claim: Claim, names: Names) -> Chain:
    """Read a claim's attribution from the outside in."""
    outlets = [book.outlet(claim.report) or ("", book.originals[claim.report])]
    links = [] if is_outdated(book, claim) else list(claim.attribution)  # its earlier version is the outlet's own word
    if links and links[-1].cue_kind is CueKind.NO_RESPONSE:
        links.pop()  # silence is told by who asked
    answered = answer(claim)
    if answered is not None and answered[1] is Stance.DENIES and answered[0] in links:
        links = links[: links.index(answered[0]) + 1]  # whoever is denied is not where the denial comes from
    rest: list[ChainLink] = []
    for link in links:
        outlet = _as_outlet(book, claim, link)
        if outlet is None:
            rest.append(link)
            continue
        names.setdefault(outlet, book.words(claim, link.span) if link.span is not None else " ".join(outlet))
        rest = []  # who passes an outlet on is no source
        if outlet != outlets[-1]:
            outlets.append(outlet)
    links = rest
    if len(outlets) > 1 and links and _is_its_report(book, claim, links[-1]):
        links.pop()
    if len(links) > 1:
        teller = _source(book, claim, links[-2], outlets[-1], names)
        inner = _source(book, claim, links[-1], outlets[-1], names)
        if teller.sort is Sort.NAMED and inner.sort is Sort.UNNAMED and links[-2].local != links[-1].local:
            names.setdefault(teller.key, teller.label)
            outlets.append(teller.key)  # whoever tells of an unnamed source passes on, whatever he is
    return Chain(claim, tuple(outlets), _source(book, claim, links[-1], outlets[-1], names) if links else None)


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
    if link.kind not in _OUTLETS and not link.anonymous and not _somewhere(book, link):
        known = [one for name in compared for one in book.outlets if _wire(one, name)]
        return known[0] if known else None
    if link.kind not in _OUTLETS or link.anonymous or not compared:
        return None
    for name in compared:
        longer = [outlet for outlet in book.outlets if name and outlet[: len(name)] == name]
        if len(longer) == 1:
            return longer[0]
    return compared[0] or None


def _wire(outlet: Outlet, name: Outlet) -> bool:
    """Tell whether a name is a news agency's without the words that say that it is one."""
    return bool(name) and outlet[: len(name)] == name and _AGENCY.issuperset(outlet[len(name) :])


def _somewhere(book: Casebook, link: ChainLink) -> bool:
    """Tell whether a source is a place on the map: a state's agency may bear its name."""
    entity = book.entity(link.local)
    return entity is not None and entity.place is not None and entity.place.country is not None


def _source(book: Casebook, claim: Claim, link: ChainLink, teller: Outlet, names: Names) -> Root:
    """Return the root that the innermost source is: named, or unnamed and known only by who tells of it."""
    entity = book.entity(link.local)
    words = book.words(claim, link.span) if link.span is not None else ""
    if not _SOURCES.isdisjoint(words_of(words)):
        return Root(Sort.UNNAMED, ("unnamed", *teller), words, link.kind)  # whoever else the phrase names
    told = words_of(words)[:1] not in _INDEFINITE
    definite = entity is not None and entity.kind in _BODIES and told
    known = entity is not None and entity.named and told  # "the president", whom the report names elsewhere
    if entity is not None and (known or (not link.anonymous and (entity.named or definite))):
        return Root(Sort.NAMED, ("entity", entity.id), entity.name, link.kind)
    if not link.anonymous and any(word[0].isupper() for word in words.split()[1:]):
        return Root(Sort.NAMED, ("words", words.casefold()), words, link.kind)
    return Root(Sort.UNNAMED, ("unnamed", *teller), words or printed(book, teller, names), link.kind)


def own_voice(book: Casebook, outlet: Outlet, report: str | None, names: Names) -> Root:
    """Return the root that an outlet's own voice is."""
    if outlet[:1] != ("",):
        return Root(Sort.OUTLET, ("outlet", *outlet), printed(book, outlet, names), LinkKind.OUTLET)
    named = book.reports[report or outlet[1]]
    return Root(Sort.REPORT, ("report", outlet[1]), _called(named), LinkKind.UNKNOWN)


def printed(book: Casebook, outlet: Outlet, names: Names) -> str:
    """Return an outlet's name as it is printed."""
    if outlet[:1] == ("",):
        return _called(book.reports[outlet[1]])
    return names[outlet]


def _called(report: Report) -> str:
    """Return what a report of no outlet is called: its title, its file's name, its id."""
    return report.title or PurePosixPath(report.path or "").stem or report.id
