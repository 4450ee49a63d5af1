"""The golden vectors of the format: what they hold, and how they are written anew when the format may change.

`python tests/golden_vectors.py` prints them; committing other bytes than before breaks every school's stored
facts, so it wants a decision and a new version number.
"""

import json
import random
from collections.abc import Sequence

from format_samples import (
    LAPTOP,
    LAPTOP_ID,
    PLESSO,
    PUPIL,
    ROOT_KEY,
    SCHOOL_KEY,
    SCUOLA,
    START_MS,
    TEACHER_ID,
    certificate_for,
    moving_kinds,
    newer_kinds,
    newest_kinds,
    one_of_each,
    photo_kinds,
    revocation_of,
    rows_of,
    school_packs,
    segment_of,
)

from scuola_digitale.format.canonical import encode
from scuola_digitale.format.chain import (
    RedactedRow,
    Row,
    Stream,
    StreamState,
    chain_on,
    fact_bytes,
    fact_hash,
    genesis,
    stream_hash,
)
from scuola_digitale.format.columns import pack_columns
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.sealing import KeyRing, key_id, sealed_piece
from scuola_digitale.format.signing import blake, public_box_key, public_key
from scuola_digitale.format.vector import digest, vector_of


def golden() -> dict[str, object]:
    """Every form of the format, in hexadecimal."""
    return {
        "keys": _keys(),
        "certificates": {
            "dispositivo": certificate_for("laptop", "dispositivo").hex(),
            "insegnante": certificate_for("teacher", "insegnante").hex(),
            "tecnico": certificate_for("technician", "tecnico").hex(),
            "dispositivo di un plesso": certificate_for(
                "laptop", "dispositivo", scopes=("plesso/piandisasso",)
            ).hex(),
        },
        "revocations": {
            "as at first": revocation_of(TEACHER_ID, PLESSO, 12, blake(b"h(12)")).hex(),
            "with a time": revocation_of(TEACHER_ID, PLESSO, 12, blake(b"h(12)"), until_ms=START_MS).hex(),
        },
        "sealed": KeyRing([SCHOOL_KEY], random.Random(7).randbytes).seal("Tobia").hex(),
        "sealed_piece": sealed_piece(SCHOOL_KEY, b"una lezione").hex(),
        "streams": {stream.scope: stream_hash(stream).hex() for stream in (SCUOLA, PLESSO)},
        "facts": _facts(),
        "segments": _segments(),
        "vector": encode(vector_of(_states())).hex(),
        "digest": digest(_states()).hex(),
        "forked_vector": encode(vector_of(_forked())).hex(),
        "forked_digest": digest(_forked()).hex(),
    }


def _keys() -> dict[str, str]:
    return {
        "root_public": ROOT_KEY.hex(),
        "laptop_public": public_key(LAPTOP).hex(),
        "laptop_box_public": public_box_key(LAPTOP).hex(),
        "laptop_id": LAPTOP_ID.hex(),
        "teacher_id": TEACHER_ID.hex(),
        "school_key_id": key_id(SCHOOL_KEY).hex(),
    }


def _facts() -> list[dict[str, str]]:
    facts = (
        *one_of_each(),
        *newer_kinds(),
        *newest_kinds(),
        *school_packs(),
        *moving_kinds(),
        *photo_kinds(),
    )
    rows = rows_of(facts)
    chains = chain_on(genesis(PLESSO), rows)
    return [
        {
            "kind": type(fact).__name__,
            "fact": fact_bytes(row).hex(),
            "salt": row.salt.hex(),
            "hash": fact_hash(row).hex(),
            "chain": chain.hex(),
        }
        for fact, row, chain in zip(facts, rows, chains, strict=True)
    ]


def _segments() -> list[dict[str, object]]:
    rows = rows_of(one_of_each())
    erased: list[Row] = [RedactedRow(fact_hash(row)) if row.person == PUPIL else row for row in rows]
    return [_segment(rows), _segment(erased), _segment(rows_of((*one_of_each(), *newer_kinds())))]


def _segment(rows: Sequence[Row]) -> dict[str, object]:
    chains = chain_on(genesis(PLESSO), rows)
    head = sign_head(LAPTOP, PLESSO, len(rows), chains[-1])
    # zstd may compress otherwise in another version: the columns are fixed, the segment must only be read alike.
    return {
        "columns": encode(pack_columns(rows)).hex(),
        "head": head.signature.hex(),
        "segment": segment_of(rows).hex(),
    }


def _states() -> list[StreamState]:
    other = Stream(TEACHER_ID, 2, "scuola")
    return [
        StreamState(stream, 7 + place, genesis(stream))
        for place, stream in enumerate((PLESSO, SCUOLA, other))
    ]


def _forked() -> list[StreamState]:
    """A stream of two branches, and one whose other branch is asked for from seq 3."""
    tips = [StreamState(PLESSO, seq, blake(b"tip %d" % seq), forked=True) for seq in (10, 12)]
    return [*tips, StreamState(SCUOLA, 7, genesis(SCUOLA), asks_from=3)]


if __name__ == "__main__":
    print(json.dumps(golden(), indent=1))
