/* What the examples of report rules expect: pairs such as min=30. */
#ifndef INSPECT_REPORT_PAIRS_H
#define INSPECT_REPORT_PAIRS_H

#include "report/report.h"

enum pair_holds { PAIR_HOLDS, PAIR_FAILS, PAIR_UNKNOWN };

/* Whether the report has that value; "-" stands for an absent one.  PAIR_UNKNOWN when no pair has the key. */
enum pair_holds report_pair_holds(const struct report *report, const char *key, const char *value);

/* Splits `key=value`, or key="value", the value at most 127 bytes long; false when it is neither. */
bool report_pair_split(const char *pair, char key[32], char value[128]);

#endif
