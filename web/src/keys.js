// Keys of the page, and the dialog that lists them. Letters do nothing while typing, and can be switched off.

import { h } from './dom.js';
import { strings } from './strings.js';

const setting = 'dateline.letter-keys';

function stored() {
    try {
        return localStorage.getItem(setting) !== 'off';
    } catch {
        return true;
    }
}

export class Keys {
    // actions: {search(), next(), previous(), back()}; back() answers whether it did something.
    constructor(actions) {
        this.letters = stored();
        const box = h('input', { type: 'checkbox', checked: this.letters, onchange: () => this.set(box.checked) });
        this.dialog = h('dialog', { class: 'keys', 'aria-label': strings.keysTitle }, h('h2', {}, strings.keysTitle),
            h('dl', {}, strings.keyList.map(([keys, does]) => h('div', {}, h('dt', {}, keys.split('  ').map((key) => h('kbd', {}, key))), h('dd', {}, does)))),
            h('label', { class: 'box' }, box, strings.letterKeys),
            h('form', { method: 'dialog' }, h('button', { class: 'button', type: 'button', onclick: () => this.dialog.close() }, strings.close)));
        this.button = h('button', { class: 'icon-button', type: 'button', 'aria-label': strings.keys, onclick: () => this.dialog.showModal() }, '?');
        document.addEventListener('keydown', (event) => this.press(event, actions));
    }

    set(on) {
        this.letters = on;
        try {
            localStorage.setItem(setting, on ? 'on' : 'off');
        } catch {
            // Without storage the choice lasts as long as the page.
        }
    }

    press(event, actions) {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.dialog.open) {
            return;
        }
        const typing = event.target.closest?.('input, select, textarea');
        if (event.key === 'Escape') {
            if (typing && !typing.closest('.range-panel')) {
                typing.blur();
            } else if (actions.back()) {
                event.preventDefault();
            }
            return;
        }
        if (typing || !this.letters) {
            return;
        }
        const action = { '/': actions.search, j: actions.next, k: actions.previous, '?': () => this.dialog.showModal() }[event.key.toLowerCase()];
        if (action) {
            event.preventDefault();
            action();
        }
    }
}
