"""An annotation in the form of the contract of ``sourcebook annotate``."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.annotate.events.coding import coded_roles
from sourcebook.values.marks import Annotation, EventMark
from sourcebook.values.spans import Span

Json = dict[str, object]


def as_contract(annotation: Annotation, text_id: str) -> Json:
    """Return the annotation as one JSON object: offsets in code points, half open; lists in reading order."""
    bearers = bearers_in(annotation)
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
        "events": [_event(one, bearers) for one in annotation.events],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def bearers_in(annotation: Annotation) -> dict[Span, Span]:
    """Return for each mention without a name the last one before it with a name, in its own sentence and chain."""
    found: dict[Span, Span] = {}
    last: dict[int, Span] = {}
    names = {one.span for one in annotation.names}
    sentences = iter(annotation.sentences)
    sentence = next(sentences, None)
    for one in sorted(annotation.mentions, key=lambda mention: mention.span):
        while sentence is not None and one.span.start >= sentence.end:
            sentence, last = next(sentences, None), {}
        if any(one.span.overlaps(name) for name in names):
            last[one.chain] = one.span
        elif one.chain in last:
            found[one.span] = last[one.chain]
    return found


def _event(event: EventMark, bearers: Mapping[Span, Span]) -> Json:
    """Return an event as PLOVER's coders have it; a pronoun's part is told at the name that it stands for nearby."""
    return _span(event.span) | {
        "lemma": event.lemma,
        "type": None if event.coded is None else event.coded.value,
        "mode": event.mode,
        "polarity": event.polarity.value,
        "modality": event.modality.value,
        "roles": [{"role": role.value, **_span(span)} for role, span in coded_roles(event, bearers)],
    }
