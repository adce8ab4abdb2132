"""The points in sentences: how the verdicts fall, on what they rest, where the sources part."""

from __future__ import annotations

from sidebyside.record import SILENCES, Comparison
from sidebyside.record.pairs import ENOUGH
from sidebyside.showing.markup import Html
from sidebyside.showing.prose import say
from sidebyside.showing.wording import UNDECIDED, are, count, listed, none_or, speakers, was

PARTED = ("conflict", "certainty", "detail", "framing")


def verdicts(work: Comparison) -> Html:
    """How the verdicts fall."""
    found = work.points.verdict.value_counts()
    if found.empty:
        return say(work, f"{UNDECIDED} Whether the sources agree or conflict, nobody has said.")
    only, within = int(found.get("only", 0)), int(found.get("internal", 0))
    alone = "by one source alone" if len(work.keys) == 2 else "by some of the sources while the others are silent"
    told = f"Of **{count(len(work.points), 'point')}**, {none_or(only)} {are(only)} raised {alone}."
    if only + within < len(work.points):
        differ = sum(int(found.get(verdict, 0)) for verdict in ("certainty", "detail", "framing"))
        agree, conflict = (none_or(int(found.get(verdict, 0))) for verdict in ("agree", "conflict"))
        told += f" Where {speakers(len(work.keys))} speak, they agree on {agree}, conflict on {conflict}, "
        told += f"and differ on {none_or(differ)} in certainty, detail or framing."
    if within:
        told += f" {count(within, 'point')} set{'s' if within == 1 else ''} a source against itself."
    return say(work, told)


def evidence(work: Comparison) -> Html:
    """On how many quotes the points rest, and what is left."""
    quotes = int((work.evidence.role == "evidence").sum())
    left, total = int((work.coverage.status == "open").sum()), count(len(work.coverage), "body passage")
    if not quotes:
        return say(work, f"None of {total} has been taken up by a point yet.")
    told = f"The points rest on {count(quotes, 'quote')}, each found again in its file."
    return say(work, f"{told} Of {total}, {none_or(left)} {are(left)} left without a point or a reason.")


def silences(work: Comparison) -> Html:
    """Why one source may not speak where another does."""
    points = [point for point in work.coded.points if point.verdict == "only"]
    if not points:
        return say(work, UNDECIDED if work.points.empty else "There is no point on which only one side speaks.")
    silent = [position.silent_because for point in points for position in point.positions.values() if position.silent]
    why = [f"{shown} in {silent.count(key)}" for key, shown in SILENCES.items() if key in silent]
    cases = "" if len(silent) == len(points) else f" ({count(len(silent), 'silence')} in all)"
    told = f"On {count(len(points), 'point')} not all of the sources speak{cases}."
    return say(work, f"{told} Why the silent may be silent, as coded: {listed(why)}." if why else told)


def themes_parted(work: Comparison) -> Html:
    """Over which themes the sources part most often."""
    if work.points.empty:
        return say(work, UNDECIDED)
    parted = work.points[work.points.verdict.isin(PARTED)].theme.value_counts(sort=False).nlargest(3)
    most = [f"{work.theme_name(theme)} ({count(number, 'point')})" for theme, number in parted.items()]
    return say(work, f"They part most often over: {'; '.join(most)}." if most else "On no point do they part.")


def standing(work: Comparison) -> Html:
    """On how many points the sources differ in certainty alone."""
    number = int((work.points.verdict == "certainty").sum())
    if not number:
        return say(work, UNDECIDED if work.points.empty else "On no point do the sources differ in certainty alone.")
    return say(work, f"On {count(number, 'point')} the sources differ in certainty alone.")


def decided(work: Comparison) -> Html:
    """What has been decided, what is a draft, and what came from the machine."""
    points = work.coded.points
    if not points:
        return say(work, "Nothing is decided yet: the bench is the place to begin.")
    drafts = sum(point.draft for point in points)
    taken = sum(point.proposed is not None for point in points)
    told = f"{count(len(points), 'point')} {are(len(points))} decided"
    if drafts:
        told += f", {drafts} of them {'a draft' if drafts == 1 else 'drafts'} that no one has gone over yet"
    told += f"; {count(taken, 'proposal')} of the machine {was(taken)} taken up."
    many = sum(len(point.speaking) >= ENOUGH for point in points)
    if many:
        apart = sum(bool(point.pairs) for point in points)
        told += (
            f" Of {count(many, 'point')} on which three or more speak, {none_or(apart)} {are(apart)} told pair by pair."
        )
    return say(work, told)
