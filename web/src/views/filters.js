// The rail of filters. Every change is a new address.

import { fill, h, newId } from '../dom.js';
import { statusMark } from '../marks.js';
import { strings } from '../strings.js';

const statuses = ['confirmed', 'claimed', 'unverified', 'denied', 'expected', 'hypothetical'];

export class Filters {
    // onChange(filters) with the whole new set.
    constructor({ onChange }) {
        this.onChange = onChange;
        this.kind = this.boxes('kind', ['casualty', 'deployment'], (kind) => [h('span', { class: `swatch ${kind}` }), strings.kind[kind]]);
        this.status = this.boxes('status', statuses, (status) => [statusMark('neutral', status), strings.status[status]],
            (status) => strings.statusMeaning[status]);
        this.actor = this.text('actor', strings.actorHint);
        this.place = this.text('place', strings.placeHint);
        this.min = this.text('min_count', '1');
        this.min.inputMode = 'numeric';
        this.min.pattern = '[0-9]*';
        this.form = h('form', { class: 'filters', id: 'filters', 'aria-label': strings.filters, onsubmit: (event) => this.submit(event),
            onchange: () => this.changed() },
        h('fieldset', {}, h('legend', {}, strings.kindLabel), this.kind),
        this.field(strings.actorLabel, this.actor, strings.actorHint, '/'),
        this.field(strings.placeLabel, this.place, strings.placeHint),
        h('fieldset', {}, h('legend', {}, strings.statusLabel), this.status),
        this.field(strings.minCountLabel, this.min),
        h('button', { class: 'for-reader', type: 'submit', tabindex: -1 }, strings.filters));
        this.element = this.form;
    }

    boxes(name, values, label, title = () => null) {
        return values.map((value) => h('label', { class: 'box', title: title(value) }, h('input', { type: 'checkbox', name, value }), label(value)));
    }

    text(name, hint) {
        return h('input', { type: 'search', name, id: newId(name), placeholder: hint, autocomplete: 'off', spellcheck: 'false' });
    }

    field(label, input, hint, key) {
        return h('div', { class: 'field' }, h('label', { for: input.id }, label, key ? h('kbd', { 'aria-hidden': 'true' }, key) : null), input);
    }

    show(filters) {
        this.filters = filters;
        for (const name of ['kind', 'status']) {
            for (const label of this[name]) {
                const box = label.querySelector('input');
                box.checked = filters[name].includes(box.value);
            }
        }
        for (const [input, value] of [[this.actor, filters.actor], [this.place, filters.place], [this.min, filters.min_count]]) {
            if (document.activeElement !== input || input.value.trim() !== value) {
                input.value = value;
            }
        }
    }

    read() {
        const checked = (name) => this[name].map((label) => label.querySelector('input')).filter((box) => box.checked).map((box) => box.value);
        return { ...this.filters, kind: checked('kind'), status: checked('status'), actor: this.actor.value.trim(),
            place: this.place.value.trim(), min_count: this.min.value.trim() };
    }

    changed() {
        this.onChange(this.read());
    }

    submit(event) {
        event.preventDefault();
        this.changed();
    }

    focus() {
        this.actor.focus();
        this.actor.select();
    }
}

// The chips that say in words what is filtered; each is removed where it stands.
export function fillChips(node, chips, onRemove, onClear) {
    fill(node, chips.map(([name, value]) => {
        const words = strings.chip[name](value);
        return h('button', { class: 'chip', type: 'button', 'aria-label': strings.remove(words), onclick: () => onRemove(name, value) },
            words, h('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
    }), chips.length ? h('button', { class: 'quiet', type: 'button', onclick: onClear }, strings.clear) : null);
}
