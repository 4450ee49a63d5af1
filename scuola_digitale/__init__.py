"""The heart of Scuola Digitale: its words, its rules and its memory. No Qt, no network."""
