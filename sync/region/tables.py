"""The region's tables: pseudonyms, chained facts as they were hashed, and nothing that names a pupil.

`migrations/` makes them; a change here is a new migration there, and a test holds the two together.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

school = Table(
    "school",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("pseudonym", String(32), nullable=False, unique=True),
    Column("root_key", LargeBinary(32), nullable=False),
    Column("registered_ms", BigInteger, nullable=False),
)

invitation = Table(
    "invitation",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("until_ms", BigInteger, nullable=False),
    Column("pseudonym", String(32), nullable=True),
)
"""Codes by which a school registers itself: their hashes, and the school that used each."""

device = Table(
    "device",
    metadata,
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("device", LargeBinary(16), nullable=False),
    Column("nonce", LargeBinary(16), nullable=False),
    Column("asked_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("school", "device"),
)
"""Who may ask: the nonce is the one that is due, so a request heard twice is refused the second time."""

certificate = Table(
    "certificate",
    metadata,
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("subject", LargeBinary(16), nullable=False),
    Column("role", String(16), nullable=False),
    Column("serial", BigInteger, nullable=False),
    Column("not_before_ms", BigInteger, nullable=False),
    Column("not_after_ms", BigInteger, nullable=False),
    Column("signing_key", LargeBinary(32), nullable=False),
    Column("revoked", Integer, nullable=False, server_default="0"),
    Column("scopes", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("school", "subject"),
)
"""Whom the school's root admitted, the newest certificate of each, and whether it was revoked; learned from facts.

`scopes` are those of the certificate, a line each; it decides who may ask, `authority.py` what counts.
"""

stream = Table(
    "stream",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("device", LargeBinary(16), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("scope", String(80), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("chain", LargeBinary(16), nullable=False),
    Column("parent", Integer, nullable=False, server_default="0"),
    Column("after", Integer, nullable=False, server_default="0"),
    UniqueConstraint("school", "device", "epoch", "scope"),
)
"""A stream, or a branch of one that forked: its rows begin behind seq `after` of the row `parent`.

An epoch has 32 bits; above them stands which branch it is, 0 for the one that was held first (store.py).
"""

person = Table(
    "person",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("stream", Integer, ForeignKey("stream.number"), nullable=False),
    Column("person", LargeBinary(16), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    UniqueConstraint("stream", "person"),
)
"""A pseudonym within a stream, and the salt of its facts' hashes."""

fact = Table(
    "fact",
    metadata,
    Column("stream", Integer, ForeignKey("stream.number"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Integer, nullable=True),
    Column("hlc_ms", BigInteger, nullable=False),
    Column("person", Integer, ForeignKey("person.number"), nullable=True),
    Column("subject", LargeBinary, nullable=True),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("stream", "seq"),
    sqlite_with_rowid=False,
)
"""One fact as it was hashed, unknown kinds too; segments are cut from these rows, never kept.

An erased fact has no kind, and its 16-byte hash for a body. A subject is kept as bytes: PostgreSQL's texts hold
no NUL, and a fact must be handed on whatever it says.
"""

inbox = Table(
    "inbox",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("stream", Integer, ForeignKey("stream.number"), nullable=False),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("rows", LargeBinary, nullable=False),
    UniqueConstraint("stream", "first_seq"),
)
"""Rows that were acknowledged and wait to be spread over `fact` (inbox.py): each stands here or there, never in both."""

erasure = Table(
    "erasure",
    metadata,
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("person", LargeBinary(16), nullable=False),
    PrimaryKeyConstraint("school", "person"),
)
"""Pseudonyms of whom nothing but hashes is kept."""

photo_erasure = Table(
    "photo_erasure",
    metadata,
    Column("school", Integer, ForeignKey("school.number"), nullable=False),
    Column("person", LargeBinary(16), nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("school", "person", "until_ms"),
)
"""Of whose photos, up to which time, nothing but hashes is kept; the latest time of each counts."""

head = Table(
    "head",
    metadata,
    Column("stream", Integer, ForeignKey("stream.number"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("chain", LargeBinary(16), nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
    PrimaryKeyConstraint("stream", "seq"),
    sqlite_with_rowid=False,
)
"""Where a device signed its chain: a segment ends there."""
