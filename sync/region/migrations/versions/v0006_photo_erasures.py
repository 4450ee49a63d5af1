"""The photos of which only hashes are kept: of each person up to a time."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "photo_erasure",
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.Column("until_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("school", "person", "until_ms"),
    )
