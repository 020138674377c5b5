#include "engine/result.h"

#include "engine/arith.h"

const char *status_name(Status status) {
    static const char *const names[] = { "met", "partly", "missed", "unknown", "missing", "not_applicable", "error" };
    return names[status];
}

Text status_text(Status status, Lang lang) {
    static const char *const texts[][2] = {
        { "met", "达到目标" },      { "partly met", "部分达到" }, { "missed", "未达到目标" },    { "unknown", "无法确定" },
        { "missing", "缺少数据" }, { "not applicable", "不适用" }, { "no result", "无法计算" },
    };
    return text_of(texts[status][lang]);
}

const PartResult *result_total(const FormResult *form) {
    return &form->parts[form->program->total];
}

Value result_lost(const PartResult *part, Units *units) {
    if (part->weight.kind != VALUE_NUMBER || part->score.kind != VALUE_NUMBER) return value_na();
    Value lost = arith_binary(units, OP_SUBTRACT, &part->weight, &part->score);
    return lost;
}

Text result_grades(const FormResult *form) {
    Buf grades = { 0 };
    for (int i = 0; i < form->grade_count; i++) {
        if (i > 0) buf_char(&grades, '/');
        buf_add(&grades, form->program->bands.at[form->grades[i]].name);
    }
    return buf_text(&grades);
}
