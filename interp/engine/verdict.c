#include "engine/verdict.h"

#include "engine/arith.h"

const char *verdict_name(Verdict verdict) {
    static const char *const names[] = { "", "agrees", "rounded", "contradicted", "unverifiable" };
    return names[verdict];
}

Text verdict_text(Verdict verdict, Lang lang) {
    static const char *const texts[][2] = {
        { "", "" }, { "agrees", "一致" }, { "agrees as rounded", "按取整一致" }, { "contradicted", "不成立" }, { "cannot be verified", "无法核实" },
    };
    return text_of(texts[verdict][lang]);
}

/* A sheet holds 0.871 and shows 87.1%: that is what the form prints. */
static Text shown_percent(Text text) {
    Rat number;
    Buf shown = { 0 };
    if (!rat_read(text, &number)) return text;
    buf_add(&shown, rat_text(rat_multiply(number, RAT_INT(100))));
    buf_char(&shown, '%');
    return buf_text(&shown);
}

Text verdict_reported(const PartResult *part) {
    if (part->part->reported < 0 || part->slots[part->part->reported].kind != VALUE_TEXT) return TEXT_NONE;
    Text text = text_trim(part->slots[part->part->reported].text);
    const Op *op = &part->code->ops.at[part->part->reported];
    bool percent = op->code == OP_CELL && part->cells[op->index].format == CELL_PERCENT;
    return percent ? shown_percent(text) : text;
}

/* How a case holds a reported number. */
typedef enum Fit { FIT_NONE, FIT_POSSIBLE, FIT_ROUNDED, FIT_EXACT } Fit;

/* Printing less than full as full, or something as nothing, is no rounding (S16). */
static bool rounds_to(Rat exact, Rat reported, int places, const Value *weight) {
    if (!rat_equal(rat_round(exact, places, RAT_HALF_UP), reported) || rat_equal(exact, reported)) return false;
    if (rat_is_zero(reported)) return false;
    bool full = weight->kind == VALUE_NUMBER && range_is_point(&weight->range) && rat_equal(reported, weight->range.lo);
    return !full;
}

static bool on_grid(const Part *part, Rat reported) {
    return !part->rounds || rat_equal(rat_round(reported, part->places, part->mode), reported);
}

static Fit fit_of(const PartResult *part, const Value *score, Rat reported, int places) {
    if (score->kind == VALUE_NA) return FIT_NONE;
    if (score->kind != VALUE_NUMBER) return FIT_POSSIBLE;
    if (range_is_point(&score->range)) {
        if (rat_equal(score->range.lo, reported)) return FIT_EXACT;
        if (rounds_to(score->range.lo, reported, places, &part->weight)) return FIT_ROUNDED;
        return score->flags & VALUE_DOUBT ? FIT_POSSIBLE : FIT_NONE;
    }
    if (range_contains(&score->range, reported) && on_grid(part->part, reported))
        return score->flags & VALUE_EVIDENCE ? FIT_POSSIBLE : FIT_EXACT;
    if (score->flags & VALUE_DOUBT) return FIT_POSSIBLE;
    if (!on_grid(part->part, reported)) return FIT_NONE; /* finer than anything the rule's rounding gives */
    if (!(score->flags & VALUE_EVIDENCE)) return FIT_NONE; /* what may be chosen has sharp ends (S6) */
    Range rounded;
    if (range_round(&score->range, places, RAT_HALF_UP, true, &rounded) != RANGE_OK || !range_contains(&rounded, reported)) return FIT_NONE;
    bool full = part->weight.kind == VALUE_NUMBER && range_is_point(&part->weight.range) && rat_equal(reported, part->weight.range.lo);
    return full || rat_is_zero(reported) ? FIT_NONE : FIT_POSSIBLE;
}

/* Whether an amount is a share, which may be printed as one or as its percentage without the sign. */
static bool is_share(const PartResult *part) {
    int slot = part->part->amount;
    if (part->amount.kind == VALUE_NUMBER && part->amount.unit == UNIT_PERCENT) return true;
    for (;;) {
        const Op *op = &part->code->ops.at[slot];
        if (op->code == OP_NAMED || op->code == OP_CALLED || op->code == OP_ROUND || op->code == OP_CLAMP)
            slot = op->a;
        else
            return op->code == OP_DIVIDE || ((op->code == OP_PART || op->code == OP_TOTAL) && op->mode == MEMBER_CREDIT) || op->code == OP_ENTRY;
    }
}

/* A number with or without a unit of measure behind it; in base units where it has one. */
static bool read_amount(const PartResult *part, Text printed, Rat *number, int *places, bool *measured) {
    Units *units = part->code->units;
    *measured = false;
    if (cell_printed(printed, number, places)) return true;
    Text text = text_trim(printed);
    size_t end = text.length;
    while (end > 0 && !(text.at[end - 1] >= '0' && text.at[end - 1] <= '9'))
        end--;
    UnitId unit = end > 0 ? unit_find(units, text_trim(text_slice(text, end, text.length))) : -1;
    if (unit <= UNIT_NONE || part->amount.kind != VALUE_NUMBER || unit_fit(units, unit, part->amount.unit) == UNIT_OTHER) return false;
    if (!cell_printed(text_slice(text, 0, end), number, places)) return false;
    *number = rat_multiply(*number, unit_scale(units, unit));
    *measured = true;
    for (Rat scale = unit_scale(units, unit); rat_compare(scale, RAT_INT(10)) >= 0; scale = rat_divide(scale, RAT_INT(10)))
        --*places;
    return true;
}

