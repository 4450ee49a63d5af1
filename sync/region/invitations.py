"""Invitations: the region gives out a code, and the school that shows it is registered, once."""

import os
from collections.abc import Callable
from typing import Final

from sqlalchemy import Engine, delete, insert, select, update

from scuola_digitale.format.letters import draw_letters, shown_letters
from scuola_digitale.format.signing import id_of
from sync.region import tables
from sync.region.database import writing
from sync.region.store import add_school
from sync.registration import CODE_LENGTH, CodeRefusedError, Registration, code_hash

GOOD_FOR_MS: Final = 72 * 3_600_000


def invite(engine: Engine, *, now_ms: int, random: Callable[[int], bytes] = os.urandom) -> str:
    """A new code, 80 bits, good for 72 hours; only its hash is kept, so it is told now or never.

    Args:
        engine: the region's database.
        now_ms: when.
        random: so many random bytes.
    """
    code = draw_letters(CODE_LENGTH, random)
    columns = tables.invitation.c
    with writing(engine).begin() as connection:
        # Those that nobody used in time are of no use to anybody.
        connection.execute(
            delete(tables.invitation).where(columns.until_ms < now_ms, columns.pseudonym.is_(None))
        )
        connection.execute(
            insert(tables.invitation), {"code_hash": code_hash(code), "until_ms": now_ms + GOOD_FOR_MS}
        )
    return shown_letters(code)


def accept(engine: Engine, registration: Registration, *, now_ms: int) -> str:
    """Registers the school that shows a good code; gives its pseudonym. The same school again changes nothing.

    Raises:
        CodeRefusedError: the code is wrong, too old, or another school used it.
    """
    pseudonym = id_of(registration.root_key).hex()
    columns = tables.invitation.c
    mine = columns.code_hash == code_hash(registration.code)
    with writing(engine).begin() as connection:
        # Spent before the school is made: two that ask at once cannot both have it.
        connection.execute(
            update(tables.invitation)
            .where(mine, columns.until_ms >= now_ms, columns.pseudonym.is_(None))
            .values(pseudonym=pseudonym)
        )
        owner = connection.execute(select(columns.pseudonym).where(mine)).scalar_one_or_none()
    if owner != pseudonym:
        raise CodeRefusedError
    add_school(engine, pseudonym, registration.root_key, now_ms=now_ms)
    return pseudonym
