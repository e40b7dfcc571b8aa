"""
The rules by which an event gets its status, in the order in which they are asked.

The first rule that fires gives the status; every further rule that gives the same status adds its reason. The first
sentence of each rule stands in ``docs/judging.md`` too (a test compares them).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from sourcebook.judge.hearing import Hearing
from sourcebook.judge.roots import Sort
from sourcebook.judge.weight import Weight
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import Status
from sourcebook.values.standing import Because

Fired = tuple[Claim, ...]
"""The claims that made a rule fire; empty where it did not."""


def rule_rejected_in_review(hearing: Hearing) -> Fired:
    """A person rejected every claim of the event in review."""
    return () if hearing.by_weight or hearing.withdrawn else hearing.rejected


def rule_retracted(hearing: Hearing) -> Fired:
    """Whoever said that it happened took it back, and nobody else says so."""
    return hearing.withdrawn if hearing.of(Weight.RETRACTED) and not hearing.supporting else ()


def rule_outcome_clash(hearing: Hearing) -> Fired:
    """Another event of the same matter and time is told with an outcome that excludes this one."""
    return hearing.clash


def rule_named_denial(hearing: Hearing) -> Fired:
    """A named source denies it, and no named source says that it is so."""
    if hearing.named(hearing.supporting):
        return ()
    return tuple(claim for claim in hearing.opposing if hearing.roots[claim.id].sort is Sort.NAMED)


def rule_contradiction(hearing: Hearing) -> Fired:
    """Some say that it is so and others, from another origin, that it is not."""
    supporting, opposing = ({hearing.roots[one.id] for one in side} for side in (hearing.supporting, hearing.opposing))
    apart = supporting and opposing and len(supporting | opposing) > 1
    return (*hearing.supporting, *hearing.opposing) if apart else ()


def rule_both_sides(hearing: Hearing) -> Fired:
    """A party to the event on each of two sides says that it happened."""
    spoken = {
        root: claims
        for root, claims in hearing.sources(hearing.of(Weight.HELD)).items()
        if root.key[0] == "entity" and any(hearing.sides.together(root.key[1], one) for one in hearing.parties)
    }
    for one, other in combinations(sorted(spoken), 2):
        if not hearing.sides.together(one.key[1], other.key[1]) and hearing.apart(one, other):
            return (*spoken[one], *spoken[other])
    return ()


def rule_two_origins(hearing: Hearing) -> Fired:
    """Two named sources that do not speak for one side say that it happened."""
    sources = hearing.sources(hearing.of(Weight.HELD))
    apart = any(hearing.apart(one, other) for one, other in combinations(sources, 2))
    return tuple(claim for claims in sources.values() for claim in claims) if apart else ()


def rule_did_not_happen(hearing: Hearing) -> Fired:
    """A named origin says that it did not happen, and nobody says that it did."""
    return () if hearing.of(Weight.HELD) else hearing.named(hearing.of(Weight.NEGATED))


def rule_plan_fell_through(hearing: Hearing) -> Fired:
    """It was planned, and what was planned did not happen."""
    return hearing.fallen if hearing.of(Weight.PLANNED, Weight.PROMISED) and not hearing.of(Weight.HELD) else ()


def rule_named_origin(hearing: Hearing) -> Fired:
    """One named origin, or a report in its own voice, says that it happened."""
    return hearing.named(hearing.of(Weight.HELD))


def rule_unnamed_origin(hearing: Hearing) -> Fired:
    """Only unnamed sources or a circular relay say so."""
    return hearing.of(Weight.HELD) or hearing.of(Weight.NEGATED)


def rule_planned(hearing: Hearing) -> Fired:
    """It is told as planned, and nobody says that it happened."""
    return hearing.of(Weight.PLANNED)


def rule_promised(hearing: Hearing) -> Fired:
    """Somebody promised it, and nobody says that it happened."""
    return hearing.of(Weight.PROMISED)


def rule_conditional(hearing: Hearing) -> Fired:
    """It is said to happen only if something else does."""
    return hearing.of(Weight.CONDITIONAL)


def rule_refused(hearing: Hearing) -> Fired:
    """Somebody says that it will not happen; the status is that of the refusal."""
    return hearing.of(Weight.REFUSED)


def rule_demanded(hearing: Hearing) -> Fired:
    """Somebody demands it, and nobody says that it happened."""
    return hearing.of(Weight.DEMANDED)


def rule_possible(hearing: Hearing) -> Fired:
    """It is told as possible or believed, and nobody says that it happened."""
    return hearing.of(Weight.POSSIBLE)


def rule_answer(hearing: Hearing) -> Fired:
    """The claims are only an answer to something else; that the answer was given is reported."""
    return hearing.of(Weight.ANSWER, Weight.RETRACTED) or hearing.withdrawn


def rule_nothing_firm(hearing: Hearing) -> Fired:
    """No other rule fires, as where the one word on it is an unnamed denial."""
    return (*hearing.of(*Weight), *hearing.withdrawn, *hearing.rejected)


Rule = Callable[[Hearing], Fired]

RULES: tuple[tuple[Rule, Status], ...] = (
    (rule_rejected_in_review, Status.UNCONFIRMED),
    (rule_retracted, Status.UNCONFIRMED),
    (rule_outcome_clash, Status.DISPUTED),
    (rule_named_denial, Status.DENIED),
    (rule_contradiction, Status.DISPUTED),
    (rule_both_sides, Status.CONFIRMED),
    (rule_two_origins, Status.CONFIRMED),
    (rule_did_not_happen, Status.DID_NOT_HAPPEN),
    (rule_plan_fell_through, Status.DID_NOT_HAPPEN),
    (rule_named_origin, Status.REPORTED),
    (rule_unnamed_origin, Status.UNCONFIRMED),
    (rule_planned, Status.PLANNED),
    (rule_promised, Status.PLANNED),
    (rule_conditional, Status.CONDITIONAL),
    (rule_refused, Status.REPORTED),
    (rule_demanded, Status.UNCONFIRMED),
    (rule_possible, Status.UNCONFIRMED),
    (rule_answer, Status.REPORTED),
    (rule_nothing_firm, Status.UNCONFIRMED),
)
"""Every rule with the status that it gives, in the order in which they are asked."""


def rule_name(rule: Rule) -> str:
    """
    Return the name under which ``because`` lists a rule.

    >>> rule_name(rule_two_origins)
    'two-origins'
    """
    return rule.__name__.removeprefix("rule_").replace("_", "-")


def meaning(name: str) -> str:
    """
    Return what a rule says, by its name, as ``docs/judging.md`` has it; a name that is no rule's is returned as it is.

    >>> meaning("planned")
    'It is told as planned, and nobody says that it happened'
    """
    said = next((one.__doc__ for one, _ in RULES if rule_name(one) == name), None) or name
    return said.strip().partition(";")[0].rstrip(".")


def decide(hearing: Hearing) -> tuple[Status, tuple[Because, ...]]:
    """Return the status and the rules that give it, the deciding one first."""
    given: Status | None = None
    because = []
    for rule, status in RULES:
        fired = rule(hearing) if given is None or given is status else ()
        if rule is rule_nothing_firm and given is not None:
            break
        if fired:
            given = status
            because.append(Because(rule_name(rule), tuple(dict.fromkeys(claim.id for claim in fired))))
    assert given is not None  # noqa: S101 - the last rule fires on any claim, and an event has at least one
    return given, tuple(because)
