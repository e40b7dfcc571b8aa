"""The brief of a story: one to two screens that an editor would send on, every word of them from the reports."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import regex
from rapidfuzz import fuzz

from sourcebook.tell.citing import ABOUT, ALSO, Draft, Numbering, cite, draft
from sourcebook.tell.clauses import leans, tells_of_what_may_come, tidy
from sourcebook.tell.composing import Composed, checked, compose, parts_of, same_matter
from sourcebook.tell.dates import interval, written
from sourcebook.tell.fame import Fame, fame
from sourcebook.tell.index import Index, index
from sourcebook.tell.ranking import SECTIONS, STANDING, best_first, day_of, section_of, weight
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Brief, Line, Refusal, Section
from sourcebook.tell.wording import verbatim
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import Modality, Precision, Stance, Status
from sourcebook.values.links import InReport
from sourcebook.values.standing import Event, Response
from sourcebook.values.story import Story

MOST = {"new": 6, "happened": 12, "disputed": 5, "planned": 6, "unconfirmed": 8, "answers": 6, "background": 5}
"""Lines of a section, so that a brief stays within two screens of a terminal."""

_SAME = 88.0
"""From this token-set ratio on (0..100, rapidfuzz) two sentences tell the same and are told once."""

_DANGLING = regex.compile(
    r"\b(?:this|that|these|those|such) (?:information|report|claim|statement|allegation|accusation|rumou?r|account|"
    r"remark|comment|suggestion|assertion|news|matter|issue|story|detail|charge)s?\b"
    r"|\b(?:this|that|it|so)(?: \p{L}+)?[.”\"']*$",
    regex.IGNORECASE,
)
"""What an answer points at without naming it ("this information")."""

_LEADS = 4
"""Lines that open a section because they weigh most; the others follow newest first."""

_FRESH = timedelta(days=3)
"""Reports of so many days before the newest one tell what is new: an editorial choice."""

_ENOUGH = 3
"""Lines of a section from which on one that leans on others is not told."""

_ABOUT = 160
"""Longest words of what was answered that are quoted behind the answer. Unit: code points."""

_COMMANDS = {
    "new": "sourcebook claims",
    "happened": "sourcebook claims --status reported",
    "disputed": "sourcebook claims --status disputed",
    "planned": "sourcebook claims --status planned",
    "unconfirmed": "sourcebook claims --status unconfirmed",
    "answers": "sourcebook claims",
    "background": "sourcebook claims",
}
_ANSWERS = frozenset({Stance.CONFIRMS, Stance.NEITHER, Stance.NO_COMMENT, Stance.NO_INFORMATION, Stance.NO_RESPONSE})


def brief(story: Story, *, most: int | None = None) -> Brief:
    """
    Return what the story's reports say: happened, disputed, planned, unconfirmed, answered, background.

    Args:
        story: The whole record.
        most: Lines of every section; None for each section's own limit.
    """
    found = index(story)
    newest = _newest(found)
    known = fame(found)
    chosen = _Chosen(found, newest, _fresh(found), known)
    _answers(chosen, most)
    parts = [part for event in found.events.values() for part in parts_of(found, event)]
    weighed = [(-weight(found, one, newest, known), one.id, place, one) for place, one in enumerate(parts)]
    ranked = [one for *_, one in sorted(weighed, key=lambda one: one[:3])]
    limits = MOST if most is None else dict.fromkeys(MOST, most)
    for event in ranked:
        chosen.add(event, chosen.section(event), limits)
    chosen.fill(limits)
    numbering = Numbering(found)
    introduced: frozenset[str] = frozenset()
    sections = []
    for key, title in SECTIONS.items():
        lines = []
        for composed in _ordered(chosen.sections.get(key, []), key, newest):
            final, introduced = _final(chosen, composed, key, introduced)
            lines.append(_line(final, key, numbering))
        if lines:
            sections.append(Section(key, title, tuple(lines), chosen.left_out.get(key, 0), _COMMANDS[key]))
    return Brief(story.title, _scope(found), tuple(sections), numbering.citations(), tuple(chosen.refused))


@dataclass(slots=True)
class _Chosen:
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
            if len(rows) < min(_ENOUGH, most[section]) and not self.covered(composed.covers[0]):
                self.keep(composed, section)
            else:
                self.left_out[section] = self.left_out.get(section, 0) + 1

    def add(self, event: Event, section: str, most: dict[str, int]) -> None:
        claims = [self.found.claims[one] for one in event.claims]
        if all(self.covered(InReport(one.report, one.trigger.span)) for one in claims):
            return
        if section == "planned" and all(self._aside(one) for one in claims):
            return
        rows = self.sections.setdefault(section, [])
        if len(rows) >= most[section]:
            self.left_out[section] = self.left_out.get(section, 0) + 1
            return
        composed = compose(self.found, event, section, frozenset(), self.refused, known=self.known)
        if composed is None or self.covered(composed.covers[0]):
            return
        if section == "disputed" and not composed.two_sided:
            self.add(event, self.section(event, clash=False), most)
            return
        if section == "planned" and not tells_of_what_may_come(composed.pieces[0].text):
            self.add(event, self.section(event, clash=False, ahead=False), most)
            return
        if self._joined(composed):
            return
        if composed.leans or _color(self.found, composed):
            self.waiting.append((section, composed))
        else:
            self.keep(composed, section)

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
        self.sections.setdefault(section, []).append(composed)
        for cover in composed.covers:
            self.covers.setdefault(cover.report, []).append(cover)

    def covered(self, where: InReport) -> bool:
        return any(one.span.holds(where.span) for one in self.covers.get(where.report, ()))

    def _words(self, composed: Composed) -> str:
        first = composed.covers[0]
        return self.found.words(first.report, first.span)

    def _joined(self, composed: Composed) -> bool:
        """Tell whether another line says the same; then the words are added to that line's citations."""
        words = self._words(composed)
        for rows in self.sections.values():
            for place, row in enumerate(rows):
                one, other = composed.claim, row.claim
                matter = one is not None and other is not None and same_matter(self.found, one, other)
                if matter or fuzz.token_set_ratio(words, self._words(row)) >= _SAME:
                    also = Draft(ALSO, composed.pieces[0].cited)
                    rows[place] = replace(row, pieces=(*row.pieces, also), covers=row.covers + composed.covers)
                    return True
        return False


