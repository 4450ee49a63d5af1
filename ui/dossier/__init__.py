"""What the school knows of one person, for the family who asks: data for programs and a page to read."""
