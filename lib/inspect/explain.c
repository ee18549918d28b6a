#include "inspect/explain.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

const char *outcome_name(enum trace_outcome outcome)
{
    static const char *const names[] = {"fired", "refused", "beaten", "covered", "taken"};
    return names[outcome];
}

const char *tense_name(enum tense tense)
{
    static const char *const names[] = {"unknown", "past", "future"};
    return names[tense];
}

void write_words(const struct text *text, uint32_t first_token, uint32_t end_token, struct buffer *out)
{
    struct str words = text_span(text, first_token, end_token);
    bool space = false;
    for (size_t at = 0; at < words.size;) {
        size_t size;
        uint32_t code_point = utf8_decode(words, at, &size);
        bool white = code_point <= ' ' || (code_point >= 0x7f && code_point < 0xa0);
        if (!white) {
            buffer_append(out, words.data + at, size);
        } else if (!space) {
            buffer_append_char(out, ' ');
        }
        space = white;
        at += size;
    }
}

void write_classes(const struct lang *lang, const struct lang_rule *rule, struct buffer *out)
{
    const char *separator = "";
    if (rule->blocks) {
        buffer_append_str(out, STR("none"));
        return;
    }
    for (unsigned i = 0; i < lang->class_count; i++) {
        if (class_set_has(&rule->classes, i)) {
            buffer_printf(out, "%s%s", separator, lang->class_names[i]);
            separator = " ";
        }
    }
}

static void write_winner(const struct trace *trace, const struct trace_match *match, struct buffer *out)
{
    buffer_printf(out, "%s (\"", match->winner->name);
    write_words(trace->text, match->winner_first_token, match->winner_end_token, out);
    buffer_append_str(out, STR("\")"));
}

void write_reason(const struct trace *trace, const struct trace_match *match, struct buffer *out)
{
    switch (match->outcome) {
    case TRACE_FIRED:
        buffer_append_str(out, STR("fired"));
        break;
    case TRACE_REFUSED:
        buffer_printf(out, "refused by its action: %.*s", STR_ARG(match->calls));
        break;
    case TRACE_BEATEN:
        if (match->end_token < match->winner_end_token) {
            buffer_append_str(out, STR("shorter than "));
            write_winner(trace, match, out);
        } else {
            buffer_printf(out, "as long as %s, which stands before it in line %u", match->winner->name,
                          match->winner->line);
        }
        break;
    case TRACE_COVERED:
        buffer_append_str(out, STR("begins inside "));
        write_winner(trace, match, out);
        break;
    case TRACE_TAKEN:
        buffer_printf(
            out, "pass %s came first: ", trace->rules->passes[rule_pass(trace->rules, match->winner)].name);
        write_winner(trace, match, out);
        break;
    }
}

/* '"will" before it' */
static void write_cue(const struct trace *trace, const struct trace_expression *expression,
                      struct buffer *out)
{
    buffer_append_char(out, '"');
    write_words(trace->text, expression->cue_first, expression->cue_end, out);
    buffer_printf(out, "\" %s it", expression->cue_first < expression->first_token ? "before" : "behind");
}

void write_tense_basis(const struct trace *trace, const struct trace_expression *expression,
                       struct buffer *out)
{
    switch (expression->basis) {
    case TENSE_BY_NOTHING:
        buffer_append_str(out, STR("no verb tells"));
        break;
    case TENSE_LEFT_OPEN:
        write_cue(trace, expression, out);
        buffer_append_str(out, STR(" leaves it open"));
        break;
    case TENSE_TOO_FAR:
        write_cue(trace, expression, out);
        buffer_append_str(out, STR(" is too far off"));
        break;
    case TENSE_BY_WORD:
        buffer_append_str(out, STR("told by "));
        write_cue(trace, expression, out);
        break;
    case TENSE_BY_RELATION:
        buffer_append_str(out, expression->tense == TENSE_PAST ? STR("\"since\" is of a day that is over")
                                                               : STR("a term lies ahead when no verb tells"));
        break;
    case TENSE_BY_OTHER:
        buffer_append_str(out, STR("that of the expression it is reckoned from"));
        break;
    }
}

