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

/* True when a token of this word is a seed of dimension `number`, in whatever case it is written. */
static bool word_seeds(const struct dimension *dimension, unsigned number, const struct word *word)
{
    if ((word->seeds >> number & 1) != 0) {
        return true;
    }
    for (const struct reading *reading = word->readings; reading != NULL; reading = reading->next) {
        if (class_set_has(&dimension->seeds, reading->class_id)) {
            return true;
        }
    }
    return false;
}

/* No pattern takes more items. */
#define MOST_ITEMS 255

static unsigned most_items(const struct node *node)
{
    unsigned most = 0;
    switch (node->kind) {
    case NODE_SEQUENCE:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            most += most_items(child);
        }
        break;
    case NODE_ALTERNATIVES:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            unsigned items = most_items(child);
            most = items > most ? items : most;
        }
        break;
    case NODE_REPEAT:
        most = node->max * most_items(node->children);
        break;
    case NODE_ITEM:
    case NODE_WORD:
        return 1;
    case NODE_GAP:
        return node->max;
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        break;
    }
    return most < MOST_ITEMS ? most : MOST_ITEMS;
}

static unsigned seed_reach(const struct compiler *compiler, const struct dimension *dimension,
                           const struct node *node);

/* The nearest of the children that hold a seed. */
static unsigned sequence_reach(const struct compiler *compiler, const struct dimension *dimension,
                               const struct node *node)
{
    unsigned before = 0;
    unsigned nearest = 0;
    for (const struct node *child = node->children; child != NULL; child = child->next) {
        unsigned reach = seed_reach(compiler, dimension, child);
        if (reach != 0 && (nearest == 0 || before + reach < nearest)) {
            nearest = before + reach;
        }
        before += most_items(child);
    }
    return nearest;
}

/* Of the first how many items of every match of the node one is a seed; 0: of none. */
static unsigned seed_reach(const struct compiler *compiler, const struct dimension *dimension,
                           const struct node *node)
{
    unsigned farthest = 0;
    switch (node->kind) {
    case NODE_SEQUENCE:
        return sequence_reach(compiler, dimension, node);
    case NODE_ALTERNATIVES:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            unsigned reach = seed_reach(compiler, dimension, child);
            if (reach == 0) {
                return 0;
            }
            farthest = reach > farthest ? reach : farthest;
        }
        return farthest;
    case NODE_REPEAT:
        return node->min > 0 ? seed_reach(compiler, dimension, node->children) : 0;
    case NODE_ITEM:
        return class_set_overlaps(&node->condition.all, &dimension->grown);
    case NODE_WORD:
        return word_seeds(dimension, (unsigned)(dimension - compiler->dimensions),
                          &compiler->lexicon.words[node->word]);
    case NODE_GAP:
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        break;
    }
    return 0;
}

static unsigned rule_reach(const struct compiler *compiler, const struct dimension *dimension,
                           const struct pattern *pattern)
{
    unsigned reach = seed_reach(compiler, dimension, pattern->span);
    if (reach == 0 && pattern->right != NULL) {
        reach = seed_reach(compiler, dimension, pattern->right);
        reach += reach == 0 ? 0 : most_items(pattern->span);
    }
    return reach < MOST_ITEMS ? reach : 0;
}

void seeds_check(struct compiler *compiler, struct dimension *dimension)
{
    if (!dimension->seeded) {
        return;
    }
    dimension->grown = derived_classes(compiler, dimension);
    class_set_unite(&dimension->grown, &dimension->seeds);
    for (struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            const struct pattern *pattern = &rule->pattern;
            rule->reach = rule_reach(compiler, dimension, pattern);
            if (productive(rule) && rule->reach == 0 &&
                (pattern->left == NULL || seed_reach(compiler, dimension, pattern->left) == 0)) {
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
        enum lang_seed seed = i > 0 && word_seeds(dimension, number, by_number[i]) ? SEED_WORD : SEED_NONE;
        for (; phrase < lexicon->phrase_count && lexicon->phrases[phrase]->words[0] == i; phrase++) {
            for (const struct reading *r = lexicon->phrases[phrase]->readings; r != NULL; r = r->next) {
                if (seed == SEED_NONE && class_set_has(&dimension->seeds, r->class_id)) {
                    seed = SEED_PHRASE;
                }
            }
        }
        words[i] = (uint8_t)seed;
    }
    return words;
}
