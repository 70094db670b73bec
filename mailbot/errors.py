"""Every error that mailbot raises on purpose. Expected things (full, closed, unclear) are values, not errors.

MailbotError                 its text is one plain sentence for whoever set mailbot up; never people's data
├── ConfigError              what the configuration says is wrong: exit code 2
├── TemplateError            a reply template that cannot be used: file, line and reason
├── MailboxError             IMAP could not be reached, or answered what it shouldn't: tried again
│   ├── LoginRefused         the server knows us and says no: trying again at once only locks the account
│   └── FolderRefused        the login is right, and the folder cannot be opened as it must be
├── TokenError               no access token was to be had: `refused` tells whether only the admin can help
├── DeliveryError            SMTP did not take a reply: `permanent` tells whether asking again can help
└── StoreError               the database could not be opened, or is of another age than this program
    └── Unstorable           it works, and refuses what was to be written down: the mail is at fault, not the database
"""


class MailbotError(Exception):
    """Base of all. Its message is shown as it is, without a traceback."""


class ConfigError(MailbotError):
    """One or more settings are missing or wrong: `problems` has a line for each, with its path in the file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class TemplateError(MailbotError):
    """A template cannot be used. `file` and `line` say where, `reason` why; line 0 stands for the whole file."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class MailboxError(MailbotError):
    """The mailbox could not be reached or gave an answer that makes no sense. Worth another try later."""


class LoginRefused(MailboxError):
    """The server refuses these credentials. Only the admin can help."""


class FolderRefused(MailboxError):
    """The folder is not there, or not open to us in the way that is needed."""


class TokenError(MailbotError):
    """No OAuth2 access token was given. `refused`: by the token endpoint itself, so only the admin can help."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.refused = refused


class DeliveryError(MailbotError):
    """The mail server did not take a message. `permanent`: asking again with the same message cannot help.

    `message_at_fault` is False where the connection or the login failed: then it counts against no message.
    `hung_up`: that happened in the middle of this very message, so perhaps over it.
    """

    def __init__(
        self, reason: str, *, permanent: bool = False, message_at_fault: bool = True, hung_up: bool = False
    ) -> None:
        super().__init__(reason)
        self.permanent, self.message_at_fault, self.hung_up = permanent, message_at_fault, hung_up


class StoreError(MailbotError):
    """The database cannot be used as it is."""


class Unstorable(StoreError):
    """The database refuses these very values, and would refuse them again. `kind`: its name for that, without any."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the database refuses what was to be stored ({kind})")
        self.kind = kind


class ReviewError(MailbotError):
    """An organiser's decision can't be carried out as it stands. `reasons`: short machine words, or plain text."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons
