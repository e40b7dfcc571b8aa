"""The annotator from string to marks, with the model that ships."""

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.annotate import Annotator, as_contract
from sourcebook.annotate.annotator import SECTION, Job
from sourcebook.infer import Reader
from sourcebook.values.reports import Basis, Published
from sourcebook.values.spans import Span

POOL = st.lists(
    st.sampled_from(
        ["Orr said", "that", "“we", "won”", ".", "\n\n", "\n", " ", "\u200b", "👩‍👩‍👧", "بله", "\u202e", "|", "12",
         "Sarn", "'s", "2,500", "on Monday", "he", "denied it", ",", "日本", "a" * 300, "\x00", "U.S.", "reportedly",
         "citing", "\ud800"]
    ),
    max_size=16,
).map(" ".join)  # fmt: skip
DAY = Published.on(date(2031, 5, 7), Basis.GIVEN)


@pytest.fixture(scope="module")
def annotator():
    return Annotator(Reader.load())


def every_span(annotation):
    yield from annotation.sentences
    for marks in (annotation.tokens, annotation.names, annotation.mentions, annotation.times, annotation.events):
        yield from (one.span for one in marks)
    for one in annotation.attributions:
        yield from (span for span in (one.source, one.cue, *one.content) if span is not None)
    for event in annotation.events:
        yield from (role.span for role in event.roles)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=POOL | st.text(max_size=30))
def test_marks_lie_on_words_whatever_the_text(annotator, text):
    """Tables, emoji, right-to-left words, zero-width signs: offsets are exact and trees are trees."""
    found = annotator("r", text, DAY)
    starts = {token.span.start for token in found.tokens}
    ends = {token.span.end for token in found.tokens}

    for span in every_span(found):
        assert span.end <= len(text)
    for span in (*found.sentences, *(one.span for one in found.names), *(one.span for one in found.mentions)):
        assert span.start in starts
        assert span.end in ends
    assert all(one.end <= other.start for one, other in pairwise(found.sentences))
    for sentence in found.sentences:
        inside = [at for at, token in enumerate(found.tokens) if sentence.holds(token.span)]
        assert sum(found.tokens[at].head == at for at in inside) == 1
        assert all(found.tokens[at].head in inside for at in inside)
    assert sum(len([t for t in found.tokens if s.holds(t.span)]) for s in found.sentences) == len(found.tokens)
    for number, one in enumerate(found.attributions):
        assert one.parent is None or one.parent < number


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b"])
def test_empty_text_gives_empty_lists(annotator, text):
    written = as_contract(annotator("r", text, Published()), "t")

    assert written.pop("id") == "t"
    assert all(marks == [] for marks in written.values())


def test_a_text_gets_the_same_marks_whatever_it_is_read_with(annotator):
    """A build that was interrupted must end with the same record."""
    text = "Minister Ada Orr said on Monday that the council of Sarn had rejected the plan. She declined to comment."
    jobs = [Job("a", "Other words. " * 50), Job("b", text, DAY), Job("c", "More.")]

    alone = annotator("b", text, DAY)

    assert list(annotator.annotate_many(jobs))[1] == alone
    assert annotator("b", text, DAY) == alone


def test_the_model_reads_the_next_text_while_one_is_marked(annotator):
    """Not more than one ahead: memory must not grow with the texts that wait."""
    taken = []

    def jobs():
        for name in "abcd":
            taken.append(name)
            yield Job(name, f"Orr told {name}.")

    found = [(one.report, "".join(taken)) for one in annotator.annotate_many(jobs())]

    assert found == [("a", "ab"), ("b", "abc"), ("c", "abcd"), ("d", "abcd")]


def test_one_thread_gives_the_same_marks(annotator):
    """The caller's own thread does everything then, and no other is there."""
    alone = Annotator(Reader.load(threads=1))
    job = Job("b", "Minister Ada Orr said on Monday that Sarn had rejected the plan. " * 120, DAY)

    assert alone.reader.behind is None
    assert alone.begin(job)() == annotator.begin(job)()


def test_a_plain_report_is_read(annotator):
    text = (
        "Minister Ada Orr said on Monday that the council of Sarn had rejected the plan. "
        "Envoys told Orr that rebels have said that they will leave."
    )

    found = annotator("r", text, DAY)

    assert [one.of(text)[-5:] for one in found.sentences] == ["plan.", "eave."]
    assert ("Ada Orr", "person") in {(one.span.of(text)[-7:], one.kind.value) for one in found.names}
    assert [str(one.earliest) for one in found.times] == ["2031-05-05"]
    verbs = {one.span.of(text): (one.lemma, one.pos) for one in found.tokens}
    assert verbs["rejected"] == ("reject", "VERB")
    inner = [one for one in found.attributions if one.parent is not None]
    assert any("rebels" in one.source.of(text) for one in inner if one.source is not None)


def test_furniture_gets_words_and_nothing_else(annotator):
    body = "Orr said that Sarn fell on Monday."
    text = f"{body}\n\nShare on Harborbook: Venn said that Marn fell on Tuesday."
    furniture = Span(len(body) + 2, len(text))

    found = annotator("r", text, DAY, [furniture])

    assert found.tokens[-1].span.end == len(text)
    marks = (*found.names, *found.times, *found.mentions, *found.events)
    assert not any(one.span.overlaps(furniture) for one in marks)
    assert not any(part.overlaps(furniture) for one in found.attributions for part in one.content)


def test_a_long_text_is_read_in_sections(annotator):
    """Token numbers, chains and parents go on counting over the sections."""
    text = "Orr said that envoys have said that talks failed in Sarn. " * (SECTION // 10)

    found = annotator("r", text, DAY)

    assert len(found.tokens) > SECTION
    heads = [token.head for token in found.tokens]
    assert all(abs(head - at) < 40 for at, head in enumerate(heads))
    assert all(
        0 <= event.head < len(heads) and found.tokens[event.head].span.start < len(text) for event in found.events
    )
    assert all(found.tokens[event.head].span.overlaps(event.span) for event in found.events)
    assert all(one.parent is None or one.parent < number for number, one in enumerate(found.attributions))
    assert len({one.chain for one in found.mentions}) == max(one.chain for one in found.mentions) + 1


def test_the_contract_is_plain_json(annotator):
    text = "Orr denied on Monday that she met Venn in Sarn."

    written = json.loads(json.dumps(as_contract(annotator("r", text, DAY), "t")))

    assert set(written) == {"id", "sentences", "tokens", "names", "mentions", "times", "attributions", "events"}
    assert written["sentences"] == [{"start": 0, "end": len(text)}]
    assert set(written["tokens"][0]) == {"start", "end", "lemma", "pos", "head", "dep"}
