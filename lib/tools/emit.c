/* The tables as C source. */
#include "tools/compiler.h"

#include <stdio.h>

/* A C string literal; every byte that could mean something else is written in
 * octal. */
static void emit_string(struct buffer *out, const char *s)
{
    buffer_append_char(out, '"');
    for (; *s != '\0'; s++) {
        unsigned char c = (unsigned char)*s;
        if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '?') {
            buffer_printf(out, "\\%03o", c);
        } else {
            buffer_append_char(out, (char)c);
        }
    }
    buffer_append_char(out, '"');
}

static void emit_set(struct buffer *out, const struct class_set *set)
{
    buffer_append_str(out, STR("{{"));
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        buffer_printf(out, "%s0x%llx", i == 0 ? "" : ", ", (unsigned long long)set->bits[i]);
    }
    buffer_append_str(out, STR("}}"));
}

static void emit_int64(struct buffer *out, int64_t value)
{
    if (value == INT64_MIN) {
        buffer_append_str(out, STR("INT64_MIN"));
    } else {
        buffer_printf(out, "INT64_C(%lld)", (long long)value);
    }
}

static void emit_value(struct buffer *out, const struct value *value)
{
    static const char *const kinds[] = {"VALUE_NONE", "VALUE_INT", "VALUE_SYMBOL", "VALUE_TEXT",
                                        "VALUE_OBJECT"};
    buffer_printf(out, "{%s, 1, ", kinds[value->kind]);
    if (value->kind == VALUE_TEXT) {
        buffer_append_str(out, STR("{.text = "));
        emit_string(out, value->text);
    } else {
        buffer_append_str(out, STR("{.number = "));
        emit_int64(out, value->kind == VALUE_NONE ? 0 : value->number);
    }
    buffer_append_str(out, STR("}}"));
}

static const char *truth(bool b)
{
    return b ? "true" : "false";
}

static void emit_readings(const struct tables *tables, struct buffer *out)
{
    buffer_append_str(out, STR("static const struct lang_reading readings[] = {\n"));
    for (size_t i = 0; i < tables->reading_count; i++) {
        const struct lang_reading *reading = &tables->lang.readings[i];
        buffer_printf(out, "    {%u, %u, %u, ", reading->class_id, reading->capitalized, reading->all_caps);
        emit_value(out, &reading->value);
        buffer_append_str(out, STR("},\n"));
    }
    buffer_append_str(out, STR("    {0, 0, 0, {VALUE_NONE, 1, {.number = 0}}},\n};\n\n"));
}

static void emit_words(const struct lang *lang, struct buffer *out)
{
    buffer_append_str(out, STR("static const char forms[] = \"\\000\"\n"));
    for (size_t i = 1; i < lang->word_count; i++) {
        buffer_append_str(out, STR("    "));
        emit_string(out, lang_form(lang, i));
        buffer_append_str(out, STR(" \"\\000\"\n"));
    }
    buffer_append_str(out, STR("    ;\n\n"));
    buffer_append_str(out, STR("_Alignas(64) static const struct lang_word words[] = {\n"
                               "    {0, 0, 0, 0, 0, 0, false, false, {{0}}, 0},\n"));
    for (size_t i = 1; i < lang->word_count; i++) {
        const struct lang_word *word = &lang->words[i];
        buffer_printf(out, "    {%u, %u, %u, %u, %u, %d, %s, %s, ", word->form, word->first_reading,
                      word->reading_count, word->first_phrase, word->phrase_count, (int)word->abbreviation,
                      truth(word->abbreviation_capitalized), truth(word->cased));
        emit_set(out, &word->classes);
        buffer_printf(out, ", 0x%llx},\n", (unsigned long long)word->phrase_seconds);
    }
    buffer_append_str(out, STR("};\n\n"));
}

