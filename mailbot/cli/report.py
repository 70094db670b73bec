"""`mailbot report`: the registrations, for people and for programs."""
