/* compile_rules OUTPUT FOLDER...
 *
 * Compiles the languages in the folders, each named by its tag, and writes into the folder OUTPUT one <tag>.c
 * each and languages.c with the list of them and the hash over all their files.  Run at build time. */
#include "tools/rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES ((size_t)1 << 30)

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
    struct arena arena;
    struct rules_folder folder;
    struct buffer messages;
    struct error error;
    bool good = false;
    buffer_init(&messages, MOST_BYTES);
    arena_init(&arena, MOST_BYTES);
    if (rules_read_folder(&arena, path, &folder, &error) != OK) {
        fprintf(stderr, "%s\n", error.message);
        goto done;
    }
    enum status status = rules_compile(&arena, tag, folder.files, folder.count, out, &messages);
    if (status != OK) {
        struct str text = buffer_str(&messages);
        fwrite(text.data, 1, text.size, stderr);
        if (status != ERR_INVALID) {
            fprintf(stderr, "%s: %s\n", path, status_text(status));
        }
        goto done;
    }
    for (size_t i = 0; i < folder.count; i++) {
        *version = hash_bytes(*version, folder.files[i].text);
    }
    good = true;
done:
    arena_release(&arena);
    buffer_release(&messages);
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
        if (!rules_tag_valid(str_from(tag))) {
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
