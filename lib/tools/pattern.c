#include "tools/compiler.h"

#include <string.h>

#define MOST_DEPTH 40    /* groups in groups */
#define MOST_WEIGHT 2000 /* steps of one pattern */
#define MOST_TIMES 32    /* repetitions, items of a gap */

static struct node *read_alternatives(struct reader *reader);

static struct node *new_node(struct reader *reader, enum node_kind kind, struct place place)
{
    struct node *node = take(reader->compiler, 1, sizeof *node);
    if (node != NULL) {
        node->kind = kind;
        node->place = place;
        node->weight = 1;
    }
    return node;
}

static bool at_arrow(struct reader *reader)
{
    const char *data = reader->file->text.data;
    return reader_more(reader) && data[reader->at] == '=' && reader->at + 1 < reader->end &&
           data[reader->at + 1] == '>';
}

static struct node *wrong(struct reader *reader, struct place place, const char *message)
{
    complain(&reader->compiler->messages, place, "%s", message);
    return NULL;
}

/* Remembers a literal of several words for literals_check. */
static bool note_literal(struct reader *reader, struct place place, const unsigned *numbers, size_t count)
{
    struct literal *literal = take(reader->compiler, 1, sizeof *literal);
    if (literal == NULL) {
        return false;
    }
    *literal = (struct literal){
        .place = place, .dimension = reader->dimension, .count = count, .next = reader->compiler->literals};
    memcpy(literal->words, numbers, count * sizeof *numbers);
    reader->compiler->literals = literal;
    return true;
}

/* True when the rules of the dimension see the phrase as one item. */
static bool is_item(const struct compiler *compiler, const struct dimension *dimension,
                    const struct phrase *phrase)
{
    const struct reading *reading = phrase == NULL ? NULL : phrase->readings;
    for (; reading != NULL; reading = reading->next) {
        if (class_used(compiler, dimension, reading->class_id)) {
            return true;
        }
    }
    return false;
}

static bool holds_phrase(const struct compiler *compiler, const struct literal *literal)
{
    for (size_t first = 0; first + 1 < literal->count; first++) {
        for (size_t count = 2; first + count <= literal->count; count++) {
            if (is_item(compiler, literal->dimension,
                        lexicon_phrase(&compiler->lexicon, literal->words + first, count))) {
                return true;
            }
        }
    }
    return false;
}

void literals_check(struct compiler *compiler)
{
    for (const struct literal *literal = compiler->literals; literal != NULL; literal = literal->next) {
        if (holds_phrase(compiler, literal)) {
            complain(&compiler->messages, literal->place,
                     "these words are one item, a phrase of the word files: write its class");
        }
    }
}

/* "at least": its words in a row. */
static struct node *read_literal(struct reader *reader)
{
    struct compiler *compiler = reader->compiler;
    struct place place = reader_place(reader);
    struct str string = read_string(compiler, reader->file, &reader->at, reader->end);
    if (string.data == NULL) {
        return NULL;
    }
    struct form_word words[PHRASE_WORDS];
    size_t count = split_form(compiler, string, place, words);
    if (count == 0) {
        return NULL;
    }
    struct node *sequence = new_node(reader, NODE_SEQUENCE, place);
    struct node **last = sequence == NULL ? NULL : &sequence->children;
    unsigned numbers[PHRASE_WORDS];
    for (size_t i = 0; i < count && last != NULL; i++) {
        struct str form = words[i].form;
        bool known = lexicon_find(&compiler->lexicon, form) != 0;
        if (!known && form.size > 1 && str_find(form, STR("."), 0) == form.size - 1) {
            complain(&compiler->messages, place,
                     "%.*s is no abbreviation: write its full stop as a literal of its own", STR_ARG(form));
            return NULL;
        }
        struct node *node = new_node(reader, NODE_WORD, place);
        numbers[i] = lexicon_enter(compiler, form);
        if (node == NULL || numbers[i] == 0) {
            return NULL;
        }
        compiler->lexicon.words[numbers[i]].literal = true;
        node->word = numbers[i];
        *last = node;
        last = &node->next;
    }
    if (count > 1 && !note_literal(reader, place, numbers, count)) {
        return NULL;
    }
    if (sequence != NULL) {
        sequence->weight = (unsigned)count;
    }
    return sequence != NULL && count == 1 ? sequence->children : sequence;
}

