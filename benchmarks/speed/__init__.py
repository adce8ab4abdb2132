"""How fast the machine is and how much memory it takes: one command, every figure beside its bound.

    python -m benchmarks.speed [--words N] [--rounds N] [--long N]              reading and proposing
    python -m benchmarks.speed peers [--rounds N] [--texts N] [--statements N]  beside what one would pick instead
    python -m benchmarks.speed growth [--sizes N ...] [--keep FOLDER]           each stage at several sizes

What is compared is compared in one run, in turn, the median of all rounds counting; each side has its default threads.
"""
