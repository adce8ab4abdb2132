"""What stands above the words: for each voice a track that leads from who speaks over the cue to what is said.

An arrow to another line runs out at the edge of its own and comes in at the edge of the other, as the text does; the
lines between stay free. A voice within what another says lies beneath it, nearer to the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sidebyside.showing.drawing.lines import Format, Line, Point, Run, runs
from sidebyside.showing.drawing.marks import Voice
from sidebyside.showing.drawing.signs import Label, label, short

LEVEL = 27.0  # from one track to the next above it
LOWEST = 17.0  # of the lowest track, above the tops of the words
FOOT = 4.0  # where tracks touch down, likewise
INNER = 8.0  # how far the inner of two arcs on the same side of a cue lies beneath the outer
ROUND = 6.0  # of corners
APART = 5.0  # left free at both ends of a track


@dataclass(frozen=True)
class Track:
    """A voice on its lines; `level` 0 is next to the words. The label stands at a point, over the track."""

    speakers: tuple[tuple[Run, ...], ...]
    cue: Run | None
    said: tuple[tuple[Run, ...], ...]
    label: Label
    at: Point
    level: int = 0

    @property
    def runs(self) -> list[Run]:
        """All words that it touches."""
        return [*([self.cue] if self.cue else []), *(run for runs in self.speakers + self.said for run in runs)]

    def span(self, form: Format) -> tuple[float, float]:
        """Where it begins and ends, were all lines one; its label is a part of it."""
        begins = [run.line * form.width + run.left for run in self.runs]
        ends = [run.line * form.width + run.right for run in self.runs]
        told = self.at[0] * form.width + self.at[1]
        return min(*begins, told) - APART, max(*ends, told + self.label.width) + APART

    @property
    def hub(self) -> Point | None:
        """Where its arrows meet: the middle of the cue, or of the speaker where there is no cue."""
        run = self.cue or (self.speakers[-1][-1] if self.speakers else None)
        return (run.line, run.middle) if run else None


def tracks(voices: Sequence[Voice], lines: Sequence[Line], form: Format) -> list[Track]:
    """The tracks of those voices whose words have a place here, each above all that it overlaps and is longer than."""
    found = [track for voice in voices if (track := track_of(voice, lines, form))]
    spans = sorted(((track.span(form), track) for track in found), key=lambda pair: pair[0][1] - pair[0][0])
    placed: list[tuple[float, float, Track]] = []
    for (start, end), track in spans:
        below = [other.level for first, last, other in placed if first < end and start < last]
        placed.append((start, end, replace(track, level=max(below, default=-1) + 1)))
    return [track for _, _, track in placed]


def track_of(voice: Voice, lines: Sequence[Line], form: Format) -> Track | None:
    """The track of one voice, or None where none of its words has a place in these lines."""
    speakers, said = (
        tuple(tuple(found) for place in places if (found := runs(lines, place)))
        for places in (voice.speakers, voice.said)
    )
    cue = next(iter(runs(lines, voice.cue)), None) if voice.cue else None
    first = cue or next((run for found in speakers + said for run in found), None)
    if first is None:
        return None
    told = label(voice.who, voice.how)
    beside = [run.left for found in speakers for run in found if run.line == first.line and run.left < first.left]
    x = max(0.0, min(min(beside, default=first.left), form.width - told.width))
    return Track(speakers, cue, said, told, (first.line, x))


@dataclass(frozen=True)
class Heights:
    """Where a track lies on each of its lines, and where it touches down there."""

    track: dict[int, float]
    foot: dict[int, float]

    def lower(self, by: float) -> Heights:
        """The same, nearer to the words."""
        return Heights({line: y + by for line, y in self.track.items()}, self.foot)


def strokes(track: Track, heights: Heights, form: Format) -> Iterator[tuple[str, str]]:
    """(sign, path) for everything that a track draws."""
    for run in (run for found in track.speakers for run in found):
        yield "who", f"M{short(run.left)} {short(heights.foot[run.line] + 2)}H{short(run.right)}"
    if track.cue:
        yield "cue", f"M{short(track.cue.left)} {short(heights.foot[track.cue.line] + 2)}H{short(track.cue.right)}"
    for found in track.said:
        for run in found:
            y = short(heights.track[run.line])
            ticks = f"M{short(run.left)} {y}v7" * run.first + f"M{short(run.right)} {y}v7" * run.last
            yield "said", f"M{short(run.left)} {y}H{short(run.right)}{ticks}"
    hub = track.hub
    if hub is None:
        return
    nearest = [found[0] if (found[0].line, found[0].left) > hub else found[-1] for found in track.speakers]
    comes = [(run.line, run.middle) for run in nearest] if track.cue else []
    goes = [end for found in track.said if (end := facing(found, hub))]
    for start in comes:
        # On one side of the cue both: the arrow from the speaker lies inside, and neither crosses the other.
        inside = any((end < hub) == (start < hub) for end in goes)
        down = INNER if inside else 0
        stop = (hub[0], hub[1] + (3 if start > hub else -3))
        yield from route(start, stop, heights.lower(down), form, lands=True)
    for end in goes:
        same = any((end < hub) == (start < hub) for start in comes)
        out = 3 if (end > hub) != same else -3
        yield from route((hub[0], hub[1] + out), end, heights, form, lands=False)


def facing(said: Sequence[Run], hub: Point) -> Point | None:
    """The end of what is said that faces the cue; None where the cue stands within it."""
    start, end = (said[0].line, said[0].left), (said[-1].line, said[-1].right)
    return start if start > hub else end if end < hub else None


def route(start: Point, end: Point, heights: Heights, form: Format, lands: bool) -> Iterator[tuple[str, str]]:
    """An arrow that leaves the words at a point; it comes down to them at its end (`lands`), or meets what is said."""
    (leaves, x), (comes, to) = start, end
    step = 1 if end > start else -1
    out, into = (form.width, 0.0) if step > 0 else (0.0, form.width)  # the edges by which it leaves and comes in
    y, foot = heights.track[leaves], heights.foot[leaves]
    turn = min(ROUND, abs(to - x) / 2) if leaves == comes else ROUND
    path = f"M{short(x)} {short(foot)}V{short(y + turn)}q0 {short(-turn)} {short(turn * step)} {short(-turn)}"
    if leaves != comes:
        y, foot = heights.track[comes], heights.foot[comes]
        path += f"H{short(out)}M{short(into)} {short(y)}"
    if lands:
        bend = f"q{short(turn * step)} 0 {short(turn * step)} {short(turn)}"
        yield "arrow", f"{path}H{short(to - turn * step)}{bend}V{short(foot - 4)}"
        yield "head", f"M{short(to - 3)} {short(foot - 5)}h6l-3 6z"
    else:
        yield "arrow", f"{path}H{short(to - 6 * step)}"
        yield "head", f"M{short(to - 7 * step)} {short(y - 3.5)}v7l{7 * step} -3.5z"
