"""
Whom a pronoun or a short name means, where that is sure enough to be printed.

A reader's guess about "he" that is wrong makes a false line, so it is followed only where the report's own words bear
it out: the one meant is the person named last, or named first in the sentence before.
"""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index, first_mention
from sourcebook.tell.sentences import around, sentences
from sourcebook.tell.sexes import contradicted
from sourcebook.tell.wording import Wording, verbatim
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import LinkKind, NameKind
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

PRONOUNS = frozenset(
    """
    he she it they him her them his its their hers theirs himself herself itself themselves who which whom whose that
    this these those i we you me us my our your
    """.split()
)
PERSONAL = frozenset({"he", "she", "him", "his", "her"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "whose"})
_BEHIND_HER = frozenset(
    """
    of in for to with without on at by from into about over under after before during amid between against since until
    and or but as that who whom which when while where because if than so too again there here today yesterday tomorrow
    is are was were has had have will would could should may might must not
    """.split()
)
"""What no thing of hers begins with: "her" before one of these is nobody's owner ("a case against her under …")."""
_WORD_BEHIND = regex.compile(r"\s+[“\"'‘]?(\w[\w'’-]*)")
_BODIES = frozenset({"it", "its", "they", "their", "them"})
_PASSING_ON = frozenset({LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.SOCIAL})
"""Links that pass words on; no pronoun of a person means them."""

_ARTICLE = 4
"""A body that a pronoun means opens the sentence before, an article apart. Unit: code points."""

HONORIFIC = regex.compile(r"^(?:Mr|Mrs|Ms|Miss|Mister)\.? (?=\p{Lu})")
"""Before a name, and no part of it."""

_THE = frozenset({"The ", "the "})
_REACH = 3
"""
Sentences back in which a pronoun's name is looked for, its own included; those inside a quotation that began before
don't count.
"""


def inside_quotation(report: Report, at: int) -> bool:
    """Tell whether the character at ``at`` stands inside quotation marks of its line."""
    line = report.text.rfind("\n", 0, at) + 1
    before = report.text[line:at]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def meant(found: Index, report: Report, span: Span, local: LocalEntity | None) -> LocalEntity | None:
    """
    Return the local entity that a pronoun means, None where that is not sure.

    Args:
        found: The story.
        report: Where the pronoun stands.
        span: The pronoun.
        local: What it was read to mean.
    """
    word = report.words(span).casefold()
    if local is None or not local.named or word not in PERSONAL | _BODIES:
        return None
    person = local.kind is NameKind.PERSON
    if (word in PERSONAL) != person or contradicted(found, local, span) or _read_otherwise(found, report, span, local):
        return None
    before = _named_before(found, report, span, people=person)
    if not before:
        return None
    entity = _key(found, local)
    own = around(report, span)
    last = before[-1]
    if person and _somebody_between(found, report, last[0], span):
        return None
    if person and _key(found, last[1]) == entity:
        return local
    previous = [one for one in before if one[0].end <= own.start]
    if not previous:
        return None
    sentence = around(report, previous[-1][0])
    first = next(one for one in previous if sentence.holds(one[0]))
    if not person and first[0].start - sentence.start > _ARTICLE:
        return None
    return local if _key(found, first[1]) == entity else None


def _read_otherwise(found: Index, report: Report, span: Span, local: LocalEntity) -> bool:
    """Tell whether a claim takes a pronoun for somebody else than its chain of mentions does."""
    parts = (part for claim in found.claims_in.get(report.id, ()) for part in claim.participants if part.span == span)
    taken = [entity.id for part in parts if (entity := found.entity(part.local)) is not None]
    return bool(taken) and _key(found, local) not in taken


def speaker(found: Index, report: Report, span: Span) -> LocalEntity | None:
    """
    Return who goes on speaking where a quotation is put in the mouth of "he" or "she"; None where that is not sure.

    It is the person named last outside quotation marks, if the report puts words in that person's mouth right there.
    """
    if report.words(span).casefold() not in {"he", "she"}:
        return None
    before = _named_before(found, report, span, people=True)
    if not before:
        return None
    where, local = before[-1]
    said = any(
        link.span is not None and link.span.overlaps(where) and link.kind not in _PASSING_ON
        for claim in found.claims_in.get(report.id, ())
        for link in claim.attribution
    )
    return local if said and not _somebody_between(found, report, where, span) else None


