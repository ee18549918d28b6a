#include "inspect/trace.h"

#include "timex/actions.h"

#include <inttypes.h>
#include <stdlib.h>

#define MOST_SCRATCH ((size_t)1 << 30)
#define MOST_CALLS 2000 /* bytes that the calls of one match are written with */

static const char *const time_actions[] = {
#define ACTION(name, written, fewest, most) #written,
#include "lang/time-actions.def"
#undef ACTION
};

static const char *const report_actions[] = {
#define ACTION(name, written, fewest, most) #written,
#include "lang/report-actions.def"
#undef ACTION
};

/* What the observers write to. */
struct tracer {
    struct arena *arena;
    struct trace *trace;
    bool no_memory;
    struct extract_input input; /* of report rules */
    size_t skipped, pass;       /* for note_taken: from the one to the one before the other they do not run */
};

static void write_value(struct buffer *out, const struct value *value, struct str words)
{
    switch (value->kind) {
    case VALUE_INT:
        buffer_printf(out, "%" PRId64, value->number);
        if (value->denominator != 1) {
            buffer_printf(out, "/%" PRId32, value->denominator);
        }
        break;
    case VALUE_SYMBOL:
        buffer_append_str(out, str_from(lang_symbol_name((enum lang_symbol)value->number)));
        break;
    case VALUE_TEXT:
        buffer_printf(out, "\"%s\"", value->text);
        break;
    default:
        buffer_printf(out, "'%.*s'", STR_ARG(words));
        break;
    }
}

static void write_argument(struct buffer *out, const struct text *text, const struct match_argument *argument)
{
    if (!argument->present) {
        buffer_append_char(out, '-');
        return;
    }
    struct str words = STR("");
    if (argument->captured) {
        words = text_span(text, argument->first_token, argument->end_token);
        if (argument->class_id != CLASS_ANY) {
            buffer_printf(out, "%s=", text->lang->class_names[argument->class_id]);
        }
    }
    write_value(out, &argument->value, words);
}

/* "day(MONTH=2, NUMBER=31); edge(late)" */
static struct str write_calls(struct tracer *tracer, const struct match_event *event)
{
    const struct trace *trace = tracer->trace;
    bool report = trace->rules == trace->text->lang->report;
    struct buffer out;
    buffer_init(&out, MOST_CALLS);
    for (size_t i = 0; i < event->call_count; i++) {
        const struct match_call *call = &event->calls[i];
        buffer_append_str(&out, i == 0 ? STR("") : STR("; "));
        if (!event->rule->has_value) {
            buffer_printf(&out, "%s(", (report ? report_actions : time_actions)[call->action]);
        }
        for (unsigned k = 0; k < call->argument_count; k++) {
            buffer_append_str(&out, k == 0 ? STR("") : STR(", "));
            write_argument(&out, trace->text, &call->arguments[k]);
        }
        buffer_append_str(&out, event->rule->has_value ? STR("") : STR(")"));
    }
    struct str written = STR("");
    if (buffer_status(&out) == OK && out.size > 0) {
        written = arena_copy(tracer->arena, buffer_str(&out));
        tracer->no_memory = tracer->no_memory || written.data == NULL;
    }
    buffer_release(&out);
    return written;
}

/* Room for one more in a growing array; false, and it is noted, when there is no memory. */
static bool make_room(struct tracer *tracer, void **items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) {
        return true;
    }
    size_t wanted = *capacity == 0 ? 64 : *capacity * 2;
    void *grown = arena_grow(tracer->arena, *items, count, wanted, size);
    if (grown == NULL) {
        tracer->no_memory = true;
        return false;
    }
    *items = grown;
    *capacity = wanted;
    return true;
}

static void add_match(struct tracer *tracer, const struct trace_match *match)
{
    struct trace *trace = tracer->trace;
    void *matches = trace->matches;
    if (make_room(tracer, &matches, trace->match_count, &trace->match_capacity, sizeof *match)) {
        trace->matches = matches;
        trace->matches[trace->match_count++] = *match;
    }
}

static void note_match(void *context, const struct match_event *event)
{
    struct tracer *tracer = context;
    add_match(tracer, &(struct trace_match){
                          .outcome = (enum trace_outcome)event->outcome,
                          .pass = event->pass,
                          .rule = event->rule,
                          .first_token = event->first_token,
                          .end_token = event->end_token,
                          .winner = event->winner,
                          .winner_first_token = event->winner_first_token,
                          .winner_end_token = event->winner_end_token,
                          .calls = write_calls(tracer, event),
                      });
}

