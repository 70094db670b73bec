"""The particulars of a person, as a passage or a signature gives them: one door to the modules that find them.

organisations, organisation_of           organisations.py, by organisations_beside.py, organisations_joined.py,
                                         dictated_houses.py, houses_behind_titles.py
places                                   authorities.py
roles, is_fellow, policy_fields          roles.py
phones, emails                           contact.py
called_by_domain, spelt_by_domain        domain_names.py; house_domain
diets                                    diets.py, foods.py, allergies.py; taken_back.py: what no longer holds
needs                                    needs.py; unneeded.py: what is none
scrapped                                 taken_back.py
wish_in_cell                             wishes.py

All take a text and a window in it, and give places in the whole text. Whose particulars they are is for people.py.
"""

from mailbot.reading.details.contact import emails, phones
from mailbot.reading.details.diets import diets
from mailbot.reading.details.domain_names import called_by_domain, house_domain, is_public_mail, spelt_by_domain
from mailbot.reading.details.needs import needs
from mailbot.reading.details.organisations import canonical, is_town_of_no_official, organisation_of, organisations
from mailbot.reading.details.roles import is_fellow, policy_fields, roles
from mailbot.reading.details.taken_back import scrapped
from mailbot.reading.details.wishes import wish_in_cell
from mailbot.reading.lexicon.authorities import places
from mailbot.reading.text.found import Found

__all__ = [
    "Found",
    "called_by_domain",
    "canonical",
    "diets",
    "emails",
    "house_domain",
    "is_fellow",
    "is_public_mail",
    "is_town_of_no_official",
    "needs",
    "organisation_of",
    "organisations",
    "phones",
    "places",
    "policy_fields",
    "roles",
    "scrapped",
    "spelt_by_domain",
    "wish_in_cell",
]
