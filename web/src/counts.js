// How a count is written: 30, 30–200, ≥ 30, ≤ 200, ~40. A range is never averaged.

import { strings } from './strings.js';

export function writeCount(count) {
    if (!count || (!hasMin(count) && !hasMax(count))) {
        return null;
    }
    const n = strings.number;
    if (hasMin(count) && hasMax(count)) {
        if (count.min !== count.max) {
            return `${n(count.min)}–${n(count.max)}`;
        }
        return isRough(count) ? `~${n(count.min)}` : n(count.min);
    }
    return hasMin(count) ? `≥ ${n(count.min)}` : `≤ ${n(count.max)}`;
}

// The figures of an event that its claims tell apart: ['4–6 killed', '9 wounded']; empty unless there are two or more,
// for a single span over the dead and the wounded would be a number that nobody gave.
export function writeParts(event) {
    const parts = ['killed', 'wounded', 'missing', 'captured'].filter((name) => writeCount(event[name]))
        .map((name) => `${writeCount(event[name])} ${strings.subtype[name]}`);
    return parts.length > 1 ? parts : [];
}

const hasMin = (count) => Number.isFinite(count.min);
const hasMax = (count) => Number.isFinite(count.max);

function isRough(count) {
    return Boolean(count.approximate) || strings.approximately.includes((count.qualifier || '').toLowerCase());
}

// A whole number as a reader writes it and as this page does ("1500", "1,500", "1 500", "≥ 30", "30+"), in digits alone;
// '' for nothing, null for anything else.
export function readNumber(text) {
    const match = /^(?:≥|>=)?\s*(\d+|\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+)\s*\+?$/.exec(text.trim());
    const digits = match?.[1].replace(/\D/g, '').replace(/^0+(?=\d)/, '');
    return text.trim() === '' ? '' : digits && digits.length < 16 ? digits : null;
}
