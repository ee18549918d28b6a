#include "json/read.h"

#include <string.h>

#include "base/utf8.h"

const char *read_type_name(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_STRING:
        return "a string";
    case JSON_INTEGER:
    case JSON_REAL:
        return "a number";
    case JSON_TRUE:
    case JSON_FALSE:
        return "a boolean";
    case JSON_NULL:
        break;
    }
    return "null";
}

bool read_is_named(const char *const *names, const char *name)
{
    for (; *names != NULL; names++) {
        if (strcmp(*names, name) == 0) {
            return true;
        }
    }
    return false;
}

void read_pointer(const char *parent, const char *name, char pointer[READ_POINTER])
{
    size_t used = 0;
    for (; *parent != '\0' && used < READ_POINTER - 2; parent++) {
        pointer[used++] = *parent;
    }
    pointer[used++] = '/';
    for (; *name != '\0' && used < READ_POINTER - 2; name++) {
        bool escaped = *name == '~' || *name == '/';
        if (escaped) {
            pointer[used++] = '~';
            pointer[used++] = *name == '~' ? '0' : '1';
        } else {
            pointer[used++] = *name;
        }
    }
    pointer[utf8_invalid_at((struct str){pointer, used})] = '\0';
}
