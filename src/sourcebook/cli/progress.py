"""How a build goes on, told on stderr: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sourcebook.desk.steps import Change, Failed, Finished, Joining, Kept, Step

Teller = Callable[[Step], None]


@contextmanager
def telling(total: int | None, *, plain: bool, quiet: bool) -> Iterator[Teller]:
    """
    Give a function that tells one step.

    Args:
        total: How many inputs there are; None where that isn't known.
        plain: Lines instead of a bar.
        quiet: Only faults.
    """
    if quiet or plain or not sys.stderr.isatty():
        yield lambda step: _line(step, quiet=quiet)
        return
    # rich takes a tenth of a second to import: only a bar on a terminal needs it.
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def tell(step: Step) -> None:
            match step:
                case Kept(place=place, notes=notes):
                    bar.update(task, advance=1, description=escape(place))
                    for note in notes:
                        bar.console.print(escape(f"{place}: {note}"), style="yellow")
                case Failed(fault=fault):
                    bar.update(task, advance=1)
                    bar.console.print(escape(f"sourcebook: {fault}"), style="red")
                case Joining(reports=reports):
                    bar.update(task, description=f"joining what {reports} reports say")
                case Finished():
                    bar.update(task, description="done")

        yield tell


def _line(step: Step, *, quiet: bool) -> None:
    match step:
        case Failed(fault=fault):
            print(f"sourcebook: {fault}", file=sys.stderr, flush=True)  # noqa: T201 - a door's stderr
        case Kept(place=place, change=change, notes=notes) if change is not Change.KNOWN and not quiet:
            print(f"{change}: {place}", file=sys.stderr, flush=True)  # noqa: T201
            for note in notes:
                print(f"{place}: {note}", file=sys.stderr, flush=True)  # noqa: T201
        case Joining(reports=reports) if not quiet:
            print(f"joining what {reports} reports say", file=sys.stderr, flush=True)  # noqa: T201
        case _:
            pass
