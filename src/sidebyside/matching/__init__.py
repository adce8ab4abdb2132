"""Which statements speak to the same point, and what relation between them is proposed."""
