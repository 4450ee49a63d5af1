"""The scopes that a certificate gives a device: who may ask for what."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the column; the certificates known so far limit nothing."""
    op.add_column("certificate", sa.Column("scopes", sa.Text, nullable=False, server_default=""))
