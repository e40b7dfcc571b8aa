"""Everything that one report says: claims with their parts and chains, local entities, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sourcebook.extract.answers import answer_of
from sourcebook.extract.background import with_background
from sourcebook.extract.chains import Chains
from sourcebook.extract.confidence import confidence, features
from sourcebook.extract.demanded import demanded
from sourcebook.extract.entities import Cast
from sourcebook.extract.facts import Told, facts_of_claims, once, other_names, told_in_passing
from sourcebook.extract.happening import with_happening
from sourcebook.extract.participants import participants_of
from sourcebook.extract.quantities import clause_quantities
from sourcebook.extract.reading import Reading
from sourcebook.extract.sharing import with_shared
from sourcebook.extract.sides import with_sides
from sourcebook.extract.sources import sounds_like_outlet
from sourcebook.extract.tellers import stays_unnamed
from sourcebook.extract.telling import CALLING, puts_in_words, refuses_to_act
from sourcebook.extract.whenwhere import inferred, when_of, where_of
from sourcebook.text.nouns import noun_class
from sourcebook.text.trees import Tree
from sourcebook.values.claims import Claim, Extraction, LocalFact, Participant, Trigger, When
from sourcebook.values.kinds import Anchor, CueKind, EventType, Modality, NameKind, Polarity, Precision, Role, Tense
from sourcebook.values.marks import Annotation, EventMark
from sourcebook.values.producers import Producer
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

PRODUCER = Producer("extract", 7)
"""Raised when the answers change."""

ANSWERS = frozenset(
    {
        CueKind.CONFIRMS,
        CueKind.DENIES,
        CueKind.NEITHER,
        CueKind.NO_COMMENT,
        CueKind.NO_INFORMATION,
        CueKind.NO_RESPONSE,
        CueKind.RETRACTS,
    }
)
"""Cues that answer somebody else's claim: they are claims of their own, whatever they hold."""

MORE = frozenset({"warn"})
"""Verbs of saying that say more than that something is said."""

THINKING = frozenset({"think", "believe", "suppose", "expect", "feel", "imagine"})
"""Verbs whose denial is that of what they hold ("I don't think that it will rain")."""

EMPTY_SUBJECTS = frozenset({"it", "this", "that", "there", "what", "which", "these", "those"})


def extract(report: Report, annotation: Annotation) -> Extraction:
    """Return what a report says. Pure; the same report and annotation give the same values."""
    reading = Reading(report, annotation)
    cast = Cast(reading)
    chains = Chains(reading, cast)
    triggers = tuple(event.span for event in annotation.events)
    claims: dict[int, Claim] = {}
    for event in annotation.events:
        if report.kind_at(event.span.start) is PassageKind.FURNITURE or _only_says(chains, event, triggers, cast):
            continue
        if _withheld(reading, event) or _asked(reading, event) or _unanswered(reading, event):
            continue
        claim = _claim(reading, cast, chains, event)
        if _worth(reading, cast, event, claim):
            claims[event.head] = claim
    claims = {head: claim for head, claim in claims.items() if not _nears(reading.tree, head, claims)}
    passing = [
        (told, _claim_in_passing(reading, cast, chains, told)) for told in once(reading, cast, told_in_passing(reading))
    ]
    published = inferred(report.published, [(one.time, one.tense) for one in claims.values() if one.time is not None])
    claims |= dict(demanded(reading, cast, claims))
    claims = with_shared(reading, cast, claims)
    claims = with_happening(reading, with_sides(reading, with_background(reading, claims, published)))
    marks = {event.head: event for event in annotation.events}
    claims = {
        head: replace(claim, confidence=confidence(features(claim, marks.get(head)))) for head, claim in claims.items()
    }
    facts = list(facts_of_claims(reading, cast, claims))
    spoken = [*claims.values()]
    for told, claim in passing:
        if told.trigger not in claims:
            spoken.append(claim)
            facts.append(_fact(reading, cast, told, claim))
    entities = cast.entities()
    by_id = {entity.id: entity for entity in entities}
    for entity in entities:
        for relation, span in other_names(reading, entity):
            name = max((one for one in by_id[entity.id].name_spans if one.end <= span.start), default=span)
            told_by = _claim_of_words(reading, chains, (entity.id, relation), span, name)
            spoken.append(told_by)
            facts.append(LocalFact(entity.id, relation, reading.words(span), span, None, told_by.time, told_by.id))
    ordered = sorted({one.id: one for one in spoken}.values(), key=lambda one: (one.trigger.span, one.id))
    return Extraction(report.id, published, entities, tuple(ordered), tuple(facts))


