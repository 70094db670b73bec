"""Several people in running text: who of them comes, and who is only mentioned. E is Els Bakker, who writes."""

import pytest

from mailbot.domain.reading import Reading
from mailbot.pipeline.understand import Understand
from mailbot.reading.judgement import judge
from mailbot.reading.letter.page import ReadingContext
from mailbot.reading.screening.screen import OwnIdentity
from tests.office import FIRST_MAIL, PLATFORM, ZONE, letter
from tests.unit.reading.everyday import EVENTS

NAMES = {"E": "Els Bakker", "W": "Wim Smit", "N": "Noor de Boer"}

# who comes | the talk
CERTAIN = r"""
WN  | On 30 March:\n\n1) Wim Smit, intern, no work address yet\n2) Noor de Boer, jurist, no dietary needs
EW  | Voor 30 maart.\n\nAanwezig: Wim Smit, ondergetekende.\nVerhinderd: Bo Bos, Noor de Boer.
WN  | Wie komt er op 30 maart:\n\nWim Smit, jurist: ja\nNoor de Boer, adviseur: ja\nBo Bos, griffier: nee
WN  | Wie er gaat:\n\nNaam - Functie - 30 maart\nWim Smit - jurist - ja\nNoor de Boer - tolk - ja\nBo Bos - chef - nee
E   | Ik kom op 30 maart, met mijn begeleider Wim Smit. Hij hoeft niet op de deelnemerslijst.
E   | Ik kom op 30 maart. Mijn kleinzoon komt zondag langs om mijn computer te maken.
E   | Mijn chef zag er het nut niet van in, maar ging gisteren om. Vandaar nu alsnog mijn inschrijving voor 30 maart.
E   | Ondergetekende wil op 30 maart graag aanwezig zijn. Zij verzoekt u haar op de deelnemerslijst te plaatsen.
E   | Bo wilde ook mee maar ziet ervan af. Rest ondergetekende, die u verzoekt haar in te schrijven voor 30 maart.
EW  | Bo en Karel kunnen op 30 maart niet. Dan blijven Wim Smit en ik over.
EW  | Wim Smit komt op 30 maart in ronde 1, ik alleen in ronde 3.
EW  | Mijn collega Wim Smit komt op 30 maart de hele dag, ik vanaf de lunch.
W   | Wim Smit komt op 30 maart, in tegenstelling tot Noor de Boer.
WN  | Namens ons team op 30 maart: Wim Smit en Noor de Boer.
EW  | Van ons vieren vallen er twee af: Bo en Karel. Blijven over Wim Smit en ik. Graag noteren voor 30 maart.
EWN | Ik kom op 30 maart met twee vriendinnen. Dat zijn Wim Smit en Noor de Boer.
EWN | Graag kom ik op 30 maart met twee clubgenoten. Hun namen: Wim Smit en Noor de Boer.
EWN | Ik neem op 30 maart twee vrienden mee. Ze heten Wim Smit en Noor de Boer.
EWN | Op 30 maart neem ik de kinderen van onze buren mee: Wim Smit en Noor de Boer.
E   | Ik kom op 30 maart. Onze jongste, Bo, gaat die dag naar opa en oma.
E   | Ik kom op 30 maart. Mijn dochter Bo moet naar een verjaardag.
EWN | Er komen er op 30 maart drie. Om te beginnen ikzelf. Dan wethouder Wim Smit, net begonnen. Verder Noor de Boer.
EWN | We komen met drie man op 30 maart. Eerst onze wethouder, Wim Smit. Daarnaast Noor de Boer. Als laatste ikzelf.
WN  | Op 30 maart sturen wij Wim Smit en Noor de Boer naar Utrecht. Ikzelf ben er niet bij.
EW  | Wim Smit en ik komen op 30 maart. Noor de Boer vervangt ons die dag op kantoor.
EW  | Wim Smit en ik komen op 30 maart. Bo is met verlof en haar vervanger, Noor de Boer, houdt hier de telefoon bezet.
EW  | Wim Smit komt op 30 maart niet in plaats van mij maar naast mij. Graag dus twee plaatsen.
EW  | Wie er mee wil op de 30e? Wim Smit wil en kan, ik ook. Bo wilde eerst wel, maar geeft die dag les.
E   | Ik kom op 30 maart. Mijn man moet die dag naar Utrecht voor zijn werk en zet me af.
E   | Ik kom op 30 maart. Wim Smit heeft zich al bij u gemeld, die hoeft dus niet nog een keer.
WN  | Twee collega's van mij willen op 30 maart komen. Het gaat om Wim Smit en Noor de Boer. Ik houd de boel open.
WN  | We would like to send two people on 30 March: Wim Smit and Noor de Boer. I am merely the messenger.
WN  | We send two colleagues on 30 March: Wim Smit and Noor de Boer. Our boss Bo is abroad, I look after the office.
EW  | Eigenlijk zouden we op 30 maart met zijn drieën komen. Bo is ziek. Het worden er dus twee: Wim Smit en ik.
EWN | We zouden 30 maart met vier komen. Bo is weg, het worden er drie. Naast mij zijn dat Wim Smit en Noor de Boer
EW  | Wie er komen van ons team op 30 maart: Wim Smit ja, Noor de Boer nee (vakantie), ik ja.
EW  | Van ons team komen er op 30 maart: Wim Smit wel, Noor de Boer niet, en ik dus wel.
EW  | Wij komen op 30 maart met z'n tweeën: Wim Smit en ik. Noor de Boer heeft een eigen aanmelding gestuurd.
EW  | Wim Smit komt op 30 maart naar Utrecht. Bo Bos niet, die is met verlof. En ik ga zelf ook.
WN  | Op 30 maart komen Wim Smit en Noor de Boer. Bo Bos is met verlof en ik pas zelf op de winkel.
W   | Graag Wim Smit inschrijven voor 30 maart. Hij wil graag een ruimte om zich even terug te trekken.
E   | Ik kom op 30 maart. Wij hebben daar een tafel met de VNG-collega's Bas en Trijntje, die zijn al geregeld.
E   | Ik kom op 30 maart. Mijn begeleidster Sandra zou mee maar die moet werken dus ik kom gewoon alleen.
E   | Ik meld me aan voor 30 maart. Collega Wim Smit zou meegaan maar hij heeft een examen dus ik ga in mijn eentje.
E   | Mijn dochter Lieke wees mij op uw dag. Zij had ook willen komen, maar heeft tentamens. Ik kom op 30 maart.
E   | Ik meld mij aan voor 30 maart. Noor de Boer hoeft niet, maar wil ze graag in uw adressenbestand laten staan.
E   | Ik kom graag op 30 maart. Wim Smit twijfelt nog en regelt het verder zelf als hij wil.
E   | Graag meld ik mij aan voor 30 maart. Mijn chauffeur wacht buiten en hoeft niet te worden aangemeld.
E   | Ik kom op 30 maart. Wim Smit heeft zich al bij u gemeld, die hoeft u niet nog eens op te nemen.
E   | Gisteren lag ons mailsysteem plat, dus nu pas: graag zou ik op 30 maart komen.
WN  | Voor 30 maart:\n1. Wim Smit\n2. Noor de Boer\n\nBo Vos (stond op de lijst die ik met de fractie deelde) komt niet.
E   | Ik meld mij aan voor 30 maart. Wethouder De Boer heeft mij verzocht hem te vertegenwoordigen.
E   | Burgemeester Smit vroeg mij haar te vertegenwoordigen. Graag meld ik mij aan voor 30 maart.
E   | Ik verzoek u mijn naam, en niet die van Wim Smit, op de deelnemerslijst voor 30 maart te zetten.
E   | Ik kom op 30 maart. Graag eerst die van Bo en Koen en daarna die van Frauke en Lucho.
E   | Ik kom op 30 maart op advies van mijn oud-collega Wim Smit.
EWN | Op 30 maart komen Wim Smit en ik. Tot slot sluit oud-collega Noor de Boer aan.
W   | My boss Bo Bos cannot come on 30 March and sends Wim Smit instead.
E   | Ik kom op 30 maart. Bo Bos komt niet en stuurt Wim Smit de notulen.
EW  | GroenLinks-raadslid Wim Smit en ik komen graag op 30 maart.
E   | My colleague Kim sent me your programme (she attended your last one and loved it). Sign me up for 30 March.
EW  | Wij komen op 30 maart:\n- Els Bakker - vegetarisch\n- Wim Smit, jurist - halal hoeft niet, vegetarisch wel
WN  | Hierbij de deelnemers voor 30 maart. Antwoord mag naar mij.\n\nWim Smit <w.smit@x.nl>; Noor de Boer <ndb@x.nl>
EWN | 30 maart reizen we met ons drieën. Naast mij zijn dat Wim Smit van Bureau Oost en Noor de Boer, die bij Vizier is.
EWN | Wij zijn op 30 maart met z'n drieën in Utrecht. Behalve ikzelf zijn dat Wim Smit en Noor de Boer.
EWN | Graag met zijn drieën naar de bijeenkomst van 30 maart. Dat betreft naast mij Wim Smit en Noor de Boer.
EWN | Dronten is er op 30 maart graag bij. Het gaat om Wim Smit, Noor de Boer en mijzelf; hun adressen vindt u in de cc.
E   | Ik kom op 30 maart. Wethouder Smit zegde onlangs toe dat er in de zomer een plan van aanpak komt.
E   | Ik kom op 30 maart. Mijn buurman heet Wim. Mijn dochter belde dan en dan kon ze zo komen kijken.
EW  | Wim Smit en ik komen op 30 maart. Hij leest mee in de cc.
EWN | Er komen op 30 maart drie mensen. Wim Smit eet halal, Noor de Boer zit in een rolstoel en de derde ben ik.
EWN | Drie mensen melden zich voor 30 maart. De eerste is Wim Smit, de tweede Noor de Boer, nummer drie ben ik.
EWN | Graag drie mensen op 30 maart: Wim Smit, zijn adviseur Noor de Boer en zijn secretaresse. Dat ben ik.
EWN | Please register three people for 30 March: Wim Smit, his adviser Noor de Boer and his secretary. That's me.
WN  | Graag twee mensen voor 30 maart: Wim Smit en Noor de Boer. Vragen kunt u kwijt bij zijn secretaresse. Dat ben ik.
EW  | Voor 30 maart graag aanmelden: Wim Smit en ik. Noor de Boer heeft zich bij u afgemeld, dat blijft zo.
E   | Put me on the list for 30 March. Our director Noor de Boer has already cancelled with you.
EWN | Wij komen op 30 maart met drie mensen. Behalve ikzelf zijn dat Wim Smit en Noor de Boer.
EWN | Wij gaan op 30 maart. Wie er komen? Wim Smit, Noor de Boer van HR en ik.
EWN | Wij gaan op 30 maart. Wie dan wel? Wim Smit, onze jurist. Noor de Boer van HR. En mijn persoontje.
E   | Wim Smit en ik zouden samen op 30 maart komen, maar hij heeft een operatie. Dus ik kom alleen.
EWN | Ik kom op 30 maart. Ik wil twee studenten meenemen. Het gaat nu om Wim Smit en om Noor de Boer.
EW  | Ik kom op 30 maart met Wim Smit. Zet hem maar bij mij, vooroordelen, tweede ronde.
EW  | Graag een plek op 30 maart: vegetarisch, Vooroordelen Voorbij in ronde 2. Idem voor mijn collega Wim Smit.
E   | Ik kom op 30 maart en Wim Smit niet, die is ziek.
W   | Wim Smit komt op 30 maart, Noor de Boer niet want die heeft vrij.
EW  | Met Wim Smit, zelf ook van ons team Samenleving in Epe, kom ik op 30 maart.
EW  | Ik ben Els Bakker en mijn collega is Wim Smit. Wij willen op 30 maart komen.
EW  | Ik kom op 30 maart en onze bode ook. Wim heet hij. Wim Smit.
EW  | Wim Smit en ik komen op 30 maart. Ik doe ronde 3 Vooroordelen Voorbij, Wim is dan al weg.
EW  | Wim van Burgerzaken en ik komen op 30 maart. Voor de badge: hij heet voluit Wim Smit.
EW  | Wij komen graag op 30 maart. Wim Smit en ik willen in ronde 1 naar Vooroordelen Voorbij.
WN  | Onze directeur Wim Smit is er op 30 maart bij en Noor de Boer ook.
E   | Ik kom op 30 maart. Noor de Boer wilde ook, maar voor haar is het haar vrije dag.
E   | Please register me for 30 March. Wim Smit wanted to come too, but he is on leave.
E   | Normaal gaan Wim Smit en ik samen naar zulke dagen, maar hij heeft een bruiloft. Meld mij dus aan voor 30 maart.
E   | Ik kom op 30 maart. Mijn man Wim brengt me en gaat zolang naar het museum.
E   | Ik meld me aan voor 30 maart. Mijn man Wim zet me af, voor hem hoeft u niets te reserveren.
E   | Wim Smit tipte mij, hij kan zelf niet. Ik kom dus wel op 30 maart. Wim stond nog nergens ingeschreven.
EW  | Wim Smit en ik komen op 30 maart. Wim is vegetariër, ik niet.
EW  | Wim Smit and I will be there on 30 March. I'm vegan, Wim isn't.
EW  | Ik kom op 30 maart met Wim Smit. Hij kent de weg in Utrecht, ik niet.
W   | Ik kan op 30 maart zelf niet. Mijn collega Wim Smit wel, die mag u noteren.
WN  | Wim Smit en Noor de Boer komen op 30 maart. Ik niet, ik heb dan vakantie.
WN  | Namens ons team meld ik aan voor 30 maart: Wim Smit en Noor de Boer. Ik ben er zelf niet bij.
WN  | Wij komen op 30 maart met onderstaande collega's:\n- Wim Smit\n- Noor de Boer\n\nIk blijf zelf op kantoor.
WN  | Wim Smit wil graag komen op 30 maart. Wilt u hem en Noor de Boer inschrijven?
EWN | Uit Tiel kom ik, uit Oss Wim Smit en uit Bernheze Noor de Boer, op 30 maart.
EWN | Ik wil mezelf, Wim Smit en Noor de Boer opgeven voor 30 maart. Ronde 2 slaan Wim en ik over.
EW  | Op 30 maart komen wij: onze directeur (Wim Smit) en ik.
E   | Ik kom op 30 maart. Onze manager (Wim Smit, die thuis blijft) wenst u een mooie dag.
E   | Ik kom op 30 maart. Mijn buurvrouw (Noor de Boer) staat al op de lijst.
E   | Mijn chef Wim Smit vindt dat ik op 30 maart moet komen, dus schrijf me maar in.
EW  | Onze wethouder, Wim Smit, wil 30 maart graag de ochtend meemaken en ik zal hem vergezellen.
W   | Namens wethouder Wim Smit bevestig ik zijn deelname op 30 maart. De wethouder komt alleen, zijn adviseur niet.
EW  | Ik schrijf u mede namens Wim Smit, met wie ik veel samenwerk. Wij willen op 30 maart allebei komen.
EW  | Op 30 maart pakken Wim Smit en ondergetekende de vroege trein. Wilt u ons allebei noteren?
EW  | Ik schrijf mezelf in voor 30 maart en doe dat tevens voor mijn collega Wim Smit.
EW  | Ik kom op 30 maart met Wim Smit. We hadden graag onze chef overgehaald, maar hij is verhinderd.
EWN | Voor 30 maart graag inschrijven: ik. Verder komt Wim Smit mee. En ten slotte Noor de Boer.
E   | Ik kom op 30 maart. In de raad heeft mevrouw Smit vorig jaar samen met Zeist een motie ingediend.
E   | Please register me for 30 March. Our manager, Wim Smit, sends his regards.
EW  | Ik meld mij hierbij aan voor 30 maart en neem, als dat goed is, Wim Smit mee.
EW  | Hierbij geef ik door dat Wim Smit en ondergetekende op 30 maart aanwezig zullen zijn.
EW  | Wim Smit en ik komen op 30 maart. Ik eet vegetarisch, voor Wim hoeft dat niet.
EW  | Net als vorig jaar komen Wim Smit en ik graag op 30 maart.
EW  | Ik heb met Wim Smit afgesproken dat we samen naar 30 maart gaan. Wilt u ons beiden noteren?
EW  | Two of us will come on 30 March, Wim Smit and I. Wim eats vegan.
EWN | Ik kom op 30 maart. In mijn kielzog: Wim Smit en Noor de Boer.
EWN | We willen op 30 maart met een klein clubje komen. Ikzelf natuurlijk, Wim Smit van Zorg & Jeugd, en Noor de Boer.
EWN | Wij komen graag op 30 maart. Wim Smit, onze nieuwe collega Noor de Boer, en ondergetekende.
E   | Ik meld me aan voor 30 maart. Ik werk voor de burgemeester; de burgemeester zelf zal er niet zijn.
E   | Ik kom op 30 maart. Onze directeur is op de hoogte maar zelf niet aanwezig.
E   | Ik kom op 30 maart. De bijeenkomst in juni lijkt me ook leuk, houden jullie me op de hoogte?
E   | Ik kom op 30 maart. Voor de bijeenkomst van 20 juni meld ik me later aan.
E   | Please register me for 30 March. Our director sends her apologies for not being able to come.
E   | At first I thought I could not make it, but my trip was cancelled. Please sign me up for 30 March.
E   | Vorige week zei ik nog dat ik niet kon, maar mijn agenda is omgegooid. Schrijf mij in voor 30 maart.
E   | I would be happy to attend on 30 March. My colleague Wim Smit at the Europa Institute told me about it.
EW  | Hierbij meld ik aan voor 30 maart:\n- Els Bakker\n- Wim Smit\n\nNoor de Boer heeft zich teruggetrokken.
EW  | Op 30 maart komen:\n1. Els Bakker\n2. Wim Smit\n\nMevrouw De Boer had ook belangstelling, maar ziet er nu van af.
EW  | Please register Wim Smit and me for 30 March. I first thought Noor de Boer could come too, but she has exams.
EW  | Wim Smit en ik komen op 30 maart. Noor de Boer heeft haar interesse ingetrokken.
EW  | Wim Smit en ik komen op 30 maart. Noor de Boer regelt haar eigen aanmelding.
E   | Ik geef me op voor 30 maart. In ronde 2 wil ik naar de sessie van de twee mensen van het College.
E   | Ik kom op 30 maart. Onze partner was al vertegenwoordigd door iemand anders, die hoeft u niet in te schrijven.
EW  | Wij komen op 30 maart met z'n tweeën:\n\n1. Els Bakker\n2. Wim Smit\n\nAlvast dank voor de bevestiging!
EW  | Please put us down for 30 March:\n\n(1) myself, Els Bakker\n(2) Wim Smit; he is not a colleague of mine
EWN | We'd love to attend on 30 March! From our side it'll be:\n\nEls Bakker\nWim Smit, vegan\nNoor de Boer
WN  | De volgende raadsleden komen op 30 maart: Wim Smit en Noor de Boer. De overige fracties zien af van deelname.
WN  | Twee raadsleden hebben zich bij mij gemeld voor 30 maart, te weten Wim Smit en Noor de Boer.
WN  | Deze mensen hebben zich bij de griffie gemeld voor 30 maart:\n\n1. Wim Smit\n2. Noor de Boer
WN  | We zijn op 30 maart van de partij:\n\n* Wim Smit\n* Noor de Boer\n\nZelf sta ik dan op een ander podium.
EWN | We hebben voor 30 maart de taken verdeeld:\n* ikzelf – lokaal beleid\n* Wim Smit – idem\n* Noor de Boer – lunch
EW  | Wij willen op 30 maart komen. De delegatie bestaat, behalve uit ondergetekende, uit de heer Wim Smit, adviseur.
W   | Op verzoek van mijn chef Wim Smit meld ik hem aan voor 30 maart. Zijn plaatsvervanger Noor de Boer gaat niet mee.
EW  | Hierbij meld ik Wim Smit aan voor 30 maart. En mezelf natuurlijk.
EW  | Wilt u Wim Smit inschrijven voor 30 maart? Mij mag u er ook bij zetten.
EW  | Mijn baas, Wim Smit, is er op 30 maart bij en ik ook.
EN  | Ik kom op 30 maart. Noor de Boer is ook van de partij, Wim Smit haakt af.
W   | Mijn collega Wim Smit vroeg of ik hem wil opgeven voor 30 maart, dus dat doe ik bij dezen.
WN  | Hierbij voor 30 maart:\n1. Wim Smit\n2. Noor de Boer\n\nNummer 2 komt iets later. Zelf kan ik niet.
"""

