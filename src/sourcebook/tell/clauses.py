"""Which of a report's words tell a claim on their own, without being bent."""

from __future__ import annotations

import regex

from sourcebook.tell.chains import PRONOUNS
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, Modality, Polarity
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

LONGEST = 330
"""Longest stretch that a line takes whole. Unit: code points; about four lines of a terminal."""

_LEADING = regex.compile(
    r"(?:(?:however|but|and|so|also|by the way|meanwhile|moreover|furthermore|besides|in addition|nevertheless|"
    r"nonetheless|then|thus|therefore|yet|still|instead|indeed|that|whereas|otherwise|consequently|at the same time|"
    r"in turn|in fact|of course|for (?:his|her|its|their) part)\b,?\s+|[\s,;:.…–—\-*•>)\]]+)+",
    regex.IGNORECASE,
)
"""Words that tie a sentence to the one before; what they hold together is no part of the claim."""

_TRAILING = regex.compile(r"[\s,;:.–—\-(\[]+$|(?:[\s,;]+(?:and|but|or|while|as|that|which|who))+$", regex.IGNORECASE)
_HANGING = frozenset(
    """
    to which who whose whom where when while as because since if unless until after before although though whether
    including led based citing saying adding such than not nor or with without for of by from leaving
    """.split()
)
"""A clause that opens with one of these leans on another."""

_NOMINAL = frozenset(
    """
    the a an this that these those his her its their our my of in for to with without on at by from into about over
    after before during amid between against such any no some 's ’s
    """.split()
)
"""Before a trigger, one of these says that it is a noun or an infinitive and not the clause's verb."""

_MODAL = regex.compile(
    r"\b(?:will|would|shall|may|might|could|can|should|must|going to|plan\w*|intend\w*|expect\w*|promis\w*|pledg\w*|"
    r"vow\w*|hop\w+|aim\w*|want\w*|call\w*|urg\w*|ask\w*|demand\w*|need\w*|ready|willing|possib\w+|likely|seek\w*|"
    r"propos\w*|offer\w*|agree\w*|prepar\w*|scheduled|due|to be|are to|is to|was to|were to|if|unless|as soon as)\b",
    regex.IGNORECASE,
)
_NEGATION = regex.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|refus\w+|declin\w+|den(?:y|ies|ied|ying)|"
    r"fail\w*|reject\w+|unable|hardly|few|lack\w*)\b|n[’']t\b",
    regex.IGNORECASE,
)
_FIRST = regex.compile(r"[\p{L}\p{M}’'\-]+")
_BE = frozenset("is are was were be been being am 's ’s ’re 're has have had keeps kept began started".split())
_OPEN = frozenset({CueKind.SAYS, CueKind.CONFIRMS})


def clause(found: Index, claim: Claim) -> Span | None:
    """
    Return the words that tell the claim as its report puts it, best first: its clause, else its sentence.

    None where both are too long or where the words that decide its sense (who denies it, on what condition) lie
    outside.
    """
    report = found.reports[claim.report]
    whole = around(report, claim.trigger.span)
    for link in claim.attribution:
        if link.cue_kind not in _OPEN and link.cue is not None and not whole.holds(link.cue):
            return None
    own = tidy(report, claim.evidence[0]) if claim.evidence else None
    if own is not None and whole.overlaps(own) and _alone(found, claim, own) and _says_all(report, claim, own):
        return own
    sentence = tidy(report, whole)
    return sentence if sentence is not None and sentence.end - sentence.start <= LONGEST else None


def tidy(report: Report, span: Span) -> Span | None:
    """Return the span without what ties it to its neighbours: leading "However,", a comma at the end."""
    text = report.words(span)
    start = span.start
    leading = _LEADING.match(text)
    if leading is not None:
        start += leading.end()
    trailing = _TRAILING.search(report.text[start : span.end])
    end = span.end if trailing is None else start + trailing.start()
    return Span(start, end) if start < end else None


def opens_with_pronoun(report: Report, span: Span) -> str | None:
    """Return the pronoun that the span opens with, as written; None where it opens with something else."""
    first = _FIRST.search(report.words(span))
    return first.group() if first is not None and first.group().casefold() in PRONOUNS else None


def _alone(found: Index, claim: Claim, span: Span) -> bool:
    report = found.reports[claim.report]
    words = report.words(span)
    trigger = claim.trigger.span
    if not span.holds(trigger) or not 12 <= len(words) <= LONGEST or len(words.split()) < 4:
        return False
    first = _FIRST.search(words)
    if first is None or first.group().casefold() in _HANGING:
        return False
    if first.start() + span.start >= trigger.start:
        return False
    before = regex.findall(r"[\p{L}\p{M}]+|[’']s", report.text[span.start : trigger.start])
    if not before or before[-1].casefold() in _NOMINAL:
        return False
    return not (report.words(trigger).endswith("ing") and not {one.casefold() for one in before[-3:]} & _BE)


def _says_all(report: Report, claim: Claim, span: Span) -> bool:
    words = report.words(span)
    if any(
        link.cue_kind not in _OPEN and link.cue is not None and not span.holds(link.cue) for link in claim.attribution
    ):
        return False
    if claim.modality in {Modality.CONDITIONAL, Modality.HYPOTHETICAL}:
        return False
    if claim.modality is not Modality.ASSERTED and not _MODAL.search(words):
        return False
    return claim.polarity is Polarity.POSITIVE or _NEGATION.search(words) is not None
