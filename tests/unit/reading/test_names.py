"""Names as headers show them, as they stand in text, and when two are one person's."""

import pytest

from mailbot.reading.names import Name, find, from_header, merged, same_person


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("Jan de Vries", "Jan de Vries"),
        ("Vries, Jan de", "Jan de Vries"),
        ("Vries, J. (Jan) de", "Jan de Vries"),
        ("Dam, O.C.M. van (Olivier)", "Olivier van Dam"),
        ("Van Breukelen, Sander", "Sander van Breukelen"),
        ("Bijlsma - Kroon, Wietske", "Wietske Bijlsma-Kroon"),
        ("Ruiter, Inge de | Gemeente Wierhaven", "Inge de Ruiter"),
        ("ZHANG Meiling", "Meiling Zhang"),
        ("LI Meiyun", "Meiyun Li"),
        ("jip de wilde", "Jip de Wilde"),
        ("M.F. Croes", "M.F. Croes"),
        ("Goossens, Ad", "Ad Goossens"),
        ("Jhr. mr. C.W. Six", "C.W. Six"),
        ("Wethouder Van der Wal", "van der Wal"),
        ("Mw. H. Cakmak-Wolters", "H. Cakmak-Wolters"),
        ("Brandsma, Elske (BGB Flevoland)", "Elske Brandsma"),
        ("Brandsma, mr. E.W. (Rekenkamer Den Haag)", "E.W. Brandsma"),
        ("Tran, T.L. (Thi Lan)", "Thi Lan Tran"),
        ("Beuningen, FL van (Floris)", "Floris van Beuningen"),
        ("Berg, A.M. (Anne-Marie) van den - DGS", "Anne-Marie van den Berg"),
        ("JAN DE VRIES", "Jan de Vries"),
        ("de vries jan", "Jan de Vries"),
        ("Smit W.", "W. Smit"),
        ("Jan Kok, MSc", "Jan Kok"),
        ("E.W. van Kok MSc", "E.W. van Kok"),
        ("Smit, Els (VU)", "Els Smit"),
        ("Jan Kok, Gemeente Wierhaven", "Jan Kok"),
        ("Gemeente Wierhaven - Jan Kok", "Jan Kok"),
        ("Jan Kok (Wierhaven) via LinkedIn", "Jan Kok"),
        ("Joke van Dam - Pieters", "Joke van Dam-Pieters"),
        ("'t Hooft, Matthijs", "Matthijs 't Hooft"),
        ("Groot Wassink, Peter", "Peter Groot Wassink"),
        ("Alida (Lida) Bos", "Lida Bos"),
        ("Berg van den, Zehra", "Zehra van den Berg"),
        ("Fatima B.", "Fatima B."),
        ("Bos, Everhardus (roepnaam: Eef)", "Eef Bos"),
        ("Lotte Bos 🌷", "Lotte Bos"),
        ("ABC - Smit, W.F. (Wim)", "Wim Smit"),
        ("lotte 😊", "Lotte"),
        ("Vries J. de", "J. de Vries"),
        ("Leeuwen M. van (Marit)", "Marit van Leeuwen"),
        ("Linde-Bos C. van der", "C. van der Linde-Bos"),
        ("Berg van den J.", "J. van den Berg"),
        ("Berg, van den, Zehra", "Zehra van den Berg"),
        ("Groot, de K.", "K. de Groot"),
        ("El Amrani H. (Hassan)", "Hassan El Amrani"),
        ("Jansen P (Piet)", "Piet Jansen"),
        ("JANSEN, P. (PIET)", "Piet Jansen"),
        ("Smit (Els)", "Els Smit"),
        ("Bakker Johan", "Johan Bakker"),
        ("Vries, JW de", "J.W. de Vries"),
        ("Els Bos/SZW", "Els Bos"),
        ("Aylin de Roos", "Aylin de Roos"),
        ("Els Bos - Movisie", "Els Bos"),
        ("KLM Vonk", "K.L.M. Vonk"),
        ("Vonk KLM", "K.L.M. Vonk"),
        ("JAM de Vonk", "J.A.M. de Vonk"),
        ("de Vonk JAM", "J.A.M. de Vonk"),
        ("AW Vonkema", "A.W. Vonkema"),
        ("JW DE VONK", "J.W. de Vonk"),
        ("henk v d vonk", "Henk v.d. Vonk"),
        ("Delval-Ronard Amélie", "Amélie Delval-Ronard"),
    ],
)
def test_a_header_shows_a_person(display: str, name: str) -> None:
    assert str(from_header(display)) == name


