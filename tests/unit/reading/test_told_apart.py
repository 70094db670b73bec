"""Names of which a letter tells the halves in two places."""

import pytest

from mailbot.reading.names.told_apart import names_told_apart


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ik kom met Bram (achternaam Van der Sluis, onze jurist).", ["Bram van der Sluis"]),
        ("Noor, achternaam: de Wit, komt ook.", ["Noor de Wit"]),
        ("met mevrouw Postma uit de raad, haar voornaam is Gré", ["Gré Postma"]),
        ("Wethouder Vink komt met Bo Smit. De wethouder heet met haar voornaam Ineke.", ["Ineke Vink"]),
        ("Broeder Van der Wal en ik komen. Zijn voornaam luidt Teun.", ["Teun van der Wal"]),
        ("Meneer Vink komt met Bo Smit, van wie de voornaam Ineke is.", []),
        ("dhr. Ho (voornaam Kai Ming), onze jurist", ["Kai Ming Ho"]),
        ("mw. T. Ho, jurist (voornaam Thuy, maar ze schrijft T.)", ["Thuy Ho"]),
        ("K.J. Vonk, wethouder. Voornaam: Klaas-Jan.", ["Klaas-Jan Vonk"]),
        ("M. Tjon A Ten (roepnaam Mavis)", ["Mavis Tjon A Ten"]),
        ("T. Ho, jurist, en een collega (voornaam Quy)", []),
        ("Mijn voornaam is Meiyun en mijn achternaam is Li.", ["Meiyun Li"]),
        ("Kim (ja, Kim heet gewoon Vonk) komt.", ["Kim Vonk"]),
        ("Kim heet gewoon Kim.", []),
        ("Achternaam van Bram: Van der Sluis. Hij eet vega.", ["Bram van der Sluis"]),
        ("De achternaam van Tembaka is Xulani.", ["Tembaka Xulani"]),
        ("Mijn achternaam is De Wit.", []),
        ("Bram komt. Mijn achternaam is De Wit.", []),
        ("Timo is onze stagiair; van achternaam heet hij Vonk.", ["Timo Vonk"]),
        ("Noor en Bram. Zijn achternaam is Vonk.", ["Bram Vonk"]),
        ("Bram en Noor. Zijn achternaam is Vonk.", []),
        ("De achternamen: Noor heet Kaya-Vis, Bram is een Van den Berg.", ["Noor Kaya-Vis", "Bram van den Berg"]),
        ("De achternamen zijn Vis (Noor) en Vonk (Bram).", ["Noor Vis", "Bram Vonk"]),
        ("De achternaam van Noor is Vis, die van Bram is Vonk.", ["Bram Vonk", "Noor Vis"]),
        ("Noor heet Vis van achteren en Bram Vonk.", ["Noor Vis"]),
    ],
)
def test_the_halves_of_a_name_are_put_together(text: str, names: list[str]) -> None:
    assert sorted(map(str, set(names_told_apart(text)))) == sorted(names)
