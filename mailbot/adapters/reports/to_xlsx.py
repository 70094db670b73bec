"""The report as an Excel workbook (XlsxWriter): header rows that stay in sight, filters, widths, dates as dates.

Every text is written as text, whatever it begins with, and marked so that editing its cell makes no formula of it.
What stands in which sheet is `sheets.py`'s.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

import xlsxwriter

from mailbot.adapters.reports.facts import local
from mailbot.adapters.reports.safe import FORMULA_MARKS, one_line
from mailbot.adapters.reports.sheets import Sheet, Value, sheets_of
from mailbot.domain.report import Report

LONGEST_NAME = 31  # Excel's limit for the name of a sheet
LONGEST_TEXT = 32767  # and for the text of a cell
NARROW, WIDE = 8, 60
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_xlsx(report: Report, zone: ZoneInfo) -> bytes:
    """The workbook; its times are local times in that zone."""
    file = io.BytesIO()
    # in_memory: people's data is not left in temporary files on the way
    with xlsxwriter.Workbook(file, {"in_memory": True, **AS_TEXT}) as workbook:
        workbook.set_properties({"title": "Aanmeldingen", "created": local(report.made, zone).replace(tzinfo=None)})
        styles = _Styles(workbook)
        names: set[str] = set()
        for sheet in sheets_of(report, zone):
            _write(workbook.add_worksheet(_sheet_name(sheet, names)), sheet, styles)
    return file.getvalue()


class _Styles:
    """The cell formats of one workbook."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        top = {"valign": "top"}
        self.heading = workbook.add_format({"bold": True, "bg_color": "#154273", "font_color": "#FFFFFF", **top})
        self.text = workbook.add_format({"num_format": "@", "text_wrap": True, **top})
        # or Excel reads the text as a formula when somebody edits the cell and leaves it as it was
        self.quoted = workbook.add_format({"num_format": "@", "text_wrap": True, "quote_prefix": True, **top})
        self.number = workbook.add_format({"num_format": "0", **top})
        self.moment = workbook.add_format({"num_format": "dd-mm-yyyy hh:mm", "align": "left", **top})


def _write(worksheet: xlsxwriter.worksheet.Worksheet, sheet: Sheet, styles: _Styles) -> None:
    worksheet.write_row(0, 0, sheet.headings, styles.heading)
    for at, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _put(worksheet, at, column, value, styles)
    last = len(sheet.headings) - 1
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), last)
    for column, heading in enumerate(sheet.headings):
        worksheet.set_column(column, column, _width(heading, [row[column] for row in sheet.rows]))
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


def _put(worksheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value, styles: _Styles) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        worksheet.write_datetime(row, column, value, styles.moment)
    elif isinstance(value, int):
        worksheet.write_number(row, column, value, styles.number)
    else:
        text = one_line(value)[:LONGEST_TEXT]
        like_formula = text.startswith(tuple(FORMULA_MARKS))
        worksheet.write_string(row, column, text, styles.quoted if like_formula else styles.text)


def _width(heading: str, values: Sequence[Value]) -> int:
    """In characters: what the longest value needs, within reason; beside the heading stands the filter's button."""
    longest = max((16 if isinstance(value, datetime) else len(str(value or "")) for value in values), default=0)
    return min(max(longest + 1, len(heading) + 3, NARROW), WIDE)


def _sheet_name(sheet: Sheet, names: set[str]) -> str:
    """The name as Excel takes it: at most 31 characters, and not used already in any case. What is cut is the slug:
    the kind tells the sheets of an event apart. Adds it to `names`."""
    for attempt in count(1):
        number = f"~{attempt}" if attempt > 1 else ""
        kind = f"{number} {sheet.kind}" if sheet.event else f"{sheet.kind}{number}"
        name = f"{sheet.event[: LONGEST_NAME - len(kind)].rstrip('-')}{kind}"
        if name.casefold() not in names:
            break
    names.add(name.casefold())
    return name
