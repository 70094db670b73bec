"""Organisations that are known by a word of their name: "Stichting Barka", "Leiden University", "cliëntenraad Epe"."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mailbot.reading.lexicon import load, word_set, words
from mailbot.reading.lexicon.authorities import is_in_greeting, municipality_names
from mailbot.reading.names.person_name import is_given
from mailbot.reading.names.titles import is_job_title
from mailbot.reading.text.fold import any_of, fold
from mailbot.reading.text.found import Found, tidy
from mailbot.reading.text.late import late
from mailbot.reading.text.lookup import Lookup, has_one_of, keys_of, lookup, vocabulary, words_beside

# "T.M.C." before another capital, too
CAPITALISED = r"(?:(?:[A-Z]\.){2,4}(?=[ ][A-Z])|[A-ZÀ-ÖØ-ÞŞİŁ0-9](?:[\w’'&()+-]|\.(?=\S))*)"
CONNECTOR = r"(?:van|de|het|der|den|voor|en|of|for|the|and|in|&|-|’t|'t|du|des|la|zonder|tegen|te)"
# ... and its next words; "voor 30 maart" is none
FURTHER = rf"(?:[ ](?:(?:{CONNECTOR}[ ]){{1,2}}(?!\d))?{CAPITALISED})"
FURTHER_WORDS = late(rf"{FURTHER}{{1,6}}")
TITLE_OF = re.compile(r"(?:[A-Z][\w-]+ ){0,3}?(?P<title>[A-Z][\w-]+) (?:of|for|at|in|van|bij) (?:the |de |het )?")
AND_ANOTHER = re.compile(r" (?:en|and) (?:(?:de|het|the) )?(?P<next>[^\W\d_a-z][\w’'-]*)")
FIRST_WORDS = re.compile(r"[\w.]+\s+")
CHURCH_TOWN = re.compile(rf"[ ](?:(?:te|in|van)[ ])?{CAPITALISED}(?:[ -]{CAPITALISED})?")
# Before "Vereniging", "Bond", "School": with a capital, it is of the name
OF_WHAT_SORT = re.compile(r"(?<![\w-])[A-Z][a-z]+(?:sch|lijk|kundig|[nrg]s|iek|ies|nds)e [A-Z]\w+(?=$| )")
COUNCIL = ("raad", *(f"raad {field}" for field in words("organisations", "council_fields")))
SCHOOLS = ("hogeschool", "universiteit")
# "Institute of Water Modelling (IWM)"
ABBREVIATED = re.compile(r"[ ]\((?P<short>[A-Z](?=\w?[A-Z])[A-Za-z]{1,7})\)")
NAME_WORD = re.compile(r"[^\W\d_][\w’'-]*")
GIVEN_BEFORE = late(r"(?<![\w-])(?P<given>[A-ZÀ-Þ][^\W\d_]+) \Z")
LONGEST = 90  # characters of a name before its abbreviation
# "Ann Marlow of the Environment Agency": somebody before their house
PERSON_OF = re.compile(r"(?:[^\W\d_][\w’'.-]*[ ]){2,4}?(?:of|from|at|van|bij)[ ](?:the |de |het )?")
QUOTED = late(r"[ ][\"“”„'‘’«](?P<name>[A-ZÀ-ÖØ-Þ][^\"“”’»\n]{2,40}?)[\"“”'’»](?!\w)")
# "A small landscape practice (Quist Landscape)", "mijn bedrijf 'De Rivier'": what sort of house, and its name
SORT_OF_HOUSE = late(
    r"\b(?:practice|company|firm|consultancy|studio|agency|charity|ngo|business|start-?up|non-profit|think tank|bureau"
    r"|adviesbureau|bedrijf|bedrijfje|praktijk|onderneming|eenmanszaak|zzp-bedrijf)"
    rf"(?:[ ](?:called|named|genaamd)[ ]|[ ][(\"'“‘])(?P<name>{CAPITALISED}{FURTHER}{{0,4}})",
)
SORTS = (
    "practice", "company", "firm", "consultancy", "studio", "agency", "charity", "ngo", "business", "start",
    "profit", "tank", "bureau", "bedrijf", "praktijk", "onderneming", "eenmanszaak",
)  # fmt: skip
EMPLOYED = re.compile(r"\b(?:uit|in|buiten) dienst$")  # "zij is uit dienst en Wim ...": of nobody's service


def with_a_town(text: str, start: int, end: int) -> Iterator[Found]:
    """ "cliëntenraad stede broec", "adviesraad van de gemeente Epe": not the municipality, but one of its councils,
    capitals or not. Only a council is called by a town that it is "in": a "museum in Epe" has a name of its own."""
    for match in _of_a_town().finditer(fold(text), start, end):
        written, town = text[match.start() : match.end()], text[slice(*match.span("town"))]
        if match["link"] and not match["body"].endswith(COUNCIL):
            continue
        if match["town"] not in municipality_names() and not _is_elsewhere(match["link"], town):
            continue
        if match["body"] in SCHOOLS:
            if written[0].isupper():
                continue  # "Vrije Universiteit Amsterdam" is known by its own words
            written = f"{match['body'].capitalize()} {municipality_names().get(match['town'], town)}"
        if match["link"]:
            body = text[match.start() : match.end("body")]
            written = f"{body[0].upper()}{body[1:]} {municipality_names().get(match['town'], town)}"
        yield Found(tidy(written), match.start(), match.end(), "other")


def congregations(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Protestantse Gemeente Vroomshoop": a church, and not the municipality of that name."""
    folded = fold(text)
    if "gemeente" not in folded or not has_one_of(folded, words("organisations", "congregations")):
        return
    for match in _congregation().finditer(folded, start, end):
        town = CHURCH_TOWN.match(text, match.end(), end)
        last = town.end() if town else match.end()
        yield Found(tidy(text[match.start() : last]), match.start(), last, "other")


