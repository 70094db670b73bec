"""What a letter says of a name beside giving it: heeded where it is told plainly, asked about where it isn't, and
nothing to anybody where it is only talk."""

import pytest

from mailbot.domain.message import Origin, Screening
from mailbot.domain.reading import Reading
from mailbot.reading.message.parse import parse
from mailbot.reading.read import read
from tests.unit.reading.second_house import CONTEXT, mail

MIRTE = "Mirte Peters <m.peters@x.nl>"


def told(text: str, sender: str = MIRTE, subject: str = "Aanmelding") -> Reading:
    return read(parse(mail(text, From=sender, Subject=subject)), Screening(Origin.HUMAN), CONTEXT)


def name_of(reading: Reading) -> str:
    return f"{', '.join(request.name or '-' for request in reading.requests)}{'?' if reading.review else ''}"


@pytest.mark.parametrize(
    "said",
    [
        "Ons adresboek toont nog mijn oude naam.",
        "Onze helpdesk heeft mijn achternaam nog niet aangepast.",
        "Let niet op de naam van dit account, dat was een grap van mijn broer.",
        "In dit mailsysteem staat mijn achternaam niet helemaal goed.",
        "Sinds ik gescheiden ben gebruik ik weer mijn eigen naam.",
        "Op mijn werk voer ik maar de helft van mijn achternaam.",
        "De vorige keer stond er een verkeerde naam op mijn badge.",
        "Mijn naam is vorige keer verkeerd gespeld.",
        "Mirte heet ik officieel, maar daar luister ik niet naar.",
        "Het eerste deel van Peters mag eraf op het kaartje.",
        "Outlook shows my married name.",
    ],
)
def test_a_remark_on_the_name_that_is_not_understood_is_asked_about(said: str) -> None:
    assert told(f"Ik kom naar de lezing. {said}\n\nMirte Peters").reasons == ("unsure_name",)


@pytest.mark.parametrize(
    "said",
    [
        "Peters is mijn achternaam, dat gaat vaak mis.",
        "Mijn naam staat bovenaan deze mail.",
        "Ons systeem haalt de streepjes uit mijn naam, hieronder staat hij goed.",
        "Vorige keer kreeg ik een badge met Mieke Pieters. Ik ben Mirte Peters.",
        "Een jongen vertelde dat hij onder zijn eigen naam nergens aan de bak kwam.",
        "Kunt u een badge met mijn naam klaarleggen?",
        "Mijn collega's zeggen dat ik thuis moet blijven, maar daar luister ik niet naar.",
        "Zet mijn naam maar op de lijst.",
    ],
)
def test_a_remark_that_is_heeded_or_is_only_talk_holds_nobody_up(said: str) -> None:
    assert name_of(told(f"Ik kom naar de lezing. {said}\n\nGroet,\nMirte Peters")) == "Mirte Peters"


def test_a_name_of_which_the_writer_is_not_sure_is_asked_about() -> None:
    text = "Wilt u Simon Thomas inschrijven voor de lezing? Ik weet niet wat zijn voornaam is en wat zijn achternaam."

    assert "unsure_name" in told(f"{text}\n\nMirte Peters").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Graag aanmelden voor de lezing: ikzelf en Van Dijk van Handhaving.",
        "Ik kom naar de lezing en ik neem vd Berg mee.",
        "Ik kom naar de lezing en neem Jansen mee, de nieuwe van mijn team.",
    ],
)
def test_somebody_of_whom_no_more_than_a_surname_is_told_is_not_left_out(text: str) -> None:
    assert "no_full_name" in told(f"{text}\n\nMirte Peters").reasons


def test_several_of_whom_no_more_than_a_given_name_is_told_are_not_left_out() -> None:
    text = "Wij willen met een clubje naar de lezing: Joost, Emma en Farida, allemaal vrijwilliger, en ik ga mee."

    assert "no_full_name" in told(f"{text}\n\nMirte Peters").reasons


