"""Rules for simple dates in Russian and in Tajik, both in Cyrillic letters."""

from __future__ import annotations

from sourcebook.annotate.times.dates import day_of
from sourcebook.annotate.times.meanings import (
    Base,
    Between,
    Meaning,
    Parsed,
    Part,
    Portion,
    Shifted,
    Timed,
    Told,
    Vague,
    Way,
    Weekday,
    Yearly,
)
from sourcebook.annotate.times.stretches import Unit, month, year
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import year_number


def _forms(stems: dict[str, int], *endings: str) -> dict[str, int]:
    return {stem + ending: number for stem, number in stems.items() for ending in endings}


_SOFT = {"январ": 1, "феврал": 2, "апрел": 4, "июн": 6, "июл": 7, "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12}
MONTHS = (
    _forms(_SOFT, "ь", "я", "е", "ю", "ем", "", "и")
    | _forms({"март": 3, "август": 8}, "", "а", "е", "у", "ом", "и")
    | {"май": 5, "мая": 5, "мае": 5, "маю": 5, "майи": 5}
)
"""Months in Russian cases and in Tajik."""

WEEKDAYS = (
    _forms({"понедельник": 0, "вторник": 1, "четверг": 3}, "", "а", "у", "ом", "е")
    | _forms({"сред": 2, "пятниц": 4, "суббот": 5}, "а", "у", "ы", "е", "ой")
    | _forms({"воскресень": 6}, "е", "я", "ю", "ем")
    | {"сешанбе": 1, "чоршанбе": 2, "панҷшанбе": 3, "ҷумъа": 4, "ҷумъаи": 4, "шанбе": 5, "якшанбе": 6}
)
"""Weekdays in Russian cases and in Tajik; Tajik's Monday is also a city, so it needs "рӯзи" before it."""

_DAYS = {"сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2, "послезавтра": 2} | {
    "имрӯз": 0,
    "дирӯз": -1,
    "фардо": 1,
    "пагоҳ": 1,
    "парирӯз": -2,
}
_PARTS = {"утром": "TMO", "днем": "TAF", "вечером": "TEV", "ночью": "TNI"}
_VAGUE = {"сейчас": "PRESENT_REF", "недавно": "PAST_REF", "ҳозир": "PRESENT_REF", "ба наздикӣ": "PAST_REF"}
_WAY_STEMS = {"минувш": -1, "прошл": -1, "прошедш": -1, "следующ": 1, "будущ": 1, "ближайш": 1, "нынешн": 0, "текущ": 0}
_UNITS = (
    dict.fromkeys(("день", "дня", "дней", "дни", "рӯз", "рӯзи"), Unit.DAY)
    | dict.fromkeys(("неделя", "недели", "неделе", "неделю", "недель", "ҳафта", "ҳафтаи"), Unit.WEEK)
    | dict.fromkeys(("месяц", "месяца", "месяце", "месяцев", "моҳ", "моҳи"), Unit.MONTH)
    | dict.fromkeys(("год", "года", "году", "лет", "сол", "соли"), Unit.YEAR)
)
_PORTIONS = {"начал": Portion.EARLY, "середин": Portion.MIDDLE, "конц": Portion.LATE}
_YEAR_WORDS = frozenset({"год", "года", "году", "годы", "г", "гг"})
_BEFORE_MONTH = frozenset("в во с со до к по от за из на моҳи аз то дар ва и".split())
_THIS = frozenset("этот эта эту это этой этом этого".split())

STARTERS = frozenset(
    {*MONTHS, *WEEKDAYS, *_DAYS, *_VAGUE, *_UNITS, *_THIS, "накануне", "имсол", "порсол"}
    | {"начале", "начала", "начало", "середине", "середины", "конце", "конца", "концу", "началу", "душанбе"}
    | {
        stem + end
        for stem in _WAY_STEMS
        for end in ("ую", "ей", "ем", "ий", "ой", "ом", "ый", "его", "ого", "ая", "яя", "юю")
    }
)


def _way(word: str) -> Way | None:
    """Read an adjective such as "минувшую" as last, this or next."""
    if word in _THIS:
        return Way.THIS
    return next((Way(number) for stem, number in _WAY_STEMS.items() if word.startswith(stem)), None)


def cyrillic(tokens: list[Token], at: int) -> Parsed | None:
    """Read a date in Russian or Tajik."""
    low = tokens[at].low
    if tokens[at].number is None and (not low or low.isascii()):
        return None
    portion = next((one for stem, one in _PORTIONS.items() if low.startswith(stem)), None)
    if portion is not None:
        inner = _date(tokens, at + 1)
        return Parsed(Part(portion, inner.meaning), inner.end, f"cyrillic-{portion.value}") if inner else None
    return _date(tokens, at)


def _date(tokens: list[Token], at: int) -> Parsed | None:
    low, after = tokens[at].low, at + 1
    if low in _DAYS:
        return _with_part(tokens, Shifted(Unit.DAY, _DAYS[low], Base.PUBLISHED), after, "cyrillic-day-word")
    if low == "накануне":
        return Parsed(Shifted(Unit.DAY, -1, Base.TEXT), after, "cyrillic-day-before")
    if low in {"имсол", "порсол"}:
        return Parsed(Shifted(Unit.YEAR, 0 if low == "имсол" else -1, Base.PUBLISHED), after, "cyrillic-told-unit")
    if low in _VAGUE:
        return Parsed(Vague(_VAGUE[low]), after, "cyrillic-vague")
    if low == "рӯзи" and (tokens[after].low in WEEKDAYS or tokens[after].low == "душанбе"):
        return Parsed(Weekday(WEEKDAYS.get(tokens[after].low, 0)), after + 1, "tajik-weekday")
    if low in WEEKDAYS:
        way = Way.LAST if tokens[after].low == "гузашта" else Way.NEXT if tokens[after].low == "оянда" else None
        return _with_part(tokens, Weekday(WEEKDAYS[low], way), after + (way is not None), "cyrillic-weekday")
    way = _way(low)
    if way is not None:
        return _told(tokens, after, way)
    if low in {"ҳафтаи", "моҳи", "соли"}:
        shift = {"гузашта": -1, "оянда": 1, "ҷорӣ": 0}.get(tokens[after].low)
        if shift is not None:
            return Parsed(Shifted(_UNITS[low], shift, Base.PUBLISHED), after + 1, "tajik-told-unit")
    if low == "соли" or (tokens[at].number is not None and tokens[after].low in _YEAR_WORDS):
        return _year(tokens, at + (low == "соли"), "соли" if low == "соли" else tokens[after].low)
    return _ago(tokens, at) or _month_date(tokens, at)


def _told(tokens: list[Token], at: int, way: Way) -> Parsed | None:
    """Read the weekday, unit or month that "минувшую" and the like stand before."""
    low = tokens[at].low
    if low in WEEKDAYS:
        return _with_part(tokens, Weekday(WEEKDAYS[low], way), at + 1, "cyrillic-weekday-told")
    if low in _UNITS and _UNITS[low] is not Unit.DAY:
        return Parsed(Shifted(_UNITS[low], way.value, Base.PUBLISHED), at + 1, "cyrillic-told-unit")
    return Parsed(Yearly(MONTHS[low], way=way), at + 1, "cyrillic-told-month") if low in MONTHS else None


def _ago(tokens: list[Token], at: int) -> Parsed | None:
    """Read "три"-less counts in figures: "5 дней назад", "3 рӯз пеш"."""
    count, unit = tokens[at].number, _UNITS.get(tokens[at + 1].low)
    if count is None or unit is None or tokens[at + 2].low not in {"назад", "пеш"}:
        return None
    return Parsed(Shifted(unit, -count, Base.PUBLISHED), at + 3, "cyrillic-ago")


def _year(tokens: list[Token], at: int, word: str) -> Parsed | None:
    """Read "2022 года" or "соли 2022"."""
    found = year_number(tokens, at)
    if found is None or found[0] < 1800:
        return None
    end = found[1] + (word != "соли")
    return Parsed(Told(year(found[0])), end + (word in {"г", "гг"} and tokens[end].low == "."), "cyrillic-year")


def _month_date(tokens: list[Token], at: int) -> Parsed | None:
    """Read a month's name with the day before it and the year behind it, where they are."""
    days: list[int] = []
    step = at
    while tokens[step].number is not None and len(days) < 2:
        days.append(tokens[step].number or 0)
        step += 1
        if tokens[step].low == "-" and tokens[step + 1].low in {"го", "е", "ум", "уми", "юм", "юми", "м"}:
            step += 2
        if tokens[step].low in {"-", "–", "—"} and tokens[step + 1].number is not None and len(days) < 2:
            step += 1
    number = MONTHS.get(tokens[step].low)
    if number is None or not all(1 <= one <= 31 for one in days) or days != sorted(set(days)):
        return None
    end = step + 1
    found = year_number(tokens, end + (tokens[end].low == "соли"))
    if found is None or found[0] < 1800:
        shown = bool(days) or (at > 0 and tokens[at - 1].low in _BEFORE_MONTH)
        meaning = Yearly(number, days[0] if days else None, days[1] if len(days) > 1 else None)
        return Parsed(meaning, end, "cyrillic-day" if days else "cyrillic-month", unsure=not shown)
    end = found[1] + (tokens[found[1]].low in _YEAR_WORDS)
    end += tokens[end].low == "." and tokens[end - 1].low == "г"
    if not days:
        return Parsed(Told(month(found[0], number)), end, "cyrillic-month-year")
    told = [Told(whole) for one in days if (whole := day_of(found[0], number, one))]
    if len(told) != len(days):
        return None
    return Parsed(told[0] if len(told) == 1 else Between(told[0], told[1]), end, "cyrillic-day-year")


def _with_part(tokens: list[Token], meaning: Meaning, at: int, rule: str) -> Parsed:
    """Add "утром", "вечером" and the like."""
    part = _PARTS.get(tokens[at].low)
    return Parsed(Timed(part, meaning), at + 1, rule) if part else Parsed(meaning, at, rule)
