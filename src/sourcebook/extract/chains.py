"""Who says so, and through whom: the chain of an event's attributions, outermost first."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.extract.answers import answer_of, twin_of
from sourcebook.extract.closing import SAYING, told_after
from sourcebook.extract.entities import Cast
from sourcebook.extract.paragraphs import PARAGRAPHS, added, overflows, resumed
from sourcebook.extract.reading import Reading
from sourcebook.extract.sources import body, is_agency, is_institution, is_outlet, sounds_like_outlet, tells_network
from sourcebook.extract.speakers import Speakers
from sourcebook.extract.tellers import bearer_of, note_of, only_hears, owner_of, teller_of
from sourcebook.extract.telling import only_names, puts_in_words
from sourcebook.text.given import woman_named
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import ChainLink
from sourcebook.values.kinds import CueKind, LinkKind, NameKind, Role
from sourcebook.values.marks import AttributionMark, EventMark
from sourcebook.values.spans import Span

TELLING = frozenset(
    {"tell", "speak", "inform", "say", "interview", "write", "comment", "respond", "talk", "confirm", "quote"}
)
"""Verbs whose hearer, where it is an outlet or agency, passed the words on."""
POSTING = frozenset({"post", "tweet", "publish", "add", "note", "announce", "state", "admit", "explain", "reveal"})
"""Verbs of saying that name where or to whom it was said in a phrase of their own."""
CONVERSATIONS = frozenset({"interview", "comment", "remark", "conversation", "talk", "call", "chat"})
"""Nouns whose other side, where it is an outlet or agency, passed the words on."""


OPENS = 9
"""Most characters before an "according to" that opens its sentence: "However, ". Unit: code points."""

SILENT = frozenset({CueKind.NEITHER, CueKind.NO_COMMENT, CueKind.NO_INFORMATION, CueKind.NO_RESPONSE})
"""Cues whose source does not say what stands in their content."""


class Chains:
    """The attributions of one report, asked by what stands inside their contents."""

    __slots__ = ("_cast", "_marks", "_reading", "_speakers")

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast
        self._marks = tuple(mark for mark in reading.annotation.attributions if not only_names(reading, mark))
        self._speakers = Speakers(reading, cast)

    def around(self, trigger: Span) -> list[AttributionMark]:
        """Return the attributions in whose content a trigger stands, outermost first."""
        holding = [
            mark
            for mark in self._marks
            if any(content.holds(trigger) for content in mark.content) and not self._aside(mark, trigger)
        ]
        holding = [mark for mark in holding if puts_in_words(self._reading, mark, trigger)]
        holding = [mark for mark in holding if not overflows(self._reading, mark, trigger, holding)]
        if not holding:
            joined = self._joined(trigger)
            around = self._goes_on(trigger) or self._split(trigger) or told_after(self._reading, trigger)
            return (
                joined
                or around
                or self._opened(trigger)
                or added(self._reading, trigger)
                or resumed(self._reading, trigger)
            )
        inner = sorted(holding, key=lambda mark: (-self._size(mark, trigger), mark.content))
        return [*self._goes_on(trigger), *inner]

    def _joined(self, trigger: Span) -> list[AttributionMark]:
        """Return the demand for the noun that a trigger is coordinated with: it goes for both ("for X and for Y")."""
        index = self._reading.top(trigger)
        tokens = self._reading.tree.tokens
        if index is None or self._reading.tree.dep(index) != "conj" or tokens[index].pos != "NOUN":
            return []
        first = tokens[tokens[index].head]
        holding = [one for one in self._marks if any(content.holds(first.span) for content in one.content)]
        return [one for one in holding if one.cue_kind is CueKind.DEMANDS] if first.pos == "NOUN" else []

    def _aside(self, mark: AttributionMark, trigger: Span) -> bool:
        """Tell whether an attribution in a relative clause was stretched over what stands outside of that clause."""
        cue = self._reading.top(mark.cue) if mark.cue is not None else None
        inner = self._reading.top(trigger)
        teller = self._reading.top(mark.source) if mark.source is not None else None
        if cue is None or inner is None or teller is None or self._reading.tree.tokens[teller].tag not in ("WDT", "WP"):
            return False
        return self._reading.quote_of(trigger) is None and inner not in self._reading.tree.below(cue)

    def _goes_on(self, trigger: Span) -> list[AttributionMark]:
        """Return the attribution right before a quotation that nobody is marked for: its speaker goes on."""
        quote = self._reading.quote_of(trigger)
        if quote is None or any(self._speaks(mark, quote) for mark in self._marks):
            return []
        ahead = [
            (max(one.end for one in (mark.source, mark.cue, *mark.content) if one is not None), mark)
            for mark in self._marks
            if mark.source is not None and any(self._reading.quote_of(content) is not None for content in mark.content)
        ]
        ahead = [(end, mark) for end, mark in ahead if end <= quote.start]
        if not ahead:
            return []
        end, last = max(ahead, key=lambda one: (one[0], one[1].content))
        return [] if re.search(r"[\w\n]", self._reading.text[end : quote.start]) else [last]

    def _speaks(self, mark: AttributionMark, quote: Span) -> bool:
        """Tell whether an attribution is that of a quotation, not one told inside of it."""
        inside = mark.cue is not None and quote.holds(mark.cue)
        return not inside and any(content.overlaps(quote) for content in mark.content)

    def _split(self, trigger: Span) -> list[AttributionMark]:
        """Return the attribution put into a clause whose first words alone it marks ("the army, X said, has …")."""
        tree, inner = self._reading.tree, self._reading.top(trigger)
        for mark in self._marks if inner is not None and self._reading.quote_of(trigger) is None else ():
            cue = self._reading.top(mark.cue) if mark.cue is not None else None
            if (
                cue is None
                or mark.source is None
                or tree.dep(cue) != "parataxis"
                or tree.tokens[cue].lemma not in SAYING
            ):
                continue
            clause = tree.tokens[cue].head
            begun = any(content.end <= tree.tokens[cue].span.start for content in mark.content)
            if cue < clause and begun and inner in tree.below(clause) and inner not in tree.below(cue):
                return [mark]
        return []

    def _opened(self, trigger: Span) -> list[AttributionMark]:
        """Return the "according to" that opens a trigger's sentence: it goes for all of it, however far it was read."""
        sentence = self._reading.sentence_of(trigger.start)
        for mark in self._marks if sentence is not None and self._reading.quote_of(trigger) is None else ():
            opens = mark.cue is not None and sentence is not None and 0 <= mark.cue.start - sentence.start <= OPENS
            if opens and mark.cue is not None and self._reading.words(mark.cue).lower() == "according to":
                inside = mark.source is not None and mark.source.end <= trigger.start
                return [mark] if inside else []
        return []

    def _size(self, mark: AttributionMark, trigger: Span) -> int:
        return max(content.end - content.start for content in mark.content if content.holds(trigger))

    def cue_at(self, trigger: Span) -> AttributionMark | None:
        """Return the attribution whose cue holds a trigger, or holds the verb that it is coordinated with."""
        found = next((mark for mark in self._marks if mark.cue is not None and mark.cue.holds(trigger)), None)
        if found is not None:
            return found
        index = self._reading.top(trigger)
        if index is None or self._reading.tree.dep(index) != "conj":
            return None
        first = self._reading.tree.tokens[self._reading.tree.tokens[index].head].span
        joined = (mark for mark in self._marks if mark.cue is not None and mark.cue.holds(first))
        return next((mark for mark in joined if mark.cue_kind is CueKind.NEITHER), None)

    def of(self, trigger: Span, parties: frozenset[str], *, itself: bool = False) -> tuple[ChainLink, ...]:
        """
        Return the chain of the event at ``trigger``.

        Args:
            trigger: The event's word.
            parties: Local entities that take part in the event: as sources they are parties to the story.
            itself: Whether the event's own cue closes the chain (an answer without content of its own).
        """
        noted = note_of(self._reading, trigger)
        if noted is not None:
            head = self._reading.top(noted)
            local = self._cast.at(head) if head is not None else None
            return (ChainLink(noted, local, LinkKind.AGENCY, False, None, CueKind.SAYS),)
        marks = [mark for mark in self.around(trigger) if mark.cue_kind not in SILENT]
        own = self.cue_at(trigger) if itself else None
        if own is not None and own not in marks:
            marks.append(own)
        links: list[ChainLink] = []
        for mark in marks:
            for link in self._links(mark, parties):
                if link.span is None or all(link.span != before.span for before in links):
                    links.append(link)
        return tuple(links)

    def answering(self, event: EventMark, kind: CueKind) -> ChainLink:
        """Return the link of an answer that the tree tells although no attribution was marked: its actor answers."""
        actor = next((role for role in event.roles if role.role in (Role.ACTOR, Role.PARTICIPANT)), None)
        own = self.cue_at(event.span)
        if actor is None and own is not None and own.source is not None:
            return replace(self._links(own, frozenset())[-1], cue_kind=kind)
        if actor is None:
            return ChainLink(None, None, LinkKind.UNKNOWN, True, event.span, kind)
        local = self._cast.at(actor.head)
        which, anonymous = self._speakers.kind_of(actor.span, actor.head, local, frozenset())
        return ChainLink(actor.span, local, which, anonymous, event.span, kind)

    def joined_answer(self, index: int) -> bool:
        """Tell whether another verb answers already: "neither confirmed" for "nor denied", "declined" for "comment"."""
        tree = self._reading.tree
        twin = twin_of(tree, index)
        if twin is not None:
            return twin < index
        own = answer_of(tree, index)
        above = (one for one, _ in zip(tree.above(index), range(3), strict=False))
        return own is CueKind.NO_COMMENT and any(answer_of(tree, one) is own for one in above)

    def _links(self, mark: AttributionMark, parties: frozenset[str]) -> list[ChainLink]:
        links = []
        passed = self.passed_on(mark)
        if passed is not None:
            links.append(passed)
        if mark.source is None:
            links.append(ChainLink(None, None, LinkKind.UNKNOWN, True, mark.cue, mark.cue_kind))
            return links
        source = teller_of(self._reading, mark) or mark.source
        head = self._reading.top(source)
        local = self._cast.at(bearer_of(self._reading, source, head)) if head is not None else None
        local = self._speaking_on(mark, head, local)
        kind, anonymous = self._speakers.kind_of(source, head, local, parties)
        owner = self._owner(mark, head)
        if owner is not None and passed is None:
            links.append(owner)
        links.append(ChainLink(source, local, kind, anonymous, mark.cue, mark.cue_kind))
        return links

    def _speaking_on(self, mark: AttributionMark, head: int | None, local: str | None) -> str | None:
        """
        Return who "he" or "she" behind a quotation is: the person who spoke last, in its paragraph or the one before.

        Coreference alone may take another person, of whom the speaker only told something.
        """
        tokens = self._reading.tree.tokens
        if head is None or self._reading.words(tokens[head].span).lower() not in ("he", "she"):
            return local
        if not any(self._reading.quote_of(content) is not None for content in mark.content):
            return local
        spoke: list[tuple[int, str]] = []
        for one in self._marks:
            top = self._reading.top(one.source) if one.source is not None and one.cue_kind not in SILENT else None
            if one.source is None or top is None or one.source.start >= tokens[head].span.start:
                continue
            if len(PARAGRAPHS.findall(self._reading.text, one.source.start, tokens[head].span.start)) > 1:
                continue
            who = self._cast.at(top) if tokens[top].pos != "PRON" else None
            called = self._cast.called(who) if who is not None else None
            woman = woman_named(called.name.split()[0]) if called is not None and called.named else None
            other = woman is not None and woman != (self._reading.words(tokens[head].span).lower() == "she")
            if who is not None and called is not None and called.kind is NameKind.PERSON and not other:
                spoke.append((one.source.start, who))
        return max(spoke)[1] if spoke else local

    def _owner(self, mark: AttributionMark, head: int | None) -> ChainLink | None:
        """Return the outlet whose source it is ("its sources", "the paper's correspondent"), the outer link."""
        owner = owner_of(self._reading, head)
        if owner is None:
            return None
        local = self._cast.at(owner)
        span = self._reading.name_span(owner) or self._reading.tree.phrase_span(owner)
        kind, anonymous = self._speakers.kind_of(span, owner, local, frozenset())
        if self._reading.tree.tokens[owner].pos == "PRON" and kind not in (LinkKind.OUTLET, LinkKind.AGENCY):
            last = self._heard_last(mark)
            if last is None:
                return None
            local = self._cast.at(last)
            kind, anonymous = self._speakers.kind_of(self._reading.tree.phrase_span(last), last, local, frozenset())
        told = kind in (LinkKind.OUTLET, LinkKind.AGENCY)
        return ChainLink(span, local, kind, anonymous, mark.cue, CueKind.SAYS) if told else None

    def _heard_last(self, mark: AttributionMark) -> int | None:
        """Return the head of the source of the attribution before one, in its paragraph: whose "its sources" are."""
        before = [
            one
            for one in self._marks
            if mark.source is not None
            and one.source is not None
            and one.source.end <= mark.source.start
            and not PARAGRAPHS.search(self._reading.text, one.source.end, mark.source.start)
        ]
        last = max(before, key=lambda one: one.source or mark.content[0], default=None)
        return self._reading.top(last.source) if last is not None and last.source is not None else None

    def passed_on(self, mark: AttributionMark) -> ChainLink | None:
        """Return the outlet, agency or network that the words were told to or written on: it is the outer link."""
        if mark.cue is None:
            return None
        tree = self._reading.tree
        verbs = [one for one in self._reading.tokens_in(mark.cue) if tree.tokens[one].pos == "VERB"]
        for verb in list(verbs):
            verbs.extend(one for one in tree.of(verb, "advcl") if tree.tokens[one].lemma in TELLING)
        for verb in verbs:
            speaks = tree.tokens[verb].lemma in TELLING | POSTING
            for child in [*tree.of(verb, "obj", "iobj", "obl"), *self._after(verb)]:
                found = self._hearer(child, mark) if speaks or not self._addressed(child) else None
                if found is not None:
                    return found
        return self._interviewer(mark) if mark.parent is None else None

    def _after(self, verb: int) -> list[int]:
        """Return the head of the name that follows a verb of telling, however the parser hung it."""
        if self._reading.tree.tokens[verb].lemma not in ("tell", "inform"):
            return []
        tokens = self._reading.tree.tokens
        place = verb + 1
        while place < len(tokens) and tokens[place].pos == "DET":
            place += 1
        name = self._reading.name_span(place)
        top = self._reading.top(name) if name is not None else None
        return [] if top is None else [top]

    def _addressed(self, child: int) -> bool:
        """Tell whether a phrase is what a verb is done to, not where or on what occasion."""
        cases = set(self._reading.tree.cases(child))
        return not cases or bool(cases & {"to", "by"})

    def _interviewer(self, mark: AttributionMark) -> ChainLink | None:
        """Return whom the sentence's interview was with, however the parser hung it ("In an interview with X, Y …")."""
        sentence = None if mark.cue is None else self._reading.sentence_of(mark.cue.start)
        if sentence is None:
            return None
        tree = self._reading.tree
        for token in self._reading.tokens_in(sentence):
            occasion = tree.tokens[token].lemma in CONVERSATIONS and bool(set(tree.cases(token)) & {"in", "during"})
            if occasion and not any(content.holds(tree.tokens[token].span) for content in mark.content):
                return self._hearer(token, mark)
        return None

    def _hearer(self, child: int, mark: AttributionMark) -> ChainLink | None:
        tree = self._reading.tree
        span = tree.phrase_span(child)
        if mark.source is not None and mark.source.overlaps(span):
            return None
        words = self._reading.words(span)
        cases = set(tree.cases(child))
        occasion = tree.tokens[child].lemma in CONVERSATIONS
        if cases & {"on", "via", "in", "through"} and tells_network(words) and not occasion:
            return ChainLink(span, self._cast.at(child), LinkKind.SOCIAL, False, mark.cue, CueKind.SAYS)
        heard = not cases or bool(cases & {"to", "by"})
        holder = child
        if cases & {"in", "with", "during"} and occasion:
            inner = [one for one in tree.of(child, "nmod") if set(tree.cases(one)) & {"with", "to"}]
            heard, holder = bool(inner), inner[0] if inner else child
        owner = tree.first(holder, "nmod:poss")
        if owner is not None and tree.tokens[holder].lemma in ("question", "inquiry", "enquiry", "query", "request"):
            holder = owner
        if tree.tokens[holder].lemma.lower() in noun_class("outlet"):
            named = (one for one in tree.of(holder, "appos", "flat", "nmod:desc") if one in self._reading.name_at)
            holder = next(named, holder)
        kind = self._reading.name_kind(holder)
        name = self._reading.name_span(holder)
        if name is None and tree.tokens[holder].pos == "PROPN":
            name = tree.phrase_span(holder)
        called = self._reading.words(name) if name is not None else ""
        if not heard or not called or not self._hears(kind, called):
            return None
        which = LinkKind.AGENCY if is_agency(called) else LinkKind.OUTLET
        return ChainLink(name, self._cast.at(holder), which, False, mark.cue, CueKind.SAYS)

    def _hears(self, kind: NameKind | None, called: str) -> bool:
        """Tell whether a name is that of an outlet or agency, as far as can be told."""
        if is_agency(called):
            return True
        if is_institution(called) or kind is NameKind.GROUP:
            return False
        if kind is NameKind.PERSON:
            return sounds_like_outlet(called) or only_hears(self._reading, called)
        organization = kind in (NameKind.ORGANIZATION, NameKind.WORK, NameKind.OTHER)
        return is_outlet(called) or (organization and not body(called))
