"""Which care types and groups does a typed text find, and in which order? The rules are in docs/coverage.md, and are those of
pkg-template/look-ups/, in which a length is one of UTF-16 code units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Literal, TypeVar

from care_coverage.types import CareTypeGroup, CareTypeMappings, CareTypeSynonyms, CatalogHit, InternalCareType

_Named = TypeVar("_Named", InternalCareType, CareTypeGroup)

# Where a text of an entry is, its weight, and the quality of a text: the higher the better; 0: not.
_MATCHED: tuple[Literal["code", "label", "synonym", "group"], ...] = ("code", "label", "synonym", "group", "synonym")
_WEIGHTS = (9, 8, 5, 2, 1)
_CODE, _LABEL, _SYNONYM, _OF_GROUP, _SYNONYM_OF_GROUP = range(5)
_SCORES = (0, 10, 25, 45, 60, 75, 90)
_NEAR, _INFIX, _PREFIX, _WORD, _BEGINS, _WHOLE = range(1, 7)
_CODE_AS_WRITTEN = 100
_SPREAD = 5
_MOST_WORDS = 16
_LONGEST = 32
_LONGEST_TEXT = 0x0FFF

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
# What JavaScript's `trim` and `\s` take for white space.
_WHITE = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

_Placed = tuple["_Text", int]


@dataclass(slots=True)
class _Word:
    written: str
    singular: str


@dataclass(slots=True, eq=False)
class _Text:
    written: str
    folded: str
    words: list[int]


@dataclass(slots=True, frozen=True)
class _Found:
    score: int
    placed: _Placed
    others: int


@dataclass(slots=True)
class _Entry:
    kind: Literal["care_type", "care_type_group"]
    short_code: str
    label: str | None
    own: list[_Placed]
    groups: list[int]


class SearchIndex:
    def __init__(self, mappings: CareTypeMappings, documents: list[CareTypeSynonyms]) -> None:
        self._words: list[_Word] = []
        self._word_at: dict[str, int] = {}
        care_types = _by_code(mappings["internal_care_type_by_short_code"])
        groups = _by_code(mappings["care_type_group_by_short_code"])
        members = mappings["care_type_group_to_internal_care_types"]
        of_types: dict[str, list[_Text]] = {}
        of_groups: dict[str, list[_Text]] = {}
        for synonym in (synonym for document in documents for synonym in document["synonyms"]):
            texts = [self._text(term) for term in synonym["terms"]]
            for code in synonym.get("care_types", []):
                of_types.setdefault(code, []).extend(texts)
            for code in synonym.get("care_type_groups", []):
                of_groups.setdefault(code, []).extend(texts)
        self._of_groups: list[list[_Placed]] = []
        group_entries = []
        groups_of: dict[str, list[int]] = {care_type["short_code"]: [] for care_type in care_types}
        for position, group in enumerate(groups):
            own, synonyms = self._own(group), of_groups.get(group["short_code"], [])
            self._of_groups.append([*((text, _OF_GROUP) for text, _ in own), *_placed(_SYNONYM_OF_GROUP, synonyms)])
            group_entries.append(_Entry("care_type_group", group["short_code"], group.get("label"), [*own, *_placed(_SYNONYM, synonyms)], []))
            for member in members.get(str(group["id"]), []):
                groups_of[member["short_code"]].append(position)
        type_entries = [
            _Entry("care_type", code, care_type.get("label"), [*self._own(care_type), *_placed(_SYNONYM, of_types.get(code, []))], groups_of[code])
            for care_type in care_types
            for code in [care_type["short_code"]]
        ]
        self._entries = [*type_entries, *group_entries]

    def _own(self, named: InternalCareType | CareTypeGroup) -> list[_Placed]:
        code: _Placed = (self._text(named["short_code"]), _CODE)
        label = named.get("label")
        return [code, (self._text(label), _LABEL)] if label else [code]

    def _text(self, written: str) -> _Text:
        whole = _folded(written)
        return _Text(written, whole, [self._word(word) for word in whole.split(" ")])

    def _word(self, written: str) -> int:
        position = self._word_at.setdefault(written, len(self._words))
        if position == len(self._words):
            self._words.append(_Word(written, _singular(written)))
        return position

    def search(self, text: str, kind: str | None, limit: int) -> list[CatalogHit]:
        as_written = text.strip(_WHITE)
        look = _Look(self._words, self._of_groups, as_written)
        if look.folded == "":
            return []
        found: list[tuple[int, int, int, int, _Entry, _Found]] = []
        for position, entry in enumerate(self._entries):
            if kind is not None and entry.kind != kind:
                continue
            best = _Found(_CODE_AS_WRITTEN, entry.own[0], 0) if entry.short_code == as_written else look.at(entry)
            if best is not None:
                length = min(_length(best.placed[0].folded), _LONGEST_TEXT)
                found.append((-best.score, -best.others, length, position, entry, best))
        return [
            {
                "kind": entry.kind,
                "short_code": entry.short_code,
                "label": entry.label,
                "matched": _MATCHED[best.placed[1]],
                "term": best.placed[0].written,
                "score": best.score,
            }
            for *_, entry, best in sorted(found, key=lambda hit: hit[:4])[:limit]
        ]


class _Look:
    """One look through all entries."""

    def __init__(self, words: list[_Word], of_groups: list[list[_Placed]], as_written: str) -> None:
        self.folded = _folded(as_written)
        typed = [word for word in dict.fromkeys(self.folded.split(" ")) if word != ""][:_MOST_WORDS]
        long = [word for word in typed if _length(word) > 2]
        self.needed = long or typed
        self.others = [word for word in typed if _length(word) <= 2] if long else []
        self._of_words = [_qualities(words, word) for word in self.needed]
        self._of_groups = of_groups
        self._seen: dict[int, tuple[list[int], int]] = {}
        self._best_of_groups = [self._best(placed) for placed in of_groups]

    def at(self, entry: _Entry) -> _Found | None:
        best = reduce(lambda best, group: _better(best, self._best_of_groups[group]), entry.groups, self._best(entry.own))
        if best is not None:
            return best
        texts = [*entry.own, *(placed for group in entry.groups for placed in self._of_groups[group])]
        words = [self._best_of_word(texts, column) for column in range(len(self.needed))]
        found = [word for word in words if word is not None]
        if not found or len(found) < len(words):
            return None
        # Where no text has all words, but the texts together have: as well as the one that is found worst, at the place of the first.
        return _Found(min(word.score for word in found) - _SPREAD, found[0].placed, found[0].others)

    def _best(self, texts: Iterable[_Placed]) -> _Found | None:
        return reduce(lambda best, placed: _better(best, self._found(self._of(placed[0])[1], placed)), texts, None)

    def _best_of_word(self, texts: Iterable[_Placed], column: int) -> _Found | None:
        return reduce(lambda best, placed: _better(best, self._found(self._of(placed[0])[0][column], placed)), texts, None)

    def _of(self, text: _Text) -> tuple[list[int], int]:
        """How well a text has each needed word, and how well it has all."""
        seen = self._seen.get(id(text))
        if seen is None:
            each = [max(of_word[word] for word in text.words) for of_word in self._of_words]
            least = min(each) if each else 0
            whole = _WHOLE if text.folded == self.folded else _BEGINS if text.folded.startswith(self.folded) else least
            seen = self._seen[id(text)] = (each, whole)
        return seen

    def _found(self, quality: int, placed: _Placed) -> _Found | None:
        if quality == 0:
            return None
        words = f" {placed[0].folded} "
        return _Found(_SCORES[quality] + _WEIGHTS[placed[1]], placed, sum(f" {word} " in words for word in self.others))


def _better(best: _Found | None, other: _Found | None) -> _Found | None:
    if best is None or other is None:
        return best or other
    return other if (other.score, other.others) > (best.score, best.others) else best


def _placed(place: int, texts: list[_Text]) -> list[_Placed]:
    return [(text, place) for text in texts]


def _by_code(entries: dict[str, _Named]) -> list[_Named]:
    return [entry for _, entry in sorted(entries.items())]


def _qualities(words: list[_Word], typed: str) -> list[int]:
    """For each word of the texts, how well it is the typed one."""
    one, most = _singular(typed), _mistakes(_length(typed))
    is_long = _length(typed) > 2

    def quality(word: _Word) -> int:
        if word.written == typed or word.singular == one:
            return _WORD
        if word.written.startswith(typed):
            return _PREFIX
        if is_long and typed in word.written:
            return _INFIX
        return _NEAR if most > 0 and _is_near(typed, word.written, most) else 0

    return [quality(word) for word in words]


def _folded(text: str) -> str:
    """The words of a text, joined by a blank; of one without letters and digits, the text itself."""
    words = "".join(letter if unicodedata.category(letter)[0] in "LN" else " " for letter in _plain(text))
    return re.sub(" +", " ", words).strip(" ") or text.strip(_WHITE)


def _plain(text: str) -> str:
    """In small letters without accents."""
    if text.isascii():
        return text.lower()
    # Each step may bring what the others take away: a sign that means a capital, a small letter with a mark.
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).upper().lower())
    return "".join(letter for letter in small if unicodedata.category(letter)[0] != "M").translate(_LETTERS)


def _singular(word: str) -> str:
    """A word without the sign of the plural, in French and in English."""
    return word[:-1] if _length(word) >= 4 and word.endswith(("s", "x")) else word


def _mistakes(length: int) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if length < 4 or length > _LONGEST else 1 if length < 8 else 2


def _is_near(word: str, other: str, most: int) -> bool:
    """Whether at most so many letters are wrong, missing, too many, or exchanged with the next: the optimal string alignment distance."""
    mine, theirs = _units(word), _units(other)
    if abs(len(mine) - len(theirs)) > most or len(theirs) > _LONGEST:
        return False
    two_above: list[int] = []
    above = list(range(len(theirs) + 1))
    for line, unit in enumerate(mine, 1):
        row = [line]
        for column, letter in enumerate(theirs, 1):
            cost = min(above[column - 1] + (unit != letter), above[column] + 1, row[column - 1] + 1)
            if line > 1 and column > 1 and unit == theirs[column - 2] and mine[line - 2] == letter:
                cost = min(cost, two_above[column - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
        two_above, above = above, row
    return above[-1] <= most


def _units(text: str) -> list[int]:
    encoded = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(encoded[at : at + 2], "little") for at in range(0, len(encoded), 2)]


def _length(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(letter > "\uffff" for letter in text)
