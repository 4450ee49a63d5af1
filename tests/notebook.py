"""A small laptop for tests of the exchange: its own key, its own database, facts of any kind."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from format_samples import ROOT, ROOT_KEY, certificate_for, rows_of, school_day, seed

from scuola_digitale.clock import Clock
from scuola_digitale.domain.facts import CertificateIssued
from scuola_digitale.format.chain import Row, Stream, chain_on, genesis
from scuola_digitale.format.heads import sign_head
from scuola_digitale.format.segment import cut_segment
from scuola_digitale.format.signing import id_of, public_key, sign
from scuola_digitale.format.vector import PeerVector, digest
from sync.conversation import Conversation, PeerMemory
from sync.line import Line
from sync.region.database import open_database
from sync.region.store import RegionStore, add_school, find_school

SCHOOL = id_of(ROOT_KEY).hex()
PLESSO = "plesso/piandisasso"


class Notebook(RegionStore):
    """A laptop that writes, keeps and exchanges; it signs as it writes, and folds nothing."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        name: str,
        *,
        kept: tuple[str, ...] = ("scuola", PLESSO),
        root: bytes = ROOT,
        file: str = "",
        admitted_in: tuple[str, ...] = (),
        school: str = SCHOOL,
    ) -> None:
        self.school = school
        self._notes = open_database(f"sqlite:///{folder / (file or name)}.db")
        add_school(self._notes, school, public_key(root), now_ms=clock.now_ms())
        found = find_school(self._notes, school)
        assert found is not None
        super().__init__(self._notes, found, clock)
        self.clock = clock
        self.seed = seed(name)
        self.device = id_of(public_key(self.seed))
        self.kept = kept
        self.memory = PeerMemory()
        self.acked = PeerVector({})
        own = certificate_for(name, "dispositivo", root=root, scopes=admitted_in)
        self.append("scuola", rows_of([CertificateIssued(certificate=own)]))

    def scopes(self) -> tuple[str, ...]:
        """What this laptop keeps."""
        return self.kept

    def acknowledged(self, peer: PeerVector, digest: bytes | None = None) -> None:
        """Remembers what was acknowledged."""
        self.acked = peer

    def key_of(self, device: bytes) -> bytes | None:
        """The signing key of a device of the school."""
        asker = self.asker(device)
        return asker.key if asker is not None else None

    def write(self, facts: int, *, scope: str = PLESSO, random_seed: int = 1) -> None:
        """Some pupils' facts, under one signed head."""
        self.append(scope, rows_of(school_day(facts, random_seed=random_seed)))

    def append(self, scope: str, rows: Collection[Row]) -> None:
        """Rows of any kind, after those of before."""
        stream = Stream(self.device, 1, scope)
        held = next((one for one in self.states([scope]) if one.stream == stream), None)
        seq, chain = (held.seq, held.chain) if held else (0, genesis(stream))
        head = sign_head(self.seed, stream, seq + len(rows), chain_on(chain, rows)[-1])
        taken = self.take([cut_segment(stream, list(rows), chain, head)], [scope])
        assert taken.accepted == len(rows), taken.refused

    def sync(self, line: Line) -> Conversation:
        """One sync; raises as `Conversation.run`."""
        conversation = Conversation(
            self,
            line,
            device=self.device,
            sign=partial(sign, self.seed),
            school_id=self.school,
            memory=self.memory,
            clock=self.clock,
        )
        conversation.run()
        return conversation

    def digest(self, *scopes: str) -> bytes:
        """What is held, in 16 bytes."""
        return digest(self.states(scopes or self.kept))

    def facts(self, *scopes: str) -> int:
        """How many facts are held."""
        return sum(state.seq for state in self.states(scopes or self.kept))

    def close(self) -> None:
        """Lets go of the database."""
        self._notes.dispose()