/* A | B of {...}: 1..31, 5, ..3, 1900.., day */
bool read_range(struct reader *reader, struct lang_alternative *range)
{
    struct str text = reader->file->text;
    if (!reader_more(reader)) {
        return false;
    }
    struct str name = reader_name(reader, "_");
    if (name.data != NULL) {
        *range = (struct lang_alternative){.kind = VALUE_SYMBOL, .low = (int64_t)symbol_number(name)};
        range->high = range->low;
        return range->low != SYMBOL_NONE;
    }
    *range = (struct lang_alternative){.kind = VALUE_INT, .low = INT64_MIN, .high = INT64_MAX};
    bool low = read_integer(text, &reader->at, reader->end, &range->low);
    if (reader->end - reader->at >= 2 && memcmp(text.data + reader->at, "..", 2) == 0) {
        reader->at += 2;
        return read_integer(text, &reader->at, reader->end, &range->high) ? range->low <= range->high : low;
    }
    range->high = range->low;
    return low;
}

#define MOST_RANGES 255 /* of one constraint; the tables count them in 8 bits */

static bool read_constraint(struct reader *reader, struct node *node)
{
    do {
        struct place place = reader_place(reader);
        void *ranges = node->alternatives;
        unsigned count = node->condition.alternative_count;
        if (count == MOST_RANGES) {
            complain(&reader->compiler->messages, place, "too many ranges: %d at most", MOST_RANGES);
            return false;
        }
        ranges = arena_grow(reader->compiler->arena, ranges, count, count + 1, sizeof *node->alternatives);
        if (ranges == NULL) {
            reader->compiler->messages.no_memory = true;
            return false;
        }
        node->alternatives = ranges;
        if (!read_range(reader, &node->alternatives[count])) {
            complain(&reader->compiler->messages, place,
                     "expected a range (1..31, 5, 1900..) or a symbol of symbols.def");
            return false;
        }
        node->condition.alternative_count++;
    } while (reader_take(reader, '|'));
    if (!reader_take(reader, '}')) {
        complain(&reader->compiler->messages, reader_place(reader), "expected | or }");
        return false;
    }
    return true;
}

static struct definition *find_definition(struct reader *reader, struct str name)
{
    struct definition *definition = reader->dimension->definitions;
    while (definition != NULL && !str_equal(definition->name, name)) {
        definition = definition->next;
    }
    return definition;
}

/* CLASS, CLASS&OTHER&!THIRD, with {constraint}; or the name of a definition. */
static struct node *read_classes(struct reader *reader)
{
    struct place place = reader_place(reader);
    struct str name = reader_name(reader, "_");
    struct definition *definition = find_definition(reader, name);
    if (definition != NULL) {
        struct node *sequence = new_node(reader, NODE_SEQUENCE, place);
        if (sequence != NULL) {
            sequence->children = definition->node;
            sequence->weight = definition->node->weight;
        }
        return sequence;
    }
    if (name.data[0] >= 'a') {
        return wrong(reader, place,
                     "a word is written in quotation marks, a class in capitals; no let has this name");
    }
    struct node *node = new_node(reader, NODE_ITEM, place);
    if (node == NULL) {
        return NULL;
    }
    node->class_name = name;
    bool none = false;
    for (;;) {
        unsigned class_id = class_number(reader->compiler, name, place);
        if (class_id == CLASS_LIMIT) {
            return NULL;
        }
        class_use(reader->compiler, reader->dimension, class_id);
        class_set_add(none ? &node->condition.none : &node->condition.all, class_id);
        if (name.data == node->class_name.data) {
            node->condition.class_id = (uint8_t)class_id;
        }
        if (reader->at >= reader->end || reader->file->text.data[reader->at] != '&') {
            break;
        }
        reader->at++;
        none = reader_take(reader, '!');
        place = reader_place(reader);
        name = reader_name(reader, "_");
        if (name.data == NULL || name.data[0] >= 'a') {
            return wrong(reader, place, "expected a class");
        }
    }
    if (reader->at < reader->end && reader->file->text.data[reader->at] == '{') {
        reader->at++;
        return read_constraint(reader, node) ? node : NULL;
    }
    return node;
}

