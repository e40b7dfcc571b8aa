"""Attributions that the tree tells: inside others' words, and relays ("citing", "quoted by", "reportedly")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import AFTER, kind_of, lexicon, normal
from sourcebook.annotate.section import Section
from sourcebook.values.kinds import CueKind

CLAUSES = frozenset({"acl", "advcl", "parataxis", "discourse", "appos"})
"""Relations (without subtypes) left out of a source's words."""
RELATIVE = frozenset({"who", "which", "that"})
ANSWERS = frozenset({CueKind.NO_COMMENT, CueKind.NO_RESPONSE, CueKind.NEITHER, CueKind.NO_INFORMATION})
IMPERSONAL = frozenset({"it", "there"})


@dataclass(frozen=True, slots=True)
class Relay:
    """
    An attribution read off the tree.

    Attributes:
        said: Its parts; ``content`` is empty where it takes the content of the attribution that it stands beside.
        head: The word of the cue that governs it.
        host: Where it leans on another attribution's cue or clause: a word of that; None elsewhere.
        outward: Whether it is the outer one of the two ("quoted by").
        sure: Whether it stands on its own outside of any content too: a verb of saying with its subject and its
            clause, or an answer ("declined to comment").
    """

    said: Said
    head: int
    host: int | None = None
    outward: bool = False
    sure: bool = False


