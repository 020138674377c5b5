/* write_replay_text.c - a replay for people at a terminal: what was done, verdicts, findings by kind, what contradicted
   scores have in common, and the worst findings with why. */
#include "jobs/replay.h"

#define WORST_SHOWN 12

typedef struct TextSink {
    ReplaySink sink;
    ReplayOut out;
    bool color;
    int width;
} TextSink;

typedef struct Writer {
    Buf buf;
    const Replay *replay;
    bool zh, color;
    int width;
} Writer;

static const char *say(const Writer *w, const char *en, const char *zh) {
    return w->zh ? zh : en;
}

/* ---- layout ---- */

static void pad(Buf *buf, Text text, int width) {
    buf_add(buf, text);
    for (int i = text_width(text); i < width; i++)
        buf_char(buf, ' ');
}

static void number_right(Buf *buf, long number, int width) {
    buf_format(buf, "%*ld", width, number);
}

/* Whether a line may break behind this character. */
static bool may_break(uint32_t rune) {
    return rune == ' ' || rune >= 0x2E80;
}

/* A paragraph, indented, broken at the terminal's width. */
static void paragraph(Writer *w, int indent, Text text) {
    size_t begin = 0, at = 0, last = 0;
    int column = indent, room = w->width > indent + 20 ? w->width : indent + 60;
    while (at < text.length) {
        int length;
        uint32_t rune = text_rune(text, at, &length);
        int cells = text_width(text_slice(text, at, at + (size_t)length));
        if (column + cells > room && last > begin) {
            buf_format(&w->buf, "%*s", indent, "");
            buf_add(&w->buf, text_trim(text_slice(text, begin, last)));
            buf_char(&w->buf, '\n');
            begin = last;
            column = indent + text_width(text_slice(text, begin, at));
        }
        at += (size_t)length;
        column += cells;
        if (rune == '\n') column = indent;
        if (may_break(rune)) last = at;
    }
    buf_format(&w->buf, "%*s", indent, "");
    buf_add(&w->buf, text_trim(text_slice(text, begin, text.length)));
    buf_char(&w->buf, '\n');
}

static Text short_number(Rat number) {
    Buf buf = { 0 };
    rat_write_short(&buf, number, 2);
    return buf_text(&buf);
}

static void bold(Writer *w, const char *text) {
    if (w->color) buf_add_z(&w->buf, "\033[1m");
    buf_add_z(&w->buf, text);
    if (w->color) buf_add_z(&w->buf, "\033[0m");
}

/* ---- the summary ---- */

static void write_rules(Writer *w) {
    for (int i = 0; i < w->replay->program_count; i++) {
        const Module *rules = w->replay->programs[i]->scheme->main;
        buf_add_z(&w->buf, say(w, "rules: ", "规则："));
        buf_add(&w->buf, rules->title.length ? rules->title : rules->source->path);
        if (rules->version.length) buf_format(&w->buf, say(w, ", version %.*s", "，版本 %.*s"), TEXT_ARG(rules->version));
        if (rules->cites.length) buf_format(&w->buf, say(w, " (%.*s)", "（%.*s）"), TEXT_ARG(rules->cites));
        buf_char(&w->buf, '\n');
    }
}

static void verdict_line(Writer *w, const char *name, const long *verdicts) {
    long all = 0;
    for (int i = 1; i < VERDICT_COUNT; i++)
        all += verdicts[i];
    if (all == 0) return;
    buf_add_z(&w->buf, "  ");
    pad(&w->buf, text_of(name), 10);
    for (int i = 1; i < VERDICT_COUNT; i++) {
        bool mark = w->color && i == VERDICT_CONTRADICTED && verdicts[i] > 0;
        buf_char(&w->buf, ' ');
        if (mark) buf_add_z(&w->buf, "\033[31m");
        number_right(&w->buf, verdicts[i], 8);
        if (mark) buf_add_z(&w->buf, "\033[0m");
        buf_char(&w->buf, ' ');
        pad(&w->buf, verdict_text((Verdict)i, w->zh ? LANG_ZH : LANG_EN), w->zh ? 10 : 18);
    }
    while (w->buf.length && w->buf.at[w->buf.length - 1] == ' ')
        w->buf.length--;
    buf_char(&w->buf, '\n');
}

