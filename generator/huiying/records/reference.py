"""Values that name something else: an organisation, a topic, a record, a medium."""

from typing import Annotated

from huiying.records.values import Line, Refers

Organisation = Annotated[Line, Refers("organisation")]
"""A body by its id in the register. Any line is read, so that the rule `reference` can name the id
of a body that was written by its name."""
TopicId = Annotated[Line, Refers("topic")]
AnyRecord = Annotated[Line, Refers("record")]
"""Another record by its address: `rumours/20260312-tingshui`."""
ExpertId = Annotated[Line, Refers("expert")]
PolicyId = Annotated[Line, Refers("policy")]
SignerId = Annotated[Line, Refers("signer")]
IntakeId = Annotated[Line, Refers("intake")]
"""Entries of the registers, by their ids."""
MediaFile = Annotated[Line, Refers("media")]
"""A file under content/media/, by its path there."""
