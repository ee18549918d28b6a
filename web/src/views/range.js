// The dates to show: a button that says them, arrows to the span before and after, and a panel with three fields for
// each end. The month is chosen by name, the weekday stands beside as proof. Day or month may be left out.

import { fill, h, newId } from '../dom.js';
import { isoOf, monthLength, parts, unitOf, writeSpan } from '../dates.js';
import { strings } from '../strings.js';

class DateFields {
    constructor(name, legend, onInput) {
        this.last = name === 'to';
        const errorId = newId('range-error');
        const field = (label, control) => h('label', {}, h('span', {}, label), control);
        this.day = h('input', { inputmode: 'numeric', maxlength: 2, size: 2, placeholder: strings.any, autocomplete: 'off', 'aria-describedby': errorId });
        this.month = h('select', { 'aria-describedby': errorId }, h('option', { value: '' }, strings.any),
            strings.monthsLong.map((month, i) => h('option', { value: String(i + 1).padStart(2, '0') }, month)));
        this.year = h('input', { inputmode: 'numeric', maxlength: 4, size: 4, placeholder: strings.any, autocomplete: 'off', 'aria-describedby': errorId });
        this.proof = h('span', { class: 'proof' });
        this.error = h('p', { class: 'field-error', id: errorId, role: 'alert' });
        this.element = h('fieldset', { class: 'date-fields', oninput: () => { this.check(); onInput(); } }, h('legend', {}, legend),
            h('div', { class: 'three' }, field(strings.day, this.day), field(strings.month, this.month), field(strings.year, this.year)),
            this.proof, this.error);
    }

    show(value) {
        const [year = '', month = '', day = ''] = value.split('-');
        this.year.value = year;
        this.month.value = month;
        this.day.value = day ? String(Number(day)) : '';
        this.check();
    }

    // The value as the API takes it ('' when nothing is filled in), or null with the reason shown at the fields.
    read() {
        const year = this.year.value.trim();
        const month = this.month.value;
        const day = this.day.value.trim();
        this.problem('');
        if (!year && !month && !day) {
            return '';
        }
        if (!/^\d{4}$/.test(year)) {
            return this.problem(strings.needYear);
        }
        if (day && !month) {
            return this.problem(strings.needMonth);
        }
        if (!month) {
            return year;
        }
        if (!day) {
            return `${year}-${month}`;
        }
        const length = monthLength(Number(year), Number(month));
        if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > length) {
            return this.problem(strings.noSuchDay(`${strings.monthsLong[Number(month) - 1]} ${year}`, length));
        }
        return `${year}-${month}-${day.padStart(2, '0')}`;
    }

    problem(text) {
        this.error.textContent = text;
        for (const control of [this.day, this.month, this.year]) {
            control.toggleAttribute('aria-invalid', Boolean(text));
            if (text) {
                control.setAttribute('aria-invalid', 'true');
            }
        }
        return null;
    }

    check() {
        const complete = this.year.value.trim().length === 4;
        const unit = complete ? unitOf(this.read() || '') : null;
        if (!complete) {
            this.problem('');
        }
        const day = unit && (this.last ? unit.last : unit.first);
        this.proof.textContent = unit ? strings.weekdays[parts(day).weekday] + (unit.first === unit.last ? '' : ` ${writeSpan(day, day)}`) : '';
    }
}

export class Range {
    // onChange(from, to) with values of the API, '' for an open end.
    constructor({ onChange }) {
        this.onChange = onChange;
        this.label = h('span', { class: 'range-label' });
        this.length = h('span', { class: 'range-length' });
        this.button = h('button', { class: 'range-button', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'range-panel', onclick: () => this.toggle() },
            h('span', { class: 'for-reader' }, `${strings.range}: `), h('span', { class: 'range-name', 'aria-hidden': 'true' }, strings.rangeShort), ' ', this.label, ' ', this.length);
        this.earlier = h('button', { class: 'arrow', type: 'button', 'aria-label': strings.earlier, onclick: () => this.shift(-1) }, '‹');
        this.later = h('button', { class: 'arrow', type: 'button', 'aria-label': strings.later, onclick: () => this.shift(1) }, '›');
        this.from = new DateFields('from', strings.from, () => this.orderProblem(''));
        this.to = new DateFields('to', strings.to, () => this.orderProblem(''));
        this.order = h('p', { class: 'field-error', role: 'alert' });
        this.quick = h('div', { class: 'quick', role: 'group', 'aria-label': strings.quick });
        this.panel = h('form', { class: 'range-panel', id: 'range-panel', 'aria-label': strings.range, hidden: true, onsubmit: (event) => this.submit(event) },
            this.quick, this.from.element, this.to.element, this.order, h('button', { class: 'button primary', type: 'submit' }, strings.apply));
        this.element = h('div', { class: 'range' }, this.earlier, this.button, this.later, this.panel);
        document.addEventListener('pointerdown', (event) => {
            if (!this.panel.hidden && !this.element.contains(event.target)) {
                this.close();
            }
        });
    }

