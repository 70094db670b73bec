"""Everyday mails, and what a careful colleague reads in each: short and plain, as most of what arrives."""

from dataclasses import dataclass, field
from datetime import datetime

from mailbot.domain.answer import Template
from mailbot.domain.event import Choice, Event, Round, Workshop
from tests.office import ZONE
from tests.unit.reading import quoting

MARCH = Event(
    slug="discriminatie-2023",
    title="Gemeenten en de strijd tegen discriminatie",
    starts=datetime(2023, 3, 30, 10, tzinfo=ZONE),
    ends=datetime(2023, 3, 30, 16, 30, tzinfo=ZONE),
    location="Koninklijke Jaarbeurs, Jaarbeursplein 6, 3521 AL Utrecht",
    capacity=150,
    waitlist=True,
    rounds=tuple(
        Round(n, datetime(2023, 3, 30, h, tzinfo=ZONE), datetime(2023, 3, 30, h + 1, tzinfo=ZONE))
        for n, h in ((1, 12), (2, 14), (3, 15))
    ),
    workshops=(
        Workshop("lokaal-beleid", "Lokaal antidiscriminatiebeleid, hoe doe je dat?", 50, (1, 2, 3), ("Movisie",)),
        Workshop("vooroordelen", "Vooroordelen Voorbij", 50, (1, 2, 3), ("College voor de Rechten van de Mens",)),
    ),
)
JUNE = Event(
    slug="mensenrechten-2023",
    title="Mensenrechten in de wijk",
    starts=datetime(2023, 6, 20, 13, tzinfo=ZONE),
    ends=datetime(2023, 6, 20, 17, tzinfo=ZONE),
    location="Stadhuis Den Haag, Spui 70, 2511 BT Den Haag",
    capacity=80,
    waitlist=True,
)
EVENTS = (MARCH, JUNE)
WORKSHOPS = {"A": "lokaal-beleid", "B": "vooroordelen"}


@dataclass(frozen=True)
class Expected:
    """What is asked for one person. `workshops` in short: "1A 2B"; `fields`: further fields that must be so."""

    action: str
    name: str
    workshops: str = ""
    fields: dict[str, str | None] = field(default_factory=dict)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(Choice(int(c[0]) if c[0] != "-" else None, WORKSHOPS[c[1]]) for c in self.workshops.split())


@dataclass(frozen=True)
class Mail:
    sender: str
    subject: str
    text: str
    people: tuple[Expected, ...] = ()
    event: str | None = MARCH.slug
    kind: str = "signup"
    question: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    held: bool = False


def comes(name: str, workshops: str = "", **fields: str | None) -> Expected:
    return Expected("register", name, workshops, fields)


def goes(name: str, **fields: str | None) -> Expected:
    return Expected("cancel", name, "", fields)


def alters(name: str, workshops: str = "", **fields: str | None) -> Expected:
    return Expected("change", name, workshops, fields)


def mail(sender: str, subject: str, text: str, *people: Expected, **rest: object) -> Mail:
    if "event" not in rest and not people:
        rest["event"] = None
    return Mail(sender, subject, text, people, **rest)  # type: ignore[arg-type]


ELS, WIM = "Els Bakker <els@tiel.example>", "wim@tiel.example"
JANE = "Jane Smith <jane@leiden.example>"
NOW_A = (Choice(1, "lokaal-beleid"), Choice(2, "vooroordelen"))

