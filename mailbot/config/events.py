"""The settings of what is announced: events, their rounds and workshops; and the domain's `Event` made of them."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field

from mailbot.config.fields import LocalTime, Seats, Slug, Text, Texts
from mailbot.config.section import Section
from mailbot.domain.event import Event, Round, Workshop


class RoundConfig(Section):
    """A time slot on `day`; without it, on the day that the event starts."""

    number: Annotated[int, Field(ge=1, le=99)]
    starts: time
    ends: time
    day: date | None = None


class WorkshopConfig(Section):
    """`capacity` in seats per round; `rounds` None: given in all of them."""

    slug: Slug
    title: Text
    capacity: Seats
    rounds: Annotated[tuple[int, ...], Field(strict=False)] | None = None
    by: Texts = ()
    aliases: Texts = ()


class EventConfig(Section):
    """An announced event, its times local to the configured zone."""

    slug: Slug
    title: Text
    starts: LocalTime
    ends: LocalTime
    location: Text
    capacity: Seats
    waitlist: bool
    doors: LocalTime | None = None
    opens: LocalTime | None = None
    closes: LocalTime | None = None
    url: Text | None = None
    aliases: Texts = ()
    rounds: Annotated[tuple[RoundConfig, ...], Field(strict=False)] = ()
    workshops: Annotated[tuple[WorkshopConfig, ...], Field(strict=False)] = ()

    def in_zone(self, zone: ZoneInfo) -> Event:
        """The event as the domain knows it, all its times aware."""
        return Event(
            slug=self.slug,
            title=self.title,
            starts=self.starts.replace(tzinfo=zone),
            ends=self.ends.replace(tzinfo=zone),
            location=self.location,
            capacity=self.capacity,
            waitlist=self.waitlist,
            doors=_at(self.doors, zone),
            opens=_at(self.opens, zone),
            closes=_at(self.closes, zone),
            url=self.url,
            aliases=self.aliases,
            rounds=tuple(self._round(round, zone) for round in self.rounds),
            workshops=tuple(self._workshop(workshop) for workshop in self.workshops),
        )

    def _round(self, round: RoundConfig, zone: ZoneInfo) -> Round:
        day = round.day or self.starts.date()
        return Round(round.number, datetime.combine(day, round.starts, zone), datetime.combine(day, round.ends, zone))

    def _workshop(self, workshop: WorkshopConfig) -> Workshop:
        every = tuple(round.number for round in self.rounds)
        rounds = every if workshop.rounds is None else workshop.rounds
        return Workshop(workshop.slug, workshop.title, workshop.capacity, rounds, workshop.by, workshop.aliases)


def _at(local: datetime | None, zone: ZoneInfo) -> datetime | None:
    return local.replace(tzinfo=zone) if local else None
