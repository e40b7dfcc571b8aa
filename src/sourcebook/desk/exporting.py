"""Taking a story along: what fits some conditions, in the form that is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import msgspec

from sourcebook.desk import looking
from sourcebook.desk.columns import CLAIMS, EDGES, EVENTS, NODES, ClaimRow, EventRow, position
from sourcebook.desk.drawing import network
from sourcebook.desk.portraits import EntityCard, ReportCard
from sourcebook.desk.views import ClaimBody, ClaimCard, EventBody, EventCard, PartView, PlaceView
from sourcebook.errors import NotFound, WrongUsage
from sourcebook.store.reading import Reading
from sourcebook.store.state import joined
from sourcebook.tell import as_record, dossier
from sourcebook.tell import exports as forms
from sourcebook.tell.exports import Mention, PloverActor, PloverEvent, PloverPlace, Table
from sourcebook.tell.page import Cited, brief_page, cited_in
from sourcebook.tell.record import written_record
from sourcebook.tell.views import Brief
from sourcebook.values.cards import CardKind
from sourcebook.values.filters import Filters
from sourcebook.values.forms import Form, What, part_of
from sourcebook.values.kinds import EventType, Modality, Polarity, Role, Status
from sourcebook.version import __version__

MAKER = f"Sourcebook {__version__}"

WHOLE = 2**31
"""Bonds of an exported network: all of them."""

_NAME = 60
"""Longest name of a file, without what it ends with. Unit: characters."""

_COUNTRY = 3
"""Letters of a country's code."""

