#include "base/civil.h"
#include "base/utf8.h"
#include "tools/compiler.h"

#include <string.h>

/* What the margin lines of a file have led to so far. */
struct rule_reader {
    struct reader reader;
    struct pass *pass;       /* the current one */
    struct rule **last_rule; /* where the next rule is hung */
    struct str anchor;       /* of the examples that name none */
};

static bool wrong(struct reader *reader, struct place place, const char *message)
{
    complain(&reader->compiler->messages, place, "%s", message);
    return false;
}

static bool read_argument(struct reader *reader, struct argument *argument)
{
    char c = reader_peek(reader);
    argument->place = reader_place(reader);
    argument->value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (c == '"') {
        struct str string = read_string(reader->compiler, reader->file, &reader->at, reader->end);
        argument->value.kind = VALUE_TEXT;
        argument->value.text = string.data;
        return string.data != NULL;
    }
    if (read_integer(reader->file->text, &reader->at, reader->end, &argument->value.number)) {
        argument->value.kind = VALUE_INT;
        return true;
    }
    argument->negated = reader_take(reader, '-');
    argument->name = reader_name(reader, "_");
    if (argument->name.data == NULL) {
        return wrong(reader, argument->place,
                     "expected an argument: a class, a label, an integer, a symbol or a \"string\"");
    }
    return true;
}

/* (a, b, c) */
static bool read_arguments(struct reader *reader, struct call *call)
{
    struct argument **last = &call->arguments;
    if (!reader_take(reader, '(')) {
        return wrong(reader, reader_place(reader), "expected ( and the arguments");
    }
    if (reader_take(reader, ')')) {
        return true;
    }
    do {
        struct argument *argument = take(reader->compiler, 1, sizeof *argument);
        if (argument == NULL || !read_argument(reader, argument)) {
            return false;
        }
        *last = argument;
        last = &argument->next;
        if (++call->argument_count > ARGUMENT_LIMIT) {
            return wrong(reader, argument->place, "too many arguments");
        }
    } while (reader_take(reader, ','));
    return reader_take(reader, ')') || wrong(reader, reader_place(reader), "expected , or )");
}

static bool read_call(struct reader *reader, struct call *call)
{
    struct place place = reader_place(reader);
    struct str name = reader_name(reader, "_");
    const struct dimension *dimension = reader->dimension;
    while (call->action < dimension->action_count &&
           !str_equal(str_from(dimension->actions[call->action].name), name)) {
        call->action++;
    }
    if (call->action == dimension->action_count) {
        complain(&reader->compiler->messages, place, "unknown action %.*s: %s-actions.def declares them",
                 STR_ARG(name), dimension->name);
        return false;
    }
    const struct action_name *action = &dimension->actions[call->action];
    if (!read_arguments(reader, call)) {
        return false;
    }
    if (call->argument_count < action->fewest || call->argument_count > action->most) {
        complain(&reader->compiler->messages, place, "%s takes %u to %u arguments, not %u", action->name,
                 action->fewest, action->most, call->argument_count);
        return false;
    }
    return true;
}

/* What stands behind =>. */
static bool read_result(struct reader *reader, struct rule *rule)
{
    struct call **last = &rule->calls;
    bool made = false;
    while (reader_more(reader)) {
        struct place place = reader_place(reader);
        struct str name = reader_name(reader, "_");
        if (name.data == NULL) {
            return wrong(reader, place, "expected a class in capitals, an action or none");
        }
        if (name.data[0] >= 'a') {
            if (str_equal(name, STR("none")) && !made) {
                rule->blocks = true;
                return !reader_more(reader) || wrong(reader, reader_place(reader), "nothing may follow none");
            }
            reader->at = place.offset;
            break;
        }
        unsigned class_id = class_number(reader->compiler, name, place);
        if (class_id == CLASS_LIMIT) {
            return false;
        }
        reader->compiler->classes.entries[class_id].made = true;
        class_use(reader->compiler, reader->dimension, class_id);
        class_set_add(&rule->classes, class_id);
        made = true;
        if (reader_peek(reader) == '(') {
            rule->has_value = true;
            break;
        }
    }
    if (!made) {
        return wrong(reader, reader_place(reader), "expected a class in capitals or none");
    }
    if (rule->has_value) {
        struct place place = reader_place(reader);
        struct call *call = take(reader->compiler, 1, sizeof *call);
        if (call == NULL || !read_arguments(reader, call)) {
            return false;
        }
        if (call->argument_count != 1) {
            return wrong(reader, place, "a class takes one argument: its value");
        }
        *last = call;
        return !reader_more(reader) || wrong(reader, reader_place(reader), "nothing may follow the value");
    }
    if (!reader_more(reader)) {
        return true;
    }
    unsigned calls = 0;
    do {
        if (!reader_more(reader)) {
            return wrong(reader, reader_place(reader), "expected an action");
        }
        struct place place = reader_place(reader);
        struct call *call = take(reader->compiler, 1, sizeof *call);
        if (call == NULL || !read_call(reader, call)) {
            return false;
        }
        if (++calls > CALL_LIMIT) {
            return wrong(reader, place, "too many actions");
        }
        *last = call;
        last = &call->next;
    } while (reader_take(reader, ';'));
    return !reader_more(reader) ||
           wrong(reader, reader_place(reader), "expected ; and an action, or a new line");
}