static void emit_phrases(const struct tables *tables, struct buffer *out)
{
    const struct lang *lang = &tables->lang;
    buffer_append_str(out, STR("static const struct lang_phrase phrases[] = {\n"));
    for (size_t i = 0; i < tables->phrase_count; i++) {
        const struct lang_phrase *phrase = &lang->phrases[i];
        buffer_printf(out, "    {%u, %u, %u, %u, ", phrase->first_word, phrase->word_count,
                      phrase->reading_count, phrase->first_reading);
        emit_set(out, &phrase->classes);
        buffer_append_str(out, STR("},\n"));
    }
    buffer_append_str(out, STR("    {0, 0, 0, 0, {{0}}},\n};\n\nstatic const uint16_t phrase_words[] = {\n"));
    for (size_t i = 0; i < tables->phrase_word_count; i++) {
        buffer_printf(out, "    %u,\n", lang->phrase_words[i]);
    }
    buffer_append_str(out, STR("    0,\n};\n\n"));
}

static void emit_buckets(const struct lang *lang, struct buffer *out)
{
    buffer_printf(out, "static const struct lang_bucket buckets[%u] = {\n", lang->bucket_mask + 1);
    for (uint32_t i = 0; i <= lang->bucket_mask; i++) {
        const struct lang_bucket *bucket = &lang->buckets[i];
        if (bucket->word != 0) {
            buffer_printf(out, "    [%u] = {UINT64_C(0x%llx), 0x%x, %u, %u},\n", i,
                          (unsigned long long)bucket->head, bucket->rest, bucket->size, bucket->word);
        }
    }
    buffer_append_str(out, STR("};\n\nstatic const uint64_t filter[] = {\n"));
    for (size_t i = 0; i < LANG_FILTER; i++) {
        buffer_printf(out, "    UINT64_C(0x%llx),\n", (unsigned long long)lang->filter[i]);
    }
    buffer_append_str(out, STR("};\n\n"));
}

/* An array of small numbers, so many a line; `prefix` stands before its name. */
static void emit_numbers(const char *prefix, const char *name, const uint16_t *numbers, size_t count,
                         unsigned line, struct buffer *out)
{
    buffer_printf(out, "static const uint16_t %s%s[] = {", prefix, name);
    for (size_t i = 0; i < count; i++) {
        buffer_printf(out, "%s%u,", i % line == 0 ? "\n    " : " ", numbers[i]);
    }
    buffer_append_str(out, count == 0 ? STR("0};\n\n") : STR("\n};\n\n")); /* C has no empty arrays */
}

static void emit_neighbour(struct buffer *out, const struct lang_neighbour *neighbour)
{
    buffer_append_str(out, STR("{"));
    emit_set(out, &neighbour->classes);
    buffer_printf(out, ", 0x%llx, %s, %s}", (unsigned long long)neighbour->words, truth(neighbour->open),
                  truth(neighbour->edge));
}

static void emit_steps(const struct rule_tables *tables, struct buffer *out)
{
    static const char *const names[] = {
        "STEP_DONE",   "STEP_SPAN_END", "STEP_ITEM",  "STEP_CLASS", "STEP_WORD", "STEP_WORDS",
        "STEP_EITHER", "STEP_GLUED",    "STEP_FIRST", "STEP_LAST",  "STEP_NOT",  "STEP_SPLIT",
        "STEP_JUMP",   "STEP_REPEAT",   "STEP_GAP",   "STEP_OPEN",  "STEP_CLOSE"};
    buffer_printf(out, "static const struct lang_step %s_steps[] = {\n", tables->name);
    for (size_t i = 0; i < tables->step_count; i++) {
        const struct lang_step *step = &tables->rules.steps[i];
        buffer_printf(out, "    {%s, %u, %u, %u, %u},\n", names[step->code], step->slot, step->count, step->a,
                      step->b);
    }
    buffer_append_str(out, STR("    {STEP_DONE, 0, 0, 0, 0},\n};\n\n"));
    buffer_printf(out, "static const struct lang_neighbour %s_ahead[] = {\n", tables->name);
    for (size_t i = 0; i < tables->ahead_count; i++) {
        buffer_append_str(out, STR("    "));
        emit_neighbour(out, &tables->rules.ahead[i]);
        buffer_append_str(out, STR(",\n"));
    }
    buffer_append_str(out, STR("};\n\n"));
}

