"""shapes - the same two tables, entries and forms, in every shape that `heng` reads.

A table is a list of rows of texts, the header first.  `shapes(folder, entries, forms)` yields (name, sources): what to
call the shape, and what to write behind the rules on the command line, seen from `folder`.  The forms of a nested
JSON are the records, their entries a list in them.
"""
import csv
import datetime
import io
import json
import re
import sqlite3
import zipfile

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TEXT, NUMBER, PERCENT, PERCENT_2, DATE = range(5)  # the styles, in the order of cellXfs


def csv_text(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def column_name(index):
    name = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        name = chr(65 + digit) + name
    return name


def share_of(percent):
    """12.34% as a fraction of one, in decimals, exactly."""
    digits = percent.rstrip("%")
    whole, _, places = digits.partition(".")
    padded = (whole + places).zfill(len(places) + 3)
    return (padded[:-len(places) - 2] + "." + padded[-len(places) - 2:]).rstrip("0").rstrip(".")


def typed(text):
    """How a person's spreadsheet holds it: numbers as numbers, percentages as fractions shown as
    percentages, dates as days shown as dates."""
    if re.fullmatch(r"-?(0|[1-9]\d{0,9})(\.\d*[1-9])?", text):
        return text, NUMBER
    if re.fullmatch(r"(0|[1-9]\d{0,3})%", text):
        return share_of(text), PERCENT
    if re.fullmatch(r"(0|[1-9]\d{0,3})\.\d\d%", text):
        return share_of(text), PERCENT_2
    date = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    if date:
        return str((datetime.date(*map(int, date.groups())) - datetime.date(1899, 12, 30)).days), DATE
    return text, TEXT


def sheet_xml(rows, kind, merged=()):
    """`kind(column, text)` gives (value, style).  Runs of one text below each other in a column of `merged` become one cell."""
    ranges, hidden = [], set()
    for column in merged:
        r = 1
        while r < len(rows):
            last = r
            while last + 1 < len(rows) and rows[last + 1][column] == rows[r][column] and rows[last + 1][0] == rows[r][0]:
                last += 1
            if last > r and rows[r][column]:
                name = column_name(column)
                ranges.append(f"{name}{r + 1}:{name}{last + 1}")
                hidden |= {(i, column) for i in range(r + 1, last + 1)}
            r = last + 1
    out = [f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{SHEET}"><sheetData>']
    for r, row in enumerate(rows):
        out.append(f'<row r="{r + 1}">')
        for c, text in enumerate(row):
            if text == "" or (r, c) in hidden:
                continue
            value, style = kind(rows[0][c], text) if r else (text, TEXT)
            at = f'{column_name(c)}{r + 1}'
            if style == TEXT:
                out.append(f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
            else:
                out.append(f'<c r="{at}" s="{style}"><v>{value}</v></c>')
        out.append("</row>")
    out.append("</sheetData>")
    if ranges:
        out.append(f'<mergeCells count="{len(ranges)}">' + "".join(f'<mergeCell ref="{r}"/>' for r in ranges) + "</mergeCells>")
    return "".join(out) + "</worksheet>"


def write_xlsx(path, sheets, kind=lambda column, text: (text, TEXT), merged=()):
    """sheets: [(name, rows)]; the columns of the first in `merged` are merged downwards."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        def add(name, text):
            book.writestr(zipfile.ZipInfo(name), text)  # the same bytes at any time

        add("[Content_Types].xml", head + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{main}styles+xml"/>' + "".join(
                f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{main}worksheet+xml"/>'
                for i in range(1, len(sheets) + 1)) + "</Types>")
        add("_rels/.rels", head + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{LINKS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>')
        add("xl/workbook.xml", head + f'<workbook xmlns="{SHEET}" xmlns:r="{LINKS}"><sheets>' + "".join(
            f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, (name, _) in enumerate(sheets, 1)) + "</sheets></workbook>")
        add("xl/_rels/workbook.xml.rels", head + f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="rId{i}" Type="{LINKS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(sheets) + 1)) + f'<Relationship Id="rId{len(sheets) + 1}" Type="{LINKS}/styles" Target="styles.xml"/>'
            "</Relationships>")
        add("xl/styles.xml", head + f'<styleSheet xmlns="{SHEET}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">' + "".join(
                f'<xf numFmtId="{code}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>' for code in (0, 0, 9, 10, 14)) +
            "</cellXfs></styleSheet>")
        for i, (_, rows) in enumerate(sheets, 1):
            add(f"xl/worksheets/sheet{i}.xml", sheet_xml(rows, kind, merged if i == 1 else ()))


def records(rows):
    return [{k: v for k, v in zip(rows[0], row) if v != ""} for row in rows[1:]]


def as_numbers(record):
    """Numbers as JSON has them, where that is the same text."""
    return {k: json.loads(v) if re.fullmatch(r"-?(0|[1-9]\d{0,9})(\.\d*[1-9])?", v) and k not in ("doc", "form_id") else v
            for k, v in record.items()}


def dump(value):
    return json.dumps(value, ensure_ascii=False)


def shapes(folder, entries, forms):
    write(folder / "entries.csv", csv_text(entries))
    write(folder / "forms.csv", csv_text(forms))
    for name, encoding in (("GB18030", "gb18030"), ("UTF-8 with a mark", "utf-8-sig"), ("UTF-16", "utf-16"), ("UTF-16 BE", "utf-16-be")):
        beside = folder / encoding
        beside.mkdir()
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        for table, rows in (("entries", entries), ("forms", forms)):
            write(beside / f"{table}.csv", mark + csv_text(rows), encoding)
        yield f"CSV in {name}", [f"{encoding}/entries.csv", f"{encoding}/forms.csv"]
    semicolons = folder / "semicolons"
    semicolons.mkdir()
    for table, rows in (("entries", entries), ("forms", forms)):
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
        write(semicolons / f"{table}.csv", out.getvalue())
    yield "CSV with semicolons", ["semicolons/entries.csv", "semicolons/forms.csv"]

    half = next(i for i in range(len(entries) // 2, len(entries)) if entries[i][0] != entries[i - 1][0])
    write(folder / "half-1.csv", csv_text(entries[:half]))
    write(folder / "half-2.csv", csv_text(entries[:1] + entries[half:]))
    yield "two files by a pattern", ["half-?.csv", "forms.csv"]

    both = [("entries", entries), ("forms", forms)]
    write_xlsx(folder / "texts.xlsx", both)
    yield "XLSX of texts", ["texts.xlsx"]
    write_xlsx(folder / "typed.xlsx", both, lambda column, text: (text, TEXT) if column in ("doc", "form_id") else typed(text))
    yield "XLSX with numbers, percentages and dates", ["typed.xlsx"]
    write_xlsx(folder / "merged.xlsx", both, merged=[entries[0].index("level1")])
    yield "XLSX with merged cells", ["merged.xlsx"]
    yield "XLSX by sheet", ["texts.xlsx?sheet=entries", "texts.xlsx?sheet=forms"]

    write(folder / "entries.json", dump(records(entries)))
    write(folder / "forms.json", dump(records(forms)))
    yield "JSON arrays", ["entries.json", "forms.json"]
    write(folder / "both.json", dump({"entries": [as_numbers(r) for r in records(entries)], "forms": [as_numbers(r) for r in records(forms)]}))
    yield "JSON with two arrays", ["both.json"]
    for table, rows in both:
        write(folder / f"{table}.jsonl", "".join(dump(r) + "\n" for r in records(rows)))
    yield "JSON lines", ["entries.jsonl", "forms.jsonl"]
    own = set(entries[0]) - set(forms[0])
    nested = [{**form, "entries": [{k: v for k, v in entry.items() if k in own} for entry in records(entries) if entry["form_id"] == form["form_id"]]}
              for form in records(forms)]
    write(folder / "nested.json", dump(nested))
    yield "nested JSON", ["nested.json"]

    with sqlite3.connect(folder / "data.db") as database:
        for table, rows in both:
            names = ", ".join(f'"{n}"' for n in rows[0])
            database.execute(f"CREATE TABLE {table} ({names})")
            database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows[1:])
    database.close()
    yield "SQLite", ["sqlite:data.db"]
    yield "SQLite tables", ["sqlite:data.db?table=entries", "sqlite:data.db?table=forms"]
    yield "SQLite query", ["sqlite:data.db?query=SELECT * FROM entries ORDER BY rowid", "sqlite:data.db?query=SELECT * FROM forms"]
    yield "standard input", ["-", "forms.csv"]