bool tense_matters(const struct trace_expression *expression)
{
    return expression->sensible &&
           (expression->timex.anchor == ANCHOR_PUBLISHED || expression->timex.anchor == ANCHOR_NARRATIVE) &&
           expression->timex.date.precision != PRECISION_NONE;
}

size_t reports_of(const struct trace *trace, const struct sentence *sentence, struct report_cursor *cursor)
{
    size_t end = token_end(&trace->text->tokens[sentence->end_token - 1]);
    size_t from = cursor->next;
    while (cursor->next < trace->report_count &&
           utf8_bytes(&cursor->bytes, trace->reports[cursor->next].evidence.begin) < end) {
        cursor->next++;
    }
    return from;
}

/* Reads all of the file into the arena. */
static enum inspect_status read_stream(struct command *command, FILE *file, const char *name,
                                       struct str *text)
{
    struct buffer buffer;
    char chunk[4096];
    size_t got;
    buffer_init(&buffer, (size_t)1 << 30);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        buffer_append(&buffer, chunk, got);
    }
    enum inspect_status status = INSPECT_OK;
    if (ferror(file)) {
        status = complain_usage(command, "%s: %s", name, strerror(errno));
    } else if (buffer_status(&buffer) != OK) {
        status = complain_usage(command, "%s: %s", name, status_text(buffer_status(&buffer)));
    } else {
        *text = buffer.size == 0 ? STR("") : arena_copy(&command->arena, buffer_str(&buffer));
        if (text->data == NULL) {
            status = complain_usage(command, "%s: not enough memory", name);
        }
    }
    buffer_release(&buffer);
    return status;
}

/* Whether an operand that names no file looks as if it should: one word with a letter in it and a slash, or
 * with an ending such as ".txt".  "25/12/2024", "10.5" and "U.S." are words of a text. */
static bool looks_like_path(struct str operand)
{
    bool letter = false;
    bool slash = false;
    size_t ending = operand.size; /* where what stands behind the last full stop begins */
    for (size_t i = 0; i < operand.size; i++) {
        char c = operand.data[i];
        if ((unsigned char)c <= ' ') {
            return false;
        }
        letter = letter || ascii_is_letter(c);
        slash = slash || c == '/';
        ending = c == '.' ? i + 1 : ending;
    }
    return letter &&
           (slash || (ending > 1 && operand.size - ending >= 2 && ascii_is_letter(operand.data[ending])));
}

/* The text that the operand is or names. */
static enum inspect_status read_text(struct command *command, struct str *text)
{
    const char *operand = command->operands[0];
    struct stat about;
    if (strcmp(operand, "-") == 0) {
        return read_stream(command, command->input, "standard input", text);
    }
    bool names_file = stat(operand, &about) == 0 && !S_ISDIR(about.st_mode);
    if (!names_file && !looks_like_path(str_from(operand))) {
        *text = str_from(operand);
        return INSPECT_OK;
    }
    FILE *file = fopen(operand, "rb");
    if (file == NULL) {
        return complain_usage(command, "%s: %s; if it is no file but a text, give it on standard input (-)",
                              operand, strerror(errno));
    }
    enum inspect_status status = read_stream(command, file, operand, text);
    (void)fclose(file);
    return status;
}

/* The day of publication: as given, else that of the rules' first example that has one. */
static enum inspect_status find_published(struct command *command, struct instant *published)
{
    struct error error;
    const struct lang_rules *rules = command->lang->time;
    const char *given = command->published;
    for (size_t i = 0; given == NULL && i < rules->example_count; i++) {
        given = rules->examples[i].anchor[0] != '\0' ? rules->examples[i].anchor : NULL;
    }
    if (given == NULL) {
        return complain_usage(command, "the rules have no date of their own: give --published DATE");
    }
    if (instant_parse(str_from(given), published, &error) != OK) {
        return complain_usage(command, "--published: %s", error.message);
    }
    return INSPECT_OK;
}

static enum inspect_status complain_field(struct command *command, enum article_field field,
                                          enum status status)
{
    const char *name = article_field_name(field);
    return status == ERR_INVALID ? complain_usage(command, "the %s is not UTF-8", name)
                                 : complain_usage(command, "the %s: %s", name, status_text(status));
}

