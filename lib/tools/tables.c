/* From what was read of the files to the tables of lang/lang.h. */
#include "lang/letters.h"
#include "tools/compiler.h"

#include <stdlib.h>
#include <string.h>

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

/* A copy that ends with a NUL; "" when there is no memory, which is noted. */
static const char *keep(struct compiler *compiler, struct str s)
{
    struct str copy = arena_copy(compiler->arena, s);
    if (copy.data == NULL) {
        compiler->messages.no_memory = true;
        return "";
    }
    return copy.data;
}

/* Hash table of the words: a power of two, at most half full; and its filter. */
static void make_buckets(struct compiler *compiler, struct lang *lang)
{
    uint32_t size = 64;
    while (size < lang->word_count * 2) {
        size *= 2;
    }
    struct lang_bucket *buckets = take(compiler, size, sizeof *buckets);
    uint64_t *filter = take(compiler, LANG_FILTER, sizeof *filter);
    if (buckets == NULL || filter == NULL) {
        return;
    }
    for (size_t i = 1; i < lang->word_count; i++) {
        const char *form = lang_form(lang, i);
        size_t length = strlen(form);
        uint32_t hash = letter_hash(form, length);
        uint32_t at = hash & (size - 1);
        filter[hash >> 22] |= UINT64_C(1) << (hash >> 16 & 63);
        while (buckets[at].word != 0) {
            at = (at + 1) & (size - 1);
        }
        buckets[at] =
            (struct lang_bucket){.head = letter_chunk(form, length),
                                 .rest = length <= 8 ? 0 : (uint32_t)letter_chunk(form + 8, length - 8),
                                 .size = (uint16_t)length,
                                 .word = (uint16_t)i};
    }
    lang->buckets = buckets;
    lang->filter = filter;
    lang->bucket_mask = size - 1;
}

/* The words of ASCII signs, so that these need no search. */
static void make_signs(struct compiler *compiler, struct lang *lang)
{
    const struct lexicon *lexicon = &compiler->lexicon;
    uint16_t *signs = take(compiler, SIGN_COUNT, sizeof *signs);
    if (signs == NULL) {
        return;
    }
    for (unsigned i = 0; i < SIGN_COUNT; i++) {
        char sign = (char)i;
        unsigned word = letter_kind(i) == LETTER_SIGN ? lexicon_find(lexicon, (struct str){&sign, 1}) : 0;
        signs[i] = (uint16_t)lexicon->words[word].final;
    }
    lang->signs = signs;
}

/* The lexicon's tables while they grow. */
struct lexicon_maker {
    struct compiler *compiler;
    struct lang_reading *readings;
    size_t reading_count;
};

static size_t count_readings(const struct reading *reading)
{
    size_t count = 0;
    for (; reading != NULL; reading = reading->next) {
        count++;
    }
    return count;
}

/* Appends the readings; how many, their classes, and whether one depends on capitals. */
static unsigned add_readings(struct lexicon_maker *maker, const struct reading *reading,
                             struct class_set *classes, bool *cased)
{
    unsigned count = 0;
    for (; reading != NULL; reading = reading->next, count++) {
        struct lang_reading *added = &maker->readings[maker->reading_count++];
        *added = (struct lang_reading){.class_id = (uint8_t)reading->class_id,
                                       .capitalized = (uint8_t)reading->capitalized,
                                       .all_caps = (uint8_t)reading->all_caps,
                                       .value = reading->value};
        added->value.denominator = 1;
        class_set_add(classes, reading->class_id);
        *cased = *cased || reading->capitalized != 0 || reading->all_caps != 0;
    }
    return count;
}

static void make_phrases(struct lexicon_maker *maker, struct tables *tables)
{
    const struct lexicon *lexicon = &maker->compiler->lexicon;
    struct lang_phrase *phrases = take(maker->compiler, lexicon->phrase_count + 1, sizeof *phrases);
    uint16_t *words = take(maker->compiler, lexicon->phrase_count * PHRASE_WORDS + 1, sizeof *words);
    if (phrases == NULL || words == NULL) {
        return;
    }
    size_t word_count = lexicon->phrase_count; /* all second words */
    for (size_t i = 0; i < lexicon->phrase_count; i++) {
        const struct phrase *phrase = lexicon->phrases[i];
        bool cased = false;
        phrases[i].first_reading = (uint32_t)maker->reading_count;
        phrases[i].reading_count =
            (uint16_t)add_readings(maker, phrase->readings, &phrases[i].classes, &cased);
        phrases[i].first_word = (uint32_t)word_count;
        phrases[i].word_count = (uint16_t)(phrase->count - 2);
        words[i] = (uint16_t)phrase->words[1];
        for (unsigned k = 2; k < phrase->count; k++) {
            words[word_count++] = (uint16_t)phrase->words[k];
        }
    }
    tables->lang.phrases = phrases;
    tables->lang.phrase_words = words;
    tables->phrase_count = lexicon->phrase_count;
    tables->phrase_word_count = word_count;
}

