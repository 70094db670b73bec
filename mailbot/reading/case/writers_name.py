"""How the writer of a letter is called: the fullest form of header, subject, sign-off, signature, address and talk."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mailbot.reading.case.signed_as_shown import signed_as_shown
from mailbot.reading.case.signer import address_agrees
from mailbot.reading.case.small_letters import call_in_small_letters, named_in_small_letters, spelled_out
from mailbot.reading.letter.closing_words import NAME_ENDS
from mailbot.reading.letter.page import Sheet
from mailbot.reading.names import Name, aligned, find, from_header, is_given, merged, same_person
from mailbot.reading.names.mailboxes import confirms_order, is_cut_by, name_spelled_by, spells_whole, written_apart
from mailbot.reading.names.people import Person, Roster
from mailbot.reading.names.person_name import turned
from mailbot.reading.names.short_forms import has_form_in, is_short_for
from mailbot.reading.names.surnames import adds_a_surname, is_surname
from mailbot.reading.names.told_apart import with_surname_told
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

LINE = re.compile(r"\S[^\n]*")
WORD = re.compile(r"[^\W_]+")
GIVEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?[ .!]*")
BRACKETED = re.compile(r"\s*\(([^\W\d_]+(?:[ -][^\W\d_]+)?)\)\s*")
OF_ONESELF = late(
    r"\b(?:(?:mijn|my)\s(?:\w+\s)?(?:gegevens|contactgegevens|naw-gegevens|naam|details|name)(?:\s(?:zijn|is|are))?"
    r"(?:\s(?:als volgt|as follows))?|(?:hele|volledige|officiele|officiële|echte|full|whole)\s(?:naam|name)"
    r"(?:\s(?:is|hebben|weten|dan|dus|natuurlijk))*\s?,?|gegevens\s(?:van\s)?(?:ondergetekende|mijzelf|mezelf))\s?:?\s*",
    re.IGNORECASE,
)
# What a sentence has before its writer's own name, if anything.
PRESENTS = late(
    r"(?:[.!?\n:]|\A|\b(?:ik ben|ik heet|mijn naam is|naam is|i am|i'm|my name is|this is))\s*\Z", re.IGNORECASE
)
CUT = 10  # letters of a surname that a program may have cut, at least
# "Hülya Wesselink (ik dus)", "Wil Vroeg wil graag komen. Dat ben ik dus zelf"
IS_ME = late(
    r"\s?[(,–-]\s?(?:dat ben |that's |that is )?(?:ik|ikzelf|ikke|ondergetekende|me|myself)"
    r"(?:\s(?:dus|zelf|namelijk|maar))*\s?[),.!\n]"
    r"|[^.!?\n]{0,60}[.!?]\s(?:Dat|That) (?:ben ik|is me)\b(?:\s(?:dus|zelf|ook))*"
)
# "Ikzelf, Els Bakker, jurist", "2. Ik (Els Bakker)"; farther behind a name brackets or a dash must show whom it means:
# "Els Bakker, jurist (dat ben ik)"
ME_BEFORE = late(
    r"\b(?:ikzelf|mijzelf|mezelf|ondergetekende|myself|ik|i|me)\s?[,:(–-]\s?\(?\Z"
    r"|\b(?:mijzelf|mezelf|myself)\s(?:graag\s)?(?:aan|op|in|for|voor)\b[^.!?;:,\n]{0,50}:\s?\Z",
    re.IGNORECASE,
)
THAT_IS_ME = (
    r"(?:dat ben ik|dit ben ik|that is me|that['’]s me|(?:de |the )?(?:schrijver|schrijfster|afzender|steller|indiener)"
    r"(?: (?:dezes|van (?:deze|dit) (?:mail|bericht|e-mail)))?|the (?:sender|writer)|ondergetekende|undersigned)"
)
ME_BEHIND = late(
    rf"[^\n.;!?()]{{0,60}}?\s?(?:\((?:ik|ikzelf|me|myself|{THAT_IS_ME})(?:\s(?:dus|zelf|ook))*\s?\)"
    rf"|[,–-]\s{THAT_IS_ME}(?:\s(?:dus|zelf|ook))*\s?(?=[,.!\n]|$))",
    re.IGNORECASE,
)
REACH = 80  # characters from such words to the end of a name
LEAD = 80  # ... and from them to its beginning
# What may stand before the writer's own name.
TITLES = re.compile(
    r"(?:[\s.(*_–-]|\b(?:mr|drs|dr|ir|ing|prof|mw|mevr|mevrouw|dhr|de heer|ds|bc|jhr|jkvr|zr|br)\b)*", re.IGNORECASE
)


def name_writer(page: Sheet, roster: Roster, subject: Iterable[Name], shown: str) -> None:
    """Give the writer of that letter the fullest name. `subject`: the names in the mail's subject; `shown`: what the
    header calls its sender."""
    text, split, writer = page.letter.text, page.parts, roster.writer
    if writer is None:
        return
    if whole := with_surname_told(writer.name, page.parts.body):
        writer.also_called.append(replace(whole, given="", initials=""))
        writer.name = whole
    writer.name = written_apart(writer.name, text) or _whole_of_cut(page, writer) or writer.name
    lines = _last_lines(page, writer.name)
    signs = ([split.sign_off] if split.sign_off else []) + [line.span() for line in lines]
    if writer.name != Name():
        said = (signed_as_shown(text[start:end], shown, writer.name) for start, end in signs)
        writer.name = next(filter(None, said), writer.name)
    for start, end in signs:
        _call_writer(text, writer, start, end)
    for name in subject:
        if writer.name.initials and name.is_full and same_person(writer.name, name):
            writer.name = merged(writer.name, name)  # "Aanmelding Boudewijn Kamerling", from B. Kamerling
    signed = [text[slice(*split.sign_off)]] if split.sign_off else []
    signed += [line[0].strip() for line in lines]
    if shown in signed:
        writer.sure = True  # header and sign-off agree to the letter
    if writer.name.initials and not writer.name.given:
        writer.name = spelled_out(page.parts.body, writer.name) or _signed_and_said(page, signed, writer.name)
    if not writer.name.is_full:
        told = next(_told_by_address(page, writer, signed), None)
        writer.name, writer.sure = told or writer.name, writer.sure or told is not None


def _whole_of_cut(page: Sheet, writer: Person) -> Name | None:
    """The only name in a letter of which its header has no more than the beginning, where the writer signs so, or is
    called so: "Naima el Bachiri, raadslid"; not "met mijn naamgenote Naima Elbers"."""
    text, split = page.letter.text, page.parts
    below = [*find(text, *split.sign_off)] if split.sign_off else []
    below += find(split.signature, split.below)
    heads = [
        found
        for unit in page.units
        for found in unit.names
        if PRESENTS.search(text[max(unit.start, found.start - LEAD) : found.start])
    ]
    whole = {f.name for f in (*below, *heads) if is_cut_by(writer.name, f.name, writer.email or "")}
    return whole.pop() if len(whole) == 1 else None


def _signed_and_said(page: Sheet, signed: list[str], known: Name) -> Name:
    """That name with its given name, though no list has it, where the letter says and signs it: "Door", of D. Bos."""
    surname = f"{known.infix} {known.surname}".strip()
    last = page.parts.body.rstrip().rpartition("\n")[2]  # what no list has for a name is no sign-off yet
    for line in (*signed, last):
        given = line.strip(" .!")
        fits = GIVEN.fullmatch(given) and given.istitle() and fold(given)[:1] == fold(known.initials)[:1]
        if fits and surname and re.search(rf"(?<!\w){given} {re.escape(surname)}(?!\w)", page.parts.body):
            return replace(known, given=given)
    return known


def _last_lines(page: Sheet, shown: Name) -> list[re.Match[str]]:
    """The first lines of the signature; without one, a last line in small letters that can be a name; or nothing but
    a given name, in a letter whose header names nobody, or has no more of that name than its initial."""
    split = page.parts
    lines = list(LINE.finditer(split.signature, split.below))[:3]
    if lines or split.sign_off:
        return lines
    last = list(LINE.finditer(split.body))[-1:]
    if last and GIVEN.fullmatch(last[0][0]) and _completes(Name(last[0][0].strip(" .!")), shown):
        above = split.body[: last[0].start()].rstrip()
        ends = above.endswith((".", "!", "?")) or (shown == Name() and not above.endswith((":", ",")))
        return last if ends else []  # not so "ik kom samen met", and "Abel" on the next line
    return [line for line in last if len(line[0].split()) <= 5 and line[0].islower()]


def _completes(signed: Name, shown: Name) -> bool:
    return is_given(signed.given) and (shown == Name() or _is_given_of(signed, shown))


def _told_by_address(page: Sheet, writer: Person, signed: list[str]) -> Iterator[Name]:
    """Whole names that can be the writer's because the mail address spells them, the best first."""
    email, body = writer.email or "", page.parts.body
    told = [named_in_small_letters(body, page, email), name_spelled_by(email, page.letter.text)]
    if writer.name == Name() or not (writer.name.surname or writer.name.initials):
        told.append(_told_of_oneself(body))
    if writer.name == Name() and signed:
        told.append(_agreed(from_header(signed[0]), writer))
    if writer.name == Name():
        told += [f.name for unit in page.units for f in unit.names if IS_ME.match(page.letter.text, f.end)]
        told += _listed_as_oneself(page)
        found = {f.name for unit in page.units for f in unit.names if f.name.is_full and spells_whole(email, f.name)}
        told += found if len(found) == 1 else ()
    for name in told:
        if name is None or not name.is_full:
            continue
        if _is_given_of(writer.name, name):
            yield merged(writer.name, name)  # "Wytske", and "mijn hele naam is W.S. Hoekstra"
        elif writer.name == Name() or same_person(writer.name, name):
            yield name