/* Any expression that `reported` stands on.  A bare number is in the unit the rules reckon in: 40 for 40万元. */
static Verdict verdict_of_amount(const PartResult *part, Text printed) {
    Rat reported;
    int places;
    bool measured, percent = cell_is_percent(printed);
    if (part->amount.kind != VALUE_NUMBER || !read_amount(part, printed, &reported, &places, &measured)) return VERDICT_NONE;
    Units *units = part->code->units;
    bool ratio = unit_is_ratio(units, part->amount.unit);
    Fit fit;
    if (ratio || measured || percent) {
        fit = fit_of(part, &part->amount, reported, places);
    } else {
        Value scale = value_number(unit_scale(units, part->amount.unit), UNIT_NONE), bare = part->amount;
        bare.unit = UNIT_NONE;
        bare = arith_binary(units, OP_DIVIDE, &bare, &scale);
        fit = fit_of(part, &bare, reported, places);
    }
    if (ratio && !percent && is_share(part)) {
        Fit other = fit_of(part, &part->amount, rat_divide(reported, RAT_INT(100)), places + 2);
        if (other > fit) fit = other;
    }
    static const Verdict verdicts[] = { VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE, VERDICT_ROUNDED, VERDICT_AGREES };
    return verdicts[fit];
}

/* S16: the exact score printed with fewer places; 4.446 is 4.4 as well as, rounded to 4.45 first, 4.5. */
static bool rounds_exact(const PartResult *part, const Case *one, Rat reported, int places) {
    const Part *rule = part->part;
    bool plain = rule->credit >= 0 && rule->score < 0 && rule->at_most < 0 && rule->at_least < 0 && rule->deductions.count == 0;
    if (!plain || !rule->rounds || places >= rule->places) return false;
    if (one->credit.kind != VALUE_NUMBER || one->weight.kind != VALUE_NUMBER) return false;
    if (!range_is_point(&one->credit.range) || !range_is_point(&one->weight.range)) return false;
    return rounds_to(rat_multiply(one->credit.range.lo, one->weight.range.lo), reported, places, &part->weight);
}

bool verdict_printed(const PartResult *part, Text printed, Rat *number, int *places) {
    bool percent = cell_is_percent(printed);
    return !(percent && part->part->kind != PART_REPORTED) && cell_printed(printed, number, places);
}

Verdict verdict_of(const PartResult *part, Text printed) {
    Rat reported;
    int places;
    if (part->part->kind == PART_REPORTED && (part->amount.kind == VALUE_TEXT || part->amount.kind == VALUE_MISSING)) /* a grade */
        return text_is_blank(printed)                   ? VERDICT_NONE
               : part->amount.kind == VALUE_MISSING     ? VERDICT_UNVERIFIABLE
               : text_same_name(part->amount.text, printed) ? VERDICT_AGREES
                                                            : VERDICT_CONTRADICTED;
    if (part->part->kind == PART_REPORTED) return verdict_of_amount(part, printed);
    if (part->incomplete || part->skipped || !verdict_printed(part, printed, &reported, &places)) return VERDICT_NONE;
    if (part->status == STATUS_NOT_APPLICABLE) return VERDICT_NONE;
    if (part->weight.kind == VALUE_MISSING) return VERDICT_NONE;
    if (part->status == STATUS_ERROR || part->case_count == 0) {
        Value score = part->score;
        if (score.kind != VALUE_NUMBER) return VERDICT_UNVERIFIABLE;
        return fit_of(part, &score, reported, places) == FIT_NONE ? VERDICT_CONTRADICTED : VERDICT_UNVERIFIABLE;
    }
    Fit least = FIT_EXACT; /* over readings, of the best alternative */
    bool possible = false;
    for (int reading = 0; reading < part->reading_count; reading++) {
        Fit best = FIT_NONE;
        for (int i = 0; i < part->case_count; i++) {
            if (part->cases[i].reading != reading) continue;
            Fit fit = fit_of(part, &part->cases[i].score, reported, places);
            if (fit == FIT_NONE && rounds_exact(part, &part->cases[i], reported, places)) fit = FIT_ROUNDED;
            if (fit > best) best = fit;
        }
        if (best < least) least = best;
        possible |= best != FIT_NONE;
    }
    if (!possible) return VERDICT_CONTRADICTED;
    return least == FIT_EXACT ? VERDICT_AGREES : least == FIT_ROUNDED ? VERDICT_ROUNDED : VERDICT_UNVERIFIABLE;
}

const Node *verdict_via(const PartResult *part, Text printed) {
    Rat reported;
    int places;
    const Node *via = NULL;
    if (part->part->kind != PART_INDICATOR || !cell_printed(printed, &reported, &places)) return NULL;
    for (int i = 0; i < part->case_count; i++) {
        if (fit_of(part, &part->cases[i].score, reported, places) < FIT_ROUNDED) continue;
        if (!part->cases[i].via) return NULL;
        if (!via) via = part->cases[i].via;
    }
    return via;
}
