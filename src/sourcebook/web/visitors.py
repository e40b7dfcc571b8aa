"""Sessions: who is behind a request, and how often somebody tried to log in."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from sourcebook.web.accounts import Account, Role

LASTS = 12 * 3600.0
"""How long a session is good after its last use. Unit: seconds; a working day."""

MOST = 10_000
"""Sessions kept at once; the oldest go first."""

TRIES = 5
"""Failed logins of one name, or from one address, before it has to wait."""

WAIT = 15 * 60.0
"""How long failed logins count. Unit: seconds. Five in fifteen minutes are 480 guesses a day."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """
    Who is behind a request.

    Attributes:
        name: What decisions are signed with.
        role: None for somebody who has not logged in.
        token: What every request that changes something must bring along (``X-CSRF-Token``, or a field ``csrf``).
        accounts: Whether the desk has accounts, so that logging out makes sense.
    """

    name: str
    role: Role | None
    token: str
    accounts: bool


@dataclass(slots=True)
class _Session:
    account: Account
    seen: float


@dataclass(slots=True)
class Visitors:
    """
    The sessions of one running desk, in memory: who restarts it, logs in again.

    Attributes:
        name: Whose decisions they are where there are no accounts.
        clock: Seconds that only grow.
    """

    name: str
    clock: Callable[[], float]
    accounts: bool
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    lock: Lock = field(default_factory=Lock)
    sessions: dict[str, _Session] = field(default_factory=dict)
    failures: dict[str, list[float]] = field(default_factory=dict)

    def fresh(self) -> str:
        """Return an id for somebody's cookie that nobody can guess."""
        return secrets.token_urlsafe(32)

    def visitor(self, cookie: str) -> Visitor:
        """Return who holds a cookie."""
        token = hmac.new(self.secret, cookie.encode(), sha256).hexdigest()
        if not self.accounts:
            return Visitor(self.name, Role.ADMIN, token, accounts=False)
        now = self.clock()
        with self.lock:
            session = self.sessions.get(cookie)
            if session is None or now - session.seen > LASTS:
                self.sessions.pop(cookie, None)
                return Visitor("", None, token, accounts=True)
            session.seen = now
            return Visitor(session.account.name, session.account.role, token, accounts=True)

    def welcome(self, account: Account) -> str:
        """Begin a session; return its cookie, a new one, so that nobody can plant one beforehand."""
        cookie = self.fresh()
        with self.lock:
            while len(self.sessions) >= MOST:
                self.sessions.pop(min(self.sessions, key=lambda one: self.sessions[one].seen))
            self.sessions[cookie] = _Session(account, self.clock())
        return cookie

    def farewell(self, cookie: str) -> None:
        """End a session. Safe to repeat."""
        with self.lock:
            self.sessions.pop(cookie, None)

    def may_try(self, *keys: str) -> bool:
        """Tell whether a login may be tried, by name and by address; counts it as failed until ``forgive``."""
        now = self.clock()
        with self.lock:
            for key in [one for one, times in self.failures.items() if now - times[-1] > WAIT]:
                del self.failures[key]
            recent = {key: [one for one in self.failures.get(key, ()) if now - one <= WAIT] for key in keys}
            if any(len(times) >= TRIES for times in recent.values()):
                return False
            for key, times in recent.items():
                self.failures[key] = [*times, now]
            return True

    def forgive(self, *keys: str) -> None:
        """Forget failed logins, after one that went well."""
        with self.lock:
            for key in keys:
                self.failures.pop(key, None)
