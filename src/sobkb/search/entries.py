"""All names, or all texts, of all concepts as the search looks at them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import compress, pairwise, repeat
from operator import contains, itemgetter, not_

from sobkb.light_typing import TYPE_CHECKING, Any
from sobkb.search.folding import fold_lines
from sobkb.search.tuning import LABEL_SORTS, STOP_WORDS, TEXT_SORTS
from sobkb.search.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sobkb.records import ConceptRecord, Text


MOST_SOUGHT = 4
"""How many words are looked for by reading all texts; after that, setting all words in order takes less time."""


class Entries:
    """Names or texts in parallel lists: the order of the concepts, in each that of the sorts and of the data.

    Slugs come after all others.

    Attributes:
        marks: The pairs of sort and language tag that occur.
        owner: For each entry the number of its concept.
        mark: For each entry the number of its mark.
        folded: For each entry the text as it is compared.
    """

    def __init__(
        self, marks: list[tuple[str, str]], owner: list[int], mark: list[int], folded: list[str], words: Words | None
    ) -> None:
        self.marks = marks
        self.owner = owner
        self.mark = mark
        self.folded = folded
        self._words = words
        self._sought = 0
        self._counted: dict[int, tuple[tuple[str, ...], int]] = {}

    @classmethod
    def names(cls, concepts: Iterable[ConceptRecord]) -> Entries:
        """Take preferred, alternative and hidden labels, notations, and slugs that say something else."""
        records = list(concepts)
        gathered = _Gathered(LABEL_SORTS, map(_label_groups, records))
        slugs = [concept["slug"] for concept in records]
        folded = fold_lines([*gathered.texts, *slugs])
        labelled = len(gathered.texts)
        folded, slugs_folded = folded[:labelled], folded[labelled:]
        saying_more = [
            number
            for number, (slug, (start, end)) in enumerate(zip(slugs_folded, pairwise(gathered.starts), strict=True))
            if slug not in folded[start:end]
        ]
        gathered.add_slugs(saying_more, slugs)
        return cls._of(gathered, folded + [slugs_folded[number] for number in saying_more])

    @classmethod
    def notes(cls, concepts: Iterable[ConceptRecord]) -> Entries:
        """Take definitions, explanations, scope notes and examples."""
        notes = map(itemgetter("notes"), concepts)
        gathered = _Gathered(TEXT_SORTS, ([texts.get(sort, ()) for sort in TEXT_SORTS] for texts in notes))
        return cls._of(gathered, fold_lines(gathered.texts))

    @classmethod
    def _of(cls, gathered: _Gathered, folded: list[str]) -> Entries:
        return cls(list(gathered.marks), gathered.owner, gathered.mark, folded, None)

    @classmethod
    def unpack(cls, packed: dict[str, Any]) -> Entries:
        """Make the entries from what `pack` gave, read from JSON."""
        marks = [(sort, lang) for sort, lang in packed["marks"]]
        folded = packed["folded"].split("\n") if packed["owner"] else []
        return cls(marks, packed["owner"], packed["mark"], folded, Words.unpack(*packed["words"]))

    def pack(self) -> dict[str, Any]:
        """Return the entries as data that JSON can hold; strings, because they are read far faster than lists."""
        return {
            "marks": self.marks,
            "owner": self.owner,
            "mark": self.mark,
            "folded": "\n".join(self.folded),
            "words": self.words.pack(),
        }

    @cached_property
    def words(self) -> Words:
        """The words of all entries."""
        if self._words is None:
            from sobkb.grouping import collector_paused

            with collector_paused():
                self._words = Words.of(self.folded)
        self.__dict__.pop("_whole", None)
        return self._words

    def have(self, word: str) -> bool:
        """Tell whether some entry holds a word; the first few are looked for before all words are set in order."""
        if self._words is not None or self._sought == MOST_SOUGHT:
            return word in self.words
        self._sought += 1
        return f" {word} " in self._whole

    @cached_property
    def _whole(self) -> str:
        return f" {'  '.join(self.folded)} "

    def holding(self, word: str) -> Iterator[tuple[int, int, str]]:
        """Yield owner, mark and folded text of each entry that holds a word."""
        numbers = self.words.numbers(word)
        columns = (self.owner, self.mark, self.folded)
        return zip(*(map(column.__getitem__, numbers) for column in columns), strict=True)

    def counting(self, number: int) -> tuple[tuple[str, ...], int]:
        """Return the distinct words of an entry that are not stop words, and how many letters they have.

        An entry of nothing but stop words counts with all of them.
        """
        known = self._counted.get(number)
        if known is None:
            distinct = dict.fromkeys(self.folded[number].split(" "))
            words = tuple([w for w in distinct if w not in STOP_WORDS]) or tuple(distinct)
            known = self._counted[number] = (words, sum(map(len, words)))
        return known

    def of_owner(self, owner: int) -> list[int]:
        """Return the numbers of the entries of a concept."""
        found: list[int] = []
        for first, end in ((0, self._first_slug), (self._first_slug, len(self.owner))):
            start = bisect_left(self.owner, owner, first, end)
            found += range(start, bisect_left(self.owner, owner + 1, start, end))
        return found

    @cached_property
    def _first_slug(self) -> int:
        """The number of the first slug; slugs come after all other names, again in the order of the concepts."""
        slugs = {number for number, (sort, _) in enumerate(self.marks) if sort == LABEL_SORTS[-1]}
        return bisect_left(self.mark, True, key=slugs.__contains__)

    @cached_property
    def _single(self) -> bytes:
        """For each entry whether it is one word."""
        return bytes(map(not_, map(contains, self.folded, repeat(" "))))

    def reading(self, joined: str) -> list[int]:
        """Return the entries that read so when their spaces are left out: "opbouw werk" for "opbouwwerk".

        Those of several words of which the first is a stop word are left out.
        """
        numbers = self.words.numbers(joined)
        found = [n for n in compress(numbers, map(self._single.__getitem__, numbers)) if self.folded[n] == joined]
        # The first word of any other such name is a beginning of `joined` and the last one an end of it:
        # whichever stands in fewer names leads to them.
        sizes = range(1, len(joined))
        firsts = [word for size in sizes if (word := joined[:size]) not in STOP_WORDS]
        lasts = [joined[-size:] for size in sizes]
        spread = [sum(len(self.words.numbers(word)) for word in side) for side in (firsts, lasts)]
        chosen = firsts if spread[0] <= spread[1] else lasts
        numbers = list({number for word in chosen for number in self.words.numbers(word)})
        ends_alike = map(str.endswith, map(self.folded.__getitem__, numbers), repeat(joined[-1:]))
        numbers = list(compress(numbers, ends_alike))
        without_spaces = map(str.replace, map(self.folded.__getitem__, numbers), repeat(" "), repeat(""))
        for number in compress(numbers, map(joined.__eq__, without_spaces)):
            first, space, _ = self.folded[number].partition(" ")
            if space and first not in STOP_WORDS:
                found.append(number)
        return sorted(found)

    def text(self, number: int, concept: ConceptRecord) -> str:
        """Return an entry as written.

        Args:
            number: Number of the entry.
            concept: The concept it belongs to.
        """
        sort = self.marks[self.mark[number]][0]
        place = 0
        while self._follows(number - place):
            place += 1
        if sort == LABEL_SORTS[-1]:
            return concept["slug"]
        if sort in LABEL_SORTS:
            texts: Sequence[Text] = list(_label_groups(concept))[LABEL_SORTS.index(sort)]
        else:
            texts = concept["notes"][sort]
        return texts[place][0]

    def _follows(self, number: int) -> bool:
        """Tell whether the entry before is of the same sort and concept."""
        return (
            number > 0
            and self.owner[number - 1] == self.owner[number]
            and self.marks[self.mark[number - 1]][0] == self.marks[self.mark[number]][0]
        )


class _Gathered:
    """The texts of all concepts, one after another.

    Args:
        sorts: Sorts of texts.
        concepts: For each concept its texts of each of the sorts.
    """

    def __init__(self, sorts: Sequence[str], concepts: Iterable[Sequence[Sequence[Text]]]) -> None:
        self.owner: list[int] = []
        self.mark: list[int] = []
        self.texts: list[str] = []
        self.marks: dict[tuple[str, str], int] = {}
        self.starts = [0]
        marks, add_mark, add_text = self.marks, self.mark.append, self.texts.append
        for owner, groups in enumerate(concepts):
            for sort, texts in zip(sorts, groups, strict=False):
                for text, lang in texts:
                    add_mark(marks.setdefault((sort, lang), len(marks)))
                    add_text(text)
            end = len(self.texts)
            self.owner += repeat(owner, end - self.starts[-1])
            self.starts.append(end)

    def add_slugs(self, owners: Sequence[int], slugs: Sequence[str]) -> None:
        """Take the slugs of some concepts, after all other names."""
        mark = (LABEL_SORTS[-1], "")
        if owners:
            self.marks.setdefault(mark, len(self.marks))
        self.owner += owners
        self.mark += repeat(self.marks.get(mark, 0), len(owners))
        self.texts += [slugs[owner] for owner in owners]


def _label_groups(concept: ConceptRecord) -> tuple[list[Text], list[Text], list[Text], list[Text]]:
    return concept["pref"], concept["alt"], concept["hidden"], [[notation, ""] for notation in concept["notations"]]
