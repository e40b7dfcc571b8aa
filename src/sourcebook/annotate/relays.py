"""Attributions that the tree tells: inside others' words, and relays ("citing", "quoted by", "reportedly")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import AFTER, kind_of, normal
from sourcebook.annotate.phrases import IMPERSONAL, Phrases
from sourcebook.text.trees import not_yet
from sourcebook.values.kinds import CueKind

ANSWERS = frozenset({CueKind.NO_COMMENT, CueKind.NO_RESPONSE, CueKind.NEITHER, CueKind.NO_INFORMATION})
OWN_ACTS = frozenset({"claim", "allege", "profess", "purport", "pretend", "boast"})
"""Verbs whose infinitive is what their subject says of itself ("claims to have")."""
ANSWERING = frozenset("comment response reaction reply answer word statement confirmation explanation".split())
"""Nouns of answers, of which "there was no …" from somebody."""
TAKING_BACK = frozenset("withdraw retract recant rescind disavow correct take walk".split())
"""Verbs that take words back, the last two with "back"."""
TAKEN_BACK = frozenset(
    "statement report claim remark comment accusation allegation story word article confession testimony".split()
)
"""Nouns of words that somebody may take back."""


WITHHOLDING = frozenset({"decline", "refuse"})
"""Verbs whose infinitive of saying nobody says."""


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
            clause, an answer ("declined to comment"), or words that do nothing else ("according to", "reportedly").
        instead: Whether it stands instead of what the model marked at its head ("quoted X as saying").
    """

    said: Said
    head: int
    host: int | None = None
    outward: bool = False
    sure: bool = False
    instead: bool = False