def _only_says(chains: Chains, event: EventMark, triggers: tuple[Span, ...], cast: Cast) -> bool:
    """Tell whether an event only says what another claim says: its content's, or the first word of an answer."""
    reading, mark = cast.reading, chains.cue_at(event.span)
    if mark is not None and mark.cue is not None and mark.cue_kind in ANSWERS:
        inside = [trigger for trigger in triggers if mark.cue.holds(trigger)]
        return bool(inside) and event.span != inside[0]
    if chains.joined_answer(event.head):
        return True
    if mark is None or event.type not in (EventType.STATEMENT, None) or event.lemma.lower() in MORE | CALLING:
        return False
    unsaid = event.polarity is Polarity.NEGATIVE and event.lemma.lower() not in THINKING
    if (
        event.modality is not Modality.ASSERTED
        or unsaid
        or (_heard(reading, cast, event) and chains.passed_on(mark) is None)
    ):
        return False
    told = (trigger for trigger in triggers if any(content.holds(trigger) for content in mark.content))
    return any(puts_in_words(reading, mark, trigger) for trigger in told)


HEARD = frozenset({"tell", "inform", "notify", "assure", "brief", "remind"})
"""Verbs of saying whose object is who heard it."""
PRESS = noun_class("outlet") | {"reporter", "journalist", "correspondent", "audience", "crowd", "viewer", "reader"}


def _heard(reading: Reading, cast: Cast, event: EventMark) -> bool:
    """Tell whether somebody who is no ear of the press was told something: that, too, is an act."""
    if event.lemma.lower() not in HEARD:
        return False
    for role in event.roles:
        if role.role is Role.RECIPIENT and role.why in ("object", "indirect object"):
            token, called = reading.tree.tokens[role.head], cast.called(cast.at(role.head) or "")
            if token.pos == "PRON":
                return True
            if called is not None and called.named:
                full = any(" " in name and not sounds_like_outlet(name) for name in called.names)
                return (full or bool(called.descriptions)) and called.kind is NameKind.PERSON
            lemma = token.lemma.lower()
            return lemma in noun_class("person") | noun_class("group") and lemma not in PRESS
    return False


def _withheld(reading: Reading, event: EventMark) -> bool:
    """Tell whether an event is only that a source stays unnamed ("who asked to remain anonymous")."""
    tree = reading.tree
    head = event.head
    while not tree.is_root(head) and (tree.dep(head) in ("xcomp", "obj", "obl") or _on_condition(tree, head)):
        head = tree.tokens[head].head
    if tree.dep(head) == "advcl" and _names_nobody(reading, tree.tokens[head].head):
        return True
    return (tree.dep(head) in ("acl", "advcl") or tree.is_root(head)) and _names_nobody(reading, head)


CONDITION = 12
"""Most words of a clause that says only that its source stays unnamed, its reasons not counted. Our own choice."""


def _names_nobody(reading: Reading, head: int) -> bool:
    tree = reading.tree
    own = tree.below(head, lambda one: tree.dep(one) == "advcl")
    return len(own) <= CONDITION and stays_unnamed(reading.words(tree.stretch(own)))


def _unanswered(reading: Reading, event: EventMark) -> bool:
    """Tell whether an event noun is only what nobody answered ("did not return our calls")."""
    tree = reading.tree
    token = tree.tokens[event.head]
    if token.pos != "NOUN" or tree.dep(event.head) not in ("obj", "obl"):
        return False
    return answer_of(tree, token.head) in (CueKind.NO_RESPONSE, CueKind.NO_COMMENT)


NEAR = frozenset({"about", "due", "bound", "set"})
"""Words that say only that something is to come."""


def _nears(tree: Tree, head: int, claims: Mapping[int, Claim]) -> bool:
    """Tell whether a state is only that what another claim tells is to come ("is about to resign")."""
    state = claims[head].type is EventType.STATE and tree.tokens[head].lemma.lower() in NEAR
    return state and tree.first(head, "xcomp") in claims


