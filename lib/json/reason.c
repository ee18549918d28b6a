/* Why a report is as it is. */
#include "json/json.h"

/* {"field", "begin", "end", "text"}, or null. */
static void write_words(struct json_writer *writer, const char *key, const struct quote *quote)
{
    json_key(writer, key);
    if (quote->text.data == NULL) {
        json_write_null(writer);
        return;
    }
    json_object_begin(writer);
    json_member_text(writer, "field", article_field_name(quote->field));
    json_member_int(writer, "begin", quote->begin);
    json_member_int(writer, "end", quote->end);
    json_member_str(writer, "text", quote->text);
    json_object_end(writer);
}

static void write_rules(struct json_writer *writer, const struct report_reason *reason)
{
    json_key(writer, "rules");
    json_array_begin(writer);
    for (size_t i = 0; i < reason->rule_count; i++) {
        json_object_begin(writer);
        json_member_text(writer, "rule", reason->rules[i].name);
        json_member_text(writer, "pass", reason->rules[i].pass);
        write_words(writer, "words", &reason->rules[i].words);
        json_object_end(writer);
    }
    json_array_end(writer);
}

static void write_places(struct json_writer *writer, const struct report *report,
                         const struct report_reason *reason)
{
    json_key(writer, "places");
    json_array_begin(writer);
    for (size_t i = 0; i < report->place_count; i++) {
        json_object_begin(writer);
        json_member_str(writer, "name", report->places[i].name);
        json_member_text(writer, "by", reason->places[i].text.data == NULL ? "sentence_before" : "sentence");
        write_words(writer, "words", &reason->places[i]);
        json_object_end(writer);
    }
    json_array_end(writer);
}

static void write_date(struct json_writer *writer, const struct report *report,
                       const struct report_reason *reason, const struct timex_list *timexes)
{
    bool based = report->basis_timex >= 0 && (size_t)report->basis_timex < timexes->count;
    const struct timex *timex = based ? &timexes->items[report->basis_timex] : NULL;
    json_key(writer, "date");
    json_object_begin(writer);
    json_member_text(writer, "by", date_tie_name(reason->tie));
    write_words(writer, "words", &report->basis);
    json_member_text(writer, "rule", timex == NULL ? NULL : timex->rule);
    json_member_text(writer, "anchor", timex == NULL ? NULL : timex_anchor_name(timex->anchor));
    json_object_end(writer);
}

void json_write_reason(struct json_writer *writer, const struct report *report,
                       const struct report_reason *reason, const struct timex_list *timexes)
{
    json_object_begin(writer);
    write_rules(writer, reason);
    write_words(writer, "trigger", &reason->trigger);
    write_words(writer, "count", &report->count.text);
    write_words(writer, "people", &reason->people);
    write_words(writer, "actor", &reason->actor);
    write_words(writer, "counterpart", &reason->counterpart);
    write_places(writer, report, reason);
    write_date(writer, report, reason, timexes);
    json_key(writer, "source");
    json_object_begin(writer);
    json_member_text(writer, "by", source_ground_name(reason->source));
    write_words(writer, "words",
                reason->source == SOURCE_ATTRIBUTION ? &reason->attribution : &report->source);
    json_object_end(writer);
    json_key(writer, "status");
    json_object_begin(writer);
    json_member_text(writer, "by", status_ground_name(reason->status));
    write_words(writer, "words", &reason->cue);
    json_object_end(writer);
    json_object_end(writer);
}