/* A bare word of an example's line. */
static struct str read_bare(struct reader *reader)
{
    const char *data = reader->file->text.data;
    size_t begin = reader->at;
    while (reader->at < reader->end && strchr(" \t\r\n#\"", data[reader->at]) == NULL) {
        reader->at++;
    }
    return str_slice(reader->file->text, begin, reader->at);
}

static bool read_anchor(struct reader *reader, struct str *anchor)
{
    struct place place;
    reader->at++;
    reader_peek(reader);
    place = reader_place(reader);
    *anchor = read_bare(reader);
    struct instant instant;
    if (instant_parse(*anchor, &instant, NULL) != OK) {
        return wrong(reader, place, "expected a date such as 2024-12-17");
    }
    return true;
}

/* + "text" expected ... or - "text", up to the end of the line. */
static bool read_example(struct reader *reader, struct example *example)
{
    const char *data = reader->file->text.data;
    example->place = reader_place(reader);
    example->positive = data[reader->at++] == '+';
    size_t line_end = reader->at;
    while (line_end < reader->end && data[line_end] != '\n') {
        line_end++;
    }
    struct reader line = *reader;
    line.end = line_end;
    reader->at = line_end;
    if (reader_peek(&line) != '"') {
        return wrong(&line, reader_place(&line), "expected the text of the example in quotation marks");
    }
    example->text = read_string(line.compiler, line.file, &line.at, line.end);
    if (example->text.data == NULL) {
        return false;
    }
    while (reader_more(&line)) {
        if (!example->positive) {
            return wrong(&line, reader_place(&line),
                         "nothing may follow a negative example: it expects nothing");
        }
        struct str expected = data[line.at] == '"' ? read_string(line.compiler, line.file, &line.at, line.end)
                                                   : read_bare(&line);
        if (expected.data == NULL) {
            return false;
        }
        void *grown = arena_grow(line.compiler->arena, example->expected, example->expected_count,
                                 example->expected_count + 1, sizeof *example->expected);
        if (grown == NULL) {
            line.compiler->messages.no_memory = true;
            return false;
        }
        example->expected = grown;
        example->expected[example->expected_count++] = expected;
    }
    return true;
}

static bool read_examples(struct rule_reader *file, struct rule *rule)
{
    struct reader *reader = &file->reader;
    struct example **last = &rule->examples;
    struct str anchor = file->anchor;
    bool positive = false;
    while (reader_more(reader)) {
        char c = reader_peek(reader);
        if (c == '@') {
            if (!read_anchor(reader, &anchor)) {
                return false;
            }
        } else if (c == '+' || c == '-') {
            struct example *example = take(reader->compiler, 1, sizeof *example);
            if (example == NULL || !read_example(reader, example)) {
                return false;
            }
            example->anchor = anchor;
            positive = positive || example->positive;
            *last = example;
            last = &example->next;
        } else {
            return wrong(reader, reader_place(reader),
                         "expected an example: @ date, + \"text\" or - \"text\"");
        }
    }
    if (!positive && !(rule->blocks && rule->examples != NULL)) {
        return wrong(reader, rule->place,
                     "a rule needs an example: + \"text\" and what is to be found in it");
    }
    return true;
}

static const struct rule *find_rule(const struct dimension *dimension, struct str name)
{
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            if (str_equal(rule->name, name)) {
                return rule;
            }
        }
    }
    return NULL;
}

/* The first line of a statement that begins an example, or its end. */
static size_t examples_at(const struct reader *reader)
{
    struct str text = reader->file->text;
    for (size_t at = reader->at; at < reader->end;) {
        size_t first = at;
        while (first < reader->end && (text.data[first] == ' ' || text.data[first] == '\t')) {
            first++;
        }
        if (first > at && first < reader->end && strchr("@+-", text.data[first]) != NULL) {
            return first;
        }
        while (at < reader->end && text.data[at] != '\n') {
            at++;
        }
        at++;
    }
    return reader->end;
}

static bool read_rule(struct rule_reader *file, struct str name, struct place place)
{
    struct reader *reader = &file->reader;
    if (file->pass == NULL) {
        return wrong(reader, place, "a rule before the first pass");
    }
    if (find_rule(reader->dimension, name) != NULL) {
        return wrong(reader, place, "another rule has this name");
    }
    struct rule *rule = take(reader->compiler, 1, sizeof *rule);
    if (rule == NULL) {
        return false;
    }
    rule->name = name;
    rule->place = place;
    size_t end = reader->end;
    reader->end = examples_at(reader);
    if (!read_pattern(reader, &rule->pattern, true)) {
        return false;
    }
    if (!reader_take(reader, '=') || !reader_take(reader, '>')) {
        return wrong(reader, reader_place(reader), "expected => and what the rule makes");
    }
    if (!read_result(reader, rule)) {
        return false;
    }
    reader->at = reader->end;
    reader->end = end;
    if (!read_examples(file, rule)) {
        return false;
    }
    *file->last_rule = rule;
    file->last_rule = &rule->next;
    return true;
}

