#include "report/coref.h"

#include "report/anchor.h"
#include "report/clause.h"
#include "report/identity.h"
#include "report/mention.h"
#include "report/setting.h"
#include "report/wanting.h"

#include <string.h>

/* So many claims, and so many sentences that tell of harm, are looked at on each side of a claim. */
#define CLAIMS_AROUND 48
#define MENTIONS_AROUND 40
/* So many sentences before and behind a claim "the attack" may be the one that it tells of. */
#define ATTACK_BEFORE 6
#define ATTACK_BEHIND 3
/* So many sentences may stand before the one that tells what an article is about. */
#define LEAD_SENTENCES 1
/* So many sentences behind it what was told there may be told from the beginning. */
#define LENGTH_SENTENCES 2
/* So many sentences away from it a claim may be about the one place that an article tells of. */
#define SCENE_REACH 6
/* So many words of a sentence may lie between a person's name and the harm that it tells of. */
#define HARM_WORDS 14

/* So many sentences before "two were also killed" those may be told of whom it adds to. */
#define ALSO_REACH 2

/* True for "were also wounded": besides those told of right before. */
static bool tells_also(const struct extraction *extraction, const struct mention *mention)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[mention->sentence];

    for (uint32_t token = sentence->first_token + 1; token + 1 < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_ADVERB, "also") && token_is(text, token - 1, CLASS_BE) &&
            token_is(text, token + 1, CLASS_DONE)) {
            return true;
        }
    }
    return false;
}

/* True for a number of people that one attack may have harmed. */
static bool few(const struct report *report)
{
    return report->count.min != COUNT_NONE && report->count.min <= ATTACK_TOLL;
}

/* True when the claim tells what else befell people in what the sentence right before it told of: "A bomb
 * killed nine on Sunday. Twelve people were wounded."  "Also" says so of the same harm, too. */
static bool told_right_behind(const struct extraction *extraction, const struct mention *own, size_t index,
                              size_t other)
{
    const struct sentence *sentences = extraction->text->sentences;
    const struct report *report = &extraction->reports[index];
    const struct report *before = &extraction->reports[other];
    uint32_t sentence = extraction->origins[index].sentence;
    uint32_t told = extraction->origins[other].sentence;
    bool behind = told + 1 == sentence && report->subtype != before->subtype &&
                  sentences[sentence].paragraph == sentences[sentence - 1].paragraph;
    bool also = told < sentence && told + ALSO_REACH >= sentence && own->place_count == 0 &&
                tells_also(extraction, own);

    return report->kind == KIND_CASUALTY && before->kind == KIND_CASUALTY &&
           before->scope == SCOPE_INCIDENT && (behind || also) && !extraction->origins[other].inherited &&
           !own->another && own->timex < 0 && own->told != ATTACK_NEW && !extraction->origins[other].freed &&
           !is_back_from(extraction, sentence, other) &&
           (few(report) || (also && report->count.text.text.data == NULL)) && few(before) &&
           (own->place_count == 0 || before->place_count > 0) &&
           places_may_be(report->places, report->place_count, before->places, before->place_count);
}

/* True for "the person who died", "the people who were hurt", whom the other claim before told of. */
static bool is_taken_for_granted(const struct extraction *extraction, size_t index, size_t other)
{
    const struct report *report = &extraction->reports[index];
    const struct report *before = &extraction->reports[other];
    const struct origin *origin = &extraction->origins[index];

    return other < index && origin->taken && !origin->deed && origin->group != NULL && origin->group->known &&
           origin->group->people != NULL && strcmp(origin->group->people, "people") == 0 &&
           report->kind == KIND_CASUALTY && report->subtype == before->subtype &&
           before->scope == SCOPE_INCIDENT && (report->count.max == 1) == (before->count.max == 1) &&
           may_be_then(report->date, before->date) &&
           places_may_be(report->places, report->place_count, before->places, before->place_count);
}

