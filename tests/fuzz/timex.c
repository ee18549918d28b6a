/* Time expressions in any text: spans inside the text, in order and apart; a value each; EDTF that says the
 * days. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "timex/timex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int condition)
{
    if (!condition) {
        abort();
    }
}

/* The plain forms are read back: the days of a single date or of an interval of days. */
static void check_date(struct interval date)
{
    char edtf[32];
    char first[11];
    char last[11];
    char expected[32];

    interval_edtf(date, edtf);
    must((edtf[0] != '\0') == interval_known(date));
    if (!interval_known(date) || date.first == DAY_NONE || date.last == DAY_NONE) {
        return;
    }
    must(date.first >= DAY_MIN && date.last <= DAY_MAX && date.first <= date.last);
    if (date.precision > PRECISION_WEEK) {
        return;
    }
    const char *mark = date.approximate ? "~" : "";
    day_format(date.first, first);
    day_format(date.last, last);
    if (date.first == date.last) {
        (void)snprintf(expected, sizeof expected, "%s%s", first, mark);
    } else {
        (void)snprintf(expected, sizeof expected, "%s%s/%s%s", first, mark, last, mark);
    }
    must(strcmp(edtf, expected) == 0);
}

static void check(const struct timex_list *list, size_t size)
{
    uint32_t end = 0;

    for (size_t i = 0; i < list->count; i++) {
        const struct timex *timex = &list->items[i];
        must(timex->begin >= end && timex->begin < timex->end && timex->end <= size);
        must(timex->first_token < timex->end_token);
        must(timex->value[0] != '\0' && strlen(timex->value) < 32);
        must(timex->rule != NULL && timex_type_name(timex->type) != NULL);
        must(timex->partner >= -1 && timex->partner < (int64_t)list->count && timex->partner != (int64_t)i);
        check_date(timex->date);
        (void)timex_claim_date(list, i);
        for (uint32_t k = 0; k < timex->alternative_count; k++) {
            must(timex->alternatives[k].value[0] != '\0');
            check_date(timex->alternatives[k].date);
        }
        end = timex->end;
    }
    for (size_t i = 0; i < list->section_count; i++) {
        const struct timex_section *section = &list->sections[i];
        must(section->first_sentence < section->end_sentence && section->timex < list->count);
        must(i == 0 || section->first_sentence >= list->sections[i - 1].end_sentence);
    }
}

/* The same is found when the rules are tried everywhere, not only near their seeds. */
static void check_everywhere(struct arena *arena, const struct text *given, const struct instant *published,
                             const struct timex_list *list)
{
    struct lang_rules rules = *given->lang->time;
    struct lang lang = *given->lang;
    struct text text = *given;
    struct timex_list everywhere;

    rules.seed_words = NULL;
    lang.time = &rules;
    text.lang = &lang;
    if (timex_find(arena, &text, published, &everywhere) != OK) {
        return;
    }
    must(everywhere.count == list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct timex *a = &list->items[i];
        const struct timex *b = &everywhere.items[i];
        must(a->begin == b->begin && a->end == b->end && strcmp(a->value, b->value) == 0 &&
             a->rule == b->rule);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct text text;
    struct timex_list list;
    struct instant published = {.day = 0, .second = -1};

    if (size < 4) {
        return 0;
    }
    /* The first bytes are the publication day, from the first to the last of the calendar. */
    uint32_t seed = (uint32_t)data[0] << 16 | (uint32_t)data[1] << 8 | data[2];
    published.day = DAY_MIN + (int32_t)(seed % (uint32_t)(DAY_MAX - DAY_MIN + 1));
    if (data[3] % 2 == 0) {
        published.day = 20074 + (int32_t)(seed % 1000);
    }
    struct str source = {(const char *)data + 4, size - 4};
    arena_init(&arena, 256 << 20);
    if (text_scan(&arena, lang_find(STR("en")), source, &text) == OK &&
        timex_find(&arena, &text, &published, &list) == OK) {
        check(&list, source.size);
        check_everywhere(&arena, &text, &published, &list);
    }
    arena_release(&arena);
    return 0;
}
