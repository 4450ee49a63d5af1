"""Invitations: a school registers itself with a code that is good once."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("until_ms", sa.BigInteger, nullable=False),
        sa.Column("pseudonym", sa.String(32), nullable=True),
    )
