#include "lang/letters.h"
#include "tools/compiler.h"

#include <stdlib.h>
#include <string.h>

/* A C string literal; every byte that could mean something else is written in
 * octal. */
void emit_string(struct buffer *out, struct str s)
{
    buffer_append_char(out, '"');
    for (size_t i = 0; i < s.size; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '?') {
            buffer_printf(out, "\\%03o", c);
        } else {
            buffer_append_char(out, (char)c);
        }
    }
    buffer_append_char(out, '"');
}

void emit_set(struct buffer *out, const struct class_set *set)
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
        emit_string(out, str_from(value->text));
    } else {
        buffer_append_str(out, STR("{.number = "));
        emit_int64(out, value->kind == VALUE_NONE ? 0 : value->number);
    }
    buffer_append_str(out, STR("}}"));
}

/* Appends the readings to the running table; their classes go into `classes`.
 */
static void emit_readings(struct buffer *out, const struct reading *reading, unsigned *total, unsigned *count,
                          struct class_set *classes, bool *cased)
{
    *count = 0;
    *classes = (struct class_set){{0}};
    for (; reading != NULL; reading = reading->next) {
        buffer_printf(out, "    {%u, %u, %u, ", reading->class_id, reading->capitalized, reading->all_caps);
        emit_value(out, &reading->value);
        buffer_append_str(out, STR("},\n"));
        class_set_add(classes, reading->class_id);
        *cased = *cased || reading->capitalized != 0 || reading->all_caps != 0;
        ++*count;
        ++*total;
    }
}

/* Numbers the words: literals first. */
static size_t number_words(struct lexicon *lexicon)
{
    unsigned number = 1;
    for (int literal = 1; literal >= 0; literal--) {
        for (size_t i = 1; i < lexicon->count; i++) {
            if (lexicon->words[i].literal == (literal == 1)) {
                lexicon->words[i].final = number++;
            }
        }
    }
    size_t literals = 1;
    for (size_t i = 1; i < lexicon->count; i++) {
        literals += lexicon->words[i].literal;
    }
    return literals;
}

/* By the first word, the longest first. */
static int compare_phrases(const void *a, const void *b)
{
    const struct phrase *left = *(struct phrase *const *)a;
    const struct phrase *right = *(struct phrase *const *)b;
    if (left->words[0] != right->words[0]) {
        return left->words[0] < right->words[0] ? -1 : 1;
    }
    if (left->count != right->count) {
        return left->count > right->count ? -1 : 1;
    }
    for (unsigned i = 1; i < left->count; i++) {
        if (left->words[i] != right->words[i]) {
            return left->words[i] < right->words[i] ? -1 : 1;
        }
    }
    return 0;
}

/* Puts the words' final numbers into the phrases and sorts them. */
static void sort_phrases(struct lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->phrase_count; i++) {
        struct phrase *phrase = lexicon->phrases[i];
        for (unsigned k = 0; k < phrase->count; k++) {
            phrase->words[k] = lexicon->words[phrase->words[k]].final;
        }
    }
    if (lexicon->phrase_count > 0) {
        qsort(lexicon->phrases, lexicon->phrase_count, sizeof(struct phrase *), compare_phrases);
    }
}

/* The size of the hash table: a power of two, at most half full. */
static uint32_t bucket_count(const struct lexicon *lexicon)
{
    uint32_t size = 64;
    while (size < lexicon->count * 2) {
        size *= 2;
    }
    return size;
}

static void emit_buckets(struct compiler *compiler, const struct word *const *by_number, struct buffer *out)
{
    uint32_t size = bucket_count(&compiler->lexicon);
    uint16_t *buckets = take(compiler, size, sizeof *buckets);
    if (buckets == NULL) {
        return;
    }
    for (size_t i = 1; i < compiler->lexicon.count; i++) {
        uint32_t at = letter_hash(by_number[i]->form.data, by_number[i]->form.size) & (size - 1);
        while (buckets[at] != 0) {
            at = (at + 1) & (size - 1);
        }
        buckets[at] = (uint16_t)i;
    }
    buffer_printf(out, "static const struct lang_bucket buckets[%u] = {\n", size);
    for (uint32_t i = 0; i < size; i++) {
        struct str form = buckets[i] == 0 ? STR("") : by_number[buckets[i]]->form;
        if (buckets[i] != 0) {
            buffer_printf(out, "    [%u] = {UINT64_C(0x%llx), %zu, %u},\n", i,
                          (unsigned long long)letter_chunk(form.data, form.size), form.size, buckets[i]);
        }
    }
    buffer_append_str(out, STR("};\n\n"));
}

