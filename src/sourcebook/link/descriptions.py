"""Things known by a description alone: joined where one report uses the same definite words of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sourcebook.link.identities import Identities
from sourcebook.link.profiles import Profile
from sourcebook.values.kinds import NameKind

VAGUE = frozenset(
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

ANONYMOUS = frozenset(
    """officials leaders officers analysts experts critics supporters opponents allies lawmakers senators lawyers
    diplomats ministers members witnesses residents people men women children sources reporters journalists aides
    advisers agents donors associates investigators employees individuals""".split()
)
"""Plurals that every report uses of people of its own, told by their country or body or not."""

_EVERYWHERE = ANONYMOUS | frozenset(
    "forces troops soldiers authorities fighters militants agencies countries nations parties states".split()
)
"""Those, and what is only one crowd where the text tells whose ("Taborite fighters")."""

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
        if len(here) < 2 or len(here) > _FEW or len({one.local for one in named}) > 1 or text.split()[-1] in VAGUE:
            continue
        first = named[0] if named else here[0]
        for one in here:
            if one is not first and (one.family is first.family or not named):
                identities.joining.join(first.local, one.local, f"both “the {text}” in one report")


def join_crowds(profiles: Sequence[Profile], identities: Identities) -> None:
    """Join groups that two reports call by the same definite plural ("the strikers"): one story has one such crowd."""
    first: dict[str, Profile] = {}
    for one in profiles:
        if one.kind is not NameKind.GROUP or one.fulls or one.bares:
            continue
        for text in one.definite:
            last = text.split()[-1]
            if last.endswith("s") and last not in VAGUE | _EVERYWHERE:
                other = first.setdefault(text, one)
                if other.report != one.report:
                    identities.joining.join(other.local, one.local, f"both “the {text}”")
