// How an event is drawn: width is what its words support, ink is how certain it is, a stroke is a denial.

import { s } from './dom.js';

const assertive = ['confirmed', 'claimed', 'unverified', 'expected', 'hypothetical'];

// The strongest status among the claims; `contested` when some assert and some deny.
export function statusOf(statuses) {
    const strongest = assertive.find((name) => statuses[name] > 0);
    const denied = statuses.denied > 0;
    return {
        ink: strongest || (denied ? 'denied' : 'claimed'),
        denied,
        contested: denied && ['confirmed', 'claimed', 'unverified'].some((name) => statuses[name] > 0),
    };
}

// The shared parts that marks point to; once in the page.
export function definitions() {
    const stops = (values) => values.map(([offset, opacity]) =>
        s('stop', { offset, 'stop-color': '#fff', 'stop-opacity': opacity }));
    const mask = (id, values) => [
        s('linearGradient', { id: `${id}-gradient` }, stops(values)),
        s('mask', { id, maskContentUnits: 'objectBoundingBox', maskUnits: 'objectBoundingBox', x: 0, y: 0, width: 1, height: 1 },
            s('rect', { width: 1, height: 1, fill: `url(#${id}-gradient)` })),
    ];
    const hatch = (kind) => s('pattern', {
        id: `hatch-${kind}`, class: kind, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
    }, s('rect', { width: 1.8, height: 4, class: 'hatch' }));
    return s('svg', { class: 'definitions', 'aria-hidden': 'true', width: 0, height: 0 }, s('defs', {},
        mask('soft', [[0, 0.35], [0.25, 1], [0.75, 1], [1, 0.35]]),
        mask('fade-end', [[0, 1], [1, 0]]),
        mask('fade-start', [[0, 0], [1, 1]]),
        hatch('casualty'), hatch('deployment'), hatch('neutral')));
}

const widths = { week: 26, month: 40, season: 40, quarter: 40, half: 40, year: 40, decade: 40, century: 40 };

// A mark 44 px wide for a date object, kind, scope and statuses of an event or of one claim.
export function mark(kind, scope, date, statuses) {
    const { ink, denied } = statusOf(statuses);
    const svg = s('svg', { class: `mark ${kind}`, viewBox: '0 0 44 16', width: 44, height: 16, 'aria-hidden': 'true' });
    if (!date || (!date.first && !date.last)) {
        svg.append(s('rect', { class: 'outline undated', x: 12.5, y: 1.5, width: 18, height: 13, rx: 2 }),
            s('text', { x: 21.5, y: 12, 'text-anchor': 'middle', class: 'question' }, '?'));
        return svg;
    }
    if (scope === 'cumulative') {
        svg.append(s('rect', { class: 'fill full', x: 2, y: 7.5, width: 30, height: 1.6, mask: 'url(#fade-start)' }),
            s('path', { class: 'fill full', d: 'M30 13V10h4V7h4V2h2v11z' }));
        return strokeDenied(svg, denied, 28, 44);
    }
    if (!date.first || !date.last) {
        const end = !date.last;
        svg.append(s('rect', { class: `fill ${ink === 'confirmed' ? 'full' : 'mid'}`, x: 3, y: 2, width: 38, height: 12, mask: `url(#fade-${end ? 'end' : 'start'})` }),
            s('rect', { class: 'fill full', x: end ? 2 : 40, y: 1, width: 2, height: 14 }));
        return strokeDenied(svg, denied, 2, 42);
    }
    const exact = date.precision === 'day' || date.precision === 'time';
    const width = exact ? (date.first === date.last ? 7 : 15) : widths[date.precision] || 26;
    const x = 22 - width / 2;
    const soft = !exact || date.approximate;
    const box = s('rect', { x: x + 0.5, y: 2.5, width: width - 1, height: 11, rx: soft ? 0 : 1, class: inkClass(ink, soft) });
    if (ink === 'unverified') {
        box.setAttribute('fill', `url(#hatch-${kind})`);
    }
    if (soft && (ink === 'confirmed' || ink === 'claimed' || ink === 'unverified')) {
        box.setAttribute('mask', 'url(#soft)');
    }
    svg.append(box);
    if (soft && !date.approximate) {
        svg.append(s('rect', { class: 'fill full', x, y: 1, width: 1.2, height: 14 }),
            s('rect', { class: 'fill full', x: x + width - 1.2, y: 1, width: 1.2, height: 14 }));
    }
    return strokeDenied(svg, denied, x - 4, x + width + 4);
}

function inkClass(ink, soft) {
    const outlined = soft ? '' : ' outline';
    return {
        confirmed: 'fill full',
        claimed: `fill mid${outlined}`,
        unverified: `hatched${outlined}`,
        expected: 'outline hollow dashed',
        hypothetical: 'outline hollow dotted',
        denied: 'outline hollow',
    }[ink];
}

function strokeDenied(svg, denied, from, to) {
    if (denied) {
        svg.append(s('rect', { class: 'gap', x: from, y: 6, width: to - from, height: 4 }),
            s('rect', { class: 'fill full', x: from, y: 7.1, width: to - from, height: 1.8 }));
    }
    return svg;
}

// The mark of one status, for a filter or a claim.
export function statusMark(kind, status) {
    const svg = mark(kind, 'incident', { first: '2000-01-01', last: '2000-01-01', precision: 'day' }, { [status]: 1 });
    svg.setAttribute('viewBox', '14 0 16 16');
    svg.setAttribute('width', '16');
    return svg;
}

// Sources are told apart by shape first, by colour second.
const shapes = ['M2 2h10v10H2z', 'M7 1.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 1 1 7 1.4z', 'M7 .6 13.4 7 7 13.4.6 7z', 'M7 1.4 13 12.4H1z'];

export function sourceShape(index, attributes = {}) {
    const hollow = index >= shapes.length;
    return s('svg', { class: 'shape', viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true', ...attributes },
        s('path', { d: shapes[index % shapes.length], class: `source-${(index % shapes.length) + 1}${hollow ? ' hollow' : ''}` }));
}
