"""What is taught: reader, checker, packs, library and search."""
