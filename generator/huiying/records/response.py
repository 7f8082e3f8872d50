"""`response` 舆情回应: an official answer to what the public asks about."""

from typing import Annotated

from huiying.records.common import Common
from huiying.records.field import Key
from huiying.records.values import OneOf
from huiying.records.vocabulary import RESPONSE_STATE


class Response(Common):
    """Facts, measures, outcome, and what is not yet known."""

    handling_state: Annotated[
        Annotated[str, OneOf(RESPONSE_STATE)] | None,
        Key(
            "办理状态",
            "还在处置，还是已经办结；办结的要写“结果”。",
            "Still handling, or done; what is done needs an outcome.",
        ),
    ] = None
