"""The writer's part in a clause of coming: whether the writer comes by it, and is sure to.

"Wij melden Wim aan" says an office of somebody else, "wij melden ons met Wim aan" are the writer and Wim. Which of the
others come is for participants.py.
"""

import re

from mailbot.reading.account.absentees import WITHOUT_ME
from mailbot.reading.account.companions import THAT_IS_ME
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.ourselves import enrols_us, speaks_of_writer
from mailbot.reading.account.participants import is_for_another, is_of_another, is_seat_for_them
from mailbot.reading.account.people_words import PEOPLE
from mailbot.reading.account.references import object_of
from mailbot.reading.account.reporting import only_reports, was_asked
from mailbot.reading.account.sent_instead import sends_others
from mailbot.reading.account.talk import Talk
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.text.late import late

# A verb that "ik" never goes with: "dan zorg ik dat het in de agenda van de wethouder komt"
THIRD_PERSON = re.compile(
    r"(?:komt|gaat|neemt|doet|verschijnt|bezoekt|(?:er)?bij is|is|comes|goes|attends|joins|takes)\b", re.IGNORECASE
)
WHO = late(r"\b(?:wie|who)\b", re.IGNORECASE)
BESIDE_I = 1  # characters between "ik" and its verb, misspelt as it may be: "ik komt"
GOES_TO = re.compile(r"\b(?:ga|gaan|zit|sta|going|go)\b.*?\b(?:naar|bij|in|to)\b", re.IGNORECASE)

# "Wil graag komen met Wim Smit": notes leave out the "ik"
DROPS_I = late(
    r"\W*(?:(?:ha|hoi|hallo|hi|hey|dag|ja|yes|goede\w+|graag|en)\b\W*){0,3}(?:wil|zou|kom|ga|would|will)\s"
    r"(?!je\b|jij\b|u\b|jullie\b|you\b|hij\b|zij\b|ze\b|wij\b|we\b)[^.;:?!]{0,60}?\b(?:met|with)\s(?:[\w.]+\s){0,3}\Z",
    re.IGNORECASE,
)


def is_for_writer(text: str, clause: Clause, *, has_others: bool) -> bool:
    """Whether the writer is among those who come by this clause; `has_others`: others do."""
    if only_reports(text, clause) or (clause.has("through_me") and clause.has("party") and not clause.has("i", "we")):
        return False  # "ik geef door dat raadslid Els Bakker komt"
    if _asks_who(text, clause) or (
        has_others and not clause.has("i") and WITHOUT_ME.search(text, clause.start, clause.end)
    ):
        return False
    if _is_only_of_others(text, clause, has_others=has_others) or _is_of_an_office(text, clause):
        return False
    if puts_down_who_come(text, clause):
        return False
    if _is_in_the_third_person(text, clause) or sends_others(text, clause, about_event=True):
        return False
    if speaks_of_writer(text, clause) or _takes_along(clause) or (clause.has("takes_back") and not has_others):
        return True
    if _drops_i(text, clause) or _wants_to_be_enrolled(clause):
        return True
    if clause.opens and clause.has("enrol"):
        return False  # "graag meld ik aan:", and whoever stands behind the colon
    has_object = has_others or clause.has("him") or (clause.has("person", "also_group") and not clause.has("attend"))
    return clause.has("i") and not (has_object or clause.has("he") or _is_only_told_beside(text, clause))


def _wants_to_be_enrolled(clause: Clause) -> bool:
    """ "Ik help haar en zou dus ook ingeschreven willen worden"."""
    return clause.has("i") and clause.has("passive") and clause.has("as_well") and not clause.has("he")


BESIDE_IT = late(r"\b(?:dat|that)\s", re.IGNORECASE)


def _is_only_told_beside(text: str, clause: Clause) -> bool:
    """ "Graag inschrijven, mevrouw weet dat ik het heb doorgezet": an "ik" of a half sentence behind what is asked."""
    asked = clause.first("enrol")
    told = BESIDE_IT.search(text, asked.end, clause.end) if asked is not None else None
    return told is not None and all(cue.start >= told.end() for cue in clause.cues if cue.kind == "i")


# "De raadsleden die", "the colleagues who"
WHO_COME = late(r"\b(?:die|welke|dewelke|who)\s", re.IGNORECASE)
ONE_OF = re.compile(
    r"\b(?:als|met|bij|tussen|onder|as|with|among|een van|één van|one of)\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE
)