def _somebody_between(found: Index, report: Report, name: Span, pronoun: Span) -> bool:
    """Tell whether words are put in somebody else's mouth, unnamed perhaps, between a name and a pronoun."""
    return any(
        link.span is not None
        and name.end <= link.span.start < pronoun.start
        and link.kind not in _PASSING_ON
        and report.words(link.span).casefold() not in PRONOUNS
        for claim in found.claims_in.get(report.id, ())
        for link in claim.attribution
    )


def _key(found: Index, local: LocalEntity) -> str:
    entity = found.entity(local.id)
    return local.id if entity is None else entity.id


def _person(found: Index, local: LocalEntity) -> bool:
    entity = found.entity(local.id)
    return local.kind is NameKind.PERSON and (entity is None or entity.kind is NameKind.PERSON)


def _named_before(found: Index, report: Report, span: Span, *, people: bool) -> list[tuple[Span, LocalEntity]]:
    """Return names outside quotation marks in this sentence and those before, up to the span, in reading order."""
    every = sentences(report)
    own = next((place for place, one in enumerate(every) if one.end > span.start), len(every) - 1)
    told = [one for one in every[:own] if not inside_quotation(report, one.start)]
    first = [*told[-_REACH + 1 :], *every[own : own + 1]]
    start = first[0].start if first else 0
    spans = [
        (name, local)
        for local in found.locals_in.get(report.id, ())
        if not people or _person(found, local)
        for name in local.name_spans
        if start <= name.start and name.end <= span.start and not inside_quotation(report, name.start)
    ]
    return sorted(spans, key=lambda one: (one[0], one[1].id))


def full_name(found: Index, report: Report, local: LocalEntity, *, known: bool) -> Wording | None:
    """Return the name that this report has for the entity: the full one, or the short one where it is ``known``."""
    entity = found.entity(local.id)
    if entity is None or not entity.named:
        return None
    short = found.short.get(entity.id) if known else None
    for name in (short, entity.name, local.name):
        if name is None or name.casefold() in PRONOUNS:
            continue
        where = first_mention(entity, name, report.id, found)
        if where is not None and where.report == report.id:
            return verbatim(report.id, report.text, _with_article(report, entity.kind, where.span))
        for span in local.spans:
            if name in report.words(span):
                start = span.start + report.words(span).index(name)
                own = Span(start, start + len(name))
                return verbatim(report.id, report.text, _with_article(report, entity.kind, own))
    return None


def _with_article(report: Report, kind: NameKind, name: Span) -> Span:
    """Return the name of a body or place with the "the" before it."""
    before = report.text[max(name.start - _ARTICLE, 0) : name.start]
    return Span(name.start - _ARTICLE, name.end) if kind is not NameKind.PERSON and before in _THE else name


def fitting_name(found: Index, report: Report, local: LocalEntity, word: str, *, known: bool) -> Wording | None:
    """
    Return the full name for a short one at first, a short one for the full name afterwards; None to leave it.

    A full name that only another report has is taken from there, where the short one means nobody else in the story.
    """
    entity = found.entity(local.id)
    if entity is None:
        return None
    short = found.short.get(entity.id)
    owner = word[-2:] if word[-2:] in {"'s", "’s"} else ""
    written = word.removesuffix(owner)
    bare = HONORIFIC.sub("", written)
    if known and (bare == entity.name or bare != written):
        wanted = short or bare
        if wanted == written:
            return None
    elif not known and bare != entity.name and bare in entity.name.split() and not _shared(found, report, local, bare):
        wanted = entity.name
    else:
        return None
    for span in local.name_spans:
        if wanted in report.words(span):
            start = span.start + report.words(span).index(wanted)
            return verbatim(report.id, report.text, Span(start, start + len(wanted))) + owner
    elsewhere = first_mention(entity, wanted, report.id, found) if bare == short else None
    if elsewhere is None:
        return None
    return verbatim(elsewhere.report, found.reports[elsewhere.report].text, elsewhere.span) + owner


def _shared(found: Index, report: Report, local: LocalEntity, word: str) -> bool:
    """Tell whether somebody else in the report bears the word in a name."""
    own = _key(found, local)
    return any(
        word in name.split()
        for other in found.locals_in.get(report.id, ())
        if other.named and other.kind is NameKind.PERSON and _key(found, other) != own
        for name in (other.name, *other.names)
    )


def possessive(report: Report, span: Span) -> bool:
    """Tell whether a pronoun says whose something is. "Her" does where the thing stands behind it."""
    word = report.words(span).casefold()
    if word != "her":
        return word in POSSESSIVES
    behind = _WORD_BEHIND.match(report.text, span.end)
    return behind is not None and behind.group(1).casefold() not in _BEHIND_HER
