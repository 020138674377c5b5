/* finding.c - what kinds of findings are called, and their line of CSV. */
#include "jobs/csv_cell.h"
#include "jobs/replay.h"

typedef struct Wording {
    const char *slug;
    Text title[2];
} Wording;

static const Wording kinds[] = {
#define FINDING(id, slug, en, zh) { slug, { { en, sizeof en - 1 }, { zh, sizeof zh - 1 } } },
#include "jobs/finding.def"
#undef FINDING
};

const char *finding_slug(FindingId id) {
    return kinds[id].slug;
}

Text finding_title(FindingId id, Lang lang) {
    return kinds[id].title[lang];
}

bool finding_find(Text slug, FindingId *id) {
    for (int i = 0; i < FINDING_COUNT; i++) {
        if (!text_is_z(slug, kinds[i].slug)) continue;
        *id = (FindingId)i;
        return true;
    }
    return false;
}

/* ---- CSV ---- */

const char finding_csv_header[] = "form,row,path,name,finding,printed,expected,low,high,verdict,sure,points,reason,file,line,"
                                  "data,cell,column,known,cites";

/* -0.5, 2/3: harmless in front of any spreadsheet, and to stay as it is. */
static bool is_number(Text text) {
    size_t i = text.length > 0 && text.at[0] == '-';
    if (i == text.length) return false;
    for (; i < text.length; i++)
        if ((text.at[i] < '0' || text.at[i] > '9') && text.at[i] != '.' && text.at[i] != '/') return false;
    return true;
}

static void add_number(Buf *out, Text number) {
    if (is_number(number))
        csv_number(out, number);
    else
        csv_cell(out, number, false); /* a grade */
}

static void add_count(Buf *out, long count) {
    buf_char(out, ',');
    if (count > 0) buf_format(out, "%ld", count);
}

/* As formulas of spreadsheets name it: 预算!D14; "预算!" where only the sheet is known. */
static Text cell_of(const FormPlace *place) {
    Buf cell = { 0 };
    if (!place->sheet.length) return place->cell;
    buf_add(&cell, place->sheet);
    buf_char(&cell, '!');
    buf_add(&cell, place->cell);
    return buf_text(&cell);
}

void finding_write_csv(Buf *out, const Finding *finding) {
    csv_cell(out, finding->form, true);
    add_count(out, finding->place.row);
    csv_cell(out, finding->path, false);
    csv_cell(out, finding->name, false);
    csv_cell(out, text_of(finding_slug(finding->id)), false);
    csv_cell(out, finding->printed, false);
    add_number(out, finding->expected);
    add_number(out, finding->low);
    add_number(out, finding->high);
    csv_cell(out, text_of(verdict_name(finding->verdict)), false);
    csv_cell(out, finding->certain ? TEXT("certain") : TEXT("judgement"), false);
    add_number(out, finding->has_points ? rat_text(finding->points) : TEXT_NONE);
    csv_cell(out, finding->reason, false);
    csv_cell(out, finding->file, false);
    add_count(out, finding->line);
    csv_cell(out, finding->place.file, false);
    csv_cell(out, cell_of(&finding->place), false);
    csv_cell(out, finding->place.column, false);
    csv_cell(out, finding->known, false);
    csv_cell(out, finding->cites, false);
}