def puts_down_who_come(text: str, clause: Clause) -> bool:
    """ "Hierbij geef ik u de raadsleden op die uw themadag bezoeken": the coming is theirs who are put on the list, in
    a half sentence about them."""
    if not clause.has("enrol", "notes") or clause.has("me", "us", "myself_too", "with_me", "together"):
        return False
    whom = clause.first(*PEOPLE, "also_group", "party", "roll")
    if whom is None or ONE_OF.search(text, clause.start, whom.start):
        return False
    who = WHO_COME.search(text, whom.end, clause.end)
    if who is None or any(cue.kind in ("i", "we") and cue.start >= who.end() for cue in clause.cues):
        return False
    return clause.has("attend") and all(cue.start >= who.end() for cue in clause.cues if cue.kind == "attend")


def _drops_i(text: str, clause: Clause) -> bool:
    """Whether the clause begins with its verb, as "ik" has it, and somebody is named behind a "met"."""
    if not clause.names or not clause.has("attend") or clause.has("i", "we", "he", "enrol", "neg") or clause.asks:
        return False
    return DROPS_I.fullmatch(text, clause.start, clause.names[0].start) is not None


def _asks_who(text: str, clause: Clause) -> bool:
    """ "Ik heb rondgevraagd wie er heen wil:": whoever that is, the list below says."""
    who = WHO.search(text, clause.start, clause.end) if clause.opens and clause.has("i", "we") else None
    if who is None or clause.has("me", "us", "myself_too"):
        return False
    return all(cue.start > who.start() for cue in coming_cues(clause))


def _is_only_of_others(text: str, clause: Clause, *, has_others: bool) -> bool:
    """Whether those who come are others, and the writer only speaks for them, or puts them on the list."""
    if has_others and was_asked(text, clause):
        return True
    if has_others and clause.has("on_behalf") and not clause.has("me", "we", "myself_too"):
        return True
    if has_others and (is_of_another(clause) or is_seat_for_them(text, clause)):
        return True
    if has_others and clause.has("lets_come") and not clause.has("me", "us", "myself_too"):
        return True  # "ik heb Wim bereid gevonden om te komen"
    of_them = has_others or is_for_another(clause)
    asked = clause.has("enrol", "seat", "enrol_noun")
    # "ik reis met haar mee en wil op uw lijst": not so "ik begeleid haar stage en meld haar aan"
    goes_with_them = clause.has("i") and clause.has("escorts") and clause.has("attend")
    goes_with_them = goes_with_them or _wants_to_be_enrolled(clause)
    if of_them and clause.has("him") and asked and not (clause.has("myself_too", "we") or goes_with_them):
        return True  # "zij heeft mij gevraagd haar op te geven"
    return (has_others or clause.has("person", "party")) and _enrols_others(clause)


# Not "met de volgende collega's": they are the writer's
WITH_THESE = late(
    r"\b(?:met|with) (?:(?:de|deze|the) )?(?:volgende|onderstaande|hieronder (?:genoemde|vermelde)|following)"
    r" (?:(?:twee|drie|vier|vijf|zes|two|three|four|\d) )?(?:mensen|personen|deelnemers|namen|people|persons)\b",
    re.IGNORECASE,
)


def _enrols_others(clause: Clause) -> bool:
    """ "Wij melden Wim aan": says an office, or a team, of somebody; not so "wij melden ons met Wim aan"."""
    coming = coming_cues(clause)
    enrols = {cue.kind for cue in coming} == {"enrol"} or (clause.has("adds") and not coming)
    return enrols and clause.has("we") and not clause.has("i", "me", "us", "myself_too", "with_me", "together", "all")


def _is_of_an_office(text: str, clause: Clause) -> bool:
    """Whether who writes sends, or puts on the list, people who are still to be named."""
    if clause.has("delegates") and not clause.has("me", "myself_too"):
        return True  # "we sturen een duo:", says who stays
    if (
        clause.opens
        and clause.has("we")
        and not clause.has("i", "me")
        and WITH_THESE.search(text, clause.start, clause.end)
    ):
        return True  # "wij komen met de volgende mensen:"
    if not (clause.opens and clause.has("enrol")):
        return False
    if clause.has("party") and clause.has("i") and not clause.has("me", "myself_too", "we"):
        return True  # "namens ons lectoraat meld ik drie personen aan:"
    # "graag willen wij aanmelden:", says an office of others
    return clause.has("we") and not clause.has("me", "us", "myself_too", "attend")


