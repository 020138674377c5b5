/* forms_sheet.h - what forms.c (rows into forms) and forms_view.c (columns into inputs) share. */
#ifndef HENG_FORMS_SHEET_H
#define HENG_FORMS_SHEET_H

#include "jobs/forms.h"

/* Tables with the same columns are one sheet. */
typedef struct Sheet {
    VEC(Table *) tables;
    VEC(long) rows;         /* of each table, read in this pass */
    VEC(int *) columns;     /* of each table: where the sheet's columns stand in it; NULL: in the same places */
    int index;              /* in Forms.sheets */
    VEC(int) keys;          /* its key columns, all of them or none */
    struct Joined *joined;  /* the lines of a sheet other than the main one */
} Sheet;

/* Where an input's cells come from. */
typedef struct Place {
    const Sheet *sheet;     /* NULL: nowhere, or set on the command line */
    int column;
    Text set;
} Place;

typedef struct View {       /* what one program sees */
    const Program *program;
    Place *form, *row;      /* of the inputs of both codes */
    int date_sheet, date_column; /* of `form date`; -1: none */
} View;

struct Store;

struct Forms {
    VEC(View) views;
    const FormsOptions *options;
    Diags *diags;           /* of the first program: what is wrong with the data */
    VEC(Sheet *) sheets;
    Sheet *main;            /* rows of an each-row scheme, or the wide table; NULL: sets alone */
    VEC(FormsFile) files;
    bool blank_key;         /* some rows name no form: any form may lack rows */
    bool failed, stop;      /* stop: rules and data do not belong together */
    long row_count, form_count, row_total; /* row_total: 0 where they have not been counted */
    int table;              /* of the main sheet: the one being read */
    bool ahead_there, ended;
    bool damaged, ahead_damaged; /* a row was passed over in the form at hand; just before the next one: it may be of either */
    FormLine ahead;         /* read, and of the next form */
    Text ahead_key;
    struct Store *store;    /* rows of the main sheet where those of a form do not stand together */
    Form form;
    VEC(FormLine) rows;     /* of `form` */
};

/* ---- forms_view.c ---- */

/* Finds the columns of a program's inputs; what is not there is reported to its diagnostics. */
void view_open(Forms *forms, View *view);

/* Whether every --set and --map names something the programs know. */
bool view_check_options(Forms *forms);

/* The column called `name`, or what --map makes of it; -1. */
int sheet_column(const Forms *forms, const Sheet *sheet, Text name);
int sheet_input_column(const Forms *forms, const Sheet *sheet, const Input *input);
bool view_knows(const Program *program, Text name);

/* Words that the rules compare a column with, and whether some row has them. */
typedef struct Words Words;
Words *words_begin(Forms *forms);               /* NULL: there are none */
void words_see(Words *words, const Cell *cells);
void words_end(Forms *forms, Words *words);     /* reports those nowhere to be found, where one much like it is */

/* ---- forms.c ---- */

Sheet *forms_main_sheet(const Forms *forms);

#endif
