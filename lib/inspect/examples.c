#include "inspect/examples.h"

#include "base/buffer.h"
#include "inspect/report_pairs.h"

#include <string.h>

#define MOST_WHY 4000 /* bytes */

/* Hands the text over to the arena, or as much of it as there is room for; ERR_NO_MEMORY when there is none.
 */
static enum status finish(struct arena *arena, struct buffer *text, struct str *why)
{
    enum status status = buffer_status(text);
    bool holds = text->size == 0 && status == OK;
    *why = holds ? (struct str){NULL, 0} : arena_copy(arena, buffer_str(text));
    status = status == ERR_NO_MEMORY || (!holds && why->data == NULL) ? ERR_NO_MEMORY : OK;
    buffer_release(text);
    return status;
}

static bool values_hold(const struct timex_list *list, const struct lang_example *example)
{
    bool hold = list->count == example->expected_count;
    for (size_t i = 0; hold && i < list->count; i++) {
        hold = strcmp(list->items[i].value, example->expected[i]) == 0;
    }
    return hold;
}

static void write_values(const struct trace *trace, struct buffer *out)
{
    buffer_append_str(out, trace->timexes.count == 0 ? STR("gives nothing") : STR("gives"));
    for (size_t i = 0; i < trace->timexes.count; i++) {
        const struct timex *timex = &trace->timexes.items[i];
        buffer_printf(out, "%s %s (\"%.*s\", by %s)", i == 0 ? "" : ",", timex->value,
                      STR_ARG(text_span(trace->text, timex->first_token, timex->end_token)), timex->rule);
    }
}

static void check_time(const struct trace *trace, const struct lang_example *example, struct buffer *out)
{
    if (example->positive) {
        if (!values_hold(&trace->timexes, example)) {
            write_values(trace, out);
        }
        return;
    }
    for (size_t i = 0; i < trace->timexes.count; i++) {
        const struct timex *timex = &trace->timexes.items[i];
        if (strcmp(timex->rule, example->rule) == 0) {
            buffer_append_str(out, out->size == 0 ? STR("gives ") : STR(", "));
            buffer_printf(out, "%s from \"%.*s\" by this rule", timex->value,
                          STR_ARG(text_span(trace->text, timex->first_token, timex->end_token)));
        }
    }
}

enum status time_example(struct arena *arena, const struct lang *lang, const struct lang_example *example,
                         struct trace *trace, struct str *why)
{
    struct instant published;
    struct text *text;
    struct buffer out;
    *trace = (struct trace){0};
    if (instant_parse(str_from(example->anchor), &published, NULL) != OK) {
        *why = STR("has no publication date (@)");
        return OK;
    }
    enum status status = trace_scan(arena, lang, str_from(example->text), &text);
    if (status == OK) {
        status = trace_time(arena, text, &published, false, trace);
    }
    if (status != OK) {
        return status;
    }
    buffer_init(&out, MOST_WHY);
    check_time(trace, example, &out);
    return finish(arena, &out, why);
}

/* Whether one report has all the pairs of the example but "reports=N". */
static bool report_meets(const struct report *report, const struct lang_example *example)
{
    for (size_t i = 0; i < example->expected_count; i++) {
        char key[32];
        char value[128];
        if (!report_pair_split(example->expected[i], key, value) ||
            (strcmp(key, "reports") != 0 && report_pair_holds(report, key, value) != PAIR_HOLDS)) {
            return false;
        }
    }
    return true;
}

/* What is wrong with the pairs themselves. */
static bool pairs_are_known(const struct lang_example *example, struct buffer *out)
{
    const struct report any = {.actor = STR("")};
    for (size_t i = 0; i < example->expected_count; i++) {
        char key[32];
        char value[128];
        if (!report_pair_split(example->expected[i], key, value)) {
            buffer_printf(out, "expects %s, which is no key=value", example->expected[i]);
            return false;
        }
        if (strcmp(key, "reports") != 0 && report_pair_holds(&any, key, value) == PAIR_UNKNOWN) {
            buffer_printf(out, "expects %s, and there is no %s", example->expected[i], key);
            return false;
        }
    }
    return true;
}

static bool reports_hold(const struct trace *trace, const struct lang_example *example)
{
    bool only_number = true;
    for (size_t i = 0; i < example->expected_count; i++) {
        if (strncmp(example->expected[i], "reports=", 8) != 0) {
            only_number = false;
        } else {
            int64_t number;
            if (!str_to_int64(str_from(example->expected[i] + 8), &number) ||
                trace->report_count != (size_t)number) {
                return false;
            }
        }
    }
    bool any = only_number;
    for (size_t i = 0; i < trace->report_count; i++) {
        any = any || report_meets(&trace->reports[i], example);
    }
    return any;
}

static void write_number(const char *key, int64_t number, struct buffer *out)
{
    if (number == COUNT_NONE) {
        buffer_printf(out, " %s=-", key);
    } else {
        buffer_printf(out, " %s=%lld", key, (long long)number);
    }
}

static void write_report(const struct report *report, struct buffer *out)
{
    buffer_printf(out, " subtype=%s status=%s", report_subtype_name(report->subtype),
                  report_status_name(report->status));
    write_number("min", report->count.min, out);
    write_number("max", report->count.max, out);
    const struct {
        const char *key;
        struct str value;
    } texts[] = {{"actor", report->actor}, {"source", report->source_name}, {"rule", report->rule}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (texts[i].value.data != NULL) {
            buffer_printf(out, " %s=\"%.*s\"", texts[i].key, STR_ARG(texts[i].value));
        }
    }
}

static void check_reports(const struct trace *trace, const struct lang_example *example, struct buffer *out)
{
    if (example->positive) {
        if (!pairs_are_known(example, out) || reports_hold(trace, example)) {
            return;
        }
        buffer_append_str(out, trace->report_count == 0 ? STR("gives nothing") : STR("gives"));
        for (size_t i = 0; i < trace->report_count; i++) {
            buffer_append_str(out, i == 0 ? STR("") : STR(";"));
            write_report(&trace->reports[i], out);
        }
        return;
    }
    for (size_t i = 0; i < trace->report_count; i++) {
        if (str_equal(trace->reports[i].rule, str_from(example->rule))) {
            buffer_append_str(out, out->size == 0 ? STR("gives") : STR(";"));
            write_report(&trace->reports[i], out);
        }
    }
}

enum status report_example(struct arena *arena, const struct lang *lang, const struct lang_example *example,
                           struct trace *trace, struct str *why)
{
    /* An example that names no date and stands in a file without one does not mind which it is. */
    const char *anchor = example->anchor[0] == '\0' ? "2024-12-17" : example->anchor;
    struct instant published;
    struct text *text;
    struct buffer out;
    enum status status = instant_parse(str_from(anchor), &published, NULL);
    if (status == OK) {
        status = trace_scan(arena, lang, str_from(example->text), &text);
    }
    if (status == OK) {
        status = trace_report(arena, text, &published, false, trace);
    }
    if (status != OK) {
        return status;
    }
    buffer_init(&out, MOST_WHY);
    check_reports(trace, example, &out);
    return finish(arena, &out, why);
}
