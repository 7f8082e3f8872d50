"""The blocks of a record, wherever they stand, and what a block's sidecar adds.

In: a record's fields. Out: each block with its path in the file. It yields nothing.
"""

from collections.abc import Iterator

from huiying.library import Library
from huiying.records.block import Block
from huiying.records.briefing import FILMS, Briefing
from huiying.records.common import Common
from huiying.records.registers import Sidecar
from huiying.records.topic import Topic


def blocks_of(fields: Common) -> Iterator[tuple[str, Block]]:
    """Every block of a record: its own, of its updates, of a topic's sections."""
    for number, block in enumerate(fields.blocks):
        yield f"blocks.{number}", block
    for outer, update in enumerate(fields.updates):
        for number, block in enumerate(update.blocks):
            yield f"updates.{outer}.blocks.{number}", block
    if isinstance(fields, Topic):
        for outer, section in enumerate(fields.sections):
            for number, block in enumerate(section.blocks):
                yield f"sections.{outer}.blocks.{number}", block


def recording_of(fields: Common) -> Iterator[tuple[str, Block]]:
    """The recording of a briefing as a block; what was said stands in the briefing's transcript."""
    if isinstance(fields, Briefing) and fields.recording is not None:
        is_film = fields.recording.lower().endswith(FILMS)
        said = fields.transcript[0].text if fields.transcript else None
        type = "video" if is_film else "audio"
        yield "recording", Block.model_construct(type=type, file=fields.recording, transcript=said)


def sidecar_of(library: Library, block: Block) -> Sidecar | None:
    """What lies beside the block's file: it speaks where the block says nothing."""
    record = library.sidecars.get(block.file or "")
    return record.fields if record else None
