"""What the rules know of words: which are opposed, which exclude each other, which say the same, which deny."""
