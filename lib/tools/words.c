#include "base/utf8.h"
#include "tools/compiler.h"

#include <string.h>

struct str read_string(struct compiler *compiler, const struct rules_file *file, size_t *at, size_t end)
{
    struct place place = {file, *at};
    struct str text = file->text;
    char *string = take(compiler, end - *at + 1, 1);
    if (string == NULL) {
        return (struct str){NULL, 0};
    }
    size_t size = 0;
    for (size_t i = *at + 1; i < end && text.data[i] != '\n'; i++) {
        char c = text.data[i];
        if (c == '"') {
            *at = i + 1;
            return (struct str){string, size};
        }
        if (c == '\\') {
            i++;
            if (i < end && text.data[i] == 'n') {
                c = '\n';
            } else if (i < end && (text.data[i] == '"' || text.data[i] == '\\')) {
                c = text.data[i];
            } else {
                complain(&compiler->messages, (struct place){file, i - 1},
                         "only \\\" \\\\ and \\n may follow a backslash");
                return (struct str){NULL, 0};
            }
        } else if ((unsigned char)c < ' ' && c != '\t') {
            break;
        }
        string[size++] = c;
    }
    complain(&compiler->messages, place, "a string without its closing quotation mark on the same line");
    return (struct str){NULL, 0};
}

bool read_integer(struct str text, size_t *at, size_t end, int64_t *value)
{
    size_t last = *at;
    if (last < end && (text.data[last] == '-' || text.data[last] == '+')) {
        last++;
    }
    while (last < end && text.data[last] >= '0' && text.data[last] <= '9') {
        last++;
    }
    if (!str_to_int64(str_slice(text, *at, last), value)) {
        return false;
    }
    *at = last;
    return true;
}

