"""Would a seat be given up in a letter that doesn't give it up? "Heeft Els zich afgemeld?"; "vorige week meldde ik me
af, maar ik kan nu toch wel"; "mijn afmelding van gisteren mag van tafel"; "allemaal afmelden, behalve Els"; "één van de
drie valt af", of which the writer would be the one.
"""

import re

from mailbot.domain.reading import Action
from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.dropped_choices import drops_a_choice
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.judgement.passed_over import EXCEPT, REACH
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.units import Unit
from mailbot.reading.names import same_person
from mailbot.reading.names.person_name import split_plain
from mailbot.reading.text.fold import fold
from mailbot.reading.text.late import late

GONE = ("cancel", "absent", "unable", "stays", "unbooked", "self_not")
# "Heeft Els zich afgemeld?": not so "haalt u mij van de lijst?"
ASKS_HOW_IT_IS = late(
    r"\W*(?:(?:en|maar|and|but)\s)?(?:heeft|hebben|had|hadden|is|was|zijn|waren|staat|stond|wanneer|waarom|hoe|wie|welke|klopt"
    r"|did|does|has|have|had|was|were|are|why|when|how|who)\b",
    re.IGNORECASE,
)
OURSELVES = ("i", "me", "mine", "we", "us")
# "Kunt u nagaan of ...": whether it is so, we are to look up
LOOK_UP = late(
    r"\b(?:nagaan|nakijken|nazien|kijken|controleren|checken|check|"
    r"opzoeken|uitzoeken|zien|weten|zeggen|vertellen|laten weten"
    r"|bevestigen|verify|confirm|see|tell|know|make sure|look up)\b[^.;!?]{0,20}\b(?:of|dat|whether|if|that)\b",
    re.IGNORECASE,
)
# "Ik kan nu toch wel", "hij blijkt toch te kunnen", "I can come after all"
AFTER_ALL = late(
    r"\b(?:kan|kunnen|kom|komt|komen|ga|gaat|gaan|lukt|red|redt|haal|haalt|past|ben|is|zijn)\b(?:\s[\w'’]+){0,4}?\s"
    r"(?:toch(?! niet)|t[oó]ch|alsnog|wel|weer|gewoon)\b"
    r"|\b(?:toch|alsnog|wel|gewoon)\s(?:nog\s)?te\s(?:komen|kunnen|gaan)\b"
    r"|\bblijk\w{0,2}\s(?:[\w'’]+\s){0,2}?(?:toch|wel|alsnog|gewoon|weer)\b[^.;!?]{0,20}\bkunnen\b"
    r"|\b(?:can|could|able)\b[^.;!?]{0,40}\b(?:after all|again)\b"
    r"|(?:\b(?:will|am|is|are)|['’]ll)\s[^.;!?]{0,40}\bafter all\b",
    re.IGNORECASE,
)
ANOTHER_TIME = late(
    r"\b(?:in (?:jan|feb|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\w*"
    r"|keer|volgend\w*|jaar|\w*jaar|herfst|winter|zomer|later|editie|next|another|other|later|edition|year|time)\b",
    re.IGNORECASE,
)
LEAVING = (
    r"(?:afmeld\w*|af te melden|annul\w*|cancel\w*|uitschrijv\w*|uit te schrijven|schrappen|te schrappen|withdraw\w*)"
)
# "Toch niet afmelden": what was done, "afgemeld", is no request
NOT_TO = late(
    rf"\b(?:niet|geen|nooit|not|never|don['’]?t|no need to)\s"
    rf"(?:(?:meer|te|hoeven|mij|me|zich|ons|hem|haar|to|have|need|yet)\s){{0,2}}?{LEAVING}",
    re.IGNORECASE,
)
A_LEAVE = r"(?:af(?:melding|zegging|bericht)|annulering|cancellation|withdrawal)\b"
EARLIER = late(
    rf"\b{A_LEAVE}\s(?:van|of|from|die ik)\s(?:\w+\s)?(?:gister\w*|eergister\w*|van(?:ochtend|morgen|middag)"
    r"|zojuist|net|zonet"
    rf"|vorige|afgelopen|zopas|yesterday|last|this (?:morning|afternoon)|earlier|before)\b"
    rf"|\b(?:eerdere|vorige|earlier|previous)\s{A_LEAVE}"
    r"|\b(?:meldde|meldden|zegde|zegden)\s(?:[\w'’]+\s){0,4}?af\b|\b(?:schreef|schreven)\s(?:[\w'’]+\s){0,4}?uit\b"
    r"|\b(?:i|we)\s(?:already\s)?(?:cancelled|canceled|withdrew)\b"
    r"|\b(?:schreef|mailde|zei|meldde|berichtte|wrote|said|told|mailed|emailed)\b[^.;!?]{0,30}\b(?:dat|that)\b[^.;!?,]{0,40}"
    r"(?:\bniet\b|\bnot\b|n['’]t\b)",
    re.IGNORECASE,
)
# "Afmelding ingetrokken", "mijn afmelding mag van tafel"
LEAVE_DROPPED = late(
    rf"\b{A_LEAVE}[^.;!?\n]{{0,40}}\b(?:ingetrokken|intrekken|in te trekken|trek ik in|vervalt|vervallen|herroep\w*"
    r"|van tafel"
    r"|ongedaan\w*|negeren|vergeten|weggooien|terugdraaien|teruggedraaid|misverstand|vergissing|withdrawn|void|ignored?"
    r"|disregard\w*|undo\w*|undone|mistake|reversed?)\b"
    rf"|\b(?:vergeet|negeer|trek|herroep|draai|annuleer|ignore|disregard|undo|withdraw|reverse|cancel)\s(?:[\w'’]+\s){{0,3}}?{A_LEAVE}",
    re.IGNORECASE,
)
# "Kees meldt zich morgen bij u af", "ik heb Kees gevraagd zich af te melden": not so "Kees vroeg mij hem af te melden"
LEAVES_BY_THEMSELVES = late(
    r"\b(?:meldt?|schrijft?|zegt?)\szich\b[^.;!?\n]{0,30}\b(?:morgen|zelf|nog|straks|later|vandaag|binnenkort)\b"
    r"[^.;!?\n]{0,30}\b(?:af|uit)\b"
    r"|\b(?:gevraagd|verzocht|vroeg|vraag|verzoek|aangeraden|laten weten)\b[^.;!?\n]{0,30}\bzich\b[^.;!?\n]{0,30}"
    r"\b(?:af te melden|uit te schrijven|terug te trekken)\b"
    r"|\b(?:ask|asked|told)\s(?!me\b|us\b)[^.;!?\n]{1,30}\sto\s(?:cancel|withdraw|unregister)\b"
    r"|\bwill (?:cancel|withdraw)\b[^.;!?\n]{0,20}\b(?:himself|herself|themselves|tomorrow|later|separately)\b",
    re.IGNORECASE,
)
ONE_OF = late(
    r"\W*(?:(?:helaas|er|dat|unfortunately)\s)*(?:een|één|eentje|iemand|twee|one|two|someone|somebody)\s"
    r"(?:van|uit|bij|of|from|in)\s"
    r"(?:de|ons|onze|hen|mijn|het|us|our|them|the|my)\b",
    re.IGNORECASE,
)
# "Op Els en Wim na": not so "op Els na zijn we allemaal adviseur"
ON_AFTER = re.compile(r"\s(?:[\w'’]+\s){0,3}?na\b")
SEATS = ("enrol", "attend", "seat", "cancel", "relay")
# What says that a clause with "cancel" and "me" asks for no leave: "zonder mij af te melden", "schrap mijn lunch"
NO_LEAVE = (
    *("neg", "if", "past", "i", "no_denial", "enrol_noun", "part", "belonging", "told", "undone", "already"),
    "takes_back",
)


