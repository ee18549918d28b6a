/* compile_rules OUTPUT FOLDER...
 *
 * Compiles the languages in the folders, each named by its tag, and writes into the folder OUTPUT one <tag>.c
 * each and languages.c with the list of them and the hash over all their files.  Run at build time. */
#include "tools/rules.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FILES 64
#define MOST_BYTES ((size_t)1 << 30)

struct folder {
    struct arena arena;
    struct rules_file files[MOST_FILES];
    size_t count;
};

/* Sorts words before abbreviations before rules, each by name: the order in which directories list files is
 * chance. */
static int compare_files(const void *a, const void *b)
{
    const struct rules_file *left = a;
    const struct rules_file *right = b;
    if (left->kind != right->kind) {
        return left->kind < right->kind ? -1 : 1;
    }
    return strcmp(left->name, right->name);
}

static bool kind_of(struct str name, enum rules_file_kind *kind)
{
    if (str_starts(name, STR("words")) && str_ends(name, STR(".tsv"))) {
        *kind = RULES_WORDS;
    } else if (str_equal(name, STR("abbreviations.txt"))) {
        *kind = RULES_ABBREVIATIONS;
    } else if (str_equal(name, STR("time.rules"))) {
        *kind = RULES_TIME;
    } else if (str_equal(name, STR("report.rules"))) {
        *kind = RULES_REPORT;
    } else if (str_equal(name, STR("clutter.txt"))) {
        *kind = RULES_OTHER;
    } else {
        return false;
    }
    return true;
}

static bool read_all(struct arena *arena, const char *path, struct str *text)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return false;
    }
    size_t capacity = 1 << 20;
    char *data = arena_alloc(arena, capacity);
    size_t size = 0;
    while (data != NULL && !feof(file) && !ferror(file)) {
        if (size == capacity) {
            data = arena_grow(arena, data, capacity, capacity * 2, 1);
            capacity *= 2;
            continue;
        }
        size += fread(data + size, 1, capacity - size, file);
    }
    bool good = data != NULL && !ferror(file);
    fclose(file);
    if (!good) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    *text = (struct str){data, size};
    return true;
}

static bool read_folder(struct folder *folder, const char *path)
{
    DIR *directory = opendir(path);
    if (directory == NULL) {
        perror(path);
        return false;
    }
    bool good = true;
    const struct dirent *entry;
    while (good && (entry = readdir(directory)) != NULL) {
        enum rules_file_kind kind;
        if (!kind_of(str_from(entry->d_name), &kind)) {
            continue;
        }
        struct str file_path = arena_printf(&folder->arena, "%s/%s", path, entry->d_name);
        good = file_path.data != NULL && folder->count < MOST_FILES;
        if (good) {
            struct rules_file *file = &folder->files[folder->count++];
            *file = (struct rules_file){.kind = kind, .name = file_path.data};
            good = read_all(&folder->arena, file_path.data, &file->text);
        }
    }
    closedir(directory);
    qsort(folder->files, folder->count, sizeof *folder->files, compare_files);
    return good;
}

/* FNV-1a, 64 bits: a change of the rules has to be noticed, nobody attacks it. */
static uint64_t hash_bytes(uint64_t hash, struct str bytes)
{
    for (size_t i = 0; i < bytes.size; i++) {
        hash = (hash ^ (uint8_t)bytes.data[i]) * UINT64_C(0x100000001b3);
    }
    return (hash ^ bytes.size) * UINT64_C(0x100000001b3);
}

/* Writes `out` to the file folder/name.c. */
static bool write_file(const char *folder, const char *name, const struct buffer *out)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s.c", folder, name);
    FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "wb") : NULL;
    if (file == NULL || buffer_status(out) != OK) {
        perror(path);
        if (file != NULL) {
            fclose(file);
        }
        return false;
    }
    bool written = fwrite(out->data, 1, out->size, file) == out->size;
    if (fclose(file) != 0 || !written) {
        perror(path);
        remove(path);
        return false;
    }
    return true;
}

static bool compile_folder(const char *path, const char *tag, struct buffer *out, uint64_t *version)
{
    struct folder *folder = calloc(1, sizeof *folder);
    struct buffer messages;
    bool good = false;
    buffer_init(&messages, MOST_BYTES);
    if (folder == NULL) {
        return false;
    }
    arena_init(&folder->arena, MOST_BYTES);
    if (!read_folder(folder, path)) {
        goto done;
    }
    enum status status = rules_compile(&folder->arena, tag, folder->files, folder->count, out, &messages);
    if (status != OK) {
        struct str text = buffer_str(&messages);
        fwrite(text.data, 1, text.size, stderr);
        if (status != ERR_INVALID) {
            fprintf(stderr, "%s: %s\n", path, status_text(status));
        }
        goto done;
    }
    for (size_t i = 0; i < folder->count; i++) {
        *version = hash_bytes(*version, folder->files[i].text);
    }
    good = true;
done:
    arena_release(&folder->arena);
    buffer_release(&messages);
    free(folder);
    return good;
}

static const char *tag_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* languages.c: what lang.c finds languages in. */
static void list_languages(struct buffer *out, char **folders, uint64_t version)
{
    buffer_append_str(
        out,
        STR("/* Made by lib/tools/compile_rules; not to be edited. */\n#include \"lang/languages.h\"\n\n"));
    for (char **folder = folders; *folder != NULL; folder++) {
        buffer_printf(out, "extern const struct lang lang_%s;\n", tag_of(*folder));
    }
    buffer_append_str(out, STR("\nconst struct lang *const languages[] = {\n"));
    for (char **folder = folders; *folder != NULL; folder++) {
        buffer_printf(out, "    &lang_%s,\n", tag_of(*folder));
    }
    buffer_printf(out, "    NULL,\n};\n\nconst char languages_version[17] = \"%016llx\";\n",
                  (unsigned long long)version);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: compile_rules OUTPUT FOLDER...\n");
        return 2;
    }
    int result = 1;
    uint64_t version = UINT64_C(0xcbf29ce484222325);
    struct buffer out;
    buffer_init(&out, MOST_BYTES);
    for (int i = 2; i < argc; i++) {
        const char *tag = tag_of(argv[i]);
        if (*tag == '\0' || strspn(tag, "abcdefghijklmnopqrstuvwxyz") != strlen(tag)) {
            fprintf(stderr, "%s: a language's folder is named by its tag in lower-case letters\n", argv[i]);
            goto done;
        }
        buffer_clear(&out);
        if (!compile_folder(argv[i], tag, &out, &version) || !write_file(argv[1], tag, &out)) {
            goto done;
        }
    }
    buffer_clear(&out);
    list_languages(&out, argv + 2, version);
    if (write_file(argv[1], "languages", &out)) {
        result = 0;
    }
done:
    buffer_release(&out);
    return result;
}
