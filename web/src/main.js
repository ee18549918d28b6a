// api -> state (the address) -> views. Every view is an address; going somewhere means changing it.

import './style/page.css';
import { fill, h, s } from './dom.js';
import { Keys } from './keys.js';
import { definitions } from './marks.js';
import { readState, timelineAddress, eventAddress } from './state.js';
import { strings } from './strings.js';
import { ArticleView } from './views/article.js';
import { EventView } from './views/event.js';
import { TimelineView } from './views/timeline.js';

let state = readState();
const views = {};

function go(address, { replace = false } = {}) {
    if (replace) {
        history.replaceState(history.state, '', address);
    } else {
        history.replaceState({ ...history.state, scroll: scrollY }, '');
        history.pushState({ depth: depth() + 1 }, '', address);
    }
    render({ moved: true });
}

// How many steps within the page led here.
function depth() {
    return history.state?.depth || 0;
}

// Shows the view of the address. `moved`: somebody followed a link, so the reader goes to the top of a new view;
// otherwise the history moved, and the place that was left is restored.
async function render({ moved = false } = {}) {
    const before = state;
    state = readState();
    const other = ['view', 'event', 'article'].some((name) => before[name] !== state[name]);
    for (const [name, view] of Object.entries(views)) {
        view.element.hidden = name !== state.view;
    }
    views.timeline.range.element.hidden = state.view !== 'timeline';
    if (state.view === 'timeline') {
        document.title = strings.name;
    }
    const done = views[state.view].update(state);
    if (moved && other) {
        scrollTo(0, 0);
    }
    await done;
    if (moved && other) {
        if (!state.report) {
            views[state.view].element.querySelector('h1')?.focus({ preventScroll: true });
        }
    } else if (!moved && history.state?.scroll) {
        scrollTo(0, history.state.scroll);
    }
    if (other && state.view === 'timeline' && before.event) {
        views.timeline.focusEvent(before.event, moved);
    }
}

function step(direction) {
    if (state.view === 'event') {
        views.event.step(direction, state);
        return;
    }
    const links = [...document.querySelectorAll('.row-link')].filter((link) => link.offsetParent);
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (direction > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + direction))];
    next?.focus();
}

function back() {
    if (views.timeline.range.close(true)) {
        return true;
    }
    if (state.view === 'timeline') {
        return false;
    }
    if (depth() > 0) {
        history.back();
        return true;
    }
    go(state.view === 'article' && state.event ? eventAddress(state, state.event) : timelineAddress(state));
    return true;
}

function search() {
    if (state.view !== 'timeline') {
        go(timelineAddress(state));
    }
    views.timeline.focusFilters();
}

function insideLink(event) {
    const link = event.target.closest?.('a[data-inside], a[href^="#"]');
    if (link && link.getAttribute('href').startsWith('#')) {
        event.preventDefault();
        const target = document.getElementById(link.getAttribute('href').slice(1));
        target?.focus({ preventScroll: true });
        target?.scrollIntoView({ block: 'center' });
    } else if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        go(link.getAttribute('href'));
    }
}

function start() {
    history.scrollRestoration = 'manual';
    const timeline = new TimelineView({ go });
    Object.assign(views, { timeline, event: new EventView({ go, neighbours: (id) => timeline.neighbours(id), missing: (id) => timeline.forget(id) }), article: new ArticleView({ go }) });
    const keys = new Keys({ search, next: () => step(1), previous: () => step(-1), back });
    const logo = s('svg', { class: 'logo', viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
        s('path', { class: 'logo-left', d: 'M1 10h6' }), s('path', { class: 'logo-right', d: 'M13 10h6' }), s('path', { class: 'logo-now', d: 'M10 2v16' }));
    fill(document.getElementById('page'), definitions(),
        h('a', { class: 'skip', href: '#main' }, strings.skip),
        h('header', { class: 'head' },
            h('a', { class: 'brand', href: '/', 'data-inside': true, 'aria-label': strings.home }, logo, strings.name),
            views.timeline.range.element, h('div', { class: 'head-tools' }, keys.button)),
        h('main', { id: 'main', tabindex: -1 }, Object.values(views).map((view) => view.element)), keys.dialog);
    document.addEventListener('click', insideLink);
    addEventListener('popstate', () => render());
    render();
}

start();