static void make_words(struct lexicon_maker *maker, const struct word *const *by_number,
                       struct tables *tables)
{
    const struct lexicon *lexicon = &maker->compiler->lexicon;
    struct lang_word *words = take(maker->compiler, lexicon->count, sizeof *words);
    size_t size = 1;
    for (size_t i = 1; i < lexicon->count; i++) {
        size += by_number[i]->form.size + 1;
    }
    char *forms = take(maker->compiler, size, 1);
    if (words == NULL || forms == NULL) {
        return;
    }
    size_t phrase = 0;
    size_t form = 1; /* the empty one of word 0 stands first */
    for (size_t i = 1; i < lexicon->count; i++) {
        const struct word *word = by_number[i];
        struct lang_word *made = &words[i];
        memcpy(&forms[form], word->form.data, word->form.size);
        made->form = (uint32_t)form;
        form += word->form.size + 1;
        made->first_phrase = (uint16_t)phrase;
        for (; phrase < lexicon->phrase_count && lexicon->phrases[phrase]->words[0] == i; phrase++) {
            made->phrase_seconds |= UINT64_C(1) << (lexicon->phrases[phrase]->words[1] & 63);
        }
        made->phrase_count = (uint16_t)(phrase - made->first_phrase);
        made->first_reading = (uint32_t)maker->reading_count;
        made->reading_count = (uint16_t)add_readings(maker, word->readings, &made->classes, &made->cased);
        made->abbreviation = (uint8_t)word->abbreviation;
        made->abbreviation_capitalized = word->abbreviation_capitalized != 0;
    }
    tables->lang.words = words;
    tables->lang.forms = forms;
    tables->lang.word_count = lexicon->count;
}

