"""What is shown, decided without Qt."""
