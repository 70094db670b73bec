"""The second reader's network, taught on labelled mails: from multilingual-e5-small to network.onnx and pieces.txt.

Its twelve layers go on learning; the pieces of words stay as they were. On top of them stand five small heads: a
person's fate, from where the person stands in the row, the row as a whole and FACTS; whether the mail as a whole needs
a person, and whether it does for what is said at each piece, in passing; whether it asks something for somebody of whom
no name was found; and for each person which of DETAILS each piece tells. Takes an hour on two cores.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from mailbot.reading.second_reader import network, pieces
from mailbot.reading.second_reader.letter_words import LetterWords
from mailbot.reading.second_reader.model import NOTHING
from mailbot.reading.second_reader.network import DETAILS, FACTS, FATES, Seen
from mailbot.reading.second_reader.opinion import thought_of
from mailbot.reading.second_reader.script import script
from training.details import Details, details_of
from training.e5 import E5
from training.examples import LabelledMail
from training.fit import PROBES
from training.labels import fates_of, is_doubtful, is_found
from training.resumed import resume

LAYERS = 12  # all of them: the first six alone misjudged 2.8 of 100 people in place of 1.2 (docs/reading.md)
BATCH = 32
HEAD_RATE = 1e-3  # of learning what the heads do, which begin from nothing
WARM_UP = 100  # steps
DROPPED = 0.1
LEEWAY = 0.02  # of a label that may be wrong
DOUBT_WEIGHS = 0.5  # of the loss, each of the three doubts of a letter, beside the fates
UNDOUBTED, UNTOLD_AT_FIRST = -6.0, -4.0  # where every piece begins
PAIR = 48  # numbers by which a person and a piece are compared, for each of DETAILS
NEVER = 1e4  # off the doubt of a piece that isn't there
LATIN = 0x250  # the end of our alphabet, with its accents, in Unicode
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")  # the first pieces


class Course(NamedTuple):
    """How often to go through all mails, and how fast the layers learn."""

    rounds: int
    rate: float


AFRESH, FURTHER = Course(3, 1.5e-4), Course(2, 1e-4)


@dataclass(frozen=True)
class Lesson:
    """A letter as the network sees it, with what becomes of each of its people (none: nothing is known; two: a person
    should look), and whether its mail needs one. `told_at`: the places in the row of the words that say so, where they
    are known. `lacks`: whether something is asked for somebody who isn't among its people; None where that isn't known.
    `is_added`: they were added to make it so, or to sound so (additions.py)."""

    seen: Seen
    fates: tuple[tuple[int, ...], ...]
    doubtful: bool
    told_at: tuple[int, ...]
    lacks: bool | None
    is_sign_up: bool
    is_added: bool
    is_probe: bool
    details: tuple[Details, ...] = ()


def learn(mails: Sequence[LabelledMail], words: Iterable[str], folder: Path, *, further: bool) -> None:
    """Writes pieces.txt and network.onnx into `folder`. `words` are such as mail may have, and these mails don't.
    `further`: go on from the network that is there."""
    torch.manual_seed(1)
    random.seed(1)
    base = E5()
    _write_pieces(base, _words_of(mails) | set(words), folder / "pieces.txt")
    pieces.vocabulary.cache_clear()
    pieces.word_in_pieces.cache_clear()
    lessons = [lesson for mail in mails for lesson in _lessons(mail)]
    reader = _Reader(base)
    if further:
        resume(reader, folder / "network.onnx")
    taught = _teach(reader, lessons, FURTHER if further else AFRESH)
    _write(taught, folder / "network.onnx")


def _words_of(mails: Iterable[LabelledMail]) -> set[str]:
    found: set[str] = set()
    for mail in mails:
        case = mail.judged()
        for asking in case.asking:
            letter = LetterWords(case, asking)
            found.update(token for token, _ in script(letter, thought_of(letter)) if isinstance(token, str))
    return found


def _write_pieces(base: E5, words: Iterable[str], file: Path) -> None:
    """The pieces that these words are made of, in the order of the base; every letter of our alphabet among them."""
    numbers = {piece: at for at, piece in enumerate(base.pieces)}
    likely = base.likely.tolist()
    marks = {*pieces.MARKS.values(), *(pieces.BLANK + name for name in pieces.NAMES), *pieces.PUNCTUATION}
    kept = {numbers[piece] for piece in marks if piece in numbers}
    kept |= {numbers[piece] for piece in numbers if len(piece.strip(pieces.BLANK)) == 1 and ord(piece[-1]) < LATIN}
    for word in words:
        kept.update(pieces.likeliest(pieces.BLANK + word[: pieces.LONGEST_WORD], numbers, likely))
    rows = [*SPECIAL, *(base.pieces[at] for at in sorted(kept) if at >= len(SPECIAL))]
    file.write_text("".join(f"{piece}\t{likely[numbers[piece]]:.3f}\n" for piece in rows), "utf-8")


def _lessons(mail: LabelledMail) -> Iterator[Lesson]:
    """As examples.people_in and examples.whole, a letter at a time."""
    case = mail.judged()
    everybody = [str(person.name) for asking in case.asking for person in asking.roster.people]
    all_found = is_found(mail.gold, everybody)
    doubtful = is_doubtful(mail.gold)
    lacks = None if mail.is_added and doubtful else bool(mail.gold["unnamed"]) or not all_found
    if lacks and len(case.asking) > 1:
        lacks = None  # in which of its letters isn't told
    for asking in case.asking:
        letter = LetterWords(case, asking)
        people = thought_of(letter)
        fates = []
        for person in people:
            known = bool(str(person.name)) and not (mail.is_added and doubtful)
            became = fates_of(mail.gold, str(person.name)) if known else ()
            fates.append(tuple(FATES.index(fate) for fate in became if all_found or fate != NOTHING))
        seen = network.seen(letter, people)
        told_at = _told_at(seen.starts, letter.text, str(mail.gold.get("doubt", "")))
        is_sign_up = mail.gold["kind"] == "signup"
        is_probe = mail.writer == PROBES
        theirs = tuple(details_of(mail, letter, person, seen) for person in people)
        yield Lesson(seen, tuple(fates), doubtful, told_at, lacks, is_sign_up, mail.is_added, is_probe, theirs)


def _told_at(starts: Sequence[int], text: str, words: str) -> tuple[int, ...]:
    """The places in a row of the pieces of those words, which stand in the letter, however it was wrapped."""
    said = re.search(r"\s+".join(map(re.escape, words.split())), text) if words else None
    return tuple(at for at, start in enumerate(starts) if said and said.start() <= start < said.end())


class _Layer(nn.Module):
    """One of BERT's (Devlin et al. 2019)."""

    def __init__(self, base: E5, number: int) -> None:
        super().__init__()
        self.heads = base.heads
        width, inner = base.width, base.inner
        shapes = {"q": (width, width), "k": (width, width), "v": (width, width), "ao": (width, width)}
        for name, (outs, ins) in {**shapes, "fi": (inner, width), "fo": (width, inner)}.items():
            setattr(self, name, _linear(base, f"l{number}.{name}", outs, ins))
        for name in ("aln", "oln"):
            setattr(self, name, _norm(base, f"l{number}.{name}"))

    def forward(self, x: Tensor, hidden: Tensor | None) -> Tensor:
        size, length, width = x.shape

        def by_head(y: Tensor) -> Tensor:
            return y.reshape(size, length, self.heads, -1).transpose(1, 2)

        query, key, value = by_head(self.q(x)), by_head(self.k(x)), by_head(self.v(x))
        if hidden is None:  # in use: written out, as ONNX knows it
            weights = torch.softmax(query @ key.transpose(-1, -2) / (width / self.heads) ** 0.5, -1)
            looked = weights @ value
        else:
            looked = functional.scaled_dot_product_attention(query, key, value, hidden)
        looked = looked.transpose(1, 2).reshape(size, length, width)
        x = self.aln(x + self._some(self.ao(looked)))
        return self.oln(x + self._some(self.fo(functional.gelu(self.fi(x)))))

    def _some(self, x: Tensor) -> Tensor:
        """Dropout. PyTorch's own takes longer than all the rest, for its random numbers."""
        if not self.training:
            return x
        kept = torch.empty(x.shape, dtype=torch.int32).random_() >= DROPPED * torch.iinfo(torch.int32).max
        return x * kept / (1 - DROPPED)


