"""Who says so, and through whom, in words."""

from __future__ import annotations

import regex

from sourcebook.tell.backward import in_full
from sourcebook.tell.index import Index
from sourcebook.tell.resolving import HONORIFIC, PRONOUNS, fitting_name, full_name, meant, speaker
from sourcebook.tell.sentences import around
from sourcebook.tell.wording import Fragment, Wording, verbatim
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.kinds import CueKind, NameKind
from sourcebook.values.spans import Span

_BARE = frozenset("source sources spokesman spokeswoman spokesperson official officials report reports".split())
_VAGUE = frozenset("one some others other another many both all several few".split())
_CUT_SHORT = frozenset("the a an of to by in for with and or that on at from neither either nor".split())
"""No source's words end so; where they do, they were cut in the wrong place."""

_DEMONSTRATIVE = frozenset("this that these those the same".split())
_PLAIN = frozenset({CueKind.SAYS, CueKind.CONFIRMS})
_HAPPENS = regex.compile(r"\b(?:after|before|since|until|amid|despite|following|because of)\s+$", regex.IGNORECASE)
_STRETCH = 120
"""Longest wording of an attribution that is kept as it stands. Unit: code points."""

_HEARER = 40
"""What may stand between a cue and what is said ("told the Courier on Tuesday that"). Unit: code points."""

_CUES = frozenset(
    """
    said says say told tells wrote writes reported reports announced announces added adds stated states noted notes
    confirmed confirms claimed claims explained declared pointed stressed emphasized emphasised speaking has have
    """.split()
)
"""Cues that can follow their source in a sentence of ours ("A source told the Courier")."""


def chain_text(found: Index, claim: Claim) -> str:
    """
    Return the chain as one line, outermost first: ``The Courier ← Vell Wire ← a source in the guild``.

    The report's own outlet opens it where it is known, else its title or id.
    """
    parts = [found.outlet(claim.report)]
    for link in claim.attribution:
        said = source(found, claim, link)
        words = "unnamed" if said is None else said.text
        if parts[-1].casefold() != words.casefold():
            parts.append(words)
    return " ← ".join(parts)


def source(found: Index, claim: Claim, link: ChainLink, introduced: frozenset[str] = frozenset()) -> Wording | None:
    """
    Return a link's source in words that can be understood alone; None where the report has no words for it.

    A pronoun, or "the source", gives way to the fullest words that the same report has for the same one; so does a
    surname, unless the name was told in full before (``introduced``).
    """
    report = found.reports[claim.report]
    if link.span is None:
        return None
    local = None if link.local is None else found.locals.get(link.local)
    own = _tidy(report.text, link.span)
    words = report.words(own)
    entity = found.entity(link.local)
    known = entity is not None and entity.id in introduced
    if words.casefold() in PRONOUNS:
        person = meant(found, report, own, local) or speaker(found, report, own)
        return None if person is None else full_name(found, report, person, known=known)
    bare = entity is not None and (len(HONORIFIC.sub("", words).split()) == 1 or words == entity.name)
    if local is not None and local.named and bare and local.kind is NameKind.PERSON:
        return fitting_name(found, report, local, words, known=known) or verbatim(report.id, report.text, own)
    full = in_full(found, report, own, local)
    if full is not None:
        return verbatim(claim.report, report.text, full)
    if _telling(words):
        return verbatim(claim.report, report.text, own)
    noun = words.casefold().split()[-1].rstrip("s")
    for span in () if local is None else local.spans:
        fuller = report.words(span)
        if _telling(fuller) and any(one.casefold().rstrip("s") == noun for one in fuller.split()):
            return verbatim(claim.report, report.text, span)
    return None


def _telling(name: str) -> bool:
    """Tell whether a source's words say who it is: no pronoun, no "this source", not cut off at the end."""
    words = name.casefold().split()
    if not words or words[0] in PRONOUNS - _DEMONSTRATIVE or words[-1] in _CUT_SHORT or set(words) <= _VAGUE:
        return False
    return words[0] not in _DEMONSTRATIVE - {"the"} or not set(words) <= _BARE | _DEMONSTRATIVE


def _tidy(text: str, span: Span) -> Span:
    words = span.of(text).rstrip(' ,;:.–—-“"').removesuffix(" that")
    end = span.start + len(words.rstrip(" ,;:.–—-"))
    start = span.start + len(words) - len(words.lstrip(' ,;:“"'))
    return Span(start, end) if start < end else span


_OTHER_WORDS = regex.compile(r"\bthat\b(?=\s+\S)")
"""Between a cue and words that it attributes: others that it attributes, too ("said that X had died and that …")."""


