"""From a pack's source folder to files named by their fingerprint, and back without believing any of them."""
