"""An Answer in words: the template that it names, filled with what it says."""

from datetime import datetime

from mailbot.domain.answer import Answer
from mailbot.replying.templates import Page, Templates
from mailbot.replying.views import context


def render(
    answer: Answer, templates: Templates, *, recipient: str, platform: str, when: datetime, calendar: bool = False
) -> Page:
    """Subject, plain text and HTML of a reply. `recipient`: the address that it goes to, whose owner is greeted by
    name; `platform`: who signs, "" for nobody in particular; `when`: now, aware; `calendar`: an item goes with it."""
    words = context(answer, recipient, platform, when, calendar)
    return templates.page(str(answer.template), answer.language, words)
