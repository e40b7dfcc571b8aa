"""Sourcebook's version, as the record names it; a test compares it with the package's own."""

from __future__ import annotations

__version__ = "0.1.0"
