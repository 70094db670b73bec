"""Makes the second reader (mailbot/reading/second_reader) out of labelled mails.

    python -m training --config CONFIG [--by-writer | --words-only | --remarks | --network-further] FOLDER...

FOLDER holds *.eml and gold.json, as the labelled corpus does. Written are second_reader/fates.json, doubts.json,
asides.json, name_remarks.json and person_remarks.json, in some minutes; and its network.onnx and pieces.txt, in an
hour, which --words-only leaves as they are. With --remarks two alone are written. With --network-further the words
are left as they are, and the network goes on from what it knows, in 40 minutes.
With --by-writer nothing is written: the writers are parted into groups, each group's mails read with a second reader
that learned from the others' alone, and what became of them is told, beside what the rules alone make of them. Only
such a figure says something of mails to come; and of the rules only where they weren't made on the same mails.
"""

import argparse
import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from mailbot.app import understanding_by
from mailbot.config import load
from mailbot.reading import second_reader
from mailbot.reading.second_reader.model import Model
from training.examples import LabelledMail, labelled_mails
from training.fit import as_json, models_of
from training.name_remarks import name_remarks_of
from training.person_remarks import person_remarks_of
from training.trial import tell_by_writer


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--config", type=Path, required=True)
    one_of = arguments.add_mutually_exclusive_group()
    for way in ("--by-writer", "--words-only", "--remarks", "--network-further"):
        one_of.add_argument(way, action="store_true")
    options = arguments.parse_args()
    config = load(options.config, {})
    understand = understanding_by(config, config.event_list())
    mails = [mail for folder in options.folders for mail in labelled_mails(folder, understand)]
    print(f"{len(mails)} mails, {len({mail.writer for mail in mails})} writers")
    if options.by_writer:
        tell_by_writer(mails)
        return
    home = Path(second_reader.__file__).parent
    if options.remarks:
        write_remarks(mails, home)
        return
    if not options.network_further:
        write_words(mails, home)
    if not options.words_only:
        from training.network import learn  # torch takes seconds to import

        learn(mails, lexicon_words(), home, further=options.network_further)


def write_words(mails: Sequence[LabelledMail], home: Path) -> None:
    """Writes the words' models into `home`."""
    models = models_of(mails)
    write(models.people, home / "fates.json")
    write(models.letters, home / "doubts.json")
    if models.asides is not None:
        write(models.asides, home / "asides.json")
    write_remarks(mails, home)


def write_remarks(mails: Sequence[LabelledMail], home: Path) -> None:
    """Writes what is learned of single remarks into `home`."""
    write(name_remarks_of(mails), home / "name_remarks.json")
    write(person_remarks_of(mails), home / "person_remarks.json")


def write(model: Model, file: Path) -> None:
    file.write_text(as_json(model), "utf-8")
    print(f"{file}: {len(model.weights)} traits")


def lexicon_words() -> set[str]:
    """The words of reading's lists: mail may have them, though these mails don't."""
    lists = files("mailbot.reading.lexicon").iterdir()
    texts = (file.read_text("utf-8") for file in lists if file.name.endswith(".toml"))
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}


if __name__ == "__main__":
    main()
