"""Whose is what a mail tells: each value of details/ and workshops/ is brought to its people. Where to look:

all of it               attribution: a letter's values, finder by finder; ownership: whose one is, by where it stands
                        told_behind: of whom it is told afterwards, "de vegetariër is Wim"
                        people_of_ours: "haar man", "een andere collega", of whom nobody comes
                        called_otherwise: "zijn rolstoel", "Fatou" of Fatoumata
told in turn            in_turn: "jurist resp. adviseur", "in dezelfde volgorde: geen, halal"
in blocks and lines     told_in_blocks: below somebody's name; diet_lines: "Vegetarisch:", and who stands below it
in tables and forms     entry_people, cells, grid; below_items: lines below an item; shared_lines: "Dieet: Els halal, ik
                        niets"
addresses               addresses; named_addresses: with a name right beside them
which value holds       latest; opposed: what is set against the one that we noted, "Almelo, niet Almere"
employer and title      employment, by employers and titles; statements: where they stand
  employer              employers, by employer_words; shared_employer: the colleagues', by signed_employer;
                        houses_behind_names: right behind whose they are; columns_of_houses: in rows
                        list_houses: in a list, among others; list_headings: on a line above its people
                        list_towns: a town alone in an item; no_employers: a house of which nobody is, "mijn oude werk"
  title                 titles; shared_titles: several people's; present_titles: what somebody is now; council
                        titles_of_some: of the first two, "een van onze juristen"; titles_told_above: by whoever passes
                        the letter on
                        list_titles: by their place in a line: "idem", "Wim Pot, leesopa"
  below the letter      signed_notes: what a signature says of others than its author
workshops               choice_sharing, by choosers (headed_, group_, joint_choosers);
                        asked_choices: in answer to our questions, "De laatste van de twee";
                        schedule: who goes where, told without a verb;
                        likenings: with whom, or as whom, "in ronde 2 bij Els"; grid, by chosen_tables: round by round;
                        list_places: "nrs. 1 en 3", "de laatste twee", "alle drie"; inherited_choices: with a seat;
                        told_above: by whoever passes the letter on
"""
