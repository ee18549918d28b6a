/* Who a speaker is: the one that a short name, a pronoun or "its spokesman" stands for, and the name it gets.
 */
#include "report/naming.h"

#include "article/whitespace.h"
#include "report/clause.h"
#include "report/speaker.h"
#include "report/voice.h"

#include <string.h>

/* A name given before in full: "Torv" is "Norland's lawmaker Ana Torv", "the agency" the last agency
 * that spoke; but "Norland" is not "Norland's air force".  Gives the index of the known speaker, or
 * KNOWN_SPEAKERS. */
static size_t known_speaker(const struct extraction *extraction, struct span speaker)
{
    const struct text *text = extraction->text;
    bool definite = token_is(text, speaker.first, CLASS_DETERMINER) && speaker.end - speaker.first > 1;
    const struct token *tokens = text->tokens;
    uint32_t size;
    struct str name;
    size_t i;

    if (speaker.end - speaker.first > 2) {
        return KNOWN_SPEAKERS;
    }
    speaker.first += definite ? 1 : 0;
    size = speaker.end - speaker.first;
    name = text_span(text, speaker.first, speaker.end);
    for (i = 0; i < extraction->speaker_count; i++) {
        size_t index = definite ? extraction->speaker_count - 1 - i : i;
        struct span known = extraction->speakers[index];
        uint32_t token;

        for (token = known.first; token + size <= known.end && known.end - known.first > size; token++) {
            if (token_end(&tokens[token + size - 1]) - tokens[token].begin != name.size) {
                continue; /* as nearly all are */
            }
            struct str words = text_span(text, token, token + size);
            bool named = definite ? str_equal_nocase(words, name) : str_equal(words, name);

            if (named && !(token + size < known.end && token_is(text, token + size, CLASS_GENITIVE))) {
                return index;
            }
        }
    }
    return KNOWN_SPEAKERS;
}

/* How far back a body may have been named in full. */
#define FULL_NAME_REACH 600

/* True for a word that may stand before the noun of a body: "Norland's civil defence agency"; "six
 * rebels" are counted. */
static bool in_full_name(const struct text *text, uint32_t token)
{
    return (text->tokens[token].type == TOKEN_WORD) && !token_is(text, token, CLASS_DETERMINER) &&
           !token_is(text, token, CLASS_POSSESSIVE) && !token_is(text, token, CLASS_PREPOSITION) &&
           !token_is(text, token, CLASS_RELATIVE) && !token_is(text, token, CLASS_AND) &&
           !token_is(text, token, CLASS_CLAUSE) && !token_is(text, token, CLASS_BE) &&
           !token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_SAME) &&
           !token_is(text, token, CLASS_NUMBER) && !token_is(text, token, CLASS_CARDINAL) &&
           !(token_is(text, token, CLASS_SAID) && !token_is(text, token, CLASS_NOUNLIKE));
}

/* "The agency" is the one that the text named in full before, "Norland's civil defence agency", whoever
 * spoke; empty when it named none. */
static struct span full_name(const struct extraction *extraction, struct span speaker)
{
    const struct text *text = extraction->text;
    uint32_t noun = speaker.end - 1;
    uint32_t last = noun > FULL_NAME_REACH ? noun - FULL_NAME_REACH : 0;
    uint32_t token;

    if (speaker.end - speaker.first != 2 || !token_is(text, speaker.first, CLASS_DETERMINER) ||
        !token_is(text, noun, CLASS_SPEAKER) || token_is(text, noun, CLASS_PERSON)) {
        return (struct span){0, 0};
    }
    for (token = speaker.first; token > last; token--) {
        uint32_t first = token - 1;
        bool capital = false;

        if (text->tokens[first].word != text->tokens[noun].word) {
            continue;
        }
        while (first > last && token - first < 6 && !(text->tokens[first].flags & TOKEN_LINE_START) &&
               in_full_name(text, first - 1)) {
            first--;
            capital = capital || (text->tokens[first].flags & TOKEN_CAPITALIZED);
        }
        if (first + 1 < token && capital) {
            return (struct span){first, token};
        }
    }
    return (struct span){0, 0};
}

/* Who speaks by what the words name: the army of "the army's statement", "a statement from the army", "a
 * tally by the army" and "a video released by the army"; empty when they name no such thing or nobody's. */