static void write_verdicts(Writer *w) {
    const Replay *replay = w->replay;
    bold(w, say(w, "verdicts on what was reported\n", "对所报结果的核对\n"));
    verdict_line(w, say(w, "scores", "得分"), replay->verdicts);
    verdict_line(w, say(w, "totals", "总分"), replay->total_verdicts);
    verdict_line(w, say(w, "others", "其他"), replay->other_verdicts);
    if (replay->consequences > 0)
        buf_format(&w->buf, say(w, "  %ld of the contradicted totals and figures only follow from scores below them\n", "  不成立的总分等数字中，%ld 项只是随其下得分而错，不另列\n"), replay->consequences);
    if (rat_sign(replay->over) > 0 || rat_sign(replay->under) > 0)
        buf_format(&w->buf, say(w, "  points overstated %.*s, understated %.*s\n", "  多计 %.*s 分，少计 %.*s 分\n"), TEXT_ARG(short_number(replay->over)),
                   TEXT_ARG(short_number(replay->under)));
}

static void write_kinds(Writer *w) {
    long all = 0;
    for (int i = 0; i < FINDING_COUNT; i++)
        all += w->replay->findings[i];
    if (all == 0) return;
    bold(w, say(w, "findings by kind (certain / to be looked at)\n", "问题，按种类（确定 / 需判断）\n"));
    for (int i = 0; i < FINDING_COUNT; i++) {
        long count = w->replay->findings[i], certain = w->replay->certain[i];
        if (count == 0) continue;
        buf_add_z(&w->buf, "  ");
        pad(&w->buf, finding_title((FindingId)i, w->zh ? LANG_ZH : LANG_EN), w->zh ? 26 : 40);
        buf_format(&w->buf, "%6ld / %-6ld %s\n", certain, count - certain, finding_slug((FindingId)i));
    }
}

static void write_tallies(Writer *w) {
    const Replay *replay = w->replay;
    if (replay->units.count < 2) return;
    bold(w, say(w, "by unit (forms, contradicted, points over / under)\n", "按单位（表数、不成立、多计 / 少计）\n"));
    for (int i = 0; i < replay->units.count && i < 10; i++) {
        const Tally *tally = &replay->units.at[i];
        buf_add_z(&w->buf, "  ");
        pad(&w->buf, tally->name, 40);
        buf_format(&w->buf, "%6ld %6ld   %.*s / %.*s\n", tally->forms, tally->contradicted, TEXT_ARG(short_number(tally->over)), TEXT_ARG(short_number(tally->under)));
    }
    if (replay->units.count > 10) buf_format(&w->buf, say(w, "  … and %d more\n", "  …… 另有 %d 个\n"), replay->units.count - 10);
}

static void write_patterns(Writer *w) {
    const Replay *replay = w->replay;
    if (replay->patterns.count == 0) return;
    bold(w, say(w, "what contradicted scores have in common\n", "不成立得分的共同点\n"));
    for (int i = 0; i < replay->patterns.count && i < 12; i++) {
        const Pattern *pattern = &replay->patterns.at[i];
        Buf line = { 0 };
        buf_format(&line, say(w, "%ld of %ld scores reckoned so are contradicted: ", "按此计算的 %2$ld 处中，%1$ld 处不成立："), pattern->count, pattern->of);
        buf_add(&line, pattern->clause);
        if (pattern->difference.at)
            buf_format(&line, say(w, "; reported minus rule is always %s%.*s", "；所报减规则总是 %s%.*s"), pattern->difference.at[0] == '-' ? "" : "+",
                       TEXT_ARG(pattern->difference));
        buf_format(&line, " (%.*s:%d)", TEXT_ARG(pattern->file), pattern->line);
        paragraph(w, 2, buf_text(&line));
        for (int e = 0; e < pattern->example_count; e++) {
            const Kept *kept = pattern->examples[e];
            Buf example = { 0 };
            buf_format(&example, say(w, "e.g. form %.*s %.*s: %.*s", "例：表单 %.*s %.*s：%.*s"), TEXT_ARG(kept->finding.form), TEXT_ARG(kept->finding.name),
                       TEXT_ARG(kept->finding.reason));
            paragraph(w, 6, buf_text(&example));
        }
    }
}