@pytest.mark.parametrize(
    "display",
    [
        "Secretariaat College",
        "Sociaal Domein, Secretariaat",
        "Griffie Wierhaven",
        "info",
        "Team Zorg en Welzijn",
        "Lotte & Henk Brink",
        "Fam. Teunissen",
        "The Teunissens",
        "Wandelclub De Stap",
        "Imkervereniging De Korf",
        "a@b.nl",
        "Stichting Buurtkracht Oost",
        "Vizier Oost",
        "Vrouwencentrum Amara",
        "KBO Wierhaven",
        "PvdA Wierhaven",
        "Radar Advies",
        "kees1987",
        "keesdebakker",
        "Onderzoekscoördinatie",
    ],
)
def test_a_mailbox_of_nobody_in_particular_shows_none(display: str) -> None:
    assert from_header(display) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Graag Bram, Selin en Gert-Jan Oude Lohuis.", ["Bram", "Selin", "Gert-Jan Oude Lohuis"]),
        ("mevrouw drs. H.W. van der Sluis-Dijkstra komt", ["H.W. van der Sluis-Dijkstra"]),
        ("Wethouder Jagroep komt ook", ["Jagroep"]),
        ('"Groeneveld, P.C." <p@x.nl>; Wit, Sanne de <s@x.nl>', ["P.C. Groeneveld", "Sanne de Wit"]),
        ("Wilt u J.M. (Jolanda) Achterberg noteren?", ["Jolanda Achterberg"]),
        ("Jasmijn ter Haar, vegan", ["Jasmijn ter Haar"]),
        ('"Nguyen, Thanh" <tnguyen@x.nl>', ["Thanh Nguyen"]),
        ("'Brouwer, Ties' (t.brouwer@x.nl)", ["Ties Brouwer"]),
        (
            "Esch, Loes van der <l@x.nl>; Sluis - Tang, Vivian van der <v@x.nl>",
            ["Loes van der Esch", "Vivian van der Sluis-Tang"],
        ),
        ("Brouwer, Ties; Haan, Marie-Claire de; Kok, Jan", ["Ties Brouwer", "Marie-Claire de Haan", "Jan Kok"]),
        ("- Brouwer, Ties\n- Kok, Jan\n- Bos, Eva", ["Ties Brouwer", "Jan Kok", "Eva Bos"]),
        ("Graag JANSEN, Piet en Sanne DE WIT", ["Piet Jansen", "Sanne de Wit"]),
        ("Met Wim Smit, Noor de Boer en Jan, Piet en Eva", ["Wim Smit", "Noor de Boer", "Jan", "Piet", "Eva"]),
        ("1. dhr. E. (Ebbo) ter Horst, teamleider", ["Ebbo ter Horst"]),
        ("Th. (Theo) van Hooff-Smulders", ["Theo van Hooff-Smulders"]),
        ("de dames Bos en Kuiper", ["Bos", "Kuiper"]),
        ("wethouders Bos, Vis en Kok", ["Bos", "Vis", "Kok"]),
        ("Riet Snoeren - de Laat en Eefje Smit-v.d. Berg", ["Riet Snoeren-de Laat", "Eefje Smit-v.d. Berg"]),
        ("mevr. C. van Dam - Bakker\nWierhaven", ["C. van Dam-Bakker"]),
        ("mevrouw Kok – Wiersma", ["Kok-Wiersma"]),
        ("Els Bos - Movisie, Kim Bos - Vos Advies", ["Els Bos", "Kim Bos"]),
        ("- Els Bos - griffier\n- Kim Bos - Griffier\n- Bo Vis - Jan Kok", ["Els Bos", "Kim Bos", "Bo Vis", "Jan Kok"]),
        ("Jan Pieter Oost en Anna Maria Zomer komen", ["Jan Pieter Oost", "Anna Maria Zomer"]),
        ("Groet, Jan Pieter\nMobiel 06-12345678", ["Jan Pieter"]),
        ("wethouder Samenleven en Inclusie, wethouder Sociale Zaken, wethouder Groen", ["Groen"]),
        ('Wij zijn de werkgroep "Welkom Thuis".', []),
        ("That's Kim Bos and there's Wim", ["Kim Bos", "Wim"]),
        ("Thx, T.", []),
        ("G.A. (Truus) van Dam - Blok, Kees (C.J.) Bos", ["Truus van Dam-Blok", "Kees Bos"]),
        ("voor Truus Oost - van Woerden", ["Truus Oost-van Woerden"]),
        ("Els Bos-van Eis en Kim Vis-van Hier", ["Els Bos-van Eis", "Kim Vis-van Hier"]),
        ("GRAAG AANMELDEN: KIM BOS EN WIM DE GROOT", ["Kim Bos", "Wim de Groot"]),
        ("Els Bos Beleidsadviseur, Jan Willem Dijkgraaf", ["Els Bos", "Jan Willem Dijkgraaf"]),
        ("wethouder Kim Tjon-A-Ten\nGemeente", ["Kim Tjon-A-Ten"]),
        ("My PhD student Kim Bos and My Bos", ["Kim Bos", "My Bos"]),
        ("Ik las in de Stem dat het kan", []),
        ("mevr. C. Mooi en J.P. Zondag", ["C. Mooi", "J.P. Zondag"]),
        ("programmaleider Iedereen Doet Mee", []),
        ("Truus v/d Meer", ["Truus v/d Meer"]),
        ("Mei Bos en Elke Visser", ["Mei Bos", "Elke Visser"]),
        ("Elke ronde. Wil Jan ook mee?", ["Jan"]),
        ("- Ben Otten\n- Ben van Dam", ["Ben Otten", "Ben van Dam"]),
        ("Els Bos - Ben van Dam", ["Els Bos", "Ben van Dam"]),
        ("IK BEN LID VAN DE RAAD", []),
        ("Sem aan de Wiel, Bo van der A en Kim Bos", ["Sem aan de Wiel", "Bo van der A", "Kim Bos"]),
        ("Graag Bo van der A.", ["Bo van der A"]),
        ("KIM BOS, NOOR VAN DIJK-KOK en AISHA EL AMRANI", ["Kim Bos", "Noor van Dijk-Kok", "Aisha El Amrani"]),
        ("1. EL AMRANI, Aisha\n2. VAN DEN BERG, Noor", ["Aisha El Amrani", "Noor van den Berg"]),
        ("Kramer A.B. en mr. Noor S. Vis MBA", ["A.B. Kramer", "Noor S. Vis"]),
        ("hoi, samen met kim bos en noor el amrani (noor.elamrani@x.nl)", ["Kim Bos", "Noor el Amrani"]),
        ("hoi, ik wil de groene lunch, en veel plezier", []),
        (
            "Esra Yildiz-de Wit, Xin Yi Liang en Ming Hui Zhang",
            ["Esra Yildiz-de Wit", "Xin Yi Liang", "Ming Hui Zhang"],
        ),
        ("1) Mr. Tesfa Haile, Project Officer, t.haile@x.nl", ["Tesfa Haile"]),
        ("- dhr. Bos, P.C. (adviseur)", ["P.C. Bos"]),
        ("Dit is de afdeling Sociaal Domein van STIP.", []),
        ("onze collega van Sport & Gezondheid", []),
        ("jurist bij Bezwaar & Klachten van Tiel", []),
        ("Noor Bos, raadslid Gewoon Wierhaven", ["Noor Bos"]),
        ("Karim Haddou, stagiaire Juridische Zaken, halal", ["Karim Haddou"]),
        ("Noor Bos (teamleider Maatschappelijke Ontwikkeling)", ["Noor Bos"]),
        ("Kofi Asante, lecturer in Public Administration", ["Kofi Asante"]),
        ("mijn collega Wiebrig Lokaal", ["Wiebrig Lokaal"]),
        ("Els Bos, trainee. Vooroordelen in ronde 2.", ["Els Bos"]),
        ("Ik kom met mijn assistentiehond Bram.", []),
        ("Tosca, mijn hulphond, gaat mee.", []),
        ("een plek voor prof. J.W.Th. van Dam-Bax", ["J.W.Th. van Dam-Bax"]),
        ("Groet, E.W. van Kok MSc", ["E.W. van Kok"]),
        ("Groet, J. Kok M.Ed.", ["J. Kok"]),
        ("Groet, Jan Kok MBA RA", ["Jan Kok"]),
        ("Yusuf Abdi Warsame - P&O. Alle rondes graag.", ["Yusuf Abdi Warsame"]),
        ("Els Bos van P&O en W.P. Vis van HR&O", ["Els Bos", "W.P. Vis"]),
        ("1. Broeder Orlando Vonk, penningmeester\n2. Naomi Tjon, vrijwilliger", ["Orlando Vonk", "Naomi Tjon"]),
        ("Kim Op den Kelder <k.op@x.nl>; Noor.Bakker <n@x.nl>", ["Kim op den Kelder", "Noor Bakker"]),
        ("Kim Bos <k.bos@x.nl>; Noor.Van den Bakker <n@x.nl>", ["Kim Bos", "Noor van den Bakker"]),
        ("Kim Bos <k@x.nl>; wim.de.groot@x.nl; 'noor.tal@x.nl'", ["Kim Bos", "Wim de Groot", "Noor Tal"]),
        ("Kim Bos, kim.bos@x.nl\nBereikbaar op kimbos@y.nl", ["Kim Bos"]),
        ("Smit Anja, Bakker Marieke en Xulani Tembaka", ["Anja Smit", "Marieke Bakker", "Tembaka Xulani"]),
        ("Met de werkgroep Rijnstad Verbindt komen Kim Bos en ik.", ["Kim Bos"]),
        ("dhr. A.C. (Ad) Bos, voorzitter", ["Ad Bos"]),
        ("Graag Kim de Graaf en Jan de Ridder, jurist, noteren", ["Kim de Graaf", "Jan de Ridder"]),
        ("Namens W.F. baron van Asbeck, raadslid", ["W.F. van Asbeck"]),
        ("Hij ligt in het Antonius met een gebroken heup", []),
    ],
)
def test_names_are_found_in_text(text: str, names: list[str]) -> None:
    assert [str(found.name) for found in find(text)] == names


