/* parse.y - rule text to syntax tree.  Actions build nodes; names, units and weights are the checker's
   business, so any text gives a tree, even a broken one, and the formatter and editor can use it.
   tokens.c has matched the brackets and puts a SEP before every '}', so each clause and row ends in one. */
%require "3.8"
%define api.pure full
%define api.prefix {heng_yy}
%define api.token.prefix {T_}
%define api.location.type {Span}        /* byte offsets; line and column are worked out when printed */
%define parse.error custom              /* worded in mistake.c, from the table of diagnostics */
%define parse.lac full                  /* so that "expected" is true */
%locations
%expect 0                               /* a conflict fails the build */
%param { Parse *p }                     /* source, diagnostics, tokens: no globals */
%initial-action { @$ = (Span){ p->source->id, 0, 0 }; }

%code requires {
#include "build.h"
}

%code {
#define YYMALLOC mem_new                /* a deep parse moves its stack to the heap: the collector has to */
#define YYFREE(block) ((void)(block))   /* see the nodes on it there (so no %destructor is needed either) */
#define YYMAXDEPTH 100000
#define YYLLOC_DEFAULT(span, rhs, n)                                                               \
    do {                                                                                           \
        (span) = (n) ? YYRHSLOC(rhs, 1) : YYRHSLOC(rhs, 0);                                        \
        (span).begin = (n) ? (span).begin : (span).end;                                            \
        (span).end = YYRHSLOC(rhs, n).end;                                                         \
    } while (0)

static int heng_yylex(HENG_YYSTYPE *value, Span *span, Parse *p);
static void heng_yyerror(Span *span, Parse *p, const char *message);
}

%union {
    const Token *token;
    Node *node;
    int op;
    struct { Node *most, *least; } limits;
    struct { int op; Node *step, *of; } per;
}

%token START_FILE START_EXPR
%token SEP "the end of the clause"
%token BAD
%token <token> NAME "a name" NUMBER "a number" TEXT "a text in quotes" DATE "a date"
%token '{' '}' '(' ')' '[' ']' ',' ':' '.' '=' '<' '>' '+' '-' '*' '/' '^' '%'
%token NE "!=" LE "<=" GE ">=" ARROW "->"
%token UPTO ".." UPTO_OPEN "..<" OPEN_UPTO ">.." OPEN_UPTO_OPEN ">..<"
 /* keywords.def */
%token RULES VERSION CITES IN_FORCE DATED_BY TO USE ROUNDING GIVEN UNIT INDICATOR GROUP WEIGHT POINTS TARGET ACTUAL
%token CREDIT SCORE REPORTED NOTE CHECK FLAG APPLIES REQUIRED WHEN OTHERWISE MISSING STAYS_OUT AT_MOST
%token AT_LEAST REDISTRIBUTE DEDUCT PER PER_FULL OF ADJUST VETO GRADE LEVELS METHOD FUNCTION STEPS LINEAR
%token ANY_OF ONE_OF UNSIGNED TABLE FROM KEY EACH_ROW BY TEST SET ROW EXPECT TOTAL PARTS FORMS WHERE MEETS IS IN
%token AND OR NOT YES NO

%type <node> items item group_items group_item clauses clause rows row_clause shared part_clause score_clause
%type <node> body group_body rows_body version to weight_value decl decls aliases text template date
%type <node> kind unit_name bounds unit_of params param_list param when result bands bands_list band
%type <node> levels level names by steps step finding assigns assign assigned unsigned unsigned_rows unsigned_row
%type <node> value list expr and not comparison range sum term unary power postfix primary open_range
%type <node> args arg keys when_rows when_row step_rows step_row linear_rows linear_row what
%type <op> weight sign cmp range_sign word rounded
%type <limits> limits
%type <per> per
%type <node> most least at_most

%%

input:
      START_FILE items                  { p->result = syn(p, FILE, 0, @$, $2); }
    | START_EXPR value seps             { p->result = $2; }
    | START_EXPR error                  { p->result = syn_broken(p, @$); }
    ;
seps:
      %empty
    | seps SEP
    ;

 /* ---- Items ---- */

