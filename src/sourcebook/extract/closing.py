"""Who tells a sentence at its end, where nobody was marked for it."""

from __future__ import annotations

from sourcebook.extract.reading import Reading
from sourcebook.values.kinds import CueKind
from sourcebook.values.marks import AttributionMark
from sourcebook.values.spans import Span

SAYING = frozenset({"say", "tell", "write", "add", "note", "report", "state", "announce", "explain", "post", "tweet"})
"""Verbs that follow the sentence that they report."""

LAST = 8
"""Most words from a verb that tells its sentence to the end of that: "told the paper on Monday in Osk."."""


def told_after(reading: Reading, trigger: Span) -> list[AttributionMark]:
    """Return who tells, after a comma at its end, the sentence that nobody is marked for ("…, X wrote")."""
    tree, inner = reading.tree, reading.top(trigger)
    if inner is None:
        return []
    below = inner
    for verb in tree.above(inner):
        aside, below = tree.dep(below) == "advcl", verb
        if aside:
            break
        teller = next((one for one in tree.of(verb, "nsubj") if inner < one < verb), None)
        told = [] if teller is None else _told_by(reading, trigger, teller, verb)
        if told:
            return told
    return _hung_below(reading, trigger, inner)


def _told_by(reading: Reading, trigger: Span, teller: int, verb: int) -> list[AttributionMark]:
    """Return a verb of saying and its subject as the attribution of the words before the comma in front of them."""
    tree = reading.tree
    source, sentence = tree.phrase_span(teller), reading.sentence_of(trigger.start)
    before = reading.text[: source.start].rstrip()
    behind = before.endswith((",", "”", '"'))
    if tree.tokens[verb].lemma not in SAYING or not behind or sentence is None or sentence.start >= source.start:
        return []
    said = Span(sentence.start, len(before) - 1)
    return [AttributionMark(source, tree.tokens[verb].span, (said,), None, CueKind.SAYS)]


def _hung_below(reading: Reading, trigger: Span, inner: int) -> list[AttributionMark]:
    """Return the verb of saying that ends a sentence, where the parser hung it on what it tells."""
    tree, sentence = reading.tree, reading.sentence_of(trigger.start)
    if sentence is None or reading.quote_of(trigger) is not None:
        return []
    for verb in reversed(reading.tokens_in(sentence)[-LAST:]):
        tells = verb > inner and tree.dep(verb) in ("advcl", "parataxis", "conj") and tree.tokens[verb].tag == "VBD"
        bare = tells and tree.first(verb, "mark", "advmod", "cc", "ccomp", "xcomp") is None
        teller = next((one for one in tree.of(verb, "nsubj") if inner < one < verb), None)
        if bare and teller is not None:
            return _told_by(reading, trigger, teller, verb)
    return []
