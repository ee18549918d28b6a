// Which days a chart of all time shows: a few events long before or after all others would squeeze these into one bar.

import { coarseOf } from './chart.js';

// Far off is what lies further from the others than so many times their own length, which counts as so many days at least;
// at most one event in so many on either side is left out, and none of fewer than a handful.
const times = 3;
const leastDays = 61;
const oneIn = 20;
const leastEvents = 5;

// How many events each bucket (ascending) adds to those before it: what is less exact than a bucket stands in all that it
// overlaps.
function weights(buckets) {
    return buckets.map((bucket, i) => {
        const before = i > 0 && buckets[i - 1].last + 1 === bucket.first ? coarseOf(buckets[i - 1]) : 0;
        return bucket.casualty + bucket.deployment + Math.max(0, coarseOf(bucket) - before);
    });
}

const sum = (list) => list.reduce((total, n) => total + n, 0);

// The index of the first bucket with which there are more than `most` events.
function passing(each, most) {
    let events = 0;
    return each.findIndex((n) => { events += n; return events > most; });
}

// {buckets, before, after}: those to show, and what is left out on either side as {first, last, events, buckets} or null.
export function bulkOf(buckets) {
    const each = weights(buckets);
    const total = sum(each);
    if (total < leastEvents) {
        return { buckets, before: null, after: null };
    }
    const most = Math.max(1, Math.floor(total / oneIn));
    const first = buckets[passing(each, most)].first;
    const last = buckets[buckets.length - 1 - passing([...each].reverse(), most)].last;
    const far = times * Math.max(leastDays, last - first + 1);
    const from = buckets.findIndex((bucket) => bucket.last >= first - far);
    const to = buckets.findLastIndex((bucket) => bucket.first <= last + far) + 1;
    const side = (a, b) => (a < b ? { first: buckets[a].first, last: buckets[b - 1].last, events: sum(each.slice(a, b)), buckets: buckets.slice(a, b) } : null);
    return { buckets: buckets.slice(from, to), before: side(0, from), after: side(to, buckets.length) };
}
