"""Claims as rows: who says what of whom, where and when, and how its event stands."""

from __future__ import annotations

from sourcebook.errors import NotFound, WrongUsage
from sourcebook.tell.chains import chain_text
from sourcebook.tell.clauses import tidy
from sourcebook.tell.dates import written
from sourcebook.tell.index import Index, index
from sourcebook.tell.names import entities_named
from sourcebook.tell.views import ClaimView
from sourcebook.values.claims import Claim, Participant
from sourcebook.values.kinds import Status
from sourcebook.values.story import Story


def claims_view(
    story: Story, event: str | None = None, entity: str | None = None, status: str | None = None
) -> tuple[ClaimView, ...]:
    """
    Return claims in the order of reports, all or those that fit every condition.

    Args:
        story: The whole record.
        event: An event's id.
        entity: An entity's id or name; a name that fits several takes them all and says so in every row.
        status: How the claim's event stands.

    Raises:
        NotFound: If there is no such event or entity.
        WrongUsage: If there is no such status.
    """
    found = index(story)
    if event is not None and event not in found.events:
        raise NotFound("event", event)
    if status is not None and status not in set(Status):
        raise WrongUsage(f"no status {status!r}: one of {', '.join(Status)}")
    wanted: set[str] | None = None
    note = ""
    if entity is not None:
        matching = entities_named(found, entity)
        wanted = {claim for one in matching for claim in of_entity(found, one.id)}
        if len(matching) > 1:
            note = f"“{entity}” fits " + ", ".join(f"{one.name} ({one.id})" for one in matching)
    rows = []
    for id_ in found.order:
        claim = found.claims[id_]
        of = found.event_of.get(id_)
        if event is not None and (of is None or of.id != event):
            continue
        if status is not None and (of is None or of.status != status):
            continue
        if wanted is None or id_ in wanted:
            rows.append(claim_view(found, claim, note))
    return tuple(rows)


def of_entity(found: Index, entity: str) -> set[str]:
    """Return the ids of claims that an entity has a part in: as source, participant, place."""
    placed = {
        id_
        for id_, claim in found.claims.items()
        if claim.place is not None and (one := found.entity(claim.place.local)) is not None and one.id == entity
    }
    return placed | set(found.said.get(entity, ())) | set(found.done.get(entity, ()))


def claim_view(found: Index, claim: Claim, note: str = "") -> ClaimView:
    """Return one claim as a row."""
    report = found.reports[claim.report]
    event = found.event_of.get(claim.id)
    span = tidy(report, claim.evidence[0]) if claim.evidence else None
    place = ""
    if claim.place is not None:
        place = _named(found, report.words(claim.place.span), claim.place.local)
    return ClaimView(
        id=claim.id,
        report=claim.report,
        outlet=found.outlet(claim.report),
        who=chain_text(found, claim),
        what=" ".join(report.words(span or claim.trigger.span).split()),
        type=claim.type.value,
        mode=claim.mode or "",
        participants=tuple(participant_text(found, claim, one) for one in claim.participants),
        place=place,
        time=written(claim.time),
        polarity=claim.polarity.value,
        modality=claim.modality.value,
        event="" if event is None else event.id,
        status="" if event is None else event.status.value,
        note=note,
    )


def participant_text(found: Index, claim: Claim, part: Participant) -> str:
    """Return a participant in words: ``actor: she (Ilda Marrow)``, ``recipient: envoys, of Orsenna``."""
    words = _named(found, found.words(claim.report, part.span), part.local)
    if part.of:
        words += ", of " + ", ".join(_named(found, found.words(claim.report, one.span), one.local) for one in part.of)
    return f"{part.role.value}: {words}"


def _named(found: Index, words: str, local: str | None) -> str:
    entity = found.entity(local)
    plain = " ".join(words.split())
    if entity is None or entity.name.casefold() in plain.casefold():
        return plain
    return f"{plain} ({entity.name})"