static struct span owner_of_channel(const struct text *text, struct span speaker)
{
    bool channel = false;
    uint32_t token;

    for (token = speaker.first; token < speaker.end; token++) {
        bool made = token_is(text, token, CLASS_AGENT) && token > speaker.first &&
                    token_is(text, token - 1, CLASS_TOLD_BY);

        if (token + 1 < speaker.end && (made || (channel && (token_is(text, token, CLASS_ORIGIN) ||
                                                             token_is(text, token, CLASS_AGENT))))) {
            return (struct span){token + 1, speaker.end};
        }
        if (token_is(text, token, CLASS_CHANNEL) ||
            (token_is(text, token, CLASS_ESTIMATE) &&
             (token + 1 == speaker.end || token_is(text, token + 1, CLASS_AGENT)))) {
            channel = true;
            if (token > speaker.first + 1 && token_is(text, token - 1, CLASS_GENITIVE)) {
                return (struct span){speaker.first, token - 1};
            }
        }
    }
    return (struct span){0, 0};
}

/* "The post", "the statement": whoever spoke by it before. */
static bool is_bare_channel(const struct text *text, struct span speaker)
{
    return speaker.end - speaker.first == 2 && token_is(text, speaker.first, CLASS_DETERMINER) &&
           token_is(text, speaker.first + 1, CLASS_CHANNEL);
}

/* The well-known body that the words of the speaker name and end with; NULL when they name a person of it,
 * two bodies or none. */
static const char *agency_of(const struct items *items, struct span speaker)
{
    const char *agency = NULL;
    const char *other;
    size_t i;

    for (i = 0; i < items->count; i++) {
        if (items->item[i].first_token < speaker.first) {
            continue;
        }
        if (items->item[i].first_token >= speaker.end || is_comma(items, i)) {
            break;
        }
        if (is(items, i, CLASS_AGENCY) && !is_sign(items, i + 1, "-") && !behind_envoy(items, i)) {
            struct value value = item_value(&items->item[i], CLASS_AGENCY);

            other = agency;
            agency = value.kind == VALUE_TEXT ? value.text : NULL;
            if (agency != NULL && other != NULL && strcmp(agency, other) != 0) {
                return NULL; /* two speak */
            }
        } else if (is(items, i, CLASS_CAPITALIZED) || is(items, i, CLASS_PERSON) ||
                   is(items, i, CLASS_AGENCY)) {
            agency = NULL; /* "the Kremlin-installed head of the region" */
        }
    }
    return agency;
}

/* The one state or force that the words name in the sentence at hand; NULL for none or several. */
static const char *side_named(const struct extraction *extraction, struct span words)
{
    const char *side = NULL;

    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor == NULL || !span_holds(words, mark->words.first) ||
            lodges_fighters(extraction->text, mark)) {
            continue;
        }
        if (side != NULL && strcmp(side, mark->actor) != 0) {
            return NULL;
        }
        side = mark->actor;
    }
    return side;
}

static void remember(struct extraction *extraction, const struct attribution *attribution)
{
    const char *side = side_of_speaker(extraction, attribution->speaker);

    if (extraction->speaker_count < KNOWN_SPEAKERS) {
        extraction->agencies[extraction->speaker_count] = attribution->agency;
        extraction->sides[extraction->speaker_count] = side;
        extraction->speakers[extraction->speaker_count++] = attribution->speaker;
    }
}

const char *side_of_speaker(const struct extraction *extraction, struct span speaker)
{
    const char *side = side_named(extraction, speaker);

    for (size_t i = 0; side == NULL && i < extraction->speaker_count; i++) {
        if (extraction->speakers[i].first == speaker.first && extraction->speakers[i].end == speaker.end) {
            side = extraction->sides[i];
        }
    }
    return side;
}

/* The first item that is not of a day, a quote or a comma: behind "On Monday,". */
static size_t behind_opening_day(const struct items *items)
{
    size_t first = 0;

    while (is(items, first, CLASS_TIMEX) || is_comma(items, first) || is_quote(items, first) ||
           (is(items, first, CLASS_PREPOSITION) && is(items, first + 1, CLASS_TIMEX))) {
        first++;
    }
    return first;
}

/* So many words may stand between "the" and an office: "the regional health minister". */
#define OFFICE_WORDS 2

/* The office of a person that the words from `first` name, "the defence minister"; `first` when they name
 * none so. */
