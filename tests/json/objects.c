/* The objects of the HTTP contract, letter by letter. */
#include "json/json.h"

#include <string.h>

#include "tests/cmocka.h"

static const char title[] = "Overnight";
static const char text[] =
    "Café owners said on Monday that about 30 soldiers were killed near Lhota over the weekend.";

static struct interval days(int32_t first, int32_t last, enum precision precision)
{
    return (struct interval){.first = first, .last = last, .precision = precision};
}

/* What `text` quotes from byte `begin`, with its place in code points. */
static struct quote quote_of(const char *words)
{
    struct str whole = str_from(text);
    size_t begin = str_find(whole, str_from(words), 0);
    struct utf8_cursor cursor = {.text = whole};
    struct quote quote = {.field = FIELD_TEXT, .text = str_slice(whole, begin, begin + strlen(words))};
    quote.begin = (uint32_t)utf8_code_points(&cursor, begin);
    quote.end = (uint32_t)utf8_code_points(&cursor, begin + strlen(words));
    return quote;
}

struct output {
    struct buffer buffer;
    struct json_writer writer;
};

static void begin(struct output *output)
{
    buffer_init(&output->buffer, 1 << 16);
    json_writer_init(&output->writer, &output->buffer);
}

static void assert_output(struct output *output, const char *expected)
{
    struct str written = buffer_str(&output->buffer);
    assert_int_equal(buffer_status(&output->buffer), OK);
    buffer_append_char(&output->buffer, '\0');
    assert_string_equal(buffer_str(&output->buffer).data, expected);
    assert_int_equal(written.size, strlen(expected));
    buffer_release(&output->buffer);
}

