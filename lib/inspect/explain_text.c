#include "inspect/explain.h"

#include <string.h>

#define LINE_COLUMNS 100
/* Wider names push their line to the right. */
#define NAME_COLUMNS 22
#define PASS_COLUMNS 10
#define LABEL_COLUMNS 15

/* What stands below the words of a place (NULL: of none). */
static char mark_of(const struct trace_place *place)
{
    if (place == NULL) {
        return ' ';
    }
    return (char)(place->expression != NULL && place->expression->sensible ? '^' : '.');
}

/* Writes one line of a sentence, tokens first .. end - 1, and below it what lies in a place. */
static void write_line(const struct trace *trace, uint32_t first, uint32_t end,
                       const struct trace_place *places, size_t place_count, struct buffer *out)
{
    struct buffer marks;
    bool any = false;
    buffer_init(&marks, (size_t)1 << 20);
    buffer_append_str(&marks, STR("    "));
    buffer_append_str(out, STR("    "));
    for (uint32_t i = first; i < end; i++) {
        const struct token *token = &trace->text->tokens[i];
        const struct trace_place *in = NULL;
        bool goes_on = false; /* the place has the token before as well */
        for (size_t k = 0; k < place_count; k++) {
            if (places[k].first_token <= i && i < places[k].end_token) {
                in = &places[k];
                goes_on = places[k].first_token < i;
            }
        }
        if (i > first && (token->flags & TOKEN_SPACE_BEFORE) != 0) {
            buffer_append_char(out, ' ');
            buffer_append_char(&marks, mark_of(goes_on ? in : NULL));
        }
        struct str word = text_span(trace->text, i, i + 1);
        buffer_append_str(out, word);
        for (size_t k = utf8_length(word); k > 0; k--) {
            buffer_append_char(&marks, mark_of(in));
        }
        any = any || in != NULL;
    }
    buffer_append_char(out, '\n');
    if (any) {
        struct str line = buffer_str(&marks);
        while (line.size > 0 && line.data[line.size - 1] == ' ') {
            line.size--;
        }
        buffer_append_str(out, line);
        buffer_append_char(out, '\n');
    }
    buffer_release(&marks);
}

static void write_sentence(const struct trace *trace, const struct sentence *sentence,
                           const struct trace_place *places, size_t place_count, struct buffer *out)
{
    uint32_t first = sentence->first_token;
    size_t columns = 0;
    for (uint32_t i = first; i < sentence->end_token; i++) {
        size_t width = utf8_length(text_span(trace->text, i, i + 1)) + 1;
        bool may_break = (trace->text->tokens[i].flags & TOKEN_SPACE_BEFORE) != 0;
        if (columns + width > LINE_COLUMNS && may_break && i > first) {
            write_line(trace, first, i, places, place_count, out);
            first = i;
            columns = 0;
        }
        columns += width;
    }
    write_line(trace, first, sentence->end_token, places, place_count, out);
}

/* "    made by  " or, for the lines below the first, as much space. */
static void write_label(const char *label, bool first, struct buffer *out)
{
    buffer_printf(out, "      %-*s", LABEL_COLUMNS - 6, first ? label : "");
}

static void write_days(const struct interval *date, struct buffer *out)
{
    char first[11] = "open";
    char last[11] = "open";
    if (date->first != DAY_NONE) {
        day_format(date->first, first);
    }
    if (date->last != DAY_NONE) {
        day_format(date->last, last);
    }
    if (date->first == date->last) {
        buffer_printf(out, "%s", first);
    } else {
        buffer_printf(out, "%s to %s", first, last);
    }
    buffer_printf(out, " (%s%s)", date->approximate ? "about, " : "", precision_name(date->precision));
}

static void write_match(const struct explanation *explanation, const struct trace_match *match,
                        struct buffer *out)
{
    const struct trace *trace = explanation->trace;
    buffer_printf(out, "%-*s %-*s %s:%u  ", NAME_COLUMNS, match->rule->name, PASS_COLUMNS,
                  trace->rules->passes[match->pass].name,
                  explanation->command->report ? "report.rules" : "time.rules", match->rule->line);
    buffer_append_char(out, '"');
    write_words(trace->text, match->first_token, match->end_token, out);
    buffer_append_char(out, '"');
}