static size_t office_behind(const struct items *items, size_t first)
{
    size_t i = first + 1;

    if (!is(items, first, CLASS_DETERMINER)) {
        return first;
    }
    while (i <= first + OFFICE_WORDS && is(items, i, CLASS_WORD) && !is(items, i, CLASS_PERSON) &&
           !is(items, i, CLASS_PERSONS) && !is(items, i, CLASS_PREPOSITION) && !is(items, i, CLASS_SAID) &&
           !is(items, i, CLASS_CAPITALIZED) && !is_auxiliary(items, i) && !is_harm(items, i)) {
        i++;
    }
    return is(items, i, CLASS_PERSON) ? i : first;
}

/* "Governor" of "Tarn Governor Ann Ober". */
static bool is_title_between(const struct items *items, size_t i)
{
    return is(items, i, CLASS_PERSON) && is(items, i, CLASS_CAPITALIZED) &&
           is(items, i - 1, CLASS_CAPITALIZED) && is(items, i + 1, CLASS_CAPITALIZED);
}

struct span subject_before(const struct extraction *extraction, const struct items *items, uint32_t limit)
{
    static const unsigned named[] = {CLASS_CAPITALIZED, CLASS_DETERMINER, CLASS_FORCE, CLASS_AGENCY,
                                     CLASS_SPEAKER,     CLASS_BODY,       CLASS_PLACE, CLASS_SEAT,
                                     CLASS_NATION,      CLASS_GENITIVE};
    size_t first = behind_opening_day(items);
    size_t people_behind = 0;
    size_t office, i;

    if (is(items, first, CLASS_COUNT) || is(items, first + 1, CLASS_COUNT)) {
        return (struct span){0, 0}; /* "About 40 conscripts are missing, their families said" */
    }
    if (is_of(items, first + 1) && !is(items, first, CLASS_PERSON) && !is(items, first, CLASS_SPEAKER) &&
        !is(items, first, CLASS_BODY) && !is(items, first, CLASS_AGENCY) && !is(items, first, CLASS_FORCE)) {
        return (struct span){0, 0}; /* "Dozens of soldiers were killed, it said" */
    }
    office = office_behind(items, first);
    for (i = first; i < items->count && items->item[i].first_token < limit; i++) {
        if (i > first && i < office) {
            continue;
        }
        bool people =
            (is(items, i, CLASS_PERSONS) || is(items, i, CLASS_PERSON)) && !is(items, i, CLASS_FORCE);

        if (people && i > first && i != office && !is_title_between(items, i) &&
            !(i == first + 1 && is(items, first, CLASS_DETERMINER)) && !is(items, i - 1, CLASS_NATION)) {
            people_behind = 1;
            break;
        }
        if (!people && !is_any(&items->item[i], named, sizeof named / sizeof named[0]) &&
            !is_sign(items, i, "-")) {
            break;
        }
    }
    if (i == first || i >= items->count ||
        (limit < extraction->text->sentences[extraction->sentence].end_token &&
         is(items, i + people_behind, CLASS_BE)) ||
        only_pronoun(items, first, i) || is_comma(items, i) || token_at(extraction, items, i) > limit ||
        is(items, first, CLASS_PREPOSITION) || !speaks(items, first, i)) {
        return (struct span){0, 0};
    }
    return span_of(extraction, items, first, i);
}

/* So many words an apposition has at most: "a spokeswoman for the ministry of health" ... */
#define APPOSITION_WORDS 10
/* ... and what it stands behind. */
#define PERSON_WORDS 5

/* What the words from `first` to `end` name: a person by an office or by a name, as far as they tell. */
struct naming {
    bool office, name, other; /* `other`: a body or place */
};

static struct naming naming_of(const struct items *items, size_t first, size_t end)
{
    struct naming naming = {0};

    for (size_t i = first; i < end; i++) {
        bool person =
            is(items, i, CLASS_PERSON) || (is(items, i, CLASS_SPEAKER) && !is(items, i, CLASS_BODY));
        bool other = is(items, i, CLASS_PLACE) || is(items, i, CLASS_FORCE) || is(items, i, CLASS_AGENCY) ||
                     is(items, i, CLASS_SEAT) || is(items, i, CLASS_PERSONS);

        naming.office = naming.office || person;
        naming.other = naming.other || other;
        naming.name = naming.name || (!person && is(items, i, CLASS_CAPITALIZED) &&
                                      !is(items, i, CLASS_STARTER) && !is(items, i, CLASS_DETERMINER));
    }
    return naming;
}

