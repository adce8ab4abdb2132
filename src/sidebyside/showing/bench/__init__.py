"""The bench: the sources side by side, a list to work through and a pen that decides; in a page, without the pen."""
