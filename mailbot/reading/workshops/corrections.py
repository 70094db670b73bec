"""Where a text sets right what it said of workshops before: "of nee", "bij nader inzien", "kan dat omgezet worden?"."""

import re

from mailbot.reading.text.clauses import Clauses
from mailbot.reading.workshops.found import CHOICE
from mailbot.reading.workshops.patterns import MEANT, any_in, listed, shifts_all
from mailbot.reading.workshops.record import Record
from mailbot.reading.workshops.round_patterns import relatives
from mailbot.reading.workshops.sentences import answers_itself
from mailbot.reading.workshops.sign import Is, Sign

POSTSCRIPT = re.compile(r"\W*p\.?\s?s\b")  # "PS: liever andersom"
BELOW = re.compile(r"\n\W*p\.?\s?s\b")
PUT = re.compile(r"\b(?:zet|doe|maak|plaats|verplaats|put|make)\b")
ALSO = re.compile(r"\b(?:ook|nog|also|too)\b")
BARE = re.compile(r"[\"'\s.,!(…–-]*(?:(?:nee|hoor|haha|natuurlijk|dat was|was|een|is|no|just|ha)[\s,!]+){0,3}")
WORD = re.compile(r"(?!p\.?s\b)\w{2,}")
HEAD = 30  # characters: at the head of a sentence, the words that take back another one


class Corrections:
    """Watches the sentences of a record."""

    def __init__(self, record: Record, clauses: Clauses) -> None:
        self.record, self.clauses = record, clauses

    def begin_at(self, sign: Sign, turned: int | None) -> bool:
        """Whether what that sign chooses takes back something said before: by its clause, by the head of its sentence,
        by the sentence before. `turned`: where its sentence says that it is the other way round, and then how."""
        if self.record.last_choice() is None:
            return False
        if self.record.revising or (turned is not None and turned < sign.start):
            return True
        text = self.clauses.text
        sentence, _ = self.clauses.sentence_at(sign.start)
        clause, _ = self.clauses.clause_at(sign.start)
        last = self._last_end(sign.start, sentence)
        told = self.record.rounds_taken(also_past=False)
        if answers_itself(text, max(0, sign.start - HEAD), sign.start):
            return False
        if sign.kind is Is.SWAP and POSTSCRIPT.match(text, sentence):
            return True
        if sign.kind is Is.SWAP and len(told) > 1 and only_turns(text, sign, *self.clauses.sentence_at(sign.start)):
            return True  # "Yes, the other way round please."
        if sign.kind is Is.WORKSHOP and self._is_put_elsewhere_below(sign, sentence):
            return True
        if sign.kind is Is.SWAP and MEANT.search(text[max(last, sentence) : sign.start]):
            return True  # "ik koos A in ronde 1 en B in ronde 2, dat moet andersom"
        if shifts_all().search(text, max(last, sentence), sign.start):
            return True
        head = text[sentence : min(sentence + HEAD, sign.start)].lstrip(" \n")
        if any_in("turns_that").match(head) or self._is_another_for_that_round(sentence, sign):
            return True
        if last > sentence:
            return bool(listed("corrects").search(text, last, sign.start))
        return self._is_moved(sign, sentence) or bool(
            listed("corrects").search(text, sentence, min(sentence + HEAD, sign.start))
            or listed("corrects").search(text, clause, sign.start)
            or listed("converts").search(text, sentence, sign.start)
        )

    def head(self, at: int) -> bool:
        """Whether the sentence there begins with words that take back what was said: "Nee: eerst B, dan A"."""
        sentence, _ = self.clauses.sentence_at(at)
        begins = WORD.search(self.clauses.text, sentence, at)
        said = listed("corrects").search(self.clauses.text, begins.start(), at) if begins else None
        return said is not None and begins is not None and said.start() == begins.start()

    def _is_moved(self, sign: Sign, sentence: int) -> bool:
        """ "A verzet ik toch liever naar ronde 3", of one chosen in a sentence before: by words behind it, too."""
        told = [m for m in self.record.found if m.kind == CHOICE and m.sure and not (m.negated or m.past)]
        if not any(m.workshop == sign.workshop and m.round is not None and m.start < sentence for m in told):
            return False
        _, end = self.clauses.sentence_at(sign.start)
        return any(listed(name).search(self.clauses.text, sentence, end) for name in ("corrects", "converts"))

    def _is_put_elsewhere_below(self, sign: Sign, sentence: int) -> bool:
        """ "PS: dan kan ik niet. Zet A dus maar in ronde 2", of one that was told another round above."""
        text = self.clauses.text
        told = [m for m in self.record.found if m.kind == CHOICE and m.sure and not (m.negated or m.past)]
        mine = [m for m in told if m.workshop == sign.workshop and m.round is not None and m.start < sentence]
        if not mine or PUT.search(text, sentence, sign.start) is None:
            return False
        _, end = self.clauses.sentence_at(sign.start)
        again = listed("again").search(text, sentence, end) or ALSO.search(text, sentence, end)
        return not again and BELOW.search(text, mine[-1].end, sign.start) is not None

    def _is_another_for_that_round(self, sentence: int, sign: Sign) -> bool:
        """ "Ik gaf me op met A in ronde 2. Liever heeft mijn chef dat ik in die ronde naar B ga": B in A's place."""
        last = self.record.last_choice()
        if last is None or last.round is None or last.start >= sentence or last.workshop == sign.workshop:
            return False
        _, end = self.clauses.sentence_at(sign.start)
        if not listed("prefers").search(self.clauses.text, sentence, end):
            return False
        return any(True for _ in relatives()["same"].finditer(self.clauses.text, sentence, end))

    def note(self, start: int, end: int) -> None:
        """Remember whether the sentence ends with words by which the next one sets things right; what was said in jest
        is forgotten."""
        for jest in listed("in_jest").finditer(self.clauses.text, start, end):
            self._forget(*jest.span())
        since = self._last_end(end, start)
        if self.record.last_choice() is not None and listed("revises").search(self.clauses.text, since, end):
            self.record.revising = True

    def _forget(self, start: int, end: int) -> None:
        """ "Drie keer A... geintje", "nog eens A, grapje natuurlijk": what its clause chose, right before."""
        told = [m for m in self.record.found if m.kind == CHOICE and m.end <= start]
        if told and BARE.fullmatch(self.clauses.text, told[-1].end, start):
            since, _ = self.clauses.clause_at(told[-1].start)
            self.record.found = [m for m in self.record.found if not since <= m.start < start]

    def _last_end(self, at: int, sentence: int) -> int:
        """Where the choice before that place ends, or where the sentence begins."""
        return max((m.end for m in self.record.found if m.kind == CHOICE and m.end <= at), default=sentence)


def only_turns(text: str, sign: Sign, start: int, end: int) -> bool:
    """Whether the sentence [start, end) says no more than that it is the other way round: "Ja, andersom dus"; not so
    "Mila andersom"."""
    beside = f"{text[start : sign.start]} {text[sign.end : end]}"
    return all(any_in("said_again").fullmatch(word) for word in re.findall(r"[\w']+", beside))