    show(from, to) {
        this.values = { from, to };
        this.span = from && to ? { first: unitOf(from)?.first, last: unitOf(to)?.last } : null;
        const known = this.span && Number.isInteger(this.span.first) && Number.isInteger(this.span.last);
        if (known) {
            this.label.textContent = writeSpan(this.span.first, this.span.last);
            this.length.textContent = strings.days(this.span.last - this.span.first + 1);
        } else {
            this.span = null;
            const end = unitOf(to);
            const start = unitOf(from);
            this.label.textContent = start ? strings.fromDate(writeSpan(start.first, start.first))
                : end ? strings.toDate(writeSpan(end.last, end.last)) : strings.allTime;
            this.length.textContent = '';
        }
        this.earlier.disabled = this.later.disabled = !this.span;
        this.from.show(from);
        this.to.show(to);
    }

    // Quick ranges count back from the newest event on file, not from today: an archive has no today. `newest` is its day or
    // null; `years`, ascending, are those with anything on file.
    offer(newest, years) {
        const ranges = [[strings.allTime, '', '']];
        if (newest !== null) {
            ranges.push([strings.latestWeek, isoOf(newest - 6), isoOf(newest)], [strings.latestMonth, isoOf(newest - 29), isoOf(newest)]);
        }
        ranges.push(...years.slice(-4).reverse().map((year) => [String(year), String(year), String(year)]));
        fill(this.quick, ranges.map(([label, from, to]) => h('button', { class: 'button', type: 'button', onclick: () => this.choose(from, to) }, label)));
    }

    choose(from, to) {
        this.close(true);
        this.onChange(from, to);
    }

    // A month or a year moves to the month or year beside it, any other span by its own length.
    shift(direction) {
        const { first, last } = this.span;
        const { from, to } = this.values;
        if (from === to && /^\d{4}$/.test(from)) {
            this.onChange(String(Number(from) + direction), String(Number(from) + direction));
        } else if (from === to && /^\d{4}-\d\d$/.test(from)) {
            const month = isoOf(direction < 0 ? first - 1 : last + 1).slice(0, 7);
            this.onChange(month, month);
        } else {
            const length = last - first + 1;
            this.onChange(isoOf(first + direction * length), isoOf(last + direction * length));
        }
    }

    orderProblem(text) {
        this.order.textContent = text;
    }

    submit(event) {
        event.preventDefault();
        const from = this.from.read();
        const to = this.to.read();
        if (from === null || to === null) {
            (from === null ? this.from : this.to).year.focus();
            return;
        }
        if (from && to && unitOf(from).first > unitOf(to).last) {
            this.orderProblem(strings.wrongOrder);
            this.to.year.focus();
            return;
        }
        this.choose(from, to);
    }

    toggle() {
        if (this.panel.hidden) {
            this.panel.hidden = false;
            this.button.setAttribute('aria-expanded', 'true');
            this.quick.querySelector('button')?.focus();
        } else {
            this.close(true);
        }
    }

    // True when it was open.
    close(refocus = false) {
        if (this.panel.hidden) {
            return false;
        }
        this.panel.hidden = true;
        this.button.setAttribute('aria-expanded', 'false');
        this.orderProblem('');
        this.from.show(this.values.from);
        this.to.show(this.values.to);
        if (refocus) {
            this.button.focus();
        }
        return true;
    }
}
