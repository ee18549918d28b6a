#include "text/match.h"

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

static inline bool is_literal(const struct match_state *state, const struct item *item)
{
    return (size_t)item->word - 1 < state->literal_count - 1;
}

static inline struct lang_marks marks_of(const struct match_state *state, const struct item *item)
{
    return (struct lang_marks){item->marks, (uint64_t)is_literal(state, item) << (item->word & 63)};
}

/* Those of item `at`; behind the last and before the first (SIZE_MAX) stands none. */
static inline struct lang_marks marks_at(const struct pass_run *run, size_t at)
{
    return at >= run->item_count ? (struct lang_marks){MARK_EDGE, 0} : marks_of(run->state, &run->items[at]);
}

static inline bool allows(struct lang_marks neighbours, struct lang_marks item)
{
    return ((neighbours.classes & item.classes) | (neighbours.words & item.words)) != 0;
}

static inline bool has_literal(const struct match_state *state, unsigned word)
{
    return (state->literals[word >> 6] >> (word & 63) & 1) != 0;
}

/* Whether the sentence holds all that the rule needs. */
static bool suffices(const struct match_state *state, unsigned rule)
{
    const struct lang_needs *needs = &state->rules->needs[rule];
    if ((needs->all & ~state->marks) != 0) {
        return false;
    }
    const uint16_t *word = &state->rules->need_words[needs->first_word];
    for (const uint16_t *end = word + needs->all_words; word < end; word++) {
        if (!has_literal(state, *word)) {
            return false;
        }
    }
    if ((needs->any & state->marks) != 0) {
        return true;
    }
    for (const uint16_t *end = word + needs->any_words; word < end; word++) {
        if (has_literal(state, *word)) {
            return true;
        }
    }
    return false;
}

static void try_rules(struct pass_run *run, const struct lang_start *start, size_t at)
{
    struct match_state *state = run->state;
    const struct lang_marks second = marks_at(run, at + 1);
    const unsigned ahead = run->items[at].ahead;
    if (ahead >= start->next.reach || !allows(start->next.second, second)) {
        return;
    }
    const struct lang_marks before = marks_at(run, at - 1);
    const struct lang_next *end = &run->rules->candidates[start->first + start->count];
    for (const struct lang_next *next = &run->rules->candidates[start->first]; next < end; next++) {
        if (ahead >= next->reach) {
            return; /* no seed is near enough, nor for those that follow */
        }
        if (!allows(next->second, second) || !suffices(state, next->rule) ||
            state->tried[next->rule] == state->serial) {
            continue;
        }
        state->tried[next->rule] = state->serial;
        const struct lang_rule *rule = &run->rules->rules[next->rule];
        if (allows(rule->before, before) && attempt_rule(&state->attempt, rule, at)) {
            state->candidates[run->candidate_count++] = (struct candidate){
                .rule = next->rule, .attempt = state->attempt.serial, .end = state->attempt.span_end};
        }
    }
}