def _color(found: Index, composed: Composed) -> bool:
    """Tell whether a line is a quotation that names nobody and tells no act: color, not news."""
    claim = composed.claim
    if claim is None or not claim.quote or (claim.type.plover and len(composed.pieces) > 1):
        return False
    parts = [found.entity(one.local) for one in claim.participants]
    return claim.place is None and not any(one is not None and one.named for one in parts)


def _ordered(rows: list[Composed], section: str, newest: date | None) -> list[Composed]:
    """Return the lines as they are read: the weightiest first, then newest first; background oldest first."""
    if section == "background":
        return sorted(rows, key=lambda one: (_day(one) or date.max, one.event.id))
    leads = _LEADS if section == "happened" else 0

    def placed(composed: Composed) -> tuple[int, int]:
        day = _day(composed)
        return (0, -day.toordinal()) if day is not None and newest is not None else (1, 0)

    return [*sorted(rows[:leads], key=placed), *sorted(rows[leads:], key=placed)]


def _day(composed: Composed) -> date | None:
    when = composed.time
    return None if when is None else (when.latest or when.earliest)


def _when(composed: Composed) -> str:
    """Return the day in words, where the sentence itself leaves it open ("on Tuesday"); of years, nothing to add."""
    when = composed.time
    wide = when is not None and when.precision in {Precision.YEAR, Precision.DECADE}
    return "" if wide else written(when)


def _final(
    chosen: _Chosen, composed: Composed, section: str, introduced: frozenset[str]
) -> tuple[Composed, frozenset[str]]:
    """Return the line with names in full where they are new to the reader, short where they are not."""
    told = "happened" if section == "new" else section
    again = (
        None
        if section == "answers"
        else compose(chosen.found, composed.event, told, introduced, roles=True, known=chosen.known)
    )
    if again is None or again.covers[0] != composed.covers[0]:
        return composed, introduced | composed.named
    kept = tuple(one for one in composed.pieces if one.text == ALSO)
    merged = (
        again.pieces
        if kept == tuple(one for one in again.pieces if one.text == ALSO)
        else (
            *(one for one in again.pieces if one.text != ALSO),
            _merged(kept),
        )
    )
    return replace(again, pieces=merged), introduced | again.named


def _merged(pieces: tuple[Draft, ...]) -> Draft:
    return Draft(ALSO, tuple(dict.fromkeys(cited for piece in pieces for cited in piece.cited)))


def _line(composed: Composed, section: str, numbering: Numbering) -> Line:
    event = composed.event
    told = {claim for piece in composed.pieces for cited in piece.cited for claim in cited.claims}
    return Line(
        pieces=numbering.pieces(composed.pieces),
        event=event.id,
        when="" if section == "answers" else _when(composed),
        status=event.status,
        origins=sum(bool(told & set(one.claims)) for one in event.origins),
    )


