/* Seeds: the classes and words of which every sentence with a match of some rule holds at least one, so that
 * the others need not be looked at (lang_rules.seed_words).  The rule file declares them; here it is proved.
 */
#include "tools/compiler.h"

/* Classes by which a token alone can be known as a seed: those of words, and of digits as the scanner reads
 * them. The others stand everywhere, or C code makes them of several tokens. */
static bool seeds_a_token(unsigned class_id)
{
    switch (class_id) {
    case CLASS_ANY:
    case CLASS_WORD:
    case CLASS_PUNCT:
    case CLASS_CAPITALIZED:
    case CLASS_ALLCAPS:
    case CLASS_INITIAL:
    case CLASS_DECIMAL:
    case CLASS_COUNT:
    case CLASS_TIMEX:
    case CLASS_PLACE:
    case CLASS_NATION:
    case CLASS_NATIONALS:
        return false;
    default:
        return true;
    }
}

/* The range behind a class, "{4..31}": only ordinals have one. */
static bool read_seed_range(struct reader *reader, unsigned class_id)
{
    struct place place = reader_place(reader);
    struct lang_alternative *range = &reader->dimension->seed_ordinals;
    if (class_id == CLASS_ORDINAL) {
        *range = (struct lang_alternative){.kind = VALUE_INT, .low = INT64_MIN, .high = INT64_MAX};
    }
    if (!reader_take(reader, '{')) {
        return true;
    }
    if (class_id != CLASS_ORDINAL || !read_range(reader, range) || range->kind != VALUE_INT ||
        !reader_take(reader, '}')) {
        complain(&reader->compiler->messages, place,
                 "only ORDINAL has a range as a seed, and one of numbers");
        return false;
    }
    return true;
}

bool read_seeds(struct reader *reader)
{
    struct compiler *compiler = reader->compiler;
    while (reader_more(reader)) {
        struct place place = reader_place(reader);
        if (reader_peek(reader) == '"') {
            struct str string = read_string(compiler, reader->file, &reader->at, reader->end);
            struct form_word words[PHRASE_WORDS];
            if (string.data == NULL) {
                return false;
            }
            if (split_form(compiler, string, place, words) != 1) {
                complain(&compiler->messages, place, "a seed is one word or a class");
                return false;
            }
            unsigned word = lexicon_enter(compiler, words[0].form);
            if (word == 0) {
                return false;
            }
            compiler->lexicon.words[word].seeds |= 1u << (reader->dimension - compiler->dimensions);
            continue;
        }
        struct str name = reader_name(reader, "_");
        unsigned class_id = name.data == NULL ? CLASS_LIMIT : class_number(compiler, name, place);
        if (class_id == CLASS_LIMIT || !seeds_a_token(class_id)) {
            complain(&compiler->messages, place,
                     "a seed is a \"word\", a class of words, or what the scanner makes of digits");
            return false;
        }
        class_set_add(&reader->dimension->seeds, class_id);
        if (!read_seed_range(reader, class_id)) {
            return false;
        }
    }
    reader->dimension->seeded = true;
    return true;
}

/* A rule without an action makes nothing that would be kept. */
static bool productive(const struct rule *rule)
{
    return rule->calls != NULL && !rule->has_value;
}

/* The classes that only rules with an action give: where one is, such a rule has matched before. */
static struct class_set derived_classes(const struct compiler *compiler, const struct dimension *dimension)
{
    struct class_set derived = {{0}};
    struct class_set others = {{0}};
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            class_set_unite(productive(rule) ? &derived : &others, &rule->classes);
        }
    }
    for (size_t i = 0; i < compiler->lexicon.count; i++) {
        for (const struct reading *r = compiler->lexicon.words[i].readings; r != NULL; r = r->next) {
            class_set_add(&others, r->class_id);
        }
    }
    for (size_t i = 0; i < compiler->lexicon.phrase_count; i++) {
        for (const struct reading *r = compiler->lexicon.phrases[i]->readings; r != NULL; r = r->next) {
            class_set_add(&others, r->class_id);
        }
    }
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        derived.bits[i] &= ~others.bits[i];
    }
    for (unsigned i = 0; i < CLASS_KNOWN_COUNT; i++) {
        derived.bits[i / 64] &= ~(UINT64_C(1) << i % 64);
    }
    return derived;
}

/* Whether a word or phrase is a seed by that reading. */
static bool reading_seeds(const struct dimension *dimension, const struct reading *reading)
{
    return class_set_has(&dimension->seeds, reading->class_id) &&
           (reading->class_id != CLASS_ORDINAL || (reading->value.number >= dimension->seed_ordinals.low &&
                                                   reading->value.number <= dimension->seed_ordinals.high));
}

