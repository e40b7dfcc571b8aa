"""``sourcebook build`` and ``sourcebook remove``: change a story."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.exits import FAILED, INTERRUPTED
from sourcebook.cli.options import StoryFile, wrong_usage
from sourcebook.cli.progress import telling
from sourcebook.desk.steps import Change, Failed, Finished, Kept


def build(
    context: typer.Context,
    reports: Annotated[
        list[Path] | None,
        typer.Argument(metavar="REPORTS...", help="Files and folders: txt md html pdf docx csv jsonl."),
    ] = None,
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="STORY", help="The story to make or to add to.")] = Path(
        "story.db"
    ),
    title: Annotated[str | None, typer.Option(help="What a new story is called. Default: the folder's name.")] = None,
    columns: Annotated[
        str | None,
        typer.Option(metavar="OURS=THEIRS,...", help="Names of columns in tables: text=body,title=headline."),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Tell only what failed, and the summary.")] = False,
) -> None:
    """
    Read reports into a story.

    Safe to repeat: what is known is not read again, a changed file takes the place of its older version. Safe to
    interrupt: the same command goes on where it stopped. Without REPORTS, a story is only brought up to date.

    Example: sourcebook build reports/ late.html -o story.db
    """
    if not reports and not out.exists():
        raise wrong_usage(context, "name the reports to read, or a story to bring up to date with -o")
    counts: Counter[Change] = Counter()
    failed = 0
    summary = ""
    try:
        total = api.count_inputs(reports or [])
        with telling(total, plain=context.obj.plain, quiet=quiet) as tell:
            steps = api.build_steps(reports or [], out, title=title, columns=columns, settings=context.obj)
            for step in steps:
                tell(step)
                match step:
                    case Kept(change=change):
                        counts[change] += 1
                    case Failed():
                        failed += 1
                    case Finished():
                        summary = _summary(out, step, counts, failed)
                    case _:
                        pass
    except KeyboardInterrupt:
        typer.echo(
            "sourcebook: interrupted; what is read so far is kept. The same command goes on from here.", err=True
        )
        raise typer.Exit(INTERRUPTED) from None
    typer.echo(summary, err=True)
    if failed:
        raise typer.Exit(FAILED)


def remove(
    context: typer.Context,
    story: StoryFile,
    report: Annotated[str, typer.Argument(metavar="ID", help="The report's id, as 'sourcebook brief' cites it.")],
) -> None:
    """
    Take a report out of a story.

    Its older versions go with it, and what stands is worked out anew without it.

    Example: sourcebook remove story.db report-0c89c8bfecc2b1cd6689
    """
    finished = api.remove(story, report, settings=context.obj)
    typer.echo(_summary(story, finished, Counter(), 0), err=True)


def _summary(story: Path, finished: Finished, counts: Counter[Change], failed: int) -> str:
    """Return one line: what the story holds, and what this run did."""
    held = ", ".join(
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (finished.reports, "report", "reports"),
            (finished.claims, "claim", "claims"),
            (finished.entities, "entity", "entities"),
            (finished.events, "event", "events"),
            (finished.conflicts, "conflict", "conflicts"),
        )
    )
    did = [f"{counts[one]} {one}" for one in Change if counts[one]] + ([f"{failed} failed"] if failed else [])
    return f"{story}: {held}" + (f" ({', '.join(did)})" if did else "")
