"""
Trees mended where English leaves only one reading and the parser took another.

The parser decides arc by arc; what a whole clause allows (one subject, a relative pronoun that fits its noun, a bracket
that speaks of the word before it) is looked at here, once, so that no reader of the trees has to guess again.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.parsing import HONORIFICS
from sourcebook.annotate.rehanging import rehung
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import Token

NAMING = frozenset("call name label dub brand deem consider declare term".split())
"""Verbs whose object has a predicate right behind it: "called the raid a mistake"."""
PEOPLE = frozenset({"person", "role"})
"""Classes of nouns whose bearer is "who", never "which"."""
DASHES = frozenset({"-", "–", "—"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
DETERMINERS = frozenset({"a", "an"})
ASKING_ON = frozenset({"call", "rely", "count", "prevail"})
"""Verbs of asking whose "on" names who is asked."""
TELLING = frozenset({"say", "tell", "write", "add", "report", "announce", "state"})
"""Verbs that follow the sentence that they report."""
SAYING = frozenset({"say", "add", "think", "insist", "argue", "claim", "believe", "estimate", "hope", "allege"})
"""Verbs that nobody is the object of."""
BESIDE = frozenset({"nmod", "appos", "conj", "flat", "compound", "nummod", "amod", "dep"})
"""Relations by which a noun belongs to the phrase of the one that governs it."""


def mended(section: Section, names: Sequence[tuple[Marked, NameKind]]) -> Section:
    """Return the section with its trees mended; tags and words stay."""
    trees = _Trees(section, names)
    for place in range(len(section.words)):
        trees.title(place)
    for place in range(len(section.words)):
        trees.note(place)
        trees.bracket(place)
        trees.relative(place)
        trees.apposed(place)
        trees.predicate(place)
        trees.among(place)
        trees.second_subject(place)
        trees.wanted(place)
        trees.called_on(place)
        trees.opened(place)
        trees.doer(place)
    tokens = tuple(rehung(trees.tokens))
    if tokens == section.tokens:
        return section
    return replace(section, tokens=tokens, tree=Tree(tokens))


@dataclass(slots=True)
class _Trees:
    """The trees of one section while they are mended, a word at a time."""

    section: Section
    tokens: list[Token]
    kinds: dict[int, NameKind]
    firsts: dict[int, int]
    children: dict[int, list[int]]

    def __init__(self, section: Section, names: Sequence[tuple[Marked, NameKind]]) -> None:
        self.section = section
        self.tokens = list(section.tokens)
        self.kinds = {place: kind for one, kind in names for place in range(one.first, one.end)}
        self.firsts = {one.first: self._top(one) for one, _ in names}
        self.children = {}
        for place, token in enumerate(self.tokens):
            if token.head != place:
                self.children.setdefault(token.head, []).append(place)

    def title(self, place: int) -> None:
        """Make a title and the name right behind it one phrase where both hang on one word ("commander X")."""
        name = self.firsts.get(place + 1)
        if name is None or self.kinds[name] is not NameKind.PERSON or place in self.kinds:
            return
        above = self.tokens[place].head
        if above in (place, name) or self.tokens[name].head != above:
            return
        if self.section.words[place].lower() in HONORIFICS:
            self._hang(place, name, "nmod:desc")
            return
        if not self._person(place) or self._dep(place) not in ("nsubj", "nmod", "obj", "obl", "appos", "conj", "iobj"):
            return
        for child in self._children(place):
            if self._dep(child) in ("case", "mark", "cc", "punct"):
                self._hang(child, name)
        self._hang(name, above, self.tokens[place].dep)
        self._hang(place, name, "nmod:desc")

    def note(self, place: int) -> None:
        """Part the name that signs a note in brackets from what the note says ("(a river – AGENCY)")."""
        words, name = self.section.words, self.firsts.get(place)
        end = place
        while end < len(words) and end in self.kinds:
            end += 1
        signs = place > 0 and words[place - 1] in DASHES and end < len(words) and words[end] == ")"
        if name is not None and signs and self.tokens[name].head != name:
            self._hang(name, self.tokens[name].head, "parataxis")

    def bracket(self, place: int) -> None:
        """Hang a participle that opens a bracket on the noun right before the bracket ("the League (banned in …)")."""
        if place < 2 or self.tokens[place].tag != "VBN" or self.section.words[place - 1] != "(":
            return
        noun = self._phrase(place - 2)
        if noun is not None and self._dep(place) in ("acl", "amod", "dep", "parataxis") and self._above(noun, place):
            self._hang(place, noun, "acl")

    def relative(self, place: int) -> None:
        """Hang a relative clause on the nearest noun before its pronoun that the pronoun fits."""
        self._parenthesis(place)
        token = self.tokens[place]
        which = self.section.words[place].lower()
        if which not in ("who", "which") or token.pos != "PRON" or self._dep(place) not in ("nsubj", "obj"):
            return
        clause = token.head
        if clause < place or self.tokens[clause].dep != "acl:relcl":
            return
        noun = self.tokens[clause].head
        if noun < place and self._fits(noun, which):
            return
        near = self._before(place)
        for one in self._chain(near):
            if self._fits(one, which) and self._above(one, clause):
                self._hang(clause, one)
                return
        if noun > place and near is not None and self._above(near, clause):
            self._hang(clause, near)

    def apposed(self, place: int) -> None:
        """Hang a person's name between commas on the person noun that it is of ("leader of the front, X, …")."""
        name = self.firsts.get(place)
        if name is None or self.kinds[name] is not NameKind.PERSON or not place or self.section.words[place - 1] != ",":
            return
        governor = self.tokens[name].head
        stray = self._dep(name) == "appos" and not self._person(governor)
        stray = stray and self.kinds.get(governor) is not NameKind.PERSON
        late = self._dep(name) == "nsubj" and governor < place and self._subject_before(governor)
        if not stray and not late:
            return
        for one in self._chain(self._before(place)):
            if self._person(one) and one not in self.kinds and self._above(one, name):
                self._hang(name, one, "appos")
                return

    def predicate(self, place: int) -> None:
        """Hang "a …" right behind the object of a verb of naming on the verb ("called the raid a mistake")."""
        verb = self.tokens[place]
        if verb.lemma.lower() not in NAMING or verb.pos != "VERB":
            return
        inner = next((one for one in self._children(place) if self._dep(one) == "obj" and one > place), None)
        below = self._below(inner) if inner is not None else []
        for one in below:
            if self.tokens[one].dep != "appos" or self.tokens[one].pos != "NOUN":
                continue
            first = min(self._below(one))
            if self.section.words[first].lower() in DETERMINERS and self.tokens[first - 1].pos != "PUNCT":
                self._hang(one, place, "xcomp")
                return

    def among(self, place: int) -> None:
        """Hang "among those who …" on what it is said to hold ("among those who met was X")."""
        if (
            self.section.words[place].lower() != "those"
            or not place
            or self.section.words[place - 1].lower() != "among"
        ):
            return
        last = max(self._below(place))
        verb = last + 1
        if verb < len(self.tokens) and self.section.words[verb].lower() in ("was", "were", "is", "are"):
            told = self.tokens[verb].head
            if self._dep(verb) == "cop" and told > verb and self._above(told, place):
                self._hang(place, told, "obl")

    def second_subject(self, place: int) -> None:
        """Give the first of a verb's two subjects to the clause before the verb that has none ("X is ill, Y said")."""
        subjects = [one for one in self._children(place) if self.tokens[one].dep in ("nsubj", "nsubj:pass")]
        if len(subjects) < 2:
            return
        first = subjects[0]
        teller = self._teller(place, subjects[-1])
        if teller is not None:
            above, dep = self.tokens[place].head, self.tokens[place].dep
            self._hang(teller, teller if above == place else above, dep)
            self._hang(place, teller, "ccomp")
            self._hang(subjects[-1], teller, "nsubj")
            return
        for one in self._children(place):
            told = self._dep(one) in ("ccomp", "parataxis") and first < one < subjects[-1]
            if told and not any(self._dep(child) in ("nsubj", "csubj") for child in self._children(one)):
                passive = any(self.tokens[child].dep == "aux:pass" for child in self._children(one))
                self._hang(first, one, "nsubj:pass" if passive else "nsubj")
                return

    def _teller(self, place: int, subject: int) -> int | None:
        """Return the verb of saying after a verb and its second subject ("the talks failed, an aide told X")."""
        first = min((one for one in self._below(subject) if self.tokens[one].pos != "PUNCT"), default=subject)
        if subject < place or self.section.words[first - 1] not in (",", "”", '"'):
            return None
        for one in self._children(place):
            says = one > subject and self.tokens[one].pos == "VERB" and self.tokens[one].lemma.lower() in TELLING
            loose = self._dep(one) in ("advcl", "parataxis", "conj", "ccomp")
            if says and loose and not any(self._dep(two) in ("nsubj", "mark", "cc") for two in self._children(one)):
                return one
        return None

    def wanted(self, place: int) -> None:
        """Make X the subject in "for X to do it", which the parser took for an object of what is done."""
        children = self._children(place)
        marks = {self.section.words[one].lower(): one for one in children if self._dep(one) == "mark"}
        if "to" not in marks or "for" not in marks or any(self._dep(one) == "nsubj" for one in children):
            return
        for one in children:
            if self._dep(one) in ("obj", "obl") and marks["for"] < one < marks["to"]:
                self._hang(one, place, "nsubj")
                return

    def called_on(self, place: int) -> None:
        """Make "on" the preposition of who is asked, not a particle of the verb ("called on X to leave")."""
        verb = self.tokens[place].head
        asks = self.tokens[verb].lemma.lower() in ASKING_ON and self.section.words[place].lower() in ("on", "upon")
        if not asks or self.tokens[place].dep != "compound:prt":
            return
        for one in self._children(verb):
            if one > place and self._dep(one) in ("obj", "obl") and min(self._below(one)) == place + 1:
                self._hang(place, one, "case")
                self._hang(one, verb, "obl")
                return

    def _parenthesis(self, place: int) -> None:
        """Take "X said" between commas out of a relative clause ("the mill, which, X said, is closed")."""
        if self.tokens[place].pos != "PRON" or self.section.words[place].lower() not in ("who", "which", "that"):
            return
        said, words = self.tokens[place].head, self.section.words
        told = any(self._dep(one) == "nsubj" and place < one < said for one in self._children(said))
        apart = place + 1 < said < len(words) - 2 and words[place + 1] == words[said + 1] == ","
        if not told or not apart or self.tokens[said].dep != "acl:relcl":
            return
        verb = said + 2 if self.tokens[said + 2].pos == "VERB" else self.tokens[said + 2].head
        finite = self.tokens[said + 2].tag in ("VBD", "VBZ", "VBP", "MD")
        if finite and verb > said and not any(self._dep(one) in ("nsubj", "expl") for one in self._children(verb)):
            self._hang(verb, self.tokens[said].head, "acl:relcl")
            self._hang(said, verb, "parataxis")
            passive = any(self.tokens[one].dep == "aux:pass" for one in self._children(verb))
            self._hang(place, verb, "nsubj:pass" if passive else "nsubj")

    def opened(self, place: int) -> None:
        """Hang "that", and what stands between it and the clause it opens, on the clause ("said that on Monday X")."""
        verb = self.tokens[place].head
        if self.section.words[place].lower() != "that" or self._dep(place) != "mark" or verb >= place:
            return
        told = next((one for one in self._children(verb) if one > place and self._dep(one) == "ccomp"), None)
        if told is None:
            return
        for one in self._children(verb):
            if place <= one < told and self._dep(one) in ("mark", "obl", "advmod", "advcl", "punct"):
                self._hang(one, told)

    def doer(self, place: int) -> None:
        """Make the noun before a participle its subject, where the parser took it for its object ("saw X doing")."""
        self._said_of(place)
        objects = [one for one in self._children(place) if self._dep(one) == "obj"]
        if self.tokens[place].tag != "VBG" or self._dep(place) not in ("advcl", "ccomp", "xcomp") or not objects:
            return
        own = any(self._dep(one) in ("nsubj", "mark", "cc", "aux") for one in self._children(place))
        if (
            not own
            and max(self._below(objects[0])) == place - 1
            and self.tokens[place].head == min(self._below(objects[0])) - 1
        ):
            self._hang(objects[0], place, "nsubj")

    def _said_of(self, place: int) -> None:
        """Make what stands before a clause without a subject its subject ("said two men were hurt"): nobody is said."""
        told = next((one for one in self._children(place) if one > place and self._dep(one) == "ccomp"), None)
        objects = [one for one in self._children(place) if self._dep(one) == "obj"]
        if told is None or not objects or self.tokens[place].lemma.lower() not in SAYING:
            return
        own = {self._dep(one): one for one in self._children(told)}
        finite = any(self.tokens[one].tag in ("VBD", "VBZ", "VBP", "MD") for one in (told, *self._children(told)))
        if (
            finite
            and not own.keys() & {"nsubj", "mark", "expl"}
            and max(self._below(objects[0])) + 1 == self._first(told)
        ):
            passive = any(self.tokens[one].dep == "aux:pass" for one in self._children(told))
            self._hang(objects[0], told, "nsubj:pass" if passive else "nsubj")

    def _first(self, place: int) -> int:
        return min(self._below(place))

    def _hang(self, place: int, governor: int, dep: str = "") -> None:
        before = self.tokens[place].head
        if before != place:
            self.children[before].remove(place)
        if governor != place:
            insort(self.children.setdefault(governor, []), place)
        self.tokens[place] = replace(self.tokens[place], head=governor, dep=dep or self.tokens[place].dep)

    def _dep(self, place: int) -> str:
        return self.tokens[place].dep.partition(":")[0]

    def _children(self, place: int) -> list[int]:
        return [*self.children.get(place, ())]

    def _below(self, place: int) -> list[int]:
        found = [place]
        for one in found:
            found += self._children(one)
        return sorted(found)

    def _sentence(self, place: int) -> tuple[int, int]:
        bounds = self.section.bounds
        at = bisect_right(bounds, place)
        return bounds[at - 1], bounds[at]

    def _above(self, noun: int, place: int) -> bool:
        """Tell whether a word may govern another: it does not hang below it, and stands in its sentence."""
        here = noun
        while self.tokens[here].head != here:
            if here == place:
                return False
            here = self.tokens[here].head
        return here != place and noun in range(*self._sentence(place))

    def _subject_before(self, verb: int) -> bool:
        return any(self._dep(one) == "nsubj" and one < verb for one in self._children(verb))

    def _top(self, one: Marked) -> int:
        inside = range(one.first, one.end)
        return next((at for at in inside if self.section.tokens[at].head not in inside), one.end - 1)

    def _person(self, place: int) -> bool:
        token = self.tokens[place]
        return token.pos in ("NOUN", "PROPN") and any(token.lemma.lower() in noun_class(name) for name in PEOPLE)

    def _fits(self, noun: int, which: str) -> bool:
        """Tell whether a relative pronoun may stand for a noun."""
        token = self.tokens[noun]
        if token.pos not in NOMINAL:
            return which == "which" and token.pos in ("NUM", "ADJ")
        kind = self.kinds.get(noun)
        if which == "which":
            return kind is not NameKind.PERSON and (kind is not None or not self._person(noun))
        several = token.tag in ("NNS", "NNPS") or token.pos == "PRON"
        return kind in (NameKind.PERSON, NameKind.GROUP) or several or self._person(noun)

    def _before(self, place: int) -> int | None:
        """Return the noun phrase right before a word, a comma and a bracket between them passed over."""
        at, first = place - 1, self._sentence(place)[0]
        words = self.section.words
        while at > first and words[at] in (",", "”", '"', "’", "'"):
            at -= 1
        if at > first and words[at] == ")":
            while at > first and words[at] != "(":
                at -= 1
            at -= 1
        return self._phrase(at) if at >= first else None

    def _phrase(self, last: int) -> int | None:
        """Return the head of the noun phrase whose last word is ``last``; None where it is none."""
        here = last
        while self.tokens[here].pos not in NOMINAL or self._dep(here) in ("flat", "compound"):
            above = self.tokens[here].head
            if above == here or above > last:
                return here if self.tokens[here].pos in NOMINAL else None
            here = above
        return here

    def _chain(self, noun: int | None) -> list[int]:
        """Return a noun and those whose phrases it ends, from near to far."""
        found: list[int] = []
        while noun is not None and noun not in found:
            found.append(noun)
            above = self.tokens[noun].head
            noun = above if above < noun and self._dep(noun) in BESIDE and self.tokens[above].pos in NOMINAL else None
        return found