def test_what_is_taken_by_a_title_or_place_is_no_name() -> None:
    text = "Jan Bos gaat naar Vooroordelen Voorbij"

    assert [str(found.name) for found in find(text, taken=[(18, 38)])] == ["Jan Bos"]


def test_a_single_unknown_word_with_a_capital_is_a_name_only_where_a_header_knows_it() -> None:
    text = "Voor ons komt Dunyasja mee."

    assert find(text) == ()
    assert [str(found.name) for found in find(text, known=frozenset({"dunyasja"}))] == ["Dunyasja"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("E. Bos, T. Kok, J. de Vries", ["E. Bos", "T. Kok", "J. de Vries"]),
        ("collega Anouk van Rhee van Burgerzaken en ik", ["Anouk van Rhee"]),
        ("collega Els de Boer van Zorg en ik", ["Els de Boer"]),
        ("Els Bos, T. Kok", ["Els Bos", "T. Kok"]),
        ("M. Yılmaz, B. van den Berg en Wim Smit", ["M. Yılmaz", "B. van den Berg", "Wim Smit"]),
        ("Bos, E., Kok, T.", ["E. Bos", "T. Kok"]),
    ],
)
def test_a_whole_name_ends_where_another_begins_or_a_house(text: str, names: list[str]) -> None:
    assert [str(found.name) for found in find(text)] == names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Name("Jan", "", "de", "Vries"), Name("", "J.", "de", "Vries"), True),
        (Name("Jan", "", "de", "Vries"), Name("Jan"), True),
        (Name("Jan", "", "de", "Vries"), Name("Piet", "", "de", "Vries"), False),
        (Name("Jan", "", "de", "Vries"), Name("", "P.", "de", "Vries"), False),
        (Name("Wietske", "", "", "Bijlsma"), Name("Wietske", "", "", "Bijlsma-Kroon"), True),
        (Name("Jan", "", "", "Bos"), Name("Jan", "", "", "Smit"), False),
        (Name("Kees", "", "", "Bos"), Name("Cornelis", "", "", "Bos"), True),
        (Name("Seun"), Name("Oluwaseun", "", "", "Adeyemi"), True),
        (Name("Kees", "", "", "Bos"), Name("Karel", "", "", "Bos"), False),
        (Name("Shanti", "", "", "B"), Name("Shanti", "", "", "Biharie"), True),
        (Name("Sevgi", "", "", "Oezkan"), Name("Sevgi", "", "", "Özkan"), True),
        (Name("Juergen", "", "", "Mueller"), Name("Jürgen", "", "", "Müller"), True),
        (Name("Jan", "", "", "Boer"), Name("Jan", "", "", "Bor"), False),
        (Name("Kees", "", "de", "Leeuw"), Name("", "C.W.M.", "de", "Leeuw"), True),
        (Name("Kees", "", "de", "Leeuw"), Name("", "W.M.", "de", "Leeuw"), False),
        (Name("Ray", "S.", "", "Rai"), Name("", "S.", "", "Rai"), True),
        (Name("Ray", "S.", "", "Rai"), Name("Soerdjpersad", "", "", "Rai"), True),
        (Name("Ray", "S.", "", "Rai"), Name("Anil", "", "", "Rai"), False),
    ],
)
def test_two_names_are_one_persons_where_nothing_contradicts(one: Name, other: Name, same: bool) -> None:
    assert same_person(one, other) is same


