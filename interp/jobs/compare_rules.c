/* compare_rules.c - two trees side by side.  Lists of clauses are matched by what the clauses are called or are; what
   has no partner was added or removed.  The merged tree that comes of it holds both versions, and a scheme in between
   is a walk over it that takes the one or the other. */
#include "jobs/compare_rules.h"

#include <ctype.h>

#include "engine/lower.h"

/* A clause in both versions, or in one of them (the other NULL). */
typedef struct Merge Merge;
typedef VEC(Merge *) MergeList;
struct Merge {
    const Node *old, *new;
    int change;             /* which change swaps the one for the other; -1: they are the same, or differ inside */
    bool inside;            /* they differ inside: in the following */
    int decl, weight;       /* changes of an indicator's or group's names and weight; -1: none */
    MergeList list;
};

struct RulesDiff {
    const Program *old, *new;
    MergeList list;
    RuleChanges *changes;
    const Node *within;     /* the indicator being compared, in the new version; or NULL */
    bool beside;            /* the two may find different modules and tables beside them */
};

/* ---- are two trees the same? ---- */

static bool share_name(const Symbol *a, const Symbol *b) {
    if (symbol_is_called(b, a->name)) return true;
    for (int i = 0; i < a->aliases.count; i++)
        if (symbol_is_called(b, a->aliases.at[i])) return true;
    return false;
}

/* Two names of one thing: `proportional` and 按比例. */
static bool same_symbol(const Symbol *a, const Symbol *b) {
    if (!a || !b || a->kind != b->kind) return false;
    if (a->kind == SYM_WORD || a->kind == SYM_BUILTIN) return a->index == b->index;
    return share_name(a, b);
}

static bool same_word(Text a, Text b) {
    static const char *const words[][2] = {
#define WORD(id, en, zh) { en, zh },
#include "front/word.def"
#undef WORD
    };
    if (text_is(a, b)) return true;
    for (int i = 0; i < WORD_COUNT; i++) {
        bool is_a = text_is_z(a, words[i][0]) || text_is_z(a, words[i][1]);
        if (is_a && (text_is_z(b, words[i][0]) || text_is_z(b, words[i][1]))) return true;
    }
    return false;
}

static bool same_unit(const RulesDiff *diff, Text a, Text b) {
    if (text_is(a, b)) return true;
    if (a.length == 0 || b.length == 0) return false;
    UnitId x = unit_find(diff->old->units, a), y = unit_find(diff->new->units, b);
    return x >= 0 && x == y && rat_equal(unit_scale(diff->old->units, x), unit_scale(diff->new->units, y));
}

static bool same_text(const RulesDiff *diff, const Node *a, const Node *b) {
    switch ((int)a->kind) {
    case NODE_NAME: return text_same_name(a->text, b->text) || same_symbol(a->symbol, b->symbol);
    case NODE_NUMBER:
    case NODE_UNIT_NAME: return same_unit(diff, a->text, b->text);
    case NODE_MEMBER: return text_is(a->text, b->text) || (member_find(a->text) >= 0 && member_find(a->text) == member_find(b->text));
    case NODE_KIND:
    case NODE_ROW_ARM:
    case NODE_PAIRING: return same_word(a->text, b->text);
    case NODE_DATE: return true; /* its day is its number */
    default: return text_is(a->text, b->text);
    }
}

static bool same_tree(const RulesDiff *diff, const Node *a, const Node *b) {
    if (!a || !b) return a == b;
    bool quoted = a->kind == NODE_NAME; /* op: whether it was */
    if (a->kind != b->kind || (a->op != b->op && !quoted) || a->count != b->count) return false;
    bool counts = a->kind == NODE_NUMBER || a->kind == NODE_DATE;
    if ((counts && !rat_equal(a->number, b->number)) || !same_text(diff, a, b)) return false;
    for (int i = 0; i < a->count; i++)
        if (!same_tree(diff, a->kid[i], b->kid[i])) return false;
    return true;
}

/* ---- what a clause is, and where ---- */

