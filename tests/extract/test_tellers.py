"""Sources in full: whose they are, what only hides them, who signs a note."""

import pytest

from sourcebook.extract.chained import Growing, parted
from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.extract.tellers import bearer_of, note_of, only_hears, stays_unnamed, teller_of
from sourcebook.values.kinds import CueKind, NameKind
from sourcebook.values.marks import Annotation, AttributionMark, MentionMark, NameMark, Token
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span


def read(written, names=(), mentions=()):
    """Return a reading of ``word/POS/head/relation`` items, heads counted from 1, 0 for the root."""
    tokens, words, at = [], [], 0
    for number, item in enumerate(written.split()):
        word, pos, head, dep = item.rsplit("/", 3)
        place = number if head == "0" else int(head) - 1
        tokens.append(Token(Span(at, at + len(word)), word.lower(), pos, "", place, dep))
        words.append(word)
        at += len(word) + 1
    text = " ".join(words)

    def span(part):
        return Span(text.index(part), text.index(part) + len(part))

    annotation = Annotation(
        "r", Producer("test", 1), (Span(0, len(text)),), tuple(tokens),
        tuple(sorted(NameMark(span(name), kind) for name, kind in names)),
        tuple(sorted(MentionMark(span(part), number) for part, number in mentions)),
    )  # fmt: skip
    return Reading(Report(sha256="0" * 64, text=text, passages=(), given_id="r"), annotation), span


def said(span, source, cue, content):
    return AttributionMark(span(source), span(cue), (span(content),), None, CueKind.SAYS)


ITS = "According/VERB/4/case to/ADP/1/fixed its/PRON/4/nmod:poss sources/NOUN/6/obl Venn/PROPN/6/nsubj fled/VERB/0/root"


def test_a_source_cut_short_is_told_whole():
    reading, span = read(ITS)
    told = teller_of(reading, said(span, "its", "According to", "Venn fled"))
    assert told is not None
    assert reading.words(told) == "its sources"


def test_whom_a_source_is_close_to_is_not_the_source():
    written = "sources/NOUN/5/nsubj close/ADJ/1/amod to/ADP/4/case Venn/PROPN/2/obl said/VERB/0/root"
    reading, span = read(written, [("Venn", NameKind.PERSON)])
    assert bearer_of(reading, span("sources close to Venn"), 0) == 0


def test_a_person_with_a_title_is_the_source():
    written = "spokesman/NOUN/2/nmod:desc Orin/PROPN/4/nsubj Hale/PROPN/2/flat said/VERB/0/root"
    reading, span = read(written, [("Orin Hale", NameKind.PERSON)])
    assert bearer_of(reading, span("spokesman Orin Hale"), 1) == 1


@pytest.mark.parametrize(("verb", "heard"), [("speaking/VERB", True), ("attacking/VERB", False)])
def test_a_name_only_spoken_to_is_an_outlet(verb, heard):
    written = f"{verb}/5/advcl to/ADP/3/case Sahar/PROPN/1/obl sources/NOUN/5/nsubj said/VERB/0/root"
    reading, _ = read(written.replace("speaking/", "speak/"), [("Sahar", NameKind.PERSON)])
    assert only_hears(reading, "Sahar") is heard


def test_an_agency_signs_what_it_puts_into_others_words():
    written = (
        "in/ADP/2/case Osk/PROPN/0/root (/PUNCT/4/punct capital/NOUN/2/appos of/ADP/6/case Tarn/PROPN/4/nmod "
        "–/PUNCT/8/punct TASS/PROPN/6/appos )/PUNCT/4/punct"
    )
    reading, span = read(written)
    signed = note_of(reading, span("capital"))
    assert signed is not None
    assert reading.words(signed) == "TASS"
    assert note_of(reading, span("Osk")) is None


@pytest.mark.parametrize(
    ("words", "hides"),
    [
        ("who spoke on condition of anonymity", True),
        ("who asked not to be named", True),
        ("who asked for a ceasefire", False),
        ("who remained in the capital", False),
    ],
)
def test_what_only_says_that_a_source_is_not_named(words, hides):
    assert stays_unnamed(words) is hides


def growing(reading, span, *parts):
    spans = {span(part) for part in parts}
    return Growing(spans, {reading.top(one) for one in spans})


def test_an_unnamed_source_is_never_a_named_person():
    written = "A/DET/2/det source/NOUN/3/nsubj said/VERB/0/root Venn/PROPN/5/nsubj fled/VERB/3/ccomp"
    reading, span = read(written, [("Venn", NameKind.PERSON)])
    chains = parted(reading, [growing(reading, span, "A source", "Venn")])
    assert sorted(len(one.spans) for one in chains) == [1, 1]


def test_two_places_are_never_one():
    written = "Osk/PROPN/2/nsubj warned/VERB/0/root Merenth/PROPN/2/obj"
    reading, span = read(written, [("Osk", NameKind.PLACE), ("Merenth", NameKind.PLACE)])
    chains = parted(reading, [growing(reading, span, "Osk", "Merenth")])
    assert len(chains) == len(("Osk", "Merenth"))


def test_the_spokesman_is_who_was_introduced_as_one():
    written = (
        "spokesman/NOUN/2/nmod:desc Hale/PROPN/3/nsubj met/VERB/0/root Venn/PROPN/3/obj and/CCONJ/8/cc "
        "the/DET/7/det spokesman/NOUN/8/nsubj left/VERB/3/conj"
    )
    names = [("Hale", NameKind.PERSON), ("Venn", NameKind.PERSON)]
    reading, span = read(written, names, [("Hale", 0), ("Venn", 1), ("the spokesman", 1)])
    cast = Cast(reading)
    assert cast.at(6) == cast.at(1)
    assert cast.at(6) != cast.at(3)
    assert span("the spokesman").start > 0