_AHEAD = frozenset({Modality.PLANNED, Modality.PROMISED, Modality.DEMANDED})
_SUPPOSED = frozenset({Modality.HYPOTHETICAL, Modality.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Exported:
    """
    A file.

    Attributes:
        name: What to call it: ASCII letters, digits, ``-`` and ``.``.
    """

    content: bytes
    media: str
    name: str


def export(shelf: Reading, form: Form, what: What | None, filters: Filters, entity: str | None = None) -> Exported:
    """
    Return a part of a story as a file; the same story and conditions give the same bytes.

    Args:
        shelf: The story.
        form: Of the file.
        what: The part; None for the one that the form is made for.
        filters: What must fit: the events and claims themselves; of a brief or dossier, the events of its lines; a
            record keeps the events that fit and all that they rest on.
        entity: Whose dossier, by id or name.

    Raises:
        NotFound: If no entity bears that name.
        WrongUsage: If the part is not offered in that form, or a dossier is asked for of nobody.
    """
    part = part_of(form, what)
    content = _content(shelf, form, part, filters, entity)
    title = re.sub(r"[^A-Za-z0-9]+", "-", shelf.title).strip("-")[:_NAME] or "story"
    return Exported(content, form.media, f"{title}-{part}.{form.ending}")


def _content(shelf: Reading, form: Form, part: What, filters: Filters, entity: str | None) -> bytes:
    match part:
        case What.BRIEF:
            return _brief(shelf, form, filters)
        case What.DOSSIER:
            return _dossier(shelf, form, filters, entity)
        case What.CLAIMS:
            table = claims(shelf, filters)
            return forms.spreadsheet(table) if form is Form.XLSX else forms.comma_separated(table)
        case What.EVENTS:
            return _events(shelf, form, filters)
        case What.RECORD:
            record = as_record(joined(shelf))
            if filters.any:
                record = forms.narrowed_record(record, shelf.cards.ids(CardKind.EVENT, filters))
            return written_record(record)


def named(shelf: Reading, filters: Filters) -> Filters:
    """
    Return the conditions with names among ``who`` and ``where`` replaced by the ids that bear them.

    A name means everybody who is so called or spelled, whatever its case; codes of countries stay.

    Raises:
        NotFound: If nobody is called so.
    """
    if not filters.who and not filters.where:
        return filters
    cards = [msgspec.json.decode(one, type=EntityCard) for one in shelf.cards.find(CardKind.ENTITY, Filters()).faces]
    ids = {one.id for one in cards}
    called: dict[str, list[str]] = {}
    for one in cards:
        for name in {one.name.casefold(), *(each.casefold() for each in one.spellings)}:
            called.setdefault(name, []).append(one.id)

    def each(value: str) -> list[str]:
        found = [value] if value in ids else called.get(value.casefold(), [])
        if not found:
            raise NotFound("entity", value)
        return found

    who = tuple(id_ for value in filters.who for id_ in each(value))
    where = tuple(
        id_
        for value in filters.where
        for id_ in ([value] if len(value) == _COUNTRY and value.isupper() else each(value))
    )
    return replace(filters, who=who, where=where)


def events(shelf: Reading, filters: Filters) -> Table[EventRow]:
    """Return the events that fit as rows, latest first, the undated last."""
    known = shelf.cards.some(CardKind.EVENT, names_ := shelf.cards.ids(CardKind.EVENT, filters))
    rows = tuple(
        EventRow(msgspec.json.decode(known[one][0], type=EventCard), msgspec.json.decode(known[one][1], type=EventBody))
        for one in names_
    )
    return Table("events", EVENTS, rows, _about(shelf, filters, len(rows)))


def claims(shelf: Reading, filters: Filters) -> Table[ClaimRow]:
    """Return the claims that fit as rows, in the order of reports."""
    known = shelf.cards.some(CardKind.CLAIM, names_ := shelf.cards.ids(CardKind.CLAIM, filters))
    rows = tuple(
        ClaimRow(msgspec.json.decode(known[one][0], type=ClaimCard), msgspec.json.decode(known[one][1], type=ClaimBody))
        for one in names_
    )
    return Table("claims", CLAIMS, rows, _about(shelf, filters, len(rows)))


def _about(shelf: Reading, filters: Filters, count: int) -> tuple[tuple[str, str], ...]:
    return (
        ("story", shelf.title),
        ("made by", MAKER),
        ("rows", str(count)),
        ("narrowed to", _scope(shelf, filters) or "nothing: all of the story"),
    )


def _scope(shelf: Reading, filters: Filters) -> str:
    """Return the conditions in words; empty where there are none."""
    known = shelf.cards.some(CardKind.ENTITY, [*filters.who, *filters.where])
    called = {one: msgspec.json.decode(face, type=EntityCard).name for one, (face, _) in known.items()}
    given: dict[str, list[str]] = {}
    for name, value in filters.pairs:
        given.setdefault("words" if name == "q" else name, []).append(called.get(value, value))
    return "; ".join(f"{name} {' or '.join(values)}" for name, values in given.items())


def _events(shelf: Reading, form: Form, filters: Filters) -> bytes:
    if form is Form.GRAPHML:
        drawn = network(shelf, filters, WHOLE)
        return forms.graphml(Table("nodes", NODES, drawn.nodes), Table("edges", EDGES, drawn.edges))
    table = events(shelf, filters)
    match form:
        case Form.JSONL:
            mentions = _mentions(shelf)
            return forms.plover_lines((_plover(one, mentions.get(one.card.id, ())) for one in table.rows), MAKER)
        case Form.GEOJSON:
            return forms.geojson(table, lambda one: one.card.id, lambda one: position(one.card.place))
        case Form.XLSX:
            return forms.spreadsheet(table)
        case _:
            return forms.comma_separated(table)


def _mentions(shelf: Reading) -> dict[str, tuple[Mention, ...]]:
    """Return every event's claims, in the order of reports; all of them, for a status rests on all."""
    faces = shelf.cards.find(CardKind.REPORT, Filters()).faces
    urls = {one.id: one.url for one in (msgspec.json.decode(face, type=ReportCard) for face in faces)}
    made: dict[str, list[Mention]] = {}
    for row in claims(shelf, Filters()).rows:
        card, evidence = row.card, row.body.evidence
        first = evidence[0] if evidence else row.body.trigger
        text = " … ".join(one.text for one in sorted(evidence, key=lambda one: one.start)) or first.text
        told = Mention(
            card.id, card.report, card.outlet, card.day, urls.get(card.report), first.start, first.end, text, card.who
        )
        made.setdefault(card.event, []).append(told)
    return {event: tuple(rows) for event, rows in made.items()}


def _plover(row: EventRow, mentions: tuple[Mention, ...]) -> PloverEvent:
    card, time = row.card, row.card.time
    type_, modality = EventType(card.type), Modality(card.modality)
    negative = card.polarity == Polarity.NEGATIVE or card.status == Status.DID_NOT_HAPPEN
    context = {
        "future": card.planned or modality in _AHEAD,
        "historical": card.history,
        "hypothetical": modality in _SUPPOSED,
        "negation": negative,
    }
    return PloverEvent(
        id=card.id,
        title=card.title,
        type=type_.value,
        plover=type_.plover,
        mode=card.mode,
        date=None if time is None else time.earliest,
        end=None if time is None else time.latest,
        precision=None if time is None else time.precision,
        source=_actors(card.participants, {Role.ACTOR.value, Role.PARTICIPANT.value}),
        recipient=_actors(card.participants, {Role.RECIPIENT.value}),
        context=tuple(name for name, held in context.items() if held),
        place=None if card.place is None else _place(card.place),
        status=card.status,
        polarity=card.polarity,
        modality=card.modality,
        origins=card.origins,
        mentions=mentions,
    )


def _actors(parts: tuple[PartView, ...], roles: set[str]) -> tuple[PloverActor, ...]:
    return tuple(PloverActor(one.words.text, one.id, one.name, one.kind) for one in parts if one.role in roles)


def _place(one: PlaceView) -> PloverPlace:
    found = position(one)
    return PloverPlace(
        one.name,
        None if found is None else found[1],
        None if found is None else found[0],
        one.country,
        one.admin1,
        one.precision,
    )


def _brief(shelf: Reading, form: Form, filters: Filters) -> bytes:
    told = forms.renumbered(looking.brief(shelf, filters))
    scope = _scope(shelf, filters)
    if scope:
        sections = tuple(replace(one, left_out=0) for one in told.sections)  # not counted among those that fit
        told = replace(told, scope=f"{told.scope}; only its lines on events that fit: {scope}", sections=sections)
    if form is Form.HTML:
        return _page(shelf, told)
    return _written(forms.document_of_brief(told), form)


def _page(shelf: Reading, told: Brief) -> bytes:
    ids = cited_in(told)
    cards = shelf.cards.some(CardKind.REPORT, ids)
    days = {one: msgspec.json.decode(face, type=ReportCard).published for one, (face, _) in cards.items()}
    cited = [Cited(shelf.report(one), days[one]) for one in ids]
    return brief_page(told, cited, len(shelf.cards.ids(CardKind.REPORT, Filters()))).encode()


def _dossier(shelf: Reading, form: Form, filters: Filters, entity: str | None) -> bytes:
    if entity is None or not entity.strip():
        raise WrongUsage("a dossier is of somebody: name the entity")
    told = dossier(joined(shelf), entity)
    scope = ""
    if filters.any:
        kept = {*shelf.cards.ids(CardKind.EVENT, filters), *shelf.cards.ids(CardKind.CLAIM, filters)}
        told = forms.narrowed_dossier(told, kept)
        scope = f"Only lines that fit: {_scope(shelf, filters)}."
    return _written(forms.document_of_dossier(told, scope), form)


def _written(document: forms.Document, form: Form) -> bytes:
    match form:
        case Form.MD:
            return forms.markdown(document)
        case Form.DOCX:
            return forms.word_document(document, MAKER)
        case _:
            return forms.webpage(document)
