"""The one way to fail: a sentence for people and the remedy beside it.

Two families only. `ScuolaError` is shown as it stands, in the window and on the command line; any other
exception is a bug, is logged with its trace and reported as such.
"""


class ScuolaError(Exception):
    """Something went wrong that a person can understand and mend.

    Attributes:
        message: what happened, one Italian sentence.
        remedy: what to do now, one Italian sentence.
    """

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"
