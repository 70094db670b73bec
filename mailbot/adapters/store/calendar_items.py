"""The calendar items that replies brought: which UID an address has at an event, and the SEQUENCE that it was sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from mailbot.adapters.store.tables import calendar_items


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """The calendar item of an address at an event: its UID and the SEQUENCE that was sent last (-1: none yet)."""

    uid: str
    sequence: int


class CalendarItems:
    """The calendar_items table, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._items: dict[tuple[str, str], CalendarItem] = {}
        self._looked_up: set[str] = set()
        self._new: list[dict[str, Any]] = []

    def look_up(self, addresses: Iterable[str]) -> None:
        """Fetch the items of all these addresses at once: a batch asks for them one by one otherwise."""
        wanted = set(addresses) - self._looked_up
        if wanted:
            for row in self._connection.execute(select(calendar_items).where(calendar_items.c.address.in_(wanted))):
                self._items[row.event, row.address] = CalendarItem(row.uid, row.sequence)
            self._looked_up |= wanted

    def get(self, event: str, address: str) -> CalendarItem | None:
        if address not in self._looked_up:
            self.look_up([address])
        return self._items.get((event, address))

    def keep(self, event: str, address: str, item: CalendarItem) -> None:
        """Written down together with the replies, by `Outbox.queue`."""
        self._items[event, address] = item
        self._new.append({"event": event, "address": address, "uid": item.uid, "sequence": item.sequence})

    def write(self) -> None:
        """The last state of each item: a row for a new one (SEQUENCE 0), an update for the others."""
        last = {(item["event"], item["address"]): item for item in self._new}
        born = {(item["event"], item["address"]) for item in self._new if item["sequence"] == 0}
        self._new = []
        new = [item for key, item in last.items() if key in born]
        if new:
            self._connection.execute(insert(calendar_items), new)
        for (event, address), item in last.items():
            if (event, address) not in born:
                where = and_(calendar_items.c.event == event, calendar_items.c.address == address)
                self._connection.execute(update(calendar_items).where(where).values(sequence=item["sequence"]))
