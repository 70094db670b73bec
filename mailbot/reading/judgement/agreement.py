"""Two readers: what comes of a reading of which the second reader thinks the same, something else, or more.

    the rules are certain, the second reader disagrees firmly,
    or finds that the mail sounds like those that need a person,
    or that it says something in passing by which it would,
    or that somebody is meant of whom no name was found             a person looks
    the rules have a doubt that words alone can dispel,
    the second reader agrees and finds nothing doubtful             the doubt is dropped
    the rules leave something unsaid, the second reader is sure,
    or they doubt or understand nothing, and it is certain          it is filled in and judged anew: where no more
                                                                    than such doubts are left, both agree now
    the rules doubt who is meant, or the second reader finds
    the contrary of what they read: it thought it over,
    nothing is doubtful, and it is sure of nearly everybody         all are told by it, and judged anew: where nearly
                                                                    nothing is left to doubt, both agree now

A doubt that the words alone don't dispel, and rules that are certain and with which they don't quite agree, the second
reader thinks over (Opinion.thought_over), with bounds of their own. The bounds were chosen on labelled mails that
neither had seen (docs/reading.md).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mailbot.domain.reading import Action, Kind, Reading
from mailbot.reading.account.stance import Stance
from mailbot.reading.case.case import Case
from mailbot.reading.judgement.agenda import agreed_events
from mailbot.reading.judgement.completing import completed, lacks_details
from mailbot.reading.judgement.filling_in import CERTAIN, fill_in, tell_all
from mailbot.reading.judgement.harmless_asides import harmless_sentence
from mailbot.reading.second_reader import Models, Opinion

# Doubts of what was meant, which somebody who agrees can dispel. Not those of who sent it, of who is missing, or of
# what the second reader knows nothing of: events, workshops, what a name is.
OF_MEANING = frozenset(
    """contradiction unclear_person unclear_sentence unclear_substitution unclear_what unexplained_person""".split()
)
# What may be politeness: "als er nog plek is".
OF_POLITENESS = frozenset({"condition", "place_left", "long_mail"})
# Whether it was meant at all: whoever says to be unsure is believed, unless somebody thought it over; then these are
# dropped together, too.
OF_RESERVE = OF_POLITENESS | frozenset({"held_open", "later", "names_follow", "reserve", "undecided"})
DISPELLED = OF_MEANING | OF_RESERVE
# Of people whom the rules found no name for. That they are fewer than was said takes more: _all_named.
OF_NOBODY = frozenset({"companion", "group_of_one"})
UNDERSTOOD_NOTHING = frozenset({"nothing_asked", "no_name", "question"})  # the rules, that is
# What may go where everybody is told anew: who is meant, who is missing, whose name is short of half or none, who is
# booked, what changes, what stands beside a name; that a letter full of them is in a language we don't know.
OF_PEOPLE = (
    OF_MEANING
    | OF_NOBODY
    | frozenset(
        """language no_full_name not_on_the_list nothing_new remark unclear_change unclear_entry unnamed
        unsure_name""".split()
    )
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far an opinion is believed against the rules. `holds`: how far apart the two are from where a person should
    look. `doubts`: how much a mail sounds like those that ask for nothing that can be done alone, from where one looks.
    `clear`: and up to where it doesn't sound so at all, and any of the doubts in `dispels` may be dropped."""

    holds: float
    doubts: float
    clear: float
    dispels: frozenset[str]