def _listed_as_oneself(page: Sheet) -> list[Name]:
    """Who is said to write in a row or an item of a list: "en ikzelf, Els Bakker, jurist", "Els Bakker, jurist (dat ben
    ik)"; nobody where that is said of several."""
    text = page.letter.text
    said = {
        found.name
        for unit in page.units
        for at, found in enumerate(unit.names)
        if found.name.is_full
        and (
            ME_BEFORE.search(text, max(unit.start, found.start - LEAD), found.start)
            or ME_BEHIND.match(text, found.end, unit.names[at + 1].start if at + 1 < len(unit.names) else unit.end)
        )
    }
    return list(said) if len(said) == 1 else []


def _told_of_oneself(body: str) -> Name | None:
    """The whole name right behind "mijn gegevens:", "ondergetekende,"."""
    for words in OF_ONESELF.finditer(body):
        found = find(body, words.end(), min(words.end() + REACH, len(body)))
        if found and found[0].name.is_full and TITLES.fullmatch(body, words.end(), found[0].start):
            return found[0].name
    return None


def _agreed(name: Name | None, writer: Person) -> Name | None:
    """That name, where no lexicon knows it but the address spells part of it."""
    agrees = name is not None and name.is_full and address_agrees(Person(name, email=writer.email))
    return name if agrees else None


