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

const hasMin = (count) => Number.isFinite(count.min);
const hasMax = (count) => Number.isFinite(count.max);

function isRough(count) {
    return Boolean(count.approximate) || strings.approximately.includes((count.qualifier || '').toLowerCase());
}
