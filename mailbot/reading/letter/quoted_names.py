"""Names in single quotes before their address, as Outlook copies those that it knows no other name of:
"'Jantien Oosterhof' <j.oosterhof@gemeente.nl>".

An apostrophe belongs to many a name ("'t Hart", "Els'"), so they are made the double quotes that any other address
book writes, and the text keeps its length.
"""

import re

NAME = r"[^\W\d_a-z](?:[^\n<>@\"'’‘]|['’](?=\w)){2,60}(?<=[\w.)])"
QUOTED = re.compile(rf"(?<![\w'’‘])['‘](?P<name>{NAME})['’](?=\s{{0,2}}[<(\[]\s?(?:mailto:)?[\w.+-]{{1,64}}@)")


def in_double_quotes(text: str) -> str:
    """The text with such names in double quotes; of the same length."""
    if "@" not in text or not ("' " in text or "’ " in text or "'<" in text):
        return text
    return QUOTED.sub(lambda found: f'"{found["name"]}"', text)