/* True when the claim at `other` tells of the same as that at `index`, which stands in the mention `own`. */
static bool is_same(const struct extraction *extraction, const struct mention *own, size_t index,
                    size_t other)
{
    const struct report *report = &extraction->reports[index];
    const struct report *found = &extraction->reports[other];
    uint32_t sentence = extraction->origins[index].sentence;
    uint32_t told = extraction->origins[other].sentence;

    if (sentence <= told + ALSO_REACH && told <= sentence + 1 &&
        (is_pronoun_of(extraction, index, other) || same_journey(extraction, index, other) ||
         told_right_behind(extraction, own, index, other))) {
        return true;
    }
    return (report->subtype == found->subtype || are_taken(report, found)) &&
           (same_claim(extraction, index, other) || same_person_taken(extraction, index, other) ||
            is_taken_for_granted(extraction, index, other) || names_whom_it_means(extraction, index, other));
}

/* Looks for the same claim in another sentence; that of the claim is `own`. */
static void ask_claims(struct extraction *extraction, const struct mention *own, size_t index,
                       struct wanting *wanting)
{
    struct report *report = &extraction->reports[index];
    int32_t day = told_until(extraction, report);

    for (size_t step = 2; step < 2 * CLAIMS_AROUND + 2 && (wanting->date || wanting->place); step++) {
        size_t away = step / 2;
        size_t other = step % 2 == 0 ? index - away : index + away;
        const struct report *found;

        if (away > index && index + away >= extraction->report_count) {
            break;
        }
        if ((step % 2 == 0 && away > index) || other >= extraction->report_count) {
            continue;
        }
        found = &extraction->reports[other];
        bool dated = wanting->date && found->basis.text.data != NULL &&
                     (report->basis.text.data == NULL || found->date.first != DAY_NONE);
        bool placed = wanting->place && found->place_count > 0;
        if (!dated && !placed) {
            continue;
        }
        bool together = extraction->origins[other].sentence == extraction->origins[index].sentence &&
                        told_together(extraction, index, other);
        if (!together && !is_same(extraction, own, index, other)) {
            continue;
        }
        if (in_other_section(extraction, extraction->origins[index].sentence,
                             extraction->origins[other].sentence)) {
            continue;
        }
        /* words of time in the sentence itself were left to the other claim for a reason */
        if (dated && (!together || extraction->origins[other].inherited)) {
            take_date(found, day, report, wanting);
        }
        if (placed) {
            take_places(report, found->places, found->place_count, wanting);
        }
    }
}

/* True when a claim of the mention is about others than the claim at `index`. */
static bool tells_of_others(const struct extraction *extraction, const struct mention *mention, size_t index)
{
    const struct report *report = &extraction->reports[index];
    const struct group *group = extraction->origins[index].group;

    for (size_t i = mention->first_report; i < mention->end_report; i++) {
        const struct report *other = &extraction->reports[i];
        const struct group *people = extraction->origins[i].group;

        if (other->subtype != report->subtype) {
            continue;
        }
        if (other->count.min != report->count.min || other->count.max != report->count.max) {
            return true;
        }
        if (group != NULL && people != NULL && group->named && people->named &&
            !names_person(extraction->text, group, people->words.first, people->words.end)) {
            return true;
        }
    }
    return false;
}

/* True when the mention at `index` tells of the attack that the claim, which stands in the mention at `own`,
 * tells of. */
static bool same_attack(const struct extraction *extraction, size_t own, size_t other, size_t index)
{
    const struct report *report = &extraction->reports[index];
    const struct mention *mention = &extraction->mentions[other];
    const struct mention *claim = &extraction->mentions[own];

    if (mention->another || claim->another) {
        return false;
    }
    if (other < own) {
        bool told = claim->known ? mention->told != ATTACK_NONE : on_same_target(extraction, claim, mention);

        return told && mention->sentence + ATTACK_BEFORE >= claim->sentence;
    }
    return mention->happened &&
           (mention->known ||
            (mention->deed != NULL && strcmp(mention->deed, report_subtype_name(report->subtype)) == 0)) &&
           claim->sentence + ATTACK_BEHIND >= mention->sentence &&
           !tells_of_others(extraction, mention, index);
}

