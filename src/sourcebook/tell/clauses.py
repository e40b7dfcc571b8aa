"""Which of a report's words tell a claim on their own, without being bent."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.tell.resolving import PRONOUNS, inside_quotation
from sourcebook.tell.sentences import around
from sourcebook.tell.verbs import AUXILIARY, finite
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, Modality, Polarity
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

LONGEST = 360
"""Longest stretch that a line takes whole. Unit: code points; about four lines of a terminal."""

_DATELINE = regex.compile(
    r"\p{Lu}[\p{Lu}\s.'’\-]{2,30}(?:,[^\n—–―]{1,30}|\s*\([^)\n]{1,30}\))?\s*(?:—|–|―|--)\s+(?=[\p{Lu}“\"])"
)
"""The place that opens an agency's report: ``BRASK, May 4 (Wire) — ``."""

_LEADING = regex.compile(
    r"(?:[\p{L}]{2,8}[-_]?\d{4,}\s+)?"  # the number of an agency's photograph
    r"(?:(?:however|but|and|so(?! far\b)|also|by the way|meanwhile|moreover|furthermore|besides|in addition|"
    r"nevertheless|nonetheless|since then|then|thus|therefore|yet|still|instead|indeed|(?-i:that)|whereas|otherwise|"
    r"consequently|at the same time|"
    r"in turn|in fact|of course|for (?:his|her|its|their) part)\b,?\s+|"
    r"(?:earlier|later|afterwards?|previously|finally|again|for (?:example|instance)|as a result|"
    r"in (?:response|particular|other words|the end)|to be sure|"
    r"(?:just |only )?(?:hours|days|weeks|months|years) (?:earlier|later)|"
    r"(?:earlier|later) in the \p{Ll}+),\s+|[\s,;:.…–—\-*•>)\]]+)*",
    regex.IGNORECASE,
)
"""Words that tie a sentence to the one before; what they hold together is no part of the claim."""