static const Node *decl_of(const Node *node) {
    switch ((int)node->kind) {
    case NODE_GIVEN: return node->kid[0]->count > 0 ? node->kid[0]->kid[0] : NULL;
    case NODE_UNIT_DEF:
    case NODE_INDICATOR:
    case NODE_GROUP:
    case NODE_LEVELS:
    case NODE_METHOD:
    case NODE_FUNCTION:
    case NODE_DEFINE:
    case NODE_TABLE: return node->kid[0];
    default: return NULL;
    }
}

/* Titles, dates and tests are no part of what is scored. */
static bool is_left_out(const Node *node) {
    return !node || node->kind == NODE_RULES || node->kind == NODE_FORCE || node->kind == NODE_TEST || node->kind == NODE_BROKEN;
}

static bool kind_scores(NodeKind kind) {
    return kind != NODE_CITES && kind != NODE_NOTE && kind != NODE_FLAG && kind != NODE_CHECK && kind != NODE_REQUIRED && kind != NODE_REPORTED;
}

static bool same_decl(const Node *a, const Node *b) {
    if (!a || !b) return a == b;
    return text_same_name(a->text, b->text) || (a->symbol && b->symbol && share_name(a->symbol, b->symbol));
}

/* Whether one may be the other's later version. */
static bool same_role(const Node *a, const Node *b) {
    bool credit = (a->kind == NODE_CREDIT || a->kind == NODE_SCORE) && (b->kind == NODE_CREDIT || b->kind == NODE_SCORE);
    if (a->kind != b->kind) return credit;
    switch ((int)a->kind) {
    case NODE_ROUNDING: return a->op == b->op;
    case NODE_USE:
    case NODE_ADJUST:
    case NODE_VETO: return text_same_name(a->text, b->text);
    default: return same_decl(decl_of(a), decl_of(b));
    }
}

static const Source *source_of(const RulesDiff *diff, const Node *node) {
    const Diags *diags = diff->old->scheme->diags;
    return node->span.source > 0 && node->span.source <= diags->sources.count ? diags->sources.at[node->span.source - 1] : NULL;
}

/* On one line, without comments and the separator at its end. */
static Text plain_text(Text text) {
    Buf buf = { 0 };
    char quote = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (quote ? c == quote : c == '"' || c == '\'') quote = quote ? 0 : c;
        if (!quote && c == '#')
            while (i + 1 < text.length && text.at[i + 1] != '\n')
                i++;
        else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            if (buf.length > 0 && buf.at[buf.length - 1] != ' ') buf_char(&buf, ' ');
        } else
            buf_char(&buf, c);
    }
    Text plain = text_trim(buf_text(&buf));
    while (text_ends(plain, TEXT(";")) || text_ends(plain, TEXT("；")))
        plain = text_trim(text_slice(plain, 0, plain.length - (text_ends(plain, TEXT(";")) ? 1 : 3)));
    return plain;
}

static ClauseText clause_text(const RulesDiff *diff, const Node *node) {
    ClauseText clause = { TEXT_NONE, TEXT_NONE, 0 };
    const Source *source = node ? source_of(diff, node) : NULL;
    int column;
    if (!source) return clause;
    clause.text = plain_text(text_slice(source->text, node->span.begin, node->span.end));
    clause.file = source->path;
    source_place((Source *)source, node->span.begin, &clause.line, &column);
    return clause;
}

static ClauseText weight_text(const RulesDiff *diff, const Node *part, Lang lang) {
    const Node *weight = part->kid[1];
    if (!weight) return (ClauseText){ TEXT_NONE, TEXT_NONE, 0 };
    ClauseText clause = clause_text(diff, weight);
    Buf buf = { 0 };
    Text word = keyword_text(part->op == KW_POINTS ? KW_POINTS : KW_WEIGHT, lang);
    buf_format(&buf, "%.*s %.*s", TEXT_ARG(word), TEXT_ARG(clause.text));
    clause.text = buf_text(&buf);
    return clause;
}

static int add_change(RulesDiff *diff, NodeKind clause, Text where, Text name, ClauseText old, ClauseText new) {
    RuleChange change = { .clause = clause, .where = where, .name = name, .old = old, .new = new, .scores = kind_scores(clause), .within = diff->within };
    change.kind = !old.text.at ? CHANGE_ADDED : !new.text.at ? CHANGE_REMOVED : CHANGE_CHANGED;
    vec_push(diff->changes, change);
    return diff->changes->count - 1;
}