def _answers(chosen: _Chosen, most: int | None) -> None:
    """Tell who answered: one line for each answering sentence, with what it answers behind it."""
    found = chosen.found
    limit = MOST["answers"] if most is None else most
    answers = [(event, response) for event in found.events.values() for response in event.responses]
    answers.sort(key=lambda one: (one[1].stance is Stance.CONFIRMS, -weight(found, one[0], chosen.newest), one[0].id))
    for event, response in answers:
        claim = found.claims.get(response.claim)
        if response.stance not in _ANSWERS or claim is None or not _by_somebody(response, claim):
            continue
        if chosen.covered(InReport(claim.report, claim.trigger.span)):
            continue
        rows = chosen.sections.setdefault("answers", [])
        told = checked(found, claim, frozenset(), chosen.refused, whole=True)
        if told is None:
            continue
        again = _answered_so(rows, response, claim)
        if again is not None:
            also = Draft(ALSO, draft(told.words, (claim.id,)).cited)
            covers = (*rows[again].covers, InReport(claim.report, told.base))
            rows[again] = replace(rows[again], pieces=(*rows[again].pieces, also), covers=covers)
            continue
        if len(rows) >= limit:
            chosen.left_out["answers"] = chosen.left_out.get("answers", 0) + 1
            continue
        pieces = [draft(told.words, (claim.id,))]
        dangling = _DANGLING.search(told.words.text) is not None
        concerns = _concerns(found, event, claim.id) if dangling else None
        if concerns is not None:
            pieces.append(concerns)
        chosen.keep(
            Composed(event, tuple(pieces), (InReport(claim.report, told.base),), told.named, claim=claim),
            "answers",
        )


def _answered_so(rows: list[Composed], response: Response, claim: Claim) -> int | None:
    """Return the line that tells that the same one gave the same answer; None where there is none."""
    if response.entity is None or response.stance is Stance.CONFIRMS:
        return None
    for place, row in enumerate(rows):
        other = row.claim
        answers = [] if other is None else [one for one in row.event.responses if one.claim == other.id]
        same = any(one.entity == response.entity and one.stance is response.stance for one in answers)
        if other is not None and same and other.report != claim.report:
            return place
    return None


def _by_somebody(response: Response, claim: Claim) -> bool:
    """Tell whether an answer has words for who gave it ("the date is not known" has none)."""
    return response.entity is not None or any(link.span == response.where.span for link in claim.attribution)


def _concerns(found: Index, event: Event, answer: str) -> Draft | None:
    """Return what was answered, in its report's words where they are short enough, else its citation alone."""
    for claim in best_first(found, event, "answers"):
        if claim.id == answer or not claim.evidence or claim.background or claim.type in STANDING:
            continue
        report = found.reports[claim.report]
        span = tidy(report, claim.evidence[0]) or claim.evidence[0]
        where = cite([InReport(claim.report, span)], (claim.id,))
        words = verbatim(report.id, report.text, span).text
        plain = span.end - span.start <= _ABOUT and not any(one in words for one in '“”"')
        return Draft(f"{ABOUT} “{words}”" if plain else ABOUT, where)
    return None


def _fresh(found: Index) -> frozenset[str]:
    """Return the story's newest reports, where it has older ones too."""
    days = {id_: one.latest for id_, one in found.published.items() if one.day is not None and one.latest is not None}
    newest = max(days.values(), default=None)
    if newest is None or min(days.values()) >= newest - _FRESH:
        return frozenset()
    return frozenset(id_ for id_, day in days.items() if day >= newest - _FRESH)


def _newest(found: Index) -> date | None:
    """Return the story's newest day: of its reports, else of what they tell as held."""
    days = [one.latest or one.earliest for one in found.published.values()]
    known = [one for one in days if one is not None]
    if known:
        return max(known)
    held = (day_of(one) for one in found.events.values() if one.status not in {Status.PLANNED, Status.CONDITIONAL})
    return max((one for one in held if one is not None), default=None)


def _scope(found: Index) -> str:
    """Return from what the brief was compiled: how many reports, from when."""
    count = len(found.reports)
    days = [one.earliest for one in found.published.values() if one.day is not None]
    known: list[date] = sorted(one for one in days if one is not None)
    words = f"{count} report{'' if count == 1 else 's'}"
    outlets = {one.outlet for one in found.reports.values() if one.outlet}
    if outlets:
        words += f" by {len(outlets)} outlet{'' if len(outlets) == 1 else 's'}"
    if known:
        words += f", {interval(known[0], known[-1])}"
    if len(known) < count:
        words += f" ({count - len(known)} undated)"
    return f"{words}; {len(found.claims)} claims about {len(found.events)} events"
