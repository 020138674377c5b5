#include "jobs/chart_svg.h"

#include "jobs/html.h"

#define LIMIT 1000000000000 /* far above any score, far below overflow */

bool chart_position(Rat number, int64_t *thousandths) {
    if (rat_is_huge(number)) return false;
    Rat scaled = rat_round(rat_multiply(number, RAT_INT(1000)), 0, RAT_HALF_UP);
    return rat_to_int64(scaled, thousandths) && *thousandths < LIMIT && *thousandths > -LIMIT;
}

static void begin(Buf *out, const char *class, int width, int height, Text title, Text text) {
    html_put(out, "<figure class=\"chart {0}\"><figcaption>{1}</figcaption>\n", text_of(class), title);
    buf_format(out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", width, height);
    html_text(out, text);
    buf_add_z(out, "\">");
    html_put(out, "<title>{0}</title>\n", text);
}

static void end(Buf *out) {
    buf_add_z(out, "</svg></figure>\n");
}

static void add_label(Buf *out, int x, int y, const char *class, Text label) {
    buf_format(out, "<text x=\"%d\" y=\"%d\" class=\"%s\">", x, y, class);
    html_text(out, label);
    buf_add_z(out, "</text>");
}

/* ---- bars ---- */

enum { BAR_WIDTH = 640, BAR_LEFT = 226, BAR_RIGHT = 560, BAR_ROW = 24, BAR_LABEL_CELLS = 31 };

/* The first `cells` screen cells of a label, with "…" where it goes on. */
static Text shortened(Text label, int cells) {
    int length, width = 0;
    if (text_width(label) <= cells) return label;
    Buf buf = { 0 };
    for (size_t i = 0; i < label.length; i += (size_t)length) {
        text_rune(label, i, &length);
        Text rune = text_slice(label, i, i + (size_t)length);
        width += text_width(rune);
        if (width > cells - 1) break;
        buf_add(&buf, rune);
    }
    buf_add_z(&buf, "…");
    return buf_text(&buf);
}

static void add_rect(Buf *out, const char *class, int x, int y, int width, int height) {
    buf_format(out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>", class, x, y, width, height);
}

static int bar_length(long value, long greatest) {
    int length = (int)((__int128)value * (BAR_RIGHT - BAR_LEFT) / (greatest ? greatest : 1));
    return value > 0 && length < 2 ? 2 : length;
}

static void add_bar(Buf *out, const ChartBar *bar, long greatest, int y) {
    int full = bar_length(bar->full, greatest), outlined = bar_length(bar->outlined, greatest);
    Buf value = { 0 };
    buf_format(&value, "%ld", bar->full + bar->outlined);
    html_put(out, "<g><title>{0}: {1}</title>", bar->label, buf_text(&value));
    add_label(out, BAR_LEFT - 8, y + 16, "end", shortened(bar->label, BAR_LABEL_CELLS));
    if (full > 0) add_rect(out, "full", BAR_LEFT, y + 4, full, BAR_ROW - 8);
    if (outlined > 0) add_rect(out, "outlined", BAR_LEFT + full, y + 4, outlined, BAR_ROW - 8);
    if (bar->full && bar->outlined) buf_format(&value, " (%ld + %ld)", bar->full, bar->outlined);
    add_label(out, BAR_LEFT + full + outlined + 6, y + 16, "value", buf_text(&value));
    buf_add_z(out, "</g>\n");
}

void chart_bars(Buf *out, const BarChart *chart) {
    long greatest = 0;
    int y = BAR_ROW * chart->count + 6;
    for (int i = 0; i < chart->count; i++)
        if (chart->bars[i].full + chart->bars[i].outlined > greatest) greatest = chart->bars[i].full + chart->bars[i].outlined;
    begin(out, "bars", BAR_WIDTH, y + BAR_ROW, chart->title, chart->text);
    for (int i = 0; i < chart->count; i++)
        add_bar(out, &chart->bars[i], greatest, BAR_ROW * i);
    buf_format(out, "<path class=\"axis\" d=\"M%d 0V%d\"/>", BAR_LEFT, y - 6);
    add_rect(out, "full", BAR_LEFT, y + 4, 14, 12);
    add_label(out, BAR_LEFT + 20, y + 15, "small", chart->full);
    int next = BAR_LEFT + 20 + 8 * text_width(chart->full) + 16;
    add_rect(out, "outlined", next, y + 4, 14, 12);
    add_label(out, next + 20, y + 15, "small", chart->outlined);
    end(out);
}

/* ---- points ---- */

enum { PLOT_LEFT = 56, PLOT_TOP = 10, PLOT_SIZE = 400, PLOT_WIDTH = 640, PLOT_HEIGHT = 462, PLOT_KEY = 478 };

typedef struct Plot {
    Buf *out;
    int64_t least, greatest, step;
} Plot;

static int64_t down_to(int64_t value, int64_t step) {
    int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

/* Tenths of a pixel from the left, or from the bottom; what lies outside is at the edge. */
static int at(const Plot *plot, int64_t value) {
    if (value < plot->least) value = plot->least;
    if (value > plot->greatest) value = plot->greatest;
    return (int)((value - plot->least) * (PLOT_SIZE * 10) / (plot->greatest - plot->least));
}

static int at_x(const Plot *plot, int64_t value) {
    return PLOT_LEFT * 10 + at(plot, value);
}

static int at_y(const Plot *plot, int64_t value) {
    return (PLOT_TOP + PLOT_SIZE) * 10 - at(plot, value);
}

static bool is_outside(const Plot *plot, const ChartPoint *point) {
    return point->y < plot->least || point->y > plot->greatest || point->x < plot->least || point->x > plot->greatest;
}

/* From the least to the greatest that is computed, and a quarter more for what is reported: one slip of a decimal point
   must not press all other forms into a corner. */
static Plot plot_of(Buf *out, const ScatterChart *chart) {
    int64_t least = 0, greatest = 0;
    for (int i = 0; i < chart->count; i++) {
        const ChartPoint *point = &chart->points[i];
        if (i == 0 || point->low < least) least = point->low;
        if (i == 0 || point->high > greatest) greatest = point->high;
    }
    int64_t room = (greatest - least) / 4 > 5000 ? (greatest - least) / 4 : 5000, low = least, high = greatest;
    for (int i = 0; i < chart->count; i++) {
        int64_t y = chart->points[i].y;
        if (y < low && y >= least - room) low = y;
        if (y > high && y <= greatest + room) high = y;
    }
    int64_t step = 1000;
    for (int i = 0; (high - low) / step >= 8; i++)
        step = i % 3 == 1 ? step / 2 * 5 : step * 2; /* 1 2 5 10 … */
    Plot plot = { .out = out, .least = down_to(low, step), .greatest = down_to(high + step - 1, step), .step = step };
    if (plot.greatest == plot.least) plot.greatest += step;
    return plot;
}

/* "12.5" for 125 tenths. */
static void add_tenths(Buf *out, int tenths) {
    buf_format(out, tenths % 10 ? "%d.%d" : "%d", tenths / 10, tenths % 10);
}

static void add_move(Buf *out, char verb, int x, int y) {
    buf_char(out, verb);
    add_tenths(out, x);
    buf_char(out, ' ');
    add_tenths(out, y);
}

static void add_axes(const Plot *plot, const ScatterChart *chart) {
    Buf *out = plot->out;
    int bottom = PLOT_TOP + PLOT_SIZE;
    for (int64_t value = plot->least; value <= plot->greatest; value += plot->step) {
        int x = at_x(plot, value) / 10, y = at_y(plot, value) / 10;
        Text label = html_number(rat_of(value, 1000), false);
        buf_format(out, "<path class=\"grid\" d=\"M%d %dV%dM%d %dH%d\"/>", x, PLOT_TOP, bottom, PLOT_LEFT, y, PLOT_LEFT + PLOT_SIZE);
        add_label(out, x, bottom + 18, "middle", label);
        add_label(out, PLOT_LEFT - 6, y + 4, "end", label);
        buf_char(out, '\n');
    }
    buf_format(out, "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>", PLOT_LEFT, PLOT_TOP, bottom, PLOT_LEFT + PLOT_SIZE);
    buf_format(out, "<path class=\"diagonal\" d=\"M%d %dL%d %d\"/>\n", PLOT_LEFT, bottom, PLOT_LEFT + PLOT_SIZE, PLOT_TOP);
    add_label(out, PLOT_LEFT + PLOT_SIZE / 2, bottom + 42, "middle", chart->x_label);
    buf_format(out, "<text class=\"middle\" transform=\"translate(14 %d) rotate(-90)\">", PLOT_TOP + PLOT_SIZE / 2);
    html_text(out, chart->y_label);
    buf_add_z(out, "</text>\n");
}

/* At x, y in tenths. */
static void add_mark(Buf *out, ChartMark mark, int x, int y) {
    if (mark == MARK_DOT || mark == MARK_RING) {
        buf_format(out, "<circle class=\"m%d\" r=\"4\" cx=\"", mark);
        add_tenths(out, x);
        buf_add_z(out, "\" cy=\"");
        add_tenths(out, y);
        buf_add_z(out, "\"/>");
        return;
    }
    buf_format(out, "<path class=\"m%d\" d=\"", mark);
    add_move(out, 'M', x - 45, y - 45);
    buf_add_z(out, mark == MARK_CROSS ? "l9 9m-9 0l9-9\"/>" : "h9v9h-9z\"/>");
}

static void add_point(const Plot *plot, const ChartPoint *point) {
    Buf *out = plot->out;
    int y = at_y(plot, point->y);
    html_put(out, "<g><title>{0}</title>", point->text);
    if (point->low < point->high) {
        int low = at_x(plot, point->low), high = at_x(plot, point->high);
        buf_format(out, "<path class=\"m%d range\" d=\"", point->mark);
        add_move(out, 'M', low, y - 30);
        buf_add_z(out, "v6");
        add_move(out, 'M', low, y);
        buf_char(out, 'H');
        add_tenths(out, high);
        add_move(out, 'M', high, y - 30);
        buf_add_z(out, "v6");
        buf_add_z(out, "\"/>");
    }
    add_mark(out, point->mark, at_x(plot, point->x), y);
    buf_add_z(out, "</g>\n");
}

static void add_key(Buf *out, const ScatterChart *chart) {
    int y = 30;
    for (int i = 0; i < MARK_COUNT; i++) {
        if (!chart->marks[i].length) continue;
        add_mark(out, (ChartMark)i, (PLOT_KEY + 8) * 10, y * 10);
        add_label(out, PLOT_KEY + 22, y + 4, "small", chart->marks[i]);
        y += 24;
    }
    buf_format(out, "<path class=\"diagonal\" d=\"M%d %dh16\"/>", PLOT_KEY, y);
    add_label(out, PLOT_KEY + 22, y + 4, "small", chart->diagonal);
}

int chart_scatter(Buf *out, const ScatterChart *chart) {
    int outside = 0;
    Plot plot = plot_of(out, chart);
    begin(out, "scatter", PLOT_WIDTH, PLOT_HEIGHT, chart->title, chart->text);
    add_axes(&plot, chart);
    for (int pass = 0; pass < 2; pass++) /* what matters most lies on top */
        for (int i = 0; i < chart->count; i++)
            if ((chart->points[i].mark == MARK_CROSS) == (pass == 1)) {
                add_point(&plot, &chart->points[i]);
                outside += is_outside(&plot, &chart->points[i]);
            }
    add_key(out, chart);
    end(out);
    return outside;
}
