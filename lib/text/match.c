#include "text/match.h"

#include "lang/letters.h"
#include "text/match_state.h"

#include <string.h>

/* What one pass works with. */
struct pass_run {
    struct matcher *matcher;
    struct match_state *state;
    const struct lang_rules *rules;
    const struct lang_pass *pass;
    match_action *action;
    void *context;
    const struct item *items;
    size_t item_count;
    size_t candidate_count;
};

/* Not 0 when the item can stand there.  Without a jump: by what it can cannot be foreseen. */
static inline uint64_t allows(const struct lang_neighbour *neighbour, const struct item *item)
{
    uint64_t both = neighbour->words & item->literal;
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        both |= neighbour->classes.bits[i] & item->classes.bits[i];
    }
    return both;
}

/* Not 0 when item `at` can stand there; behind the last and before the first (SIZE_MAX) is none. */
static inline uint64_t allows_at(const struct pass_run *run, unsigned ahead, size_t at)
{
    const struct lang_neighbour *neighbour = &run->rules->ahead[ahead];
    return at >= run->item_count ? neighbour->edge : allows(neighbour, &run->items[at]);
}

/* Notes the needs as met of the class or word, of which `lists` tells where they stand. */
static inline void meet_needs(struct match_state *state, const uint16_t *lists, unsigned key)
{
    const uint16_t *needs = state->rules->needs.met;
    uint8_t *met = state->met;
    const unsigned end = lists[key + 1];
    for (unsigned i = lists[key]; i < end; i += MET_AT_ONCE) {
        for (unsigned k = 0; k < MET_AT_ONCE; k++) {
            met[needs[i + k]] = 1;
        }
    }
}

/* Notes the needs as met that an item of these classes meets. */
static void meet_by_classes(struct match_state *state, const struct class_set *classes)
{
    if (class_set_covers(&state->classes, classes)) {
        return;
    }
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        uint64_t fresh = classes->bits[i] & ~state->classes.bits[i];
        state->classes.bits[i] |= fresh;
        for (; fresh != 0; fresh &= fresh - 1) {
            meet_needs(state, state->rules->needs.by_class, i * 64 + (unsigned)__builtin_ctzll(fresh));
        }
    }
}

/* Whether the sentence holds all that the rule needs beside the rarest. */
static inline uint64_t suffices(const struct match_state *state, size_t rule)
{
    const uint16_t *needs = state->rules->needs.by_rule[rule].needs;
    uint8_t all = 1;
    for (unsigned i = 0; i < NEEDS_OF_RULE; i++) {
        all &= state->met[needs[i]]; /* no jump: which need fails cannot be foreseen */
    }
    return all;
}

/* Of which of 64 rules the trigger is met, from need `first` on: bit 8 k + i is set for the one at 8 i + k,
 * which takes eight shifts to find. */
static inline uint64_t triggered(const struct match_state *state, size_t first)
{
    uint64_t rules = 0;
    for (unsigned i = 0; i < 8; i++) {
        rules |= letter_chunk(&state->met[first + (size_t)8 * i], 8) << i;
    }
    return rules;
}

/* Finds the rules of the pass of which the sentence holds all that they need. */
static void find_possible(struct match_state *state, const struct lang_pass *pass)
{
    const size_t words = lang_pass_words(pass);
    size_t count = 0;
    for (size_t k = 0; k < words; k++) {
        for (uint64_t rules = triggered(state, pass->first_need + 64 * k); rules != 0; rules &= rules - 1) {
            const size_t bit = (size_t)__builtin_ctzll(rules);
            const size_t rule = pass->first_rule + 64 * k + bit % 8 * 8 + bit / 8;
            state->possible[count].rule = (uint16_t)rule;
            count += suffices(state, rule); /* no jump: else the next one takes its place */
        }
    }
    state->possible_count = count;
    struct lang_neighbour first = {.open = false};
    for (size_t i = 0; i < count; i++) {
        struct possible *possible = &state->possible[i];
        possible->first = state->rules->rules[possible->rule].first;
        const struct lang_neighbour *begins = &state->rules->ahead[possible->first];
        class_set_unite(&first.classes, &begins->classes);
        first.words |= begins->words;
    }
    state->first = first;
}

/* Whether what the rule needs near the first item of its span, item `at`, stands there. */
static inline bool has_near(const struct pass_run *run, size_t rule, size_t at)
{
    const struct lang_near *near = &run->rules->needs.near[rule];
    const size_t end = at + near->last < run->item_count ? at + near->last + 1 : run->item_count;
    for (size_t i = at + near->first; i < end; i++) {
        if (allows(&near->item, &run->items[i]) != 0) {
            return true;
        }
    }
    return near->last == 0;
}

/* Finds the items at which some possible rule can begin; how many. */
static size_t find_begins(const struct pass_run *run)
{
    const struct lang_neighbour first = run->state->first; /* in registers: most items are passed over here */
    uint32_t *const begins = run->state->begins;
    size_t count = 0;
    for (size_t i = 0; i < run->item_count; i++) {
        begins[count] = (uint32_t)i;
        count += allows(&first, &run->items[i]) != 0;
    }
    return count;
}