class Relays(Phrases):
    """Reads the attributions of one section off its trees."""

    def __iter__(self) -> Iterator[Relay]:
        told: set[int] = set()
        for place, token in enumerate(self._section.tokens):
            low = token.lemma.lower()
            found: Relay | None = None
            if self._section.skipped[place] or place in told:
                continue
            if token.pos == "VERB" and low in self._table.citing:
                pair = self._quoting(place) or self._reporting(place)
                if pair:
                    told.update(one.head for one in pair)
                    yield from pair
                    continue
                found = self._citing(place)
            if found is None and token.pos == "VERB" and low in (self._table.verbs | self._table.citing):
                found = self._verb(place)
            if found is None and token.pos == "VERB" and low in self._table.answering:
                found = self._answer(place)
            if found is None and token.pos == "VERB" and low in TAKING_BACK:
                found = self._retraction(place)
            if found is None and low == "put" and token.pos == "VERB":
                found = self._estimate(place)
            if found is not None:
                yield found
                continue
            if self._section.words[place].lower() == "according":
                found = self._according(place)
            elif low in self._table.adverbs and token.pos == "ADV":
                found = self._adverb(place)
            elif low == "reference" and "with" in self._tree.cases(place):
                found = self._reference(place)
            elif token.pos == "NOUN" and low in self._table.nouns | ANSWERING:
                found = self._silence(place) or (self._noun(place) if low in self._table.nouns else None)
            if found is not None:
                yield found

    def _verb(self, verb: int) -> Relay | None:
        tree = self._tree
        if tree.dep(verb) == "xcomp" and tree.tokens[tree.tokens[verb].head].lemma.lower() in WITHHOLDING:
            return None
        cue = self._cue(verb)
        agent = self._agent(verb)
        passive = self._passive(verb)
        source = self._subject(verb) if not passive else agent
        clause = tree.first(verb, "ccomp", "csubj", "csubj:pass")
        if clause is None and passive:
            clause = tree.first(verb, "xcomp")
            if clause is None and not agent:
                return None
        if clause is None and tree.tokens[verb].lemma.lower() in OWN_ACTS:
            clause = tree.first(verb, "xcomp")
            if source is None and tree.tokens[verb].dep == "acl":
                source = self._source(tree.tokens[verb].head, ("case",))
        if clause is not None and clause > verb:
            content = self._stretch(clause, ())
            sure = source is not None and tree.tokens[verb].lemma.lower() in self._table.saying
            sure |= passive and source is None and self._impersonal(verb)
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
        waited = not_yet(tree, verb)
        if waited is not None:
            cue = Marked(waited, cue.end, "cue")
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

    def _retraction(self, verb: int) -> Relay | None:
        """Read "withdrew the allegation", "took back his words": whose they were, and what was said."""
        tree, source = self._tree, self._subject(verb)
        told = next((one for one in tree.of(verb, "obj") if tree.tokens[one].lemma.lower() in TAKEN_BACK), None)
        content = None if told is None or told < verb else self._stretch(told, ())
        if source is None or content is None:
            return None
        cue = self._cue(verb)
        words = [normal(self._section, place) for place in range(cue.first, min(content.end, cue.end + AFTER))]
        if kind_of(" ".join(words), [tree.tokens[verb].lemma.lower()]) is not CueKind.RETRACTS:
            return None
        return Relay(Said(cue, source, (content,)), verb, sure=True)

    def _estimate(self, verb: int) -> Relay | None:
        """Read "put the number of dead at 12": the count is the subject's."""
        tree, source = self._tree, self._subject(verb)
        counted = next((one for one in tree.of(verb, "obj") if one > verb), None)
        number = next(
            (
                one
                for one in (*tree.of(verb, "obl", "obj"), *(tree.of(counted, "nmod") if counted is not None else ()))
                if "at" in tree.cases(one) and any(tree.tokens[word].pos == "NUM" for word in tree.below(one))
            ),
            None,
        )
        if source is None or counted is None or number is None or number < counted:
            return None
        first = min(one for one in tree.below(counted) if one > verb)
        return Relay(
            Said(self._cue(verb), source, (Marked(first, max(tree.below(number)) + 1, "content"),)), verb, sure=True
        )

    def _silence(self, noun: int) -> Relay | None:
        """Read "there was no comment from X"."""
        tree = self._tree
        above = tree.tokens[noun].head
        none = next((one for one in tree.of(noun, "det") if self._section.words[one].lower() == "no"), None)
        if none is None or tree.first(above, "expl") is None or tree.tokens[noun].lemma.lower() not in ANSWERING:
            return None
        whose = next(
            (one for one in (*tree.of(noun, "nmod"), *tree.of(above, "obl", "nmod")) if "from" in tree.cases(one)), None
        )
        source = None if whose is None else self._source(whose)
        return None if source is None else Relay(Said(Marked(none, noun + 1, "cue"), source, ()), noun, sure=True)

    def _impersonal(self, verb: int) -> bool:
        """Tell whether the subject of a passive is the "it" of "it is believed that"."""
        subject = self._nearest(verb, ("nsubj:pass", "nsubj", "expl"))
        return subject is not None and self._section.words[subject].lower() in IMPERSONAL

    def _quoting(self, verb: int) -> tuple[Relay, ...]:
        """Read "X quoted Y as saying Z" and "Y was quoted (by X) as saying Z": Y's words, passed on by X."""
        tree = self._tree
        speech = next(
            (
                one
                for one in tree.of(verb, "advcl", "xcomp", "ccomp", "obl", "acl")
                if one > verb
                and tree.tokens[one].lemma.lower() in self._table.verbs
                and self._section.words[one - 1].lower() == "as"
            ),
            None,
        )
        if speech is None:
            return ()
        agent = self._agent(verb) or self._agent(speech)
        if self._passive(verb):
            subject = self._nearest(verb, ("nsubj:pass", "nsubj"))
            speaker, outlet = None if subject is None else self._source(subject), agent
        elif tree.dep(verb) == "acl":
            speaker, outlet = self._source(tree.tokens[verb].head), agent
        else:
            relied = tree.first(verb, "obj", "iobj")
            speaker, outlet = None if relied is None else self._source(relied), self._subject(verb)
        content = self._quoted(verb, speech, speaker)
        if content is None or speaker is None:
            return ()
        said = Marked(speech, speech + 1, "cue")
        if outlet is None:
            return (Relay(Said(said, speaker, (content,)), speech, sure=True, instead=True),)
        return (
            Relay(Said(self._cue(verb), outlet, (content,)), verb, sure=True, instead=True),
            Relay(Said(said, speaker, ()), speech, verb, instead=True),
        )

    def _reporting(self, verb: int) -> tuple[Relay, ...]:
        """Read "X reported, citing Y, that Z": the parser hangs the clause on the nearer of the two verbs."""
        tree = self._tree
        above, clause, relied = tree.tokens[verb].head, tree.first(verb, "ccomp"), tree.first(verb, "obj")
        says = tree.tokens[above].lemma.lower() in self._table.saying and tree.dep(verb) == "advcl"
        if clause is None or relied is None or not says or not above < verb < relied < clause:
            return ()
        outlet, speaker, content = self._subject(above), self._source(relied), self._stretch(clause, ())
        if outlet is None or speaker is None or content is None:
            return ()
        return (
            Relay(Said(self._cue(above), outlet, (content,)), above, sure=True, instead=True),
            Relay(Said(Marked(verb, verb + 1, "cue"), speaker, ()), verb, above, instead=True),
        )

    def _quoted(self, verb: int, speech: int, speaker: Marked | None) -> Marked | None:
        """Return what somebody is quoted as saying: a clause of the verb of saying's own, else the one all leans on."""
        tree = self._tree
        clause = tree.first(speech, "ccomp")
        if clause is None:
            clause = tree.first(verb, "ccomp", "parataxis")
        if clause is not None:
            return self._stretch(clause, (verb,))
        above = tree.tokens[verb].head
        if above == verb and speaker is not None:
            return self._before(speaker.first)
        if tree.dep(verb) not in {"advcl", "parataxis", "conj"}:
            return None
        return self._stretch(tree.clause_of(above), (verb,))

    def _before(self, place: int) -> Marked | None:
        """Return the clause of the same sentence that a comma closes right before a word."""
        bounds, tokens = self._section.bounds, self._section.tokens
        first = max((one for one in bounds if one <= place), default=0)
        end = place
        while end > first and tokens[end - 1].pos == "PUNCT":
            end -= 1
        told = any(tokens[one].pos == "VERB" for one in range(first, end))
        return Marked(first, end, "content") if told and end < place else None

    def _citing(self, verb: int) -> Relay | None:
        """Read "citing X", "X, which cites Y"."""
        tree = self._tree
        relied, above = tree.first(verb, "obj"), tree.tokens[verb].head
        if relied is None:  # an object that the parser took for an oblique has no preposition
            relied = next((one for one in tree.of(verb, "obl") if not tree.cases(one) and one > verb), None)
        if relied is None and tree.dep(verb) == "case" and above > verb:
            relied, above = above, tree.tokens[above].head
        if relied is None or above == relied or tree.first(verb, "ccomp") is not None:
            return None
        source = self._source(relied)
        outlet = self._according_to(verb) if above > verb else None
        host = outlet if outlet is not None else None if above == verb else above
        return Relay(Said(self._cue(verb), source, ()), verb, host)

    def _according_to(self, place: int) -> int | None:
        """Return whom "according to" names right before a word and a comma; None where it names nobody there."""
        here = place - 1 - (self._section.words[place - 1] == ",")
        while (
            here > 0 and self._tree.dep(here) in ("flat", "compound", "appos") and self._tree.tokens[here].head < here
        ):
            here = self._tree.tokens[here].head
        return here if any(word.startswith("accord") for word in self._tree.cases(here)) else None

    def _reference(self, noun: int) -> Relay | None:
        """Read "X, with reference to Y"."""
        relied = next((one for one in self._tree.of(noun, "nmod") if "to" in self._tree.cases(one)), None)
        above = self._tree.tokens[noun].head
        if relied is None or above == noun:
            return None
        return Relay(Said(Marked(noun, noun + 1, "cue"), self._source(relied), ()), noun, above)

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
        return Relay(Said(Marked(place, end, "cue"), who, (content,)), place, sure=True)

    def _adverb(self, place: int) -> Relay | None:
        clause = self._tree.tokens[place].head
        content = self._stretch(clause, (place,))
        if content is None:
            return None
        return Relay(Said(Marked(place, place + 1, "cue"), None, (content,)), place, sure=True)

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
        above = tree.tokens[noun].head
        told = above != noun and tree.first(above, "expl") is not None
        return (
            None if content is None else Relay(Said(Marked(noun, noun + 1, "cue"), source, (content,)), noun, sure=told)
        )