static void test_intervals(void **state)
{
    const int32_t day = civil_to_day(2024, 12, 14);
    const struct {
        struct interval date;
        const char *expected;
    } cases[] = {
        {INTERVAL_UNKNOWN, "null"},
        {days(day, day, PRECISION_DAY),
         "{\"first\":\"2024-12-14\",\"last\":\"2024-12-14\",\"precision\":\"day\",\"edtf\":\"2024-12-14\"}"},
        {days(day, day + 1, PRECISION_DAY), "{\"first\":\"2024-12-14\",\"last\":\"2024-12-15\",\"precision\":"
                                            "\"day\",\"edtf\":\"2024-12-14/2024-12-15\"}"},
        {days(DAY_NONE, day, PRECISION_DAY),
         "{\"first\":null,\"last\":\"2024-12-14\",\"precision\":\"day\",\"edtf\":\"../2024-12-14\"}"},
        {{civil_to_day(2024, 12, 1), civil_to_day(2024, 12, 31), PRECISION_MONTH, true},
         "{\"first\":\"2024-12-01\",\"last\":\"2024-12-31\",\"precision\":\"month\",\"edtf\":\"2024-12~\","
         "\"approximate\":true}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct output output;
        begin(&output);
        json_write_interval(&output.writer, cases[i].date);
        assert_output(&output, cases[i].expected);
    }
}

static void test_timex(void **state)
{
    struct str whole = str_from(text);
    struct utf8_cursor cursor = {.text = whole};
    size_t at = str_find(whole, STR("over the weekend"), 0);
    struct timex_reading other = {
        .value = "2024-W51-WE",
        .date = days(civil_to_day(2024, 12, 21), civil_to_day(2024, 12, 22), PRECISION_DAY)};
    struct timex timex = {.field = FIELD_TEXT,
                          .begin = (uint32_t)at,
                          .end = (uint32_t)at + 16,
                          .type = TIMEX_DATE,
                          .value = "2024-W50-WE",
                          .date = days(civil_to_day(2024, 12, 14), civil_to_day(2024, 12, 15), PRECISION_DAY),
                          .anchor = ANCHOR_PUBLISHED,
                          .rule = "weekend.over"};
    struct output output;
    (void)state;
    begin(&output);
    json_write_timex(&output.writer, &timex, &cursor);
    assert_output(
        &output,
        "{\"field\":\"text\",\"begin\":73,\"end\":89,\"text\":\"over the weekend\",\"type\":\"DATE\","
        "\"value\":\"2024-W50-WE\",\"mod\":null,\"date\":{\"first\":\"2024-12-14\",\"last\":\"2024-12-15\","
        "\"precision\":\"day\",\"edtf\":\"2024-12-14/2024-12-15\"},\"anchor\":\"published\","
        "\"rule\":\"weekend.over\"}");
    timex.mod = MOD_APPROX;
    timex.date = INTERVAL_UNKNOWN;
    timex.alternatives = &other;
    timex.alternative_count = 1;
    cursor = (struct utf8_cursor){.text = whole};
    begin(&output);
    json_write_timex(&output.writer, &timex, &cursor);
    assert_output(
        &output,
        "{\"field\":\"text\",\"begin\":73,\"end\":89,\"text\":\"over the weekend\",\"type\":\"DATE\","
        "\"value\":\"2024-W50-WE\",\"mod\":\"APPROX\",\"date\":null,\"anchor\":\"published\","
        "\"rule\":\"weekend.over\",\"alternatives\":[{\"value\":\"2024-W51-WE\",\"date\":"
        "{\"first\":\"2024-12-21\",\"last\":\"2024-12-22\",\"precision\":\"day\","
        "\"edtf\":\"2024-12-21/2024-12-22\"}}]}");
}

static void write_report(struct output *output, const struct report *report,
                         const struct json_report_context *context)
{
    begin(output);
    json_object_begin(&output->writer);
    json_write_report(&output->writer, report, context);
    json_object_end(&output->writer);
}

static void test_full_report(void **state)
{
    struct timex_reading other = {
        "2024-12-07/2024-12-08",
        days(civil_to_day(2024, 12, 7), civil_to_day(2024, 12, 8), PRECISION_DAY),
    };
    struct place place = {.name = STR("Lhota"),
                          .country = STR("CZ"),
                          .precision = STR("village"),
                          .lat = 50.25,
                          .lon = 14.5,
                          .has_point = true};
    struct report report = {
        .kind = KIND_CASUALTY,
        .subtype = SUBTYPE_KILLED,
        .scope = SCOPE_INCIDENT,
        .status = STATUS_CLAIMED,
        .count = {.min = 30, .max = 30, .qualifier = STR("about"), .text = quote_of("about 30")},
        .actor = STR("soldiers"),
        .places = &place,
        .place_count = 1,
        .date = days(civil_to_day(2024, 12, 14), civil_to_day(2024, 12, 15), PRECISION_DAY),
        .basis_timex = 1,
        .basis = quote_of("over the weekend"),
        .alternatives = &other,
        .alternative_count = 1,
        .source_name = STR("café owners"),
        .source = quote_of("Café owners"),
        .said = days(civil_to_day(2024, 12, 16), civil_to_day(2024, 12, 16), PRECISION_DAY),
        .evidence = quote_of("Café owners said on Monday"),
        .prefix = STR(""),
        .suffix = STR(" that about"),
        .rule = STR("casualty.killed"),
    };
    struct output output;
    (void)state;
    write_report(&output, &report, &(struct json_report_context){342, 17, STR("a1")});
    assert_output(
        &output,
        "{\"id\":\"r342\",\"event\":\"e17\",\"article\":\"a1\",\"kind\":\"casualty\",\"subtype\":\"killed\","
        "\"scope\":\"incident\",\"count\":{\"min\":30,\"max\":30,\"qualifier\":\"about\","
        "\"text\":\"about 30\",\"field\":\"text\",\"begin\":32,\"end\":40},\"actor\":\"soldiers\","
        "\"counterpart\":null,\"places\":[{\"name\":\"Lhota\",\"country\":\"CZ\",\"country_name\":\"Czech "
        "Republic\",\"region\":null,"
        "\"lat\":50.25,\"lon\":14.5,\"precision\":\"village\"}],\"date\":{\"first\":\"2024-12-14\","
        "\"last\":\"2024-12-15\",\"precision\":\"day\",\"edtf\":\"2024-12-14/2024-12-15\"},"
        "\"date_basis\":{\"timex\":1,\"text\":\"over the weekend\",\"field\":\"text\",\"begin\":73,"
        "\"end\":89,\"alternatives\":[{\"value\":\"2024-12-07/2024-12-08\",\"date\":"
        "{\"first\":\"2024-12-07\",\"last\":\"2024-12-08\",\"precision\":\"day\","
        "\"edtf\":\"2024-12-07/2024-12-08\"}}]},\"source\":{\"name\":\"café owners\",\"text\":\"Café "
        "owners\",\"field\":\"text\","
        "\"begin\":0,\"end\":11},\"said\":{\"first\":\"2024-12-16\",\"last\":\"2024-12-16\","
        "\"precision\":\"day\",\"edtf\":\"2024-12-16\"},\"status\":\"claimed\",\"evidence\":"
        "{\"exact\":\"Café owners said on Monday\",\"field\":\"text\",\"begin\":0,\"end\":26,"
        "\"prefix\":\"\",\"suffix\":\" that about\"},\"rule\":\"casualty.killed\"}");
}

/* What the text does not give is null; nothing is stored, so there are no ids. */
static void test_bare_report(void **state)
{
    struct report report = {
        .kind = KIND_DEPLOYMENT,
        .subtype = SUBTYPE_PLANNED,
        .scope = SCOPE_CUMULATIVE,
        .status = STATUS_HYPOTHETICAL,
        .count = {.min = COUNT_NONE, .max = COUNT_NONE},
        .date = INTERVAL_UNKNOWN,
        .basis_timex = -1,
        .said = INTERVAL_UNKNOWN,
        .evidence = {.field = FIELD_TITLE, .begin = 0, .end = 9, .text = str_from(title)},
    };
    struct output output;
    (void)state;
    write_report(&output, &report, &(struct json_report_context){0});
    assert_output(
        &output,
        "{\"id\":null,\"event\":null,\"article\":null,\"kind\":\"deployment\",\"subtype\":\"planned\","
        "\"scope\":\"cumulative\",\"count\":null,\"actor\":null,\"counterpart\":null,\"places\":[],"
        "\"date\":null,\"date_basis\":{\"timex\":null,\"text\":null},\"source\":{\"name\":null,"
        "\"text\":null},\"said\":null,\"status\":\"hypothetical\",\"evidence\":{\"exact\":\"Overnight\","
        "\"field\":\"title\",\"begin\":0,\"end\":9,\"prefix\":null,\"suffix\":null},\"rule\":null}");
}

/* "heavy losses": words, but no figure. */
static void test_count_without_figure(void **state)
{
    struct report report = {
        .basis_timex = -1,
        .count = {.min = COUNT_NONE, .max = COUNT_NONE, .text = quote_of("soldiers")},
    };
    struct output output;
    (void)state;
    write_report(&output, &report, &(struct json_report_context){0});
    buffer_append_char(&output.buffer, '\0');
    assert_non_null(strstr(buffer_str(&output.buffer).data,
                           "\"count\":{\"min\":null,\"max\":null,\"qualifier\":null,\"text\":\"soldiers\","));
    buffer_release(&output.buffer);
}

static void test_event(void **state)
{
    struct str sources[] = {STR("army"), STR("café owners")};
    struct event event = {
        .id = 17,
        .kind = KIND_CASUALTY,
        .subtype = SUBTYPE_KILLED_OR_WOUNDED,
        .scope = SCOPE_INCIDENT,
        .title = STR("At least 30 soldiers killed or wounded"),
        .date = days(civil_to_day(2024, 12, 14), civil_to_day(2024, 12, 15), PRECISION_DAY),
        .as_of = civil_to_day(2024, 12, 16),
        .count = {30, COUNT_NONE},
        .killed = {12, 20},
        .wounded = {COUNT_NONE, COUNT_NONE},
        .missing = {COUNT_NONE, 4},
        .captured = {COUNT_NONE, COUNT_NONE},
        .actor = STR("soldiers"),
        .statuses = {[STATUS_CONFIRMED] = 1, [STATUS_DENIED] = 2},
        .reports = 3,
        .articles = 2,
        .publishers = 2,
        .voices = 1,
        .sources = sources,
        .source_count = 2,
        .first_reported = civil_to_day(2024, 12, 16),
        .updated = INT64_C(1734429600123),
        .revision = 3,
    };
    struct output output;
    (void)state;
    begin(&output);
    json_object_begin(&output.writer);
    json_write_event(&output.writer, &event);
    json_object_end(&output.writer);
    assert_output(
        &output,
        "{\"id\":\"e17\",\"kind\":\"casualty\",\"subtype\":\"killed_or_wounded\",\"scope\":\"incident\","
        "\"series\":null,\"title\":\"At least 30 soldiers killed or "
        "wounded\",\"date\":{\"first\":\"2024-12-14\","
        "\"last\":\"2024-12-15\",\"precision\":\"day\",\"edtf\":\"2024-12-14/2024-12-15\"},"
        "\"as_of\":\"2024-12-16\",\"count\":{\"min\":30,\"max\":null},\"killed\":{\"min\":12,\"max\":20},"
        "\"wounded\":null,\"missing\":{\"min\":null,\"max\":4},\"captured\":null,\"actor\":\"soldiers\","
        "\"counterpart\":null,\"places\":[],\"statuses\":{\"confirmed\":1,\"denied\":2},\"reports\":3,"
        "\"articles\":2,\"publishers\":2,\"voices\":1,\"sources\":[\"army\",\"café owners\"],"
        "\"first_reported\":\"2024-12-16\",\"updated\":\"2024-12-17T10:00:00Z\",\"revision\":3}");
}

static void test_event_in_doubt(void **state)
{
    struct timex_reading other = {"2024-12-07",
                                  days(civil_to_day(2024, 12, 7), civil_to_day(2024, 12, 7), PRECISION_DAY)};
    struct event event = {.date = days(civil_to_day(2024, 12, 14), civil_to_day(2024, 12, 14), PRECISION_DAY),
                          .alternatives = &other,
                          .alternative_count = 1};
    struct output output;
    (void)state;
    begin(&output);
    json_object_begin(&output.writer);
    json_write_event(&output.writer, &event);
    json_object_end(&output.writer);
    buffer_append_char(&output.buffer, '\0');
    assert_non_null(strstr(buffer_str(&output.buffer).data,
                           "\"edtf\":\"2024-12-14\"},\"date_alternatives\":[{\"value\":\"2024-12-07\","
                           "\"date\":{\"first\":\"2024-12-07\",\"last\":\"2024-12-07\","
                           "\"precision\":\"day\",\"edtf\":\"2024-12-07\"}}],\"as_of\":"));
    buffer_release(&output.buffer);
}

static void test_why(void **state)
{
    struct output output;
    (void)state;
    begin(&output);
    json_write_why(&output.writer, &(struct merge_why){40, 30, 20, 10, -5, 15, 110}, NULL, 0);
    assert_output(&output, "{\"actor\":40,\"date\":30,\"place\":20,\"count\":10,\"source\":-5,\"words\":15,"
                           "\"total\":110}");
    struct claim total = {.id = 7, .article = STR("a1")};
    total.report.count = (struct count){.min = 12, .max = 14};
    begin(&output);
    json_write_why(&output.writer, &(struct merge_why){.total = 100}, &total, 0);
    assert_output(&output, "{\"actor\":0,\"date\":0,\"place\":0,\"count\":0,\"source\":0,\"words\":0,"
                           "\"total\":100,\"part_of\":{\"report\":\"r7\",\"text\":\"part of 12\u2013"
                           "14 told by a1\"}}");
    total.publisher = STR("The Paper");
    total.report.source_name = STR("officials");
    total.report.count = (struct count){.min = 12, .max = COUNT_NONE};
    begin(&output);
    json_write_why(&output.writer, &(struct merge_why){.total = 100}, &total, 0);
    assert_output(&output,
                  "{\"actor\":0,\"date\":0,\"place\":0,\"count\":0,\"source\":0,\"words\":0,"
                  "\"total\":100,\"part_of\":{\"report\":\"r7\",\"text\":\"part of at least 12 told by "
                  "officials\"}}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_intervals),
        cmocka_unit_test(test_timex),
        cmocka_unit_test(test_full_report),
        cmocka_unit_test(test_bare_report),
        cmocka_unit_test(test_count_without_figure),
        cmocka_unit_test(test_event),
        cmocka_unit_test(test_event_in_doubt),
        cmocka_unit_test(test_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
