"""Who may use the desk: a file of accounts, passwords kept as argon2 hashes."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sourcebook.errors import WrongUsage

SHORTEST = 10
"""Of a password. Unit: characters. NIST SP 800-63B-4 asks for 8 beside a second factor, 15 without; typed locally."""

_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Role(IntEnum):
    """What somebody may do; each may do what those before may."""

    READER = 1
    REVIEWER = 2
    ADMIN = 3

    @property
    def word(self) -> str:
        """As it stands in the file: ``reader``, ``reviewer`` or ``admin``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Account:
    """One line of the file. ``password`` is an argon2 hash in PHC form."""

    name: str
    password: str
    role: Role


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everybody who has an account, by name."""

    by_name: dict[str, Account]

    @classmethod
    def of(cls, path: Path) -> Accounts:
        """
        Read a file of accounts.

        Raises:
            WrongUsage: If it can't be read, or is not of the form that ``docs/desk.md`` shows.
        """
        try:
            written = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
            raise WrongUsage(f"{path}: the accounts can't be read: {fault}") from fault
        users = written.get("users")
        if not isinstance(users, dict) or set(written) != {"users"}:
            raise WrongUsage(f"{path}: a file of accounts has one table 'users'")
        return cls({name: _account(path, name, value) for name, value in users.items()})

    def admitted(self, name: str, password: str) -> Account | None:
        """Return the account that name and password open; None where they open none. Both take the same time."""
        account = self.by_name.get(name)
        hasher = PasswordHasher()
        try:
            hasher.verify(_NOBODY if account is None else account.password, password)
        except (VerificationError, InvalidHashError):
            return None
        return account


def _account(path: Path, name: str, value: object) -> Account:
    if not _NAME.fullmatch(name) or not isinstance(value, dict) or set(value) != {"password", "role"}:
        raise WrongUsage(f"{path}: account {name!r} needs 'password' and 'role'")
    password, role = value["password"], value["role"]
    if not isinstance(password, str) or not password.startswith("$argon2id$"):
        raise WrongUsage(
            f"{path}: the password of {name!r} is no argon2id hash; 'sourcebook serve --add-user' makes one"
        )
    return Account(name, password, role_named(role, f"{path}: account {name!r}"))


def role_named(word: object, where: str) -> Role:
    """
    Return the role of that name.

    Raises:
        WrongUsage: If there is none.
    """
    for role in Role:
        if word == role.word:
            return role
    raise WrongUsage(f"{where}: a role is reader, reviewer or admin, not {word!r}")


def add_account(path: Path, name: str, role: Role, password: str) -> None:
    """
    Add an account to the file, which is made where there is none; one of that name is replaced.

    Only its owner can read the file afterwards. Written beside and moved into place: a crash leaves the old one.

    Raises:
        WrongUsage: If the name or the password can't be, or the file can't be read.
    """
    if not _NAME.fullmatch(name):
        raise WrongUsage(f"a name is 1 to 64 letters, digits, dots, dashes or underscores: {name!r}")
    if len(password) < SHORTEST:
        raise WrongUsage(f"a password has at least {SHORTEST} characters")
    known = dict(Accounts.of(path).by_name) if path.exists() else {}
    known[name] = Account(name, PasswordHasher().hash(password), role)
    lines = ["# Who may use the desk; made by 'sourcebook serve --add-user'."]
    for one in sorted(known.values(), key=lambda account: account.name):
        lines += ["", f'[users."{one.name}"]', f'password = "{one.password}"', f'role = "{one.role.word}"']
    beside = path.with_name(path.name + ".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")
    beside.replace(path)


_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21lc2FsdA$3bW5Zm3pM8RZ5d0m0dH4yQH8zqVgPPn3R2oRr3dZC0w"
"""A hash that no password has, so that an unknown name takes as long to refuse as a known one."""