/* What told the tense, and in *cue the item of the verb or cue, SIZE_MAX when there is none. */
static enum tense_basis basis_of(const struct timex_resolution *resolution, size_t *cue)
{
    const struct clause *clause = resolution->clause;
    const struct expression *e = time_expression(&clause->items[resolution->item]);
    *cue = timex_tense_cue(resolution);
    if (e->tense != resolution->tense) {
        *cue = SIZE_MAX;
        return e->base == BASE_EXPRESSION ? TENSE_BY_OTHER : TENSE_BY_RELATION;
    }
    if (e->tense != TENSE_UNKNOWN) {
        return *cue == SIZE_MAX ? TENSE_BY_NOTHING : TENSE_BY_WORD;
    }
    if (clause->cue == 0) {
        return TENSE_BY_NOTHING;
    }
    *cue = clause->cue - 1;
    return clause->tense == TENSE_UNKNOWN ? TENSE_LEFT_OPEN : TENSE_TOO_FAR;
}

static void note_resolution(void *context, const struct timex_resolution *resolution)
{
    struct tracer *tracer = context;
    struct trace *trace = tracer->trace;
    const struct expression *e = time_expression(&resolution->clause->items[resolution->item]);
    size_t cue;
    enum tense_basis basis = basis_of(resolution, &cue);
    struct trace_expression expression = {
        .first_token = e->first_token,
        .end_token = e->end_token,
        .rule = e->rule,
        .sensible = resolution->timex != NULL,
        .anchor_day = timex_anchor_day(resolution),
        .tense = e->tense,
        .basis = basis,
    };
    if (e->kind == KIND_POINT && e->base == BASE_EXPRESSION) {
        expression.other_first = e->other->first_token;
        expression.other_end = e->other->end_token;
    }
    if (cue != SIZE_MAX) {
        expression.cue_first = resolution->clause->items[cue].first_token;
        expression.cue_end = resolution->clause->items[cue].end_token;
    }
    if (resolution->timex != NULL) {
        expression.timex = *resolution->timex;
    }
    void *expressions = trace->expressions;
    if (make_room(tracer, &expressions, trace->expression_count, &trace->expression_capacity,
                  sizeof expression)) {
        trace->expressions = expressions;
        trace->expressions[trace->expression_count++] = expression;
    }
}

enum status trace_scan(struct arena *arena, const struct lang *lang, struct str source, struct text **text)
{
    *text = arena_alloc(arena, sizeof **text);
    return *text == NULL ? ERR_NO_MEMORY : text_scan(arena, lang, source, *text);
}

static bool overlap(const struct trace_match *match, uint32_t first_token, uint32_t end_token)
{
    return match->first_token < end_token && first_token < match->end_token;
}

/* A match that is only there because passes before its own did not run: entered when a rule of theirs did
 * take words of it, even if it is known or entered already. */
static void note_taken(void *context, const struct match_event *event)
{
    struct tracer *tracer = context;
    const struct trace *trace = tracer->trace;
    const struct trace_match *winner = NULL;
    if (event->outcome != MATCH_FIRED || event->pass != tracer->pass) {
        return;
    }
    size_t sentence = text_sentence_of(trace->text, event->first_token);
    for (size_t i = trace->match_starts[sentence]; i < trace->match_starts[sentence + 1]; i++) {
        const struct trace_match *match = &trace->matches[i];
        if (match->outcome == TRACE_FIRED && match->pass >= tracer->skipped && match->pass < event->pass &&
            overlap(match, event->first_token, event->end_token)) {
            winner = match;
        }
    }
    if (winner != NULL) {
        add_match(tracer, &(struct trace_match){
                              .outcome = TRACE_TAKEN,
                              .pass = event->pass,
                              .rule = event->rule,
                              .first_token = event->first_token,
                              .end_token = event->end_token,
                              .winner = winner->rule,
                              .winner_first_token = winner->first_token,
                              .winner_end_token = winner->end_token,
                              .calls = STR(""),
                          });
    }
}

