/* The tables by which the matcher finds the rules that an item can begin: by its classes and by its word. */
#include "tools/compiler.h"

/* What is being written of one dimension. */
struct dispatch {
    struct compiler *compiler;
    const struct dimension *dimension;
    struct buffer *out;
    struct buffer starts;
    struct buffer rules;
    unsigned start_count; /* the first is none */
    unsigned rule_count;
};

static bool starts_with(const struct dispatch *dispatch, const struct rule *rule, struct key key)
{
    if (!key.by_word) {
        return class_set_has(&rule->start_classes, key.number);
    }
    for (size_t i = 0; i < rule->start_word_count; i++) {
        if (dispatch->compiler->lexicon.words[rule->start_words[i]].final == key.number) {
            return true;
        }
    }
    return false;
}

static void emit_next(struct buffer *out, const struct followers *next, unsigned rule, unsigned reach)
{
    buffer_append_char(out, '{');
    emit_set(out, &next->classes);
    buffer_printf(out, ", 0x%llx, %u, %u, %s}", (unsigned long long)next->words, rule, reach,
                  next->open ? "true" : "false");
}

/* Enters the list of the pass's rules that begin with the key; its number, or 0 when there are none. */
static unsigned add_start(struct dispatch *dispatch, const struct pass *pass, unsigned first_rule,
                          struct key key)
{
    struct followers next = {.open = false};
    unsigned first = dispatch->rule_count;
    unsigned number = first_rule;
    unsigned reach = 0;
    bool all_reach = true;
    for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next, number++) {
        if (starts_with(dispatch, rule, key)) {
            struct followers follow = find_followers(dispatch->compiler, dispatch->dimension, rule, key);
            buffer_append_str(&dispatch->rules, STR("    "));
            emit_next(&dispatch->rules, &follow, number, rule->reach);
            buffer_append_str(&dispatch->rules, STR(",\n"));
            dispatch->rule_count++;
            reach = rule->reach > reach ? rule->reach : reach;
            all_reach = all_reach && rule->reach != 0;
            class_set_unite(&next.classes, &follow.classes);
            next.words |= follow.words;
            next.open = next.open || follow.open;
        }
    }
    if (dispatch->rule_count == first) {
        return 0;
    }
    buffer_printf(&dispatch->starts, "    {%u, %u, ", first, dispatch->rule_count - first);
    emit_next(&dispatch->starts, &next, 0, all_reach ? reach : 0);
    buffer_append_str(&dispatch->starts, STR("},\n"));
    return dispatch->start_count++;
}

/* One array of a pass: by class or by word, the number of the list.  Sets the pass's bit in passes[key]. */
static void add_keys(struct dispatch *dispatch, const struct pass *pass, unsigned pass_number,
                     unsigned first_rule, bool by_word, unsigned keys, uint32_t *passes)
{
    buffer_printf(dispatch->out, "static const uint16_t %s_%s_starts_%u[] = {", dispatch->dimension->name,
                  by_word ? "word" : "class", pass_number);
    for (unsigned key = 0; key < keys; key++) {
        unsigned start = add_start(dispatch, pass, first_rule, (struct key){by_word, key});
        passes[key] |= (uint32_t)(start != 0) << pass_number;
        buffer_printf(dispatch->out, "%s%u,", key % 24 == 0 ? "\n    " : " ", start);
    }
    buffer_append_str(dispatch->out, STR("\n};\n\n"));
}

static void emit_masks(const struct dispatch *dispatch, const char *kind, const uint32_t *passes,
                       unsigned count)
{
    buffer_printf(dispatch->out, "static const uint32_t %s_%s_passes[] = {", dispatch->dimension->name, kind);
    for (unsigned i = 0; i < count; i++) {
        buffer_printf(dispatch->out, "%s0x%x,", i % 16 == 0 ? "\n    " : " ", passes[i]);
    }
    buffer_append_str(dispatch->out, STR("\n};\n\n"));
}

static void emit_pass(const struct dispatch *dispatch, const struct pass *pass, unsigned number,
                      unsigned first_rule, struct buffer *out)
{
    struct class_set starts = {{0}};
    unsigned count = 0;
    for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
        class_set_unite(&starts, &rule->start_classes);
        count++;
    }
    buffer_append_str(out, STR("    {"));
    emit_string(out, pass->name);
    buffer_printf(out, ", %s, %u, %u, ", pass->keep ? "true" : "false", first_rule, count);
    emit_set(out, &starts);
    buffer_printf(out, ", %s_class_starts_%u, %s_word_starts_%u},\n", dispatch->dimension->name, number,
                  dispatch->dimension->name, number);
}

void emit_dispatch(struct compiler *compiler, const struct dimension *dimension, unsigned literals,
                   struct buffer *out)
{
    struct dispatch dispatch = {.compiler = compiler, .dimension = dimension, .out = out, .start_count = 1};
    struct buffer passes;
    uint32_t *class_passes = take(compiler, CLASS_LIMIT, sizeof *class_passes);
    uint32_t *word_passes = take(compiler, literals, sizeof *word_passes);
    const char *name = dimension->name;
    buffer_init(&dispatch.starts, out->limit);
    buffer_init(&dispatch.rules, out->limit);
    buffer_init(&passes, out->limit);
    unsigned number = 0;
    unsigned first_rule = 0;
    for (const struct pass *pass = dimension->passes;
         pass != NULL && class_passes != NULL && word_passes != NULL; pass = pass->next, number++) {
        add_keys(&dispatch, pass, number, first_rule, false, compiler->classes.count, class_passes);
        add_keys(&dispatch, pass, number, first_rule, true, literals, word_passes);
        emit_pass(&dispatch, pass, number, first_rule, &passes);
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            first_rule++;
        }
    }
    if (class_passes != NULL && word_passes != NULL) {
        emit_masks(&dispatch, "class", class_passes, compiler->classes.count);
        emit_masks(&dispatch, "word", word_passes, literals);
    }
    buffer_printf(
        out, "static const struct lang_start %s_starts[] = {\n    {0, 0, {{{0}}, 0, 0, 0, false}},\n", name);
    buffer_append_str(out, buffer_str(&dispatch.starts));
    buffer_printf(out, "};\n\nstatic const struct lang_next %s_candidates[] = {\n", name);
    buffer_append_str(out, buffer_str(&dispatch.rules));
    buffer_printf(out, "    {{{0}}, 0, 0, 0, false},\n};\n\nstatic const struct lang_pass %s_passes[] = {\n",
                  name);
    buffer_append_str(out, buffer_str(&passes));
    buffer_append_str(out, STR("    {\"\", false, 0, 0, {{0}}, NULL, NULL},\n};\n\n"));
    if (buffer_status(&dispatch.starts) != OK || buffer_status(&dispatch.rules) != OK ||
        buffer_status(&passes) != OK) {
        compiler->messages.no_memory = true;
    }
    buffer_release(&dispatch.starts);
    buffer_release(&dispatch.rules);
    buffer_release(&passes);
}
