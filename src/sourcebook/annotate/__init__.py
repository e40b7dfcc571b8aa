"""Marks on one text: tokens, trees, names, times, attributions, mentions, events."""

from sourcebook.annotate.annotator import Annotator
from sourcebook.annotate.contract import as_contract

__all__ = ["Annotator", "as_contract"]
