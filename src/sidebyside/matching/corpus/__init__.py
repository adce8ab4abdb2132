"""Many texts at once: what is made of each depends on it alone, and what is made of all on no order of arrival."""