def _linear(base: E5, name: str, outs: int, ins: int) -> nn.Linear:
    layer = nn.Linear(ins, outs)
    _copy(layer.weight, base.tensor(f"{name}.w", outs, ins))
    _copy(layer.bias, base.tensor(f"{name}.b", outs))
    return layer


def _norm(base: E5, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(base.width, eps=1e-12)
    _copy(layer.weight, base.tensor(f"{name}.w", base.width))
    _copy(layer.bias, base.tensor(f"{name}.b", base.width))
    return layer


def _copy(parameter: Tensor, values: object) -> None:
    with torch.no_grad():
        parameter.copy_(torch.tensor(values))


class _Reader(nn.Module):
    """The layers, and the four heads. Its vocabulary is that of pieces.txt."""

    def __init__(self, base: E5) -> None:
        super().__init__()
        width = base.width
        numbers = {piece: at for at, piece in enumerate(base.pieces)}
        kept = [numbers[piece] for piece in pieces.vocabulary()[0]]
        self.word = nn.Embedding(len(kept), width)
        _copy(self.word.weight, base.tensor("emb.word", -1, width)[kept])
        self.word.weight.requires_grad_(False)  # few of them stand in these mails, and those would drift from the rest
        self.place = nn.Embedding(pieces.LONGEST_ROW + pieces.MOST_PIECES, width)
        places = base.tensor("emb.pos", -1, width) + base.tensor("emb.type", -1, width)[0]
        _copy(self.place.weight, places[: self.place.num_embeddings])
        self.norm = _norm(base, "emb.ln")
        self.layers = nn.ModuleList(_Layer(base, number) for number in range(LAYERS))
        self.fate = nn.Sequential(nn.Linear(2 * width + len(FACTS), 128), nn.GELU(), nn.Dropout(DROPPED))
        self.fate.append(nn.Linear(128, len(FATES)))
        self.doubt = nn.Sequential(nn.Linear(2 * width, 64), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(64, 1))
        self.lack = nn.Sequential(nn.Linear(2 * width, 64), nn.GELU(), nn.Dropout(DROPPED), nn.Linear(64, 1))
        self.theirs = nn.Linear(width, len(DETAILS) * PAIR)
        self.there = nn.Linear(width, len(DETAILS) * PAIR)
        self.of_person, self.at_piece = nn.Linear(width, len(DETAILS)), nn.Linear(width, len(DETAILS))
        nn.init.constant_(self.at_piece.bias, UNTOLD_AT_FIRST)
        self.spot = nn.Sequential(nn.Linear(width, 64), nn.GELU(), nn.Dropout(DROPPED))
        self.spot.append(nn.Linear(64, 1))
        nn.init.constant_(self.spot[-1].bias, UNDOUBTED)  # type: ignore[arg-type]  # of hundreds of pieces

    def forward(
        self, rows: Tensor, there: Tensor | None, whose: Tensor | None, marks: Tensor, facts: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """`rows`: the letters' pieces; `there`: 1 for each that is one, 0 for what fills up shorter rows; `whose`: the
        number of the letter in which each person stands; `marks`: the weights of that letter's places. Gives the fates
        of the people; the doubts of each letter: as a whole, that it lacks somebody, then at each piece; and for each
        person at each piece of their letter which of DETAILS of theirs stand there."""
        x = self.norm(self.word(rows) + self.place(torch.arange(rows.shape[1])))
        hidden = None if there is None else (there[:, None, None, :] - 1) * 1e9
        for layer in self.layers:
            x = layer(x, hidden)
        whole = x.mean(1) if there is None else (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        if whose is None:  # one letter, as in use
            person, about = marks @ x[0], whole.expand(marks.shape[0], -1)
        else:
            person, about = torch.einsum("pt,ptw->pw", marks, x[whose]), whole[whose]
        spots = self.spot(x).squeeze(2)
        spots = spots if there is None else spots + (there - 1) * NEVER
        seen_whole = torch.cat([whole, x[:, 0]], 1)
        doubts = torch.cat([self.doubt(seen_whole), self.lack(seen_whole), spots], 1)
        return self.fate(torch.cat([person, about, facts], 1)), doubts, self._details(person, x, whose)

    def _details(self, person: Tensor, x: Tensor, whose: Tensor | None) -> Tensor:
        """How much each piece suits each person, for each of DETAILS: as queries and keys of attention do, and by what
        either is of itself."""
        theirs = self.theirs(person).reshape(-1, 1, len(DETAILS), PAIR)
        there = self.there(x).reshape(x.shape[0], -1, len(DETAILS), PAIR)
        at_piece = self.at_piece(x)
        if whose is not None:
            there, at_piece = there[whose], at_piece[whose]
        beside = (theirs * there).sum(3) / PAIR**0.5
        told: Tensor = beside + at_piece + self.of_person(person)[:, None]
        return told


class _InUse(nn.Module):
    """The reader as network.onnx has it: one letter, and probabilities."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, row: Tensor, marks: Tensor, facts: Tensor) -> tuple[Tensor, ...]:
        fates, doubts, details = self.reader(row, None, None, marks, facts)
        whole, lacks, spots = torch.sigmoid(doubts[:, 0]), torch.sigmoid(doubts[:, 1]), doubts[:, 2:]
        of_letter = whole, lacks, torch.sigmoid(spots.logsumexp(1)), torch.sigmoid(spots[0])
        return torch.softmax(fates, 1), *of_letter, torch.sigmoid(details)


def _teach(reader: _Reader, lessons: Sequence[Lesson], course: Course) -> _Reader:
    new = (reader.theirs, reader.there, reader.of_person, reader.at_piece)
    head = [p for part in (reader.fate, reader.doubt, reader.lack, reader.spot, *new) for p in part.parameters()]
    heads = {id(parameter) for parameter in head}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in heads]
    rates = [{"params": body, "lr": course.rate}, {"params": head, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = course.rounds * len(lessons) // BATCH

    def rate(step: int) -> float:
        return min(1.0, step / WARM_UP) * max(0.02, 1 - step / steps)

    schedule, step = torch.optim.lr_scheduler.LambdaLR(optimizer, rate), 0
    reader.train()
    for _ in range(course.rounds):
        for batch in _batches(lessons):
            loss = _loss(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"network: step {step} of {steps}, loss {loss.item():.3f}", flush=True)
    return reader.eval()


def _batches(lessons: Sequence[Lesson]) -> Iterator[list[Lesson]]:
    """Letters of like lengths together, so that little is filled up."""
    order = random.sample(range(len(lessons)), len(lessons))
    some = 20 * BATCH
    found = []
    for at in range(0, len(order), some):
        alike = sorted(order[at : at + some], key=lambda number: len(lessons[number].seen.row))
        found += [alike[start : start + BATCH] for start in range(0, len(alike), BATCH)]
    random.shuffle(found)
    return ([lessons[number] for number in batch] for batch in found)


def _loss(reader: _Reader, batch: Sequence[Lesson]) -> Tensor:
    longest = max(len(lesson.seen.row) for lesson in batch)
    rows = torch.full((len(batch), longest), pieces.PADDING)
    there, told = torch.zeros(len(batch), longest), torch.zeros(len(batch), longest)
    whose, marks, facts, fates, count = [], [], [], [], []
    for number, lesson in enumerate(batch):
        rows[number, : len(lesson.seen.row)] = torch.tensor(lesson.seen.row)
        there[number, : len(lesson.seen.row)] = 1
        for colour, places in zip(
            random.sample(_colours(), len(lesson.seen.workshops)), lesson.seen.workshops, strict=True
        ):
            rows[number, places] = colour  # or it would learn what each of two workshops is
        told[number, list(lesson.told_at)] = 1
        for places, hold, became in zip(lesson.seen.places, lesson.seen.facts, lesson.fates, strict=True):
            mark, likely = torch.zeros(longest), torch.zeros(len(FATES))
            mark[places] = 1 / len(places)
            for fate in became:
                likely[fate] = 1 / len(became)
            whose.append(number)
            marks.append(mark)
            facts.append(torch.tensor(hold))
            fates.append(likely)
            count.append(len(became))
    if not whose:
        whose, marks, facts = [0], [torch.zeros(longest)], [torch.zeros(len(FACTS))]
        fates, count = [torch.zeros(len(FATES))], [0]
    by_fate, doubts, by_piece = reader(rows, there, torch.tensor(whose), torch.stack(marks), torch.stack(facts))
    target = torch.stack(fates) * (1 - LEEWAY) + LEEWAY / len(FATES)
    weight = torch.tensor(count, dtype=torch.float)
    of_fates = -(target * functional.log_softmax(by_fate, 1)).sum(1)
    natural = torch.tensor([float(not (lesson.is_probe or lesson.is_added)) for lesson in batch])
    doubtful = torch.tensor([float(lesson.doubtful) for lesson in batch])
    of_doubt = _mean(_missed(doubts[:, 0], doubtful), natural)
    known = torch.tensor([float(lesson.lacks is not None) for lesson in batch])
    lacks = torch.tensor([float(bool(lesson.lacks)) for lesson in batch])
    of_lacks = _mean(_missed(doubts[:, 1], lacks), known)
    of_asides = _of_asides(batch, doubts[:, 2:], told)
    of_belongings = _of_belongings(batch, by_piece)
    return _mean(of_fates, weight) + DOUBT_WEIGHS * (of_doubt + of_lacks + of_asides) + of_belongings


def _of_belongings(batch: Sequence[Lesson], by_piece: Tensor) -> Tensor:
    """That what is somebody's stands where the label's words do, and nowhere else."""
    people = [(lesson, details) for lesson in batch for details in lesson.details]
    losses = [
        _of_detail(told[: len(lesson.seen.row), at], ways)
        for told, (lesson, details) in zip(by_piece, people, strict=False)
        for at, ways in enumerate(details)
        if ways is not None
    ]
    return torch.stack(losses).mean() if losses else torch.tensor(0.0)


def _of_detail(told: Tensor, ways: tuple[tuple[int, ...], ...]) -> Tensor:
    """Where the label's words stand several times, it is where they stand by what the network finds already."""
    elsewhere = torch.ones(len(told), dtype=torch.bool)
    elsewhere[[at for way in ways for at in way]] = False
    said = _missed(told[elsewhere].logsumexp(0), torch.tensor(0.0))
    if not ways:
        return said
    best = max(ways, key=lambda way: float(told[list(way)].detach().mean()))
    return said + _missed(told[list(best)], torch.ones(len(best))).mean()


@cache
def _colours() -> list[int]:
    """The numbers of the pieces that stand for workshops."""
    return [pieces.vocabulary()[0][pieces.BLANK + colour] for colour in pieces.COLOURS]


def _of_asides(batch: Sequence[Lesson], spots: Tensor, told: Tensor) -> Tensor:
    """That a sign-up has an aside to it which makes it doubtful, or has none; and, where it is known, that this is
    where it stands, and nowhere else."""
    doubtful = torch.tensor([float(lesson.doubtful) for lesson in batch])
    sign_ups = torch.tensor([float(lesson.is_sign_up and not lesson.is_probe) for lesson in batch])
    quoted = (told.sum(1) > 0).float()
    there = (spots - (1 - told) * NEVER).logsumexp(1).clamp(min=-NEVER)
    elsewhere = (spots - told * NEVER).logsumexp(1)
    yes, no = torch.ones(len(batch)), torch.zeros(len(batch))
    placed = _mean(_missed(there, yes) + _missed(elsewhere, no), quoted)
    return _mean(_missed(spots.logsumexp(1), doubtful), sign_ups) + placed


def _missed(found: Tensor, right: Tensor) -> Tensor:
    target = right * (1 - LEEWAY) + LEEWAY / 2
    return functional.binary_cross_entropy_with_logits(found, target, reduction="none")


def _mean(losses: Tensor, weights: Tensor) -> Tensor:
    return (losses * weights).sum() / weights.sum().clamp(min=1)


def _write(reader: _Reader, file: Path) -> None:
    """As ONNX, with weights of eight bits: a quarter of the size, and three times as fast."""
    whole = file.with_suffix(".whole.onnx")
    row, marks, facts = torch.tensor([[0, 5, 6, 7, 2]]), torch.full((2, 5), 0.2), torch.zeros(2, len(FACTS))
    length, count = {1: "pieces"}, {0: "people"}
    axes = {"row": length, "marks": {**count, **length}, "facts": count, "fates": count, "spots": {0: "pieces"}}
    axes["details"] = {**count, **length}
    torch.onnx.export(
        _InUse(reader).eval(),
        (row, marks, facts),
        str(whole),
        input_names=["row", "marks", "facts"],
        output_names=["fates", "doubt", "lacks", "aside", "spots", "details"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        whole,
        file,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # processors without VNNI would overflow, and come to something else
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    onnx.checker.check_model(str(file))
    whole.unlink()
