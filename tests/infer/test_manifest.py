"""The model's files are the pinned ones or nothing runs."""

import shutil

import pytest

from sourcebook.errors import ArtefactAltered, ArtefactMissing
from sourcebook.infer.manifest import FOLDER, read_manifest, verified


def test_the_model_that_ships_is_whole():
    assert read_manifest().labels["names"][0] == "O"


def test_a_missing_manifest_is_told(tmp_path):
    with pytest.raises(ArtefactMissing, match=r"manifest\.toml"):
        read_manifest(tmp_path)


def test_a_changed_file_is_told_with_both_digests(tmp_path):
    for file in FOLDER.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    (tmp_path / "weights.npz").write_bytes(b"other")

    with pytest.raises(ArtefactAltered, match=r"expected sha256 [0-9a-f]{64}, found d9298a"):
        read_manifest(tmp_path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ArtefactMissing):
        verified(tmp_path / "reader.onnx", "0" * 64)
