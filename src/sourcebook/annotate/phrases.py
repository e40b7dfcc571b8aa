"""Who says and what is said, as phrases of a section's trees."""

from __future__ import annotations

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import lexicon
from sourcebook.annotate.section import Section

CLAUSES = frozenset({"acl", "advcl", "parataxis", "discourse", "appos"})
"""Relations (without subtypes) left out of a source's words."""
RELATIVE = frozenset({"who", "which", "that"})
IMPERSONAL = frozenset({"it", "there"})
HEARD = frozenset({"tell", "inform", "assure", "notify"})
"""Verbs of saying that are never followed by their subject."""
SPOKEN_OF = frozenset(
    "accuse blame charge criticize criticise condemn denounce suspect think believe say report describe call rate "
    "regard consider deem fear rumor know".split()
)
"""Verbs whose passive subject is spoken of. Of nine such subjects that the model took for sources in PolNeAR's dev part
none of the seven with these verbs was one."""


class Phrases:
    """Reads cues, sources and contents around a word off the trees of one section."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._tree = section.tree
        self._table = lexicon()

    def subject(self, cue: Marked) -> Marked | None:
        """Return the subject of the verb of a cue, by the tree; None where it has none of its own."""
        inside = range(cue.first, cue.end)
        verbs = [one for one in inside if self._section.tokens[one].pos == "VERB"]
        for verb in verbs:
            above = self._tree.tokens[verb].head
            if above in verbs and above != verb:
                continue
            found = self._agent(verb) if self._passive(verb) else self._subject(verb)
            if found is None and self._section.tokens[verb].tag == "VBG" and above != verb:
                found = self._beside(verb)
            if found is not None and (found.end <= cue.first or found.first >= cue.end):
                return found
        return None

    def _beside(self, verb: int) -> Marked | None:
        """Return whose act a participle without a subject tells: its noun's, or the subject's of its main clause."""
        above = self._tree.tokens[verb].head
        if self._tree.dep(verb) == "acl":
            return self._source(above, ("case",))
        told = self._tree.dep(verb) == "advcl" and not any(self._tree.of(verb, "mark", "case"))
        return self._subject(above) if told and not self._passive(above) else None

    def undergoes(self, cue: Marked, source: Marked) -> bool:
        """Tell whether a source is only spoken of ("X was accused of", "men believed to be")."""
        tree, inside = self._tree, range(source.first, source.end)
        for verb in range(cue.first, cue.end):
            if tree.tokens[verb].pos != "VERB" or tree.tokens[verb].lemma.lower() not in SPOKEN_OF:
                continue
            described = tree.tokens[verb].dep == "acl" and tree.tokens[verb].tag == "VBN"
            if described and tree.tokens[verb].head in inside:
                return True
            if self._passive(verb) and any(one in inside for one in tree.of(verb, "nsubj:pass", "nsubj")):
                return True
        return False

    def told(self, cue: Marked, source: Marked) -> bool:
        """Tell whether what the model takes for a source only heard it: the verb's object, or "to", "by" somebody."""
        tree, words = self._tree, self._section.words
        inside = range(source.first, source.end)
        verbs = [one for one in range(cue.first, cue.end) if tree.tokens[one].pos == "VERB"]
        if source.first == cue.end and verbs and tree.tokens[verbs[-1]].lemma.lower() in HEARD:
            return True
        if not verbs or any(self._passive(verb) for verb in verbs):
            return False
        if any(one in inside for verb in verbs for one in tree.of(verb, "obj", "iobj")):
            return True
        return source.first > cue.end and words[source.first - 1].lower() in {"by", "to", "with"}

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
                    (tree.dep(one) in CLAUSES and not self._called(head, one))
                    or tree.dep(one) in {"cop", "mark", "cc", "punct"}
                    or (tree.dep(one) in without and one < head)
                )
            ),
        )
        return self._around(head, found, "source")

    def _called(self, head: int, name: int) -> bool:
        """Tell whether a name stands right behind the noun that says what it is ("the agency Sorta")."""
        return name == head + 1 and self._tree.dep(name) == "appos" and self._tree.tokens[name].pos == "PROPN"

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
