"""The first tables: schools, their devices and certificates, streams of facts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "school",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("pseudonym", sa.String(32), nullable=False, unique=True),
        sa.Column("root_key", sa.LargeBinary(32), nullable=False),
        sa.Column("registered_ms", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "device",
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("device", sa.LargeBinary(16), nullable=False),
        sa.Column("nonce", sa.LargeBinary(16), nullable=False),
        sa.Column("asked_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("school", "device"),
    )
    op.create_table(
        "certificate",
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("subject", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("serial", sa.BigInteger, nullable=False),
        sa.Column("not_before_ms", sa.BigInteger, nullable=False),
        sa.Column("not_after_ms", sa.BigInteger, nullable=False),
        sa.Column("signing_key", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("school", "subject"),
    )
    _make_streams()


def _make_streams() -> None:
    op.create_table(
        "stream",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("device", sa.LargeBinary(16), nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("scope", sa.String(80), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("chain", sa.LargeBinary(16), nullable=False),
        sa.UniqueConstraint("school", "device", "epoch", "scope"),
    )
    op.create_table(
        "person",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("stream", sa.Integer, sa.ForeignKey("stream.number"), nullable=False),
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.UniqueConstraint("stream", "person"),
    )
    op.create_table(
        "fact",
        sa.Column("stream", sa.Integer, sa.ForeignKey("stream.number"), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Integer, nullable=True),
        sa.Column("hlc_ms", sa.BigInteger, nullable=False),
        sa.Column("person", sa.Integer, sa.ForeignKey("person.number"), nullable=True),
        sa.Column("subject", sa.LargeBinary, nullable=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("stream", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "head",
        sa.Column("stream", sa.Integer, sa.ForeignKey("stream.number"), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("chain", sa.LargeBinary(16), nullable=False),
        sa.Column("signature", sa.LargeBinary(64), nullable=False),
        sa.PrimaryKeyConstraint("stream", "seq"),
        sqlite_with_rowid=False,
    )
