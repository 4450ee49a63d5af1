"""Small numbers for persons and subjects, so that a fact of 90 bytes takes 35."""

from collections.abc import Iterable

from scuola_digitale.storage.connection import Connection

Name = bytes | str


class Names:
    """Every person id and subject ever met, each with its number in this database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.number: dict[Name | None, int | None] = {None: None}
        self.value: dict[int | None, Name | None] = {None: None}
        self._last = 0

    def refresh(self) -> None:
        """Reads what others added."""
        new = self._connection.execute("SELECT number, value FROM name WHERE number > ?", (self._last,))
        self._remember(new.fetchall())

    def forget(self) -> None:
        """After a rollback: numbers given inside it are void."""
        self.number, self.value, self._last = {None: None}, {None: None}, 0

    def add(self, values: Iterable[Name | None]) -> None:
        """Gives numbers to those that have none yet."""
        new = [one for one in dict.fromkeys(values) if one is not None and one not in self.number]
        if not new:
            return
        rows = list(enumerate(new, start=self._last + 1))
        self._connection.executemany("INSERT INTO name VALUES (?, ?)", rows)
        self._remember(rows)

    def _remember(self, rows: Iterable[tuple[int, Name]]) -> None:
        for number, value in rows:
            self.number[value] = number
            self.value[number] = value
            self._last = max(self._last, number)
