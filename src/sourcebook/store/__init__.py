"""Values in, the same values out: the only package that knows SQL."""

from __future__ import annotations

from sourcebook.store.opening import Store, open_store
from sourcebook.store.reading import Original, Reading
from sourcebook.store.search import FoundClaim, FoundReport
from sourcebook.store.writing import Writing

__all__ = ["FoundClaim", "FoundReport", "Original", "Reading", "Store", "Writing", "open_store"]
