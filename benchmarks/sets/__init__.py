"""One module a data set: `measured(rows)` gives the figures and, in words, the cases that are still wrong."""