def _call_writer(text: str, writer: Person, start: int, end: int) -> None:
    """Take a name in the sign-off or signature for the writer's, where it can be."""
    called = BRACKETED.fullmatch(text, start, end)
    if NAME_ENDS.split(text[start:end].strip())[0].islower():
        call_in_small_letters(text, writer, start, end)
    elif called and _is_given_of(given := Name(given=called[1]), writer.name):
        writer.name = merged(writer.name, given)  # "(Jan Willem)" below "J.W. Kok"
    elif not is_of_another(text[start:end], writer):
        _take_name(text, writer, start, end)


def _take_name(text: str, writer: Person, start: int, end: int) -> None:
    found = find(text, start, end)
    if not found or not TITLES.fullmatch(text, start, found[0].start):
        return
    name = aligned(found[0].name, writer.name)
    if _are_given_names_of(name, writer.name):
        name = Name(given=str(name))
    if writer.name == Name() and not is_given(name.given) and name.given and not (name.infix or name.initials):
        other = Name(name.surname, "", "", name.given)
        name = other if confirms_order(other, writer.email or "") else name  # "Xulu Temba", from t.xulu@
    if turned(writer.name, name) and name.given.isupper():
        name = writer.name  # "LI Meiyun" is Meiyun Li there, too
    elif _is_right_way_round(name, writer):
        writer.name = name
    elif name.given and not name.surname and _is_shown_last(name, writer):
        writer.name = Name(writer.name.surname, "", "", writer.name.given)  # "Xulu Temba", signed by "Temba"
    if writer.name == Name() or (not writer.sure and found[0].sure and name.is_full):
        writer.name, writer.sure = name, found[0].sure
    elif adds_a_surname(name, writer.name) or _is_cut_short(writer.name, name):
        writer.name = name
    elif same_person(writer.name, name) or _is_given_of(name, writer.name):
        writer.name = merged(writer.name, name)
    else:
        return
    writer.spans.append((found[0].start, found[0].end))