/* True unless the sentence tells only of other harm than the claim at `index`. */
static bool tells_such_harm(const struct extraction *extraction, const struct mention *mention, size_t index)
{
    static const unsigned harm[] = {CLASS_DEED, CLASS_DONE, CLASS_BEFELL};
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[mention->sentence];
    bool other = false;

    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        for (size_t i = 0; i < sizeof harm / sizeof harm[0]; i++) {
            const char *subtype = token_value(text, token, harm[i]);

            if (subtype != NULL &&
                strcmp(subtype, report_subtype_name(extraction->reports[index].subtype)) == 0) {
                return true;
            }
            other = other || subtype != NULL;
        }
    }
    return !other;
}

/* True when the claim stands in the first sentence that tells of harm and the mention is the next: a report
 * begins with what it then tells from the beginning. */
static bool tells_at_length(const struct extraction *extraction, size_t own, size_t other, size_t index)
{
    const struct mention *mention = &extraction->mentions[other];

    return own == 0 && other == 1 && tells_such_harm(extraction, mention, index) && !mention->another &&
           extraction->mentions[0].sentence <= LEAD_SENTENCES &&
           mention->sentence <= extraction->mentions[0].sentence + LENGTH_SENTENCES &&
           mention->told == ATTACK_NEW && !tells_of_others(extraction, mention, index);
}

/* True when a sentence between the two tells of an attack that is neither. */
static bool parted(const struct extraction *extraction, size_t a, size_t b)
{
    for (size_t i = (a < b ? a : b) + 1; i < (a < b ? b : a); i++) {
        if (extraction->mentions[i].told == ATTACK_NEW) {
            return true;
        }
    }
    return false;
}

/* True for a word of harm that tells that it happened: not "to kill", "the murder investigation". */
static bool asserts(const struct text *text, uint32_t token, uint32_t first)
{
    uint32_t next = token + 1;

    if (token > first && token_is(text, token - 1, CLASS_INFINITIVE_MARK)) {
        return false;
    }
    return !token_is(text, token, CLASS_DEED) || next >= text->token_count ||
           text->tokens[next].type != TOKEN_WORD || token_is(text, next, CLASS_PREPOSITION) ||
           token_is(text, next, CLASS_CLAUSE) || token_is(text, next, CLASS_AND) ||
           token_is(text, next, CLASS_CARRIED_OUT) || token_is(text, next, CLASS_BE) ||
           token_is(text, next, CLASS_HAVE) || token_is(text, next, CLASS_RELATIVE) ||
           token_is(text, next, CLASS_DETERMINER) || (text->tokens[next].flags & TOKEN_CAPITALIZED) != 0;
}

/* True when the sentence tells of such harm, or of gunfire, near the name of that person. */
static bool names_same_person(const struct extraction *extraction, const struct mention *mention,
                              size_t index)
{
    static const unsigned harm[] = {CLASS_DEED, CLASS_DONE, CLASS_BEFELL, CLASS_DOING};
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[mention->sentence];
    const struct group *group = extraction->origins[index].group;
    const char *subtype = report_subtype_name(extraction->reports[index].subtype);

    if (group == NULL || !group->named ||
        !names_person(text, group, sentence->first_token, sentence->end_token) ||
        tells_of_others(extraction, mention, index)) {
        return false;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        bool told = token_is(text, token, CLASS_BURST) || token_is(text, token, CLASS_HITS);
        uint32_t first =
            token > sentence->first_token + HARM_WORDS ? token - HARM_WORDS : sentence->first_token;
        uint32_t end = token + HARM_WORDS < sentence->end_token ? token + HARM_WORDS : sentence->end_token;

        for (size_t i = 0; i < sizeof harm / sizeof harm[0] && !told; i++) {
            told = token_has(text, token, harm[i], subtype) && asserts(text, token, sentence->first_token);
        }
        if (told && names_person(text, group, first, end)) {
            return true;
        }
    }
    return false;
}

/* True when a claim of that kind in the sentence is not dated by its words of time. */
static bool undated(const struct extraction *extraction, const struct mention *mention,
                    enum report_subtype subtype)
{
    for (size_t i = mention->first_report; i < mention->end_report; i++) {
        if (extraction->reports[i].subtype == subtype && extraction->reports[i].basis.text.data == NULL) {
            return true;
        }
    }
    return false;
}

