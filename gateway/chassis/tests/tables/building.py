"""Workbooks written by hand, so that they may hold what no library would write."""

import datetime as dt
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from chassis.tables.columns import letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def cell_xml(row, index, value):
    """One cell: text, number, truth, day (style 1), or raw XML when it begins with <."""
    at = f"{letters(index)}{row}"
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("<"):
        return value.replace("<c", f'<c r="{at}"', 1)
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, dt.date):
        return f'<c r="{at}" s="1"><v>{(value - dt.date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{at}"><v>{value!r}</v></c>'
    text = f'<t xml:space="preserve">{escape(value)}</t>'
    return f'<c r="{at}" t="inlineStr"><is>{text}</is></c>'


def sheet_xml(rows, after="", hidden=()):
    """A worksheet from lists of values; `after` follows the data, `hidden` are row numbers."""
    body = "".join(
        f'<row r="{n}" hidden="{int(n in hidden)}">'
        + "".join(cell_xml(n, index, value) for index, value in enumerate(row))
        + "</row>"
        for n, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{after}</worksheet>'


def workbook_bytes(sheets, *, is_1904=False, content_type=TYPE, extra=None, states=None):
    """An .xlsx from {sheet name: rows or worksheet XML}."""
    states = states or {}
    listed = "".join(
        f"<sheet name={quoteattr(name)} sheetId='{n}' r:id='r{n}' "
        f"state='{states.get(name, 'visible')}'/>"
        for n, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f"<Relationship Id='r{n}' Type='{REL}/worksheet' Target='worksheets/sheet{n}.xml'/>"
        for n in range(1, len(sheets) + 1)
    )
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
        "</cellXfs></styleSheet>"
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": f"<Types><Override ContentType='{content_type}'/></Types>",
        "_rels/.rels": f"<Relationships xmlns='{package}'><Relationship Id='w' "
        f"Type='{REL}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{REL}'>"
        f"<workbookPr date1904='{int(is_1904)}'/><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{package}'>{relations}"
        f"<Relationship Id='s' Type='{REL}/styles' Target='styles.xml'/></Relationships>",
        "xl/styles.xml": styles,
        **{
            f"xl/worksheets/sheet{n}.xml": rows if isinstance(rows, str) else sheet_xml(rows)
            for n, rows in enumerate(sheets.values(), 1)
        },
        **(extra or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()
