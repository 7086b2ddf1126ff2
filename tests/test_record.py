"""A record is a frozen dataclass to mypy, and is compared, hashed, copied and sent to another process as one."""

import pickle

from presslens.lexicon import Hit
from presslens.model import Sentence
from presslens.record import replace


def test_records_are_compared_and_hashed_by_their_values():
    assert {Hit(0, 2, "Sora", "model"), Hit(0, 2, "Sora", "model")} == {Hit(0, 2, "Sora", "model")}
    assert Hit(0, 2, "Sora", "model") != Hit(1, 2, "Sora", "model")


def test_records_are_copied_with_other_values_and_keep_no_others():
    assert replace(Sentence(1, 0, 5), end=4) == Sentence(1, 0, 4)
    assert not hasattr(Sentence(1, 0, 5), "__dict__")


def test_records_go_to_other_processes_as_they_are():
    assert pickle.loads(pickle.dumps(Hit(0, 2, "Sora", "model"))) == Hit(0, 2, "Sora", "model")