/* The person whom the sentence begins with and tells of by name and office, with a comma behind each: "Ann
 * Ober, the governor, visited", "the spokeswoman, Ann Ober, met"; nobody when it does not. */
static struct span person_of_two_names(const struct extraction *extraction, const struct items *items)
{
    size_t first = behind_opening_day(items);
    size_t office = office_behind(items, first);
    size_t end = first, close;
    struct naming head, apposition;

    while (end < items->count && end <= first + PERSON_WORDS && is(items, end, CLASS_WORD) &&
           (end < office || is(items, end, CLASS_DETERMINER) || is(items, end, CLASS_CAPITALIZED) ||
            is(items, end, CLASS_PERSON) || is(items, end, CLASS_SPEAKER) || is(items, end, CLASS_NATION))) {
        end++;
    }
    if (end == first || end > first + PERSON_WORDS || end >= items->count || !is_comma(items, end)) {
        return (struct span){0, 0};
    }
    close = end + 1;
    while (close < items->count && close <= end + APPOSITION_WORDS && is(items, close, CLASS_WORD) &&
           !is(items, close, CLASS_SAID)) {
        close++;
    }
    head = naming_of(items, first, end);
    apposition = naming_of(items, end + 1, close);
    if (close >= items->count || !is_comma(items, close) || is(items, close + 1, CLASS_AND) || head.other ||
        !(head.name ? apposition.office || is(items, end + 1, CLASS_HUMAN)
                    : head.office && apposition.name && !apposition.other)) {
        return (struct span){0, 0};
    }
    return span_of(extraction, items, first, end);
}

void note_subject(struct extraction *extraction, const struct items *items)
{
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;
    struct span subject = subject_before(extraction, items, end);
    bool person = false;
    bool is; /* something, as "the town was": nobody who acts */
    uint32_t token;

    is = token_is(extraction->text, subject.end, CLASS_BE) ||
         (subject.end + 1 < end && token_is(extraction->text, subject.end + 1, CLASS_BE));
    extraction->actor = is ? (struct span){0, 0} : subject;
    for (token = subject.first; token < subject.end; token++) {
        person = person || token_is(extraction->text, token, CLASS_PERSON) ||
                 (token_is(extraction->text, token, CLASS_SPEAKER) && subject.end - subject.first > 2);
    }
    extraction->subject = person                           ? subject
                          : may_have_sign(extraction, ",") ? person_of_two_names(extraction, items)
                                                           : (struct span){0, 0};
}

/* True when one of the words has the class. */
static bool span_has(const struct text *text, struct span span, unsigned class_id)
{
    while (span.first < span.end && !token_is(text, span.first, class_id)) {
        span.first++;
    }
    return span.first < span.end;
}

/* True when the noun of "the group" stands between, for another one: "a rights group". */
static bool named_between(const struct text *text, uint32_t from, struct span speaker)
{
    struct str noun = text_span(text, speaker.end - 1, speaker.end);

    while (from < speaker.first && !str_equal_nocase(text_span(text, from, from + 1), noun)) {
        from++;
    }
    return from < speaker.first;
}

/* A body that "the agency", which the text has named by no such word, may stand for: the last well-known one
 * that spoke; for "the group" the last armed group, unless another body that is no state's spoke since. */
static size_t body_before(const struct extraction *extraction, struct span speaker)
{
    const struct text *text = extraction->text;
    bool group = token_has(text, speaker.end - 1, CLASS_BODY_NOUN, "force");
    size_t i = extraction->speaker_count;

    if (speaker.end - speaker.first != 2 || !token_is(text, speaker.first, CLASS_DETERMINER) ||
        !token_is(text, speaker.first + 1, CLASS_BODY_NOUN)) {
        return KNOWN_SPEAKERS;
    }
    for (; i > 0; i--) {
        struct span known = extraction->speakers[i - 1];
        bool state = span_has(text, known, CLASS_NATION) || span_has(text, known, CLASS_SEAT);

        if (!group && extraction->agencies[i - 1] != NULL) {
            return i - 1;
        }
        if (group && !state && token_has(text, known.end - 1, CLASS_BODY_NOUN, "watch")) {
            return i - 1; /* "the Norvik Monitor", a group as well */
        }
        if (group && extraction->agencies[i - 1] != NULL && !state) {
            return KNOWN_SPEAKERS;
        }
        if (group && !state && span_has(text, known, CLASS_FORCE) && !span_has(text, known, CLASS_PERSON)) {
            return named_between(text, known.end, speaker) ? KNOWN_SPEAKERS : i - 1;
        }
    }
    return KNOWN_SPEAKERS;
}

