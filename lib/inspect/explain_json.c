#include "inspect/explain.h"

/* What is written of one sentence. */
struct sentence_writer {
    const struct explanation *explanation;
    struct matcher *matcher; /* for its items */
    struct json_writer *json;
    size_t sentence;
    struct utf8_cursor cursor; /* at its beginning: what is written of it lies behind */
    struct report_cursor reports;
};

/* The members begin, end and text of a span of tokens; offsets are code points of the field. */
static void write_span(const struct sentence_writer *writer, uint32_t first, uint32_t end)
{
    const struct trace *trace = writer->explanation->trace;
    struct utf8_cursor cursor = writer->cursor;
    uint32_t begin = trace->text->tokens[first].begin;
    json_member_int(writer->json, "begin", (int64_t)utf8_code_points(&cursor, begin));
    json_member_int(writer->json, "end",
                    (int64_t)utf8_code_points(&cursor, token_end(&trace->text->tokens[end - 1])));
    json_member_str(writer->json, "text", text_span(trace->text, first, end));
}

/* A member whose text a function of explain.h writes. */
static void finish_text(struct json_writer *writer, const char *key, struct buffer *text)
{
    json_member_str(writer, key, text->size == 0 ? STR("") : buffer_str(text));
    buffer_release(text);
}

static void write_match(const struct sentence_writer *writer, const struct trace_match *match)
{
    const struct trace *trace = writer->explanation->trace;
    struct json_writer *json = writer->json;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    json_object_begin(json);
    json_member_text(json, "rule", match->rule->name);
    json_member_text(json, "pass", trace->rules->passes[match->pass].name);
    json_member_text(json, "file", rules_path(writer->explanation->command, trace->rules));
    json_member_int(json, "line", match->rule->line);
    write_span(writer, match->first_token, match->end_token);
    write_classes(trace->text->lang, match->rule, &text);
    finish_text(json, "makes", &text);
    json_member_str(json, "calls", match->calls);
    json_member_text(json, "outcome", outcome_name(match->outcome));
    if (match->outcome != TRACE_FIRED) {
        write_reason(trace, match, &text);
        finish_text(json, "why", &text);
    }
    json_key(json, "winner");
    if (match->winner == NULL) {
        json_write_null(json);
    } else {
        json_object_begin(json);
        json_member_text(json, "rule", match->winner->name);
        json_member_int(json, "line", match->winner->line);
        write_span(writer, match->winner_first_token, match->winner_end_token);
        json_object_end(json);
    }
    json_object_end(json);
}

static void write_tense(const struct sentence_writer *writer, const struct trace_expression *expression)
{
    struct json_writer *json = writer->json;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    json_key(json, "tense");
    json_object_begin(json);
    json_member_text(json, "value", tense_name(expression->tense));
    write_tense_basis(writer->explanation->trace, expression, &text);
    finish_text(json, "why", &text);
    json_key(json, "cue");
    if (expression->cue_end > 0) {
        json_object_begin(json);
        write_span(writer, expression->cue_first, expression->cue_end);
        json_object_end(json);
    } else {
        json_write_null(json);
    }
    json_object_end(json);
}

static void write_expression(const struct sentence_writer *writer, const struct trace_expression *expression)
{
    struct utf8_cursor cursor = writer->cursor;
    struct json_writer *json = writer->json;
    json_key(json, "timex");
    if (expression == NULL || !expression->sensible) {
        json_write_null(json);
        json_key(json, "senseless"); /* an expression, but without a sensible value */
        json_bool(json, expression != NULL);
        return;
    }
    struct timex timex = expression->timex;
    timex.field = (uint8_t)writer->explanation->field;
    json_write_timex(json, &timex, &cursor);
    json_key(json, "anchor_day");
    json_write_day(json, expression->anchor_day);
    if (tense_matters(expression)) {
        write_tense(writer, expression);
    }
}

static void write_matches(const struct sentence_writer *writer, const struct trace_place *place,
                          const char *key, bool fired)
{
    const struct trace *trace = writer->explanation->trace;
    json_key(writer->json, key);
    json_array_begin(writer->json);
    for (size_t i = trace->match_starts[writer->sentence]; i < trace->match_starts[writer->sentence + 1];
         i++) {
        const struct trace_match *match = &trace->matches[i];
        if (place_has(place, match) && (match->outcome == TRACE_FIRED) == fired) {
            write_match(writer, match);
        }
    }
    json_array_end(writer->json);
}

static void write_items(const struct sentence_writer *writer)
{
    struct matcher *matcher = writer->matcher;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    match_sentence(matcher, writer->sentence);
    json_key(writer->json, "items");
    json_array_begin(writer->json);
    for (size_t i = 0; i < matcher->item_count; i++) {
        const struct item *item = &matcher->items[i];
        json_object_begin(writer->json);
        write_span(writer, item->first_token, item->end_token);
        write_item(matcher->text->lang, item, &text);
        finish_text(writer->json, "classes", &text);
        json_object_end(writer->json);
    }
    json_array_end(writer->json);
}

static void write_reports(struct sentence_writer *writer)
{
    const struct trace *trace = writer->explanation->trace;
    const struct sentence *sentence = &trace->text->sentences[writer->sentence];
    json_key(writer->json, "reports");
    json_array_begin(writer->json);
    for (size_t i = reports_of(trace, sentence, &writer->reports); i < writer->reports.next; i++) {
        json_object_begin(writer->json);
        json_write_report(writer->json, &trace->reports[i], &(struct json_report_context){.id = 0});
        json_object_end(writer->json);
    }
    json_array_end(writer->json);
}

static enum status write_sentence(struct sentence_writer *writer)
{
    const struct trace *trace = writer->explanation->trace;
    const struct sentence *sentence = &trace->text->sentences[writer->sentence];
    struct json_writer *json = writer->json;
    struct trace_place *places;
    size_t count;
    enum status status =
        trace_places(&writer->explanation->command->arena, trace, writer->sentence, &places, &count);
    if (status != OK) {
        return status;
    }
    json_object_begin(json);
    json_member_text(json, "field", article_field_name(writer->explanation->field));
    write_span(writer, sentence->first_token, sentence->end_token);
    json_key(json, "clutter");
    json_bool(json, sentence->kind == SEGMENT_CLUTTER);
    if (writer->explanation->command->report) {
        write_reports(writer);
    }
    if (writer->explanation->command->items) {
        write_items(writer);
    }
    json_key(json, "places");
    json_array_begin(json);
    for (size_t k = 0; k < count; k++) {
        json_object_begin(json);
        write_span(writer, places[k].first_token, places[k].end_token);
        write_expression(writer, places[k].expression);
        write_matches(writer, &places[k], "fired", true);
        write_matches(writer, &places[k], "lost", false);
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
    return OK;
}

enum status explain_as_json(const struct explanation *explanation, struct json_writer *json)
{
    const struct trace *trace = explanation->trace;
    struct matcher matcher;
    struct sentence_writer writer = {.explanation = explanation,
                                     .matcher = &matcher,
                                     .json = json,
                                     .cursor = {.text = trace->text->source},
                                     .reports = {.bytes = {.text = trace->text->source}}};
    enum status status = trace_matcher(&matcher, &explanation->command->arena, trace);
    for (; writer.sentence < trace->text->sentence_count && status == OK; writer.sentence++) {
        uint32_t first = trace->text->sentences[writer.sentence].first_token;
        (void)utf8_code_points(&writer.cursor, trace->text->tokens[first].begin);
        status = write_sentence(&writer);
    }
    return status;
}
