/* Compiles lib/lang/<tag>/clutter.txt to const tables:
 *
 *     clutter OUT.c en=lib/lang/en/clutter.txt ...
 *
 * A file has sections "[KIND PLACE]" (see text/clutter.h) with one run of words a line; # begins a comment
 * line. */
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK_SIZE_MAX 200
#define MARKS_MAX 1000

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

static bool read_words(struct input *input, const char *line)
{
    size_t size = strlen(line);
    if (input->kind < 0) {
        return fail(input, "words before the first [KIND PLACE]: ", line);
    }
    if (size > MARK_SIZE_MAX || input->count == MARKS_MAX) {
        return fail(input, "too many or too long words: ", line);
    }
    for (size_t i = 0; i < size; i++) {
        bool capital = line[i] >= 'A' && line[i] <= 'Z';
        bool double_space = line[i] == ' ' && (i == 0 || i + 1 == size || line[i + 1] == ' ');
        if (capital || double_space || line[i] == '"' || line[i] == '\\' || line[i] == '\t') {
            return fail(input, "expected words in lower case with single spaces: ", line);
        }
    }
    for (size_t i = 0; i < input->count; i++) {
        const struct mark *mark = &input->marks[i];
        if (mark->place == input->place && strcmp(mark->words, line) == 0) {
            return fail(input, "given twice: ", line);
        }
    }
    struct mark *mark = &input->marks[input->count++];
    memcpy(mark->words, line, size + 1);
    mark->kind = input->kind;
    mark->place = input->place;
    return true;
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

/* How often a byte stands in a text, roughly: signs seldom, then letters from q to e, then the space. */
static int frequency(char byte)
{
    static const char letters[] = "qzxjkvbpygfwmucldrhsnioate ";
    const char *found = strchr(letters, byte);
    return found == NULL ? 0 : (int)(found - letters) + 1;
}

/* Where in the words that stands which is to be looked for: their sign, or their rarest two letters. */
static size_t rarest(const char *words)
{
    size_t best = 0;
    int least = INT_MAX;
    for (size_t i = 0; words[i] != '\0'; i++) {
        int single = frequency(words[i]);
        int pair = words[i + 1] == '\0' ? INT_MAX : single * frequency(words[i + 1]);
        int found = single == 0 ? 0 : pair == 0 ? INT_MAX : pair;
        if (found < least) {
            least = found;
            best = i;
        }
    }
    return best;
}

/* Marks that are looked up by the same byte stand together: those at a line's beginning by their first, those
 * at its end by their last; those anywhere by their sign or pair of letters. */
static int group_of(const struct mark *mark)
{
    return strcmp(places[mark->place], "ends") == 0 ? 1 : strcmp(places[mark->place], "holds") == 0 ? 2 : 0;
}

static size_t key_at(const struct mark *mark)
{
    int group = group_of(mark);
    return group == 0 ? 0 : group == 1 ? strlen(mark->words) - 1 : rarest(mark->words);
}

/* The byte, and of a pair the second one above it. */
static int key_of(const struct mark *mark)
{
    const char *at = mark->words + key_at(mark);
    bool pair = group_of(mark) == 2 && frequency(*at) > 0;
    return (unsigned char)at[0] + (pair ? (unsigned char)at[1] * 256 : 0);
}

static int compare_marks(const void *a, const void *b)
{
    const struct mark *left = a;
    const struct mark *right = b;
    int by_group = group_of(left) - group_of(right);
    int by_key = key_of(left) - key_of(right);
    return by_group != 0 ? by_group : by_key != 0 ? by_key : strcmp(left->words, right->words);
}

/* starts[group][byte] is the first mark of that group with that key or a higher one. */
static void write_starts(FILE *out, const struct input *input, int number)
{
    (void)fprintf(out, "\nstatic const uint16_t starts_%d[2][257] = {\n", number);
    for (int group = 0; group < 2; group++) {
        (void)fputs("    {", out);
        for (int key = 0; key <= 256; key++) {
            size_t at = 0;
            while (at < input->count &&
                   (group_of(&input->marks[at]) < group ||
                    (group_of(&input->marks[at]) == group && key_of(&input->marks[at]) < key))) {
                at++;
            }
            (void)fprintf(out, "%zu,%s", at, key % 16 == 15 ? "\n     " : " ");
        }
        (void)fputs("},\n", out);
    }
    (void)fputs("};\n", out);
}

/* The keys of group 2, each with its run of marks. */
static void write_keys(FILE *out, const struct input *input, int number)
{
    (void)fprintf(out, "\nstatic const struct clutter_key keys_%d[] = {\n", number);
    for (size_t i = 0; i < input->count;) {
        const struct mark *mark = &input->marks[i];
        if (group_of(mark) != 2) {
            i++;
            continue;
        }
        size_t end = i;
        bool caption = false;
        for (; end < input->count && key_of(&input->marks[end]) == key_of(mark); end++) {
            caption = caption || strcmp(kinds[input->marks[end].kind], "caption") == 0;
        }
        (void)fprintf(out, "    {%d, %d, %s, %zu, %zu},\n", key_of(mark) % 256, key_of(mark) / 256,
                      caption ? "true" : "false", i, end);
        i = end;
    }
    (void)fputs("    {0, 0, false, 0, 0},\n};\n", out);
}

static void write_marks(FILE *out, struct input *input, int number)
{
    qsort(input->marks, input->count, sizeof(input->marks[0]), compare_marks);
    write_starts(out, input, number);
    (void)fprintf(out, "\nstatic const struct clutter_mark marks_%d[] = {\n", number);
    for (size_t i = 0; i < input->count; i++) {
        const struct mark *mark = &input->marks[i];
        (void)fprintf(out, "    {\"%s\", %zu, %zu, %s, %s},\n", mark->words, strlen(mark->words),
                      key_at(mark), kind_names[mark->kind], place_names[mark->place]);
    }
    (void)fputs("};\n", out);
    write_keys(out, input, number);
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
    if (good) {
        write_marks(out, input, number);
    }
    return good;
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
        (void)fprintf(out, "    {\"%.*s\", marks_%d, starts_%d, keys_%d},\n", size, argv[i], i, i, i);
    }
    (void)fprintf(out, "};\nconst size_t clutter_language_count = %d;\n", argc - 2);
    good = fclose(out) == 0 && good;
    free(input);
    if (!good) {
        (void)remove(argv[1]);
    }
    return good ? 0 : 1;
}