static void emit_conditions(const struct rule_tables *tables, struct buffer *out)
{
    buffer_printf(out, "static const struct lang_condition %s_conditions[] = {\n", tables->name);
    for (size_t i = 0; i < tables->condition_count; i++) {
        const struct lang_condition *condition = &tables->rules.conditions[i];
        buffer_append_str(out, STR("    {"));
        emit_set(out, &condition->all);
        buffer_append_str(out, STR(", "));
        emit_set(out, &condition->none);
        buffer_printf(out, ", %u, %s, %u, %u},\n", condition->class_id, truth(condition->single),
                      condition->alternative_count, condition->first_alternative);
    }
    buffer_printf(out,
                  "    {{{0}}, {{0}}, 0, false, 0, 0},\n};\n\n"
                  "static const struct lang_alternative %s_alternatives[] = {\n",
                  tables->name);
    for (size_t i = 0; i < tables->alternative_count; i++) {
        const struct lang_alternative *alternative = &tables->rules.alternatives[i];
        buffer_printf(out, "    {%s, ", alternative->kind == VALUE_INT ? "VALUE_INT" : "VALUE_SYMBOL");
        emit_int64(out, alternative->low);
        buffer_append_str(out, STR(", "));
        emit_int64(out, alternative->high);
        buffer_append_str(out, STR("},\n"));
    }
    buffer_printf(out, "    {VALUE_NONE, 0, 0},\n};\n\nstatic const uint16_t %s_words[] = {\n", tables->name);
    for (size_t i = 0; i < tables->word_count; i++) {
        buffer_printf(out, "    %u,\n", tables->rules.words[i]);
    }
    buffer_append_str(out, STR("    0,\n};\n\n"));
}

static void emit_calls(const struct rule_tables *tables, struct buffer *out)
{
    buffer_printf(out, "static const struct lang_argument %s_arguments[] = {\n", tables->name);
    for (size_t i = 0; i < tables->argument_count; i++) {
        const struct lang_argument *argument = &tables->rules.arguments[i];
        buffer_printf(out, "    {%s, %u, %s, ",
                      argument->kind == ARGUMENT_CAPTURE ? "ARGUMENT_CAPTURE" : "ARGUMENT_VALUE",
                      argument->capture, truth(argument->negated));
        emit_value(out, &argument->value);
        buffer_append_str(out, STR("},\n"));
    }
    buffer_printf(out,
                  "    {ARGUMENT_VALUE, 0, false, {VALUE_NONE, 1, {.number = 0}}},\n};\n\n"
                  "static const struct lang_call %s_calls[] = {\n",
                  tables->name);
    for (size_t i = 0; i < tables->call_count; i++) {
        const struct lang_call *call = &tables->rules.calls[i];
        buffer_printf(out, "    {%u, %u, %u},\n", call->action, call->argument_count, call->first_argument);
    }
    buffer_append_str(out, STR("    {0, 0, 0},\n};\n\n"));
}

static void emit_rules(const struct rule_tables *tables, struct buffer *out)
{
    buffer_printf(out, "static const struct lang_rule %s_rules[] = {\n", tables->name);
    for (size_t i = 0; i < tables->rules.rule_count; i++) {
        const struct lang_rule *rule = &tables->rules.rules[i];
        buffer_append_str(out, STR("    {"));
        emit_string(out, rule->name);
        buffer_printf(out, ", %u, %u, %u, %u, %u, %u, %s, %s, ", rule->forward, rule->backward,
                      rule->first_call, rule->line, rule->call_count, rule->capture_count,
                      truth(rule->blocks), truth(rule->has_value));
        emit_set(out, &rule->classes);
        buffer_printf(out, ", %u, %u, %u, %u},\n", rule->first, rule->second, rule->third, rule->before);
    }
    buffer_append_str(out, STR("    {\"\", 0, 0, 0, 0, 0, 0, false, false, {{0}}, 0, 0, 0},\n};\n\n"));
}

