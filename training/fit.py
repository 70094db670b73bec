"""From examples to a model, and to the file that mailbot brings."""

import json
from collections import Counter
from collections.abc import Iterable

import numpy
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from mailbot.reading.second_reader import Models
from mailbot.reading.second_reader.model import Model
from training.examples import Example, LabelledMail, people_in, whole
from training.labels import needs_person

SELDOM = 3  # mails a trait must stand in to be learned from: what stands in fewer is chance
STRICTNESS = 0.3  # of the regularisation, scikit-learn's C; by trying, on writers that were left out
# Short mails of tests, each of which tries a doubt: they would teach that every plain sign-up is doubtful.
PROBES = "SHORT"
# Of whose mails more need a person than this was told to be doubtful: every other would be, of so many
TOLD_TO_DOUBT = 0.3
NEGLIGIBLE = 0.05  # a weight under this is left out of the file


def models_of(mails: Iterable[LabelledMail]) -> Models:
    """What those mails teach. What was added to some of them teaches what may be said in passing, and nothing of how
    much a mail sounds doubtful: one in two of them is."""
    everything = list(mails)
    mails = [mail for mail in everything if not mail.is_added]
    told = _told_to_doubt(mails)
    certain = (mail for mail in mails if not (mail.writer in told and needs_person(mail.gold)))
    return Models(
        fit(example for mail in certain for example in people_in(mail)),
        fit(whole(mail) for mail in mails if mail.writer != PROBES),
        fit(whole(mail) for mail in everything if mail.writer != PROBES),
    )


def _told_to_doubt(mails: list[LabelledMail]) -> set[str]:
    """The writers who were told to write what needs a person. Such mails of theirs teach what sounds doubtful, and
    nothing of who comes, or everybody would come with less certainty."""
    written = Counter(mail.writer for mail in mails)
    needing = Counter(mail.writer for mail in mails if needs_person(mail.gold))
    return {writer for writer in written if needing[writer] > TOLD_TO_DOUBT * written[writer]} - {PROBES}


def fit(
    examples: Iterable[Example],
    *,
    seldom: int = SELDOM,
    strictness: float = STRICTNESS,
    negligible: float = NEGLIGIBLE,
) -> Model:
    """The model that those examples teach."""
    examples = list(examples)
    vectorizer = CountVectorizer(analyzer=sorted, binary=True, min_df=seldom)
    matrix = vectorizer.fit_transform([example.traits for example in examples])
    fitted = LogisticRegression(C=strictness, max_iter=500).fit(matrix, [example.outcome for example in examples])
    rows, start = fitted.coef_, fitted.intercept_
    if len(rows) == 1:  # of two outcomes scikit-learn keeps the weights of the second, against none of the first
        rows, start = numpy.vstack([0 * rows[0], rows[0]]), numpy.array([0, start[0]])
    weights = {}
    for trait, column in sorted(vectorizer.vocabulary_.items()):
        numbers = rows[:, column]
        if abs(numbers).max() >= negligible:
            weights[trait] = tuple(round(100 * number) for number in numbers)
    return Model(tuple(map(str, fitted.classes_)), tuple(round(100 * number) for number in start), weights)


def as_json(model: Model) -> str:
    """A line a trait: so that what training changes can be read."""
    head = f'{{\n"outcomes": {json.dumps(model.outcomes)},\n"bias": {json.dumps(model.bias)},\n"weights": {{\n'
    lines = (f"{json.dumps(trait, ensure_ascii=False)}: {json.dumps(w)}" for trait, w in model.weights.items())
    return head + ",\n".join(lines) + "\n}}\n"