items:
      %empty                            { $$ = p->items = syn_list(p, @$); }
    | items SEP
    | items item SEP                    { $$ = syn_add(p, $1, $2); yyerrok; }
    | items error SEP                   { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
item:
      RULES TEXT version                { $$ = syn_titled(p, syn(p, RULES, 0, @$, $3), $2); }
    | IN_FORCE date to                  { $$ = syn(p, FORCE, 0, @$, $2, $3); }
    | DATED_BY NAME                     { $$ = syn_named(p, syn_leaf(p, NODE_DATED_BY, 0, @$), $2); }
    | USE NAME                          { $$ = syn_named(p, syn_leaf(p, NODE_USE, 0, @$), $2); }
    | USE TEXT                          { $$ = syn_titled(p, syn_leaf(p, NODE_USE, 0, @$), $2); }
    | ROUNDING rounded NUMBER           { $$ = syn_rounding(p, $2, $3, NULL, @$); }
    | ROUNDING rounded NUMBER NAME      { $$ = syn_rounding(p, $2, $3, $4, @$); }
    | UNIT decl                         { $$ = syn(p, UNIT_DEF, 0, @$, $2, NULL); }
    | UNIT decl '=' NUMBER              { $$ = syn(p, UNIT_DEF, 0, @$, $2, syn_number(p, $4)); }
    | ADJUST TEXT sign sum when limits
                                        { $$ = syn_titled(p, syn(p, ADJUST, $3, @$, $4, $5, $6.most, $6.least), $2); }
    | VETO TEXT WHEN expr ARROW result  { $$ = syn_titled(p, syn(p, VETO, 0, @$, $4, $6), $2); }
    | GRADE bands                       { $$ = syn(p, GRADES, 0, @$, $2); }
    | LEVELS decl open levels '}'       { $$ = syn(p, LEVELS, 0, @$, $2, syn_rows(p, $4, @$)); }
    | LEVELS error open levels '}'      { $$ = syn_broken(p, @$); }
    | LEVELS error                      { $$ = syn_broken(p, @$); }
    | METHOD decl params '=' value      { $$ = syn(p, METHOD, 0, @$, $2, $3, $5); }
    | METHOD decl '=' value             { $$ = syn(p, METHOD, 0, @$, $2, syn_list(p, @2), $4); }
    | FUNCTION decl params '=' value    { $$ = syn(p, FUNCTION, 0, @$, $2, $3, $5); }
    | TABLE decl FROM text KEY names    { $$ = syn(p, TABLE, 0, @$, $2, $4, $6); }
    | REDISTRIBUTE                      { $$ = syn_leaf(p, NODE_REDISTRIBUTE, 0, @1); }
    | CHECK template expr               { $$ = syn(p, CHECK, 0, @$, $2, $3); }
    | TEST TEXT open steps '}'          { $$ = syn_titled(p, syn(p, TEST, 0, @$, $4), $2); }
    | TEST error open steps '}'         { $$ = syn_broken(p, @$); }
    | TEST error                        { $$ = syn_broken(p, @$); }
    | group_item
    ;
group_item:
      INDICATOR decl weight_value body
        { $$ = syn(p, INDICATOR, $3 ? $3->op : 0, @$, $2, $3 ? $3->kid[0] : NULL, $4); }
    | INDICATOR error open clauses '}'
        { $$ = syn(p, INDICATOR, 0, @$, syn_broken(p, @2), NULL, $4); }
    | INDICATOR error                   { $$ = syn_broken(p, @$); }
    | GROUP decl weight_value group_body
        { $$ = syn(p, GROUP, $3 ? $3->op : 0, @$, $2, $3 ? $3->kid[0] : NULL, $4); }
    | GROUP error open group_items '}'
        { $$ = syn(p, GROUP, 0, @$, syn_broken(p, @2), NULL, $4); }
    | GROUP error                       { $$ = syn_broken(p, @$); }
    | EACH_ROW NAME by rows_body        { $$ = syn_named(p, syn(p, EACH_ROW, 0, @$, $3, $4), $2); }
    | EACH_ROW error rows_body          { $$ = syn(p, EACH_ROW, 0, @$, syn_list(p, @2), $3); }
    | EACH_ROW error                    { $$ = syn_broken(p, @$); }
    | shared
    ;
open:
      '{'                               { yyerrok; }
    ;
body:
      %empty                            { $$ = syn_list(p, @$); }
    | open clauses '}'                  { $$ = $2; $$->span = @$; }
    ;
group_body:
      open group_items '}'              { $$ = $2; $$->span = @$; }
    ;
rows_body:
      open rows '}'                     { $$ = $2; $$->span = @$; }
    ;
group_items:
      %empty                            { $$ = syn_list(p, @$); }
    | group_items SEP
    | group_items group_item SEP        { $$ = syn_add(p, $1, $2); yyerrok; }
    | group_items score_clause SEP      { $$ = syn_add(p, $1, $2); yyerrok; }
    | group_items REDISTRIBUTE SEP      { $$ = syn_add(p, $1, syn_leaf(p, NODE_REDISTRIBUTE, 0, @2)); yyerrok; }
    | group_items error SEP             { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;

version:
      %empty                            { $$ = NULL; }
    | VERSION text                      { $$ = $2; }
    ;
to:
      %empty                            { $$ = NULL; }
    | TO date                           { $$ = $2; }
    ;
rounded:
      %empty                            { $$ = 0; }
    | TOTAL                             { $$ = KW_TOTAL; }
    | GRADE                             { $$ = KW_GRADE; }
    ;
weight:
      WEIGHT                            { $$ = KW_WEIGHT; }
    | POINTS                            { $$ = KW_POINTS; }
    ;
weight_value:                             /* a node that only carries both parts */
      %empty                            { $$ = NULL; }
    | weight expr                       { $$ = syn(p, LIST, $1, @$, $2); }
    ;
sign:
      '+'                               { $$ = '+'; }
    | '-'                               { $$ = '-'; }
    ;
when:
      %empty                            { $$ = NULL; }
    | WHEN expr                         { $$ = $2; }
    ;
limits:
      %empty                            { $$.most = $$.least = NULL; }
    | most                              { $$.most = $1; $$.least = NULL; }
    | least                             { $$.most = NULL; $$.least = $1; }
    | most least                        { $$.most = $1; $$.least = $2; }
    | least most                        { $$.most = $2; $$.least = $1; }
    ;
most:
      ',' AT_MOST expr                  { $$ = $3; }
    ;
least:
      ',' AT_LEAST expr                 { $$ = $3; }
    ;
at_most:
      %empty                            { $$ = NULL; }
    | most
    ;
result:
      GRADE NAME                        { $$ = syn_name(p, NODE_GRADE_REF, $2); $$->span = @$; }
    | SCORE expr                        { $$ = $2; }
    ;

bands:
      open bands_list '}'               { $$ = syn_rows(p, $2, @$); }
    ;
bands_list:
      %empty                            { $$ = syn_list(p, @$); }
    | bands_list SEP
    | bands_list band SEP               { $$ = syn_add(p, $1, $2); yyerrok; }
    | bands_list error SEP              { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
band:
      decl cmp range                    { $$ = syn(p, BAND, $2, @$, $1, $3); }
    | decl OTHERWISE                    { $$ = syn(p, BAND, KW_OTHERWISE, @$, $1, NULL); }
    | decl WHEN expr                    { $$ = syn(p, BAND, KW_WHEN, @$, $1, $3); }
    ;
levels:
      %empty                            { $$ = syn_list(p, @$); }
    | levels SEP
    | levels level SEP                  { $$ = syn_add(p, $1, $2); yyerrok; }
    | levels error SEP                  { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
level:
      decl ARROW expr                   { $$ = syn_level(p, $1, $3, @$); }
    ;
params:
      '(' ')'                           { $$ = syn_list(p, @1); }
    | '(' param_list ')'                { $$ = $2; }
    ;
param_list:
      param                             { $$ = syn_add(p, syn_list(p, @$), $1); }
    | param_list ',' param              { $$ = syn_add(p, $1, $3); }
    ;
param:
      NAME ':' kind                     { $$ = syn_named(p, syn(p, PARAM, 0, @$, $3), $1); }
    ;
steps:
      %empty                            { $$ = syn_list(p, @$); }
    | steps SEP
    | steps step SEP                    { $$ = syn_add(p, $1, $2); yyerrok; }
    | steps error SEP                   { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
step:
      SET assigns                       { $$ = syn(p, SET, 0, @$, $2); }
    | ROW assigns                       { $$ = syn(p, ROW, 0, @$, $2); }
    | group_item                        /* of the test alone: an indicator that tries a method */
    | EXPECT expr                       { $$ = syn(p, EXPECT, 0, @$, $2); }
    ;
finding:                                  /* in tests: yes where the check holds, the flag is raised … */
      CHECK text                        { $$ = syn(p, FINDING, KW_CHECK, @$, $2); }
    | FLAG text                         { $$ = syn(p, FINDING, KW_FLAG, @$, $2); }
    | VETO text                         { $$ = syn(p, FINDING, KW_VETO, @$, $2); }
    | ADJUST text                       { $$ = syn(p, FINDING, KW_ADJUST, @$, $2); }
    | REQUIRED NAME                     { $$ = syn(p, FINDING, KW_REQUIRED, @$, syn_name(p, NODE_NAME, $2)); }
    ;
assigns:
      assign                            { $$ = syn_add(p, syn_list(p, @$), $1); }
    | assigns ',' assign                { $$ = syn_add(p, $1, $3); }
    ;
assign:
      NAME '=' assigned                 { $$ = syn_named(p, syn(p, ASSIGN, 0, @$, $3, NULL), $1); }
    | NAME '.' NAME '=' assigned        { $$ = syn_named(p, syn(p, ASSIGN, 0, @$, $5, syn_name(p, NODE_NAME, $1)), $3); }
    ;
assigned:
      expr
    | open_range
    | MISSING                           { $$ = syn_leaf(p, NODE_WORD, KW_MISSING, @$); }
    ;

decl:
      NAME aliases                      { $$ = syn_decl(p, $1, $2, @$); }
    ;
decls:
      decl                              { $$ = syn_add(p, syn_list(p, @$), $1); }
    | decls ',' decl                    { $$ = syn_add(p, $1, $3); }
    ;
aliases:
      %empty                            { $$ = syn_list(p, @$); }
    | aliases text                      { $$ = syn_add(p, $1, $2); }
    ;
names:
      NAME                              { $$ = syn_add(p, syn_list(p, @$), syn_name(p, NODE_NAME, $1)); }
    | names ',' NAME                    { $$ = syn_add(p, $1, syn_name(p, NODE_NAME, $3)); }
    ;
by:
      %empty                            { $$ = syn_list(p, @$); }
    | BY names                          { $$ = $2; }
    ;
text:
      TEXT                              { $$ = syn_text(p, $1); }
    ;
template:
      TEXT                              { $$ = syn_template(p, $1); }
    ;
date:
      DATE                              { $$ = syn_date(p, $1); }
    ;
kind:
      NAME                              { $$ = syn_named(p, syn(p, KIND, 0, @$, NULL), $1); }
    | NAME unit_name                    { $$ = syn_named(p, syn(p, KIND, 0, @$, $2), $1); }
    ;
unit_name:
      unit_words                        { $$ = syn_unit(p, @$); }
    ;
unit_words:
      unit_word
    | unit_words '/' unit_word
    | unit_words '.' unit_word
    ;
unit_word:
      NAME
    | '%'
    ;

 /* ---- Clauses ---- */

shared:                                   /* in a file, a group, an indicator */
      CITES text                        { $$ = syn(p, CITES, 0, @$, $2); }
    | NOTE template                     { $$ = syn(p, NOTE, 0, @$, $2); }
    | FLAG template WHEN expr           { $$ = syn(p, FLAG, 0, @$, $2, $4); }
    | REQUIRED expr when                { $$ = syn(p, REQUIRED, 0, @$, $2, $3); }
    | REPORTED expr                     { $$ = syn(p, REPORTED, 0, @$, $2); }
    | DEDUCT expr per when at_most      { $$ = syn(p, DEDUCT, $3.op, @$, $2, $3.step, $3.of, $4, $5); }
    | GIVEN decls ':' kind bounds unit_of
                                        { $$ = syn(p, GIVEN, 0, @$, $2, $4, $5, $6); }
    | decl '=' value                    { $$ = syn(p, DEFINE, 0, @$, $1, $3); }
    ;
per:
      %empty                            { $$.op = 0; $$.step = $$.of = NULL; }
    | PER expr OF expr                  { $$.op = KW_PER; $$.step = $2; $$.of = $4; }
    | PER_FULL expr OF expr             { $$.op = KW_PER_FULL; $$.step = $2; $$.of = $4; }
    ;
bounds:
      %empty                            { $$ = NULL; }
    | IN range                          { $$ = $2; }
    | IN open_range                     { $$ = $2; }
    ;
unit_of:
      %empty                            { $$ = NULL; }
    | UNIT expr                         { $$ = $2; }
    ;
score_clause:                             /* in a group, an indicator, a row */
      SCORE value                       { $$ = syn(p, SCORE, 0, @$, $2); }
    | APPLIES WHEN expr                 { $$ = syn(p, APPLIES, 0, @$, $3); }
    | AT_MOST expr                      { $$ = syn(p, AT_MOST, 0, @$, $2); }
    | AT_LEAST expr                     { $$ = syn(p, AT_LEAST, 0, @$, $2); }
    | MISSING ARROW value               { $$ = syn(p, MISSING, 0, @$, $3); }
    ;
part_clause:                              /* in an indicator, a row */
      TARGET value                      { $$ = syn(p, TARGET, 0, @$, $2); }
    | TARGET cmp range                  { $$ = syn(p, TARGET, $2, @$, $3); }
    | ACTUAL expr                       { $$ = syn(p, ACTUAL, 0, @$, $2); }
    | CREDIT value                      { $$ = syn(p, CREDIT, 0, @$, $2); }
    | UNIT expr                         { $$ = syn(p, UNIT, 0, @$, $2); }
    | UNSIGNED unsigned                 { $$ = syn(p, UNSIGNED, 0, @$, $2); }
    | PARTS NAME                        { $$ = syn_name(p, NODE_PAIRING, $2); $$->span = @$; }
    ;
clauses:
      %empty                            { $$ = syn_list(p, @$); }
    | clauses SEP
    | clauses clause SEP                { $$ = syn_add(p, $1, $2); yyerrok; }
    | clauses error SEP                 { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
clause:
      shared
    | score_clause
    | part_clause
    ;
rows:
      %empty                            { $$ = syn_list(p, @$); }
    | rows SEP
    | rows row_clause SEP               { $$ = syn_add(p, $1, $2); yyerrok; }
    | rows error SEP                    { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
row_clause:
      clause
    | GROUP list                        { $$ = syn(p, ROW_GROUP, 0, @$, $2); }
    | INDICATOR expr                    { $$ = syn(p, ROW_NAME, 0, @$, $2); }
    | WEIGHT expr                       { $$ = syn(p, WEIGHT, 0, @$, $2); }
    | WHEN expr open rows '}'           { $$ = syn(p, SECTION, 0, @$, $2, $4); }
    | WHEN error open rows '}'          { $$ = syn(p, SECTION, 0, @$, syn_broken(p, @2), $4); }
    | WHEN error                        { $$ = syn_broken(p, @$); }
    ;
unsigned:
      IS NAME
        { $$ = syn_add(p, syn_list(p, @$), syn_named(p, syn(p, ROW_ARM, KW_IS, @$, NULL), $2)); }
    | NAME
        { $$ = syn_add(p, syn_list(p, @$), syn_named(p, syn(p, ROW_ARM, 0, @$, NULL), $1)); }
    | unsigned_rows
    | unsigned_rows ',' OTHERWISE NAME
        { $$ = syn_add(p, $1, syn_named(p, syn(p, ROW_ARM, KW_OTHERWISE, @4, NULL), $4)); }
    ;
unsigned_rows:
      unsigned_row                      { $$ = syn_add(p, syn_list(p, @$), $1); }
    | unsigned_rows ',' unsigned_row    { $$ = syn_add(p, $1, $3); }
    ;
unsigned_row:
      NAME WHEN expr                    { $$ = syn_named(p, syn(p, ROW_ARM, KW_WHEN, @$, $3), $1); }
    ;

 /* ---- Expressions, loosest first ---- */

value:                                    /* where an alternatives list may stand: it takes all commas */
      expr
    | ANY_OF list                       { $$ = syn(p, ANY_OF, 0, @$, $2); }
    | ONE_OF list                       { $$ = syn(p, ONE_OF, 0, @$, $2); }
    ;
list:
      expr                              { $$ = syn_add(p, syn_list(p, @$), $1); }
    | list ',' expr                     { $$ = syn_add(p, $1, $3); }
    ;
expr:
      and
    | expr OR and                       { $$ = syn(p, BINARY, KW_OR, @$, $1, $3); }
    ;
and:
      not
    | and AND not                       { $$ = syn(p, BINARY, KW_AND, @$, $1, $3); }
    ;
not:
      comparison
    | NOT not                           { $$ = syn(p, UNARY, KW_NOT, @$, $2); }
    ;
comparison:
      range
    | range cmp range                   { $$ = syn(p, COMPARE, $2, @$, $1, $3); }
    | range MEETS range                 { $$ = syn(p, MEETS, 0, @$, $1, $3); }
    | range IN range                    { $$ = syn(p, IN, 0, @$, $1, $3); }
    | range IS what                     { $$ = syn(p, IS, 0, @$, $1, $3); }
    | range IS NOT what
        { $$ = syn(p, UNARY, KW_NOT, @$, syn(p, IS, 0, @$, $1, $4)); }
    ;
cmp:
      '='                               { $$ = CMP_EQ; }
    | NE                                { $$ = CMP_NE; }
    | '<'                               { $$ = CMP_LT; }
    | LE                                { $$ = CMP_LE; }
    | '>'                               { $$ = CMP_GT; }
    | GE                                { $$ = CMP_GE; }
    ;
what:
      NAME                              { $$ = syn_name(p, NODE_NAME, $1); }
    | MISSING                           { $$ = syn_leaf(p, NODE_WORD, KW_MISSING, @$); }
    ;
range:
      sum
    | sum range_sign sum                { $$ = syn(p, RANGE, $2, @$, $1, $3); }
    ;
open_range:                               /* without one end: in parentheses, rows, bounds, entered values */
      sum range_sign                    { $$ = syn(p, RANGE, $2, @$, $1, NULL); }
    | range_sign sum                    { $$ = syn(p, RANGE, $1, @$, NULL, $2); }
    ;
range_sign:
      UPTO                              { $$ = 0; }
    | OPEN_UPTO                         { $$ = 1; }
    | UPTO_OPEN                         { $$ = 2; }
    | OPEN_UPTO_OPEN                    { $$ = 3; }
    ;
sum:
      term
    | sum '+' term                      { $$ = syn(p, BINARY, '+', @$, $1, $3); }
    | sum '-' term                      { $$ = syn(p, BINARY, '-', @$, $1, $3); }
    ;
term:
      unary
    | term '*' unary                    { $$ = syn(p, BINARY, '*', @$, $1, $3); }
    | term '/' unary                    { $$ = syn(p, BINARY, '/', @$, $1, $3); }
    ;
unary:
      power
    | '-' unary                         { $$ = syn(p, UNARY, '-', @$, $2); }
    | '+' unary                         { $$ = syn(p, UNARY, '+', @$, $2); }
    ;
power:
      postfix
    | postfix '^' unary                 { $$ = syn(p, BINARY, '^', @$, $1, $3); }
    ;
postfix:
      primary
    | postfix '.' NAME                  { $$ = syn_named(p, syn(p, MEMBER, 0, @$, $1), $3); }
    | postfix '[' keys ']'              { $$ = syn(p, INDEX, 0, @$, $1, $3); }
    ;
keys:
      expr                              { $$ = syn_add(p, syn_list(p, @$), $1); }
    | keys ',' expr                     { $$ = syn_add(p, $1, $3); }
    ;
primary:
      NUMBER                            { $$ = syn_number(p, $1); }
    | text
    | date
    | YES                               { $$ = syn_leaf(p, NODE_TRUTH, KW_YES, @$); }
    | NO                                { $$ = syn_leaf(p, NODE_TRUTH, KW_NO, @$); }
    | NAME                              { $$ = syn_name(p, NODE_NAME, $1); }
    | NAME '(' ')'                      { $$ = syn(p, CALL, 0, @$, syn_name(p, NODE_NAME, $1), syn_list(p, @2)); }
    | NAME '(' args ')'                 { $$ = syn(p, CALL, 0, @$, syn_name(p, NODE_NAME, $1), $3); }
    | word                              { $$ = syn_leaf(p, NODE_WORD, $1, @$); }
    | '(' value ')'                     { $$ = $2; }
    | '(' open_range ')'                { $$ = $2; }
    | WHEN open when_rows '}'           { $$ = syn(p, WHEN, 0, @$, syn_rows(p, $3, @$)); }
    | STEPS expr open step_rows '}'     { $$ = syn(p, STEPS, 0, @$, $2, syn_rows(p, $4, @$)); }
    | LINEAR expr open linear_rows '}'  { $$ = syn(p, LINEAR, 0, @$, $2, syn_rows(p, $4, @$)); }
    | finding
    | BAD                               { $$ = syn_broken(p, @$); }
    ;
word:
      ACTUAL                            { $$ = KW_ACTUAL; }
    | TARGET                            { $$ = KW_TARGET; }
    | WEIGHT                            { $$ = KW_WEIGHT; }
    | SCORE                             { $$ = KW_SCORE; }
    | CREDIT                            { $$ = KW_CREDIT; }
    | GRADE                             { $$ = KW_GRADE; }
    | TOTAL                             { $$ = KW_TOTAL; }
    | PARTS                             { $$ = KW_PARTS; }
    | FORMS                             { $$ = KW_FORMS; }
    | ROW                               { $$ = KW_ROW; }
    ;
args:
      arg                               { $$ = syn_add(p, syn_list(p, @$), $1); }
    | args ',' arg                      { $$ = syn_add(p, $1, $3); }
    | args ',' MISSING STAYS_OUT
        {
            Node *last = $1->kid[$1->count - 1];
            if (last->kind != NODE_FILTER) {
                last = syn(p, FILTER, 0, last->span, last, NULL);
                $1->kid[$1->count - 1] = last;
            }
            last->op = KW_MISSING;
            last->span.end = @4.end;
            $$ = $1;
        }
    ;
arg:
      expr
    | open_range
    | expr WHERE expr                   { $$ = syn(p, FILTER, 0, @$, $1, $3); }
    ;
when_rows:
      %empty                            { $$ = syn_list(p, @$); }
    | when_rows SEP
    | when_rows when_row SEP            { $$ = syn_add(p, $1, $2); yyerrok; }
    | when_rows error SEP               { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
when_row:
      expr ARROW value                  { $$ = syn(p, ARM, 0, @$, $1, $3); }
    | OTHERWISE ARROW value             { $$ = syn(p, ARM, KW_OTHERWISE, @$, NULL, $3); }
    ;
step_rows:
      %empty                            { $$ = syn_list(p, @$); }
    | step_rows SEP
    | step_rows step_row SEP            { $$ = syn_add(p, $1, $2); yyerrok; }
    | step_rows error SEP               { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
step_row:
      expr ARROW value                  { $$ = syn(p, ARM, 0, @$, $1, $3); }
    | open_range ARROW value            { $$ = syn(p, ARM, 0, @$, $1, $3); }
    | cmp sum ARROW value               { $$ = syn(p, ARM, $1, @$, $2, $4); }
    | OTHERWISE ARROW value             { $$ = syn(p, ARM, KW_OTHERWISE, @$, NULL, $3); }
    ;
linear_rows:
      %empty                            { $$ = syn_list(p, @$); }
    | linear_rows SEP
    | linear_rows linear_row SEP        { $$ = syn_add(p, $1, $2); yyerrok; }
    | linear_rows error SEP             { $$ = syn_add(p, $1, syn_broken(p, @2)); yyerrok; }
    ;
linear_row:
      range ARROW range                 { $$ = syn(p, ARM, 0, @$, $1, $3); }
    ;

%%

static int heng_yylex(HENG_YYSTYPE *value, Span *span, Parse *p) {
    Token *token;
    if (p->resume) { /* the comma at fault counts as the end of its clause */
        p->next = p->resume;
        p->resume = 0;
        token = &p->tokens->at[p->next - 1];
        value->token = token;
        *span = (Span){ p->source->id, token->end, token->end };
        return T_SEP;
    }
    p->at = p->next;
    token = &p->tokens->at[p->at];
    p->next += p->at < p->tokens->count - 1;
    value->token = token;
    *span = (Span){ p->source->id, token->begin, token->end };
    if (token->kind == T_HENG_YYerror) { /* already reported */
        mistake_skip(p);
    }
    return token->kind;
}

static int yyreport_syntax_error(const yypcontext_t *context, Parse *p) {
    yysymbol_kind_t kinds[YYNTOKENS];
    bool expected[TOKEN_COUNT] = { false };
    int count = mistake_is_shown(p) ? yypcontext_expected_tokens(context, kinds, YYNTOKENS) : 0;
    for (int code = 0; count > 0 && code <= YYMAXUTOK; code++) {
        for (int i = 0; i < count; i++) {
            expected[TOKEN_INDEX(code)] |= code != T_YYEOF && YYTRANSLATE(code) == kinds[i];
        }
    }
    mistake_report(p, expected);
    mistake_skip(p);
    return 0;
}

/* Bison's stack is full. */
static void heng_yyerror(Span *span, Parse *p, const char *message) {
    (void)message;
    diag(p->diags, DIAG_TOO_DEEP, *span, TEXT("200"));
}
