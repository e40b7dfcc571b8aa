"""Words that tell one act: nouns with their verbs, and the synonyms that news uses for one kind of event."""

from __future__ import annotations

from functools import lru_cache

_NOUNS = """
meeting=meet talks=talk negotiation=negotiate killing=kill death=die dead=die explosion=explode blast=explode
detention=detain acquisition=acquire decision=decide conclusion=conclude invasion=invade seizure=seize
departure=depart arrival=arrive withdrawal=withdraw pullout=withdraw flight=flee victory=win defeat=defeat
birth=bear marriage=marry wedding=marry theft=steal loss=lose sale=sell speech=speak choice=choose belief=believe
proof=prove advice=advise growth=grow failure=fail response=respond denial=deny refusal=refuse proposal=propose
approval=approve dismissal=dismiss removal=remove trial=try conviction=convict collision=collide expulsion=expel
extension=extend expansion=expand inclusion=include suspicion=suspect permission=permit description=describe
destruction=destroy production=produce reduction=reduce introduction=introduce construction=construct
succession=succeed admission=admit submission=submit commission=commission pursuit=pursue complaint=complain
threat=threaten injury=injure burial=bury survival=survive recognition=recognize endorsement=endorse
inauguration=inaugurate investigation=investigate occupation=occupy interrogation=interrogate assault=assault
takeover=take offer=offer visit=visit trip=travel journey=travel tour=travel claim=claim nominee=nominate
appointee=appoint winner=win shooter=shoot bomber=bomb gunfire=shoot shootout=shoot airstrike=strike earthquake=quake
tremor=quake temblor=quake aftershock=aftershock hearing=hear ruling=rule warning=warn hiring=hire firing=fire
treaty=pact station=garrison eruption=erupt merger=merge donation=donate pardon=pardon plea=plead closure=close
shutdown=close retirement=retire divorce=divorce premiere=premiere uprising=revolt overthrow=overthrow
""".split()

_CLASSES = """
meet talk negotiate discuss dialogue consult confer summit consultation
kill slay murder assassinate execute homicide eliminate die perish decease succumb massacre slaughter fatality
stab knife
strangle choke suffocate smother
beat batter
rape molest
attack assault raid storm ambush offensive onslaught hit strike
hit strike slam ram mow
foil thwart repel repulse prevent avert
explode bomb detonate bombard shell
capture seize conquer overrun fall occupy sweep retake recapture
arrest detain apprehend nab custody capture catch intercept
kidnap abduct hijack
hide conceal shelter
find discover locate uncover unearth
release free liberate
resign quit
flee escape run abscond
evade avoid elude dodge
search hunt manhunt
appoint name nominate select pick choose tap hire recruit
elect vote election poll
announce declare proclaim unveil
unveil launch introduce release debut
buy purchase acquire takeover
sign ink
agree deal accord pact agreement treaty
fire dismiss sack oust axe terminate relieve remove
accuse allege blame
charge indict
convict sentence jail imprison
crash collide smash ram plow plough
burn fire blaze torch ignite
flood inundate
quake shake rattle jolt rock
collapse crumble
protest demonstrate rally march demonstration riot
riot clash unrest
withdraw retreat pullout
visit travel tour
injure wound hurt injury
marry wed
win victory triumph clinch
clinch secure seal
defeat beat overcome trounce rout thrash
surpass eclipse exceed
fight clash battle skirmish combat fighting war
reject refuse rebuff spurn decline
help assist aid
back support endorse
warn caution
sanction embargo
found establish create form formation
shoot gun shot gunfire
damage destroy devastate demolish ruin wreck raze flatten
damage cut sever
disrupt interrupt hamper hinder
keep retain
spark trigger cause unleash
throw hurl
disclose reveal expose divulge
rob steal burgle heist robbery burglary
steal grab snatch swipe loot
rescue save
launch start begin commence initiate
end finish conclude cease stop halt
cut reduce slash trim
repair fix restore mend patch
fix resolve solve
restore reinstate
sink capsize
sue lawsuit suit
succeed replace successor
deny denial
demand call urge
acquit clear exonerate
testify testimony
leak disclose reveal
delay postpone suspend
vow pledge promise
increase raise boost grow escalate climb rise soar surge
raise hike
fall drop decline plunge slump tumble
overturn reverse repeal revoke rescind annul
decide determine
publish issue release
investigate probe inquiry examine
approve pass ratify adopt
send dispatch deploy
move transport haul ferry
put place
admit acknowledge concede confess
criticize condemn denounce
praise laud hail commend
deport expel banish evict
surround besiege encircle
surrender capitulate
suppress quell crush
resume restart
extend prolong
question interrogate
breach hack
invite invitation
ban outlaw prohibit forbid
identify name
hit strike jolt rattle shake
hijack seize commandeer
gut destroy ravage obliterate annihilate
topple overthrow depose unseat oust
rebel revolt mutiny insurrection
ceasefire truce armistice
infiltrate penetrate
pursue chase pursuit
disappear vanish
evade escape
smuggle traffic
defraud swindle dupe
confiscate impound
extinguish douse
erupt eruption
merge combine
sell divest
cancel scrap axe
forecast predict
donate donation
fund finance bankroll
upgrade update refresh revamp overhaul
plug patch fix
premiere debut
play portray
beat defeat win victory triumph
beat edge outlast vanquish upset
retain defend
sprain strain tweak twist
prompt provoke spark trigger
prevent avoid avert
confirm verify corroborate
deny refute rebut
urge exhort
praise applaud
commemorate honor
depart exit
arrive land
dissolve disband
escort accompany
settle resolve
infect contaminate
mourn grieve
disperse scatter
gather assemble congregate
marry wed
divorce separate
demolish dismantle
""".strip().splitlines()

