"""What follows from a clause for the people in it, a method a stance: who comes, who is booked, what remains unclear.

Who stays away, gives up or hands over a seat is the concern of leaving.py and handing_over.py.
"""

import re

from mailbot.reading.account.companions import further, is_of_somebody, is_somebody_new, without_a_name
from mailbot.reading.account.hesitation import is_of_a_wish
from mailbot.reading.account.leaving import OBJECT
from mailbot.reading.account.mentions import WITH_COMING, acts, follows_relative, is_aside, is_in_passing
from mailbot.reading.account.references import joined_by_pronoun
from mailbot.reading.account.reporting import only_reports
from mailbot.reading.account.stance import coming_cues, is_doubtful, is_unexplained
from mailbot.reading.account.standing import Standing
from mailbot.reading.account.subjects import (
    depends_on_somebody,
    enrols_us,
    is_addressed,
    is_beside_writer,
    is_called,
    is_conditional,
    is_that_of,
    is_told,
    is_wondered,
    speaks_of_writer,
)
from mailbot.reading.account.together import both, is_done_hereby, pairs_with_writer, stands_alongside
from mailbot.reading.details import diets, needs
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.names.people import Person

WITH = re.compile(r"\b(?:met|with)\s+(?:[^\s,]+\s+){0,3}$", re.IGNORECASE)
WISHED = re.compile(r"\b(?:zou|zouden|had|hadden|wilde|wilden|wou|wouden|would|wanted)\b", re.IGNORECASE)
PLURAL = re.compile(r"(?:willen|zouden|zullen|komen|gaan|nemen|doen|sluiten|schuiven|reizen)\b", re.IGNORECASE)
THIRD_PERSON = re.compile(r"(?:neemt|komt|gaat|sluit|schuift|doet|woont|bezoekt|haakt|is|zit)\b", re.IGNORECASE)
NOT_I = re.compile(
    r"\b(?:niet|not)(?: meer| langer)? (?:ik|mij|ikzelf|ondergetekende|I|me)\s*[,.!;]?\s*$", re.IGNORECASE
)
NOT_THEY = re.compile(r"\b(?:niet|not) (?:hij|zij|ze|hem|haar|he|she|him|her)\s*,?\s*$", re.IGNORECASE)
WAVERING = re.compile(
    r"\b(?:twijfel\w*|aarzel\w*|weifel\w*|dub(?:t|ben)|overweeg\w*|weet (?:het )?nog niet|er (?:nog )?niet uit"
    r"|not sure yet)\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"hen|hun|ze|them", re.IGNORECASE)
ONE_PERSON = re.compile(r"\b(?:hij|hem|he|him)\b", re.IGNORECASE)
GOES_TO = re.compile(r"\b(?:ga|gaan|zit|sta|going|go)\b.*?\b(?:naar|bij|in|to)\b", re.IGNORECASE)
NOT_THIS_ONE = re.compile(r"(?:,|\b(?:en|maar|dus|and|but))\s+(?:dus\s+)?(?:niet|not)\s+(?:[a-z][\w.]*\s+){0,3}$")
DENIAL = 50  # characters: ", maar dus niet onze wethouder, mevrouw "
DENIED = re.compile(r"\s*(?:dus |en )?(?:niet|not) (?:mijn |onze |de |collega )*[^\W\d_]", re.IGNORECASE)


FOR_THEM = 10  # characters: "a seat for him", "een stoel voor haar"


class Consequences(Standing):
    """Draws the consequences of one clause after the other, in `account`."""

    passed_on = False  # the letter was written to somebody who passes it on to us
    with_whom: tuple[tuple[int, int], tuple[Person, ...]] = ((0, 0), ())  # by which sentence the writer comes with them
    joined: tuple[Person, ...] = ()  # who was named in a row with the writer, and nothing more was said of them

    def _comes(self, clause: Clause, people: list[Person]) -> None:
        if self.asked_for and not clause.names and is_done_hereby(self.text, clause):
            for person in self.asked_for:
                person.mark_coming(clause.start, enrolled=True)
            return
        others = self._others(clause, people)
        if self._is_put_off(clause, others):
            return
        if self.supposed == self.sentence and others:
            self.account.doubt("condition")  # "als ik niet kan, komt Wim"
        self._likewise(clause)
        asked = clause.has("enrol", "seat", "adds", "onto")
        self._instead_of_denied(clause, others)
        self.account.enrols = self.account.enrols or any(cue.kind == "enrol" for cue in coming_cues(clause))
        if WISHED.search(self.text, clause.start, clause.end):
            self.wished += [person for person in others if not person.comes]
            if not clause.has("polite", "hereby"):
                self.planned += [person for person in others if not person.comes]
        for person in (*others, *(p for p in people if p.is_writer)):
            person.mark_coming(person.spans[-1][0], enrolled=asked)
        pointed_at = self._pointed_at(clause, others) or self._joined_before(clause, others)
        pointed_at += self._alongside(clause)
        for number, person in enumerate(pointed_at or ()):
            person.mark_coming(clause.start + number, enrolled=asked)
        self._note_spoken_for(clause, people)
        for person in both(self.text, clause, self.spoken_for):
            person.mark_coming(person.spans[-1][0], enrolled=asked)
            person.passing = False
        self._count_up(clause, others)
        left = [p for p in people if p not in others and not p.is_writer and p.name.given]
        passing = [n.start for n in clause.names if acts(self.text, clause, n)]
        for person in left:
            mentioned = self._is_mentioned(clause, person) or person.spans[-1][0] in passing
            mentioned = mentioned or self._is_ruled_out(clause, person)
            if mentioned and not clause.has("wavers"):  # "aan Wim heb ik gevraagd om ook te komen"
                person.passing = True
            elif person.name.is_full:
                self.account.unclear.append(person)
        if self._is_for_writer(clause, bool(others or pointed_at)):
            self._writer_comes(clause)
        elif not people and not pointed_at:
            self._somebody_comes(clause)
        brings = clause.has("companion") and clause.has("with_me", "also_group") and not clause.has("no_companion")
        if brings and not others:
            self.account.doubt("companion")
        if clause.has("speaks_also"):
            self.account.unclear += [p for p in people if not p.is_writer]
        if clause.has("escorts") and clause.has("i", "we", "me"):
            self.account.unclear += others or self.recent  # "ik zal haar vergezellen": then she comes, too
        if unnamed := without_a_name(self.text, clause):
            self.account.companions = max(self.account.companions, unnamed + len(others))
        if more := further(self.text, clause):
            so_far = sum(1 for person in self.roster.people if person.comes and not person.is_writer)
            self.account.companions = max(self.account.companions, so_far + more)
        if clause.has("and_others") and not clause.has("cc"):
            self.account.doubt("unnamed")

    def _alongside(self, clause: Clause) -> tuple[Person, ...]:
        """With whom the writer comes, where the sentence has said it before its verb."""
        at, people = self.with_whom
        return people if at == self.sentence and clause.has("i", "we", "me", "us") else ()

    def _note_spoken_for(self, clause: Clause, people: list[Person]) -> None:
        if clause.has("speaks_also") or (clause.has("talked") and clause.has("we")):
            self.spoken_for = [person for person in people if not person.is_writer]

    def _count_up(self, clause: Clause, others: list[Person]) -> None:
        """Remember who was named in a row, the writer in their place, for "de eerste" and "de tweede"."""
        writer, own = self.roster.writer, clause.first("me", "myself_too", "i")
        row = [(p.spans[-1][0], p) for p in others]
        if writer is not None and own is not None:
            row.append((own.start, writer))
        if len(row) > 1:
            self.row, self.in_list = [person for _, person in sorted(row, key=lambda place: place[0])], False

    def _joined_before(self, clause: Clause, others: list[Person]) -> tuple[Person, ...]:
        """Who "ons" are, by what was said before: "Dat zijn naast mij Wim en Noor. Willen jullie ons noteren?"."""
        ours = enrols_us(self.text, clause) or (clause.has("we") and bool(coming_cues(clause)))
        return () if others or not ours else self.joined

    def _note_joined(self, clause: Clause, people: list[Person]) -> None:
        """Remember who is named in a row with the writer, by a clause that says no more of them."""
        if clause.has("past", "usual", "told", "talked", "neg", "wavers") or not clause.has("me", "myself_too"):
            return
        others = [p for p in people if not p.is_writer]
        rolled = clause.has("roll")
        self.joined = tuple(p for p in others if rolled or is_beside_writer(self.text, clause, p)) or self.joined

    def _instead_of_denied(self, clause: Clause, others: list[Person]) -> None:
        """ "Niet Wim maar Noor komt mee": where Wim is on the list, he gives up his seat to her."""
        denied, self.denied = self.denied, []
        if len(denied) == len(others) == 1 and re.match(r"\s*(?:maar|but)\b", self.text[clause.start : clause.end]):
            denied[0].stays_away = denied[0].sure_away = True
            self.account.substitutions.append((denied[0], others[0]))

    def _others(self, clause: Clause, people: list[Person]) -> list[Person]:
        """Who comes of those named beside the writer: not who told of it, nor who is only called upon."""
        text = self.text
        named = [p for p in people if not p.is_writer and not self._is_ruled_out(clause, p)]
        if clause.has("alone") and clause.has("i", "me"):
            return []
        if clause.has("talked"):  # "met mijn chef Jan is afgestemd dat ik kom"
            named = [p for p in named if not self._stands_behind(WITH, clause, p)]
        aside = [p for p in named if is_aside(text, clause, p.spans[-1][0])]
        if self._is_meant_by_object(clause, named, aside):
            return named  # "op verzoek van Wim wil ik hem en Noor inschrijven"
        if clause.has("he", "him") and len(aside) == len(named):
            aside = []
        named = [p for p in named if p not in aside]
        others = [p for p in named if is_beside_writer(text, clause, p) or not self._is_mentioned(clause, p)]
        if self._is_of_another(clause) or self._is_for_another(clause):
            return others or named  # "namens wethouder X deel ik mee dat zij graag deelneemt"
        enrols_others = clause.has("enrol") and not clause.has("me")
        of_me = clause.has("me") and not clause.has("through_me") and _object(clause, "enrol") != "us"
        own = clause.has("i") or (of_me and (clause.has("enrol", "told") or not _come_first(clause, others)))
        joined = self.rolling or clause.has("with_me", "likewise", "roll") or _is_plural(text, clause)
        if own and not enrols_others and not joined and not only_reports(text, clause):
            return [p for p in others if is_beside_writer(text, clause, p)]
        if own and clause.has("told"):  # "Wim tipte mij, en nu wil ik ook komen"
            told = [found.start for found in clause.names if acts(text, clause, found)]
            others = [p for p in others if p.spans[-1][0] not in told]
        return others

    def _is_ruled_out(self, clause: Clause, person: Person) -> bool:
        """ "Wie komt is Els Bakker, niet wethouder Wim Smit": behind the one who does, and a "niet"."""
        at = person.spans[-1][0]
        if (
            not clause.names
            or clause.names[0].start >= at
            or not NOT_THIS_ONE.search(self.text, max(clause.start, at - DENIAL), at)
        ):
            return False
        person.explained = True
        return True

    def _is_meant_by_object(self, clause: Clause, named: list[Person], aside: list[Person]) -> bool:
        """Whether "hem" or "haar", who is to be enrolled, can only be the one who is named before it; or "hen", all
        who are ("op verzoek van Wim en Noor geef ik hen op")."""
        place = OBJECT.search(self.text, clause.start, clause.end) if clause.has("enrol") else None
        if place is None or place[0].casefold() == "zich" or not aside or aside[0].spans[-1][0] > place.start():
            return False
        before = [p for p in named if p.spans[-1][0] < place.start()]
        return len(aside) == 1 and (len(before) == 1 or SEVERAL.fullmatch(place[0].strip()) is not None)

    def _is_for_another(self, clause: Clause) -> bool:
        """ "Namens wethouder X bevestig ik haar deelname"."""
        if not clause.has("enrol", "enrol_noun", "seat"):
            return False
        for_writer = clause.has("me", "we", "myself_too")
        by_object = clause.has("him") and (not for_writer or _object(clause, "enrol", "seat", "enrol_noun") == "him")
        return by_object or (clause.has("on_behalf") and not for_writer)

    def _stands_behind(self, pattern: re.Pattern[str], clause: Clause, person: Person) -> bool:
        at = person.spans[-1][0]
        return pattern.search(self.text[max(clause.start, at - 50) : at]) is not None

    def _is_mentioned(self, clause: Clause, person: Person) -> bool:
        """Whether a name is only where the news came from, whom the letter calls upon, or whose something is."""
        text, at = self.text, person.spans[-1][0]
        if is_that_of(text, clause, person):
            return False
        return is_told(text, clause, person) or is_addressed(text, clause, person) or is_aside(text, clause, at)

    def _is_of_another(self, clause: Clause) -> bool:
        return clause.has("he") and not clause.has("me", "we", "myself_too")

    def _is_put_off(self, clause: Clause, others: list[Person]) -> bool:
        """Whether the coming is only supposed, or somebody else's to decide; doubts are noted."""
        if others and is_wondered(self.text, clause):
            self.account.unclear += [person for person in others if not person.comes]
            return True
        conditional = is_conditional(self.text, clause)
        if conditional and self.passed_on and clause.has("you"):
            return False  # "als jij het goed vindt": who passes it on does
        of_writer = clause.has("i", "me")
        if conditional and clause.has("you") and not of_writer:
            return True  # "als je ook gaat": said to a colleague who reads along
        if is_doubtful(clause) and others and clause.has("he") and not of_writer:
            self.account.unclear += others  # "overweegt nog of zij komt": perhaps; the next words may tell
            return True
        doubtful = is_doubtful(clause) and not is_of_a_wish(self.text, clause)
        depends = depends_on_somebody(self.text, clause)
        if doubtful or depends or (conditional and not self._is_of_a_choice(clause)):
            self.account.doubt("condition")
        return conditional and not of_writer

    def _is_of_a_choice(self, clause: Clause) -> bool:
        """ "If places per workshop are limited, put me down for ...", after "I would love to come"."""
        return self.roster.writer is not None and self.roster.writer.comes and clause.has("part")

    def _likewise(self, clause: Clause) -> None:
        """ "Graag aanmelden. Idem voor collega X": then the writer was meant before."""
        if clause.has("likewise") and self.account.implied is not None and self.roster.writer is not None:
            self.roster.writer.mark_coming(self.account.implied)

    def _pointed_at(self, clause: Clause, others: list[Person]) -> tuple[Person, ...]:
        """Whom a clause without names means: the people in the Cc, or whom the last words were about."""
        paired = pairs_with_writer(self.text, clause)
        if paired and not (others or self.recent):
            self.account.companions = max(self.account.companions, 1)
        subject = (clause.has("he") and (not clause.has("i") or only_reports(self.text, clause))) or paired
        if others:
            waiting = self.recent if subject and clause.has("with_me") else ()  # "zij komt dus wel, net als Wim"
            if clause.has("him") and clause.has("enrol"):
                waiting = joined_by_pronoun(self.text, clause, self.roster, self.recent)
            return tuple(p for p in waiting if p not in others and p.name.is_full)
        if clause.has("cc") and clause.has("person", "also_group", "party", "we"):
            return tuple(p for p in self.roster.people if p.in_cc)
        pointed = subject or (clause.has("him") and clause.has("enrol"))
        of_others = not clause.has("me") or only_reports(self.text, clause) or self._is_for_another(clause)
        return self._one_of(clause) if paired or self._is_their_sign_up(clause) or (pointed and of_others) else ()

    def _is_their_sign_up(self, clause: Clause) -> bool:
        """ "Beiden hebben mij verzocht hun inschrijving te verzorgen": whose sign-up it is, not who was asked."""
        return clause.has("enrol_noun") and _object(clause, "enrol_noun") == "him"

    def _one_of(self, clause: Clause) -> tuple[Person, ...]:
        """Whom the words before were about; of several, "hem" is one, and which is for a person to ask."""
        if len(self.recent) > 1 and ONE_PERSON.search(self.text, clause.start, clause.end):
            self.account.doubt("unclear_person")
        if self.recent and all(person.stays_away and not person.comes for person in self.recent):
            coming = [person for person in self.history if person.comes and not person.stays_away]
            return tuple(coming[-1:]) or self.recent  # "Wim gaat mee en Els niet. Zet hem op de lijst"
        return self.recent

    def _is_for_writer(self, clause: Clause, has_others: bool) -> bool:
        """Whether the writer is among those who come by this clause."""
        if only_reports(self.text, clause):
            return False  # "ik geef door dat raadslid Els Bakker komt"
        if has_others and clause.has("on_behalf") and not clause.has("me", "we", "myself_too"):
            return False
        if has_others and self._is_of_another(clause):
            return False
        of_them = has_others or self._is_for_another(clause)
        asked = clause.has("enrol", "seat", "enrol_noun")
        if of_them and clause.has("him") and asked and not clause.has("myself_too", "we"):
            return False  # "zij heeft mij gevraagd haar op te geven"
        if (has_others or clause.has("person", "party")) and self._enrols_others(clause):
            return False
        if clause.has("delegates") and not clause.has("me", "myself_too"):
            return False  # "we sturen een duo:", says who stays
        enrols = clause.opens and clause.has("enrol")
        if enrols and clause.has("party") and clause.has("i") and not clause.has("me", "myself_too", "we"):
            return False  # "namens ons lectoraat meld ik drie personen aan:"
        if enrols and clause.has("we") and not clause.has("me", "us", "myself_too", "attend"):
            return False  # "graag willen wij aanmelden:", says an office of others
        if speaks_of_writer(self.text, clause) or self._takes_along(clause):
            return True
        if enrols:
            return False  # "graag meld ik aan:", and whoever stands behind the colon
        has_object = (
            has_others or clause.has("him") or (clause.has("person", "also_group") and not clause.has("attend"))
        )
        return clause.has("i") and not has_object and not clause.has("he")

    def _enrols_others(self, clause: Clause) -> bool:
        """ "Wij melden Wim aan": says an office, or a team, of somebody; not so "wij melden ons met Wim aan"."""
        enrols = {cue.kind for cue in coming_cues(clause)} == {"enrol"} or (
            clause.has("adds") and not coming_cues(clause)
        )
        return (
            enrols and clause.has("we") and not clause.has("i", "me", "us", "myself_too", "with_me", "together", "all")
        )

    def _takes_along(self, clause: Clause) -> bool:
        """ "I'd like to sign up with my colleague Tom": but not "ik wil Piet inschrijven, samen met Wim"."""
        along = clause.first("together")
        return clause.has("i") and along is not None and not any(name.start < along.start for name in clause.names)

    def _somebody_comes(self, clause: Clause) -> None:
        """A sign-up without a subject: the writer's, unless an office is meant ("de wethouder inschrijven")."""
        # "graag meld ik de volgende personen aan:"
        listed = clause.opens and clause.has("person", "party", "also_group")
        of_writer = clause.has("me", "us", "myself_too")
        office = clause.has("person", "companion", "also_group") and (
            not clause.has("hereby") or (clause.has("i") and not of_writer)
        )
        if is_of_somebody(clause):
            self.account.sought = True
            self.account.somebody = self.account.somebody or is_somebody_new(self.text, clause)
        elif (
            (clause.has("enrol") and (listed or office))
            or self._is_said_of_another(clause)
            or (clause.has("him") and self._is_for_another(clause))
        ):
            self.account.sought = True
        elif self.account.implied is None:
            self.account.implied = clause.start

    def _is_said_of_another(self, clause: Clause) -> bool:
        """ "De wethouder neemt graag deel": whoever writes that speaks of somebody else."""
        verb = clause.first("attend")
        if verb is None or not clause.has("person"):
            return False
        return THIRD_PERSON.match(self.text, verb.start) is not None

    def _writer_comes(self, clause: Clause) -> None:
        writer = self.roster.writer
        own = clause.first("me", "myself_too") or clause.first("we", "i")
        if writer is not None and writer.cancels and self._goes_elsewhere(clause):
            return
        if writer is not None:
            by_we = not clause.has("me", "myself_too") and not (clause.has("i") and clause.has("attend"))
            writer.by_we = by_we and (writer.by_we or not writer.comes)
            writer.mark_coming(own.start if own else clause.start, enrolled=clause.has("enrol", "seat"))
        if clause.has("meant"):
            return  # how many were meant to come, headcount.py weighs
        if clause.has("we") or (enrols_us(self.text, clause) and _object(clause, "enrol") != "me"):
            self.account.group = True

    def _goes_elsewhere(self, clause: Clause) -> bool:
        """ "Mijn kaartje is voor Wim, zelf ga ik naar een opening"."""
        goes = GOES_TO.search(self.text, clause.start, clause.end) is not None
        return goes and not (clause.has("enrol", "seat", "remains") or self._is_about_event(clause))

    def _later(self, clause: Clause, people: list[Person]) -> None:
        self.account.doubt("later")

    def _nothing(self, clause: Clause, people: list[Person]) -> None:
        self._note_occupied(clause, people)
        self._note_joined(clause, people)
        self._note_spoken_for(clause, people)
        if stands_alongside(self.text, clause):
            self.with_whom = self.sentence, tuple(p for p in people if not p.is_writer)
        if clause.has("neg"):
            self._note_denied(clause, people)
        unknown = [p for p in people if not (p.comes or p.stays_away or p.booked or p.cancels or p.is_writer)]
        passing = self._in_passing(clause, unknown)
        if clause.has("told", "reported") and clause.has("enrol") and clause.has("him"):
            self.asked_for = unknown or [person for person in self.recent if not person.is_writer]
        if clause.has("wavers", "lingers") and not clause.has("i", "we", "past", "part"):
            self.account.unclear += unknown or (self._of_them(clause) if not people else [])
        if clause.has("by_themselves"):
            for person in unknown or self._of_them(clause):
                person.explained = person.explained or not person.comes
            self.account.unclear = [p for p in self.account.unclear if not p.explained]
        if clause.has("speaks_also"):
            self.account.unclear += unknown  # "ook namens Wim Smit"
        brought = clause.has("carry") and clause.has("me")  # "mijn man Douwe brengt me naar de trein"
        if clause.has("with_me", "also_group") and not clause.has("told", "past") and not brought:
            self.account.unclear += [p for p in unknown if p not in passing]
        if (
            clause.has("pointer")
            and not people
            and not clause.has("part")
            and self.account.focus
            and any(f.listed for f in self.account.focus)
        ):
            self.account.doubt("unclear_person")
        for person in people:
            person.explained = (
                person.explained
                or clause.has("told", "contact", "past", "usual", "talked")
                or is_called(self.text, clause)
            )
            person.passing = person.passing or person in passing
        if not clause.names:  # "A colleague, Prof. Dekkers, was kind enough to send me your invitation"
            self.account.unclear = [p for p in self.account.unclear if p not in passing]
        if WAVERING.search(self.text, clause.start, clause.end):
            nobody_else = not people and not clause.has("i", "we")
            self.account.wavering += unknown or (list(self.recent) if nobody_else else [])
            if any(p.comes for p in self._of_them(clause)):
                self.account.doubt("condition")  # "schrijf Wim maar vast in, hij twijfelt nog"
        elsewhere = self._is_about_another_event(clause)
        if is_unexplained(clause) and not elsewhere and not clause.has("part", "past", "not_ours", "habit"):
            self.account.doubt("unclear_sentence")

    def _note_denied(self, clause: Clause, people: list[Person]) -> None:
        """ "Niet Wim", "niet ik", "zal niet hij": whom the next words may put somebody else in the place of."""
        writer = self.roster.writer
        if people and DENIED.match(self.text, clause.start, clause.end):
            self.denied = people
        elif not people and writer is not None and NOT_I.search(self.text, clause.start, clause.end):
            self.denied = [writer]
            if any(person.comes for person in self.recent) and not writer.comes:
                writer.stays_away = writer.sure_away = True  # "Wim reist af naar Utrecht, niet meer ik"
                self.account.substitutions += [(writer, person) for person in self.recent if person.comes]
        elif not people and len(self.recent) == 1 and NOT_THEY.search(self.text, clause.start, clause.end):
            self.denied = list(self.recent)

    def _of_them(self, clause: Clause) -> list[Person]:
        """Whom a clause without names speaks of: "die heeft er ook wel oren naar"."""
        spoken_of = clause.has("he") or follows_relative(self.text, clause)
        return [p for p in self.recent if spoken_of and not p.is_writer]

    def _in_passing(self, clause: Clause, people: list[Person]) -> list[Person]:
        """Who of them is named for another reason than that they come: what one eats or needs, one eats there."""
        if not people or (clause.has(*WITH_COMING) and not clause.names):
            return []
        said = self.text[clause.start : clause.end]
        if diets(said) or needs(said):
            return []
        if not clause.names:
            return people  # "die mij erop wees", said of whoever was named before
        goes = self._is_about_event(clause) and clause.has("goes")  # "Wim gaat op 30 maart, ik rijd hem"
        spans = {
            span
            for found in clause.names
            if is_in_passing(self.text, clause, found) and not goes
            for span in [(found.start, found.end)]
        }
        # a mail of brackets can name one person thousands of times: not gone through where nothing is sought
        return [p for p in people if spans and spans.intersection(p.spans)]


def _is_plural(text: str, clause: Clause) -> bool:
    """ "Naast ikzelf komen ook Wim en Noor": the verb says that more than the writer come."""
    verb = clause.first("attend")
    first = clause.first("modal") or verb
    return verb is not None and first is not None and bool(PLURAL.match(text, first.start))


def _come_first(clause: Clause, people: list[Person]) -> bool:
    """Whether names stand before the verb of coming, as its subject: "My colleague Kofi will join me"."""
    verb = clause.first("attend")
    return verb is not None and bool(people) and all(p.spans[-1][0] < verb.start for p in people)


def _object(clause: Clause, *kinds: str) -> str:
    """Which pronoun stands last before the end of that verb: "vroeg mij hem aan te melden" is about him."""
    verb = clause.first(*kinds)
    if verb is None:
        return ""
    objects = [cue for cue in clause.cues if cue.kind in ("me", "him", "us") and cue.end <= verb.end + FOR_THEM]
    return objects[-1].kind if objects else ""
