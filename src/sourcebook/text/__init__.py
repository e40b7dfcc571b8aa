"""Helpers on plain text: words, paragraphs, quotation marks."""

from sourcebook.text.paragraphs import paragraph_spans
from sourcebook.text.quotes import quoted_spans
from sourcebook.text.words import words

__all__ = ["paragraph_spans", "quoted_spans", "words"]
