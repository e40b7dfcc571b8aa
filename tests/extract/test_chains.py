"""Chains of attribution from hand-made marks."""

from dataclasses import replace

import pytest

from sourcebook.extract.chains import Chains
from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.values.kinds import CueKind, LinkKind, NameKind
from sourcebook.values.marks import Annotation, AttributionMark, MentionMark, NameMark, Token
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

LEMMAS = {"said": "say", "told": "tell", "interviewed": "interview", "added": "add"}


class Text:
    """A text of ``word/POS/head/relation`` items, one sentence a line; heads count from 1 in the text, 0 is a root."""

    def __init__(self, written):
        self.tokens, self.sentences, self.words, at, number = [], [], [], 0, 0
        for line in written.strip().splitlines():
            first = at
            for item in line.split():
                word, pos, head, dep = item.rsplit("/", 3)
                lemma = {"said": "say", "told": "tell", "interviewed": "interview", "added": "add"}.get(
                    word, word.lower()
                )
                place = number if head == "0" else int(head) - 1
                self.tokens.append(Token(Span(at, at + len(word)), lemma, pos, "", place, dep))
                self.words.append(word)
                at += len(word) + 1
                number += 1
            self.sentences.append(Span(first, at - 1))
        self.text = " ".join(self.words)

    def span(self, words):
        if isinstance(words, Span):
            return words
        start = self.text.index(words)
        return Span(start, start + len(words))

    def chain(self, trigger, said, names=(), mentions=()):
        marks = tuple(
            AttributionMark(self.span(source), self.span(cue), (self.span(content),), None, CueKind.SAYS)
            for source, cue, content in said
        )
        annotation = Annotation(
            "r", Producer("test", 1), tuple(self.sentences), tuple(self.tokens),
            tuple(sorted(NameMark(self.span(name), kind) for name, kind in names)),
            tuple(sorted(MentionMark(self.span(words), number) for words, number in mentions)),
            (), marks, (),
        )  # fmt: skip
        reading = Reading(Report(sha256="0" * 64, text=self.text, passages=(), given_id="r"), annotation)
        found = Chains(reading, Cast(reading)).of(self.span(trigger), frozenset())
        return [(one.span and reading.words(one.span), one.kind, one.anonymous) for one in found]


SAID = """{0}/PROPN/3/nsubj {1}/PROPN/1/flat said/VERB/0/root Venn/PROPN/5/nsubj fled/VERB/3/ccomp"""


@pytest.mark.parametrize(
    ("first", "second", "marked", "kind"),
    [
        ("Radio", "Merenth", NameKind.PERSON, LinkKind.OUTLET),
        ("Orin", "Hale", NameKind.PERSON, LinkKind.PERSON),
        ("Vellan", "Newswire", NameKind.ORGANIZATION, LinkKind.AGENCY),
        ("Northern", "League", NameKind.ORGANIZATION, LinkKind.UNKNOWN),
        ("Interior", "Ministry", NameKind.ORGANIZATION, LinkKind.OFFICIAL),
    ],
)
def test_what_a_named_source_is(first, second, marked, kind):
    name = f"{first} {second}"

    found = Text(SAID.format(first, second)).chain("fled", [(name, "said", "Venn fled")], [(name, marked)], [(name, 0)])

    assert found == [(name, kind, False)]


def test_a_news_agency_is_no_office_of_state():
    text = Text("Vellan/PROPN/3/compound Press/PROPN/3/compound Agency/PROPN/4/nsubj said/VERB/0/root "
                "Venn/PROPN/6/nsubj fled/VERB/4/ccomp")  # fmt: skip
    name = "Vellan Press Agency"

    found = text.chain("fled", [(name, "said", "Venn fled")], [(name, NameKind.ORGANIZATION)], [(name, 0)])

    assert found == [(name, LinkKind.AGENCY, False)]


def test_whom_an_interview_was_with_is_the_outer_link_however_it_hangs():
    text = Text(
        "In/ADP/2/case interview/NOUN/0/root with/ADP/5/case Channel/PROPN/5/compound Nine/PROPN/2/nmod "
        "Orr/PROPN/7/nsubj said/VERB/0/root Venn/PROPN/9/nsubj fled/VERB/7/ccomp"
    )

    found = text.chain(
        "fled",
        [("Orr", "said", "Venn fled")],
        [("Channel Nine", NameKind.ORGANIZATION), ("Orr", NameKind.PERSON)],
        [("Orr", 0)],
    )

    assert [one[:2] for one in found] == [("Channel Nine", LinkKind.OUTLET), ("Orr", LinkKind.PERSON)]


