"""mailbot takes registrations by e-mail: it reads, books, and answers in the same thread."""

from importlib.metadata import version

__version__ = version("mailbot")
