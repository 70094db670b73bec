"""Why a careful assistant would not act alone, beside what the account itself doubts: a policy, one line each.

A test looks at the whole: the case, its requests, and the actions among them. The order is that of the reasons shown.
The tests stand by what they look at: the mail, its people, what is undone, what contradicts, whose business it is.
"""

from collections.abc import Callable

from mailbot.reading.judgement import (
    admission,
    conditions,
    contradictions,
    doubtful_mail,
    doubtful_names,
    doubtful_people,
    doubtful_undoing,
    held_open,
    left_open,
    list_gaps,
    overlooked,
    private_business,
    remarks_on_names,
    remarks_on_people,
    unasked,
)
from mailbot.reading.judgement.outcome import Outcome
from mailbot.reading.judgement.strangers import is_strangers_doing
from mailbot.reading.message.defects import unread

POLICY: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
    ("sender_not_proven", doubtful_mail.is_not_trusted),
    ("read_in_part", doubtful_mail.is_read_in_part),
    ("signed_by_another", doubtful_mail.seems_anothers),
    ("language", doubtful_mail.is_in_another_language),
    ("attachment", doubtful_mail.brings_a_list),
    ("relay_unclear", doubtful_mail.relay_is_unclear),
    ("instruction", doubtful_mail.gives_orders),
    ("link", doubtful_mail.wants_a_click),
    ("elsewhere", doubtful_mail.looks_on_by_wire),
    ("jest", doubtful_mail.is_meant_in_jest),
    ("unasked", unasked.is_put_down_unasked),
    ("long_mail", doubtful_mail.is_long),
    ("unsure_name", doubtful_people.name_is_unsure),
    ("unsure_name", doubtful_names.told_name_went_nowhere),
    ("unsure_name", doubtful_names.name_is_damaged),
    ("unsure_name", doubtful_names.is_signed_with_another_surname),
    ("unsure_name", doubtful_names.is_put_together),
    ("unsure_name", remarks_on_names.is_remarked_on),
    ("unsure_name", doubtful_names.either_may_write),
    ("unsure_name", doubtful_names.may_share_a_surname),
    ("no_full_name", doubtful_people.comes_by_a_surname_alone),
    ("no_full_name", doubtful_people.come_by_first_names),
    ("same_name_twice", doubtful_people.name_comes_twice),
    ("undecided", contradictions.subject_hedges),  # a second reader would drop "(of toch niet)"
    ("admission", conditions.hangs_on_who_is_let_in),
    ("admission", admission.asks_who_is_let_in),
    ("remark", remarks_on_people.comes_with_a_doubt),
    ("undecided", conditions.hangs_on_a_condition),
    ("undecided", left_open.is_only_intended),
    ("undecided", left_open.is_no_booking_yet),
    ("undecided", left_open.is_only_feared),
    ("undecided", left_open.is_decided_later),
    ("undecided", left_open.waits_for_a_diary),
    ("undecided", left_open.awaits_advice),
    ("held_open", held_open.awaits_anothers_leave),
    ("held_open", held_open.is_told_to_be_open),
    ("held_open", held_open.is_decided_later),
    ("held_open", held_open.is_told_whether_later),
    ("held_open", held_open.is_not_to_be_done_yet),
    ("held_open", held_open.gives_odds),
    ("held_open", held_open.hedges_in_another_language),
    ("held_open", held_open.is_thought_over),
    ("held_open", held_open.somebody_wavers),
    ("same_name_twice", overlooked.is_named_twice),
    ("unsure_name", overlooked.first_name_is_left_out),
    ("unclear_person", overlooked.comes_too),
    ("unexplained_person", overlooked.goes_all_the_same),
    ("unclear_person", overlooked.is_on_the_list_already),
    ("unclear_substitution", overlooked.leaves_the_old_one),
    ("unclear_change", overlooked.loses_a_change),
    ("unclear_change", overlooked.changes_half_of_us),
    ("unclear_change", overlooked.exchanges_with_another),
    ("unclear_change", overlooked.only_tells_what_they_eat),
    ("contradiction", overlooked.sees_us_there),
    ("undecided", overlooked.goes_along),
    ("unclear_person", doubtful_people.writer_is_left_out),
    ("unclear_person", doubtful_people.person_is_unclear),
    ("unclear_person", doubtful_people.we_are_others),
    ("unexplained_person", doubtful_people.person_is_unexplained),
    # a reason of its own, which no second reader drops: it sees the names alone that rules found
    ("nobodys_mailbox", doubtful_people.address_is_nobodys),
    ("nobodys_mailbox", doubtful_people.mailbox_is_nobodys),
    ("unnamed", doubtful_people.subject_names_more),
    ("unnamed", list_gaps.somebody_is_missing),
    ("group_of_one", doubtful_people.group_is_one),
    ("not_on_the_list", doubtful_undoing.is_not_on_the_list),
    ("not_on_the_list", is_strangers_doing),
    ("not_on_the_list", doubtful_undoing.may_mean_another),
    ("not_on_the_list", doubtful_undoing.fits_two_of_them),
    ("unclear_what", private_business.says_not_what),
    ("other_occasion", private_business.undoes_something_else),
    ("unclear_what", private_business.signs_up_elsewhere),
    ("unclear_change", contradictions.only_subject_changes),
    ("unclear_change", contradictions.only_subject_cancels),
    ("unclear_substitution", doubtful_undoing.leaves_without_a_word),
    ("unclear_substitution", doubtful_undoing.goes_to_one_of_ours),
    ("unclear_substitution", doubtful_undoing.hands_on_a_workshop),
    ("unclear_change", doubtful_undoing.changes_anothers),
    ("unsure_name", doubtful_undoing.is_called_otherwise),
    ("unclear_change", doubtful_undoing.signs_up_whom_it_respells),
    ("unclear_change", doubtful_undoing.drops_a_part),
    ("unclear_change", doubtful_undoing.gives_up_a_part),
    ("unclear_change", doubtful_undoing.gives_up_a_session),
    ("unclear_change", doubtful_undoing.is_listed_twice),
    ("contradiction", contradictions.undoes_and_signs_up),
    ("contradiction", contradictions.strikes_off_who_stays),
    ("unclear_entry", contradictions.concludes_otherwise),
    ("contradiction", contradictions.subject_chooses_otherwise),
    ("unclear_whose", contradictions.subject_tells_of_another),
    ("unclear_whose", contradictions.changes_for_whom_it_does_not_name),
    ("unclear_workshop", contradictions.round_is_told_at_anothers_hour),
)


def suspicions(outcome: Outcome) -> list[str]:
    """Short machine words, one for each reason that holds."""
    # what screening wondered about, and text that was cut off or could not be read: never acted on alone
    before = [*outcome.case.screening.reasons, *unread(outcome.case.message.defects)]
    return before + [reason for reason, test in POLICY if test(outcome)]
