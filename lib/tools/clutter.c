/* Compiles lib/lang/<tag>/clutter.txt to const tables:
 *
 *     clutter OUT.c en=lib/lang/en/clutter.txt ...
 *
 * A file has sections "[KIND PLACE]" (see text/clutter.h) with one run of words a line; # begins a comment
 * line.  Words that stand anywhere are looked for by a sign in them, or else by three of their letters, which
 * are given behind " = ". */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK_SIZE_MAX 200
#define MARKS_MAX 1000
#define KEY_SIZE_MAX 3
/* As CLUTTER_LETTER_KEYS and CLUTTER_PAIRS of text/clutter.h. */
#define LETTER_KEYS 3
#define KEYS_MAX 32
#define PAIRS (27 * 27)

static const char *const kinds[] = {"clutter", "list", "end", "caption", "byline"};
static const char *const kind_names[] = {"MARK_CLUTTER", "MARK_LIST", "MARK_END", "MARK_CAPTION",
                                         "MARK_BYLINE"};
static const char *const places[] = {"line", "begins", "ends", "holds", "names"};
static const char *const place_names[] = {"PLACE_LINE", "PLACE_BEGINS", "PLACE_ENDS", "PLACE_HOLDS",
                                          "PLACE_NAMES"};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]), PLACE_COUNT = sizeof(places) / sizeof(places[0]) };

struct mark {
    char words[MARK_SIZE_MAX + 1];
    int kind;
    int place;
    size_t key; /* where in the words that stands by which they are looked up */
    char key_text[KEY_SIZE_MAX + 1];
};

struct input {
    const char *path;
    int line;
    int kind; /* of the section, -1 before the first */
    int place;
    struct mark marks[MARKS_MAX];
    size_t count;
};

static bool fail(const struct input *input, const char *message, const char *what)
{
    (void)fprintf(stderr, "%s:%d: %s%s\n", input->path, input->line, message, what);
    return false;
}

static int index_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

static bool read_section(struct input *input, char *line)
{
    char *close = strchr(line, ']');
    char *space = strchr(line, ' ');
    if (close == NULL || close[1] != '\0' || space == NULL) {
        return fail(input, "expected [KIND PLACE]: ", line);
    }
    *close = '\0';
    *space = '\0';
    input->kind = index_of(kinds, KIND_COUNT, line + 1);
    input->place = index_of(places, PLACE_COUNT, space + 1);
    if (input->kind < 0) {
        return fail(input, "unknown kind: ", line + 1);
    }
    return input->place >= 0 || fail(input, "unknown place: ", space + 1);
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Marks that are looked up alike stand together: those at a line's beginning by their first two bytes, those
 * at its end by their last; those anywhere by their sign or three letters. */
static int group_of(const struct mark *mark)
{
    return strcmp(places[mark->place], "ends") == 0 ? 1 : strcmp(places[mark->place], "holds") == 0 ? 2 : 0;
}

/* A sign that no other is folded to; else `letters`, when it is given. */
static bool set_key(const struct input *input, struct mark *mark, const char *letters)
{
    size_t sign = 0;
    while (is_small(mark->words[sign]) || mark->words[sign] == ' ' || mark->words[sign] == '\'') {
        sign++;
    }
    if (mark->words[sign] != '\0') {
        mark->key = sign;
        mark->key_text[0] = mark->words[sign];
        return true;
    }
    const char *found = letters == NULL ? NULL : strstr(mark->words, letters);
    if (found == NULL || strlen(letters) != KEY_SIZE_MAX || !is_small(letters[0]) || !is_small(letters[1]) ||
        !is_small(letters[2])) {
        return fail(input, "expected \"words = abc\", three letters in a row of one: ", mark->words);
    }
    mark->key = (size_t)(found - mark->words);
    memcpy(mark->key_text, letters, KEY_SIZE_MAX + 1);
    return true;
}

static bool check_words(const struct input *input, const char *line)
{
    size_t size = strlen(line);
    for (size_t i = 0; i < size; i++) {
        bool capital = line[i] >= 'A' && line[i] <= 'Z';
        bool double_space = line[i] == ' ' && (i == 0 || i + 1 == size || line[i + 1] == ' ');
        if (capital || double_space || line[i] == '"' || line[i] == '\\' || line[i] == '\t') {
            return fail(input, "expected words in lower case with single spaces: ", line);
        }
    }
    return (size >= 2 && size <= MARK_SIZE_MAX) || fail(input, "too long words, or just a byte: ", line);
}

static bool read_words(struct input *input, char *line)
{
    if (input->kind < 0) {
        return fail(input, "words before the first [KIND PLACE]: ", line);
    }
    char *letters = strstr(line, " = ");
    if (letters != NULL) {
        *letters = '\0';
        letters += strlen(" = ");
    }
    if (!check_words(input, line)) {
        return false;
    }
    if (input->count == MARKS_MAX) {
        return fail(input, "too many words: ", line);
    }
    for (size_t i = 0; i < input->count; i++) {
        const struct mark *mark = &input->marks[i];
        if (mark->place == input->place && strcmp(mark->words, line) == 0) {
            return fail(input, "given twice: ", line);
        }
    }
    struct mark *mark = &input->marks[input->count++];
    *mark = (struct mark){.kind = input->kind, .place = input->place};
    memcpy(mark->words, line, strlen(line) + 1);
    if (group_of(mark) == 2) {
        return set_key(input, mark, letters);
    }
    return letters == NULL || fail(input, "only words that stand anywhere have letters: ", line);
}

static bool read_file(struct input *input, FILE *file)
{
    char line[1024];
    while (fgets(line, sizeof(line), file) != NULL) {
        input->line++;
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0' || line[0] == '#') {
            continue;
        }
        if (!(line[0] == '[' ? read_section(input, line) : read_words(input, line))) {
            return false;
        }
    }
    return ferror(file) == 0 || fail(input, "cannot be read", "");
}

