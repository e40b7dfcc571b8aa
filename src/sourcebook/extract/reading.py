"""One annotated report, indexed: what the other modules of this stage look things up in."""

from __future__ import annotations

from bisect import bisect_right

from sourcebook.text.quotes import quoted_spans
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import Annotation, TimeMark
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span


class Reading:
    """
    A report with its annotation.

    Attributes:
        tree: The trees of the whole text.
        name_at: For each token inside a name the index of that name in ``annotation.names``.
        times: Time marks by span.
        mentioned: The tokens that head a mention.
    """

    __slots__ = (
        "_quotes",
        "_sentence_starts",
        "_token_starts",
        "annotation",
        "mentioned",
        "name_at",
        "report",
        "times",
        "tree",
    )

    def __init__(self, report: Report, annotation: Annotation) -> None:
        self.report = report
        self.annotation = annotation
        self.tree = Tree(annotation.tokens)
        self._token_starts = [token.span.start for token in annotation.tokens]
        self._sentence_starts = [sentence.start for sentence in annotation.sentences]
        self._quotes = quoted_spans(report.text)
        self.name_at = {
            token: number for number, name in enumerate(annotation.names) for token in self.tokens_in(name.span)
        }
        self.times: dict[Span, TimeMark] = {mark.span: mark for mark in annotation.times}
        self.mentioned = frozenset(self.top(mention.span) for mention in annotation.mentions)

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def words(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(span.of(self.report.text).split())

    def tokens_in(self, span: Span) -> range:
        """Return the indices of the tokens that start inside a span."""
        first = bisect_right(self._token_starts, span.start - 1)
        return range(first, bisect_right(self._token_starts, span.end - 1))

    def top(self, span: Span) -> int | None:
        """Return the token of a span whose governor lies outside of it; None where no token starts inside."""
        inside = self.tokens_in(span)
        for index in inside:
            if self.tree.tokens[index].head not in inside or self.tree.is_root(index):
                return index
        return inside[0] if inside else None

    def sentence_of(self, offset: int) -> Span | None:
        """Return the sentence that holds the character at ``offset``."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at < 0:
            return None
        found = self.annotation.sentences[at]
        return found if found.start <= offset < found.end else None

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence that starts at or before ``offset``."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def quoted(self, span: Span) -> bool:
        """Tell whether a span stands inside quotation marks."""
        return any(quote.holds(span) for quote in self._quotes)

    def quote_of(self, span: Span) -> Span | None:
        """Return the quotation that a span has words in; None where it has none in quotation marks."""
        return next((quote for quote in self._quotes if quote.overlaps(span)), None)

    def name_kind(self, token: int) -> NameKind | None:
        """Return the kind of the name that a token stands in."""
        number = self.name_at.get(token)
        return None if number is None else self.annotation.names[number].kind

    def name_span(self, token: int) -> Span | None:
        """Return the span of the name that a token stands in."""
        number = self.name_at.get(token)
        return None if number is None else self.annotation.names[number].span
