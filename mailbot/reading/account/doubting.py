"""What a letter says against itself: reservations, either-or, second thoughts, news that came too late.

Each is a doubt of the account: a person has to ask. What only looks like one is told apart in hesitation.py.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.reading.account.context import NEXT_TIME
from mailbot.reading.account.cue_senses import coming_cues
from mailbot.reading.account.hesitation import is_of_a_meal, is_of_food_for_now, is_of_something_to_have, is_of_the_way
from mailbot.reading.account.introducing import Introducing
from mailbot.reading.account.orders import gives_orders
from mailbot.reading.account.reservations import (
    is_about_coming,
    is_for_whoever,
    is_in_return,
    is_of_a_part,
    is_reserved,
    tells_no_names_later,
)
from mailbot.reading.account.stance import Stance
from mailbot.reading.account.subjects import is_conditional
from mailbot.reading.letter.clauses import Clause
from mailbot.reading.letter.cues import Cue
from mailbot.reading.letter.units import Unit, UnitKind
from mailbot.reading.text.late import late

# "Wim of ik", "of anders komt Wim", "alleen of met Wim"
EITHER = re.compile(
    r"[\s,(](?P<of>of|or|en/of|and/or|ofwel|hetzij|dan wel|danwel)"
    # "Wim Smit of, als hij moet vergaderen, zijn collega Noor Tal"
    r"(?:(?P<when>,?\s+(?:als|indien|mocht|bij|wanneer|if|should|in case)\s[^.;:!?]{2,70}?,\s+"
    r"|\s+(?:als|indien|mocht|bij|wanneer)\s[^.,;:!?]{2,70}?\s(?=(?:mijn|onze|haar|zijn|hun)\s))"
    r"|\s+(?P<how>(?:(?:anders|eventueel|else|possibly)\s+)?(?:komt|gaat)\s+|(?:anders|eventueel|else|possibly)\s+"
    r"|samen met\s+|met\s+|with\s+)?)"
)
ONE = re.compile(r"\b(?:ik|mij|hij|zij|ikzelf|mezelf|I|me|he|she)\s*,?$", re.IGNORECASE)
# "Graag hoor ik of mijn aanmelding is ontvangen": no choice between two
WHETHER = late(
    r"\b(?:hoor|verneem|weet|wist|zie|merk|check|vraag|lees|krijg|begrijp|twijfel)(?:t|de)?\s+(?:ik|wij|we|u|je|jij|hij|zij)"
    r"(?:\s+(?:graag|nog|even|niet|wel|me|mij|ons))*\s*,?$",
    re.IGNORECASE,
)
# "of ze kan": not so "of ze vegetarisch eet"
WHETHER_THEY = late(
    r"\b(?:of|whether|if)\s(?:hij|zij|ze|dat|het|he|she|they|that|it)\s(?:\w+\s){0,3}?"
    r"(?:kan|kunnen|komt|gaat|lukt|past|mag|can|comes|is able|works|makes it)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"(?:zijn|haar|hun|his|her|their|ik|mij|ikzelf|mezelf|iemand|een|mijn|onze|I|me|my|someone|somebody)\b",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(
    r"\W*(?:not|niet dus|maar niet heus|niet heus)\W*", re.IGNORECASE
)  # "Ik stond te juichen. Not."
# Its verb stands before its subject; right behind "als" it is the condition's
MAIN_CLAUSE = late(
    r"\b(?!(?:als|mits|mocht|indien|wanneer|zodra|if|when) )\w+ (?:ik|wij|we|I)\b"
    r"|\b(?:is|mag|hoeft|vind|lijkt|wordt) (?:het|dat|dit|that|it) (?:ook|prima|goed|fijn|best|mij|me|niet|fine)\b",
    re.IGNORECASE,
)
IF_YOU = re.compile(r"\s*if you\b", re.IGNORECASE)  # "If you need our stuff:"
SLASH = re.compile(r"\s?/\s?")
# "... een van de sprekers is"
IS_ONE_OF = re.compile(r"\b(?:van|of) (?:de|the) (?!onze|mijn)\w+ (?:is|zijn|was)\Z", re.IGNORECASE)
# "Die uren met een boek of met een oude bekende doorbrengen": so somebody spends an hour
WITH_A_THING = late(r"\b(?:met|with|bij|by) (?:een|mijn|de|het|a|an|my|the) (?:[\w-]+ )?[\w-]+$", re.IGNORECASE)
LEAD = 30  # characters: "zijn collega van Jeugd, mevrouw "
HAD = re.compile(r"(?:had|hadden|was|waren|would have)\b", re.IGNORECASE)
AGAINST = ("that_day", "away", "absent", "unable")


class Doubting(Introducing):
    """Notes the doubts of one sentence after the other, in `account`."""

    told_what = False  # whether some sentence before has said that somebody comes

    def _remark(self, unit: Unit) -> None:
        """What counts wherever it stands."""
        if unit.kind is UnitKind.ITEM:
            self._weigh(unit)  # "3. Wim of Noor"
        before: Clause | None = None
        for at, clause in enumerate(unit.clauses):
            reserved = is_reserved(clause) and not (
                self._is_beside(before, clause)
                or self._is_theirs(clause, unit.clauses[at + 1 : at + 2])
                or self._is_why_they_stay(clause, unit.clauses[:at])
                or self._is_of_the_reason(clause, unit)
            )
            open_still = reserved and is_about_coming(clause) and not is_for_whoever(clause)
            open_still = open_still and not is_of_a_part(self.text, clause)
            if open_still and not self.settled.is_over(clause):
                self.account.doubt("reserve")
            before = clause
            if clause.has("away") and clause.has("i"):
                here = self.is_about_event(clause) and not self.is_about_another_event(clause)
                if clause.has("that_day") or here:
                    self.account.away = self.account.away or not clause.has("neg", "absent")
            if clause.has("delegates") and not (clause.names or clause.opens or clause.has("party", "you")):
                self.account.doubt("unnamed")
            if clause.has("tba") and not (clause.opens or tells_no_names_later(self.text, clause)):
                self.account.doubt("names_follow")  # not so "hierbij geef ik de namen in een keer door:"
            if gives_orders(self.text, unit, clause) and not self._is_why_somebody_leaves(unit, clause):
                self.account.doubt("instruction")

    def _is_why_somebody_leaves(self, unit: Unit, clause: Clause) -> bool:
        """ "I have been asked to speak at a school that day, so please take me off": it is none of our meeting."""
        if not (clause.has("i", "we") and clause.has("told")) or self.is_about_event(clause) or clause.has("gathering"):
            return False
        return any(c.start > clause.start and c.has("cancel") and c.has("me", "us") for c in unit.clauses)

    def _is_beside(self, before: Clause | None, clause: Clause) -> bool:
        """Whether a reservation is about something else: a round, the way there, what others had planned."""
        if clause.has("you", "meant") and not clause.has("i", "me", "we", "us"):
            return True
        if before is not None and NEXT_TIME.match(self.text, before.start, before.end):
            return True  # "mocht er een vervolg komen, dan meld ik me als eerste"
        if clause.has("by_themselves") and not clause.has("i", "me", "we", "us"):
            return not self._takes_a_seat(clause)  # "Wim weet het nog niet en meldt zich zelf"
        of_part = before is not None and before.has("part") and not before.has("attend", "enrol")
        if (of_part and not coming_cues(clause)) or self.context.leanings.holds(clause):
            return True
        if is_of_a_meal(self.text, clause) or is_of_food_for_now(self.text, clause):
            return True
        if is_in_return(self.text, clause.start, clause.end):
            return True
        return is_of_the_way(self, clause)  # "ik denk dat ik met de auto kom"

    def _takes_a_seat(self, clause: Clause) -> bool:
        """ "Wim komt in mijn plaats. Hij laat zelf nog weten of hij kan": who was to take a seat, and may not."""
        takers = [taker for _, taker in self.account.substitutions]
        named = [self.roster.find(found.name) for found in clause.names] or list(self.recent)
        return (
            any(person in takers for person in named)
            and WHETHER_THEY.search(self.text, clause.start, clause.end) is not None
        )

    def _is_theirs(self, clause: Clause, following: Sequence[Clause]) -> bool:
        """ "De heer Smits weet het nog niet, hij meldt zich zo nodig zelf": a hesitation of people who see to it
        themselves, and for whom nothing is asked."""
        own = ("i", "me", "we", "us")
        by_themselves = any(c.has("by_themselves") and not (c.names or c.has(*own)) for c in following)
        named = (self.roster.find(found.name) for found in clause.names)
        return by_themselves and not clause.has(*own) and not any(p is not None and p.comes for p in named)

    def _is_why_they_stay(self, clause: Clause, before: Sequence[Clause]) -> bool:
        """ "Onze wethouder had graag willen komen, maar weet niet of zij er dan nog is": of who isn't signed up."""
        wished = any(self._is_over(cue) for c in before for cue in c.cues)
        named = [self.roster.find(found.name) for c in before for found in c.names]
        if not (wished and named) or clause.names or clause.has("i", "me", "we", "us"):
            return False
        return all(p is not None and p.stays_away and not (p.comes or p.is_writer) for p in named)

    def _is_over(self, cue: Cue) -> bool:
        """ "Had graag willen", "would have"."""
        return cue.kind in ("meant", "past") and HAD.match(self.text, cue.start, cue.end) is not None

    def _is_of_the_reason(self, clause: Clause, unit: Unit) -> bool:
        """ "Graag annuleren, dan ben ik met verlof (als alles goed gaat)": in brackets, of why a seat is given up."""
        if not clause.aside or clause.names:
            return False
        told = {c: self.context.stance(c) for c in unit.clauses}
        around = [c for c in unit.clauses if not c.aside and c.start < clause.start and clause.end <= c.end]
        if not around or not all(told[c] is Stance.NOTHING and c.has("i", "mine") for c in around):
            return False
        return Stance.CANCELS in told.values() and Stance.COMES not in told.values()

    def _weigh(self, unit: Unit) -> None:
        """ "Wim of ik", "een van ons beiden": who it will be isn't said."""
        starts = {name.start for name in unit.names}
        ends = {name.end for name in unit.names}
        for either in EITHER.finditer(self.text, unit.start, unit.end):
            left, right = either.start("of") - 1, either.end()
            if either["of"] and WHETHER.search(self.text[max(unit.start, left - 24) : left]):
                continue
            if right not in starts and self._spends_time(unit, left):
                continue
            first = left in ends or ONE.search(self.text[max(unit.start, left - 14) : left]) is not None
            second = right in starts or OTHER.match(self.text, right) is not None
            if either["when"]:
                second = any(right <= start <= right + LEAD for start in starts)
                first = first or unit.has("attend", "enrol")
            if (first and second) or ((second or right in starts) and either["how"]):
                self.account.doubt("alternative")
        if unit.kind is UnitKind.SENTENCE and any(
            one.name.is_full and two.name.is_full and SLASH.fullmatch(self.text, one.end, two.start)
            for one, two in pairwise(unit.names)
        ):
            self.account.doubt("alternative")  # "een plaats voor Els Bos/Wim Smit"
        if unit.has("one_of_us") and any(self._is_one_of_us(clause) for clause in unit.clauses):
            self.account.doubt("alternative")

    def _spends_time(self, unit: Unit, end: int) -> bool:
        """Whether what is chosen from is company for whatever else they do: nobody comes by that sentence."""
        before = WITH_A_THING.search(self.text[max(unit.start, end - LEAD) : end])
        return before is not None and not any(clause.names or coming_cues(clause) for clause in unit.clauses)

    def _is_one_of_us(self, clause: Clause) -> bool:
        """ "Een van ons komt": not so "dat een collega een van de sprekers is", who is told by what they are."""
        said = [cue for cue in clause.cues if cue.kind == "one_of_us"]
        if not said or clause.has("part"):
            return False
        return not all(
            IS_ONE_OF.search(self.text, cue.start, cue.end) is not None
            and any(other.kind in ("person", "he") and other.end < cue.start for other in clause.cues)
            for cue in said
        )

    def _hesitate(self, unit: Unit, stances: list[Stance]) -> None:
        """What one sentence says, and the next, or its own other half, puts in doubt."""
        said = {stance for told in (*self.told_lately, stances) for stance in told}
        if self._is_lone_condition(unit) and said & {Stance.COMES, Stance.CANCELS}:
            self.account.doubt("condition")
        if TAKEN_BACK.fullmatch(self.text, unit.start, unit.end) and said - {Stance.NOTHING}:
            self.account.doubt("jest")
        if Stance.CANCELS in stances and any(self._is_unsure_of_leaving(clause) for clause in unit.clauses):
            self.account.doubt("condition")
        if unit.has("not_really") and any(
            clause.has("not_really") and coming_cues(clause) and not clause.has("part") for clause in unit.clauses
        ):
            self.account.doubt("unclear_sentence")  # "ik ben erbij, in gedachten dan"
        if self.told_what and unit.has("surprise") and self._is_news_against_coming(unit):
            self.account.doubt("contradiction")
        self.told_what = self.told_what or Stance.COMES in stances

    def _is_lone_condition(self, unit: Unit) -> bool:
        """ "Graag aanmelden. Als het bestuur akkoord gaat tenminste.": a condition without what it is one of."""
        first = unit.clauses[0]
        if unit.kind is not UnitKind.SENTENCE or first.asks or not is_conditional(self.text, first):
            return False
        words = self.text[unit.start : unit.end]
        if MAIN_CLAUSE.search(words):
            return False  # "Indien gewenst neem ik folders mee."
        of_reader = any(clause.has("you", "part", "change", "do_it") for clause in unit.clauses) or IF_YOU.match(words)
        return not (of_reader or "," in words or is_of_something_to_have(words) or len(unit.clauses) > 1)

    def _is_unsure_of_leaving(self, clause: Clause) -> bool:
        """ "Ik moet afzeggen, maar misschien kan ik toch nog schuiven"."""
        return clause.has("i", "we") and not clause.has("part") and clause.has("perhaps", "reserve")

    def _is_news_against_coming(self, unit: Unit) -> bool:
        """ "Oeps, ik zie nu dat ik dan in Parijs zit": not so "Oeps, vergeten: ik eet vegetarisch", nor a round."""
        own = any(clause.has("i", "me", "mine", "we") for clause in unit.clauses)
        if any(clause.has("part") and clause.has("i", "change", "made_of") for clause in unit.clauses):
            return False  # "Nee wacht, dan heb ik een gesprek, maak er ronde 3 van"
        against = any(clause.has(*AGAINST) and not clause.has("part") for clause in unit.clauses)
        return own and against and not is_of_something_to_have(self.text[unit.start : unit.end])

    def _retract(self, unit: Unit, stances: list[Stance]) -> None:
        """ "Schrijf mij in, of nee, toch maar niet": what is taken back is this sentence; where it says nothing else,
        one of the two before."""
        if unit.has("retracts"):
            taken_back = [clause for clause in unit.clauses if clause.has("retracts") and not clause.has("part")]
            meant = [stances]
            if taken_back and taken_back[0] is unit.clauses[0]:
                # "Ik kom. Mag ik in alle rondes iets anders? Nee, grapje": only what was asked
                meant += self.told_lately[-1:] if self.is_answer else self.told_lately
            if taken_back and any(told for told in meant if set(told) - {Stance.NOTHING}):
                self.account.doubt("contradiction")
        if unit.has("unmissed"):
            missed = next(at for at, clause in enumerate(unit.clauses) if clause.has("unmissed"))
            if any(c.has("stays", "absent", "unable") and not c.names for c in unit.clauses[missed + 1 :]):
                self.account.doubt("contradiction")  # "dat wil ik niet missen, maar moet naar een begrafenis"
        told = [clause for clause in unit.clauses if not clause.aside]
        of_seat = [s for s, c in zip(stances, told, strict=False) if not (c.asks and c.has("part"))]
        self.told_lately = [*self.told_lately[-1:], of_seat]
