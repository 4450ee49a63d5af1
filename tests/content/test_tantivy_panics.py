"""A panic of tantivy is an error like others; what is none goes on as it came."""

import pytest

tantivy = pytest.importorskip("tantivy", reason="the extra `grande` is not installed")

from content.search.tantivy_index import TantivyPanicError, _PanicsTold  # noqa: E402 - only where tantivy is


def test_a_panic_of_tantivy_can_be_caught_as_an_error_and_does_not_end_the_program() -> None:
    searcher = tantivy.Index(tantivy.SchemaBuilder().build()).searcher()
    nowhere = tantivy.DocAddress(99, 0)

    with pytest.raises(BaseException, match="index out of bounds") as raw:
        searcher.doc(nowhere)
    assert not isinstance(raw.value, Exception)
    with pytest.raises(TantivyPanicError, match="index out of bounds"), _PanicsTold():
        searcher.doc(nowhere)


@pytest.mark.parametrize("other", [KeyboardInterrupt(), SystemExit(), ValueError("another")])
def test_whatever_is_no_panic_passes_untouched(other: BaseException) -> None:
    with pytest.raises(type(other)) as passed, _PanicsTold():
        raise other
    assert passed.value is other