def excepts_whom_it_asks_for(outcome: Outcome) -> bool:
    """ "Please cancel all of us except Els", and it is Els who would be struck off."""
    asked = [split_plain(request.name.split()) for request in outcome.requests if request.name]
    return any(
        (said := EXCEPT.search(asking.text, max(unit.start, found.start - REACH), found.start)) is not None
        and (not said[0].lower().startswith("op") or (unit.has(*SEATS) and ON_AFTER.match(asking.text, found.end)))
        and (person := asking.roster.find(found.name)) is not None
        and any(same_person(person.name, name) for name in asked)
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        if not (unit.has("part") or any(unit.start <= start < unit.end for start, _ in asking.sheet.workshops))
        for found in unit.names
    )


def only_asks_after_it(outcome: Outcome) -> bool:
    """ "Heeft Els zich afgemeld?", "kunt u nagaan of Els niet dubbel staat?": nobody is to be struck off."""
    if not outcome.cancels:
        return False
    gone = [(asking, c) for asking, c in outcome.clauses if c.has(*GONE)]
    return bool(gone) and all(
        (clause.asks and ASKS_HOW_IT_IS.match(asking.text, clause.start, clause.end))
        or ((clause.asks or clause.has("polite", "may")) and LOOK_UP.search(asking.text, clause.start, clause.end))
        for asking, clause in gone
    )


def can_come_after_all(outcome: Outcome) -> bool:
    """ "Ik had Els willen afmelden, maar zij blijkt toch te kunnen"."""
    if not outcome.cancels:
        return False
    cancelled = {request.name for request in outcome.requests if request.action is Action.CANCEL}
    of_writer = str(outcome.case.own.writer.name) in cancelled
    of_others = len(cancelled) > of_writer
    return any(
        AFTER_ALL.search(asking.text, clause.start, clause.end) is not None
        and not ANOTHER_TIME.search(asking.text, clause.start, clause.end)
        and not (clause.names or _is_of_another_day(asking, unit))
        and ((of_writer and clause.has("i")) or (of_others and clause.has("he")))
        for asking in outcome.case.asking
        for unit in asking.sheet.units
        for clause in unit.clauses
        if not clause.has("neg", "perhaps", "part", "belonging", *GONE)
    )