static void write_result(const struct explanation *explanation, const struct trace_place *place,
                         struct buffer *out)
{
    const struct trace_expression *expression = place->expression;
    const struct trace *trace = explanation->trace;
    uint32_t first = expression == NULL ? place->first_token : expression->first_token;
    uint32_t end = expression == NULL ? place->end_token : expression->end_token;
    buffer_append_str(out, STR("  \""));
    write_words(trace->text, first, end, out);
    buffer_append_char(out, '"');
    if (explanation->command->report) { /* what was made is above, for the whole sentence */
        buffer_append_char(out, '\n');
        return;
    }
    buffer_append_str(out, STR("  "));
    if (expression == NULL) {
        buffer_append_str(out, STR("no time expression"));
    } else if (!expression->sensible) {
        buffer_append_str(out, STR("no time expression: it has no sensible value"));
    } else {
        const struct timex *timex = &expression->timex;
        const char *mod = timex_mod_name((enum mod)timex->mod);
        buffer_printf(out, "%s %s", timex_type_name((enum timex_type)timex->type), timex->value);
        if (mod != NULL) {
            buffer_printf(out, " mod %s", mod);
        }
    }
    buffer_append_char(out, '\n');
}

static void write_anchor(const struct trace *trace, const struct trace_expression *expression,
                         struct buffer *out)
{
    const struct timex *timex = &expression->timex;
    char day[11];
    if (timex->anchor == ANCHOR_NONE || expression->anchor_day == DAY_NONE) {
        buffer_append_str(out, STR("none: the words say it all"));
    } else {
        day_format(expression->anchor_day, day);
        buffer_printf(out, "%s, %s", day,
                      timex->anchor == ANCHOR_PUBLISHED ? "the day of publication"
                                                        : "spoken of before (narrative)");
    }
    if (expression->other_end > 0) {
        buffer_append_str(out, STR("; by way of \""));
        write_words(trace->text, expression->other_first, expression->other_end, out);
        buffer_append_char(out, '"');
    }
    buffer_append_char(out, '\n');
}

/* What was read out of the words: days, anchor, tense, another reading. */
static void write_resolution(const struct explanation *explanation, const struct trace_expression *expression,
                             struct buffer *out)
{
    const struct timex *timex = &expression->timex;
    if (!expression->sensible) {
        return;
    }
    if (interval_known(timex->date)) {
        write_label("days", true, out);
        write_days(&timex->date, out);
        buffer_append_char(out, '\n');
    }
    if (timex->type == TIMEX_DATE || timex->type == TIMEX_TIME || timex->anchor != ANCHOR_NONE) {
        write_label("anchor", true, out);
        write_anchor(explanation->trace, expression, out);
    }
    if (tense_matters(expression)) {
        write_label("tense", true, out);
        buffer_printf(out, "%s: ", tense_name(expression->tense));
        write_tense_basis(explanation->trace, expression, out);
        buffer_append_char(out, '\n');
    }
    for (uint32_t i = 0; i < timex->alternative_count; i++) {
        write_label("or else", true, out);
        buffer_printf(out, "%s", timex->alternatives[i].value);
        if (interval_known(timex->alternatives[i].date)) {
            buffer_append_str(out, STR(", "));
            write_days(&timex->alternatives[i].date, out);
        }
        buffer_append_char(out, '\n');
    }
}

/* The lines of the place's matches of one sort: those that made something, that relate, or that lost. */
enum match_sort { MADE, RELATED, LOST };

static enum match_sort sort_of(const struct trace *trace, const struct trace_match *match)
{
    return match->outcome != TRACE_FIRED ? LOST : match_relates(trace, match) ? RELATED : MADE;
}

static void write_matches(const struct explanation *explanation, size_t sentence,
                          const struct trace_place *place, enum match_sort sort, struct buffer *out)
{
    static const char *const labels[] = {"made by", "related", "lost"};
    const struct trace *trace = explanation->trace;
    bool first = true;
    for (size_t i = trace->match_starts[sentence]; i < trace->match_starts[sentence + 1]; i++) {
        const struct trace_match *match = &trace->matches[i];
        if (sort_of(trace, match) != sort || !place_has(place, match)) {
            continue;
        }
        write_label(labels[sort], first, out);
        write_match(explanation, match, out);
        if (sort == LOST) {
            buffer_append_str(out, STR(": "));
            write_reason(trace, match, out);
        } else {
            buffer_append_str(out, STR(" => "));
            write_classes(trace->text->lang, match->rule, out);
            buffer_printf(out, "%s%.*s", match->calls.size > 0 ? " " : "", STR_ARG(match->calls));
        }
        buffer_append_char(out, '\n');
        first = false;
    }
}

