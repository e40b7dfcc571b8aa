"""A document as one page of HTML that needs nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sourcebook.tell.exports.documents import Document, named, quoted


def webpage(document: Document) -> bytes:
    """Return the page, UTF-8; what comes from reports is escaped, and nothing but the page's own style is let in."""
    style = files("sourcebook.tell").joinpath("templates", "page.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=PackageLoader("sourcebook.tell", "templates"), autoescape=True, undefined=StrictUndefined
    )
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = environment.get_template("document.html.j2").render(
        document=document,
        named=named,
        quoted=quoted,
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'",
    )
    return page.encode()
