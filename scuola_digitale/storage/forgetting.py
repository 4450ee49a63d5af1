"""What was erased, as the projections have it, and what an erasure leaves of them."""

from collections.abc import Iterable

from scuola_digitale.format.gone import Gone, latest
from scuola_digitale.storage.connection import Connection
from scuola_digitale.storage.names import Names


def drop_effects(connection: Connection, names: Names, gone: Gone, places: Iterable[tuple[int, int]]) -> None:
    """After `FactLog.erase`: leaves nothing of what is gone in the projections.

    Args:
        connection: to the database.
        names: the numbers of persons in it.
        gone: what was erased.
        places: where it stood, as `FactLog.erase` gives them.
    """
    for person in gone.persons:
        number = names.number.get(person)
        connection.execute("DELETE FROM act WHERE person = ?", (number,))
        connection.execute("DELETE FROM packed_act WHERE person = ?", (number,))
        connection.execute("DELETE FROM saying WHERE key = ? AND thing != 'erasure'", (person,))
    connection.executemany(
        "DELETE FROM saying WHERE thing IN ('photo', 'photo sent') AND key = ? AND hlc_ms <= ?",
        list(gone.photos.items()),
    )
    connection.executemany("DELETE FROM quarantine WHERE stream = ? AND seq = ?", places)


def gone_in(connection: Connection) -> Gone:
    """Who was erased, and whose photos, as the projections have it."""
    said = connection.execute(
        "SELECT thing, key, field FROM saying WHERE thing IN ('erasure', 'photo erasure')"
    ).fetchall()
    return Gone(
        frozenset(key for thing, key, _ in said if thing == "erasure"),
        latest([(key, int(field)) for thing, key, field in said if thing == "photo erasure"]),
    )
