"""Job titles: found by their last word ("beleidsadviseur", "policy officer"), with what belongs to them around it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from mailbot.reading.details.houses_behind_titles import house_behind
from mailbot.reading.details.organisation_words import begins_a_body, ends_a_body, is_compound_body
from mailbot.reading.details.title_words import head_length, is_shortened, title_in, trades
from mailbot.reading.lexicon import word_set, words
from mailbot.reading.names.person_name import given_names
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy, without_overlaps
from mailbot.reading.text.lookup import Lookup, kept_alone, lookup, rows_of

GAP = re.compile(r"[ ]?/[ ]?|[ ]{1,2}")
FELLOW = re.compile(r"(?:collega|mede|fellow|co)[- ]?")
LONGEST = 6  # words that a title may go on for behind its head
NAME_BEFORE = re.compile(
    r"(?:(?P<initials>\b(?:[A-Z][a-z]?\.){1,4})|\b(?P<word>[^\W\d_]+)\)?)[ ](?:(?:van|de|der|den|ten|ter)[ ]){0,2}$"
)
MEMBER_OF = re.compile(
    r" van (?:de |het |een )?[A-Z]\w+(?: (?:(?:van|voor|voor de|en|&) )?[A-Z]\w+){0,4}"
)  # alone it says nothing
NUMBER_NEXT = re.compile(r"\s?(?:tel\.?\s?|nr\.?\s?|:\s?)?[+(]?\d{2}")
MEMBERS = ("member", "members")
MEMBER = re.compile(
    r"\b(?:council|board|committee|panel|faculty|staff|team|assembly) members?$"
)  # alone it says nothing
WORD = re.compile(r"[\w’'&./+-]+")
_IN_WORDS = kept_alone("0123456789_'&./+-")
FEW = 8  # different titles, each of which is sought by itself
IN_ONES_HEAD = re.compile(
    r"\b(?:uit|over|boven|aan|in|door|from|in|over|by)\s(?:(?:mijn|m'n|mn|het|'t|ons|je|uw|my|the)\s)?$"
)
FURNITURE = re.compile(
    r"\s(?:with|without|near|at|by|beside|close|in the (?:front|back)|on the|would|is|that|to sit)\b"
)
HELPERS = ("tolk", "interpreter", "begeleider", "begeleidster")
WANTED = re.compile(
    r"(?:\s(?:nederlandse\s)?gebarentaal|\sngt)?\s(?:is\s)?(?:nodig|gewenst|graag|vereist|wenselijk|aub|svp|please|needed|required|mee)\b"
)
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
# "Outreach coordinator", "Public Affairs Manager" at the beginning of a line, or of a part of it
LINE_LEAD = re.compile(r"(?:^|[\n|][ \t]*)(?P<words>[A-Z][\w&/-]{3,20} (?:[A-Z&][\w&/-]{2,20} |& ){0,2})$")
# "diversity officer" alone on a line
SMALL_LINE = re.compile(r"(?:^|\n)[ \t]*(?P<words>(?:[a-z][a-z-]{3,20} ){1,2})$")
BEHIND_ARTICLE = re.compile(r"\ban? (?P<words>(?:[a-z-]{3,20} ){1,3})$")  # "I am a municipal data analyst"
POSSESSIVE = re.compile(r"\b(?:the|our|my|an?) (?P<words>[a-z]{3,20}'s )$")  # "he is the alderman's adviser"
TOLD_LABEL = re.compile(
    r"(?:^|[.;:]\s|\(\s?|\n)(?:(?:mijn|huidige|my|current)\s){0,2}"
    r"(?:functie|functienaam|functietitel|rol|function|position|role|job title)"
    r"(?:\s(?:volgens|bij|in|op|binnen|at|according to|in)\s[\w ]{2,20}?)?\s?:\s[\"'‘“„]?"
    r"(?P<value>[^,.;()\n\"'’”]{3,60})"
)
SENTENCE_LEAD = re.compile(r"[.!?] (?P<words>[A-Z][a-z-]{3,20} )$")  # "See you there! Outreach worker @ FairWork"
# "Jo Kay (campaign officer)", "Jo Kay - software developer", "as a climate modeller": in English only
BESIDE_NAME = re.compile(r"(?:[,(] ?|[-–|:] |\bas )(?P<words>(?:[a-z-]{3,20} ){1,3})$")
IN_CAPITALS = re.compile(
    r"(?:(?<=[\w,(] )|(?<= [\"'‘“]))(?P<words>(?:[A-Z][a-z&/-]{2,20} ){1,3})$"
)  # "we are all Water Engineers"
# "Head of Flood Risk", "Director of Operations": what somebody leads, or a house
OF_FIELD = re.compile(r" of (?P<words>[A-Z][\w&-]+(?: (?:(?:and|&) )?[A-Z][\w&-]+){0,4})")
SMALL_FIELD = re.compile(
    r" of (?P<words>[a-z-]+(?: (?:and )?[a-z-]+){0,2}?)(?=\s?(?:$|[,.;:()|\n]|\b(?:at|for|with|from|in|and)\b))"
)
OF_A_FIELD = ("head", "professor", "lecturer", "chair", "reader", "dean", "teacher", "student")
OF_A_HOUSE = ("unit", "office", "department", "team", "mission", "staff", "section")  # "chief of staff"


SENTENCE = re.compile(r"(?:ik|wij|we|i|mijn|die|dat|er|het is)\s")  # "ik heb een nieuwe baan: ik werk nu bij X"


def roles(text: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Titles in text[start:end], as written. kind: "labelled" (a form), "plural" (several people's: the value is the
    singular), "title"."""
    end = len(text) if end is None else end
    return _roles(text, start, end) if start < end else ()


