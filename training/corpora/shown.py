"""How a pair that is given is shown to the model: marks in the text around its two sides."""

from collections.abc import Sequence

SOURCE_MARKS, TARGET_MARKS = ("⟨", "⟩"), ("「", "」")
"""Words set around the sides; each is one piece that the encoder knows and that news hardly uses."""

Places = tuple[int, ...]


def shown(words: Sequence[str], source: Places, target: Places) -> tuple[list[str], Places, Places]:
    """
    Return the words with marks around source and target (either may be empty), and the places of both among them.

    >>> words, source, target = shown(["A", "helped", "B"], (0,), (2,))
    >>> " ".join(words), source, target
    ('⟨ A ⟩ helped 「 B 」', (1,), (5,))
    """
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for side, (opening, closing) in ((source, SOURCE_MARKS), (target, TARGET_MARKS)):
        if side:
            before.setdefault(min(side), []).append(opening)
            after.setdefault(max(side), []).insert(0, closing)
    marked: list[str] = []
    moved: list[int] = []
    for place, word in enumerate(words):
        marked += before.get(place, [])
        moved.append(len(marked))
        marked += [word, *after.get(place, [])]
    return marked, tuple(moved[place] for place in source), tuple(moved[place] for place in target)
