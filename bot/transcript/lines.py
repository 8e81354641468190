"""Plain text with a speaker at the start of a line: 'Leraar: …', 'O: …', '**Juf Anna** (zucht): …'."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.transcript.model import Draft, Said, Speaker
from bot.transcript.speakers import header_of, looks_like_speaker, plain, speaker_of, words

SILENCE = "(stilte)"
"""What a parent says whose line is empty."""

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_STAMP = re.compile(rf"[\[<]\s*{_CLOCK}(?:\s*(?:-->|-|–)\s*{_CLOCK})?\s*[\]>]|^\s*\({_CLOCK}\)")
_STAMP_LINE = re.compile(rf"^{_CLOCK}\s*-->\s*{_CLOCK}$")
_LOOSE_STAMP = re.compile(rf"^{_CLOCK}\s+(?=\D)")
_RULE = re.compile(r"^[-=_*~#\s]{3,}$")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|p|br|span)\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"^(?:>\s*)*(?:[-•–]\s+|\*\s+|\d{1,3}[.)]\s+)?")
_BOLD_NAME = re.compile(r"^[*_]{1,3}([^*_:：]{1,40}?)[*_]{0,3}(\s*\([^)]*\))?\s*([:：])\s*[*_]{0,3}\s*")
_LINE = re.compile(
    r"^(?P<name>[^\W\d_][\w.'’‘ /-]{0,39}?)\s*(?P<aside>[(\[][^)\]]*[)\]])?\s*(?:[:：]|\t+)\s*(?P<text>.*)$"
)
_ENDED = re.compile(r"[:：\t]")
_HEADING = re.compile(r"^#{1,6}\s+\S")
_ASIDE = re.compile(r"^[(\[][^()\[\]]*[)\]][.!]?$|^\*[^*]+\*$")


def read_lines(text: str, draft: Draft, first: int = 1) -> None:
    """Read lines into the draft; `first` is the number of the first line."""
    reader = _Reader(draft)
    for number, line in enumerate(text.split("\n"), first):
        reader.take(number, line)
    reader.close()


class _Reader:
    """Reads line after line; after somebody unknown, lines are theirs until a known speaker follows."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.pending: Said | None = None
        self.lost = False

    def take(self, number: int, raw: str) -> None:
        line = _cleaned(raw)
        if not line or _RULE.match(line) or _STAMP_LINE.match(line):
            return
        found = _LINE.match(line)
        if self._alone(number, line) or (found and self._named(number, line, found)):
            return
        self._more(number, line)

    def close(self) -> None:
        """Put what is being said among the turns; an empty line of the parent is a silence."""
        said, self.pending = self.pending, None
        if said is None:
            return
        if not said.text:
            key = "onduidelijk_stil" if said.speaker == "ouder" else "onduidelijk_leeg"
            self.draft.puzzle(said.line, f"{said.speaker.capitalize()}:", key)
            if said.speaker == "leraar":
                return
        self.draft.turns.append(Said(said.speaker, said.text or SILENCE, said.line))

    def _begin(self, number: int, speaker: Speaker, text: str) -> None:
        self.close()
        self.lost = False
        first, *others = _inner(text)
        self.pending = Said(speaker, first.strip(), number)
        for name, said in zip(others[::2], others[1::2], strict=True):
            self.close()
            self.pending = Said(speaker_of(name) or speaker, said.strip(), number)

    def _alone(self, number: int, line: str) -> bool:
        """Take a line that is only a speaker, with the words on the next lines."""
        name = line.strip("*_ ")
        could = len(plain(name)) > 2 and name[0].isupper() and name[-1].isalnum() and not _ENDED.search(name)
        speaker = speaker_of(name) if could else None
        if speaker:
            self._begin(number, speaker, "")
        return speaker is not None

    def _named(self, number: int, line: str, found: re.Match[str]) -> bool:
        name, text = found["name"].strip(), found["text"].strip()
        key, speaker = header_of(name), speaker_of(name)
        if speaker:
            self._begin(number, speaker, _with_aside(found["aside"], text))
        elif key:
            self._head(number, line, key, text)
        elif looks_like_speaker(name):
            self.close()
            self.lost = True
            self.draft.puzzle(number, line, "onduidelijk_spreker", spreker=name)
        else:
            return False
        return True

    def _head(self, number: int, line: str, key: str, value: str) -> None:
        if key == "beurten" and not value:
            return
        if self.pending or self.draft.turns:
            self.draft.puzzle(number, line, "onduidelijk_kop", sleutel=key)
        elif key in self.draft.head:
            self.draft.puzzle(number, line, "onduidelijk_dubbel", sleutel=key)
        else:
            self.draft.head[key] = value

    def _more(self, number: int, line: str) -> None:
        said = self.pending
        if self.lost or said is None:
            self.draft.puzzle(number, line, "onduidelijk_wie")
        elif _HEADING.match(line):
            self.draft.puzzle(number, line, "onduidelijk_titel")
        elif _ASIDE.match(line) and said.speaker == "leraar":
            self.draft.puzzle(number, line, "onduidelijk_aanwijzing")
        else:
            self.pending = Said(said.speaker, f"{said.text} {line}".strip(), said.line)


def _cleaned(raw: str) -> str:
    """Take off markup, bullets and times; keep tabs inside, which may stand between name and words."""
    line = _BULLET.sub("", _STAMP.sub("", _TAG.sub("", raw.strip(" "))).strip()).strip()
    loose = _LOOSE_STAMP.sub("", line)
    if loose != line and (found := _LINE.match(loose)) and speaker_of(found["name"]):
        line = loose
    return _BOLD_NAME.sub(lambda m: f"{m[1].strip()}{m[2] or ''}{m[3]} ", line).strip()


def _with_aside(aside: str | None, text: str) -> str:
    """Keep what the speaker does, 'Ouder (zucht):'; a name or role in brackets is no part of the words."""
    inner = (aside or "").strip("()[] ")
    if not inner or not inner[0].islower() or speaker_of(inner):
        return text
    return f"({inner}) {text}".strip()


@lru_cache(maxsize=1)
def _inside() -> re.Pattern[str]:
    names = [t for names in words().speakers.values() for t in names.titles if len(t) > 2]
    listed = "|".join(re.escape(name.capitalize()) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<=[.!?…\"”)])\s+({listed}):\s")


def _inner(text: str) -> list[str]:
    """Split a line in which a second speaker follows the first: words, then name and words by turns."""
    return _inside().split(text)
