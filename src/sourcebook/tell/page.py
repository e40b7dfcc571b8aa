"""The brief and its reports as one HTML page that needs nothing else: no network, no script from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.tell.brief import brief
from sourcebook.tell.dates import published
from sourcebook.tell.index import index
from sourcebook.tell.plain import standing
from sourcebook.tell.views import Brief, Citation
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span
from sourcebook.values.story import Story


@dataclass(frozen=True, slots=True)
class Part:
    """
    A stretch of a paragraph that the same citations hold.

    Attributes:
        cited: Numbers of the citations that hold it.
        opens: Those that it is the first of.
        closes: Those that it is the last of.
    """

    text: str
    cited: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a report with the kind of passage that it stands in."""

    kind: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as it is laid out: heading, what is known of it, text; ``address`` only where it is a web address."""

    head: str
    meta: str
    address: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A report that a brief cites, and its day in words."""

    report: Report
    day: str


def html_page(story: Story, *, most: int | None = None) -> str:
    """
    Return the story's brief with the cited reports as one page of HTML.

    All that comes from a report is escaped; the page's own script and style are the only ones that its policy lets
    run, by their digests. The same story gives the same page.

    Args:
        story: The whole record.
        most: Lines of every section; None for each section's own limit.
    """
    found = index(story)
    told = brief(story, most=most)
    cited = [Cited(found.reports[one], published(found.published[one])) for one in cited_in(told)]
    return brief_page(told, cited, len(found.reports))


def cited_in(told: Brief) -> tuple[str, ...]:
    """Return the ids of the reports that a brief cites, in the order in which they are first cited."""
    return tuple(dict.fromkeys(one.report for one in told.citations))


def brief_page(told: Brief, cited: Sequence[Cited], known: int) -> str:
    """
    Return a brief with the reports that it cites as one page.

    Args:
        told: The brief.
        cited: Those of ``cited_in``, in its order.
        known: Reports of the story, cited or not.
    """
    style, script = _asset("page.css"), _asset("page.js")
    environment = Environment(
        loader=PackageLoader("sourcebook.tell", "templates"), autoescape=True, undefined=StrictUndefined
    )
    sheets = _sheets(told.citations, cited)
    return environment.get_template("page.html.j2").render(
        brief=told,
        labels={one.number: f"{one.outlet}, {one.day}" for one in told.citations},
        lines=_first_lines(told),
        reports=sheets,
        others=known - len(sheets),
        standing=standing,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy="default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{_fingerprint(style)}'; script-src 'sha256-{_fingerprint(script)}'",
    )


def _asset(name: str) -> str:
    return files("sourcebook.tell").joinpath("templates", name).read_text(encoding="utf-8")


def _fingerprint(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _first_lines(told: Brief) -> dict[int, str]:
    where: dict[int, str] = {}
    for section in told.sections:
        for place, line in enumerate(section.lines, start=1):
            for piece in line.pieces:
                for number in piece.citations:
                    where.setdefault(number, f"{section.key}-{place}")
    return where


def _sheets(citations: tuple[Citation, ...], reports: Sequence[Cited]) -> tuple[Sheet, ...]:
    made = []
    for one in reports:
        report = one.report
        cited = [each for each in citations if each.report == report.id]
        paragraphs = tuple(_paragraphs(report, cited))
        told_there = any(each.kind == "headline" and _words(each) == report.title for each in paragraphs)
        stem = PurePosixPath(report.path).stem if report.path else report.id
        head = report.title if report.title is not None and not told_there else report.outlet or stem
        known = (report.outlet, report.author, one.day, report.path)
        meta = " · ".join(each for each in known if each and each != head)
        made.append(Sheet(head, meta, _web(report.url), paragraphs))
    return tuple(made)


def _words(paragraph: Paragraph) -> str:
    return "".join(one.text for one in paragraph.parts)


def _web(url: str | None) -> str:
    """Return the address where it is one of the web's, else nothing."""
    if url is None:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _paragraphs(report: Report, citations: list[Citation]) -> Iterable[Paragraph]:
    start = 0
    for line in report.text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield Paragraph(report.kind_at(start).value, tuple(_parts(report, Span(start, end), citations)))
        start = end + 1


def _parts(report: Report, line: Span, citations: list[Citation]) -> Iterable[Part]:
    cuts = {line.start, line.end}
    for citation in citations:
        for span in citation.spans:
            cuts |= {cut for cut in (span.start, span.end) if line.start < cut < line.end}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        here = Span(start, end)
        cited = [one for one in citations if any(span.holds(here) for span in one.spans)]
        main = {one.number: max(one.spans, key=lambda span: (span.end - span.start, -span.start)) for one in cited}
        yield Part(
            report.words(here),
            tuple(one.number for one in cited),
            tuple(one.number for one in cited if main[one.number].start == start),
            tuple(one.number for one in cited if main[one.number].end == end),
        )
