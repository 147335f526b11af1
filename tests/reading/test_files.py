from __future__ import annotations

import codecs
import json
from pathlib import Path

import pytest

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading import Failure, articles, read, read_bytes, read_jsonl, read_paths
from briefing.settings import settings
from tests.conftest import SAMPLE

TEXT = "The café’s “owner” said that the storm was over."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with BOM", "cp1252", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_encodings_give_the_same_words(data: bytes) -> None:
    assert read_bytes(data, "storm.txt").text == TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "Office"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 4, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00", "binary"),
        (b"", "empty"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words) as caught:
        read_bytes(data, "upload.bin")
    assert "upload.bin" in str(caught.value)


def test_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * (settings().max_bytes // 5 + 1))
    with pytest.raises(ReadingError, match="2,000,000"):
        read(path)


def test_path_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path, Path("nul\x00.txt"), Path("x" * 5000)):
        with pytest.raises(ReadingError) as caught:
            read(path)
        assert str(path) in str(caught.value)


def test_sample_is_read_without_its_comment_form() -> None:
    article = read(SAMPLE)
    assert article.title
    assert article.text.endswith(".")
    assert len(article.removed) == 3


def _jsonl(path: Path, *lines: object) -> Path:
    path.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines),
        encoding="utf-8",
    )
    return path


def test_jsonl_gives_every_field(tmp_path: Path) -> None:
    line = {
        "id": 7,
        "text": TEXT,
        "title": "Storm over",
        "published": "2021-05-03T10:00:00Z",
        "source": "Bay News",
        "url": "https://news.example/7",
        "author": "Ana Reyes",
        "more": [1],
    }
    (article,) = read_jsonl(_jsonl(tmp_path / "a.jsonl", line))
    assert article == Article(
        text=f"Storm over\n\n{TEXT}",
        title="Storm over",
        title_end=10,
        source="Bay News",
        url="https://news.example/7",
        author="Ana Reyes",
        published="2021-05-03",
        published_basis="stated",
        external_id="7",
    )


def test_jsonl_given_date_is_for_lines_without_one(tmp_path: Path) -> None:
    path = _jsonl(tmp_path / "a.jsonl", {"text": TEXT, "published": "2021-05-03"}, {"text": TEXT})
    found = [(a.published, a.published_basis) for a in read_jsonl(path, published="2022-01-01")]
    assert found == [("2021-05-03", "stated"), ("2022-01-01", "given")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "The', "not JSON"),
        ("[1]", "not a JSON object"),
        ("{}", "has no"),
        ('{"text": 5}', "has no"),
        ('{"text": ""}', "empty"),
        ('{"text": {"a": "The storm."}}', "has no"),
        (f'{{"text": "The storm.", "id": {"9" * 5000}}}', "more than the 300"),
        (f'{{"text": "The storm.", "source": "{"a" * 301}"}}', "an outlet of 301 characters"),
        (f'{{"text": "The storm.", "url": "{"a" * 2001}"}}', "an address"),
        (f'{{"text": "The storm.", "author": "{"a" * 501}"}}', "an author"),
        (f'{{"text": "The storm.", "title": "{"a" * 1001}"}}', "a title"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_broken_line_is_named_by_its_number(tmp_path: Path, line: str, words: str) -> None:
    path = _jsonl(tmp_path / "a.jsonl", {"text": TEXT}, "", line, {"text": f"{TEXT} Again."})
    outcomes = list(read_paths([path]))
    assert [type(outcome) for outcome in outcomes] == [Article, Failure, Article]
    failure = outcomes[1]
    assert isinstance(failure, Failure)
    assert "line 3" in str(failure.error)
    assert words in str(failure.error)
    with pytest.raises(ReadingError, match="line 3"):
        list(read_jsonl(path))


def test_what_a_line_holds_beside_the_article_does_not_matter(tmp_path: Path) -> None:
    line = f'{{"text": {json.dumps(TEXT)}, "n": {"9" * 5000}, "m": [1e999, NaN, {{}}]}}'
    (article,) = read_jsonl(_jsonl(tmp_path / "a.jsonl", line))
    assert article.text == TEXT


@pytest.mark.parametrize("field", ["title", "source", "url", "author", "id", "text"])
def test_half_characters_in_any_field_can_be_kept(tmp_path: Path, field: str) -> None:
    line = {"text": TEXT, field: f"{TEXT} a\ud800b"}
    (article,) = read_jsonl(_jsonl(tmp_path / "a.jsonl", line))
    fields = (article.title, article.source, article.url, article.author, article.external_id)
    assert any("a\ufffdb" in (held or "") for held in (*fields, article.text))
    assert all((held or "").isprintable() for held in fields)
    str(article).encode("utf-8")


def test_a_line_that_is_far_too_long_costs_only_itself(tmp_path: Path) -> None:
    long = json.dumps({"text": "word " * (settings().max_bytes // 2)})
    path = _jsonl(tmp_path / "a.jsonl", {"text": TEXT}, long, {"text": f"{TEXT} Again."})
    outcomes = list(read_paths([path]))
    assert [type(outcome) for outcome in outcomes] == [Article, Failure, Article]
    assert "line 2" in str(outcomes[1])


def test_a_fault_of_the_program_costs_one_file_and_is_logged_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(text: str, **options: object) -> Article:
        if "storm" in text:
            raise IndexError(text)
        return Article(text=text)

    monkeypatch.setattr(articles, "read_text", fails)
    (tmp_path / "a.txt").write_text("The storm.")
    (tmp_path / "b.txt").write_text("The sea.")
    _jsonl(tmp_path / "c.jsonl", {"text": "The storm."}, {"text": "The sea."})
    outcomes = list(read_paths([tmp_path]))
    assert [type(outcome) for outcome in outcomes] == [Failure, Article, Failure, Article]
    assert "a.txt" in str(outcomes[0])
    assert "IndexError" in caplog.text
    assert "storm" not in caplog.text


def test_folder_gives_its_files_in_order_and_names_the_others(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.txt").write_text("B came ashore.")
    (tmp_path / "a.TXT").write_text("A came ashore.")
    (tmp_path / "deep" / "c.txt").write_text("C came ashore.")
    (tmp_path / ".hidden").write_text("Nothing.")
    (tmp_path / "sheet.numbers").write_text("Nothing.")
    outcomes = list(read_paths([tmp_path]))
    texts = [outcome.text[0] for outcome in outcomes if isinstance(outcome, Article)]
    failures = [outcome.name for outcome in outcomes if isinstance(outcome, Failure)]
    assert texts == ["A", "B", "C"]
    assert failures == [str(tmp_path / "sheet.numbers")]


def test_empty_folder_is_named(tmp_path: Path) -> None:
    (failure,) = read_paths([tmp_path])
    assert isinstance(failure, Failure)
    assert str(tmp_path) in str(failure.error)
