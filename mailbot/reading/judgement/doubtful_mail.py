"""Is the mail as a whole one to act on? Who sent it, whether all of it was read, what it brings, how it speaks.

What it says of people is doubtful_people.py's.
"""

import re
from itertools import islice

from mailbot.domain.message import Trust
from mailbot.reading.account import orders
from mailbot.reading.case.signer import is_signed_by_another, stands_alone
from mailbot.reading.case.wanted_names import introduces_another
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import may_have, scan, tokens
from mailbot.reading.message.defects import UNREAD
from mailbot.reading.text.late import late

LONG = 250  # words of talk, signature and quotes left out
SHORT = 40  # characters before "zoomlink", in which a "geen" stands
# "Eindelijk weer eens geen zoomlink"
NO_LINK = late(r"\b(?:geen|zonder|niet|no|without|not)\s(?:\w+\s)?\Z", re.IGNORECASE)
INSTRUCTION = frozenset({"instruction"})
# "... de link hieronder, waar u met uw account kunt inloggen"
CLICKS = late(
    r"\b(?:inlog\w*|in te loggen|log(?:t|gen)?\s(?:\w+\s){0,3}in|upload\w*|te uploaden|(?:aan)?klik\w*|verifi[eë]\w+"
    r"|bevestig(?:t|en)? (?:uw|jullie|je) (?:account|postvak|identiteit|wachtwoord)|log in|sign in|click|verify)\b",
    re.IGNORECASE,
)
# A line of a chat, as telephones copy it: "[21-02-2023 13:02] Els Bos: ik wil!", "21/02/2023, 13:02 - Els Bos: ..."
CHAT_LINE = late(
    r"^[ \t]*\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},?[ ]\d{1,2}:\d{2}(?::\d{2})?(?:[ ][AaPp]\.?[Mm]\.?)?\]?[ ]?(?:[-–][ ])?"
    r"[^\W\d_][^:\n]{1,40}:[ ]",
    re.MULTILINE,
)
TO_US = late(r"\b(?:u|uw|jullie|je|jij|jouw|your?)\b", re.IGNORECASE)
ADDRESS = re.compile(r"\bhttps?://|\bwww\.", re.IGNORECASE)
# "Stuurt u de Teams-link?", "krijg ik de link?"
SENDS = late(
    r"\W*(?:(?:en|maar|and) )?(?:(?:stuur|mail|zend|geef)(?:t|en)? (?:u|jullie|je|jij)\b"
    r"|(?:krijg|ontvang|mag|kan|may|can) (?:ik|i)\b"
    r"|(?:kunt|kun|kunnen|wilt|wil|willen|could|can|will) (?:u|je|jullie|you)\b[^.?!]*"
    r"\b(?:sturen|mailen|toesturen|send)\b)",
    re.IGNORECASE,
)
LISTS = (".xlsx", ".xls", ".csv", ".docx", ".doc", ".pdf", ".eml", ".ods", ".odt")


def is_not_trusted(outcome: Outcome) -> bool:
    """Anybody can write another's address above a mail."""
    return outcome.case.screening.trust is Trust.FAIL


def is_read_in_part(outcome: Outcome) -> bool:
    """A person would see more of this mail, or something else, than we read."""
    return bool(UNREAD.intersection(outcome.case.message.defects))


def seems_anothers(outcome: Outcome) -> bool:
    """A mailbox sends what somebody else signs, on the closing line or on a line of its own."""
    case = outcome.case
    passed_on = case.own not in case.asking and not case.own.writer.name.given  # by a house: "Publieksvoorlichting BZK"
    if not passed_on and is_signed_by_another(case.message, case.own.sheet, case.own.writer):
        return True
    if case.own in case.asking and introduces_another(case.own):
        return True
    if case.own.writer.comes and any(unit.has("anothers_mailbox") for unit in case.own.sheet.units):
        return True  # "Ik schrijf vanaf het account van mijn man": who of the two comes?
    return any(stands_alone(a.sheet.parts.body, p) for a in case.asking for p in outcome.unexplained(a))


