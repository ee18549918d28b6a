/* A language loaded from its folder (ENGLISH: a copy made by the build) has the tables that are compiled in.
 */
#include "tools/rules.h"

#include "tests/cmocka.h"

#include <stdio.h>
#include <string.h>

static const struct lang *load(struct arena *arena, const char *path)
{
    struct rules_folder folder;
    struct buffer messages;
    struct error error;
    const struct lang *lang = NULL;
    buffer_init(&messages, 1 << 20);
    if (rules_read_folder(arena, path, &folder, &error) != OK) {
        fail_msg("%s", error.message);
    }
    assert_int_equal(OK, rules_load(arena, "en", folder.files, folder.count, &lang, &messages));
    assert_int_equal(0, messages.size);
    buffer_release(&messages);
    return lang;
}

static void same_lexicon(const struct lang *built_in, const struct lang *loaded)
{
    assert_string_equal(built_in->tag, loaded->tag);
    assert_int_equal(built_in->class_count, loaded->class_count);
    for (size_t i = 0; i < built_in->class_count; i++) {
        assert_string_equal(built_in->class_names[i], loaded->class_names[i]);
    }
    assert_int_equal(built_in->word_count, loaded->word_count);
    assert_int_equal(built_in->literal_count, loaded->literal_count);
    assert_int_equal(built_in->bucket_mask, loaded->bucket_mask);
    assert_memory_equal(built_in->abbreviations, loaded->abbreviations, sizeof built_in->abbreviations);
    assert_int_equal(built_in->endings, loaded->endings);
    assert_memory_equal(built_in->signs, loaded->signs, 128 * sizeof *built_in->signs);
    for (uint32_t i = 0; i <= built_in->bucket_mask; i++) {
        assert_int_equal(built_in->buckets[i].head, loaded->buckets[i].head);
        assert_int_equal(built_in->buckets[i].rest, loaded->buckets[i].rest);
        assert_int_equal(built_in->buckets[i].size, loaded->buckets[i].size);
        assert_int_equal(built_in->buckets[i].word, loaded->buckets[i].word);
    }
    assert_memory_equal(built_in->filter, loaded->filter, LANG_FILTER * sizeof *built_in->filter);
    for (size_t i = 0; i < built_in->word_count; i++) {
        const struct lang_word *a = &built_in->words[i];
        const struct lang_word *b = &loaded->words[i];
        assert_string_equal(lang_form(built_in, i), lang_form(loaded, i));
        assert_int_equal(a->first_reading, b->first_reading);
        assert_int_equal(a->reading_count, b->reading_count);
        assert_int_equal(a->first_phrase, b->first_phrase);
        assert_int_equal(a->phrase_count, b->phrase_count);
        assert_int_equal(a->abbreviation, b->abbreviation);
        assert_int_equal(a->cased, b->cased);
        assert_int_equal(a->phrase_seconds, b->phrase_seconds);
        assert_memory_equal(&a->classes, &b->classes, sizeof a->classes);
    }
}

static void same_pass(const struct lang_pass *a, const struct lang_pass *b)
{
    assert_string_equal(a->name, b->name);
    assert_int_equal(a->keep, b->keep);
    assert_int_equal(a->first_rule, b->first_rule);
    assert_int_equal(a->rule_count, b->rule_count);
    assert_int_equal(a->first_need, b->first_need);
}

static void same_neighbour(const struct lang_neighbour *a, const struct lang_neighbour *b)
{
    assert_memory_equal(&a->classes, &b->classes, sizeof a->classes);
    assert_int_equal(a->words, b->words);
    assert_int_equal(a->open, b->open);
    assert_int_equal(a->edge, b->edge);
}

static void same_needs(const struct lang *lang, const struct lang_rules *built_in,
                       const struct lang_rules *loaded)
{
    const struct lang_needs *a = &built_in->needs;
    const struct lang_needs *b = &loaded->needs;
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->by_class, b->by_class, (lang->class_count + 1) * sizeof *a->by_class);
    assert_memory_equal(a->by_word, b->by_word, (lang->literal_count + 1) * sizeof *a->by_word);
    for (size_t i = 0; i < a->by_word[lang->literal_count]; i++) {
        assert_int_equal(a->met[i], b->met[i]);
    }
    assert_memory_equal(a->by_rule, b->by_rule, loaded->rule_count * sizeof *b->by_rule);
    for (size_t i = 0; i < loaded->rule_count; i++) {
        same_neighbour(&a->near[i].item, &b->near[i].item);
        assert_int_equal(a->near[i].first, b->near[i].first);
        assert_int_equal(a->near[i].last, b->near[i].last);
    }
}