static Text name_of(const Node *node) {
    const Node *decl = decl_of(node);
    if (decl) return decl->text;
    return node->kind == NODE_ADJUST || node->kind == NODE_VETO || node->kind == NODE_USE || node->kind == NODE_EACH_ROW ? node->text : TEXT("");
}

static Text path_of(Text where, Text name) {
    if (where.length == 0 || name.length == 0) return name.length ? name : where;
    Buf buf = { 0 };
    buf_format(&buf, "%.*s/%.*s", TEXT_ARG(where), TEXT_ARG(name));
    return buf_text(&buf);
}

/* ---- indicators by name, wherever they stand ---- */

typedef VEC(const Node *) NodeList;

static void add_indicators(const Node *node, NodeList *list) {
    if (node->kind == NODE_INDICATOR) vec_push(list, node);
    if (node->kind == NODE_GROUP) NODE_EACH(node->kid[2], kid) if (kid) add_indicators(kid, list);
}

/* How many indicators of `a` are in `b` too; *least: how many the smaller of them has. */
static int shared_indicators(const Node *a, const Node *b, int *least) {
    NodeList in_a = { 0 }, in_b = { 0 };
    int shared = 0;
    add_indicators(a, &in_a);
    add_indicators(b, &in_b);
    for (int i = 0; i < in_a.count; i++)
        for (int j = 0; j < in_b.count; j++)
            if (same_decl(in_a.at[i]->kid[0], in_b.at[j]->kid[0])) {
                shared++;
                break;
            }
    *least = in_a.count < in_b.count ? in_a.count : in_b.count;
    return shared;
}

/* A group by another name. */
static bool is_renamed(const Node *old, const Node *new) {
    int least;
    return old->kind == NODE_GROUP && new->kind == NODE_GROUP && shared_indicators(old, new, &least) * 2 > least;
}

static bool comes_back(const RuleChange *removed, const RuleChange *added) {
    int least;
    if (removed->kind != CHANGE_REMOVED || added->kind != CHANGE_ADDED || !removed->merge || !added->merge) return false;
    return shared_indicators(removed->merge->old, added->merge->new, &least) > 0;
}

static bool names_entry(const Node *node, const Node *given) {
    if (node->symbol && node->symbol->kind == SYM_GIVEN && node->symbol->node == given) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && names_entry(node->kid[i], given)) return true;
    return false;
}

/* In an indicator that reads the entry, what is compared with it or made of it. */
static bool follows_unit(const RulesDiff *diff, const RuleChange *given, const RuleChange *clause) {
    const Merge *merge = given->merge;
    if (given->clause != NODE_GIVEN || given->kind != CHANGE_CHANGED || !merge || !clause->within) return false;
    if (same_tree(diff, merge->old->kid[1], merge->new->kid[1]) && same_tree(diff, merge->old->kid[3], merge->new->kid[3])) return false;
    bool held = clause->clause == NODE_TARGET || clause->clause == NODE_ACTUAL || clause->clause == NODE_CREDIT || clause->clause == NODE_SCORE;
    return held && names_entry(clause->within, merge->new);
}

bool changes_related(const RulesDiff *diff, const RuleChange *a, const RuleChange *b) {
    return comes_back(a, b) || comes_back(b, a) || follows_unit(diff, a, b) || follows_unit(diff, b, a);
}

/* ---- matching ---- */

static void match_lists(RulesDiff *diff, const Node *old, const Node *new, Text where, MergeList *list);

static bool is_part(const Node *node) {
    return node->kind == NODE_INDICATOR || node->kind == NODE_GROUP;
}

/* Whether they are told clause by clause, and not as a whole. */
static bool opens(const RulesDiff *diff, const Node *old, const Node *new) {
    if (old->kind == NODE_SECTION) return same_tree(diff, old->kid[0], new->kid[0]);
    if (old->kind == NODE_EACH_ROW) return text_same_name(old->text, new->text) && same_tree(diff, old->kid[0], new->kid[0]);
    return is_part(old);
}

/* A group by another name is still found by its old one, in the results of either version. */
static void keep_old_name(const Node *old, const Node *new) {
    Symbol *symbol = new->symbol;
    if (new->kind != NODE_GROUP || !symbol || !old->symbol || share_name(old->symbol, symbol)) return;
    vec_push(&symbol->aliases, old->symbol->name);
}