def _asked(reading: Reading, event: EventMark) -> bool:
    """Tell whether a clause asks who or what did something, alone or within another ("who fired the shells")."""
    tree = reading.tree
    subject = tree.first(event.head, "nsubj")
    word = "" if subject is None else reading.words(tree.tokens[subject].span).lower()
    if word in ("who", "what"):
        return not tree.tokens[event.head].dep.startswith("acl")
    asks = any(tree.tokens[one].lemma.lower() in ("where", "how", "why") for one in tree.of(event.head, "advmod"))
    return asks and tree.dep(event.head) == "ccomp" and (event.type is None or not event.type.plover)


def _on_condition(tree: Tree, head: int) -> bool:
    """Tell whether a clause is the condition on which somebody speaks."""
    return tree.dep(head) == "acl" and tree.tokens[tree.tokens[head].head].lemma.lower() == "condition"


def _claim(reading: Reading, cast: Cast, chains: Chains, event: EventMark) -> Claim:
    participants = participants_of(reading, cast, event)
    mark = chains.cue_at(event.span)
    answers = mark is not None and mark.cue_kind in ANSWERS and not refuses_to_act(reading, event.head)
    read = answer_of(reading.tree, event.head)
    parties = frozenset(one.local for one in participants if one.local is not None)
    links = chains.of(event.span, parties, itself=answers)
    if read is not None:
        kept = tuple(link for link in links if link.cue_kind not in ANSWERS)
        links = (*kept, chains.answering(event, read))
        answers = True
    clause = _clause(reading, event)
    when = when_of(reading, event)
    where = where_of(cast, event)
    outside = [one.span for one in participants] + [
        one.span for one in (when, where) if one is not None and one.span is not None
    ]
    evidence = [clause, *sorted({span for span in outside if not clause.holds(span)})]
    kind = event.type or EventType.OTHER
    modality = event.modality
    if modality is Modality.ASSERTED and any(link.cue_kind is CueKind.SPECULATES for link in links):
        modality = Modality.POSSIBLE
    return Claim(
        report=reading.report.id,
        evidence=tuple(evidence),
        type=EventType.STATEMENT if answers and not kind.plover else kind,
        mode=event.mode,
        trigger=Trigger(event.span, event.lemma),
        participants=participants,
        place=where,
        time=when,
        quantities=clause_quantities(reading, _own_tokens(reading, event)),
        polarity=event.polarity,
        modality=modality,
        tense=event.tense,
        attribution=links,
        quote=reading.quoted(event.span),
        missing=_missing(participants),
    )


def _clause(reading: Reading, event: EventMark) -> Span:
    """Return the words of an event's clause, from its finite verb on, without the clauses coordinated with it."""
    tree = reading.tree
    head = tree.clause_of(event.head)
    while tree.dep(head) == "xcomp":
        head = tree.clause_of(tree.tokens[head].head)

    def skip(child: int) -> bool:
        if tree.dep(child) == "parataxis":
            return True
        return tree.dep(child) == "conj" and tree.heads_clause(child)

    return tree.stretch(tree.below(head, skip))


def _own_tokens(reading: Reading, event: EventMark) -> list[int]:
    return reading.tree.below(reading.tree.clause_of(event.head), reading.tree.heads_clause)


def _missing(participants: tuple[Participant, ...]) -> tuple[str, ...]:
    if any(one.role is Role.PARTICIPANT for one in participants):
        return ()
    roles = {one.role for one in participants}
    return tuple(f"{role.value}: none in the clause" for role in (Role.ACTOR, Role.RECIPIENT) if role not in roles)


def _worth(reading: Reading, cast: Cast, event: EventMark, claim: Claim) -> bool:
    """Tell whether a clause says something of somebody: an act with a part, a place or a time."""
    settled = claim.time is not None or claim.place is not None
    if claim.type in (EventType.OTHER, EventType.STATE):
        passive = reading.tree.first(event.head, "aux:pass") is not None
        subjects = [one for one in claim.participants if one.role is not Role.RECIPIENT or passive]
        told = [one for one in subjects if _tells_whom(reading, cast, one)]
        if claim.type is EventType.STATE:
            return bool(told) or (bool(subjects) and _judged(reading.tree, event, claim))
        return bool(told) or (bool(claim.participants) and settled)
    if event.span.of(reading.text).isupper() and len(event.span.of(reading.text)) > 1 and not claim.participants:
        return False
    if _only_named(reading.tree, event, claim):
        return False
    denied = claim.polarity is Polarity.NEGATIVE and _predicated(reading.tree, event.head)
    undergone = reading.tree.tokens[event.head].pos == "VERB" and bool(event.roles)
    return bool(claim.participants) or settled or bool(claim.attribution) or denied or undergone