def attribution(
    found: Index,
    claim: Claim,
    links: tuple[ChainLink, ...],
    base: Span,
    introduced: frozenset[str] = frozenset(),
) -> Wording | None:
    """
    Return what follows a clause to say whose word it is: ``, according to A, citing B``; None where it can't be said.

    The report's own wording ("a source told the Courier on Tuesday") is kept where it stands in one stretch. A cue that
    does more than say (denies, demands, doubts) is never put into other words: then the answer is None.

    Args:
        found: The story.
        claim: Whose chain it is.
        links: Those of the chain that the clause does not name itself, outermost first.
        base: The clause that is told.
        introduced: Entities that were named in full before.
    """
    if not links:
        return Wording(())
    if any(link.cue_kind not in _PLAIN for link in links):
        return None
    last = links[-1]
    if last.cue is not None and last.span is not None and last.span.start > last.cue.end:
        heard = found.words(claim.report, last.cue).split()[0].casefold() in {"told", "tells", "tell"}
        if heard:  # whoever follows "told" is the hearer, not the source
            return None
    if last.cue is not None and last.span is not None and _torn(found, claim, last.span, last.cue):
        return None
    own = _as_told(found, claim, links, base, introduced)
    if own is not None:
        return Wording((Fragment(", "),)) + own
    told = [words for link in links if (words := inner(found, claim, link, introduced)) is not None]
    if not told:
        return _unsourced(found, claim, links)
    words = Wording((Fragment(", according to "),)) + told[0]
    for one in told[1:]:
        words = words + ", citing " + one
    return words


def _torn(found: Index, claim: Claim, name: Span, cue: Span) -> bool:
    """Tell whether something happens between a source and its cue ("the talks began after reports"): it is none."""
    report = found.reports[claim.report]
    gap = report.text[min(cue.end, name.end) : max(cue.start, name.start)]
    return _HAPPENS.search(gap) is not None and around(report, name) == around(report, cue)


def inner(found: Index, claim: Claim, link: ChainLink, introduced: frozenset[str] = frozenset()) -> Wording | None:
    """Return a link's source as it is written inside a sentence: no large letter but a name's."""
    words = source(found, claim, link, introduced)
    if words is None or not words.places:
        return words
    first = words.places[0]
    described = _described(found, claim, link)
    return words.lowered() if found.opens_plainly(first.report, first.span, described=described) else words


def _as_told(
    found: Index, claim: Claim, links: tuple[ChainLink, ...], base: Span, introduced: frozenset[str]
) -> Wording | None:
    """Return the stretch of the sentence that holds source, cue and hearer; None where there is no such stretch."""
    report = found.reports[claim.report]
    last = links[-1]
    if last.cue is None or last.span is None or any(link.cue != last.cue for link in links):
        return None
    spans = [last.cue, *(link.span for link in links if link.span is not None)]
    whole = Span(min(one.start for one in spans), max(one.end for one in spans))
    if whole.end <= base.start <= whole.end + _HEARER:
        other = _OTHER_WORDS.search(report.text, whole.end, base.start)
        whole = Span(whole.start, base.start if other is None else whole.end)
    elif base.end <= whole.start and report.words(whole).endswith(("told", "tells")):
        sentence = around(report, whole)
        whole = Span(whole.start, sentence.end if sentence.end - whole.end <= _HEARER else whole.end)
    whole = _tidy(report.text, whole)
    words = report.words(whole)
    gap = report.text[min(last.cue.end, last.span.end) : max(last.cue.start, last.span.start)]
    first = report.words(last.cue).split()[0].casefold()
    if len(words) > _STRETCH or whole.overlaps(base) or len(gap.split()) > 3 or not _speaks(first):
        return None
    apart = around(report, whole.through(base)) != around(report, base)
    if apart and (not claim.quote or "\n" in report.words(whole.through(base))):
        return None
    named = inner(found, claim, last, introduced)
    if named is None:
        return None
    own = _tidy(report.text, last.span)
    if named.text.casefold() != report.words(own).casefold():
        closed = report.text[own.end : own.end + 1] == "," and own.end < last.cue.start and "," not in named.text
        told = verbatim(claim.report, report.text, whole, [(Span(own.start, own.end + closed), named)])
        return told if own.start == whole.start else told.lowered() if last.cue.start == whole.start else told
    told = verbatim(claim.report, report.text, whole)
    described = last.span.start == whole.start and _described(found, claim, last)
    plain = last.cue.start == whole.start or found.opens_plainly(claim.report, whole, described=described)
    return told.lowered() if plain else told


def _described(found: Index, claim: Claim, link: ChainLink) -> bool:
    local = None if link.local is None else found.locals.get(link.local)
    if local is None or local.named or link.span is None:
        return False
    words = found.words(claim.report, link.span).split()
    return len(words) > 1 and words[1].islower()


def _speaks(cue: str) -> bool:
    return cue in _CUES or cue in {"according", "as"}


def _unsourced(found: Index, claim: Claim, links: tuple[ChainLink, ...]) -> Wording | None:
    last = links[-1]
    cue = last.cue
    if cue is None or last.span is not None:
        return None
    report = found.reports[claim.report]
    words = report.words(cue)
    if words.casefold().startswith("according to"):
        return Wording((Fragment(", "),)) + verbatim(claim.report, report.text, cue).lowered()
    return None