/* True when the day of the sentence is that of its claims, or of the attack when it has none; not of what was
 * done about it: "paid tribute on Monday to victims of the bombing". */
static bool dates_harm(const struct extraction *extraction, const struct mention *mention)
{
    const struct sentence *sentence = &extraction->text->sentences[mention->sentence];

    for (size_t i = mention->first_report; i < mention->end_report; i++) {
        if (extraction->reports[i].kind == KIND_CASUALTY &&
            extraction->reports[i].basis_timex == mention->timex) {
            return true;
        }
    }
    return mention->first_report == mention->end_report && mention->told == ATTACK_NEW &&
           !value_between(extraction->text, sentence->first_token, sentence->end_token, CLASS_AFTERMATH,
                          "reaction");
}

/* The expression that dates the mention at `other` for a claim in that at `own`: its own, or that of the lead
 * that it tells at length. */
static int32_t day_told(const struct extraction *extraction, size_t own, size_t other)
{
    const struct mention *mention = &extraction->mentions[other];
    const struct mention *lead = &extraction->mentions[0];
    const struct sentence *sentences = extraction->text->sentences;
    uint32_t first = sentences[mention->sentence].first_token;
    bool of_lead = own > 1 && other == 1 && mention->timex == -1 && mention->told == ATTACK_NEW &&
                   !mention->another && dates_harm(extraction, lead) && lead->sentence <= LEAD_SENTENCES &&
                   mention->sentence <= lead->sentence + LENGTH_SENTENCES &&
                   places_may_be(mention->places, mention->place_count, lead->places, lead->place_count) &&
                   (token_is(extraction->text, first, CLASS_PRONOUN) ||
                    share_name(extraction->text, &sentences[mention->sentence], &sentences[lead->sentence]));

    if (mention->noun_timex >= 0 && on_same_target(extraction, &extraction->mentions[own], mention)) {
        return mention->noun_timex;
    }
    return of_lead ? lead->timex : mention->timex;
}

/* Takes from the sentence, which tells of `timex`, what the claim wants. */
static void take_from(struct extraction *extraction, const struct mention *mention, int32_t timex,
                      struct report *report, struct wanting *wanting)
{
    const struct timex_list *timexes = extraction->input->timexes;

    if (wanting->date && timex >= 0 && !undated(extraction, mention, report->subtype)) {
        struct interval date = timexes->items[timex].date;

        if (interval_known(date) && date.precision <= PRECISION_DAY && date.last != DAY_NONE &&
            date.last <= told_until(extraction, report)) {
            rest_on(extraction, timex, report);
            wanting->date = false;
        }
    }
    if (wanting->place && !mention_spread(mention) &&
        !told_from_afar(extraction, (size_t)(report - extraction->reports), mention)) {
        take_places(report, mention->places, mention->place_count, wanting);
    }
}

/* Looks for a sentence that tells of the same person or attack. */
static void ask_mentions(struct extraction *extraction, size_t index, size_t own, struct wanting *wanting)
{
    struct report *report = &extraction->reports[index];
    const struct group *group = extraction->origins[index].group;
    /* only a person's name tells of the same farther away */
    size_t around = group != NULL && group->named ? MENTIONS_AROUND : ATTACK_BEFORE;

    for (size_t step = 2; step < 2 * around + 2 && (wanting->date || wanting->place); step++) {
        size_t away = step / 2;
        size_t other = step % 2 == 0 ? own - away : own + away;
        const struct mention *mention;

        if (away > own && own + away >= extraction->mention_count) {
            break;
        }
        if ((step % 2 == 0 && away > own) || other >= extraction->mention_count) {
            continue;
        }
        mention = &extraction->mentions[other];
        int32_t timex = wanting->date ? day_told(extraction, own, other) : -1;
        if ((!(wanting->date && timex >= 0) && !(wanting->place && mention->place_count > 0)) ||
            !places_may_be(report->places, report->place_count, mention->places, mention->place_count)) {
            continue;
        }
        if (((wanting->date && attack_in_same_town(extraction, own, other, index) &&
              !parted(extraction, own, other)) ||
             names_same_person(extraction, mention, index) ||
             tells_at_length(extraction, own, other, index) ||
             (!extraction->origins[index].occasion && same_attack(extraction, own, other, index) &&
              !parted(extraction, own, other))) &&
            !in_other_section(extraction, extraction->mentions[own].sentence, mention->sentence)) {
            take_from(extraction, mention, timex, report, wanting);
        }
    }
}