static enum inspect_status scan_field(struct command *command, enum article_field field, struct str source,
                                      struct text **text)
{
    enum status status = trace_scan(&command->arena, command->lang, source, text);
    if (status != OK) {
        return complain_field(command, field, status);
    }
    (*text)->language = str_from(command->language);
    return INSPECT_OK;
}

/* Explains a title or text; its sentences go to `out`, or to `writer` when that is not NULL. */
static enum inspect_status explain_field(struct command *command, enum article_field field,
                                         const struct text *text, const struct instant *published,
                                         struct json_writer *writer)
{
    struct trace trace = {0};
    const struct explanation explanation = {command, &trace, field};
    enum status status = command->report ? trace_report(&command->arena, text, published, true, &trace)
                                         : trace_time(&command->arena, text, published, true, &trace);
    if (status == OK) {
        status = writer != NULL ? explain_as_json(&explanation, writer)
                                : explain_as_text(&explanation, command->out);
    }
    return status == OK ? INSPECT_OK : complain_field(command, field, status);
}

/* Title and text tell of each other's dates, as for the server (lib/ingest). */
static enum inspect_status explain_fields(struct command *command, struct str source,
                                          const struct instant *published, struct json_writer *writer)
{
    struct text *title = NULL;
    struct text *text;
    enum inspect_status status = scan_field(command, FIELD_TEXT, source, &text);
    if (status == INSPECT_OK && command->title != NULL) {
        status = scan_field(command, FIELD_TITLE, str_from(command->title), &title);
    }
    if (status == INSPECT_OK && text->sentence_count == 0 && (title == NULL || title->sentence_count == 0)) {
        status = complain_usage(command, "the text is empty%s", title == NULL ? "" : ", and so is the title");
    }
    if (status == INSPECT_OK && title != NULL) {
        title->beside = text;
        text->beside = title;
        status = explain_field(command, FIELD_TITLE, title, published, writer);
    }
    return status == INSPECT_OK ? explain_field(command, FIELD_TEXT, text, published, writer) : status;
}

static void write_heading(struct command *command, const struct instant *published)
{
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    char date[32];
    instant_format(published, date);
    buffer_printf(command->out, "published %s, a %s%s; %s rules of %s%s\n", date,
                  weekdays[civil_weekday(published->day) - 1],
                  command->published == NULL ? " (the date of the rules' examples)" : "",
                  command->report ? "report" : "time",
                  command->folder == NULL ? command->lang->tag : command->folder,
                  command->folder == NULL ? ", as compiled in" : "");
}

static enum inspect_status explain_in_object(struct command *command, struct str text,
                                             const struct instant *published)
{
    struct json_writer writer;
    char date[32];
    instant_format(published, date);
    json_writer_init(&writer, command->out);
    json_object_begin(&writer);
    json_member_text(&writer, "published", date);
    json_member_text(&writer, "language", command->lang->tag);
    json_member_text(&writer, "folder", command->folder);
    json_key(&writer, "sentences");
    json_array_begin(&writer);
    enum inspect_status status = explain_fields(command, text, published, &writer);
    json_array_end(&writer);
    json_object_end(&writer);
    buffer_append_char(command->out, '\n');
    return status;
}

enum inspect_status command_explain(struct command *command)
{
    struct str text = {0};
    struct instant published = {0};
    if (command->operand_count == 0) {
        return complain_usage(command, "explain needs a text; see dateline-rules explain --help");
    }
    enum inspect_status status = load_rules(command);
    if (status == INSPECT_OK) {
        status = find_published(command, &published);
    }
    if (status == INSPECT_OK) {
        status = read_text(command, &text);
    }
    if (status != INSPECT_OK) {
        return status;
    }
    if (!command->json) {
        write_heading(command, &published);
        status = explain_fields(command, text, &published, NULL);
    } else {
        status = explain_in_object(command, text, &published);
    }
    if (status != INSPECT_OK) {
        buffer_clear(command->out);
    }
    return status;
}
