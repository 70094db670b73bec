"""The report in the forms that organisers and programs want it in: one file a form, each a function from a `Report`.

table  for a terminal                     xlsx   for Excel: sheets, filters, dates as dates
json   for programs: contracts.md, 5      html   one page to read, send round or print
csv    for other programs: the registrations
"""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from mailbot.adapters.reports.to_csv import to_csv
from mailbot.adapters.reports.to_html import to_html
from mailbot.adapters.reports.to_json import to_json
from mailbot.adapters.reports.to_table import to_table
from mailbot.adapters.reports.to_xlsx import to_xlsx
from mailbot.domain.report import Report

FILES: dict[str, Callable[[Report, ZoneInfo], bytes]] = {
    "json": to_json,
    "csv": to_csv,
    "xlsx": to_xlsx,
    "html": to_html,
}
FORMATS = ("table", *FILES)


def render(report: Report, format: str, zone: ZoneInfo) -> bytes:
    """The report as the bytes of a file, times in that zone. `format`: one of FORMATS; a table comes as plain text."""
    if format == "table":
        return to_table(report, zone).encode()
    return FILES[format](report, zone)


__all__ = ["FORMATS", "render", "to_table"]