static void match_inside(RulesDiff *diff, Merge *merge, Text where) {
    const Node *old = merge->old, *new = merge->new;
    Text inside = path_of(where, is_part(new) ? new->kid[0]->text : TEXT(""));
    merge->inside = true;
    if (!is_part(old)) {
        match_lists(diff, old->kid[1], new->kid[1], inside, &merge->list);
        return;
    }
    if (!same_tree(diff, old->kid[0], new->kid[0]))
        merge->decl = add_change(diff, NODE_DECL, where, new->kid[0]->text, clause_text(diff, old->kid[0]), clause_text(diff, new->kid[0]));
    if (!same_tree(diff, old->kid[1], new->kid[1]) || old->op != new->op)
        merge->weight = add_change(diff, NODE_WEIGHT, inside, TEXT(""), weight_text(diff, old, diff->old->scheme->lang),
                                   weight_text(diff, new, diff->new->scheme->lang));
    const Node *around = diff->within;
    if (new->kind == NODE_INDICATOR) diff->within = new;
    match_lists(diff, old->kid[2], new->kid[2], inside, &merge->list);
    diff->within = around;
    keep_old_name(old, new);
}

static void add_merge(RulesDiff *diff, const Node *old, const Node *new, Text where, MergeList *list) {
    Merge *merge = MEM_NEW(Merge);
    *merge = (Merge){ .old = old, .new = new, .change = -1, .decl = -1, .weight = -1 };
    vec_push(list, merge);
    const Node *one = new ? new : old;
    if (is_left_out(one)) return;
    if (old && new && same_tree(diff, old, new)) return;
    if (old && new && opens(diff, old, new)) {
        match_inside(diff, merge, where);
        return;
    }
    merge->change = add_change(diff, one->kind, where, name_of(one), clause_text(diff, old), clause_text(diff, new));
}

static bool fits(const RulesDiff *diff, const Node *old, const Node *new, int pass) {
    if (pass == 2) return is_renamed(old, new);
    return same_role(old, new) && (pass == 1 || same_tree(diff, old, new));
}

/* Takes the same clauses for each other first, then those that may be versions of each other, in their order.  The
   list has the order of the new version; what was removed follows what it followed. */
static void match_lists(RulesDiff *diff, const Node *old, const Node *new, Text where, MergeList *list) {
    int *partner = mem_leaf(sizeof(int) * (size_t)(new->count + 1)); /* of each new one, the old one + 1 */
    bool *taken = mem_leaf((size_t)old->count + 1);
    for (int pass = 0; pass < 3; pass++)
        for (int j = 0; j < new->count; j++)
            for (int i = 0; i < old->count && !partner[j]; i++) {
                if (taken[i] || !new->kid[j] || !old->kid[i] || !fits(diff, old->kid[i], new->kid[j], pass)) continue;
                partner[j] = i + 1;
                taken[i] = true;
            }
    int told = 0;
    for (int j = 0; j < new->count; j++) {
        int i = partner[j] - 1;
        for (; told < i; told++)
            if (!taken[told] && old->kid[told]) add_merge(diff, old->kid[told], NULL, where, list);
        if (told == i) told++;
        if (new->kid[j]) add_merge(diff, i >= 0 ? old->kid[i] : NULL, new->kid[j], where, list);
    }
    for (; told < old->count; told++)
        if (!taken[told] && old->kid[told]) add_merge(diff, old->kid[told], NULL, where, list);
}

/* ---- what was moved ---- */

/* An indicator that left one group and stands in another is one change. */
static void join_moved(RulesDiff *diff, MergeList *list) {
    RuleChanges *changes = diff->changes;
    for (int i = 0; i < list->count; i++) {
        Merge *merge = list->at[i];
        if (merge->inside) join_moved(diff, &merge->list);
        if (merge->change >= 0) changes->at[merge->change].merge = merge;
    }
}