@cache
def _congregation() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words('organisations', 'congregations'))})\s?gemeente(?!\w)")


def _is_elsewhere(link: str | None, town: str) -> bool:
    """Whether behind such a link stands a town or village that no list has: "in Dokkum", "hier in sneek"."""
    return link is not None and (town[0].isupper() or link.startswith("hier ")) and not is_given(town)


def factions(text: str, start: int, end: int) -> Iterator[Found]:
    """ "de fractie van de PvdA in Epe", "namens VVD Zeist", "D66-fractie Ede": a party and its town."""
    folded = fold(text)
    if _party_keys().isdisjoint(vocabulary(folded)) and not has_one_of(folded, _parties_with_figures()):
        return
    for match in _of_a_party().finditer(folded, start, end):
        party = text[slice(*match.span("party"))]
        yield Found(f"{party} {municipality_names()[match['town']]}", match.start(), match.end(), "other")


def of_a_kind(text: str, start: int, end: int) -> Iterator[Found]:
    """ "European Union Agency for Fundamental Rights", "Erasmus School of Social and Behavioural Sciences"."""
    if _kind_keys().isdisjoint(vocabulary(fold(text))):
        return
    for match in _kind_of_body().finditer(text, start, end):
        first = _past_lead_words(fold(text), match.start(), match.end())
        yield Found(tidy(text[first : match.end()]), first, match.end(), "other")


def known(text: str, start: int, end: int) -> Iterator[Found]:
    if not _known_names().may_stand_in(fold(text)):
        return
    for match in _known_names().pattern.finditer(text, start, end):
        yield Found(match[0], match.start(), match.end(), "other")


