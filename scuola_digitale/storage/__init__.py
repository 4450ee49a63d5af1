"""What is kept on disk, through SQLite."""
