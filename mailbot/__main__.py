"""`python -m mailbot` does what the `mailbot` command does."""

from mailbot.cli import main

if __name__ == "__main__":
    main()