static void emit_needs(const struct tables *all, const struct rule_tables *tables, struct buffer *out)
{
    const struct lang_needs *needs = &tables->rules.needs;
    const char *name = tables->name;
    emit_numbers(name, "_met", needs->met, tables->met_count, 24, out);
    emit_numbers(name, "_met_by_class", needs->by_class, all->lang.class_count + 1, 24, out);
    emit_numbers(name, "_met_by_word", needs->by_word, all->lang.literal_count + 1, 24, out);
    buffer_printf(out, "static const struct lang_rule_needs %s_rule_needs[] = {", name);
    for (size_t i = 0; i <= tables->rules.rule_count; i++) {
        buffer_append_str(out, i % 6 == 0 ? STR("\n    {{") : STR(" {{"));
        for (unsigned k = 0; k < NEEDS_OF_RULE; k++) {
            buffer_printf(out, "%u,", needs->by_rule[i].needs[k]);
        }
        buffer_append_str(out, STR("}},"));
    }
    buffer_append_str(out, STR("\n};\n\n"));
    buffer_printf(out, "static const struct lang_near %s_near[] = {\n", name);
    for (size_t i = 0; i <= tables->rules.rule_count; i++) {
        buffer_append_str(out, STR("    {"));
        emit_neighbour(out, &needs->near[i].item);
        buffer_printf(out, ", %u, %u},\n", needs->near[i].first, needs->near[i].last);
    }
    buffer_append_str(out, STR("};\n\n"));
}

static void emit_passes(const struct rule_tables *tables, struct buffer *out)
{
    const char *name = tables->name;
    buffer_printf(out, "static const struct lang_pass %s_passes[] = {\n", name);
    for (unsigned i = 0; i < tables->rules.pass_count; i++) {
        const struct lang_pass *pass = &tables->rules.passes[i];
        buffer_append_str(out, STR("    {"));
        emit_string(out, pass->name);
        buffer_printf(out, ", %s, %u, %u, %u},\n", truth(pass->keep), pass->first_rule, pass->rule_count,
                      pass->first_need);
    }
    buffer_append_str(out, STR("    {\"\", false, 0, 0, 0},\n};\n\n"));
}

static void emit_examples(const struct rule_tables *tables, struct buffer *out)
{
    buffer_printf(out, "static const char *const %s_expected[] = {\n", tables->name);
    for (size_t i = 0; i < tables->expected_count; i++) {
        buffer_append_str(out, STR("    "));
        emit_string(out, tables->expected[i]);
        buffer_append_str(out, STR(",\n"));
    }
    buffer_printf(out, "    NULL,\n};\n\nstatic const struct lang_example %s_examples[] = {\n", tables->name);
    for (size_t i = 0; i < tables->rules.example_count; i++) {
        const struct lang_example *example = &tables->rules.examples[i];
        const char *const strings[] = {example->name, example->rule, example->anchor};
        buffer_append_str(out, STR("    {"));
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++) {
            emit_string(out, strings[k]);
            buffer_append_str(out, k < 2 ? STR(", ") : STR(",\n     "));
        }
        emit_string(out, example->text);
        buffer_printf(out, ", %s, %s_expected + %td, %u, %u},\n", truth(example->positive), tables->name,
                      example->expected - tables->expected, example->expected_count, example->line);
    }
    buffer_printf(out, "    {\"\", \"\", \"\", \"\", false, %s_expected, 0, 0},\n};\n\n", tables->name);
}