/* The mention whose places are the finest when all of the article may be one; NULL when they differ, and when
 * there is no town. */
static const struct mention *only_scene(const struct extraction *extraction)
{
    const struct mention *scene = NULL;

    for (size_t i = 0; i < extraction->mention_count; i++) {
        const struct mention *mention = &extraction->mentions[i];

        if (mention->place_count == 0 || (mention->place_count == 1 && is_country(&mention->places[0])) ||
            ((mention->told != ATTACK_NEW || mention->taken) &&
             mention->first_report == mention->end_report)) {
            continue;
        }
        if (scene != NULL &&
            (mention_in_other_town(scene, mention) ||
             !places_may_be(scene->places, scene->place_count, mention->places, mention->place_count))) {
            return NULL;
        }
        scene = scene == NULL || (mention_in_town(mention) && !mention_in_town(scene)) ? mention : scene;
    }
    return scene == NULL || scene->another || !mention_in_town(scene) || mention_spread(scene) ? NULL : scene;
}

/* True for "by a mine": by something that was not told of before. */
static bool names_means(const struct text *text, const struct sentence *sentence)
{
    uint32_t token = sentence->first_token;

    while (token + 1 < sentence->end_token &&
           !(token_is(text, token, CLASS_AGENT) && token_is(text, token + 1, CLASS_DETERMINER) &&
             !is_known_mark(text, token + 1))) {
        token++;
    }
    return token + 1 < sentence->end_token;
}

/* True for "two shepherds were wounded by a mine" behind a claim about conscripts: another kind of people,
 * and none of those of the claim. */
static bool counts_others(const struct extraction *extraction, const struct mention *scene, size_t index)
{
    const struct group *group = extraction->origins[index].group;
    bool others = false;

    for (size_t i = scene->first_report; i < scene->end_report; i++) {
        const struct group *people = extraction->origins[i].group;

        if (group == NULL || group->people == NULL || strcmp(group->people, "people") == 0 ||
            people == NULL || people->people == NULL || people->others ||
            strcmp(people->people, "people") == 0 || strcmp(group->people, people->people) == 0) {
            return false;
        }
        others = true;
    }
    return others;
}

/* True for a place that the article comes to at its end, with a day of its own: "Last week three died in
 * Kolna", which is none of what it told with another day before. */
static bool of_other_day(const struct extraction *extraction, const struct mention *scene)
{
    const struct timex_list *timexes = extraction->input->timexes;

    for (size_t i = 0; scene->timex >= 0 && i < scene->first_report; i++) {
        const struct report *before = &extraction->reports[i];

        if (before->date.first != DAY_NONE && before->scope == SCOPE_INCIDENT &&
            before->basis.text.data != NULL &&
            !may_be_then(before->date, timexes->items[scene->timex].date)) {
            return true;
        }
    }
    return false;
}

/* True when the claim may be about what happened in the one place that the article tells of: it counts people
 * in the sentences around, or names one right beside it, and not on another day. */
