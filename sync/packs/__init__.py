"""Getting packs: what is new, whom to trust, downloading what is missing, carrying it on a stick."""
