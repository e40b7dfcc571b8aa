"""Trees written as tables, a word a line."""

from sourcebook.values.marks import Token
from sourcebook.values.spans import Span


def read_table(written: str) -> tuple[str, list[Token]]:
    """Return text and tokens of lines of word, lemma, UPOS, XPOS, governor (from 1, 0 at the root) and relation."""
    words: list[str] = []
    tokens, start = [], 0
    for place, line in enumerate(written.strip().splitlines()):
        word, lemma, pos, tag, head, dep = line.split()
        span = Span(start, start + len(word))
        tokens.append(Token(span, lemma, pos, tag, place if head == "0" else int(head) - 1, dep))
        words.append(word)
        start += len(word) + 1
    return " ".join(words), tokens