def by_words(text: str, start: int, end: int) -> Iterator[Found]:
    """Names that begin or end with a word for an organisation, and have a capital beside it."""
    folded = fold(text)
    endings = iter(()) if _ending_keys().isdisjoint(vocabulary(folded)) else _ending().finditer(text, start, end)
    for match in endings:
        first = _past_lead_words(folded, *match.span("name"))
        if is_given(text[first : match.end("name")].split()[0]) and (
            named := PERSON_OF.match(text, first, match.end("name"))
        ):
            first = named.end()
        if (of := TITLE_OF.match(text, first, match.end("name"))) and is_job_title(of["title"]):
            first = of.end()  # "Principal Engineer of the Ghana Hydrological Authority"
        bare = re.sub(r"^(?:the|de|het) ", "", folded[first : match.end("name")])
        if bare.count(" ") == 1 and is_given(bare.split()[0]):
            continue  # "Jan Raad" is called so
        if "&" in bare and bare.split()[0] in (*words("roles", "policy_fields"), *words("roles", "modifiers")):
            continue  # "Communicatie & Advies" is a department
        if " " in bare.strip() and not is_in_greeting(folded, match.start()):
            last = _past_what_it_is_called(text, first, match.end("name"), end)
            yield Found(tidy(text[first:last]), first, last, "other")
    compounds = _compound().finditer(folded, start, end) if _has_compound(folded) else ()
    for match in (*_beginning().finditer(folded, start, end), *compounds):
        further = FURTHER_WORDS.match(text, match.end(), end)
        if is_given(match[0]) or (further and further[0].endswith(("'s", "’s"))):
            continue  # "Koenraad Smit", "the city of Antwerp's neighbours"
        compound = match.lastgroup == "compound"
        if compound and _is_surname_of(text, start, match.start()):
            continue  # "Petra Hoogkamer en Wim Vonk"
        if further and compound and (further[0].startswith(" in ") or is_given(further[0].split()[0])):
            continue  # "ons buurtplatform Karim Smit", "onze wandelclub in de Eifel"
        if further and not EMPLOYED.search(folded, max(start, match.start() - 8), match.end()):
            last = before_another(text, further.start(), further.end())
            yield Found(tidy(text[match.start() : last]), match.start(), last, "other")


def before_another(text: str, start: int, end: int) -> int:
    """Where a name ends that was found to go on to another house or to somebody: "GGD Hart voor Brabant en Movisie",
    "Stichting De Brug en Els Bos"; not so "Zorg en Welzijn"."""
    for link in AND_ANOTHER.finditer(text, start, end):
        of_work = fold(link["next"]) in word_set("roles", "policy_fields")
        if is_given(link["next"]) or (begins_a_body(link["next"]) and not of_work):
            return link.start()
    return end


def _is_surname_of(text: str, start: int, at: int) -> bool:
    """Whether a word with a capital stands right behind somebody's given name."""
    before = GIVEN_BEFORE.search(text, max(start, at - 20), at) if text[at].isupper() else None
    return before is not None and is_given(before["given"])


def _past_what_it_is_called(text: str, start: int, end: int, until: int) -> int:
    """Where a name ends of which so far only its sort was found: "Historische Vereniging | Oud-Wijhe"."""
    further = FURTHER_WORDS.match(text, end, until) if OF_WHAT_SORT.match(text, start, end) else None
    return further.end() if further else end


