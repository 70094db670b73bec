"""Why a mail waits for a person, or was left alone: each short machine word, and its sentence for the organiser.

The words come from screening, reading, deciding and booking; programs get the word, people the sentence. A test reads
the code and fails for a word that has no sentence here. The sentences are Dutch (B1), as everything that organisers
read, and stand alone: they follow a name or a subject, not each other.
"""

import re

# Who wrote it (reading/screening/screen.py), in the order of the policy there.
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
    "secure_mail": "Het bericht staat op een beveiligde website: hier staat alleen een link.",
    "suppresses_some_replies": "De mail vraagt om bepaalde automatische antwoorden niet te sturen.",
    "automatic": "Dit is een automatisch bericht.",
    "unrelated": "De mail gaat niet over een aanmelding.",
}

# What stood in the way of reading it (reading/message/parse.py, defects.py).
WHAT_IT_IS = {
    "unreadable": "De mail kon niet worden gelezen.",
    "took too long": "Het lezen van de mail duurde te lang.",
    "reading process died": "Het lezen van de mail brak af.",
    "attachment": "Er zit een bijlage bij waarin een aanmelding kan staan.",
    "language": "De mail is in een taal die mailbot niet goed genoeg kent.",
    "headers_cut": "De kop van de mail is te groot: een deel is niet gelezen.",
    "nested_too_deep": "De mail bevat te veel mails in elkaar: een deel is niet gelezen.",
    "too_many_parts": "De mail bestaat uit te veel delen: een deel is niet gelezen.",
    "text_cut": "De tekst is te lang: een deel is niet gelezen.",
    "undecodable": "Een deel van de tekst bestaat uit tekens die niet te lezen zijn.",
    "unknown_encoding": "Een deel van de mail is verpakt op een manier die niet bestaat.",
    "struck_out": "Er staat tekst in die is doorgestreept.",
    "alternatives_differ": "De mail heeft twee versies van de tekst die niet hetzelfde zeggen.",
    "signed_opaque": "De tekst zit in een digitale handtekening die niet open ging.",
    "encrypted": "De mail is versleuteld.",
}