def _judged(tree: Tree, event: EventMark, claim: Claim) -> bool:
    """Tell whether somebody's own words say what kind of thing "this" or "it" is ("this is a sham lawsuit")."""
    noun = event.head if tree.first(event.head, "cop") is not None else tree.first(event.head, "obj")
    if noun is None or tree.tokens[noun].pos != "NOUN" or not (claim.quote and claim.attribution):
        return False
    return tree.first(noun, "amod", "nmod") is not None and tree.first(event.head, "csubj", "expl") is None


def _tells_whom(reading: Reading, cast: Cast, one: Participant) -> bool:
    """Tell whether a subject says of whom or what something is told: by words that do, or by "it" for what has some."""
    words = reading.words(one.span).casefold()
    if words not in EMPTY_SUBJECTS:
        return True
    called = cast.called(one.local) if words in ("it", "this") and one.local is not None else None
    thing = called is not None and called.kind is not NameKind.PERSON
    return called is not None and thing and (called.named or bool(called.descriptions))


def _only_named(tree: Tree, event: EventMark, claim: Claim) -> bool:
    """Tell whether a change of office is only spoken of: nobody's, nowhere, not asked for ("before the election")."""
    bare = claim.type is EventType.OFFICE and not claim.participants and claim.place is None
    held = claim.modality is not Modality.ASSERTED or claim.polarity is Polarity.NEGATIVE
    return bare and not held and tree.tokens[event.head].pos == "NOUN" and not _predicated(tree, event.head)


def _predicated(tree: Tree, index: int) -> bool:
    """Tell whether an event noun is what a clause is about: its subject in the passive ("no truce was declared")."""
    return tree.tokens[index].dep == "nsubj:pass"


def _claim_in_passing(reading: Reading, cast: Cast, chains: Chains, told: Told) -> Claim:
    tree = reading.tree
    subject = reading.name_span(told.subject) or tree.phrase_span(told.subject)
    participants = [Participant(Role.ACTOR, subject, cast.at(told.subject))]
    if told.object is not None:
        participants.append(Participant(Role.RECIPIENT, tree.phrase_span(told.object), cast.at(told.object)))
    claim = Claim(
        report=reading.report.id,
        evidence=(told.value.through(subject),),
        type=told.type,
        trigger=Trigger(tree.tokens[told.trigger].span, tree.tokens[told.trigger].lemma),
        participants=tuple(sorted(participants, key=lambda one: one.span)),
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        tense=_title_tense(reading, told),
        attribution=chains.of(tree.tokens[told.trigger].span, frozenset()),
        quote=reading.quoted(told.value),
        background=True,
    )
    return replace(claim, confidence=confidence(features(claim, None)))


def _title_tense(reading: Reading, told: Told) -> Tense:
    words = reading.words(told.value).casefold().split()
    return Tense.PAST if {"former", "late", "then", "ex", "once", "ousted", "deposed"} & set(words) else Tense.ONGOING


def _fact(reading: Reading, cast: Cast, told: Told, claim: Claim) -> LocalFact:
    other = cast.at(told.object) if told.object is not None else None
    return LocalFact(
        cast.at(told.subject) or "", told.relation, reading.words(told.value), told.value, other, claim.time, claim.id
    )


def _claim_of_words(reading: Reading, chains: Chains, told: tuple[str, str], span: Span, name: Span) -> Claim:
    """Return the claim that a bracket after a name makes: a life's years, another name. ``told``: of whom, what."""
    entity, relation = told
    life = relation in ("born", "died")
    year = int(reading.words(span)) if life else 0
    when = (
        When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, span, Anchor.TEXT, "year of a life")
        if life
        else None
    )
    claim = Claim(
        report=reading.report.id,
        evidence=(name.through(span) if name.end <= span.start <= name.end + 80 else span,),
        type=EventType.LIFE if life else EventType.STATE,
        trigger=Trigger(span, span.of(reading.text)),
        participants=(Participant(Role.ACTOR, name, entity),),
        time=when,
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        tense=Tense.PAST if life else Tense.ONGOING,
        attribution=chains.of(span, frozenset()),
        background=True,
    )
    return replace(claim, confidence=confidence(features(claim, None)))
