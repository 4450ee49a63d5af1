"""A school's own packs: sealed with its key, trusted for a teacher's fact, carried by who cannot read them."""
