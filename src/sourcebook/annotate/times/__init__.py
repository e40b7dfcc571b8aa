"""Time expressions: a grammar that finds them, and a calendar that says which days they can mean."""

from sourcebook.annotate.times.anchoring import relative_to
from sourcebook.annotate.times.finding import find_times

__all__ = ["find_times", "relative_to"]
