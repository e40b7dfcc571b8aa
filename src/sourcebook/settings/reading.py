"""Reading settings: command line over environment over file over defaults. A name that nobody knows is an error."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from sourcebook.errors import WrongUsage
from sourcebook.settings.values import FILE, PREFIX, Settings

POINTER = f"{PREFIX}SETTINGS"
"""The variable that names the file. It is no setting itself."""

MOST_THREADS = 256
"""More than any machine this is meant for has cores; a larger number is a slip of the finger."""

_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def read_settings(given: Mapping[str, object], environment: Mapping[str, str] | None = None) -> Settings:
    """
    Return the settings that hold.

    >>> read_settings({"threads": 2}, {"SOURCEBOOK_THREADS": "4", "SOURCEBOOK_PLAIN": "yes"})
    Settings(model=None, gazetteer=None, threads=2, plain=True, debug=False)

    Args:
        given: From the command line, by name; None counts as not given.
        environment: The variables; None for those of this process.

    Raises:
        WrongUsage: If a name is unknown or a value can't be read, saying where it stands.
    """
    variables = os.environ if environment is None else environment
    found: dict[str, object] = {}
    for name, value, origin in (*_from_file(variables), *_from_environment(variables)):
        found[name] = _value(name, value, origin)
    for name, value in given.items():
        if value is not None:
            found[name] = _value(name, value, "the command line")
    loaded = gazetteer_file(variables)
    if "gazetteer" not in found and loaded is not None and loaded.is_file():
        found["gazetteer"] = loaded
    return Settings(**found)  # type: ignore[arg-type] # each was read by the rule for its name


def gazetteer_file(environment: Mapping[str, str] | None = None) -> Path | None:
    """
    Return where a loaded gazetteer lies: in the user's data folder. None where the environment names no such folder.

    Source: XDG Base Directory Specification 0.8 (``$XDG_DATA_HOME``, else ``~/.local/share``); on Windows
    ``%LOCALAPPDATA%``.

    >>> gazetteer_file({"HOME": "/home/ada"}).as_posix()
    '/home/ada/.local/share/sourcebook/gazetteer.bin'
    """
    variables = os.environ if environment is None else environment
    if folder := variables.get("XDG_DATA_HOME") or variables.get("LOCALAPPDATA"):
        return Path(folder, "sourcebook", "gazetteer.bin")
    home = variables.get("HOME")
    return Path(home, ".local", "share", "sourcebook", "gazetteer.bin") if home else None


def _from_file(variables: Mapping[str, str]) -> list[tuple[str, object, str]]:
    named = variables.get(POINTER)
    path = Path(named or FILE)
    if named is None and not path.is_file():
        return []
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise WrongUsage(f"{path}: the settings can't be read: {fault}") from fault
    return [(name, value, str(path)) for name, value in written.items()]


def _from_environment(variables: Mapping[str, str]) -> list[tuple[str, object, str]]:
    return [
        (name.removeprefix(PREFIX).lower(), value, name)
        for name, value in sorted(variables.items())
        if name.startswith(PREFIX) and name != POINTER
    ]


def _value(name: str, value: object, origin: str) -> object:
    """
    Return a setting's value in its own type.

    Raises:
        WrongUsage: If the name is unknown or the value isn't one of its.
    """
    known = sorted(one.name for one in fields(Settings))
    if name not in known:
        raise WrongUsage(f"{origin}: no setting is called {name!r}; there are {', '.join(known)}")
    if name in {"model", "gazetteer"} and isinstance(value, str | Path) and str(value):
        return Path(value)
    if name == "threads" and not isinstance(value, bool) and isinstance(value, int | str):
        number = int(value) if str(value).isdecimal() else -1
        if 0 <= number <= MOST_THREADS:
            return number
    if name in {"plain", "debug"}:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in _WORDS:
            return _WORDS[value.lower()]
    raise WrongUsage(f"{origin}: {value!r} can't be the setting {name!r}")