def _is_in_the_third_person(text: str, clause: Clause) -> bool:
    """ "Ik let erop dat de auto op tijd komt": what comes by that verb is no "ik"."""
    own = clause.first("i")
    coming = coming_cues(clause)
    if own is None or not coming or clause.has("me", "we", "us", "myself_too", "polite", "hereby", "with_me"):
        return False
    beside = any(abs(cue.start - own.end) <= BESIDE_I or abs(own.start - cue.end) <= BESIDE_I for cue in coming)
    return not beside and all(THIRD_PERSON.match(text, cue.start) for cue in coming)


def _takes_along(clause: Clause) -> bool:
    """ "I'd like to sign up with my colleague Tom": but not "ik wil Piet inschrijven, samen met Wim"."""
    along = clause.first("together")
    return clause.has("i") and along is not None and not any(name.start < along.start for name in clause.names)


WHICH = re.compile(r"(?:\w\s(?:die|which)|\bwaar\w+)\s\Z", re.IGNORECASE)
SHORT = 16  # characters: "e waarmee "


def writer_comes(talk: Talk, clause: Clause) -> None:
    """Note that the writer comes by this clause; and a group, where it says "wij"."""
    writer = talk.roster.writer
    own = clause.first("me", "myself_too") or clause.first("we", "i")
    if writer is not None and writer.cancels and _goes_elsewhere(talk, clause):
        return
    brings = clause.has("we") and clause.has("carry") and not clause.has("i", "me", "us", "myself_too", "all")
    if brings and talk.account.enrols and writer is not None and not writer.comes:
        talk.account.doubt(
            "unclear_person"
        )  # "ik meld de wethouder aan, en wij brengen Wim mee": a house, or all of us?
    if writer is not None:
        by_we = not clause.has("me", "myself_too") and not (clause.has("i") and clause.has("attend"))
        writer.by_we = by_we and (writer.by_we or not writer.comes)
        writer.asks_too = writer.asks_too or _asks_for_oneself(clause)
        writer.mark_coming(own.start if own else clause.start, enrolled=clause.has("enrol", "seat"))
    if clause.has("meant"):
        return  # how many were meant to come, headcount.py weighs
    if _is_one_of_them(talk.text, clause):
        return
    if (clause.has("we") and not is_only_related(talk.text, clause)) or (
        enrols_us(talk.text, clause) and object_of(clause, "enrol") != "me"
    ):
        talk.account.group = True


# Beside which a "mij" may be none who comes
NOT_ONESELF = (
    "neg", "past", "told", "talked", "already", "contact", "cc", "receipt", "question", "if", "maybe", "elsewhere",
    "through_me", "with_writer", "on_behalf", "spelling", "belonging", "part",
)  # fmt: skip


def _asks_for_oneself(clause: Clause) -> bool:
    """ "Noteer ook mij", "en verzoek u daarom ook mij te noteren": the writer beside somebody, as what is asked for."""
    if not (clause.has("as_well", "with_me", "likewise") and clause.has("me")) or clause.quoted:
        return False
    if clause.asks and not clause.has("polite", "may"):
        return False
    return object_of(clause, "enrol") == "me" and not clause.has(*NOT_ONESELF)


def _is_one_of_them(text: str, clause: Clause) -> bool:
    """ "Wij hebben besproken dat er eentje gaat, en dat ben ik geworden"."""
    last = max((cue.end for cue in clause.cues if cue.kind in ("we", "us")), default=clause.end)
    return clause.has("party") and THAT_IS_ME.search(text, last, clause.end) is not None


def is_only_related(text: str, clause: Clause) -> bool:
    """ "De motie die wij indienden sluit hierop aan": a "wij" that tells which thing is meant."""
    own = [cue for cue in clause.cues if cue.kind == "we"]
    return all(WHICH.search(text, max(clause.start, cue.start - SHORT), cue.start) is not None for cue in own)


def _goes_elsewhere(talk: Talk, clause: Clause) -> bool:
    """ "Mijn kaartje is voor Wim, zelf ga ik naar een opening"."""
    goes = GOES_TO.search(talk.text, clause.start, clause.end) is not None
    return goes and not (clause.has("enrol", "seat", "remains") or talk.is_about_event(clause))
