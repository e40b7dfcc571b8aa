"""Which lines a brief takes: the weightiest of each matter, each told once, in the section that its words belong to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import regex

from sourcebook.tell.ahead import guesses, is_set, tells_ahead
from sourcebook.tell.citing import ALSO, Draft
from sourcebook.tell.clauses import leans
from sourcebook.tell.composing import Composed, compose
from sourcebook.tell.fame import Fame
from sourcebook.tell.heads import STANDING, denies, head
from sourcebook.tell.index import Index
from sourcebook.tell.matters import apart, same_matter, same_visit, subject_of
from sourcebook.tell.opinion import opines
from sourcebook.tell.ranking import of_an_onlooker, section_of
from sourcebook.tell.sameness import ALIKE, SAME_PLAN, TWICE, content, likeness, quote_alike
from sourcebook.tell.sentences import around
from sourcebook.tell.unnamed import of_unnamed
from sourcebook.tell.views import Refusal
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, EventType, Modality
from sourcebook.values.links import InReport
from sourcebook.values.standing import Event

MOST = {"new": 6, "happened": 12, "disputed": 5, "planned": 6, "unconfirmed": 8, "answers": 6, "background": 5}
"""Lines of a section, so that a brief stays within two screens of a terminal."""

_ENOUGH = 3
"""Lines of a section from which on one that leans on others is not told."""

_FIRST = frozenset({"new", "happened"})
"""Sections that take more than one such line."""

_NEEDED = frozenset({"planned", "unconfirmed", "answers"})
"""Sections that take one where they have nothing else."""

_TALK = regex.compile(r"[“\"](?:I|I[’']\p{Ll}+|We think|It|It[’']s|That|That[’']s|This|There|There[’']s)\b")
"""How somebody talks rather than tells."""

_SHORT = regex.compile(r"(?:“[^”]{0,40}”|\"[^\"]{0,40}\") \P{Lu}*\p{L}[^“\"]{0,60}$")
"""A few words of somebody's and who said them."""

_WEASEL = regex.compile(
    r"(?:Some|Many|Critics|Others|Observers|Skeptics)\b(?: \p{Ll}+){0,3} (?:argue|say|believe|think|fear|worry)"
)
_GUESS = regex.compile(r"\b(?:could|might|may|likely|would)\b")


