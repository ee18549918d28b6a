// The state of the page is its address: /?event=…, /?article=…, and the filters of the list, which stay through all
// views so that the way back leads to the same list.

import { readNumber } from './counts.js';

const filterNames = ['from', 'to', 'kind', 'status', 'actor', 'place', 'source', 'publisher', 'min_count', 'sort'];
const many = new Set(['kind', 'status']);
export const defaultSort = '-date';

export function readState(search = location.search) {
    const query = new URLSearchParams(search);
    const filters = {};
    for (const name of filterNames) {
        filters[name] = many.has(name) ? query.getAll(name) : query.get(name) || '';
    }
    filters.sort = filters.sort || defaultSort;
    filters.min_count = readNumber(filters.min_count) ?? filters.min_count;
    const article = query.get('article');
    const event = query.get('event');
    return {
        view: article ? 'article' : event ? 'event' : 'timeline',
        event: event || '',
        article: article || '',
        report: query.get('report') || '',
        filters,
    };
}

// The filters as parameters of the API; `without` leaves names out.
export function filterParameters(filters, without = []) {
    const query = new URLSearchParams();
    for (const name of filterNames) {
        if (without.includes(name)) {
            continue;
        }
        for (const value of [filters[name]].flat()) {
            if (value) {
                query.append(name, value);
            }
        }
    }
    return query;
}

export function address(state) {
    const query = filterParameters(state.filters);
    if (state.filters.sort === defaultSort) {
        query.delete('sort');
    }
    for (const name of ['event', 'article', 'report']) {
        if (state[name]) {
            query.set(name, state[name]);
        }
    }
    const text = query.toString();
    return text ? `/?${text}` : '/';
}

export const timelineAddress = (state, filters = state.filters) => address({ filters });
export const eventAddress = (state, event) => address({ filters: state.filters, event });
export const articleAddress = (state, article, event, report) => address({ filters: state.filters, event, article, report });

// What is filtered, apart from dates and order: [[name, value], …].
export function activeFilters(filters) {
    return ['kind', 'status', 'actor', 'place', 'source', 'publisher', 'min_count'].flatMap((name) =>
        [filters[name]].flat().filter(Boolean).map((value) => [name, value]));
}

export function withoutFilter(filters, name, value) {
    return { ...filters, [name]: many.has(name) ? filters[name].filter((v) => v !== value) : '' };
}

export function withoutFilters(filters) {
    return { ...filters, kind: [], status: [], actor: '', place: '', source: '', publisher: '', min_count: '' };
}
