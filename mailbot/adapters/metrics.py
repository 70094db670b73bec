"""The figures as Prometheus reads them. Counts, moments, and names of events and workshops: no personal data."""

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from mailbot import __version__
from mailbot.adapters.store.vitals import Vitals
from mailbot.errors import StoreError

POLL_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """`state` is asked at every scrape, so that no figure is older than it; `polled` counts what it cannot know."""

    def __init__(self, state: Callable[[], Vitals], now: Callable[[], datetime]) -> None:
        self._registry = CollectorRegistry()
        self._polls = Histogram(
            "mailbot_poll_duration_seconds",
            "How long looking for new mail and handling it took.",
            buckets=POLL_BUCKETS,
            registry=self._registry,
        )
        Info("mailbot", "Which mailbot this is.", registry=self._registry).info({"version": __version__})
        ProcessCollector(registry=self._registry)
        self._registry.register(_Figures(state, now))

    def polled(self, seconds: float) -> None:
        """A poll that succeeded took so long."""
        self._polls.observe(seconds)

    def text(self) -> bytes:
        """All of them, in the text format of Prometheus."""
        return generate_latest(self._registry)


class _Figures(Collector):
    def __init__(self, state: Callable[[], Vitals], now: Callable[[], datetime]) -> None:
        self._state, self._now = state, now

    def describe(self) -> list[GaugeMetricFamily]:
        return []  # or registering would ask the database

    def collect(self) -> Iterator[GaugeMetricFamily]:
        up = GaugeMetricFamily("mailbot_database_up", "1 where the database answers.")
        try:
            state = self._state()
        except StoreError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield up
        yield from _counts(state)
        yield from _seats(state)
        yield from _moments(state, self._now())


def _counts(state: Vitals) -> Iterator[GaugeMetricFamily]:
    for name, words, label, counts in (
        ("mailbot_mails", "Mails by what has become of them.", "status", state.mails),
        ("mailbot_replies", "Replies by what has become of them.", "status", state.replies),
        ("mailbot_waiting_list", "People on the waiting list.", "event", state.waiting),
        ("mailbot_trouble", "1 for each kind of trouble that lasts.", "kind", {t.key: 1 for t in state.troubles}),
    ):
        family = GaugeMetricFamily(name, words, labels=[label])
        for value, count in sorted(counts.items()):
            family.add_metric([value], count)
        yield family


def _seats(state: Vitals) -> Iterator[GaugeMetricFamily]:
    labels = ["event", "round", "workshop"]
    capacity = GaugeMetricFamily("mailbot_seats_capacity", "Seats, of the event or of a workshop.", labels=labels)
    taken = GaugeMetricFamily("mailbot_seats_taken", "Seats that are taken.", labels=labels)
    for pool, (seats, occupied) in state.pools.items():
        place = [pool.event, str(pool.round or ""), pool.workshop]
        capacity.add_metric(place, seats)
        taken.add_metric(place, occupied)
    yield from (capacity, taken)


def _moments(state: Vitals, now: datetime) -> Iterator[GaugeMetricFamily]:
    waits = (now - state.oldest_reply).total_seconds() if state.oldest_reply else 0
    yield GaugeMetricFamily("mailbot_outbox_oldest_seconds", "How long the oldest unsent reply waits.", waits)
    if state.polled:
        name, words = "mailbot_last_successful_poll_timestamp_seconds", "When the last poll succeeded, in Unix time."
        yield GaugeMetricFamily(name, words, state.polled.timestamp())
