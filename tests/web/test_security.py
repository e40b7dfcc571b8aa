"""Who may reach the desk, and do what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sourcebook.errors import WrongUsage
from sourcebook.web import create_app
from sourcebook.web.accounts import Accounts, Role, add_account
from sourcebook.web.security import LARGEST
from sourcebook.web.visitors import LASTS, TRIES, WAIT

SECRET = "a long enough word"  # noqa: S105 - of nobody
NOTE = {"kind": "note", "target": "made-00000", "value": {"text": "read"}}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.", "127.0.0.1@evil.example"])
def test_other_names_are_refused(desk: TestClient, host: str) -> None:
    """A page whose name was pointed at this machine must read nothing."""
    found = desk.get("/api/v1/events", headers={"host": host})

    assert found.status_code == 400
    assert "events" not in found.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:8765", "LOCALHOST"])
def test_this_machines_names_are_not(desk: TestClient, host: str) -> None:
    """With or without a port."""
    assert desk.get("/api/v1/session", headers={"host": host}).status_code == 200


def test_another_name_can_be_allowed(story: Path) -> None:
    """Behind a proxy it goes by that proxy's name."""
    with TestClient(create_app(story, hosts=["Desk.example"]), base_url="http://desk.example") as client:
        assert client.get("/api/v1/session").status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/events", "/api/v1/events/nothing", "/login", "/nowhere"])
