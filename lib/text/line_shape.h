/* Lines that their form alone gives away, whatever the language. */
#ifndef TEXT_LINE_SHAPE_H
#define TEXT_LINE_SHAPE_H

#include "base/str.h"

/* Ends with a photographer and an agency in brackets: "The harbour on Monday [Jane Doe/NPA]". */
bool line_photo_credit(struct str line);
/* Begins with its number in a gallery: "[1/3] The harbour". */
bool line_gallery(struct str line);
/* Nothing but hashtags. */
bool line_hashtags(struct str line);
/* A date with a year and nothing but capitalised words and numbers beside it, or with a clock time: "Monday,
 * 17 December 2024 10:05 GMT".  *clock tells whether it has the latter. */
bool line_time_stamp(struct str line, bool *clock);

#endif
