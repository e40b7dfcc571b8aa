"""What made a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Producer:
    """
    The stage, its version and the model behind it. A changed answer raises the version.

    >>> str(Producer("annotate", 1, "reader-1"))
    'annotate/1 reader-1'
    """

    stage: str
    version: int
    model: str = ""

    def __str__(self) -> str:
        return f"{self.stage}/{self.version} {self.model}".rstrip()
