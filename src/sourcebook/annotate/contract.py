"""An annotation in the form of the contract of ``sourcebook annotate``."""

from __future__ import annotations

from sourcebook.values.marks import Annotation, EventMark
from sourcebook.values.spans import Span

Json = dict[str, object]


def as_contract(annotation: Annotation, text_id: str) -> Json:
    """Return the annotation as one JSON object: offsets in code points, half open; lists in reading order."""
    return {
        "id": text_id,
        "sentences": [_span(one) for one in annotation.sentences],
        "tokens": [
            _span(one.span) | {"lemma": one.lemma, "pos": one.pos, "head": one.head, "dep": one.dep}
            for one in annotation.tokens
        ],
        "names": [_span(one.span) | {"kind": one.kind.value} for one in annotation.names],
        "mentions": [_span(one.span) | {"chain": one.chain} for one in annotation.mentions],
        "times": [
            _span(one.span)
            | {
                "kind": one.kind.value,
                "value": one.value,
                "earliest": None if one.earliest is None else one.earliest.isoformat(),
                "latest": None if one.latest is None else one.latest.isoformat(),
            }
            for one in annotation.times
        ],
        "attributions": [
            {
                "source": None if one.source is None else _span(one.source),
                "cue": None if one.cue is None else _span(one.cue),
                "content": [_span(part) for part in one.content],
                "parent": one.parent,
            }
            for one in annotation.attributions
        ],
        "events": [_event(one) for one in annotation.events],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _event(event: EventMark) -> Json:
    return _span(event.span) | {
        "lemma": event.lemma,
        "type": None if event.type is None else event.type.value,
        "mode": event.mode,
        "polarity": event.polarity.value,
        "modality": event.modality.value,
        "roles": [{"role": one.role.value, **_span(one.span)} for one in event.roles],
    }