/* Finds the possible rules that can begin with item `at`; how many. */
static inline size_t find_beginning(const struct pass_run *run, size_t at)
{
    const struct match_state *state = run->state;
    const struct lang_neighbour *ahead = run->rules->ahead;
    const struct item *item = &run->items[at];
    size_t found = 0;
    for (size_t i = 0; i < state->possible_count; i++) {
        const struct possible possible = state->possible[i];
        state->found[found] = possible.rule;
        found += allows(&ahead[possible.first], item) != 0;
    }
    return found;
}

/* Finds every rule that matches with its span beginning at item `at`, where one may. */
static void find_candidates(struct pass_run *run, size_t at)
{
    struct match_state *state = run->state;
    const size_t found = find_beginning(run, at);
    run->candidate_count = 0;
    for (size_t i = 0; i < found; i++) {
        const size_t number = state->found[i];
        const struct lang_rule *rule = &run->rules->rules[number];
        /* few pass the first test, so that a jump there can be foreseen */
        if (allows_at(run, rule->second, at + 1) != 0 && allows_at(run, rule->before, at - 1) != 0 &&
            allows_at(run, rule->third, at + 2) != 0 && has_near(run, number, at) &&
            attempt_rule(&state->attempt, rule, at)) {
            state->candidates[run->candidate_count++] = (struct candidate){
                .rule = (uint16_t)number, .attempt = state->attempt.serial, .end = state->attempt.span_end};
        }
    }
}

/* first .. end - 1 are the items of the span. */
static struct match_argument resolve(const struct pass_run *run, const struct lang_argument *argument,
                                     size_t first, size_t end)
{
    struct match_argument result = {.negated = argument->negated, .class_id = CLASS_ANY};
    if (argument->kind == ARGUMENT_VALUE) {
        result.present = true;
        result.value = argument->value;
        result.first_token = run->items[first].first_token;
        result.end_token = run->items[end - 1].end_token;
        return result;
    }
    const struct capture *capture = &run->state->attempt.captures[argument->capture];
    result.captured = true;
    result.present = capture->present;
    result.value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (!capture->present) {
        return result;
    }
    result.class_id = capture->class_id;
    result.item = &run->items[capture->first];
    result.first_token = result.item->first_token;
    result.end_token = run->items[capture->end - 1].end_token;
    if (capture->class_id != CLASS_ANY) {
        result.value = item_value(result.item, capture->class_id);
    }
    if (result.negated && result.value.kind == VALUE_INT) {
        result.value.number = -result.value.number;
    }
    return result;
}

/* Has the rule's action carried out; false when it refuses. */
static bool fire(struct pass_run *run, const struct candidate *candidate, size_t first, struct value *value)
{
    const struct lang_rule *rule = &run->rules->rules[candidate->rule];
    const size_t end = candidate->end;
    struct match_state *state = run->state;
    *value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (rule->call_count == 0) {
        return true;
    }
    /* The captures of the chosen rule, when others were tried after it. */
    if (candidate->attempt != state->attempt.serial && !attempt_rule(&state->attempt, rule, first)) {
        return false;
    }
    for (unsigned i = 0; i < rule->call_count; i++) {
        const struct lang_call *call = &run->rules->calls[rule->first_call + i];
        for (unsigned k = 0; k < call->argument_count; k++) {
            state->arguments[i][k] =
                resolve(run, &run->rules->arguments[call->first_argument + k], first, end);
        }
        state->calls[i] = (struct match_call){call->action, call->argument_count, state->arguments[i]};
    }
    if (rule->has_value) {
        *value = state->arguments[0][0].value;
        return true;
    }
    const struct match match = {
        .text = run->matcher->text,
        .rule = rule,
        .items = run->items,
        .item_count = run->item_count,
        .first_item = first,
        .end_item = end,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .calls = state->calls,
        .call_count = rule->call_count,
    };
    return run->action(run->context, &match, value);
}

/* Tells the observer of one candidate; `winner` (NULL: none) fired, with that span of items. */
static void tell(const struct pass_run *run, enum match_outcome outcome, const struct lang_rule *rule,
                 size_t first, size_t end, const struct lang_rule *winner, size_t winner_first,
                 size_t winner_end)
{
    bool tried = outcome == MATCH_FIRED || outcome == MATCH_REFUSED;
    const struct match_event event = {
        .outcome = outcome,
        .pass = (size_t)(run->pass - run->rules->passes),
        .rule = rule,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .winner = winner,
        .winner_first_token = winner == NULL ? 0 : run->items[winner_first].first_token,
        .winner_end_token = winner == NULL ? 0 : run->items[winner_end - 1].end_token,
        .calls = run->state->calls,
        .call_count = tried ? rule->call_count : 0,
    };
    run->matcher->observer(run->matcher->observer_context, &event);
}

