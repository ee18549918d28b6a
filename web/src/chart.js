// One bar chart of events over time: bars by kind, and paler ones hanging below the line for what is known less exactly
// than a bar, over all the days it may be. One tab stop; the arrow keys walk its bars; dragging or Enter chooses dates; a
// table says the same.

import { fill, h, newId, s } from './dom.js';
import { dayFrom, monthLength, parts, writeDay, writeSpan } from './dates.js';
import { strings } from './strings.js';

const kinds = ['casualty', 'deployment'];

export function bucketLast(first, interval) {
    const p = parts(first);
    switch (interval) {
    case 'week': return first + 6;
    case 'month': return dayFrom(p.year, p.month, monthLength(p.year, p.month));
    case 'year': return dayFrom(p.year, 12, 31);
    default: return first;
    }
}

// The unit whose bars are still wide enough to be told apart.
export function intervalFor(days) {
    if (days <= 124) {
        return 'day';
    }
    return days <= 800 ? 'week' : days <= 366 * 25 ? 'month' : 'year';
}

export const coarseOf = (bucket) => kinds.reduce((sum, kind) => sum + bucket.coarse[kind], 0);

function nameBucket(bucket, interval) {
    const p = parts(bucket.first);
    if (interval === 'year') {
        return `${p.year}`;
    }
    if (interval === 'month') {
        return `${strings.monthsLong[p.month - 1]} ${p.year}`;
    }
    return interval === 'week' ? writeSpan(bucket.first, bucket.last) : writeDay(bucket.first, { weekday: true });
}

function describe(bucket, interval) {
    const said = kinds.filter((kind) => bucket[kind]).map((kind) => strings.barKind[kind](bucket[kind]));
    const coarse = coarseOf(bucket);
    if (coarse) {
        said.push(strings.barCoarse(coarse, interval));
    }
    return said.join(', ') || strings.empty;
}

function writeYears({ first, last }) {
    const years = [...new Set([parts(first).year, parts(last).year])];
    return years.join('–');
}

// Ticks at least 64 px apart, at the starts of days, months or years.
function ticks(first, last, scale) {
    const pixels = scale(1) - scale(0);
    for (const step of [1, 2, 7, 14]) {
        if (step * pixels >= 64) {
            const found = [];
            for (let day = first; day <= last; day += step) {
                found.push({ day, label: writeDay(day, { year: day === first }), strong: day === first });
            }
            return found;
        }
    }
    for (const step of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]) {
        if (step * 30.4 * pixels >= 64) {
            const found = [];
            const start = parts(first);
            for (let month = Math.ceil((start.year * 12 + start.month - 1) / step) * step; ; month += step) {
                const year = Math.floor(month / 12);
                const day = dayFrom(year, (month % 12) + 1, 1);
                if (day > last) {
                    return found;
                }
                if (day >= first) {
                    const january = month % 12 === 0;
                    const label = step >= 12 ? `${year}` : january || found.length === 0
                        ? `${strings.months[month % 12]} ${year}` : strings.months[month % 12];
                    found.push({ day, label, strong: january && step < 12 });
                }
            }
        }
    }
    return [];
}

export class Chart {
    // `height` is the most that it takes; onPick(first, last) is told the days chosen.
    constructor({ title, height, onPick }) {
        this.title = title;
        this.height = height;
        this.onPick = onPick;
        this.at = -1;
        this.asTable = false;
        this.readout = h('p', { class: 'readout', role: 'status' });
        this.subtitle = h('span', { class: 'chart-per' });
        this.far = h('span', { class: 'chart-far' });
        this.legend = h('span', { class: 'kind-key' });
        const id = newId('chart');
        this.toggle = h('button', { class: 'quiet', type: 'button', 'aria-pressed': 'false', onclick: () => this.swap() }, strings.asTable);
        this.drawing = h('div', { class: 'chart-drawing', tabindex: 0, role: 'group', 'aria-labelledby': id,
            onkeydown: (event) => this.key(event), onblur: () => this.walk(-1) });
        this.label = h('span', { id, class: 'for-reader' });
        this.table = h('div', { class: 'chart-table', hidden: true, tabindex: 0, role: 'region', 'aria-label': strings.tableOf(title) });
        this.element = h('section', { class: 'chart', 'aria-label': title },
            h('div', { class: 'chart-head' }, h('h2', {}, title), this.subtitle, this.legend, this.far, this.readout, this.toggle),
            this.label, this.drawing, this.table);
        this.drawing.addEventListener('pointerdown', (event) => this.press(event));
        this.drawing.addEventListener('pointermove', (event) => this.move(event));
        this.drawing.addEventListener('pointerup', (event) => this.release(event));
        this.drawing.addEventListener('pointercancel', () => this.cancel());
        this.drawing.addEventListener('pointerleave', () => this.dragged || this.walk(-1));
        new ResizeObserver(() => this.data && this.draw()).observe(this.drawing);
    }

