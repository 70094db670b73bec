"""Everyday mails in which somebody comes instead of somebody else."""

from tests.unit.reading.everyday import ELS, JANE, WIM, comes, goes, mail

SUBSTITUTIONS = [
    mail(
        ELS,
        "Vervanging",
        "Ik kan helaas niet komen op 30 maart. Wim Smit (wim@tiel.example) neemt mijn plaats in.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        comes("Wim Smit", email=WIM),
    ),
    mail(
        ELS,
        "Vervanging",
        "Mijn collega Wim Smit vervangt mij op 30 maart.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Wim Smit kan niet op 30 maart. In zijn plaats komt Noor de Boer (noor@tiel.example).\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        comes("Noor de Boer", email="noor@tiel.example"),
    ),
    mail(
        ELS,
        "30 maart",
        "Ik ben verhinderd op 30 maart. Kan Wim Smit in mijn plaats komen? Zijn e-mailadres is wim@tiel.example.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        comes("Wim Smit", email=WIM),
    ),
    mail(
        ELS,
        "Vervanging",
        "In plaats van Wim Smit komt Noor de Boer op 30 maart.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Vervanger",
        "Ik geef mijn plek op 30 maart graag door aan mijn collega Wim Smit (wim@tiel.example).\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        comes("Wim Smit", email=WIM),
    ),
    mail(
        JANE,
        "Substitute",
        "I can't come on 30 March. My colleague Tom Brown (tom@leiden.example) will come instead of me.\n\nJane Smith",
        goes("Jane Smith"),
        comes("Tom Brown", email="tom@leiden.example"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Noor de Boer vervangt Wim Smit op 30 maart.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Wim Smit wordt op 30 maart vervangen door Noor de Boer.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Noor de Boer komt op 30 maart in plaats van Wim Smit.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        JANE, "Change", "Tom Brown will replace me on 30 March.\n\nJane Smith", goes("Jane Smith"), comes("Tom Brown")
    ),
]
