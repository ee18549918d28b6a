// The figures of rival claims on one logarithmic line: a dot a source, never an average.

import { writeCount } from '../counts.js';
import { h, s } from '../dom.js';
import { sourceShape } from '../marks.js';
import { strings } from '../strings.js';

const width = 480;
const margin = 24;

// figures: [{index, count}] of claims of one kind, each with min or max; null when there are not two to compare.
export function figureScale(figures, kind, what) {
    const values = figures.flatMap(({ count }) => [count.min, count.max]).filter((n) => Number.isFinite(n) && n > 0);
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (values.length < 2 || low === high) {
        return null;
    }
    const from = Math.log10(low / 2);
    const to = Math.log10(high * 2);
    const x = (n) => margin + ((Math.log10(Math.max(n, low / 2)) - from) / (to - from)) * (width - 2 * margin);
    const svg = s('svg', { class: `scale ${kind}`, viewBox: `0 0 ${width} 64`, 'aria-hidden': 'true' });
    svg.append(s('line', { class: 'scale-line', x1: margin, x2: width - margin, y1: 32.5, y2: 32.5 }));
    let edge = -40;
    for (let power = Math.floor(from); power <= Math.ceil(to); power += 1) {
        for (const step of [1, 2, 5]) {
            const n = step * 10 ** power;
            const at = x(n);
            if (n >= 1 && Math.log10(n) >= from && Math.log10(n) <= to) {
                svg.append(s('line', { class: 'scale-tick', x1: at, x2: at, y1: 28, y2: 37 }));
                if (at - edge > 34) {
                    svg.append(s('text', { class: 'axis', x: at, y: 54, 'text-anchor': 'middle' }, strings.number(n)));
                    edge = at;
                }
            }
        }
    }
    svg.append(s('line', { class: 'scale-span', x1: x(low), x2: x(high), y1: 32.5, y2: 32.5 }));
    let labelled = -100;
    const points = figures.flatMap(({ index, count }) => {
        const ends = [count.min, count.max].filter((n) => Number.isFinite(n) && n > 0);
        return ends.length === 2 && ends[0] !== ends[1]
            ? [{ n: ends[0], text: strings.number(ends[0]), index }, { n: ends[1], text: strings.number(ends[1]), index }]
            : [{ n: ends[0], text: writeCount(count), index }];
    }).filter((point) => point.n).sort((a, b) => a.n - b.n);
    for (const point of points) {
        const at = x(point.n);
        svg.append(sourceShape(point.index, { x: at - 6.5, y: 26, width: 13, height: 13 }));
        if (at - labelled > 14 + 6 * point.text.length) {
            svg.append(s('text', { class: 'scale-label', x: at, y: 16, 'text-anchor': 'middle' }, point.text));
            labelled = at;
        }
    }
    return h('div', { class: 'figure-scale' }, svg, h('p', { class: 'secondary' }, `${what} · ${strings.logScale}`));
}