static bool read_pass(struct rule_reader *file)
{
    struct reader *reader = &file->reader;
    reader_more(reader);
    struct place place = reader_place(reader);
    struct str name = reader_name(reader, "_-.");
    if (name.data == NULL) {
        return wrong(reader, place, "expected the name of the pass");
    }
    struct pass **last = &reader->dimension->passes;
    for (; *last != NULL; last = &(*last)->next) {
        if (str_equal((*last)->name, name)) {
            return wrong(reader, place, "another pass has this name");
        }
    }
    struct pass *pass = take(reader->compiler, 1, sizeof *pass);
    if (pass == NULL) {
        return false;
    }
    *pass = (struct pass){.name = name, .place = place};
    if (reader_more(reader)) {
        struct place keep_place = reader_place(reader);
        pass->keep = str_equal(reader_name(reader, "_"), STR("keep"));
        if (!pass->keep || reader_more(reader)) {
            return wrong(reader, keep_place, "only keep may follow the name of a pass");
        }
    }
    *last = pass;
    file->pass = pass;
    file->last_rule = &pass->rules;
    return true;
}

static bool read_definition(struct rule_reader *file)
{
    struct reader *reader = &file->reader;
    reader_more(reader);
    struct place place = reader_place(reader);
    struct str name = reader_name(reader, "_");
    if (name.data == NULL) {
        return wrong(reader, place, "expected a name");
    }
    for (struct definition *other = reader->dimension->definitions; other != NULL; other = other->next) {
        if (str_equal(other->name, name)) {
            return wrong(reader, place, "another let has this name");
        }
    }
    const struct class_table *classes = &reader->compiler->classes;
    for (unsigned i = 0; i < classes->count; i++) {
        if (str_equal(classes->entries[i].name, name)) {
            return wrong(reader, place, "a class has this name");
        }
    }
    if (!reader_take(reader, '=')) {
        return wrong(reader, reader_place(reader), "expected =");
    }
    struct pattern pattern;
    if (!read_pattern(reader, &pattern, false)) {
        return false;
    }
    if (reader_more(reader)) {
        return wrong(reader, reader_place(reader), "a let makes nothing: unexpected =>");
    }
    struct definition *definition = take(reader->compiler, 1, sizeof *definition);
    if (definition == NULL) {
        return false;
    }
    *definition = (struct definition){name, pattern.span, reader->dimension->definitions};
    reader->dimension->definitions = definition;
    return true;
}

static void read_statement(struct rule_reader *file)
{
    struct reader *reader = &file->reader;
    struct place place = reader_place(reader);
    if (reader_peek(reader) == '@') {
        if (read_anchor(reader, &file->anchor) && reader_more(reader)) {
            wrong(reader, reader_place(reader), "nothing may follow the date");
        }
        return;
    }
    struct str name = reader_name(reader, "._-");
    if (name.data == NULL) {
        wrong(reader, place, "expected a rule, a pass, a let, seeds or @ date");
    } else if (str_equal(name, STR("pass"))) {
        read_pass(file);
    } else if (str_equal(name, STR("let"))) {
        read_definition(file);
    } else if (str_equal(name, STR("seeds"))) {
        read_seeds(reader);
    } else {
        read_rule(file, name, place);
    }
}

void read_rules(struct compiler *compiler, struct dimension *dimension, const struct rules_file *file)
{
    struct str text = file->text;
    size_t invalid = utf8_invalid_at(text);
    const char *nul = text.size == 0 ? NULL : memchr(text.data, '\0', text.size);
    if (nul != NULL || invalid != text.size) {
        size_t at = nul != NULL && (size_t)(nul - text.data) < invalid ? (size_t)(nul - text.data) : invalid;
        complain(&compiler->messages, (struct place){file, at}, "a byte that is not UTF-8 text");
        return;
    }
    struct rule_reader rules = {.reader = {.compiler = compiler, .dimension = dimension, .file = file}};
    for (size_t at = 0; at < text.size && !compiler->messages.no_memory;) {
        /* A statement is a line that begins at the margin, and the indented, empty and comment lines behind
         * it. */
        size_t end = at;
        do {
            while (end < text.size && text.data[end] != '\n') {
                end++;
            }
            end += end < text.size;
        } while (end < text.size && strchr(" \t\r\n#", text.data[end]) != NULL);
        rules.reader.at = at;
        rules.reader.end = end;
        rules.reader.depth = 0;
        if (reader_more(&rules.reader)) {
            if (rules.reader.at > 0 && text.data[rules.reader.at - 1] != '\n') {
                complain(&compiler->messages, reader_place(&rules.reader),
                         "an indented line with nothing before it to go on with");
            } else {
                read_statement(&rules);
            }
        }
        at = end;
    }
}
