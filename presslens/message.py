"""What a user is told, as an English message and the values to fill in, so that a page can say it in its reader's language."""

from __future__ import annotations


class Message:
    """A sentence that tells what happened and what to do; a value may be a message of its own.

    >>> str(Message("The table {table} is missing.", table="facts"))
    'The table facts is missing.'
    """

    __slots__ = ("english", "values")

    def __init__(self, english: str, /, **values: object) -> None:
        self.english, self.values = english, values

    def __str__(self) -> str:
        """Say it in English."""
        return self.english.format(**self.values)


class MessageError(Exception):
    """What cannot be done, said in a message.

    >>> str(MessageError("{name} is empty.", name="a.txt"))
    'a.txt is empty.'
    """

    def __init__(self, english: str, /, **values: object) -> None:
        """Keep the message apart from the error, which holds on to all that was at hand where it was raised."""
        super().__init__(english)
        self.message = Message(english, **values)

    def __str__(self) -> str:
        """Say it in English."""
        return str(self.message)
