"""What somebody eats or doesn't, and what somebody needs to take part: in the words of the mail.

Wishes that stand together are one ("halal, of anders vega"). A wish that is taken back or denied keeps its place, but
is marked; "geen dieetwensen" is found as kind "none".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from mailbot.reading.lexicon import words
from mailbot.reading.text.clauses import Clauses
from mailbot.reading.text.fold import any_of, fold, pattern_of
from mailbot.reading.text.found import Found, tidy, without_overlaps
from mailbot.reading.text.lookup import Lookup, heads_of, lookup

NONE = "none"
ENDINGS = ("e", "er", "es", "s")
INFLECTION = rf"(?:{'|'.join(ENDINGS)})?"


def diets(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What is said of food in text[start:end]. kind: diet | allergy | without | fasting | except | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    allergies = _allergic().finditer(folded, start, end) if any(key in folded for key in _allergy_keys()) else ()
    found = without_overlaps(
        [
            *_spans(text, _everything_except().finditer(folded, start, end), "except"),
            *_spans(text, _listed("diet", "none").finditer(folded, start, end), NONE),
            *_spans(text, allergies, "allergy"),
            *_spans(text, _without().finditer(folded, start, end), "without"),
            *_spans(text, _listed("diet", "fasting").finditer(folded, start, end), "fasting"),
            *_spans(text, _diet_term().finditer(folded, start, end), "diet"),
            *_spans(text, _listed("diet", "everything").finditer(folded, start, end), NONE),
        ]
    )
    found = without_overlaps([*found, *_labelled(text, folded, "diet", start, end)])
    if not found:
        return ()
    clauses = Clauses(text, start, end)
    return _joined(text, [_judged_diet(wish, found, clauses) for wish in found])


def needs(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """What somebody needs, in text[start:end]. kind: need | seat | labelled | none."""
    end = len(text) if end is None else end
    folded = fold(text)
    found = without_overlaps(
        [
            *_spans(text, _seat().finditer(folded, start, end), "seat"),
            *_spans(text, _need_term().finditer(folded, start, end), "need"),
        ]
    )
    found = without_overlaps([*found, *_labelled(text, folded, "access", start, end)])
    if not found:
        return ()
    clauses = Clauses(text, start, end)
    judged = [_judged_need(need, clauses) for need in found]
    if all(need.negated for need in judged):  # an interpreter of one's own comes along, and is all there is to know
        own = _table("access", "brought_along")
        reach = [clauses.text[need.end : need.end + 60] for need in judged]
        judged = [replace(n, negated=not own.search(r)) for n, r in zip(judged, reach, strict=True)]
    return tuple(judged)


def wish_in_cell(text: str) -> str | None:
    """What a cell or form field under "dieet" or the like says, in its words; None where that is nothing."""
    value = tidy(text)
    return (
        None
        if not value or fold(value) in words("diet", "empty_values") or fold(value) in words("diet", "none")
        else value
    )


def _spans(text: str, matches: Iterable[re.Match[str]], kind: str) -> Iterator[Found]:
    """A Found a match: its value is the group "value" where there is one, without an adjective's ending."""
    for match in matches:
        span = match.span("value") if "value" in match.re.groupindex else match.span()
        yield Found(tidy(text[slice(*span)]), match.start(), match.end(), kind)


def _labelled(text: str, folded: str, lexicon: str, start: int, end: int) -> Iterator[Found]:
    for match in _label(lexicon).finditer(folded, start, end):
        value = wish_in_cell(text[slice(*match.span("value"))])
        yield Found(value or "", *match.span("value"), "labelled" if value else NONE)


def _judged_diet(wish: Found, found: tuple[Found, ...], clauses: Clauses) -> Found:
    """That wish, marked where its clause takes it back or puts another in its place."""
    if wish.kind == NONE:
        return wish
    first, last = clauses.clause_at(wish.start)
    clause = clauses.text[first : max(last, wish.end)]
    before, after = clauses.text[first : wish.start], clauses.text[wish.end : max(last, wish.end)]
    # "mijn vegetarische lunch mag naar veganistisch": the next wish takes the place of this one.
    replaced = _becomes().search(after) and any(wish.end <= other.start < last for other in found)
    taken_back = (
        _table("diet", "taken_back").search(clause) or _instead_of().search(before) or _not_such().search(before)
    )
    return replace(wish, negated=bool(replaced or taken_back))


def _joined(text: str, found: list[Found]) -> tuple[Found, ...]:
    """Wishes that only a comma, "of" or "zonder" holds apart, taken together."""
    joined: list[Found] = []
    for wish in found:
        last = joined[-1] if joined else None
        if last and NONE not in (last.kind, wish.kind) and last.negated == wish.negated:
            between = fold(text)[last.end : wish.start]
            if len(between) < 24 and "\n" not in between and _joins().fullmatch(between):
                joined[-1] = Found(tidy(text[last.start : wish.end]), last.start, wish.end, last.kind, last.negated)
                continue
        joined.append(wish)
    return tuple(joined)


def _judged_need(need: Found, clauses: Clauses) -> Found:
    first, last = clauses.clause_at(need.start)
    sentence = clauses.sentence_at(need.start)
    following = clauses.text[need.end : min(max(last, need.end) + 60, sentence[1] + 40, clauses.end)]
    before = clauses.text[first : need.start]
    unneeded = _table("access", "not_needed")
    denied = re.search(r"\b(?:geen|no|gjin|kein|keine)\s(?:\w+\s)?$", before) and not need.value.lower().startswith(
        ("geen", "no ")
    )
    is_help = need.kind == "need" and re.search(r"tolk|interpret|dolmetsch", fold(need.value))
    dispensed = is_help and (unneeded.search(following) or unneeded.search(before))
    same_clause = unneeded.search(clauses.text[first : max(last, need.end)])
    return replace(need, negated=bool(denied or dispensed or (same_clause and is_help)))