class Relays:
    """Reads the attributions of one section off its trees."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._tree = section.tree
        self._table = lexicon()

    def __iter__(self) -> Iterator[Relay]:
        for place, token in enumerate(self._section.tokens):
            low = token.lemma.lower()
            found: Relay | None = None
            if self._section.skipped[place]:
                continue
            if token.pos == "VERB" and low in self._table.citing:
                found = self._citing(place)
            if found is None and token.pos == "VERB" and low in (self._table.verbs | self._table.citing):
                found = self._verb(place)
            if found is None and token.pos == "VERB" and low in self._table.answering:
                found = self._answer(place)
            if found is not None:
                yield found
                continue
            if self._section.words[place].lower() == "according":
                found = self._according(place)
            elif low in self._table.adverbs and token.pos == "ADV":
                found = self._adverb(place)
            elif token.pos == "NOUN" and low in self._table.nouns:
                found = self._noun(place)
            if found is not None:
                yield found

    def _verb(self, verb: int) -> Relay | None:
        tree = self._tree
        cue = self._cue(verb)
        agent = self._agent(verb)
        passive = tree.first(verb, "aux:pass", "nsubj:pass") is not None
        source = self._subject(verb) if not passive else agent
        clause = tree.first(verb, "ccomp", "csubj", "csubj:pass")
        if clause is None and passive:
            clause = tree.first(verb, "xcomp")
            if clause is None and not agent:
                return None
        if clause is not None and clause > verb:
            content = self._stretch(clause, ())
            sure = source is not None and tree.tokens[verb].lemma.lower() in self._table.saying
            return None if content is None else Relay(Said(cue, source, (content,)), verb, sure=sure)
        above = self._tree.tokens[verb].head
        if clause is not None or (tree.dep(verb) == "parataxis" and above != verb):
            content = self._stretch(above if clause is None else clause, (verb,))
            if source is None or content is None:
                return None
            sure = tree.tokens[verb].lemma.lower() in self._table.saying
            return Relay(Said(cue, source, (content,)), verb, sure=sure)
        return self._as(verb, cue, source or agent)

    def _as(self, verb: int, cue: Marked, source: Marked | None) -> Relay | None:
        """Read "as X reported", "as reported by X", "quoted by X"."""
        tree = self._tree
        above = tree.tokens[verb].head
        if above == verb or source is None or tree.dep(verb) not in {"advcl", "acl"}:
            return None
        compared = any(self._section.words[one].lower() == "as" for one in tree.of(verb, "mark", "advmod", "case"))
        if not compared and not (tree.tokens[verb].tag == "VBN" and self._agent(verb) is not None):
            return None
        clause = tree.clause_of(above)
        content = self._stretch(clause, (verb,))
        if content is None:
            return None
        return Relay(Said(cue, source, (content,)), verb, outward=True)

    def _answer(self, verb: int) -> Relay | None:
        """Read "declined to comment", "did not respond to questions", "could not be reached"."""
        tree = self._tree
        cue = self._cue(verb)
        told = next((one for one in tree.of(verb, "xcomp", "obj", "obl", "advcl") if one > verb), None)
        content = None if told is None else self._stretch(told, ())
        end = cue.end if content is None else min(content.end, cue.end + AFTER)
        words = [normal(self._section, place) for place in range(cue.first, end)]
        if kind_of(" ".join(words), words[:0]) not in ANSWERS:
            return None
        subject = tree.first(verb, "nsubj", "nsubj:pass")
        source = None if subject is None else self._source(subject)
        if source is None and tree.dep(verb) in {"conj", "xcomp"}:
            source = self._subject(tree.tokens[verb].head)
        if source is None:
            return None
        return Relay(Said(cue, source, () if content is None else (content,)), verb, sure=True)

    def subject(self, cue: Marked) -> Marked | None:
        """Return the subject of the verb of a cue, by the tree; None where it has none of its own."""
        inside = range(cue.first, cue.end)
        verbs = [one for one in inside if self._section.tokens[one].pos == "VERB"]
        for verb in verbs:
            above = self._tree.tokens[verb].head
            if (above in verbs and above != verb) or self._tree.first(verb, "aux:pass", "nsubj:pass") is not None:
                continue
            found = self._subject(verb)
            if found is not None and (found.end <= cue.first or found.first >= cue.end):
                return found
        return None

    def _citing(self, verb: int) -> Relay | None:
        """Read "citing X", "X, which cites Y"."""
        tree = self._tree
        relied = tree.first(verb, "obj")
        if relied is None or tree.first(verb, "ccomp") is not None:
            return None
        source = self._source(relied)
        above = tree.tokens[verb].head
        return Relay(Said(self._cue(verb), source, ()), verb, None if above == verb else above)

    def _according(self, place: int) -> Relay | None:
        tree = self._tree
        source = tree.tokens[place].head
        if tree.dep(place) != "case":
            source = next(iter(tree.of(place, "obl", "obj")), place)
        if source == place:
            return None
        root = source if tree.dep(place) == "case" else place
        governor = tree.tokens[root].head
        if governor == root:
            return None
        clause = tree.clause_of(governor)
        content = self._stretch(clause, (root,))
        end = place + 1 + (self._section.words[place + 1 : place + 2] == ("to",))
        who = self._source(source, ("case",))
        if content is None or who is None:
            return None
        return Relay(Said(Marked(place, end, "cue"), who, (content,)), place)

    def _adverb(self, place: int) -> Relay | None:
        clause = self._tree.tokens[place].head
        content = self._stretch(clause, (place,))
        return None if content is None else Relay(Said(Marked(place, place + 1, "cue"), None, (content,)), place)

    def _noun(self, noun: int) -> Relay | None:
        tree = self._tree
        clause = next((one for one in tree.of(noun, "acl", "ccomp") if tree.tokens[one].dep != "acl:relcl"), None)
        if clause is None or not any(self._section.words[one].lower() == "that" for one in tree.of(clause, "mark")):
            return None
        owner = tree.first(noun, "nmod:poss")
        source = None if owner is None else self._source(owner, ("case",))
        if owner is None:
            made = next((one for one in tree.of(noun, "nmod") if set(tree.cases(one)) & {"by", "from"}), None)
            source = None if made is None else self._source(made, ("case",))
        content = self._stretch(clause, ())
        return None if content is None else Relay(Said(Marked(noun, noun + 1, "cue"), source, (content,)), noun)

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
        return None if agent is None else self._source(agent, ("case",))

    def _subject(self, verb: int) -> Marked | None:
        tree = self._tree
        subject = tree.first(verb, "nsubj")
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
