"""Workshops that are only talked about: somebody asks something of one, or heard well of it."""

from mailbot.reading.workshops.patterns import any_in


def is_question(sentence: str) -> bool:
    """Whether a sentence only wants to know something: "Is A ook in het Engels?", "Nog een vraag: is A vol?"."""
    sentence = sentence.strip(" \"'\n")
    said, colon, asked = sentence.partition(": ")
    if colon and any_in("before_asking").search(said):
        sentence = asked
    return sentence.endswith("?") and bool(any_in("asks").match(sentence))


def is_recommended(clause: str, behind: str) -> bool:
    """Whether a clause tells that somebody spoke well of a workshop, and the words behind it wish for nothing."""
    return bool(any_in("recommended").search(clause)) and not any_in("prefers").search(behind)
