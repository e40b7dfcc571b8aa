"""Who says and what is said, as phrases of a section's trees."""

from __future__ import annotations

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import lexicon
from sourcebook.annotate.section import Section

CLAUSES = frozenset({"acl", "advcl", "parataxis", "discourse", "appos"})
"""Relations (without subtypes) left out of a source's words."""
RELATIVE = frozenset({"who", "which", "that"})
IMPERSONAL = frozenset({"it", "there"})


class Phrases:
    """Reads cues, sources and contents around a word off the trees of one section."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._tree = section.tree
        self._table = lexicon()

    def _cue(self, verb: int) -> Marked:
        """Return a verb with the auxiliaries and negations right before it, and its particle."""
        first, end = verb, verb + 1
        while (
            first
            and self._tree.tokens[first - 1].head == verb
            and self._tree.tokens[first - 1].dep
            in {
                "aux",
                "aux:pass",
                "advmod",
            }
        ):
            first -= 1
        if end < len(self._section.tokens) and self._tree.tokens[end].dep == "compound:prt":
            end += 1
        return Marked(first, end, "cue")

    def _agent(self, verb: int) -> Marked | None:
        agent = self._tree.first(verb, "obl:agent")
        if agent is None:
            agent = next((one for one in self._tree.of(verb, "obl") if "by" in self._tree.cases(one)), None)
        follows = verb + 1
        by = self._section.words[follows : follows + 1] == ("by",) and self._tree.dep(follows) == "case"
        if agent is None and by and self._tree.tokens[follows].head > follows:
            agent = self._tree.tokens[follows].head
        return None if agent is None else self._source(agent, ("case",))

    def _passive(self, verb: int) -> bool:
        tree = self._tree
        if any(tree.tokens[one].lemma.lower() != "have" for one in tree.of(verb, "aux:pass")):
            return True
        had = any(tree.tokens[one].lemma.lower() == "have" for one in tree.of(verb, "aux", "aux:pass"))
        return tree.first(verb, "nsubj:pass") is not None and not had

    def _subject(self, verb: int) -> Marked | None:
        tree = self._tree
        subject = self._nearest(verb, ("nsubj",) if self._passive(verb) else ("nsubj", "nsubj:pass"))
        if subject is None:
            subject = self._stray(verb)
        if subject is None:
            if tree.dep(verb) == "conj" and tree.tokens[tree.tokens[verb].head].pos == "VERB":
                return self._subject(tree.tokens[verb].head)
            return None
        low = self._section.words[subject].lower()
        if low in IMPERSONAL:
            return None
        if low in RELATIVE and tree.tokens[verb].dep == "acl:relcl":
            return self._source(tree.tokens[verb].head, ("case",))
        return self._source(subject)

    def _nearest(self, verb: int, relations: tuple[str, ...]) -> int | None:
        """Return the subject of a verb; where the parser gives it several, the last before it."""
        found = list(self._tree.of(verb, *relations))
        ahead = [one for one in found if one < verb]
        return ahead[-1] if ahead else next(iter(found), None)

    def _stray(self, verb: int) -> int | None:
        """Return the subject of what is said that stands right before the verb of saying: it is the speaker's."""
        tree = self._tree
        start = verb
        while start and tree.tokens[start - 1].dep in {"aux", "advmod"} and tree.tokens[start - 1].head == verb:
            start -= 1
        if not start or tree.tokens[start - 1].dep not in {"nsubj", "nsubj:pass"}:
            return None
        above = tree.tokens[start - 1].head
        return start - 1 if above > verb and above in tree.of(verb, "ccomp") else None

    def _source(self, head: int, without: tuple[str, ...] = ("case",)) -> Marked | None:
        tree = self._tree
        found = tree.below(
            head,
            lambda one: (
                tree.tokens[one].head == head
                and (
                    tree.dep(one) in CLAUSES | {"cop", "mark", "cc", "punct"}
                    or (tree.dep(one) in without and one < head)
                )
            ),
        )
        return self._around(head, found, "source")

    def _stretch(self, head: int, without: tuple[int, ...]) -> Marked | None:
        """Return the words of a clause without some branches, around its head and without signs at the edges."""
        return self._around(head, self._tree.below(head, lambda one: one in without), "content", gaps=True)

    def _around(self, head: int, found: list[int], kind: str, *, gaps: bool = False) -> Marked | None:
        if head not in found:
            return None
        at = found.index(head)
        first = last = at
        while first and (
            found[first] - found[first - 1] == 1 or (gaps and self._signs(found[first - 1], found[first]))
        ):
            first -= 1
        while last + 1 < len(found) and (
            found[last + 1] - found[last] == 1 or (gaps and self._signs(found[last], found[last + 1]))
        ):
            last += 1
        inside = [one for one in found[first : last + 1] if self._section.tokens[one].pos != "PUNCT"]
        return Marked(inside[0], inside[-1] + 1, kind) if inside else None

    def _signs(self, left: int, right: int) -> bool:
        return all(self._section.tokens[one].pos == "PUNCT" for one in range(left + 1, right))