/* Finds every rule that matches with its span beginning at item `at`. */
static void find_candidates(struct pass_run *run, size_t at)
{
    const struct lang_pass *pass = run->pass;
    const struct item *item = &run->items[at];
    if (++run->state->serial == 0) {
        /* after 2^32 places the numbers begin anew: no rule may seem tried */
        memset(run->state->tried, 0, run->rules->rule_count * sizeof *run->state->tried);
        run->state->serial = 1;
    }
    if (is_literal(run->state, item) && pass->word_starts[item->word] != 0) {
        try_rules(run, &run->rules->starts[pass->word_starts[item->word]], at);
    }
    if ((item->passes & PASS_BY_CLASS) == 0) {
        return;
    }
    for (unsigned word = 0; word < CLASS_LIMIT / 64; word++) {
        for (uint64_t bits = item->classes.bits[word] & pass->starts.bits[word]; bits != 0;
             bits &= bits - 1) {
            unsigned class_id = word * 64 + (unsigned)__builtin_ctzll(bits);
            try_rules(run, &run->rules->starts[pass->class_starts[class_id]], at);
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

/* Adds what those classes tell to an item's key; bit i is class first + i. */
static inline void add_keys(const struct lang_rules *rules, unsigned first, uint64_t bits,
                            struct lang_key *key)
{
    for (; bits != 0; bits &= bits - 1) {
        lang_key_add(key, &rules->class_keys[first + (unsigned)__builtin_ctzll(bits)]);
    }
}

/* Most items are words: what their classes tell was gathered beforehand. */
static inline struct lang_key key_of(const struct lang_rules *rules, const struct item *item)
{
    struct lang_key key = rules->word_keys[item->word];
    key.marks |= item->classes.bits[0] & MARKS_SCANNED;
    if ((item->passes & PASS_LISTED) != 0) {
        add_keys(rules, 0, item->classes.bits[0] & MARKS_SCANNED & rules->begins.bits[0], &key);
        key.passes |= PASS_LISTED;
    } else {
        for (unsigned word = 0; word < CLASS_LIMIT / 64; word++) {
            add_keys(rules, word * 64, item->classes.bits[word], &key);
        }
        key.passes |= class_set_overlaps(&item->classes, &rules->grown) ? PASS_SEED : 0;
    }
    return key;
}

/* Counts how many items on the next seed is; where the rules have none, every item counts as one.  AHEAD_OUT
 * is too far for all that the item begins. */
static void count_ahead(const struct lang_rules *rules, struct item *items, size_t count)
{
    const unsigned most = rules->seed_words == NULL ? 0 : REACH_ENDLESS - 1;
    unsigned ahead = most;
    for (size_t i = count; i-- > 0;) {
        ahead = (items[i].passes & PASS_SEED) != 0 ? 0 : ahead + (ahead < most);
        items[i].ahead = ahead < items[i].reach ? (uint8_t)ahead : AHEAD_OUT;
    }
}

/* So many items ahead their words' keys are fetched. */
#define FETCH_AHEAD 8

/* Notes in which passes of `rules` each item can begin a match, whether it is a seed, and its marks. */
static void find_keys(struct match_state *state, const struct lang_rules *rules, struct item *items,
                      size_t count)
{
    uint32_t passes = 0;
    uint64_t marks = 0;
    for (size_t i = 0; i < count; i++) {
        struct item *item = &items[i];
        if (i + FETCH_AHEAD < count) {
            __builtin_prefetch(&rules->word_keys[items[i + FETCH_AHEAD].word]);
        }
        struct lang_key key = key_of(rules, item);
        item->passes = key.passes;
        item->reach = key.reach;
        item->marks = key.marks;
        passes |= key.passes;
        marks |= key.marks;
        if (is_literal(state, item)) {
            state->literals[item->word >> 6] |= UINT64_C(1) << (item->word & 63);
        }
    }
    state->passes |= passes;
    state->marks |= marks;
    state->counted = false;
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
    find_keys(run->state, run->rules, item, 1);
}

enum status match_run(struct matcher *matcher, const struct lang_rules *rules, size_t pass,
                      match_action *action, void *context)
{
    struct match_state *state = matcher->state;
    struct pass_run run = {
        .matcher = matcher,
        .state = state,
        .rules = rules,
        .pass = &rules->passes[pass],
        .action = action,
        .context = context,
        .items = matcher->items,
        .item_count = matcher->item_count,
    };
    const uint32_t bit = UINT32_C(1) << pass;
    if (state->rules != rules) {
        state->rules = rules;
        state->passes = 0;
        state->marks = 0;
        memset(state->literals, 0, literal_bytes(matcher->text->lang));
        find_keys(state, rules, matcher->items, matcher->item_count);
    }
    if ((state->passes & bit) == 0) {
        return OK;
    }
    if (!state->counted) {
        count_ahead(rules, matcher->items, matcher->item_count);
        state->counted = true;
    }
    state->attempt.text = matcher->text;
    state->attempt.rules = rules;
    state->attempt.items = matcher->items;
    state->attempt.item_count = matcher->item_count;
    /* The result grows in `spare`, because context is to see the items as they
     * were; items[copied .. i - 1] are yet to be taken over. */
    size_t used = 0;
    size_t copied = 0;
    for (size_t i = 0; i < matcher->item_count;) {
        if ((matcher->items[i].passes & bit) == 0 || matcher->items[i].ahead == AHEAD_OUT) {
            i++;
            continue;
        }
        size_t end;
        struct value value;
        run.candidate_count = 0;
        find_candidates(&run, i);
        const struct lang_rule *rule = run.candidate_count == 0 ? NULL : fire_best(&run, i, &end, &value);
        if (rule != NULL && matcher->observer != NULL) {
            tell_losers(&run, MATCH_BEATEN, i, rule, i, end);
            for (size_t k = i + 1; k < end && !run.pass->keep; k++) {
                run.candidate_count = 0;
                find_candidates(&run, k);
                tell_losers(&run, MATCH_COVERED, k, rule, i, end);
            }
        }
        if (rule == NULL || run.pass->keep) {
            i++;
            continue;
        }
        if (!rule->blocks) {
            memcpy(&matcher->spare[used], &matcher->items[copied], (i - copied) * sizeof *matcher->items);
            used += i - copied;
            make_item(&run, &matcher->spare[used++], rule, i, end, &value);
            copied = end;
        }
        i = end;
    }
    if (used > 0) {
        memcpy(&matcher->spare[used], &matcher->items[copied],
               (matcher->item_count - copied) * sizeof *matcher->items);
        struct item *spare = matcher->items;
        matcher->items = matcher->spare;
        matcher->spare = spare;
        matcher->item_count += used - copied;
    }
    return OK;
}
