/* chart_svg.h - charts as SVG inside a page.  Colours come from page.css, and what differs in colour differs in shape
   too, for paper.  Positions are whole numbers, so that the same figures give the same bytes anywhere. */
#ifndef HENG_CHART_SVG_H
#define HENG_CHART_SVG_H

#include "base/rat.h"

/* A bar of two pieces: a full one, then an outlined one. */
typedef struct ChartBar {
    Text label;
    long full, outlined;
} ChartBar;

typedef struct BarChart {
    Text title;
    Text text;              /* what it shows, for who does not see it */
    Text full, outlined;    /* the legend */
    const ChartBar *bars;
    int count;
} BarChart;

void chart_bars(Buf *out, const BarChart *chart);

typedef enum ChartMark { MARK_DOT, MARK_RING, MARK_CROSS, MARK_SQUARE, MARK_COUNT } ChartMark;

/* Thousandths.  A range is a line from low to high. */
typedef struct ChartPoint {
    int64_t x, y, low, high;
    ChartMark mark;
    Text text;              /* shown when pointed at */
} ChartPoint;

typedef struct ScatterChart {
    Text title, text, x_label, y_label;
    Text marks[MARK_COUNT]; /* the legend; TEXT_NONE: none of these */
    Text diagonal;
    const ChartPoint *points;
    int count;
} ScatterChart;

/* Both axes have one scale.  Points far outside what is computed are drawn at the edge; returns how many. */
int chart_scatter(Buf *out, const ScatterChart *chart);

/* In thousandths; false where it is too great for a chart. */
bool chart_position(Rat number, int64_t *thousandths);

#endif