static unsigned letter_of(char c)
{
    return is_small(c) ? (unsigned)(c - 'a' + 1) : 0;
}

/* Of groups 0 and 1. */
static unsigned key_of(const struct mark *mark)
{
    return group_of(mark) == 1 ? (unsigned char)mark->words[strlen(mark->words) - 1]
                               : letter_of(mark->words[0]) * 27 + letter_of(mark->words[1]);
}

static int compare_marks(const void *a, const void *b)
{
    const struct mark *left = a;
    const struct mark *right = b;
    int by_group = group_of(left) - group_of(right);
    int by_key = group_of(left) == 2 ? strcmp(left->key_text, right->key_text)
                                     : (int)key_of(left) - (int)key_of(right);
    return by_group != 0 ? by_group : by_key != 0 ? by_key : strcmp(left->words, right->words);
}

/* The first mark of that group with each key or a higher one. */
static void write_starts(FILE *out, const struct input *input, int group, const char *name, unsigned keys)
{
    (void)fprintf(out, "\nstatic const uint16_t %s[] = {\n    ", name);
    for (unsigned key = 0; key <= keys; key++) {
        size_t at = 0;
        while (at < input->count &&
               (group_of(&input->marks[at]) < group ||
                (group_of(&input->marks[at]) == group && key_of(&input->marks[at]) < key))) {
            at++;
        }
        (void)fprintf(out, "%zu,%s", at, key % 16 == 15 ? "\n    " : " ");
    }
    (void)fputs("\n};\n", out);
}

/* The keys of group 2 that are letters or that are signs, each with its run of marks; how many there are. */
static size_t write_keys(FILE *out, const struct input *input, bool letters)
{
    size_t count = 0;
    for (size_t i = 0; i < input->count;) {
        const struct mark *mark = &input->marks[i];
        if (group_of(mark) != 2 || is_small(mark->key_text[0]) != letters) {
            i++;
            continue;
        }
        size_t end = i;
        while (end < input->count && strcmp(input->marks[end].key_text, mark->key_text) == 0) {
            end++;
        }
        (void)fputs("    {\"", out);
        for (const char *at = mark->key_text; *at != '\0'; at++) { /* a sign may be half a code point */
            (void)fprintf(out, "\\%03o", (unsigned)(unsigned char)*at);
        }
        (void)fprintf(out, "\", %zu, %zu},\n", i, end);
        count++;
        i = end;
    }
    return count;
}

