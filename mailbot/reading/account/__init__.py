"""What each clause of a letter says of coming, and what that means for whom. Where to look:

telling                 teller, of units; sentence_teller, by so_far, brackets, rows; clause_teller
                        roll_teller: sentences that count up who comes
  lists                 announcing; list_entries, by entry_names; roll_call; mutations, mutation_lines (who goes, comes)
what is known           account: what was said of whom; talk: what a reader keeps in mind; company; attention
what a clause says      saying, by cue_senses, verbless, seats, replacing, reservations; ellipsis; stance: the answers
  in this letter        context
... and doesn't         approving, believing, enquiry, happenings, hesitation, leanings, orders, reporting, rhetoric,
                        settled, skipping, speech, supposing, thwarted, withdrawing, wondering: what only looks like it
of whom it speaks       mentions, subjects, ourselves, references, antecedents, introducing, unnamed_subjects,
                        people_words; relations: "mama", of whom was introduced as "mijn moeder"
what follows            consequences, a line a stance:
  who comes             coming, by participants (of those named), pointing, together, writers_part; put_on_the_list
                        without a name: companions, going_along, further_people, row_tails; counting_off: who is one of
                        them after all; without_seats: who needs none
  who doesn't           staying_away, by absentees; giving_up
  who takes whose seat  handing_over, by substitution; filling_in, sent_instead, subject_swaps; declining: who
                        doesn't
  who is booked         standing
  neither               remarks: who is named in passing
what is in doubt        doubting; guesses
"""