SIGN_UPS = [
    mail(
        "Oluwaseun Adeyemi <o.adeyemi@ede.example>",
        "Aanmelding",
        "Hallo,\n\nIk meld mij graag aan voor 30 maart.\n\nGroet,\nOluwaseun Adeyemi",
        comes("Oluwaseun Adeyemi", email="o.adeyemi@ede.example"),
    ),
    mail(
        "Nguyễn Thị Mai <mai@ede.example>",
        "Aanmelding 30 maart",
        "Graag aanmelden voor 30 maart.\n\nMvg,\nNguyễn Thị Mai",
        comes("Nguyễn Thị Mai"),
    ),
    mail(
        "Şükrü Yıldız <sukru@ede.example>",
        "Aanmelding",
        "Beste organisatie,\n\nHierbij meld ik me aan voor de bijeenkomst op 30 maart. Ik eet halal.\n\nMet vriendelijke groet,\n\nŞükrü Yıldız\nGemeente Ede",
        comes("Şükrü Yıldız", diet="halal", organisation="Gemeente Ede"),
    ),
    mail(
        "Agnieszka Wiśniewska <aw@ede.example>",
        "inschrijving",
        "Goedemorgen,\n\nIk wil me inschrijven voor de bijeenkomst van 30 maart.\n\nAgnieszka Wiśniewska",
        comes("Agnieszka Wiśniewska"),
    ),
    mail(
        "Tjitske Wiersma-de Haan <t.wiersma@ede.example>",
        "Aanmelden",
        "Ik ben er graag bij op 30 maart!\n\nGroetjes,\nTjitske",
        comes("Tjitske Wiersma-de Haan"),
    ),
    mail(
        "J.P. de Wit <jp@ede.example>",
        "Aanmelding",
        "Graag zou ik deelnemen aan de bijeenkomst van 30 maart 2023.\n\nVriendelijke groet,\nJ.P. de Wit",
        comes("J.P. de Wit"),
    ),
    mail(
        "Test Persoon <test1@example.test>",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart.\n\nMet vriendelijke groet,\nTest Persoon",
        comes("Test Persoon", email="test1@example.test"),
    ),
    mail(
        "Test Persoon 3 <test3@example.test>",
        "Aanmelding 30 maart",
        "Hallo,\n\nGraag meld ik mij aan.\n\nTest Persoon 3",
        comes("Test Persoon 3"),
    ),
    mail(
        "Persoon A <a@voorbeeld.invalid>",
        "Aanmelding",
        "Hierbij meld ik mij aan voor de bijeenkomst op 30 maart.\n\nGroet,\nPersoon A",
        comes("Persoon A"),
    ),
    mail(
        "Deelnemer 12 <deelnemer12@example.test>",
        "Aanmelding",
        "Graag meld ik mij aan voor de bijeenkomst van 30 maart.",
        comes("Deelnemer 12"),
    ),
    mail("Tester Testersen <t@example.test>", "Aanmelding", "Ik kom graag op 30 maart.", comes("Tester Testersen")),
    mail(
        "Person Four <four@example.test>",
        "Registration",
        "Please register me for 30 March.\n\nRegards,\nPerson Four",
        comes("Person Four"),
    ),
    mail(
        "p.jansen@zeist.example",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart.\n\nMet vriendelijke groet,\nPetra Jansen",
        comes("Petra Jansen", email="p.jansen@zeist.example"),
    ),
    mail(
        "kwame@zeist.example",
        "Aanmelding",
        "Mijn naam is Kwame Mensah en ik wil mij graag aanmelden voor 30 maart.",
        comes("Kwame Mensah"),
    ),
    mail(
        "deelnemer7@example.test",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart.\n\nGroet,\nDeelnemer Zeven",
        comes("Deelnemer Zeven"),
    ),
    mail(
        '"Vries, Jan de" <jan@zeist.example>',
        "Aanmelding",
        "Graag aanmelden voor 30 maart.\n\nGroet, Jan",
        comes("Jan de Vries"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij en mijn collega Wim Smit aan voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit", email=None),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Ik kom graag op 30 maart, samen met mijn collega Chidi Okafor (chidi@tiel.example).\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Chidi Okafor", email="chidi@tiel.example"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart, en mijn collega's Wim Smit en Noor de Boer ook.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Hierbij meld ik mijzelf en mijn collega's Wim Smit, Noor de Boer en Priya Raghunathan aan voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
        comes("Noor de Boer"),
        comes("Priya Raghunathan"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Beste,\n\nGraag de volgende personen inschrijven voor 30 maart:\n\n1. Els Bakker <els@tiel.example>\n2. Wim Smit <wim@tiel.example>\n3. Noor de Boer <noor@tiel.example>\n4. Mo Amrani <mo@tiel.example>\n\nGroet,\nEls",
        comes("Els Bakker", email="els@tiel.example"),
        comes("Wim Smit", email=WIM),
        comes("Noor de Boer", email="noor@tiel.example"),
        comes("Mo Amrani", email="mo@tiel.example"),
    ),
    mail(
        ELS,
        "Aanmelding 2 personen",
        "Wij willen graag komen op 30 maart:\n- Els Bakker\n- Wim Smit\n\nGroet, Els Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik aan voor 30 maart: Wim Smit (wim@tiel.example, vegetarisch) en Noor de Boer (noor@tiel.example). Ik kom zelf niet.\n\nGroet,\nEls Bakker",
        comes("Wim Smit", email=WIM, diet="vegetarisch"),
        comes("Noor de Boer", email="noor@tiel.example"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Namens mijn wethouder, Peter Jansen, meld ik hem aan voor 30 maart.\n\nMet vriendelijke groet,\nEls Bakker\nbestuurssecretaresse",
        comes("Peter Jansen"),
    ),
    mail(
        "Secretariaat <secretariaat@zeist.example>",
        "Aanmelding burgemeester",
        "Hierbij meld ik burgemeester Anja de Wit aan voor uw bijeenkomst op 30 maart.\n\nMet vriendelijke groet,\nKarin de Groot\nSecretariaat",
        comes("Anja de Wit", role="burgemeester"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Wilt u Wim Smit en mij inschrijven voor 30 maart?\n\nGroet,\nEls Bakker",
        comes("Wim Smit"),
        comes("Els Bakker"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Mijn collega Wim Smit en ik komen graag op 30 maart. Wim is vegetariër, ik heb een notenallergie.\n\nGroet,\nEls Bakker",
        comes("Wim Smit", diet="vegetariër"),
        comes("Els Bakker", diet="notenallergie"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Ronde 1: Lokaal antidiscriminatiebeleid, ronde 2: Vooroordelen Voorbij.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1A 2B"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Workshops: 1A en 2B.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1A 2B"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Ik meld mij aan voor 30 maart. In de eerste ronde ga ik graag naar Vooroordelen Voorbij.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1B"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag inschrijven voor 30 maart:\n\nEls Bakker, ronde 1 Vooroordelen Voorbij\nWim Smit, ronde 1 Lokaal antidiscriminatiebeleid\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1B"),
        comes("Wim Smit", "1A"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik Wim Smit en mijzelf aan voor 30 maart, allebei in ronde 1 voor Vooroordelen Voorbij.\n\nGroet,\nEls Bakker",
        comes("Wim Smit", "1B"),
        comes("Els Bakker", "1B"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Ik zit in een rolstoel en eet glutenvrij.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", diet="glutenvrij", access="rolstoel"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mijzelf en Wim Smit aan voor 30 maart. Wim is slechthorend en heeft een ringleiding nodig.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit", access="*ringleiding"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 20 juni.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        event=JUNE.slug,
    ),
    mail(
        ELS,
        "Aanmelding 20 juni",
        "Graag meld ik mij en Wim Smit aan.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
        event=JUNE.slug,
    ),
    mail(
        ELS, "Mensenrechten in de wijk", "Hallo, ik kom graag. Groet, Els Bakker", comes("Els Bakker"), event=JUNE.slug
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor beide bijeenkomsten, 30 maart en 20 juni.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Els Bakker", event=JUNE.slug),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Op 20 juni kan ik helaas niet.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Is er parkeergelegenheid?\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        question=True,
    ),
    mail(
        ELS,
        "Aanmelding",
        "Hierbij meld ik mij aan voor de bijeenkomst van 30 maart.\n\nHoe laat begint de inloop?\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        question=True,
    ),
    mail(ELS, "Aanmelding 30 maart", "Graag een plek voor mij reserveren.\n\nGroet,\nEls Bakker", comes("Els Bakker")),
    mail(ELS, "Aanmelding", "Zet mij maar op de lijst voor 30 maart!\n\nEls Bakker", comes("Els Bakker")),
    mail(
        ELS,
        "Aanmelding Els Bakker en Wim Smit",
        "Beste,\n\nWij komen graag op 30 maart.\n\nGroet,\nEls Bakker en Wim Smit",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Naam: Els Bakker\nE-mail: els@tiel.example\nWorkshop ronde 1: Vooroordelen Voorbij\nWorkshop ronde 2: Lokaal antidiscriminatiebeleid\n\nNaam: Wim Smit\nE-mail: wim@tiel.example\nWorkshop ronde 1: Lokaal antidiscriminatiebeleid\nDieet: veganistisch\n",
        comes("Els Bakker", "1B 2A"),
        comes("Wim Smit", "1A", email=WIM, diet="veganistisch"),
    ),
    mail(
        "Els Bakker <els@tiel.example>",
        "Aanmelding",
        "Geachte organisatie,\n\nGraag meld ik me aan voor het congres in Utrecht op 30 maart a.s. Alvast hartelijk dank.\n\nHoogachtend,\n\nmr. Els Bakker\njurist\nGemeente Tiel\nT 06-12345678",
        comes("Els Bakker", role="jurist", phone="06-12345678", organisation="Gemeente Tiel"),
    ),
    mail(
        JANE,
        "Registration",
        "Hi,\n\nI'd like to attend the meeting on 30 March. I am vegetarian.\n\nThanks,\nJane Smith",
        comes("Jane Smith", diet="vegetarian"),
    ),
    mail(
        JANE,
        "Registration",
        "Please register the following people for 30 March:\n- Jane Smith\n- Tom Brown (tom@leiden.example)\n- Priya Patel\n\nBest,\nJane",
        comes("Jane Smith"),
        comes("Tom Brown", email="tom@leiden.example"),
        comes("Priya Patel"),
    ),
    mail(
        JANE,
        "Registration",
        "I would like to sign up for 30 March, together with my colleague Tom Brown. We would both like to join Vooroordelen Voorbij in round 1.\n\nJane Smith",
        comes("Jane Smith", "1B"),
        comes("Tom Brown", "1B"),
    ),
    mail(
        JANE,
        "Registration",
        "Please register me for 30 March: 1A 2B. I use a wheelchair.\n\nJane Smith",
        comes("Jane Smith", "1A 2B", access="wheelchair"),
    ),
    mail(
        JANE,
        "Registration 20 June",
        "Could you sign me up for 20 June, please?\n\nJane Smith",
        comes("Jane Smith"),
        event=JUNE.slug,
    ),
]

CANCELLATIONS = [
    mail(
        ELS,
        "Afmelding",
        "Helaas moet ik me afmelden voor de bijeenkomst van 30 maart.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
    ),
    mail(
        ELS, "Annulering", "Graag annuleer ik mijn aanmelding voor 30 maart.\n\nGroet,\nEls Bakker", goes("Els Bakker")
    ),
    mail(
        ELS,
        "RXRFNA8",
        "Ik kan helaas niet komen. Graag afmelden voor de bijeenkomst.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
    ),
    mail(ELS, "Afmelding, kenmerk RXRFNA8", "Ik kom toch niet.\n\nGroet,\nEls Bakker", goes("Els Bakker")),
    mail(ELS, "Kenmerk: RXRFNA8", "Hierbij meld ik mij af.\n\nEls Bakker", goes("Els Bakker")),
    mail(
        ELS,
        "30 maart",
        "Ik ben ziek en kan er 30 maart niet bij zijn. Wilt u mij afmelden?\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Wim Smit kan niet komen op 30 maart. Ik kom zelf wel.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
    ),
    mail(
        ELS,
        "Afmelding collega",
        "Mijn collega Wim Smit is verhinderd op 30 maart. Wilt u hem afmelden? Noor en ik komen wel.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Graag Wim Smit en Noor de Boer afmelden voor 30 maart.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Els Bakker, Wim Smit en Noor de Boer kunnen helaas niet komen op 30 maart. Graag ons alle drie afmelden.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Hierbij meld ik mijzelf en mijn collega Wim Smit af voor 30 maart.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        goes("Wim Smit"),
    ),
    mail(
        ELS,
        "Afmelding 20 juni",
        "Ik kan op 20 juni helaas niet. Op 30 maart kom ik wel.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        event=JUNE.slug,
    ),
    mail(
        ELS,
        "Afmelding",
        "Ik wil me graag afmelden voor Mensenrechten in de wijk. Voor 30 maart blijft mijn aanmelding staan.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        event=JUNE.slug,
    ),
    mail("els@tiel.example", "Afmelden", "Ik kom niet op 30 maart.\n\nEls Bakker", goes("Els Bakker")),
    mail(
        "Persoon A <a@voorbeeld.invalid>",
        "Afmelding",
        "Hierbij meld ik mij af voor 30 maart.\n\nGroet,\nPersoon A",
        goes("Persoon A"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Alleen Wim Smit komt niet, wilt u hem van de lijst halen? De rest komt gewoon.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
    ),
    mail(
        JANE,
        "Cancellation",
        "I'm sorry, I can't make it on 30 March. Please cancel my place.\n\nJane Smith",
        goes("Jane Smith"),
    ),
    mail(
        JANE,
        "Cancellation",
        "Tom Brown cannot come on 30 March, please cancel his registration. I will still attend.\n\nJane Smith",
        goes("Tom Brown"),
    ),
    mail(JANE, "RXRFNA8", "Please cancel my registration.\n\nJane Smith", goes("Jane Smith")),
]

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
]

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

CONFIRMED = quoting.reply(MARCH, "Els Bakker", workshops=NOW_A, diet="vegetarisch")
CONFIRMED_BOTH = quoting.reply(MARCH, "Els Bakker", "Wim Smit", "Noor de Boer", workshops=NOW_A)
CONFIRMED_JUNE = quoting.reply(JUNE, "Els Bakker")
CONFIRMED_ENGLISH = quoting.reply(MARCH, "Jane Smith", language="en", workshops=NOW_A, diet="vegetarian")
WAITING = quoting.reply(MARCH, "Els Bakker", template=Template.WAITLISTED)
CANCELLED = quoting.reply(MARCH, "Els Bakker", template=Template.CANCELLED)
RE = "Re: Aanmelding"

ANSWERS = [
    mail(ELS, RE, quoting.gmail("Ik kan helaas toch niet komen.\n\nGroet,\nEls Bakker", CONFIRMED), goes("Els Bakker")),
    mail(ELS, RE, quoting.outlook("Ik kan toch niet.\n\nGroet, Els", CONFIRMED), goes("Els Bakker")),
    mail(ELS, RE, quoting.apple("Helaas, ik moet afzeggen.\nEls", CONFIRMED), goes("Els Bakker")),
    mail(ELS, RE, quoting.outlook("Graag afmelden, ik ben verhinderd.\n\nEls Bakker", CONFIRMED), goes("Els Bakker")),
    mail(ELS, RE, quoting.gmail("Wim Smit komt niet.\n\nGroet,\nEls Bakker", CONFIRMED_BOTH), goes("Wim Smit")),
    mail(
        ELS,
        RE,
        quoting.outlook("Alleen Wim kan niet. Noor en ik komen wel.\n\nGroet,\nEls", CONFIRMED_BOTH),
        goes("Wim Smit"),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail(
            "Helaas komen wij geen van allen: Els Bakker, Wim Smit en Noor de Boer kunnen niet.\n\nGroet,\nEls",
            CONFIRMED_BOTH,
        ),
        goes("Els Bakker"),
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Wij komen geen van allen.\n\nGroet,\nEls Bakker", CONFIRMED_BOTH),
        goes("Els Bakker"),
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Ik kan niet komen op 20 juni.\n\nGroet, Els Bakker", CONFIRMED_JUNE),
        goes("Els Bakker"),
        event=JUNE.slug,
    ),
    mail(
        ELS,
        RE,
        quoting.gmail("Ik kan niet. Wim Smit (wim@tiel.example) komt in mijn plaats.\n\nGroet,\nEls Bakker", CONFIRMED),
        goes("Els Bakker"),
        comes("Wim Smit", email=WIM),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Mijn collega Mo Amrani neemt mijn plek over.\n\nGroet,\nEls Bakker", CONFIRMED),
        goes("Els Bakker"),
        comes("Mo Amrani"),
    ),
    mail(ELS, RE, quoting.gmail("1B 2A", CONFIRMED), alters("Els Bakker", "1B 2A")),
    mail(ELS, RE, quoting.outlook("1B en 2A graag.\n\nGroet, Els", CONFIRMED), alters("Els Bakker", "1B 2A")),
    mail(
        ELS,
        RE,
        quoting.gmail("Ik wil in ronde 1 toch liever naar Vooroordelen Voorbij.\n\nGroet,\nEls Bakker", CONFIRMED),
        alters("Els Bakker", "1B"),
    ),
    mail(
        ELS,
        RE,
        quoting.apple("Graag in ronde 3 ook Vooroordelen Voorbij.\n\nEls", CONFIRMED),
        alters("Els Bakker", "3B"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Mijn dieet klopt niet: ik eet halal.\n\nGroet,\nEls Bakker", CONFIRMED),
        alters("Els Bakker", diet="halal"),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail("Kunt u nog noteren dat ik een notenallergie heb?\n\nGroet,\nEls Bakker", CONFIRMED),
        alters("Els Bakker", diet="notenallergie"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Mijn naam is verkeerd gespeld, het moet Els Backer zijn.\n\nGroet,\nEls", CONFIRMED),
        alters("Els Backer"),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail(
            "Ik werk bij de gemeente Zeist, niet bij de gemeente Tiel. Wilt u dat wijzigen?\n\nGroet,\nEls Bakker",
            CONFIRMED,
        ),
        alters("Els Bakker", organisation="Gemeente Zeist"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook(
            "Graag meld ik ook mijn collega Wim Smit (wim@tiel.example) aan.\n\nGroet,\nEls Bakker", CONFIRMED
        ),
        comes("Wim Smit", email=WIM),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail("Graag ook aanmelden voor 20 juni.\n\nGroet,\nEls Bakker", CONFIRMED),
        comes("Els Bakker"),
        event=JUNE.slug,
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Haal mij maar van de wachtlijst, ik kan toch niet.\n\nGroet,\nEls Bakker", WAITING),
        goes("Els Bakker"),
    ),
    mail(ELS, RE, quoting.gmail("Dank voor de bevestiging!\n\nGroet,\nEls", CONFIRMED), kind="unrelated"),
    mail(ELS, RE, quoting.outlook("Prima, bedankt. Tot 30 maart!\n\nEls Bakker", CONFIRMED), kind="unrelated"),
    mail(ELS, RE, quoting.apple("Bedankt!\n\nEls", CONFIRMED_BOTH), kind="unrelated"),
    mail(ELS, RE, quoting.gmail("Jammer, maar bedankt.\n\nGroet,\nEls Bakker", CANCELLED), kind="unrelated"),
    mail(
        ELS,
        RE,
        quoting.outlook("Is er ook een lunch?\n\nGroet,\nEls Bakker", CONFIRMED),
        kind="question",
        question=True,
        held=True,
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.outlook_english("Unfortunately I cannot come after all.\n\nJane Smith", CONFIRMED_ENGLISH),
        goes("Jane Smith"),
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.gmail_english("Please cancel my registration.\n\nBest,\nJane", CONFIRMED_ENGLISH),
        goes("Jane Smith"),
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.apple_english("1B 2A please\n\nJane", CONFIRMED_ENGLISH),
        alters("Jane Smith", "1B 2A"),
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.gmail_english("Could you change my diet to vegan?\n\nJane", CONFIRMED_ENGLISH),
        alters("Jane Smith", diet="vegan"),
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.outlook_english("Thank you, see you then!\n\nJane", CONFIRMED_ENGLISH),
        kind="unrelated",
    ),
    mail(
        JANE,
        "Re: Registration",
        quoting.gmail_english(
            "My colleague Tom Brown (tom@leiden.example) will take my place.\n\nJane Smith", CONFIRMED_ENGLISH
        ),
        goes("Jane Smith"),
        comes("Tom Brown", email="tom@leiden.example"),
    ),
]

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

SIGN_UPS += [
    mail(
        "Anna-Sofie Ngwenya <as@ede.example>",
        "Aanmelding",
        "Dag,\n\nGraag kom ik op 30 maart met twee collega's: Wim Smit en Noor de Boer.\n\nGroet,\nAnna-Sofie Ngwenya",
        comes("Anna-Sofie Ngwenya"),
        comes("Wim Smit"),
        comes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Wil je mij en Wim Smit op de lijst zetten voor 30 maart? Bedankt!\n\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik twee personen aan voor 30 maart: mijzelf en Wim Smit. We eten allebei vegetarisch.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", diet="vegetarisch"),
        comes("Wim Smit", diet="vegetarisch"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mijn collega Wim Smit aan voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik Wim Smit (wim@tiel.example) aan voor 30 maart, workshops 1A en 2B.\n\nGroet,\nEls Bakker",
        comes("Wim Smit", "1A 2B", email=WIM),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart. Ik kies workshop A in ronde 1 en workshop B in ronde 2.\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1A 2B"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart.\nRonde 1: A\nRonde 2: B\nRonde 3: A\n\nGroet,\nEls Bakker",
        comes("Els Bakker", "1A 2B 3A"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Hierbij de aanmelding van Els Bakker en Wim Smit voor 30 maart.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Aanmelding voor 30 maart: Els Bakker, gemeente Tiel.",
        comes("Els Bakker", organisation="Gemeente Tiel"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Ik schrijf me graag in voor de bijeenkomst op 30 maart en voor die op 20 juni.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Els Bakker", event=JUNE.slug),
    ),
    mail("Wim Smit <wim@tiel.example>", "Inschrijven 30 maart", "Hoi,\n\nIk wil erbij zijn!\n\nWim", comes("Wim Smit")),
    mail(
        "Fatima Zahra Bennani <fz@ede.example>",
        "Aanmelding",
        "Assalamu alaikum, graag inschrijven voor 30 maart. Ik eet halal en heb een gebedsruimte nodig.\n\nFatima Zahra Bennani",
        comes("Fatima Zahra Bennani", diet="halal", access="*gebedsruimte"),
    ),
    mail(
        "Persoon B <b@voorbeeld.invalid>",
        "Aanmelding",
        "Graag meld ik mij en Persoon C aan voor 30 maart.\n\nGroet,\nPersoon B",
        comes("Persoon B"),
        comes("Persoon C"),
    ),
    mail(
        "Els Bakker <els@tiel.example>",
        "Aanmelding",
        "Graag meld ik de volgende deelnemers aan voor 30 maart:\n\n• Deelnemer Een (een@example.test)\n• Deelnemer Twee (twee@example.test)\n\nGroet,\nEls Bakker",
        comes("Deelnemer Een", email="een@example.test"),
        comes("Deelnemer Twee", email="twee@example.test"),
    ),
    mail(
        JANE,
        "Registration",
        "I would like to register together with my colleague Tom Brown for 30 March.\n\nJane Smith",
        comes("Jane Smith"),
        comes("Tom Brown"),
    ),
    mail(
        JANE,
        "Registration",
        "Tom Brown, Priya Patel and I would like to attend on 30 March.\n\nJane Smith",
        comes("Tom Brown"),
        comes("Priya Patel"),
        comes("Jane Smith"),
    ),
]
CANCELLATIONS += [
    mail(
        ELS,
        "Afmelding",
        "Wim Smit en ik kunnen helaas niet komen op 30 maart.\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        goes("Els Bakker"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Helaas kunnen Wim Smit en ik er op 30 maart niet bij zijn. Wilt u ons afmelden?\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        goes("Els Bakker"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Wij kunnen er helaas niet bij zijn op 30 maart.\n\nGroet,\nEls Bakker en Wim Smit",
        goes("Els Bakker"),
        goes("Wim Smit"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Graag afmelden voor 30 maart:\n- Wim Smit\n- Noor de Boer\n\nGroet,\nEls Bakker",
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        "Afmelding",
        "Ik meld me af voor beide bijeenkomsten, 30 maart en 20 juni.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
        goes("Els Bakker"),
    ),
    mail(
        ELS,
        "Niet aanwezig",
        "Ik ben 30 maart verhinderd, dus ik kan niet aanwezig zijn.\n\nGroet,\nEls Bakker",
        goes("Els Bakker"),
    ),
    mail(
        JANE,
        "Cancellation",
        "Tom Brown and I can't come on 30 March. Please cancel both registrations.\n\nJane Smith",
        goes("Tom Brown"),
        goes("Jane Smith"),
    ),
]
SUBSTITUTIONS += [
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
ANSWERS += [
    mail(ELS, RE, quoting.gmail("Wij kunnen helaas niet komen.\n\nGroet,\nEls Bakker", CONFIRMED), goes("Els Bakker")),
    mail(
        ELS,
        RE,
        quoting.outlook("Wilt u ons allemaal afmelden?\n\nGroet,\nEls Bakker", CONFIRMED_BOTH),
        goes("Els Bakker"),
        goes("Wim Smit"),
        goes("Noor de Boer"),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail("Noor de Boer en ik kunnen niet. Wim Smit komt wel.\n\nGroet,\nEls Bakker", CONFIRMED_BOTH),
        goes("Noor de Boer"),
        goes("Els Bakker"),
    ),
    mail(ELS, RE, quoting.apple("Wim kan toch niet.\n\nEls", CONFIRMED_BOTH), goes("Wim Smit")),
    mail(
        ELS,
        RE,
        quoting.outlook("Noor de Boer eet veganistisch, kunt u dat noteren?\n\nGroet,\nEls Bakker", CONFIRMED_BOTH),
        alters("Noor de Boer", diet="veganistisch"),
    ),
    mail(
        ELS,
        RE,
        quoting.gmail(
            "Wim Smit wil in ronde 1 liever naar Vooroordelen Voorbij.\n\nGroet,\nEls Bakker", CONFIRMED_BOTH
        ),
        alters("Wim Smit", "1B"),
    ),
    mail(
        ELS,
        RE,
        quoting.outlook("Kunt u mijn telefoonnummer wijzigen in 06-87654321?\n\nGroet,\nEls Bakker", CONFIRMED),
        alters("Els Bakker", phone="06-87654321"),
    ),
]

SIGN_UPS += [
    mail(
        "Wim Smit <wim@tiel.example>",
        "Aanmelding",
        "Graag meld ik mijzelf en mijn collega Tim Smit aan voor 30 maart.\n\nGroet,\nWim Smit",
        comes("Wim Smit"),
        comes("Tim Smit"),
    ),
    mail(
        "Deelnemer 12 <deelnemer12@example.test>",
        "Aanmelding",
        "Graag meld ik mijzelf en mijn collega Deelnemer 13 aan voor 30 maart.\n\nGroet,\nDeelnemer 12",
        comes("Deelnemer 12"),
        comes("Deelnemer 13"),
    ),
    mail(
        "Test Persoon 1 <test1@example.test>",
        "Aanmelding",
        "Graag meld ik mij aan, samen met Test Persoon 2 (test2@example.test).\n\nGroet,\nTest Persoon 1",
        comes("Test Persoon 1"),
        comes("Test Persoon 2", email="test2@example.test"),
    ),
    mail(
        "Alice Example <alice@example.test>",
        "Registration",
        "Please register me and Bob Example (bob@example.test) for 30 March.\n\nAlice Example",
        comes("Alice Example"),
        comes("Bob Example", email="bob@example.test"),
    ),
    mail(
        "Zaïnab Ouled-Haj <zainab@example.test>",
        "Aanmelding",
        "Graag meld ik mij aan voor 30 maart, met mijn collega Xander Qvist (xander@example.test).\n\nGroet,\nZaïnab Ouled-Haj",
        comes("Zaïnab Ouled-Haj"),
        comes("Xander Qvist", email="xander@example.test"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Beste mensen,\n\nMijn collega Wim Smit (wim@tiel.example) wil graag naar de bijeenkomst van 30 maart komen. Kunt u hem inschrijven?\n\nGroet,\nEls Bakker",
        comes("Wim Smit", email=WIM),
    ),
    mail(
        ELS,
        "Aanmelding 30 maart",
        "Els Bakker\nGemeente Tiel\nels@tiel.example\nVegetarisch",
        comes("Els Bakker", diet="vegetarisch", organisation="Gemeente Tiel"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Wij (Els Bakker en Wim Smit) komen graag op 30 maart.\n\nGroet,\nEls",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Ik meld mij aan voor 30 maart. Mijn collega Wim Smit kan helaas niet.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
    ),
    mail(
        ELS,
        "Aanmelding",
        "Graag aanmelden voor 30 maart: ik (Els Bakker) en mijn collega Wim Smit.\n\nGroet,\nEls Bakker",
        comes("Els Bakker"),
        comes("Wim Smit"),
    ),
]
