/* date.h - calendar days as whole numbers: days since 1970-01-01, proleptic Gregorian, years 1 .. 9999. */
#ifndef HENG_DATE_H
#define HENG_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

bool date_is_valid(int year, int month, int day);
int64_t date_of(int year, int month, int day);  /* must be valid */
void date_parts(int64_t date, int *year, int *month, int *day);
int date_month_days(int year, int month);
int64_t date_add_months(int64_t date, int64_t months); /* 31 January + 1 month: the last of February */
void date_write(Buf *buf, int64_t date);         /* 2022-01-31 */

#endif