def test_a_name_right_after_told_heard_it_however_it_hangs():
    text = Text(
        "Orr/PROPN/2/nsubj told/VERB/0/root Channel/PROPN/4/compound Nine/PROPN/1/nmod "
        "Venn/PROPN/6/nsubj fled/VERB/2/ccomp"
    )

    found = text.chain(
        "fled",
        [("Orr", "told", "Venn fled")],
        [("Channel Nine", NameKind.ORGANIZATION), ("Orr", NameKind.PERSON)],
        [("Orr", 0)],
    )

    assert [one[:2] for one in found] == [("Channel Nine", LinkKind.OUTLET), ("Orr", LinkKind.PERSON)]


BROKEN = (
    "“/PUNCT/2/punct Soldiers/NOUN/4/nsubj ”/PUNCT/2/punct said/VERB/0/root Orr/PROPN/4/nsubj ,/PUNCT/8/punct "
    "“/PUNCT/8/punct fled/VERB/4/parataxis ”/PUNCT/8/punct"
)


def test_a_quotation_goes_on_behind_its_speaker():
    text = Text(BROKEN)

    found = text.chain("fled", [("Orr", "said", "Soldiers")], [("Orr", NameKind.PERSON)], [("Orr", 0)])

    assert found == [("Orr", LinkKind.PERSON, False)]


def test_a_quotation_apart_from_its_speaker_is_nobodys():
    text = Text(BROKEN.replace(",/PUNCT/8/punct", "then/ADV/8/advmod"))

    assert text.chain("fled", [("Orr", "said", "Soldiers")], [("Orr", NameKind.PERSON)], [("Orr", 0)]) == []


def test_a_headlines_speaker_does_not_reach_over_the_lead_that_has_its_own():
    text = Text(
        "Envoys/NOUN/2/nsubj met/VERB/5/ccomp ,/PUNCT/5/punct aide/NOUN/5/nsubj said/VERB/0/root\n"
        "Venn/PROPN/7/nsubj fled/VERB/9/ccomp Orr/PROPN/9/nsubj said/VERB/0/root"
    )
    lead = text.text.index("Venn")
    text.text = text.text[: lead - 1] + "\n" + text.text[lead:]
    headline, own = text.span("said"), text.text.rindex("said")
    marks = [("aide", headline, "Venn fled"), ("Orr", Span(own, own + 4), "Venn fled")]

    found = text.chain("fled", marks, [("Orr", NameKind.PERSON), ("Venn", NameKind.PERSON)], [("Orr", 0)])

    assert found == [("Orr", LinkKind.PERSON, False)]


@pytest.mark.parametrize(("verb", "who"), [("added", [("Officers", LinkKind.OFFICIAL, True)]), ("said", [])])
def test_who_added_the_second_sentence_told_the_first(verb, who):
    """What somebody adds, he adds to something; who says the second sentence need not have said the first."""
    text = Text(
        "Venn/PROPN/2/nsubj fled/VERB/0/root ./PUNCT/2/punct\n"
        f"Orr/PROPN/5/nsubj stayed/VERB/8/ccomp ,/PUNCT/8/punct Officers/NOUN/8/nsubj {verb}/VERB/0/root"
    )

    assert text.chain("fled", [("Officers", verb, "Orr stayed")], mentions=[("Officers", 0)]) == who


@pytest.mark.parametrize(("sign", "who"), [("“", [("Orin", LinkKind.PERSON, False)]), ("‘", [])])
def test_who_spoke_last_goes_on_in_a_quotation_that_opens_a_paragraph(sign, who):
    """Writers leave out the cue where the speaker stays; a single mark opens what a speaker quotes."""
    text = Text(
        "Orin/PROPN/2/nsubj said/VERB/0/root Venn/PROPN/4/nsubj stayed/VERB/2/ccomp ./PUNCT/2/punct\n"
        f"{sign}/PUNCT/8/punct Rebels/NOUN/8/nsubj fled/VERB/0/root ”/PUNCT/8/punct"
    )
    text.text = text.text.replace(f" {sign}", f"\n{sign}")

    found = text.chain("fled", [("Orin", "said", "Venn stayed")], [("Orin", NameKind.PERSON)], [("Orin", 0)])

    assert found == who