    // data: {interval, first, last, buckets: [{first, last, casualty, deployment, coarse: {casualty, deployment}}], before,
    // after}; the last two are what lies too far off to be drawn, {first, last, events, buckets} or null.
    // brush: {first, last} or null.
    show(data, brush = null) {
        this.data = data;
        this.brush = brush;
        this.at = -1;
        const total = data.buckets.length
            ? writeSpan(data.first, data.last) : strings.empty;
        this.subtitle.textContent = strings.per[data.interval];
        const drawn = (has) => kinds.filter((kind) => data.buckets.some((bucket) => has(bucket)[kind]));
        const pale = drawn((bucket) => bucket.coarse);
        fill(this.legend, drawn((bucket) => bucket).map((kind) => h('span', {}, h('span', { class: `swatch ${kind}` }), strings.kind[kind])),
            pale.length ? h('span', { title: strings.coarseMeaning[data.interval] },
                pale.map((kind) => h('span', { class: `swatch pale ${kind}` })), strings.coarse[data.interval]) : null);
        this.label.textContent = strings.chartLabel(this.title, strings.per[data.interval], total);
        fill(this.far, [data.before, data.after].filter(Boolean).map((side) => h('button', { class: 'quiet', type: 'button',
            onclick: () => this.onPick(side.first, side.last) }, strings.far(side.events, writeYears(side), side === data.before))));
        this.draw();
        this.tabulate();
    }

    get busy() { return this.element.classList.contains('busy'); }

    set busy(on) { this.element.classList.toggle('busy', on); }

    scale(day) {
        const { first, last } = this.data;
        return this.left + ((day - first) / (last + 1 - first)) * (this.width - this.left - 1);
    }

    draw() {
        const { buckets, first, last } = this.data;
        this.width = Math.max(280, Math.round(this.drawing.clientWidth));
        this.left = this.width > 640 ? 104 : 28;
        const top = 14;
        const x = (day) => this.scale(day);
        const most = Math.max(0, ...buckets.map((bucket) => bucket.casualty + bucket.deployment));
        // Low bars leave their room to the list.
        const coarseMost = Math.max(0, ...buckets.map(coarseOf));
        const below = coarseMost ? Math.min(20, 4 + 6 * coarseMost) : 0;
        const height = Math.min(this.height, top + 14 * (most || !below ? Math.max(2, most) : 0) + 20 + below);
        const base = height - 20 - below;
        const unit = Math.min(14, (base - top) / Math.max(1, most));
        const coarseUnit = coarseMost ? (below - 4) / coarseMost : 0;
        const axis = ticks(first, last, x);
        const svg = s('svg', { width: this.width, height, viewBox: `0 0 ${this.width} ${height}`, 'aria-hidden': 'true' });
        if (this.brush) {
            svg.append(s('rect', { class: 'chart-back', x: this.left, y: 2, width: this.width - this.left - 1, height: base - 2 }));
        }
        for (const tick of axis) {
            svg.append(s('line', { class: 'tick', x1: Math.round(x(tick.day)) + 0.5, x2: Math.round(x(tick.day)) + 0.5, y1: 4, y2: height - 4 }));
        }
        if (this.left > 100) {
            svg.append(below ? s('text', { class: 'note', x: 0, y: base + Math.max(11, below / 2 + 4) }, strings.coarseNote) : '');
        }
        if (most) {
            svg.append(s('text', { class: 'note', x: this.left - 6, y: base - unit * most + 4, 'text-anchor': 'end' }, strings.number(most)));
        }
        this.bars = buckets.map((bucket) => {
            const full = x(bucket.last + 1) - x(bucket.first);
            const width = Math.max(2, Math.min(28, full - (full > 5 ? 1.5 : 0.5)));
            const at = x(bucket.first) + (full - width) / 2;
            const group = s('g', {});
            let y = base;
            for (const kind of kinds) {
                if (bucket[kind]) {
                    const tall = Math.max(2, bucket[kind] * unit);
                    y -= tall;
                    group.append(s('rect', { class: `bar ${kind}`, x: at, y, width, height: Math.max(1.5, tall - 0.75) }));
                }
            }
            let low = base + 3;
            for (const kind of kinds) {
                if (bucket.coarse[kind]) {
                    const tall = Math.max(2, bucket.coarse[kind] * coarseUnit);
                    group.append(s('rect', { class: `bar coarse ${kind}`, x: x(bucket.first), y: low, width: Math.max(2, full), height: tall }));
                    low += tall;
                }
            }
            svg.append(group);
            return group;
        });
        svg.append(s('line', { class: 'base', x1: this.left, x2: this.width, y1: base + 0.5, y2: base + 0.5 }));
        let free = 0;
        for (const tick of axis) {
            const at = x(tick.day) + 4;
            const end = at + (tick.strong ? 8 : 7) * tick.label.length;
            if (at >= free && end <= this.width) {
                free = end;
                svg.append(s('text', { class: tick.strong ? 'axis strong' : 'axis', x: at, y: height - 4 }, tick.label));
            }
        }
        this.frame = s('rect', { class: 'brush', y: 1, height: base, rx: 1 });
        svg.append(this.frame);
        this.drawFrame(this.brush);
        fill(this.drawing, svg);
        this.walk(this.at);
    }