@cache
def _table(lexicon: str, name: str) -> re.Pattern[str]:
    return pattern_of(words(lexicon, name))


@cache
def _listed(lexicon: str, name: str) -> Lookup:
    return lookup(words(lexicon, name))


@cache
def _diet_term() -> Lookup:
    meal = any_of(words("diet", "meals"))
    template = rf"(?<![\w-])(?P<value>WORDS)(?:{INFLECTION}(?![\w-])|-?(?:{meal})(?!\w))"
    return lookup(words("diet", "terms"), template, (*ENDINGS, *words("diet", "meals")))


@cache
def _foods() -> str:
    food = any_of(words("diet", "foods"))
    last = r"\s(?:en|of|and|or|und|oder|et|ou)(?:\s(?:geen|no))?\s"  # a comma joins only where one of these follows
    return rf"(?:{food})(?:(?:\s?,\s?(?:{food})){{0,5}}{last}(?:{food})|\s?[/&]\s?(?:{food})){{0,3}}(?!\w)"


@cache
def _without() -> Lookup:
    adjective = r"(?:rauwe?|dierlijke?|gebakken|vette|zoete|rood|rode|raw|red|any)\s"
    leaving_out = any_of(words("diet", "without"))
    pattern = re.compile(rf"(?<![\w-])(?P<value>(?:{leaving_out})\s{{1,2}}(?:{adjective})?{_foods()})")
    return Lookup(pattern, heads_of(words("diet", "foods")))


@cache
def _allergic() -> re.Pattern[str]:
    to = any_of(words("diet", "allergic_to"))
    tails = any_of(words("diet", "allergy_tails"))
    goes_on = r"dus|maar|want|wilt|en\s(?:ik|hij|zij|ze|graag|kan|kom)|so|but|please|graag|kunt|verder"
    ends = rf"(?=\s(?:{goes_on})\b|[.,;:()\n!?]|$)"
    return re.compile(
        rf"(?<!\w)(?:ernstig\s|zwaar\s|sterk\s|licht\s|severely\s)?(?:(?:{to})\s{{1,2}}[^.,;:()\n!?]{{2,44}}?{ends}"
        rf"|(?:[\w']+-\s(?:en|of|and)\s)?[\w'-]{{2,24}}?[\s-]?(?:{tails})(?!\w|\s(?:voor|tegen|to|for)\b))"
    )


@cache
def _allergy_keys() -> tuple[str, ...]:
    """A text about allergies holds one of these, joined to another word or not."""
    return tuple({word[:7] for table in ("allergic_to", "allergy_tails") for word in words("diet", table)})


@cache
def _everything_except() -> Lookup:
    but = any_of(words("diet", "except"))
    return lookup(words("diet", "everything"), rf"(?<!\w)(?P<value>(?:WORDS),?\s(?:{but})\s[^.,;()\n!?]{{2,60}})")


@cache
def _instead_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words('diet', 'instead_of'))})\s(?:een\s|a\s)?$")


@cache
def _not_such() -> re.Pattern[str]:
    """ "ben geen vegetariër", "niet meer halal"; "helemaal geen vlees" is a wish of its own and not meant here."""
    return re.compile(r"\b(?:niet|geen|not|no longer|nicht|kein)\s(?:(?:meer|een|a|langer|per se|alleen)\s)?$")


@cache
def _becomes() -> re.Pattern[str]:
    return re.compile(rf"^\s?(?:lunch\s|broodje\s|maaltijd\s)?(?:{any_of(words('diet', 'becomes'))})\s")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"[\s,(/+&-]*(?:(?:{any_of(words('diet', 'joins'))})[\s,]*){{0,3}}")


@cache
def _label(lexicon: str) -> Lookup:
    return lookup(
        words(lexicon, "labels"),
        r"(?:^|\n)[^\S\n]{0,8}(?:[-*•>]\s?)?(?:WORDS)\s?(?:\([^)\n]{0,60}\)\s?)?"
        r"(?:[:=]|\t)[^\S\n]{0,8}(?P<value>[^\n\t]{1,120})",
    )


@cache
def _need_term() -> Lookup:
    return lookup(words("access", "terms"), rf"(?<![\w-])(?P<value>WORDS){INFLECTION}(?![\w-]|\svlek)", ENDINGS)


@cache
def _seat() -> Lookup:
    seats, where = any_of(words("access", "seats")), any_of(words("access", "where"))
    rest = r"[^.;()\n!?]{0,60}?(?=[.;()\n!?]|$|,|\s(?:maar|want|dus|zou|zodat|graag|please|if|als|nodig|fijn|is)\b)"
    pattern = re.compile(
        rf"(?<!\w)(?P<value>(?:(?:vaste|rustige|goede)\s)?(?:{seats})\s(?:{where})(?!\w){rest}"
        rf"|(?:(?<=zit )|(?<=zitten )|(?<=zit graag )|(?<=zit liefst )|(?<=sit ))(?:{where})(?!\w){rest})"
    )
    return Lookup(pattern, heads_of(words("access", "seats")) | {"zit", "zitten"})
