"""Why a mail waits for a person, or was left alone: each short machine word, and its sentence for the organiser.

The words come from screening, reading, deciding and booking; programs get the word, people the sentence. A test reads
the code and fails for a word that has no sentence here. The sentences are Dutch (B1), as everything that organisers
read, and stand alone: they follow a name or a subject, not each other.
"""

import re

# Who wrote it (reading/screen.py): the first table of contents of the policy there.
WHO_WROTE_IT = {
    "own_address": "De mail komt van ons eigen adres.",
    "own_reply": "Dit is een antwoord van mailbot zelf.",
    "own_message_id": "Dit is een mail die mailbot zelf heeft verstuurd.",
    "bounce": "Een mailserver meldt dat een mail niet is afgeleverd.",
    "receipt": "Dit is een ontvangst- of leesbevestiging.",
    "report": "Dit is een rapport van een mailserver.",
    "empty_return_path": "De mail is door een computer gemaakt: er is geen adres om fouten aan te melden.",
    "auto_submitted": "De mail zegt zelf dat hij automatisch is verstuurd.",
    "from_robot": "De afzender is een mailserver, geen mens.",
    "robot_header": "De mail is gemaakt door een programma.",
    "autoresponder": "Dit is een automatisch antwoord.",
    "suppresses_replies": "De mail vraagt om geen automatische antwoorden te sturen.",
    "list": "De mail is verstuurd via een mailinglijst.",
    "precedence": "De mail is in bulk verstuurd.",
    "bulk": "De mail is een nieuwsbrief of een andere mailing.",
    "no_reply_address": "De mail komt van een adres dat geen antwoord wil krijgen.",
    "automatic_subject": "Het onderwerp zegt dat dit een automatisch antwoord is.",
    "calendar": "Dit is een antwoord van een agendaprogramma.",
    "receipt_subject": "Het onderwerp is dat van een ontvangst- of leesbevestiging.",
    "declared_automatic": "De tekst zegt dat de mail automatisch is verstuurd.",
    "acknowledgement": "Dit is een automatische ontvangstbevestiging.",
    "vacation": "Dit is een afwezigheidsbericht.",
    "newsletter": "De tekst is die van een nieuwsbrief.",
    "looks_automatic": "De mail lijkt op een automatisch bericht, maar vraagt misschien toch iets.",
    "calendar_answer_with_text": "Iemand antwoordde vanuit de agenda, met eigen tekst erbij.",
    "suppresses_some_replies": "De mail vraagt om bepaalde automatische antwoorden niet te sturen.",
    "automatic": "Dit is een automatisch bericht.",
    "unrelated": "De mail gaat niet over een aanmelding.",
}

# Whether the mail could be read at all (reading/parse.py, defects.py).
WHAT_IT_IS = {
    "unreadable": "De mail kon niet worden gelezen.",
}

# What is asked, and of whom (reading/).
WHAT_IS_ASKED = {
    "question": "De mail stelt een vraag.",
    "unnamed": "De mail meldt mensen aan zonder hun naam te noemen.",
    "reserve": "Er wordt iets gevraagd onder voorbehoud.",
    "condition": "Er staat een voorwaarde bij, of de afzender twijfelt nog.",
    "later": "De afzender laat later iets weten.",
    "instruction": "De mail bevat een opdracht aan een programma.",
    "place_left": "De afzender vraagt of er nog plaats is.",
    "unclear_person": "Het is niet duidelijk om wie het gaat.",
    "two_in_one_round": "Er worden twee workshops in dezelfde ronde gevraagd.",
    "unclear_workshop": "Het is niet duidelijk welke workshop wordt bedoeld.",
    "unclear_round": "Het is niet duidelijk welke ronde wordt bedoeld.",
    "round_without_workshop": "Er wordt een ronde genoemd zonder workshop.",
    "other_date": "De mail noemt een datum waarop er geen bijeenkomst is.",
}

# What the books and the rules say to it (domain/decision.py, domain/booking.py).
WHAT_THE_BOOKS_SAY = {
    "no_address": "De mail heeft geen bruikbaar afzenderadres.",
    "sender_not_proven": "De mailserver meldt dat het afzenderadres mogelijk vervalst is.",
    "too_many_today": "Dit adres heeft vandaag al het hoogste aantal antwoorden gekregen.",
    "nothing_asked": "Er staat geen aanmelding, afmelding of wijziging in die mailbot begrijpt.",
    "unsure": "mailbot is niet zeker genoeg om zelf te antwoorden.",
    "unknown_event": "Het is niet duidelijk om welke bijeenkomst het gaat.",
    "two_workshops_one_round": "Voor één persoon worden twee workshops in dezelfde ronde gevraagd.",
    "event_over": "De bijeenkomst is al geweest.",
    "no_name": "De naam van de deelnemer ontbreekt.",
    "address_of_another": "Op dit mailadres staat al iemand met een andere naam aangemeld.",
    "not_yours": "De afzender wil iets veranderen aan een aanmelding die iemand anders heeft gedaan.",
    "not_registered": "De persoon om wie het gaat, is niet aangemeld.",
    "nothing_to_change": "Er wordt een wijziging gevraagd, maar er verandert niets.",
}

REASONS: dict[str, str] = {**WHO_WROTE_IT, **WHAT_IT_IS, **WHAT_IS_ASKED, **WHAT_THE_BOOKS_SAY}

# "KeyError in mailbot.reading.read:31": what the pipeline notes of a mail that a mistake of ours set aside.
MISTAKE = re.compile(r"[A-Za-z]\w* in \S+|[A-Z]\w*")


def sentence(reason: str) -> str:
    """The sentence for that reason. One that isn't known is shown as it is: a report must not fail over a word."""
    if reason in REASONS:
        return REASONS[reason]
    if MISTAKE.fullmatch(reason):
        return f"Bij het verwerken van de mail ging iets mis: {reason}."
    return f"De reden is: {reason}."


def sentences(reasons: tuple[str, ...]) -> str:
    """All of them in one line."""
    return " ".join(map(sentence, reasons))
