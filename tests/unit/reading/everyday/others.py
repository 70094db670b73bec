"""Everyday mails that ask nothing, or something else; sign-ups on the last day, and after it."""

from tests.unit.reading.everyday import ELS, JANE, comes, mail

OTHERS = [
    mail(
        ELS,
        "Vraag",
        "Beste,\n\nHoe laat begint de bijeenkomst van 30 maart?\n\nGroet,\nEls Bakker",
        kind="question",
        question=True,
        held=True,
    ),
    mail(
        ELS,
        "Parkeren",
        "Kan ik bij de Jaarbeurs parkeren?\n\nGroet,\nEls Bakker",
        kind="question",
        question=True,
        held=True,
    ),
    mail(
        JANE,
        "Question",
        "Is the venue accessible by wheelchair?\n\nJane Smith",
        kind="question",
        question=True,
        held=True,
    ),
    mail(
        ELS,
        "Aanmelden?",
        "Zijn er nog plaatsen vrij voor 30 maart?\n\nGroet,\nEls Bakker",
        kind="question",
        question=True,
        held=True,
    ),
    mail(ELS, "Bedankt", "Bedankt voor de mooie bijeenkomst!\n\nGroet,\nEls Bakker", kind="unrelated"),
    mail(
        ELS,
        "Automatisch antwoord: Re: Aanmelding",
        "Ik ben afwezig tot 3 april. Uw mail wordt niet doorgestuurd.\n\nEls Bakker",
        kind="automatic",
        headers={"Auto-Submitted": "auto-replied"},
    ),
    mail(
        ELS,
        "Automatic reply: Re: Registration",
        "I am out of the office until 3 April.",
        kind="automatic",
        headers={"X-Auto-Response-Suppress": "All"},
    ),
    mail(
        ELS,
        "Aanmelding",
        "Ben ik nog op tijd? Graag meld ik mij aan voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        question=True,
        headers={"Date": "Wed, 29 Mar 2023 16:00:00 +0200"},
    ),
    mail(
        ELS,
        "Aanmelding 30 maart",
        "Graag meld ik mij aan voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        headers={"Date": "Wed, 29 Mar 2023 16:00:00 +0200"},
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart 2023.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        headers={"Date": "Mon, 03 Apr 2023 16:00:00 +0200"},
    ),
]
