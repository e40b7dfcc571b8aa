"""The desk in the browser: pages and a JSON API over one story."""

from sourcebook.web.app import create_app
from sourcebook.web.serving import serve

__all__ = ["create_app", "serve"]