static bool write_inside(FILE *out, const struct input *input, int number)
{
    (void)fprintf(out, "\nstatic const struct clutter_key inside_%d[] = {\n", number);
    size_t letters = write_keys(out, input, true);
    for (size_t i = letters; i < LETTER_KEYS; i++) {
        (void)fputs("    {\"\\377\\377\\377\", 0, 0},\n", out);
    }
    size_t signs = write_keys(out, input, false);
    (void)fputs("    {\"\", 0, 0},\n};\n", out);
    return (letters <= LETTER_KEYS && LETTER_KEYS + signs <= KEYS_MAX) ||
           fail(input, "words that stand anywhere have too many different letters or signs", "");
}

/* The first eight bytes as a number, the first the lowest. */
static uint64_t head_of(const char *words)
{
    uint64_t head = 0;
    for (unsigned i = 0; i < 8 && words[i] != '\0'; i++) {
        head |= (uint64_t)(unsigned char)words[i] << (8 * i);
    }
    return head;
}

static bool write_marks(FILE *out, struct input *input, int number)
{
    char name[64];
    qsort(input->marks, input->count, sizeof(input->marks[0]), compare_marks);
    (void)snprintf(name, sizeof(name), "begins_%d", number);
    write_starts(out, input, 0, name, PAIRS);
    (void)snprintf(name, sizeof(name), "ends_%d", number);
    write_starts(out, input, 1, name, 256);
    (void)fprintf(out, "\nstatic const struct clutter_mark marks_%d[] = {\n", number);
    for (size_t i = 0; i < input->count; i++) {
        const struct mark *mark = &input->marks[i];
        (void)fprintf(out, "    {\"%s\", 0x%llx, %zu, %zu, %s, %s},\n", mark->words,
                      (unsigned long long)head_of(mark->words), strlen(mark->words), mark->key,
                      kind_names[mark->kind], place_names[mark->place]);
    }
    (void)fputs("};\n", out);
    return write_inside(out, input, number);
}

/* One argument "tag=path", the `number`th. */
static bool compile(FILE *out, const char *argument, int number, struct input *input)
{
    const char *equals = strchr(argument, '=');
    if (equals == NULL) {
        (void)fprintf(stderr, "clutter: expected tag=path: %s\n", argument);
        return false;
    }
    *input = (struct input){.path = equals + 1, .kind = -1, .place = -1};
    FILE *file = fopen(input->path, "r");
    if (file == NULL) {
        return fail(input, "cannot be opened", "");
    }
    bool good = read_file(input, file) && (input->count > 0 || fail(input, "no words in it", ""));
    (void)fclose(file);
    return good && write_marks(out, input, number);
}

int main(int argc, char **argv)
{
    FILE *out = argc >= 3 ? fopen(argv[1], "w") : NULL;
    struct input *input = malloc(sizeof(*input));
    if (out == NULL || input == NULL) {
        (void)fputs("usage: clutter OUT.c tag=path ...\n", stderr);
        if (out != NULL) {
            (void)fclose(out);
        }
        free(input);
        return 2;
    }
    (void)fputs("/* Made by lib/tools/clutter; do not edit. */\n#include \"text/clutter.h\"\n", out);
    bool good = true;
    for (int i = 2; i < argc && good; i++) {
        good = compile(out, argv[i], i, input);
    }
    (void)fputs("\nconst struct clutter_language clutter_languages[] = {\n", out);
    for (int i = 2; i < argc && good; i++) {
        int size = (int)(strchr(argv[i], '=') - argv[i]);
        (void)fprintf(out, "    {\"%.*s\", marks_%d, begins_%d, ends_%d, inside_%d},\n", size, argv[i], i, i,
                      i, i);
    }
    (void)fprintf(out, "};\nconst size_t clutter_language_count = %d;\n", argc - 2);
    good = fclose(out) == 0 && good;
    free(input);
    if (!good) {
        (void)remove(argv[1]);
    }
    return good ? 0 : 1;
}