static void same_rules(const struct lang *lang, const struct lang_rules *built_in,
                       const struct lang_rules *loaded)
{
    assert_int_equal(built_in->pass_count, loaded->pass_count);
    for (size_t i = 0; i < built_in->pass_count; i++) {
        same_pass(&built_in->passes[i], &loaded->passes[i]);
    }
    assert_memory_equal(&built_in->begins, &loaded->begins, sizeof built_in->begins);
    assert_memory_equal(&built_in->used, &loaded->used, sizeof built_in->used);
    assert_int_equal(built_in->rule_count, loaded->rule_count);
    for (size_t i = 0; i < built_in->rule_count; i++) {
        const struct lang_rule *a = &built_in->rules[i];
        const struct lang_rule *b = &loaded->rules[i];
        assert_string_equal(a->name, b->name);
        assert_int_equal(a->line, b->line);
        assert_int_equal(a->forward, b->forward);
        assert_int_equal(a->backward, b->backward);
        assert_int_equal(a->first_call, b->first_call);
        assert_int_equal(a->call_count, b->call_count);
        assert_int_equal(a->capture_count, b->capture_count);
        assert_int_equal(a->blocks, b->blocks);
        assert_int_equal(a->has_value, b->has_value);
        assert_memory_equal(&a->classes, &b->classes, sizeof a->classes);
        same_neighbour(&built_in->ahead[a->first], &loaded->ahead[b->first]);
        same_neighbour(&built_in->ahead[a->second], &loaded->ahead[b->second]);
        same_neighbour(&built_in->ahead[a->third], &loaded->ahead[b->third]);
        same_neighbour(&built_in->ahead[a->before], &loaded->ahead[b->before]);
    }
    same_needs(lang, built_in, loaded);
    assert_memory_equal(&built_in->seeds, &loaded->seeds, sizeof built_in->seeds);
    assert_int_equal(built_in->seed_ordinals.low, loaded->seed_ordinals.low);
    assert_int_equal(built_in->seed_ordinals.high, loaded->seed_ordinals.high);
    assert_int_equal(built_in->seed_words == NULL, loaded->seed_words == NULL);
    if (built_in->seed_words != NULL) {
        assert_memory_equal(built_in->seed_words, loaded->seed_words, lang->word_count);
    }
    assert_int_equal(built_in->example_count, loaded->example_count);
    for (size_t i = 0; i < built_in->example_count; i++) {
        const struct lang_example *a = &built_in->examples[i];
        const struct lang_example *b = &loaded->examples[i];
        assert_string_equal(a->name, b->name);
        assert_string_equal(a->text, b->text);
        assert_string_equal(a->anchor, b->anchor);
        assert_int_equal(a->line, b->line);
        assert_int_equal(a->positive, b->positive);
        assert_int_equal(a->expected_count, b->expected_count);
        for (uint32_t k = 0; k < a->expected_count; k++) {
            assert_string_equal(a->expected[k], b->expected[k]);
        }
    }
}

static void loads_what_is_compiled_in(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 256 << 20);
    const struct lang *built_in = lang_find(STR("en"));
    const struct lang *loaded = load(&arena, ENGLISH);
    same_lexicon(built_in, loaded);
    same_rules(built_in, built_in->time, loaded->time);
    same_rules(built_in, built_in->report, loaded->report);
    arena_release(&arena);
}

static void says_that_a_folder_is_missing(void **state)
{
    (void)state;
    struct arena arena;
    struct rules_folder folder;
    struct error error = {0};
    arena_init(&arena, 1 << 20);
    assert_int_equal(ERR_NOT_FOUND,
                     rules_read_folder(&arena, DATELINE_SOURCE_DIR "/lib/lang/none", &folder, &error));
    assert_non_null(strstr(error.message, "lib/lang/none: "));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_what_is_compiled_in),
        cmocka_unit_test(says_that_a_folder_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