def test_the_fullest_form_of_a_name_wins() -> None:
    assert str(merged(Name("Gul", "", "", "Oezdemir"), Name("Gül", "", "", "Özdemir"))) == "Gül Özdemir"
    assert str(merged(Name("", "W.S.", "", "Hoekstra"), Name("Wytske"))) == "Wytske Hoekstra"
    assert str(merged(Name("Gül", "", "", "Özdemir-Koç"), Name("Gul Ozdemir", "", "", "Koc"))) == "Gül Özdemir-Koç"
    assert str(merged(Name("Gül Ayşe", "", "", "Koç"), Name("Gül", "", "", "Özdemir-Koç"))) == "Gül Ayşe Özdemir-Koç"
    assert str(merged(Name("Willie", "", "vd", "Bosch"), Name("Willie", "", "van den", "Bosch"))) == (
        "Willie van den Bosch"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Y. Abdi Warsame, beleidsmedewerker", "Y. Abdi Warsame"),
        ("A. Ait Benhaddou, jongerenwerker", "A. Ait Benhaddou"),
        ("Bernadette Snoek - de Jager", "Bernadette Snoek-de Jager"),
        ('Petronella "Nel" Klein <p.klein@ede.nl>', "Nel Klein"),
        ("Takumi “Tak” Saito", "Tak Saito"),
        ("Tjon A Fat, R (Roy) <r.tjonafat@ede.nl>;", "Roy Tjon A Fat"),
        ("Berg, E van den (Esmée) <e.vandenberg@ede.nl>;", "Esmée van den Berg"),
        ("Vonk, K <k.vonk@ede.nl>;", "K Vonk"),
        ("Zaal, Bente <bzaal@ede.nl>;", "Bente Zaal"),
        ("Ó Duinn, Aoife <aoduinn@ede.nl>;", "Aoife Ó Duinn"),
        ("Yücel, Can <cyucel@ede.nl>", "Can Yücel"),
        ("wethouder Everhardus (roepnaam Eef) Bos", "Eef Bos"),
        ("de heer drs. J.W. (Jan Willem) Vinkenoog, raadslid", "Jan Willem Vinkenoog"),
        ("mevrouw A.M. (Anna Maria) de Groot", "Anna Maria de Groot"),
        ("de heer J.P. (Jan Peter) Zondag", "Jan Peter Zondag"),
        ("Đặng, Hoàng Quân (roepnaam: Quinten)", "Quinten Đặng"),
        ("C.W.M. de Leeuw te Geldermalsen", "C.W.M. de Leeuw"),
        ("Sophie in 't Veld", "Sophie in 't Veld"),
        ("VAN DER WAL Sietske", "Sietske van der Wal"),
        ("Bestuursadviseur Tom Peeters", "Tom Peeters"),
        ("Wil Jansen van HR", "Wil Jansen"),
        ("Noor van Dalen van Jeugdzorg", "Noor van Dalen"),
        ("Noor van Dalen van Facilitair", "Noor van Dalen"),
        ("Noor van Burgerzaken", "Noor"),
        ("Noor van Wijk", "Noor van Wijk"),
        ("Noor de Wit van Heeswijk, wethouder", "Noor de Wit van Heeswijk"),
        ("Bo van der A - 12345@x.nl", "Bo van der A"),
        ("Arie van t Hof raadslid", "Arie van t Hof"),
        ("Rob Veen van de ChristenUnie", "Rob Veen"),
        ("Karel Smit van Almelo", "Karel Smit"),
        ("Karel Smit van den Berg", "Karel Smit van den Berg"),
        ("Otto Mulert van Ruinen", "Otto Mulert van Ruinen"),
        ("Lies in Hengelo", "Lies"),
        ("wethouder Rutten (Bram)", "Bram Rutten"),
        ("Els Bakker-van Es", "Els Bakker-van Es"),
        ("burgemeester Van der Wal (Ineke)", "Ineke van der Wal"),
        ("mevrouw Postma (voornaam Gré)", "Gré Postma"),
        ("raadslid Rutten (Ede)", "Rutten"),
        ("Schrapt Loes Vink zich ook?", "Loes Vink"),
        ("Hoi Truus, het lukt", "Truus"),
        ("Sjors d'Hondt", "Sjors d'Hondt"),
        ("Sjors D'Hondt", "Sjors D'Hondt"),
        ("Laila al-Amin", "Laila al-Amin"),
        ("jhr. mr. C.W. (Casper) Six", "Casper Six"),
        ("Mien collega Grietje Bos", "Grietje Bos"),
        ("Wim Kok, GroenLinks, wimkok@x.nl", "Wim Kok"),
        ("Kuijk-l'Abée, Sjaak <s.kuijk@x.nl>", "Sjaak Kuijk-l'Abée"),
        ('Soerdjpersad "Ray" Jhinkoe-Rai', "Ray Jhinkoe-Rai"),
        ('Anne "Ans" de Boer', "Ans de Boer"),
        ("Lies 'Liesje' van Dam", "Liesje van Dam"),
        ("Mw. D. (Dorien) van Wijchen - Smit", "Dorien van Wijchen-Smit"),
        ("M.J. (Ria) van der Laan - de Jong", "Ria van der Laan-de Jong"),
    ],
)
def test_a_name_keeps_its_initials_its_halves_and_its_ordinary_words(text: str, name: str) -> None:
    assert [str(found.name) for found in find(text)] == [name]