def _is_cut_short(shown: Name, signed: Name) -> bool:
    """Whether the header's surname is the beginning of the signed one, as programs cut long ones: "Ramsaran-Jagmohan,
    S.", and "Shanti Ramsaran-Jagmohansingh" below."""
    cut, whole = fold(shown.surname), fold(signed.surname)
    if not (len(cut) >= CUT and signed.is_full and whole.startswith(cut) and whole[len(cut) :].isalpha()):
        return False
    return (shown.given or shown.initials)[:1].casefold() == (signed.given or signed.initials)[:1].casefold()


def _are_given_names_of(signed: Name, known: Name) -> bool:
    """Whether two words that are signed are both given names: "María José", of M.J. Ortega."""
    letters = "".join(fold(word)[:1] for word in str(signed).split())
    both = is_given(signed.given) and is_given(signed.surname) and not (signed.infix or signed.initials)
    return both and bool(known.surname) and fold(known.initials).replace(".", "").startswith(letters)


def _is_right_way_round(signed: Name, writer: Person) -> bool:
    """Whether a name that is signed has the words of the shown one in the order in which one says them, as signatures
    have: "Temba Xulu" below a mail of "Xulu Temba"; not so where the shown one is known to be right."""
    shown = writer.name
    if fold(signed.given) != fold(shown.surname) or fold(signed.surname) != fold(shown.given):
        return False
    known = is_given(shown.given) and not is_given(signed.given)
    return not known and not confirms_order(shown, writer.email or "")


def _is_shown_last(signed: Name, writer: Person) -> bool:
    """Whether somebody signs by the word that the header shows as the surname, and which is none that we know."""
    shown = writer.name
    if fold(signed.given) != fold(shown.surname) or shown.infix or shown.initials or not shown.given:
        return False
    known = is_given(shown.given) or (is_surname(shown.surname) and not is_given(shown.surname))
    return not known and not confirms_order(shown, writer.email or "")


def is_of_another(line: str, writer: Person) -> bool:
    """Whether no word of a line can be of the name of a writer who is called in full already, as in most lines below
    that: which name stands there needn't be found out."""
    name = writer.name
    own = f"{name.given} {name.surname}".lower()
    if not (writer.sure and name.given and len(name.surname) > 1) or "@" in line or not f"{line}{own}".isascii():
        return False
    known = WORD.findall(own)
    for word in WORD.findall(line.lower()):
        if len(word) == 1 or word in known or is_given(word) or is_short_for(word, name.given.lower()):
            return False
    return True


def _is_given_of(name: Name, known: Name) -> bool:
    """ "Wytske" below a mail of "W.S. Hoekstra", "C.W.M. de Leeuw" below one of "Kees"."""
    if name.surname and not name.given and known.given and not known.surname:
        return has_form_in(fold(known.given), fold(name.initials[:1]))
    return bool(
        name.given
        and not name.surname
        and known.surname
        and not known.given
        and known.initials[:1].casefold() == name.given[:1].casefold()
    )