# What is asked, and for whom (the rest of reading/).
WHAT_IS_ASKED = {
    "question": "De mail stelt een vraag.",
    "unnamed": "De mail meldt mensen aan zonder hun naam te noemen.",
    "no_full_name": "Van iemand ontbreekt de volledige naam.",
    "nobodys_mailbox": "In een lijst staat een e-mailadres waar geen naam bij gevonden is.",
    "same_name_twice": "Dezelfde naam komt twee keer voor.",
    "unclear_what": "Het is niet duidelijk wat er moet worden afgezegd of gewijzigd.",
    "unclear_sentence": "Een zin in de mail kan iets over de aanmelding zeggen, maar het is niet duidelijk wat.",
    "unclear_person": "Het is niet duidelijk om wie het gaat.",
    "unclear_entry": "Onder een lijst staat iets over een van de regels, maar het is niet duidelijk over wie.",
    "unclear_answer": "Een antwoord tussen onze vragen laat open of iemand komt, of is niet begrepen.",
    "unclear_whose": "Er staat een dieetwens, functie of ander gegeven, maar het is niet duidelijk van wie.",
    "unexplained_person": "Er wordt iemand genoemd zonder dat duidelijk is of die ook komt.",
    "writer_too": "De afzender schrijft een ander in, en misschien ook zichzelf.",
    "companion": "Er komt misschien nog iemand mee.",
    "unsure_name": "Het is niet zeker of een woord in de mail een naam is.",
    "group_of_one": "De mail spreekt van meer mensen, maar er is maar één naam.",
    "alternative": "De een of de ander komt; wie van hen staat nog niet vast.",
    "unasked": "Iemand wordt aangemeld die daar misschien niets van weet, of niet wil komen.",
    "jest": "De mail lijkt niet helemaal serieus bedoeld.",
    "not_on_the_list": "Het is niet zeker dat degene om wie het gaat al is aangemeld.",
    "unclear_change": "Het is niet duidelijk wat er moet veranderen.",
    "nothing_new": "Er wordt een wijziging gevraagd zonder dat er iets nieuws staat.",
    "relay_unclear": "Het is niet duidelijk wat er met de doorgestuurde mail moet gebeuren.",
    "unclear_substitution": "Het is niet duidelijk wie wie vervangt.",
    "signed_by_another": "De mail is ondertekend door iemand anders dan de afzender.",
    "sender_not_trusted": "De mailserver meldt dat het afzenderadres mogelijk vervalst is.",
    "contradiction": "De mail spreekt zichzelf tegen.",
    "taken_back": "De mail vraagt er misschien niet om: er staat een vraag, of iets wat het terugneemt.",
    "remark": "Bij de naam van iemand staat iets waardoor het niet zeker is of die komt.",
    "reserve": "Iemand komt onder voorbehoud, of weet het nog niet zeker.",
    "condition": "Er staat een voorwaarde bij, of de afzender twijfelt nog.",
    "long_mail": "Het is een lange brief; kijk of mailbot hem goed begrijpt.",
    "read_in_part": "Een deel van de mail kon niet worden gelezen.",
    "later": "De afzender laat later iets weten.",
    "names_follow": "De namen volgen later.",
    "pitch": "De mail biedt iets aan en vraagt niet om een plaats.",
    "instruction": "De mail bevat een opdracht aan een programma.",
    "link": "De mail vraagt ons een link te volgen of ergens in te loggen. Volg die link niet zomaar.",
    "admission": "De aanmelding hangt ervan af wie er welkom is.",
    "place_left": "De aanmelding hangt ervan af of er nog plaats is.",
    "no_event": "Er staat geen bijeenkomst in de instellingen.",
    "two_events": "De mail kan over verschillende bijeenkomsten gaan.",
    "other_occasion": "De aanmelding lijkt voor iets anders te zijn dan een van uw bijeenkomsten.",
    "elsewhere": "De schrijver is op de dag zelf volgens de mail ergens anders, of wil online meedoen.",
    "undecided": "Of iemand komt, hangt volgens de mail af van iets wat nog niet vaststaat.",
    "held_open": "De mail zegt dat er nog op iets of iemand gewacht moet worden.",
    "other_date": "De mail noemt een datum waarop er geen bijeenkomst is.",
    "unclear_workshop": "Het is niet duidelijk welke workshop wordt bedoeld.",
    "unclear_round": "Het is niet duidelijk welke ronde wordt bedoeld.",
    "second_reader": "Het is niet zeker wie er komt: de woorden van de mail wijzen ook een andere kant op.",
    "sounds_doubtful": "De mail klinkt als een waar een mens naar moet kijken: een voorbehoud, of iemand zonder naam.",
    "said_in_passing": "De mail zegt terloops iets waardoor nog niet vaststaat of dit zo kan.",
    "round_without_workshop": "Er wordt een ronde genoemd zonder workshop.",
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
    "not_in_that_round": "Er wordt een workshop gevraagd in een ronde waarin die niet wordt gegeven.",
    "event_over": "De bijeenkomst is al geweest.",
    "no_name": "De naam van de deelnemer ontbreekt.",
    "address_of_another": "Op dit mailadres staat al iemand met een andere naam aangemeld.",
    "perhaps_registered": "Deze persoon is misschien al aangemeld, met een ander adres of andere voorletters.",
    "which_registration": "Er zijn verschillende aanmeldingen waarop dit kan slaan.",
    "not_yours": "De afzender wil iets veranderen aan een aanmelding die iemand anders heeft gedaan.",
    "not_registered": "De persoon om wie het gaat, is niet aangemeld.",
    "nothing_to_change": "Er wordt een wijziging gevraagd, maar er verandert niets.",
}

REASONS: dict[str, str] = {**WHO_WROTE_IT, **WHAT_IT_IS, **WHAT_IS_ASKED, **WHAT_THE_BOOKS_SAY}

# "KeyError in mailbot.reading.read:31", or just "KeyError": what the pipeline notes of a mail that a mistake of ours
# set aside.
MISTAKE = re.compile(r"[A-Z]\w*( in \S+)?")


def sentence(reason: str) -> str:
    """The sentence for that reason. One that isn't known is shown as it is: a report must not fail over a word."""
    if reason in REASONS:
        return REASONS[reason]
    if MISTAKE.fullmatch(reason):
        return f"Bij het verwerken van de mail ging iets mis: {reason}."
    return reason if " " in reason else f"De reden is: {reason}."


def sentences(reasons: tuple[str, ...]) -> str:
    """All of them in one line."""
    return " ".join(map(sentence, reasons))
