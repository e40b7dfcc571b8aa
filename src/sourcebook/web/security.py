"""
What every request passes before anything else sees it, and every answer before it leaves.

Plain ASGI, so that no route can be added that goes around it.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sourcebook.web.accounts import Role
from sourcebook.web.visitors import Visitor, Visitors

COOKIE = "sourcebook_session"

LARGEST = 1 << 20
"""Body of a request. Unit: bytes; the largest decision, a chain of many links, takes a few thousand."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

OPEN = frozenset({"/login"})
"""What can be reached without having logged in, beside what is under ``/static/``."""

ANYBODY = frozenset({"/login", "/logout"})
"""What a reader may post to."""

API = "/api/"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Scripts and styles are our own files only: whatever a report holds, none of it can run."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """
    The gate.

    Attributes:
        hosts: Names under which the desk may be asked for. Any other is refused: a page of somebody else's whose
            name was pointed at this machine (DNS rebinding) gets nothing.
        problem: Makes the page that says why, of a path, a status and the reason; the API is answered in JSON.
    """

    app: ASGIApp
    hosts: frozenset[str]
    visitors: Visitors
    problem: Callable[[str, int, str], Response]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if host_of(headers.get("host", "")) not in self.hosts:
            await self._answer(
                PlainTextResponse("this desk does not go by that name\n", 400), scope, receive, send, None
            )
            return
        known = _cookie(headers)
        cookie = known or self.visitors.fresh()
        visitor = self.visitors.visitor(cookie)
        given = None if known else cookie
        scope.setdefault("state", {})["visitor"] = visitor
        scope["state"]["cookie"] = cookie
        if scope["method"] not in SAFE:
            body = await _body(receive)
            refused = _too_large() if body is None else self._unsafe(scope, headers, visitor, body)
            if refused is not None:
                await self._answer(refused, scope, receive, send, given)
                return
            receive = _again(body or b"")
        refused = self._stranger(scope, visitor)
        await self._answer(self.app if refused is None else refused, scope, receive, send, given)

    def _unsafe(self, scope: Scope, headers: Headers, visitor: Visitor, body: bytes) -> Response | None:
        """Return why a request that would change something is refused; None where it is not."""
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return self._refused(scope, 403, "asked by another site")
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return self._refused(scope, 403, "asked by another site")
        token = headers.get("x-csrf-token", "")
        if not token and headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            token = parse_qs(body.decode("utf-8", "replace")).get("csrf", [""])[0]
        if not hmac.compare_digest(token.encode(), visitor.token.encode()):
            return self._refused(scope, 403, "its token is missing or old: reload the page")
        if visitor.role is Role.READER and scope["path"] not in ANYBODY:
            return self._refused(scope, 403, "a reader can't change anything")
        return None

    def _stranger(self, scope: Scope, visitor: Visitor) -> Response | None:
        """Return the answer for somebody who has to log in first; None for everybody else."""
        path = scope["path"]
        if visitor.role is not None or path in OPEN or path.startswith("/static/"):
            return None
        return self._refused(scope, 401, "log in first") if path.startswith(API) else RedirectResponse("/login", 303)

    def _refused(self, scope: Scope, status: int, why: str) -> Response:
        path = scope["path"]
        return JSONResponse({"detail": why}, status) if path.startswith(API) else self.problem(path, status, why)

    async def _answer(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send, cookie: str | None) -> None:
        """Let an application answer; add our headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "private, no-cache")
                if cookie is not None and "set-cookie" not in headers:
                    headers.append("set-cookie", baked(cookie))
                message["headers"] = headers.raw
            await send(message)

        await app(scope, receive, sending)


def baked(cookie: str, *, gone: bool = False) -> str:
    """Return a Set-Cookie header: out of reach of scripts, and of other sites."""
    return f"{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Strict" + ("; Max-Age=0" if gone else "")


def host_of(header: str) -> str:
    """
    Return the name in a Host header, without its port.

    >>> host_of("127.0.0.1:8765"), host_of("[::1]:80"), host_of("Desk.Example")
    ('127.0.0.1', '::1', 'desk.example')
    """
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _cookie(headers: Headers) -> str:
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body; None where it is too large."""
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > LARGEST:
            return None
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _again(body: bytes) -> Receive:
    """Return what gives a body that was read once more."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive


def _too_large() -> Response:
    return JSONResponse({"detail": f"a request holds at most {LARGEST} bytes"}, 413)
