// The figures of rival claims on one line, logarithmic when they lie far apart: a dot a source, never an average.

import { writeCount } from '../counts.js';
import { h, s } from '../dom.js';
import { sourceShape } from '../marks.js';
import { strings } from '../strings.js';

const width = 480;
const margin = 24;
// From this ratio of the highest to the lowest figure on the line is logarithmic.
const wide = 5;
const rowHeight = 14;
const mostRows = 3;
const half = (text) => 3.5 * text.length;

// From a figure to its place on the line, from end to end of the figures and a little beyond; and the figures of its ticks.
export function lineOf(low, high) {
    if (high / low < wide) {
        const spare = (high - low) * 0.15;
        const [from, to] = [Math.max(0, low - spare), high + spare];
        const rough = (to - from) / 8;
        const ten = 10 ** Math.floor(Math.log10(rough));
        const step = Math.max(1, ten * [1, 2, 5, 10].find((n) => n * ten >= rough));
        const ticks = [];
        for (let n = Math.ceil(from / step) * step; n <= to; n += step) {
            ticks.push(n);
        }
        return { at: (n) => (n - from) / (to - from), ticks };
    }
    const from = Math.log10(low / 2);
    const to = Math.log10(high * 2);
    const ticks = [];
    for (let power = Math.floor(from); power <= Math.ceil(to); power += 1) {
        ticks.push(...[1, 2, 5].map((step) => step * 10 ** power));
    }
    return { logarithmic: true, at: (n) => (Math.log10(n) - from) / (to - from),
        ticks: ticks.filter((n) => n >= 1 && Math.log10(n) >= from && Math.log10(n) <= to) };
}

// Puts each label (ascending) into the lowest row that has room for it, or leaves it out when none has; equal ones once.
export function inRows(labels) {
    const edges = [];
    const seen = new Set();
    return labels.flatMap((label) => {
        const row = Array.from({ length: mostRows }, (_, i) => i).find((i) => label.x - half(label.text) > (edges[i] ?? -Infinity) + 8);
        if (row === undefined || seen.has(label.text)) {
            return [];
        }
        seen.add(label.text);
        edges[row] = label.x + half(label.text);
        return [{ ...label, row }];
    });
}

// figures: [{index, count}] of claims of one kind, each with min or max; null when there are not two to compare.
export function figureScale(figures, kind, what) {
    const values = figures.flatMap(({ count }) => [count.min, count.max]).filter((n) => Number.isFinite(n) && n > 0);
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (values.length < 2 || low === high) {
        return null;
    }
    const line = lineOf(low, high);
    const x = (n) => margin + line.at(n) * (width - 2 * margin);
    const points = figures.flatMap(({ index, count }) => {
        const ends = [count.min, count.max].filter((n) => Number.isFinite(n) && n > 0);
        return ends.length === 2 && ends[0] !== ends[1]
            ? [{ n: ends[0], text: strings.number(ends[0]), index }, { n: ends[1], text: strings.number(ends[1]), index }]
            : [{ n: ends[0], text: writeCount(count), index }];
    }).filter((point) => point.n).sort((a, b) => a.n - b.n);
    const labels = inRows(points.map(({ n, text }) => ({ x: x(n), text })));
    const y = 16 + rowHeight * Math.max(...labels.map(({ row }) => row)) + 16.5;
    const svg = s('svg', { class: `scale ${kind}`, viewBox: `0 0 ${width} ${y + 31.5}`, 'aria-hidden': 'true' });
    svg.append(s('line', { class: 'scale-line', x1: margin, x2: width - margin, y1: y, y2: y }));
    let edge = -Infinity;
    for (const n of line.ticks) {
        const at = x(n);
        const text = strings.number(n);
        svg.append(s('line', { class: 'scale-tick', x1: at, x2: at, y1: y - 4.5, y2: y + 4.5 }));
        if (at - half(text) > edge + 10) {
            svg.append(s('text', { class: 'axis', x: at, y: y + 21.5, 'text-anchor': 'middle' }, text));
            edge = at + half(text);
        }
    }
    svg.append(s('line', { class: 'scale-span', x1: x(low), x2: x(high), y1: y, y2: y }));
    for (const { x: at, text, row } of labels) {
        if (row) {
            svg.append(s('line', { class: 'scale-tick', x1: at, x2: at, y1: y - 12 - rowHeight * row, y2: y - 8 }));
        }
        svg.append(s('text', { class: 'scale-label', x: at, y: y - 16.5 - rowHeight * row, 'text-anchor': 'middle' }, text));
    }
    for (const point of points) {
        svg.append(sourceShape(point.index, { x: x(point.n) - 6.5, y: y - 6.5, width: 13, height: 13 }));
    }
    return h('div', { class: 'figure-scale' }, svg, h('p', { class: 'secondary' }, [what, line.logarithmic ? strings.logScale : ''].filter(Boolean).join(' · ')));
}
