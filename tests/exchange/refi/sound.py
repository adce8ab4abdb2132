"""A small sound project as the specification has it, written by hand as another tool would, to be damaged at will."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

TEXT = "11111111-0000-4000-8000-000000000001"
NOTE = "11111111-0000-4000-8000-000000000002"
ROOT = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Wells" origin="Another tool 9">
  <Users>
    <User guid="22222222-0000-4000-8000-000000000001" name="Ada"/>
    <User guid="22222222-0000-4000-8000-000000000002" name="Ben"/>
  </Users>
  <CodeBook>
    <Codes>
      <Code guid="{{33333333-0000-4000-8000-00000000000A}}" name="Water" isCodable="false">
        <Code guid="33333333-0000-4000-8000-000000000002" name="Thirst" isCodable="true" color="#FF0000"/>
      </Code>
    </Codes>
  </CodeBook>
  <Sources>
    <TextSource guid="{TEXT}" name="Well" plainTextPath="internal://{TEXT}.txt">
      <PlainTextSelection guid="44444444-0000-4000-8000-000000000001" name="is dry" startPosition="11" endPosition="17">
        <Coding guid="55555555-0000-4000-8000-000000000001" creatingUser="22222222-0000-4000-8000-000000000001">
          <CodeRef targetGUID="33333333-0000-4000-8000-000000000002"/>
        </Coding>
        <NoteRef targetGUID="{NOTE}"/>
      </PlainTextSelection>
    </TextSource>
  </Sources>
  <Notes>
    <Note guid="{NOTE}" name="Ask" plainTextPath="internal://{NOTE}.txt" creationDateTime="2026-11-22T00:00:00Z"/>
  </Notes>
</Project>
"""
FILES = {
    "project.qde": ROOT.encode(),
    f"sources/{TEXT}.txt": "The 😱 well is dry.\nIt was full.\n".encode(),
    f"sources/{NOTE}.txt": b"Who dug it?\n",
}


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as the bytes of a ZIP."""
    held = BytesIO()
    with ZipFile(held, "w") as file:
        for name, data in files.items():
            file.writestr(name, data)
    return held.getvalue()


def damaged(name: str, old: str | bytes, new: str | bytes) -> dict[str, bytes]:
    """The files with one thing changed in one of them, which has to be there once."""
    old, new = (words.encode() if isinstance(words, str) else words for words in (old, new))
    assert FILES[name].count(old) == 1, old
    return {**FILES, name: FILES[name].replace(old, new)}