    drawFrame(span) {
        const { first, last } = this.data;
        const shown = span && span.last >= first && span.first <= last;
        this.frame.classList.toggle('none', !shown);
        if (shown) {
            const from = this.scale(Math.max(first, span.first));
            this.frame.setAttribute('x', from);
            this.frame.setAttribute('width', Math.max(3, this.scale(Math.min(last, span.last) + 1) - from));
        }
    }

    walk(index) {
        this.bars?.[this.at]?.classList.remove('current');
        this.at = index;
        const bucket = this.data?.buckets[index];
        if (!bucket) {
            this.readout.textContent = '';
            return;
        }
        this.bars[index].classList.add('current');
        this.readout.textContent = strings.bar(nameBucket(bucket, this.data.interval), describe(bucket, this.data.interval));
    }

    key(event) {
        const count = this.data?.buckets.length || 0;
        if (!count || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const to = { ArrowRight: Math.min(count - 1, this.at + 1), ArrowLeft: Math.max(0, this.at < 0 ? count - 1 : this.at - 1),
            Home: 0, End: count - 1 }[event.key];
        if (to !== undefined) {
            event.preventDefault();
            this.walk(to);
        } else if (event.key === 'Enter' && this.at >= 0) {
            event.preventDefault();
            const bucket = this.data.buckets[this.at];
            this.onPick(bucket.first, bucket.last);
        }
    }

    // The day under the pointer, and the bucket around it, whether anything happened in it or not.
    under(event) {
        const { first, last, interval, buckets } = this.data;
        const x = event.clientX - this.drawing.getBoundingClientRect().left;
        if (x < this.left) {
            return null;
        }
        const day = Math.min(last, Math.max(first, Math.floor(first + ((x - this.left) / (this.width - this.left - 1)) * (last + 1 - first))));
        const index = buckets.findIndex((bucket) => bucket.first <= day && day <= bucket.last);
        if (index >= 0) {
            return { index, first: buckets[index].first, last: buckets[index].last };
        }
        const p = parts(day);
        const start = { day, week: day - ((p.weekday + 6) % 7), month: dayFrom(p.year, p.month, 1), year: dayFrom(p.year, 1, 1) }[interval];
        return { index, first: start, last: bucketLast(start, interval) };
    }

    press(event) {
        if (event.button === 0 && this.data) {
            this.dragged = this.under(event);
            if (this.dragged) {
                this.drawing.setPointerCapture(event.pointerId);
            }
        }
    }

    move(event) {
        const under = this.data && this.under(event);
        if (!under) {
            return;
        }
        if (this.dragged) {
            this.drawFrame({ first: Math.min(this.dragged.first, under.first), last: Math.max(this.dragged.last, under.last) });
        } else if (event.pointerType !== 'touch') {
            this.walk(under.index);
        }
    }

    release(event) {
        const start = this.dragged;
        const under = start && (this.under(event) || start);
        this.dragged = null;
        if (start) {
            this.onPick(Math.min(start.first, under.first), Math.max(start.last, under.last));
        }
    }

    cancel() {
        this.dragged = null;
        this.drawFrame(this.brush);
    }

    swap() {
        this.asTable = !this.asTable;
        this.toggle.textContent = this.asTable ? strings.asChart : strings.asTable;
        this.toggle.setAttribute('aria-pressed', String(this.asTable));
        this.drawing.hidden = this.asTable;
        this.table.hidden = !this.asTable;
    }

    tabulate() {
        const head = [strings.tableFirst, strings.tableLast, strings.kind.casualty, strings.kind.deployment, strings.coarse[this.data.interval]];
        fill(this.table, h('table', {},
            h('caption', { class: 'for-reader' }, `${this.title}, ${strings.per[this.data.interval]}`),
            h('thead', {}, h('tr', {}, head.map((text, i) =>
                h('th', { scope: 'col', title: i === head.length - 1 ? strings.coarseMeaning[this.data.interval] : null }, text)))),
            h('tbody', {}, [...(this.data.before?.buckets || []), ...this.data.buckets, ...(this.data.after?.buckets || [])].map((bucket) => h('tr', {},
                h('th', { scope: 'row' }, writeDay(bucket.first, { weekday: true })),
                h('td', {}, writeDay(bucket.last, { weekday: true })),
                [bucket.casualty, bucket.deployment, coarseOf(bucket)].map((n) => h('td', { class: 'figure' }, strings.number(n))))))));
    }
}