# The same, for the rules alone, whatever the second reader makes of such words.
BY_RULES = r"""
W   | Wie komen er op 30 maart van ons? Wim Smit, ja. Noor de Boer, nee. Ik doe zelf niet mee.
W   | Wie komt er op 30 maart? Wim Smit wel, Noor de Boer niet, ik ook niet.
EW  | Even een rondje: Wim Smit komt op 30 maart, Noor de Boer niet, ik wel.
EW  | Rondje gedaan voor 30 maart:\nWim Smit: wel\nNoor de Boer: niet\nIk: wel
W   | Ik heb rondgevraagd wie er op 30 maart heen wil:\nWim Smit - ja\nNoor de Boer - nee\nEn ik doe zelf niet mee.
W   | Aanmelding voor 30 maart:\nWim Smit +\nNoor de Boer -\nZelf sla ik over.
WN  | Ik sta al op jullie lijst voor 30 maart. Wim Smit en Noor de Boer willen er ook bij zijn. Doen jullie die erbij?
EWN | Met z'n drieën op 30 maart graag: ikzelf, Wim (Smit) en Noor (de Boer).
W   | Ik heb Wim Smit bereid gevonden om op 30 maart te komen.
W   | Ik wil Wim Smit graag mee laten doen op 30 maart.
W   | Wij hebben Wim Smit afgevaardigd om op 30 maart aanwezig te zijn.
W   | Op 30 maart komt Wim Smit; ik had zelf ook gewild maar moet werken.
W   | Ik geef mijn uitnodiging voor 30 maart door aan Wim Smit. Hij komt graag.
W   | Naast Noor de Boer, die u al op uw lijst hebt staan voor 30 maart, komt van Tiel ook Wim Smit.
EW  | Zowel ik als Wim Smit zijn er op 30 maart bij.
EW  | Zowel Wim Smit als ik willen op 30 maart komen.
EW  | Niet alleen ik kom op 30 maart, ook Wim Smit.
EW  | Ik ga op 30 maart niet alleen: Wim Smit gaat mee.
EW  | Wim Smit meld ik aan voor 30 maart, mezelf ook.
E   | Wim Smit twijfelt nog en laat later zelf iets horen. Voor 30 maart nu alleen ondergetekende graag.
W   | Mag ik een plekje op 30 maart, niet voor mezelf maar voor Wim Smit?
W   | Dit is een aanmelding voor 30 maart, niet voor mij, wel voor Wim Smit.
W   | Mag ik een plekje op 30 maart? Niet voor mezelf, hoor, maar voor Wim Smit.
EW  | Wim Smit en ik komen op 30 maart. De rolstoelplek is niet voor mij maar voor Wim.
W   | Kan ik op 30 maart een plaats krijgen voor mijn collega Wim Smit?
W   | Voor Wim Smit wil ik graag een plaats op 30 maart.
W   | U nodigde Noor de Boer en Wim Smit uit, van wie de eerste niet kan. De laatste wil op uw lijst voor 30 maart.
W   | Uw uitnodiging voor 30 maart ging naar Noor de Boer en Wim Smit. Alleen de laatste komt.
W   | You invited Wim Smit and Noor de Boer for 30 March. The former would like to attend, the latter cannot.
W   | Namens Tiel doet Wim Smit mee op 30 maart.
W   | Noor de Boer vroeg me Wim Smit aan te melden voor 30 maart.
W   | Wim Smit vraagt of ik hem wil opgeven voor 30 maart. Doe ik hierbij! Zelf heb ik er niks mee te maken.
W   | Uw uitnodiging voor 30 maart heb ik doorgegeven aan Wim Smit, die graag komt.
W   | Noor de Boer en ik hebben besloten dat Wim Smit naar 30 maart gaat.
W   | In overleg met Noor de Boer gaat Wim Smit naar 30 maart.
W   | De aanmelding voor 30 maart is voor Wim Smit.
WN  | De deelnemers op 30 maart zijn Wim Smit en Noor de Boer.
W   | Wim Smit doet mee op 30 maart en ik niet.
W   | Wim Smit wil graag op uw lijst voor 30 maart.
E   | Eigenlijk zou Wim Smit zich voor 30 maart opgeven, wat hij niet heeft gedaan omdat hij dienst heeft. Ik ga nu.
E   | Oorspronkelijk zou Wim Smit naar 30 maart gaan, nu ga ik.
N   | Wim Smit zou op 30 maart komen, maar nu gaat Noor de Boer.
E   | Ik kom graag op 30 maart, alleen als toehoorder.
E   | Op 30 maart hoop ik daarbij aanwezig te zijn. Mijn gegevens:\nEls Bakker\ntel. 0570 521843
W   | Wilt u mijn buurman op de lijst zetten voor 30 maart? Hij heet Wim Smit. Ik kom zelf niet.
N   | Mijn moeder wil op 30 maart graag komen. Haar naam is Noor de Boer.
N   | Mijn moeder heeft geen computer. Wilt u haar inschrijven voor 30 maart?\n\nNoor de Boer\nTiel
W   | Bo Bos kan op 30 maart niet. Wim Smit blijft komen op de 30e.
WN  | In opdracht van onze chef, Jan Bos, geef ik voor 30 maart op:\n\n- Wim Smit\n- Noor de Boer\n\nZelf kan hij niet.
WN  | Op verzoek van ons hoofd, mevrouw Bos, meld ik voor 30 maart aan:\n\n- Wim Smit\n- Noor de Boer
WN  | Na overleg met de chef, Jan Bos, geef ik voor 30 maart op:\n\n- Wim Smit\n- Noor de Boer\n\nHij kan zelf niet.
WN  | Schrijven jullie deze mensen in voor 30 maart?\n\nWim Smit <wim@tiel.example>; Noor de Boer <noor@tiel.nl>
WN  | Willen jullie deze twee op de lijst zetten voor de 30e, bij ons in het stadhuis?\n\nWim Smit, Noor de Boer
WN  | Namens ons team geef ik u de namen voor 30 maart in één keer door:\n\n1. Wim Smit\n2. Noor de Boer
EWN | Graag drie plaatsen voor 30 maart, op naam van Els Bakker, Wim Smit en Noor de Boer.
EWN | Wij komen op 30 maart: Wim Smit en ik. Directeur Bo Bos heeft bedankt en stuurt Noor de Boer van het secretariaat.
E   | Graag een plek voor 30 maart. Is er vanuit Tiel al iemand aangemeld? Dan rijden we samen.
E   | Vergeet mijn eerdere afmelding, ik ben er op 30 maart gewoon bij.
WN  | Namens de raad gaan Wim Smit (D66) en Noor de Boer op 30 maart. Bo Bos heeft hem voor kennisgeving aangenomen.
W   | Wim Smit is our director. He asked me to let you know that he will attend on 30 March.
EN  | Gisteren sprak ik Noor de Boer over uw dag. Zij en ik willen er graag bij zijn op 30 maart.
EW  | Wim Smit tipte mij. Wilt u hem en mij noteren voor 30 maart?
EW  | Wim Smit heeft mij verzocht ons samen op te geven voor 30 maart.
EW  | Ik meld óns aan voor 30 maart. Met 'ons' bedoel ik Wim Smit en mezelf.
EW  | Samen met Wim Smit, die hier de wijkregisseur is, kom ik graag op 30 maart.
EW  | Ik kom op 30 maart. Dat geldt ook voor Wim Smit, met wie ik de auto deel.
EWN | Op 30 maart komt er een trio uit Tiel: Wim Smit, Noor de Boer en ik.
W   | Mijn chef Wim Smit geeft zich via mij op voor 30 maart.
WN  | Op verzoek van Wim Smit en Noor de Boer geef ik hen op voor 30 maart.
WN  | Wim Smit en Noor de Boer zagen uw brief. Beiden hebben mij verzocht hun inschrijving te regelen voor 30 maart.
WN  | Wim Smit, die het beleid maakt, en Noor de Boer, die het uitvoert, komen op 30 maart. Zelf kan ik niet.
WN  | We sturen op 30 maart een koppel: Wim Smit en Noor de Boer. Ik coördineer het enkel.
EWN | Ik kom op 30 maart. Graag ook Wim Smit en mijn collega Noor de Boer.
W   | Noteer alstublieft Wim Smit voor 30 maart, ikzelf ben die dag in Den Haag.
E   | Ik kom op 30 maart. Mijn collega's Wim Smit en Noor de Boer melden zich zelf bij u.
E   | Ik kom op 30 maart in plaats van Wim Smit, die nog niet was aangemeld.
E   | Graag noteren voor 30 maart: mij. Wim Smit twijfelt nog, hij mailt u zelf als hij eruit is.
EWN | Voor 30 maart bestaat de delegatie uit Wim Smit, die het beleid maakt, Noor de Boer, die het uitvoert, en mijzelf.
EWN | Tiel stuurt er drie: mij, Wim Smit en ook nog Noor de Boer, die zich op de valreep bedacht. Tot 30 maart.
EW  | Ik kom op 30 maart. Wim Smit zit naast me en roept iets. Maak er dus maar twee van.
E   | Wim Smit, die hier vroeger werkte, stuurde me uw brief. Ik kom graag op 30 maart.
E   | Ik kom op 30 maart. Mijn baas Wim Smit, van wie ik dit hoorde, wenst u succes.
"""

