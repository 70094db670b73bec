"""Which lines of a signature are gone through for the writer's name."""

from hypothesis import given, settings
from hypothesis.strategies import builds, lists, sampled_from

from mailbot.reading.case import writers_name
from mailbot.reading.names import Name
from mailbot.reading.names.people import Person

LINES = """
Kees Cornelis Bos Bos-Vis Vis van der de Müller Mueller Muller Oluwaseun Seun Seunarine E. K.B. (Kees) wethouder mr. VNG
beleidsadviseur Samenleving Gemeente Utrecht Ana Anneke Pereira da Costa Smit A SMIT kees | - , 'Kees' 06-12345678
"""
WRITERS = builds(
    Name,
    given=sampled_from(("Kees", "Cornelis", "Ana", "Oluwaseun", "Jan Willem")),
    initials=sampled_from(("", "K.")),
    infix=sampled_from(("", "van", "van der")),
    surname=sampled_from(("Bos", "Bos-Vis", "Smit", "Müller", "Mueller", "Pereira", "Costa", "A")),
)


@settings(max_examples=400)
@given(WRITERS, lists(sampled_from(LINES.split()), min_size=1, max_size=5))
def test_a_line_that_is_passed_over_would_have_told_nothing(name: Name, words: list[str]) -> None:
    line, writer = " ".join(words), Person(name, is_writer=True)

    if writers_name.is_of_another(line, writer):
        writers_name._take_name(line, writer, 0, len(line))

    assert writer == Person(name, is_writer=True)