static void make_abbreviations(const struct lexicon *lexicon, struct lang *lang)
{
    for (size_t i = 1; i < lexicon->count; i++) {
        struct str form = lexicon->words[i].form;
        if (form.size > 1 && form.data[form.size - 1] == '.') {
            size_t size = form.size - 1 < ABBREVIATION_SIZES ? form.size - 1 : ABBREVIATION_SIZES - 1;
            lang->abbreviations[size] |= UINT32_C(1) << (form.data[form.size - 2] & 31);
        }
    }
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

/* Fills by_number with the words by their final numbers. */
static void make_lexicon(struct compiler *compiler, const struct word **by_number, struct tables *tables)
{
    struct lexicon *lexicon = &compiler->lexicon;
    struct lexicon_maker maker = {.compiler = compiler};
    size_t most = 1;
    for (size_t i = 1; i < lexicon->count; i++) {
        by_number[lexicon->words[i].final] = &lexicon->words[i];
        most += count_readings(lexicon->words[i].readings);
    }
    for (size_t i = 0; i < lexicon->phrase_count; i++) {
        most += count_readings(lexicon->phrases[i]->readings);
    }
    maker.readings = take(compiler, most, sizeof *maker.readings);
    if (maker.readings == NULL) {
        return;
    }
    sort_phrases(lexicon);
    make_phrases(&maker, tables);
    make_words(&maker, by_number, tables);
    if (compiler->messages.no_memory) {
        return;
    }
    tables->lang.readings = maker.readings;
    tables->reading_count = maker.reading_count;
    make_abbreviations(lexicon, &tables->lang);
    tables->lang.endings = endings(lexicon);
    make_buckets(compiler, &tables->lang);
    make_signs(compiler, &tables->lang);
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

/* Gives a step its word's final number, and what spares the matcher a look elsewhere. */
static void finish_step(const struct lexicon *lexicon, const struct dimension *dimension,
                        const uint16_t *words, struct lang_step *step)
{
    if (step->code == STEP_WORD) {
        step->a = lexicon->words[step->a].final;
    } else if (step->code == STEP_WORDS) {
        for (unsigned i = 0; i < step->count; i++) {
            step->b |= UINT32_C(1) << (words[step->a + i] & 31);
        }
    } else if (step->code == STEP_ITEM && dimension->conditions[step->a].single &&
               dimension->conditions[step->a].alternative_count == 0) {
        step->code = STEP_CLASS;
        step->a = dimension->conditions[step->a].class_id;
    }
}

/* The steps, and the word sets, with the words' final numbers. */
static void make_programs(struct compiler *compiler, const struct dimension *dimension,
                          struct rule_tables *tables)
{
    const struct lexicon *lexicon = &compiler->lexicon;
    struct lang_step *steps = take(compiler, dimension->step_count + 1, sizeof *steps);
    uint16_t *words = take(compiler, dimension->word_count + 1, sizeof *words);
    if (steps == NULL || words == NULL) {
        return;
    }
    for (size_t i = 0; i < dimension->word_count; i++) {
        words[i] = (uint16_t)lexicon->words[dimension->words[i]].final;
    }
    for (size_t i = 0; i < dimension->condition_count; i++) {
        dimension->conditions[i].single = is_single(&dimension->conditions[i]);
    }
    for (size_t i = 0; i < dimension->step_count; i++) {
        steps[i] = dimension->steps[i];
        finish_step(lexicon, dimension, words, &steps[i]);
    }
    make_ahead(compiler, dimension, steps, tables);
    tables->rules.steps = steps;
    tables->step_count = dimension->step_count;
    tables->rules.words = words;
    tables->word_count = dimension->word_count;
    tables->rules.conditions = dimension->conditions;
    tables->condition_count = dimension->condition_count;
    tables->rules.alternatives = dimension->alternatives;
    tables->alternative_count = dimension->alternative_count;
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

/* How much of each there is. */
struct amounts {
    size_t passes, rules, calls, arguments, examples, expected;
};

static struct amounts count_all(const struct dimension *dimension)
{
    struct amounts amounts = {0};
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        amounts.passes++;
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            amounts.rules++;
            for (const struct call *call = rule->calls; call != NULL; call = call->next) {
                amounts.calls++;
                amounts.arguments += call->argument_count;
            }
            for (const struct example *example = rule->examples; example != NULL; example = example->next) {
                amounts.examples++;
                amounts.expected += example->expected_count;
            }
        }
    }
    return amounts;
}

/* The rule tables while they grow. */
struct rule_maker {
    struct compiler *compiler;
    const struct dimension *dimension;
    struct rule_tables *tables;
    struct lang_rule *rules;
    struct lang_call *calls;
    struct lang_argument *arguments;
    struct lang_example *examples;
    const char **expected;
};

static void add_calls(struct rule_maker *maker, const struct rule *rule)
{
    struct rule_tables *tables = maker->tables;
    for (const struct call *call = rule->calls; call != NULL; call = call->next) {
        maker->calls[tables->call_count++] =
            (struct lang_call){.action = (uint16_t)call->action,
                               .argument_count = (uint16_t)call->argument_count,
                               .first_argument = (uint32_t)tables->argument_count};
        for (const struct argument *argument = call->arguments; argument != NULL; argument = argument->next) {
            bool capture = argument->name.data != NULL;
            struct lang_argument *made = &maker->arguments[tables->argument_count++];
            *made = (struct lang_argument){.kind = capture ? ARGUMENT_CAPTURE : ARGUMENT_VALUE,
                                           .capture = (uint8_t)(capture ? slot_of(rule, argument->name) : 0),
                                           .negated = argument->negated,
                                           .value = argument->value};
            made->value.denominator = 1;
        }
    }
}

static void add_examples(struct rule_maker *maker, const struct rule *rule, const char *rule_name)
{
    struct compiler *compiler = maker->compiler;
    unsigned numbers[2] = {0, 0};
    for (const struct example *example = rule->examples; example != NULL; example = example->next) {
        struct str shown = str_slice(example->text, 0, example->text.size > 60 ? 60 : example->text.size);
        struct str name =
            arena_printf(compiler->arena, "%s %c%u: %.*s", rule_name, example->positive ? '+' : '-',
                         ++numbers[example->positive], STR_ARG(shown));
        if (name.data == NULL) {
            compiler->messages.no_memory = true;
            return;
        }
        maker->examples[maker->tables->rules.example_count++] = (struct lang_example){
            .name = name.data,
            .rule = rule_name,
            .anchor = example->anchor.data == NULL ? "" : keep(compiler, example->anchor),
            .text = keep(compiler, example->text),
            .positive = example->positive,
            .expected = maker->expected + maker->tables->expected_count,
            .expected_count = (uint32_t)example->expected_count,
            .line = line_of(example->place),
        };
        for (size_t i = 0; i < example->expected_count; i++) {
            maker->expected[maker->tables->expected_count++] = keep(compiler, example->expected[i]);
        }
    }
}

static void add_rule(struct rule_maker *maker, const struct rule *rule)
{
    struct rule_tables *tables = maker->tables;
    struct lang_rule *made = &maker->rules[tables->rules.rule_count++];
    *made = (struct lang_rule){
        .name = keep(maker->compiler, rule->name),
        .forward = rule->forward,
        .backward = rule->backward,
        .first_call = (uint32_t)tables->call_count,
        .line = line_of(rule->place),
        .capture_count = (uint8_t)rule->capture_count,
        .blocks = rule->blocks,
        .has_value = rule->has_value,
        .classes = rule->classes,
        .first = rule->first,
        .second = rule->second,
        .third = rule->third,
        .before = rule->before,
    };
    add_calls(maker, rule);
    made->call_count = (uint16_t)(tables->call_count - made->first_call);
    add_examples(maker, rule, made->name);
    class_set_unite(&tables->rules.begins, &rule->start_classes);
}

static void make_rules(struct compiler *compiler, const struct dimension *dimension, const struct lang *lang,
                       struct rule_tables *tables)
{
    struct amounts amounts = count_all(dimension);
    if (amounts.rules > UINT16_MAX) {
        exceed(&compiler->messages, "rules");
        return;
    }
    struct rule_maker maker = {
        .compiler = compiler,
        .dimension = dimension,
        .tables = tables,
        .rules = take(compiler, amounts.rules + 1, sizeof *maker.rules),
        .calls = take(compiler, amounts.calls + 1, sizeof *maker.calls),
        .arguments = take(compiler, amounts.arguments + 1, sizeof *maker.arguments),
        .examples = take(compiler, amounts.examples + 1, sizeof *maker.examples),
        .expected = take(compiler, amounts.expected + 1, sizeof *maker.expected),
    };
    struct lang_pass *passes = take(compiler, amounts.passes + 1, sizeof *passes);
    if (compiler->messages.no_memory) {
        return;
    }
    struct lang_pass *made = passes;
    size_t first_need = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next, made++) {
        *made = (struct lang_pass){.name = keep(compiler, pass->name),
                                   .keep = pass->keep,
                                   .first_rule = (uint16_t)tables->rules.rule_count,
                                   .first_need = (uint16_t)first_need};
        for (const struct rule *rule = pass->rules; rule != NULL && !compiler->messages.no_memory;
             rule = rule->next) {
            add_rule(&maker, rule);
            made->rule_count++;
        }
        first_need += lang_pass_words(made) * 64;
    }
    for (unsigned i = 0; i < compiler->classes.count; i++) {
        if (class_used(compiler, dimension, i)) {
            class_set_add(&tables->rules.used, i);
        }
    }
    tables->name = dimension->name;
    make_needs(compiler, dimension, lang, tables);
    tables->rules.passes = passes;
    tables->rules.pass_count = amounts.passes;
    tables->rules.rules = maker.rules;
    tables->rules.calls = maker.calls;
    tables->rules.arguments = maker.arguments;
    tables->rules.examples = maker.examples;
    tables->expected = maker.expected;
}

