"""Whom a clause of coming means without naming them: those in the Cc, or whom the last words were about.

"Wim gaat mee en Els niet. Zet hem op de lijst": of those who were named before it is the one who comes. Pronouns that
stand in a row with names are for references.py; "ons" is for company.py.
"""

import re

from mailbot.reading.account.participants import is_for_another
from mailbot.reading.account.pronouns import sex_of
from mailbot.reading.account.references import joined_by_pronoun, object_of
from mailbot.reading.account.reporting import only_reports
from mailbot.reading.account.talk import Talk
from mailbot.reading.account.together import pairs_with_writer
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cue_phrases import number
from mailbot.reading.letter.cues import tokens
from mailbot.reading.names.people import Person

ONE_PERSON = re.compile(r"\b(?:hij|hem|haar|he|him|her)\b", re.IGNORECASE)


def pointed_at(talk: Talk, clause: Clause, others: list[Person]) -> tuple[Person, ...]:
    """Who comes beside `others`, whom the clause names."""
    paired = pairs_with_writer(talk.text, clause)
    if paired and not (others or talk.recent):
        talk.account.companions = max(talk.account.companions, 1)  # "zij en ik", and nobody was named: she comes, too
    subject = (clause.has("he") and (not clause.has("i") or only_reports(talk.text, clause))) or paired
    if others:
        return _beside_named(talk, clause, others, subject=subject)
    if clause.has("cc") and clause.has("person", "also_group", "party", "we"):
        copied = tuple(p for p in talk.roster.people if p.in_cc)
        if (said := _counted(talk.text, clause)) is not None and said not in (len(copied), len(copied) + 1):
            talk.account.doubt("unclear_person")  # "een collega in de cc", where three are
        return copied
    pointed = subject or (clause.has("him") and clause.has("enrol", "seat"))
    of_others = not clause.has("me") or only_reports(talk.text, clause) or is_for_another(clause)
    return _lately_meant(talk, clause) if paired or _is_their_sign_up(clause) or (pointed and of_others) else ()


def _counted(text: str, clause: Clause) -> int | None:
    """How many a clause says that they are; None where it doesn't."""
    party = clause.first("party")
    said = tokens(text, party.start, party.end) if party else ()
    return next((count for token in said if (count := number(token.word)) is not None), None)


def _beside_named(talk: Talk, clause: Clause, others: list[Person], *, subject: bool) -> tuple[Person, ...]:
    waiting = talk.recent if subject and clause.has("with_me") else ()  # "zij komt dus wel, net als Wim"
    if clause.has("him") and clause.has("enrol"):
        waiting = joined_by_pronoun(talk.text, clause, talk.roster, talk.recent)
    return tuple(p for p in waiting if p not in others and p.name.is_full)


def _is_their_sign_up(clause: Clause) -> bool:
    """ "Beiden hebben mij verzocht hun inschrijving te verzorgen": whose sign-up it is, not who was asked."""
    return clause.has("enrol_noun") and object_of(clause, "enrol_noun") == "him"


def _lately_meant(talk: Talk, clause: Clause) -> tuple[Person, ...]:
    """Whom the words before were about; of several, "hem" is one, and which is for a person to ask."""
    if len({id(person) for person in talk.recent}) > 1 and ONE_PERSON.search(talk.text, clause.start, clause.end):
        if (one := _surely_meant(talk, clause)) is not None:
            return (one,)
        talk.account.doubt("unclear_person")
    if talk.recent and all(person.stays_away and not person.comes for person in talk.recent):
        coming = [person for person in talk.history if person.comes and not person.stays_away]
        return tuple(coming[-1:]) or talk.recent
    return talk.recent


def _surely_meant(talk: Talk, clause: Clause) -> Person | None:
    """Who of several alone can be called as the clause's subject is: "Els Bos en Wim Smit ... Hij doet ronde 1"."""
    subject = clause.first("he", "him")
    sex = sex_of(talk.text, subject) if subject is not None else None
    called = [person for person in talk.recent if person.sex is sex]
    others = [person for person in talk.recent if person.sex is None]
    return called[0] if sex is not None and len(called) == 1 and not others else None