@pytest.mark.parametrize(
    "text",
    [
        "Voluit heet ik Mirte Johanna Vonk-Peters, maar op het kaartje graag Mirte Vonk.",
        "Ons systeem plakt overal Vonk-Peters achter, maar zo noemt niemand mij.",
        "Mijn mobiel blijft volhouden dat ik Vonk-Peters heet.",
    ],
)
def test_the_name_to_print_stands_there_as_one_that_is_not_wanted(text: str) -> None:
    sender = "Mirte Vonk-Peters <m.vonk@x.nl>"

    assert name_of(told(f"Ik kom naar de lezing. {text}\n\nMirte", sender)) in ("Mirte Vonk", "Mirte Vonk-Peters?")


def test_the_official_name_is_not_the_one_to_print() -> None:
    text = "Please put me down for the lecture: Gosia Baars (officially Malgorzata, but please print Gosia)."

    assert "unsure_name" in told(f"{text}\n\nGosia", "Malgorzata Baars <m.baars@x.nl>").reasons


def test_a_name_for_the_badge_that_nobody_has_is_asked_about() -> None:
    text = "Graag Hendrika Johanna Vonk inschrijven voor de lezing. Op het kaartje zou ik graag Ko zien staan."

    assert "unsure_name" in told(f"{text}\n\nH.J. Vonk", "H.J. Vonk <hj.vonk@x.nl>").reasons


@pytest.mark.parametrize(
    ("sender", "signed", "name"),
    [
        ("Petra Winter <p.winter@x.nl>", "Petra de Zomer", "Petra Winter?"),
        ("Winter, P. <p.winter@x.nl>", "Petra de Zomer", "P. Winter?"),
        ("Petra Winter <p.winter@x.nl>", "Petra Winter-de Zomer", "Petra Winter-de Zomer"),
        ("Petra de Zomer-Winter <p.winter@x.nl>", "Petra Winter", "Petra de Zomer-Winter"),
        ("Maas Geesteranus, R. <r.maasgeesteranus@x.nl>", "Roderick Maas Geesteranus", "Roderick Maas Geesteranus"),
        # cut off by a program
        ("Ramsaran-Jagmohan, S. <s.ramsaran@x.nl>", "Shanti Ramsaran-Jagmohansingh", "Shanti Ramsaran-Jagmohansingh"),
        # logins and jokes are no names
        ("abdelhamid.elbouchti <abdelhamid.elbouchti@x.nl>", "Abdelhamid el Bouchti", "Abdelhamid el Bouchti"),
        ("Super Mario 1978 <supermario1978@x.nl>", "Mario Pinas", "Mario Pinas"),
        ("opa henk <opahenk@x.nl>", "Henk Luttikhuis", "Henk Luttikhuis"),
        # as in Flanders
        ("VAN DEN BROECK Marie-Claire <mc.vandenbroeck@x.nl>", "Marie-Claire", "Marie-Claire van den Broeck"),
        ("M. vd Heuvel <marloes.vandenheuvel@x.nl>", "M. vd Heuvel", "M. van den Heuvel"),
    ],
)
def test_what_header_and_signature_make_of_a_name(sender: str, signed: str, name: str) -> None:
    assert name_of(told(f"Ik kom naar de lezing.\n\nMet vriendelijke groet,\n\n{signed}", sender)) == name


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        ("gerrit vd veen <gvdveen61@x.nl>", "Ik kom naar de lezing.\n\ngr gerrit vd v", "Gerrit van der Veen"),
        (
            MIRTE,
            "Wilt u Annemiek v.d. Sande (annemiek.vandersande@x.nl) inschrijven voor de lezing? Zelf kom ik niet.",
            "Annemiek van der Sande",
        ),
        (
            "Bestuurssecretariaat <secretariaat@x.nl>",
            "Wethouder F. Amatdanoe komt graag naar de lezing.\n\n"
            "Met vriendelijke groet, mede namens Farida Amatdanoe,\n\nTrudy Goossens\nmanagementassistent",
            "Farida Amatdanoe",
        ),
    ],
)
def test_a_name_in_short_is_written_out_as_it_stands_elsewhere(sender: str, text: str, name: str) -> None:
    assert name_of(told(text, sender, "aanmelding gerrit van der veen" if "vd" in sender else "Aanmelding")) == name