/* ---- the worst ---- */

static Text place_text(const Finding *finding) {
    Buf place = { 0 };
    if (!finding->place.file.length) return TEXT("");
    buf_add(&place, finding->place.file);
    if (finding->place.sheet.length) buf_format(&place, "[%.*s]", TEXT_ARG(finding->place.sheet));
    if (finding->place.cell.length)
        buf_format(&place, ":%.*s", TEXT_ARG(finding->place.cell));
    else if (finding->place.row > 0)
        buf_format(&place, ":%ld", finding->place.row);
    if (finding->place.column.length) buf_format(&place, " %.*s", TEXT_ARG(finding->place.column));
    return buf_text(&place);
}

static void write_kept(Writer *w, int number, const Kept *kept) {
    const Finding *finding = &kept->finding;
    Lang lang = w->zh ? LANG_ZH : LANG_EN;
    Buf head = { 0 };
    buf_format(&head, "%2d. ", number);
    buf_format(&head, say(w, "form %.*s", "表单 %.*s"), TEXT_ARG(finding->form));
    if (finding->name.length) buf_format(&head, "  %.*s", TEXT_ARG(finding->name));
    if (finding->has_points) buf_format(&head, say(w, "  %s%.*s points", "  %s%.*s 分"), rat_sign(finding->points) > 0 ? "+" : "", TEXT_ARG(short_number(finding->points)));
    buf_add(&w->buf, buf_text(&head));
    buf_char(&w->buf, '\n');
    Text place = place_text(finding);
    Buf line = { 0 };
    buf_add(&line, finding_title(finding->id, lang));
    if (place.length) buf_format(&line, " (%.*s)", TEXT_ARG(place));
    paragraph(w, 4, buf_text(&line));
    paragraph(w, 4, finding->reason);
    if (finding->file.length) {
        Buf rule = { 0 };
        buf_format(&rule, say(w, "rule: %.*s:%d", "规则：%.*s:%d"), TEXT_ARG(finding->file), finding->line);
        if (finding->cites.length) buf_format(&rule, say(w, ", %.*s", "，%.*s"), TEXT_ARG(finding->cites));
        paragraph(w, 4, buf_text(&rule));
    }
}

static void write_worst(Writer *w) {
    const Replay *replay = w->replay;
    int shown = 0;
    for (int i = 0; i < replay->worst.count && shown < WORST_SHOWN; i++) {
        if (!replay->worst.at[i]->finding.certain) break;
        if (shown++ == 0) bold(w, say(w, "certain findings, the most points first\n", "确定的问题，差额大的在前\n"));
        write_kept(w, shown, replay->worst.at[i]);
    }
    long certain = 0;
    for (int i = 0; i < FINDING_COUNT; i++)
        certain += replay->certain[i];
    if (certain > shown)
        buf_format(&w->buf, say(w, "… and %ld more certain findings: --format csv lists all, -o report.html lets you look through them\n",
                                "…… 另有 %ld 项确定的问题：--format csv 列出全部，-o 报告.html 可逐项查看\n"),
                   certain - shown);
}

static bool text_end(ReplaySink *sink, const Replay *replay) {
    TextSink *own = (TextSink *)sink;
    Writer w = { .replay = replay, .zh = replay->lang == LANG_ZH, .color = own->color, .width = own->width };
    write_rules(&w);
    buf_format(&w.buf, say(&w, "%ld forms, %ld rows, %ld reported scores; %ld forms without a certain finding\n", "%ld 张表，%ld 行，%ld 个所报得分；%ld 张表没有确定的问题\n"),
               replay->form_count, replay->row_count, replay->scored, replay->clean_forms);
    if (replay->interrupted) bold(&w, say(&w, "INTERRUPTED: only what was done so far\n", "已中断：以下只是已完成的部分\n"));
    write_verdicts(&w);
    write_kinds(&w);
    write_tallies(&w);
    write_patterns(&w);
    write_worst(&w);
    return own->out.write(own->out.data, buf_text(&w.buf));
}

ReplaySink *replay_text_sink(const ReplayOut *out, bool color, int width) {
    TextSink *sink = MEM_NEW(TextSink);
    *sink = (TextSink){ { NULL, NULL, text_end }, *out, color, width };
    return &sink->sink;
}
