"""The hub: a laptop that answers the other laptops of its school on the local network."""
