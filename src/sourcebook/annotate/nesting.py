"""Attributions inside attributions: the model marks the outermost, the tree tells the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import lexicon
from sourcebook.annotate.relays import Relay, Relays
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import lemma_of

SPEAKING = ("person", "organization", "group", "document", "outlet", "anonymous")
"""Classes of nouns for who or what can say something."""


EVIDENCE = frozenset("data datum figure record statistic number poll survey paper document log footage image".split())
"""Nouns of what can be cited for what it shows."""


def nested(section: Section, outer: Sequence[Said]) -> list[Said]:
    """
    Return the attributions of a section with those inside their contents, parents before what stands in them.

    A relay ("citing X") stands inside the attribution whose content it passes on, and has that content.
    """
    reader = Relays(section)
    relays = list(reader)
    found = [_ended(section, _sourced(section, reader, one)) for one in _without_relays(section, outer, relays)]
    parents: dict[int, int] = {}
    for relay in relays:
        known = _known(found, relay)
        if known is not None:
            found[known] = _contented(section, found[known], relay)
            continue
        inner = _bearing(found, relay)
        if inner is not None:
            said = found[inner]
            parents[inner] = len(found)
            found.append(replace(relay.said, content=said.content))
            found[inner] = replace(said, source=_ahead(section, said.source, relay.said.cue))
            continue
        host = _host(section, found, relay)
        said = relay.said
        if not said.content and not relay.sure:
            if host is None:
                said = replace(said, content=_clause(section, relay))
            else:
                found[host] = _behind(section, found[host], said)
                said = replace(said, content=found[host].content)
                parents[len(found)] = host
        elif not (relay.outward or relay.sure or _inside(found, relay)):
            continue
        if said.content or relay.sure:
            found.append(said)
    return _ordered(found, parents)


def _sourced(section: Section, reader: Relays, said: Said) -> Said:
    """
    Give an attribution its verb's subject where the model leaves the source open, or takes one that only heard it, or
    one of another sentence; none where the source is only what is thought or said of ("was accused of").
    """
    if said.cue is None:
        return said
    if said.source is not None and reader.undergoes(said.cue, said.source):
        return replace(said, source=None)
    if said.source is not None and not reader.told(said.cue, said.source) and not _far(section, said.cue, said.source):
        return said
    source = reader.subject(said.cue)
    if source is None:
        return said
    content = tuple(_before(section, one, source) for one in said.content)
    if any(one.first < source.end and source.first < one.end for one in content):
        return said
    return replace(said, source=source, content=content)


def _ended(section: Section, said: Said) -> Said:
    """Return an attribution whose content ends before another cue that is joined with its own ("says … and warns")."""
    tree, cue, table = section.tree, said.cue, lexicon()
    if cue is None:
        return said
    for verb in range(cue.first, cue.end):
        for other in tree.of(verb, "conj"):
            sign = tree.first(other, "cc")
            finite = tree.tokens[other].tag in ("VBZ", "VBD") and tree.first(other, "nsubj", "nsubj:pass") is None
            speaks = lemma_of(tree, other) in table.lemmas.keys() | table.verbs
            if sign is None or not (finite and speaks) or sign < cue.end or tree.tokens[verb].pos != "VERB":
                continue
            said = replace(said, content=tuple(_until(section, one, sign) for one in said.content))
    return said


def _until(section: Section, part: Marked, place: int) -> Marked:
    """Return a content that holds a word up to it, without signs at the end."""
    if not part.first < place < part.end:
        return part
    while place > part.first + 1 and section.tokens[place - 1].pos == "PUNCT":
        place -= 1
    return replace(part, end=place)


def _far(section: Section, cue: Marked, source: Marked) -> bool:
    """Tell whether a source stands in another sentence than its cue."""
    return bisect_right(section.bounds, cue.first) != bisect_right(section.bounds, source.first)


def _before(section: Section, part: Marked, source: Marked) -> Marked:
    """Return a content without the source that it runs into at its end ("the talks failed, an aide" of "… wrote")."""
    if not part.first < source.first < part.end <= source.end:
        return part
    end = source.first
    while end > part.first + 1 and section.tokens[end - 1].pos == "PUNCT":
        end -= 1
    return replace(part, end=end)


def _without_relays(section: Section, outer: Sequence[Said], relays: Sequence[Relay]) -> list[Said]:
    """
    Leave out what the model takes for an attribution of its own and the tree for a relay inside another one.

    "Citing Y, X says": the model may give "citing" X, or Y, as its source; Y is the inner link, X has its own cue.
    Where Y is what is said ("citing the cost"), it is the model's.
    """
    leaning = [one for one in relays if one.host is not None and not one.said.content]
    hosts = [one.said for one in relays if one.sure and one.said.content]
    instead = [one for one in relays if one.instead]
    found = []
    for said in outer:
        if said.cue is not None and any(_holds(said.cue, one.head) for one in instead):
            continue
        relay = next((one for one in leaning if said.cue is not None and _holds(said.cue, one.head)), None)
        others = [*hosts, *(one for one in outer if one is not said)]
        if relay is None or _told(section, said, relay) or _host(section, others, relay) is None:
            found.append(said)
    return found


def _told(section: Section, said: Said, relay: Relay) -> bool:
    """Tell whether the model takes what a relay leans on for what is said, and it is nothing that could say it."""
    source = relay.said.source
    if source is None or not any(_holds(part, source.first) for part in said.content):
        return False
    inside = range(source.first, source.end)
    heads = [section.tokens[one] for one in inside if section.tokens[one].head not in inside]
    return not any(
        one.pos in {"PROPN", "PRON"}
        or one.lemma.lower() in EVIDENCE
        or any(one.lemma.lower() in noun_class(name) for name in SPEAKING)
        for one in heads
    )


def _known(found: Sequence[Said], relay: Relay) -> int | None:
    """Return the attribution whose cue holds the relay's."""
    holding = (number for number, one in enumerate(found) if one.cue is not None and _holds(one.cue, relay.head))
    return next(holding, None)


