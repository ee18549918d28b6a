#include "tools/compiler.h"

/* What C code knows, and for which dimensions it reads it. */
static const struct {
    const char *name;
    unsigned used;
} known_classes[] = {
#define CLASS(name) {#name, 1 << DIMENSION_TIME | 1 << DIMENSION_REPORT},
#define TIME_CLASS(name) {#name, 1 << DIMENSION_TIME},
#define REPORT_CLASS(name) {#name, 1 << DIMENSION_REPORT},
#include "lang/classes.def"
#undef CLASS
};

static const char *const symbols[] = {
    NULL,
#define SYMBOL(name, written) #written,
#include "lang/symbols.def"
#undef SYMBOL
};

void classes_init(struct class_table *classes)
{
    for (unsigned i = 0; i < CLASS_KNOWN_COUNT; i++) {
        classes->entries[i] = (struct class_entry){
            .name = str_from(known_classes[i].name),
            .made = true,
            .used = known_classes[i].used,
        };
    }
    classes->count = CLASS_KNOWN_COUNT;
}

unsigned class_number(struct compiler *compiler, struct str name, struct place place)
{
    struct class_table *classes = &compiler->classes;
    for (unsigned i = 0; i < classes->count; i++) {
        if (str_equal(classes->entries[i].name, name)) {
            return i;
        }
    }
    if (classes->count == CLASS_LIMIT) {
        complain(&compiler->messages, place, "too many classes: %d at most", CLASS_LIMIT);
        return CLASS_LIMIT;
    }
    classes->entries[classes->count] = (struct class_entry){.name = name, .place = place};
    return classes->count++;
}

void class_use(struct compiler *compiler, const struct dimension *dimension, unsigned class_id)
{
    compiler->classes.entries[class_id].used |= 1u << (dimension - compiler->dimensions);
}

bool class_used(const struct compiler *compiler, const struct dimension *dimension, unsigned class_id)
{
    return (compiler->classes.entries[class_id].used >> (dimension - compiler->dimensions) & 1) != 0;
}

void classes_check(struct compiler *compiler)
{
    bool faults =
        compiler->messages.count > 0; /* then a class may be unused only because its rule is wrong */
    for (unsigned i = CLASS_KNOWN_COUNT; i < compiler->classes.count; i++) {
        const struct class_entry *entry = &compiler->classes.entries[i];
        if (!entry->made) {
            complain(&compiler->messages, entry->place,
                     "unknown class %.*s: no word has it and no rule makes it", STR_ARG(entry->name));
        } else if (entry->used == 0 && !faults) {
            complain(&compiler->messages, entry->place, "no rule uses class %.*s", STR_ARG(entry->name));
        }
    }
}

enum lang_symbol symbol_number(struct str name)
{
    for (unsigned i = 1; i < SYMBOL_COUNT; i++) {
        if (str_equal(str_from(symbols[i]), name)) {
            return (enum lang_symbol)i;
        }
    }
    return SYMBOL_NONE;
}
