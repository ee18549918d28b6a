/* dateline-rules: the process. */
#include "inspect/inspect.h"

#include <stdlib.h>

#define MOST_OUTPUT ((size_t)1 << 30)

/* False when not all could be written. */
static bool write_all(const struct buffer *buffer, FILE *file)
{
    return buffer->size == 0 || fwrite(buffer->data, 1, buffer->size, file) == buffer->size;
}

int main(int argc, char **argv)
{
    struct buffer out;
    struct buffer messages;
    buffer_init(&out, MOST_OUTPUT);
    buffer_init(&messages, MOST_OUTPUT);
    const char **arguments = calloc((size_t)argc + 1, sizeof *arguments);
    int result = INSPECT_USAGE;
    if (arguments != NULL) {
        for (int i = 1; i < argc; i++) {
            arguments[i - 1] = argv[i];
        }
        result = (int)inspect_run(argc > 0 ? argc - 1 : 0, arguments, stdin, &out, &messages);
    }
    bool good = buffer_status(&out) == OK && buffer_status(&messages) == OK;
    good = write_all(&out, stdout) && good;
    good = write_all(&messages, stderr) && good;
    if (fflush(stdout) != 0 || !good || arguments == NULL) {
        fprintf(stderr, "dateline-rules: not enough memory, or the output cannot be written\n");
        result = INSPECT_USAGE;
    }
    free(arguments);
    buffer_release(&out);
    buffer_release(&messages);
    return result;
}