@pytest.mark.parametrize(
    "text",
    [
        "Voor de badge: Minh Chau is mijn voornaam en Nguyen Thi de achternaam.",
        "Nguyen Thi is mijn achternaam en Minh Chau de voornaam.",
    ],
)
def test_which_half_is_which_is_told_behind_the_names(text: str) -> None:
    sender = "Nguyen Thi Minh Chau <ntm.chau@x.nl>"

    assert name_of(told(f"Ik kom naar de lezing. {text}\n\nChau", sender)) == "Minh Chau Nguyen Thi"


def test_a_surname_of_two_words_is_told_and_two_given_names_are_signed() -> None:
    text = (
        "Please put me down for the lecture. My surname is Fernández Ortega, both parts.\n\nKind regards,\nMaría José"
    )

    assert name_of(told(text, "Ortega, M.J.F. <mj.ortega@x.nl>")) == "María José Fernández Ortega"


def test_a_form_tells_which_half_is_which() -> None:
    text = "Hierbij mijn gegevens voor de lezing.\n\nAchternaam: Yıldız\nVoornaam: Ayşe Nur\nFunctie: adviseur"

    assert name_of(told(text, "Yıldız Ayşe Nur <aysenur.yildiz@x.nl>")) == "Ayşe Nur Yıldız"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ik kom graag. Tot de lezing!\n\nKok", "Henk Kok?"),
        ("Ik, Marianne, kom graag naar de lezing.\n\nKok", "Marianne Kok"),
        ("Wij komen samen graag naar de lezing.\n\nHenk en Marianne Kok", "Henk Kok, Marianne Kok"),
    ],
)
def test_which_of_two_who_share_a_mailbox_writes(text: str, name: str) -> None:
    invited = f"De griffie stuurde ons uw uitnodiging. {text}"

    assert name_of(told(invited, "Henk en Marianne Kok <hm.kok@x.nl>")) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Graag inschrijven voor de lezing: Jan Willem en Peter de Geus.", "Jan Willem, Peter de Geus?"),
        ("Graag inschrijven voor de lezing: Jan Willem Vonk en Peter de Geus.", "Jan Willem Vonk, Peter de Geus"),
    ],
)
def test_two_given_names_before_anothers_surname_may_share_it(text: str, name: str) -> None:
    assert name_of(told(f"{text}\n\nSecretariaat", "Secretariaat <secretariaat@x.nl>")) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            "Mijn naam gaat in systemen vaak fout: het is een apostrof vóór de t, en geen hoofdletter.",
            "Els van 't Hoff",
        ),
        ("Let op de spelling van mijn naam: met een streepje ertussen.", "Els Bos-Vonk"),
        ("Mijn naam wordt vaak verkeerd geschreven, er hoort een trema op de e.", "Zoë Vonk"),
        ("Mijn achternaam is met dubbel f en zonder streepje.", "Els Hoff"),
        ("Voor de badge: Mathijs is met één t, dat gaat vaak mis.", "Mathijs Bos"),
        ("Please mind the accents in my surname, badges tend to lose them.", "Ana Gonçalves"),
        ("Graag geen titel op de badge.", "Els Bos"),
        ("Ik ben non-binair, dus graag geen mevrouw op het naamkaartje.", "Jip Bos"),
        ("I'm non-binary; please no Mr or Ms on the badge.", "Jip Bos"),
    ],
)
def test_what_the_signed_name_bears_out_is_no_question(said: str, name: str) -> None:
    assert name_of(told(f"Ik kom naar de lezing. {said}\n\nGroet,\n{name}", f"{name} <post@x.nl>")) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Let op de spelling van mijn naam: met een streepje ertussen.", "Els Bos Vonk"),
        ("Mijn achternaam is zonder streepje, het systeem zet dat er altijd tussen.", "Els Bos-Vonk"),
        ("Mijn naam wordt vaak verkeerd geschreven, er hoort een trema op de e.", "Zoe Vonk"),
        ("Mijn achternaam is met dubbel f.", "Els Hof"),
        ("Op de badge graag alleen Jip, geen mevrouw.", "Jip Bos"),
        ("Op de badge graag Joppe, geen mevrouw.", "Jip Bos"),
        ("Graag geen achternaam op het naamkaartje.", "Jip Bos"),
    ],
)
def test_what_the_signed_name_does_not_bear_out_is_asked_about(said: str, name: str) -> None:
    assert told(f"Ik kom naar de lezing. {said}\n\nGroet,\n{name}", f"{name} <post@x.nl>").review