struct tables *make_tables(struct compiler *compiler, const char *tag)
{
    struct tables *tables = take(compiler, 1, sizeof *tables);
    const char **names = take(compiler, compiler->classes.count + 1, sizeof *names);
    const struct word **by_number = take(compiler, compiler->lexicon.count, sizeof(struct word *));
    if (tables == NULL || names == NULL || by_number == NULL) {
        return NULL;
    }
    for (unsigned i = 0; i < compiler->classes.count; i++) {
        names[i] = keep(compiler, compiler->classes.entries[i].name);
    }
    tables->lang.tag = keep(compiler, str_from(tag));
    tables->lang.class_names = names;
    tables->lang.class_count = compiler->classes.count;
    tables->lang.literal_count = number_words(&compiler->lexicon);
    make_lexicon(compiler, by_number, tables);
    for (size_t i = 0; i < DIMENSION_COUNT && !compiler->messages.no_memory; i++) {
        struct dimension *dimension = &compiler->dimensions[i];
        make_programs(compiler, dimension, &tables->dimensions[i]);
        make_rules(compiler, dimension, &tables->lang, &tables->dimensions[i]);
        tables->dimensions[i].rules.seeds = dimension->seeds;
        if (dimension->seeded) {
            tables->dimensions[i].rules.seed_ordinals = dimension->seed_ordinals;
            tables->dimensions[i].rules.seed_words = make_seeds(compiler, dimension, by_number);
        }
    }
    tables->lang.time = &tables->dimensions[DIMENSION_TIME].rules;
    tables->lang.report = &tables->dimensions[DIMENSION_REPORT].rules;
    return compiler->messages.no_memory ? NULL : tables;
}