/* The words of ASCII signs, so that these need no search. */
static void emit_signs(const struct lexicon *lexicon, struct buffer *out)
{
    buffer_append_str(out, STR("static const uint16_t signs[128] = {"));
    for (unsigned i = 0; i < 128; i++) {
        char sign = (char)i;
        unsigned word = letter_kind(i) == LETTER_SIGN ? lexicon_find(lexicon, (struct str){&sign, 1}) : 0;
        buffer_printf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", lexicon->words[word].final);
    }
    buffer_append_str(out, STR("\n};\n\n"));
}

/* words, readings, phrases, phrase_words, buckets, signs */
static void emit_lexicon(struct compiler *compiler, const struct word **by_number, struct buffer *out)
{
    struct lexicon *lexicon = &compiler->lexicon;
    struct buffer words;
    struct buffer phrases;
    struct buffer phrase_words;
    buffer_init(&words, out->limit);
    buffer_init(&phrases, out->limit);
    buffer_init(&phrase_words, out->limit);
    for (size_t i = 1; i < lexicon->count; i++) {
        by_number[lexicon->words[i].final] = &lexicon->words[i];
    }
    sort_phrases(lexicon);
    buffer_append_str(out, STR("static const struct lang_reading readings[] = {\n"));
    unsigned total = 0;
    unsigned word_total = 0;
    struct class_set classes;
    unsigned count;
    bool cased = false;
    for (size_t i = 0; i < lexicon->phrase_count; i++) {
        const struct phrase *phrase = lexicon->phrases[i];
        unsigned first = total;
        emit_readings(out, phrase->readings, &total, &count, &classes, &cased);
        buffer_printf(&phrases, "    {%u, %u, %u, %u, ", word_total, phrase->count - 1, count, first);
        emit_set(&phrases, &classes);
        buffer_append_str(&phrases, STR("},\n"));
        for (unsigned k = 1; k < phrase->count; k++) {
            buffer_printf(&phrase_words, "    %u,\n", phrase->words[k]);
            word_total++;
        }
    }
    size_t next_phrase = 0;
    for (size_t i = 1; i < lexicon->count; i++) {
        const struct word *word = by_number[i];
        size_t first_phrase = next_phrase;
        while (next_phrase < lexicon->phrase_count && lexicon->phrases[next_phrase]->words[0] == i) {
            next_phrase++;
        }
        unsigned first = total;
        cased = false;
        emit_readings(out, word->readings, &total, &count, &classes, &cased);
        buffer_append_str(&words, STR("    {"));
        emit_string(&words, word->form);
        buffer_printf(&words, ", %u, %u, %zu, %zu, %d, %s, %s, ", first, count, first_phrase,
                      next_phrase - first_phrase, (int)word->abbreviation,
                      word->abbreviation_capitalized != 0 ? "true" : "false", cased ? "true" : "false");
        emit_set(&words, &classes);
        buffer_append_str(&words, STR("},\n"));
    }
    buffer_append_str(out, STR("    {0, 0, 0, {VALUE_NONE, 1, {.number = 0}}},\n};\n\n"
                               "static const struct lang_word words[] = {\n    {\"\", "
                               "0, 0, 0, 0, 0, false, "
                               "false, {{0}}},\n"));
    buffer_append_str(out, buffer_str(&words));
    buffer_append_str(out, STR("};\n\nstatic const struct lang_phrase phrases[] = {\n"));
    buffer_append_str(out, buffer_str(&phrases));
    buffer_append_str(out, STR("    {0, 0, 0, 0, {{0}}},\n};\n\nstatic const "
                               "uint16_t phrase_words[] = {\n"));
    buffer_append_str(out, buffer_str(&phrase_words));
    buffer_append_str(out, STR("    0,\n};\n\n"));
    emit_buckets(compiler, by_number, out);
    emit_signs(lexicon, out);
    if (buffer_status(&words) != OK || buffer_status(&phrases) != OK || buffer_status(&phrase_words) != OK) {
        compiler->messages.no_memory = true;
    }
    buffer_release(&words);
    buffer_release(&phrases);
    buffer_release(&phrase_words);
}

