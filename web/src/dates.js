// Civil days and how they are written. The month is always a word. A day is the number of days since 1970-01-01.

import { strings } from './strings.js';

const dayLength = 86400000;

export function dayOf(iso) {
    const match = /^([+-]?\d{4,6})-(\d\d)-(\d\d)$/.exec(iso || '');
    return match ? dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function dayFrom(year, month, day) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return Math.round(date.getTime() / dayLength);
}

export function parts(day) {
    const date = new Date(day * dayLength);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() };
}

export function isoOf(day) {
    const { year, month, day: dom } = parts(day);
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`;
}

export function monthLength(year, month) {
    return parts(dayFrom(year, month + 1, 0)).day;
}

// "2024-12-14", "2024-12" or "2024" to its first and last day; null when it is none of them.
export function unitOf(value) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value || '');
    if (!match) {
        return null;
    }
    const year = Number(match[1]);
    const month = match[2] ? Number(match[2]) : null;
    const day = match[3] ? Number(match[3]) : null;
    if (month !== null && (month < 1 || month > 12)) {
        return null;
    }
    if (day !== null) {
        if (day < 1 || day > monthLength(year, month)) {
            return null;
        }
        const exact = dayFrom(year, month, day);
        return { first: exact, last: exact };
    }
    return month === null
        ? { first: dayFrom(year, 1, 1), last: dayFrom(year, 12, 31) }
        : { first: dayFrom(year, month, 1), last: dayFrom(year, month, monthLength(year, month)) };
}

const monthName = (month) => strings.months[month - 1];

// "14 Dec 2024"; "14 Dec" under a heading that has the year; with the weekday "Sat 14 Dec 2024".
export function writeDay(day, { year = true, weekday = false } = {}) {
    const p = parts(day);
    return `${weekday ? `${strings.weekdays[p.weekday]} ` : ''}${p.day} ${monthName(p.month)}${year ? ` ${p.year}` : ''}`;
}

// "14–15 Dec 2024", "28 Nov – 2 Dec 2024", "30 Dec 2024 – 2 Jan 2025".
export function writeSpan(first, last, options = {}) {
    const { year = true, weekday = false } = options;
    if (first === last) {
        return writeDay(first, options);
    }
    const a = parts(first);
    const b = parts(last);
    if (a.year !== b.year) {
        return `${writeDay(first, { year: true, weekday })} – ${writeDay(last, { year: true, weekday })}`;
    }
    if (a.month !== b.month || weekday) {
        return a.month === b.month
            ? `${strings.weekdays[a.weekday]} ${a.day} – ${writeDay(last, { year, weekday })}`
            : `${writeDay(first, { year: false, weekday })} – ${writeDay(last, { year, weekday })}`;
    }
    return `${a.day}–${writeDay(last, { year })}`;
}

const startsMonth = (day) => parts(day).day === 1;
const endsMonth = (day) => {
    const p = parts(day);
    return p.day === monthLength(p.year, p.month);
};

// Whole months and years by name: "Dec 2024", "Jul – Sep 2024", "2024", "2010–2019"; other spans day by day.
function writeUnits(first, last) {
    if (!startsMonth(first) || !endsMonth(last)) {
        return writeSpan(first, last);
    }
    const a = parts(first);
    const b = parts(last);
    if (a.month === 1 && b.month === 12) {
        return a.year === b.year ? `${a.year}` : `${a.year}–${b.year}`;
    }
    if (a.year !== b.year) {
        return `${monthName(a.month)} ${a.year} – ${monthName(b.month)} ${b.year}`;
    }
    return a.month === b.month ? `${monthName(a.month)} ${a.year}` : `${monthName(a.month)} – ${monthName(b.month)} ${b.year}`;
}

export const isDayExact = (date) => date.precision === 'day' || date.precision === 'time';

// A date object of the API as two phrases: the days, and what the words leave open.
export function stated(date) {
    if (!date || (!date.first && !date.last)) {
        return { days: strings.undated, note: '' };
    }
    const first = dayOf(date.first);
    const last = dayOf(date.last);
    const exact = isDayExact(date);
    const soften = (text) => (date.approximate ? strings.about(text) : text);
    if (first !== null && last !== null) {
        return exact
            ? { days: soften(writeSpan(first, last)), note: '' }
            : { days: soften(writeUnits(first, last)), note: strings.dayNotSaid };
    }
    if (first !== null) {
        return { days: strings.since(soften(openSide(first, exact, date.precision, true))), note: strings.endNotSaid };
    }
    return { days: strings.by(soften(openSide(last, exact, date.precision, false))), note: strings.startNotSaid };
}

function openSide(day, exact, precision, atStart) {
    const p = parts(day);
    const whole = atStart ? startsMonth(day) : endsMonth(day);
    if (exact || precision === 'week' || !whole) {
        return writeDay(day);
    }
    const yearly = ['year', 'decade', 'century'].includes(precision) && p.month === (atStart ? 1 : 12);
    const unit = yearly ? `${p.year}` : `${monthName(p.month)} ${p.year}`;
    return atStart ? unit : strings.endOf(unit);
}

export function writeDate(date) {
    const { days, note } = stated(date);
    return note ? `${days}, ${note}` : days;
}

// What else a date may be, from the other readings of its words: ["or 11 Mar 2025"].
export function writeOthers(readings) {
    return (readings || []).map(({ date }) => strings.orElse(writeDate(date)));
}

// "Sat" or "Sat–Sun" for a date known to the day, "77 days" for a long span of stated days, else ''.
export function weekdaysOf(date) {
    if (!date || !isDayExact(date)) {
        return '';
    }
    const first = dayOf(date.first);
    const last = dayOf(date.last);
    if (first === null || last === null) {
        const only = first === null ? last : first;
        return only === null ? '' : strings.weekdays[parts(only).weekday];
    }
    if (last - first >= 7) {
        return strings.days(last - first + 1);
    }
    const a = strings.weekdays[parts(first).weekday];
    return first === last ? a : `${a}–${strings.weekdays[parts(last).weekday]}`;
}

// An RFC 3339 instant or a plain date, as it stands: "Mon 16 Dec 2024, 11:40 UTC+2".
export function writeInstant(value) {
    const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?)?/.exec(value || '');
    if (!match) {
        return value || '';
    }
    const day = writeDay(dayOf(match[1]), { weekday: true });
    if (!match[2]) {
        return day;
    }
    return `${day}, ${match[2]}${zone(match[3])}`;
}

function zone(text) {
    if (!text) {
        return '';
    }
    if (/^[Zz]$/.test(text) || /^[+-]00:?00$/.test(text)) {
        return ' UTC';
    }
    const hours = Number(text.slice(1, 3));
    const minutes = text.slice(-2);
    return ` UTC${text[0] === '-' ? '−' : '+'}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

// How a list is cut: the heading under which a date stands, `whole` when it says all that the date does. One day under it, also what goes on from it without an end;
// anything else under itself, several days and what is only known to have happened by a day too, so that nothing is piled
// on a day that nobody named.
export function headingOf(date) {
    if (!date || (!date.first && !date.last)) {
        return { key: 'undated', title: strings.undatedHeading, note: strings.undatedNote, whole: true };
    }
    if (isDayExact(date) && date.first && (!date.last || date.last === date.first)) {
        return { key: date.first, title: writeDay(dayOf(date.first), { weekday: true }), note: '', whole: Boolean(date.last) && !date.approximate };
    }
    if (isDayExact(date) && date.first && !date.approximate && dayOf(date.last) - dayOf(date.first) < 7) {
        return { key: `${date.first}/${date.last}`, title: writeSpan(dayOf(date.first), dayOf(date.last), { weekday: true }), note: '', whole: true };
    }
    const { days, note } = stated(date);
    return { key: `${date.first}/${date.last}/${date.precision}/${Boolean(date.approximate)}`, title: days, note, whole: true };
}
