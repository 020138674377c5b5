#!/usr/bin/env python3
"""Holds the findings of `heng replay --format csv` against a list made by hand.

    hold.py FINDINGS.csv --rows ENTRIES.csv LIST.csv…

FINDINGS.csv is the output of replay; its `row` is a line of the file ENTRIES.csv (the header is line 1).  The lists
number rows as the forms do (row_no).  Each LIST.csv is one of

  …expected.csv    certain findings: each must be there, `certain`; with a column `sure` the list holds all kinds
  …judgement.csv   must: to be there and not `certain`; may: allowed
  …silent.csv      nothing `certain` of this kind on this row

Told: what is missing, what was said too surely, what had to stay silent, and certain findings on no list.
A finding written `a|b` may be either.  Lines whose `needs` is not given with --with (notes, against, summary) are
allowed and not asked for.  Exit status 1 when something is told.
"""
import argparse
import csv
import sys
from collections import defaultdict

# What a row that is contradicted may also be called, and what follows from other findings of the form: never asked for.
FOLLOWS = {"": {"unverifiable", "total", "grade", "check", "flag", "rounded"}, "row": {"flag", "no-sign"}}

# Told at the first row of what they are about, listed for the form.
WHOLE = {"weight-sum", "weight-heading"}


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    try:
        if "/" in text:
            a, b = text.split("/")
            return float(a) / float(b)
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return None


def rows_of(path, form):
    """Line of the file -> (form, row_no)."""
    return {str(line): (row[form], row.get("row_no", "")) for line, row in enumerate(read(path), 2)}


def hold(found_lines, lists, rows_path, form="form_id", given=()):
    """What is told, as lines, and how many were wanted, silent, found."""
    row_of = rows_of(rows_path, form)
    data = rows_path.rsplit("/")[-1]
    found = defaultdict(list)
    for f in found_lines:
        owner, row = f["form"], ""
        whole = f["finding"] in WHOLE or f.get("data", data).rsplit("/")[-1] != data
        if not whole and f["row"] in row_of and row_of[f["row"]][0] == owner:
            row = row_of[f["row"]][1]
        found[owner, row, f["finding"]].append(f)

    wanted, listed, quiet, told = [], set(), [], []
    for path in lists:
        for e in read(path):
            kind = e.get("sure") or ("silent" if "silent" in path else "must" if "judgement" in path else "certain")
            kind = e.get("must") or {"judgement": "must"}.get(kind, kind)
            keys = [(e["form"], e["row"], k) for k in e["finding"].split("|")]
            if kind == "silent":
                quiet.append((e, keys))
                continue
            listed.update(keys)
            if kind != "may" and (not e.get("needs") or e["needs"] in given):
                wanted.append((kind, e, keys))

    def tell(what, e, more=""):
        told.append(f"{what}: {e['form']} {e['row'] or '-'} {e['finding']} {e.get('item', '')} {more}{e.get('why', '')}")

    for kind, e, keys in wanted:
        hits = [f for k in keys for f in found.get(k, [])]
        if not hits:
            tell("missing", e)
        elif kind == "certain" and not any(f["sure"] == "certain" for f in hits):
            tell("not certain", e)
        elif kind == "must" and all(f["sure"] == "certain" for f in hits) and e["finding"].split("|")[0] in (
                "unverifiable", "met-not-full", "full-missed", "total-sum", "unit-slip", "weight-heading"):
            tell("too sure", e)
        elif e["finding"] == "score" and e.get("expected") and "~" not in e["expected"]:
            right = [f for f in hits if number(f["expected"]) == number(e["expected"])]
            if not right:
                tell("another value", e, f"{hits[0]['expected']} instead of {e['expected']}: ")
    for e, keys in quiet:
        for owner, row, finding in keys:
            for (f, r, k), hits in found.items():
                if k == finding and (owner in ("*", f)) and r == row and any(h["sure"] == "certain" for h in hits):
                    if (f, r, k) not in listed:
                        tell("should be silent", {**e, "form": f})
    for (owner, row, finding), hits in found.items():
        loose = FOLLOWS["row" if row else ""]
        if any(h["sure"] == "certain" for h in hits) and (owner, row, finding) not in listed and finding not in loose:
            tell("certain, on no list", {"form": owner, "row": row, "finding": finding}, hits[0].get("reason", ""))
    return told, (len(wanted), len(quiet), sum(map(len, found.values())))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("findings")
    options.add_argument("lists", nargs="+")
    options.add_argument("--rows", required=True)
    options.add_argument("--form", default="form_id")
    options.add_argument("--with", dest="given", action="append", default=[])
    chosen = options.parse_args()
    told, (wanted, silent, found) = hold(read(chosen.findings), chosen.lists, chosen.rows, chosen.form, chosen.given)
    print("".join(line + "\n" for line in told), end="")
    print(f"{wanted} wanted, {silent} silent, {found} found, {len(told)} told")
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
