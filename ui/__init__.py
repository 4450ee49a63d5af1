"""What people meet: window and command line."""
