/* xlsx_format.h - what a person sees in a cell that holds a number: number formats and serial dates. */
#ifndef HENG_XLSX_FORMAT_H
#define HENG_XLSX_FORMAT_H

#include "base/rat.h"
#include "data/cell.h"

typedef enum XlsxShape {
    XLSX_NUMBER,
    XLSX_PERCENT,
    XLSX_DATE,   /* 2022-12-31, with the time of day where there is one */
    XLSX_MONTH,  /* 2022年12月: the day is stored and not meant */
    XLSX_YEAR,   /* 2022, 2022年 */
    XLSX_TIME,   /* 08:30 */
    XLSX_ELAPSED /* 36:00 */
} XlsxShape;

typedef struct XlsxSection {
    XlsxShape shape;
    Text suffix;     /* the unit behind a number, 元 of 0.00"元"; 年 behind a year */
    int thousands;   /* the number is shown divided by 1000 this often */
    char compare[3]; /* "<", ">=" …; empty: no condition */
    Rat bound;
} XlsxSection;

#define XLSX_SECTIONS 4

typedef struct XlsxFormat {
    int count; /* 1 .. XLSX_SECTIONS */
    XlsxSection sections[XLSX_SECTIONS];
} XlsxFormat;

void xlsx_format_parse(Text code, XlsxFormat *format);

/* The code of a format known by its number alone; TEXT_NONE where the number stands for none. */
Text xlsx_format_builtin(long id);

/* Writes the number stored as `stored` as `format` shows it: decimals in full, at most 15 significant digits,
   dates as 2022-12-31.  *seen says whether it is a percentage, whose text stays the fraction.  False, with
   nothing written, where `stored` is no number. */
bool xlsx_format_number(const XlsxFormat *format, bool from_1904, Text stored, Buf *out,
                        CellFormat *seen);

/* The same of a date stored as text, 2022-12-31T08:30:00. */
bool xlsx_format_iso(const XlsxFormat *format, Text stored, Buf *out);

#endif
