"""The regional server, the other end of the same conversation."""