static bool name_char(char c, bool upper)
{
    return (upper ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* CLASS[=value] in text[at .. end - 1].  False after a complaint. */
static bool read_class(struct compiler *compiler, const struct rules_file *file, size_t at, size_t end,
                       unsigned *class_id, struct value *value)
{
    struct str text = file->text;
    struct place place = {file, at};
    size_t name_end = at;
    while (name_end < end && name_char(text.data[name_end], true)) {
        name_end++;
    }
    if (name_end == at) {
        complain(&compiler->messages, place, "expected a class in capitals");
        return false;
    }
    *class_id = class_number(compiler, str_slice(text, at, name_end), place);
    if (*class_id == CLASS_LIMIT) {
        return false;
    }
    compiler->classes.entries[*class_id].made = true;
    *value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (name_end == end) {
        return true;
    }
    size_t rest = name_end + 1;
    place.offset = rest;
    if (text.data[name_end] != '=') {
        place.offset = name_end;
        complain(&compiler->messages, place, "expected = and a value, or a tab and the next class");
        return false;
    }
    if (rest < end && text.data[rest] == '"') {
        struct str string = read_string(compiler, file, &rest, end);
        if (string.data == NULL) {
            return false;
        }
        value->kind = VALUE_TEXT;
        value->text = string.data;
    } else if (read_integer(text, &rest, end, &value->number)) {
        value->kind = VALUE_INT;
    } else {
        while (rest < end && name_char(text.data[rest], false)) {
            rest++;
        }
        struct str name = str_slice(text, place.offset, rest);
        value->kind = VALUE_SYMBOL;
        value->number = (int64_t)symbol_number(name);
        if (value->number == SYMBOL_NONE) {
            complain(&compiler->messages, place,
                     "unknown symbol %.*s: a value is an integer, a \"string\" or one of symbols.def",
                     STR_ARG(name));
            return false;
        }
    }
    if (rest != end) {
        complain(&compiler->messages, (struct place){file, rest}, "expected a tab and the next class");
        return false;
    }
    return true;
}

/* The end of the line that begins at `at`: without its comment, line end and white space. */
static size_t content_end(struct str text, size_t at, size_t *next)
{
    bool string = false;
    size_t end = at;
    while (end < text.size && text.data[end] != '\n') {
        end++;
    }
    *next = end + 1;
    for (size_t i = at; i < end; i++) {
        if (text.data[i] == '"') {
            string = !string;
        } else if (text.data[i] == '\\' && string) {
            i++;
        } else if (text.data[i] == '#' && !string) {
            end = i;
        }
    }
    while (end > at && strchr(" \t\r", text.data[end - 1]) != NULL) {
        end--;
    }
    return end;
}

/* "*ed" stands for all words with that ending, and is one word of the lexicon by itself. */
static bool is_ending(struct str form)
{
    return form.size > 1 && form.data[0] == '*';
}

/* The words of a form with their numbers; cased: only capitals that `^` asks for are kept.  0 after a
 * complaint. */
static size_t enter_form(struct compiler *compiler, struct str form, bool cased, struct place place,
                         struct form_word words[PHRASE_WORDS], unsigned numbers[PHRASE_WORDS],
                         struct reading *letter_case)
{
    size_t count = 1;
    if (is_ending(form)) {
        words[0] = (struct form_word){.form = form};
    } else {
        count = split_form(compiler, form, place, words);
    }
    *letter_case = (struct reading){0};
    for (size_t i = 0; i < count; i++) {
        numbers[i] = lexicon_enter(compiler, words[i].form);
        if (numbers[i] == 0) {
            return 0;
        }
        letter_case->capitalized |= (unsigned)(cased && words[i].capitalized && !words[i].all_caps) << i;
        letter_case->all_caps |= (unsigned)(cased && words[i].all_caps) << i;
    }
    if (count > 0 && cased && letter_case->capitalized == 0 && letter_case->all_caps == 0) {
        complain(&compiler->messages, place, "^ before a form that begins no word with a capital");
        return 0;
    }
    return count;
}

static bool has_full_stop(struct str form)
{
    return form.size > 1 && memchr(form.data, '.', form.size) != NULL;
}

static void read_word_line(struct compiler *compiler, const struct rules_file *file, size_t at, size_t end,
                           bool clitics)
{
    struct str text = file->text;
    struct place place = {file, at};
    if ((text.data[at] == '\'') != clitics) {
        return;
    }
    bool cased = text.data[at] == '^' && end - at > 1;
    size_t form_end = at;
    while (form_end < end && text.data[form_end] != '\t') {
        form_end++;
    }
    struct form_word words[PHRASE_WORDS];
    unsigned numbers[PHRASE_WORDS];
    struct reading letter_case;
    size_t count = enter_form(compiler, str_slice(text, at + cased, form_end), cased, place, words, numbers,
                              &letter_case);
    if (count == 0) {
        return;
    }
    if (form_end == end) {
        complain(&compiler->messages, (struct place){file, end}, "expected a tab and a class");
        return;
    }
    struct reading **readings;
    if (count == 1) {
        struct word *word = &compiler->lexicon.words[numbers[0]];
        readings = &word->readings;
        if (has_full_stop(word->form) && word->abbreviation == ABBREVIATION_NONE) {
            word->abbreviation = ABBREVIATION_PLAIN;
            word->abbreviation_capitalized = letter_case.capitalized | letter_case.all_caps;
        }
    } else {
        struct phrase *phrase = lexicon_enter_phrase(compiler, numbers, count);
        if (phrase == NULL) {
            return;
        }
        readings = &phrase->readings;
    }
    for (size_t field = form_end; field < end;) {
        while (field < end && (text.data[field] == '\t' || text.data[field] == ' ')) {
            field++;
        }
        size_t field_end = field;
        bool string = false;
        while (field_end < end && (string || text.data[field_end] != '\t')) {
            if (text.data[field_end] == '\\' && string && field_end + 1 < end) {
                field_end++;
            } else if (text.data[field_end] == '"') {
                string = !string;
            }
            field_end++;
        }
        size_t trimmed = field_end;
        while (trimmed > field && text.data[trimmed - 1] == ' ') {
            trimmed--;
        }
        struct reading reading = letter_case;
        if (!read_class(compiler, file, field, trimmed, &reading.class_id, &reading.value)) {
            return;
        }
        struct reading **last = readings;
        for (; *last != NULL; last = &(*last)->next) {
            if ((*last)->class_id == reading.class_id) {
                complain(&compiler->messages, (struct place){file, field},
                         "this form has the class %.*s already",
                         STR_ARG(compiler->classes.entries[reading.class_id].name));
                return;
            }
        }
        *last = take(compiler, 1, sizeof **last);
        if (*last == NULL) {
            return;
        }
        **last = reading;
        field = field_end;
    }
}

/* False after a complaint: the text is no UTF-8 or has a NUL, and cannot be read on. */
static bool readable(struct compiler *compiler, const struct rules_file *file, bool silent)
{
    size_t invalid = utf8_invalid_at(file->text);
    const char *nul = file->text.size == 0 ? NULL : memchr(file->text.data, '\0', file->text.size);
    if (nul != NULL && (size_t)(nul - file->text.data) < invalid) {
        invalid = (size_t)(nul - file->text.data);
    }
    if (invalid == file->text.size) {
        return true;
    }
    if (!silent) {
        complain(&compiler->messages, (struct place){file, invalid}, "a byte that is not UTF-8 text");
    }
    return false;
}

void read_words(struct compiler *compiler, const struct rules_file *file, bool clitics)
{
    /* The file is read twice, and complained of once. */
    if (!readable(compiler, file, clitics)) {
        return;
    }
    for (size_t at = 0; at < file->text.size && !compiler->messages.no_memory;) {
        size_t next;
        size_t end = content_end(file->text, at, &next);
        if (end > at && (file->text.data[at] == ' ' || file->text.data[at] == '\t')) {
            if (!clitics) {
                complain(&compiler->messages, (struct place){file, at}, "white space before the form");
            }
        } else if (end > at) {
            read_word_line(compiler, file, at, end, clitics);
        }
        at = next;
    }
}

static void read_abbreviation_line(struct compiler *compiler, const struct rules_file *file, size_t at,
                                   size_t end)
{
    struct str text = file->text;
    struct place place = {file, at};
    bool cased = text.data[at] == '^';
    size_t form_end = at;
    while (form_end < end && text.data[form_end] != '\t' && text.data[form_end] != ' ') {
        form_end++;
    }
    struct form_word words[PHRASE_WORDS];
    unsigned numbers[PHRASE_WORDS];
    struct reading letter_case;
    size_t count = enter_form(compiler, str_slice(text, at + cased, form_end), cased, place, words, numbers,
                              &letter_case);
    if (count == 0) {
        return;
    }
    struct word *word = &compiler->lexicon.words[numbers[0]];
    if (count != 1 || !str_ends(word->form, STR(".")) || !has_full_stop(word->form)) {
        complain(&compiler->messages, place, "an abbreviation is one word with a full stop at its end");
        return;
    }
    struct str kind = str_trim(str_slice(text, form_end, end));
    size_t kind_at = end - kind.size;
    if (kind.size == 0) {
        word->abbreviation = ABBREVIATION_PLAIN;
    } else if (str_equal(kind, STR("title"))) {
        word->abbreviation = ABBREVIATION_TITLE;
    } else if (str_equal(kind, STR("number"))) {
        word->abbreviation = ABBREVIATION_NUMBER;
    } else {
        complain(&compiler->messages, (struct place){file, kind_at}, "expected title, number or nothing");
        return;
    }
    word->abbreviation_capitalized = letter_case.capitalized | letter_case.all_caps;
}

void read_abbreviations(struct compiler *compiler, const struct rules_file *file)
{
    if (!readable(compiler, file, false)) {
        return;
    }
    for (size_t at = 0; at < file->text.size && !compiler->messages.no_memory;) {
        size_t next;
        size_t end = content_end(file->text, at, &next);
        if (end > at) {
            read_abbreviation_line(compiler, file, at, end);
        }
        at = next;
    }
}