static size_t longest_abbreviation(const struct lexicon *lexicon)
{
    size_t longest = 0;
    for (size_t i = 1; i < lexicon->count; i++) {
        struct str form = lexicon->words[i].form;
        if (form.size > longest + 1 && form.data[form.size - 1] == '.') {
            longest = form.size - 1;
        }
    }
    return longest;
}

static uint32_t endings(const struct lexicon *lexicon)
{
    uint32_t last_bytes = 0;
    for (size_t i = 1; i < lexicon->count; i++) {
        struct str form = lexicon->words[i].form;
        if (form.size > 1 && form.data[0] == '*') {
            last_bytes |= UINT32_C(1) << (form.data[form.size - 1] & 31);
        }
    }
    return last_bytes;
}

/* Its class tells all. */
static bool is_single(const struct lang_condition *condition)
{
    unsigned classes = 0;
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        classes += (unsigned)__builtin_popcountll(condition->all.bits[i]) +
                   (unsigned)__builtin_popcountll(condition->none.bits[i]);
    }
    return classes == 1 && class_set_has(&condition->all, condition->class_id);
}

static void emit_steps(const struct compiler *compiler, const struct dimension *dimension, struct buffer *out)
{
    static const char *const names[] = {"STEP_DONE",  "STEP_SPAN_END", "STEP_ITEM",  "STEP_WORD",
                                        "STEP_WORDS", "STEP_EITHER",   "STEP_GLUED", "STEP_FIRST",
                                        "STEP_LAST",  "STEP_NOT",      "STEP_SPLIT", "STEP_JUMP",
                                        "STEP_GAP",   "STEP_OPEN",     "STEP_CLOSE"};
    const struct lexicon *lexicon = &compiler->lexicon;
    buffer_printf(out, "static const struct lang_step %s_steps[] = {\n", dimension->name);
    for (size_t i = 0; i < dimension->step_count; i++) {
        const struct lang_step *step = &dimension->steps[i];
        unsigned a = step->code == STEP_WORD ? lexicon->words[step->a].final : step->a;
        buffer_printf(out, "    {%s, %u, %u, %u, %u},\n", names[step->code], step->slot, step->count, a,
                      step->b);
    }
    buffer_printf(out,
                  "    {STEP_DONE, 0, 0, 0, 0},\n};\n\nstatic const struct "
                  "lang_condition %s_conditions[] = {\n",
                  dimension->name);
    for (size_t i = 0; i < dimension->condition_count; i++) {
        const struct lang_condition *condition = &dimension->conditions[i];
        buffer_append_str(out, STR("    {"));
        emit_set(out, &condition->all);
        buffer_append_str(out, STR(", "));
        emit_set(out, &condition->none);
        buffer_printf(out, ", %u, %s, %u, %u},\n", condition->class_id,
                      is_single(condition) ? "true" : "false", condition->alternative_count,
                      condition->first_alternative);
    }
    buffer_printf(out,
                  "    {{{0}}, {{0}}, 0, false, 0, 0},\n};\n\nstatic const struct "
                  "lang_alternative "
                  "%s_alternatives[] = {\n",
                  dimension->name);
    for (size_t i = 0; i < dimension->alternative_count; i++) {
        const struct lang_alternative *alternative = &dimension->alternatives[i];
        buffer_printf(out, "    {%s, ", alternative->kind == VALUE_INT ? "VALUE_INT" : "VALUE_SYMBOL");
        emit_int64(out, alternative->low);
        buffer_append_str(out, STR(", "));
        emit_int64(out, alternative->high);
        buffer_append_str(out, STR("},\n"));
    }
    buffer_printf(out, "    {VALUE_NONE, 0, 0},\n};\n\nstatic const uint16_t %s_words[] = {\n",
                  dimension->name);
    for (size_t i = 0; i < dimension->word_count; i++) {
        buffer_printf(out, "    %u,\n", lexicon->words[dimension->words[i]].final);
    }
    buffer_append_str(out, STR("    0,\n};\n\n"));
}