def worked_for(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Gerben werkt dus bij de politie", "vrijwilliger bij humanitas": houses known in small letters, too."""
    for match in _worked_for().finditer(fold(text), start, end):
        yield Found(_in_small_letters()[match["name"]], *match.span("name"), "lead_in")


def abbreviated(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Landesbetrieb Straßen, Brücken und Gewässer (LSBG)": a name, and in brackets what its words begin with."""
    for match in ABBREVIATED.finditer(text, start, end) if "(" in text else ():
        line = max(start, text.rfind("\n", 0, match.start()) + 1, match.start() - LONGEST)
        first = _stands_for(text, line, match.start(), match["short"])
        if first is not None:
            yield Found(tidy(text[first : match.start()]), first, match.start(), "other")


def _stands_for(text: str, line: int, end: int, short: str) -> int | None:
    """Where that name begins before `end`: its words with capitals, one after the other, have those letters."""
    named = list(NAME_WORD.finditer(text, line, end))
    left = short.upper()
    for at, word in enumerate(reversed(named)):
        if not word[0][0].isupper():
            if len(word[0]) > 5:
                return None  # a verb: what stands before it is no name
            continue
        initial = fold(word[0])[0].upper()
        if not left.endswith(initial):
            rest = left.rpartition(initial)
            if not rest[1] or not _are_in(rest[2], fold(word[0]).upper()):
                return None
            left = left[: len(rest[0]) + 1]
        left = left[:-1]
        if not left:
            return word.start() if at > 0 and not is_given(word[0]) and not is_job_title(word[0]) else None
    return None


def _are_in(letters: str, word: str) -> bool:
    rest = iter(word[1:])
    return all(letter in rest for letter in letters)


def in_quotes(text: str, start: int, end: int) -> Iterator[Found]:
    """ "De werkgroep 'Welkom op Urk'": what sort of house it is, and in quotation marks how it is called."""
    for match in _before_quotes().finditer(fold(text), start, end):
        quoted = QUOTED.match(text, match.end(), end)
        if quoted:
            yield Found(f"{text[match.start() : match.end()]} {quoted['name']}", match.start(), quoted.end(), "other")


def of_a_sort(text: str, start: int, end: int) -> Iterator[Found]:
    """ "I run a small landscape practice (Quist Landscape)"."""
    if not has_one_of(text, SORTS):
        return
    for match in SORT_OF_HOUSE.finditer(text, start, end):
        yield Found(tidy(match["name"].rstrip(")")), *match.span("name"), "lead_in")


def begins_a_body(word: str) -> bool:
    """Whether behind a title that word is where it works: "jurist VNG", "voorzitter Wijkraad Overschie"."""
    return word.rstrip(".") in _first_words() or (word[0].isupper() and fold(word).rstrip(".") in _heads_alone())


def is_compound_body(word: str) -> bool:
    """Whether that folded word is made of what a house is: "imkervereniging", "zorgboerderij"; the house's own name
    stands behind it."""
    return _may_be_compound(word) and word not in _ends_of_compounds()


def ends_a_body(word: str) -> bool:
    """Whether the name of an organisation ends in that word: "Lagoon Alliance"."""
    return fold(word) in word_set("organisations", "tails")


def _past_lead_words(folded: str, start: int, end: int) -> int:
    """Where a name begins that has "Namens" or the like with a capital before it."""
    for word in FIRST_WORDS.finditer(folded, start, end):
        if word[0].strip() not in word_set("organisations", "before_name"):
            return word.start()
        start = word.end()
    return start


@cache
def _of_a_town() -> Lookup:
    fields = any_of(words("organisations", "council_fields"))
    return lookup(
        words("organisations", "town_bodies"),
        rf"(?<![\w-])(?P<body>(?:WORDS)(?:\s(?:{fields}))?)\s"
        r"(?:(?P<link>(?:hier\s)?(?:van|in|te|uit|voor|bij|der)\s(?:de\s)?(?:gemeente\s)?)|gemeente\s)?"
        rf"(?P<town>{_towns()}|[^\W\d_]{{3,24}})(?:-[^\W\d_]+)?(?!\w)",
    )


@cache
def _of_a_party() -> Lookup:
    of = r"(?:\s(?:in|te|van|uit|yn|gemeente)(?:\sde\sgemeente)?)?"
    return lookup(
        words("organisations", "parties"),
        rf"(?<![\w-])(?:(?:fractie|fraksje|raadsfractie|afdeling)\s(?:van\s|fan\s)?(?:de\s)?)?"
        rf"(?P<party>WORDS)(?:-?\s?(?:fractie|fraksje|raadsfractie))?{of}\s(?P<town>{_towns()})(?![\w-])",
    )


@cache
def _parties_with_figures() -> tuple[str, ...]:
    """Of "bij1" the letters alone are an ordinary word."""
    return tuple(party for party in words("organisations", "parties") if any(map(str.isdigit, party)))


@cache
def _party_keys() -> frozenset[str]:
    return keys_of(party for party in words("organisations", "parties") if party not in _parties_with_figures())


@cache
def _in_small_letters() -> dict[str, str]:
    return {fold(name): name for name in load("organisations")["in_small_letters"]["names"]}


@cache
def _worked_for() -> Lookup:
    employed = any_of(words("organisations", "employed"))
    return lookup(
        _in_small_letters(),
        rf"(?<!\w)(?:(?:{employed})\s(?:\w+\s){{0,3}}?(?:bij|voor|van|at|for|with)|vanuit|namens|on behalf of"
        r"|(?:ben|zijn|is|zit|zitten|kom|komen)\s(?:zelf\s|ook\s)?(?:van|bij|vanuit))\s"
        r"(?:de\s|het\s|the\s)?"
        r"(?P<name>WORDS)(?![\w-]|\s[A-Z])",
    )


@cache
def _before_quotes() -> Lookup:
    heads = {word for word in words("organisations", "heads") if " " not in word}
    return lookup(heads.union(words("organisations", "called_in_quotes")), r"(?<![\w-])(?:WORDS)(?=[ ][\"“”„'‘’«])")


@cache
def _towns() -> str:
    return any_of(sorted(municipality_names(), key=len, reverse=True))


@cache
def _first_words() -> frozenset[str]:
    """What known organisations begin with, as it is written: "VNG", "COC" Nederland."""
    return frozenset(name.split()[0] for name in load("organisations")["known"]["names"])


@cache
def _heads_alone() -> frozenset[str]:
    """Words that the name of an organisation begins with, and neither that of a department nor a field of work."""
    others = {*words("roles", "policy_fields"), *words("organisations", "departments")}
    return frozenset(head for head in words("organisations", "heads") if head not in others)


@cache
def _kind_keys() -> frozenset[str]:
    return keys_of(words("organisations", "kinds"))


@cache
def _kind_of_body() -> re.Pattern[str]:
    kinds = "|".join(word.title() for word in words("organisations", "kinds"))
    return re.compile(
        rf"(?<![\w@.-]){CAPITALISED}(?:[ ](?:(?:and|&)[ ])?{CAPITALISED}){{0,4}}?[ ](?:{kinds})[ ]"
        r"(?:for|of)[ ](?:the[ ])?(?!\d)"
        rf"{CAPITALISED}(?:[ ](?:(?:and|of|&)[ ])?{CAPITALISED}){{0,5}}"
    )


@cache
def _known_names() -> Lookup:
    """Looked for as they are written: "duo" and "ind" are ordinary words, "DUO" and "IND" are not."""
    names = sorted(load("organisations")["known"]["names"], key=len, reverse=True)
    pattern = rf"(?<![\w@.-])(?:{'|'.join(map(re.escape, names))})(?![\w@-]|\.\w)"
    folded = list(map(fold, names))
    return Lookup(pattern, keys_of(folded), words_beside(folded))


@cache
def _compound() -> re.Pattern[str]:
    """ "Bewonersplatform Moerwijk", "Taalcafé De Punt": by what their first word ends in."""
    last, none = any_of(words("organisations", "compounds")), any_of(words("organisations", "no_compounds"))
    return re.compile(rf"(?<![\w@.-])(?!(?:{none})\b)(?P<compound>[^\W\d_]{{3,18}}-?(?:{last}))(?=\s\S)")


@lru_cache(maxsize=16)  # a mail has a few texts, and each is asked for line by line
def _has_compound(folded: str) -> bool:
    return any(map(_may_be_compound, vocabulary(folded)))


@lru_cache(maxsize=8192)  # as many words as some hundred mails have
def _may_be_compound(word: str) -> bool:
    return word.endswith(_ends_of_compounds()) and word not in word_set("organisations", "no_compounds")


@cache
def _ends_of_compounds() -> tuple[str, ...]:
    return words("organisations", "compounds")


@cache
def _ending_keys() -> frozenset[str]:
    return keys_of(words("organisations", "tails"))


@cache
def _beginning() -> Lookup:
    return lookup(words("organisations", "heads"), r"(?<![\w@.-])(?:WORDS)(?=\s\S)", whole=True)


@cache
def _ending() -> re.Pattern[str]:
    tails = [word for language in load("organisations")["tails"].values() for word in language]
    capital_tails = "|".join(re.escape(word[0].upper() + word[1:]) for word in sorted(tails, key=len, reverse=True))
    school = r"(?:[ ](?:College|Medical[ ]Cent(?:er|re)|Hospital)\b)?"
    school = rf"(?:[ ](?:{capital_tails}))?{school}"  # "Fair Cities Network Foundation"
    country = rf"{school}(?:[ ](?:Nederland|Netherlands|The[ ]Hague|of[ ][A-Z]\w+(?:[ ][A-Z]\w+)?))?"
    # "Wageningen University & Research"; not so "Leiden University & Delft University"
    country += r"(?:[ ]&[ ][A-Z][a-z]+(?:[ ]Cent(?:er|re))?(?![ ][A-Z]|\w))?"
    return re.compile(
        rf"(?<![\w@.-])(?P<name>{CAPITALISED}{FURTHER}{{0,4}}?[ ](?:&[ ])?(?:{capital_tails}){country})(?![\w-])"
    )
