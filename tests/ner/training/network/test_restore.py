from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.recognisers.features import Features
from kg.ner.recognisers.press import shipped
from kg.ner.training.examples.corpora import PRESS, PRESS_LABELS
from kg.ner.training.examples.tags import tag_set
from kg.ner.training.network.restore import restore

torch.set_num_threads(1)
SENTENCES = ["安庆市总工会主席王强到岳西县调研。", "国务院总理在北京会见法国外长。"]


def test_a_network_read_back_says_what_its_files_say() -> None:
    folder = Path(str(files("kg.ner").joinpath("model")))
    features = Features.load(folder / "features.npz")
    network = restore(folder, features.sizes, {PRESS: tag_set(PRESS_LABELS)}).eval()
    names, words = shipped(PRESS).tag(SENTENCES)
    for sentence, of_names, of_words in zip(SENTENCES, names, words, strict=True):
        encoded = features.encode(sentence)
        characters, pairs = (torch.from_numpy(ids)[None] for ids in (encoded.characters, encoded.pairs))
        with torch.no_grad():
            states = network(characters, pairs, torch.from_numpy(encoded.words).float()[None])
            best = network.heads[PRESS](states)[0].argmax(1), network.words(states)[0].argmax(1)
        assert np.mean(best[0].numpy() == of_names) > 0.9
        assert np.mean(best[1].numpy() == of_words) > 0.9
