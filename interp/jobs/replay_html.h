/* replay_html.h - what the two halves of the HTML report share: write_replay_html.c has what an auditor reads first,
   replay_html_lists.c the tables of findings and forms. */
#ifndef HENG_REPLAY_HTML_H
#define HENG_REPLAY_HTML_H

#include "jobs/html.h"
#include "jobs/replay.h"

typedef struct Page {
    Buf *out;
    const Replay *replay;
    Lang lang;
} Page;

/* For constant words; `p` is the page. */
#define L(en, zh) (p->lang == LANG_ZH ? (zh) : (en))
#define LT(en, zh) text_of(L(en, zh))

long replay_html_findings(const Replay *replay);        /* how many there are, kept or not */
void replay_html_heading(const Page *p, const char *id, Text title);
void replay_html_table(const Page *p, const char *attributes, Text label); /* inside a box that scrolls */
void replay_html_end_table(const Page *p);
void replay_html_header(const Page *p, bool number, Text title);
void replay_html_points(const Page *p, Rat points);     /* a cell */

void replay_html_pattern_examples(const Page *p, const Pattern *pattern);
void replay_html_list_findings(const Page *p);
void replay_html_list_forms(const Page *p);

#endif
