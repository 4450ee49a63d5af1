"""Qt lays out, listens and tells; it decides nothing here."""