/* "He" behind "the army said": who spoke before is no person, though the sentence before is about one. */
static bool means_subject(const struct extraction *extraction, struct span pronoun)
{
    const struct text *text = extraction->text;
    uint32_t last = extraction->speaker.end - 1;

    return !span_empty(extraction->subject) && token_is(text, pronoun.first, CLASS_PRONOUN) &&
           !token_is(text, pronoun.first, CLASS_THING) && !token_is(text, pronoun.first, CLASS_CUE) &&
           token_is(text, last, CLASS_BODY);
}

/* Who "he" is: who spoke before, past a body the last person who did, else the person whom the sentence
 * before is about; "the statement" may be of a body as well. */
static struct span speaker_meant(const struct extraction *extraction, struct span pronoun)
{
    static const unsigned bodies[] = {CLASS_BODY, CLASS_ESTIMATE, CLASS_PLACE_NOUN};

    if (!span_empty(extraction->speaker) && !means_subject(extraction, pronoun)) {
        struct span person = {0, 0};

        if (token_has(extraction->text, pronoun.end - 1, CLASS_PRONOUN, "one") &&
            token_is_any(extraction->text, extraction->speaker.end - 1, bodies,
                         sizeof bodies / sizeof bodies[0])) {
            person = person_before(extraction);
        }
        return span_empty(person) ? extraction->speaker : person;
    }
    return is_bare_channel(extraction->text, pronoun) ? extraction->actor : extraction->subject;
}

/* "It" of "The army has not confirmed this. It said": a body that the sentence before is about, when nobody
 * spoke in that. */
static bool means_actor(const struct extraction *extraction, struct span pronoun)
{
    const struct text *text = extraction->text;
    uint32_t last = extraction->actor.end - 1;

    return token_is(text, pronoun.first, CLASS_THING) && token_is(text, pronoun.first, CLASS_PRONOUN) &&
           !span_empty(extraction->actor) &&
           (span_empty(extraction->speaker) || extraction->speaker_sentence + 1 < extraction->sentence) &&
           !token_is(text, last, CLASS_PERSONS) &&
           (token_is(text, last, CLASS_SPEAKER) || token_is(text, last, CLASS_BODY));
}

void identify_speaker(struct extraction *extraction, const struct items *items,
                      struct attribution *attribution)
{
    struct span subject = {0, 0};
    size_t known;