def test_a_paper_that_was_told_is_the_outer_link_by_the_name_beside_it():
    text = Text(
        "Orin/PROPN/2/nsubj told/VERB/0/root the/DET/4/det newspaper/NOUN/2/iobj Osker/PROPN/4/appos "
        "Venn/PROPN/7/nsubj fled/VERB/2/ccomp"
    )
    names = [("Orin", NameKind.PERSON), ("Osker", NameKind.ORGANIZATION)]

    found = text.chain("fled", [("Orin", "told", "Venn fled")], names, [("Orin", 0), ("Osker", 1)])

    assert found == [("Osker", LinkKind.OUTLET, False), ("Orin", LinkKind.PERSON, False)]


def test_who_tells_a_sentence_at_its_end_need_not_govern_it():
    """Parsers hang the verb of saying on what it tells."""
    text = Text(
        "Venn/PROPN/2/nsubj fled/VERB/0/root ,/PUNCT/5/punct Orin/PROPN/5/nsubj told/VERB/2/advcl him/PRON/5/iobj"
    )
    text.tokens[4] = replace(text.tokens[4], tag="VBD")

    found = text.chain("fled", (), [("Orin", NameKind.PERSON)], [("Orin", 0)])

    assert found == [("Orin", LinkKind.PERSON, False)]


def test_they_are_what_the_text_called_them():
    text = Text("Officers/NOUN/2/nsubj left/VERB/0/root\nThey/PRON/4/nsubj said/VERB/0/root fled/VERB/4/ccomp")

    found = text.chain("fled", [("They", "said", "fled")], (), [("Officers", 0), ("They", 0)])

    assert found == [("They", LinkKind.OFFICIAL, True)]


def test_what_opens_a_sentence_with_according_to_goes_for_all_of_it():
    text = Text(
        "According/VERB/3/case to/ADP/1/fixed Orr/PROPN/5/obl Venn/PROPN/5/nsubj fled/VERB/0/root "
        "and/CCONJ/7/cc hid/VERB/5/conj"
    )

    found = text.chain("hid", [("Orr", "According to", "Venn fled")], [("Orr", NameKind.PERSON)], [("Orr", 0)])

    assert found == [("Orr", LinkKind.PERSON, False)]


SPOKE = """
{0}/PROPN/2/nsubj said/VERB/0/root “/PUNCT/5/punct They/PRON/5/nsubj fled/VERB/2/ccomp ”/PUNCT/5/punct
Hale/PROPN/8/nsubj slept/VERB/0/root
“/PUNCT/11/punct Venn/PROPN/11/nsubj came/VERB/14/ccomp ”/PUNCT/11/punct he/PRON/14/nsubj said/VERB/0/root
"""


@pytest.mark.parametrize(
    ("first", "before", "speaker"),
    [("Orin", " ", "Orin"), ("Orin", "\n", "Orin"), ("Maria", " ", "Hale")],
    ids=["he spoke last", "he spoke last, a paragraph ago", "a woman spoke last"],
)
def test_he_behind_a_quotation_is_the_man_who_spoke_last(first, before, speaker):
    """Coreference took Hale, of whom the speaker only told something."""
    text = Text(SPOKE.format(first))
    last = text.text.rindex(" he said")
    text.text = text.text.replace(" Hale", f"{before}Hale")
    he = Span(last + 1, last + 3)
    marks = (
        AttributionMark(text.span(first), text.span("said"), (text.span("They fled"),), None, CueKind.SAYS),
        AttributionMark(he, Span(last + 4, last + 8), (text.span("Venn came"),), None, CueKind.SAYS),
    )
    names = tuple(sorted(NameMark(text.span(name), NameKind.PERSON) for name in (first, "Hale", "Venn")))
    mentions = ((first, 0), ("Hale", 1), ("Venn", 2))
    chains = [*(MentionMark(text.span(words), number) for words, number in mentions), MentionMark(he, 1)]
    annotation = Annotation(
        "r", Producer("test", 1), tuple(text.sentences), tuple(text.tokens), names, tuple(sorted(chains)), (), marks, ()
    )
    reading = Reading(Report(sha256="0" * 64, text=text.text, passages=(), given_id="r"), annotation)
    cast = Cast(reading)
    [link] = Chains(reading, cast).of(text.span("came"), frozenset())
    assert cast.called(link.local).name == speaker