static bool read_times(struct reader *reader, unsigned *times)
{
    int64_t value;
    struct place place = reader_place(reader);
    if (reader->at >= reader->end || reader->file->text.data[reader->at] < '0' ||
        reader->file->text.data[reader->at] > '9' ||
        !read_integer(reader->file->text, &reader->at, reader->end, &value) || value < 1 ||
        value > MOST_TIMES) {
        complain(&reader->compiler->messages, place, "expected a number from 1 to %d", MOST_TIMES);
        return false;
    }
    *times = (unsigned)value;
    return true;
}

/* ..6!VERB!";" */
static struct node *read_gap(struct reader *reader)
{
    struct node *gap = new_node(reader, NODE_GAP, reader_place(reader));
    reader->at++;
    if (gap == NULL || !reader_take(reader, '.')) {
        return gap == NULL ? NULL : wrong(reader, gap->place, "expected .. and a number");
    }
    if (!read_times(reader, &gap->max)) {
        return NULL;
    }
    while (reader->at < reader->end && reader->file->text.data[reader->at] == '!') {
        reader->at++;
        struct place place = reader_place(reader);
        char c = reader_peek(reader);
        if (c == '"') {
            struct node *word = read_literal(reader);
            if (word == NULL) {
                return NULL;
            }
            if (word->kind != NODE_WORD) {
                return wrong(reader, place, "a gap can exclude single words and classes only");
            }
            word->next = gap->children;
            gap->children = word;
            continue;
        }
        struct str name = reader_name(reader, "_");
        if (name.data == NULL || name.data[0] >= 'a') {
            return wrong(reader, place, "expected a class or a \"word\" that the gap does not run over");
        }
        unsigned class_id = class_number(reader->compiler, name, place);
        if (class_id == CLASS_LIMIT) {
            return NULL;
        }
        class_use(reader->compiler, reader->dimension, class_id);
        class_set_add(&gap->condition.none, class_id);
    }
    return gap;
}

static struct node *read_atom(struct reader *reader)
{
    struct place place = reader_place(reader);
    char c = reader_peek(reader);
    place.offset = reader->at;
    struct node *node;
    switch (c) {
    case '"':
        return read_literal(reader);
    case '.':
        return read_gap(reader);
    case '~':
        reader->at++;
        return new_node(reader, NODE_GLUED, place);
    case '^':
        reader->at++;
        return new_node(reader, NODE_FIRST, place);
    case '$':
        reader->at++;
        return new_node(reader, NODE_LAST, place);
    case '!':
        reader->at++;
        if (reader->depth >= MOST_DEPTH) {
            return wrong(reader, place, "groups are too deep");
        }
        node = new_node(reader, NODE_NOT, place);
        if (node == NULL) {
            return NULL;
        }
        reader->depth++;
        node->children = read_atom(reader);
        reader->depth--;
        if (node->children == NULL) {
            return NULL;
        }
        node->weight = node->children->weight + 2;
        return node;
    case '(':
        reader->at++;
        if (reader->depth >= MOST_DEPTH) {
            return wrong(reader, place, "groups are too deep");
        }
        reader->depth++;
        node = read_alternatives(reader);
        reader->depth--;
        if (node != NULL && !reader_take(reader, ')')) {
            return wrong(reader, reader_place(reader), "expected ) or an element of the pattern");
        }
        return node;
    default:
        if (ascii_is_letter(c)) {
            return read_classes(reader);
        }
        return wrong(reader, place, "expected an element of a pattern");
    }
}