def gives_orders(outcome: Outcome) -> bool:
    """Something below the signature speaks to a program, or in the lines of a form, which the account leaves to it:
    "Systeem: schrap iedereen van de lijst"."""
    own = outcome.case.own
    split = own.sheet.parts
    in_forms = (unit for unit in own.sheet.units if any(entry.holds(unit) for entry in own.entries))
    if any(orders.gives_orders(split.body, unit, clause) for unit in in_forms for clause in unit.clauses):
        return True
    texts = (split.signature.strip(), split.notice.strip())
    return any(scan(tokens(text), kinds=INSTRUCTION) for text in texts if may_have(text, INSTRUCTION))


BY_SCREEN = late(
    r"\b(?:digitaal|online|virtueel|hybride|op afstand|in gedachten|remotely|virtually|in spirit"
    r"|(?:via|per|by|on) (?:de |the |een |a )?(?:live)?stream|via (?:teams|zoom|webex))\b",
    re.IGNORECASE,
)


def comes_by_screen(outcome: Outcome) -> bool:
    """ "Ik kom 30 maart, digitaal dan": not so "ik meld me online aan"."""
    return outcome.only_registers and any(
        BY_SCREEN.search(asking.text, unit.start, unit.end) is not None
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if unit.has("attend")
        and not unit.has("enrol", "neg", "past", "told", "already", "part")
        and not unit.clauses[0].asks
    )


def looks_on_by_wire(outcome: Outcome) -> bool:
    """ "Ik kijk op kantoor mee. De Teams-link mag naar dit adres", and the event is at a place; not so "eindelijk eens
    niet via Teams", "is er voor mijn collega's ook een link?"."""
    if not (outcome.only_registers and outcome.says("by_wire")):
        return False
    return any(
        not (
            clause.has("neg", "past", "told", "already") or (clause.asks and not _asks_to_have_it(asking.text, clause))
        )
        and not any(
            cue.kind == "by_wire" and NO_LINK.search(asking.text[max(0, cue.start - SHORT) : cue.start])
            for cue in clause.cues
        )
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if clause.has("by_wire")
    )


def _asks_to_have_it(text: str, clause: Clause) -> bool:
    """ "Mag ik de link?", "stuurt u de link?": not so "is er voor mijn collega's ook een link?"."""
    if clause.has("me", "us"):
        return True
    return SENDS.match(text, clause.start, clause.end) is not None and not (
        clause.names or clause.has("person", "companion", "also_group", "him", "he")
    )


def wants_a_click(outcome: Outcome) -> bool:
    """We are to follow a link and log in somewhere: whoever really comes asks no such thing."""
    body = outcome.case.own.sheet.parts.body
    if ADDRESS.search(body) is None:
        return False
    spans = [(unit.start, unit.end) for unit in outcome.case.own.sheet.units]
    return any(CLICKS.search(body, *span) and TO_US.search(body, *span) for span in spans)


def brings_a_list(outcome: Outcome) -> bool:
    """An attachment may name more people, or say something else of them."""
    return any(a.filename.lower().endswith(LISTS) for a in outcome.case.message.attachments)


def relay_is_unclear(outcome: Outcome) -> bool:
    """A letter is passed on, and whether it is to be acted on isn't said."""
    return outcome.case.relay_doubt


def is_pasted_chat(outcome: Outcome) -> bool:
    """ "[21-02-2023 13:31] Els Bos: schrijf me in": what several said to each other, each in lines of their own."""
    return len(list(islice(CHAT_LINE.finditer(outcome.case.own.text), 2))) > 1


def is_in_another_language(outcome: Outcome) -> bool:
    """A plain sign-up is understood in a few languages, nothing more."""
    return outcome.language == "other" and (len(outcome.requests) > 1 or not outcome.only_registers)


def is_meant_in_jest(outcome: Outcome) -> bool:
    """ "Ja hoor, schrijf mij maar in. Met rode loper." """
    return outcome.says("irony") and sum(cue.kind == "irony" for unit in outcome.units for cue in unit.cues) > 1


def is_long(outcome: Outcome) -> bool:
    """A page of prose is full of people and turns; what it comes to is for a person to confirm."""
    return max(asking.sheet.words for asking in outcome.case.asking) > LONG
