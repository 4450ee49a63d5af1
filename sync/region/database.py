"""The region's database: SQLite in a file, or PostgreSQL; its tables brought up to date at start."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from scuola_digitale.errors import ScuolaError

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_BUSY_MS: Final = 10_000
_MIGRATING: Final = -1
"""The number of the lock under which tables are brought up to date; those of schools are above 0."""

_KEPT_OPEN, _MORE_OPEN = 8, 40
"""Connections to PostgreSQL: as many as requests are served at once, so that none waits for another's."""


class DatabaseUnusableError(ScuolaError):
    """The database that was named cannot be opened."""

    def __init__(self, database_url: str) -> None:
        super().__init__(
            f"Il database «{database_url}» non si apre.",
            remedy="Controlla che esista e che si possa scrivere; l'indirizzo è come sqlite:///regione.db "
            "oppure postgresql+psycopg://utente@server/regione.",
        )


def open_database(database_url: str) -> Engine:
    """Opens the database and brings its tables up to date.

    Raises:
        DatabaseUnusableError: the address is wrong, or nobody answers there.
    """
    try:
        shown = make_url(database_url).render_as_string(hide_password=True)
    except ArgumentError as error:
        raise DatabaseUnusableError(database_url) from error
    try:
        is_far = make_url(database_url).get_backend_name() != "sqlite"
        more = {"pool_size": _KEPT_OPEN, "max_overflow": _MORE_OPEN} if is_far else {}
        engine = create_engine(database_url, pool_pre_ping=is_far, **more)
        if engine.dialect.name == "sqlite":
            _make_durable(engine)
        else:
            _make_far_durable(engine)
        _migrate(engine)
    except (DatabaseError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseUnusableError(shown) from error
    return engine


def writing(engine: Engine) -> Engine:
    """The same database, for transactions that will write: SQLite takes the write lock at their start.

    A transaction that reads first and writes later could otherwise be refused in its middle.
    """
    return engine.execution_options(writes=True)


def wipe(engine: Engine) -> None:
    """After an erasure: leaves no older bytes beside the tables.

    SQLite's write-ahead log is emptied (if somebody reads just now, the next checkpoint does it); PostgreSQL is
    asked to take away the dead rows.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")  # `begin` above opened one, and none may be open
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in ("fact", "person", "inbox"):
                connection.exec_driver_sql(f"VACUUM {table}")


def _make_durable(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(raw: Any, _record: object) -> None:
        raw.isolation_level = None  # transactions are begun below, not by the driver's guess
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")  # acknowledged means on the disk
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA secure_delete=ON")  # what was erased is overwritten, not only forgotten
        raw.execute(f"PRAGMA busy_timeout={_BUSY_MS}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        if writes:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            # Past SQLAlchemy, which takes longer over this word than SQLite; it waits for nothing, so it cannot fail.
            connection.connection.cursor().execute("BEGIN")


def _make_far_durable(engine: Engine) -> None:
    """Whatever the server's own settings are: acknowledged means on the disk, and each statement sees what was committed."""

    @event.listens_for(engine, "connect")
    def connect(raw: Any, _record: object) -> None:
        raw.execute("SET synchronous_commit TO on")
        raw.execute("SET default_transaction_isolation TO 'read committed'")
        raw.commit()


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            # Two regions, or a region and its workers, may be opened at the same moment.
            connection.execute(select(func.pg_advisory_xact_lock(_MIGRATING)))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
