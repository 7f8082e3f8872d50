"""Which records belong together: tied by relations, or by the event they name.

In: the library and the names of relations. Out: families. It yields no problem.
"""

from collections.abc import Iterable, Mapping

from huiying.library import Library


def families(library: Library, ties: Iterable[str]) -> Mapping[str, str]:
    """Records that are tied to others, each with one address that stands for its whole family."""
    parents: dict[str, str] = {}
    names = tuple(ties)

    def head(place: str) -> str:
        while parents.setdefault(place, place) != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for place, record in library.records.items():
        relations, event = record.fields.relations, record.fields.event
        tied = [target for name in names for target in getattr(relations, name)]
        for target in [*tied, f"event/{event.id}"] if event else tied:
            parents[head(target)] = head(place)
    return {place: head(place) for place in parents}
