"""Things known by a description alone: joined where one report uses the same definite words of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.profiles import Profile
from sourcebook.values.kinds import NameKind

THINGS = frozenset({NameKind.WORK, NameKind.OTHER, NameKind.FACILITY, NameKind.EVENT})
"""Kinds of which two reports on one matter mean the same by the same definite words; people, groups and organizations
are described alike too often ("the president", "the spokesman")."""

_VAGUE = frozenset(
    """time times day days week month year years morning evening night moment first last same end beginning way ways
    thing things part parts case fact facts reason matter situation world future past place area region country city
    town village people person man woman men women number rest others other one ones two three side sides start
    question questions answer group team area story report reports news statement comment comments article paper
    interview source sources claim claims issue issues idea process event events decision move plan plans effort
    conference conferences meeting meetings talk talks session sessions visit visits trip trips negotiation negotiations
    dialogue discussion discussions office house street building state government second third next public media press
    audience""".split()
)
"""Nouns that every report uses of things of its own."""

_EVERYWHERE = frozenset(
    """officials leaders forces troops soldiers officers authorities fighters militants analysts experts critics
    supporters opponents allies lawmakers senators lawyers diplomats ministers members witnesses residents people men
    women children sources reporters journalists aides advisers agents agencies countries nations parties
    states""".split()
)
"""Plurals that every report uses of people of its own."""

_FEW = 12
"""Mentions of one description in one report: with more, the reading itself failed to chain them and they may differ."""


def join_described(profiles: Sequence[Profile], identities: Identities) -> None:
    """Join within each report what the same definite description is used of, if at most one of them bears a name."""
    blocks: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for one in profiles:
        for text in one.definite:
            blocks[one.report, text].append(one)
    for (_, text), here in sorted(blocks.items()):
        named = [one for one in here if one.fulls or one.bares]
        if len(here) < 2 or len(here) > _FEW or len({one.local for one in named}) > 1 or text.split()[-1] in _VAGUE:
            continue
        first = named[0] if named else here[0]
        for one in here:
            if one is not first and (one.family is first.family or not named):
                identities.joining.join(first.local, one.local, f"both “the {text}” in one report")


def join_things(profiles: Sequence[Profile], identities: Identities) -> None:
    """
    Join across reports what bears no name but is described alike.

    A description that holds a name ("the Miri administration") is one thing wherever it stands. Of things, not of
    people or groups, the head noun is enough where the words before it don't differ: "the memos" are "the Miri memos"
    unless other memos are told of about as often.
    """
    _join_crowds(profiles, identities)
    names = {word for one in profiles for name in (*one.fulls, *one.bares) for word in fold(name).split()}
    owned: dict[tuple[str, frozenset[str]], Profile] = {}
    heads: dict[str, dict[frozenset[str], list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for one in profiles:
        if one.fulls or one.bares or one.kind is NameKind.PERSON:
            continue
        for head, before in sorted(_described(one), key=lambda pair: (pair[0], sorted(pair[1])))[:1]:
            if before & names:
                other = owned.setdefault((head, before), one)
                if other is not one:
                    identities.joining.join(other.local, one.local, f"both “{' '.join(sorted(before))} {head}”")
            if one.kind in THINGS:
                heads[head][before].append(one)
    for head in sorted(heads):
        _join_heads(head, heads[head], identities)


def _join_crowds(profiles: Sequence[Profile], identities: Identities) -> None:
    """Join groups that two reports call by the same definite plural ("the strikers"): one story has one such crowd."""
    first: dict[str, Profile] = {}
    for one in profiles:
        if one.kind is not NameKind.GROUP or one.fulls or one.bares:
            continue
        for text in one.definite:
            last = text.split()[-1]
            if last.endswith("s") and last not in _VAGUE | _EVERYWHERE:
                other = first.setdefault(text, one)
                if other.report != one.report:
                    identities.joining.join(other.local, one.local, f"both “the {text}”")


def _join_heads(head: str, told: Mapping[frozenset[str], Sequence[Profile]], identities: Identities) -> None:
    ordered = sorted(told, key=lambda before: (-len(told[before]), sorted(before)))
    for before in ordered:
        first, *others = told[before]
        for other in others:
            identities.joining.join(first.local, other.local, f"both “{' '.join([*sorted(before), head])}”")
    bare: frozenset[str] = frozenset()
    special = [before for before in ordered if before]
    total = sum(len(told[before]) for before in special)
    if bare in told and special and len(told[special[0]]) > total / 2:
        why = f"“the {head}” most often means “{' '.join(sorted(special[0]))} {head}”"
        identities.joining.join(told[bare][0].local, told[special[0]][0].local, why)


_CUT = frozenset("of in to for who which that from with at on and by about between against over under into".split())
_FRONT = frozenset("the a an this that these those his her its their our my such some any all both other more".split())


def _described(one: Profile) -> set[tuple[str, frozenset[str]]]:
    """Return the head nouns, in the singular, and the words before them, of what the thing is called."""
    found = set()
    for text in one.descriptions:
        words = text.split()
        end = next((number for number, word in enumerate(words) if number and word in _CUT), len(words))
        phrase = [word for word in words[:end] if word not in _FRONT]
        if phrase and len(phrase) <= 5 and phrase[-1] not in _VAGUE and len(phrase[-1]) > 2:
            found.add((_singular(phrase[-1]), frozenset(phrase[:-1])))
    return found


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