def test_every_answer_has_the_headers(desk: TestClient, path: str) -> None:
    """Scripts and styles come from our own files alone; nobody frames us."""
    found = desk.get(path, follow_redirects=False)
    policy = found.headers["content-security-policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert found.headers["x-content-type-options"] == "nosniff"


def test_the_cookie_is_out_of_reach(story: Path) -> None:
    """Of scripts, and of other sites."""
    with TestClient(create_app(story), base_url="http://127.0.0.1") as client:
        cookie = client.get("/api/v1/session").headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize(
    "headers",
    [
        {"x-csrf-token": ""},
        {"x-csrf-token": "0" * 64},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
    ids=str,
)
def test_another_site_can_change_nothing(desk: TestClient, headers: dict[str, str]) -> None:
    """Its requests carry the cookie at best, never the token."""
    found = desk.post("/api/v1/decisions", json=NOTE, headers=headers)

    assert found.status_code == 403
    assert desk.get("/api/v1/decisions").json()["total"] == 0


def test_the_token_belongs_to_the_cookie(story: Path) -> None:
    """One visitor's token is worth nothing with another's cookie."""
    app = create_app(story)
    with TestClient(app, base_url="http://127.0.0.1") as one, TestClient(app, base_url="http://127.0.0.1") as other:
        token = one.get("/api/v1/session").json()["token"]
        other.get("/api/v1/session")
        assert other.post("/api/v1/decisions", json=NOTE, headers={"x-csrf-token": token}).status_code == 403
        assert one.post("/api/v1/decisions", json=NOTE, headers={"x-csrf-token": token}).status_code == 201


def test_what_is_too_large_is_not_read(desk: TestClient) -> None:
    """Memory is no place for somebody's gigabytes."""
    assert desk.post("/api/v1/decisions", content=b"x" * (LARGEST + 1)).status_code == 413


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guarded(story: Path, tmp_path: Path, clock: Clock) -> Iterator[TestClient]:
    users = tmp_path / "users.toml"
    for name, role in (("rea", Role.READER), ("reva", Role.REVIEWER), ("revo", Role.REVIEWER), ("ada", Role.ADMIN)):
        add_account(users, name, role, SECRET)
    app = create_app(story, users=users, clock=clock)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


def enter(client: TestClient, name: str, password: str = SECRET) -> int:
    client.headers.pop("x-csrf-token", None)
    form = client.get("/login").text
    csrf = form.split('name="csrf" value="')[1].split('"')[0] if 'name="csrf"' in form else ""
    status = client.post("/login", data={"name": name, "password": password, "csrf": csrf}).status_code
    if status == 303:
        client.headers["x-csrf-token"] = client.get("/api/v1/session").json()["token"]
    return status


def test_strangers_see_nothing(guarded: TestClient) -> None:
    """Pages lead to the login; the API says why not."""
    assert guarded.get("/events").headers["location"] == "/login"
    assert guarded.get("/api/v1/events").status_code == 401
    assert guarded.get("/api/v1/openapi.json").status_code == 401


def test_roles(guarded: TestClient) -> None:
    """A reader reads; a reviewer decides and takes back what is theirs; an admin what is anybody's."""
    assert enter(guarded, "rea") == 303
    assert guarded.get("/api/v1/events").status_code == 200
    assert guarded.post("/api/v1/decisions", json=NOTE).status_code == 403
    assert guarded.post("/logout").status_code == 303
    assert guarded.get("/api/v1/events").status_code == 401

    assert enter(guarded, "reva") == 303
    made = guarded.post("/api/v1/decisions", json=NOTE).json()["judgement"]
    assert made["by"] == "reva"
    guarded.post("/logout")

    assert enter(guarded, "revo") == 303
    assert guarded.delete(f"/api/v1/decisions/{made['id']}").status_code == 403
    guarded.post("/logout")

    assert enter(guarded, "ada") == 303
    assert guarded.delete(f"/api/v1/decisions/{made['id']}").status_code == 200


def test_a_session_ends_by_itself(guarded: TestClient, clock: Clock) -> None:
    """Whoever left the room is gone the next day."""
    enter(guarded, "rea")
    clock.now += LASTS - 1
    assert guarded.get("/api/v1/events").status_code == 200
    clock.now += LASTS + 1
    assert guarded.get("/api/v1/events").status_code == 401


def test_guessing_is_slow(guarded: TestClient, clock: Clock) -> None:
    """After a few failures even the right word has to wait; then it is let in."""
    assert [enter(guarded, "ada", "wrong") for _ in range(TRIES)] == [403] * TRIES
    assert enter(guarded, "ada") == 429
    clock.now += WAIT + 1
    assert enter(guarded, "ada") == 303


def test_a_new_login_is_a_new_cookie(guarded: TestClient) -> None:
    """A cookie that was planted beforehand opens nothing."""
    guarded.get("/login")
    before = guarded.cookies["sourcebook_session"]
    enter(guarded, "rea")

    assert guarded.cookies["sourcebook_session"] != before


def test_accounts_are_kept_from_others(tmp_path: Path) -> None:
    """Hashes only, readable by their owner alone; names stay apart."""
    users = tmp_path / "users.toml"
    add_account(users, "ida", Role.READER, SECRET)
    add_account(users, "jo.b", Role.ADMIN, SECRET)
    known = Accounts.of(users)

    assert SECRET not in users.read_text()
    assert users.stat().st_mode & 0o077 == 0
    assert known.admitted("ida", SECRET) == known.by_name["ida"]
    assert known.by_name["jo.b"].role is Role.ADMIN
    assert known.admitted("nobody", SECRET) is None
    assert known.admitted("ida", "another word") is None


@pytest.mark.parametrize(
    "written",
    [
        "users = 3",
        '[users.ida]\npassword = "plain"\nrole = "admin"',
        '[users.ida]\npassword = "$argon2id$x"\nrole = "king"',
        "[users",
        "[others]",
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, written: str) -> None:
    """Silence would leave the desk open, or shut."""
    users = tmp_path / "users.toml"
    users.write_text(written)
    with pytest.raises(WrongUsage, match=r"users\.toml"):
        Accounts.of(users)


@pytest.mark.parametrize(("name", "password"), [("ida", "short"), ('x"]', SECRET), ("", SECRET)])
def test_what_can_be_no_account_is_refused(tmp_path: Path, name: str, password: str) -> None:
    """Before anything is written."""
    with pytest.raises(WrongUsage):
        add_account(tmp_path / "users.toml", name, Role.READER, password)
    assert not (tmp_path / "users.toml").exists()
