"""The analyzer: a turn and its context in, labels with evidence out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from bot.analysis.artefact import DEFAULT, Artefact
from bot.analysis.decide import decide
from bot.analysis.encoder import Encoder, make_encoder
from bot.analysis.features import Sample
from bot.analysis.kinds import kind_of
from bot.analysis.labels import GROUPS, label_groups
from bot.analysis.prepare import prepare
from bot.analysis.thresholds import sigmoid
from bot.analysis.topics import aspect_of, proposes_watching, topics_of
from bot.analysis.train import head_features
from bot.analysis.turn import Context, TurnAnalysis

LONGEST = 20_000
"""Characters read of one turn; what comes after is not analysed."""

ACT_FROM = 0.5


class Analyzer:
    """Reads turns of the trainee and utterances of the parent; same input, same output."""

    def __init__(self, artefact: Artefact, encoder: Encoder | None = None) -> None:
        """Keep what was learned and load the encoder it was learned with."""
        self._learned = artefact
        self._encoder = encoder or make_encoder(artefact.encoder)

    def analyse(self, text: str, context: Context | None = None) -> TurnAnalysis:
        """Give labels, evidence spans, topics and kind of one turn."""
        return self.analyse_many([(text, context or Context())])[0]

    def analyse_many(self, turns: Sequence[tuple[str, Context]]) -> list[TurnAnalysis]:
        """Analyse a batch at once, which is faster; results as one by one."""
        found = [TurnAnalysis(text=text, kind="leeg") for text, _ in turns]
        samples = {i: Sample.of(text[:LONGEST], context) for i, (text, context) in enumerate(turns)}
        filled = {i: s for i, s in samples.items() if s.clauses}
        for index, analysis in zip(filled, self._read(list(filled.values())), strict=True):
            found[index] = TurnAnalysis(**{**analysis.__dict__, "text": turns[index][0]})
        return found

    def _read(self, samples: list[Sample]) -> list[TurnAnalysis]:
        if not samples:
            return []
        learned = self._learned
        data = learned.preparer(samples, prepare(samples, self._encoder))
        logits, shares = learned.net.logits(data)
        chances = sigmoid(logits * learned.slope[:, 0] + learned.slope[:, 1])
        features = data.turns[:, : learned.preparer.whole_size]
        out = []
        for row, sample in enumerate(samples):
            own = shares[data.edges[row] : data.edges[row + 1]]
            decision = decide(sample, learned.labels, chances[row], learned.thresholds, own)
            kind = kind_of(
                sample.text, features[row], learned.heads.get("kinds"), learned.preparer.turn_words.known
            )
            ids = {span.label for span in decision.spans}
            groups = {g: tuple(label for label in label_groups()[g] if label in ids) for g in GROUPS}
            out.append(
                TurnAnalysis(
                    text=sample.text,
                    spans=decision.spans,
                    topics=topics_of(sample, features[row], learned.heads.get("topics")),
                    aspect=aspect_of(sample),
                    kind=kind,
                    samen_kijken=proposes_watching(sample.text),
                    unsure=decision.unsure,
                    **groups,
                )
            )
        return out

    def parent_acts(self, text: str) -> tuple[str, ...]:
        """Give what an utterance of a parent does (ids of parent_acts.yml)."""
        head = self._learned.heads.get("acts")
        if head is None or not text.strip():
            return ()
        p = head.probabilities(head_features([text[:LONGEST]], self._learned.preparer, self._encoder))[0]
        found = tuple(name for name, chance in zip(head.classes, p, strict=True) if chance >= ACT_FROM)
        return found or (head.classes[int(p.argmax())],)


def load_analyzer(path: Path = DEFAULT) -> Analyzer:
    """Load the trained analyzer; ArtefactError with a remedy when there is none."""
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    return _loaded(path, stamp)


@lru_cache(maxsize=1)
def _loaded(path: Path, _stamp: int) -> Analyzer:
    return Analyzer(Artefact.load(path))


def parent_acts(text: str) -> tuple[str, ...]:
    """Give what an utterance of a parent does, with the trained analyzer."""
    return load_analyzer().parent_acts(text)