static unsigned slot_of(const struct rule *rule, struct str name)
{
    unsigned slot = 0;
    while (slot < rule->capture_count && !str_equal(rule->captures[slot], name)) {
        slot++;
    }
    return slot;
}

static unsigned line_of(struct place place)
{
    unsigned line = 1;
    for (size_t i = 0; i < place.offset; i++) {
        line += place.file->text.data[i] == '\n';
    }
    return line;
}

static void emit_arguments(const struct rule *rule, const struct call *call, struct buffer *out)
{
    for (const struct argument *argument = call->arguments; argument != NULL; argument = argument->next) {
        bool capture = argument->name.data != NULL;
        buffer_printf(out, "    {%s, %u, %s, ", capture ? "ARGUMENT_CAPTURE" : "ARGUMENT_VALUE",
                      capture ? slot_of(rule, argument->name) : 0, argument->negated ? "true" : "false");
        emit_value(out, &argument->value);
        buffer_append_str(out, STR("},\n"));
    }
}

/* arguments, calls, rules */
static void emit_rules(const struct dimension *dimension, struct buffer *out)
{
    buffer_printf(out, "static const struct lang_argument %s_arguments[] = {\n", dimension->name);
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            for (const struct call *call = rule->calls; call != NULL; call = call->next) {
                emit_arguments(rule, call, out);
            }
        }
    }
    buffer_printf(out,
                  "    {ARGUMENT_VALUE, 0, false, {VALUE_NONE, 1, {.number = "
                  "0}}},\n};\n\nstatic const struct "
                  "lang_call %s_calls[] = {\n",
                  dimension->name);
    unsigned first_argument = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            for (const struct call *call = rule->calls; call != NULL; call = call->next) {
                buffer_printf(out, "    {%u, %u, %u},\n", call->action, call->argument_count, first_argument);
                first_argument += call->argument_count;
            }
        }
    }
    buffer_printf(out, "    {0, 0, 0},\n};\n\nstatic const struct lang_rule %s_rules[] = {\n",
                  dimension->name);
    unsigned first_call = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            unsigned calls = 0;
            for (const struct call *call = rule->calls; call != NULL; call = call->next) {
                calls++;
            }
            buffer_append_str(out, STR("    {"));
            emit_string(out, rule->name);
            buffer_printf(out, ", %u, %u, %u, %u, %u, %u, %s, %s, ", rule->forward, rule->backward,
                          first_call, calls, line_of(rule->place), rule->capture_count,
                          rule->blocks ? "true" : "false", rule->has_value ? "true" : "false");
            emit_set(out, &rule->classes);
            buffer_append_str(out, STR("},\n"));
            first_call += calls;
        }
    }
    buffer_append_str(out, STR("    {\"\", 0, 0, 0, 0, 0, 0, false, false, {{0}}},\n};\n\n"));
}

static void emit_examples(const struct dimension *dimension, struct buffer *out, size_t *example_count)
{
    struct buffer table;
    buffer_init(&table, out->limit);
    buffer_printf(out, "static const char *const %s_expected[] = {\n", dimension->name);
    size_t first = 0;
    *example_count = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            unsigned numbers[2] = {0, 0};
            for (const struct example *example = rule->examples; example != NULL; example = example->next) {
                for (size_t i = 0; i < example->expected_count; i++) {
                    buffer_append_str(out, STR("    "));
                    emit_string(out, example->expected[i]);
                    buffer_append_str(out, STR(",\n"));
                }
                struct buffer name;
                buffer_init(&name, 4096);
                struct str shown =
                    str_slice(example->text, 0, example->text.size > 60 ? 60 : example->text.size);
                buffer_printf(&name, "%.*s %c%u: %.*s", STR_ARG(rule->name), example->positive ? '+' : '-',
                              ++numbers[example->positive], STR_ARG(shown));
                buffer_append_str(&table, STR("    {"));
                emit_string(&table, buffer_str(&name));
                buffer_release(&name);
                buffer_append_str(&table, STR(", "));
                emit_string(&table, rule->name);
                buffer_append_str(&table, STR(", "));
                emit_string(&table, example->anchor.data == NULL ? STR("") : example->anchor);
                buffer_append_str(&table, STR(",\n     "));
                emit_string(&table, example->text);
                buffer_printf(&table, ", %s, %s_expected + %zu, %zu, %u},\n",
                              example->positive ? "true" : "false", dimension->name, first,
                              example->expected_count, line_of(example->place));
                first += example->expected_count;
                ++*example_count;
            }
        }
    }
    buffer_printf(out, "    NULL,\n};\n\nstatic const struct lang_example %s_examples[] = {\n",
                  dimension->name);
    buffer_append_str(out, buffer_str(&table));
    buffer_printf(out, "    {\"\", \"\", \"\", \"\", false, %s_expected, 0, 0},\n};\n\n", dimension->name);
    buffer_release(&table);
}