/* When a token of this word is a seed of dimension `number`: in whatever case it is written, or only with a
 * capital as all those readings want it. */
static enum lang_seed word_seeds(const struct dimension *dimension, unsigned number, const struct word *word)
{
    enum lang_seed seed = (word->seeds >> number & 1) != 0 ? SEED_WORD : SEED_NONE;
    for (const struct reading *reading = word->readings; reading != NULL && seed != SEED_WORD;
         reading = reading->next) {
        if (reading_seeds(dimension, reading)) {
            seed = (reading->capitalized | reading->all_caps) == 0 ? SEED_WORD : SEED_CAPITALIZED;
        }
    }
    return seed;
}

/* What a seed of a dimension is. */
struct seeds {
    const struct compiler *compiler;
    const struct dimension *dimension;
    struct class_set classes; /* its seeds, and the classes that only rules with an action give */
};

/* Whether all items that meet the condition are seeds. */
static bool condition_seeds(const struct seeds *seeds, const struct node *node)
{
    const struct lang_alternative *seed = &seeds->dimension->seed_ordinals;
    struct class_set classes = seeds->classes;
    if (class_set_has(&seeds->dimension->seeds, CLASS_ORDINAL) &&
        (seed->low > INT64_MIN || seed->high < INT64_MAX)) {
        bool within = node->condition.class_id == CLASS_ORDINAL && node->condition.alternative_count > 0;
        for (unsigned i = 0; within && i < node->condition.alternative_count; i++) {
            within = node->alternatives[i].low >= seed->low && node->alternatives[i].high <= seed->high;
        }
        if (!within) {
            classes.bits[CLASS_ORDINAL / 64] &= ~(UINT64_C(1) << CLASS_ORDINAL % 64);
        }
    }
    return class_set_overlaps(&node->condition.all, &classes);
}

/* Whether every match of the node has a seed. */
static bool holds_seed(const struct seeds *seeds, const struct node *node)
{
    switch (node->kind) {
    case NODE_SEQUENCE:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            if (holds_seed(seeds, child)) {
                return true;
            }
        }
        return false;
    case NODE_ALTERNATIVES:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            if (!holds_seed(seeds, child)) {
                return false;
            }
        }
        return true;
    case NODE_REPEAT:
        return node->min > 0 && holds_seed(seeds, node->children);
    case NODE_ITEM:
        return condition_seeds(seeds, node);
    case NODE_WORD:
        return word_seeds(seeds->dimension, (unsigned)(seeds->dimension - seeds->compiler->dimensions),
                          &seeds->compiler->lexicon.words[node->word]) == SEED_WORD;
    case NODE_GAP:
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        break;
    }
    return false;
}

void seeds_check(struct compiler *compiler, const struct dimension *dimension)
{
    if (!dimension->seeded) {
        return;
    }
    struct seeds seeds = {compiler, dimension, derived_classes(compiler, dimension)};
    class_set_unite(&seeds.classes, &dimension->seeds);
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            const struct pattern *pattern = &rule->pattern;
            if (productive(rule) && !holds_seed(&seeds, pattern->span) &&
                (pattern->right == NULL || !holds_seed(&seeds, pattern->right)) &&
                (pattern->left == NULL || !holds_seed(&seeds, pattern->left))) {
                complain(&compiler->messages, rule->place,
                         "this rule can match without any of the seeds: name a word or class of it there");
            }
        }
    }
}

const uint8_t *make_seeds(struct compiler *compiler, const struct dimension *dimension,
                          const struct word *const *by_number)
{
    unsigned number = (unsigned)(dimension - compiler->dimensions);
    const struct lexicon *lexicon = &compiler->lexicon;
    uint8_t *words = take(compiler, lexicon->count, sizeof *words);
    size_t phrase = 0; /* sorted by their first words */
    for (size_t i = 0; words != NULL && i < lexicon->count; i++) {
        enum lang_seed seed = i > 0 ? word_seeds(dimension, number, by_number[i]) : SEED_NONE;
        for (; phrase < lexicon->phrase_count && lexicon->phrases[phrase]->words[0] == i; phrase++) {
            for (const struct reading *r = lexicon->phrases[phrase]->readings; r != NULL; r = r->next) {
                if (seed != SEED_WORD && reading_seeds(dimension, r)) {
                    seed = seed == SEED_CAPITALIZED ? SEED_WORD : SEED_PHRASE;
                }
            }
        }
        words[i] = (uint8_t)seed;
    }
    return words;
}
