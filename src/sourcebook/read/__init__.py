"""Files in, reports out."""

from __future__ import annotations

from sourcebook.read.columns import Columns
from sourcebook.read.details import Details
from sourcebook.read.inputs import PRODUCER, Input, find_inputs, fingerprint, list_inputs, sha256_of
from sourcebook.read.loaded import Loaded
from sourcebook.read.reading import read_bytes, read_input, read_inputs, read_paths

__all__ = [
    "PRODUCER",
    "Columns",
    "Details",
    "Input",
    "Loaded",
    "find_inputs",
    "fingerprint",
    "list_inputs",
    "read_bytes",
    "read_input",
    "read_inputs",
    "read_paths",
    "sha256_of",
]