@dataclass(slots=True)
class Chosen:
    """Lines gathered so far; weightier events come first and keep lesser ones from saying the same again."""

    found: Index
    newest: date | None
    fresh: frozenset[str]
    known: Fame
    sections: dict[str, list[Composed]] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    covers: dict[str, list[InReport]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    waiting: list[tuple[str, Composed]] = field(default_factory=list)

    def section(self, event: Event, *, clash: bool = True, ahead: bool = True) -> str:
        """Return the section that an event belongs to; what only the newest reports tell is new."""
        key = section_of(self.found, event, self.newest, clash=clash, ahead=ahead)
        new = all(self.found.claims[one].report in self.fresh for one in event.claims)
        return "new" if key == "happened" and new else key

    def fill(self, most: dict[str, int]) -> None:
        """Add lines that lean on others where a section has few of its own; count the rest as left out."""
        for section, composed in self.waiting:
            rows = self.sections.setdefault(section, [])
            enough = _ENOUGH if section in _FIRST else section in _NEEDED
            if len(rows) < min(enough, most[section]) and not self.covered(composed.covers[0]):
                self.keep(composed, section)
            else:
                self.left_out[section] = self.left_out.get(section, 0) + 1

    def add(self, event: Event, section: str, most: dict[str, int]) -> None:
        """Take the event's line where it has one that tells something new; else count it as left out."""
        claims = [self.found.claims[one] for one in event.claims]
        if all(self.covered(InReport(one.report, one.trigger.span)) for one in claims):
            return
        if section == "planned" and all(self._aside(one) for one in claims):
            return
        if self._full(section, most):
            return
        composed = compose(self.found, event, section, frozenset(), self.refused, known=self.known)
        if composed is None or self.covered(composed.covers[0]):
            return
        if section == "disputed" and not composed.two_sided:
            self.add(event, self.section(event, clash=False), most)
            return
        if section == "disputed" and len(composed.covers) > 1 and all(self.covered(one) for one in composed.covers[1:]):
            self.leave_out(section)
            return
        if section == "planned" and not tells_ahead(composed.text):
            self.add(event, self.section(event, clash=False, ahead=False), most)
            return
        section = self._by_its_words(composed, section)
        if self._told_in_part(composed) or _guessed(self.found, section, composed):
            self.leave_out(section)
            return
        if self.repeated(composed, section) or self._full(section, most):
            return
        if composed.leans or _color(self.found, composed):
            self.waiting.append((section, composed))
        else:
            self.keep(composed, section)

    def _subject(self, claim: Claim) -> tuple[Claim, ...]:
        """Return the claims that the sentence of a claim is told about."""
        report = self.found.reports[claim.report]
        matter = head(self.found, report, around(report, claim.trigger.span))
        return () if matter is None else subject_of(self.found, matter)

    def _full(self, section: str, most: dict[str, int]) -> bool:
        """Tell whether a section has its lines; then one more is counted as left out."""
        full = len(self.sections.setdefault(section, [])) >= most[section]
        if full:
            self.leave_out(section)
        return full

    def leave_out(self, section: str) -> None:
        """Count a line that is not told."""
        self.left_out[section] = self.left_out.get(section, 0) + 1

    def _by_its_words(self, composed: Composed, section: str) -> str:
        """
        Return the section that a line belongs to by what its sentence is about, and by whether it shows who says so.

        An event may be told by a sentence that mentions it by the way; what nobody named confirms is told by somebody.
        """
        claim = composed.claim
        if claim is None or section in {"disputed", "planned"}:
            return section
        report = self.found.reports[claim.report]
        own = around(report, claim.trigger.span)
        told = composed.covers[0].span
        matter = head(self.found, report, told if own.holds(told) else own)
        event = None if matter is None or matter.id == claim.id else self.found.event_of.get(matter.id)
        if matter is not None and event is not None:
            section = self.section(event, clash=False, ahead=tells_ahead(composed.text))
            claim = matter
        if _denies(self.found, composed):
            return "disputed"
        if is_set(composed.text) and not claim.background:
            return "planned"
        if section == "background" and claim.type is EventType.STATE and claim.attribution and not claim.background:
            return "happened"
        unnamed = of_unnamed(self.found, claim, composed.text)
        if section == "happened" and claim.modality is not Modality.ASSERTED and unnamed:
            return "unconfirmed"
        if section != "unconfirmed" or unnamed:
            return section
        standing = claim.type in STANDING and not claim.attribution
        return "background" if claim.background or standing else "happened"

    def _aside(self, claim: Claim) -> bool:
        """Tell whether a claim is only what for another one was done, in one sentence ("met to discuss …")."""
        wished = claim.modality in {Modality.DEMANDED, Modality.POSSIBLE}
        if not wished and not leans(self.found, claim):
            return False
        sentence = around(self.found.reports[claim.report], claim.trigger.span)
        return any(
            other.modality is Modality.ASSERTED and sentence.holds(other.trigger.span) and not leans(self.found, other)
            for other in self.found.claims_in.get(claim.report, ())
        )

    def keep(self, composed: Composed, section: str) -> None:
        """Take a line; the words that it repeats are not told again, nor by lines that were taken before."""
        if composed.two_sided:
            for key, rows in self.sections.items():
                self.sections[key] = [one for one in rows if not _inside(one, composed)]
        self.sections.setdefault(section, []).append(composed)
        for cover in composed.covers:
            self.covers.setdefault(cover.report, []).append(cover)

    def covered(self, where: InReport) -> bool:
        """Tell whether a line repeats these words."""
        return any(one.span.holds(where.span) for one in self.covers.get(where.report, ()))

    def _told_in_part(self, composed: Composed) -> bool:
        """Tell whether a line holds a whole sentence that another one tells."""
        first = composed.covers[0]
        return any(first.span.holds(one.span) for one in self.covers.get(first.report, ()))

    def _content(self, composed: Composed) -> frozenset[str]:
        first = composed.covers[0]
        return content(self.found.words(first.report, first.span))

    def repeated(self, composed: Composed, section: str) -> bool:
        """
        Tell whether another line tells the same news.

        Its words are added to that line's citations only where they are of one event or quote the very same words; what
        is merely alike is counted as left out, and is no repetition where its other side, place or time differs.
        """
        words = self._content(composed)
        for key, rows in self.sections.items():
            enough = TWICE if (key == "background") is (section == "background") else ALIKE
            enough = SAME_PLAN if key == section == "planned" else enough
            for place, row in enumerate(rows):
                one, other = composed.claim, row.claim
                if one is None or other is None or not _may_be_one(one, other, apart=key != section):
                    continue
                quoted = quote_alike(composed.text, row.text)
                if not quoted and self._apart(composed, row):
                    continue
                like = likeness(words, self._content(row))
                same = same_matter(self.found, one, other) or same_visit(self.found, one, other)
                same = same or any(same_visit(self.found, about, other) for about in self._subject(one))
                same = same or quote_alike(composed.text, row.text, like)
                if quoted or ((same or like >= ALIKE) and self._of_one_event(composed, row)):
                    also = Draft(ALSO, composed.pieces[0].cited)
                    rows[place] = replace(row, pieces=(*row.pieces, also), covers=row.covers + composed.covers)
                    return True
                if (same or like >= enough) and (row.two_sided or not composed.two_sided):
                    self.leave_out(section)
                    return True
        return False

    def _of_one_event(self, composed: Composed, row: Composed) -> bool:
        """Tell whether two lines of different reports turn on claims of one event."""
        one, other = composed.claim, row.claim
        if one is None or other is None or one.report == other.report:
            return False
        if composed.about(self.found) is not one or row.about(self.found) is not other:
            return False
        event = self.found.event_of.get(one.id)
        return event is not None and event is self.found.event_of.get(other.id)

    def _apart(self, composed: Composed, row: Composed) -> bool:
        """Tell whether two lines can't be of one thing, by what they were taken for or by what they turn on."""
        told, about = (composed.claim, row.claim), (composed.about(self.found), row.about(self.found))
        return any(
            one is not None and other is not None and apart(self.found, one, other) for one, other in (told, about)
        )


def _denies(found: Index, composed: Composed) -> bool:
    """Tell whether a line tells that somebody denies it."""
    claim, base = composed.claim, composed.covers[0].span
    if claim is None or not denies(found, claim):
        return False
    return any(
        link.cue_kind is CueKind.DENIES and link.cue is not None and base.holds(link.cue) for link in claim.attribution
    )


def _inside(one: Composed, two_sided: Composed) -> bool:
    """Tell whether all that a line tells stands in one that sets two sides against each other."""
    first = one.covers[0]
    return any(other.report == first.report and other.span.holds(first.span) for other in two_sided.covers)


def _guessed(found: Index, section: str, composed: Composed) -> bool:
    """Tell whether a line only says what a report's writer thinks may come."""
    told = composed.claim
    if guesses(composed.text):
        return True
    if section not in {"planned", "unconfirmed"} or told is None or told.attribution:
        return False
    report = found.reports[told.report]
    claim = head(found, report, around(report, told.trigger.span)) or told
    guess = claim.modality in {Modality.POSSIBLE, Modality.HYPOTHETICAL}
    return guess and _GUESS.search(composed.text) is not None


def _may_be_one(one: Claim, other: Claim, *, apart: bool) -> bool:
    """
    Tell whether two claims say alike that something is so, or alike that it is not, or alike that it is to come.

    In one section, not ``apart``, their words told already whether it is to come.
    """
    denied = [any(link.cue_kind is CueKind.DENIES for link in claim.attribution) for claim in (one, other)]
    held = [claim.modality is Modality.ASSERTED for claim in (one, other)]
    return one.polarity is other.polarity and denied[0] is denied[1] and (not apart or held[0] is held[1])


def _opines(found: Index, claim: Claim, text: str) -> bool:
    """Tell whether a line, or the sentence that it tells, is what its writer thinks."""
    report = found.reports[claim.report]
    matter = head(found, report, around(report, claim.trigger.span))
    return any(opines(report, one, text) for one in (claim, matter) if one is not None)


def _color(found: Index, composed: Composed) -> bool:
    """Tell whether a line is what an onlooker thinks, or a quotation that names nobody and tells no act."""
    claim = composed.claim
    text = composed.text
    if claim is not None and _opines(found, claim, text):
        return True
    if of_an_onlooker(text) or _SHORT.match(text) or _TALK.match(text) or _WEASEL.match(text):
        return True
    if claim is None or not claim.quote or (claim.type.plover and len(composed.pieces) > 1):
        return False
    parts = [found.entity(one.local) for one in claim.participants]
    return claim.place is None and not any(one is not None and one.named for one in parts)
