"""The whole job on one's own machine: a mail server, a mailbox full of invented mails, and mailbot at work on it.

Nothing is faked: the mails pass a real IMAP and SMTP server to the same `House` and `Worker` that do the job for good.

demo.py      puts it together: servers, folder, worker, story
story.py     the sample mails come in, one after the other, some as answers to what mailbot wrote
show.py      what one sees of it; words.py has its Dutch, guide.py how to write it a mail oneself
samples.py   a sample mail, from mails/*.eml
server.py    the mail server, in a thread of its own
imap.py      its IMAP half (pymap), with the two mailboxes
smtp.py      its SMTP half (aiosmtpd), which delivers into them
config.toml  the configuration: the announced events, with few seats
mails/       the invented mails; a file that answers one of mailbot's replies has {{places}} for what it quotes
"""

from mailbot.demo.demo import Options, run_demo

__all__ = ["Options", "run_demo"]
