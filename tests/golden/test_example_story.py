"""
The record of the example story, in words: what a change of any stage changes for a reader.

``pytest tests/golden --update-golden`` rewrites the files beside this one; the diff is then read and judged.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import sourcebook
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.spans import Span
from sourcebook.values.story import Story

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def story(example_folder: Path) -> Story:
    return sourcebook.open(example_folder / "sarn.db").story


class Words:
    """A story's values, in the words of its reports."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.reports = {one.id: one for one in story.reports}
        self.claim_of = {claim.id: claim for one in story.extractions for claim in one.claims}
        self.entities = {one.id: one for one in story.linking.entities}
        self.owners = {local: one for one in story.linking.entities for local in one.members}

    def span(self, report: str, span: Span | None) -> str:
        return "-" if span is None else " ".join(self.reports[report].words(span).split())

    def reported(self, report: str, local: str | None, span: Span | None) -> str:
        """The words, and who they refer to where that is another name."""
        words, owner = self.span(report, span), self.owners.get(local or "")
        return words if owner is None or owner.name == words else f"{words} [{owner.name}]"

    def days(self, when) -> str:
        if when is None or (when.earliest is None and when.latest is None):
            return "-"
        return (
            f"{when.earliest or '…'}"
            if when.earliest == when.latest
            else f"{when.earliest or '…'}/{when.latest or '…'}"
        )

    def link(self, report: str, link: ChainLink) -> str:
        unnamed = ", unnamed" if link.anonymous else ""
        return f"{self.reported(report, link.local, link.span)} ({link.kind}{unnamed}, {link.cue_kind})"

    def short(self, claim: Claim) -> str:
        return f"{claim.report}: {self.span(claim.report, claim.evidence[0])}"

    def claim(self, claim: Claim) -> list[str]:
        report = claim.report
        put = f"{claim.polarity} {claim.modality} {claim.tense}{' background' if claim.background else ''}"
        lines = [f"{self.span(report, claim.trigger.span)} · {claim.type} · {put}"]
        lines += [f"    {one.role}: {self.reported(report, one.local, one.span)}" for one in claim.participants]
        if claim.place is not None:
            lines.append(f"    place: {self.reported(report, claim.place.local, claim.place.span)}")
        if self.days(claim.time) != "-":
            lines.append(f"    time: {self.days(claim.time)}")
        lines += [f"    number: {self.span(report, one.span)} {one.unit}" for one in claim.quantities]
        if claim.attribution:
            lines.append("    says: " + " ← ".join(self.link(report, one) for one in claim.attribution))
        return lines


def told_claims(story: Story) -> list[str]:
    words, lines = Words(story), []
    for extraction in story.extractions:
        lines += [f"# {extraction.report}", ""]
        for claim in extraction.claims:
            lines += words.claim(claim)
        lines.append("")
    return lines


def told_events(story: Story) -> list[str]:
    """Events of more than one claim, with an answer, or whose status is not plainly reported."""
    words, lines = Words(story), []
    for event in sorted(story.judged.events, key=lambda one: (one.title, one.id)):
        if len(event.claims) < 2 and not event.responses and event.status.value == "reported":
            continue
        lines.append(f"{event.title} · {event.type} · {words.days(event.time)}")
        lines.append(f"    {event.status} because of {', '.join(one.rule for one in event.because)}")
        for origin in event.origins:
            loop = f", circle of {' and '.join(origin.loop)}" if origin.loop else ""
            told = f"{', '.join(origin.reports)}; independent: {origin.independent}{loop}"
            lines.append(f"    origin: {origin.label} ({origin.kind}; {told})")
        for response in event.responses:
            party = words.entities[response.entity].name if response.entity else "-"
            lines.append(f"    {response.stance}: {party} ({words.span(response.where.report, response.where.span)})")
        lines += [f"    {words.short(words.claim_of[claim])}" for claim in event.claims]
    return lines


def told_conflicts(story: Story) -> list[str]:
    words, lines = Words(story), []
    titles = {one.id: one.title for one in story.judged.events}
    for conflict in sorted(story.judged.conflicts, key=lambda one: (one.field, titles[one.event], one.id)):
        lines.append(f"{conflict.field} · {conflict.state} · {titles[conflict.event]} ({conflict.why})")
        for side in conflict.sides:
            lines.append(f"    {side.value}")
            lines += [f"        {words.short(words.claim_of[claim])}" for claim in side.claims]
    return lines


def told_entities(story: Story) -> list[str]:
    """Entities that are named and known to more than one report, with their spellings and facts."""
    lines = []
    for entity in sorted(story.linking.entities, key=lambda one: (one.name, one.id)):
        reports = sorted({where.report for where in entity.mentions})
        if not entity.named or len(reports) < 2:
            continue
        lines.append(f"{entity.name} · {entity.kind} · {', '.join(reports)}")
        also = [alias.text for alias in entity.aliases if alias.text != entity.name]
        lines += [f"    also: {', '.join(also)}"] if also else []
        lines += [f"    {one.relation}: {one.value}" for one in entity.facts]
        lines += [f"    possibly the same: {one.why}" for one in entity.possibly_same]
    return lines


@pytest.mark.parametrize(
    "tell", [told_claims, told_events, told_conflicts, told_entities], ids=lambda one: one.__name__
)
def test_the_example_story(tell, story: Story, request: pytest.FixtureRequest) -> None:
    """The golden file is what the whole pipeline makes of the example story."""
    expected = HERE / f"{tell.__name__.removeprefix('told_')}.txt"
    found = "\n".join(tell(story)).rstrip("\n") + "\n"

    if request.config.getoption("--update-golden"):
        expected.write_text(found, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == found
