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