FOR_A_PERSON = r"""
Ik kom op 30 maart. Wim Smit heb ik gevraagd mee te gaan.
Wim Smit en ik komen op 30 maart, al twijfelt Wim nog.
Noor de Boer en Bo Vos mailden mij. Schrijf haar in voor 30 maart.
Zet mij op de lijst voor 30 maart, en ook Wim Smit, al weet hij van niks.
Graag Wim Smit inschrijven voor 30 maart. Ik moet het hem nog vertellen.
Wim Smit en ik komen op 30 maart, al heeft hij gezegd dat hij nergens heen wil.
Ik kom op 30 maart. En zet Wim Smit er ook maar op, die kan zo'n cursus wel gebruiken, haha.
Wethouder Wim Smit of, als de raad vergadert, zijn collega Noor de Boer komt op 30 maart.
Op 30 maart komt ofwel Wim Smit ofwel Noor de Boer.
Wim Smit dan wel Noor de Boer komt op 30 maart.
Op 30 maart komen Wim Smit, Noor de Boer en ik. O nee, Noor heeft dan les. Dus Wim en ik.
Wij komen op 30 maart: Wim Smit en Noor de Boer.
Onze wethouder, Wim Smit, is erbij op 30 maart. Ik begeleid hem.
Onze wethouder wil graag komen op 30 maart.
Mijn kinderen willen graag komen op 30 maart.
Graag mijn collega inschrijven voor 30 maart.
Graag opgeven voor 30 maart: mijn moeder.
Bij dezen de aanmelding van mijn vrouw voor 30 maart.
Graag een plek voor mijn moeder op 30 maart.
Ik kom op 30 maart met twee vriendinnen.
Ik kom op 30 maart met mijn zussen.
Ik neem op 30 maart drie kleinkinderen mee.
Twee vriendinnen en ik komen graag op 30 maart.
Ons gezin en ik komen graag op 30 maart.
Mijn kleinzoon van 9 en ik komen op 30 maart.
Ik kom op 30 maart met drie vriendinnen. Het zijn Wim Smit en Noor de Boer.
Wij komen graag op 30 maart. Ikzelf, en Wim Smit of Noor de Boer.
Wij komen graag op 30 maart. Ikzelf, Wim Smit en Noor de Boer twijfelen nog.
Ik kom op 30 maart. Op 31 maart sturen wij Wim Smit het verslag.
We zouden op 30 maart met z'n vieren komen. Bo Bos is weg, het worden er drie. Naast mij komt Wim Smit.
Op 30 maart komen Wim Smit en een collega van mij.
Graag mijn naam en die van Wim Smit op de lijst voor 30 maart.
Ik kom op 30 maart en onze bode ook.
I will attend on 30 March and so will our clerk.
Wim Smit and I will attend on 30 March. If he is back in time from holiday he comes, otherwise only me.
Ik kom op 30 maart. Wim Smit noemde jullie dag. Voor hem graag halal.
Ik kom op 30 maart. Onze bode eveneens.
Ik kom op 30 maart. Als Wim Smit op tijd terug is van vakantie gaat hij mee.
Ik kom op 30 maart. Als Wim Smit op tijd klaar is, komt hij ook.
Ik kom op 30 maart. Bo Bos is verhinderd, en stuurt misschien Wim Smit.
Ik kom op 30 maart. Wim Smit zou meerijden, maar die komt later met de trein dus ik kom alleen aan.
Ik kom graag op 30 maart. Mail mij alle adressen in uw adressenbestand.
Ik kom misschien op 30 maart, Wim Smit regelt het verder zelf als hij wil.
Wim Smit staat al op de lijst voor 30 maart, maar die hoeft niet meer. Noor de Boer graag inschrijven.
Graag meld ik Wim Smit aan voor 30 maart. Daarnaast brengen wij nog twee raadsleden mee.
Ik kom op 30 maart. Er komen ook twee ambtenaren, van wie ik de namen volgende week doorgeef.
Ik kom op 30 maart met Wim Smit. Hij leest trouwens alleen mee en komt niet.
Zij en ik komen graag op 30 maart.
Wij komen op 30 maart: Wim Smit, ik en de twee jongens van data van wie ik de achternaam niet paraat heb.
Mijn chef Wim Smit tipte ons. Wij komen op 30 maart allebei.
Namens ons team voor 30 maart:\n- Wim Smit\n- Noor de Boer\n\nDaarnaast nemen we nog twee trainees mee.
Ik kom op 30 maart. Ik eet geen vlees, Noor de Boer wel.
Ik kom op 30 maart. Ik eet vegetarisch, Noor de Boer ook.
Ik kom op 30 maart. Ik eet vegetarisch. Dat geldt ook voor Noor de Boer.
Voor 30 maart staan Wim Smit en ik ingeschreven.
Wim vroeg of ik hem wil opgeven voor 30 maart, dus dat doe ik bij dezen. Wat mijzelf betreft: ik eet halal.
Misschien kom ik op 30 maart. In juni kan ik niet.
Voor 30 maart graag:\n\n* Els Bakker\n* en een stagiair, dat wordt Sem of Lotte, ze zijn er samen nog niet uit
Aanmelden voor 30 maart heeft voor mij geen zin, ik ben die dag weg. Komen de presentaties online?
Ik meld mij aan voor 30 maart. Of Wim Smit ook komt hoort u morgen.
Wim Smit, Noor de Boer en nog iemand van ons team komen op 30 maart.
Wim Smit heeft gewonnen van Noor de Boer en mij: hij mag op 30 maart. Schrijf hem in.
Schrijf Wim Smit maar vast in voor 30 maart, hij twijfelt nog maar ik overtuig hem wel.
Mijn chef Wim Smit vindt dat iemand van ons op 30 maart moet komen.
Wim Smit en Noor de Boer komen op 30 maart, die zijn al bevestigd. Kunnen ze bij de Jaarbeurs parkeren?
Op 30 maart zijn we er alle drie niet: Els Bakker, Wim Smit en Noor de Boer.
"""


