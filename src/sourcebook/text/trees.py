"""Walks over Universal Dependencies trees: children, phrases, clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sourcebook.values.marks import Token
from sourcebook.values.spans import Span

CLAUSAL = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "xcomp"})
"""Relations (without subtypes) whose dependent heads a clause of its own (UD v2 guidelines, clausal dependents)."""

OUTSIDE_PHRASE = frozenset(
    {"acl", "advcl", "appos", "ccomp", "parataxis", "dislocated", "vocative", "discourse", "csubj"}
)
"""Relations left out of a noun phrase's own words: what comes after the phrase that names the thing."""


class Tree:
    """
    The dependency trees of one text.

    Attributes:
        tokens: As annotated; ``tokens[i].head`` is an index into them.
        children: For each token the indices of its dependents, in reading order.
    """

    __slots__ = ("children", "deps", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        gathered: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                gathered[token.head].append(index)
        self.children = tuple(tuple(one) for one in gathered)
        self.deps = tuple(token.dep.partition(":")[0] for token in self.tokens)

    def dep(self, index: int) -> str:
        """Return the relation of a token without its subtype."""
        return self.deps[index]

    def of(self, index: int, *relations: str) -> Iterator[int]:
        """Yield the dependents of ``index`` whose relation, with or without subtype, is one of ``relations``."""
        for child in self.children[index]:
            if self.deps[child] in relations or self.tokens[child].dep in relations:
                yield child

    def first(self, index: int, *relations: str) -> int | None:
        """Return the first such dependent, or None."""
        return next(self.of(index, *relations), None)

    def below(self, index: int, skip: Callable[[int], bool] | None = None) -> list[int]:
        """Return ``index`` and everything below it in reading order, without branches that ``skip`` refuses."""
        found, open_ = [], [index]
        while open_:
            one = open_.pop()
            found.append(one)
            open_.extend(child for child in self.children[one] if skip is None or not skip(child))
        return sorted(found)

    def above(self, index: int) -> Iterator[int]:
        """Yield the governors of ``index`` from near to far."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def is_root(self, index: int) -> bool:
        """Tell whether the token is the root of its sentence."""
        return self.tokens[index].head == index

    def stretch(self, indices: Iterable[int]) -> Span:
        """Return the span from the first to the last of these tokens, without punctuation at its edges."""
        ordered = sorted(indices)
        inner = [one for one in ordered if self.tokens[one].pos != "PUNCT"] or ordered
        return Span(self.tokens[inner[0]].span.start, self.tokens[inner[-1]].span.end)

    def _phrase(self, head: int) -> list[int]:
        """
        Return the tokens of the noun phrase at ``head``: without its preposition, its conjuncts and what follows it
        (relative clauses, appositions, parentheses). Contiguous around the head.
        """

        def skip(child: int) -> bool:
            if self.tokens[child].head == head:
                if self.deps[child] in OUTSIDE_PHRASE or self.deps[child] in (
                    "conj",
                    "cc",
                    "case",
                    "mark",
                    "cop",
                    "nsubj",
                ):
                    return not self._possessive(child, head)
                return self.deps[child] in ("advmod", "obl", "aux", "expl") and child > head
            return self.deps[child] in ("acl", "advcl", "parataxis") or self.deps[child] == "appos"

        kept = self.below(head, skip)
        position = kept.index(head)
        first = last = position
        while first > 0 and kept[first - 1] >= kept[first] - 2 and self._joined(kept[first - 1], kept[first]):
            first -= 1
        while last + 1 < len(kept) and self._joined(kept[last], kept[last + 1]):
            last += 1
        inside = kept[first : last + 1]
        while len(inside) > 1 and self.tokens[inside[-1]].pos == "PUNCT" and inside[-1] != head:
            inside = inside[:-1]
        while len(inside) > 1 and self.tokens[inside[0]].pos == "PUNCT" and inside[0] != head:
            inside = inside[1:]
        return inside

    def _possessive(self, child: int, head: int) -> bool:
        return self.deps[child] == "case" and child > head and self.tokens[child].lemma in ("'s", "'")

    def _joined(self, left: int, right: int) -> bool:
        """Tell whether nothing but punctuation stands between two tokens."""
        return all(self.tokens[one].pos == "PUNCT" for one in range(left + 1, right))

    def phrase_span(self, head: int) -> Span:
        """Return the span of the noun phrase at ``head`` (:meth:`_phrase`), a trailing possessive 's left out."""
        inside = self._phrase(head)
        while len(inside) > 1 and self.deps[inside[-1]] == "case" and inside[-1] != head:
            inside = inside[:-1]
        return Span(self.tokens[inside[0]].span.start, self.tokens[inside[-1]].span.end)

    def conjuncts(self, head: int) -> list[int]:
        """Return ``head`` and the nouns coordinated with it, in reading order."""
        found = [head]
        for one in found:
            found.extend(child for child in self.of(one, "conj") if child not in found)
        return sorted(found)

    def clause_of(self, index: int) -> int:
        """Return the head of the clause that a token stands in: itself where it heads one."""
        here = index
        while self.tokens[here].head != here and not self.heads_clause(here):
            here = self.tokens[here].head
        return here

    def heads_clause(self, index: int) -> bool:
        """Tell whether a token heads a clause: a root, a clausal dependent or a coordinated predicate."""
        if self.is_root(index) or self.deps[index] in CLAUSAL:
            return True
        return self.deps[index] == "conj" and (
            self.tokens[index].pos in ("VERB", "AUX") or self.first(index, "nsubj", "cop") is not None
        )

    def cases(self, index: int) -> tuple[str, ...]:
        """Return the lower-case words of the prepositions of a noun, fixed expressions joined by a blank."""
        return tuple(
            " ".join(self.tokens[one].lemma for one in [case, *self.of(case, "fixed")]).lower()
            for case in self.of(index, "case")
        )


def lemma_of(tree: Tree, index: int) -> str:
    """Return the lemma of a token in lower case."""
    return tree.tokens[index].lemma.lower()


def not_yet(tree: Tree, verb: int) -> int | None:
    """Return the "have" or "be" of a verb in "has yet to reply", whichever way the parser hung it; None elsewhere."""
    to = next((one for one in tree.of(verb, "mark", "aux") if lemma_of(tree, one) == "to" and one < verb), None)
    if to is None or to < 2 or lemma_of(tree, to - 1) != "yet" or lemma_of(tree, to - 2) not in ("have", "be"):
        return None
    return to - 2
