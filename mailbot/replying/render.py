"""An Answer in words: the template that it names, filled with what it says."""

from collections.abc import Sequence
from datetime import datetime

from mailbot.domain.answer import Answer, CalendarEntry
from mailbot.replying.templates import Page, Templates
from mailbot.replying.views import context


def render(
    answer: Answer,
    templates: Templates,
    *,
    recipient: str,
    platform: str,
    when: datetime,
    calendar: Sequence[CalendarEntry] = (),
) -> Page:
    """Subject, plain text and HTML of a reply. `recipient`: the address that it goes to, whose owner is greeted by
    name; `platform`: who signs, "" for nobody in particular; `when`: now, aware; `calendar`: what goes with it."""
    words = context(answer, recipient, platform, when, calendar)
    return templates.page(str(answer.template), answer.language, words)
