/* What the readers of requests share.  Private to the module. */
#ifndef JSON_READ_H
#define JSON_READ_H

#include <jansson.h>
#include <stdbool.h>

/* "an object", "a string" ...: for messages. */
const char *read_type_name(const json_t *value);
/* Whether `name` is among `names`, which end with NULL. */
bool read_is_named(const char *const *names, const char *name);
/* The pointer to the member `name` of what `parent` points to, cut when it is too long for one. */
#define READ_POINTER 128
void read_pointer(const char *parent, const char *name, char pointer[READ_POINTER]);

#endif