def _without_it(section: Section, said: Said) -> Said:
    """Return an attribution without the "it" of "it is believed that" in its content."""
    kept = tuple(one for one in said.content if one.end - one.first > 1 or section.words[one.first].lower() != "it")
    return replace(said, content=kept) if kept else said


def _contented(section: Section, said: Said, relay: Relay) -> Said:
    """Give an attribution whose content is a piece of a clause without its main word the whole clause, by the tree."""
    whole = relay.said.content
    if len(whole) != 1 or not all(whole[0].first <= one.first and one.end <= whole[0].end for one in said.content):
        return said
    inside = range(whole[0].first, whole[0].end)
    tops = [one for one in inside if section.tokens[one].head not in inside or section.tree.is_root(one)]
    said = _without_it(section, said)
    if not tops or any(_holds(one, tops[0]) for one in said.content):
        return said
    return replace(said, content=whole)


def _bearing(found: Sequence[Said], relay: Relay) -> int | None:
    """Return the attribution in whose source an outer relay stands ("an aide quoted by the Ledger")."""
    if not relay.outward:
        return None
    holding = (number for number, one in enumerate(found) if one.source is not None and _holds(one.source, relay.head))
    return next((number for number in holding if found[number].content), None)


def _ahead(section: Section, source: Marked | None, cue: Marked | None) -> Marked | None:
    """Return the words of a source before the cue of a relay that stands in it."""
    if source is None or cue is None:
        return source
    end = cue.first
    while end > source.first and section.tokens[end - 1].pos == "PUNCT":
        end -= 1
    return Marked(source.first, end, source.kind) if end > source.first else source


def _inside(found: Iterable[Said], relay: Relay) -> bool:
    return any(_holds(part, relay.head) for one in found for part in one.content)


def _host(section: Section, found: Sequence[Said], relay: Relay) -> int | None:
    """Return the attribution beside which a relay stands: whose cue or source its clause leans on."""
    if relay.host is None:
        return None
    ahead = [relay.host, *section.tree.above(relay.host)]
    for word in ahead:
        for number in range(len(found) - 1, -1, -1):
            one = found[number]
            if any(part is not None and _holds(part, word) for part in (one.cue, one.source)):
                return number
    return None


def _behind(section: Section, said: Said, relay: Said) -> Said:
    """Return an attribution without a relay that its content opens with ("According to X, citing Y, talks failed")."""
    if relay.cue is None or relay.source is None:
        return said
    first = relay.source.end
    while first < len(section.words) and section.tokens[first].pos == "PUNCT":
        first += 1
    parts = [
        replace(one, first=first) if one.first == relay.cue.first and first < one.end else one for one in said.content
    ]
    return replace(said, content=tuple(parts))


def _clause(section: Section, relay: Relay) -> tuple[Marked, ...]:
    """Return what a relay passes on where no other attribution has it: the words of the clause that it leans on."""
    if relay.host is None:
        return ()
    tree = section.tree
    governor = tree.clause_of(relay.host)
    below = tree.below(governor, lambda one: one == relay.head)
    inside = [one for one in below if tree.tokens[one].pos != "PUNCT"]
    if not inside or relay.head in inside:
        return ()
    at = inside.index(governor)
    first = last = at
    while first and inside[first] - inside[first - 1] <= 2:
        first -= 1
    while last + 1 < len(inside) and inside[last + 1] - inside[last] <= 2:
        last += 1
    return (Marked(inside[first], inside[last] + 1, "content"),)


def _holds(part: Marked, word: int) -> bool:
    return part.first <= word < part.end


def _size(said: Said) -> int:
    return sum(part.end - part.first for part in said.content)


def _anchor(said: Said) -> int:
    for part in (said.cue, said.source, *said.content):
        if part is not None:
            return part.first
    return 0


def _ordered(found: Sequence[Said], relayed: dict[int, int]) -> list[Said]:
    """Give everything its parent, and put parents first."""
    parents: dict[int, int] = dict(relayed)
    for number, one in enumerate(found):
        if number in parents:
            continue
        anchor = _anchor(one)
        around = [
            other
            for other, candidate in enumerate(found)
            if other != number
            and any(_holds(part, anchor) for part in candidate.content)
            and not _descends(parents, other, number)
            and _size(candidate) >= _size(one)
        ]
        if around:
            parents[number] = min(around, key=lambda other: (_size(found[other]), -_depth(parents, other), other))
    order = sorted(range(len(found)), key=lambda number: (_path(found, parents, number), number))
    place = {number: position for position, number in enumerate(order)}
    return [replace(found[number], parent=place[parents[number]] if number in parents else None) for number in order]


def _descends(parents: dict[int, int], one: int, other: int) -> bool:
    """Tell whether ``one`` stands inside ``other``, at any depth, or is it."""
    while one != other:
        if one not in parents:
            return False
        one = parents[one]
    return True


def _depth(parents: dict[int, int], one: int) -> int:
    depth = 0
    while one in parents:
        one = parents[one]
        depth += 1
    return depth


def _path(found: Sequence[Said], parents: dict[int, int], one: int) -> tuple[tuple[int, int], ...]:
    """Return where the attribution and all around it start, outermost first: sorts parents before children."""
    path = [(_start(found[one]), one)]
    while one in parents:
        one = parents[one]
        path.append((_start(found[one]), one))
    return tuple(reversed(path))


def _start(said: Said) -> int:
    return min(part.first for part in (said.cue, said.source, *said.content) if part is not None)