BY_WORDS = Bounds(holds=0.85, doubts=0.85, clear=0.03, dispels=OF_POLITENESS)
THOUGHT_OVER = Bounds(holds=0.8, doubts=0.6, clear=0.04, dispels=DISPELLED)
# Of a line or two, of which the network learned less: there it doubts too soon, and nothing is dropped by its word.
OF_FEW_WORDS = Bounds(holds=0.93, doubts=0.97, clear=0.03, dispels=OF_POLITENESS)
# From where rules that are certain are thought over: how far apart the two are, how doubtful the words sound, and how
# much they sound as if something were said in passing: half of all sign-ups, and nearly all that it would hold
WONDERS, HESITATES, PERHAPS_ASIDE = 0.05, 0.02, 0.03
HOPELESS = 0.6  # and from where it isn't worth the time to think of rules that doubt: half way it would be too much
ASIDE = 0.5  # from where such a thing holds a mail that was thought over
SURE_ASIDE = 0.75  # ... that sounds plain as a whole: of such, few say anything in passing that matters
ASIDE_IN_FEW_WORDS = 0.85  # ... of a line or two
NO_ASIDE = 0.4  # and up to where no doubt is dropped
ASIDE_BY_WORDS = 0.6  # ... by the words themselves
HARDLY_ASIDE = 0.15  # ... and from where the network doesn't overrule these
MOST_HARMLESS = 2  # sentences that can't matter, without which a letter is thought over once more
STILL_APART = 0.7  # from where a line or two that the words would hold is held, though the network be less sure of it
CONTRARY = 0.9  # from where who comes is told against certain rules, once thought over
CONTRARY_AT_FIRST = 0.5  # ... and by the words alone
LACKS_NOBODY = 0.05  # up to where everybody of whom a mail asks something was found, to whoever thought it over
NOBODY = 0.02  # ... so surely that the rules may have counted what are no people
NO_WORD_ASIDE = 0.2  # and how little may sound as if said in passing, then
LACKS_SOMEBODY = 0.8  # and from where not
AGREES = 0.1  # up to where they are of one mind
NEARLY = 0.3  # ... on what the words of a mail mean that sounds plain to whoever thought it over
TOLD = 0.3  # ... on a letter of which the second reader told who comes
TOLD_AS_LIKELY = 0.5  # ... on those of whom rules that understood nothing read nothing still
TOLD_NO_NEWS = 0.6  # ... and on those of whom, told or not, the rules read the same
PLAIN = 0.1  # up to where a mail isn't doubtful
PLAIN_IN_FEW_WORDS = 0.3  # ... of a line or two, which sounds doubtful too soon
PLAIN_ENOUGH = 0.08  # ... that everybody may be told
PLAINEST = 0.02  # ... so little that all there is to it may be believed
OF_ONE_MIND = 0.03  # up to where they are, on such a mail

Judged = Callable[[Case], Reading]


def agreed(case: Case, judged: Judged, models: Models | None = None) -> Reading:
    """The reading of a case on which both can agree; otherwise the rules', for a person to look at. `judged` is what
    the rules make of a case; `models` are those that mailbot brings, where none are given."""
    reading = judged(case)
    if not reading.requests and not reading.review:
        return reading
    opinion = Opinion(case, models)
    found = _weighed(reading, case, judged, opinion)
    return completed(found, opinion) if opinion.was_thought_over or lacks_details(found) else found


def _weighed(reading: Reading, case: Case, judged: Judged, opinion: Opinion) -> Reading:
    """What comes of it as to who comes, and whether a person looks."""
    if not reading.review:
        return _looked_over(reading, case, judged, opinion)
    small = (DISPELLED | UNDERSTOOD_NOTHING).issuperset(reading.reasons)
    discussed = _discussed(reading, case, judged, opinion) if small else reading
    of_people = (OF_PEOPLE | UNDERSTOOD_NOTHING).issuperset(reading.reasons)
    small = small or (DISPELLED | OF_NOBODY | {"unnamed"}).issuperset(reading.reasons)
    if not discussed.review or not (small or of_people) or opinion.doubt >= HOPELESS:
        return discussed
    thought_over = opinion.thought_over()
    if thought_over is opinion or (opinion.is_of_few_words and not _may_be_all_there_is(reading, opinion)):
        return discussed
    again = _discussed(_all_named(reading, thought_over), case, judged, thought_over) if small else reading
    if again.review and of_people:
        again = _told(reading, case, judged, thought_over) or again
    if opinion.is_of_few_words and _actions(again) != {Action.REGISTER}:
        return discussed  # "I am not giving up my seat"
    return again if again.requests else discussed


def _may_be_all_there_is(reading: Reading, opinion: Opinion) -> bool:
    """Whether a line or two of which the rules understood nothing may ask for something all the same."""
    return reading.reasons == ("nothing_asked",) and not opinion.answers_inline


def _all_named(reading: Reading, opinion: Opinion) -> Reading:
    """That reading without the doubt that somebody has no name, where a letter that was thought over leaves nothing to
    doubt, and asks something for those alone who have one: "ronde 3 en ronde 2, twee van hetzelfde is zonde"."""
    if not _names_everybody(reading, opinion):
        return reading
    return replace(reading, unnamed=0, reasons=tuple(reason for reason in reading.reasons if reason != "unnamed"))


def _names_everybody(reading: Reading, opinion: Opinion) -> bool:
    named = opinion.lacks_somebody <= NOBODY and opinion.doubt <= PLAINEST and opinion.aside <= NO_WORD_ASIDE
    return named and opinion.sees_names and opinion.distance(reading.requests) <= AGREES


