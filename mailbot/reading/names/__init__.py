"""People's names: one door to the modules that know them.

Name, same_person, merged, aligned     person_name.py
from_header                            header_names.py
is_functional, is_office               offices.py
find, NameFound                        name_finder.py
"""

from mailbot.reading.names.header_names import from_header
from mailbot.reading.names.name_finder import NameFound, find
from mailbot.reading.names.offices import is_functional, is_office
from mailbot.reading.names.person_name import Name, aligned, is_given, known_tokens, merged, same_person

__all__ = [
    "Name",
    "NameFound",
    "aligned",
    "find",
    "from_header",
    "is_functional",
    "is_given",
    "is_office",
    "known_tokens",
    "merged",
    "same_person",
]