/* Tells of the candidates that are left at item `at`, now that `winner` has fired. */
static void tell_losers(const struct pass_run *run, enum match_outcome outcome, size_t at,
                        const struct lang_rule *winner, size_t winner_first, size_t winner_end)
{
    for (size_t i = 0; i < run->candidate_count; i++) {
        const struct candidate *candidate = &run->state->candidates[i];
        tell(run, outcome, &run->rules->rules[candidate->rule], at, candidate->end, winner, winner_first,
             winner_end);
    }
}

/* Fires the best candidate that does not refuse: the longest, then the first of
 * the file.  NULL when none is left. */
static const struct lang_rule *fire_best(struct pass_run *run, size_t first, size_t *end, struct value *value)
{
    struct candidate *candidates = run->state->candidates;
    while (run->candidate_count > 0) {
        size_t best = 0;
        for (size_t i = 1; i < run->candidate_count; i++) {
            if (candidates[i].end > candidates[best].end ||
                (candidates[i].end == candidates[best].end && candidates[i].rule < candidates[best].rule)) {
                best = i;
            }
        }
        struct candidate candidate = candidates[best];
        candidates[best] = candidates[--run->candidate_count];
        const struct lang_rule *rule = &run->rules->rules[candidate.rule];
        *end = candidate.end;
        bool fired = fire(run, &candidate, first, value);
        if (run->matcher->observer != NULL) {
            tell(run, fired ? MATCH_FIRED : MATCH_REFUSED, rule, first, candidate.end, NULL, 0, 0);
        }
        if (fired) {
            return rule;
        }
    }
    return NULL;
}

/* Begins with the items of a sentence and other rules. */
static void begin(struct match_state *state, const struct matcher *matcher, const struct lang_rules *rules)
{
    struct class_set classes = {{0}};
    state->rules = rules;
    state->classes = classes;
    memset(state->met, 0, rules->needs.count + MET_ROOM);
    for (size_t i = 0; i < matcher->item_count; i++) {
        const struct item *item = &matcher->items[i];
        class_set_unite(&classes, &item->classes);
        if (item->literal != 0) {
            meet_needs(state, rules->needs.by_word, item->word);
        }
    }
    meet_by_classes(state, &classes);
}

static void make_item(const struct pass_run *run, struct item *item, const struct lang_rule *rule,
                      size_t first, size_t end, const struct value *value)
{
    *item = (struct item){
        .classes = rule->classes,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .value = *value,
        .rule = rule,
    };
    class_set_add(&item->classes, CLASS_ANY);
    meet_by_classes(run->state, &item->classes);
}

/* Runs those rules of the pass that are possible: some. */
static void run_possible(struct matcher *matcher, const struct lang_rules *rules,
                         const struct lang_pass *pass, match_action *action, void *context)
{
    struct match_state *state = matcher->state;
    struct pass_run run = {
        .matcher = matcher,
        .state = state,
        .rules = rules,
        .pass = pass,
        .action = action,
        .context = context,
        .items = matcher->items,
        .item_count = matcher->item_count,
    };
    state->attempt.text = matcher->text;
    state->attempt.rules = rules;
    state->attempt.items = matcher->items;
    state->attempt.item_count = matcher->item_count;
    /* The result grows in `spare`, because context is to see the items as they
     * were; items[copied .. i - 1] are yet to be taken over. */
    size_t used = 0;
    size_t copied = 0;
    const size_t begin_count = find_begins(&run);
    for (size_t b = 0, next = 0; b < begin_count; b++) {
        const size_t i = state->begins[b];
        size_t end;
        struct value value;
        if (i < next) {
            continue;
        }
        find_candidates(&run, i);
        const struct lang_rule *rule = run.candidate_count == 0 ? NULL : fire_best(&run, i, &end, &value);
        if (rule != NULL && matcher->observer != NULL) {
            tell_losers(&run, MATCH_BEATEN, i, rule, i, end);
            for (size_t k = b + 1; k < begin_count && state->begins[k] < end && !run.pass->keep; k++) {
                find_candidates(&run, state->begins[k]);
                tell_losers(&run, MATCH_COVERED, state->begins[k], rule, i, end);
            }
        }
        if (rule == NULL || run.pass->keep) {
            continue;
        }
        if (!rule->blocks) {
            memcpy(&matcher->spare[used], &matcher->items[copied], (i - copied) * sizeof *matcher->items);
            used += i - copied;
            make_item(&run, &matcher->spare[used++], rule, i, end, &value);
            copied = end;
        }
        next = end;
    }
    if (used > 0) {
        memcpy(&matcher->spare[used], &matcher->items[copied],
               (matcher->item_count - copied) * sizeof *matcher->items);
        struct item *spare = matcher->items;
        matcher->items = matcher->spare;
        matcher->spare = spare;
        matcher->item_count += used - copied;
    }
}

void match_run(struct matcher *matcher, const struct lang_rules *rules, size_t pass, match_action *action,
               void *context)
{
    struct match_state *state = matcher->state;
    if (state->rules != rules) {
        begin(state, matcher, rules);
    }
    find_possible(state, &rules->passes[pass]);
    if (state->possible_count > 0) {
        run_possible(matcher, rules, &rules->passes[pass], action, context);
    }
}
