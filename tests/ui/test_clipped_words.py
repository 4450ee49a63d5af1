"""At twice the text every word of every page is there, in the smallest window and a common one, in every language."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.languages import known_languages

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("language", known_languages())
def test_no_word_is_cut_and_no_page_scrolls_sideways_at_twice_the_text(language: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "clipped_words.py"), language],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests"), str(ROOT)])},
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=110,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {}
