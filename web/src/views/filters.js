// The rail of filters. Every change is a new address.

import { readNumber } from '../counts.js';
import { fill, h, newId } from '../dom.js';
import { statusMark } from '../marks.js';
import { strings } from '../strings.js';
import { suggested } from './suggest.js';

const statuses = ['confirmed', 'claimed', 'unverified', 'denied', 'expected', 'hypothetical'];

export class Filters {
    // onChange(filters) with the whole new set; suggest(name) promises the words that a field could take.
    constructor({ onChange, suggest }) {
        this.onChange = onChange;
        this.suggest = suggest;
        this.notes = new Map();
        this.lists = new Map();
        this.kind = this.boxes('kind', ['casualty', 'deployment'], (kind) => [h('span', { class: `swatch ${kind}` }), strings.kind[kind]]);
        this.status = this.boxes('status', statuses, (status) => [statusMark('neutral', status), strings.status[status]],
            (status) => strings.statusMeaning[status]);
        this.actor = this.text('actor', strings.actorHint);
        this.place = this.text('place', strings.placeHint);
        this.source = this.text('source', strings.sourceHint);
        this.publisher = this.text('publisher', strings.publisherHint);
        this.min = this.text('min_count', strings.minCountHint);
        this.min.inputMode = 'numeric';
        this.texts = [this.actor, this.place, this.source, this.publisher, this.min];
        this.form = h('form', { class: 'filters', id: 'filters', 'aria-label': strings.filters, onsubmit: (event) => this.submit(event),
            onchange: () => this.changed() },
        h('fieldset', {}, h('legend', {}, strings.kindLabel), this.kind),
        this.field(strings.actorLabel, this.actor, '/'),
        this.field(strings.placeLabel, this.place),
        this.field(strings.sourceLabel, this.source),
        this.field(strings.publisherLabel, this.publisher),
        this.field(strings.minCountLabel, this.min),
        h('fieldset', {}, h('legend', {}, strings.statusLabel), this.status),
        h('button', { class: 'for-reader', type: 'submit', tabindex: -1 }, strings.filters));
        this.element = this.form;
    }

    boxes(name, values, label, title = () => null) {
        return values.map((value) => h('label', { class: 'box', title: title(value) }, h('input', { type: 'checkbox', name, value }), label(value)));
    }

    text(name, hint) {
        const input = h('input', { type: 'search', name, id: newId(name), placeholder: hint, autocomplete: 'off', spellcheck: 'false',
            oninput: (event) => this.typed(input, event) });
        if (suggested.includes(name)) {
            const list = h('datalist', { id: newId('suggestions') });
            input.setAttribute('list', list.id);
            this.lists.set(input, list);
            input.addEventListener('focus', async () => fill(list, (await this.suggest(name)).map((value) => h('option', { value }))));
        }
        return input;
    }

    // The note below a field says what it waits for, or what is wrong with it.
    field(label, input, key) {
        const note = h('p', { class: 'field-note', id: newId('note'), role: 'status' });
        input.setAttribute('aria-describedby', note.id);
        this.notes.set(input, note);
        return h('div', { class: 'field' }, h('label', { for: input.id }, label, key ? h('kbd', { 'aria-hidden': 'true' }, key) : null), input,
            this.lists.get(input), note);
    }

    // Typing alone changes nothing; a choice from the list and an emptied field do.
    typed(input, { inputType = '' }) {
        const value = input.value.trim();
        if (!value || !inputType || inputType === 'insertReplacementText') {
            this.changed();
        } else {
            this.note(input, value === this.filters[input.name] ? '' : strings.pressEnter);
        }
    }

    note(input, text, wrong = false) {
        const note = this.notes.get(input);
        note.textContent = text;
        note.classList.toggle('wrong', wrong);
        if (wrong) {
            input.setAttribute('aria-invalid', 'true');
        } else {
            input.removeAttribute('aria-invalid');
        }
    }

    show(filters) {
        this.filters = filters;
        for (const name of ['kind', 'status']) {
            for (const label of this[name]) {
                const box = label.querySelector('input');
                box.checked = filters[name].includes(box.value);
            }
        }
        for (const input of this.texts) {
            const value = filters[input.name];
            if (document.activeElement !== input || input.value.trim() !== value) {
                input.value = value;
            }
            this.note(input, '');
        }
        this.check();
    }

    check() {
        const wrong = readNumber(this.min.value) === null;
        if (wrong) {
            this.note(this.min, strings.notANumber, true);
        }
        return !wrong;
    }

    read() {
        const checked = (name) => this[name].map((label) => label.querySelector('input')).filter((box) => box.checked).map((box) => box.value);
        return { ...this.filters, kind: checked('kind'), status: checked('status'), actor: this.actor.value.trim(),
            place: this.place.value.trim(), source: this.source.value.trim(), publisher: this.publisher.value.trim(),
            min_count: readNumber(this.min.value) };
    }

    // What a field cannot mean is told there, and counts as what it was.
    changed() {
        const filters = this.read();
        const right = this.check();
        if (!right) {
            filters.min_count = this.filters.min_count;
        }
        if (Object.keys(filters).some((name) => String(filters[name]) !== String(this.filters[name]))) {
            this.onChange(filters);
        } else if (right) {
            this.show(this.filters);
        }
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