def _is_of_another_day(asking: Asking, unit: Unit) -> bool:
    """ "Overmorgen, in Utrecht, ben ik er gewoon": a day is named where nothing is given up."""
    open_ones = [clause for clause in unit.clauses if not clause.has(*GONE)]
    return any(clause.start <= m.start < clause.end for m in asking.sheet.events for clause in open_ones)


def is_told_not_to(outcome: Outcome) -> bool:
    """ "Toch niet afmelden, mijn oppas kan", below "Afmelding"."""
    return outcome.cancels and any(
        NOT_TO.search(asking.text, clause.start, clause.end) is not None
        for asking, clause in outcome.clauses
        if not clause.has("unable", "by_themselves")
    )


def speaks_of_an_earlier_leave(outcome: Outcome) -> bool:
    """ "Mijn afmelding van vanochtend mag van tafel": what is taken back, or only told, is not asked for anew."""
    if not outcome.cancels:
        return False
    told = [asking.sheet.parts.body for asking in outcome.case.asking]
    if not outcome.case.answers:
        told.append(outcome.case.subject)
    return any(said.search(text) for text in told for said in (EARLIER, LEAVE_DROPPED))


def leaves_by_themselves(outcome: Outcome) -> bool:
    """ "Kees meldt zich morgen bij u af": that he does, this mail only tells."""
    return outcome.cancels and any(
        LEAVES_BY_THEMSELVES.search(asking.sheet.parts.body) is not None for asking in outcome.case.asking
    )


def somebody_takes_leave(outcome: Outcome) -> bool:
    """ "Aanmelden: Els en Wim. PS van Els: haal mij er toch maar af", and nobody's seat would be given up."""
    return outcome.only_registers and any(
        clause.has("cancel")
        and clause.has("me")
        and not clause.asks
        and not drops_a_choice(outcome, asking, clause.start)
        for asking, clause in outcome.clauses
        if not clause.has(*NO_LEAVE)
    )


def leaves_for_another(outcome: Outcome) -> bool:
    """ "Namens mijn man: hij kan niet", "de wethouder kan niet", "één van de drie die ik opgaf valt af": and it is the
    writer who would be struck off."""
    cancelled = [request.name for request in outcome.requests if request.action is Action.CANCEL]
    if len(outcome.requests) > 1 or cancelled != [str(outcome.case.own.writer.name)]:
        return False
    gone = [(asking, c) for asking, c in outcome.clauses if c.has(*GONE) and not c.names]
    return bool(gone) and all(
        ONE_OF.match(fold(asking.text[clause.start : clause.end]))
        or ((clause.has("he") or _is_of_somebody(clause)) and not clause.has(*OURSELVES))
        for asking, clause in gone
    )


def _is_of_somebody(clause: Clause) -> bool:
    """ "Onze stagiaire is ziek": not so "verhinderd, want ...", nor "mijn collega's zeg ik het zelf"."""
    gone = min(cue.start for cue in clause.cues if cue.kind in GONE)
    return any(cue.kind in ("person", "companion") and cue.end <= gone for cue in clause.cues)


def clears_the_day(outcome: Outcome) -> bool:
    """ "Ik zeg mijn sportles af en kom": what is called off makes room for this."""
    return outcome.cancels and any(
        clause.has("cancel") and clause.has("attend") and clause.has("i")
        for _, clause in outcome.clauses
        if not clause.has("neg", "absent", "unable", "unbooked", "replace", "past", "if", "stays")
    )


def others_fall_out(outcome: Outcome) -> bool:
    """ "Alleen ik kom. De andere twee kunnen niet meer", of three whom we confirmed: nothing came of those two."""
    case = outcome.case
    if not outcome.only_registers or len(case.people_confirmed) < 2:
        return False
    return any(
        clause.has("absent", "unable", "cancel", "unbooked")
        and not (clause.names or clause.asks)
        and not clause.has("i", "me", "part", "belonging", "if", "past")
        for _, clause in outcome.clauses
    )


def leaves_a_part(outcome: Outcome) -> bool:
    """ "Voor ronde 2 meld ik mij af, de rest van de dag ben ik er", "graag voor de lunch afmelden": who says so may be
    on the list, and what is left out is not noted."""
    gives_up = outcome.subject_says("cancel_word")  # "Lunch kan worden afgemeld" is no more than a wish
    return outcome.only_registers and any(
        clause.has("cancel")
        and not clause.has("neg", "if")
        and not clause.asks
        and clause.has("part")
        and (gives_up or (clause.has("i", "we") and not clause.has("belonging")))
        for _, clause in outcome.clauses
    )