static void find_moved(RulesDiff *diff) {
    RuleChanges *changes = diff->changes;
    for (int i = 0; i < changes->count; i++) {
        RuleChange *to = &changes->at[i];
        if (to->kind != CHANGE_ADDED || !to->merge || !is_part(to->merge->new)) continue;
        for (int j = 0; j < changes->count; j++) {
            RuleChange *from = &changes->at[j];
            if (from->kind != CHANGE_REMOVED || !from->merge || from->clause != to->clause) continue;
            if (!same_decl(from->merge->old->kid[0], to->merge->new->kid[0])) continue;
            to->kind = CHANGE_MOVED;
            to->old = from->old;
            from->clause = NODE_BROKEN; /* gone; see drop_gone */
            ((Merge *)from->merge)->change = i;
            break;
        }
    }
}

static void renumber(MergeList *list, const int *number) {
    for (int i = 0; i < list->count; i++) {
        Merge *merge = list->at[i];
        if (merge->change >= 0) merge->change = number[merge->change];
        if (merge->decl >= 0) merge->decl = number[merge->decl];
        if (merge->weight >= 0) merge->weight = number[merge->weight];
        renumber(&merge->list, number);
    }
}

static void drop_gone(RulesDiff *diff) {
    RuleChanges *changes = diff->changes;
    int *number = mem_leaf(sizeof(int) * (size_t)(changes->count + 1)), kept = 0;
    for (int i = 0; i < changes->count; i++) {
        number[i] = kept;
        if (changes->at[i].clause != NODE_BROKEN) changes->at[kept++] = changes->at[i];
    }
    changes->count = kept;
    renumber(&diff->list, number);
}

/* ---- files beside the rule files ---- */

static const Module *module_called(const Scheme *scheme, Text name) {
    for (int i = 0; i < scheme->modules.count; i++)
        if (scheme->modules.at[i] != scheme->main && text_same_name(scheme->modules.at[i]->name, name)) return scheme->modules.at[i];
    return NULL;
}

static void add_file(RulesDiff *diff, NodeKind clause, Text name, Text old, Text new) {
    ClauseText from = { TEXT(""), old, 1 }, to = { TEXT(""), new, 1 };
    add_change(diff, clause, TEXT(""), name, from, to);
    diff->changes->at[diff->changes->count - 1].file = true;
}

static void compare_files(RulesDiff *diff) {
    const Scheme *old = diff->old->scheme, *new = diff->new->scheme;
    for (int i = 0; i < old->modules.count; i++) {
        const Module *module = old->modules.at[i], *other = module_called(new, module->name);
        if (module->standard || module == old->main) continue;
        diff->beside = true;
        if (other && !text_is(module->source->text, other->source->text))
            add_file(diff, NODE_USE, module->name, module->source->path, other->source->path);
    }
    for (int i = 0; i < new->modules.count; i++)
        diff->beside |= !new->modules.at[i]->standard && new->modules.at[i] != new->main;
    for (int i = 0; i < diff->old->tables.count; i++)
        for (int j = 0; j < diff->new->tables.count; j++) {
            const ConstTable *a = diff->old->tables.at[i], *b = diff->new->tables.at[j];
            if (!text_same_name(a->name, b->name) || text_is(a->digest, b->digest)) continue;
            add_file(diff, NODE_TABLE, a->name, a->path, b->path);
        }
    diff->beside |= diff->old->tables.count + diff->new->tables.count > 0;
}

RulesDiff *rules_diff(const Program *old, const Program *new, RuleChanges *changes) {
    RulesDiff *diff = MEM_NEW(RulesDiff);
    *diff = (RulesDiff){ .old = old, .new = new, .changes = changes };
    match_lists(diff, old->scheme->main->tree->kid[0], new->scheme->main->tree->kid[0], TEXT(""), &diff->list);
    join_moved(diff, &diff->list);
    find_moved(diff);
    drop_gone(diff);
    compare_files(diff);
    return diff;
}

/* ---- schemes in between ---- */

/* Notes, flags and the like are left out: they change no score, and might name what is not there.  What a row reports
   stays, because a row that reports nothing may be none. */
static bool is_kept(const Node *node, bool rows) {
    return !is_left_out(node) && (kind_scores(node->kind) || (rows && node->kind == NODE_REPORTED));
}