/* Runs the passes on a sentence but for those that are left out. */
static enum status sentence_without(struct tracer *tracer, struct matcher *matcher,
                                    struct time_builder *builder, size_t sentence)
{
    const struct lang_rules *rules = tracer->trace->rules;
    expression_pool_reset(builder->pool);
    match_sentence(matcher, sentence);
    for (size_t i = 0; i < tracer->skipped; i++) {
        match_run(matcher, rules, i, time_build, builder);
    }
    match_run(matcher, rules, tracer->pass, time_build, builder);
    return builder->out_of_memory ? ERR_NO_MEMORY : OK;
}

/* A run of the rules on the whole text but for the passes that are left out; what it needs lies in `scratch`.
 */
typedef enum status run_without(struct tracer *tracer, struct arena *scratch);

static enum status time_without(struct tracer *tracer, struct arena *scratch)
{
    const struct trace *trace = tracer->trace;
    struct expression_pool pool = {.arena = scratch};
    struct time_builder builder = {.pool = &pool};
    struct matcher matcher;
    enum status status = matcher_init(&matcher, scratch, trace->text);
    if (status != OK) {
        return status;
    }
    matcher_limit(&matcher, trace->rules);
    matcher.observer = note_taken;
    matcher.observer_context = tracer;
    for (size_t i = 0; i < trace->text->sentence_count && status == OK; i++) {
        status = sentence_without(tracer, &matcher, &builder, i);
    }
    return status;
}

/* True when both lost at one place and `b` is to stand first: it is longer, or as long and earlier in the
 * file. */
static bool out_of_order(const struct trace_match *a, const struct trace_match *b)
{
    if (a->outcome == TRACE_FIRED || a->outcome != b->outcome || a->pass != b->pass ||
        a->first_token != b->first_token) {
        return false;
    }
    return b->end_token > a->end_token || (b->end_token == a->end_token && b->rule < a->rule);
}

/* The matcher tells of those that lost at a place in no order. */
static void sort_losers(struct trace *trace)
{
    for (size_t i = 1; i < trace->match_count; i++) {
        for (size_t k = i; k > 0 && out_of_order(&trace->matches[k - 1], &trace->matches[k]); k--) {
            struct trace_match match = trace->matches[k];
            trace->matches[k] = trace->matches[k - 1];
            trace->matches[k - 1] = match;
        }
    }
}

/* Sorts the matches by their sentence, otherwise as they are, and notes where each sentence's begin. */
static enum status index_sentences(struct arena *arena, struct trace *trace)
{
    const struct text *text = trace->text;
    size_t sentences = text->sentence_count;
    struct trace_match *sorted = arena_array(arena, trace->match_count + 1, sizeof *sorted);
    size_t *next = arena_array(arena, sentences + 1, sizeof *next);
    trace->match_starts = arena_array(arena, sentences + 1, sizeof *trace->match_starts);
    trace->expression_starts = arena_array(arena, sentences + 1, sizeof *trace->expression_starts);
    if (sorted == NULL || next == NULL || trace->match_starts == NULL || trace->expression_starts == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < trace->match_count; i++) {
        trace->match_starts[text_sentence_of(text, trace->matches[i].first_token) + 1]++;
    }
    for (size_t i = 0; i < trace->expression_count; i++) {
        trace->expression_starts[text_sentence_of(text, trace->expressions[i].first_token) + 1]++;
    }
    for (size_t i = 0; i < sentences; i++) {
        trace->match_starts[i + 1] += trace->match_starts[i];
        trace->expression_starts[i + 1] += trace->expression_starts[i];
        next[i] = trace->match_starts[i];
    }
    for (size_t i = 0; i < trace->match_count; i++) {
        sorted[next[text_sentence_of(text, trace->matches[i].first_token)]++] = trace->matches[i];
    }
    trace->matches = sorted;
    trace->match_capacity = trace->match_count + 1;
    sort_losers(trace);
    return OK;
}

/* Drops the matches that were taken in several runs, or are there without any of them. */
static void drop_repeated(struct trace *trace)
{
    size_t kept = 0;
    for (size_t sentence = 0; sentence < trace->text->sentence_count; sentence++) {
        size_t first = kept;
        for (size_t i = trace->match_starts[sentence]; i < trace->match_starts[sentence + 1]; i++) {
            const struct trace_match *match = &trace->matches[i];
            bool repeated = false;
            for (size_t k = first; k < kept && match->outcome == TRACE_TAKEN && !repeated; k++) {
                const struct trace_match *other = &trace->matches[k];
                repeated = other->rule == match->rule && other->first_token == match->first_token &&
                           other->end_token == match->end_token;
            }
            if (!repeated) {
                trace->matches[kept++] = *match;
            }
        }
        trace->match_starts[sentence] = first;
    }
    trace->match_starts[trace->text->sentence_count] = trace->match_count = kept;
}

