"""Mails to which somebody added a few words: such as make them doubtful, and such as only sound so.

    python -m training.additions MAILS ADDITIONS FILE

MAILS is a folder of labelled mails in the corpus' YAML, ADDITIONS one of what was added to them: of each mail `doubt`
and `plain`, as `add` behind the text `after`, or as `put` in the place of `find`. FILE becomes the YAML of all mails
with either; the label of a doubtful one quotes the words that make it so. Whoever learns from both learns what the
words mean, for all else is the same.
"""

import argparse
from collections.abc import Iterator
from copy import deepcopy
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

Mail = dict[str, Any]


def with_additions(mails: Iterator[Mail], additions: Iterator[Mail]) -> Iterator[Mail]:
    """Each mail of which something is told, once with the doubt and once with what only sounds like one."""
    known = {mail["id"]: mail for mail in mails}
    for addition in additions:
        for sort, review in (("doubt", "must"), ("plain", "no")):
            mail = deepcopy(known[addition["id"]])
            mail["text"], words = _added(mail["text"], addition[sort])
            mail["id"] = f"{mail['id']}-{sort}"
            mail["gold"]["review"] = review
            if sort == "doubt":
                mail["gold"]["doubt"] = words
            yield mail


def _added(text: str, change: dict[str, str]) -> tuple[str, str]:
    """The text with that change, and the words that are new in it. ValueError where its place isn't one place."""
    old = change["after"] if "after" in change else change["find"]
    new = old + change["add"] if "after" in change else change["put"]
    if text.count(old) != 1:
        raise ValueError(f"stands {text.count(old)} times: {old!r}")
    before, now = old.split(" "), new.split(" ")
    start = _alike(before, now)
    end = _alike(before[start:][::-1], now[start:][::-1])
    return text.replace(old, new), " ".join(now[start : len(now) - end]).strip()


def _alike(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _all(folder: Path) -> Iterator[Mail]:
    for file in sorted(folder.glob("*.yaml")):
        yield from yaml.safe_load(file.read_text("utf-8"))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("mails", "additions", "file"):
        arguments.add_argument(name, type=Path)
    options = arguments.parse_args()
    made = list(with_additions(_all(options.mails), _all(options.additions)))
    options.file.parent.mkdir(parents=True, exist_ok=True)
    options.file.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), "utf-8")
    print(f"{options.file}: {len(made)} mails")


if __name__ == "__main__":
    main()
