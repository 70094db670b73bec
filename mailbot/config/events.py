"""The settings of what is announced: events, their rounds and workshops; and the domain's `Event` made of them."""

from datetime import date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from mailbot.config.fields import LocalTime, Seats, Slug, Text, Texts
from mailbot.config.section import Section
from mailbot.domain.event import Event, Round, Workshop


class RoundConfig(Section):
    """A time slot on `day`; without it, on the day that the event starts. A day and time, too, may stand for `starts`
    and `ends`: so the event's own are written."""

    number: Annotated[int, Field(ge=1, le=99)]
    starts: time
    ends: time
    day: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _day_of_times(cls, given: Any) -> Any:
        """Of `starts` and `ends` that are a day and time, the day; what else may be wrong with them is told as ever."""
        slot = {key: given.get(key) for key in ("starts", "ends")} if isinstance(given, dict) else {}
        moments = {key: value for key, value in slot.items() if isinstance(value, datetime) and value.tzinfo is None}
        if not moments:
            return given
        days = {moment.date() for moment in moments.values()}
        if isinstance(given.get("day"), date):
            days.add(given["day"])
        if len(days) > 1:
            raise ValueError("starts, ends and day are of more than one day")
        return {**given, **{key: moment.time() for key, moment in moments.items()}, "day": min(days)}


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