_ENDINGS = (
    ("izations", "iz"),
    ("isations", "is"),
    ("ization", "iz"),
    ("isation", "is"),
    ("ations", ""),
    ("itions", ""),
    ("ation", ""),
    ("ition", ""),
    ("ments", ""),
    ("ment", ""),
    ("ances", ""),
    ("ance", ""),
    ("ences", ""),
    ("ence", ""),
    ("ings", ""),
    ("ing", ""),
    ("ions", ""),
    ("ion", ""),
    ("als", ""),
    ("al", ""),
    ("ates", ""),
    ("ated", ""),
    ("ate", ""),
    ("ized", "iz"),
    ("ises", "is"),
    ("ize", "iz"),
    ("ise", "is"),
    ("ies", "y"),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
    ("y", ""),
)
_SHORTEST = 4
"""Letters that a stem must keep, so that "king" is not "k"."""

GENERAL = frozenset(
    """be have do make take get go come give put say tell see know use hold show keep bring become include lead
    continue remain run follow happen occur event issue way part case thing people day year time work
    plan state leave call change need let seem try turn put lie stand like wish face handle""".split()
)
"""Lemmas that tell too little to join claims by."""

SAYING = frozenset(
    """say tell add note state write explain describe call report comment ask answer reply quote think believe speak
    talk mention remark insist argue claim suggest stress emphasize point cite read feel hope expect want""".split()
)
"""Lemmas of saying and thinking that tell nothing of what is said."""

_VERB_OF = dict(one.split("=") for one in _NOUNS)


@lru_cache(16_384)
def stem(lemma: str) -> str:
    """
    Return what a verb and the noun made of it share.

    >>> stem("announcement") == stem("announce"), stem("meeting") == stem("meet"), stem("negotiation")
    (True, True, 'negoti')
    """
    word = lemma.casefold().strip()
    word = _VERB_OF.get(word, word)
    for ending, to in _ENDINGS:
        cut = word.removesuffix(ending)
        if cut != word and len(cut) + len(to) >= _SHORTEST:
            word = (cut + to).removesuffix("e") if len(cut + to) > _SHORTEST else cut + to
            break
    if word.endswith("at") and len(word) >= _SHORTEST + 2:
        word = word[:-2]
    if len(word) >= _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word


def _classes() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_CLASSES):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_CLASSES_OF = _classes()


@lru_cache(16_384)
def act_classes(lemma: str) -> frozenset[int]:
    """
    Return the numbers of the synonym classes of ``lemma``: several where it tells several acts.

    >>> act_classes("talks") == act_classes("meeting"), act_classes("sing")
    (True, frozenset())
    """
    return _CLASSES_OF.get(stem(lemma), frozenset())


def act_likeness(first: str, second: str) -> float:
    """
    Return how alike two triggers are: 1 the same, .95 verb and noun, .7 synonyms, 0 else. Not calibrated.

    >>> act_likeness("meet", "talks"), act_likeness("meet", "meet"), act_likeness("meet", "eat")
    (0.7, 1.0, 0.0)
    """
    if first.casefold() == second.casefold():
        return 1.0
    if stem(first) == stem(second):
        return 0.95
    return 0.7 if act_classes(first) & act_classes(second) else 0.0
