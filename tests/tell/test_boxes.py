"""Boxes inside boxes: the words stay, labels and tags come and go in pairs."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.tell.boxes import Box, drawn
from sourcebook.values.spans import Span

TEXT = "a<b> & 'c' \u202eزد 🌊"


class Words(HTMLParser):
    """Collects the words outside of labels, and how deep boxes stand in each other."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.labels: list[str] = []
        self.open: list[str] = []
        self.looks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.looks += [value or "" for name, value in attrs if name == "class"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["small"]:
            self.labels.append(data)
        else:
            self.words += data


def read(html: str) -> Words:
    words = Words()
    words.feed(html.encode().decode())  # plain text: slices of Markup would escape again
    words.close()
    assert words.open == []
    return words


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 6)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], len(TEXT)))
)
boxes = st.lists(st.builds(Box, spans, st.integers(0, 2), st.sampled_from("xyz"), after=st.sampled_from(["", "<i>"])))


@given(made=boxes)
def test_the_words_stay_as_they_are(made: list[Box]) -> None:
    """However marks overlap, each label stands once and no word is lost, doubled or let loose as a tag."""
    found = read(drawn(TEXT, Span(0, len(TEXT)), made))

    assert found.words == TEXT
    assert found.labels == ["<i>" for one in made if one.after]
    assert set(found.looks) == {one.look for one in made}


@given(made=boxes, cut=st.integers(1, len(TEXT) - 1))
def test_a_text_in_two_paragraphs_has_every_label_once(made: list[Box], cut: int) -> None:
    halves = [read(drawn(TEXT, here, made)) for here in (Span(0, cut), Span(cut, len(TEXT)))]

    assert "".join(one.words for one in halves) == TEXT
    assert sum(len(one.labels) for one in halves) == sum(bool(one.after) for one in made)


@given(made=boxes, data=st.data())
def test_the_order_of_the_marks_is_no_matter(made: list[Box], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(made))

    assert drawn(TEXT, Span(0, len(TEXT)), shuffled) == drawn(TEXT, Span(0, len(TEXT)), made)


def test_a_nested_mark_stands_inside() -> None:
    html = drawn("he said she fell", Span(0, 16), [Box(Span(8, 16), 0, "y"), Box(Span(0, 16), 0, "x", before="1")])

    assert html == '<b class="x"><small>1</small>he said <b class="y">she fell</b></b>'