/* A copy that nobody has bound yet. */
static Node *node_copy(const Node *node, bool rows) {
    if (!node) return NULL;
    Node *copy = MEM_NEW(Node);
    rows |= node->kind == NODE_EACH_ROW;
    *copy = *node;
    copy->symbol = NULL;
    copy->kid = MEM_ARRAY(Node *, node->count + 1);
    copy->count = 0;
    for (int i = 0; i < node->count; i++)
        if (node->kind != NODE_LIST || is_kept(node->kid[i], rows)) copy->kid[copy->count++] = node_copy(node->kid[i], rows);
    return copy;
}

static Node *mix_list(const MergeList *list, const Node *like, const bool *made, bool rows);

static Node *mix_inside(const Merge *merge, const bool *made, bool rows) {
    Node *node = MEM_NEW(Node);
    *node = *merge->old;
    node->symbol = NULL;
    node->kid = MEM_ARRAY(Node *, node->count + 1);
    int last = node->count - 1; /* the list */
    for (int i = 0; i < last; i++)
        node->kid[i] = node_copy(merge->old->kid[i], rows);
    node->kid[last] = mix_list(&merge->list, merge->old->kid[last], made, rows || node->kind == NODE_EACH_ROW);
    if (merge->decl >= 0 && made[merge->decl]) node->kid[0] = node_copy(merge->new->kid[0], rows);
    if (merge->weight >= 0 && made[merge->weight]) {
        node->kid[1] = node_copy(merge->new->kid[1], rows);
        node->op = merge->new->op;
    }
    return node;
}

static Node *mix(const Merge *merge, const bool *made, bool rows) {
    if (!is_kept(merge->old ? merge->old : merge->new, rows)) return NULL;
    if (merge->inside) return mix_inside(merge, made, rows);
    bool new = merge->change >= 0 && made[merge->change];
    return node_copy(new ? merge->new : merge->old, rows);
}

static Node *mix_list(const MergeList *list, const Node *like, const bool *made, bool rows) {
    Node *node = MEM_NEW(Node);
    *node = *like;
    node->kid = MEM_ARRAY(Node *, list->count + 1);
    node->count = 0;
    for (int i = 0; i < list->count; i++) {
        Node *kid = mix(list->at[i], made, rows);
        if (kid) node->kid[node->count++] = kid;
    }
    return node;
}

/* The same sources under the same numbers, for messages that nobody will read. */
static Diags *scratch_diags(const Diags *diags) {
    Diags *scratch = diags_new();
    for (int i = 0; i < diags->sources.count; i++)
        diags_source(scratch, diags->sources.at[i]->path, diags->sources.at[i]->bytes);
    return scratch;
}

static Program *mix_beside(const RulesDiff *diff, const Program *beside, const bool *made) {
    Diags *diags = scratch_diags(diff->old->scheme->diags);
    Node *tree = MEM_NEW(Node);
    *tree = *diff->old->scheme->main->tree;
    tree->kid = MEM_ARRAY(Node *, tree->count + 1);
    tree->kid[0] = mix_list(&diff->list, diff->old->scheme->main->tree->kid[0], made, false);
    Source *source = diags->sources.at[beside->scheme->main->source->id - 1];
    Scheme *scheme = scheme_of_tree(diags, source, tree);
    Program *program = diags->errors == 0 ? lower(scheme) : NULL;
    return program && diags->errors == 0 ? program : NULL;
}

Program *rules_mix(const RulesDiff *diff, const bool *made) {
    bool files = false, new = false;
    for (int i = 0; i < diff->changes->count; i++) {
        files |= diff->changes->at[i].file;
        new |= diff->changes->at[i].file && made[i];
    }
    Program *program = mix_beside(diff, new ? diff->new : diff->old, made);
    if (!program && diff->beside && !files) program = mix_beside(diff, diff->new, made); /* a module only the new one has */
    return program;
}

/* ---- words ---- */

const char *change_name(ChangeKind kind) {
    static const char *const names[] = { "changed", "added", "removed", "moved" };
    return names[kind];
}

Text change_clause(const RuleChange *change) {
    Buf buf = { 0 };
    if (change->clause == NODE_DECL) return TEXT("names");
    for (const char *c = node_name(change->clause); *c; c++)
        buf_char(&buf, *c == '_' ? '-' : (char)tolower((unsigned char)*c));
    return buf_text(&buf);
}