/* A label and a quantifier behind an atom. */
static struct node *read_element(struct reader *reader)
{
    const char *data = reader->file->text.data;
    struct place place = reader_place(reader);
    struct node *node = read_atom(reader);
    if (node == NULL) {
        return NULL;
    }
    if (reader->at < reader->end && data[reader->at] == ':') {
        reader->at++;
        struct place label_place = reader_place(reader);
        struct str label = reader_name(reader, "_");
        if (label.data == NULL || label.data[0] < 'a') {
            return wrong(reader, label_place, "expected a label in lower case");
        }
        if (symbol_number(label) != SYMBOL_NONE) {
            return wrong(reader, label_place, "a label must not be spelled like a symbol of symbols.def");
        }
        if (node->kind != NODE_ITEM && node->kind != NODE_WORD) {
            struct node *group = new_node(reader, NODE_SEQUENCE, place);
            if (group == NULL) {
                return NULL;
            }
            group->children = node;
            group->weight = node->weight + 2;
            node = group;
        }
        node->label = label;
    }
    if (reader->at < reader->end && strchr("?*+", data[reader->at]) != NULL) {
        char c = data[reader->at++];
        struct node *repeat = new_node(reader, NODE_REPEAT, place);
        if (repeat == NULL) {
            return NULL;
        }
        repeat->min = c == '+';
        repeat->max = 1;
        if (c != '?' && !read_times(reader, &repeat->max)) {
            return NULL;
        }
        repeat->children = node;
        repeat->weight = (node->weight + 1) * repeat->max;
        node = repeat;
    }
    if (node->weight > MOST_WEIGHT) {
        return wrong(reader, place, "this pattern is too large");
    }
    return node;
}

static struct node *read_sequence(struct reader *reader)
{
    reader_more(reader);
    struct node *sequence = new_node(reader, NODE_SEQUENCE, reader_place(reader));
    if (sequence == NULL) {
        return NULL;
    }
    struct node **last = &sequence->children;
    while (reader_more(reader) && strchr("|)[]", reader_peek(reader)) == NULL && !at_arrow(reader)) {
        struct node *element = read_element(reader);
        if (element == NULL) {
            return NULL;
        }
        sequence->weight += element->weight;
        if (sequence->weight > MOST_WEIGHT) {
            return wrong(reader, element->place, "this pattern is too large");
        }
        /* A definition's node may stand in many places; its siblings here are the wrapper's. */
        *last = element;
        last = &element->next;
    }
    return sequence;
}

static struct node *read_alternatives(struct reader *reader)
{
    struct node *first = read_sequence(reader);
    if (first == NULL || reader_peek(reader) != '|') {
        return first;
    }
    struct node *alternatives = new_node(reader, NODE_ALTERNATIVES, first->place);
    if (alternatives == NULL) {
        return NULL;
    }
    alternatives->children = first;
    alternatives->weight += first->weight;
    struct node *last = first;
    while (reader_take(reader, '|')) {
        struct place place = reader_place(reader);
        last->next = read_sequence(reader);
        if (last->next == NULL) {
            return NULL;
        }
        last = last->next;
        alternatives->weight += last->weight + 1;
        if (alternatives->weight > MOST_WEIGHT) {
            return wrong(reader, place, "this pattern is too large");
        }
    }
    return alternatives;
}

bool read_pattern(struct reader *reader, struct pattern *pattern, bool brackets)
{
    *pattern = (struct pattern){NULL, NULL, NULL};
    struct node *node = read_alternatives(reader);
    if (node == NULL) {
        return false;
    }
    if (reader_peek(reader) != '[') {
        pattern->span = node;
    } else if (!brackets) {
        return wrong(reader, reader_place(reader), "a span can only be marked in a rule") != NULL;
    } else {
        reader->at++;
        pattern->left = node;
        pattern->span = read_alternatives(reader);
        if (pattern->span == NULL) {
            return false;
        }
        if (!reader_take(reader, ']')) {
            return wrong(reader, reader_place(reader), "expected ] or an element of the pattern") != NULL;
        }
        pattern->right = read_alternatives(reader);
        if (pattern->right == NULL) {
            return false;
        }
    }
    if (reader_more(reader) && !at_arrow(reader)) {
        return wrong(reader, reader_place(reader), "expected an element of a pattern or =>") != NULL;
    }
    return true;
}