/* Adds the matches that would be there had no rule of an earlier pass taken their words. */
static enum status find_taken(struct tracer *tracer, run_without *run)
{
    struct trace *trace = tracer->trace;
    struct arena scratch;
    enum status status = OK;
    arena_init(&scratch, MOST_SCRATCH);
    for (tracer->pass = 1; tracer->pass < trace->rules->pass_count && status == OK; tracer->pass++) {
        for (tracer->skipped = tracer->pass; tracer->skipped-- > 0 && status == OK;) {
            arena_reset(&scratch);
            status = run(tracer, &scratch);
        }
    }
    arena_release(&scratch);
    if (status == OK) {
        status = index_sentences(tracer->arena, trace);
    }
    if (status == OK) {
        drop_repeated(trace);
    }
    return status;
}

/* What is left to do when the rules have read the text with that status. */
static enum status finish(struct tracer *tracer, enum status status, bool taken, run_without *run)
{
    if (status == OK) {
        status = index_sentences(tracer->arena, tracer->trace);
    }
    if (status == OK && taken) {
        status = find_taken(tracer, run);
    }
    return status == OK && tracer->no_memory ? ERR_NO_MEMORY : status;
}

enum status trace_time(struct arena *arena, const struct text *text, const struct instant *published,
                       bool taken, struct trace *trace)
{
    struct tracer tracer = {.arena = arena, .trace = trace};
    const struct timex_observer observer = {&tracer, note_match, note_resolution};
    *trace = (struct trace){.text = text, .rules = text->lang->time};
    enum status status = timex_find_observed(arena, text, published, &observer, &trace->timexes);
    return finish(&tracer, status, taken, time_without);
}

enum status trace_matcher(struct matcher *matcher, struct arena *arena, const struct trace *trace)
{
    enum status status = matcher_init(matcher, arena, trace->text);
    if (status == OK) {
        matcher_limit(matcher, trace->rules);
    }
    return status;
}

void write_item(const struct lang *lang, const struct item *item, struct buffer *out)
{
    const char *separator = "";
    for (unsigned i = 0; i < lang->class_count; i++) {
        if (i == CLASS_ANY || !item_is(item, i)) {
            continue;
        }
        struct value value = item_value(item, i);
        bool form = i == CLASS_WORD || i == CLASS_CAPITALIZED || i == CLASS_ALLCAPS || i == CLASS_PLAIN ||
                    i == CLASS_DIGITS2 || i == CLASS_DIGITS4; /* a form has no value of its own */
        buffer_printf(out, "%s%s", separator, lang->class_names[i]);
        if (value.kind != VALUE_NONE && !form) {
            buffer_append_char(out, '=');
            write_value(out, &value, STR(""));
        }
        separator = " ";
    }
}

static enum status reports_without(struct tracer *tracer, struct arena *scratch)
{
    struct report *reports;
    size_t count;
    tracer->input.observer = note_taken;
    tracer->input.first_left_out = tracer->skipped;
    tracer->input.end_left_out = tracer->pass;
    return report_extract(scratch, &tracer->input, &reports, &count);
}

enum status trace_report(struct arena *arena, const struct text *text, const struct instant *published,
                         bool taken, struct trace *trace)
{
    const struct article article = {.text = text->source, .published = *published};
    struct tracer tracer = {.arena = arena, .trace = trace};
    *trace = (struct trace){.text = text, .rules = text->lang->report};
    enum status status = timex_find(arena, text, published, &trace->timexes);
    if (status != OK) {
        return status;
    }
    for (size_t i = 0; i < trace->timexes.count; i++) {
        trace->timexes.items[i].field = FIELD_TEXT;
    }
    tracer.input = (struct extract_input){
        .article = &article,
        .field = FIELD_TEXT,
        .text = trace->text,
        .timexes = &trace->timexes,
        .observer = note_match,
        .observer_context = &tracer,
    };
    status = report_extract(arena, &tracer.input, &trace->reports, &trace->report_count);
    return finish(&tracer, status, taken, reports_without);
}
