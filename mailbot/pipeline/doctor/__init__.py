"""`mailbot doctor`: whether all is well, a finding each, with what to do about it.

finding    what a check finds: ok, a warning, or wrong
settings   the configuration: its files, secrets that end, templates, times
servers    the two mail servers: login, folder, what they can do, TLS, the sender's address
books      the database: its age and health, the last poll, what waits and what was set aside
examine    all checks, beside each other: one that fails or hangs doesn't hide the others

No check changes anything: no mail is marked, sent or moved, and no database is made.
"""

from mailbot.pipeline.doctor.examine import Patient, examine
from mailbot.pipeline.doctor.finding import Finding, Level

__all__ = ["Finding", "Level", "Patient", "examine"]