def cases(block: str) -> list[tuple[str, str]]:
    return [tuple(part.strip() for part in line.split("|")) for line in block.strip().split("\n")]  # type: ignore[misc]


@pytest.fixture(scope="module")
def understand() -> Understand:
    return Understand(ReadingContext(EVENTS, PLATFORM, ZONE, "nl", FIRST_MAIL), OwnIdentity(frozenset({PLATFORM})))


def reading(understand: Understand, talk: str) -> Reading:
    said = talk.replace("\\n", "\n")
    text = f"Beste mensen,\n\n{said}\n\nMet vriendelijke groet,\nEls Bakker\nGemeente Tiel"
    return understand(letter("Els Bakker <els.bakker@tiel.example>", text).as_bytes(), FIRST_MAIL).reading


@pytest.mark.parametrize(("who", "talk"), cases(CERTAIN))
def test_those_who_come_are_told_from_those_who_are_mentioned(understand: Understand, who: str, talk: str):
    found = reading(understand, talk)

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES[letter] for letter in who)
    assert (found.event, found.review, found.reasons) == ("discriminatie-2023", False, ())


@pytest.mark.parametrize(("who", "talk"), cases(BY_RULES))
def test_the_rules_alone_find_who_comes(understand: Understand, monkeypatch, who: str, talk: str):
    monkeypatch.setattr(judge, "agreed", lambda case, by_rules: by_rules(case))
    found = reading(understand, talk)

    assert sorted(request.name or "" for request in found.requests) == sorted(NAMES[letter] for letter in who)
    assert (found.event, found.review, found.reasons) == ("discriminatie-2023", False, ())