def _discussed(reading: Reading, case: Case, judged: Judged, opinion: Opinion) -> Reading:
    """A reading of which the rules have doubts."""
    plain = OF_MEANING.issuperset(reading.reasons) and opinion.is_thought_over and opinion.doubt <= THOUGHT_OVER.clear
    if _can_be_done(reading, opinion, NEARLY if plain else AGREES):
        return _done(reading)
    understood = bool(reading.requests)
    if not opinion.sees_all or (understood and opinion.doubt > PLAIN):
        return reading  # nothing is filled in by half of what a mail says, nor where that is doubtful
    anew = case.anew()
    if not fill_in(opinion.on(anew).fates(), understood=understood):
        return reading  # judged anew it would come to the same
    filled = judged(anew)
    if _gives_up_what_is_kept(filled, reading, case):
        return reading
    if _can_be_done(filled, opinion.on(anew), AGREES if understood else CERTAIN):
        return _done(filled)
    if filled.requests and not understood:
        return filled if filled.reasons else _held(filled, "second_reader")  # for the organiser, more to go by
    return reading


def _told(reading: Reading, case: Case, judged: Judged, opinion: Opinion) -> Reading | None:
    """What the rules make of a plain letter whose people the second reader told them; None where a doubt is left."""
    plain = opinion.doubt <= PLAIN_ENOUGH and not says_in_passing(opinion)
    if not (opinion.is_thought_over and opinion.sees_all and plain):
        return None
    anew = case.anew()
    on_anew = opinion.on(anew)
    if not tell_all(on_anew.fates(), certain=not reading.review):
        return None
    told = judged(anew)
    if _gives_up_what_is_kept(told, reading, case):
        return None
    if not reading.review and _loses_half_of_an_exchange(told, reading, case):
        return None
    told = _all_named(told, on_anew)
    everybody_comes = _actions(told) == {Action.REGISTER} and _names_everybody(told, on_anew)
    left = OF_MEANING | OF_NOBODY if everybody_comes else OF_MEANING
    if told.kind is not Kind.SIGNUP or not left.issuperset(told.reasons) or _lacks_somebody(told):
        return None
    # whose diet it is that changes, the second reader doesn't know
    if Action.CHANGE in _actions(told) and (not reading.requests or len(_actions(told)) > 1):
        return None
    return _done(told) if agree_on_told(told, reading, on_anew) else None


def _loses_half_of_an_exchange(told: Reading, by_rules: Reading, case: Case) -> bool:
    """Whether rules that are certain read that some go and others come for them, and one of those would be left out:
    "in hun plaats komen Zeynep Arslan en ikzelf", "Ellen Mos (i.p.v. Jan Pol)". Not so "Els kan niet. Wilt u mij
    daarom inschrijven?", of somebody who never had a seat."""
    if not any(Stance.REPLACES in a.account.said for a in case.asking):
        return False  # "Zelf ben ik er niet bij", of the secretary who enrols her alderman, is no exchange
    both = {Action.REGISTER, Action.CANCEL} <= _actions(by_rules)
    return both and not {r.name for r in by_rules.requests} <= {r.name for r in told.requests}


def agree_on_told(told: Reading, by_rules: Reading, opinion: Opinion) -> bool:
    """Whether both are of one mind on what the rules make of what they were told: on a plain letter the more so of
    those of whom they had read something else."""
    if opinion.doubt > PLAINEST:
        return opinion.distance(told.requests) <= AGREES
    no_news = TOLD_NO_NEWS if by_rules.requests else TOLD_AS_LIKELY  # who understood nothing read nothing of anybody
    became, was = ({request.name: request.action for request in reading.requests} for reading in (told, by_rules))
    return all(
        apart <= (no_news if became.get(name) == was.get(name) else TOLD)
        for name, apart in opinion.distances(told.requests)
    )


def says_in_passing(opinion: Opinion) -> bool:
    """Whether something may be said in passing by which a person should look: so both find, or the words by themselves
    do, for "misschien komt Sjaak ook nog" the network overlooks."""
    return opinion.aside >= (HARDLY_ASIDE if opinion.at_first.aside >= ASIDE_BY_WORDS else NO_ASIDE)


def _gives_up_what_is_kept(told: Reading, by_rules: Reading, case: Case) -> bool:
    """Whether a seat goes that no rule let go, in a letter that says "mijn plaats geef ik niet op", and nobody takes
    it: not so "mijn stoel blijft niet leeg, Noor neemt het over". Nor does one go where somebody stays away from one
    event and asks for another: the second reader knows of none."""
    goes = _actions(told) == {Action.CANCEL} and Action.CANCEL not in _actions(by_rules)
    return goes and (case.own.account.keeps or bool(agreed_events(case, case.own, cancelling=False)))


def _lacks_somebody(reading: Reading) -> bool:
    """Whether somebody comes of whom the second reader knows as little as the rules: no name was found."""
    substitute = "unclear_substitution" in reading.reasons and _actions(reading) == {Action.CANCEL}
    return not reading.requests or reading.unnamed > 0 or substitute


def _actions(reading: Reading) -> set[Action]:
    return {request.action for request in reading.requests}