static void write_bound(int64_t bound, struct buffer *out)
{
    if (bound == COUNT_NONE) {
        buffer_append_char(out, '?');
    } else {
        buffer_printf(out, "%lld", (long long)bound);
    }
}

/* The reports whose sentence this is. */
static void write_reports(const struct trace *trace, const struct sentence *sentence,
                          struct report_cursor *cursor, struct buffer *out)
{
    for (size_t i = reports_of(trace, sentence, cursor); i < cursor->next; i++) {
        const struct report *report = &trace->reports[i];
        buffer_printf(out, "  report %s, %s, ", report_subtype_name(report->subtype),
                      report_status_name(report->status));
        write_bound(report->count.min, out);
        buffer_append_str(out, STR(" to "));
        write_bound(report->count.max, out);
        if (report->actor.data != NULL) {
            buffer_printf(out, " of %.*s", STR_ARG(report->actor));
        }
        if (interval_known(report->date)) {
            buffer_append_str(out, STR(", "));
            write_days(&report->date, out);
        }
        for (size_t k = 0; k < report->alternative_count; k++) {
            buffer_append_str(out, STR(" or "));
            write_days(&report->alternatives[k].date, out);
        }
        buffer_printf(out, "  by %.*s\n", STR_ARG(report->rule));
    }
}

/* The items of the sentence that the matcher read. */
static void write_items(const struct explanation *explanation, const struct matcher *matcher,
                        struct buffer *out)
{
    for (size_t i = 0; i < matcher->item_count; i++) {
        const struct item *item = &matcher->items[i];
        size_t before = out->size;
        write_label("items", i == 0, out);
        write_words(explanation->trace->text, item->first_token, item->end_token, out);
        while (out->size < before + LABEL_COLUMNS + NAME_COLUMNS && buffer_status(out) == OK) {
            buffer_append_char(out, ' ');
        }
        buffer_append_char(out, ' ');
        write_item(explanation->trace->text->lang, item, out);
        buffer_append_char(out, '\n');
    }
}

enum status explain_as_text(const struct explanation *explanation, struct buffer *out)
{
    const struct trace *trace = explanation->trace;
    struct matcher matcher;
    struct report_cursor reports = {.bytes = {.text = trace->text->source}};
    enum status status = trace_matcher(&matcher, &explanation->command->arena, trace);
    for (size_t i = 0; status == OK && i < trace->text->sentence_count; i++) {
        const struct sentence *sentence = &trace->text->sentences[i];
        struct trace_place *places;
        size_t count;
        status = trace_places(&explanation->command->arena, trace, i, &places, &count);
        if (status != OK) {
            return status;
        }
        buffer_printf(out, "\n%s, sentence %zu%s\n", article_field_name(explanation->field), i + 1,
                      sentence->kind == SEGMENT_CLUTTER ? " (passed over: clutter of the page)" : "");
        write_sentence(trace, sentence, places, count, out);
        write_reports(trace, sentence, &reports, out);
        if (explanation->command->items) {
            match_sentence(&matcher, i);
            write_items(explanation, &matcher, out);
        }
        if (count == 0 && sentence->kind != SEGMENT_CLUTTER) {
            bool possible = match_possible(trace->text, trace->rules, i);
            buffer_append_str(out, possible ? STR("  no rule matches\n")
                                            : STR("  no rule is tried: none of their seeds is in it\n"));
        }
        for (size_t k = 0; k < count; k++) {
            buffer_append_char(out, '\n');
            write_result(explanation, &places[k], out);
            if (places[k].expression != NULL) {
                write_resolution(explanation, places[k].expression, out);
            }
            for (int sort = MADE; sort <= LOST; sort++) {
                write_matches(explanation, i, &places[k], (enum match_sort)sort, out);
            }
        }
    }
    return status;
}