@pytest.mark.parametrize("talk", FOR_A_PERSON.strip().split("\n"))
def test_what_leaves_open_who_comes_is_for_a_person_to_ask(understand: Understand, talk: str):
    assert reading(understand, talk).review


@pytest.mark.parametrize(
    ("talk", "names"),
    [
        ("Graag aanmelden voor 30 maart: Jan van Dijk en Noor de Boer.", ["Jan van Dijk", "Noor de Boer"]),
        ("Op 30 maart komen Piet in 't Veld, Wim Smit en ik.", ["Piet in 't Veld", "Wim Smit", "Els Bakker"]),
        ("De tip van Jan van Dijk en Noor de Boer volg ik: ik kom op 30 maart.", ["Els Bakker"]),
    ],
)
def test_the_small_word_of_a_surname_names_nobody_aside(understand: Understand, talk: str, names: list[str]):
    assert [request.name for request in reading(understand, talk).requests] == names


@pytest.mark.parametrize(
    ("who", "talk"),
    [
        (
            "NW",
            "Namens de wethouder en haar adviseur laat ik weten dat zij beiden op 30 maart komen. De wethouder, "
            "mevrouw Noor de Boer, doet in ronde 1 Lokaal beleid. De adviseur, Wim Smit, kiest in ronde 2 Lokaal "
            "beleid.",
        ),
        (
            "ENW",
            "Wij komen met z'n drieën op 30 maart. Adressen: die van Wim Smit is wim.smit@epe.nl, Noor de Boer krijgt "
            "het graag op noor.deboer@epe.nl.",
        ),
    ],
)
def test_those_who_were_announced_may_be_named_further_on(understand: Understand, who: str, talk: str):
    found = reading(understand, talk)

    assert {request.name for request in found.requests} == {NAMES[letter] for letter in who}


