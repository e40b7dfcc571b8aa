"""The stage: reports, what each says, and people's judgements in; one thing across reports out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sourcebook.link.copies import copies_among
from sourcebook.link.decisions import Decisions
from sourcebook.link.dossiers import Dossiers, all_facts, entity_id
from sourcebook.link.entities import identify
from sourcebook.link.gazetteer import Gazetteer
from sourcebook.link.geography import Atlas
from sourcebook.link.governments import all_standing
from sourcebook.link.happenings import happen
from sourcebook.link.listing import listed
from sourcebook.link.owning import owned_phrases
from sourcebook.link.profiles import Profile, kinds_by_name, named_places, profile
from sourcebook.values.claims import Extraction
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Entity, Linking
from sourcebook.values.reports import Report


def link(
    reports: Sequence[Report],
    extractions: Sequence[Extraction],
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
) -> Linking:
    """
    Join what the reports say: entities, happenings, copies.

    Depends on the arguments alone, not on their order. Pairs are only compared inside blocks (a shared name, act, day
    or place), so that the work grows with the reports and not with their square.

    Args:
        judgements: Those of kind ``merge``, ``split`` and ``different`` count, above every rule. Their target is two
            ids joined by a space: of entities, local entities, happenings or claims.
        gazetteer: None for the packaged one.
    """
    by_report = {one.id: one for one in sorted(reports, key=lambda one: one.id)}
    read = sorted(extractions, key=lambda one: one.report)
    profiles = _profiles(read, by_report, gazetteer or Gazetteer.load())
    entities = _entities(read, by_report, profiles, judgements)
    happenings = happen(by_report, read, entities, judgements)
    return Linking(listed(entities, read, judgements, by_report), happenings, copies_among(list(by_report.values())))


def _profiles(read: Sequence[Extraction], reports: Mapping[str, Report], gazetteer: Gazetteer) -> list[Profile]:
    atlas = Atlas(gazetteer)
    kinds = kinds_by_name(read, gazetteer)
    found = []
    for one in read:
        report = reports.get(one.report)
        named, told = named_places(one, report, kinds)
        settled = atlas.settle(named, told)
        owned = owned_phrases(one, report)
        found += [profile(entity, report, settled, kinds, owned) for entity in one.entities]
    return found


def _entities(
    read: Sequence[Extraction],
    reports: Mapping[str, Report],
    profiles: Sequence[Profile],
    judgements: Sequence[Judgement],
) -> tuple[Entity, ...]:
    """Join by rules alone first where there are judgements: their targets are ids of what the rules found."""
    by_local = {entity.id: entity for one in read for entity in one.entities}
    standing = all_standing(read, reports)
    identities = identify(profiles, Decisions((), {}), standing)
    if judgements:
        meant: dict[str, list[str]] = {one: [one] for one in by_local}
        meant |= {entity_id(members): members for members in identities.joining.sets()}
        decisions = Decisions(judgements, meant)
        identities = identify(profiles, decisions, standing) if decisions.any else identities
    by_profile = {one.local: one for one in profiles}
    return Dossiers(identities, by_local, by_profile, reports, all_facts(read)).entities()
