"""What stands: statuses by written rules, independent origins, answers and conflicts."""

from sourcebook.judge.judging import judge

__all__ = ["judge"]
