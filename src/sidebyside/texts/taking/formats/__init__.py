"""One file a format: bytes in, what is taken out. All but plain text run in a process of their own."""
