/* The arguments of actions by kind.  What is absent or of another kind gives the neutral answer. */
#ifndef TIMEX_ARGUMENTS_H
#define TIMEX_ARGUMENTS_H

#include "text/match.h"
#include "timex/expression.h"

/* What a symbol of the rules means; NONE where it is no such thing. */
enum unit unit_of(enum lang_symbol symbol);
enum day_part part_of(enum lang_symbol symbol);
enum holiday holiday_of(enum lang_symbol symbol);
enum choice choice_of(enum lang_symbol symbol, enum choice otherwise);

/* Argument `i`, or NULL when the rule gave none or its element did not occur. */
const struct match_argument *argument(const struct match_call *call, unsigned i);
/* False when it is no number. */
bool number_argument(const struct match_call *call, unsigned i, int64_t *number, int64_t *denominator);
/* A whole number between -limit and limit. */
bool int_argument(const struct match_call *call, unsigned i, int32_t limit, int32_t *number);
enum lang_symbol symbol_argument(const struct match_call *call, unsigned i);
struct expression *expression_argument(const struct match_call *call, unsigned i);
/* Has `e` start from argument `i`: another expression, the symbol narrative, or else the publication day. */
void set_base(const struct match_call *call, unsigned i, struct expression *e);

#endif
