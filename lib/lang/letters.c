#include "lang/letters.h"

#include <utf8proc.h>

enum letter_kind letter_kind(uint32_t code_point)
{
    if (code_point < 0x80) {
        if (code_point >= '0' && code_point <= '9') {
            return LETTER_DIGIT;
        }
        uint32_t lower = code_point | 0x20;
        if (lower >= 'a' && lower <= 'z') {
            return LETTER_WORD;
        }
        return code_point <= ' ' || code_point == 0x7f ? LETTER_SPACE : LETTER_SIGN;
    }
    switch (code_point) {
    case 0x00ad: /* soft hyphen */
    case 0x200c: /* zero width non-joiner */
    case 0x200d: /* zero width joiner */
        return LETTER_WORD;
    default:
        break;
    }
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return LETTER_WORD;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
        return LETTER_SPACE;
    default:
        return LETTER_SIGN;
    }
}

uint32_t letter_fold(uint32_t code_point)
{
    if (code_point < 0x80) {
        return code_point >= 'A' && code_point <= 'Z' ? code_point | 0x20 : code_point;
    }
    switch (code_point) {
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x02bc: /* modifier letter apostrophe */
        return '\'';
    case 0x201c: /* double quotation marks */
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
        return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2212: /* minus sign */
        return '-';
    case 0x2012: /* figure dash */
        return 0x2013;
    case 0x2015: /* horizontal bar */
        return 0x2014;
    default:
        return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
    }
}

bool letter_is_capital(uint32_t code_point)
{
    if (code_point < 0x80) {
        return code_point >= 'A' && code_point <= 'Z';
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}
