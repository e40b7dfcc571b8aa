"""
Sourcebook keeps the sourced record of a developing story.

``build`` reads reports into a story, ``open`` answers from it; the command line does the same in words.
"""

from __future__ import annotations

from sourcebook.api import Book, Built, build, open  # noqa: A004 - sourcebook.open is meant to read like open
from sourcebook.version import __version__

__all__ = ["Book", "Built", "__version__", "build", "open"]