@lru_cache(maxsize=32)  # asked for again and again while one mail is read
def _roles(text: str, start: int, end: int) -> tuple[Found, ...]:
    folded = fold(text)
    found = [*_labelled(text, folded, start, end)]
    for match in _perhaps_titles(folded, start, end):
        head, singular = title_in(match[0])
        if head is None:
            head = _length_in_company(folded, match, start)
            if head is None:
                continue
        if "@" in folded[max(0, match.start() - 1) : match.end() + 1]:
            continue
        if text[match.start()].isupper() and match[0].rstrip(".'") in trades():
            continue  # "Bakker", "De Kuiper": so many people are called that nobody is one by a capital
        if _is_surname(text, folded, match) or _is_ones_head(folded, match) or _is_furniture(folded, match):
            continue
        if match[0].endswith(HELPERS) and WANTED.match(folded, match.end()):
            continue  # "Els Bos, tolk nodig"
        if is_shortened(match[0]) and NUMBER_NEXT.match(folded, match.end()):
            continue  # "secr. 088-699 20 00", "dir. nr. ..."
        first = _with_modifiers(text, folded, match.start(), start)
        word_end = match.end() if is_shortened(match[0]) else match.start() + len(match[0].rstrip(".'"))
        last = _with_field(text, folded, match.start(), word_end, end)
        if last == word_end and match[0] in word_set("roles", "told_for_what"):
            continue  # "ons aanspreekpunt is Els"
        if singular:
            found.append(Found(_but_for_fellow(singular), match.start(), last, "plural"))
        elif head < len(match[0].rstrip(".'")):
            found.append(Found(_but_for_fellow(tidy(text[first : match.start() + head])), first, last, "plural"))
        else:
            title = _first_half().sub(r"\1", tidy(text[first:last]))
            found.append(Found(_but_for_fellow(title), first, last, "title"))
    return without_overlaps(found)


def _but_for_fellow(title: str) -> str:
    """ "Collega-raadslid", "medebestuurslid", as somebody calls one who is the same: "raadslid"."""
    fellow = FELLOW.match(title)
    return title[fellow.end() :] if fellow and title[fellow.end() :] in word_set("roles", "fellows") else title


