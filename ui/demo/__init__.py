"""The demo school and the pictures of the window."""
