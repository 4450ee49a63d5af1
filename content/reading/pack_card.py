"""`pacchetto.yml` → the card of a pack."""

from content.pack_head import PackHead
from content.reading.findings import Findings, shortened
from content.reading.front_matter import read_area
from content.reading.identifiers import ID_REMEDY, as_id, is_id
from content.reading.yaml_tree import Card, Fields, read_yaml
from scuola_digitale.domain.school_terms import Area

CARD_NAME = "pacchetto.yml"
KEYS = frozenset(
    {"id", "editore", "titolo", "area", "edizione", "lingua", "licenza", "autori", "descrizione"}
)
MAX_EDITION = 99_999


def read_card(source: bytes, findings: Findings) -> PackHead | None:
    """The card, or None, with the problems noted, when a needed key is missing."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        findings.refuse(
            0, "La scheda non è scritta in UTF-8.", "Salvala di nuovo scegliendo la codifica UTF-8."
        )
        return None
    node = read_yaml(text, 1, findings)
    if not isinstance(node, Card):
        if node is not None or not findings.all():
            findings.refuse(
                1, "La scheda è vuota o non ha chiavi.", "Scrivi `id:`, `editore:`, `titolo:` e `area:`."
            )
        return None
    fields = Fields(node, findings)
    fields.only(KEYS, blocking=False)
    return _head(fields, findings)


def _head(fields: Fields, findings: Findings) -> PackHead | None:
    name = _id("id", "scuola", fields, findings)
    publisher = _id("editore", "la-mia-scuola", fields, findings)
    title = fields.text("titolo", needed="Aggiungi una riga `titolo: …`.")
    fields.text("area", needed=f"Aggiungi una riga `area: …`: {', '.join(Area)}.")
    licence = fields.text("licenza")
    if not licence:
        findings.advise(
            0,
            "Non è scritto con quale licenza si può usare il pacchetto.",
            "Aggiungi per esempio `licenza: CC-BY-SA-4.0`.",
        )
    area = read_area(fields, findings, Area.SCUOLA)
    if not (name and publisher and title and "area" in fields):
        return None
    return PackHead(
        pack_id=f"{publisher}/{name}",
        title=title,
        area=area,
        edition=fields.whole("edizione", 1, MAX_EDITION, 1),
        language=fields.text("lingua", otherwise="it"),
        licence=licence,
        authors=fields.texts("autori"),
        description=fields.text("descrizione"),
    )


def _id(key: str, example: str, fields: Fields, findings: Findings) -> str:
    said = fields.text(key, needed=f"Aggiungi una riga `{key}: {example}`.")
    if said and not is_id(said):
        findings.refuse(
            fields.line(key), f"«{shortened(said)}» non va bene come `{key}`.", ID_REMEDY.format(as_id(said))
        )
        return ""
    return said