static bool may_be_in_scene(const struct extraction *extraction, const struct mention *scene, size_t own,
                            size_t index)
{
    const struct mention *claim = &extraction->mentions[own];
    const struct report *report = &extraction->reports[index];
    const struct group *group = extraction->origins[index].group;
    uint32_t reach = group != NULL && group->named ? 1 : SCENE_REACH;
    uint32_t away = claim->sentence < scene->sentence ? scene->sentence - claim->sentence
                                                      : claim->sentence - scene->sentence;

    /* how far away comes first: the others look at all that was told before */
    if (away > reach || claim->another || extraction->origins[index].deed || claim->turns ||
        (claim->sentence < scene->sentence && of_other_day(extraction, scene)) ||
        (claim->beside.name.size > 0 &&
         !places_may_be(&claim->beside, 1, scene->places, scene->place_count)) ||
        (claim->sentence < scene->sentence && !scene->known &&
         (claim->told == ATTACK_NONE ||
          names_means(extraction->text, &extraction->text->sentences[scene->sentence])) &&
         counts_others(extraction, scene, index)) ||
        ((reach == 1 || claim->sentence < scene->sentence) && tells_of_others(extraction, scene, index))) {
        return false;
    }
    return !told_from_afar(extraction, index, scene) && report->count.text.text.data != NULL &&
           (report->count.min != COUNT_NONE || report->count.max != COUNT_NONE) &&
           report->count.min <= ATTACK_TOLL && !on_other_day(extraction, scene, report);
}

/* Dates a claim of the deed that the article goes on about by the day which it tells of that deed. */
static void rest_on_noun(struct extraction *extraction, const int32_t days[SUBTYPE_COUNT], size_t index,
                         struct wanting *wanting)
{
    int32_t timex = anchored_day(extraction, days, index);

    if (timex >= 0) {
        rest_on(extraction, timex, &extraction->reports[index]);
        wanting->date = false;
    }
}

/* What the article as a whole tells, for each of its claims. */
struct overview {
    const struct mention *scene; /* see only_scene */
    int32_t days[SUBTYPE_COUNT]; /* see anchored_days */
};

/* Looks for what the claim at `index`, which stands in the mention at `own`, wants.  True when it found some.
 */
static bool resolve(struct extraction *extraction, const struct overview *overview, size_t own, size_t index)
{
    const struct mention *scene = overview->scene;
    struct report *report = &extraction->reports[index];
    struct origin *origin = &extraction->origins[index];
    struct wanting wanting = wanting_of(report, origin);
    struct wanting wanted = wanting;

    if (wanting.date || wanting.place) {
        ask_claims(extraction, &extraction->mentions[own], index, &wanting);
    }
    if (wanting.date || wanting.place) {
        ask_mentions(extraction, index, own, &wanting);
    }
    if (wanting.date) {
        rest_on_noun(extraction, overview->days, index, &wanting);
    }
    if (wanting.place && origin->office != NULL) {
        take_places(report, origin->office, 1, &wanting);
    }
    if (wanting.place && scene != NULL && may_be_in_scene(extraction, scene, own, index) &&
        !in_other_section(extraction, extraction->mentions[own].sentence, scene->sentence)) {
        take_places(report, scene->places, scene->place_count, &wanting);
    }
    if (wanting.place && origin->speaker != NULL) {
        take_places(report, origin->speaker, 1, &wanting);
    }
    const struct mention *setting = wanting.place ? setting_of(extraction, own, index) : NULL;
    if (setting != NULL) {
        take_places(report, setting->places, setting->place_count, &wanting);
    }
    if (wanting.place && may_be_at_dateline(extraction, index)) {
        take_places(report, &extraction->dateline, 1, &wanting);
    }
    bool dated = wanted.date && !wanting.date;
    bool placed = wanted.place && !wanting.place;
    origin->inherited = origin->inherited || dated;
    if (note_reason_of_coref(extraction, index, dated, placed) != OK) {
        extraction->out_of_memory = true;
    }
    return dated || placed;
}

void coref_resolve(struct extraction *extraction)
{
    struct overview overview = {.scene = only_scene(extraction)};
    bool found = true;

    anchored_days(extraction, overview.days);
    /* twice: what a claim took the second time may be of one behind it in its sentence */
    for (int pass = 0; pass < 2 && found; pass++) {
        size_t own = 0;

        found = false;
        for (size_t i = 0; i < extraction->report_count; i++) {
            while (extraction->mentions[own].end_report <= i) {
                own++; /* each claim stands in one */
            }
            found = resolve(extraction, &overview, own, i) || found;
        }
    }
}
