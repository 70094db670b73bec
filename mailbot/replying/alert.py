"""Mails to whoever looks after mailbot: one when something goes wrong, one when it is over. Plain Dutch, and nothing of
what people wrote: who opens such a mail may not be the one who may read the registrations.
"""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from mailbot.domain.message import OutgoingMessage
from mailbot.replying.compose import Identity
from mailbot.replying.values import single_line

TEMPLATE = "alert"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a kind of trouble: its subject, what it means and what to do, and the subject when it is over."""

    subject: str
    meaning: str
    over: str


GOES_ON = "mailbot probeert het vanzelf opnieuw, met steeds langere pauzes. U hoeft mailbot niet opnieuw te starten."

WORDS = {
    "mailbox": Words(
        "De mailbox is niet te bereiken",
        "mailbot kan de mailbox nu niet lezen. Nieuwe mail blijft daar liggen en gaat niet verloren: zij wordt "
        "behandeld zodra de mailbox er weer is, in de volgorde van binnenkomst. " + GOES_ON,
        "De mailbox is weer te bereiken",
    ),
    "login": Words(
        "De mailbox weigert ons wachtwoord",
        "De mailserver laat mailbot niet meer binnen. Controleer de gebruikersnaam en het wachtwoord (of het token) "
        "van de mailbox. Nieuwe mail blijft daar liggen en gaat niet verloren. mailbot probeert het maar zelden "
        "opnieuw, omdat een server een account anders op slot doet. Na een verandering in config.toml meteen.",
        "De mailbox laat ons weer binnen",
    ),
    "smtp": Words(
        "Antwoorden kunnen niet worden verstuurd",
        "De server voor uitgaande mail neemt nu niets aan. De antwoorden wachten en gaan niet verloren. " + GOES_ON,
        "Antwoorden worden weer verstuurd",
    ),
    "database": Words(
        "De database werkt niet",
        "mailbot kan niets opslaan en doet daarom niets: nieuwe mail blijft in de mailbox liggen en gaat niet "
        "verloren. Kijk of de database draait en of de schijf niet vol is. " + GOES_ON,
        "De database werkt weer",
    ),
    "set_aside": Words(
        "Er is een mail opzij gelegd",
        "Bij het verwerken van een mail ging steeds iets mis. Die mail is opzij gelegd en houdt de andere niet op. "
        "U vindt hem met `mailbot review list`. U kunt er zelf over beslissen, of mailbot het nog eens laten "
        "proberen met `mailbot retry`. Zolang er iets opzij ligt, krijgt u hierover geen nieuwe mail.",
        "Er ligt geen mail meer opzij",
    ),
    "templates": Words(
        "Een eigen sjabloon klopt niet",
        "In een van uw eigen sjablonen zit een fout. mailbot gebruikt daarvoor zijn eigen tekst, zodat niemand op "
        "antwoord wacht. `mailbot templates check` laat zien wat er mis is.",
        "De sjablonen kloppen weer",
    ),
    "secret": Words(
        "Een geheim van mailbot verloopt binnenkort",
        "Het geheim (client secret) waarmee mailbot toegang krijgt tot de mail, loopt binnen een maand af. Maak een "
        "nieuw geheim waar mailbot is aangemeld, zet het in de plaats van het oude, en pas `secret_expires` aan. "
        "Gebeurt dat niet, dan weigert de mailserver mailbot vanaf die dag.",
        "Het geheim van mailbot is vernieuwd",
    ),
    "brake": Words(
        "De uitgaande post staat stil",
        "Er zijn in tien minuten meer antwoorden gemaakt dan u heeft toegestaan. Misschien antwoorden twee "
        "computers elkaar, misschien is het gewoon druk. Er gaat nu niets meer uit; nieuwe aanmeldingen worden wel "
        "geboekt. Kijk met `mailbot report` wat er binnenkomt. Is het goed, geef dan de post vrij met "
        "`mailbot release`: dan gaan de antwoorden alsnog weg. Dat gebeurt niet vanzelf.",
        "De uitgaande post is vrijgegeven",
    ),
    "program": Words(
        "mailbot loopt tegen een fout aan",
        "In het programma ging iets mis waar het niet op rekent. " + GOES_ON + " Duurt het lang, geef de regel "
        "hieronder dan door aan wie mailbot onderhoudt.",
        "mailbot werkt weer zonder fouten",
    ),
}


def alert(
    key: str, what: str, began: datetime, now: datetime, identity: Identity, to: str, message_id: str, *, over: bool
) -> OutgoingMessage:
    """The mail that trouble of that kind (a key of WORDS) began, or is over. `what`: the technical sentence, of which
    the caller knows that it holds nobody's data; moments are aware, in the zone in which they shall be shown."""
    words = WORDS[key]
    subject = words.over if over else words.subject
    since = f"{began:%d-%m-%Y om %H:%M uur}"
    if over:
        text = f"{subject}.\n\nHet begon op {since} en was voorbij op {now:%d-%m-%Y om %H:%M uur}.\n"
    else:
        text = f"{subject}, sinds {since}.\n\n{words.meaning}\n"
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(single_line(identity.name), addr_spec=identity.address)
    mail["To"] = Address(addr_spec=to)
    mail["Subject"] = f"[mailbot] {subject}"
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834, 5
    mail["X-Auto-Response-Suppress"] = "DR, RN, NRN, OOF, AutoReply"
    mail["X-Mailbot-Alert"] = key
    mail["Content-Language"] = "nl"
    mail.set_content(f"{text}\nWat mailbot meldde: {single_line(what)}\n", cte="quoted-printable")
    return OutgoingMessage(message_id, to, TEMPLATE, str(mail["Subject"]), mail.as_bytes())