    if (span_empty(attribution->speaker)) {
        return;
    }
    if (token_has(extraction->text, attribution->speaker.end - 1, CLASS_NORM, "proof") &&
        !comma_between(extraction->text, attribution->speaker.first, attribution->speaker.end)) {
        attribution->speaker = (struct span){0, 0}; /* "the evidence shows" */
        return;
    }
    if (token_is(extraction->text, attribution->speaker.first, CLASS_POSSESSIVE)) {
        attribution->owner = subject_before(extraction, items, attribution->speaker.first);
        if (!span_empty(attribution->owner) && !span_empty(extraction->speaker) &&
            token_is(extraction->text, attribution->speaker.first, CLASS_THING) &&
            token_is(extraction->text, attribution->owner.end - 1, CLASS_PERSONS)) {
            attribution->owner = (struct span){0, 0}; /* "workers found nine dead, its head said" */
        }
        if (span_empty(attribution->owner)) {
            attribution->owner = extraction->speaker;
        }
    }
    attribution->pronoun =
        attribution->pronoun || (is_bare_channel(extraction->text, attribution->speaker) &&
                                 !(span_empty(extraction->speaker) && span_empty(extraction->actor)));
    if (attribution->pronoun && token_is(extraction->text, attribution->speaker.first, CLASS_THING)) {
        subject = subject_before(extraction, items, attribution->speaker.first);
        if (!span_empty(subject) && token_is(extraction->text, subject.end - 1, CLASS_PERSONS)) {
            subject = (struct span){0, 0}; /* "the rebels lost nine men, it added" */
        }
    }
    if (!span_empty(subject)) {
        attribution->speaker = subject;
    } else if (attribution->pronoun && means_actor(extraction, attribution->speaker)) {
        attribution->speaker = extraction->actor;
        attribution->pronoun = false;
    } else if (attribution->pronoun && token_is(extraction->text, attribution->speaker.first, CLASS_THING) &&
               !span_empty(extraction->speaker) && extraction->agency == NULL &&
               token_is(extraction->text, extraction->speaker.end - 1, CLASS_PERSONS) &&
               !token_is(extraction->text, extraction->speaker.end - 1, CLASS_BODY)) {
        attribution->speaker = (struct span){0, 0}; /* "it" is not "medics", though it is "the staff" */
        return;
    } else if (attribution->pronoun) {
        attribution->owner = extraction->owner;
        attribution->speaker = speaker_meant(extraction, attribution->speaker);
        attribution->agency = extraction->agency;
        return;
    }
    subject = owner_of_channel(extraction->text, attribution->speaker);
    if (!span_empty(subject)) {
        attribution->channel = attribution->speaker;
        attribution->speaker = subject;
    }
    attribution->agency = may_have(extraction, CLASS_AGENCY) ? agency_of(items, attribution->speaker) : NULL;
    known = known_speaker(extraction, attribution->speaker);
    subject = known < KNOWN_SPEAKERS ? subject : full_name(extraction, attribution->speaker);
    if (known == KNOWN_SPEAKERS && span_empty(subject)) {
        known = body_before(extraction, attribution->speaker);
    }
    if (known < KNOWN_SPEAKERS) {
        attribution->speaker = extraction->speakers[known];
        attribution->agency = attribution->agency == NULL ? extraction->agencies[known] : attribution->agency;
    } else if (!span_empty(subject)) {
        attribution->speaker = subject;
    }
    remember(extraction, attribution);
}

/* True at "stationed" of "the front stationed in Norvik". */
static bool is_participle(const struct text *text, uint32_t token)
{
    return (token_is(text, token, CLASS_DONE) || token_is(text, token, CLASS_DOING)) &&
           token_is(text, token + 1, CLASS_PREPOSITION);
}

/* So many words may "Cape Town-based" have. */
#define BASED_WORDS 6

/* Behind "London-based" at `first`; `first` itself when it is no such adjective. */
static uint32_t behind_seat(const struct text *text, uint32_t first, uint32_t end)
{
    uint32_t token;

    for (token = first + 1; token + 1 < end && token < first + BASED_WORDS; token++) {
        if (token_is_sign(text, token - 1, "-") && token_has(text, token, CLASS_DONE, "deployed")) {
            return token + 1;
        }
    }
    return first;
}

/* "the defence ministry," -> "defence ministry", "the London-based monitor" -> "monitor"; what stands in
 * apposition behind a name is left to the quote. */
static struct str speaker_name(const struct text *text, struct span speaker)
{
    uint32_t first = speaker.first;
    uint32_t end;

    while (first + 1 < speaker.end &&
           (token_is(text, first, CLASS_DETERMINER) || token_is(text, first, CLASS_POSSESSIVE))) {
        first++;
    }
    first = behind_seat(text, first, speaker.end);
    for (end = first; end < speaker.end; end++) {
        struct str word = text_span(text, end, end + 1);

        if (end > first && (str_equal(word, STR(",")) || str_equal(word, STR("(")) ||
                            str_equal(word, STR("[")) || is_participle(text, end))) {
            break;
        }
    }
    return text_span(text, first, end);
}

struct str name_of_speaker(struct extraction *extraction, struct span owner, struct span speaker)
{
    struct str name = whitespace_in_name(extraction->arena, speaker_name(extraction->text, speaker));
    struct str whose;

    if (span_empty(owner)) {
        return name;
    }
    whose = whitespace_in_name(extraction->arena, speaker_name(extraction->text, owner));
    name = arena_printf(extraction->arena, "%.*s%s %.*s", (int)whose.size, whose.data,
                        str_ends(whose, STR("s")) ? "'" : "'s", (int)name.size, name.data);
    if (name.data == NULL) {
        extraction->out_of_memory = true;
    }
    return name;
}