def is_fellow(title: str) -> bool:
    """Whether who calls somebody else by that title has it, too: "collega-raadslid"."""
    return FELLOW.match(title) is not None and _but_for_fellow(title) != title


def _perhaps_titles(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Few texts have a word that is a title: whether one does is asked word by word before their places are."""
    cut = _cuts_word(folded, start) or _cuts_word(folded, end)
    titles = _titles_among(folded[start:end]) if cut else _titles_in(folded)
    if not titles:
        return iter(())
    if len(titles) > FEW:
        return (match for match in WORD.finditer(folded, start, end) if match[0] in titles)
    return iter(sorted((match for word in titles for match in _places(word, folded, start, end)), key=re.Match.start))


def _length_in_company(folded: str, match: re.Match[str], start: int) -> int | None:
    """How many letters of a word are a title that is none by itself: "council members", "aanspreekpunt wonen"."""
    bare = match[0].rstrip(".'")
    if bare in word_set("roles", "told_for_what"):
        return len(bare)
    is_member = MEMBER.search(folded, max(start, match.start() - 16), match.start() + len(bare))
    return len("member") if is_member else None


def _cuts_word(folded: str, at: int) -> bool:
    if not 0 < at < len(folded) or folded[at - 1].isspace() or folded[at].isspace():
        return False
    return WORD.fullmatch(folded, at - 1, at + 1) is not None


def _titles_among(folded: str) -> frozenset[str]:
    said = set(rows_of(folded, _IN_WORDS, WORD))
    return frozenset([word for word in said if title_in(word)[0] is not None or word.rstrip(".'") in _in_company()])


@cache
def _in_company() -> frozenset[str]:
    return frozenset((*MEMBERS, *words("roles", "told_for_what")))


_titles_in = lru_cache(maxsize=16)(_titles_among)  # of a whole text, which is asked about line by line


def _places(word: str, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where it stands as a whole word."""
    at = folded.find(word, start, end)
    while at >= 0:
        match = WORD.match(folded, at, end)
        if match and match[0] == word and (at == start or not WORD.match(folded, at - 1, at)):
            yield match
        at = folded.find(word, at + len(word), end)


def _is_surname(text: str, folded: str, match: re.Match[str]) -> bool:
    """Whether that capital follows a given name or initials: "Peter Dijkgraaf" is called so, whatever he does."""
    if not text[match.start()].isupper():
        return False
    first, dash, second = match[0].partition("-")
    if dash and second and text[match.start() + len(first) + 1].isupper() and head_length(first) is None:
        return True  # "Ank Brouwer-Dijkgraaf"
    before = NAME_BEFORE.search(text, max(0, match.start() - 24), match.start())
    if before is None or folded.endswith(("ik ben ", "i am "), 0, match.start()):
        return False  # "IK BEN VOORZITTER"
    initials = before["initials"] is not None and fold(before["initials"]) not in word_set("roles", "modifiers")
    return initials or (before["word"] is not None and fold(before["word"]) in given_names())


def _is_ones_head(folded: str, match: re.Match[str]) -> bool:
    """ "Ik weet het niet uit mijn hoofd, ...", "zag ik over het hoofd": that is no title."""
    return match[0].rstrip(".'") in ("hoofd", "head") and bool(
        IN_ONES_HEAD.search(folded, max(0, match.start() - 16), match.start())
    )


def _is_furniture(folded: str, match: re.Match[str]) -> bool:
    """ "A chair with a back", "a chair near the door": to sit on."""
    return match[0] in ("chair", "chairs") and FURNITURE.match(folded, match.end()) is not None


@cache
def _linking_words() -> frozenset[str]:
    """Small words that a title may go on with: its fields, and what joins them."""
    return policy_fields() | frozenset((*words("roles", "fields"), *words("roles", "field_links")))


@cache
def policy_fields() -> frozenset[str]:
    """Folded words for what a department is about: behind a title, "Samenleving" and "Wmo" are nobody's name."""
    return frozenset(words("roles", "policy_fields"))


def _labelled(text: str, folded: str, start: int, end: int) -> Iterator[Found]:
    told: Iterable[re.Match[str]] = TOLD_LABEL.finditer(folded, start, end) if ":" in folded else ()
    for match in (*_label().finditer(folded, start, end), *told):
        value = tidy(text[slice(*match.span("value"))])
        if value and fold(value) not in word_set("diet", "empty_values") and not SENTENCE.match(fold(value)):
            yield Found(value, *match.span("value"), "labelled")


def _with_modifiers(text: str, folded: str, at: int, start: int) -> int:
    """Where the title begins: "senior strategisch" belongs to "adviseur"."""
    head = WORD.match(folded, at)
    while folded[at - 1 : at] in (" ", "-") and (match := _modifier_before().search(folded, max(start, at - 24), at)):
        if match.end() != at or match.start() >= at or match["modifier"].strip() in word_set("roles", "no_modifiers"):
            break
        at = match.start("modifier")
    in_sentence = BEHIND_ARTICLE.search(folded, max(start, at - 48), at)
    in_line = LINE_LEAD.search(text, max(start - 1, at - 48, 0), at)
    english = head is not None and head[0].rstrip(".'").removesuffix("s") in word_set("roles", "heads.en")
    leads = (BESIDE_NAME, POSSESSIVE) if english else ()
    in_line = in_line or (SENTENCE_LEAD.search(text, max(start - 1, at - 24, 0), at) if english else None)
    if english and in_line is None and head is not None and not text[head.end() :].split("\n", 1)[0].strip():
        in_line = SMALL_LINE.search(text, max(start - 1, at - 48, 0), at)
    if english and in_line is None and text[at].isupper():
        in_line = IN_CAPITALS.search(text, max(start, at - 48), at)
    for lead in (in_sentence, in_line, *(pattern.search(folded, max(start, at - 48), at) for pattern in leads)):
        if lead is not None and lead.end() == at and not _names_or_says(fold(lead["words"])):
            return lead.start("words")
    return at


def _names_or_says(lead: str) -> bool:
    """Whether those words before a title are somebody's name, or part of a sentence."""
    return any(
        word in given_names() or word in word_set("roles", "ends") or word in word_set("roles", "no_first_words")
        for word in lead.split()
    )


def _with_field(text: str, folded: str, start: int, at: int, end: int) -> int:
    """Where the title that has its head at [start, at) ends: "adviseur Zorg & Samenleving" goes on; "adviseur bij
    Movisie" and "griffier Nel Pot" don't."""
    if folded[start:at] == "lid" and (body := MEMBER_OF.match(text, at, end)):
        return body.end()
    if (field := OF_FIELD.match(text, at, end)) and _is_field(folded[start:at], field["words"]):
        return field.end()
    if (small := SMALL_FIELD.match(folded, at, end)) and _is_small_field(small["words"]):
        return small.end()  # "head of policy"
    if house_behind(text, start, at, end) is not None:
        return at
    is_office = folded[start:at] in word_set("organisations", "municipal_roles")
    of_a_body = False
    for _ in range(LONGEST):
        gap = GAP.match(text, at, end)
        word = WORD.match(text, gap.end(), end) if gap else None
        # "wethouder Ten Wolde" is called so, "coördinator van de Buurtvaders" is of them; "wethouder Wonen" is that.
        if gap is None or word is None or _ends(text, folded, word, only_fields=is_office or of_a_body):
            break
        if "/" in gap[0] and not _is_of_work(folded[word.start() : word.end()]):
            break  # "jurist / Vooroordelen Voorbij"
        at = word.end()
        of_a_body = of_a_body or folded[word.start() : at] in word_set("roles", "of_a_body")
        if text[word.end() : word.end() + 1] in ",;:|()\t\n":
            break
        if text[at - 1] == ".":
            at -= 1
            break
    dangling = _dangling().search(folded, max(0, at - 16), at)
    return dangling.start() if dangling else at


def _is_field(head: str, words: str) -> bool:
    """Whether that is what an English title is about, and no house whose head or director somebody is."""
    listed = words.split()
    if any(begins_a_body(word) for word in listed) or ends_a_body(listed[-1]) or all(word.isupper() for word in listed):
        return False
    return head.endswith(OF_A_FIELD) or _ends_as_field(fold(listed[-1])) or fold(words) in policy_fields()


def _is_small_field(words: str) -> bool:
    last = words.rpartition(" ")[2]
    return _ends_as_field(last) or last in word_set("roles", "policy_fields.en") or last in OF_A_HOUSE


def _ends_as_field(word: str) -> bool:
    return word.endswith(words("roles", "led_field_endings"))


def _is_of_work(word: str) -> bool:
    """Whether that is (part of) a title, or a field of work."""
    listed = word in word_set("roles", "modifiers") or word in word_set("roles", "policy_fields")
    return listed or bool(head_length(word)) or word.endswith(words("roles", "field_endings"))


def _ends(text: str, folded: str, word: re.Match[str], *, only_fields: bool) -> bool:
    """Whether the title is over before that word."""
    small = folded[word.start() : word.end()]
    bare = small.rstrip(".")
    if begins_a_body(word[0]):
        return True  # "jurist VNG", "voorzitter Wijkraad Overschie"
    behind = WORD.match(text, word.end() + 1) if word[0][0].isupper() and small.endswith("e") else None
    if behind and behind[0][0].isupper() and begins_a_body(behind[0]):
        return True  # "secretaris Historische Vereniging Oud-Wijhe"
    called = WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] != "\n" else None
    if is_compound_body(bare) and called is not None and called[0][0].isupper():
        return True  # "secretaris Imkervereniging De Korf"
    if small in ("of", "for") and text[word.end() + 1 : word.end() + 2].isupper():
        return False  # "Head of Diversity"; the Dutch "of" has no capital behind it
    if small in word_set("roles", "ends") or bare in word_set("roles", "ends") or small in ("-", "|") or "@" in small:
        return True
    if not word[0][0].isupper():
        # Behind a title in small letters comes its field, or the rest of the sentence: "docent liet ons zien".
        return not (bare in _linking_words() or bare.endswith(words("roles", "field_endings")) or head_length(bare))
    # Where a given name follows a title, the title is over.
    if INITIALS.fullmatch(word[0]) or bare in given_names():
        return True
    return only_fields and bare not in word_set("roles", "policy_fields")


@cache
def _dangling() -> re.Pattern[str]:
    """Small words that a title cannot end in."""
    return re.compile(rf"(?:\s(?:{any_of((*words('roles', 'fields'), *words('roles', 'field_links'), 'for', '-'))}))+$")


@cache
def _modifier_before() -> re.Pattern[str]:
    endings = any_of(words("roles", "modifier_endings"))
    listed = any_of((*words("roles", "modifiers"), *words("roles", "first_halves")))
    return re.compile(rf"(?<![\w-])(?P<modifier>(?:(?:{listed})[ -]|\w{{4,16}}(?:{endings})[ ]))$")


@cache
def _first_half() -> re.Pattern[str]:
    """The first half of a title that is written in two, or was heard so: "raads lid"."""
    return re.compile(rf"\b({any_of(words('roles', 'first_halves'))}) (?=[a-z])", re.IGNORECASE)


@cache
def _label() -> Lookup:
    return lookup(
        words("roles", "labels"),
        r"(?:^|\n)[^\S\n]{0,8}(?:[-*•>]\s?)?(?:WORDS)\s?(?:[:=]|\t+[ ]?=?)[^\S\n]{0,8}(?P<value>[^\n\t]{2,100})",
    )