def _looked_over(reading: Reading, case: Case, judged: Judged, opinion: Opinion) -> Reading:
    """A reading of which the rules are certain."""
    at_first = _distance(reading, case, opinion)
    if at_first >= WONDERS or opinion.doubt >= HESITATES or opinion.aside >= PERHAPS_ASIDE:
        opinion = opinion.thought_over()
    bounds, apart = _bounds(opinion), _distance(reading, case, opinion)
    if opinion.is_thought_over and opinion.lacks_somebody >= LACKS_SOMEBODY:
        return _held(reading, "unnamed")
    still_apart = opinion.is_of_few_words and at_first >= BY_WORDS.holds and apart >= STILL_APART
    if apart >= bounds.holds or still_apart:
        contrary = apart >= CONTRARY and at_first >= CONTRARY_AT_FIRST
        told = _told(reading, case, judged, opinion) if contrary else None
        return told or _held(reading, "second_reader")
    if opinion.is_thought_over and opinion.aside >= _aside_that_holds(opinion):
        if _is_plain_without_harmless(reading, case, opinion):
            return reading
        return replace(_held(reading, "said_in_passing"), doubted=opinion.said_in_passing)
    if opinion.doubt < bounds.doubts:
        return reading
    doubted = opinion.said_in_passing if opinion.aside >= NO_ASIDE else None
    return replace(_held(reading, "sounds_doubtful"), doubted=doubted)


def _is_plain_without_harmless(reading: Reading, case: Case, opinion: Opinion) -> bool:
    """Whether what was said in passing stands in a sentence that can't matter, or two, and without it nothing is left
    to doubt: "is je moeder alweer thuis?"."""
    plain = PLAIN_IN_FEW_WORDS if opinion.is_of_few_words else PLAIN
    for _ in range(MOST_HARMLESS):
        letter = opinion.passing_letter
        sentence = harmless_sentence(case, letter, opinion.said_at, reading.event) if letter is not None else None
        if letter is None or sentence is None:
            return False
        opinion = opinion.without(letter, *sentence)
        if not says_in_passing(opinion) and opinion.doubt <= plain:
            return opinion.lacks_somebody < LACKS_SOMEBODY  # who comes, it said of the whole letter
    return False


def _distance(reading: Reading, case: Case, opinion: Opinion) -> float:
    """How far the second reader is from what rules that are certain read; not of a writer who asks for a seat beside
    somebody else's in so many words ("ik vergezel haar, en verzoek u ook mij te noteren"): whoever signs up a chief
    mostly stays at the office, and it has learned that too well."""
    own = case.own.writer
    asks = str(own.name) if own.asks_too and own.comes else None
    told = opinion.distances(reading.requests)
    return max((apart for name, apart in told if name != asks), default=0.0)


def _can_be_done(reading: Reading, opinion: Opinion, within: float) -> bool:
    """Whether both readers are of one mind on that reading, whatever small doubts the rules have."""
    bounds = _bounds(opinion)
    apart = max(opinion.distance(reading.requests), opinion.distance_in_rows(reading.requests))
    clear = opinion.doubt <= bounds.clear or (opinion.is_thought_over and apart <= OF_ONE_MIND)
    of_letter = opinion.is_thought_over and not opinion.is_of_few_words
    complete = of_letter and opinion.sees_names and opinion.lacks_somebody <= LACKS_NOBODY
    dispels = bounds.dispels | OF_NOBODY if complete else bounds.dispels
    clear = clear and opinion.agrees_on_all and dispels.issuperset(reading.reasons)
    small = clear or OF_MEANING.issuperset(reading.reasons)
    if reading.kind is not Kind.SIGNUP or not small or _lacks_somebody(reading) or says_in_passing(opinion):
        return False
    if Action.CHANGE in _actions(reading):  # whose diet it is, it doesn't know
        if not opinion.is_thought_over or len(_actions(reading)) > 1 or opinion.doubt > PLAINEST:
            return False
        within = OF_ONE_MIND
    return apart <= within and opinion.doubt <= PLAIN


def _bounds(opinion: Opinion) -> Bounds:
    if not opinion.is_thought_over:
        return BY_WORDS
    return OF_FEW_WORDS if opinion.is_of_few_words else THOUGHT_OVER


def _aside_that_holds(opinion: Opinion) -> float:
    """From where something said in passing holds a mail that was thought over."""
    if opinion.is_of_few_words:
        return ASIDE_IN_FEW_WORDS
    return SURE_ASIDE if opinion.doubt <= PLAIN else ASIDE


def _done(reading: Reading) -> Reading:
    return replace(reading, review=False, reasons=())


def _held(reading: Reading, reason: str) -> Reading:
    return replace(reading, review=True, reasons=(reason,))