def test_what_the_alderman_eats_is_not_what_the_writer_eats(understand: Understand):
    found = reading(understand, "Op 30 maart komen wethouder Wim Smit en ik. De wethouder eet halal.")

    assert {request.name: request.diet for request in found.requests} == {"Wim Smit": "halal", "Els Bakker": None}


def test_the_subject_may_say_whose_coming_it_is_about(understand: Understand):
    text = "Wethouder Wim Smit heeft 30 maart vrijgehouden voor uw bijeenkomst.\n\nMet groet,\nEls Bakker\nsecretaresse"
    mail = letter("Secretariaat <secretariaat@tiel.example>", text, subject="Deelname wethouder 30 maart").as_bytes()

    assert [request.name for request in understand(mail, FIRST_MAIL).reading.requests] == ["Wim Smit"]


@pytest.mark.parametrize(
    ("text", "review"),
    [
        (
            "Graag Lokaal beleid in ronde 3. Vooroordelen Voorbij hoeft niet, die heb ik vorig jaar al eens gevolgd.",
            False,
        ),
        ("Vooroordelen Voorbij lijkt me mooi, die wil ik later eens bij ons op het stadhuis laten geven.", True),
    ],
)
def test_a_workshop_done_before_leaves_a_sign_up_in_the_subject(understand: Understand, text: str, review: bool):
    mail = letter("Els Bakker <els.bakker@tiel.example>", f"{text}\n\nEls Bakker", subject="Aanmelden bijeenkomst")

    assert understand(mail.as_bytes(), FIRST_MAIL).reading.review is review


def test_a_table_without_a_head_begins_with_somebody(understand: Understand):
    rows = "Wim Smit | jurist | komt\nNoor de Boer | adviseur | komt\nBo Bos | griffier | komt niet"
    found = reading(understand, f"Voor 30 maart:\n\n{rows}")

    assert [request.name for request in found.requests] == ["Wim Smit", "Noor de Boer"]
    assert not found.review
