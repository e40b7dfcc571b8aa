"""Everything that can be set, read once at a door."""

from __future__ import annotations

from sourcebook.settings.reading import gazetteer_file, read_settings
from sourcebook.settings.values import FILE, PREFIX, Settings

__all__ = ["FILE", "PREFIX", "Settings", "gazetteer_file", "read_settings"]
