"""The platform's mailbox, read as a guest: people work in it too, and official mail must be kept.

The folder is opened read-only (EXAMINE) unless mailbot was told to file mail; nothing is marked as read, nothing is
ever deleted. What was handled is remembered in our own database by (UIDVALIDITY, UID), never by flags.

mailbox.py     what the pipeline asks for: list, fetch, all UIDs, wait for new mail, move
session.py     a connection that is made when needed, and anew after it broke
connection.py  from a configuration to a folder that is open: TLS, login, capabilities; every failure in plain words
client.py      imaplib's client over our own buffer, so that a call can be ended and IDLE sleeps through nothing
fetch.py       SEARCH and FETCH, by UID and in batches, whatever others do in the folder meanwhile
answers.py     what they answer, as Python values
light.py       mails too large to take whole: their headers and text parts alone
suspects.py    mails over which the server breaks off, so that they hold up no other
idle.py        sleeping until the server speaks
"""

from mailbot.adapters.imap.fetch import Listed
from mailbot.adapters.imap.mailbox import Mailbox

__all__ = ["Listed", "Mailbox"]
