"""Everyday changes to what was noted of somebody: workshops, diets, addresses."""

from tests.unit.reading.everyday import ELS, JANE, alters, mail

CHANGES = [
    mail(
        ELS,
        "Wijziging workshop",
        "Ik sta ingeschreven voor 30 maart. Graag wil ik in ronde 1 naar Vooroordelen Voorbij in plaats van Lokaal antidiscriminatiebeleid.\n\nGroet,\nEls Bakker",
        alters("Els Bakker", "1B"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Ik had me aangemeld voor 30 maart. Kunt u mijn workshop in ronde 2 wijzigen in Vooroordelen Voorbij?\n\nGroet,\nEls Bakker",
        alters("Els Bakker", "2B"),
    ),
    mail(ELS, "Wijziging RXRFNA8", "Graag wijzigen: 1A 2B.\n\nGroet,\nEls Bakker", alters("Els Bakker", "1A 2B")),
    mail(
        ELS,
        "Wijziging",
        "Ik heb mij aangemeld voor 30 maart. Kunt u bij mij vegetarisch noteren?\n\nGroet,\nEls Bakker",
        alters("Els Bakker", diet="vegetarisch"),
    ),
    mail(
        ELS,
        "Dieetwens",
        "Ik ben al aangemeld voor 30 maart. Mijn dieetwens is veranderd: graag halal in plaats van vegetarisch.\n\nGroet,\nEls Bakker",
        alters("Els Bakker", diet="halal"),
    ),
    mail(
        ELS,
        "Wijziging e-mailadres",
        "Ik ben aangemeld voor 30 maart. Mijn nieuwe e-mailadres is e.bakker@tiel.example.\n\nGroet,\nEls Bakker",
        alters("Els Bakker", email="e.bakker@tiel.example"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Ik sta op de lijst voor 30 maart, maar ik werk sinds deze maand bij de gemeente Zeist. Wilt u dat aanpassen?\n\nGroet,\nEls Bakker",
        alters("Els Bakker", organisation="Gemeente Zeist"),
    ),
    mail(
        "Els Backer <els@tiel.example>",
        "Naam verkeerd",
        "In de bevestiging staat mijn naam verkeerd: Els Bakker moet zijn Els Backer.\n\nGroet,\nEls Backer",
        alters("Els Backer"),
    ),
    mail(
        ELS,
        "Wijziging",
        "Ik ben aangemeld voor 30 maart en kom met een rolstoel, dat was ik vergeten te melden.\n\nGroet,\nEls Bakker",
        alters("Els Bakker", access="rolstoel"),
    ),
    mail(
        JANE,
        "Change of workshop",
        "I am registered for 30 March. I would like to change my workshop in round 1 to Vooroordelen Voorbij.\n\nJane Smith",
        alters("Jane Smith", "1B"),
    ),
    mail(
        JANE,
        "My diet",
        "I am registered for 30 March, but forgot to mention that I am vegan.\n\nJane Smith",
        alters("Jane Smith", diet="vegan"),
    ),
]