def test_initials_behind_a_given_name_leave_the_infix_where_it_is():
    header, signature = from_header("Dam, Hubert van"), from_header("Hubert L.M. van Dam")
    assert header is not None
    assert signature is not None
    assert str(merged(header, signature)) == "Hubert L.M. van Dam"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("met mijn zwager Xurendi Tromp", True),
        ("met Xenaya Durfeling, onze jurist", True),
        ("met Xenaya Durfeling", False),
        ("met Xenaya Bosch", True),
        ("met Xenaya van der Durf", True),
        ("onze adviseur Brede Welvaart", False),
    ],
)
def test_a_name_that_no_lexicon_knows_is_one_by_whose_relation_it_is(text: str, sure: bool) -> None:
    assert [found.sure for found in find(text)] == [sure]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ondergetekende, mr. dr. J.W.Th. Ploos van Amstel, wenst deel te nemen.", ["J.W.Th. Ploos van Amstel"]),
        ("In zijn plaats komt onze directeur Maatschappij, mevrouw dr. Noor Bos (n.bos@x.nl).", ["Noor Bos"]),
    ],
)
def test_a_word_before_a_comma_and_a_title_is_no_surname(text: str, names: list[str]) -> None:
    assert [str(found.name) for found in find(text)] == names


def test_two_whole_names_with_a_comma_between_are_not_one_turned_round() -> None:
    text = "A: Noor de Wit, Omar Khalil (ronde 1); Bert Smit, Ida Tal (ronde 2)"
    assert [str(found.name) for found in find(text)] == ["Noor de Wit", "Omar Khalil", "Bert Smit", "Ida Tal"]