static void emit_dimension(struct compiler *compiler, struct dimension *dimension, size_t literals,
                           const struct word *const *by_number, struct buffer *out)
{
    size_t example_count;
    if (dimension->seeded) {
        emit_seeds(compiler, dimension, by_number, out);
    }
    emit_steps(compiler, dimension, out);
    emit_rules(dimension, out);
    emit_dispatch(compiler, dimension, (unsigned)literals, out);
    emit_examples(dimension, out, &example_count);
    size_t passes = 0;
    size_t rules = 0;
    struct class_set begins = {{0}};
    struct class_set used = {{0}};
    for (unsigned i = 0; i < compiler->classes.count; i++) {
        if (class_used(compiler, dimension, i)) {
            class_set_add(&used, i);
        }
    }
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next, passes++) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            rules++;
            class_set_unite(&begins, &rule->start_classes);
        }
    }
    const char *name = dimension->name;
    buffer_printf(out,
                  "static const struct lang_rules %s = {\n    %s_passes, %zu, %s_starts, %s_candidates, ",
                  name, name, passes, name, name);
    emit_set(out, &begins);
    buffer_append_str(out, STR(", "));
    emit_set(out, &used);
    buffer_printf(out, ", %s_class_passes, %s_word_passes,\n    ", name, name);
    emit_set(out, &dimension->seeds);
    buffer_append_str(out, STR(", "));
    emit_set(out, &dimension->grown);
    buffer_printf(out, ", %s%s, %s_rules, %zu, %s_steps, %s_conditions, ", dimension->seeded ? name : "NULL",
                  dimension->seeded ? "_seed_words" : "", name, rules, name, name);
    buffer_printf(out, "%s_alternatives, %s_words, %s_calls, %s_arguments,\n    %s_examples, %zu,\n};\n\n",
                  name, name, name, name, name, example_count);
}

void emit(struct compiler *compiler, const char *tag, struct buffer *out)
{
    size_t literals = number_words(&compiler->lexicon);
    const struct word **by_number = take(compiler, compiler->lexicon.count, sizeof(struct word *));
    if (by_number == NULL) {
        return;
    }
    buffer_append_str(out, STR("/* Made by lib/tools/rules from the files of the "
                               "language; not to be edited. */\n"
                               "#include \"lang/lang.h\"\n\nstatic const char "
                               "*const class_names[] = {\n"));
    for (unsigned i = 0; i < compiler->classes.count; i++) {
        buffer_append_str(out, STR("    "));
        emit_string(out, compiler->classes.entries[i].name);
        buffer_append_str(out, STR(",\n"));
    }
    buffer_append_str(out, STR("};\n\n"));
    emit_lexicon(compiler, by_number, out);
    for (size_t i = 0; i < DIMENSION_COUNT; i++) {
        emit_dimension(compiler, &compiler->dimensions[i], literals, by_number, out);
    }
    buffer_printf(out,
                  "extern const struct lang lang_%s;\nconst struct lang lang_%s "
                  "= {\n    \"%s\", class_names, %u, "
                  "words, %zu, %zu, buckets, %u, signs, %zu, 0x%x, readings, phrases, "
                  "phrase_words, &time, &report,\n};\n",
                  tag, tag, tag, compiler->classes.count, compiler->lexicon.count, literals,
                  bucket_count(&compiler->lexicon) - 1, longest_abbreviation(&compiler->lexicon),
                  endings(&compiler->lexicon));
}
