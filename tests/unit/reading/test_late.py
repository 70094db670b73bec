"""A pattern with a mistake in it should fail here, and not when the first mail comes along that needs it."""

import pkgutil
from importlib import import_module

import mailbot.reading
from mailbot.reading.text.late import late


def test_every_pattern_that_is_compiled_late_can_be_compiled() -> None:
    names = [module.name for module in pkgutil.walk_packages(mailbot.reading.__path__, "mailbot.reading.")]
    kind = type(late(""))
    patterns = [one for name in names for one in vars(import_module(name)).values() if isinstance(one, kind)]

    assert len(patterns) > 100
    for pattern in patterns:
        pattern.search("")