static void emit_seeds(const struct tables *all, const struct rule_tables *tables, struct buffer *out)
{
    buffer_printf(out, "static const uint8_t %s_seed_words[] = {", tables->name);
    for (size_t i = 0; i < all->lang.word_count; i++) {
        buffer_printf(out, "%s%u,", i % 32 == 0 ? "\n    " : " ", tables->rules.seed_words[i]);
    }
    buffer_append_str(out, STR("\n};\n\n"));
}

static void emit_dimension(const struct tables *all, const struct rule_tables *tables, struct buffer *out)
{
    const char *name = tables->name;
    bool seeded = tables->rules.seed_words != NULL;
    if (seeded) {
        emit_seeds(all, tables, out);
    }
    emit_steps(tables, out);
    emit_conditions(tables, out);
    emit_calls(tables, out);
    emit_rules(tables, out);
    emit_needs(all, tables, out);
    emit_passes(tables, out);
    emit_examples(tables, out);
    buffer_printf(out, "static const struct lang_rules %s = {\n    %s_passes, %zu, ", name, name,
                  tables->rules.pass_count);
    emit_set(out, &tables->rules.begins);
    buffer_append_str(out, STR(", "));
    emit_set(out, &tables->rules.used);
    buffer_append_str(out, STR(", "));
    emit_set(out, &tables->rules.seeds);
    buffer_append_str(out, STR(", {VALUE_INT, "));
    emit_int64(out, tables->rules.seed_ordinals.low);
    buffer_append_str(out, STR(", "));
    emit_int64(out, tables->rules.seed_ordinals.high);
    buffer_append_str(out, STR("}"));
    buffer_printf(out, ", %s%s, %s_rules,\n    {%zu, %s_met, %s_met_by_class, %s_met_by_word, ",
                  seeded ? name : "NULL", seeded ? "_seed_words" : "", name, tables->rules.needs.count, name,
                  name, name);
    buffer_printf(out, "%s_rule_needs, %s_near}, %zu, %s_steps, %s_ahead, %s_conditions, ", name, name,
                  tables->rules.rule_count, name, name, name);
    buffer_printf(out, "%s_alternatives, %s_words, %s_calls, %s_arguments,\n    %s_examples, %zu,\n};\n\n",
                  name, name, name, name, name, tables->rules.example_count);
}

void emit(const struct tables *tables, struct buffer *out)
{
    const struct lang *lang = &tables->lang;
    buffer_append_str(out, STR("/* Made by lib/tools/rules from the files of the "
                               "language; not to be edited. */\n"
                               "#include \"lang/lang.h\"\n\nstatic const char "
                               "*const class_names[] = {\n"));
    for (size_t i = 0; i < lang->class_count; i++) {
        buffer_append_str(out, STR("    "));
        emit_string(out, lang->class_names[i]);
        buffer_append_str(out, STR(",\n"));
    }
    buffer_append_str(out, STR("};\n\n"));
    emit_readings(tables, out);
    emit_words(lang, out);
    emit_phrases(tables, out);
    emit_buckets(lang, out);
    emit_numbers("", "signs", lang->signs, SIGN_COUNT, 16, out);
    for (size_t i = 0; i < DIMENSION_COUNT; i++) {
        emit_dimension(tables, &tables->dimensions[i], out);
    }
    buffer_printf(out,
                  "extern const struct lang lang_%s;\nconst struct lang lang_%s "
                  "= {\n    \"%s\", class_names, %zu, "
                  "words, forms, %zu, %zu, buckets, filter, %u, signs, {",
                  lang->tag, lang->tag, lang->tag, lang->class_count, lang->word_count, lang->literal_count,
                  lang->bucket_mask);
    for (unsigned i = 0; i < ABBREVIATION_SIZES; i++) {
        buffer_printf(out, "0x%x, ", lang->abbreviations[i]);
    }
    buffer_printf(out, "}, 0x%x, readings, phrases, phrase_words, &time, &report,\n};\n", lang->endings);
}
