"""Every error that Sourcebook raises on purpose. One family, one root, each can travel between processes."""

from __future__ import annotations


class SourcebookError(Exception):
    """
    The root of the family.

    Attributes:
        hint: What the user can do about it, one line; empty where nothing is to be said.
    """

    hint: str = ""

    def __reduce__(self) -> tuple[type[SourcebookError], tuple[object, ...]]:
        """Rebuild from the arguments that made it, so that a worker's error reaches its parent."""
        return type(self), self.args


class BadValue(SourcebookError):
    """A value was asked for that cannot exist (an empty span, an unknown kind)."""


class EmptySpan(BadValue):
    """A span that does not satisfy ``0 <= start < end``."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)

    def __str__(self) -> str:
        return f"a span must hold at least one character: {self.args[0]}-{self.args[1]}"


class UnreadableInput(SourcebookError):
    """An input that can't be read; the run goes on without it. Arguments: file, place in it, what is wrong."""

    def __init__(self, file: str, place: str, why: str) -> None:
        super().__init__(file, place, why)
        self.file, self.place, self.why = file, place, why

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: {self.why}"


class WrongUsage(SourcebookError):
    """The command or the call cannot be carried out as it was worded."""


class ArtefactMissing(SourcebookError):
    """A model or data file that should be in the package is not there."""

    hint = "Reinstall sourcebook; in a source tree, 'make train' makes the model."

    def __str__(self) -> str:
        return f"missing file: {self.args[0]}"


class ArtefactAltered(SourcebookError):
    """A model or data file whose bytes are not the pinned ones. Arguments: path, pinned digest, found digest."""

    hint = "Reinstall sourcebook; the file was changed after packaging."

    def __str__(self) -> str:
        return f"{self.args[0]} was altered: expected sha256 {self.args[1]}, found {self.args[2]}"


class StoreFault(SourcebookError):
    """The database can't be opened, is not ours, or is from a newer version. Arguments: address, what is wrong."""

    def __str__(self) -> str:
        return f"{self.args[0]}: {self.args[1]}"


class NotReady(SourcebookError):
    """A story's pages are still being made. Argument: what is being done."""

    def __str__(self) -> str:
        return f"the pages of this story are being made ready: {self.args[0]}"


class NotFound(SourcebookError):
    """No row has that id or name. Arguments: kind of thing, what was asked for."""

    def __str__(self) -> str:
        return f"no {self.args[0]} {self.args[1]!r} in this story"


class NotYours(SourcebookError):
    """A judgement that only who made it, or an admin, may take back. Arguments: its id, who made it."""

    def __str__(self) -> str:
        return f"{self.args[0]} was decided by {self.args[1]}; only they or an admin can take it back"
