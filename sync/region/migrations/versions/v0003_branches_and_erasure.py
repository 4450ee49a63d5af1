"""Branches of forked streams, revoked keys, and the persons of whom only hashes are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the columns and the table."""
    op.add_column("stream", sa.Column("parent", sa.Integer, nullable=False, server_default="0"))
    op.add_column("stream", sa.Column("after", sa.Integer, nullable=False, server_default="0"))
    op.add_column("certificate", sa.Column("revoked", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "erasure",
        sa.Column("school", sa.Integer, sa.ForeignKey("school.number"), nullable=False),
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("school", "person"),
    )