_TRAILING = regex.compile(
    r"(?:[\s,;:–—\-(\[]|(?<!\b\p{L}(?:\.\p{L})*)\.|(?<=[\s,;])(?:and|but|or|while|as|that|which|who)$)+$",
    regex.IGNORECASE,
)
_HANGING = frozenset(
    """
    to which who whose whom where when while as because since if unless until after before although though whether
    have has had is are was were be been being am do does did will would can could may might must shall should
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
    r"vow\w*|hop\w+|aim\w*|want\w*|call\w* (?:for|on|upon)|call\w*|"
    r"urg\w*|ask\w*|demand\w*|need\w*|ready|willing|possib\w+|likely|seek\w*|"
    r"propos\w*|offer\w*|agree\w*|prepar\w*|scheduled|due|to be|are to|is to|was to|were to|if|unless|as soon as)\b",
    regex.IGNORECASE,
)
_NEGATION = regex.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|refus\w+|declin\w+|den(?:y|ies|ied|ying)|"
    r"fail\w*|reject\w+|unable|hardly|few|lack\w*)\b|n[’']t\b",
    regex.IGNORECASE,
)
_HEDGE = regex.compile(
    r"\b(?:accord\w+|sa(?:y|ys|id|ying)|tell\w*|told|report\w*|claim\w*|alleg\w*|announc\w*|declar\w*|cit(?:e|es|ed|ing)|"
    r"quot\w+|sources?|if|unless|whether|as soon as|until|(?-i:may)|might|would|could|should|not|never|nor|neither|"
    r"den(?:y|ies|ied|ying)|"
    r"doubt\w*|rumo\w+|accus\w*|suppos\w*|believ\w*|think\w*|thought|suspect\w*|speculat\w*|expect\w*|hop\w+|fear\w*|"
    r"call\w*|demand\w*|urg\w+|ask\w*|promis\w*|pledg\w*|vow\w*|warn\w*|wrote|add(?:s|ed|ing)|not(?:es|ed|ing)|"
    r"stress\w*|insist\w*|argu\w+|suggest\w*|plan\w*|propos\w*|agree\w*|refus\w*|false\w*|purport\w*|seem\w*|appear\w*)\b"
    r"|n[’']t\b",
    regex.IGNORECASE,
)
"""What may not be cut off a sentence unless it is told again: who says so, on what condition, how surely."""

_UNDER = regex.compile(
    r"(?:[\p{L}\p{N}]+\s+){0,3}(?:after|before|since|until|when|while|because|although|though)\b", regex.IGNORECASE
)
"""A clause under another one ("weeks after the army left")."""

_EXPLETIVE = regex.compile(
    r"[“\"']?It (?:is|was|has been|remains) (?:still |also |not |now |yet ){0,2}"
    r"(?:true|clear|likely|unlikely|possible|unknown|known|reported|believed|expected|planned|understood|said|thought|"
    r"speculated|uncertain|unclear)\b",
)
""""It" that stands for nobody ("It is not known who …")."""

_OPENS = regex.compile(
    r"(?:[,;:—–\-(“\"]|\b(?:that|and|but|while|whereas|because|when|as|after|before|sa(?:id|ys|y)|told \w+))$",
    regex.IGNORECASE,
)
_CLOSES = regex.compile(
    r"[,;:.!?—–\-)”\"]|(?:and|but|while|whereas|because|when|as|after|before|since|although|though|if|until)\b",
    regex.IGNORECASE,
)
_VERB_NEXT = regex.compile(
    r"[\s,;)”\"]*(?:and |but |or )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|does)\b",
    regex.IGNORECASE,
)
"""Where a verb follows, its clause goes on."""

_PREPOSITIONS = frozenset(
    """
    in on at with for of by from into onto over under amid among due during despite towards against between through
    """.split()
)

_SEMICOLON = regex.compile(";")
_PART = 6
"""Words of a part between semicolons that may be a sentence of its own."""

_NO_NEWS = regex.compile(
    r"\b(?:say|says|said|do|did|does) so\b(?! (?:that|much|many))|"  # what was said stands elsewhere
    r"^(?:[“\"'‘]?)(?:please|click|subscribe|sign up|read more|follow us|watch|listen|join us|share this)\b|"
    r"\bcontributed to this (?:report|article|story)\b|\breports? from (?-i:\p{Lu})[\p{L}\s,.]*$|"  # of a film
    r"\b(?:appear|seem)(?:s|ed)? to (?:refer|allude|be (?:referring|alluding))\b|"  # a reporter's impression
    r"^[^“\",;:]{0,60}\b(?:said|says|wrote|added|tweeted|spoke|told \w+(?: \w+)?)"  # and not what
    r"(?: (?:in|on|at|during|via|to|by|from) [^,“\"]{1,40}){0,2}$|"
    r"\b(?:seen|found|read|viewed|available|posted) (?:below|above|here)\b|"
    r"^[“\"'‘]?let(?:[’']s| us)\b|"
    r"^(?:an?|this|the) (?:photo(?:graph)?|image|picture|video|handout)\b.*\bshow(?:s|ed|n)\b|"
    r"^\W*(?:reporting|additional reporting|writing|editing|compiled) by\b|\bphoto(?:graph)?s? (?:by|courtesy)\b",
    regex.IGNORECASE,
)
"""What a page says to its reader or of its makers, and what says nothing without the sentence before."""

_NO_SUBJECT = frozenset(
    """
    also and again already always but even ever eventually finally first hence just later never not now often once or
    only rather soon so still then there thus too yet to been being be
    """.split()
)
"""Words that stand before a verb beside its subject."""

_I = regex.compile(r"\b(?:I|my|me)\b(?![.’'])")
_CONTRACTED = regex.compile(r"[’'](?:s|re|ve|d|m|ll)$")
_FIRST = regex.compile(r"[\p{L}\p{M}’'\-]+")
_BE = frozenset("is are was were be been being am 's ’s ’re 're has have had keeps kept began started".split())
_OPEN = frozenset({CueKind.SAYS, CueKind.CONFIRMS})


def tellings(found: Index, claim: Claim) -> tuple[Span, ...]:
    """
    Return the stretches that tell the claim as its report puts it, best first: its clause, then its sentence.

    The clause comes only where it stands alone and nothing that the rest of the sentence says of it (who says so, on
    what condition) is lost but what the chain holds. Empty where both are too long or where the words that decide its
    sense (who denies it) lie outside.
    """
    report = found.reports[claim.report]
    whole = around(report, claim.trigger.span)
    for link in claim.attribution:
        if link.cue_kind not in _OPEN and link.cue is not None and not whole.holds(link.cue):
            return ()
    if in_own_voice(report, whole):
        return ()
    made = []
    own = tidy(report, claim.evidence[0]) if claim.evidence else None
    sentence = tidy(report, whole)
    if (
        own is not None
        and sentence is not None
        and own != sentence
        and whole.holds(own)
        and _alone(report, claim, own)
        and _says_all(report, claim, sentence, own)
    ):
        made.append(own)
    part = None if sentence is None else _between_semicolons(report, claim, sentence)
    if part is not None:
        made.append(part)
    elif sentence is not None and sentence.end - sentence.start <= LONGEST:
        made.append(sentence)
    return tuple(one for one in made if not _NO_NEWS.search(report.words(one)) and finite(found, report, one))


def _between_semicolons(report: Report, claim: Claim, sentence: Span) -> Span | None:
    """Return the part of a sentence that tells a claim where semicolons part it; None where they don't, or it leans."""
    cuts = [
        sentence.start + one.start()
        for one in _SEMICOLON.finditer(report.words(sentence))
        if not inside_quotation(report, sentence.start + one.start())
    ]
    if not cuts:
        return None
    starts, ends = [sentence.start, *(cut + 1 for cut in cuts)], [*cuts, sentence.end]
    at = claim.trigger.span.start
    part = next((Span(one, other) for one, other in zip(starts, ends, strict=True) if one <= at < other), None)
    own = None if part is None else tidy(report, part)
    if own is None or len(report.words(own).split()) < _PART or opens_with_pronoun(report, own) is not None:
        return None
    cues = [one for link in claim.attribution for one in (link.cue, link.span) if one is not None]
    return own if all(own.holds(cue) or not sentence.holds(cue) for cue in cues) else None


def in_own_voice(report: Report, sentence: Span) -> bool:
    """Tell whether a writer says "I" outside quotation marks: an opinion piece, not a report."""
    return any(
        not inside_quotation(report, sentence.start + one.start()) for one in _I.finditer(report.words(sentence))
    )


def leans(found: Index, claim: Claim) -> bool:
    """Tell whether a claim's clause is a part of another one's ("to hold talks", "led by …")."""
    report = found.reports[claim.report]
    own = tidy(report, claim.evidence[0]) if claim.evidence else None
    if own is None:
        return True
    first = _FIRST.search(report.words(own))
    return (
        first is None or first.group().casefold() in _HANGING or own.start + first.start() >= claim.trigger.span.start
    )


def tidy(report: Report, span: Span) -> Span | None:
    """Return the span without what ties it to its neighbours: leading "However,", a comma at the end."""
    start = span.start
    dateline = _DATELINE.match(report.words(span))
    if dateline is not None:
        start += dateline.end()
    leading = _LEADING.match(report.text[start : span.end])
    if leading is not None:
        start += leading.end()
    trailing = _TRAILING.search(report.text[start : span.end])
    end = span.end if trailing is None else start + trailing.start()
    return Span(start, end) if start < end else None


def opens_with_pronoun(report: Report, span: Span) -> str | None:
    """Return the pronoun that the span opens with, as written; None where it opens with something else."""
    words = report.words(span)
    first = None if _EXPLETIVE.match(words) else _FIRST.search(words)
    if first is None:
        return None
    pronoun = _CONTRACTED.sub("", first.group())
    return pronoun if pronoun.casefold() in PRONOUNS else None


def _alone(report: Report, claim: Claim, span: Span) -> bool:
    words = report.words(span)
    trigger = claim.trigger.span
    if not span.holds(trigger) or not 12 <= len(words) <= LONGEST or len(words.split()) < 4:
        return False
    first = _FIRST.search(words)
    if first is None or first.group().casefold() in _HANGING or first.start() + span.start >= trigger.start:
        return False
    under = _UNDER.match(words)
    if under is not None and "," not in report.text[span.start : trigger.start]:
        return False
    if not _bounded(report, span, first.group().casefold()):
        return False
    before = regex.findall(r"[\p{L}\p{M}]+|[’']s", report.text[span.start : trigger.start])
    if not any(_may_be_subject(one) for one in before) or not _finite(
        words, report.words(trigger), claim.trigger.lemma
    ):
        return False
    if before[-1].casefold() in _NOMINAL and not AUXILIARY.search(words):
        return False
    return not (report.words(trigger).endswith("ing") and not {one.casefold() for one in before[-3:]} & _BE)


def _may_be_subject(word: str) -> bool:
    """Tell whether a word before the verb may be, or belong to, what does the act ("subsequently" can't)."""
    plain = word.casefold()
    return plain not in _NO_SUBJECT and not plain.endswith("ly") and not AUXILIARY.fullmatch(plain)


def _bounded(report: Report, span: Span, first: str) -> bool:
    """Tell whether a clause begins and ends where a clause can, not in the middle of a phrase."""
    whole = around(report, span)
    before, after = report.text[whole.start : span.start].rstrip(), report.text[span.end : whole.end].lstrip()
    if _VERB_NEXT.match(after):
        return False
    opens = not before or _OPENS.search(before) is not None
    if first in _PREPOSITIONS and before and not before.endswith(("that", "“", '"')):
        return False
    return opens and (not after or _CLOSES.match(after) is not None)


def _finite(words: str, trigger: str, lemma: str) -> bool:
    """Tell whether a clause surely has a verb of its own: an auxiliary, or a trigger that is bent as only verbs are."""
    if AUXILIARY.search(words):
        return True
    bent = trigger.casefold()
    return bent != lemma.casefold() and not bent.endswith(("s", "ing"))


def _says_all(report: Report, claim: Claim, whole: Span, span: Span) -> bool:
    words = report.words(span)
    left = [Span(whole.start, span.start)] if whole.start < span.start else []
    left += [Span(span.end, whole.end)] if span.end < whole.end else []
    if any(
        link.cue_kind not in _OPEN and link.cue is not None and not span.holds(link.cue) for link in claim.attribution
    ):
        return False
    cues = [one for link in claim.attribution for one in (link.cue, link.span) if one is not None]
    for part in left:
        for found in _HEDGE.finditer(report.words(part)):
            hedge = Span(part.start + found.start(), part.start + found.end())
            if not any(cue.overlaps(hedge) for cue in cues):
                return False
    if claim.modality in {Modality.CONDITIONAL, Modality.HYPOTHETICAL}:
        return False
    if claim.modality is not Modality.ASSERTED and not _MODAL.search(words):
        return False
    return claim.polarity is Polarity.POSITIVE or _NEGATION.search(words) is not None
