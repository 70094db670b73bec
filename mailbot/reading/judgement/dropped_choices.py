"""Is it a workshop that falls away there, and nobody's seat? "Ik doe A in ronde 2 en B in ronde 3. Oh nee, die laatste
kan bij mij vervallen."
"""

from mailbot.reading.case.asking import Asking
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.workshops.choices import choice_reader


def drops_a_choice(outcome: Outcome, asking: Asking, at: int) -> bool:
    """Whether the sentence at that place, or the one before it, names a workshop that is chosen no more."""
    begun = [unit.start for unit in asking.sheet.units if unit.start <= at]
    since = min(begun[-2:], default=at)
    return any(
        mention.negated and since <= mention.start <= at
        for event in outcome.case.context.events
        if event.workshops
        for mention in choice_reader(event).find(asking.sheet.parts.body)
    )
