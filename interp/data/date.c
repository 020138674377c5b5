/* date.c - the proleptic Gregorian calendar by arithmetic: March is counted as the first month, so that the leap
   day ends a year. */
#include "data/date.h"

#include <assert.h>

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month) {
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    assert(month >= 1 && month <= 12);
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_is_valid(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= date_month_days(year, month);
}

#define EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */
#define ERA 146097   /* days in 400 years */

int64_t date_of(int year, int month, int day) {
    assert(date_is_valid(year, month, day));
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

void date_parts(int64_t date, int *year, int *month, int *day) {
    int64_t z = date + EPOCH;
    int64_t era = (z >= 0 ? z : z - (ERA - 1)) / ERA;
    int64_t of_era = z - era * ERA;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;
    *day = (int)(of_year - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(y + era * 400 + (*month <= 2));
}

int64_t date_add_months(int64_t date, int64_t months) {
    int year, month, day;
    date_parts(date, &year, &month, &day);
    int64_t total = (int64_t)year * 12 + month - 1 + months;
    /* past the calendar's ends there is nothing to be exact about */
    if (total < 12)
        total = 12;
    if (total > (int64_t)9999 * 12 + 11)
        total = (int64_t)9999 * 12 + 11;
    year = (int)(total / 12);
    month = (int)(total % 12) + 1;
    int last = date_month_days(year, month);
    return date_of(year, month, day < last ? day : last);
}

void date_write(Buf *buf, int64_t date) {
    int year, month, day;
    date_parts(date, &year, &month, &day);
    buf_format(buf, "%04d-%02d-%02d", year, month, day);
}
