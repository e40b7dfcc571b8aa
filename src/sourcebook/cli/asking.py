"""``sourcebook brief``, ``timeline``, ``claims``, ``who`` and ``show``: ask a story."""
