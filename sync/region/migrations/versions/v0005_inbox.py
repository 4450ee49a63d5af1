"""The inbox: what was taken in and waits to be spread over the table of facts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "inbox",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            primary_key=True,
        ),
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("stream", sa.Integer, sa.ForeignKey("stream.number"), nullable=False),
        sa.Column("first_seq", sa.Integer, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("rows", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("stream", "first_seq"),
    )
