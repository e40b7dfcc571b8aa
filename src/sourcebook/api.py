"""
What a program calls: build a story, open it, ask.

The imports inside functions have one reason: the model's runtime, the readers of web pages and the database each take
a good part of a second to import, and ``sourcebook --help`` and a program that only asks should not wait for them. Each
such import stands in this module and nowhere else. For the same reason types that are
only spoken of are imported for the type checker alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.desk.steps import Failed, Finished, Step
from sourcebook.desk.streaming import Line
from sourcebook.desk.streaming import annotate_lines as stream
from sourcebook.errors import SourcebookError, WrongUsage
from sourcebook.settings import Settings
from sourcebook.values.filters import Filters
from sourcebook.values.forms import Form, What
from sourcebook.version import __version__

if TYPE_CHECKING:
    from sourcebook.desk.health import Check
    from sourcebook.desk.sheets import Sheet
    from sourcebook.tell.views import Answers, Brief, ClaimView, Dossier, Shown, Timeline
    from sourcebook.values.story import Story

    View = Answers | Brief | Timeline | Dossier | Shown | tuple[ClaimView, ...]

# ruff: noqa: PLC0415 - the reason stands above


@dataclass(frozen=True, slots=True)
class Built:
    """
    What a build came to.

    Attributes:
        failed: The inputs that were left out, one fault each.
    """

    story: Path
    summary: Finished
    failed: tuple[SourcebookError, ...]


def build(
    inputs: Iterable[Path | str],
    story: Path | str,
    *,
    title: str | None = None,
    columns: str | None = None,
    settings: Settings | None = None,
) -> Built:
    """
    Read reports into a story and bring it up to date. Safe to repeat and to interrupt.

    >>> built = build(["examples/sarn"], "sarn.db")
    >>> built.summary.reports, built.failed
    (12, ())

    Args:
        inputs: Files and folders.
        story: The file to make or to add to.
        title: What a new story is called; None for the name of the folder that the inputs lie in.
        columns: Names of columns in tables and JSON Lines files: ``text=body,title=headline``.

    Raises:
        StoreFault: If the story can't be written.
        WrongUsage: If the columns are not of that form.
    """
    failed: list[SourcebookError] = []
    steps = build_steps(inputs, story, title=title, columns=columns, settings=settings or Settings())
    for step in steps:
        if isinstance(step, Failed):
            failed.append(step.fault)
        if isinstance(step, Finished):
            return Built(Path(story), step, tuple(failed))
    raise AssertionError  # a build's last step is Finished


def build_steps(
    inputs: Iterable[Path | str],
    story: Path | str,
    *,
    title: str | None,
    columns: str | None,
    settings: Settings,
) -> Iterator[Step]:
    """Build as ``build`` does, and tell every step once it is done."""
    from sourcebook.desk.building import build as build_story
    from sourcebook.desk.table import parcels, stages
    from sourcebook.store import open_store

    paths = [Path(one) for one in inputs]
    store = open_store(f"sqlite:{story}", create=True)
    yield from build_story(
        store,
        parcels(paths, columns),
        stages(settings.model, settings.threads, settings.gazetteer),
        title=title or _title(paths),
        version=__version__,
    )


def remove(story: Path | str, report: str, *, settings: Settings | None = None) -> Finished:
    """
    Take a report out of a story and work out anew what stands without it.

    Raises:
        NotFound: If the story has no such report.
        StoreFault: If the story can't be written.
    """
    from sourcebook.desk.building import remove as remove_report
    from sourcebook.desk.table import stages
    from sourcebook.store import open_store

    store = open_store(f"sqlite:{story}")
    chosen = settings or Settings()
    for step in remove_report(
        store, report, stages(chosen.model, chosen.threads, chosen.gazetteer), version=__version__
    ):
        if isinstance(step, Finished):
            return step
    raise AssertionError  # the last step is Finished


def open(story: Path | str) -> Book:  # noqa: A001 - meant to be called as sourcebook.open
    """
    Open a story to ask of it.

    >>> book = open("sarn.db")
    >>> len(book.story.reports)
    12

    Raises:
        StoreFault: If there is no such story, or its build was not finished.
    """
    from sourcebook.store import open_store
    from sourcebook.store.state import joined

    with open_store(f"sqlite:{story}").reading() as shelf:
        return Book(joined(shelf))


@dataclass(frozen=True, slots=True)
class Book:
    """A story, open. Made by ``open``; it is a picture of that moment and holds no file."""

    story: Story

    def brief(self, *, most: int | None = None) -> Brief:
        """
        Return what is said to have happened, newest first, each line cited.

        >>> open("sarn.db").brief().title
        'sarn'

        Args:
            most: Lines of every section; None for each section's own limit.
        """
        from sourcebook.tell import brief

        return brief(self.story, most=most)

    def timeline(self) -> Timeline:
        """Return the events by day; those without one apart."""
        from sourcebook.tell import timeline

        return timeline(self.story)

    def claims(
        self, *, event: str | None = None, entity: str | None = None, status: str | None = None
    ) -> tuple[ClaimView, ...]:
        """
        Return the claims that fit every condition: an event's id, an entity's id or name, a status.

        Raises:
            NotFound: If there is no such event or entity.
            WrongUsage: If there is no such status.
        """
        from sourcebook.tell import claims_view

        return claims_view(self.story, event, entity, status)

    def who(self, name: str) -> Dossier:
        """
        Return the dossier of an entity, by name or id.

        Raises:
            NotFound: If no entity bears the name.
        """
        from sourcebook.tell import dossier

        return dossier(self.story, name)

    def show(self, row: str) -> Shown:
        """
        Return one row by its id, and the words that it rests on.

        Raises:
            NotFound: If the story has no such row.
        """
        from sourcebook.tell import show

        return show(self.story, row)

    def record(self) -> bytes:
        """Return the record as JSON, byte for byte the same for the same story (``docs/record.md``)."""
        from sourcebook.tell import record_bytes

        return record_bytes(self.story)

    def page(self, *, most: int | None = None) -> str:
        """Return the brief as one page of HTML that needs nothing else, the evidence a click away."""
        from sourcebook.tell import html_page

        return html_page(self.story, most=most)


def export(
    story: Path | str,
    form: Form | str,
    *,
    what: What | str | None = None,
    filters: Filters | None = None,
    entity: str | None = None,
) -> bytes:
    """
    Return a part of a story as a file's bytes, the same for the same story (``docs/exports.md``).

    >>> export("sarn.db", "csv", what="claims").decode("utf-8-sig").split(",")[:3]
    ['id', 'report', 'outlet']

    Args:
        form: ``csv``, ``xlsx``, ``docx``, ``md``, ``html``, ``jsonl``, ``geojson``, ``graphml`` or ``record``.
        what: ``events``, ``claims``, ``brief``, ``dossier`` or ``record``; None for what the form is made for.
        filters: What must fit; entities and places by id or name.
        entity: Whose dossier, by id or name.

    Raises:
        NotFound: If no entity bears a name.
        StoreFault: If there is no such story, or its build was not finished.
        WrongUsage: If there is no such form or part, or the part is not offered in that form.
    """
    from sourcebook.desk import exporting
    from sourcebook.desk.looking import looking
    from sourcebook.store import open_store

    try:
        asked, part = Form(form), None if what is None else What(what)
    except ValueError as fault:
        raise WrongUsage(f"there is no form or part of that name: {fault}") from fault
    with looking(open_store(f"sqlite:{story}")) as shelf:
        narrowed = exporting.named(shelf, filters or Filters())
        return exporting.export(shelf, asked, part, narrowed, entity).content


def ask(story: Path | str, question: str, *, most: int = 5, settings: Settings | None = None) -> Answers:
    """
    Return the rows of a story that answer a question, with who says so and their words; or why there are none.

    >>> ask("sarn.db", "Who is the king of Denmark?").answers
    ()

    Args:
        question: In English, a sentence or a few words.
        most: Answers at most.

    Raises:
        StoreFault: If there is no such story, or its build was not finished.
        WrongUsage: If there is no word in the question.
    """
    from sourcebook.desk.asking import ask as ask_story
    from sourcebook.desk.table import mind
    from sourcebook.store import open_store

    chosen = settings or Settings()
    return ask_story(open_store(f"sqlite:{story}"), question, mind(chosen.model, chosen.threads), most=most)


def as_lines(view: View, width: int = 100, *, check: bool = False) -> list[str]:
    """
    Return a view as lines of plain text.

    Args:
        view: What one of the methods of ``Book`` gave.
        width: Unit: characters.
        check: Of a brief, tell the lines too that were refused, and why.
    """
    from sourcebook.tell import as_lines as lines

    return lines(view, width, check=check)


def count_inputs(inputs: Iterable[Path | str]) -> int:
    """Return how many files there are to read; a table counts once, however many reports it holds."""
    from sourcebook.read import list_inputs

    return len(list_inputs([Path(one) for one in inputs]))


def annotate_lines(lines: Iterable[bytes], *, settings: Settings | None = None) -> Iterator[Line]:
    """
    Mark texts, a line of JSON each, and yield a line for each as soon as it is done (``docs/annotations.md``).

    The model takes one thread where the settings name no number: a second gains a sixth, a second process nearly all.

    >>> for line in annotate_lines([b'{"id": "a", "text": "The dam held."}', b"no JSON"]):
    ...     print(line.failed, line.content[:20])
    False b'{"id":"a","sentences'
    True b'{"id":null,"error":"'

    Raises:
        ArtefactMissing: If a file of the model is not there.
        ArtefactAltered: If a file of the model is not the one that its manifest pins.
    """
    from sourcebook.desk.loose import marks

    chosen = settings or Settings()
    return stream(lines, marks(chosen.model, chosen.threads or 1))


def draw(inputs: Iterable[Path | str], *, settings: Settings | None = None) -> Sheet:
    """
    Mark the reports in some files and draw them with their marks as one page of HTML; no story is needed or made.

    >>> draw(["examples/sarn/01-radio-sarn.txt"]).texts
    1

    Raises:
        ArtefactMissing: If a file of the model is not there.
        ArtefactAltered: If a file of the model is not the one that its manifest pins.
    """
    from sourcebook.desk.sheets import draw as drawn
    from sourcebook.desk.table import drawer, parcels

    chosen = settings or Settings()
    return drawn(parcels(Path(one) for one in inputs), drawer(chosen.model, chosen.threads))


def load_gazetteer(source: Path | str, target: Path | str, tell: Callable[[int], None] | None = None) -> int:
    """
    Write a gazetteer from a table of GeoNames; builds use it once ``Settings.gazetteer`` names it.

    Args:
        tell: Called with the number of lines read so far, now and then.

    Returns:
        The number of places in it.

    Raises:
        UnreadableInput: If the table can't be read; it names the line.
        WrongUsage: If the gazetteer can't be written there.
    """
    from sourcebook.link import geonames_to_gazetteer

    return geonames_to_gazetteer(Path(source), Path(target), tell)


def checks(story: Path | str | None = None, *, settings: Settings | None = None) -> Iterator[Check]:
    """
    Look whether everything is in order, a story too where one is named.

    >>> all(one.fine for one in checks("sarn.db"))
    True
    """
    from sourcebook.desk.health import checks as look

    return look(None if settings is None else settings.model, None if story is None else Path(story))


def _title(paths: list[Path]) -> str:
    """Return the name of the folder that is given, or that all the files lie in."""
    folders = {(one if one.is_dir() else one.parent).resolve() for one in paths}
    return folders.pop().name or "story" if len(folders) == 1 else "story"
